import { t } from '@vscode/l10n';
import { type Severity, severityLabel } from '../calls/findings/common/severity.ts';
import { IsoFormat } from '../export/report/isoFormat.ts';
import { normalizeEnum } from '../insights/core/normalizeEnum.ts';
import type { Room } from '../insights/resources/room.ts';
import { filterText } from '../rooms/filter/filterText.ts';
import { roomFacetValues } from '../rooms/filter/roomFacets.ts';
import { type RoomFilter, roomMatcher } from '../rooms/filter/roomFilter.ts';
import { newestFirst, type SortOrder, sortOrderLabel, sortRooms } from '../rooms/filter/sorting.ts';
import { enumLabel } from '../text/enumLabels.ts';
import type { Format } from '../text/format.ts';
import { joinList, joinSentences } from '../text/joinText.ts';
import { inline, table } from '../text/markdown.ts';
import { plainText } from '../text/plainText.ts';
import { roomDuration, roomStatus } from '../text/roomText.ts';
import type { AskedRooms } from './roomLookup.ts';
import type { ListInput } from './toolInput.ts';

/** The input of an answer about many rooms. */
export interface ListAnswerInput {
  readonly asked: AskedRooms;
  readonly input: ListInput;
  readonly sample: boolean;
  /** Whether the names of rooms may be shared. */
  readonly names: boolean;
  readonly nameOf: (room: Room) => string;
  /**
   * The most severe finding; `none` if the participants are known and there is none, undefined if they are not
   * known.
   */
  readonly problemOf: (room: Room) => Severity | 'none' | undefined;
}

/** Number of rows if the input has no `limit`. */
const defaultRows = 20;
/** Maximum number of distinct values counted by name; the others are counted together. */
const maxValues = 8;

/** The rooms that match the input, without its conditions on participants; newest first. */
export function roomsAskedFor(
  { asked, input }: Pick<ListAnswerInput, 'asked' | 'input'>,
  now: number,
): Room[] {
  return newestFirst(asked.rooms.filter(roomMatcher(plainFilter(input), () => undefined, now)));
}

/**
 * An answer about many rooms: their number and kinds, then as many of them as requested and as fit, and what
 * is left out. Computed once for all numbers of rows.
 */
export function listAnswer(
  answerInput: ListAnswerInput,
  given: Format,
): { rows: number; text: (rows: number) => string } {
  const format = new IsoFormat(given);
  const { input, asked, problemOf } = answerInput;
  const now = format.now();
  const newest = roomsAskedFor(answerInput, now);
  const matching = newest.filter((room) => isWanted(problemOf(room), input.problem));
  const order: SortOrder = input.sort ?? 'worst';
  const problems = new Map(newest.map((room) => [room.key, problemOf(room)]));
  const severityOf = (key: string) => {
    const problem = problems.get(key);
    return problem === 'none' ? undefined : problem;
  };
  const sorted = sortRooms(matching, order, { now, severityOf });
  const skip = input.skip ?? 0;
  const page = sorted.slice(skip, skip + (input.limit ?? defaultRows));
  const head = [
    ...(answerInput.sample ? [t('Sample rooms: made up, not calls of anybody.')] : []),
    rangeText(asked, format),
    matchText(answerInput, newest, matching, format),
    ...(matching.length > 0 ? [countsText(matching, problemOf, format)] : []),
  ];
  const text = (rows: number) => {
    const shown = page.slice(0, rows);
    const parts = [
      ...head,
      ...(shown.length > 0
        ? [
            t(
              '{0}: rooms {1} to {2} of {3}',
              sortOrderLabel(order),
              ...[skip + 1, skip + shown.length, matching.length].map((one) => format.number(one)),
            ),
            roomTable(shown, answerInput, format),
          ]
        : []),
      leftOutText(matching.length, skip, shown.length, format),
      ...(answerInput.names
        ? []
        : [t('Names of rooms are replaced, the same one always by the same words.')]),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
  };
  return { rows: page.length, text };
}

function plainFilter({ status, type, region, nameContains }: ListInput): RoomFilter {
  return {
    facets: {
      ...(status && { status: [status] }),
      ...(type && { type: [normalizeEnum(type)] }),
      ...(region && { region: [normalizeEnum(region)] }),
    },
    ...(nameContains && { text: nameContains }),
  };
}

function isWanted(problem: ReturnType<ListAnswerInput['problemOf']>, wanted: ListInput['problem']): boolean {
  if (wanted === undefined) return true;
  return wanted === 'any' ? problem === 'error' || problem === 'warning' : problem === wanted;
}

function rangeText({ window, gaps, expectedLeft }: AskedRooms, format: Format): string {
  const parts = [
    t(
      'Rooms created from {0} until {1} (now it is {2}). All times are UTC.',
      ...[window.after, window.before, format.now()].map((time) => format.fullTime(time)),
    ),
    ...(gaps ? [t('Incomplete: a part of this time could not be listed.')] : []),
    ...(expectedLeft > 0
      ? [
          t(
            'Incomplete: about {0} older rooms were not listed. Ask for a shorter range of time.',
            format.roughly(expectedLeft),
          ),
        ]
      : []),
  ];
  return joinSentences(parts);
}

/** The requested part of a name is not repeated. */
function matchText(
  { asked, input }: ListAnswerInput,
  plain: readonly Room[],
  matching: readonly Room[],
  format: Format,
): string {
  const filter = plainFilter({ ...input, nameContains: undefined });
  const problems = input.problem === 'any' ? ['error', 'warning'] : input.problem ? [input.problem] : [];
  const conditions = [
    ...(input.nameContains ? [t('name or SID as asked')] : []),
    filterText({ facets: { ...filter.facets, problem: problems } }, format),
  ].filter(Boolean);
  const all = format.rooms(asked.rooms.length);
  if (conditions.length === 0) return t('{0} in this range.', all);
  const text = t(
    '{0} in this range, {1} of them: {2}.',
    all,
    format.number(matching.length),
    conditions.join(' · '),
  );
  return input.problem && plain.length > 0
    ? joinSentences([
        text,
        t(
          'Only rooms whose participants are loaded can be found by problems; “check” loads those of the newest.',
        ),
      ])
    : text;
}

function countsText(rooms: readonly Room[], problemOf: ListAnswerInput['problemOf'], format: Format): string {
  const facet = (name: 'type' | 'region') => (room: Room) => {
    const [value] = roomFacetValues(room, name);
    return value === undefined ? t('unknown') : enumLabel(value);
  };
  const lines: (readonly [string, (room: Room) => string])[] = [
    [t('Status'), (room) => roomStatus(room).label],
    [t('Type'), facet('type')],
    [t('Media region'), facet('region')],
    [
      t('Problems'),
      (room) => problemLabel(problemOf(room)) || t('not known, because the participants are not loaded'),
    ],
  ];
  return lines.map(([label, of]) => `- ${inline(`${label}: ${counted(rooms, of, format)}`)}`).join('\n');
}

/** "Group 40, Go 1", the most frequent first. */
function counted(rooms: readonly Room[], of: (room: Room) => string, format: Format): string {
  const counts = new Map<string, number>();
  for (const room of rooms) {
    const value = of(room);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const named = sorted
    .slice(0, maxValues)
    .map(([value, count]) => `${plainText(value)} ${format.number(count)}`);
  const rest = sorted.slice(maxValues).reduce((sum, [, count]) => sum + count, 0);
  return joinList([...named, ...(rest > 0 ? [t('others {0}', format.number(rest))] : [])]);
}

function roomTable(rooms: readonly Room[], { nameOf, problemOf }: ListAnswerInput, format: Format): string {
  const head = [
    t('Room SID'),
    t('Name'),
    t('Status'),
    t('Created at'),
    t('Duration'),
    t('Participants'),
    t('Type'),
    t('Media region'),
    t('Problems'),
  ];
  const now = format.now();
  return table(
    head,
    rooms.map((room) => {
      const lasted = roomDuration(room, now);
      const participants = room.read('unique_participants');
      return [
        room.sid ?? '',
        nameOf(room),
        roomStatus(room).label,
        room.created === undefined ? '' : format.fullTime(room.created),
        lasted ? format.duration(lasted.seconds) : '',
        participants === undefined ? '' : format.number(participants),
        enumLabel(room.read('room_type') ?? ''),
        enumLabel(room.read('media_region') ?? ''),
        problemLabel(problemOf(room)),
      ].map((cell) => inline(plainText(cell)));
    }),
  );
}

function problemLabel(problem: ReturnType<ListAnswerInput['problemOf']>): string {
  if (problem === undefined) return '';
  return problem === 'none' ? t('none') : severityLabel(problem);
}

function leftOutText(count: number, skip: number, shown: number, format: Format): string {
  const before = Math.min(skip, count);
  const after = Math.max(0, count - skip - shown);
  if (count === 0 || before + after === 0) return '';
  const next = skip + shown;
  return after === 0
    ? t('Left out: the first {0}, as asked.', format.rooms(before))
    : t(
        'Left out: {0}. The next ones come with “skip”: {1}; a filter or a shorter range leaves fewer.',
        format.rooms(before + after),
        String(next),
      );
}
