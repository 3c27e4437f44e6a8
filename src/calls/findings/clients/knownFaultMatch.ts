import { normalizeEnum } from '../../../insights/core/normalizeEnum.ts';
import type { CallAnalysis } from '../../analysis/analyzeCall.ts';
import { type Client, clientOf, type Software } from '../../analysis/client.ts';
import type { Stay } from '../../analysis/stay.ts';
import { isWithin, type VersionRange } from '../../analysis/version.ts';

/** SDKs, browsers and platforms by the names that Twilio's changelogs use. */
export type Product = keyof typeof names;

/** How user agents and `publisher_info` name the products. */
const names = {
  'twilio-video.js': /^twilio-video\.js$/i,
  'twilio-video-ios': /^twilio.*\bios\b/i,
  'twilio-video-android': /^twilio.*\bandroid\b/i,
  // "Mobile Chrome", "Chrome Mobile iOS", "Chrome WebView", "HeadlessChrome".
  Chrome: /^(?:mobile |headless ?)?chrome(?: (?:mobile|ios|mobile ios|webview|mobile webview|headless))?$/i,
  // "Mobile Safari UI/WKWebView".
  Safari: /^(?:mobile )?safari\b/i,
  Firefox: /^(?:mobile )?firefox(?: (?:mobile|ios))?$/i,
  iOS: /^(?:ios|ipados|iphone os)$/i,
  Android: /^android$/i,
  macOS: /^mac ?os(?: x)?$/i,
} as const;

/** A product in certain versions; without a range in all versions, also in an unknown one. */
export interface ProductRange extends VersionRange {
  readonly name: Product;
  /** Other products that count in its place, in any version. */
  readonly or?: Product;
}

/** The conditions on a client. What is not named can have any value. */
export interface ClientRange {
  readonly sdk?: ProductRange;
  readonly browser?: ProductRange;
  readonly platform?: ProductRange;
}

/** A known fault of an SDK, a browser or a platform, with the conditions under which it can occur. */
export interface KnownFault extends ClientRange {
  readonly id: string;
  /** Types of rooms with the fault, normalized. All types if there are none. */
  readonly roomTypes?: readonly string[];
  /** The stay ended with one of these codes, or has got over it. */
  readonly codes?: readonly number[];
  /** The fault takes this long: a shorter stay is none of its. */
  readonly minSeconds?: number;
  /** A video codec that the participant sent. */
  readonly sent?: string;
  /** A video codec that somebody else sent at the same time. */
  readonly received?: string;
  /** A client that somebody else used at the same time. */
  readonly other?: ClientRange;
  /** The participant, and the other one, sent sound and no video. */
  readonly audioOnly?: true;
  /** Concerns also those who did not get into the room. */
  readonly connecting?: true;
  /** Occurs only with something that is not in the data, as its sentence says: a phone call, a feature. */
  readonly conditional?: true;
  /** Codes that the fault can cause: with one of them the finding is a warning. `codes` count, too. */
  readonly causes?: readonly number[];
  /** What happens, as a sentence. */
  readonly effect: () => string;
  /** The first version without the fault, with its name. */
  readonly fixedIn?: string;
  /** What to do, as a sentence; by default to update to `fixedIn`. */
  readonly check?: () => string;
  /** Where Twilio states the fault. */
  readonly link: string;
}

/**
 * The clients of a call. Equal ones are the same object, so that a fault is compared once with each: a room of
 * a thousand stays has some dozens of different clients.
 */
export function clientsOf({ stays }: CallAnalysis): ReadonlyMap<Stay, Client> {
  const distinct = new Map<string, Client>();
  const shared = (client: Client): Client => {
    const key = JSON.stringify(client);
    const known = distinct.get(key) ?? client;
    distinct.set(key, known);
    return known;
  };
  return new Map(stays.map((stay) => [stay, shared(clientOf(stay.participant))]));
}

/**
 * The stays that meet every condition of a fault. What is not known meets no condition. A fault without a
 * code and not about connecting concerns media: somebody else was in the room at the same time.
 */
export function staysWith(fault: KnownFault, call: CallAnalysis, clients = clientsOf(call)): Stay[] {
  const { roomTypes, codes, connecting, minSeconds = 0 } = fault;
  if (roomTypes && !roomTypes.includes(normalizeEnum(call.room.read('room_type') ?? ''))) return [];
  const concerned = clientsIn(fault, clients);
  if (concerned.size === 0) return [];
  const others = fault.other && clientsIn(fault.other, clients);
  const isConcerned = (stay: Stay, among: ReadonlySet<Client>) => among.has(clients.get(stay) ?? {});
  return call.stays.filter(
    (stay) =>
      (connecting || stay.arrival !== 'none') &&
      (!codes || (stay.errorCode !== undefined && codes.includes(stay.errorCode))) &&
      isConcerned(stay, concerned) &&
      (minSeconds === 0 || (stay.span && stay.span.end - stay.span.start >= minSeconds * 1000)) &&
      hasCodecs(stay, fault) &&
      (connecting ||
        codes ||
        call.stays.some((one) => (!others || isConcerned(one, others)) && isOther(one, stay, fault))),
  );
}

function clientsIn(range: ClientRange, clients: ReadonlyMap<Stay, Client>): Set<Client> {
  return new Set([...new Set(clients.values())].filter((client) => isClientIn(client, range)));
}

/** True if the client is certainly in the range. */
function isClientIn(client: Client, { sdk, browser, platform }: ClientRange): boolean {
  return (
    (!sdk || isIn(client.sdk, sdk)) &&
    (!browser || isIn(client.browser, browser)) &&
    (!platform || isIn(client.platform, platform)) &&
    (!browser || browser.name === 'Safari' || platform?.name === 'iOS' || hasOwnEngine(client))
  );
}

/** Every browser on iOS uses WebKit, so faults of Chrome and Firefox are not theirs there. */
function hasOwnEngine({ platform }: Client): boolean {
  return platform !== undefined && !names.iOS.test(platform.name);
}

function isIn(software: Software | undefined, { name, or, from, before }: ProductRange): boolean {
  if (!software) return false;
  if (or && names[or].test(software.name)) return true;
  if (!names[name].test(software.name)) return false;
  const any = from === undefined && before === undefined;
  return any || isWithin(software.version, { ...(from && { from }), ...(before && { before }) });
}

function hasCodecs(
  { participant }: Stay,
  { sent, audioOnly }: Pick<KnownFault, 'sent' | 'audioOnly'>,
): boolean {
  if (sent === undefined && !audioOnly) return true;
  const codecs = (participant.read('codecs') ?? []).map(normalizeEnum);
  if (sent !== undefined && !codecs.includes(normalizeEnum(sent))) return false;
  return !audioOnly || (codecs.length > 0 && codecs.every((codec) => codec === 'opus' || codec === 'pcmu'));
}

/** Whether another participant, in the room at the same time, sent media as the fault needs it. */
function isOther(one: Stay, stay: Stay, { received, audioOnly }: KnownFault): boolean {
  if (one.lane === stay.lane || one.arrival === 'none' || !one.span || !stay.span) return false;
  return (
    one.span.start < stay.span.end &&
    stay.span.start < one.span.end &&
    hasCodecs(one, { ...(received && { sent: received }), ...(audioOnly && { audioOnly }) })
  );
}
