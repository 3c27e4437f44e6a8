import { t } from '@vscode/l10n';
import type { FailureDetails, FailureKind } from '../insights/core/errors.ts';
import { isInsightsError } from '../insights/core/isInsightsError.ts';
import { explainAtProxy, explainRefusal, explainUnusable } from './explainProxyFailure.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { joinList } from './joinText.ts';
import { plainText } from './plainText.ts';

/** Explains an error to the user; the one table for tree, panel, commands and sign-in. */
export function explainFailure(error: unknown): Explanation {
  if (!isInsightsError(error)) {
    return {
      title: t('Something went wrong in the extension'),
      detail: error instanceof Error ? error.message : String(error),
      steps: ['retry', 'showLog'],
    };
  }
  const { title, detail, steps } = explainKind(error.kind, error.details);
  const reference = referenceOf(error.details);
  return { title, detail: reference ? `${detail} (${reference})` : detail, steps };
}

function explainKind(kind: FailureKind, details: FailureDetails): Explanation {
  const retrySteps: readonly NextStep[] = ['retry', 'showLog'];
  if (details.atProxy) return explainAtProxy(kind);
  switch (kind) {
    case 'unauthorized':
      return {
        title: t('Twilio refused the credentials'),
        detail: t(
          'The SID and the secret do not belong together, were revoked, are test credentials, or belong to another region. Sign in again with a key of the account whose rooms you look for.',
        ),
        steps: ['signIn', 'retry', 'showLog'],
      };
    case 'forbidden':
      return {
        title: t('These credentials may not read Video Insights'),
        detail: t(
          'They are good but restricted. Give the API key the permission for Video Insights in Twilio’s console, or sign in with a standard key.',
        ),
        steps: ['signIn', 'retry', 'showLog'],
      };
    case 'suspended':
      return {
        title: t('The Twilio account is suspended'),
        detail: t(
          'Twilio answers for it again when the account is active. Its owner sees why in Twilio’s console.',
        ),
        steps: ['retry', 'signIn', 'showLog'],
      };
    case 'notFound':
      return {
        title: t('Twilio has no such room'),
        detail: t(
          'Three things can be behind this: it is older than the 7 days that Twilio keeps, it ended less than 30 minutes ago and is not processed yet, or it belongs to another account or subaccount.',
        ),
        steps: ['retry', 'signIn', 'showLog'],
      };
    case 'invalidRequest':
      return {
        title: t('Twilio did not accept the request'),
        detail: saidByServer(details) ?? t('It gave no reason. Refresh to start anew.'),
        steps: retrySteps,
      };
    case 'rateLimited':
      return {
        title: t('Too many requests at the same time'),
        detail:
          details.retryAfter === undefined
            ? t('The account’s limit is shared with everything else that uses it. Try again in a moment.')
            : t('Twilio asks to wait {0} s before the next try.', Math.ceil(details.retryAfter)),
        steps: retrySteps,
      };
    case 'serverFailed':
      return {
        title: t('Twilio’s service failed'),
        detail: t(
          'The fault is on the other side. Try again in a moment; status.twilio.com tells of outages.',
        ),
        steps: retrySteps,
      };
    case 'unreachable':
      return {
        title: t('Twilio cannot be reached'),
        detail: t('Check the network connection, the VPN and the proxy, then try again.'),
        steps: retrySteps,
      };
    case 'proxyRefused':
      return explainRefusal(details);
    case 'proxyUnusable':
      return explainUnusable();
    case 'disconnected':
      return {
        title: t('The connection broke off'),
        detail: t(
          'The answer did not arrive whole, also at the third try. Check the network, then try again.',
        ),
        steps: retrySteps,
      };
    case 'tlsUntrusted':
      return {
        title: t('The server’s certificate is not trusted'),
        detail: t(
          'It has expired, is for another name, or comes from a company proxy that inspects traffic: then its root certificate has to be known to this machine or named in NODE_EXTRA_CA_CERTS. Nothing was sent.',
        ),
        steps: retrySteps,
      };
    case 'timedOut':
      return {
        title: t('No answer in time'),
        detail: t('Twilio or the network is slow at the moment. Try again.'),
        steps: retrySteps,
      };
    case 'tooLarge':
      return {
        title: t('The answer is too large'),
        detail: t('It is larger than any page of rooms can be and was not read to its end.'),
        steps: retrySteps,
      };
    case 'unexpectedReply':
      return {
        title: t('This is not an answer of Twilio’s'),
        detail: details.apiMessage
          ? t('The server’s answer makes no sense: {0}.', saidByServer(details) ?? '')
          : t(
              'A proxy or a sign-in page of the network may have answered instead. Check the network and the setting videoRooms.apiBaseUrl, then try again.',
            ),
        steps: retrySteps,
      };
    case 'foreignPage':
      return {
        title: t('The list goes on at another server'),
        detail: t('It was not followed, so that no credential goes there: {0}.', saidByServer(details) ?? ''),
        steps: retrySteps,
      };
  }
}

/** The server's message, with links escaped for notifications. */
function saidByServer({ apiMessage }: FailureDetails): string | undefined {
  return apiMessage === undefined ? undefined : plainText(apiMessage).replaceAll('](', '] (');
}

/** "status 401, code 20003, RQ…": the details that Twilio's support asks for. */
function referenceOf({ status, code, requestId }: FailureDetails): string {
  const parts: string[] = [];
  if (status !== undefined) parts.push(t('status {0}', status));
  if (code !== undefined) parts.push(t('code {0}', code));
  if (requestId) parts.push(requestId);
  return joinList(parts);
}
