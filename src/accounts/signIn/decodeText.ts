/**
 * Decodes a text file as editors and shells write it: UTF-8, or UTF-16 as Windows PowerShell redirects output,
 * each with or without its byte order mark. Without a mark, a zero byte beside the first character tells UTF-16.
 * The mark is dropped.
 * @throws TypeError if the bytes are not text in that encoding
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return 'utf-8';
}
