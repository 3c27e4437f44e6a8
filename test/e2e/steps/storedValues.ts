import type { Page } from 'playwright-core';

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
declare const localStorage: Readonly<Record<string, string>>;
declare const sessionStorage: Readonly<Record<string, string>>;

/** Every text in the browser's databases, in which VS Code keeps its state, that of extensions, and settings. */
export function storedValues(page: Page): Promise<string[]> {
  return page.evaluate(readDatabases);
}

/** What pages keep beside the databases. */
export function webStorage(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.values(localStorage), ...Object.values(sessionStorage)]);
}

async function readDatabases(): Promise<string[]> {
  const done = <Result>(request: Opened<Result>) =>
    new Promise<Result>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const texts: string[] = [];
  const decoder = new TextDecoder();
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await done(database.transaction(store).objectStore(store).getAll());
      for (const value of values) {
        if (typeof value === 'string') texts.push(value);
        else if (value instanceof Uint8Array) texts.push(decoder.decode(value));
        else texts.push(JSON.stringify(value) ?? '');
      }
    }
    database.close();
  }
  return texts;
}
