import assert from 'node:assert/strict';
import { inPlaceNote } from '../../../../src/ui/files/writeMethod.ts';

describe('The note on how a file was written', () => {
  it('says what an interruption does, and no cause, which is not known', () => {
    assert.match(inPlaceNote('inPlace'), /in place: an interruption would have left it incomplete/);
    assert.doesNotMatch(inPlaceNote('inPlace'), /file system|folder|rename/);
    assert.equal(inPlaceNote('atomic'), '');
  });
});
