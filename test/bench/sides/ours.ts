import { serve } from './side.ts';
import { connectedStore, listedIn, listWhole } from './wholeList.ts';

// The window as the extension lists it, for an account of which it knows nothing yet.
serve(async (task) => {
  const { client, store } = connectedStore(task.origin);
  await listWhole(store, task);
  return { ...listedIn(store), close: () => client.close() };
});
