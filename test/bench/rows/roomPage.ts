import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { pageState } from '../../../src/pages/room/roomPage.ts';
import type { PageState } from '../../../src/protocol/roomPage.ts';
import type { ParticipantsState } from '../../../src/rooms/model/storeState.ts';
import { sampleRooms } from '../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { Format } from '../../../src/text/format.ts';
import { callOf } from '../../callOf.ts';
import { openBrowser } from '../../host/browser.ts';
import { extensionFolder } from '../../host/folders.ts';
import { atMost, median, ms, type Row, type Scale } from '../row.ts';

const styles = ['dist/webview/codicon.css', 'dist/webview/room.css'];
const script = 'dist/webview/room.js';

/** From a room's participants in the store to their picture: the host's analysis and words, and the real page. */
export async function roomPageRows({ people, rounds, now }: Scale): Promise<Row[]> {
  const { room, participantsState } = webinar(people, now);
  const format = new Format({ locale: 'en', times: 'local', now: () => now });
  const server = await servePage();
  const browser = await openBrowser({ viewport: { width: 1280, height: 900 } });
  const hosts: number[] = [];
  const pages: number[] = [];
  const rests: number[] = [];
  let [rows, lanes] = [0, 0];
  try {
    for (let round = 0; round <= rounds; round++) {
      await browser.page.goto(server.url);
      const started = performance.now();
      const call = callOf(room, participantsState, format);
      const facts = { room, participantsState, call, loading: false, signedIn: true };
      const first = pageState({ ...facts, firstOnly: true }, format);
      const host = performance.now() - started;
      const painted = await paint(browser.page, first);
      const goesOn = performance.now();
      const whole = pageState(facts, format);
      const wholeHost = performance.now() - goesOn;
      const filled = await fill(browser.page, whole);
      if (round === 0) continue;
      ({ rows, lanes } = filled);
      hosts.push(host);
      pages.push(painted);
      rests.push(wholeHost + filled.time);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return [
    atMost(100, {
      name: `Open a room of ${people.toLocaleString('en')} participants: data to painted`,
      ...{ unit: 'ms', value: median(hosts.map((host, round) => host + (pages[round] ?? Number.NaN))) },
      note: `analysis and words ${ms(median(hosts))}, page ${ms(median(pages))}; until every row is in the page, ${ms(median(rests))} more`,
      work: { rows, people, lanes },
    }),
  ];
}

/** The large room of every sample world. */
function webinar(people: number, now: number): { room: Room; participantsState: ParticipantsState } {
  const world = new SampleWorld({ now });
  const position = world.positionOf(sampleRooms.webinar.sid) ?? 0;
  const participants = world.participants(position).slice(0, people);
  return {
    room: new Room({ ...world.room(position) }),
    participantsState: {
      participants: participants.map((json) => new Participant({ ...json })),
      ...{ state: 'complete', stale: false, unreadable: 0 },
    },
  };
}

/** Hands the state to the page, and gives the milliseconds until the frame with all of it has been drawn. */
function paint(page: Page, state: PageState): Promise<number> {
  return page.evaluate<number>(`paint(${JSON.stringify(state)})`);
}

interface Filled {
  readonly rows: number;
  /** Of the timeline, which holds those in sight. */
  readonly lanes: number;
  readonly time: number;
}

/** Goes on as the panel does when the page asks for all rows, until they are in it. */
function fill(page: Page, state: PageState): Promise<Filled> {
  return page.evaluate<Filled>(`fill(${JSON.stringify(state)})`);
}

/**
 * In the page. Before the next frame is drawn, what it will show is there: the
 * summary, the findings, lanes and the table's first rows, which are drawn together. What is posted then comes after the drawing.
 */
const paintScript = `
const frame = () => new Promise(requestAnimationFrame);
const drawn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(undefined);
});
const wanted = new Promise((resolve) => {
  window.acquireVsCodeApi = () => ({ postMessage: ({ type }) => type === 'allRows' && resolve(), setState() {}, getState() {} });
});
async function paint(state) {
  const started = performance.now();
  window.postMessage({ type: 'state', state }, '*');
  const parts = ['.call-summary', '.findings', '.lane', 'tbody tr'];
  do await frame(); while (parts.some((part) => !document.querySelector(part)));
  await drawn();
  return performance.now() - started;
}
async function fill(state) {
  await wanted;
  const started = performance.now();
  window.postMessage({ type: 'state', state }, '*');
  const rows = () => document.querySelectorAll('tbody tr').length;
  while (rows() < state.participants.rows.length) await frame();
  await drawn();
  return { rows: rows(), lanes: document.querySelectorAll('.lane').length, time: performance.now() - started };
}`;

/** The page as the panel gives it to VS Code, served on loopback. */
async function servePage(): Promise<{ url: string; close(): Promise<void> }> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    ${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('')}
    <script>${paintScript}</script>
    </head><body class="vscode-dark"><div id="root"></div><script type="module" src="/${script}"></script></body></html>`;
  const types = { css: 'text/css', js: 'text/javascript', ttf: 'font/ttf' };
  const files = new Set([...styles, script, 'dist/webview/codicon.ttf']);
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').slice(1).split('?', 1)[0] ?? '';
    if (!files.has(path)) {
      response
        .writeHead(path === '' ? 200 : 404, { 'content-type': 'text/html' })
        .end(path === '' ? html : '');
      return;
    }
    const type = types[path.split('.').at(-1) as keyof typeof types];
    response.writeHead(200, { 'content-type': type }).end(await readFile(join(extensionFolder, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}
