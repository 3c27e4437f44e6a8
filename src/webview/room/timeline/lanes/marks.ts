import type { StayView } from '../../../../protocol/call.ts';
import { truncate } from '../../../../unicode/truncate.ts';
import type { Scale } from '../axis/timeScale.ts';
import { type Bar, type Chip, chipWidth, isSeen, placeChip } from './bars.ts';

const maxLabelLength = 28;
/** Width of the mark of an unknown end; the same as in the style sheet. */
const tornPx = 60;

/** The mark at the end of a bar: an error code or a reason. */
export interface Mark {
  /** Pixels from the plot's left edge. */
  readonly left: number;
  /** Empty if there is only space for the icon. */
  readonly text: string;
  readonly failed: boolean;
}

/**
 * The marks of a lane by the index of their stay, each at the moment it is about. Failures that are too close for a mark
 * each have one together, at the last of them: "53205 × 14", or "× 3" if their codes differ.
 */
export function marksOf(
  stays: readonly StayView[],
  bars: readonly Bar[],
  tracks: readonly number[],
  { width }: Scale,
  em: number,
): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const all = bars.map((bar, index) => ({ bar, index }));
  const seen = all.filter(({ bar }) => isSeen(bar, width));
  const single = (index: number): Chip | undefined => {
    const { ending, error, reason } = stays[index] ?? {};
    const label = error ?? reason;
    const bar = bars[index];
    if (label === undefined || !bar) return undefined;
    const others = all.filter((one) => one.index !== index && tracks[one.index] === tracks[index]);
    const keep = ending === 'unknown' ? tornPx : 0;
    return placeIn(bar, textOf(label), others, { width, em, keep });
  };
  for (const group of Map.groupBy(seen, ({ index }) => tracks[index]).values()) {
    for (const crowd of crowdsIn(group, stays, em)) {
      const chips = crowd.map(({ index }) => single(index));
      const last = crowd.at(-1);
      const sizes = crowd.map(({ index }) => chipWidth(textOf(stays[index]?.error), em * 0.85));
      if (crowd.length > 1 && last && !fitBeside(chips, sizes)) {
        const codes = [...new Set(crowd.map(({ index }) => stays[index]?.error))];
        const text = [codes.length === 1 ? textOf(codes[0] ?? '') : '', `× ${crowd.length}`].join(' ').trim();
        const others = group.filter((one) => !crowd.includes(one));
        const chip = placeIn(unionOf(crowd.map(({ bar }) => bar)), text, others, { width, em, keep: 0 });
        const end = last.bar.left + last.bar.width;
        const left = chip.full ? chip.left : Math.max(0, Math.min(end, width - chipWidth(text, em * 0.85)));
        marks.set(last.index, { left, text, failed: true });
        continue;
      }
      for (const [place, { index }] of crowd.entries()) {
        const [chip, stay] = [chips[place], stays[index]];
        const failed = stay?.error !== undefined;
        if (chip?.full)
          marks.set(index, { left: chip.left, text: textOf(stay?.error ?? stay?.reason), failed });
        else if (chip && failed) marks.set(index, { left: chip.left, text: '', failed });
      }
    }
  }
  return marks;
}

/** Whether all chips have room for their text, and none lies over another. */
function fitBeside(chips: readonly (Chip | undefined)[], sizes: readonly number[]): boolean {
  const spans = chips
    .map((chip, index) => ({ full: chip?.full, left: chip?.left ?? 0, size: sizes[index] ?? 0 }))
    .sort((one, other) => one.left - other.left);
  return spans.every(({ full, left }, index) => {
    const before = spans[index - 1];
    return full && (!before || before.left + before.size <= left);
  });
}

interface Placed {
  readonly bar: Bar;
  readonly index: number;
}

/** The stays of a track with a mark, by end; failures that end closer together than a mark is wide are one crowd. */
function crowdsIn(group: readonly Placed[], stays: readonly StayView[], em: number): Placed[][] {
  const endOf = ({ bar }: Placed) => bar.left + bar.width;
  const marked = group
    .filter(({ index }) => (stays[index]?.error ?? stays[index]?.reason) !== undefined)
    .sort((one, other) => endOf(one) - endOf(other));
  const crowds: Placed[][] = [];
  for (const one of marked) {
    const crowd = crowds.at(-1);
    const before = crowd?.at(-1);
    const error = stays[one.index]?.error;
    const isClose =
      before !== undefined &&
      error !== undefined &&
      stays[before.index]?.error !== undefined &&
      endOf(one) - endOf(before) < chipWidth(textOf(error), em * 0.85);
    if (isClose) crowd?.push(one);
    else crowds.push([one]);
  }
  return crowds;
}

function unionOf(bars: readonly Bar[]): Bar {
  const left = bars.reduce((least, bar) => Math.min(least, bar.left), Number.MAX_VALUE);
  const right = bars.reduce((most, bar) => Math.max(most, bar.left + bar.width), 0);
  return { left, width: right - left };
}

/** Places the chip of a bar among the other bars of its track. */
function placeIn(
  bar: Bar,
  text: string,
  others: readonly Placed[],
  { width, em, keep }: { readonly width: number; readonly em: number; readonly keep: number },
): Chip {
  const end = bar.left + bar.width;
  const before = others.map((other) => other.bar.left + other.bar.width).filter((edge) => edge <= bar.left);
  const after = others.map((other) => other.bar.left).filter((edge) => edge >= end);
  const room = { before: Math.max(0, ...before), keep, after: Math.min(width, ...after) };
  return placeChip(bar, chipWidth(text, em * 0.85), room);
}

function textOf(label: string | undefined): string {
  return truncate(label ?? '', maxLabelLength);
}
