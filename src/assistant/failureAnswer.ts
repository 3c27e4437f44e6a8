import { t } from '@vscode/l10n';
import { explainFailure } from '../text/explainFailure.ts';
import { joinSentences } from '../text/joinText.ts';

/** The answer while signed out, with the commands that the user can run. */
export function signedOutAnswer(): string {
  return t(
    'Nobody is signed in. Ask the user to run “Video Rooms: Sign In…” for their Twilio account, or “Video Rooms: Explore Sample Rooms” to try it with made-up rooms.',
  );
}

/** Explains a failure and its remedy, for the model to pass on instead of trying workarounds. */
export function failureAnswer(error: unknown): string {
  const { title, detail, steps } = explainFailure(error);
  const help = steps.includes('signIn')
    ? t('The user signs in again with “Video Rooms: Sign In…”.')
    : t('The user finds the details with “Video Rooms: Show Log”.');
  return joinSentences([t('{0}.', title), detail, help]);
}

/** The answer if the account was switched meanwhile. */
export function switchedAnswer(): string {
  return t('The account was switched meanwhile. Ask again.');
}

/** The answer if the input does not contain the SID of a room. */
export function noSidAnswer(): string {
  return t(
    'This is not the SID of a room, which is RM and 32 hexadecimal digits. videoRooms_list_rooms finds rooms by a part of their name.',
  );
}

/** The answer if not even the shortest one fits the token budget. */
export function tooLongAnswer(): string {
  return t('The answer does not fit into the tokens that were allowed. Allow more.');
}
