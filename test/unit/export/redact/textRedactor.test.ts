import assert from 'node:assert/strict';
import { TextRedactor } from '../../../../src/export/redact/textRedactor.ts';

const redactorOf = (names: readonly string[]) =>
  new TextRedactor(names.map((name, place) => [name, `Participant ${place + 1}`]));
const redact = (text: string, ...names: string[]) => redactorOf(names).redact(text);

describe('Names in free text', () => {
  it('are replaced once: a pseudonym is not looked through for another name', () => {
    assert.equal(redact('kicked by alice', '1', '2', 'alice'), 'kicked by Participant 3');
    assert.equal(redact('kicked by alice', 'alice', 'participant 1'), 'kicked by Participant 1');
    assert.equal(redact('alice, bob', 'bob', 'alice'), 'Participant 2, Participant 1');
  });

  it('are found in any case and with any separator, the longest first', () => {
    assert.equal(redact('ended for ANNA_LENA', 'anna', 'Anna Lena'), 'ended for Participant 2');
    assert.equal(redact('ended for anna.lena', 'anna', 'Anna Lena'), 'ended for Participant 2');
    assert.equal(redact('left: straße; STRASSE', 'Straße'), 'left: Participant 1; Participant 1');
    assert.equal(redact('left: i\u0307stanbul_1', 'İSTANBUL'), 'left: Participant 1_1');
  });

  it('leave nothing of two names that overlap', () => {
    assert.equal(
      redact('x anna lena smith y', 'anna lena', 'lena smith jr', 'lena smith'),
      'x Participant 3 y',
    );
  });

  it('that are short are replaced only as whole words', () => {
    assert.equal(redact('bob left, bobbing went on', 'bob'), 'Participant 1 left, bobbing went on');
    assert.equal(redact('田中さんが退出', '田中'), 'Participant 1さんが退出');
  });

  it('are not found in a longer number, nor in a word of the text itself', () => {
    assert.equal(redact('user12 left', 'user1'), 'user12 left');
    assert.equal(redact('signaling disconnected', 'connect', 'signa'), 'signaling disconnected');
    assert.equal(redact('Windows 10.0.19041.1', '19041'), 'Windows 10.0.19041.1');
    assert.equal(redact('removed 48213', '48213'), 'removed Participant 1');
  });

  it('may hold any sign, also those that mean something in a pattern', () => {
    assert.equal(redact('lost a+b(c)[d]$ag', 'a+b(c)[d]$ag'), 'lost Participant 1');
    assert.equal(redact('lost 😀👩‍👩‍👧', '😀👩‍👩‍👧'), 'lost Participant 1');
  });

  it('leave a text alone that holds none', () => {
    assert.equal(redact('connection lost'), 'connection lost');
    assert.equal(redact('2.28.1', '2'), '2.28.1');
    assert.equal(redact('disconnected_via_api', 'via', 'Alice'), 'disconnected_via_api');
  });

  for (const [kind, text] of Object.entries({
    percent: 'Ren%C3%A9e%20O%27Brien',
    'percent in lower case, decomposed': 'Rene%cc%81e%20O%27Brien',
    'percent, of every character': '%52%65%6e%c3%a9%65%20%4f%27%42%72%69%65%6e',
    'percent of Latin-1': 'Ren%E9e+O%27Brien',
    'percent twice': 'Ren%25C3%25A9e%2520O%2527Brien',
    escape: 'Ren%u00E9e%20O%27Brien',
    'decomposed letters': 'Rene\u0301e O’Brien',
    'HTML, decimal': 'Ren&#233;e O&#39;Brien',
    'HTML, hexadecimal': 'Ren&#xE9;e&#x20;O&#x27;Brien',
    'HTML, named': 'Ren&eacute;e&nbsp;O&apos;Brien',
    'HTML twice': 'Ren&amp;eacute;e O&amp;#39;Brien',
    JSON: 'Ren\\u00e9e O\\u0027Brien',
    'JSON within JSON': 'Ren\\\\u00e9e O\\\\u0027Brien',
    JavaScript: "Ren\\xe9e O\\'Brien",
    'capital letters': 'RENÉE O’BRIEN',
    'full width': 'Ｒｅｎéｅ　Ｏ＇Ｂｒｉｅｎ',
    'words of an enumeration': 'renee_o_brien',
    'invisible characters': "Re\u00adn\u200bé\u202ee O\u2060'Brien",
  })) {
    it(`are found encoded: ${kind}`, () => {
      assert.equal(redact(`removed <${text}>, by host`, "Renée O'Brien"), 'removed <Participant 1>, by host');
      assert.equal(redact(`x_${text}`, 'Bob', "Renée O'Brien"), 'x_Participant 2');
    });
  }

  it('may be what looks like an encoding', () => {
    assert.equal(redact('lost ACME\\nora', 'ACME\\nora'), 'lost Participant 1');
    assert.equal(redact('lost 100%25er', '100%25er'), 'lost Participant 1');
    assert.equal(redact('lost Tom&amp;Jerry', 'Tom&Jerry'), 'lost Participant 1');
    assert.equal(redact('lost Tom&Jerry', 'Tom&amp;Jerry'), 'lost Participant 1');
    assert.equal(redact('%E0%A4%A', 'Alice'), '%E0%A4%A');
  });

  it('are telephone numbers in any grouping, with and without country and area', () => {
    for (const text of [
      ...[
        '+14155550123',
        '14155550123',
        '+1 (415) 555-0123',
        '001 415 555 0123',
        '(415) 555-0123',
        '4155550123',
      ],
      ...['%2B14155550123', '+1.415.555.0123', '555-0123', '+１４１５５５５０１２３'],
    ]) {
      const redacted = redact(`call of ${text} 53405`, '+14155550123');
      assert.match(redacted, /^call of [+(%2B]*Participant 1 53405$/, text);
    }
    assert.equal(redact('from 0170 1234567', 'tel:+49 170 1234567'), 'from Participant 1');
    assert.equal(redact('from 4155550199', '+14155550123'), 'from 4155550199');
    assert.equal(redact('+1 415 555 0123', 'phone:+14155550123'), '+Participant 1');
  });

  it('that begin like a known word are names', () => {
    for (const name of ['twilio-video-anna', 'Chrome-Anna', 'room_anna', 'guest-x7f3', 'iPhone von Anna']) {
      assert.equal(redact(`removed ${name}`, name), 'removed Participant 1', name);
    }
  });

  it('that are common words or numbers do not break other text', () => {
    const names = [
      '12',
      'a',
      'room',
      'iPhone',
      'Max',
      'api',
      'media',
      'connection',
      'twilio-video.js',
      'Pro',
    ];
    for (const text of [
      ...[
        'iPhone 12',
        'iPhone 12 Pro Max',
        'a room was closed',
        'media connection failed',
        'twilio-video.js',
      ],
      ...['Room completed via API', '10.15.7', 'SM-G991B', 'Galaxy Tab A', 'Windows 12'],
    ]) {
      assert.equal(redact(text, ...names), text);
    }
    assert.equal(redact("Max's iPhone 12", ...names), "Participant 5's iPhone 12");
    assert.equal(redact('removed "12" and “a”', ...names), 'removed "Participant 1" and “Participant 2”');
    assert.equal(
      redact('identity: 12, identity=room', ...names),
      'identity: Participant 1, identity=Participant 3',
    );
  });

  it('that look like the pseudonym of somebody else are replaced', () => {
    assert.equal(redact('removed participant_2', 'Participant 2', 'Bob'), 'removed Participant 1');
  });

  it('are not cut in two by the limit of a text', () => {
    const text = `${'x '.repeat(4998)}Annalena Baumgartner`;
    const redacted = redact(text, 'Annalena Baumgartner');
    assert.ok(!/Anna|Baum/.test(redacted));
    assert.ok(redacted.length <= 10_001);
    const emoji = redact(`x${'😀'.repeat(6000)}`, 'Bob');
    assert.ok(emoji.isWellFormed());
  });

  it('are a thousand without trouble', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `person-${n}@example.org`);
    assert.equal(redact('removed person-999@example.org', ...names), 'removed Participant 1000');
  });
});
