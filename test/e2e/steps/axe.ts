import axe from 'axe-core';
import type { RoomPage } from './roomPage.ts';

/**
 * The rules that the page breaks, each with the elements that break it: one line each.
 *
 * @param alike selects what is hidden meanwhile: axe measures all that is drawn, and the tens of thousands of
 * cells of a large table, which are all alike, take it half a minute
 */
export async function axeViolations(shown: RoomPage, alike?: string): Promise<string[]> {
  // Where the policy of the page forbids scripts, the debugger's evaluation still works.
  const results = await shown.locator('html').evaluate(
    async (root, { source, hidden }) => {
      const rest = hidden === undefined ? [] : [...root.querySelectorAll(hidden)];
      for (const element of rest) element.style.display = 'none';
      const run = new Function(`${source}; return axe;`) as () => typeof axe;
      const found = await run().run(root as never, { iframes: false, resultTypes: ['violations'] });
      for (const element of rest) element.style.removeProperty('display');
      return found;
    },
    { source: axe.source, hidden: alike },
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`),
  );
}
