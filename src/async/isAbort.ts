/** True if an operation ended because its signal was aborted, which needs no report. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
