import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  explainInput,
  getInput,
  listInput,
  rangeOf,
  readToolInput,
} from '../../../src/assistant/toolInput.ts';
import { tools } from '../../../src/ids.ts';
import { Format } from '../../../src/text/format.ts';
import { now } from './fixtures.ts';

const schemas: Record<string, typeof listInput | typeof getInput | typeof explainInput> = {
  [tools.listRooms]: listInput,
  [tools.getRoom]: getInput,
  [tools.explainRoom]: explainInput,
};
const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
interface Declared {
  name: string;
  inputSchema: {
    required?: string[];
    properties: Record<
      string,
      { type: string; enum?: string[]; minimum?: number; maximum?: number; maxLength?: number }
    >;
  };
}
const declared: Declared[] = manifest.contributes.languageModelTools;
const utc = new Format({ locale: 'en', times: 'utc', now: () => now });
const hour = 3_600_000;

describe('The input of the assistant’s tools', () => {
  it('is what the manifest describes', () => {
    assert.deepEqual(
      declared.map(({ name }) => name),
      Object.keys(schemas),
    );
    for (const { name, inputSchema } of declared) {
      const schema = schemas[name] ?? assert.fail(name);
      assert.deepEqual(
        Object.keys(inputSchema.properties).toSorted(),
        Object.keys(schema.shape).toSorted(),
        name,
      );
      const required: Record<string, unknown> = inputSchema.required ? { room: 'RM1' } : {};
      assert.ok('input' in readToolInput(schema, required));
      for (const [property, { type, enum: values, minimum, maximum, maxLength }] of Object.entries(
        inputSchema.properties,
      )) {
        const reads = (value: unknown) =>
          'input' in readToolInput(schema, { ...required, [property]: value });
        const where = `${name}.${property}`;
        for (const value of [...(values ?? []), ...[minimum, maximum].filter((one) => one !== undefined)])
          assert.ok(reads(value), `${where} ${value}`);
        if (values) assert.ok(!reads('another'), where);
        if (minimum !== undefined) assert.ok(!reads(minimum - 1) && !reads(minimum + 0.5), where);
        if (maximum !== undefined) assert.ok(!reads(maximum + 1), where);
        if (maxLength !== undefined)
          assert.ok(reads('x'.repeat(maxLength)) && !reads('x'.repeat(maxLength + 1)), where);
        if (type === 'boolean') assert.ok(reads(true) && !reads('true'), where);
        assert.ok(!reads(null) && !reads({}) && !reads([]), where);
      }
    }
  });

  it('that is something else is refused, naming the fields and nothing that was sent', () => {
    const wrong = readToolInput(listInput, { status: 'hunter2', limit: 'hunter2', hunter2: 1 });
    assert.deepEqual(wrong, {
      problem: 'Not understood: status, limit. See the description of the tool’s input.',
    });
    for (const input of ['text', 7, [], true])
      assert.deepEqual(readToolInput(getInput, input), {
        problem: 'The input has to be an object as the tool describes it.',
      });
    assert.deepEqual(readToolInput(getInput, {}), {
      problem: 'Not understood: room. See the description of the tool’s input.',
    });
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        for (const schema of Object.values(schemas)) {
          const read = readToolInput(schema, input);
          assert.ok('input' in read || read.problem.length < 300);
        }
      }),
    );
  });

  it('means a range of time in one of two ways', () => {
    assert.equal(rangeOf({}, utc), undefined);
    assert.deepEqual(rangeOf({ when: 'last 2 h' }, utc), { after: now - 2 * hour, before: now });
    assert.deepEqual(
      rangeOf({ createdAfter: '2026-11-20T14:00:00+01:00', createdBefore: '2026-11-20' }, utc),
      {
        problem: 'This range ends before it begins.',
      },
    );
    assert.deepEqual(rangeOf({ createdAfter: '2026-11-20', createdBefore: '2027-01-01T00:00Z' }, utc), {
      after: Date.UTC(2026, 10, 20),
      before: now,
    });
    assert.deepEqual(rangeOf({ createdBefore: '2026-11-20T00:00:00Z' }, utc), {
      after: Date.UTC(2026, 10, 13),
      before: Date.UTC(2026, 10, 20),
    });
    assert.deepEqual(rangeOf({ when: 'yesterday 2pm–4pm' }, utc), {
      after: Date.UTC(2026, 10, 20, 14),
      before: Date.UTC(2026, 10, 20, 16),
    });
    for (const input of [{ when: 'soon' }, { when: 'last 2 h', createdAfter: '2026-11-20' }])
      assert.ok('problem' in (rangeOf(input, utc) ?? {}));
  });

  it('that could be two ranges, or is none in any calendar, is told', () => {
    const problemOf = (input: Parameters<typeof rangeOf>[0]) => {
      const range = rangeOf(input, utc);
      return range && 'problem' in range ? range.problem : undefined;
    };
    assert.equal(problemOf({ when: '11/12' }), '“11/12” can be Thu, Nov 12 or Thu, Dec 11, 2025.');
    assert.equal(problemOf({ when: '2026-02-30' }), 'There is no such date.');
    for (const createdAfter of ['2026-02-30', '2026-02-30T10:00:00Z', '2026-11-31'])
      assert.deepEqual(readToolInput(listInput, { createdAfter }), {
        problem: 'Not understood: createdAfter. See the description of the tool’s input.',
      });
  });
});
