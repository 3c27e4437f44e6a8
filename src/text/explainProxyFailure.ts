import { t } from '@vscode/l10n';
import type { FailureDetails, FailureKind } from '../insights/core/errors.ts';
import type { Explanation } from './explanation.ts';

const steps = ['retry', 'proxySettings', 'showLog'] as const;

/** Explains that the proxy was reached but refused the connection. */
export function explainRefusal({ status = 0 }: FailureDetails): Explanation {
  if (status === 407) {
    return {
      title: t('The proxy asks for a sign-in'),
      detail: t(
        'Check http.proxy: it can hold a user name and a password, as in http://name:password@proxy:8080. Or set http.proxyAuthorization.',
      ),
      steps,
    };
  }
  if (status >= 500) {
    return {
      title: t('The proxy cannot reach Twilio'),
      detail: t(
        'Try again in a moment. If it stays so, check http.proxy and http.noProxy, or ask who runs the proxy.',
      ),
      steps,
    };
  }
  return {
    title: t('The proxy refused the connection'),
    detail: t(
      'It lets nothing through to Twilio’s address. Ask who runs it to allow that, or check http.proxy and http.noProxy.',
    ),
    steps,
  };
}

/** Explains that the proxy's address is invalid. */
export function explainUnusable(): Explanation {
  return {
    title: t('The proxy’s address cannot be used'),
    detail: t(
      'Check http.proxy or, if nothing is set there, the environment variable HTTPS_PROXY: an address looks like http://proxy.example.com:8080 and begins with http, https or socks5.',
    ),
    steps,
  };
}

/** Explains a failed connection to the proxy. */
export function explainAtProxy(kind: FailureKind): Explanation {
  const detail = t(
    'Check http.proxy or, if nothing is set there, the environment variable HTTPS_PROXY; and the network connection.',
  );
  switch (kind) {
    case 'tlsUntrusted':
      return {
        title: t('The proxy’s certificate is not trusted'),
        detail: t(
          'Its root certificate has to be known to this machine or named in NODE_EXTRA_CA_CERTS; http.proxyStrictSSL says whether it is checked. Nothing was sent.',
        ),
        steps,
      };
    case 'timedOut':
      return { title: t('The proxy does not answer'), detail, steps };
    case 'disconnected':
      return { title: t('The proxy broke off the connection'), detail, steps };
    case 'unexpectedReply':
      return {
        title: t('What answers there is not a proxy'),
        detail: t('Check the address and the port in http.proxy, and whether it begins with http or https.'),
        steps,
      };
    default:
      return { title: t('The proxy cannot be reached'), detail, steps };
  }
}
