import { hour } from '../../async/durations.ts';
import { lengthOf, type Slice } from '../model/timeSlice.ts';

interface Hour {
  rooms: number;
  /** How much of the hour has been listed, in milliseconds. */
  covered: number;
}

/**
 * Estimates how many rooms were created in a span of time, from the rooms listed so far. For a listed hour
 * the rate is exact; for others it is the rate of the same hour on other days, because calls follow the time
 * of day; failing that, it is interpolated between the nearest hours of the day.
 */
export class RoomRate {
  readonly #hours = new Map<number, Hour>();
  readonly #daily = Array.from({ length: 24 }, (): Hour => ({ rooms: 0, covered: 0 }));
  #rooms = 0;
  #covered = 0;

  /**
   * Records all rooms of a listed slice.
   * @param created their creation times, in milliseconds since 1970
   */
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

  /** Estimates the number of rooms in a slice. */
  expect(slice: Slice): number {
    let rooms = 0;
    for (const { index, length } of hoursOf(slice)) rooms += this.#density(index) * length;
    return rooms;
  }

  /** Whether at least 80 % of a slice was listed before. */
  knows(slice: Slice): boolean {
    let seen = 0;
    for (const { index, length } of hoursOf(slice)) if (this.#seen(index)) seen += length;
    return seen >= 0.8 * lengthOf(slice);
  }

  /** Splits a slice into its newest part, with about `rooms` rooms, and the rest. */
  split(slice: Slice, rooms: number): Slice[] {
    const [newest = slice] = this.cut(slice, this.expect(slice) / rooms);
    const older = { after: slice.after, before: newest.after };
    return [newest, older].filter((part) => lengthOf(part) > 0);
  }

  /** Cuts a slice into `pieces` slices with about the same number of rooms each, newest first. */
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
      .map((after, index) => ({ after, before: edges[index] ?? slice.before }))
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

  /** Rooms per millisecond at this hour of any day; undefined if under a quarter of an hour was listed. */
  #dailyDensity(index: number): number | undefined {
    const { rooms, covered } = this.#dayHour(index);
    return covered >= hour / 4 ? rooms / covered : undefined;
  }

  /** The rate of the nearest listed hour of the day, before or after it, and the distance in hours. */
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
    const entry = this.#hours.get(index) ?? { rooms: 0, covered: 0 };
    this.#hours.set(index, entry);
    return entry;
  }

  #dayHour(index: number): Hour {
    return this.#daily[((index % 24) + 24) % 24] as Hour;
  }
}

/** The hours that a slice covers, oldest first, and the covered length of each in milliseconds. */
function* hoursOf({ after, before }: Slice): Generator<{ index: number; from: number; length: number }> {
  for (let from = after; from < before; ) {
    const index = Math.floor(from / hour);
    const until = Math.min(before, (index + 1) * hour);
    yield { index, from, length: until - from };
    from = until;
  }
}
