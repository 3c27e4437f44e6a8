import { t } from '@vscode/l10n';
import type { OverviewButton, OverviewView } from '../../protocol/overview.ts';
import { filterText } from '../../rooms/filter/filterText.ts';
import { apiFilter, isNoFilter, type RoomFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { reachesBeyondRetention, type TimeWindow, windowText } from '../../rooms/window/timeWindow.ts';
import type { ChartContext } from './chartContext.ts';

export interface Covered {
  readonly store: RoomStore;
  readonly window: TimeWindow;
  /** Whether the rooms are sample rooms. */
  readonly sample: boolean;
}

/** "Sample · Last 24 hours · 1,204 rooms": the counted rooms; if some are missing, it says so. */
export function covers({ format, filter }: ChartContext, { store, window, sample }: Covered): string {
  const listedOnly = filterText(apiPart(filter), format);
  return [
    sample && t('Sample'),
    windowText(window, format),
    reachesBeyondRetention(window, format.now()) && t('Twilio keeps rooms for 7 days'),
    listedOnly && t('only {0}', listedOnly),
    roomsText(store, format),
    store.gaps.length > 0 && t('some missing'),
    format.namesZone && t('times in {0}', format.zoneLabel(format.now())),
  ]
    .filter(Boolean)
    .join(' · ');
}

function roomsText(
  { listing, listedCount, stopped, expectedLeft, listedShare }: RoomStore,
  format: ChartContext['format'],
): string {
  const rooms = format.rooms(listedCount);
  switch (listing.state) {
    case 'loading':
      return listedShare > 0
        ? t('{0} so far, {1} of the time', rooms, format.percent(listedShare))
        : t('{0} so far', rooms);
    case 'paused':
      return t('the newest {0} of about {1}', rooms, format.roughly(listedCount + expectedLeft));
    case 'cancelled':
      return stopped ? t('{0}, cancelled at {1} of the time', rooms, format.percent(listedShare)) : rooms;
    case 'failed':
      return t('{0}, not up to date', rooms);
    case 'none':
    case 'complete':
      return t('all {0}', rooms);
  }
}

/** The actions on the counted rooms. */
export function coverageActions({ store }: Covered): OverviewButton[] {
  const actions: OverviewButton[] = [];
  if (store.stopped) actions.push({ action: 'loadMore', label: t('Load More Rooms'), icon: 'add' });
  if (store.gaps.length > 0)
    actions.push({ action: 'retryGaps', label: t('Retry What Is Missing'), icon: 'refresh' });
  actions.push({ action: 'setWindow', label: t('Set Time Window'), icon: 'history' });
  actions.push({ action: 'refresh', label: t('Refresh'), icon: 'refresh' });
  return actions;
}

/**
 * The filter of the tree.
 * @param matching number of rooms that match; undefined while they are counted
 */
export function filterView(
  { filter, format, counts }: ChartContext,
  matching: number | undefined,
): OverviewView['filter'] {
  if (isNoFilter(filter)) {
    const text = t('The tree shows all rooms. Select a bar to see its rooms there.');
    return { text, accessibleLabel: t('The tree shows all rooms.') };
  }
  const description = filterText(filter, format);
  const accessibleLabel = t('The tree shows: {0}', description);
  return {
    accessibleLabel,
    text:
      matching === undefined
        ? accessibleLabel
        : t('The tree shows {0}: {1}', format.roomsOf(matching, counts.rooms), description),
    clear: { action: 'clearFilter', label: t('Clear Filter'), icon: 'clear-all' },
  };
}

/** The part of a filter that Twilio applies: other rooms were not listed. */
function apiPart({ facets: { type, codec } = {}, name }: RoomFilter): RoomFilter {
  const part: RoomFilter = {
    facets: { ...(type && { type }), ...(codec && { codec }) },
    ...(name && { name }),
  };
  return Object.keys(apiFilter(part)).length > 0 ? part : {};
}
