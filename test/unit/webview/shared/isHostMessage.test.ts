import assert from 'node:assert/strict';
import { isToPage } from '../../../../src/webview/shared/isHostMessage.ts';

describe('messages to the page', () => {
  it('takes a state and an answer', () => {
    assert.ok(isToPage({ type: 'state', state: { words: {} }, keep: { roomSid: 'RM' } }));
    assert.ok(isToPage({ type: 'answer', request: 1, ok: false }));
  });

  it('ignores everything else', () => {
    const others = [
      undefined,
      null,
      'state',
      [],
      {},
      { type: 'other' },
      { type: 'state', state: null, keep: {} },
      { type: 'state', state: {}, keep: {} },
      { type: 'answer', request: '1', ok: true },
    ];
    for (const other of others) assert.equal(isToPage(other), false);
  });
});
