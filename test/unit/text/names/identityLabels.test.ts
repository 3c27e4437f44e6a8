import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identityLabels } from '../../../../src/text/names/identityLabels.ts';

function labelsOf(...identities: string[]): (string | undefined)[] {
  const labels = identityLabels(identities);
  return identities.map((one) => labels.get(one));
}

const json = (fields: unknown) => JSON.stringify(fields);

describe('The label of an identity', () => {
  it('is the identity where that is short', () => {
    const names = ['16', 'Ann', 'a', '김민준', '🦊 Robin Fox', 'identityKwPsnteXoL', 'a b'];
    assert.deepEqual(labelsOf(...names), names);
  });

  it('is whole for e-mail addresses and telephone numbers', () => {
    const names = [
      'maximiliana.wilhelmina.von.hohenstein-rosenthal@clinic.example.org',
      'maximiliana.wilhelmina.von.hohenstein-rosenthal@hospital.example.org',
      '+4930555010011',
      '+4940555020022',
    ];
    assert.deepEqual(labelsOf(...names), names);
  });

  it('is the name of a JSON identity', () => {
    const patient = { tenant: 'northside-clinic', role: 'patient' };
    assert.deepEqual(
      labelsOf(
        json({ tenant: 'northside-clinic', role: 'physician', name: 'Dr. Example' }),
        json({ ...patient, name: 'Ana' }),
        json({ ...patient, user: { display_name: 'Ben' } }),
        json({ ...patient, firstName: 'Carol', lastName: 'Doe' }),
        json({ ...patient, email: 'dora@example.org' }),
        json({ ...patient, name: '', userName: 'Emil' }),
      ),
      ['Dr. Example', 'Ana', 'Ben', 'Carol Doe', 'dora@example.org', 'Emil'],
    );
  });

  it('is the name and the fields that differ where names are equal', () => {
    const ana = (role: string, id: number) => json({ tenant: 'north', name: 'Ana', role, id });
    assert.deepEqual(labelsOf(ana('patient', 1), ana('nurse', 1)), ['Ana (patient)', 'Ana (nurse)']);
    assert.deepEqual(labelsOf(ana('patient', 1), ana('nurse', 1), 'Ana'), [
      'Ana (patient)',
      'Ana (nurse)',
      'Ana',
    ]);
    assert.deepEqual(labelsOf(ana('nurse', 1), ana('nurse', 2), ana('doctor', 1)), [
      'Ana (nurse, 1)',
      'Ana (nurse, 2)',
      'Ana (doctor, 1)',
    ]);
    assert.deepEqual(labelsOf('Ana', ana('nurse', 7)), ['Ana', 'Ana (north, nurse, 7)']);
  });

  it('is the fields that differ where no field is a name', () => {
    const user = (role: string, id: string) => json({ tenant: 'north', role, id });
    assert.deepEqual(labelsOf(user('host', 'x1'), user('guest', 'x2')), ['id: x1', 'id: x2']);
    assert.deepEqual(labelsOf(user('host', '1'), user('guest', '1'), user('guest', '2')), [
      'role: host, id: 1',
      'role: guest, id: 1',
      'role: guest, id: 2',
    ]);
    assert.deepEqual(labelsOf(user('host', '17')), ['tenant: north, role: host, id: 17']);
  });

  it('tells long numbers in JSON apart, which JavaScript would round', () => {
    assert.deepEqual(labelsOf('{"id":9007199254740993}', '{"id":9007199254740992}'), [
      'id: 9007199254740993',
      'id: 9007199254740992',
    ]);
  });

  it('is beginning and end of UUIDs and SIDs, and more of those that are equal there', () => {
    assert.deepEqual(
      labelsOf(
        '3f2a9c1d-0000-4000-8000-00000000c4d5',
        'PA10ed5fe3c30fd6050b56318a8e336c32',
        '10ed5fe3c30fd6050b56318a8e336c32',
      ),
      ['3f2a9c1d…c4d5', 'PA10ed5f…6c32', '10ed5fe3…6c32'],
    );
    assert.deepEqual(
      labelsOf('3f2a9c1d-0000-4000-8000-00000000c4d5', '3f2a9c1d-0000-4000-8001-00000000c4d5'),
      ['…-8000-00000000c4d5', '…-8001-00000000c4d5'],
    );
  });

  it('is cut in the middle, or begins where long identities differ', () => {
    const room = 'northside-clinic/production/rooms/2026/session';
    assert.deepEqual(labelsOf(`${room}-alice`, `${room}-bob`), ['…-alice', '…-bob']);
    const [label = ''] = labelsOf(`The ${'long '.repeat(20)}name`);
    assert.match(label, /^The long.*….*long name$/);
    assert.equal([...label].length, 40);
  });

  it('differs where identities differ in one character, in length, or only in what nobody sees', () => {
    const x = 'x'.repeat(128);
    const one = (at: number) => `${x.slice(0, at)}y${x.slice(at + 1)}`;
    assertLabels([x, one(0), one(10), one(64), one(65), one(127)]);
    assertLabels([1, 2, 3].map((length) => 'x'.repeat(100_000 + length)));
    assertLabels([
      'Ann',
      'An\u200bn',
      'Ann ',
      ' Ann',
      'Ann\n',
      'A\u200dnn',
      'Ann (2)',
      'Ann (3)',
      'Ann\u3164',
    ]);
    assertLabels(['é', 'e\u0301', '“a”', '"a"', '', ' ', '\u202e', '\ud800', '\ufffd', '\ufeff']);
    assertLabels([
      'id: 1',
      '{"id":1}',
      '{"id": 1}',
      '{ "id":"1" }',
      '{"id":[1]}',
      '[1]',
      '{',
      '{}',
      '{"":1}',
    ]);
    assert.deepEqual(labelsOf('a  b', 'a b', 'a\tb'), ['a b (3)', 'a b', 'a b (2)']);
  });

  it('marks invisible characters, and holds no typographic quotation marks', () => {
    assert.deepEqual(labelsOf('ev\u202eil', 'a” and “b'), ['ev[U+202E]il', 'a" and "b']);
  });

  it('is made in time for 100,000 identities, and for nested ones', () => {
    const started = performance.now();
    assertLabels(Array.from({ length: 100_000 }, (_, index) => `${'tenant/'.repeat(7)}${index}`));
    assertLabels(Array.from({ length: 10_000 }, (_, id) => json({ tenant: 'a', name: 'Ana', id })));
    assertLabels(
      Array.from({ length: 10_000 }, (_, id) => `Ann${' '.repeat(1 + (id % 100))}${'\n'.repeat(id / 100)}x`),
    );
    assertLabels(['['.repeat(100_000), `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`]);
    assert.ok(performance.now() - started < 30_000);
  });

  it('is distinct, on one line and not long for any identities in any order', () => {
    fc.assert(
      fc.property(fc.array(identity, { maxLength: 12 }), fc.integer(), (identities, seed) => {
        const labels = assertLabels(identities);
        const sorted = identities.toSorted((one, other) => hash(one, seed) - hash(other, seed));
        const others = identityLabels(sorted);
        for (const [one, label] of labels) assert.equal(others.get(one), label);
      }),
      { numRuns: 2000 },
    );
  });
});

const alphabet = fc.constantFrom(
  ...['a', 'b', 'A', '1', ' ', '  ', '\n', '-', '"', '“', '…', '{', '}', ':', '(2)', 'é', 'e\u0301', '👩‍🚀'],
  ...['\u200b', '\u200d', '\u202e', '\ufe0f', '\ud83d', '\u0000', 'م', 'x'.repeat(50), '[U+200B]'],
);
const text = fc.oneof(fc.string({ unit: alphabet, maxLength: 6 }), fc.string({ maxLength: 130 }));
const identity = fc.oneof(
  text,
  fc.uuid(),
  fc.emailAddress(),
  fc.json({ maxDepth: 3 }),
  fc
    .record(
      {
        name: fc.constantFrom('Ana', 'Ben', ''),
        id: fc.nat(3),
        role: text,
        user: fc.record({ email: text }),
      },
      { requiredKeys: [] },
    )
    .map(json),
);

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, one) => Math.imul(sum ^ (one.codePointAt(0) ?? 0), 16777619), seed);
}

/** What every label promises. */
function assertLabels(identities: readonly string[]): ReadonlyMap<string, string> {
  const labels = identityLabels(identities);
  const distinct = new Set(identities);
  assert.deepEqual(new Set(labels.keys()), distinct);
  const appearances = [...labels.values()].map((label) =>
    label.normalize('NFC').replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, ''),
  );
  assert.equal(new Set(appearances).size, distinct.size);
  for (const [one, label] of labels) {
    assert.ok(label !== '' && label === label.trim(), JSON.stringify([one, label]));
    assert.doesNotMatch(label, /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069“”„「」]/u);
    assert.ok([...label].length <= 160 && label.isWellFormed(), label);
  }
  return labels;
}
