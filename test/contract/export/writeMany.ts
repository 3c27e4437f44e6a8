import { serializeRooms } from '../../../src/export/list/serializeRooms.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { atomicWrite } from '../../../src/ui/files/atomicWrite.ts';

// Writes 100,000 rooms to the file that is named, `streamed` as an export does or `gathered` into one text first.
// They are those of a small world over and over: a large one would itself take the memory that is measured.
const [path = '', how] = process.argv.slice(2);
const world = new SampleWorld({ size: 2000, now: Date.UTC(2026, 10, 25, 12) });

function* rooms(): Generator<Room> {
  for (let position = 0; position < 100_000; position++) yield new Room(world.room(position % world.size));
}

function* pieces(): Generator<string> {
  for (const { text } of serializeRooms(rooms(), 'ndjson')) yield text;
}

const text = how === 'gathered' ? [[...pieces()].join('')] : pieces();
await atomicWrite(path, text, new AbortController().signal);
