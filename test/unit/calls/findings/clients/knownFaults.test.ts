import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  ClientRange,
  KnownFault,
  Product,
  ProductRange,
} from '../../../../../src/calls/findings/clients/knownFaultMatch.ts';
import { staysWith } from '../../../../../src/calls/findings/clients/knownFaultMatch.ts';
import { knownFaultTable } from '../../../../../src/calls/findings/clients/knownFaultTable.ts';
import { isTwilioPage } from '../../../../../src/text/twilioUrl.ts';
import { at, call, failed, findings, iso, over, stay } from '../../calls.ts';

type Json = Record<string, unknown>;

/** The newest version before another one: 2.0.0 → 1.99.99, 137 → 136. */
function before(version: string): string {
  const numbers = (version.split('-')[0] ?? '').split('.').map(Number);
  const last = numbers.findLastIndex((number) => number > 0);
  return numbers.map((number, index) => (index < last ? number : index === last ? number - 1 : 99)).join('.');
}

/** A version in the range, with as many numbers as decide; undefined without a range. */
function within({ from, before: end }: ProductRange): string | undefined {
  if (from === undefined) return end && before(end);
  const missing = (end?.split('.').length ?? 1) - from.split('.').length;
  return from + '.0'.repeat(Math.max(0, missing));
}

/** `publisher_info` of a client in these ranges. */
function info({ sdk, browser, platform }: ClientRange): Json {
  return {
    ...(sdk && { name: sdk.name, sdk_version: within(sdk) }),
    ...(browser && {
      name: 'twilio-video.js',
      browser_name: browser.name,
      browser_version: within(browser),
      platform_name: 'Windows',
      platform_version: '10',
    }),
    ...(sdk && { name: sdk.name }),
    ...(platform && { platform_name: platform.name, platform_version: within(platform) }),
  };
}

/** The room and the participants of a fault, with changes of the first one. */
function callWith(fault: KnownFault, changes: Json = {}, more: Json = {}, others: Json = {}) {
  const codecs = fault.audioOnly ? ['opus'] : ['opus', fault.sent ?? 'VP8'];
  const code = fault.codes?.[0];
  const other = fault.other ? info(fault.other) : { name: 'twilio-video-ios', sdk_version: '5.11.3' };
  return call({ ...over, room_type: fault.roomTypes?.[0] ?? 'group' }, [
    stay('Alice', at(1), at(30), {
      codecs,
      publisher_info: { ...info(fault), ...changes },
      ...(code !== undefined && failed(code)),
      ...more,
    }),
    stay('Bob', at(2), at(31), {
      codecs: fault.audioOnly ? ['opus'] : ['opus', fault.received ?? 'VP8'],
      publisher_info: other,
      ...others,
    }),
  ]);
}

const whom = (fault: KnownFault, ...changes: [Json?, Json?, Json?]) =>
  staysWith(fault, callWith(fault, ...changes)).map(({ name }) => name);

const versionKeys = { sdk: 'sdk_version', browser: 'browser_version', platform: 'platform_version' } as const;

describe('Known faults', () => {
  for (const fault of knownFaultTable) {
    describe(fault.id, () => {
      it('concerns a participant in its ranges', () => assert.deepEqual(whom(fault), ['Alice']));

      it('does not concern one outside of a bound, or with an unknown version', () => {
        for (const part of ['sdk', 'browser', 'platform'] as const) {
          const range = fault[part];
          if (!range || (range.from === undefined && range.before === undefined)) continue;
          const outside = [range.from && before(range.from), range.before, null, '', 'unknown', {}];
          for (const version of outside.filter((one) => one !== undefined))
            assert.deepEqual(whom(fault, { [versionKeys[part]]: version }), [], `${part} ${version}`);
        }
      });

      it('does not concern other products, or unknown ones', () => {
        for (const name of ['Opera', '', null]) {
          if (fault.browser) assert.deepEqual(whom(fault, { browser_name: name }), []);
          if (fault.platform) assert.deepEqual(whom(fault, { platform_name: name }), []);
          if (fault.sdk) assert.deepEqual(whom(fault, { name }), []);
        }
        assert.deepEqual(whom(fault, {}, { publisher_info: null }), []);
      });

      it('needs its other conditions', () => {
        if (fault.codes) assert.deepEqual(whom(fault, {}, failed(53118)), []);
        if (fault.minSeconds) {
          const leave_time = iso(at(1, fault.minSeconds - 1));
          assert.deepEqual(whom(fault, {}, { leave_time, duration_sec: fault.minSeconds - 1 }), []);
        }
        if (fault.sent) assert.deepEqual(whom(fault, {}, { codecs: ['VP8'] }), []);
        if (fault.received) assert.deepEqual(whom(fault, {}, {}, { codecs: ['VP8'] }), []);
        if (fault.other) assert.deepEqual(whom(fault, {}, {}, { publisher_info: null }), []);
        if (fault.audioOnly) assert.deepEqual(whom(fault, {}, { codecs: ['opus', 'VP8'] }), []);
        if (fault.audioOnly) assert.deepEqual(whom(fault, {}, {}, { codecs: null }), []);
        // Somebody else who was there at the same time.
        if (!fault.codes && !fault.connecting)
          assert.deepEqual(whom(fault, {}, {}, { join_time: iso(at(30)) }), []);
        const elsewhere = { ...over, room_type: 'unheard_of' };
        const { stays } = callWith(fault);
        const found = staysWith(
          fault,
          call(
            elsewhere,
            stays.map(({ participant }) => participant.json),
          ),
        );
        assert.equal(found.length > 0, fault.roomTypes === undefined);
      });

      it('links to a page of Twilio and says what happens', () => {
        assert.ok(isTwilioPage(fault.link));
        assert.match(fault.effect(), /^(?:[A-Z]|iOS).*\.$/);
        if (fault.check) assert.match(fault.check(), /^[A-Z].*\.$/);
        if (fault.fixedIn) {
          // The fix is the end of a range.
          const [name, version] = fault.fixedIn.split(/ (?=\d)/);
          const ends = [fault.sdk, fault.browser, fault.platform].filter((range) => range?.name === name);
          assert.deepEqual(
            ends.map((range) => range?.before),
            [version],
          );
        }
      });
    });
  }

  it('have different ids', () =>
    assert.equal(new Set(knownFaultTable.map(({ id }) => id)).size, knownFaultTable.length));
});

describe('The finding of a known fault', () => {
  const js = (sdk: string, browser: string, version: string, platform = 'Windows 10'): Json => {
    const [platform_name, platform_version] = platform.split(' ');
    return {
      publisher_info: {
        name: 'twilio-video.js',
        sdk_version: sdk,
        browser_name: browser,
        browser_version: version,
        platform_name,
        platform_version,
      },
    };
  };
  const bob = stay('Bob', at(1), at(40));
  const known = (room: Json, ...people: Json[]) =>
    findings(room, ...people).filter(({ rule }) => rule === 'known-fault');

  it('names people, versions, what happens, the fix and the source', () => {
    const [found, ...more] = known(
      over,
      stay('Alice', at(1), at(40), js('2.31.0', 'Chrome', '138.0.7204.101')),
      stay('Bob', at(1), at(40), js('2.30.0', 'Mobile Chrome', '141.0', 'Android 14')),
      stay('Carol', at(1), at(40), js('2.32.1', 'Chrome', '141.0.7390.123')),
    );
    assert.deepEqual(more, []);
    assert.deepEqual(
      { ...found, evidence: found?.evidence.map(({ name }) => name) },
      {
        rule: 'known-fault',
        topic: 'js-chrome-137-duplicate-payload-types',
        severity: 'info',
        title: 'Known issue: Alice and Bob used twilio-video.js 2.31.0/2.30.0 and Chrome 138/141',
        evidence: ['Alice', 'Bob'],
        meaning:
          'Negotiating media can fail when a track is published or unpublished; media then does not arrive. Fixed in twilio-video.js 2.32.1. These records do not show whether it happened in this call.',
        check: 'Update to twilio-video.js 2.32.1 or later.',
        link: 'https://github.com/twilio/twilio-video.js/blob/master/CHANGELOG.md#2321-august-1-2025',
      },
    );
  });

  it('is a warning where a stay has a code that fits', () => {
    const person = js('2.31.0', 'Chrome', '138.0');
    for (const [code, severity] of [
      [53400, 'warning'],
      [53405, 'info'],
    ] as const) {
      const [found] = known(over, stay('Alice', at(1), at(9), { ...person, ...failed(code) }), bob);
      assert.equal(found?.severity, severity);
    }
  });

  it('is not about Chrome and Firefox on iOS, which use WebKit, and not where the platform is unknown', () => {
    for (const platform of ['iOS 18.1', '']) {
      const alice = stay('Alice', at(1), at(9), js('2.28.2', 'Chrome', '141.0', platform));
      assert.deepEqual(known(over, alice, bob), [], platform);
    }
  });

  it('is one of three at most: warnings first, then those without conditions that are not in the data', () => {
    const old = js('2.20.0', 'Safari', '15.1', 'iOS 15.1');
    const alice = stay('Alice', at(1), at(9), { ...old, ...failed(53002), codecs: ['H264'] });
    const many = known(over, alice, bob);
    assert.deepEqual(
      many.map(({ topic, severity }) => [topic, severity]),
      [
        ['ios-background', 'warning'],
        ['ios-15-1-h264-crash', 'info'],
        ['ios-15-low-volume', 'info'],
      ],
    );
  });

  it('never fails, whatever publisher_info holds', () => {
    const products: Product[] = [
      'twilio-video.js',
      'twilio-video-ios',
      'Chrome',
      'Safari',
      'Firefox',
      'iOS',
      'Android',
    ];
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<unknown>(...products, ...knownFaultTable.flatMap(versionsOf)) },
      { weight: 1, arbitrary: fc.anything() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    );
    const keys = ['name', 'sdk_version', 'browser_name', 'browser_version', 'browser_major', 'platform_name'];
    const person = fc.record(
      Object.fromEntries([...keys, 'platform_version', 'device_model'].map((key) => [key, value])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), value, fc.anything(), (people, codec, room_type) => {
        const stays = people.map((publisher_info, n) =>
          stay(`p${n}`, at(1), at(9), { publisher_info, codecs: [codec] }),
        );
        const found = known({ ...over, room_type }, ...stays);
        assert.ok(found.length <= 3);
        for (const { title } of found) assert.ok(title.length < 300, title);
      }),
    );
  });
});

const versionsOf = ({ sdk, browser, platform }: KnownFault): string[] =>
  [sdk, browser, platform].flatMap((range) =>
    [range?.from, range?.before].filter((one) => one !== undefined),
  );
