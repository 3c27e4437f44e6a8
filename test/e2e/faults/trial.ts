import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { webviewPage } from '../../host/workbench.ts';
import type { LoggedRequest } from '../../sampleServer/server.ts';
import { eventually } from '../steps/eventually.ts';
import { loggedErrors } from '../steps/log.ts';
import { roomPage } from '../steps/roomPage.ts';
import { signIn } from '../steps/signIn.ts';
import type { Stage } from '../steps/stage.ts';
import { literally } from '../steps/text.ts';
import { pressViewButton, row, rowNames, view } from '../steps/tree.ts';
import type { Fault } from './fault.ts';
import { faultTable } from './faultTable.ts';

/** What a fault says, apart from how it comes about. */
export type Told = Omit<Fault, 'answer'>;

/** Tries faults on the list of rooms and on the open panel of one, as a person meets them. */
export class Trial {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Signs in and opens the room, so that there is something to keep. */
  async prepare(room: string): Promise<void> {
    const { page } = this.#stage;
    await signIn(page);
    await row(page, room).click();
    await roomPage(page, room);
  }

  /**
   * Brings a fault about, refreshes both, and looks at what is said, kept and logged; then ends the fault and
   * takes what is offered.
   */
  async run(told: Told, begin: () => void | Promise<void>, end: () => void | Promise<void>): Promise<void> {
    const { said } = told;
    const outcome = faultTable.begin(told.name, said);
    const before = await this.#kept();
    assert.ok(before.rooms.length === 10 && before.words.length > 100);
    const logged = loggedErrors(this.#stage).length;
    const asked = this.#stage.api.requests.length;
    await begin();
    await this.refresh();
    if (!told.before) await this.#asked(asked);
    await Promise.all([
      said.list !== undefined && this.#toldInList(told, said.list),
      said.panel !== undefined && this.#toldInPanel(told, said.panel),
    ]);
    if (!said.list && !said.panel) await this.#quiet();
    assert.deepEqual(await this.#kept(), before);
    outcome.kept();
    const requests = this.#stage.api.requests.slice(asked);
    const errors = loggedErrors(this.#stage).slice(logged);
    if (told.before) assertEachOnce(errors);
    else assertLogged(told, errors, requests);
    const { followed } = told;
    if (followed)
      assert.ok(
        requests.some(({ url }) => followed.test(url)),
        `${followed} was asked for`,
      );
    await end();
    await this.#retry(told);
    assert.deepEqual(await this.#kept(), before);
    outcome.over();
  }

  /** Asks for the panel's room and for the list anew. */
  async refresh(): Promise<void> {
    await this.#panel.getByRole('button', { name: 'Refresh' }).click();
    await pressViewButton(this.#stage.page, 'Refresh');
  }

  get #panel(): FrameLocator {
    return webviewPage(this.#stage.page);
  }

  /** The rooms at the head of the list, and all that the panel says below its failure and does not change with the time. */
  async #kept(): Promise<{ rooms: (string | undefined)[]; words: string[] }> {
    const rooms = (await rowNames(this.#stage.page, 2)).filter((name) => / participants?(,|$)/.test(name));
    const sections = (await this.#panel.locator('section').allInnerTexts()).join('\n');
    const words = sections.split('\n').filter((line) => !/Expires in|participants/.test(line));
    return { rooms: rooms.slice(0, 10).map((name) => name.split(', ')[0]), words };
  }

  async #toldInList(told: Told, title: string): Promise<void> {
    const { page } = this.#stage;
    const name = told.gap
      ? new RegExp(`^Rooms missing: .*${literally(title)}`)
      : new RegExp(`^${literally(title)}`);
    const failure = page.getByRole('treeitem', { name });
    await failure.waitFor(within(told));
    if (told.detail) assert.match((await failure.getAttribute('aria-label')) ?? '', told.detail);
    const state = told.gap ? /rooms/ : /rooms, not up to date$/;
    await view(page).getByText(state).filter({ visible: true }).first().waitFor();
    for (const step of told.steps ?? []) await row(page, step).waitFor();
  }

  async #toldInPanel(told: Told, title: string): Promise<void> {
    const banner = this.#panel.getByRole('alert').filter({ hasText: title });
    await banner.waitFor(within(told));
    if (told.detail) assert.match(await banner.innerText(), told.detail);
    for (const step of told.steps ?? []) await banner.getByRole('button', { name: step }).waitFor();
  }

  #asked(before: number): Promise<void> {
    const { api } = this.#stage;
    return eventually(() => api.requests.length >= before + 3, 'list, room and participants are asked for');
  }

  /** Waits until everything that was asked for is answered, or given up. */
  #quiet(): Promise<void> {
    return eventually(() => this.#stage.api.inFlight === 0, 'all requests ended');
  }

  /** Does what is offered after a failure; the service is back. */
  async #retry({ said }: Told): Promise<void> {
    const { page } = this.#stage;
    const alert = this.#panel.getByRole('alert');
    // The panel first: a new list brings it up to date too.
    if (said.panel) await alert.getByRole('button', { name: 'Retry' }).click();
    if (said.list) await row(page, 'Retry').click();
    await alert.waitFor({ state: 'detached' });
    await row(page, 'Retry').waitFor({ state: 'detached' });
    // The list is there again: the next fault must not hit its requests, after which *Retry* would stand for *Refresh*.
    await view(page)
      .getByText(/^Last 24 hours · [\d,]+ rooms$/)
      .filter({ visible: true })
      .first()
      .waitFor();
  }
}

/** Waits for an answer that takes this long, and a step more. */
const within = ({ lasting = 0 }: Told) => ({ timeout: (lasting + 15) * 1000 });

/** Every failure is in the log, and none more often than requests failed. */
function assertLogged({ said }: Told, errors: readonly string[], requests: readonly LoggedRequest[]): void {
  const all = errors.join('\n');
  const paths = pathsOf(errors);
  assert.equal(paths.includes(list), Boolean(said.list), all);
  assert.equal(
    paths.some((path) => path.startsWith(`${list}/`)),
    Boolean(said.panel),
    all,
  );
  for (const path of new Set(paths)) {
    const failed = paths.filter((one) => one === path).length;
    const sent = requests.filter(({ url }) => url.split('?', 1)[0] === path).length;
    assert.ok(failed <= sent, `${failed} failures of ${sent} requests: ${all}`);
  }
}

/** Where no request arrives, each of the three is in the log once. */
function assertEachOnce(errors: readonly string[]): void {
  const paths = pathsOf(errors);
  assert.equal(errors.length, 3, errors.join('\n'));
  assert.equal(new Set(paths).size, 3, 'list, room and participants');
  assert.ok(paths.includes(list));
}

const list = '/v1/Video/Rooms';

function pathsOf(errors: readonly string[]): string[] {
  return errors.map((error) => /GET ([^,]+)/.exec(error)?.[1] ?? '');
}
