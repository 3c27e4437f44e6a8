import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CallView, FindingView } from '../../../protocol/call.ts';
import type { Reveal } from '../timeline/timeline.tsx';
import type { FindingActions } from './finding.tsx';

const nobody: ReadonlySet<string> = new Set();

/** What findings do to the timeline. */
export interface Highlight {
  /** The participants whose bars stand out. */
  readonly lit: ReadonlySet<string>;
  readonly reveal: Reveal | undefined;
  /** The finding that is shown until further notice. */
  readonly pinned: string | undefined;
  readonly actions: FindingActions;
  readonly unpin: () => void;
}

/** The finding that the reader looks at stands out in the timeline, else the one last asked for. */
export function useHighlight(room: string | undefined, call: CallView | undefined): Highlight {
  const [looked, setLooked] = useState<FindingView>();
  const [pinned, setPinned] = useState<string>();
  const [reveal, setReveal] = useState<Reveal>();
  useEffect(() => {
    setLooked(undefined);
    setPinned(undefined);
    setReveal(undefined);
  }, [room]);

  const finding = looked ?? call?.findings.find(({ id }) => id === pinned);
  const lit = useMemo(
    () => (finding?.participants.length ? new Set(finding.participants) : nobody),
    [finding],
  );
  const unpin = useCallback(() => setPinned(undefined), []);
  const pin = useCallback((next: FindingView, byKeyboard: boolean) => {
    setPinned((before) => (before === next.id ? undefined : next.id));
    const [participant] = next.participants;
    if (participant !== undefined) setReveal({ participant, focus: byKeyboard });
  }, []);
  const hasTimeline = hasLanes(call);
  const actions = useMemo(
    () => ({ look: setLooked, pin: hasTimeline ? pin : undefined }),
    [hasTimeline, pin],
  );
  return { lit, reveal, pinned, actions, unpin };
}

/** Whether anybody's stay can be drawn. */
export function hasLanes(call: CallView | undefined): boolean {
  return call?.timeline?.lanes.some(({ stays }) => stays.length > 0) ?? false;
}
