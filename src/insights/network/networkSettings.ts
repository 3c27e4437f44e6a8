/** What the editor has been told about the network, as plain values: its settings `http.*`. */
export interface NetworkSettings {
  /** `http.proxy`; empty where none is set. */
  readonly proxy: string;
  /** `http.noProxy`: hosts that are asked without a proxy. */
  readonly noProxy: readonly string[];
  /** `http.proxyStrictSSL`: whether the proxy's own certificate is verified. Twilio's always is. */
  readonly proxyStrictSsl: boolean;
  /** `http.proxyAuthorization`: the header `Proxy-Authorization`; empty where none is set. */
  readonly proxyAuthorization: string;
  /** `http.systemCertificates`: whether the operating system's certificates are trusted. */
  readonly systemCertificates: boolean;
  /** Whether extensions use a proxy at all: `http.proxySupport` is not `off`. */
  readonly proxySupport: boolean;
}

/** An editor that was told nothing. */
export const plainNetwork: NetworkSettings = {
  proxy: '',
  noProxy: [],
  proxyStrictSsl: true,
  proxyAuthorization: '',
  systemCertificates: true,
  proxySupport: true,
};

/** The proxy that was set for requests to Twilio. */
export interface HttpProxy {
  /** Its address with what it is signed in with: for the dispatcher only. */
  readonly address: string;
  /** The value of `Proxy-Authorization`, where it is not in the address. */
  readonly authorization: string | undefined;
  readonly strictSsl: boolean;
  /** Hosts that are asked directly; this machine is among them. */
  readonly noProxy: readonly string[];
}

/** A proxy is set, and its address is none. */
export class UnusableProxy extends Error {}

const loopback = ['localhost', '127.0.0.1', '::1'];

/**
 * The proxy for https, as VS Code chooses it: from the settings, else from the environment; undefined if none is
 * set. A PAC file and the system's proxy are not known here.
 *
 * @throws UnusableProxy where one is set that cannot be used
 */
export function proxyOf(settings: NetworkSettings, environment: NodeJS.ProcessEnv): HttpProxy | undefined {
  if (!settings.proxySupport) return undefined;
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY, no_proxy, NO_PROXY } = environment;
  const written = [settings.proxy, https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY];
  const address = written.map((one) => one?.trim()).find(Boolean);
  if (!address) return undefined;
  return {
    address: readAddress(address),
    authorization: settings.proxyAuthorization.trim() || undefined,
    strictSsl: settings.proxyStrictSsl,
    noProxy: [...settings.noProxy, ...(no_proxy ?? NO_PROXY ?? '').split(/[,\s]+/), ...loopback].filter(
      Boolean,
    ),
  };
}

/** Without a scheme it is http, as curl and others read the variables. `socks5h` names what ours does anyway. */
function readAddress(written: string): string {
  const address = /^[a-z0-9+.-]+:\/\//i.test(written) ? written : `http://${written}`;
  const url = URL.canParse(address) ? new URL(address.replace(/^socks5h:/i, 'socks5:')) : undefined;
  if (!url?.hostname || !['http:', 'https:', 'socks:', 'socks5:'].includes(url.protocol)) {
    throw new UnusableProxy();
  }
  return url.href;
}
