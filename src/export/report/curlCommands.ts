import { t } from '@vscode/l10n';
import type { RoomSid } from '../../insights/core/sid.ts';

export interface CurlOptions {
  /** Origin of the Insights API. */
  readonly origin: string;
  /** The kind of credentials; the placeholders have the names that Twilio's own tools use. */
  readonly signIn: 'apiKey' | 'authToken';
  /** Origin of the Video API, for a room that only the Video API knows. */
  readonly video?: string;
  /** Whether it is a sample room, which does not exist at Twilio. */
  readonly sample: boolean;
}

const placeholders = {
  apiKey: '$TWILIO_API_KEY:$TWILIO_API_SECRET',
  authToken: '$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN',
} as const;

/**
 * The requests for a room and its participants as commands for a POSIX shell, with the same commands for the
 * Twilio CLI as comments. Credentials are placeholders: the shell takes them from its environment.
 */
export function curlCommands(sid: RoomSid, { origin, video, signIn, sample }: CurlOptions): string {
  const curl = (address: string) =>
    `curl --silent --show-error --user "${placeholders[signIn]}" ${quoted(address)}`;
  const { addresses, cli } = video === undefined ? ofInsights(sid, origin) : ofVideo(sid, video);
  const lines = [
    ...(sample ? [`# ${t('A sample room, which Twilio does not know.')}`] : []),
    ...addresses.map(curl),
    ...cli.map((command) => `# Twilio CLI: twilio ${command}`),
  ];
  return `${lines.join('\n')}\n`;
}

interface Requests {
  readonly addresses: readonly string[];
  /**
   * The CLI names topics after the paths of the API's OpenAPI description, options after their parameters.
   */
  readonly cli: readonly string[];
}

function ofInsights(sid: RoomSid, origin: string): Requests {
  const room = `${origin}/v1/Video/Rooms/${sid}`;
  return {
    addresses: [room, `${room}/Participants?PageSize=1000`],
    cli: [
      `api:insights:v1:video:rooms:fetch --room-sid ${sid}`,
      `api:insights:v1:video:rooms:participants:list --room-sid ${sid}`,
    ],
  };
}

function ofVideo(sid: RoomSid, origin: string): Requests {
  const room = `${origin}/v1/Rooms/${sid}`;
  return {
    addresses: [
      room,
      `${room}/Participants?Status=connected&PageSize=100`,
      `${room}/Participants?Status=disconnected&PageSize=100`,
    ],
    cli: [`api:video:v1:rooms:fetch --sid ${sid}`, `api:video:v1:rooms:participants:list --room-sid ${sid}`],
  };
}

/** Quotes any text as one word of the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
