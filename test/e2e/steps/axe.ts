import axe from 'axe-core';
import type { RoomPage } from './roomPage.ts';

/** The rules that the page breaks, each with the elements that break it: one line each. */
export async function axeViolations(shown: RoomPage): Promise<string[]> {
  // Where the policy of the page forbids scripts, the debugger's evaluation still works.
  const results = await shown.locator('html').evaluate(async (root, source) => {
    const run = new Function(`${source}; return axe;`) as () => typeof axe;
    return run().run(root as never, { iframes: false, resultTypes: ['violations'] });
  }, axe.source);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`),
  );
}
