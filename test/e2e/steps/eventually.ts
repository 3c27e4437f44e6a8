import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition holds that no locator can wait for, for example that a request has come. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`It did not happen: ${what}.`);
    await pause(20);
  }
}
