import assert from 'node:assert/strict';
import { finding, over } from '../../calls.ts';
import { codecs, together } from '../ruleCases.ts';

describe('Findings of codecs', () => {
  it('name those who sent different ones, and which', () => {
    const found = finding('codec-mismatch', over, ...together(codecs('vp8', 'opus'), codecs('H264', 'AV1')));
    assert.equal(found?.title, 'Alice and Bob sent different video codecs: VP8 / AV1 + H264');
  });

  it('of codecs are a warning only where Twilio forwards what a client sends', () => {
    const severity = (type: string | null) =>
      finding('codec-mismatch', { ...over, room_type: type }, ...together(codecs('VP8'), codecs('H264')))
        ?.severity;
    for (const type of ['group', 'group_small', 'group-small']) assert.equal(severity(type), 'warning', type);
    for (const type of ['peer_to_peer', 'peer-to-peer', 'go', 'stage', null])
      assert.equal(severity(type), 'info', String(type));
  });

  it('of codecs are no warning where all clients decode both, whichever they send', () => {
    const on = (platform: string, browser?: string) => ({
      publisher_info: {
        ...{ name: 'twilio-video', sdk_version: '5.1.0', platform_name: platform },
        ...(browser && { browser_name: browser }),
      },
    });
    const severity = (one: object, other: object, sent = 'H264') =>
      finding(
        'codec-mismatch',
        over,
        ...together({ ...codecs('VP8'), ...one }, { ...codecs(sent), ...other }),
      )?.severity;
    assert.equal(severity(on('Windows', 'Chrome'), on('iOS')), 'info');
    assert.equal(severity(on('Mac OS', 'Safari'), on('Windows', 'Firefox')), 'info');
    for (const android of [on('Android'), on('Android', 'Chrome'), {}])
      assert.equal(severity(on('Windows', 'Chrome'), android), 'warning');
    assert.equal(severity(on('Windows', 'Chrome'), on('iOS'), 'VP9'), 'warning', 'not one of the two');
  });
});
