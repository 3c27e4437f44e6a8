import { hour } from '../../async/durations.ts';
import { lengthOf, type Slice } from '../model/timeSlice.ts';

interface Hour {
  rooms: number;
  /** How much of the hour the rooms stand for, in milliseconds. */
  covered: number;
}

/**
 * How many rooms there are when, from what has come: exact for hours that were
 * seen, and for others as at the same hour of other days, for people's calls
 * follow the clock; else as between the hours next to it.
 */
export class RoomRate {
  readonly #hours = new Map<number, Hour>();
  readonly #daily = Array.from({ length: 24 }, (): Hour => ({ rooms: 0, covered: 0 }));
  #rooms = 0;
  #covered = 0;

  /** Learns that these are all the rooms of a slice, by their times of creation. */
  learn(slice: Slice, created: readonly number[]): void {
    for (const { index, length } of hoursOf(slice)) this.#hourOf(index).covered += length;
    for (const time of created) {
      if (time >= slice.after && time < slice.before) this.#hourOf(Math.floor(time / hour)).rooms++;
    }
    for (const { index, length } of hoursOf(slice)) this.#dayHour(index).covered += length;
    for (const time of created) this.#dayHour(Math.floor(time / hour)).rooms++;
    this.#rooms += created.length;
    this.#covered += lengthOf(slice);
  }

  /** How many rooms a slice holds, as far as can be told. */
  expect(slice: Slice): number {
    let rooms = 0;
    for (const { index, length } of hoursOf(slice)) rooms += this.#density(index) * length;
    return rooms;
  }

  /** Whether most of a slice has been seen before. */
  knows(slice: Slice): boolean {
    let seen = 0;
    for (const { index, length } of hoursOf(slice)) if (this.#seen(index)) seen += length;
    return seen >= 0.8 * lengthOf(slice);
  }

  /** The newest part of a slice, of about so many rooms, and the rest. */
  split(slice: Slice, rooms: number): Slice[] {
    const [newest = slice] = this.cut(slice, this.expect(slice) / rooms);
    const older = { after: slice.after, before: newest.after };
    return [newest, older].filter((part) => lengthOf(part) > 0);
  }

  /** Cuts a slice into so many of about as many rooms each, the newest first. */
  cut(slice: Slice, pieces: number): Slice[] {
    const share = this.expect(slice) / pieces;
    if (pieces < 2 || share === 0) return [slice];
    const cuts: number[] = [];
    let rooms = 0;
    for (const { index, from, length } of [...hoursOf(slice)].reverse()) {
      const density = this.#density(index);
      let left = density * length;
      while (cuts.length < pieces - 1 && rooms + left >= share) {
        left -= share - rooms;
        rooms = 0;
        cuts.push(Math.ceil(from + left / density));
      }
      rooms += left;
    }
    const edges = [slice.before, ...new Set(cuts), slice.after];
    return edges
      .slice(1)
      .map((after, place) => ({ after, before: edges[place] ?? slice.before }))
      .filter((part) => lengthOf(part) > 0);
  }

  /** Rooms per millisecond. */
  #density(index: number): number {
    const exact = this.#hours.get(index);
    if (exact && this.#seen(index)) return exact.rooms / exact.covered;
    const daily = this.#dailyDensity(index);
    if (daily !== undefined) return daily;
    const [before, after] = [this.#nearest(index, -1), this.#nearest(index, 1)];
    if (!before || !after) return this.#covered > 0 ? this.#rooms / this.#covered : 0;
    return (
      (before.density * after.distance + after.density * before.distance) / (before.distance + after.distance)
    );
  }

  /** Rooms per millisecond at this hour of any day; undefined where too little of it was seen. */
  #dailyDensity(index: number): number | undefined {
    const { rooms, covered } = this.#dayHour(index);
    return covered >= hour / 4 ? rooms / covered : undefined;
  }

  /** The nearest hour of the day that was seen, backwards or forwards around the clock. */
  #nearest(index: number, step: -1 | 1): { density: number; distance: number } | undefined {
    for (let distance = 1; distance < 24; distance++) {
      const density = this.#dailyDensity(index + step * distance);
      if (density !== undefined) return { density, distance };
    }
    return undefined;
  }

  #seen(index: number): boolean {
    return (this.#hours.get(index)?.covered ?? 0) >= hour / 4;
  }

  #hourOf(index: number): Hour {
    const known = this.#hours.get(index) ?? { rooms: 0, covered: 0 };
    this.#hours.set(index, known);
    return known;
  }

  #dayHour(index: number): Hour {
    return this.#daily[((index % 24) + 24) % 24] as Hour;
  }
}

/** The hours that a slice touches, from the oldest, and how much of each. */
function* hoursOf({ after, before }: Slice): Generator<{ index: number; from: number; length: number }> {
  for (let from = after; from < before; ) {
    const index = Math.floor(from / hour);
    const until = Math.min(before, (index + 1) * hour);
    yield { index, from, length: until - from };
    from = until;
  }
}
