import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CallView, FindingView } from '../../../protocol/call.ts';
import type { Reveal } from '../timeline/timeline.tsx';
import type { FindingActions } from './finding.tsx';

const noParticipants: ReadonlySet<string> = new Set();

/** The effect of findings on the timeline. */
export interface Highlight {
  /** Keys of the participants whose bars are highlighted. */
  readonly highlighted: ReadonlySet<string>;
  readonly reveal: Reveal | undefined;
  /** Id of the finding that is highlighted until unpinned. */
  readonly pinned: string | undefined;
  readonly actions: FindingActions;
  readonly unpin: () => void;
}

/** Highlights the finding under the pointer or focus in the timeline, or else the pinned one. */
export function useHighlight(room: string | undefined, call: CallView | undefined): Highlight {
  const [pointedAt, setPointedAt] = useState<FindingView>();
  const [pinned, setPinned] = useState<string>();
  const [reveal, setReveal] = useState<Reveal>();
  useEffect(() => {
    setPointedAt(undefined);
    setPinned(undefined);
    setReveal(undefined);
  }, [room]);

  const finding = pointedAt ?? call?.findings.find(({ id }) => id === pinned);
  const highlighted = useMemo(
    () => (finding?.participants.length ? new Set(finding.participants) : noParticipants),
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
    () => ({ highlight: setPointedAt, pin: hasTimeline ? pin : undefined }),
    [hasTimeline, pin],
  );
  return { highlighted, reveal, pinned, actions, unpin };
}

/** Whether the timeline has a stay to show. */
export function hasLanes(call: CallView | undefined): boolean {
  return call?.timeline?.lanes.some(({ stays }) => stays.length > 0) ?? false;
}
