import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { TicketId } from '../base/ids.ts';
import type { ChannelName, OutgoingMessage } from '../ports/channel.ts';
import { type Outbox, type Owed, RANKS, type Whereabouts } from '../ports/store.ts';
import { dropMessages } from './drop-messages.ts';
import { afterFailure, UNTIL_OPENED } from './held-messages.ts';
import { makeAllDueIn } from './make-all-due.ts';
import { type OnUnreadable, openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** The outbox in SQL. `db` is a transaction: the caller decides what else belongs to it. */
export function outboxIn(db: Kysely<Tables>, vault: Vault, newId: () => string, onUnreadable: OnUnreadable): Outbox {
  const change = (key: string) => db.updateTable('outbox').where('key', '=', key);
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);
  const externalHash = (externalId: string) => vault.hash('sent', externalId);
  const open = (sealed: string) => vault.openJson(sealed) as OutgoingMessage;
  /** Its person had it erased while it was on the wire: there is no second try. */
  const dropErased = (key: string) =>
    dropMessages(db, (row) => row.and([row('key', '=', key), row('after_sending', '=', 'take-back')]));

  return {
    async add({ key, channel, address, message, at, ticket, held, rank = 'answer', causedAt, forgetWhenSent = false }) {
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
          state: held === undefined ? 'waiting' : 'held',
          attempts: 0,
          uncertain: 0,
          due_at: held === undefined ? time : held === 'until-opened' ? UNTIL_OPENED : held.toISOString(),
          added_at: time,
          sent_at: null,
          external_hash: null,
          external_sealed: null,
          note: null,
          ticket_id: ticket ?? null,
          for_staff: sql<number>`(select count(*) from staff_groups where chat_hash = ${chat({ channel, address })})`,
          after_sending: forgetWhenSent ? 'forget' : null,
          rank: RANKS.indexOf(rank),
          caused_at: causedAt?.toISOString() ?? null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },

    async take(channel, now, limit, { resting = [], rank } = {}) {
      const notTo = resting.map((address) => vault.hash(channel, address));
      const wanted = firstOfEachChat(db, now)
        .where('o.channel', '=', channel)
        .$if(notTo.length > 0, (query) => query.where('o.chat_hash', 'not in', notTo))
        .$if(rank !== undefined, (query) => query.where('o.rank', '=', RANKS.indexOf(rank ?? 'answer')))
        .orderBy('o.rank')
        .orderBy('o.seq')
        .limit(limit);
      const rows = await db
        .updateTable('outbox')
        .set((eb) => ({ state: 'sending', due_at: now.toISOString(), attempts: eb('attempts', '+', 1) }))
        .where('key', 'in', wanted)
        // Looked at again by PostgreSQL when another process was a moment faster. Written so that SQLite looks up the few
        // keys and does not walk through all that waits.
        .where(sql`state || ''`, '=', 'waiting')
        .returning(['key', 'seq', 'channel', 'address_sealed', 'message_sealed', 'attempts', 'uncertain', 'added_at'])
        .returning(['rank', 'caused_at'])
        .execute();
      const taken: Owed[] = [];
      for (const row of rows.sort((a, b) => a.rank - b.rank || (a.seq < b.seq ? -1 : 1))) {
        try {
          taken.push({
            key: row.key,
            channel: row.channel as ChannelName,
            address: vault.open(row.address_sealed),
            message: open(row.message_sealed),
            attempts: row.attempts,
            uncertain: row.uncertain,
            addedAt: new Date(row.added_at),
            causedAt: row.caused_at === null ? undefined : new Date(row.caused_at),
          });
        } catch {
          // It can never be sent, and must not keep the others from being sent.
          await this.giveUp(row.key, 'cannot be opened');
          onUnreadable('to be sent', row.key);
        }
      }
      return taken;
    },

    async untake(channel, since, sendingTo) {
      const to = sendingTo.map((address) => vault.hash(channel, address));
      await db
        .updateTable('outbox')
        .set((eb) => ({ state: afterFailure.state, attempts: eb('attempts', '-', 1) }))
        .where('state', '=', 'sending')
        .where('channel', '=', channel)
        .where('due_at', '>=', since.toISOString())
        .$if(to.length > 0, (query) => query.where('chat_hash', 'not in', to))
        .execute();
    },

    async markSent(key, externalId, at, canTakeBack = false) {
      const sent_at = at.toISOString();
      const row = await change(key)
        .set({
          state: 'sent',
          external_hash: externalHash(externalId),
          external_sealed: canTakeBack ? vault.seal(externalId) : null,
          sent_at,
          note: null,
        })
        .returning(['channel', 'external_sealed', 'after_sending'])
        .executeTakeFirst();
      if (!row?.after_sending) return 'kept';
      const { channel, external_sealed } = row;
      if (row.after_sending === 'take-back' && external_sealed !== null) {
        await db
          .insertInto('take_backs')
          .values({ id: newId(), channel, external_sealed, sent_at, due_at: sent_at })
          .execute();
      }
      await dropMessages(db, (outbox) => outbox('key', '=', key));
      return 'forgotten';
    },

    async tryAgain(key, dueAt, reason) {
      await dropErased(key);
      await change(key)
        .set({ state: afterFailure.state, due_at: afterFailure.dueAt(dueAt.toISOString()), note: reason })
        .execute();
    },

    async tryAgainUncertain(key, dueAt) {
      await dropErased(key);
      await change(key)
        .set((eb) => ({
          state: afterFailure.state,
          due_at: afterFailure.dueAt(dueAt.toISOString()),
          uncertain: eb('uncertain', '+', 1),
          note: 'may have arrived',
        }))
        .execute();
    },

    async giveUp(key, reason) {
      await change(key).set({ state: 'given-up', note: reason }).execute();
      await dropMessages(db, (row) => row.and([row('key', '=', key), row('after_sending', 'is not', null)]));
    },

    async giveUpAllTo(to, reason) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ state: 'given-up', note: reason })
        .where('state', '=', 'waiting')
        .where('channel', '=', to.channel)
        .where('chat_hash', '=', chat(to))
        .executeTakeFirst();
      await dropMessages(db, (row) =>
        row.and([row('chat_hash', '=', chat(to)), row('state', '=', 'given-up'), row('after_sending', 'is not', null)]),
      );
      return Number(numUpdatedRows);
    },

    async recover(now, begunBefore) {
      await dropMessages(db, (row) =>
        row.and([
          row('state', '=', 'sending'),
          row('after_sending', '=', 'take-back'),
          row('due_at', '<', begunBefore.toISOString()),
        ]),
      );
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set((eb) => ({
          state: afterFailure.state,
          due_at: afterFailure.dueAt(now.toISOString()),
          uncertain: eb('uncertain', '+', 1),
          note: 'on the wire when the process ended',
        }))
        .where('state', '=', 'sending')
        .where('due_at', '<', begunBefore.toISOString())
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    makeAllDue: (now) => makeAllDueIn(db, 'outbox', now),

    async latestId() {
      const row = await db
        .selectFrom('outbox')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .executeTakeFirst();
      return row?.seq ?? undefined;
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

    isOnItsWayTo: (to) => isThere(to, ['waiting', 'sending']),
    moreFor: (to) => isThere(to, ['waiting']),

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

    async keeps(to, externalId) {
      const row = await db
        .selectFrom('outbox')
        .select('key')
        .where('chat_hash', '=', chat(to))
        .where('external_hash', '=', externalHash(externalId))
        .executeTakeFirst();
      return row !== undefined;
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

  async function isThere(to: Whereabouts, states: readonly ('waiting' | 'sending')[]): Promise<boolean> {
    const row = await db
      .selectFrom('outbox')
      .select('key')
      .where('state', 'in', states)
      .where('channel', '=', to.channel)
      .where('chat_hash', '=', chat(to))
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }
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
