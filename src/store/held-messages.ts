import { type Kysely, sql } from 'kysely';
import type { HeldMessages } from '../ports/held-messages.ts';
import type { Whereabouts } from '../ports/store.ts';
import { dropMessages } from './drop-messages.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Stands in `due_at` of what waits for the person's word. */
export const UNTIL_OPENED = '9999-12-31T23:59:59.999Z';
/** Stands in `note` of a message whose person stopped everything while it was on the wire. */
const STOPPED = 'stopped';

/** Where a message goes whose send failed: back among what is owed, unless its person stopped everything meanwhile. */
export const afterFailure = {
  state: sql<'waiting' | 'held'>`case when note = ${STOPPED} then 'held' else 'waiting' end`,
  dueAt: (dueAt: string) => sql<string>`case when note = ${STOPPED} then ${UNTIL_OPENED} else ${dueAt} end`,
};

/** What was on the wire while its person stopped everything, in a database whose program ended then: it waits for them. */
export async function holdStopped(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({ state: 'held', due_at: UNTIL_OPENED, uncertain: eb('uncertain', '+', 1), note: null }))
    .where('state', '=', 'sending')
    .where('note', '=', STOPPED)
    .execute();
}

/** See `HeldMessages.stop`. */
export async function stopChat(db: Kysely<Tables>, chatHash: string): Promise<number> {
  const messages = db.updateTable('outbox').where('chat_hash', '=', chatHash);
  await messages.where('state', '=', 'sending').set({ note: STOPPED }).execute();
  const { numUpdatedRows } = await messages
    .where('state', '=', 'waiting')
    .where('ticket_id', 'is not', null)
    .set({ state: 'held', due_at: UNTIL_OPENED })
    .executeTakeFirst();
  await dropPlannedIn(db, chatHash);
  await dropMessages(db, (row) => row.and([row('chat_hash', '=', chatHash), row('state', '=', 'waiting')]));
  return Number(numUpdatedRows);
}

async function dropPlannedIn(db: Kysely<Tables>, chatHash: string): Promise<void> {
  await dropMessages(db, (row) =>
    row.and([row('chat_hash', '=', chatHash), row('state', '=', 'held'), row('due_at', '<', UNTIL_OPENED)]),
  );
}

/** Held messages in SQL. `db` is a transaction. */
export function heldMessagesIn(db: Kysely<Tables>, vault: Vault, newId: () => string): HeldMessages {
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);
  const of = (to: Whereabouts) => db.updateTable('outbox').where('chat_hash', '=', chat(to));

  return {
    async release(to, at) {
      await this.dropPlanned(to);
      // What is still on the wire since they stopped everything is wanted again.
      await of(to).where('state', '=', 'sending').where('note', '=', STOPPED).set({ note: null }).execute();
      const held = await db
        .selectFrom('outbox')
        .select('key')
        .where('chat_hash', '=', chat(to))
        .where('state', '=', 'held')
        .orderBy('seq')
        .execute();
      await owe(
        held.map(({ key }) => key),
        at,
      );
      return held.length;
    },

    dropPlanned: (to) => dropPlannedIn(db, chat(to)),

    stop: (to) => stopChat(db, chat(to)),

    async waits(to) {
      const row = await db
        .selectFrom('outbox')
        .select('key')
        .where('chat_hash', '=', chat(to))
        .where('state', '=', 'held')
        .where('due_at', '=', UNTIL_OPENED)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async wake(now) {
      const due = await db
        .selectFrom('outbox')
        .select('key')
        .where('state', '=', 'held')
        .where('due_at', '<=', now.toISOString())
        .orderBy('due_at')
        .orderBy('seq')
        .execute();
      await owe(
        due.map(({ key }) => key),
        now,
      );
      return due.length;
    },
  };

  /** At the end of the queue, as if written now: the page of a talk and the age of a message go by that. */
  async function owe(keys: readonly string[], at: Date): Promise<void> {
    const time = at.toISOString();
    for (const key of keys) {
      await db
        .updateTable('outbox')
        .set({ state: 'waiting', seq: newId(), due_at: time, added_at: time, note: null })
        .where('key', '=', key)
        .where('state', '=', 'held')
        .execute();
    }
  }
}
