import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../base/errors.ts';
import { isBoundToKey, sealedSamples } from './sealed-columns.ts';
import type { Tables } from './tables.ts';
import { Vault } from './vault.ts';

/** The settings that open a database: base64 of 32 bytes each. */
export interface DataKeys {
  readonly DATA_KEY: string;
  /** The key before, while it is being changed. */
  readonly DATA_KEY_OLD?: string | undefined;
}

/** Name of the row with the key of the hashes. */
const HASHING = 'hashing';
/** One damaged row must not look like a wrong key. */
const SAMPLES_PER_TABLE = 20;

/**
 * Opens the vault of a database (its tables are there, see `migrate.ts`): seals with `DATA_KEY`, opens with it or with
 * `DATA_KEY_OLD`.
 *
 * The key of the hashes is kept in the database, sealed with `DATA_KEY`, so that people, messages that a platform sends
 * again, sign-ins and the chain of the audit log are still found after `DATA_KEY` was changed. It is made at the first
 * open: at random where nothing is stored yet; in a database of an earlier version it is the one that was derived from
 * its `DATA_KEY`.
 *
 * @param takesOver The program, when it starts: from now on the key of the hashes is sealed with the new `DATA_KEY`, so
 *   that no process starts any more that knows only the old one, and `npm run rotate-key` sees that it may begin.
 * @throws AppError `invalid-input` when neither key fits the database: nothing of it could be read.
 */
export async function openVault(
  db: Kysely<Tables>,
  { DATA_KEY, DATA_KEY_OLD }: DataKeys,
  { takesOver = false }: { readonly takesOver?: boolean } = {},
): Promise<Vault> {
  const key = Buffer.from(DATA_KEY, 'base64');
  const old = DATA_KEY_OLD === undefined ? undefined : Buffer.from(DATA_KEY_OLD, 'base64');
  const sealing = new Vault(key, { old });
  const kept = (await keptHashingKey(db)) ?? (await makeHashingKey(db, key, old));
  let hashing = openedBy(sealing, kept);
  if (hashing === undefined) {
    if (await isBoundToKey(db)) throw doesNotFit(DATA_KEY_OLD !== undefined);
    // Only what is public was stored yet, such as official texts: nothing is lost with that key.
    await db
      .updateTable('vault_keys')
      .set({ sealed: sealing.seal(randomBytes(32).toString('base64')) })
      .where('name', '=', HASHING)
      .where('sealed', '=', kept) // else another process was faster
      .execute();
    hashing = sealing.open((await keptHashingKey(db)) ?? kept);
  } else if (takesOver) {
    const resealed = sealing.resealed(kept);
    if (resealed !== undefined) {
      await db.updateTable('vault_keys').set({ sealed: resealed }).where('name', '=', HASHING).execute();
    }
  }
  return new Vault(key, { old, hashing: Buffer.from(hashing, 'base64') });
}

/** Is the key of the hashes sealed with `DATA_KEY` already, so that no process with another key can have started since? */
export async function isTakenOver(db: Kysely<Tables>, { DATA_KEY }: DataKeys): Promise<boolean> {
  const kept = await keptHashingKey(db);
  return kept !== undefined && openedBy(new Vault(Buffer.from(DATA_KEY, 'base64')), kept) !== undefined;
}

/**
 * Looks whether a key fits the database, also one of an earlier version, and changes nothing: a backup that is sealed with
 * a mistyped key would be found to be worthless only when it is needed.
 *
 * @throws AppError `invalid-input` when neither key fits.
 */
export async function checkKeys(db: Kysely<Tables>, { DATA_KEY, DATA_KEY_OLD }: DataKeys): Promise<void> {
  const key = Buffer.from(DATA_KEY, 'base64');
  const old = DATA_KEY_OLD === undefined ? undefined : Buffer.from(DATA_KEY_OLD, 'base64');
  const tables = await db.introspection.getTables();
  const kept = tables.some(({ name }) => name === 'vault_keys') ? await keptHashingKey(db) : undefined;
  if (kept === undefined) await whichFits(db, key, old);
  else if (openedBy(new Vault(key, { old }), kept) === undefined && (await isBoundToKey(db))) {
    throw doesNotFit(old !== undefined);
  }
}

async function keptHashingKey(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db.selectFrom('vault_keys').select('sealed').where('name', '=', HASHING).executeTakeFirst();
  return row?.sealed;
}

/** @returns The key as it is kept: that of another process, where one was faster. */
async function makeHashingKey(db: Kysely<Tables>, key: Buffer, old: Buffer | undefined): Promise<string> {
  const sealedBy = await whichFits(db, key, old);
  const hashing = sealedBy === undefined ? randomBytes(32) : Vault.hashingKeyOf(sealedBy);
  // Sealed with the key that the rows are sealed with, so that a process without the new one still starts meanwhile.
  const sealed = new Vault(sealedBy ?? key).seal(hashing.toString('base64'));
  await db
    .insertInto('vault_keys')
    .values({ name: HASHING, sealed })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await keptHashingKey(db)) ?? sealed;
}

/** The key that a database of an earlier version was written with; `undefined` where nothing in it depends on a key. */
async function whichFits(db: Kysely<Tables>, key: Buffer, old: Buffer | undefined): Promise<Buffer | undefined> {
  const samples = await sealedSamples(db, SAMPLES_PER_TABLE);
  const opens = (candidate: Buffer) => {
    const vault = new Vault(candidate);
    return samples.some((sealed) => openedBy(vault, sealed) !== undefined);
  };
  // Written with both: by a program of that version, which knew the old one alone. Its hashes are those of the old key.
  if (old !== undefined && opens(old)) return old;
  if (opens(key)) return key;
  if (samples.length > 0) throw doesNotFit(old !== undefined);
  return (await isBoundToKey(db)) ? (old ?? key) : undefined;
}

function openedBy(vault: Vault, sealed: string): string | undefined {
  try {
    return vault.open(sealed);
  } catch {
    return undefined;
  }
}

function doesNotFit(bothGiven: boolean): AppError {
  return new AppError(
    'invalid-input',
    `${bothGiven ? 'Neither DATA_KEY nor DATA_KEY_OLD fits' : 'DATA_KEY does not fit'} this database: what people wrote was sealed with another key and could not be read. Nothing was changed.
  If DATA_KEY was changed: set DATA_KEY_OLD to the key before, start again, then npm run rotate-key (docs/backup.md).
  If a trial was run here with development keys, or it is the wrong database: name another one in DATABASE_URL.`,
  );
}
