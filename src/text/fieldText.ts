import { t } from '@vscode/l10n';
import type { FieldTable, Resource } from '../insights/resources/resource.ts';
import { enumLabel } from './enumLabels.ts';
import { emptyValue, type Format, isoTime } from './format.ts';
import { joinList } from './joinText.ts';
import { markUnseen } from './plainText.ts';
import type { FieldShow } from './roomFields.ts';
import { isTwilioPage } from './twilioUrl.ts';

/** The text of a field, and how to render it. */
export interface FieldText {
  /** Humanized; "—" for null. */
  readonly text: string;
  /**
   * Whether the API sent a value, sent null, omitted the field, or sent a value that the field cannot have.
   */
  readonly state: 'value' | 'null' | 'missing' | 'invalid';
  /** The value as the API sent it. Absent for null and missing. */
  readonly raw?: string;
  /** The exact value: ISO 8601 for a time, all digits for a duration. */
  readonly exact?: string;
  /** `code` is monospaced, `error` stands out. */
  readonly tone?: 'code' | 'error';
  /** The address, if it is a page of Twilio. */
  readonly href?: string;
}

/** The text of a resource's field, to show and copy. */
export function fieldText<Fields extends FieldTable>(
  resource: Resource<Fields>,
  name: keyof Fields & string,
  show: FieldShow,
  format: Format,
): FieldText {
  const state = resource.state(name);
  if (state === 'missing' || state === 'null') return { text: emptyValue, state };
  const raw = rawText(resource.field(name));
  if (raw === '') return { text: t('(empty)'), state, raw };
  // An invalid value is shown as it was sent, for the user to judge.
  if (state === 'invalid') return { text: markUnseen(raw), state, raw, tone: 'code' };
  return { ...formatValue(resource.read(name), raw, show, format), state, raw };
}

/** The text of a value without a schema: a field that the API added later, or a key of an open object. */
export function otherFieldText(value: unknown): FieldText {
  if (value === undefined) return { text: emptyValue, state: 'missing' };
  if (value === null) return { text: emptyValue, state: 'null' };
  const raw = rawText(value);
  if (raw === '') return { text: t('(empty)'), state: 'value', raw };
  if (typeof value === 'boolean') return { text: yesOrNo(value), state: 'value', raw };
  return {
    text: markUnseen(raw),
    state: 'value',
    raw,
    ...(typeof value === 'object' ? { tone: 'code' } : {}),
  };
}

/** A value to copy: text unchanged, everything else as JSON. */
function rawText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

type FormattedValue = Pick<FieldText, 'text' | 'exact' | 'tone' | 'href'>;

function formatValue(value: unknown, raw: string, show: FieldShow, format: Format): FormattedValue {
  const text = markUnseen(raw);
  switch (show) {
    case 'text':
    case 'object':
      return { text };
    case 'name':
      return { text, tone: 'code' };
    case 'enum':
      return { text: enumLabel(raw), exact: text };
    case 'time':
      return typeof value === 'number' ? { text: format.fullTime(value), exact: isoTime(value) } : { text };
    case 'duration':
      return typeof value === 'number'
        ? { text: format.duration(value), exact: format.seconds(value) }
        : { text };
    case 'number':
      return { text: typeof value === 'number' ? format.number(value) : text };
    case 'flag':
      return { text: yesOrNo(value === true) };
    case 'list':
      return { text: Array.isArray(value) && value.length > 0 ? joinList(value.map(enumLabel)) : t('none') };
    case 'link':
      return isTwilioPage(raw) ? { text, href: raw } : { text, tone: 'code' };
  }
}

function yesOrNo(value: boolean): string {
  return value ? t('Yes') : t('No');
}
