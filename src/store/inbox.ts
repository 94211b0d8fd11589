import { type Kysely, sql } from 'kysely';
import type { MessageId } from '../base/ids.ts';
import type { ChannelName, Heard, IncomingMessage } from '../ports/channel.ts';
import type { Inbox, Whereabouts } from '../ports/store.ts';
import { makeAllDueIn } from './make-all-due.ts';
import { type OnUnreadable, openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** The inbox in SQL. `db` is a transaction: the caller decides what else belongs to it. */
export function inboxIn(db: Kysely<Tables>, vault: Vault, newId: () => string, onUnreadable: OnUnreadable): Inbox {
  return {
    add: async (channel, message, at) => (await addAll(channel, [message], at)) > 0,
    addAll,

    async take(now, lease) {
      const row = await db
        .updateTable('inbox')
        .set((eb) => ({ due_at: lease.toISOString(), attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('inbox as i')
            .select('i.id')
            .where('i.state', '=', 'waiting')
            .where('i.due_at', '<=', now.toISOString())
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('inbox as older')
                    .select(sql`1`.as('one'))
                    .where('older.state', '=', 'waiting')
                    .whereRef('older.chat_hash', '=', 'i.chat_hash')
                    .whereRef('older.id', '<', 'i.id'),
                ),
              ),
            )
            .orderBy('i.id')
            .limit(1),
        )
        .where('due_at', '<=', now.toISOString()) // looked at again by PostgreSQL when another process was a moment faster
        .returning([
          'id',
          'channel',
          'address_sealed',
          'heard_sealed',
          'in_group',
          'replies_to_sealed',
          'attempts',
          'received_at',
        ])
        .executeTakeFirst();
      if (!row) return undefined;
      try {
        return {
          id: row.id as MessageId,
          channel: row.channel as ChannelName,
          address: vault.open(row.address_sealed),
          heard: vault.openJson(row.heard_sealed) as Heard,
          inGroup: row.in_group === 1,
          repliesTo: row.replies_to_sealed === null ? undefined : vault.open(row.replies_to_sealed),
          attempts: row.attempts,
          receivedAt: new Date(row.received_at),
        };
      } catch {
        // Nobody can answer what nobody can read, and it must not keep everybody else waiting.
        await db.updateTable('inbox').set({ state: 'unreadable' }).where('id', '=', row.id).execute();
        onUnreadable('received', row.id);
        return this.take(now, lease);
      }
    },

    async spare(id) {
      await db
        .updateTable('inbox')
        .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('attempts', '>', 0)
        .execute();
    },

    async countWaiting() {
      const row = await db
        .selectFrom('inbox')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },

    markAnswered: (id, at) => finish(id, 'answered', at),
    markSetAside: (id, at) => finish(id, 'set-aside', at),

    async isWaitingFrom({ channel, address }) {
      const row = await db
        .selectFrom('inbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('chat_hash', '=', vault.hash(channel, address))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    answeredBefore: (who, nth) => received(who, 'answered', nth),
    lastSetAside: (who) => received(who, 'set-aside', 1),

    async heardFrom({ channel, address }, limit) {
      const rows = await db
        .selectFrom('inbox')
        .select(['id', 'heard_sealed', 'state'])
        .where('chat_hash', '=', vault.hash(channel, address))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows
        .reverse()
        .flatMap(({ id, heard_sealed, state }) =>
          openedOr(() => ({ id, heard: vault.openJson(heard_sealed) as Heard, answered: state !== 'waiting' })),
        );
    },

    makeAllDue: (now) => makeAllDueIn(db, 'inbox', now),

    async latestId() {
      const row = await db
        .selectFrom('inbox')
        .select((eb) => eb.fn.max('id').as('id'))
        .executeTakeFirst();
      return row?.id ?? undefined;
    },
  };

  /** However many they are, in two statements: each takes a way to the server and back, while a person waits. */
  async function addAll(channel: ChannelName, messages: readonly IncomingMessage[], at: Date): Promise<number> {
    if (messages.length === 0) return 0;
    const hashed = messages.map((message) => ({
      ...message,
      message_hash: vault.hash(channel, 'message', message.externalId),
    }));
    const hashes = hashed.map(({ message_hash }) => message_hash);
    const heard = await db
      .selectFrom('heard_before')
      .select('message_hash')
      .where('message_hash', 'in', hashes)
      .execute();
    const erased = new Set(heard.map(({ message_hash }) => message_hash));
    const rows = hashed
      .filter(({ message_hash }) => !erased.has(message_hash))
      .map(({ from, heard, inGroup, repliesTo, message_hash }) => ({
        id: newId(),
        channel,
        chat_hash: vault.hash(channel, from),
        address_sealed: vault.seal(from),
        message_hash,
        heard_sealed: vault.sealJson(heard),
        in_group: inGroup ? 1 : 0,
        replies_to_sealed: repliesTo === undefined ? null : vault.seal(repliesTo),
        state: 'waiting' as const,
        attempts: 0,
        due_at: at.toISOString(),
        received_at: at.toISOString(),
        answered_at: null,
      }));
    if (rows.length === 0) return 0;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('inbox')
      .values(rows)
      .onConflict((conflict) => conflict.column('message_hash').doNothing())
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows ?? 0n);
  }

  async function finish(id: MessageId, state: 'answered' | 'set-aside', at: Date): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('inbox')
      .set({ state, answered_at: at.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async function received(
    { channel, address }: Whereabouts,
    state: 'answered' | 'set-aside',
    nth: number,
  ): Promise<Date | undefined> {
    const row = await db
      .selectFrom('inbox')
      .select('received_at')
      .where('state', '=', state)
      .where('chat_hash', '=', vault.hash(channel, address))
      .orderBy('id', 'desc')
      .limit(1)
      .offset(nth - 1)
      .executeTakeFirst();
    return row && new Date(row.received_at);
  }
}
