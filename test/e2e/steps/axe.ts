import axe from 'axe-core';
import type { RoomPage } from './roomPage.ts';

/**
 * The rules that the page breaks, each with the elements that break it: one line each.
 *
 * @param alike selects what is out of the page meanwhile: axe looks at every element, hidden ones too, and the tens of
 * thousands of cells of a large table, which are all alike, take it half a minute
 */
export async function axeViolations(shown: RoomPage, alike?: string): Promise<string[]> {
  // Where the policy of the page forbids scripts, the debugger's evaluation still works.
  const results = await shown.locator('html').evaluate(
    async (root, { source, out }) => {
      const rest = out === undefined ? [] : [...root.querySelectorAll(out)];
      const places = rest.map(() => root.ownerDocument.createComment(''));
      for (const [nth, element] of rest.entries()) element.replaceWith(places[nth]);
      const run = new Function(`${source}; return axe;`) as () => typeof axe;
      const found = await run().run(root as never, { iframes: false, resultTypes: ['violations'] });
      for (const [nth, element] of rest.entries()) places[nth].replaceWith(element);
      return found;
    },
    { source: axe.source, out: alike },
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`),
  );
}
