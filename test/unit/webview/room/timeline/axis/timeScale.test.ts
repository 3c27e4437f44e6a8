import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  inside,
  marginPx,
  minSpanMs,
  moved,
  revealing,
  type Span,
  toTime,
  toX,
  wholeOf,
  zoomed,
} from '../../../../../../src/webview/room/timeline/axis/timeScale.ts';

const MINUTE = 60_000;
const noon = Date.UTC(2026, 10, 22, 12);
const whole: Span = { start: noon, end: noon + 60 * MINUTE };

const time = fc.integer({ min: 0, max: 2_000_000_000_000 });
const anySpan = fc
  .tuple(time, fc.integer({ min: 0, max: 30 * 24 * 60 * MINUTE }))
  .map(([start, length]) => wholeOf({ start, end: start + length }));
/** A call and a part of it. */
const view = fc
  .tuple(anySpan, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([all, a, b]) => {
    const at = (part: number) => all.start + part * (all.end - all.start);
    return { all, part: inside(wholeOf({ start: at(Math.min(a, b)), end: at(Math.max(a, b)) }), all) };
  });

function assertInside(span: Span, all: Span): void {
  assert.ok(span.start >= all.start - 1e-3 && span.end <= all.end + 1e-3, JSON.stringify({ span, all }));
  assert.ok(span.end > span.start);
}

describe('the scale of the timeline', () => {
  it('puts the beginning and the end a little inside of the plot', () => {
    const scale = { span: whole, width: 416 };
    assert.equal(toX(whole.start, scale), marginPx);
    assert.equal(toX(whole.end, scale), 416 - marginPx);
    assert.equal(toX(noon + 30 * MINUTE, scale), 208);
  });

  it('leads back from a place on the screen to its time', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0, max: 1, noNaN: true }), ({ part }, at) => {
        const scale = { span: part, width: 800 };
        const wanted = part.start + at * (part.end - part.start);
        assert.ok(Math.abs(toTime(toX(wanted, scale), scale) - wanted) < 1);
      }),
    );
  });

  it('gives a call of no length a length', () => {
    assert.deepEqual(wholeOf({ start: noon, end: noon }), { start: noon, end: noon + minSpanMs });
  });
});

describe('zooming', () => {
  it('keeps the time under the pointer where it is', () => {
    const at = noon + 20 * MINUTE;
    const closer = zoomed(whole, whole, 0.5, at);
    assert.deepEqual(closer, { start: noon + 10 * MINUTE, end: noon + 40 * MINUTE });
    const before = toX(at, { span: whole, width: 900 });
    assert.ok(Math.abs(toX(at, { span: closer, width: 900 }) - before) < 1e-6);
  });

  it('never leaves the call, nor gets closer than the API’s times tell', () => {
    fc.assert(
      fc.property(
        view,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ all, part }, factor, place) => {
          const next = zoomed(part, all, factor, part.start + place * (part.end - part.start));
          assertInside(next, all);
          assert.ok(next.end - next.start >= Math.min(minSpanMs, all.end - all.start) - 1e-3);
        },
      ),
    );
  });

  it('comes back to the whole call', () => {
    const closer = zoomed(whole, whole, 0.01, noon + 59 * MINUTE);
    assert.deepEqual(zoomed(closer, whole, 1000, noon), whole);
  });
});

describe('moving through the call', () => {
  it('stops at both ends', () => {
    const part = { start: noon + 10 * MINUTE, end: noon + 20 * MINUTE };
    assert.deepEqual(moved(part, whole, -15 * MINUTE), { start: noon, end: noon + 10 * MINUTE });
    assert.deepEqual(moved(part, whole, 90 * MINUTE), { start: noon + 50 * MINUTE, end: whole.end });
    assert.deepEqual(moved(whole, whole, MINUTE), whole);
  });

  it('brings a stay into sight, keeping the length', () => {
    fc.assert(
      fc.property(
        view,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ all, part }, from, length) => {
          const start = all.start + from * (all.end - all.start);
          const stay = { start, end: Math.min(all.end, start + length * (all.end - all.start)) };
          const seen = revealing(part, all, stay);
          assertInside(seen, all);
          assert.ok(Math.abs(seen.end - seen.start - (part.end - part.start)) < 1e-3);
          assert.ok(stay.start >= seen.start - 1e-3 && stay.start <= seen.end + 1e-3);
        },
      ),
    );
  });

  it('does not move for what is in sight', () => {
    const part = { start: noon + 10 * MINUTE, end: noon + 20 * MINUTE };
    assert.equal(revealing(part, whole, { start: noon + 12 * MINUTE, end: noon + 13 * MINUTE }), part);
  });
});
