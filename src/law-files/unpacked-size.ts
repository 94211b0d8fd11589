import { inflateRawSync } from 'node:zlib';

/** A Word file has some dozens, one with pictures on every page some hundreds. */
const MOST_FILES = 5_000;
const DEFLATED = 8;
/** Stands where the real number is too large for its place. No file that we take is. */
const ELSEWHERE = 0xffff_ffff;

interface Packed {
  readonly at: number;
  readonly bytes: number;
  readonly method: number;
}

/**
 * How much a zip file unpacks to. What its directory says of sizes is not believed: everything is really unpacked, and no
 * further than to the limit, so that a file of some kilobytes cannot swell to gigabytes.
 *
 * @param most In bytes.
 * @returns `odd` for a directory that is not where it should be: whoever unpacks it later might read other things than were
 *   looked at here.
 */
export function unpackedSize(zip: Uint8Array, most: number): 'within' | 'too-large' | 'odd' {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    let left = most;
    const files = filesIn(view);
    if (files.length > MOST_FILES) return 'too-large';
    for (const { at, bytes, method } of files) {
      const packed = view.subarray(at, at + bytes);
      // Also an empty file needs room for one byte, else zlib refuses the limit itself.
      left -= method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length : bytes;
      if (left < 0) return 'too-large';
    }
    return 'within';
  } catch (fault) {
    return isTooLarge(fault) ? 'too-large' : 'odd';
  }
}

/** @throws when the directory is not directly in front of its end, or points to something else than a file. */
function filesIn(view: Buffer): readonly Packed[] {
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || view.readUInt32LE(end + 16) + view.readUInt32LE(end + 12) !== end) throw new Error('No directory');
  const files: Packed[] = [];
  for (let at = view.readUInt32LE(end + 16); at < end && files.length <= MOST_FILES; ) {
    expectMark(view, at, 'PK\u0001\u0002');
    const [bytes, local] = [view.readUInt32LE(at + 20), view.readUInt32LE(at + 42)];
    if (bytes === ELSEWHERE || local === ELSEWHERE) throw new Error('A size of more than 32 bits');
    expectMark(view, local, 'PK\u0003\u0004');
    const begins = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    files.push({ at: begins, bytes, method: view.readUInt16LE(at + 10) });
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return files;
}

function expectMark(view: Buffer, at: number, mark: string): void {
  if (view.toString('latin1', at, at + 4) !== mark) throw new Error('The directory points elsewhere');
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof RangeError && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
}
