import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { StayOutcome } from '../analysis/outcome.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText, nameInText, timesInText } from '../findings/nameText.ts';

/** "Bob dropped at 10:14 with 53405, media connection failed, and came back after 12 sec." */
export function dropped(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const stays = staysOf(lane, 'dropped');
  if (stays.length > 1) return droppedOften(stays, name, format);
  const [stay] = stays;
  const error = errorInText(stay?.errorCode, stay?.endReason);
  const back = stay?.backAt !== undefined && stay.span;
  const away = back ? format.duration(Math.max(0, stay.backAt - stay.span.end) / 1000) : undefined;
  if (!stay?.span || stay.end !== 'left') {
    return away === undefined
      ? t('{0} dropped with {1}.', name, error)
      : t('{0} dropped with {1}, and came back after {2}.', name, error, away);
  }
  const at = format.clockTime(stay.span.end);
  return away === undefined
    ? t('{0} dropped at {1} with {2}.', name, at, error)
    : t('{0} dropped at {1} with {2}, and came back after {3}.', name, at, error, away);
}

/** Whole sentences, because each language orders and joins the parts in its own way. */
function droppedOften(stays: readonly Stay[], name: string, format: Format): string {
  const errors = stays.map(({ errorCode, endReason }) => errorInText(errorCode, endReason));
  const [error = ''] = errors;
  const times = timesInText(stays.length, format);
  const back = stays.at(-1)?.backAt !== undefined;
  if (errors.every((one) => one === error)) {
    return back
      ? t('{0} dropped {1} with {2}, and came back.', name, times, error)
      : t('{0} dropped {1} with {2}, and did not come back.', name, times, error);
  }
  return back
    ? t('{0} dropped {1}, first with {2}, and came back.', name, times, error)
    : t('{0} dropped {1}, first with {2}, and did not come back.', name, times, error);
}

/** "Carol could not join at 10:20: 53118, room completed." */
export function refused(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const stays = staysOf(lane, 'refused');
  const stay = stays.at(-1);
  const error = errorInText(stay?.errorCode, stay?.endReason);
  const refusal =
    stays.length > 1
      ? t('{0} could not join {1}, last: {2}.', name, timesInText(stays.length, format), error)
      : stay?.span
        ? t('{0} could not join at {1}: {2}.', name, format.clockTime(stay.span.start), error)
        : t('{0} could not join: {1}.', name, error);
  return stay?.backAt === undefined ? refusal : joinSentences([refusal, t('It worked later.')]);
}

/** "Dora was evicted at 10:05 by a second connection of the same identity (53205)." */
export function evicted(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const stays = staysOf(lane, 'evicted').filter(({ arrival }) => arrival !== 'none');
  const [stay] = stays;
  if (stays.length > 1) {
    return t(
      '{0} was evicted {1} by another connection of the same identity (53205).',
      name,
      timesInText(stays.length, format),
    );
  }
  return stay?.span && stay.end === 'left'
    ? t(
        '{0} was evicted at {1} by a second connection of the same identity (53205).',
        name,
        format.clockTime(stay.span.end),
      )
    : t('{0} was evicted by a second connection of the same identity (53205).', name);
}

/** "Emil was disconnected at 14:02 after 4 hr, the session length limit (53216)." */
export function limited(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const [stay] = staysOf(lane, 'timeLimit');
  if (!stay?.span || stay.end !== 'left')
    return t('{0} was disconnected at the session length limit (53216).', name);
  const { start, end } = stay.span;
  return t(
    '{0} was disconnected at {1} after {2}, the session length limit (53216).',
    name,
    format.clockTime(end),
    format.duration((end - start) / 1000),
  );
}

/** "Alice rejoined twice." */
export function rejoined(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  return t('{0} rejoined {1}.', name, timesInText(lane.rejoins, format));
}

function staysOf({ stays }: Lane, outcome: StayOutcome): Stay[] {
  return stays.filter((stay) => stay.outcome === outcome);
}
