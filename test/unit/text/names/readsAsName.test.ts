import assert from 'node:assert/strict';
import { readsAsName } from '../../../../src/text/names/readsAsName.ts';

describe('A name in a sentence without quotation marks', () => {
  const names = [
    ...[
      'Ann',
      'Alice Smith',
      'Zoë',
      'O’Brien',
      "D'Arcy Lane",
      'Wei-Ling Tan',
      'Dr. Example',
      'J. R. Smith',
      'ANN',
    ],
    ...['محمد', '김민준', 'Юлия Шевченко', '👩‍🚀 Zoë', '🦊 Robin Fox'],
  ];
  for (const name of names) it(`can be ${name}`, () => assert.ok(readsAsName(name)));

  const identifiers = [
    ...[
      'ann@example.com',
      '+4930555010011',
      'user_17',
      'host-office',
      'user17',
      'identityrsMgYXecja',
      'x.walsh',
    ],
    ...['PA10ed5f…6c32', '3f2a9c1d…c4d5', '…-alice', 'user:48213|tenant:northwind', 'iOS17user'],
  ];
  for (const name of identifiers) it(`can be the identifier ${name}`, () => assert.ok(readsAsName(name)));

  const others = [
    ...[
      '16',
      '1,204',
      '10:14',
      '10s',
      '2nd',
      'A',
      'a',
      'é',
      'ann',
      'alice smith',
      'Alice smith',
      'Alice and Bob',
    ],
    ...[
      'Room',
      'room',
      'ROOM',
      'Raum',
      'Everybody',
      'Nobody',
      'Twilio',
      'Twilio Support',
      'Sala',
      'Go',
      'UTC',
    ],
    ...[
      'Peer-to-peer',
      'peer-to-peer',
      'us1',
      'us3',
      'VP8',
      'twilio-video.js',
      'api-key',
      '部屋',
      '田中',
      'カナ',
    ],
    ...[
      'Smith, Bob',
      'Ann.',
      'Ann:',
      '(Ann)',
      'Ann (2)',
      '"Ann"',
      'Ann "Bob',
      '🦊',
      '+49',
      '…',
      '-',
      '',
      ' ',
    ],
    ...[
      'id: 17',
      'role: host, id: 17',
      'Ann dropped at 10:14',
      'Participant 1',
      'J.',
      'Ann Jr.',
      '53405, error',
    ],
  ];
  for (const name of others) it(`cannot be ${name}`, () => assert.ok(!readsAsName(name)));
});
