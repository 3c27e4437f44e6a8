import { t } from '@vscode/l10n';
import { type Freshness, freshnessOf } from '../../calls/summary/freshness.ts';
import type { SavedRoom } from '../../export/savedRoom/savedRoom.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { SavedView } from '../../protocol/roomPage.ts';
import type { Format } from '../../text/format.ts';
import { plainText } from '../../text/plainText.ts';

/** The header of a saved room: when and from where it was saved, and whether participants are missing. */
export function savedView(
  { savedAt, source, complete }: Omit<SavedRoom, 'room' | 'participants'>,
  format: Format,
): SavedView {
  const when = format.fullTime(savedAt);
  const line =
    source.origin === null
      ? t('Saved on {0}, from the sample rooms; not live', when)
      : t('Saved on {0}, from {1}; not live', when, whereFrom(source.account, source.origin));
  return {
    line,
    ...(!complete && { note: t('Not all participants were loaded when this room was saved.') }),
  };
}

function whereFrom(account: string | null, origin: string): string {
  const host = plainText(origin.replace(/^https?:\/\//, ''));
  return account === null ? host : t('{0} at {1}', account, host);
}

/** The state of Twilio's summary when the room was saved, and whether Twilio still has the room. */
export function savedFreshness(room: Room, savedAt: number, format: Format): string {
  const then = freshnessOf(room, format.asOf(savedAt));
  if (then.state === 'live') return t('In progress when it was saved; what came after is not in the file');
  const now = freshnessOf(room, format);
  const summary =
    then.state === 'pending' ? t('Summary pending when it was saved') : now.state !== 'expired' && now.text;
  return [summary, fateOf(now, format)].filter(Boolean).join(' · ');
}

function fateOf({ state, expiresAt }: Freshness, format: Format): string | undefined {
  if (expiresAt === undefined) return undefined;
  return state === 'expired'
    ? t('Twilio has deleted this room ({0})', format.fullTime(expiresAt))
    : t('Twilio deletes it in {0}', format.duration((expiresAt - format.now()) / 1000));
}
