import assert from 'node:assert/strict';
import { chooseZone, type ZoneSources } from '../../../../src/ui/settings/chooseZone.ts';

const now = Date.UTC(2026, 10, 29, 12);

function chosen(sources: Partial<ZoneSources>) {
  const given: ZoneSources = {
    times: 'local',
    chosen: '',
    reader: undefined,
    machine: 'UTC',
    isReadersMachine: false,
    ...sources,
  };
  const { timeZone, namesZone } = chooseZone(given, now);
  return namesZone ? `${timeZone}, named` : timeZone;
}

describe('The zone of all times', () => {
  const tokyo = 'Asia/Tokyo';
  const berlin = 'Europe/Berlin';

  it('is that of the screen where it is known, else that of the machine', () => {
    assert.equal(chosen({ reader: tokyo }), 'Asia/Tokyo, named');
    assert.equal(chosen({ reader: tokyo, machine: tokyo }), tokyo);
    assert.equal(chosen({ machine: berlin, isReadersMachine: true }), berlin);
    assert.equal(chosen({ machine: 'Asia/Kolkata', reader: 'Asia/Calcutta' }), 'Asia/Calcutta');
  });

  it('is named where the user may be in another', () => {
    assert.equal(chosen({}), 'UTC, named');
    assert.equal(chosen({ reader: 'UTC' }), 'UTC');
    assert.equal(chosen({ reader: tokyo, machine: tokyo, times: 'utc' }), 'UTC, named');
    assert.equal(chosen({ reader: 'Europe/London', machine: 'UTC' }), 'Europe/London, named');
  });

  it('is that of the setting before all others', () => {
    assert.equal(chosen({ chosen: berlin, reader: tokyo, machine: tokyo }), 'Europe/Berlin, named');
    assert.equal(chosen({ chosen: berlin, reader: berlin, machine: berlin }), berlin);
    assert.equal(chosen({ chosen: berlin, machine: berlin }), berlin);
    assert.equal(chosen({ chosen: berlin, times: 'utc', reader: berlin }), 'UTC, named');
    for (const unknown of ['Mars/Olympus', 7, null, undefined])
      assert.equal(chosen({ chosen: unknown, reader: tokyo, machine: tokyo }), tokyo);
  });
});
