import fc from 'fast-check';
import { explainAnswer, getAnswer, type RoomAnswerInput } from '../../../src/assistant/roomAnswer.ts';
import { roomReport } from '../../../src/export/report/roomReport.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { arbitraryParticipant, arbitraryRoom } from '../../unit/calls/arbitraryCalls.ts';
import { format } from '../../unit/calls/calls.ts';
import type { Target } from '../target.ts';

/** Letters that stand in none of our texts one after another: what is planted is found by them. */
const mark = fc
  .string({ unit: fc.constantFrom(...'bdfgkpvxz'), minLength: 6, maxLength: 12 })
  .map((text) => `qx${text}`);
const telephone = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((number) => `+1${number}`);

/** Identities as applications make them, each with a mark. */
const identity = fc.oneof(
  fc
    .tuple(
      mark,
      fc.constantFrom<(text: string) => string>(
        (text) => text,
        (text) => `${text}@example.org`,
        (text) => `Renée O'${text}`,
        (text) => `İ ${text.toUpperCase()}ß`,
        (text) => `twilio-video-${text}`,
        (text) => `room_${text}_12`,
        (text) => `${text[0]?.toUpperCase()}${text.slice(1)} 😀`,
        (text) => `"${text}" <a&b>\\n`,
        (text) => `100%25 ${text}`,
        (text) => `田中${text}`,
        (text) => JSON.stringify({ id: 7, name: text }),
      ),
    )
    .map(([text, make]) => make(text)),
  telephone,
);

const ascii = /^[\x20-\x7e]$/;
const hex = (text: string) => (text.codePointAt(0) ?? 0).toString(16);
/** The ways in which a program may write a name. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(/[\s_-]+/g, '_'),
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => encodeURIComponent(text.normalize('NFD')).toLowerCase(),
  (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  (text) => Array.from(text, (one) => (ascii.test(one) ? one : `&#x${hex(one)};`)).join(''),
  (text) => Array.from(text, (one) => `&#${one.codePointAt(0)};`).join(''),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${hex(unit).padStart(4, '0')}`),
  (text) => JSON.stringify(JSON.stringify(text)),
  (text) => encodeURIComponent(JSON.stringify(text)),
];
const writing = fc.constantFrom(...writings);
const around = fc.constantFrom(
  ...([
    '@',
    'removed @',
    '@_left',
    'kicked by <@>',
    'identity=@&next=1',
    '"@" (53205)',
    '/u/@/x',
    'x: @, y',
  ] as const),
);

/** An identity, and a text that holds it in some writing. */
const planted = fc.record({ identity, text: fc.tuple(writing, around) }).map(({ identity: name, text }) => ({
  identity: name,
  text: text[1].replace('@', () => text[0](name)),
}));

/** Whether a text holds a name in any of these writings, or its mark. */
function tells(text: string, name: string): boolean {
  const [found = ''] = /qx[bdfgkpvxz]+/i.exec(name) ?? [name.replaceAll(/\D/g, '')];
  const plain = text
    .replaceAll(/%(?:25)*([0-7][0-9a-f])/gi, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .replaceAll(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)));
  return [text, plain].some((one) => one.toLowerCase().includes(found.toLowerCase()));
}

/** What leaves the extension without names holds no name, wherever an application has put it. */
export const plantedNameTargets: readonly Target[] = [
  {
    name: 'calls with planted names, of which report and assistant tell none',
    property: fc.property(
      arbitraryRoom,
      fc.array(fc.tuple(arbitraryParticipant, planted, planted), { minLength: 1, maxLength: 4 }),
      planted,
      fc.constantFrom<(input: RoomAnswerInput) => string>(
        (input) => roomReport(input, { names: false }, format),
        (input) => explainAnswer(input, format).text(9),
        (input) => getAnswer(input, 0, format).text(9),
      ),
      (room, rows, name, write) => {
        const people = rows.map(([, one]) => one.identity);
        const participants = rows.map(([row, { identity: own, text }, other], index) => {
          // One's name stands in the records of the others too.
          const next = rows[(index + 1) % rows.length]?.[1].text;
          return new Participant({
            ...row,
            participant_identity: own,
            end_reason: text,
            edge_location: next,
            publisher_info: { name: next, device_model: `${text}; ${next}`, [text]: 1, more: [{ text }] },
            // The application's own: never shared.
            url: other.text,
            properties: { text: other.text },
          });
        });
        const call = {
          room: new Room({
            ...room,
            room_name: name.identity,
            end_reason: name.text,
            media_region: rows[0]?.[1].text,
            status_callback: name.text,
          }),
          participants,
        };
        const input = {
          ...call,
          sample: false,
          names: false,
          nameOf: () => '',
          person: name.identity,
          unreadable: 0,
        };
        const text = write(input);
        return ![...people, name.identity].some((one) => tells(text, one));
      },
    ),
  },
];
