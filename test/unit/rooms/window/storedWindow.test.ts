import assert from 'node:assert/strict';
import { readWindow } from '../../../../src/rooms/window/storedWindow.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 20, 12);

describe('A stored time window', () => {
  const yesterday = { after: now - 24 * hour, before: now - 22 * hour };

  it('is a named window or a range', () => {
    for (const window of ['1h', '7d', yesterday] as const) {
      const stored = JSON.parse(JSON.stringify({ window, setting: '24h' }));
      assert.deepEqual(readWindow(stored, '24h', now), { window, setting: '24h' });
    }
  });

  it('does not count when the setting was changed after it', () => {
    assert.equal(readWindow({ window: '7d', setting: '24h' }, '1h', now), undefined);
  });

  it('does not count when Twilio has deleted all of its rooms', () => {
    const window = { after: now - 300 * hour, before: now - 200 * hour };
    assert.equal(readWindow({ window, setting: '24h' }, '24h', now), undefined);
    assert.ok(readWindow({ window: { ...window, before: now - 100 * hour }, setting: '24h' }, '24h', now));
  });

  it('does not count when it is damaged', () => {
    for (const window of [
      undefined,
      null,
      '2h',
      24,
      {},
      { after: now },
      { after: now, before: now },
      { after: '1', before: '2' },
      { after: Number.NaN, before: now },
    ]) {
      assert.equal(readWindow({ window, setting: '24h' }, '24h', now), undefined, JSON.stringify(window));
    }
    for (const stored of [undefined, null, '7d', []]) assert.equal(readWindow(stored, '24h', now), undefined);
  });
});
