import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Call } from '../../../../src/export/report/pseudonyms.ts';
import { roomReport } from '../../../../src/export/report/roomReport.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 9, 14, 15, 30, 12, 345);
const format = new Format({ locale: 'en', times: 'local', now: () => now });
const world = new SampleWorld({ now });
const disguised = (call: Call) => roomReport(call, { names: false }, format);
const named = (call: Call) => roomReport(call, { names: true }, format);

function callAt(position: number): Call {
  const participants = world.participants(position).map((json) => new Participant({ ...json }));
  return { room: new Room(world.room(position)), participants };
}

function sampleCall({ sid }: { sid: string }): Call {
  const position = world.positionOf(sid);
  assert.ok(position !== undefined);
  return callAt(position);
}

/** What nobody who reads a report without names may learn. A SID as a name is in the report anyway. */
function secretsOf({ room, participants }: Call): string[] {
  const names = [
    room.read('room_name'),
    room.read('status_callback'),
    ...participants.map((one) => one.read('participant_identity')),
  ];
  return names.filter((name) => name !== undefined && name.trim() !== '' && name !== room.sid) as string[];
}

function assertKept(call: Call, report = disguised(call)): void {
  const text = report.toLowerCase();
  for (const secret of secretsOf(call)) {
    for (const form of [secret, secret.trim()])
      assert.ok(!text.includes(form.toLowerCase()), `“${secret}” can be read in:\n${report}`);
  }
}

/** Rows of the table of participants, each as its cells. */
function rows(report: string): string[][] {
  const lines = report.slice(report.indexOf('## Participants')).split('\n');
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(/(?<!\\) \| /));
}

describe('The report on a room', () => {
  it('of the sample rooms names nobody', () => {
    let people = 0;
    for (let position = 0; position < world.size; position += 3) {
      const call = callAt(position);
      people += call.participants.length;
      assertKept(call);
    }
    for (const room of Object.values(sampleRooms)) assertKept(sampleCall(room));
    assert.ok(people > 100);
  });

  it('calls the same person the same everywhere', () => {
    const call = sampleCall(sampleRooms.dropped);
    const report = disguised(call);
    const pseudonyms = new Map<string, string>();
    for (const cells of rows(report)) {
      const sid = cells[1]?.replaceAll('`', '');
      const identity = call.participants.find((one) => one.sid === sid)?.read('participant_identity') ?? '';
      assert.equal(pseudonyms.get(identity) ?? cells[0], cells[0]);
      pseudonyms.set(identity, cells[0] ?? '');
    }
    assert.deepEqual([...pseudonyms.values()].sort(), ['Participant 1', 'Participant 2']);
    // The same ones in the story: what is said of them there is in the table.
    const [, who, when, error] = /(Participant \d) dropped at (\S+) with (\d+)/.exec(report) ?? [];
    assert.ok(rows(report).some((cells) => cells[0] === who && cells[3] === when && cells[5] === error));
  });

  it('has SIDs, times with their zone, what happened, findings, SDKs and regions', () => {
    const call = sampleCall(sampleRooms.dropped);
    const report = disguised(call);
    const { sid } = call.room;
    assert.ok(report.startsWith(`# Room \`${sid}\`\n`));
    for (const participant of call.participants) assert.ok(report.includes(`\`${participant.sid}\``));
    for (const heading of ['What happened', 'Findings', 'SDKs and regions', 'Participants'])
      assert.ok(report.includes(`\n## ${heading}\n`), heading);
    assert.match(report, /Created at \| 2026-10-14T\d\d:\d\d:\d\d(\.\d+)?Z \|/);
    assert.match(report, /\n2 people, .*dropped at 2026-10-14T.*Z with 53\d+, /);
    assert.match(report, /- \*\*Error: Participant \d dropped with /);
    assert.match(report, /https:\/\/www\.twilio\.com\/docs\/api\/errors\/53\d+/);
    assert.match(report, /twilio-video\.js \d/);
    assert.doesNotMatch(report, /\d:\d\d (AM|PM)|undefined|NaN|\[object/);
  });

  it('has every time in UTC, whatever the zone of the person', () => {
    const report = disguised(sampleCall(sampleRooms.duplicateIdentity));
    const times = report.match(/\d\d:\d\d(?::\d\d)?[^\s,|;]*/g) ?? [];
    assert.ok(times.length > 20);
    for (const time of times) assert.match(time, /^\d\d:\d\d:\d\d(\.\d+)?Z\.?$/);
  });

  it('has the names where they are asked for', () => {
    const call = sampleCall(sampleRooms.dropped);
    const report = named(call);
    assert.ok(report.includes(`| Name | ${sampleRooms.dropped.name} |`));
    for (const participant of call.participants)
      assert.ok(report.includes(`| ${participant.read('participant_identity')} |`));
    assert.ok(!report.includes('Participant 1'));
    assert.ok(!report.includes('were replaced'));
  });

  it('calls people by labels in sentences, and has whole identities in the table', () => {
    const { room, participants } = sampleCall(sampleRooms.dropped);
    const identities = ['Ana', '16', 'user_3'].map((name) =>
      name === 'Ana' ? JSON.stringify({ tenant: 'northside-clinic', name }) : name,
    );
    const people = participants.map((one, index) =>
      one.with({ participant_identity: identities[index % 3] ?? null, error_code: 53001 }),
    );
    const report = named({ room, participants: people });
    const sentences = report.slice(report.indexOf('## What happened'), report.indexOf('## SDKs'));
    assert.match(sentences, /“16” dropped at .* Ana dropped at .* user_3 dropped at /);
    assert.doesNotMatch(sentences, /northside/);
    assert.match(report, /\| Ana · \\\{"tenant":"northside-clinic","name":"Ana"\\\} \|/);
    assert.match(report, /\| 16 \|/);
    assertKept({ room, participants: people.slice(0, 1) });
  });

  it('leaves callbacks out, with names too', () => {
    const call = sampleCall(sampleRooms.dropped);
    const address = 'https://hooks.example.org/video?token=hunter2';
    const room = call.room.with({ status_callback: address, status_callback_method: 'POST' });
    for (const report of [named({ ...call, room }), disguised({ ...call, room })])
      assert.doesNotMatch(report, /hooks\.example\.org|hunter2|callback/i);
  });

  it('fits into a ticket, and says how many participants it leaves out', () => {
    const report = disguised(sampleCall(sampleRooms.webinar));
    assert.ok(report.length < 65_536, `${report.length} characters`);
    assert.equal(rows(report).length, 150);
    assert.match(report, /Left out, so that the report fits into a ticket: \d+ participants/);
  });

  it('tells of a room that nobody joined, and of one of which nothing is known', () => {
    assert.match(disguised(sampleCall(sampleRooms.empty)), /Nobody joined; the room timed out/);
    assert.match(disguised({ room: new Room({}), participants: [] }), /# Room without a SID/);
  });

  it('counts rows that could not be read', () => {
    const report = roomReport(sampleCall(sampleRooms.solo), { names: false, unreadable: 2 }, format);
    assert.match(report, /Rows that are no participants: 2/);
  });
});

describe('Names in other places than their own', () => {
  const reportOf = (name: string, participant: Record<string, unknown>) =>
    disguised({
      room: new Room({ room_name: 'Board meeting', end_reason: `${name} ended Board Meeting` }),
      participants: [new Participant({ participant_identity: name, ...participant })],
    });

  it('are replaced in end reasons and devices', () => {
    const report = reportOf('alice', {
      end_reason: 'Alice was removed from Board meeting',
      publisher_info: { name: 'twilio-video.js', sdk_version: '2.28.1', device_model: 'alice-phone' },
    });
    assert.doesNotMatch(report, /alice|board meeting/i);
    assert.match(report, /Participant 1 was removed from \(room name\)/);
    assert.match(report, /twilio-video\.js 2\.28\.1 · Participant 1-phone/);
  });

  it('are replaced where the name is inside of a JSON identity', () => {
    const report = reportOf(JSON.stringify({ tenant: 'northside-clinic', name: 'Ana' }), {
      end_reason: 'Ana was removed',
    });
    assert.match(report, /Participant 1 was removed/);
    assert.doesNotMatch(report, /Ana|northside/);
  });

  it('are replaced whatever stands between their words', () => {
    for (const end_reason of ['removed_anna-lena', 'Removed Anna  Lena', 'removed anna_lena'])
      assert.match(
        disguised({
          room: new Room({}),
          participants: [new Participant({ participant_identity: 'anna lena', end_reason })],
        }),
        /removed.Participant 1/i,
      );
  });

  it('do not harm words and versions when they are short or technical', () => {
    const device = {
      name: 'twilio-video.js',
      sdk_version: '2.28.1',
      browser_name: 'Chrome',
      platform_name: 'iOS',
    };
    for (const name of ['2', 'js', 'ice', 'chrome', 'Video', '2.28.1', 'opus', 'room'])
      assert.match(
        reportOf(name, { end_reason: 'media device lost', publisher_info: device }),
        /Media device lost|media device lost.*twilio-video\.js 2\.28\.1 · Chrome · iOS/,
        name,
      );
  });
});

describe('A report on a hostile room', () => {
  /** Long enough not to stand in the report's own words by chance. */
  const hostile = fc.oneof(
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '[click me](command:workbench.action.quit)',
      '`code` | pipe | ``` fence',
      '# heading\n- list\n1. one',
      '(.*)+$^[a-z]{3} regex',
      'www.attacker.example',
      'https://attacker.example/?q=1',
      '@everyone look',
      '\u202egnp.exe invoice',
      'x'.repeat(5000),
    ),
    fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }).map((text) => `zq${text}qz`),
    fc.string({ unit: 'binary', minLength: 6, maxLength: 40 }).map((text) => `zq${text}qz`),
  );
  const calls = fc
    .record({ names: fc.array(hostile, { minLength: 1, maxLength: 4 }), room: hostile, more: hostile })
    .map(({ names, room, more }): Call => {
      /** Every name glued to other text, in every field that is a text. */
      const text = `${names.join('')}${room} and ${names.join(', ')} ${more === room ? '' : more}`;
      return {
        room: new Room({
          room_sid: sampleRooms.dropped.sid,
          room_name: room,
          account_sid: text,
          room_status: text,
          created_method: text,
          processing_state: text,
          room_type: text,
          end_reason: text,
          media_region: text,
          codecs: [text],
          status_callback: `https://attacker.example/${room}`,
          [text]: text,
        }),
        participants: names.flatMap((name, index) =>
          [0, 1].map(
            (stay) =>
              new Participant({
                participant_sid: `PA${String(2 * index + stay).padStart(32, '0')}`,
                participant_identity: name,
                join_time: new Date(now - 3_600_000 + 60_000 * (index + 10 * stay)).toISOString(),
                leave_time: new Date(now - 3_500_000 + 60_000 * (index + 10 * stay)).toISOString(),
                status: text,
                end_reason: `${text} lost connection`,
                error_code: stay === 0 ? 53001 : null,
                error_code_url: `https://www.twilio.com/docs/api/errors/53001?${encodeURIComponent(name)}`,
                media_region: text,
                edge_location: text,
                codecs: [text],
                publisher_info: { name: text, device_model: text, sdk_version: '1.0.0' },
                properties: { text },
              }),
          ),
        ),
      };
    });

  it('names nobody, wherever the names stand', () => {
    fc.assert(
      fc.property(calls, (call) => assertKept(call)),
      { numRuns: 200 },
    );
  }).timeout(60_000);

  it('holds no markup of theirs, with names either', () => {
    fc.assert(
      fc.property(calls, (call) => {
        for (const report of [disguised(call), named(call)]) {
          assert.doesNotMatch(report, /<(?!https:\/\/www\.twilio\.com\/docs\/)/);
          assert.doesNotMatch(report, /(?<!\\)\]\(/);
          assert.doesNotMatch(report, /(?<![<\w])https?:\/\/(?!www\.twilio\.com)/);
          for (const line of report.split('\n'))
            assert.match(line, /^($|# Room `|## [A-Z]|\| |- \*\*|- [A-Z]| {2}[A-Z<]|---$|\S)/);
          for (const cells of rows(report)) assert.equal(cells.length, 9);
          assert.equal(report.match(/^#/gm)?.length, call.participants.length > 0 ? 5 : 4);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
