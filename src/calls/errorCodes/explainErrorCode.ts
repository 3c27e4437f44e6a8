import { isTwilioPage } from '../../text/twilioUrl.ts';
import type { ErrorExplanation, ErrorTable } from './errorTable.ts';
import { directMediaErrors, mediaErrors } from './mediaErrors.ts';
import { participantErrors } from './participantErrors.ts';
import { roomErrors } from './roomErrors.ts';
import { signalingErrors } from './signalingErrors.ts';
import { tokenErrors } from './tokenErrors.ts';

export type { ErrorExplanation } from './errorTable.ts';

const tables: ErrorTable = {
  ...tokenErrors,
  ...signalingErrors,
  ...roomErrors,
  ...participantErrors,
  ...mediaErrors,
};

/** The codes in the table, ascending. */
export const explainedCodes: readonly number[] = Object.keys(tables).map(Number);

/**
 * The explanation of an error code; undefined for a code that is not in the table.
 * @param direct the room is one in which clients send media to each other, see `isDirect`
 */
export function explainErrorCode(code: number, direct = false): ErrorExplanation | undefined {
  if (direct && Object.hasOwn(directMediaErrors, code)) return directMediaErrors[code]?.();
  return Object.hasOwn(tables, code) ? tables[code]?.() : undefined;
}

/**
 * Twilio's page about an error: `given` if it is a page of Twilio about this code, otherwise built from the
 * code. Undefined for an invalid code.
 */
export function errorPage(code: number, given?: string): string | undefined {
  if (!Number.isSafeInteger(code) || code <= 0) return undefined;
  if (given !== undefined && isTwilioPage(given) && given.includes(String(code))) return new URL(given).href;
  return `https://www.twilio.com/docs/api/errors/${code}`;
}
