import { useEffect, useRef } from 'preact/hooks';
import type { OverviewView } from '../../protocol/overview.ts';
import type { PageState } from '../../protocol/roomPage.ts';
import { FailureBanner, FailurePage } from '../shared/components/failure.tsx';
import { Loading } from '../shared/components/loading.tsx';
import { usePageContext } from '../shared/page/pageContext.ts';
import { type Announcements, useAnnouncements } from '../shared/page/useAnnouncements.ts';
import { BarChart } from './barChart.tsx';
import { Empty } from './empty.tsx';
import { FilterLine, Header } from './header.tsx';
import { TimeChart } from './timeChart.tsx';

import './page.css';

/** Renders the overview page for a state. */
export function OverviewPage({ state }: { readonly state: PageState }) {
  const { overview, empty, failure, loading } = state;
  useAnnouncements(announcementsOf(state));
  return (
    <main class="overview">
      {failure && overview && <FailureBanner failure={failure} />}
      {failure && !overview && <FailurePage failure={failure} />}
      {empty && <Empty empty={empty} />}
      {!overview && !empty && !failure && <Loading />}
      {overview && <Charts overview={overview} loading={loading} />}
    </main>
  );
}

function Charts({ overview, loading }: { readonly overview: OverviewView; readonly loading: boolean }) {
  const { labels } = overview;
  useChangeAnnouncements(overview);
  return (
    <>
      <Header overview={overview} loading={loading} />
      <FilterLine filter={overview.filter} />
      <TimeChart chart={overview.time} labels={labels} />
      {overview.sections.map(({ id, title, note, charts }) => (
        <section key={id} class="charts" aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{title}</h2>
          {note !== undefined && <p class="note">{note}</p>}
          {charts.length > 0 && (
            <div class="cards">
              {charts.map((chart) => (
                <BarChart key={chart.id} chart={chart} labels={labels} />
              ))}
            </div>
          )}
        </section>
      ))}
    </>
  );
}

/** The announcements for a state: which rooms are counted, and their problems. */
function announcementsOf({ overview, empty, failure, loading }: PageState): Announcements {
  const outcome = overview ? [overview.covers, ...overview.summary] : [empty?.title, empty?.detail];
  return {
    loading: !failure && loading,
    subject: failure?.title ?? empty?.title,
    outcome: failure ? [] : outcome,
  };
}

/** Announces changes of the filter, and the start and end of loading participants. */
function useChangeAnnouncements({ filter, load }: OverviewView): void {
  const { announcer } = usePageContext();
  const before = useRef({ filter: filter.accessibleLabel, loading: load.progress !== undefined });
  useEffect(() => {
    const loading = load.progress !== undefined;
    if (before.current.filter !== filter.accessibleLabel) announcer.say(filter.accessibleLabel);
    else if (before.current.loading !== loading) announcer.say(load.text, load.problem ?? '');
    before.current = { filter: filter.accessibleLabel, loading };
  });
}
