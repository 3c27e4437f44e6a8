import { useRef, useState } from 'preact/hooks';
import { usePageContext } from '../shared/pageContext.ts';
import { type Direction, nextBar } from './barKeys.ts';

interface Bar {
  readonly id: string;
  readonly chosen: boolean;
}

/**
 * The bars of a chart as one stop of the Tab key: the arrows go from bar to
 * bar, and the stop stays at the bar that was reached, also when others come.
 * @param first which bar is the stop at first, unless one is chosen
 */
export function useBars(bars: readonly Bar[], direction: Direction, first: number) {
  const { host } = usePageContext();
  const list = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string>();
  const kept = bars.findIndex(({ id }) => id === reached);
  const chosen = bars.findIndex((bar) => bar.chosen);
  const stop = kept >= 0 ? kept : chosen >= 0 ? chosen : first;

  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextBar(event, stop, bars.length, direction);
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return {
    /** For the element around the buttons. */
    list: { ref: list, onKeyDown },
    /** For the button of the bar at a place. */
    button: (id: string, place: number) => ({
      tabIndex: place === stop ? 0 : -1,
      onFocusIn: () => setReached(id),
      onClick: ({ shiftKey, currentTarget }: MouseEvent) => {
        setReached(id);
        // A bar of nothing has nothing to show, but can be the end of a range.
        if (currentTarget instanceof Element && currentTarget.ariaDisabled === 'true' && !shiftKey) return;
        void host.ask({ type: 'bar', bar: id, extend: shiftKey });
      },
    }),
  };
}
