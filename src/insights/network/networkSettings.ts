/** The editor's settings `http.*`, as plain values. */
export interface NetworkSettings {
  /** `http.proxy`; empty if none is set. */
  readonly proxy: string;
  /** `http.noProxy`: hosts that are reached without a proxy. */
  readonly noProxy: readonly string[];
  /** `http.proxyStrictSSL`: whether the proxy's own certificate is verified. Twilio's always is. */
  readonly proxyStrictSsl: boolean;
  /** `http.proxyAuthorization`: the header `Proxy-Authorization`; empty if none is set. */
  readonly proxyAuthorization: string;
  /** `http.systemCertificates`: whether the operating system's certificates are trusted. */
  readonly systemCertificates: boolean;
  /** Whether extensions use a proxy at all: `http.proxySupport` is not `off`. */
  readonly proxySupport: boolean;
}

/** The default settings of the editor. */
export const plainNetwork: NetworkSettings = {
  proxy: '',
  noProxy: [],
  proxyStrictSsl: true,
  proxyAuthorization: '',
  systemCertificates: true,
  proxySupport: true,
};

/** The proxy for requests to Twilio. */
export interface HttpProxy {
  /** Its address, including credentials: for the dispatcher only. */
  readonly address: string;
  /** The value of `Proxy-Authorization`, unless the address holds the credentials. */
  readonly authorization: string | undefined;
  readonly strictSsl: boolean;
  /** Hosts that are reached directly; this machine is among them. */
  readonly noProxy: readonly string[];
}

/** A proxy is set, and its address is invalid. */
export class UnusableProxy extends Error {}

const loopback = ['localhost', '127.0.0.1', '::1'];

/**
 * The proxy for https, as VS Code chooses it: from the settings, else from the environment; undefined if none
 * is set. PAC files and the system's proxy are not read here.
 *
 * @throws UnusableProxy if the address is invalid
 */
export function proxyOf(settings: NetworkSettings, environment: NodeJS.ProcessEnv): HttpProxy | undefined {
  if (!settings.proxySupport) return undefined;
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY, no_proxy, NO_PROXY } = environment;
  const candidates = [settings.proxy, https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY];
  const address = candidates.map((one) => one?.trim()).find(Boolean);
  if (!address) return undefined;
  return {
    address: readAddress(address),
    authorization: settings.proxyAuthorization.trim() || undefined,
    strictSsl: settings.proxyStrictSsl,
    // As with the addresses above, an empty variable is none.
    noProxy: [
      ...settings.noProxy,
      ...(no_proxy?.trim() || NO_PROXY || '').split(/[,\s]+/),
      ...loopback,
    ].filter(Boolean),
  };
}

/**
 * Without a scheme it is http, as curl and others read the variables. `socks5h` is what our `socks5` does
 * anyway.
 */
function readAddress(written: string): string {
  const address = /^[a-z0-9+.-]+:\/\//i.test(written) ? written : `http://${written}`;
  const url = URL.canParse(address) ? new URL(address.replace(/^socks5h:/i, 'socks5:')) : undefined;
  if (!url?.hostname || !['http:', 'https:', 'socks:', 'socks5:'].includes(url.protocol)) {
    throw new UnusableProxy();
  }
  return url.href;
}
