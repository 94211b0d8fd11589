import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { TicketId } from '../../base/ids.ts';
import { type Conversation, NEW_CONVERSATION } from '../../conversation/conversation.ts';
import { deskIn } from '../desk.ts';
import { holdStopped, stopChat } from '../held-messages.ts';
import { idMaker } from '../new-id.ts';
import { openDatabase, sqlitePath } from '../open.ts';
import { type DataKeys, openVault } from '../open-vault.ts';
import type { Tables } from '../tables.ts';
import { OPEN } from '../ticket-states.ts';
import { checkedFile } from './database-copy.ts';
import type { Beside } from './restore-backup.ts';

/** How somebody is written to who wrote after a backup was made: in safety mode, not at all, or as usual. */
export interface LaterWish extends Pick<Conversation, 'discreet' | 'openly'> {
  readonly chatHash: string;
  readonly channel: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * What people wished since a backup was made, from the database that it replaces: a telephone that others look at must not
 * begin to show words again because a disk broke.
 *
 * @returns `undefined` where that database cannot be read: then nobody knows.
 */
export async function laterWishes(
  since: Date,
  { current, keys }: { readonly current: string; readonly keys: DataKeys },
): Promise<readonly LaterWish[] | undefined> {
  const path = sqlitePath(current);
  if (path !== undefined && !existsSync(path)) return undefined;
  const db = openDatabase(current);
  try {
    if (path !== undefined) checkedFile(path); // a damaged one may have lost some
    const vault = await openVault(db, keys);
    const rows = await db
      .selectFrom('conversations')
      .selectAll()
      .where('updated_at', '>=', since.toISOString())
      .execute();
    return rows.map((row) => {
      const { discreet, openly } = vault.openJson(row.state_sealed) as Conversation;
      return { chatHash: row.chat_hash, channel: row.channel, at: row.updated_at, discreet, openly };
    });
  } catch {
    return undefined;
  } finally {
    await db.destroy();
  }
}

/** Keeps them in the copy of the backup, before it gets its place. */
export async function keepWishes(
  { db, vault }: Pick<Beside, 'db' | 'vault'>,
  wishes: readonly LaterWish[],
  now: () => Date,
): Promise<void> {
  const newId = idMaker(now);
  for (const wish of wishes) await db.transaction().execute((within) => keep(within, wish));

  async function keep(within: Kysely<Tables>, { chatHash, channel, at, discreet, openly }: LaterWish): Promise<void> {
    const row = await within
      .selectFrom('conversations')
      .select('state_sealed')
      .where('chat_hash', '=', chatHash)
      .executeTakeFirst();
    if (row === undefined && discreet === undefined) return;
    const before = row ? (vault.openJson(row.state_sealed) as Conversation) : NEW_CONVERSATION;
    const stops = discreet?.stoppedAt !== undefined && before.discreet?.stoppedAt === undefined;
    const held = stops ? await stopChat(within, chatHash) : 0;
    if (stops) {
      await holdStopped(within);
      await tellStaff(within, chatHash);
    }
    const unseen = held > 0 ? { asked: 0 } : before.discreet?.unseen;
    const state_sealed = vault.sealJson({
      ...before,
      discreet: discreet && { ...discreet, openUntil: undefined, unseen },
      openly,
    } satisfies Conversation);
    await within
      .insertInto('conversations')
      .values({ chat_hash: chatHash, channel, state_sealed, updated_at: at, blocked_at: null })
      .onConflict((conflict) => conflict.column('chat_hash').doUpdateSet({ state_sealed }))
      .execute();
  }

  /** Staff of open referrals read that nobody may write or call. */
  async function tellStaff(within: Kysely<Tables>, chatHash: string): Promise<void> {
    const open = await within
      .selectFrom('tickets')
      .select('id')
      .where('chat_hash', '=', chatHash)
      .where('state', 'in', OPEN)
      .execute();
    const desk = deskIn(within, vault, newId);
    for (const { id } of open) {
      await desk.addEvent(id as TicketId, { kind: 'contact-stopped', by: undefined, at: now(), detail: {} });
    }
  }
}
