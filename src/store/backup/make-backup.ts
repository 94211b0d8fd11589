import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { openForReading } from '../open.ts';
import { checkKeys, type DataKeys } from '../open-vault.ts';
import { backupName, expireBackups, makeBackupFolder, unfinishedName } from './backup-folder.ts';
import { type CopyFacts, withDatabaseCopy } from './database-copy.ts';
import { fileTrouble } from './file-trouble.ts';
import { openSealedFile, sealFile } from './sealed-file.ts';

/** Quick, and law texts become a fifth; sealed texts become three quarters. */
const GZIP_LEVEL = 3;

const Header = z.object({
  kind: z.enum(['sqlite', 'postgres']),
  madeAt: z.iso.datetime(),
  app: z.string(),
  migrations: z.array(z.string()).readonly(),
  rows: z.record(z.string(), z.number()),
});

/** What a backup says of itself; sealed like the rest of it. */
export interface BackupFacts extends CopyFacts {
  /** What was stored before stands in it. */
  readonly madeAt: Date;
  /** Version of the program that made it. */
  readonly app: string;
}

export interface BackupNeeds {
  readonly settings: DataKeys & { readonly DATABASE_URL: string };
  readonly folder: string;
  /** Older ones are removed when the new one was read back. */
  readonly keepDays: number;
  readonly now: () => Date;
}

export interface MadeBackup extends BackupFacts {
  readonly path: string;
  readonly bytes: number;
  /** Backups that were too old. */
  readonly removed: readonly string[];
}

/**
 * Makes a backup while the program goes on: copies one moment of the database, packs and seals it, writes it through to the
 * disk, reads it back, and gives it its name only then.
 *
 * @throws AppError `invalid-input` when `DATA_KEY` does not fit the database, `unavailable` when it could not be made;
 *   nothing was removed then.
 */
export async function makeBackup({ settings, folder, keepDays, now }: BackupNeeds): Promise<MadeBackup> {
  await makeBackupFolder(folder);
  // To the second, as its name says it: what was stored before that stands in it.
  const madeAt = new Date(Math.floor(now().getTime() / 1000) * 1000);
  const [unfinished, path] = [join(folder, unfinishedName(madeAt)), join(folder, backupName(madeAt))];
  const key = Buffer.from(settings.DATA_KEY, 'base64');
  const app = appVersion();
  try {
    const facts = await withDatabaseCopy(settings.DATABASE_URL, async ({ content, ...copied }) => {
      await refuseWrongKey(settings);
      const header = JSON.stringify({ ...copied, madeAt: madeAt.toISOString(), app } satisfies z.input<typeof Header>);
      const written = createHash('sha256');
      await writeThrough(unfinished, sealFile(key, header, packed(hashed(content, written))));
      await readBack(unfinished, settings, written.digest('hex'));
      return copied;
    });
    await rename(unfinished, path);
    await writeThroughFolder(folder);
    const removed = await expireBackups(folder, keepDays, now());
    return { ...facts, madeAt, app, path, bytes: (await stat(path)).size, removed };
  } catch (fault) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw fault;
  }
}

function appVersion(): string {
  const read = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(read) as { version: string }).version;
}

/** A backup that was opened: what it says of itself, and the SQLite file or SQL in it, to be read once. */
export interface OpenedBackup extends BackupFacts {
  readonly content: AsyncIterable<Buffer>;
}

/** @throws AppError `invalid-input` when it is no backup, sealed with another key, changed or cut off; also from `content`. */
export async function openBackup(path: string, { DATA_KEY, DATA_KEY_OLD }: DataKeys): Promise<OpenedBackup> {
  const keys = [DATA_KEY, ...(DATA_KEY_OLD === undefined ? [] : [DATA_KEY_OLD])];
  const { header, content } = await openSealedFile(
    path,
    keys.map((key) => Buffer.from(key, 'base64')),
  );
  const { madeAt, ...facts } = Header.parse(JSON.parse(header));
  return { ...facts, madeAt: new Date(madeAt), content: unpacked(content) };
}

async function refuseWrongKey(settings: BackupNeeds['settings']): Promise<void> {
  const db = openForReading(settings.DATABASE_URL);
  try {
    await checkKeys(db, settings);
  } finally {
    await db.destroy();
  }
}

async function readBack(path: string, keys: DataKeys, written: string): Promise<void> {
  const read = createHash('sha256');
  for await (const _ of hashed((await openBackup(path, keys)).content, read));
  if (read.digest('hex') !== written) throw new AppError('unavailable', `${path} is not what was written: a bad disk?`);
}

async function* hashed(content: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

function packed(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // Faults of the source come out at the end of the stream.
  return pipeline(content, createGzip({ level: GZIP_LEVEL }), () => {});
}

function unpacked(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(content, createGunzip(), () => {});
}

async function writeThrough(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const told = (fault: unknown) => {
    throw fileTrouble(fault, path);
  };
  const file = await open(path, 'wx', 0o600).catch(told);
  try {
    for await (const chunk of content) await file.writeFile(chunk).catch(told);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the name, too, is there after the power failed. */
export async function writeThroughFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
