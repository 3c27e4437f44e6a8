import { t } from '@vscode/l10n';
import type { RoomSid } from '../../insights/core/sid.ts';
import { type Shell, shellSyntax } from './shells.ts';

export interface CurlOptions {
  /** Origin of the Insights API. */
  readonly origin: string;
  /** The kind of credentials; the placeholders have the names that Twilio's own tools use. */
  readonly signIn: 'apiKey' | 'authToken';
  /** Origin of the Video API, for a room that only the Video API knows. */
  readonly video?: string;
  /** Whether it is a sample room, which does not exist at Twilio. */
  readonly sample: boolean;
  /** The shell that the commands are for. */
  readonly shell: Shell;
  /** Whether that shell runs on Windows. */
  readonly windows: boolean;
}

const variables = {
  apiKey: ['TWILIO_API_KEY', 'TWILIO_API_SECRET'],
  authToken: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
} as const;

/**
 * The requests for a room and its participants as commands for a shell, with the same commands for the Twilio
 * CLI as comments. Credentials are placeholders: the shell takes them from its environment.
 */
export function curlCommands(sid: RoomSid, options: CurlOptions): string {
  const { origin, video, signIn, sample, shell, windows } = options;
  const { word, pair, comment } = shellSyntax[shell];
  // In Windows PowerShell `curl` is another name of Invoke-WebRequest.
  const program = shell === 'powershell' && windows ? 'curl.exe' : 'curl';
  const [user, secret] = variables[signIn];
  const curl = (address: string) =>
    `${program} --silent --show-error --user ${pair(user, secret)} ${word(address)}`;
  const { addresses, cli } = video === undefined ? ofInsights(sid, origin) : ofVideo(sid, video);
  const lines = [
    ...(sample ? [comment(t('A sample room, which Twilio does not know.'))] : []),
    ...addresses.map(curl),
    ...cli.map((command) => comment(`Twilio CLI: twilio ${command}`)),
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
