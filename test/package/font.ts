import assert from 'node:assert/strict';

/** The characters that a TrueType font draws, by its character map, in the map's order. */
export function fontCharacters(font: Buffer): string[] {
  const map = table(font, 'cmap');
  const count = map.readUInt16BE(2);
  const offsets = Array.from({ length: count }, (_, place) => map.readUInt32BE(4 + place * 8 + 4));
  const segments = offsets.map((at) => map.subarray(at)).find((one) => one.readUInt16BE(0) === 4);
  assert.ok(segments, 'The font has no character map of format 4.');
  const size = segments.readUInt16BE(6);
  const characters: string[] = [];
  for (let at = 0; at < size; at += 2) {
    const last = segments.readUInt16BE(14 + at);
    const first = segments.readUInt16BE(16 + size + at);
    // The last segment is U+FFFF, which every font ends with.
    for (let code = first; code <= last && code < 0xffff; code++) characters.push(String.fromCharCode(code));
  }
  return characters;
}

/** How many shapes a TrueType font has, that for unknown characters included. */
export function glyphCount(font: Buffer): number {
  return table(font, 'maxp').readUInt16BE(4);
}

function table(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + count * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === tag) {
      const start = font.readUInt32BE(at + 8);
      return font.subarray(start, start + font.readUInt32BE(at + 12));
    }
  throw new Error(`The font has no table ${tag}.`);
}
