import assert from 'node:assert/strict';
import { at, failed, finding, over, stay } from '../calls.ts';
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

  it('tell nothing of regions in India, which has no edge of its own', () => {
    const through = (room: string) =>
      finding(
        'far-edge',
        { ...over, media_region: room },
        ...['singapore', 'singapore'].map((place, n) => stay(`p${n}`, at(1), at(40), edge(place))),
      );
    assert.equal(through('in1'), undefined);
    assert.ok(through('us1'));
  });

  it('take edges that are close to each other for one', () => {
    const room = (place: string, type = 'group') => ({ ...over, room_type: type, edge_location: place });
    const of = (json: Record<string, unknown>, one: string, other: string) =>
      finding(
        'other-edge',
        json,
        stay('Alice', at(1), at(9), edge(one, failed(53405))),
        stay('Bob', at(1), at(15), edge(other, failed(53001))),
        stay('Carol', at(1), at(40), edge('dublin')),
      )?.title;
    assert.match(of(room('dublin'), 'tokyo', 'sydney') ?? '', /^Alice and Bob who dropped had come in/);
    assert.equal(of(room('dublin'), 'frankfurt', 'sydney'), undefined, 'Frankfurt is near');
    assert.equal(of(room('frankfurt'), 'dublin', 'dublin'), undefined);
    assert.equal(of(room('dublin', 'go'), 'tokyo', 'sydney'), undefined, 'no media server in between');
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
