import { t } from '@vscode/l10n';
import type { FailureDetails, FailureKind } from '../insights/core/errors.ts';
import type { Explanation } from './explanation.ts';

const steps = ['retry', 'proxySettings', 'showLog'] as const;

/** Explains that the proxy was reached but refused the connection. */
export function explainRefusal({ status = 0, proxyPart }: FailureDetails): Explanation {
  if (status === 407 || proxyPart === 'authorization') {
    return {
      title: t('The proxy requires authentication'),
      detail: t(
        'Add a user name and a password to http.proxy, as in http://name:password@proxy:8080, or correct them there, or set http.proxyAuthorization. A character such as %, #, @ or \\ in them is written with a percent sign and its code: %25, %23, %40, %5C.',
      ),
      steps,
    };
  }
  if (status >= 500) {
    return {
      title: t('The proxy cannot reach Twilio'),
      detail: t(
        'Try again in a moment. If it fails again, check http.proxy and http.noProxy, or ask your network administrator.',
      ),
      steps,
    };
  }
  return {
    title: t('The proxy refused the connection'),
    detail: t(
      'It does not allow connections to Twilio. Ask your network administrator to allow them, or check http.proxy and http.noProxy.',
    ),
    steps,
  };
}

/** Explains that the proxy's address, or the authorization for it, is invalid. */
export function explainUnusable({ proxyPart }: FailureDetails): Explanation {
  if (proxyPart === 'authorization') {
    return {
      title: t('The setting http.proxyAuthorization is not valid'),
      detail: t(
        'It is sent as a header and must be on one line, such as Basic and the Base64 form of name:password.',
      ),
      steps,
    };
  }
  return {
    title: t('The proxy address is not valid'),
    detail: t(
      'Check http.proxy or, if it is not set, the environment variable HTTPS_PROXY. An address begins with http, https or socks5, as in http://name:password@proxy.example.com:8080. A character such as %, #, @ or \\ in the name or the password is written with a percent sign and its code: %25, %23, %40, %5C.',
    ),
    steps,
  };
}

/** Explains a failed connection to the proxy. */
export function explainAtProxy(kind: FailureKind): Explanation {
  const detail = t(
    'Check the network connection, and http.proxy or, if it is not set, the environment variable HTTPS_PROXY.',
  );
  switch (kind) {
    case 'tlsUntrusted':
      return {
        title: t('The proxy’s certificate is not trusted'),
        detail: t(
          'Install its root certificate on this machine, or name it in NODE_EXTRA_CA_CERTS. The setting http.proxyStrictSSL controls whether it is checked. Nothing was sent.',
        ),
        steps,
      };
    case 'timedOut':
      return { title: t('The proxy does not respond'), detail, steps };
    case 'disconnected':
      return { title: t('The proxy closed the connection'), detail, steps };
    case 'unexpectedReply':
      return {
        title: t('The server at the proxy address is not a proxy'),
        detail: t('Check the address and the port in http.proxy, and whether it begins with http or https.'),
        steps,
      };
    default:
      return { title: t('The proxy cannot be reached'), detail, steps };
  }
}
