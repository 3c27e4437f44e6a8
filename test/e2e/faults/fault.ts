import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SampleServer } from '../../sampleServer/server.ts';

/** What a request is for. */
export type Subject = 'list' | 'room' | 'participants';

/** Answers in place of the sample API, or never; true if so. */
export type Answer = (request: IncomingMessage, response: ServerResponse, api: SampleServer) => boolean;

/** One way in which a server, or what lies before it, misbehaves. */
export interface Fault {
  readonly name: string;
  readonly answer: Answer;
  /** The title of the failure that a person reads, in the list and in the panel; nothing if it does no harm there. */
  readonly said: { readonly list?: string; readonly panel?: string };
  /** What the failure's explanation must hold, where it depends on the answer. */
  readonly detail?: RegExp;
  /** Buttons that the failure has in both places. */
  readonly steps?: readonly string[];
  /** What has been asked for when it is over. */
  readonly followed?: RegExp;
  /** It lies before the API, which no request reaches. */
  readonly before?: true;
  /** The list comes as far as it can; what is missing is a gap in it. */
  readonly gap?: true;
  /** Seconds until the extension gives up, where that is longer than a person's patience with one step. */
  readonly lasting?: number;
}

/** What a request asks for, by its path. */
export function subjectOf({ url = '' }: IncomingMessage): Subject {
  if (/\/Participants/.test(url)) return 'participants';
  return /\/Rooms\/RM/.test(url) ? 'room' : 'list';
}
