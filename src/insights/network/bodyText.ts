import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { maxBodyBytes } from './dispatcher.ts';

const inflate = promisify(gunzip);

/**
 * Bytes per chunk of text. Memory for a string of more than about 100 KB is requested from the system each
 * time and released: for a page of rooms that takes several times as long as reading it.
 */
const chunkBytes = 16 * 1024;

/**
 * Decodes a body with this `Content-Encoding` into chunks of text.
 * @throws Error for an unknown encoding and for a body that does not match its encoding
 */
export async function bodyText(chunks: readonly Uint8Array[], encoding = 'identity'): Promise<string[]> {
  switch (encoding.toLowerCase()) {
    case 'gzip':
      return decode([await inflate(Buffer.concat(chunks), { maxOutputLength: maxBodyBytes })]);
    case 'identity':
      return decode(chunks);
    default:
      throw new Error(`Content-Encoding ${encoding} was not asked for`);
  }
}

/**
 * Decodes UTF-8 into chunks of text. Invalid bytes are an error: a replacement character would be shown and
 * copied as if Twilio had sent it.
 * @throws TypeError
 */
export function decode(chunks: readonly Uint8Array[]): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += chunkBytes)
      pieces.push(decoder.decode(chunk.subarray(from, from + chunkBytes), { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces;
}
