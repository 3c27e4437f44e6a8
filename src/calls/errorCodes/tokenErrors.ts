import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** Access tokens: 20101 to 20107, and the codes of their newer checks. Source: Twilio's error dictionary. */
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
  20151: () => ({
    name: t('access token not accepted'),
    meaning: t('Twilio could not authenticate the client with its access token.'),
    check: t(
      'How the server makes tokens: header, issuer (API key SID), subject (Account SID), times and signature.',
    ),
  }),
  20155: () => ({
    name: t('access token not yet valid'),
    meaning: t('The token’s start lies in the future: the clock of the server that made it is ahead.'),
    check: t('The clock of the server that makes the tokens (NTP).'),
  }),
  20156: () => ({
    name: t('access token expired or without a valid expiry'),
    meaning: t('The access token had expired, or its expiry could not be read.'),
    check: t(
      'The clock of the server that makes the tokens, the token’s time to live in seconds, and whether the application fetches a fresh token before it joins.',
    ),
  }),
  20157: () => ({
    name: t('access token lifetime is longer than 24 hours'),
    meaning: t('Twilio accepts access tokens that are valid for up to 24 hours.'),
    check: t(
      'The token’s time to live on the server: at most 86,400, in seconds. Milliseconds are the usual mistake.',
    ),
  }),
};
