import assert from 'node:assert/strict';
import { isHostMessage } from '../../../../../src/webview/shared/page/isHostMessage.ts';

describe('messages to the page', () => {
  it('takes a state and an answer', () => {
    assert.ok(isHostMessage({ type: 'state', state: { labels: {} }, persist: { roomSid: 'RM' } }));
    assert.ok(isHostMessage({ type: 'answer', request: 1, ok: false }));
  });

  it('ignores everything else', () => {
    const others = [
      undefined,
      null,
      'state',
      [],
      {},
      { type: 'other' },
      { type: 'state', state: null, persist: {} },
      { type: 'state', state: {}, persist: {} },
      { type: 'answer', request: '1', ok: true },
    ];
    for (const other of others) assert.equal(isHostMessage(other), false);
  });
});
