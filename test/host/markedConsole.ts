import { format } from 'node:util';

/** Environment variable that asks the tests in the extension host to mark what they print. */
export const markVariable = 'TEST_MARK_CONSOLE';

const mark = '\u2063test\u2063';

/**
 * In the browser-hosted VS Code the console of the extension host reaches the outside only as entries of VS
 * Code's own log. Marks what is printed from here on, so that {@link unmarked} can tell the two apart.
 */
export function markConsole(): void {
  if (!process.env[markVariable]) return;
  // One level for all keeps the order, and VS Code's log level hides nothing.
  const print = console.info.bind(console);
  const marked: PropertyDescriptor = { value: (...parts: unknown[]) => print(mark + format(...parts)) };
  // A new console, because VS Code makes the methods of its own unchangeable.
  globalThis.console = Object.create(console, {
    log: marked,
    info: marked,
    warn: marked,
    error: marked,
    debug: marked,
  }) as Console;
}

/** What a test printed, without its mark; undefined for VS Code's own log entries. */
export function unmarked(entry: string): string | undefined {
  return entry.startsWith(mark) ? entry.slice(mark.length) : undefined;
}
