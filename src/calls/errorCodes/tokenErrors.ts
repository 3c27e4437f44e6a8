import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** Access tokens: 20101 to 20107. */
export const tokenErrors: ErrorTable = {
  20101: () => ({
    name: t('access token invalid'),
    meaning: t(
      'The access token with which the participant wanted to join could not be read or is not genuine.',
    ),
    check: t(
      'How the server makes tokens: the API key’s SID and secret belong together, the key still exists, and the token reaches the client unchanged.',
    ),
  }),
  20102: () => ({
    name: t('access token header invalid'),
    meaning: t('The header of the access token is not what Twilio expects.'),
    check: t('That tokens are made with a current Twilio helper library rather than by hand.'),
  }),
  20103: () => ({
    name: t('access token issuer or subject invalid'),
    meaning: t('The token names an API key or an account that does not exist or does not fit.'),
    check: t('That issuer is the API key’s SID and subject the Account SID of the same account.'),
  }),
  20104: () => ({
    name: t('access token expired'),
    meaning: t('The access token was no longer valid when the participant joined or came back.'),
    check: t(
      'The token’s time to live, and whether the application fetches a fresh one before it joins and reconnects.',
    ),
  }),
  20105: () => ({
    name: t('access token not yet valid'),
    meaning: t('The token’s start lies in the future: the clock of the server that made it is ahead.'),
    check: t('The clock of the server that makes the tokens (NTP).'),
  }),
  20106: () => ({
    name: t('access token has wrong grants'),
    meaning: t('The token lacks a video grant, or its grant is for another room.'),
    check: t('That the token has a video grant, and that the grant’s room is the one being joined.'),
  }),
  20107: () => ({
    name: t('access token signature invalid'),
    meaning: t('The token was signed with another secret than the API key’s.'),
    check: t('That the secret belongs to the API key named in the token.'),
  }),
};
