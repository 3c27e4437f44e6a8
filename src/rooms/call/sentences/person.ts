import { t } from '@vscode/l10n';
import type { Format } from '../../format.ts';
import type { Lane } from '../lanes.ts';
import { errorInText, nameInText, timesInText } from '../names.ts';
import type { StayOutcome } from '../outcome.ts';
import type { Stay } from '../stay.ts';

/** "Bob dropped at 10:14 with 53405, media connection failed, and came back after 12 sec." */
export function dropped(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const stays = staysOf(lane, 'dropped');
  const [stay] = stays;
  const error = errorInText(stay?.errorCode, stay?.endReason);
  if (stays.length > 1) {
    const same = stays.every(({ errorCode, endReason }) => errorInText(errorCode, endReason) === error);
    const times = timesInText(stays.length, format);
    const drops = same
      ? t('{0} dropped {1} with {2}', name, times, error)
      : t('{0} dropped {1}, first with {2}', name, times, error);
    return stays.at(-1)?.backAt === undefined
      ? t('{0}, and did not come back.', drops)
      : t('{0}, and came back.', drops);
  }
  const drop = stay && timed(stay, name, error, format);
  if (stay?.backAt === undefined || !stay.span) return t('{0}.', drop ?? '');
  const away = format.duration(Math.max(0, stay.backAt - stay.span.end) / 1000);
  return t('{0}, and came back after {1}.', drop ?? '', away);
}

function timed({ span, end }: Stay, name: string, error: string, format: Format): string {
  return span && end === 'left'
    ? t('{0} dropped at {1} with {2}', name, format.clockTime(span.end), error)
    : t('{0} dropped with {1}', name, error);
}

/** "Carol could not join at 10:20: 53118, room completed." */
export function refused(lane: Lane, format: Format): string {
  const name = nameInText(lane.name);
  const stays = staysOf(lane, 'refused');
  const stay = stays.at(-1);
  const error = errorInText(stay?.errorCode, stay?.endReason);
  const later = stay?.backAt === undefined ? '' : ` ${t('It worked later.')}`;
  if (stays.length > 1) {
    return t('{0} could not join {1}, last: {2}.', name, timesInText(stays.length, format), error) + later;
  }
  return stay?.span
    ? t('{0} could not join at {1}: {2}.', name, format.clockTime(stay.span.start), error) + later
    : t('{0} could not join: {1}.', name, error) + later;
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
