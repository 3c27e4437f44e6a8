import type { Outcome, Task } from '../contenders/contender.ts';
import { Process, startServer } from '../process.ts';
import { atLeast, atMost, median, ms, type Row, type Scale } from '../row.ts';

const day = 86_400_000;
const contenders = ['baseline', 'twilio', 'ours'] as const;
type Contender = (typeof contenders)[number] | 'refresh';

/** The outcome of one contender, with its number of requests. */
type Measured = Outcome & { readonly requests: number };

/** Lists rooms with this extension, Twilio's library and the baseline, in turns. */
export async function listRows({ many, distant, latency, rounds, now }: Scale): Promise<Row[]> {
  const near = await compare({ size: many, latency: 0, rounds, now });
  const short = await compare({ size: many / 10, latency: 0, rounds, now }, ['ours']);
  const far = await compare({ size: distant, latency, rounds, now }, ['twilio', 'ours', 'refresh']);
  const small = await compare({ size: 30, latency: 0, rounds: 1, now }, ['ours']);
  const rooms = `${many.toLocaleString('en')} rooms`;
  const times = (of: Compared) => contenders.flatMap((contender) => describe(of, contender)).join(', ');
  return [
    atMost(1.25, {
      ...{ name: `List ${rooms}: time, of the baseline's`, unit: '×', value: near.ratio('ours', 'baseline') },
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
      ...{ unit: '×', value: far.ratio('twilio', 'refresh') },
      note: `this ${ms(far.median('refresh', milliseconds))}; ${far.median('refresh', ({ requests }) => requests)} requests`,
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
      note: `Twilio's client ${perRoom(near, 'twilio').toFixed(2)} KB, the baseline ${perRoom(near, 'baseline').toFixed(2)} KB`,
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

function perRoom(compared: Compared, contender: Contender): number {
  return compared.median(contender, ({ bytes, rooms }) => bytes / rooms) / 1024;
}

function describe(compared: Compared, contender: Contender): string[] {
  const names = { baseline: 'baseline', twilio: 'Twilio', ours: 'this', refresh: 'refresh' };
  return compared.has(contender)
    ? [`${names[contender]} ${ms(compared.median(contender, milliseconds))}`]
    : [];
}

function prefixed(prefix: string, work: Row['work']): Row['work'] {
  return Object.fromEntries(Object.entries(work).map(([name, value]) => [`${prefix} ${name}`, value]));
}

/** Outcomes of the contenders, by round. */
class Compared {
  readonly #rounds: readonly ReadonlyMap<Contender, Measured>[];

  constructor(rounds: readonly ReadonlyMap<Contender, Measured>[]) {
    this.#rounds = rounds;
  }

  has(contender: Contender): boolean {
    return this.#rounds[0]?.has(contender) ?? false;
  }

  median(contender: Contender, read: (outcome: Measured) => number): number {
    return median(this.#rounds.map((round) => read(of(round, contender))));
  }

  /** The median of the rounds' time ratios: other load on the machine affects both contenders of a round. */
  ratio(one: Contender, other: Contender): number {
    return median(this.#rounds.map((round) => of(round, one).milliseconds / of(round, other).milliseconds));
  }

  /** The fewest rooms, and distinct rooms, that any contender listed in any round. */
  get work(): Record<string, number> {
    const all = this.#rounds.flatMap((round) => [...round.values()]);
    return {
      rooms: Math.min(...all.map(({ rooms }) => rooms)),
      distinct: Math.min(...all.map(({ distinct }) => distinct)),
      rounds: this.#rounds.length,
    };
  }
}

function of(round: ReadonlyMap<Contender, Measured>, contender: Contender): Measured {
  const outcome = round.get(contender);
  if (!outcome) throw new Error(`${contender} was not measured`);
  return outcome;
}

interface Comparison {
  readonly size: number;
  readonly latency: number;
  readonly rounds: number;
  readonly now: number;
}

/** Each contender, in a process of its own, lists the same week once per round; the first round is a warm-up. */
async function compare(
  { rounds, ...world }: Comparison,
  among: readonly Contender[] = contenders,
): Promise<Compared> {
  const server = await startServer(world);
  const processes = new Map<Contender, Process>();
  const measured: Map<Contender, Measured>[] = [];
  try {
    for (const contender of among) {
      const started = new Process(`./contenders/${contender}.ts`, {});
      processes.set(contender, started);
      await started.answer();
    }
    const { now } = world;
    const task: Task = { origin: server.url, createdAfter: now - 8 * day, createdBefore: now };
    for (let round = 0; round <= rounds; round++) {
      const outcomes = new Map<Contender, Measured>();
      for (const [contender, running] of processes) {
        const before = await server.requests();
        const outcome = await running.ask<Outcome>(task);
        if (outcome.rooms !== world.size || outcome.distinct !== world.size)
          throw new Error(`${contender} listed ${outcome.distinct} of ${world.size} rooms`);
        outcomes.set(contender, { ...outcome, requests: (await server.requests()) - before });
      }
      if (round > 0) measured.push(outcomes);
    }
  } finally {
    for (const one of processes.values()) await one.end();
    await server.end();
  }
  return new Compared(measured);
}
