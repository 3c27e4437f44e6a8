import assert from 'node:assert/strict';
import {
  readEnvironment,
  secretProblem,
  sidProblem,
} from '../../../src/accounts/signIn/validateCredentials.ts';
import { type FailureKind, InsightsError } from '../../../src/insights/core/errors.ts';
import { parseOrigin } from '../../../src/insights/core/origin.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { participantsView } from '../../../src/pages/room/participantsView.ts';
import { roomView } from '../../../src/pages/room/roomView.ts';
import { validateRoomSid } from '../../../src/rooms/sids/validateRoomSid.ts';
import { enumLabel } from '../../../src/text/enumLabels.ts';
import { explainFailure } from '../../../src/text/explainFailure.ts';
import { Format } from '../../../src/text/format.ts';
import { participantLine } from '../../../src/text/participantText.ts';
import { roomHeadline, roomLine, roomTitle } from '../../../src/text/roomText.ts';
import { isTwilioPage } from '../../../src/text/twilioUrl.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const at = (hour: number, minute = 0, day = 22) =>
  new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString();
const hex = '0123456789abcdef'.repeat(2);

describe('A room in a line', () => {
  it('says when, how long and how many', () => {
    const room = { room_status: 'completed', create_time: at(10), end_time: at(10, 42), duration_sec: 2520 };
    assert.equal(
      roomLine(new Room({ ...room, unique_participants: 5 }), format),
      '10:00–10:42 · 42 min · 5 participants',
    );
    assert.equal(
      roomLine(new Room({ ...room, unique_participants: 1 }), format),
      '10:00–10:42 · 42 min · 1 participant',
    );
  });

  it('names the day unless it is today, and twice only if there are two', () => {
    const night = { room_status: 'completed', create_time: at(23, 30, 20), end_time: at(0, 30, 21) };
    assert.equal(roomLine(new Room(night), format), 'Fri 23:30–Sat 00:30 · 1 hr');
    const evening = { ...night, end_time: at(23, 45, 20) };
    assert.equal(roomLine(new Room(evening), format), 'Fri 23:30–23:45 · 15 min');
  });

  it('computes the duration of a live room until now and says so', () => {
    const room = new Room({
      room_status: 'in_progress',
      create_time: at(11, 18),
      end_time: null,
      duration_sec: null,
    });
    assert.equal(roomLine(room, format), 'live since 11:18 · 42 min so far');
    assert.equal(roomLine(room, format, 2), 'live since 11:18 · 42 min so far · 2 participants');
    const told = room.with({ unique_participants: 3 });
    assert.match(roomLine(told, format, 2), / · 3 participants$/);
    assert.match(roomHeadline(room, format), /^Live since .*11:18:00 UTC, 42 min so far$/);
  });

  it('has a title also where the name is null, empty or blank', () => {
    for (const name of [null, '', '  ']) {
      assert.equal(roomTitle(new Room({ room_name: name, room_sid: `RM${hex}` })), `RM${hex}`);
    }
    assert.equal(roomTitle(new Room({})), 'Room without a name');
  });
});

describe('A participant in a line', () => {
  const live = new Room({ room_status: 'in_progress' });
  const over = new Room({ room_status: 'completed' });

  it('marks an error with its code', () => {
    const dropped = new Participant({
      join_time: at(10),
      leave_time: at(10, 5),
      duration_sec: 300,
      error_code: 53405,
    });
    assert.equal(participantLine(dropped, over, format), 'error 53405 · 10:00–10:05 · 5 min');
  });

  it('is not present in a room that is over, also without a leave time', () => {
    const open = new Participant({ join_time: at(10), leave_time: null, status: 'connected' });
    assert.equal(participantLine(open, live, format), 'present since 10:00');
    assert.equal(participantLine(open, over, format), '10:00, end unknown');
  });
});

describe('Values in words', () => {
  it('tells null from missing from invalid', () => {
    const view = roomView(new Room({ end_reason: null, duration_sec: 'soon' }), format);
    const all = new Map(
      view.groups.flatMap(({ properties }) => properties.map((one) => [one.key, one] as const)),
    );
    assert.deepEqual([all.get('end_reason')?.state, all.get('end_reason')?.text], ['null', '—']);
    assert.deepEqual([all.get('room_type')?.state, all.get('room_type')?.text], ['missing', '—']);
    assert.deepEqual([all.get('duration_sec')?.state, all.get('duration_sec')?.text], ['invalid', 'soon']);
  });

  it('humanises an enumeration value that is new, and copies the raw one', () => {
    assert.equal(enumLabel('peer-to-peer'), 'Peer-to-peer');
    assert.equal(enumLabel('sao-paulo'), 'São Paulo');
    assert.equal(enumLabel('stage_us1'), 'Stage us1');
    assert.equal(enumLabel('constructor'), 'Constructor');
    const region = roomView(new Room({ media_region: 'stage_us1' }), format)
      .groups.flatMap(({ properties }) => properties)
      .find(({ key }) => key === 'media_region');
    assert.deepEqual([region?.text, region?.raw], ['Stage us1', 'stage_us1']);
  });

  it('shows a field that came later under Other', () => {
    const groups = roomView(new Room({ colour: { r: 1 }, spam: null }), format).groups;
    const other = groups.find(({ id }) => id === 'other');
    assert.deepEqual(
      other?.properties.map(({ key, text }) => [key, text]),
      [
        ['colour', '{"r":1}'],
        ['spam', '—'],
      ],
    );
  });

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

  it('keeps names from turning or breaking what stands beside them', () => {
    const room = new Room({ room_name: 'a\u202Egnp\n\u2066b\u0007', room_sid: `RM${hex}` });
    assert.equal(roomTitle(room), 'a[U+202E]gnp [U+2066]b[U+0007]');
    assert.equal(roomTitle(new Room({ room_name: 'x'.repeat(100_000) })).length, 201);
    assert.equal(roomTitle(new Room({ room_name: '\u202E', room_sid: `RM${hex}` })), '[U+202E]');
    assert.equal(roomTitle(new Room({ room_name: ' \n', room_sid: `RM${hex}` })), `RM${hex}`);
  });

  it('links only to Twilio’s own https pages', () => {
    assert.ok(isTwilioPage('https://www.twilio.com/docs/api/errors/53002'));
    for (const bad of [
      'http://www.twilio.com/x',
      'https://twilio.com.evil.example/x',
      'https://evil.example/?twilio.com',
      'https://a:b@www.twilio.com/',
      'javascript:alert(1)',
      'rubbish',
    ]) {
      assert.ok(!isTwilioPage(bad), bad);
    }
  });

  it('writes durations in their two largest units', () => {
    const shown = [0, 8, 90, 600, 655, 3600, 5400, 90_000].map((seconds) => format.duration(seconds));
    assert.deepEqual(shown, [
      '0 sec',
      '8 sec',
      '1 min 30 sec',
      '10 min',
      '10 min',
      '1 hr',
      '1 hr 30 min',
      '1 day 1 hr',
    ]);
  });
});

describe('Failures in words', () => {
  const kinds: FailureKind[] = [
    'unauthorized',
    'forbidden',
    'suspended',
    'notFound',
    'invalidRequest',
    'rateLimited',
    'serverFailed',
    'unreachable',
    'disconnected',
    'proxyRefused',
    'proxyUnusable',
    'tlsUntrusted',
    'timedOut',
    'tooLarge',
    'unexpectedReply',
    'foreignPage',
  ];

  it('has a title, a reason and a next step for each kind, and no two alike', () => {
    const titles = kinds.map((kind) => {
      const { title, detail, steps } = explainFailure(new InsightsError(kind, { path: '/v1/Video/Rooms' }));
      assert.ok(title && detail && steps.length > 0, kind);
      return title;
    });
    assert.equal(new Set(titles).size, kinds.length);
  });

  it('says all three reasons of a 404', () => {
    const { detail } = explainFailure(
      new InsightsError('notFound', { path: '/', requestId: 'RQ1', status: 404 }),
    );
    for (const reason of [/7 days/, /30 minutes/, /another account/, /RQ1/]) assert.match(detail, reason);
  });

  it('tells a proxy from Twilio, and leads to the settings for proxies', () => {
    const path = '/v1/Video/Rooms';
    const atProxy = (
      ['unreachable', 'disconnected', 'tlsUntrusted', 'timedOut', 'unexpectedReply'] as const
    ).map((kind) => explainFailure(new InsightsError(kind, { path, atProxy: true })));
    const refused = [407, 403, 502].map((status) =>
      explainFailure(new InsightsError('proxyRefused', { path, status })),
    );
    const all = [...atProxy, ...refused];
    for (const { title, detail, steps } of all) {
      assert.match(title + detail, /proxy/);
      assert.deepEqual(steps, ['retry', 'proxySettings', 'showLog']);
    }
    assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
  });

  it('explains what is not the API’s fault too', () => {
    assert.match(explainFailure(new TypeError('x is undefined')).detail, /x is undefined/);
    assert.match(explainFailure('odd').detail, /odd/);
  });
});

describe('What is typed', () => {
  it('catches an AC/SK mix-up while typing', () => {
    assert.match(sidProblem('apiKey', 'AC', false) ?? '', /Account SID/);
    assert.match(sidProblem('authToken', 'SK', false) ?? '', /API key/);
    assert.match(secretProblem('apiKey', `SK${hex}`, false) ?? '', /SID/);
    assert.match(secretProblem('authToken', ` AC${hex}`, false) ?? '', /SID/);
  });

  it('lets a SID that is not finished be finished, and trims it', () => {
    for (const typed of ['', 'S', 'SK', 'SK01', ` SK${hex} `])
      assert.equal(sidProblem('apiKey', typed, false), undefined);
    assert.match(sidProblem('apiKey', 'SK01', true) ?? '', /these are 2/);
    assert.match(sidProblem('apiKey', 'SKxy', false) ?? '', /0–9/);
    assert.match(sidProblem('apiKey', 'X', false) ?? '', /begins with SK/);
    assert.match(sidProblem('apiKey', `SK${hex}0`, false) ?? '', /these are 33/);
  });

  it('checks a room’s SID with a clear message', () => {
    assert.equal(validateRoomSid(` RM${hex}\n`), undefined);
    assert.equal(validateRoomSid(`rm${hex.toUpperCase()}`), undefined);
    assert.match(validateRoomSid('') ?? '', /Enter/);
    assert.match(validateRoomSid('my room') ?? '', /name/);
    assert.match(validateRoomSid(`PA${hex}`) ?? '', /participant/);
    assert.match(validateRoomSid(`RM${hex}f`) ?? '', /these are 33/);
    assert.match(validateRoomSid('RM12g') ?? '', /“g”/);
    assert.match(validateRoomSid('constructor') ?? '', /begins with RM/);
  });

  it('reads the environment, the API key before the account', () => {
    const account = { TWILIO_ACCOUNT_SID: `AC${hex}`, TWILIO_AUTH_TOKEN: 't' };
    const key = { TWILIO_API_KEY: `SK${hex}`, TWILIO_API_SECRET: ' s ' };
    assert.deepEqual(readEnvironment({ ...account, ...key }), {
      kind: 'apiKey',
      username: `SK${hex}`,
      password: 's',
    });
    assert.deepEqual(readEnvironment(account), { kind: 'authToken', username: `AC${hex}`, password: 't' });
    for (const [environment, said] of [
      [{}, /TWILIO_API_KEY.*TWILIO_ACCOUNT_SID/],
      [{ TWILIO_API_KEY: `SK${hex}` }, /TWILIO_API_SECRET/],
      [{ TWILIO_API_KEY: `AC${hex}`, TWILIO_API_SECRET: 's' }, /TWILIO_API_KEY: /],
    ] as const) {
      const found = readEnvironment(environment);
      assert.match('problem' in found ? found.problem : '', said);
    }
  });

  it('sends credentials to https only, or to this machine', () => {
    assert.equal(parseOrigin('https://insights.twilio.com/'), 'https://insights.twilio.com');
    assert.equal(parseOrigin('http://127.0.0.1:4010'), 'http://127.0.0.1:4010');
    assert.equal(parseOrigin('http://localhost:1'), 'http://localhost:1');
    for (const bad of [
      'http://insights.twilio.com',
      'https://x.example/path',
      'https://a:b@x.example',
      'ftp://x',
      'x',
      'http://127.0.0.1.evil.example',
    ]) {
      assert.equal(parseOrigin(bad), undefined, bad);
    }
  });
});
