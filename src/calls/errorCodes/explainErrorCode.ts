import { isTwilioPage } from '../../text/twilioUrl.ts';
import type { ErrorExplanation, ErrorTable } from './errorTable.ts';
import { mediaErrors } from './mediaErrors.ts';
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

/** The codes that are explained here, ascending. */
export const explainedCodes: readonly number[] = Object.keys(tables).map(Number);

/** Twilio's error code in words; undefined for a code that we have none for. */
export function explainErrorCode(code: number): ErrorExplanation | undefined {
  return Object.hasOwn(tables, code) ? tables[code]?.() : undefined;
}

/**
 * Twilio's page about an error: `given` if that is one of Twilio's pages about
 * this very code, else built from the code. Undefined for what is no code.
 */
export function errorPage(code: number, given?: string): string | undefined {
  if (!Number.isSafeInteger(code) || code <= 0) return undefined;
  if (given !== undefined && isTwilioPage(given) && given.includes(String(code))) return new URL(given).href;
  return `https://www.twilio.com/docs/api/errors/${code}`;
}
