import assert from 'node:assert/strict';
import { type PageName, pageActions } from '../../../src/protocol/actions.ts';
import { parsePageMessage, parsePersistedState } from '../../../src/protocol/messages.ts';

const pages = Object.keys(pageActions) as PageName[];

describe('Messages from a page', () => {
  it('hold the actions of that page, and of no other', () => {
    const all = new Set(pages.flatMap((page) => pageActions[page].options as readonly string[]));
    for (const page of pages) {
      const own = new Set<string>(pageActions[page].options);
      for (const action of all) {
        const message = { type: 'action', request: 1, action };
        assert.deepEqual(parsePageMessage(page, message), own.has(action) ? message : undefined);
      }
    }
  });

  it('are parsed as what they are, whatever else was posted', () => {
    const ready = { type: 'ready' };
    assert.deepEqual(parsePageMessage('room', { ...ready, more: 1 }), ready);
    const inTokyo = { ...ready, timeZone: 'Asia/Tokyo' };
    assert.deepEqual(parsePageMessage('room', inTokyo), inTokyo);
    assert.equal(parsePageMessage('room', { ...ready, timeZone: 'x'.repeat(101) }), undefined);
    for (const message of [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'action', request: -1, action: 'refresh' },
    ])
      assert.equal(parsePageMessage('room', message), undefined);
    const link = { type: 'openLink', request: 1, href: 'javascript:alert(1)' };
    assert.equal(parsePageMessage('room', link), undefined);
  });
});

describe('What a page persists', () => {
  it('is a room and an account, or nothing', () => {
    const state = { roomSid: `RM${'0'.repeat(32)}`, account: 'SK1' };
    assert.deepEqual(parsePersistedState(state), state);
    for (const other of [undefined, null, {}, { roomSid: 'RM1' }, { roomSid: 7 }])
      assert.equal(parsePersistedState(other), undefined);
  });
});
