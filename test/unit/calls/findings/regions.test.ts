import assert from 'node:assert/strict';
import { at, finding, over, stay } from '../calls.ts';
import { edge } from './ruleCases.ts';

describe('Findings of regions and edges', () => {
  it('say where media ran, and how many came in through another part of the world', () => {
    const found = finding(
      'far-edge',
      { ...over, media_region: 'au1' },
      ...['dublin', 'frankfurt', 'sydney', null].map((place, n) =>
        stay(`p${n}`, at(1), at(40 + n), edge(place)),
      ),
    );
    assert.equal(
      found?.title,
      'Media ran through Australia (au1), while 2 of 3 participants came in through Dublin and Frankfurt',
    );
    assert.equal(found?.severity, 'info');
    assert.deepEqual(
      found?.evidence.map(({ name }) => name),
      ['p0', 'p1'],
    );
  });

  it('name the room’s region, and who used another', () => {
    const found = finding(
      'other-region',
      { ...over, media_region: 'IE1' },
      stay('Alice', at(1), at(40), { media_region: 'us1' }),
      stay('Bob', at(1), at(40), { media_region: 'ie1' }),
    );
    assert.equal(found?.title, 'Alice used another media region than the room’s, Ireland (ie1)');
  });
});
