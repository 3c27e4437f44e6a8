import type { Participant } from '../../insights/resources/participant.ts';
import { beginning } from '../../unicode/truncate.ts';
import { parseVersion } from './version.ts';

/** The name and the version of an SDK, a browser or a platform, as far as the participant's record has them. */
export interface Software {
  /** As the API sent it, trimmed and truncated: "twilio-video.js", "Mobile Safari", "iOS". */
  readonly name: string;
  /** As the API sent it: "2.0.0-beta10", "137.0.7151.69", "10_15_7". */
  readonly version?: string;
  readonly major?: number;
}

/** The client of a participant according to `publisher_info`. What the record does not say is undefined. */
export interface Client {
  readonly sdk?: Software;
  readonly browser?: Software;
  readonly platform?: Software;
  /** Manufacturer and model: "Apple iPhone14,5". */
  readonly device?: string;
  readonly architecture?: string;
}

/**
 * The kind of a participant:
 * - `browser`: a browser, on a computer or a phone
 * - `mobile`: an application with an SDK for iOS or Android
 * - `server`: a program without a user: the SDK for Node.js, or a browser without a screen
 * - `phone`: a call from the telephone network or SIP (Programmable Voice)
 * - `unknown`: the record does not say
 */
export type ClientKind = 'browser' | 'mobile' | 'server' | 'phone' | 'unknown';

/** Maximum length of a value, in UTF-16 code units: applications and user agents can send anything. */
const maxLength = 60;

/** Several rules read the client of each participant, which does not change. */
const clients = new WeakMap<Participant, Client>();

/** Reads `publisher_info`, once. Never throws: the object is open and its values are untrusted. */
export function clientOf(participant: Participant): Client {
  const known = clients.get(participant);
  if (known) return known;
  const client = readClient(participant);
  clients.set(participant, client);
  return client;
}

function readClient(participant: Participant): Client {
  const info = participant.read('publisher_info') ?? {};
  const sdk = software(info, 'name', 'sdk_version');
  const browser = software(info, 'browser_name', 'browser_version', 'browser_major');
  const platform = software(info, 'platform_name', 'platform_version');
  const device = [text(info.device_manufacturer), text(info.device_model)].filter(Boolean).join(' ');
  const architecture = text(info.device_architecture);
  return {
    ...(sdk && { sdk }),
    ...(browser && { browser }),
    ...(platform && { platform }),
    ...(device && { device: beginning(device, maxLength) }),
    ...(architecture && { architecture }),
  };
}

/** Undefined without a name: a version alone says nothing. @param majorKey tells the version if it is missing */
function software(
  info: Readonly<Record<string, unknown>>,
  nameKey: string,
  versionKey: string,
  majorKey?: string,
): Software | undefined {
  const name = text(info[nameKey]);
  if (!name) return undefined;
  const version = text(info[versionKey]) ?? (majorKey && text(info[majorKey]));
  const major = version === undefined ? undefined : parseVersion(version)?.numbers[0];
  return { name, ...(version && { version }), ...(major !== undefined && { major }) };
}

/** A text or a number as text; undefined for all other values and for an empty text. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value))) return undefined;
  // Truncated before trimming, too: a value can have a megabyte.
  return (
    beginning(
      String(value)
        .slice(0, 10 * maxLength)
        .trim(),
      maxLength,
    ).trimEnd() || undefined
  );
}

/** True if the participant used a browser. */
export function isBrowser({ browser }: Client): boolean {
  return browser !== undefined;
}

/**
 * The kind of a participant, see `ClientKind`.
 *
 * `server`: the Video Media SDK for Node.js runs on Linux (and macOS for development) and has neither a
 * browser nor a device, according to its overview. Headless browsers name themselves ("HeadlessChrome").
 *
 * `phone`: participants of Programmable Voice have no SDK, no browser, no device and no video. That alone is
 * no evidence, because records without `publisher_info` exist for all kinds: a sign of telephony is needed.
 */
export function kindOf(participant: Participant): ClientKind {
  const client = clientOf(participant);
  const { sdk, browser, platform, device } = client;
  if (browser) return /headless/i.test(browser.name) ? 'server' : 'browser';
  if (isMobile(client)) return 'mobile';
  if (sdk) return !device && isServer(sdk, platform) ? 'server' : 'unknown';
  return !device && isPhone(participant) ? 'phone' : 'unknown';
}

function isMobile({ sdk, platform }: Client): boolean {
  if (sdk && /\b(?:ios|android)\b/i.test(sdk.name)) return true;
  return (
    sdk !== undefined && platform !== undefined && /^(?:ios|ipados|iphone os|android)$/i.test(platform.name)
  );
}

function isServer(sdk: Software, platform: Software | undefined): boolean {
  return /\bnode(?:\b|js\b)/i.test(sdk.name) || /linux|ubuntu|debian|^node/i.test(platform?.name ?? '');
}

/** A number in E.164 format, a SIP address or a client of Programmable Voice. */
const telephonyAddress = /^(?:\+[1-9]\d{6,14}|(?:sips?|tel|client):\S+)$/i;
const audioCodecs = new Set(['opus', 'pcmu', 'pcma', 'g722']);

/** Only for a participant without an SDK, a browser and a device. */
function isPhone(participant: Participant): boolean {
  const properties = participant.read('properties') ?? {};
  const info = participant.read('publisher_info');
  const codecs = participant.read('codecs') ?? [];
  if (Number(text(properties.num_video_tracks) ?? 0) > 0) return false;
  if (!codecs.every((codec) => audioCodecs.has(codec.toLowerCase()))) return false;
  if ([participant.field('call_sid'), info?.call_sid, properties.call_sid].some(isCallSid)) return true;
  // Applications use telephone numbers as identities, too. So an identity counts only if there is a record of
  // the client and it is empty: the Video API's participants have no `publisher_info` at all.
  const identity = participant.read('participant_identity')?.trim() ?? '';
  return info !== undefined && identity.length <= 320 && telephonyAddress.test(identity);
}

function isCallSid(value: unknown): boolean {
  return typeof value === 'string' && /^CA[0-9a-f]{32}$/i.test(value);
}
