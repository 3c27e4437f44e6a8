import { t } from '@vscode/l10n';
import type { EmptyView, OverviewButton } from '../../protocol/overview.ts';
import type { FailureView, PageState } from '../../protocol/roomPage.ts';
import { apiFilter, type RoomFilter } from '../../rooms/filter/roomFilter.ts';
import type { Criterion } from '../../rooms/overview/criterion.ts';
import type { OverviewCounts } from '../../rooms/overview/overviewCounts.ts';
import { isExpired } from '../../rooms/window/timeWindow.ts';
import type { Format } from '../../text/format.ts';
import { failureView } from '../common/failureView.ts';
import { pageLabels } from '../common/pageLabels.ts';
import { ChartContext } from './chartContext.ts';
import { type OverviewInput, overviewView } from './overviewView.ts';

/** The input of the overview page. */
export interface OverviewStateInput extends OverviewInput {
  /** Undefined until the rooms have been counted for the first time. */
  readonly counts: OverviewCounts | undefined;
  readonly filter: RoomFilter;
  readonly format: Format;
}

/** The view model of the page: the overview, or the reason why there is none and the possible actions. */
export function overviewState(input: OverviewStateInput): {
  readonly state: PageState;
  readonly criteria: ReadonlyMap<string, Criterion>;
} {
  const { store, counts, filter, format } = input;
  const { listing, signedIn, listedCount } = store;
  const blank = { labels: pageLabels(), locale: format.locale, loading: false };
  const none = (state: Partial<PageState>) => ({ state: { ...blank, ...state }, criteria: new Map() });
  if (!signedIn) return none({ failure: signedOut() });
  const failure = listing.state === 'failed' ? failureView(listing.error, listedCount > 0) : undefined;
  if (listedCount === 0 && failure) return none({ failure });
  if (listedCount === 0 && listing.state !== 'loading' && listing.state !== 'none')
    return none({ empty: emptyView(input) });
  if (!counts || counts.rooms === 0) return none({ loading: true });
  const context = new ChartContext(counts, filter, format);
  const overview = overviewView(context, input);
  const loading = listing.state === 'loading';
  return {
    state: { ...blank, loading, overview, ...(failure && { failure }) },
    criteria: context.criteria,
  };
}

function signedOut(): FailureView {
  return {
    title: t('Nobody is signed in'),
    detail: t('Sign in, and the rooms of the account are counted here.'),
    actions: [
      { id: 'signIn', label: t('Sign In') },
      { id: 'sample', label: t('Explore Sample Rooms') },
    ],
  };
}

function emptyView({ store, window, filter, format }: OverviewStateInput): EmptyView {
  const { listing, gaps } = store;
  const narrow = Object.keys(apiFilter(filter)).length > 0;
  const actions: OverviewButton[] = [
    { action: 'setWindow', label: t('Set Time Window'), icon: 'history' },
    { action: 'refresh', label: t('Refresh'), icon: 'refresh' },
  ];
  if (narrow) actions.unshift({ action: 'clearFilter', label: t('Clear Filter'), icon: 'clear-all' });
  if (gaps.length > 0) {
    const retry = { action: 'retryGaps', label: t('Retry'), icon: 'refresh' } as const;
    return {
      title: t('The rooms could not be listed'),
      detail: t('Parts of the window failed.'),
      actions: [retry, ...actions],
    };
  }
  if (listing.state === 'cancelled')
    return { title: t('No rooms'), detail: t('The list was cancelled before any room came.'), actions };
  return { title: t('No rooms to count'), detail: emptyText(window, narrow, format), actions };
}

function emptyText(window: OverviewInput['window'], narrow: boolean, format: Format): string {
  if (narrow) return t('Twilio lists no rooms in this window that the filter asks for.');
  if (isExpired(window, format.now())) return t('Twilio keeps rooms for 7 days: the window is older.');
  return t('No rooms were created in this window. Twilio lists a room up to 30 minutes after it has ended.');
}
