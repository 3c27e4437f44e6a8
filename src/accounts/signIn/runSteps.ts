/** The outcome of one step of a form: the user went on, went back, or cancelled. */
export type StepOutcome = 'next' | 'back' | 'cancelled';

/**
 * Runs the steps of a form in order; *Back* returns to the step before. Resolves to `done` after the last one,
 * to `back` from the first one, or to `cancelled`.
 */
export async function runSteps(
  steps: readonly (() => Promise<StepOutcome>)[],
): Promise<'done' | 'back' | 'cancelled'> {
  let current = 0;
  for (let step = steps[current]; step; step = steps[current]) {
    const outcome = await step();
    if (outcome === 'cancelled') return outcome;
    if (outcome === 'back' && current === 0) return outcome;
    current += outcome === 'next' ? 1 : -1;
  }
  return 'done';
}
