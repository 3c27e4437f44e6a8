import { t } from '@vscode/l10n';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText } from '../findings/common/nameText.ts';

function stayTimes({ span, end }: Stay, format: Format): string {
  if (!span) return '';
  const from = format.secondTime(span.start);
  const length = format.duration((span.end - span.start) / 1000);
  // A tooltip stands alone: nothing above it names the zone.
  const inZone = `${from}${format.zoneMark(span.start)}`;
  switch (end) {
    case 'left':
      return `${from}–${format.secondTime(span.end)}${format.zoneMark(span.end)} · ${length}`;
    case 'present':
      return t('present since {0} · {1} so far', inZone, length);
    case 'unknown':
      return t('joined {0}, end unknown', inZone);
  }
}

/** The lines that describe a stay: name, times, duration, error, reason. */
export function stayLines(stay: Stay, format: Format): string[] {
  const { name, span, errorCode, endReason, doubtful } = stay;
  const error = errorCode === undefined ? '' : errorLine(errorCode, stay);
  const reason = endReason ? enumLabel(endReason) : '';
  const repeated = error.toLowerCase().endsWith(reason.toLowerCase());
  const times = span ? stayTimes(stay, format) : t('times unknown');
  const doubt = doubtful ? t('These times contradict each other or the room’s') : '';
  return [name, times, doubt, error, repeated ? '' : reason].filter(Boolean);
}

function errorLine(code: number, { recovered, outcome }: Stay): string {
  const error = errorInText(code, undefined);
  return recovered && outcome !== 'present' && outcome !== 'unknown'
    ? t('Error {0}, which did not end the stay', error)
    : t('Error {0}', error);
}
