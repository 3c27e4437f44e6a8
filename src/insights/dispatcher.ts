import type { Dispatcher } from 'undici';
// Not undici's index: importing that claims the process-wide global dispatcher
// where none is set yet, and this process is shared with other extensions.
import Agent from 'undici/lib/dispatcher/agent.js';

/** How long a person waits before "no answer" is the better answer; milliseconds. */
export interface Patience {
  readonly connect: number;
  /** From the request to the first byte of the answer. */
  readonly headers: number;
  /** Between two pieces of the answer. */
  readonly body: number;
  /** From the request to the last byte. */
  readonly whole: number;
}

export const patience: Patience = { connect: 10_000, headers: 30_000, body: 30_000, whole: 120_000 };

/** More than the largest page of rooms by far; bytes, after decompression. */
export const largestBody = 64 * 1024 * 1024;

/** Connections of our own: nothing here is shared with, or changes, other users of HTTP in the process. */
export function createDispatcher(connections: number, { connect, headers, body }: Patience): Dispatcher {
  return new Agent({
    connections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: connect },
    headersTimeout: headers,
    bodyTimeout: body,
    maxResponseSize: largestBody,
  });
}
