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
  /** Its address, without the credentials. */
  readonly address: string;
  /** The value of `Proxy-Authorization`. */
  readonly authorization: string | undefined;
  /** The credentials in the address, for a SOCKS proxy. */
  readonly credentials: ProxyCredentials | undefined;
  readonly strictSsl: boolean;
  /** Hosts that are reached directly; this machine is among them. */
  readonly noProxy: readonly string[];
}

/** The user and the password of a proxy, decoded. */
export interface ProxyCredentials {
  readonly username: string;
  readonly password: string;
}

/** A proxy is set, and its address or `http.proxyAuthorization` is invalid. */
export class UnusableProxy extends Error {
  readonly part: 'address' | 'authorization';

  constructor(part: UnusableProxy['part']) {
    super(`The proxy's ${part} is invalid`);
    this.part = part;
  }
}

const loopback = ['localhost', '127.0.0.1', '::1'];

/**
 * The proxy for https, as VS Code chooses it: from the settings, else from the environment; undefined if none
 * is set. PAC files and the system's proxy are not read here.
 *
 * @throws UnusableProxy if the address or the authorization is invalid
 */
export function proxyOf(settings: NetworkSettings, environment: NodeJS.ProcessEnv): HttpProxy | undefined {
  if (!settings.proxySupport) return undefined;
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY, no_proxy, NO_PROXY } = environment;
  const candidates = [settings.proxy, https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY];
  const address = candidates.map((one) => one?.trim()).find(Boolean);
  if (!address) return undefined;
  const { origin, credentials } = readAddress(address);
  const basic = credentials && origin.startsWith('http') ? basicOf(credentials) : undefined;
  const authorization = settings.proxyAuthorization.trim() || basic;
  if (authorization !== undefined && !headerValue.test(authorization))
    throw new UnusableProxy('authorization');
  return {
    ...{ address: origin, authorization, credentials },
    strictSsl: settings.proxyStrictSsl,
    // As with the addresses above, an empty variable is none.
    noProxy: [
      ...settings.noProxy,
      ...(no_proxy?.trim() || NO_PROXY || '').split(/[,\s]+/),
      ...loopback,
    ].filter(Boolean),
  };
}

/** What a header can hold (RFC 9110, 5.5). */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

function basicOf({ username, password }: ProxyCredentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/**
 * Splits an address into the proxy's origin and the credentials. Those end at the last `@` and may hold any
 * character, as people write `http://DOMAIN\\user:p#ss@proxy:8080`, where a URL would end at the backslash or
 * the number sign. Without a scheme it is http, as curl and others read the variables. `socks5h` is what our
 * `socks5` does anyway.
 */
function readAddress(written: string): { origin: string; credentials: ProxyCredentials | undefined } {
  const [, scheme = 'http', rest = ''] = /^(?:([a-z0-9+.-]+):\/\/)?(.*)$/is.exec(written) ?? [];
  const at = rest.lastIndexOf('@');
  const address = `${scheme.toLowerCase().replace('socks5h', 'socks5')}://${rest.slice(at + 1)}`;
  const url = /[\\#?]/.test(address) || !URL.canParse(address) ? undefined : new URL(address);
  if (!url?.hostname || !['http:', 'https:', 'socks:', 'socks5:'].includes(url.protocol)) {
    throw new UnusableProxy('address');
  }
  const [, username = '', password = ''] = /^([^:]*):?(.*)$/s.exec(rest.slice(0, Math.max(at, 0))) ?? [];
  const credentials = { username: decoded(username), password: decoded(password) };
  return {
    origin: `${url.protocol}//${url.host}`,
    credentials: username || password ? credentials : undefined,
  };
}

/** Text with a percent sign that begins no escape sequence is not encoded: it stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
