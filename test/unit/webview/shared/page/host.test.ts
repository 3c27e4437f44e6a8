import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { PageMessage, PersistedState } from '../../../../../src/protocol/messages.ts';
import { checkIntervalMs, replyTimeoutMs } from '../../../../../src/webview/shared/page/connection.ts';
import { Host } from '../../../../../src/webview/shared/page/host.ts';

describe('A page and its host', () => {
  let sent: PageMessage[];
  let told: boolean[];
  let host: Host;
  /** Whether the host replies to checks, as it always does while it is there. */
  let there: boolean;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    sent = [];
    told = [];
    there = true;
    let persisted: PersistedState | undefined;
    host = new Host(
      {
        postMessage: (message) => {
          sent.push(message);
          if (!there || message.type !== 'alive') return;
          host.heard();
          host.answered(message.request, true);
        },
        setState: (state) => {
          persisted = state;
        },
        getState: () => persisted,
      },
      (connected) => told.push(connected),
    );
  });

  afterEach(() => mock.timers.reset());

  const copy = { type: 'action', action: 'copyJson' } as const;
  const checks = () => sent.filter(({ type }) => type === 'alive').length;

  /** Lets time pass in steps, as the timers of a page do. */
  function pass(milliseconds: number): void {
    for (let passed = 0; passed < milliseconds; passed += 1000) mock.timers.tick(1000);
  }

  it('give a request the answer with its number', async () => {
    const answers = [host.ask(copy), host.ask(copy)];
    const [first, second] = sent.map((message) => ('request' in message ? message.request : -1));
    host.answered(second ?? -1, true);
    host.answered(first ?? -1, false);
    host.answered(99, true);
    assert.deepEqual(await Promise.all(answers), [false, true]);
    pass(60_000);
    assert.equal(checks(), 0);
  });

  it('wait for a request that takes long, as long as the host replies', async () => {
    let answered = false;
    const answer = host.ask(copy).then((ok) => {
      answered = true;
      return ok;
    });
    pass(10 * 60_000);
    assert.deepEqual([answered, told], [false, []]);
    assert.ok(checks() > 50);
    host.answered(1, true);
    assert.equal(await answer, true);
    const before = checks();
    pass(60_000);
    assert.equal(checks(), before);
  });

  it('wait for no request when the host is gone', async () => {
    there = false;
    const answers = [host.ask(copy), host.ask(copy)];
    pass(checkIntervalMs + replyTimeoutMs);
    assert.deepEqual(await Promise.all(answers), [false, false]);
    assert.deepEqual(told, [false]);
    assert.equal(await host.ask(copy), false, 'at once from now on');
  });

  it('notice that the host is gone without a request, and that it is there again', () => {
    host.check();
    pass(60_000);
    assert.deepEqual(told, []);
    there = false;
    host.check();
    pass(replyTimeoutMs - 1000);
    assert.deepEqual(told, []);
    pass(1000);
    host.check();
    pass(60_000);
    assert.deepEqual(told, [false]);
    there = true;
    host.check();
    assert.deepEqual(told, [false, true]);
  });

  it('notice that a page that is ready gets no state', () => {
    host.ready('Europe/Berlin');
    pass(replyTimeoutMs - 1000);
    assert.deepEqual(told, []);
    pass(1000);
    assert.deepEqual(told, [false]);
  });

  it('know which room was shown before the page was hidden', () => {
    assert.equal(host.persisted, undefined);
    host.persist({ roomSid: 'RM1' });
    assert.deepEqual(host.persisted, { roomSid: 'RM1' });
  });
});
