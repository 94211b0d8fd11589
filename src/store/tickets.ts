import type { Kysely, Selectable } from 'kysely';
import type { ReferralCode, TicketId } from '../base/ids.ts';
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
  });

  return {
    async open({ id, code, who, province, lines, contact, consent, at, day }) {
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
          consent,
          state: 'waiting',
          rating: null,
          opened_at: at.toISOString(),
          opened_on: day,
          changed_at: at.toISOString(),
          urgent: null,
          claimed_by: null,
          claimed_at: null,
          answered_at: null,
          due_at: null,
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

    async addWords(id, by, words, at) {
      await db
        .insertInto('ticket_words')
        .values({
          id: newId(),
          ticket_id: id,
          by,
          words_sealed: vault.seal(words),
          at: at.toISOString(),
          cause: null,
          account_id: null,
          via: null,
        })
        .execute();
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

    async setState(id, state, at) {
      await db.updateTable('tickets').set({ state, changed_at: at.toISOString() }).where('id', '=', id).execute();
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
  };
}
