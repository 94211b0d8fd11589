import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import { fileTrouble } from './file-trouble.ts';

/*
 * The file of a backup:
 *   16 bytes  "HOI-QUYEN-BACKUP"
 *    1 byte   version of this layout
 *   32 bytes  salt: the keys of this file are derived from DATA_KEY with it (HKDF-SHA-256), and serve no other file
 *   16 bytes  check: tells a wrong key from a changed file, and nothing else
 *   frames    4 bytes length and flag, 16 bytes tag, cipher text (AES-256-GCM)
 * The first frame is the header (JSON), the others are the database. The nonce is the number of the frame and whether it is
 * the last one, so that no frame can be left out, doubled, moved or added, nor the end be cut off, without being noticed
 * (the STREAM construction; all that stands before the frames is authenticated with each of them).
 */
const MAGIC = Buffer.from('HOI-QUYEN-BACKUP');
const VERSION = 1;
const SALT_BYTES = 32;
const CHECK_BYTES = 16;
const OPENING_BYTES = MAGIC.length + 1 + SALT_BYTES + CHECK_BYTES;
const TAG_BYTES = 16;
const LAST = 0x8000_0000;
const FRAME_BYTES = 1024 * 1024;

/**
 * Seals a header and a stream with keys derived from `DATA_KEY`.
 *
 * @param key 32 bytes.
 * @returns The bytes of the file, some at a time.
 */
export async function* sealFile(
  key: Buffer,
  header: string,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void> {
  const salt = randomBytes(SALT_BYTES);
  const keys = keysOf(key, salt);
  const opening = Buffer.concat([MAGIC, Buffer.of(VERSION), salt, keys.check]);
  let number = 0;
  const frame = (body: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonceOf(number, last)).setAAD(opening);
    number += 1;
    const sealed = Buffer.concat([cipher.update(body), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((sealed.length | (last ? LAST : 0)) >>> 0);
    return Buffer.concat([length, cipher.getAuthTag(), sealed]);
  };
  yield opening;
  yield frame(Buffer.from(header), false);
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < FRAME_BYTES) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length >= FRAME_BYTES; rest = rest.subarray(FRAME_BYTES))
      yield frame(rest.subarray(0, FRAME_BYTES), false);
    waiting = [rest];
    bytes = rest.length;
  }
  yield frame(Buffer.concat(waiting), true);
}

/** A backup that is being read. */
export interface OpenedFile {
  readonly header: string;
  /** Ends only when the last frame was read and nothing follows it. May be read once. */
  readonly content: AsyncGenerator<Buffer, void>;
}

/**
 * Opens a file that `sealFile` made. Each frame is checked before any of it is handed on.
 *
 * @param keys `DATA_KEY` and, where there is one, the key before: the first that fits is used.
 * @throws AppError `invalid-input`: no backup, another key, changed or cut off; the same from `content` while it is read. What
 *   the file system says of the path, as `fileTrouble` tells it.
 */
export async function openSealedFile(path: string, keys: readonly Buffer[]): Promise<OpenedFile> {
  const bytes = new ByteReader(createReadStream(path, { highWaterMark: FRAME_BYTES }));
  try {
    const opening = await bytes.take(OPENING_BYTES);
    if (opening === undefined || !opening.subarray(0, MAGIC.length).equals(MAGIC)) {
      throw new AppError('invalid-input', `${path} is no backup of Hỏi Quyền`);
    }
    if (opening[MAGIC.length] !== VERSION) {
      throw new AppError('invalid-input', `${path} was made by another version of Hỏi Quyền: restore it with that one`);
    }
    const salt = opening.subarray(MAGIC.length + 1, MAGIC.length + 1 + SALT_BYTES);
    const check = opening.subarray(-CHECK_BYTES);
    const fitting = keys.map((key) => keysOf(key, salt)).find((one) => timingSafeEqual(one.check, check));
    if (fitting === undefined) {
      throw new AppError(
        'invalid-input',
        `${path} was sealed with another DATA_KEY. Set DATA_KEY_OLD to the DATA_KEY of the day on which it was made.`,
      );
    }
    const frames = framesIn(bytes, path, fitting.sealing, opening);
    const first = await frames.next();
    if (first.done) throw damaged(path);
    return { header: first.value.toString('utf8'), content: frames };
  } catch (fault) {
    bytes.stop();
    throw fileTrouble(fault, path);
  }
}

async function* framesIn(bytes: ByteReader, path: string, key: Buffer, opening: Buffer): AsyncGenerator<Buffer, void> {
  try {
    for (let number = 0; ; number += 1) {
      const head = await bytes.take(4 + TAG_BYTES);
      if (head === undefined) throw damaged(path);
      const lengthAndFlag = head.readUInt32BE();
      const last = (lengthAndFlag & LAST) !== 0;
      const length = (lengthAndFlag & ~LAST) >>> 0;
      const sealed = length <= FRAME_BYTES ? await bytes.take(length) : undefined;
      if (sealed === undefined) throw damaged(path);
      yield opened(path, sealed, key, nonceOf(number, last), opening, head.subarray(4));
      if (!last) continue;
      if ((await bytes.take(1)) !== undefined) throw damaged(path);
      return;
    }
  } finally {
    bytes.stop();
  }
}

function opened(path: string, sealed: Buffer, key: Buffer, nonce: Buffer, opening: Buffer, tag: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(opening);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function damaged(path: string, cause?: unknown): AppError {
  return new AppError('invalid-input', `${path} was changed or cut off since it was made: take another backup`, {
    cause,
  });
}

function keysOf(key: Buffer, salt: Buffer): { readonly sealing: Buffer; readonly check: Buffer } {
  const derive = (use: string, bytes: number) => Buffer.from(hkdfSync('sha256', key, salt, `hoi-quyen/${use}`, bytes));
  return { sealing: derive('backup', 32), check: derive('backup-check', CHECK_BYTES) };
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Takes as many bytes as are asked for from a stream that comes in pieces of its own size. */
class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #stream: NodeJS.ReadableStream & { destroy(): unknown };
  #held: Buffer = Buffer.alloc(0);

  constructor(stream: NodeJS.ReadableStream & { destroy(): unknown }) {
    this.#stream = stream;
    this.#pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** `undefined` where the stream ends before. */
  async take(count: number): Promise<Buffer | undefined> {
    const pieces = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const next = await this.#pieces.next();
      if (next.done) break;
      pieces.push(next.value);
      length += next.value.length;
    }
    const all = pieces.length === 1 ? this.#held : Buffer.concat(pieces);
    if (length < count) {
      this.#held = all;
      return undefined;
    }
    this.#held = all.subarray(count);
    return all.subarray(0, count);
  }

  stop(): void {
    this.#stream.destroy();
  }
}
