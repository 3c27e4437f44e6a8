import { t } from '@vscode/l10n';
import { filterText } from '../../rooms/filter/filterText.ts';
import { isNoFilter, needsParticipants } from '../../rooms/filter/roomFilter.ts';
import { sortOrderLabel } from '../../rooms/filter/sorting.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Choices, VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { reachesBeyondRetention, type TimeWindow, windowText } from '../../rooms/window/timeWindow.ts';
import { plainText } from '../../text/plainText.ts';
import type { Session } from '../session/session.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';

export interface ViewMessageInput {
  readonly store: RoomStore;
  readonly shown: VisibleRooms;
  readonly choices: Choices & { readonly window: TimeWindow };
  readonly session: Pick<Session, 'account' | 'several'>;
  readonly presentation: FormatSettings;
}

/**
 * "Sample · Last 24 hours · Group · VP8 · 41 of 1,204 rooms": which rooms these
 * are, whose where there are several accounts, and that none is missing without
 * being said.
 */
export function viewMessage(parts: ViewMessageInput): string {
  const { store, choices, session, presentation } = parts;
  const { format } = presentation;
  const { filter, order, window } = choices;
  const words = [windowText(window, format)];
  if (session.account?.kind === 'sample') words.unshift(t('Sample'));
  else if (session.account && session.several) words.unshift(plainText(session.account.label));
  if (reachesBeyondRetention(window, format.now())) words.push(t('Twilio keeps rooms for 7 days'));
  if (!isNoFilter(filter)) words.push(filterText(filter, format));
  words.push(...countWords(parts));
  if (needsParticipants(filter) && store.listedCount > 0) {
    const known = format.number([...store.lookedAt()].length);
    words.push(t('participants known of {0}', known));
  }
  if (order !== 'newest' && store.listedCount > 0) words.push(sortOrderLabel(order));
  return words.join(' · ');
}

function countWords({ store, shown, choices, presentation }: ViewMessageInput): string[] {
  const { listing, listedCount, listedShare, expectedLeft, gaps, stopped } = store;
  const { format } = presentation;
  const all = format.rooms(listedCount);
  const rooms =
    isNoFilter(choices.filter) || shown.count === listedCount
      ? all
      : format.roomsOf(shown.count, listedCount);
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
