import assert from 'node:assert/strict';
import { compareVersions, isWithin, parseVersion } from '../../../../src/calls/analysis/version.ts';

describe('Versions', () => {
  const ascending = [
    '1.20.1',
    '2.0.0-beta9',
    '2.0.0-beta10',
    '2.0.0-rc1',
    '2.0.0',
    '2.2.0',
    '2.28.1',
    '10_15_7',
    'v11',
    '17.5',
    '137.0.7151.69',
    '137.0.7151.119',
  ];

  it('are ordered by number, a prerelease before its release', () => {
    for (const [index, version] of ascending.entries()) {
      for (const [other, against] of ascending.entries()) {
        assert.equal(
          Math.sign(compareVersions(version, against) ?? Number.NaN),
          Math.sign(index - other),
          `${version} and ${against}`,
        );
      }
    }
  });

  it('are the same with zeros at the end, with other separators and behind words', () => {
    assert.equal(compareVersions('17', '17.0.0'), 0);
    assert.equal(compareVersions('10_15_7', '10.15.7'), 0);
    assert.equal(compareVersions('Windows 10', '10.0'), 0);
    assert.equal(compareVersions('Mac OS X 10_15_7', '10.15.7'), 0);
    assert.equal(compareVersions('1.0.0-beta.2', '1.0.0-beta2'), 0);
  });

  it('are not known where there is no number to begin with', () => {
    for (const text of ['', ' ', 'XP', 'x86_64', 'beta10', '.1', '99999999999', '1.99999999999', '٣', '-1']) {
      assert.equal(parseVersion(text), undefined, text);
      assert.equal(compareVersions(text, '1'), undefined);
      assert.equal(isWithin(text, {}), false);
    }
    assert.equal(isWithin(undefined, {}), false);
  });

  it('are in a range from its first version until before its end', () => {
    const range = { from: '2.19.0', before: '2.20.1' };
    for (const version of ['2.19.0', '2.19.1', '2.20.0'])
      assert.equal(isWithin(version, range), true, version);
    for (const version of ['2.18.3', '2.20.1', '2.20.10', '3.0.0', '1.19.5'])
      assert.equal(isWithin(version, range), false, version);
    assert.equal(isWithin('0.1', { before: '2' }), true);
    assert.equal(isWithin('137.0.7151.69', { from: '137' }), true);
    assert.equal(isWithin('2.0.0-beta9', { from: '2.0.0-beta1', before: '2.0.0-beta10' }), true);
    assert.equal(isWithin('2.0.0-beta10', { from: '2.0.0-beta1', before: '2.0.0-beta10' }), false);
  });

  it('are not in a range while a missing number decides', () => {
    assert.equal(isWithin('15', { from: '15.1', before: '15.2' }), false);
    assert.equal(isWithin('2.32', { before: '2.32.1' }), false);
    assert.equal(isWithin('2', { before: '2.32.1' }), false);
    assert.equal(isWithin('1', { before: '2.32.1' }), true);
    for (const range of [{ from: '2.0.0' }, { before: '2.0.0' }])
      assert.equal(isWithin('2.0.0-rc1', range), false);
    assert.equal(isWithin('2.0.0-rc1', { before: '2.0.1' }), true);
    assert.equal(isWithin('15.1', { from: '15.1', before: '15.2' }), true);
  });
});
