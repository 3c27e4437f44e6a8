import { useRef, useState } from 'preact/hooks';
import { usePageContext } from '../shared/page/pageContext.ts';
import { type Direction, nextBar } from './barKeys.ts';

interface Bar {
  readonly id: string;
  readonly chosen: boolean;
}

/**
 * Makes the bars of a chart one tab stop (roving tabindex): arrow keys move between the bars, and the tab
 * stop stays at the focused bar when the bars change.
 * @param first index of the initial tab stop, unless a bar is chosen
 */
export function useBars(bars: readonly Bar[], direction: Direction, first: number) {
  const { host } = usePageContext();
  const list = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string>();
  const reachedIndex = bars.findIndex(({ id }) => id === reached);
  const chosenIndex = bars.findIndex((bar) => bar.chosen);
  const stop = reachedIndex >= 0 ? reachedIndex : chosenIndex >= 0 ? chosenIndex : first;

  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextBar(event, stop, bars.length, direction);
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return {
    /** Properties of the element around the buttons. */
    list: { ref: list, onKeyDown },
    /** Properties of the button of a bar, by its index. */
    button: (id: string, index: number) => ({
      tabIndex: index === stop ? 0 : -1,
      onFocusIn: () => setReached(id),
      onClick: ({ shiftKey, currentTarget }: MouseEvent) => {
        setReached(id);
        // An empty bar has no rooms to show, but can be the end of a range.
        if (currentTarget instanceof Element && currentTarget.ariaDisabled === 'true' && !shiftKey) return;
        void host.ask({ type: 'bar', bar: id, extend: shiftKey });
      },
    }),
  };
}
