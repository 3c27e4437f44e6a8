import { Process, startServer } from '../process.ts';
import { atLeast, atMost, median, ms, type Row, type Scale } from '../row.ts';
import type { Outcome, Task } from '../sides/side.ts';

const day = 86_400_000;
const sides = ['floor', 'twilio', 'ours'] as const;
type Side = (typeof sides)[number] | 'again';

/** A list by one side, and how many requests it took. */
type Measured = Outcome & { readonly requests: number };

/** Lists of rooms by this extension, by Twilio's library and by the floor, in turns. */
export async function listRows({ many, distant, latency, rounds, now }: Scale): Promise<Row[]> {
  const near = await compare({ size: many, latency: 0, rounds, now });
  const short = await compare({ size: many / 10, latency: 0, rounds, now }, ['ours']);
  const far = await compare({ size: distant, latency, rounds, now }, ['twilio', 'ours', 'again']);
  const small = await compare({ size: 30, latency: 0, rounds: 1, now }, ['ours']);
  const rooms = `${many.toLocaleString('en')} rooms`;
  const times = (of: Compared) => sides.flatMap((side) => describe(of, side)).join(', ');
  return [
    atMost(1.25, {
      ...{ name: `List ${rooms}: time, of the floor's`, unit: '×', value: near.ratio('ours', 'floor') },
      ...{ note: times(near), work: near.work },
    }),
    atMost(0.65, {
      ...{
        name: `List ${rooms}: time, of Twilio's client's`,
        unit: '×',
        value: near.ratio('ours', 'twilio'),
      },
      ...{ note: times(near), work: near.work },
    }),
    atLeast(5, {
      name: `List ${distant.toLocaleString('en')} rooms, ${latency} ms a page: faster than Twilio's client`,
      ...{ unit: '×', value: far.ratio('twilio', 'ours') },
      note: `${times(far)}; ${far.median('ours', ({ requests }) => requests)} requests, at most 8 at a time`,
      work: far.work,
    }),
    atLeast(5, {
      name: `List them again, ${latency} ms a page: faster than Twilio's client`,
      ...{ unit: '×', value: far.ratio('twilio', 'again') },
      note: `this ${ms(far.median('again', milliseconds))}; ${far.median('again', ({ requests }) => requests)} requests`,
      work: far.work,
    }),
    atMost(1, {
      ...{ name: 'List 30 rooms: requests', unit: 'requests', note: '', work: small.work },
      value: small.median('ours', ({ requests }) => requests),
    }),
    atMost(50, {
      name: `Longest block of the event loop while ${rooms} are listed`,
      ...{ unit: 'ms', value: near.median('ours', ({ longestBlock }) => longestBlock), work: near.work },
      note: `Twilio's client ${ms(near.median('twilio', ({ longestBlock }) => longestBlock))}`,
    }),
    atMost(1.2, {
      ...{ name: 'Memory kept for each room', unit: 'KB', value: perRoom(near, 'ours'), work: near.work },
      note: `Twilio's client ${perRoom(near, 'twilio').toFixed(2)} KB, the floor ${perRoom(near, 'floor').toFixed(2)} KB`,
    }),
    atMost(11, {
      name: `Growth from ${(many / 10).toLocaleString('en')} to ${rooms}: time`,
      ...{ unit: '×', work: { ...near.work, ...prefixed('short', short.work) } },
      value: near.median('ours', milliseconds) / short.median('ours', milliseconds),
      note: `${ms(short.median('ours', milliseconds))} → ${ms(near.median('ours', milliseconds))}`,
    }),
    atMost(11, {
      name: `Growth from ${(many / 10).toLocaleString('en')} to ${rooms}: memory`,
      ...{ unit: '×', work: { ...near.work, ...prefixed('short', short.work) }, note: '' },
      value: near.median('ours', ({ bytes }) => bytes) / short.median('ours', ({ bytes }) => bytes),
    }),
  ];
}

const milliseconds = (outcome: Measured): number => outcome.milliseconds;

function perRoom(compared: Compared, side: Side): number {
  return compared.median(side, ({ bytes, rooms }) => bytes / rooms) / 1024;
}

function describe(compared: Compared, side: Side): string[] {
  const names = { floor: 'floor', twilio: 'Twilio', ours: 'this', again: 'again' };
  return compared.has(side) ? [`${names[side]} ${ms(compared.median(side, milliseconds))}`] : [];
}

function prefixed(prefix: string, work: Row['work']): Row['work'] {
  return Object.fromEntries(Object.entries(work).map(([name, value]) => [`${prefix} ${name}`, value]));
}

/** What some sides measured, round by round. */
class Compared {
  readonly #rounds: readonly ReadonlyMap<Side, Measured>[];

  constructor(rounds: readonly ReadonlyMap<Side, Measured>[]) {
    this.#rounds = rounds;
  }

  has(side: Side): boolean {
    return this.#rounds[0]?.has(side) ?? false;
  }

  median(side: Side, read: (outcome: Measured) => number): number {
    return median(this.#rounds.map((round) => read(of(round, side))));
  }

  /** The median of the rounds' ratios of time: what else the machine does hits both sides of a round. */
  ratio(one: Side, other: Side): number {
    return median(this.#rounds.map((round) => of(round, one).milliseconds / of(round, other).milliseconds));
  }

  /** The fewest rooms that any side listed in any round, and different ones of them. */
  get work(): Record<string, number> {
    const all = this.#rounds.flatMap((round) => [...round.values()]);
    return {
      rooms: Math.min(...all.map(({ rooms }) => rooms)),
      distinct: Math.min(...all.map(({ distinct }) => distinct)),
      rounds: this.#rounds.length,
    };
  }
}

function of(round: ReadonlyMap<Side, Measured>, side: Side): Measured {
  const outcome = round.get(side);
  if (!outcome) throw new Error(`${side} was not measured`);
  return outcome;
}

interface Comparison {
  readonly size: number;
  readonly latency: number;
  readonly rounds: number;
  readonly now: number;
}

/** Each side in a process of its own lists the same week, one after the other, again and again; the first round warms up. */
async function compare({ rounds, ...world }: Comparison, among: readonly Side[] = sides): Promise<Compared> {
  const server = await startServer(world);
  const processes = new Map<Side, Process>();
  const measured: Map<Side, Measured>[] = [];
  try {
    for (const side of among) {
      const started = new Process(`./sides/${side}.ts`, {});
      processes.set(side, started);
      await started.answer();
    }
    const { now } = world;
    const task: Task = { origin: server.url, createdAfter: now - 8 * day, createdBefore: now };
    for (let round = 0; round <= rounds; round++) {
      const outcomes = new Map<Side, Measured>();
      for (const [side, running] of processes) {
        const before = await server.requests();
        const outcome = await running.ask<Outcome>(task);
        if (outcome.rooms !== world.size || outcome.distinct !== world.size)
          throw new Error(`${side} listed ${outcome.distinct} of ${world.size} rooms`);
        outcomes.set(side, { ...outcome, requests: (await server.requests()) - before });
      }
      if (round > 0) measured.push(outcomes);
    }
  } finally {
    for (const one of processes.values()) await one.end();
    await server.end();
  }
  return new Compared(measured);
}
