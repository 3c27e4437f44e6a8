import { t } from '@vscode/l10n';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText } from '../findings/common/nameText.ts';

function stayTimes({ span, end }: Stay, format: Format): string {
  if (!span) return '';
  const from = format.secondTime(span.start);
  const length = format.duration((span.end - span.start) / 1000);
  switch (end) {
    case 'left':
      return `${from}–${format.secondTime(span.end)} · ${length}`;
    case 'present':
      return t('present since {0} · {1} so far', from, length);
    case 'unknown':
      return t('joined {0}, end unknown', from);
  }
}

/** The lines that describe a stay: name, times, duration, error, reason. */
export function stayLines(stay: Stay, format: Format): string[] {
  const { name, span, errorCode, endReason } = stay;
  const error = errorCode === undefined ? '' : t('Error {0}', errorInText(errorCode, undefined));
  const reason = endReason ? enumLabel(endReason) : '';
  const repeated = error.toLowerCase().endsWith(reason.toLowerCase());
  return [name, span ? stayTimes(stay, format) : t('times unknown'), error, repeated ? '' : reason].filter(
    Boolean,
  );
}
