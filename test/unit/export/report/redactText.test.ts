import assert from 'node:assert/strict';
import { TextRedactor } from '../../../../src/export/report/redactText.ts';

const redact = (text: string, ...names: string[]) =>
  new TextRedactor(new Map(names.map((name, place) => [name, `Participant ${place + 1}`]))).redact(text);

describe('Names in free text', () => {
  it('are replaced once: a pseudonym is not looked through for another name', () => {
    assert.equal(redact('kicked by alice', '1', '2', 'alice'), 'kicked by Participant 3');
    assert.equal(redact('participant 1 and 2', '1', '2'), 'participant Participant 1 and Participant 2');
  });

  it('are found in any case and with any separator, the longest first', () => {
    assert.equal(redact('ended for ANNA_LENA', 'anna', 'Anna Lena'), 'ended for Participant 2');
  });

  it('that are short are replaced only as whole words', () => {
    assert.equal(redact('bob left, bobbing went on', 'bob'), 'Participant 1 left, bobbing went on');
  });

  it('may hold any sign, also those that mean something in a pattern', () => {
    assert.equal(redact('lost a+b(c)[d]$', 'a+b(c)[d]$'), 'lost Participant 1');
  });

  it('leave a text alone that holds none', () => {
    assert.equal(redact('connection lost'), 'connection lost');
    assert.equal(redact('2.28.1', '2'), '2.28.1');
  });

  it('are a thousand without trouble', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `person-${n}@example.org`);
    assert.equal(redact('removed person-999@example.org', ...names), 'removed Participant 1000');
  });
});
