import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { largestBody } from './dispatcher.ts';

const inflate = promisify(gunzip);

/** The text of a body that came with this `Content-Encoding`. @throws Error where it is not what it says it is */
export async function bodyText(bytes: Uint8Array, encoding = 'identity'): Promise<string> {
  switch (encoding.toLowerCase()) {
    case 'gzip':
      return decode(await inflate(bytes, { maxOutputLength: largestBody }));
    case 'identity':
      return decode(bytes);
    default:
      throw new Error(`Content-Encoding ${encoding} was not asked for`);
  }
}

/** Invalid UTF-8 is an error: a replacement character would be shown and copied as if Twilio had sent it. */
export function decode(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new TypeError('The answer is not UTF-8');
  // A strict TextDecoder takes twice as long.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
