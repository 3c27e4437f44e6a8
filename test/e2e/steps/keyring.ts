import type { Page } from 'playwright-core';

/** What a secret storage can refuse: to keep a secret, to hand one out, to delete one. */
export type Refusal = 'store' | 'get' | 'delete';

/** What a keyring says that refuses. */
export const refusal = 'The keyring is locked or missing.';

/** Where VS Code's window does each of them for an extension. */
const places = {
  store: 'doSetPassword',
  get: 'doGetPassword',
  keys: 'doGetKeys',
  delete: 'doDeletePassword',
};

interface Refusing {
  JSON: { stringify(this: void, ...args: unknown[]): string };
  /** Names of the functions that fail, once this window can refuse. */
  refused?: readonly string[];
}

/**
 * Lets VS Code's secret storage refuse this extension from now on, as where no keyring is there or it is locked;
 * without a refusal, it works again. In a browser VS Code keeps secrets in its memory, where nothing fails by itself:
 * writing the key of one, which is JSON, fails in those functions.
 */
export async function refuseSecrets(page: Page, ...refused: Refusal[]): Promise<void> {
  await page.evaluate(refuse, { refused: refused.map((call) => places[call]), refusal });
}

/** Runs in the window. */
function refuse(told: { refused: readonly string[]; refusal: string }): void {
  const window = globalThis as unknown as Refusing;
  const patched = window.refused !== undefined;
  window.refused = told.refused;
  if (patched) return;
  const { stringify } = window.JSON;
  window.JSON.stringify = (...args) => {
    const json = stringify(...args);
    if (!/^\{"extensionId":"video-rooms\..*"key":"account\//.test(json)) return json;
    const { stack = '' } = new Error();
    if (window.refused?.some((place) => stack.includes(place))) throw new Error(told.refusal);
    return json;
  };
}
