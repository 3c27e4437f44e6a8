import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { unmarked } from './markedConsole.ts';
import type { VsCode } from './vscodeServer.ts';

/** How long a whole run in the extension host may take, in seconds. */
const limit = Number(process.env.HOST_TIMEOUT ?? 300);

/**
 * Prints what the tests print. During a run of extension tests VS Code's page hands every log entry to
 * `codeAutomationLog`, if somebody has defined it; console output of the extension host is among them.
 *
 * @returns VS Code's own entries, as they come: the first place to look when a run fails for no visible reason
 */
export async function forwardLog(page: Page): Promise<readonly string[]> {
  const entries: string[] = [];
  await page.exposeFunction('codeAutomationLog', (level: string, parts: unknown[]) => {
    const entry = format(...parts);
    const printed = unmarked(entry);
    if (printed === undefined) entries.push(`${level} ${entry}`);
    else console.log(printed);
  });
  return entries;
}

/**
 * Opens VS Code's page and waits for the end of the tests, which the page reports to `codeAutomationExit`.
 *
 * @returns the exit code: 0 when `run()` of the tests module fulfilled
 * @throws Error when the page, the server or the time ends first
 */
export async function awaitTests(page: Page, vscode: VsCode): Promise<number> {
  const finished = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    page.once('crash', () => reject(new Error('The page of VS Code crashed.')));
    page.once('close', () => reject(new Error('The page of VS Code was closed before the tests ended.')));
    void vscode.ended.then((code) => {
      reject(new Error(`VS Code's server ended with code ${code}:\n${vscode.output()}`));
    });
    timer = setTimeout(() => {
      reject(new Error(`The tests did not end within ${limit} s (HOST_TIMEOUT changes that).`));
    }, limit * 1000);
  });
  try {
    await page.goto(vscode.url);
    return await Promise.race([finished, failed]);
  } finally {
    clearTimeout(timer);
  }
}
