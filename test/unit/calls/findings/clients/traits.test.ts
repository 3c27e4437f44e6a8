import assert from 'node:assert/strict';
import { differences } from '../../../../../src/calls/findings/clients/traits.ts';
import { at, call, over, stay } from '../../calls.ts';

type Json = Record<string, unknown>;
const stays = (...records: Json[]) =>
  call(
    over,
    records.map((more, n) => stay(`p${n}`, at(1), at(10 + n), more)),
  ).stays;
/** What the first stays share and the others have not: "Chrome 120 / Safari 17". */
const between = (some: Json[], others: Json[]) =>
  differences(stays(...some), stays(...others)).map(({ text, other }) => `${text} / ${other}`);
const client = (publisher_info: Json, more: Json = {}): Json => ({ publisher_info, ...more });
const browser = (name: string, version: string, platform?: string) =>
  client({ browser_name: name, browser_version: version, platform_name: platform ?? null });

describe('What stays have in common', () => {
  it('is the browser, whatever its version', () => {
    const safari = [browser('Safari', '17.1'), browser('Safari', '16.4')];
    assert.deepEqual(between(safari, [browser('Chrome', '120.0')]), ['Safari 17 / Chrome 120']);
    assert.deepEqual(differences(stays(...safari), stays(browser('Chrome', '120.0')))[0]?.isBrowser, true);
  });

  it('is the browser on a platform, or its version, if the others have the same one', () => {
    const windows = [browser('Chrome', '120.0', 'Windows'), browser('Chrome', '121.0', 'Windows')];
    assert.deepEqual(between(windows, [browser('Chrome', '120.0', 'macOS')]), [
      'Chrome 120 on Windows / Chrome 120 on macOS',
      'Windows / macOS',
    ]);
    assert.deepEqual(between([browser('Chrome', '137.0')], [browser('Chrome', '136.0')]), [
      'Chrome 137 / Chrome 136',
    ]);
    assert.deepEqual(between([browser('Chrome', '137.0')], [browser('Chrome', '137.2')]), []);
  });

  it('is everything that differs, each of its kind once', () => {
    const one = client(
      {
        ...{ name: 'twilio-video-ios', sdk_version: '5.8.1', platform_name: 'iOS' },
        ...{ device_manufacturer: 'Apple', device_model: 'iPhone14,2' },
      },
      { media_region: 'us1', edge_location: 'ashburn' },
    );
    const other = client(
      {
        ...{ name: 'twilio-video-android', sdk_version: '7.6.0', platform_name: 'Android' },
        ...{ device_manufacturer: 'Google', device_model: 'Pixel 8' },
      },
      { media_region: 'ie1', edge_location: 'dublin' },
    );
    const found = between([one, one], [other]);
    assert.deepEqual(
      found.map((text) => text.split(' / ').length),
      [2, 2, 2, 2, 2],
      found.join('\n'),
    );
    assert.deepEqual(
      [found[0], found[1], found.at(-1)],
      ['iOS / Android', 'twilio-video-ios 5.8.1 / twilio-video-android 7.6.0', 'Ashburn / Dublin'],
    );
    assert.ok(differences(stays(one), stays(other)).every(({ isBrowser }) => !isBrowser));
  });

  it('is nothing that one of the others has too, however it is spelled', () => {
    const safari = [browser('Safari', '17.1'), browser('safari', '17.4')];
    assert.deepEqual(between(safari, [browser('Chrome', '120.0')]), ['Safari 17 / Chrome 120']);
    assert.deepEqual(between(safari, [browser('Chrome', '120.0'), browser('SAFARI', '17.2')]), []);
    const place = (name: string): Json => ({ edge_location: name });
    assert.deepEqual(between([place('sao_paulo')], [place('Sao-Paulo')]), []);
  });

  it('is nothing that not all of them share', () => {
    assert.deepEqual(
      between([browser('Safari', '17.1'), browser('Firefox', '120.0')], [browser('Chrome', '120.0')]),
      [],
    );
  });

  it('is nothing that is not known of each', () => {
    const [safari, chrome] = [browser('Safari', '17.1'), browser('Chrome', '120.0')];
    assert.deepEqual(between([safari, {}], [chrome]), []);
    assert.deepEqual(between([safari], [chrome, {}]), []);
    assert.deepEqual(between([safari], []), []);
    assert.deepEqual(between([], [chrome]), []);
  });

  it('is no place that names none', () => {
    for (const [one, other] of [
      ['roaming', 'dublin'],
      ['dublin', 'roaming'],
      ['ashburn', 'outer_space'],
    ])
      assert.deepEqual(between([{ edge_location: one }], [{ edge_location: other }]), [], `${one} ${other}`);
    assert.deepEqual(between([{ media_region: 'gll' }], [{ media_region: 'us1' }]), []);
  });

  it('names up to three that the others have instead', () => {
    const others = ['Chrome', 'Firefox', 'Edge', 'Opera', 'Chrome'].map((name) => browser(name, '120.0'));
    assert.deepEqual(between([browser('Safari', '17.1')], others), [
      'Safari 17 / Chrome 120, Firefox 120, Edge 120',
    ]);
  });
});
