import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long one step of a user may take until it shows, in milliseconds. That it shows at all is what is tested: a machine
 * with much else to do takes ten times as long as an idle one.
 */
export const patience = 30_000;

/** Waits until a condition holds that no locator can wait for, for example that a request has come; up to `within` milliseconds. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  within = patience,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`It did not happen: ${what}.`);
    await pause(20);
  }
}

/** Whether something that is waited for comes, where it may just as well not. */
export function comes(awaited: Promise<unknown>): Promise<boolean> {
  return awaited.then(
    () => true,
    () => false,
  );
}
