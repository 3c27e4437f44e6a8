import assert from 'node:assert/strict';
import { finding, over } from '../../calls.ts';
import { codecs, together } from '../ruleCases.ts';

describe('Findings of codecs', () => {
  it('of codecs are a warning only where Twilio forwards what a client sends', () => {
    const severity = (type: string | null) =>
      finding('codec-mismatch', { ...over, room_type: type }, ...together(codecs('VP8'), codecs('H264')))
        ?.severity;
    for (const type of ['group', 'group_small', 'group-small']) assert.equal(severity(type), 'warning', type);
    for (const type of ['peer_to_peer', 'peer-to-peer', 'go', 'stage', null])
      assert.equal(severity(type), 'info', String(type));
  });
});
