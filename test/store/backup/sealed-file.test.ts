import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSealedFile, sealFile } from '../../../src/store/backup/sealed-file.ts';

const KEY = Buffer.alloc(32, 'khoá để thử');
const OTHER = Buffer.alloc(32, 'khoá khác');
const HEADER = JSON.stringify({ rows: { tickets: 3 } });
const STORY = 'Chồng tui nhậu về là đánh, tui phải kêu ai?';
const MIB = 1024 * 1024;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function sealed(content: Buffer, pieces = 100_000): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const bytes of sealFile(KEY, HEADER, inPieces(content, pieces))) all.push(bytes);
  return Buffer.concat(all);
}

async function opened(bytes: Buffer, keys = [KEY]) {
  const path = join(folder, 'thu.backup');
  writeFileSync(path, bytes);
  const { header, content } = await openSealedFile(path, keys);
  const all: Buffer[] = [];
  for await (const piece of content) all.push(piece);
  return { header, content: Buffer.concat(all) };
}

const refused = (message: RegExp) =>
  expect.objectContaining({ kind: 'invalid-input', message: expect.stringMatching(message) });

describe('a sealed file', () => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB, 2 * MIB + 77_777])('gives back %i bytes', async (length) => {
    const content = Buffer.alloc(length, STORY);
    const back = await opened(await sealed(content));
    expect(back.header).toBe(HEADER);
    expect(back.content.equals(content)).toBe(true);
  });

  it('gives back what came in large pieces', async () => {
    const content = Buffer.alloc(5 * MIB + 3, STORY);
    expect((await opened(await sealed(content, 4 * MIB))).content.equals(content)).toBe(true);
  });

  it('shows nothing of what is in it, not even the header, and is different each time', async () => {
    const [one, other] = [await sealed(Buffer.from(STORY)), await sealed(Buffer.from(STORY))];
    for (const word of ['Chồng', 'tickets', 'rows']) expect(one.includes(word)).toBe(false);
    expect(one.subarray(20).equals(other.subarray(20))).toBe(false);
  });

  it('is opened with the old key too, while the key is being changed', async () => {
    expect((await opened(await sealed(Buffer.from(STORY)), [OTHER, KEY])).content.toString()).toBe(STORY);
  });

  it('says that the key is another one', async () => {
    await expect(opened(await sealed(Buffer.from(STORY)), [OTHER])).rejects.toThrow(refused(/another DATA_KEY/));
  });

  it('is refused wherever one bit was changed', async () => {
    const bytes = await sealed(Buffer.from(STORY));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await expect(opened(changed)).rejects.toMatchObject({ kind: 'invalid-input' });
    }
  });

  it('is refused wherever it was cut off, and with anything behind its end', async () => {
    const bytes = await sealed(Buffer.from(STORY));
    for (let length = 0; length < bytes.length; length += 1) {
      await expect(opened(bytes.subarray(0, length))).rejects.toMatchObject({ kind: 'invalid-input' });
    }
    await expect(opened(Buffer.concat([bytes, Buffer.of(0)]))).rejects.toThrow(refused(/changed or cut off/));
  });

  it('is refused when frames are left out, doubled or exchanged', async () => {
    const bytes = await sealed(Buffer.alloc(3 * MIB + 5, STORY));
    const start = bytes.length - (5 + 20) - 3 * (MIB + 20);
    const frame = (nth: number) => bytes.subarray(start + nth * (MIB + 20), start + (nth + 1) * (MIB + 20));
    const [before, end] = [bytes.subarray(0, start), bytes.subarray(start + 3 * (MIB + 20))];
    const put = (...frames: number[]) => Buffer.concat([before, ...frames.map(frame), end]);
    expect((await opened(put(0, 1, 2))).content).toHaveLength(3 * MIB + 5);
    for (const order of [
      [0, 1],
      [0, 2],
      [1, 0, 2],
      [0, 0, 1, 2],
    ]) {
      await expect(opened(put(...order))).rejects.toThrow(refused(/changed or cut off/));
    }
    // cut at the end of a frame: what is left is whole, but it is not the end
    await expect(opened(Buffer.concat([before, frame(0), frame(1)]))).rejects.toThrow(refused(/changed or cut off/));
  });

  it('says that another file is no backup, or not of this version', async () => {
    await expect(opened(readFileSync('package.json'))).rejects.toThrow(refused(/is no backup/));
    const bytes = await sealed(Buffer.from(STORY));
    bytes.writeUInt8(9, 16);
    await expect(opened(bytes)).rejects.toThrow(refused(/another version/));
  });
});
