import assert from 'node:assert/strict';
import { clientOf, isBrowser, kindOf } from '../../../../src/calls/analysis/client.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';

type Json = Record<string, unknown>;
const used = (publisher_info: unknown, more: Json = {}) => new Participant({ publisher_info, ...more });

const chrome = {
  name: 'twilio-video.js',
  sdk_version: '2.28.1',
  platform_name: 'Windows',
  platform_version: '10',
  device_manufacturer: null,
  browser_name: 'Chrome',
  browser_version: '126.0.6478.127',
  browser_major: '126',
};
const iphone = {
  name: 'twilio-video-ios',
  sdk_version: '5.10.0',
  platform_name: 'iOS',
  platform_version: '18.6.2',
  device_manufacturer: 'Apple',
  device_model: 'iPhone16,1',
  device_architecture: 'arm64',
};

describe('The client of a participant', () => {
  it('is read from publisher_info', () => {
    assert.deepEqual(clientOf(used(chrome)), {
      sdk: { name: 'twilio-video.js', version: '2.28.1', major: 2 },
      browser: { name: 'Chrome', version: '126.0.6478.127', major: 126 },
      platform: { name: 'Windows', version: '10', major: 10 },
    });
    assert.deepEqual(clientOf(used(iphone)), {
      sdk: { name: 'twilio-video-ios', version: '5.10.0', major: 5 },
      platform: { name: 'iOS', version: '18.6.2', major: 18 },
      device: 'Apple iPhone16,1',
      architecture: 'arm64',
    });
  });

  it('has the values that are known, numbers too', () => {
    assert.deepEqual(clientOf(used({ browser_name: ' Safari ', browser_major: 17 })), {
      browser: { name: 'Safari', version: '17', major: 17 },
    });
    assert.deepEqual(clientOf(used({ platform_name: 'Linux', platform_version: 'x86_64' })), {
      platform: { name: 'Linux', version: 'x86_64' },
    });
    assert.deepEqual(clientOf(used({ name: 'twilio-video.js', device_model: 'K' })), {
      sdk: { name: 'twilio-video.js' },
      device: 'K',
    });
  });

  it('is empty without values', () => {
    for (const info of [undefined, null, {}, [], 'Chrome', 7, { sdk_version: '2.1.0' }, { name: ' ' }])
      assert.deepEqual(clientOf(used(info)), {});
  });

  it('survives values of any type and any length', () => {
    const long = ` ${'x'.repeat(1_000_000)}`;
    const values = [
      long,
      '',
      Number.NaN,
      Infinity,
      -1,
      true,
      [],
      ['Chrome'],
      { name: 'Chrome' },
      '\u0000',
      1e21,
    ];
    for (const value of values) {
      const info = Object.fromEntries(
        [...Object.keys(chrome), ...Object.keys(iphone)].map((key) => [key, value]),
      );
      const client = clientOf(used(info));
      const { sdk, browser, platform, device, architecture } = client;
      const texts = [sdk, browser, platform].flatMap((one) => [one?.name, one?.version]);
      for (const text of [...texts, device, architecture]) assert.ok((text ?? '').length <= 60);
      assert.equal(isBrowser(client), browser !== undefined);
      kindOf(used(info, info));
    }
    assert.equal(clientOf(used({ name: long })).sdk?.name.length, 60);
  });
});

describe('The kind of a participant', () => {
  const kind = (info: unknown, more: Json = {}) => kindOf(used(info, more));
  const number = '+14155550123';

  it('is a browser, on a phone too', () => {
    assert.equal(kind(chrome), 'browser');
    assert.equal(kind({ ...iphone, name: 'twilio-video.js', browser_name: 'Mobile Safari' }), 'browser');
    assert.equal(kind({ browser_name: 'Firefox' }, { participant_identity: number }), 'browser');
  });

  it('is an application on a phone', () => {
    assert.equal(kind(iphone), 'mobile');
    assert.equal(kind({ name: 'twilio-video-android' }), 'mobile');
    assert.equal(kind({ name: 'video-react-native', platform_name: 'Android' }), 'mobile');
    assert.equal(kind({ platform_name: 'Android' }), 'unknown');
  });

  it('is a server with an SDK, and without a browser and a device', () => {
    assert.equal(kind({ name: 'twilio-video-node', sdk_version: '1.0.0' }), 'server');
    assert.equal(kind({ name: 'twilio-video-cpp', platform_name: 'Linux' }), 'server');
    assert.equal(kind({ ...chrome, browser_name: 'HeadlessChrome' }), 'server');
    assert.equal(
      kind({ name: 'twilio-video-cpp', platform_name: 'Linux', device_model: 'Kiosk' }),
      'unknown',
    );
    assert.equal(kind({ name: 'twilio-video.js', sdk_version: '2.28.1' }), 'unknown');
    assert.equal(kind({ platform_name: 'Linux' }), 'unknown');
  });

  it('is a phone with a sign of telephony', () => {
    for (const identity of [
      number,
      'client:agent',
      'sip:alice@example.com',
      'SIPS:a@b.c',
      ' +4930555010011 ',
    ])
      assert.equal(kind({}, { participant_identity: identity, codecs: ['opus'] }), 'phone', identity);
    const call_sid = `CA${'0a'.repeat(16)}`;
    assert.equal(kind(undefined, { call_sid }), 'phone');
    assert.equal(kind({ call_sid }), 'phone');
    assert.equal(kind({}, { properties: { call_sid } }), 'phone');
  });

  it('is no phone with video, with a client or without a sign', () => {
    for (const identity of ['alice', '16', '14155550123', '+1', '+0123456789', 'client:', 'sip: a', '', 7])
      assert.equal(kind({}, { participant_identity: identity }), 'unknown', String(identity));
    const phone = { participant_identity: number };
    assert.equal(kind({}, { ...phone, codecs: ['VP8', 'opus'] }), 'unknown');
    assert.equal(kind({}, { ...phone, codecs: ['AV1'] }), 'unknown');
    assert.equal(kind({}, { ...phone, properties: { num_video_tracks: '1' } }), 'unknown');
    assert.equal(kind({ device_model: 'Pixel 9' }, phone), 'unknown');
    assert.equal(kind(chrome, phone), 'browser');
  });

  it('is unknown without publisher_info, whatever the identity', () => {
    for (const info of [undefined, null, 'x']) {
      assert.equal(kind(info), 'unknown');
      assert.equal(kind(info, { participant_identity: number }), 'unknown');
    }
    assert.equal(kind(undefined, { call_sid: 'CA7' }), 'unknown');
  });
});
