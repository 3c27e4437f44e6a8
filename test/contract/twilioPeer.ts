import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import twilio from 'twilio';
import type { RoomListInstanceOptions } from 'twilio/lib/rest/insights/v1/room.js';
import { type SampleAccount, sampleAccounts } from '../sampleServer/accounts.ts';

type Client = ReturnType<typeof twilio>;
type TwilioRoom = Awaited<ReturnType<Client['insights']['v1']['rooms']['list']>>[number];
type TwilioParticipant = Awaited<ReturnType<ReturnType<TwilioRoom['participants']>['list']>>[number];
type RequestOptions<Data> = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0] & {
  data?: Data;
};

const hosts = /^https:\/\/(insights|video)\.twilio\.com(?=\/)/;

/** Twilio's own HTTP client, but what is meant for the Insights and the Video API goes to `origin`. */
class Redirected extends twilio.RequestClient {
  readonly #origin: string;

  constructor(origin: string) {
    super();
    this.#origin = origin;
  }

  override request<Data>(options: RequestOptions<Data>) {
    const uri = options.uri.replace(hosts, this.#origin);
    // Page links of a local server are its own already; nothing may leave this machine.
    if (!uri.startsWith(`${this.#origin}/`))
      throw new Error(`Not a request to the server under test: ${uri}`);
    return super.request<Data>({ ...options, uri });
  }
}

/** Twilio's helper library for Node, talking to the server at `origin`. */
export function twilioClient(origin: string, account: SampleAccount = sampleAccounts.apiKey): Client {
  return twilio(account.username, account.password, {
    accountSid: sampleAccounts.authToken.username,
    httpClient: new Redirected(origin),
  });
}

/** Every room that Twilio's library lists, over all pages. */
export function listRoomsWithTwilio(origin: string, options: RoomListInstanceOptions): Promise<TwilioRoom[]> {
  return twilioClient(origin).insights.v1.rooms.list(options);
}

/** Every participant of the room that Twilio's library lists, over all pages. */
export function listParticipantsWithTwilio(
  origin: string,
  roomSid: string,
  pageSize: number,
): Promise<TwilioParticipant[]> {
  return twilioClient(origin).insights.v1.rooms(roomSid).participants.list({ pageSize });
}

/** Every room in progress that Twilio's library lists from the Video API, over all pages. */
export function listLiveRoomsWithTwilio(origin: string, pageSize: number) {
  return twilioClient(origin).video.v1.rooms.list({ status: 'in-progress', pageSize });
}

/** Everybody with that status in a room, as Twilio's library lists them from the Video API. */
export function listPresentWithTwilio(origin: string, roomSid: string, status: 'connected' | 'disconnected') {
  return twilioClient(origin).video.v1.rooms(roomSid).participants.list({ status, pageSize: 3 });
}

/** A field of a resource as Twilio's library declares it. */
export interface TwilioField {
  /** As in the API: `room_sid`. */
  readonly name: string;
  /** As in the library: `roomSid`. */
  readonly property: string;
  readonly isDate: boolean;
  /** Of an enum, the values that the library knows. */
  readonly values?: readonly string[];
}

/**
 * The fields of rooms or participants and the values of their enums, read from the declarations of the
 * installed library. Throws where these have another shape than expected, so that no check passes on nothing.
 */
export function fieldsKnownToTwilio(
  resource: 'room' | 'participant',
  api: 'insights' | 'video' = 'insights',
): TwilioField[] {
  const library = dirname(createRequire(import.meta.url).resolve('twilio'));
  const file = resource === 'room' ? 'room.d.ts' : 'room/participant.d.ts';
  const text = readFileSync(join(library, 'rest', api, 'v1', file), 'utf8');
  const body = /^interface \w+Resource \{\n(.*?)^\}/ms.exec(text)?.[1];
  const fields = [...(body ?? '').matchAll(/^ {4}(\w+): (.+);$/gm)].map(([, name = '', type = '']) => {
    const values = valuesOf(text, type.replace(/^Array<(\w+)>$/, '$1'));
    return { name, property: camelCase(name), isDate: type === 'Date', ...(values && { values }) };
  });
  if (fields.length === 0) throw new Error(`The declarations in ${file} are not what they used to be.`);
  return fields;
}

function valuesOf(text: string, type: string): string[] | undefined {
  if (/^(string|number|boolean|Date|any|Record<string, string>)$/.test(type)) return undefined;
  const union = new RegExp(`^export type ${type} = ((?:"[^"]+"(?: \\| )?)+);$`, 'm').exec(text)?.[1];
  if (union === undefined) throw new Error(`The type ${type} is not an enum as they used to be.`);
  return union.split(' | ').map((value) => value.slice(1, -1));
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
