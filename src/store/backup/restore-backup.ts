import type { Kysely } from 'kysely';
import { AppError } from '../../base/errors.ts';
import { holdStopped } from '../held-messages.ts';
import { isInUse } from '../in-use.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { type DataKeys, openVault } from '../open-vault.ts';
import type { Tables } from '../tables.ts';
import type { Vault } from '../vault.ts';
import type { CopyFacts } from './database-copy.ts';
import { type BackupFacts, openBackup } from './make-backup.ts';
import { type Place, placeOf } from './place.ts';

/** A backup that lies beside the database: whole, with the newest tables, and not in its place yet. */
export interface Beside extends BackupFacts {
  readonly url: string;
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  /** Messages that were owed when the backup was made; most of them were sent since. */
  readonly owed: number;
  /** Messages that waited for an answer when the backup was made. */
  readonly unanswered: number;
}

export interface RestoreNeeds {
  /** The backup. */
  readonly file: string;
  readonly keys: DataKeys;
  /** The database that the backup takes the place of; it may be missing or damaged. */
  readonly target: string;
  readonly now: () => Date;
  /** Done with the copy, before it gets its place: erasing again. */
  readonly finish: (copy: Beside) => Promise<void>;
}

export interface Restored extends Omit<Beside, 'db' | 'vault' | 'url'> {
  /** The database that stood there; it is kept. `undefined`: there was none. */
  readonly former: string | undefined;
}

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/**
 * Puts a backup in the place of a database: opens all of it beside the database, compares it with what it says of itself,
 * brings its tables up to date, lets `finish` do its work, and only then renames. Whatever goes wrong before, nothing of the
 * database was touched.
 *
 * @throws AppError `conflict` while a program has the database open or another restore of it is under way; `invalid-input`
 *   when the backup is not whole, is of another kind of database, or no key fits.
 */
export async function restoreBackup(needs: RestoreNeeds): Promise<Restored> {
  const place = placeOf(needs.target, needs.now());
  const giveBack = await place.reserve();
  try {
    return await restoreTo(place, needs);
  } finally {
    await giveBack();
  }
}

async function restoreTo(place: Place, needs: RestoreNeeds): Promise<Restored> {
  const { file, keys, target } = needs;
  await refuseWhileInUse(target, place);
  const { content, ...facts } = await openBackup(file, keys);
  if (facts.kind !== place.kind) {
    throw new AppError(
      'invalid-input',
      `${file} is a backup of ${NAMES[facts.kind]}; it cannot be put into ${NAMES[place.kind]} (--to names another database)`,
    );
  }
  await place.clear();
  try {
    const found = await place.fill(content);
    compare(file, facts, found);
    const db = openDatabase(place.besideUrl);
    let owed = 0;
    let unanswered = 0;
    try {
      await migrate(db);
      const vault = await openVault(db, keys);
      ({ owed, unanswered } = await markOwed(db));
      await needs.finish({ ...facts, url: place.besideUrl, db, vault, owed, unanswered });
    } finally {
      await db.destroy();
    }
    await refuseWhileInUse(target, place);
    return { ...facts, owed, unanswered, former: await place.swap() };
  } catch (fault) {
    await place.clear();
    throw fault;
  }
}

async function refuseWhileInUse(target: string, place: Place): Promise<void> {
  if ((await place.exists()) && (await isInUse(target))) {
    throw new AppError('conflict', 'A program has this database open. Stop it, then restore; nothing was changed.');
  }
}

/** @throws AppError `invalid-input` when the copy is not what the backup says of itself. */
function compare(file: string, said: CopyFacts, found: CopyFacts): void {
  const wrong = [...new Set([...Object.keys(said.rows), ...Object.keys(found.rows)])].filter(
    (table) => said.rows[table] !== found.rows[table],
  );
  if (wrong.length > 0 || said.migrations.join() !== found.migrations.join()) {
    throw new AppError(
      'invalid-input',
      `${file} does not hold what it says of itself (${wrong.join(', ') || 'migrations'}): take another backup`,
    );
  }
}

/**
 * What was owed then may have been sent since: it is sent once more, and counted as what may have arrived twice. Not to
 * somebody who had stopped everything.
 */
async function markOwed(db: Kysely<Tables>): Promise<{ owed: number; unanswered: number }> {
  await holdStopped(db);
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((eb) => ({ uncertain: eb('uncertain', '+', 1), note: 'restored from a backup' }))
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirst();
  const { n } = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number | string>().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return { owed: Number(numUpdatedRows), unanswered: Number(n) };
}
