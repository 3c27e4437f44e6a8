import assert from 'node:assert/strict';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { participantsView } from '../../../../src/pages/room/participantsView.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('Values in words', () => {
  it('unfolds the open objects of all participants', () => {
    const participants = [
      new Participant({
        publisher_info: { name: 'twilio-video.js', fancy: [1] },
        properties: { num_audio_tracks: 1 },
      }),
      new Participant({ publisher_info: 'gone' }),
      new Participant({}),
    ];
    const { columns, rows } = participantsView(
      { state: 'complete', participants, stale: false, unreadable: 0 },
      format,
    );
    const column = (key: string) => columns.findIndex((one) => one.key === key);
    assert.equal(rows[0]?.cells[column('publisher_info.name')]?.text, 'twilio-video.js');
    assert.equal(rows[0]?.cells[column('publisher_info.fancy')]?.text, '[1]');
    assert.equal(rows[0]?.cells[column('properties.num_audio_tracks')]?.text, '1');
    assert.equal(rows[1]?.cells[column('publisher_info.name')]?.text, 'gone');
    assert.equal(rows[2]?.cells[column('publisher_info.name')]?.state, 'missing');
  });
});
