import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageLabels } from '../../../protocol/roomPage.ts';
import type { Announcer } from './announcer.ts';
import type { Host } from './host.ts';
import type { TipLine, Tooltip } from './tooltip.ts';

/** Labels and services that every component may use. */
export interface PageContextValue {
  readonly labels: PageLabels;
  readonly host: Host;
  readonly announcer: Announcer;
  readonly tooltip: Tooltip;
}

export const PageContext = createContext<PageContextValue | undefined>(undefined);

/** The page's context. @throws Error outside of its provider */
export function usePageContext(): PageContextValue {
  const context = useContext(PageContext);
  if (!context) throw new Error('This part of the page stands outside of PageContext.');
  return context;
}

/** The handlers that show a tooltip on hover and on keyboard focus. */
export function useTooltip(lines: readonly TipLine[]) {
  const { tooltip } = usePageContext();
  return {
    onPointerEnter: (event: { currentTarget: Element }) => tooltip.showSoon(event.currentTarget, () => lines),
    onPointerLeave: () => tooltip.hideSoon(),
    onFocus: (event: { currentTarget: Element }) => {
      if (event.currentTarget.matches(':focus-visible')) tooltip.show(event.currentTarget, lines);
    },
    onBlur: () => tooltip.hide(),
  };
}
