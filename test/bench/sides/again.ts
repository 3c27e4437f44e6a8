import { serve } from './side.ts';
import { connectedStore, listedIn, listWhole } from './wholeList.ts';

let kept: ReturnType<typeof connectedStore> | undefined;

// A refresh: the window is listed anew by a store that has listed it before. The first time does not count.
serve(async (task) => {
  kept ??= connectedStore(task.origin);
  await listWhole(kept.store, task);
  return { ...listedIn(kept.store), close: async () => {} };
});
