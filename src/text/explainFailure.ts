import { t } from '@vscode/l10n';
import type { FailureDetails, FailureKind } from '../insights/core/errors.ts';
import { isInsightsError } from '../insights/core/isInsightsError.ts';
import { withoutIsolates } from '../unicode/isolate.ts';
import { escapeIcons, escapeLinks } from './escape.ts';
import { explainAtProxy, explainRefusal, explainUnusable } from './explainProxyFailure.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { joinList, joinSentences } from './joinText.ts';
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
  const { title, detail: causes, steps } = explainKind(error.kind, error.details);
  const detail = joinSentences([causes, messageOf(error.kind, error.details)]);
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
          'Possible causes: the SID and the secret do not match, the key was deleted or the Auth Token was replaced, they are test credentials, they belong to another region, or the account is suspended or closed. Sign in again with an API key of the account that owns the rooms.',
        ),
        steps: ['signIn', 'retry', 'showLog'],
      };
    case 'testCredentials':
      return {
        title: t('Test credentials cannot read rooms'),
        detail: t(
          'Twilio’s test credentials can access only a few resources, and rooms are not among them. Sign in with a live API key, or with the live Account SID and Auth Token.',
        ),
        steps: ['signIn', 'retry', 'showLog'],
      };
    case 'forbidden':
      return {
        title: t('Twilio did not authorize the request'),
        detail: t(
          'Possible causes: a restricted API key lacks the permission for Video Insights, the account or the API key was not found or is suspended, the credentials belong to another account, or an OAuth app lacks the scope. Check the key and the account in Twilio Console, or sign in with a standard API key.',
        ),
        steps: ['signIn', 'retry', 'showLog'],
      };
    case 'accountNotActive':
      return {
        title: t('The Twilio account is not active'),
        detail: t(
          'Possible causes: the account or its parent account is suspended, for example for lack of funds; it was closed; or its trial was not activated. Check its status and balance in Twilio Console, or contact Twilio Support.',
        ),
        steps: ['retry', 'signIn', 'showLog'],
      };
    case 'notFound':
      return {
        title: t('Twilio has no such room'),
        detail: t(
          'Possible causes: it is older than 7 days, after which Twilio deletes the data; it ended less than 30 minutes ago and is not processed yet; or it belongs to another account or subaccount.',
        ),
        steps: ['retry', 'signIn', 'showLog'],
      };
    case 'invalidRequest':
      return {
        title: t('Twilio did not accept the request'),
        detail: t(
          'Refresh to send the request again. If it fails again, change the filter or the time range.',
        ),
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
        detail: t('Try again in a moment. Outages are reported on status.twilio.com.'),
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
      return explainUnusable(details);
    case 'disconnected':
      return {
        title: t('The connection was interrupted'),
        detail: t(
          'The response was incomplete in each of three attempts. Check the network, then try again.',
        ),
        steps: retrySteps,
      };
    case 'tlsUntrusted':
      return {
        title: t('The server’s certificate is not trusted'),
        detail: t(
          'It has expired, is for another name, or comes from a company proxy that inspects traffic. In that case, install the proxy’s root certificate on this machine, or name it in NODE_EXTRA_CA_CERTS. Nothing was sent.',
        ),
        steps: retrySteps,
      };
    case 'timedOut':
      return {
        title: t('The request timed out'),
        detail: t('Twilio or the network is slow at the moment. Try again.'),
        steps: retrySteps,
      };
    case 'tooLarge':
      return {
        title: t('The response is too large'),
        detail: t('It is larger than any page of rooms can be, so the rest of it was not read.'),
        steps: retrySteps,
      };
    case 'unexpectedReply':
      return {
        title: t('Not a valid response from Twilio'),
        detail: details.circular
          ? t(
              'The link to the next page leads to a page that was read before, so the list was not read further.',
            )
          : details.apiMessage
            ? t('The response cannot be used: {0}.', saidByServer(details) ?? '')
            : t(
                'A proxy or a sign-in page of the network may have answered instead. Check the network and the setting videoRooms.apiBaseUrl, then try again.',
              ),
        steps: retrySteps,
      };
    case 'foreignPage':
      return {
        title: t('The next page is on another server'),
        detail: t(
          'The link was not followed, so no credentials were sent there: {0}.',
          escapeLinks(plainText(details.nextOrigin ?? '')),
        ),
        steps: retrySteps,
      };
  }
}

/** Kinds whose cause Twilio's own message may tell better than the code. */
const quoted: ReadonlySet<FailureKind> = new Set([
  'unauthorized',
  'testCredentials',
  'forbidden',
  'accountNotActive',
  'invalidRequest',
  'rateLimited',
  'serverFailed',
]);

/** The message of the reply, as a sentence; empty if there is none. A code or a request id is Twilio's. */
function messageOf(kind: FailureKind, details: FailureDetails): string {
  const said = quoted.has(kind) ? saidByServer(details) : undefined;
  if (said === undefined) return '';
  const fromTwilio = details.code !== undefined || details.requestId !== undefined;
  return fromTwilio ? t('Twilio’s message: “{0}”', said) : t('The server’s message: “{0}”', said);
}

/**
 * The server's message on one line, truncated, with links and icons escaped: notifications and input boxes
 * render them. Only shown, never interpreted. It is quoted in a sentence of its own, and has no characters that change
 * the direction, not even isolates.
 */
function saidByServer({ apiMessage }: FailureDetails): string | undefined {
  if (apiMessage === undefined) return undefined;
  return escapeIcons(escapeLinks(withoutIsolates(plainText(apiMessage))));
}

/** "status 401, code 20003, RQ…": the details that Twilio's support asks for. */
function referenceOf({ status, code, requestId }: FailureDetails): string {
  const parts: string[] = [];
  if (status !== undefined) parts.push(t('status {0}', status));
  if (code !== undefined) parts.push(t('code {0}', code));
  if (requestId) parts.push(requestId);
  return joinList(parts);
}
