import fc from 'fast-check';

/** What may stand where somebody else writes: wrong types, new values, hostile and huge text, impossible times. */
export const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '\u202Egnp.exe',
    '{{constructor.constructor("x")()}}',
    'javascript:alert(1)',
    '$(trash) [x](command:workbench.action.quit)',
    'x'.repeat(100_000),
    '0001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    Number.MAX_VALUE,
    -0,
    '99999999999999999999',
  ),
);

/** A resource with some of these fields, each holding anything, and some that nobody knows. */
export function resource(names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const known = fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
  const unknown = fc.dictionary(fc.string({ maxLength: 12 }), anything, { maxKeys: 3 });
  return fc.tuple(unknown, known).map(([more, fields]) => ({ ...more, ...fields }));
}

/** Text made of pieces that mean something to a reader, in any order, with anything between them. */
export function textOf(...pieces: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.oneof(...pieces.map((one) => (typeof one === 'string' ? fc.constant(one) : one))),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\t', '') },
  );
  return fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
}

/** `RM`, `PA` and others with 32 digits, or nearly so. */
export const sidLike = fc
  .tuple(
    fc.constantFrom('RM', 'PA', 'AC', 'SK', 'rm', 'Rm', 'R', ''),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEFg-'), minLength: 30, maxLength: 34 }),
    fc.boolean(),
  )
  .map(([prefix, digits, right]) =>
    right ? prefix + digits.replaceAll(/[g-]/g, '0').padEnd(32, 'a').slice(0, 32) : prefix + digits,
  );
