import assert from 'node:assert/strict';
import type { InsightsError } from '../../../src/insights/core/errors.ts';

/** Checks the kind of an error, and that its message holds no credentials. */
export function failure(kind: string) {
  return (error: InsightsError) => {
    assert.equal(error.kind, kind);
    assert.doesNotMatch(error.message, /påss|SKuser/);
    return true;
  };
}
