import assert from 'node:assert/strict';
import type { Tab } from 'vscode';
import { closeTabs } from '../../../../src/ui/panels/closeTabs.ts';

describe('Closing tabs', () => {
  const tab = (label: string) => ({ label }) as Tab;

  /** The tabs of a window with two groups; `close` throws for a tab that is gone, as VS Code's does. */
  function windowWith(first: Tab[], second: Tab[]) {
    const all = [{ tabs: first }, { tabs: second }];
    const calls: string[][] = [];
    async function close(tabs: unknown): Promise<boolean> {
      assert.ok(Array.isArray(tabs));
      if (!tabs.every((one) => [...first, ...second].includes(one)))
        throw new Error('Tab close: Invalid tab not found!');
      calls.push(tabs.map(({ label }) => label));
      return true;
    }
    return { groups: { all, close }, calls };
  }

  it('leaves out those that are gone', async () => {
    const [one, other, gone] = [tab('one'), tab('other'), tab('gone')];
    const { groups, calls } = windowWith([one, tab('theirs')], [other]);
    await closeTabs(groups, [one, gone, other]);
    assert.deepEqual(calls, [['one', 'other']]);
  });

  it('closes nothing where all are gone', async () => {
    const { groups, calls } = windowWith([tab('theirs')], []);
    await closeTabs(groups, [tab('gone')]);
    await closeTabs(groups, []);
    assert.deepEqual(calls, []);
  });
});
