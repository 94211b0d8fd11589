import type { Kysely, Selectable } from 'kysely';
import type { AccountId, ReferralCode, TicketId } from '../base/ids.ts';
import type { OwnTicket } from '../conversation/conversation.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Ticket, Tickets } from '../ports/store.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

type Row = Selectable<Tables['tickets']>;

/** Referrals and what was said about them. `db` is a transaction. */
export function ticketsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Tickets {
  const whole = (row: Row): Ticket => ({
    ...own(row),
    who: { channel: row.channel as ChannelName, address: vault.open(row.address_sealed) },
    lines: vault.openJson(row.lines_sealed) as string[],
    contact: row.contact_sealed === null ? undefined : vault.open(row.contact_sealed),
    reach: row.reach_sealed === null ? undefined : vault.open(row.reach_sealed),
    claimedBy: (row.claimed_by ?? undefined) as AccountId | undefined,
    transferReason: row.transfer_reason_sealed === null ? undefined : vault.open(row.transfer_reason_sealed),
  });

  return {
    async open({ id, code, who, province, lines, contact, reach, consent, at, day, urgent, dueAt }) {
      await db
        .insertInto('tickets')
        .values({
          id,
          code,
          channel: who.channel,
          chat_hash: vault.hash(who.channel, who.address),
          address_sealed: vault.seal(who.address),
          province,
          lines_sealed: vault.sealJson(lines),
          contact_sealed: contact === undefined ? null : vault.seal(contact),
          reach_sealed: reach === undefined ? null : vault.seal(reach),
          consent,
          state: 'waiting',
          rating: null,
          opened_at: at.toISOString(),
          opened_on: day,
          changed_at: at.toISOString(),
          urgent: urgent ?? null,
          claimed_by: null,
          claimed_at: null,
          answered_at: null,
          due_at: dueAt?.toISOString() ?? null,
          reminded_at: null,
          alarmed_at: null,
          escalated_at: null,
          merged_into: null,
          transfer_to: null,
          transfer_reason_sealed: null,
          transfer_by: null,
        })
        .execute();
    },

    async codeTaken(code) {
      return (await db.selectFrom('tickets').select('id').where('code', '=', code).executeTakeFirst()) !== undefined;
    },

    async find(id) {
      const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
      return row && whole(row);
    },

    async findByCode(code) {
      const row = await db.selectFrom('tickets').selectAll().where('code', '=', code).executeTakeFirst();
      return row && whole(row);
    },

    async hold(id) {
      // A change that changes nothing takes the lock of the row on PostgreSQL, and the right to write on SQLite.
      const row = await db
        .updateTable('tickets')
        .set((eb) => ({ changed_at: eb.ref('changed_at') }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && whole(row);
    },

    async ofPerson({ channel, address }) {
      const rows = await db
        .selectFrom('tickets')
        .selectAll()
        .where('chat_hash', '=', vault.hash(channel, address))
        .orderBy('id', 'desc')
        .execute();
      return rows.map(own);
    },

    async openIn(province) {
      const rows = await db
        .selectFrom('tickets')
        .selectAll()
        .where('province', '=', province)
        .where('state', 'in', ['waiting', 'answered'])
        .orderBy('id')
        .execute();
      return rows.map(whole);
    },

    async addWords({ ticket, by, words, at, urgent, cause, account, via }) {
      const time = at.toISOString();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('ticket_words')
        .values({
          id: newId(),
          ticket_id: ticket,
          by,
          words_sealed: vault.seal(words),
          at: time,
          cause: cause ?? null,
          account_id: account ?? null,
          via: via ?? null,
        })
        .onConflict((conflict) => conflict.column('cause').doNothing())
        .executeTakeFirst();
      if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false;
      await db
        .updateTable('tickets')
        .set((eb) =>
          by === 'person'
            ? { awaits: 'staff', changed_at: time, urgent: eb.fn.coalesce('urgent', eb.val(urgent ?? null)) }
            : {
                awaits: 'person',
                changed_at: time,
                state: 'answered',
                answered_at: eb.fn.coalesce('answered_at', eb.val(time)),
                reopened_due_at: null,
              },
        )
        .where('id', '=', ticket)
        .execute();
      return true;
    },

    async hasWords(cause) {
      const row = await db.selectFrom('ticket_words').select('id').where('cause', '=', cause).executeTakeFirst();
      return row !== undefined;
    },

    async lastWords(id) {
      const row = await db
        .selectFrom('ticket_words')
        .select('id')
        .where('ticket_id', '=', id)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? '';
    },

    async wordsOf(id) {
      const rows = await db
        .selectFrom('ticket_words')
        .select(['by', 'words_sealed'])
        .where('ticket_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.map(({ by, words_sealed }) => ({ by, words: vault.open(words_sealed) }));
    },

    async end(id, state, at) {
      const ended = {
        state,
        changed_at: at.toISOString(),
        transfer_to: null,
        transfer_reason_sealed: null,
        transfer_by: null,
      };
      await db.updateTable('tickets').set(ended).where('id', '=', id).execute();
      await db.deleteFrom('ticket_presence').where('ticket_id', '=', id).execute();
      if (state !== 'withdrawn') return;
      // What was put into it is taken back with it.
      await db.updateTable('tickets').set(ended).where('merged_into', '=', id).execute();
      await db
        .deleteFrom('ticket_terms')
        .where('ticket_id', 'in', (eb) =>
          eb
            .selectFrom('tickets')
            .select('id')
            .where((or) => or.or([or('id', '=', id), or('merged_into', '=', id)])),
        )
        .execute();
    },

    async rate(id, rating) {
      await db.updateTable('tickets').set({ rating }).where('id', '=', id).execute();
    },

    async countOpen() {
      const row = await db
        .selectFrom('tickets')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('state', 'in', ['waiting', 'answered'])
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}

function own(row: Row): OwnTicket {
  return {
    id: row.id as TicketId,
    code: row.code as ReferralCode,
    state: row.state,
    province: row.province,
    openedOn: row.opened_on,
    transferTo: row.transfer_to ?? undefined,
    mergedInto: (row.merged_into ?? undefined) as TicketId | undefined,
  };
}
