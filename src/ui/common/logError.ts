import type { LogOutputChannel } from 'vscode';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';

/** Returns a function that logs failures: kind, path, status and request id, never names or queries. */
export function createErrorLogger(log: LogOutputChannel): (error: unknown) => void {
  return (error) => {
    if (isInsightsError(error)) log.error(error.message);
    else log.error(error instanceof Error ? error : String(error));
  };
}
