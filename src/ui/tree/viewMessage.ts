import { t } from '@vscode/l10n';
import { filterText } from '../../rooms/filter/filterText.ts';
import { isNoFilter, needsParticipants } from '../../rooms/filter/roomFilter.ts';
import { sortOrderLabel } from '../../rooms/filter/sorting.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Choices, VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { reachesBeyondRetention, type TimeWindow, windowText } from '../../rooms/window/timeWindow.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { plainText } from '../../text/plainText.ts';
import type { Session } from '../session/session.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';

export interface ViewMessageInput {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: Choices & { readonly window: TimeWindow };
  readonly session: Pick<Session, 'account' | 'several'>;
  readonly formatSettings: FormatSettings;
}

/**
 * "Sample · Last 24 hours · Group · VP8 · 41 of 1,204 rooms": names the shown rooms, the account if there are
 * several, and says if rooms are missing. After a refresh that failed it begins with the reason: the row that
 * explains it may be scrolled out of sight.
 */
export function viewMessage(input: ViewMessageInput): string {
  const { store, listOptions, session, formatSettings } = input;
  const { format } = formatSettings;
  const { filter, order, window } = listOptions;
  const fields = [windowText(window, format)];
  if (session.account?.kind === 'sample') fields.unshift(t('Sample'));
  else if (session.account && session.several) fields.unshift(plainText(session.account.label));
  if (reachesBeyondRetention(window, format.now())) fields.push(t('Twilio keeps rooms for 7 days'));
  if (!isNoFilter(filter)) fields.push(filterText(filter, format));
  fields.push(...countFields(input));
  if (needsParticipants(filter) && store.listedCount > 0) {
    const known = format.number([...store.keysWithParticipants()].length);
    fields.push(t('participants known for {0}', known));
  }
  if (order !== 'newest' && store.listedCount > 0) fields.push(sortOrderLabel(order));
  if (format.namesZone) fields.push(t('times in {0}', format.zoneLabel(format.now())));
  const { listing } = store;
  if (listing.state === 'failed' && store.listedCount > 0)
    fields.unshift(`⚠ ${explainFailure(listing.error).title}`);
  return fields.join(' · ');
}

function countFields({ store, visibleRooms, listOptions, formatSettings }: ViewMessageInput): string[] {
  const { listing, listedCount, listedShare, expectedLeft, gaps, stopped } = store;
  const { format } = formatSettings;
  const all = format.rooms(listedCount);
  const rooms =
    isNoFilter(listOptions.filter) || visibleRooms.count === listedCount
      ? all
      : format.roomsOf(visibleRooms.count, listedCount);
  const missing = gaps.length > 0 ? [t('some missing')] : [];
  switch (listing.state) {
    case 'none':
      return [];
    case 'loading':
      if (listedCount === 0) return [t('loading…')];
      return [
        listedShare > 0
          ? t('{0} so far, {1} of the time', rooms, format.percent(listedShare))
          : t('{0} so far', rooms),
      ];
    case 'complete':
      return [rooms, ...missing];
    case 'paused': {
      const total = format.roughly(listedCount + expectedLeft);
      return [t('the newest {0} of about {1}', rooms, total), ...missing];
    }
    case 'cancelled':
      return [
        stopped && listedShare > 0
          ? t('{0}, cancelled at {1} of the time', rooms, format.percent(listedShare))
          : t('{0}, cancelled', rooms),
      ];
    case 'failed':
      return [listedCount > 0 ? t('{0}, not up to date', rooms) : t('failed')];
  }
}
