import { t } from '@vscode/l10n';
import { countedOutcomes, countOutcomes } from '../../calls/analysis/outcomeCounts.ts';
import { errorInText } from '../../calls/findings/common/nameText.ts';
import type { Call } from '../../calls/summary/call.ts';
import { outcomeLabel } from '../../calls/summary/outcomesText.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { CompareRowView, CompareView, PropertyView } from '../../protocol/roomPage.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { emptyValue, type Format } from '../../text/format.ts';
import type { LabelOf } from '../../text/names/participantLabels.ts';
import { deviceLabel, participantName } from '../../text/participantText.ts';
import { roomTitle } from '../../text/roomText.ts';
import { withoutIsolates } from '../../unicode/isolate.ts';
import { participantProperties } from './participantsView.ts';
import { roomView } from './roomView.ts';

/** Fields that always differ without meaning anything: names, SIDs, URLs, times. */
const ignoredFields = new Set([
  'room_name',
  'room_sid',
  'url',
  'links.participants',
  'create_time',
  'end_time',
  'participant_sid',
  'participant_identity',
  'join_time',
  'leave_time',
  'error_code_url',
]);

/** The meaningful differences between two rooms. */
export function compareRooms(left: Call, right: Call, format: Format): CompareView {
  const properties = ({ room }: Call) => roomView(room, format).groups.flatMap((group) => group.properties);
  return compareView(
    [left, right].map(({ room }) => withoutIsolates(roomTitle(room))) as [string, string],
    [...callTraits(left, format), ...traits(properties(left))],
    [...callTraits(right, format), ...traits(properties(right))],
    format,
  );
}

/**
 * The meaningful differences between two participants, of one room or of two.
 * @param labelOf gives the label of a participant among those of the rooms
 */
export function compareParticipants(
  left: Participant,
  right: Participant,
  labelOf: LabelOf,
  format: Format,
): CompareView {
  const view = compareView(
    [labelOf(left), labelOf(right)],
    traits(participantProperties(left, format)),
    traits(participantProperties(right, format)),
    format,
  );
  return { ...view, fullTitles: [participantName(left), participantName(right)] };
}

/** A large room has a long tail of devices and reasons; the differences are at its head. */
const maxLines = 8;

/** Smaller differences between shares are chance: two rooms never have the same participants. */
const minShareDifference = 0.1;

type Shares = ReadonlyMap<string, number>;
type Trait = Omit<CompareRowView, 'left' | 'right'> & {
  readonly text: string;
  /** The share of participants with each value: absolute numbers differ with the size of the room. */
  readonly shares?: Shares;
};

function traits(properties: readonly PropertyView[]): Trait[] {
  return properties
    .filter(({ key }) => !ignoredFields.has(key))
    .map(({ key, label, meaning, state, text }) => ({
      key,
      label,
      meaning,
      text: state === 'missing' ? emptyValue : text,
    }));
}

/** The traits of all participants of a room together. */
function callTraits({ participants, analysis: call }: Call, format: Format): Trait[] {
  const counts = countOutcomes(call.stays);
  const peak = call.presence.peak?.participants.count ?? 0;
  const all = (
    key: string,
    label: string,
    meaning: string,
    read: (one: Participant) => string | undefined,
  ) => ({
    ...trait(key, label, meaning, distinct(participants.map(read), format)),
    shares: sharesOf(participants.map(read)),
  });
  const rate = (key: keyof typeof counts, label: string, meaning: string): Trait => {
    const share = counts.all === 0 ? 0 : counts[key] / counts.all;
    const args = [format.number(counts[key]), format.number(counts.all), format.percent(share)];
    // The rate is compared, to the percent: any difference matters.
    const shares = new Map([[format.percent(share), 1]]);
    return { ...trait(key, label, meaning, t('{0} of {1} ({2})', ...args)), shares };
  };
  return [
    trait('peak', t('Peak'), t('The most participants in the room at the same time.'), format.number(peak)),
    rate(
      'failed',
      t('Failures'),
      t('Stays that dropped, could not begin, or were disconnected, and their share.'),
    ),
    ...countedOutcomes.map((outcome) =>
      rate(outcome, outcomeLabel(outcome), t('Stays with this end, and their share of all stays.')),
    ),
    all('errors', t('Errors'), t('Error codes of the participants.'), (one) =>
      one.errorCode === undefined ? undefined : errorInText(one.errorCode, undefined),
    ),
    all('ends', t('End reasons'), t('End reasons of the participants.'), (one) =>
      enumText(one.read('end_reason')),
    ),
    all('devices', t('SDKs and devices'), t('What the participants used.'), (one) => deviceLabel(one)),
    all('edges', t('Edges'), t('Edges that the participants connected to.'), (one) =>
      enumText(one.read('edge_location')),
    ),
    all('regions', t('Media regions'), t('Media regions of the participants.'), (one) =>
      enumText(one.read('media_region')),
    ),
  ];
}

function enumText(value: string | undefined): string | undefined {
  return value === undefined ? undefined : enumLabel(value);
}

function trait(key: string, label: string, meaning: string, text: string): Trait {
  return { key, label, meaning, text };
}

/** Each value once, the most frequent first, with its number of occurrences. */
function distinct(values: readonly (string | undefined)[], format: Format): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size === 0) return emptyValue;
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
    .map(([value, count]) => (count === 1 ? value : t('{0} (×{1})', value, format.number(count))))
    .join('\n');
}

function sharesOf(values: readonly (string | undefined)[]): Shares {
  const known = values.filter((value) => value !== undefined && value !== '');
  const groups = [...Map.groupBy(known, (value) => value)];
  return new Map(groups.map(([value, those]) => [value ?? '', those.length / known.length]));
}

/** Whether both have the same values with about the same shares of the participants whose value is known. */
function alike(left: Shares, right: Shares): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(([value, share]) => {
    const other = right.get(value);
    return other !== undefined && Math.abs(share - other) < minShareDifference;
  });
}

/** The first lines of a long list, and the number of the others. */
function shorten(text: string, format: Format): string {
  const lines = text.split('\n');
  const more = lines.length - maxLines;
  if (more <= 1) return text;
  return [...lines.slice(0, maxLines), t('{0} more', format.number(more))].join('\n');
}

function compareView(
  titles: readonly [string, string],
  left: readonly Trait[],
  right: readonly Trait[],
  format: Format,
): CompareView {
  const others = new Map(right.map((one) => [one.key, one]));
  const rows: CompareRowView[] = [];
  let same = 0;
  for (const { key, label, meaning, text, shares } of left) {
    const { text: other = emptyValue, shares: otherShares } = others.get(key) ?? {};
    others.delete(key);
    if (other === text || (shares && otherShares && alike(shares, otherShares))) same++;
    else rows.push({ key, label, meaning, left: shorten(text, format), right: shorten(other, format) });
  }
  for (const { key, label, meaning, text } of others.values()) {
    if (text !== emptyValue)
      rows.push({ key, label, meaning, left: emptyValue, right: shorten(text, format) });
  }
  const summary =
    rows.length === 0
      ? t('Nothing differs but names, SIDs and times.')
      : t(
          'Different: {0}. The same: {1}. Names, SIDs and times are left out.',
          format.number(rows.length),
          format.number(same),
        );
  return { titles, rows, summary };
}
