import { setTimeout as sleep } from 'node:timers/promises';
import { InsightsError } from '../../src/insights/core/errors.ts';
import { Connections } from '../../src/insights/network/connections.ts';
import { httpTransport } from '../../src/insights/network/httpTransport.ts';
import { Network } from '../../src/insights/network/network.ts';
import { plainNetwork } from '../../src/insights/network/networkSettings.ts';

/** What a peer is told: as JSON, in its only argument. */
export interface PeerTask {
  readonly origin: string;
  readonly credentials: { readonly username: string; readonly password: string };
  /** Asked for one after the other. */
  readonly paths: readonly string[];
  /** `http.proxy`. */
  readonly proxy?: string;
  /** Milliseconds until an answer has to begin, and to go on. */
  readonly timeout?: number;
}

/** What it tells: as JSON, in its output. */
export interface PeerReport {
  /** For each path the status, or the kind of failure. */
  readonly answers: readonly (number | string)[];
  /** How often requests went over to the process's own `fetch`. */
  readonly switches: number;
  /** Whether undici's dispatchers for the whole process were claimed, by version, before and after. */
  readonly claimed: readonly [before: readonly boolean[], after: readonly boolean[]];
  /** By how many MB the process grew at its most. */
  readonly grown: number;
  /** What keeps the process alive when all is closed: sockets, timers. */
  readonly left: readonly string[];
}

// Asks an API in a process of its own, as an extension host is one: with an environment that Node has read at its
// start, and without anything that another test has loaded.
const task = JSON.parse(process.argv[2] ?? '') as PeerTask;
const claims = () =>
  [1, 2].map((version) => Reflect.has(globalThis, Symbol.for(`undici.globalDispatcher.${version}`)));
const before = claims();
const idle = process.getActiveResourcesInfo();
const memory = process.resourceUsage().maxRSS;
let switches = 0;
const network = new Network({
  settings: { ...plainNetwork, proxy: task.proxy ?? '' },
  environment: {},
  switched: () => switches++,
});
const { timeout = 10_000 } = task;
const wait = { connect: 5_000, headers: timeout, body: timeout, total: 20_000 };
const connections = new Connections(network, 2, wait);
const transport = httpTransport({ ...task, userAgent: 'peer' }, connections);
const answers: (number | string)[] = [];
for (const path of task.paths) {
  const { signal } = new AbortController();
  const answer = transport.send({ path }, signal).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof InsightsError ? error.kind : String(error)),
  );
  answers.push(await answer);
}
await transport.close();
const left = () => process.getActiveResourcesInfo().filter((one) => !idle.includes(one));
// What is closed is gone when the system has said so.
for (let turn = 0; turn < 200 && left().length > 0; turn++) await sleep(10);
const grown = (process.resourceUsage().maxRSS - memory) / 1024;
const report: PeerReport = { answers, grown, switches, claimed: [before, claims()], left: left() };
console.log(JSON.stringify(report));
