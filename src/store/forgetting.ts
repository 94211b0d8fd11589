import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { HEARD_BEFORE_DAYS, TAKE_BACK_HOURS } from '../base/lifetimes.ts';
import type { Forgetting, Forgotten } from '../ports/forgetting.ts';
import { dropMessages } from './drop-messages.ts';
import type { Tables } from './tables.ts';
import { ENDED, OPEN } from './ticket-states.ts';
import type { Vault } from './vault.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** The guard of the audit log lets nothing go that is younger; a day more, for months are not all of one length. */
const AUDIT_GUARDED_MONTHS = 24;

type Measured = Pick<Tables['tickets'], 'state' | 'province' | 'opened_at' | 'answered_at' | 'due_at' | 'changed_at'>;
const MEASURED = ['id', 'state', 'province', 'opened_at', 'answered_at', 'due_at', 'changed_at'] as const;

/** Forgetting in SQL. `db` is a transaction. */
export function forgettingIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Forgetting {
  return {
    async erase({ channel, address }, at) {
      const chat = vault.hash(channel, address);
      const forgotten = await eraseOf(chat, at, 'now');
      await keepErasure(chat, at);
      return forgotten;
    },

    async erasures() {
      const rows = await db.selectFrom('erasures').selectAll().orderBy('at').orderBy('chat_hash').execute();
      return rows.map(({ chat_hash, at }) => ({ chatHash: chat_hash, at: new Date(at) }));
    },

    async eraseAgain({ chatHash, at }) {
      const forgotten = await eraseOf(chatHash, at, 'in a backup');
      await keepErasure(chatHash, at);
      return forgotten;
    },

    async talks(before, limit) {
      const time = before.toISOString();
      const quiet = await db
        .selectFrom('conversations as c')
        .select('chat_hash')
        .where('updated_at', '<', time)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tickets as t')
                .select('t.id')
                .whereRef('t.chat_hash', '=', 'c.chat_hash')
                .where('t.state', 'in', OPEN),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('inbox as i')
                .select('i.id')
                .whereRef('i.chat_hash', '=', 'c.chat_hash')
                .where((row) => row.or([row('i.state', '=', 'waiting'), row('i.received_at', '>=', time)])),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as o')
                .select('o.key')
                .whereRef('o.chat_hash', '=', 'c.chat_hash')
                .where((row) => row.or([row('o.state', 'in', ['waiting', 'sending']), row('o.added_at', '>=', time)])),
            ),
          ),
        )
        .orderBy('updated_at')
        .limit(limit)
        .execute();
      const chats = quiet.map(({ chat_hash }) => chat_hash);
      if (chats.length === 0) return nothing(0);
      await dropMessages(db, (row) => row.and([row('chat_hash', 'in', chats), notAboutOpen(row)]));
      await db.deleteFrom('inbox').where('chat_hash', 'in', chats).execute();
      await db.deleteFrom('consents').where('chat_hash', 'in', chats).where('ticket_id', 'is', null).execute();
      await db.deleteFrom('conversations').where('chat_hash', 'in', chats).execute();
      return nothing(chats.length);
    },

    async messages(before, limit) {
      const time = before.toISOString();
      const outside = (row: ExpressionBuilder<Tables, 'outbox'>) =>
        row.or([
          row('for_staff', '>', 0),
          row.not(
            row.exists(
              row
                .selectFrom('conversations as c')
                .select('c.chat_hash')
                .whereRef('c.chat_hash', '=', 'outbox.chat_hash'),
            ),
          ),
        ]);
      const sent = await dropMessages(db, (row) =>
        row(
          'key',
          'in',
          db
            .selectFrom('outbox')
            .select('key')
            .where('added_at', '<', time)
            .where('state', 'in', ['sent', 'given-up'])
            .where(outside)
            .where(notAboutOpen)
            .orderBy('added_at')
            .limit(limit),
        ),
      );
      const { numDeletedRows } = await db
        .deleteFrom('inbox')
        .where('id', 'in', (row) =>
          row
            .selectFrom('inbox as i')
            .select('i.id')
            .where('i.received_at', '<', time)
            .where('i.state', '<>', 'waiting')
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('conversations as c').select('c.chat_hash').whereRef('c.chat_hash', '=', 'i.chat_hash'),
                ),
              ),
            )
            .orderBy('i.received_at')
            .limit(limit),
        )
        .executeTakeFirst();
      return nothing(sent + Number(numDeletedRows));
    },

    async referrals(before, limit) {
      const time = before.toISOString();
      const rows = await db
        .selectFrom('tickets as t')
        .select(MEASURED)
        .where('t.state', 'in', ENDED)
        .where('t.changed_at', '<', time)
        // What was put into another is part of it, and goes with it or after it.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tickets as main')
                .select('main.id')
                .whereRef('main.id', '=', 't.merged_into')
                .where((row) => row.or([row('main.state', 'in', OPEN), row('main.changed_at', '>=', time)])),
            ),
          ),
        )
        .orderBy('t.changed_at')
        .limit(limit)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return nothing(0);
      await dropMessages(db, (row) => row.and([row('ticket_id', 'in', ids), row('state', 'in', ['sent', 'given-up'])]));
      await dropTickets(ids);
      return measured(rows, before);
    },

    async audit(before, limit) {
      const guard = new Date();
      guard.setUTCMonth(guard.getUTCMonth() - AUDIT_GUARDED_MONTHS);
      guard.setUTCDate(guard.getUTCDate() - 1);
      const time = (before < guard ? before : guard).toISOString();
      // From the beginning without a gap: the chain is checked from its first line on.
      const { first } = await db
        .selectFrom('audit')
        .select((eb) => eb.fn.min('id').as('first'))
        .where('at', '>=', time)
        .executeTakeFirstOrThrow();
      let old = db.selectFrom('audit').select('id').where('at', '<', time).orderBy('id').limit(limit);
      if (first !== null) old = old.where('id', '<', first);
      const { numDeletedRows } = await db.deleteFrom('audit').where('id', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async small({ heardBefore, erasures, takeBacks, presence, codes }) {
      const deleted = [
        await db.deleteFrom('heard_before').where('at', '<', heardBefore.toISOString()).executeTakeFirst(),
        await db.deleteFrom('erasures').where('at', '<', erasures.toISOString()).executeTakeFirst(),
        await db.deleteFrom('take_backs').where('sent_at', '<', takeBacks.toISOString()).executeTakeFirst(),
        await db.deleteFrom('ticket_presence').where('seen_at', '<', presence.toISOString()).executeTakeFirst(),
        await db.deleteFrom('link_codes').where('expires_at', '<', codes.toISOString()).executeTakeFirst(),
        await db.deleteFrom('invitations').where('expires_at', '<', codes.toISOString()).executeTakeFirst(),
      ];
      await db
        .updateTable('outbox')
        .set({ external_sealed: null })
        .where('external_sealed', 'is not', null)
        .where('sent_at', '<', takeBacks.toISOString())
        .execute();
      return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    },
  };

  async function eraseOf(chat: string, at: Date, where: 'now' | 'in a backup'): Promise<Forgotten> {
    const time = at.toISOString();
    const rows = await db
      .selectFrom('tickets')
      .select(MEASURED)
      .where('chat_hash', '=', chat)
      .where('opened_at', '<=', time)
      .execute();
    const ids = rows.map(({ id }) => id);
    const theirs = (row: ExpressionBuilder<Tables, 'outbox'>): Expression<SqlBool> =>
      row.and([
        row('added_at', '<=', time),
        row.or([row('chat_hash', '=', chat), ...(ids.length > 0 ? [row('ticket_id', 'in', ids)] : [])]),
      ]);
    if (where === 'now') {
      await takeBack(theirs, at);
      // Its sending goes on; then it goes too, and is taken off the screen.
      await db
        .updateTable('outbox')
        .set({ after_sending: 'take-back' })
        .where(theirs)
        .where('state', '=', 'sending')
        .execute();
      await dropMessages(db, (row) => row.and([theirs(row), row('state', '<>', 'sending')]));
    } else {
      await dropMessages(db, theirs);
    }
    await dropTickets(ids);
    await db.deleteFrom('consents').where('chat_hash', '=', chat).where('given_at', '<=', time).execute();
    await db.deleteFrom('conversations').where('chat_hash', '=', chat).where('updated_at', '<=', time).execute();
    await dropInbox(chat, at, where);
    return measured(rows, at);
  }

  async function dropInbox(chat: string, at: Date, where: 'now' | 'in a backup'): Promise<void> {
    const gone = await db
      .deleteFrom('inbox')
      .where('chat_hash', '=', chat)
      .where('received_at', '<=', at.toISOString())
      .$if(where === 'now', (query) => query.where('state', '<>', 'waiting'))
      .returning(['message_hash', 'received_at'])
      .execute();
    const since = new Date(at.getTime() - HEARD_BEFORE_DAYS * DAY_MS).toISOString();
    for (const { message_hash } of gone.filter(({ received_at }) => received_at >= since)) {
      await db
        .insertInto('heard_before')
        .values({ message_hash, at: at.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }

  /** Notes what can still be taken off screens, in private and in the groups of staff. */
  async function takeBack(which: (row: ExpressionBuilder<Tables, 'outbox'>) => Expression<SqlBool>, at: Date) {
    const since = new Date(at.getTime() - TAKE_BACK_HOURS * HOUR_MS).toISOString();
    const rows = await db
      .selectFrom('outbox')
      .select(['channel', 'external_sealed', 'sent_at'])
      .where(which)
      .where('external_sealed', 'is not', null)
      .where('sent_at', '>=', since)
      .orderBy('seq')
      .execute();
    for (const { channel, external_sealed, sent_at } of rows) {
      if (external_sealed === null || sent_at === null) continue;
      const due_at = at.toISOString();
      await db.insertInto('take_backs').values({ id: newId(), channel, external_sealed, sent_at, due_at }).execute();
    }
  }

  /** With words, notes, events, presence, terms and consents: they refer to the ticket, and go with it. */
  async function dropTickets(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await db.deleteFrom('candidates').where('ticket_id', 'in', ids).execute();
    await db.deleteFrom('tickets').where('id', 'in', ids).execute();
  }

  async function keepErasure(chat_hash: string, at: Date): Promise<void> {
    await db
      .insertInto('erasures')
      .values({ chat_hash, at: at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Staff find a ticket by replying to the post about it; while it is open the post stays. */
function notAboutOpen(row: ExpressionBuilder<Tables, 'outbox'>): Expression<SqlBool> {
  return row.not(
    row.exists(
      row
        .selectFrom('tickets as t')
        .select(sql`1`.as('one'))
        .whereRef('t.id', '=', 'outbox.ticket_id')
        .where('t.state', 'in', OPEN),
    ),
  );
}

function nothing(rows: number): Forgotten {
  return { rows, firstAnswers: [], late: [] };
}

/** @param at When those that are still open end. */
function measured(rows: readonly Measured[], at: Date): Forgotten {
  return {
    rows: rows.length,
    firstAnswers: rows.flatMap(({ province, opened_at, answered_at, due_at }) =>
      answered_at === null || due_at === null
        ? []
        : [{ province, openedAt: new Date(opened_at), answeredAt: new Date(answered_at), dueAt: new Date(due_at) }],
    ),
    late: rows.flatMap(({ province, state, answered_at, due_at, changed_at }) => {
      const ended = state === 'closed' || state === 'withdrawn' ? changed_at : at.toISOString();
      const to = answered_at !== null && answered_at < ended ? answered_at : ended;
      return due_at === null || due_at >= to ? [] : [{ province, from: new Date(due_at), to: new Date(to) }];
    }),
  };
}
