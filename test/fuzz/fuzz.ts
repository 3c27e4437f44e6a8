import fc from 'fast-check';
import type { Target, Trial } from './target.ts';
import { callTargets } from './targets/calls.ts';
import { listTargets } from './targets/lists.ts';
import { messageTargets } from './targets/messages.ts';
import { plantedNameTargets } from './targets/plantedNames.ts';
import { replyTargets } from './targets/replies.ts';
import { resourceTargets } from './targets/resources.ts';
import { savedRoomTargets } from './targets/savedRooms.ts';
import { typedTargets } from './targets/typed.ts';

/** Everything that reads what others wrote. */
export const targets: readonly Target[] = [
  ...resourceTargets,
  ...listTargets,
  ...replyTargets,
  ...typedTargets,
  ...messageTargets,
  ...savedRoomTargets,
  ...callTargets,
  ...plantedNameTargets,
];

/** Tries a target with so many cases, or until one fails; the same seed makes the same cases. */
export async function tryOut(target: Target, cases: number, seed: number): Promise<Trial> {
  const details = await fc.check(target.property, { numRuns: cases, seed });
  const { name } = target;
  if (!details.failed) return { name, cases: details.numRuns };
  return { name, cases: details.numRuns, failure: shortened(fc.defaultReportMessage(details) ?? 'failed') };
}

/** A counterexample may be as long as a page; its beginning and the seed tell enough. */
function shortened(report: string): string {
  const most = 2000;
  return report.length > most ? `${report.slice(0, most)}… (${report.length} characters)` : report;
}
