import assert from 'node:assert/strict';
import { confirmListing, confirmReading } from '../../../src/assistant/confirmation.ts';

describe('What a person is asked before an assistant reads', () => {
  it('says what it gets, what that costs, and whether names are among it', () => {
    assert.match(confirmListing(false, 0).message, /Names and identities are replaced\.$/);
    assert.doesNotMatch(confirmListing(false, 0).message, /Participants of up to/);
    assert.match(
      confirmListing(true, 30).message,
      /up to 30 rooms.*\*\*Names and identities are given as they are\*\*/,
    );
    const sid = `RM${'a'.repeat(32)}`;
    assert.ok(confirmReading(sid, false).message.includes(`\`${sid}\``));
    assert.ok(confirmReading(sid, false).running.includes(sid));
    assert.match(confirmReading(undefined, true).message, /without a SID.*given as they are/);
  });
});
