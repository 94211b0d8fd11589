import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { TicketId } from '../base/ids.ts';
import type { ChannelName, OutgoingMessage } from '../ports/channel.ts';
import type { Outbox, Owed, Whereabouts } from '../ports/store.ts';
import { type OnUnreadable, openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** The outbox in SQL. `db` is a transaction: the caller decides what else belongs to it. */
export function outboxIn(db: Kysely<Tables>, vault: Vault, newId: () => string, onUnreadable: OnUnreadable): Outbox {
  const change = (key: string) => db.updateTable('outbox').where('key', '=', key);
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);
  const externalHash = (externalId: string) => vault.hash('sent', externalId);
  const open = (sealed: string) => vault.openJson(sealed) as OutgoingMessage;

  return {
    async add({ key, channel, address, message, at, ticket }) {
      const time = at.toISOString();
      await db
        .insertInto('outbox')
        .values({
          key,
          seq: newId(),
          channel,
          chat_hash: vault.hash(channel, address),
          address_sealed: vault.seal(address),
          message_sealed: vault.sealJson(message),
          state: 'waiting',
          attempts: 0,
          uncertain: 0,
          due_at: time,
          added_at: time,
          sent_at: null,
          external_hash: null,
          external_sealed: null,
          note: null,
          ticket_id: ticket ?? null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },

    async take(channel, now, limit) {
      const rows = await db
        .updateTable('outbox')
        .set((eb) => ({ state: 'sending', due_at: now.toISOString(), attempts: eb('attempts', '+', 1) }))
        .where('key', 'in', firstOfEachChat(db, now).where('o.channel', '=', channel).orderBy('o.seq').limit(limit))
        .where('state', '=', 'waiting') // looked at again by PostgreSQL when another process was a moment faster
        .returning(['key', 'seq', 'channel', 'address_sealed', 'message_sealed', 'attempts', 'uncertain', 'added_at'])
        .execute();
      const taken: Owed[] = [];
      for (const row of rows.sort((a, b) => (a.seq < b.seq ? -1 : 1))) {
        try {
          taken.push({
            key: row.key,
            channel: row.channel as ChannelName,
            address: vault.open(row.address_sealed),
            message: open(row.message_sealed),
            attempts: row.attempts,
            uncertain: row.uncertain,
            addedAt: new Date(row.added_at),
          });
        } catch {
          // It can never be sent, and must not keep the others from being sent.
          await this.giveUp(row.key, 'cannot be opened');
          onUnreadable('to be sent', row.key);
        }
      }
      return taken;
    },

    async markSent(key, externalId, at) {
      await change(key)
        .set({ state: 'sent', external_hash: externalHash(externalId), sent_at: at.toISOString(), note: null })
        .execute();
    },

    async tryAgain(key, dueAt, reason) {
      await change(key).set({ state: 'waiting', due_at: dueAt.toISOString(), note: reason }).execute();
    },

    async tryAgainUncertain(key, dueAt) {
      await change(key)
        .set((eb) => ({
          state: 'waiting',
          due_at: dueAt.toISOString(),
          uncertain: eb('uncertain', '+', 1),
          note: 'may have arrived',
        }))
        .execute();
    },

    async giveUp(key, reason) {
      await change(key).set({ state: 'given-up', note: reason }).execute();
    },

    async giveUpAllTo(to, reason) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ state: 'given-up', note: reason })
        .where('chat_hash', '=', chat(to))
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async recover(now, begunBefore) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set((eb) => ({
          state: 'waiting',
          due_at: now.toISOString(),
          uncertain: eb('uncertain', '+', 1),
          note: 'on the wire when the process ended',
        }))
        .where('state', '=', 'sending')
        .where('due_at', '<', begunBefore.toISOString())
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async sentTo(to, limit) {
      const rows = await db
        .selectFrom('outbox')
        .select(['seq', 'message_sealed'])
        .where('chat_hash', '=', chat(to))
        .where('state', '=', 'sent')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().flatMap((row) => openedOr(() => ({ seq: row.seq, message: open(row.message_sealed) })));
    },

    async moreFor(to) {
      const row = await db
        .selectFrom('outbox')
        .select('key')
        .where('chat_hash', '=', chat(to))
        .where('state', '=', 'waiting')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async ticketOf(to, externalId) {
      const row = await db
        .selectFrom('outbox')
        .select('ticket_id')
        .where('chat_hash', '=', chat(to))
        .where('external_hash', '=', externalHash(externalId))
        .where('ticket_id', 'is not', null)
        .executeTakeFirst();
      return (row?.ticket_id ?? undefined) as TicketId | undefined;
    },

    async countDue(now) {
      const count = (eb: ExpressionBuilder<Tables, 'outbox'>) => eb.fn.countAll<number | string>().as('n');
      const sending = await db.selectFrom('outbox').select(count).where('state', '=', 'sending').executeTakeFirst();
      const due = await db
        .selectFrom('outbox')
        .select(count)
        .where('key', 'in', firstOfEachChat(db, now))
        .executeTakeFirst();
      return Number(sending?.n ?? 0) + Number(due?.n ?? 0);
    },

    async counts() {
      const rows = await db
        .selectFrom('outbox')
        .select((eb) => [
          'state',
          eb.fn.countAll<number | string>().as('n'),
          eb.fn.sum<number | string>('uncertain').as('uncertain'),
        ])
        .groupBy('state')
        .execute();
      const of = (state: string): number => Number(rows.find((row) => row.state === state)?.n ?? 0);
      return {
        waiting: of('waiting'),
        sending: of('sending'),
        sent: of('sent'),
        givenUp: of('given-up'),
        uncertain: rows.reduce((sum, row) => sum + Number(row.uncertain ?? 0), 0),
      };
    },
  };
}

/** Keys of messages that are due and that no older unfinished message to the same address precedes. */
function firstOfEachChat(db: Kysely<Tables>, now: Date) {
  return db
    .selectFrom('outbox as o')
    .select('o.key')
    .where('o.state', '=', 'waiting')
    .where('o.due_at', '<=', now.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as older')
            .select(sql`1`.as('one'))
            .where('older.state', 'in', ['waiting', 'sending'])
            .whereRef('older.channel', '=', 'o.channel')
            .whereRef('older.chat_hash', '=', 'o.chat_hash')
            .whereRef('older.seq', '<', 'o.seq'),
        ),
      ),
    );
}
