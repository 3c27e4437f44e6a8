import { t } from '@vscode/l10n';
import type { LoadView, OverviewButton } from '../../protocol/overview.ts';
import type { LoadProgress } from '../../rooms/overview/participantLoad.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { ChartContext } from './chartContext.ts';

/** How many participants are known, and the button that loads the others, with the number of requests. */
export function loadView(context: ChartContext, load: LoadProgress | undefined): LoadView {
  const { format } = context;
  if (load?.state === 'running') {
    return {
      text: t('Loading participants: {0}', format.roomsOf(load.done, load.total)),
      progress: load.total > 0 ? load.done / load.total : 0,
      ...problem(context, load),
      buttons: [{ action: 'cancelParticipants', label: t('Cancel'), icon: 'stop-circle' }],
    };
  }
  return { text: known(context, load), ...problem(context, load), buttons: loadButtons(context, load) };
}

function known({ counts, format }: ChartContext, load: LoadProgress | undefined): string {
  const { known, rooms } = counts;
  const coverage =
    known === rooms
      ? t('Participants are known for all {0}.', format.rooms(rooms))
      : t('Participants are known for {0}.', format.roomsOf(known, rooms));
  return load?.state === 'cancelled'
    ? joinSentences([t('Cancelled; participants loaded so far are included.'), coverage])
    : coverage;
}

function problem({ format }: ChartContext, load: LoadProgress | undefined): Pick<LoadView, 'problem'> {
  if (!load || load.failed === 0) return {};
  const failed = t('{0} could not be loaded', format.rooms(load.failed));
  const why = load.error === undefined ? '' : explainFailure(load.error).title;
  const text = why ? t('{0}: {1}.', failed, why) : t('{0}.', failed);
  return {
    problem: load.state === 'stopped' ? joinSentences([t('Stopped after repeated failures.'), text]) : text,
  };
}

function loadButtons({ counts, format }: ChartContext, load: LoadProgress | undefined): OverviewButton[] {
  const { toLoad, changed, requests } = counts;
  if (requests === 0) return [];
  const cost = format.requests(requests);
  const label =
    toLoad > 0
      ? t('Load participants of {0} ({1})', format.rooms(toLoad + changed), cost)
      : t('Reload participants of {0} that may have changed ({1})', format.rooms(changed), cost);
  const failed = load && load.failed > 0 && load.state !== 'cancelled';
  return [
    {
      action: 'loadParticipants',
      label: failed ? t('Retry: {0}', label) : label,
      icon: failed ? 'refresh' : 'cloud-download',
    },
  ];
}
