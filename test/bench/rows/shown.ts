import { Room } from '../../../src/insights/resources/room.ts';
import { newestFirst } from '../../../src/rooms/filter/sorting.ts';
import { RoomIndex } from '../../../src/rooms/search/roomIndex.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { Format } from '../../../src/text/format.ts';
import { atMost, median, ms, type Row, type Scale, timed } from '../row.ts';

/** The work of "Go to Room…" when it opens and at each key press. */
export async function shownRows({ many, rounds, now }: Scale): Promise<Row[]> {
  const world = new SampleWorld({ size: many, now });
  const rooms = Array.from({ length: many }, (_, place) => new Room({ ...world.room(place) }));
  const format = new Format({ locale: 'en', times: 'local', now: () => now });
  const times: number[] = [];
  const reading: number[] = [];
  let index = new RoomIndex([], format);
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    index = new RoomIndex(newestFirst(rooms), format);
    const found = index.find('', 100);
    if (found.count !== many) throw new Error(`${found.count} rooms are in the index`);
    const opened = performance.now();
    if (round > 0) times.push(opened - started);
    index.readOn(Number.POSITIVE_INFINITY);
    if (round > 0) reading.push(performance.now() - opened);
  }
  const typed = 'algebra 14:05';
  const keys = [...typed].map((_, place) => typed.slice(0, place + 1));
  let found = 0;
  const typing = await timed(rounds, () => {
    found = keys.reduce((sum, text) => sum + index.find(text, 100).count, 0);
  });
  const work = { rooms: index.size, found };
  const size = many.toLocaleString('en');
  return [
    atMost(100, {
      ...{ name: `Go to Room… opens over ${size} rooms`, unit: 'ms', value: median(times), work },
      note: `until the first 100 stand; names, SIDs and times are read meanwhile, in slices: ${ms(median(reading))} in all`,
    }),
    atMost(16, {
      ...{ name: `Go to Room… with each key, ${size} rooms`, unit: 'ms', value: typing / keys.length, work },
      note: `typing “${typed}”: ${ms(typing)}`,
    }),
  ];
}
