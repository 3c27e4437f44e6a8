import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** What the step needs of the browser's database, in the page. */
interface Opened<Result> {
  result: Result;
  onsuccess: () => void;
}
interface Database {
  objectStoreNames: Iterable<string>;
  transaction(store: string): { objectStore(store: string): { getAll(): Opened<unknown[]> } };
  close(): void;
}
declare const indexedDB: {
  databases(): Promise<{ name: string }[]>;
  open(name: string): Opened<Database>;
};

/**
 * Reloads the window, once VS Code has written down that the room's panel is open: a browser gives it no time to
 * do so at the end.
 */
export async function reloadWindow(page: Page, openRoomSid: string): Promise<void> {
  await eventually(() => page.evaluate(isWrittenDown, openRoomSid), 'VS Code remembered its open editors');
  await page.reload();
}

async function isWrittenDown(text: string): Promise<boolean> {
  const done = <Result>(request: Opened<Result>) =>
    new Promise<Result>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await done(database.transaction(store).objectStore(store).getAll());
      if (values.some((value) => typeof value === 'string' && value.includes(text))) return true;
    }
    database.close();
  }
  return false;
}
