import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive, by the archive's central directory. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored as it is, 8 is deflated. */
  readonly method: number;
  readonly packedSize: number;
  /** Where the file's own header begins. */
  readonly offset: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The files of an archive without a comment, which is how `vsce` writes it. */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), endOfDirectory, 'This is no ZIP archive.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    assert.equal(zip.readUInt32LE(at), directoryEntry);
    const nameLength = zip.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return entry;
  });
}

/** The text of a file in the archive. */
export function zipText(zip: Buffer, entries: readonly ZipEntry[], name: string): string {
  return zipBytes(zip, entries, name).toString('utf8');
}

/** The bytes of a file in the archive. */
export function zipBytes(zip: Buffer, entries: readonly ZipEntry[], name: string): Buffer {
  const entry = entries.find((one) => one.name === name);
  assert.ok(entry, `The archive holds no ${name}.`);
  const header = 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const start = entry.offset + header;
  const packed = zip.subarray(start, start + entry.packedSize);
  return entry.method === 0 ? packed : inflateRawSync(packed);
}
