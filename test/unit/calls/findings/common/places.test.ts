import assert from 'node:assert/strict';
import {
  areaOf,
  areaOfEdge,
  edgeOf,
  hasEdge,
  regionOf,
} from '../../../../../src/calls/findings/common/places.ts';

describe('Media regions and edges', () => {
  it('are read in every spelling', () => {
    assert.equal(regionOf(' US1 '), 'us1');
    for (const value of ['sao_paulo', 'sao-paulo', 'Sao_Paulo', 'SAO-PAULO'])
      assert.equal(edgeOf(value), 'sao_paulo', value);
    assert.equal(edgeOf('Ashburn'), 'ashburn');
  });

  it('are none if the value names no place', () => {
    for (const value of ['gll', 'outside', 'dev_us1', 'stage_us1', 'us3', '', 'constructor', undefined])
      assert.equal(regionOf(value), undefined, value);
    for (const value of ['roaming', 'us1', 'london', '', '__proto__', undefined])
      assert.equal(edgeOf(value), undefined, value);
  });

  it('are in one area if they are close to each other', () => {
    assert.equal(areaOf('us2'), areaOf('us1'));
    assert.equal(areaOf('de1'), areaOf('ie1'));
    assert.equal(areaOfEdge('umatilla'), areaOfEdge('ashburn'));
    assert.equal(areaOfEdge('frankfurt'), areaOf('ie1'));
    const areas = ['us1', 'ie1', 'sg1', 'au1', 'br1', 'jp1', 'in1'].map(areaOf);
    assert.equal(new Set(areas).size, areas.length);
  });

  it('have no area if they are not known', () => {
    assert.equal(areaOfEdge('roaming'), '');
    assert.equal(areaOfEdge(undefined), '');
  });

  it('belong together, but for India, which has no edge', () => {
    for (const region of ['us1', 'us2', 'ie1', 'de1', 'sg1', 'au1', 'br1', 'jp1'])
      assert.equal(hasEdge(region), true, region);
    for (const region of ['in1', 'gll', '']) assert.equal(hasEdge(region), false, region);
  });
});
