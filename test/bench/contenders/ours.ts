import { serve } from './contender.ts';
import { connectedStore, listedIn, listWhole } from './wholeList.ts';

// Lists the window as the extension does for an account without history.
serve(async (task) => {
  const { client, store } = connectedStore(task.origin);
  await listWhole(store, task);
  return { ...listedIn(store), close: () => client.close() };
});
