import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../base/errors.ts';
import type { Erasure } from '../../ports/forgetting.ts';
import { openDatabase, sqlitePath } from '../open.ts';
import type { DataKeys } from '../open-vault.ts';
import { backupsIn } from './backup-folder.ts';
import { checkedFile, removeDatabaseFile, writeDatabaseFile } from './database-copy.ts';
import { openBackup } from './make-backup.ts';

/** Where erasures are known from that came after a backup. */
export interface LaterErasures {
  readonly erasures: readonly Erasure[];
  /** Up to when all of them are known; `undefined`: none is known that came after the backup. */
  readonly knownUntil: Date | undefined;
  /** `the database` or the file of a backup. */
  readonly from: string | undefined;
}

export interface LaterErasuresNeeds {
  /** The backup that is restored. */
  readonly file: string;
  readonly keys: DataKeys;
  /** The database as it is now. */
  readonly current: string;
  /** Where other backups lie. */
  readonly folder: string;
  readonly now: () => Date;
}

/**
 * Who erased everything after a backup was made: from the database as it is now, else from the newest backup that can be
 * read. What was erased after that is known to nobody.
 */
export async function laterErasures(
  since: Date,
  { file, keys, current, folder, now }: LaterErasuresNeeds,
): Promise<LaterErasures> {
  const known = (all: readonly Erasure[]) => all.filter(({ at }) => at.getTime() >= since.getTime());
  const inDatabase = await erasuresIn(current).catch(() => undefined);
  if (inDatabase) return { erasures: known(inDatabase), knownUntil: now(), from: 'the database' };
  for (const { path, madeAt } of await backupsIn(folder)) {
    if (madeAt.getTime() < since.getTime()) break;
    if (resolve(path) === resolve(file)) continue;
    const erasures = await erasuresInBackup(path, keys, current).catch(() => undefined);
    if (erasures) return { erasures: known(erasures), knownUntil: madeAt, from: path };
  }
  return { erasures: [], knownUntil: undefined, from: undefined };
}

async function erasuresIn(url: string): Promise<readonly Erasure[]> {
  const path = sqlitePath(url);
  if (path !== undefined) {
    if (!existsSync(path)) throw new AppError('not-found', 'no database');
    checkedFile(path); // a damaged one may have lost some
  }
  const db = openDatabase(url);
  try {
    const rows = await db.selectFrom('erasures').selectAll().execute();
    return rows.map(({ chat_hash, at }) => ({ chatHash: chat_hash, at: new Date(at) }));
  } finally {
    await db.destroy();
  }
}

async function erasuresInBackup(path: string, keys: DataKeys, current: string): Promise<readonly Erasure[]> {
  const { content, kind } = await openBackup(path, keys);
  if (kind === 'postgres') return erasuresInSql(content);
  const place = sqlitePath(current);
  if (place === undefined) throw new AppError('invalid-input', `${path} is of another kind of database`);
  const copy = `${place}.erasures-${process.pid}`;
  try {
    await writeDatabaseFile(copy, content);
    return await erasuresIn(`file:${copy}`);
  } finally {
    await removeDatabaseFile(copy);
  }
}

/** The rows of `erasures` as `pg_dump` writes them. */
async function erasuresInSql(content: AsyncIterable<Buffer>): Promise<readonly Erasure[]> {
  const found: Erasure[] = [];
  let rest = '';
  let inside = false;
  for await (const chunk of content) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (/^COPY (\w+\.)?erasures \(chat_hash, at\) FROM stdin;$/.test(line)) inside = true;
      else if (line === '\\.') inside = false;
      else if (inside) {
        const [chatHash = '', at = ''] = line.split('\t');
        found.push({ chatHash, at: new Date(at) });
      }
    }
  }
  return found;
}
