import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ParticipantDetailsView } from '../../../protocol/roomPage.ts';
import { usePageContext } from '../../shared/page/pageContext.ts';

/** Chooses a participant; if chosen by keyboard, the details get the focus when they are loaded. */
export type Choose = (participant: string, byKeyboard: boolean) => void;

/** The chosen participant, and functions that change it. */
export interface Selection {
  /** Changes at once, before the host sends the details. */
  readonly chosen: string | undefined;
  readonly choose: Choose;
  /** The participant that the host chose, for example after *Find Participant*: its row and bar must come into sight. */
  readonly landed: string | undefined;
  /** Clears the choice; the focus returns to the element where it was made. */
  readonly close: () => void;
  /** Ref of the details' heading, which may get the focus. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The chosen participant of a room; follows the host's `details`, except for stale ones. */
export function useSelection(
  room: string | undefined,
  details: ParticipantDetailsView | undefined,
): Selection {
  const { host } = usePageContext();
  const [chosen, setChosen] = useState<string>();
  const [landed, setLanded] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const awaited = useRef<{ readonly participant: string; readonly byKeyboard: boolean } | undefined>(
    undefined,
  );
  const cameFrom = useRef<Element | null>(null);
  const shown = useRef<string | undefined>(undefined);
  shown.current = details?.key;

  useEffect(() => {
    const awaitedNow = awaited.current;
    if (awaitedNow && awaitedNow.participant !== details?.key) return;
    awaited.current = undefined;
    setChosen(details?.key);
    setLanded(awaitedNow ? undefined : details?.key);
    if (awaitedNow?.byKeyboard) heading.current?.focus();
    // In a narrow window the details would cover the element.
    else if (awaitedNow) cameFrom.current?.scrollIntoView({ block: 'nearest' });
  }, [details?.key]);
  useEffect(() => {
    awaited.current = undefined;
    setChosen(shown.current);
  }, [room]);

  const choose = useCallback<Choose>(
    (participant, byKeyboard) => {
      cameFrom.current = document.activeElement;
      setChosen(participant);
      host.choose(participant);
      awaited.current = participant === shown.current ? undefined : { participant, byKeyboard };
      if (!awaited.current && byKeyboard) heading.current?.focus();
    },
    [host],
  );
  const close = useCallback(() => {
    awaited.current = undefined;
    setChosen(undefined);
    host.choose(null);
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
  }, [host]);
  return { chosen, landed, choose, close, heading };
}
