import type { ListAnswerInput } from '../../../src/assistant/listAnswer.ts';
import { RoomNames } from '../../../src/assistant/roomAliases.ts';
import type { RoomAnswerInput, RowsText } from '../../../src/assistant/roomAnswer.ts';
import type { AskedRooms } from '../../../src/assistant/roomLookup.ts';
import { maxCharacters, withRowsThatFit } from '../../../src/assistant/textBudget.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { Format } from '../../../src/text/format.ts';

export const now = Date.UTC(2026, 10, 21, 10, 30);
export const format = new Format({ locale: 'en', times: 'local', now: () => now });
export const world = new SampleWorld({ now });

/** What a tool would give: the answer, as much as fits. */
export async function fitted({ rows, text }: RowsText, most = maxCharacters): Promise<string> {
  return (await withRowsThatFit(text, rows, (tried) => tried.length <= most)) ?? 'nothing fits';
}

export function answerInput(position: number, more: Partial<RoomAnswerInput> = {}): RoomAnswerInput {
  const names = new RoomNames();
  const given = more.names ?? false;
  return {
    room: new Room(world.room(position)),
    participants: world.participants(position).map((json) => new Participant({ ...json })),
    ...{ sample: false, names: given, person: undefined, unreadable: 0 },
    nameOf: (room) => names.of(room, given),
    ...more,
  };
}

export function asked(rooms: readonly Room[]): AskedRooms {
  return { window: { after: now - 7 * 86_400_000, before: now }, rooms, gaps: false, expectedLeft: 0 };
}

export function listFacts(rooms: readonly Room[], more: Partial<ListAnswerInput> = {}): ListAnswerInput {
  const names = new RoomNames();
  const given = more.names ?? false;
  return {
    asked: asked(rooms),
    ...{ input: {}, sample: false, names: given },
    nameOf: (room) => names.of(room, given),
    problemOf: () => undefined,
    ...more,
  };
}

/** Cells of the table's rows, without its head. */
export function rowsOf(answer: string): string[][] {
  const lines = answer.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) => line.slice(2, -2).split(/(?<!\\) \| /));
}
