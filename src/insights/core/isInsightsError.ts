import type { InsightsError } from './errors.ts';

/** Checks the shape, not the class: the class is loaded only with the first request. */
export function isInsightsError(error: unknown): error is InsightsError {
  return error instanceof Error && error.name === 'InsightsError' && 'kind' in error;
}
