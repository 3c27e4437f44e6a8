import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChunkedJson } from '../../../../src/insights/core/chunkedJson.ts';
import { decode } from '../../../../src/insights/network/bodyText.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

/** A text cut at these places, in any order; places beyond it do not matter. */
function cutAt(text: string, places: readonly number[]): string[] {
  const edges = [0, ...places.filter((place) => place < text.length).sort((a, b) => a - b), text.length];
  return edges.slice(1).map((edge, at) => text.slice(edges[at], edge));
}

const places = fc.array(fc.nat({ max: 400 }), { minLength: 3, maxLength: 12 });

describe('a long list in pieces', () => {
  it('is read as if it had come whole, wherever it was cut', () => {
    const row = fc.record({
      sid: fc.constantFrom('RM1', 'RM2', 'a,{"sid":"b"}', '\\', '"', 'Ágnes 🎥', '日本'),
      list: fc.option(fc.array(fc.record({ sid: fc.nat(), rooms: fc.array(fc.nat()) }), { maxLength: 3 })),
      any: fc.jsonValue({ maxDepth: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.option(fc.jsonValue(), { nil: undefined }),
        fc.constantFrom(0, 0, 0, 2),
        places,
        fc.boolean(),
        (rooms, meta, indent, at, metaFirst) => {
          const text = JSON.stringify(metaFirst ? { meta, rooms } : { rooms, meta }, undefined, indent);
          assert.deepEqual(parseChunkedJson(cutAt(text, at), 'rooms'), JSON.parse(text));
        },
      ),
    );
  });

  it('is refused where the whole would be', () => {
    const text = JSON.stringify({
      rooms: [{ sid: 'RM1' }, { sid: 'RM2' }, { sid: 'RM3' }],
      meta: { page: 0 },
    });
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('', '}', ',', '"', ']', 'x'),
        places,
        (at, wrong, cuts) => {
          const broken = text.slice(0, at) + wrong + text.slice(at + 1);
          let expected: unknown = SyntaxError;
          try {
            expected = JSON.parse(broken);
          } catch {}
          if (expected === SyntaxError)
            assert.throws(() => parseChunkedJson(cutAt(broken, cuts), 'rooms'), SyntaxError);
          else assert.deepEqual(parseChunkedJson(cutAt(broken, cuts), 'rooms'), expected);
        },
      ),
    );
  });

  it('is read whole where another field has a list of that name', () => {
    const text = '{"meta":{"rooms":[{"sid":1},{"sid":2}]},"rooms":[{"sid":3},{"sid":4}]}';
    for (let at = 1; at < text.length; at++)
      assert.deepEqual(parseChunkedJson(cutAt(text, [at, at, at]), 'rooms'), JSON.parse(text));
  });

  it('keeps numbers as they were sent', () => {
    const rows = Array.from(
      { length: 50 },
      (_, place) => `{"sid":${place},"long":9223372036854775807,"whole":1.0}`,
    );
    const text = `{"meta":{},"rooms":[${rows}]}`;
    assert.equal(JSON.stringify(parseChunkedJson(cutAt(text, [500, 1000, 1500]), 'rooms')), text);
  });

  it('is a page of rooms, from bytes that were cut within characters', () => {
    const world = new SampleWorld({ size: 200, now: Date.UTC(2026, 10, 20) });
    const page = {
      meta: { page: 0 },
      rooms: Array.from({ length: 200 }, (_, position) => world.room(position)),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(page));
    for (const size of [1000, 1021, 16_384, 65_536]) {
      const chunks = [];
      for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
      const pieces = decode(chunks);
      assert.ok(pieces.every((piece) => piece.length <= 16_384));
      assert.deepEqual(parseChunkedJson(pieces, 'rooms'), page);
    }
  });
});
