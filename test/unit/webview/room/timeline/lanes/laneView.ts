import type { LaneView } from '../../../../../../src/protocol/call.ts';

export const SECOND = 1000;

/** A lane with one stay per span; spans in seconds. */
export function lane(name: string, ...spans: [number, number][]): LaneView {
  const stays = spans.map(([start, end], index) => ({
    ...{ participant: `${name}${index}`, start: start * SECOND, end: end * SECOND },
    ...{ ending: 'left' as const, lines: [] },
  }));
  return { key: name, name, stays };
}
