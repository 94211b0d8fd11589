import { type Kysely, type Selectable, sql } from 'kysely';
import type { AccountId, ReferralCode, TicketId } from '../base/ids.ts';
import type { Rating } from '../conversation/conversation.ts';
import type { ChannelName } from '../ports/channel.ts';
import {
  DESK_LISTS,
  type DeliveryState,
  type Desk,
  type DeskList,
  type StaffMember,
  type TicketEvent,
  type TicketNote,
  type TicketTalk,
  type TicketView,
  type TicketWords,
} from '../ports/desk.ts';
import { codesOf, LISTED_COLUMNS, listed, listedTickets } from './listed-tickets.ts';
import { openedOr, type Tables } from './tables.ts';
import { ENDED, OPEN } from './ticket-states.ts';
import type { Vault } from './vault.ts';

type Row = Selectable<Tables['tickets']>;
type OutboxRow = Pick<Selectable<Tables['outbox']>, 'key' | 'state' | 'note' | 'sent_at'>;

const CONTACT: readonly TicketEvent['kind'][] = ['contact-stopped', 'contact-resumed'];

/** What staff do with tickets, in SQL. `db` is a transaction. */
export function deskIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Desk {
  const change = (id: string) => db.updateTable('tickets').where('id', '=', id);

  return {
    async list(list, of, now, { limit, offset }) {
      const found = await (list === 'closed' ? closed(of) : open(list, of, now)).limit(limit).offset(offset).execute();
      return listedTickets(
        db,
        vault,
        found.map(({ id }) => id),
      );
    },

    async counts(of, now) {
      const openLists = DESK_LISTS.filter((list) => list !== 'closed');
      const row = await db
        .selectFrom('tickets')
        .select(
          openLists.map((list) =>
            sql<number | string>`sum(case when ${belongs(list, of, now)} then 1 else 0 end)`.as(list),
          ),
        )
        .where('province', '=', of.province)
        .where('state', 'in', OPEN)
        .executeTakeFirstOrThrow();
      const ended = await db
        .selectFrom('tickets')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('province', '=', of.province)
        .where('state', 'in', ENDED)
        .executeTakeFirstOrThrow();
      const counted = Object.fromEntries(openLists.map((list) => [list, Number(row[list] ?? 0)]));
      return { ...counted, closed: Number(ended.n) } as Record<DeskList, number>;
    },

    async view(code, province) {
      const row = await db
        .selectFrom('tickets')
        .selectAll()
        .where('code', '=', code)
        .where('province', '=', province)
        .executeTakeFirst();
      return row && viewOf(row);
    },

    async claim(id, { id: by, province }, at) {
      const row = await change(id)
        .set((eb) => ({
          claimed_by: eb.fn.coalesce('claimed_by', eb.val(by)),
          claimed_at: eb.fn.coalesce('claimed_at', eb.val(at.toISOString())),
        }))
        .where('province', '=', province)
        .where('state', 'in', OPEN)
        .returning('claimed_by')
        .executeTakeFirst();
      return (row?.claimed_by ?? undefined) as AccountId | undefined;
    },

    async release(id, by, at) {
      const { numUpdatedRows } = await change(id)
        .set({ claimed_by: null, claimed_at: null, changed_at: at.toISOString() })
        .where('claimed_by', '=', by)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async releaseAllOf(by, at) {
      const rows = await db
        .updateTable('tickets')
        .set({ claimed_by: null, claimed_at: null, changed_at: at.toISOString() })
        .where('claimed_by', '=', by)
        .where('state', 'in', OPEN)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id as TicketId);
    },

    async assign(id, from, to, at) {
      const time = at.toISOString();
      const { numUpdatedRows } = await change(id)
        .set({ claimed_by: to, claimed_at: time, changed_at: time })
        .where((eb) => (from === undefined ? eb('claimed_by', 'is', null) : eb('claimed_by', '=', from)))
        .where('state', 'in', OPEN)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async reopen(id, by, at, dueAt) {
      const time = at.toISOString();
      const due = dueAt?.toISOString() ?? null;
      await change(id)
        .set({
          state: sql<'waiting' | 'answered'>`case when answered_at is null then 'waiting' else 'answered' end`,
          awaits: 'staff',
          claimed_by: by,
          claimed_at: time,
          changed_at: time,
          // How soon the first answer came stays as it was.
          due_at: sql<string | null>`case when answered_at is null then ${due} else due_at end`,
          reopened_due_at: sql<string | null>`case when answered_at is null then null else ${due} end`,
          reminded_at: null,
        })
        .execute();
    },

    async proposeTransfer(id, to, reason, by) {
      await change(id)
        .set({ transfer_to: to, transfer_reason_sealed: vault.seal(reason), transfer_by: by })
        .execute();
    },

    async dropTransfer(id) {
      await change(id).set({ transfer_to: null, transfer_reason_sealed: null, transfer_by: null }).execute();
    },

    async moveTo(id, to, at, dueAt) {
      await change(id)
        .set({
          province: to,
          state: 'waiting',
          awaits: 'staff',
          claimed_by: null,
          claimed_at: null,
          // The centre that has it now still owes its first answer.
          answered_at: null,
          due_at: dueAt?.toISOString() ?? null,
          reopened_due_at: null,
          reminded_at: null,
          alarmed_at: null,
          told_at: null,
          escalated_at: null,
          transfer_to: null,
          transfer_reason_sealed: null,
          transfer_by: null,
          changed_at: at.toISOString(),
        })
        .execute();
      // What was put into it goes with it, for it is part of the matter.
      await db.updateTable('tickets').set({ province: to }).where('merged_into', '=', id).execute();
      await db.deleteFrom('ticket_presence').where('ticket_id', '=', id).execute();
    },

    async merge(id, into, at) {
      const { urgent, due_at } = await db
        .selectFrom('tickets')
        .select(['urgent', 'due_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await change(into)
        .set((eb) => ({
          urgent: eb.fn.coalesce('urgent', eb.val(urgent)),
          // The person has waited since the first of the two.
          due_at: sql<string | null>`case when due_at is null or due_at > ${due_at} then ${due_at} else due_at end`,
        }))
        .execute();
      await change(id)
        .set({
          state: 'closed',
          merged_into: into,
          changed_at: at.toISOString(),
          transfer_to: null,
          transfer_reason_sealed: null,
          transfer_by: null,
        })
        .execute();
      await db.updateTable('tickets').set({ merged_into: into }).where('merged_into', '=', id).execute();
    },

    async addNote({ ticket, by, words, once, at }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('ticket_notes')
        .values({
          id: newId(),
          ticket_id: ticket,
          province: by.province,
          once,
          account_id: by.id,
          words_sealed: vault.seal(words),
          at: at.toISOString(),
        })
        .onConflict((conflict) => conflict.column('once').doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) > 0;
    },

    async addEvent(ticket, { kind, by, at, detail }) {
      await db
        .insertInto('ticket_events')
        .values({
          id: newId(),
          ticket_id: ticket,
          kind,
          account_id: by ?? null,
          detail_sealed: Object.keys(detail).length === 0 ? null : vault.sealJson(detail),
          at: at.toISOString(),
        })
        .execute();
    },

    async see(ticket, by, doing, at, unlessSince) {
      const values = { doing, seen_at: at.toISOString() };
      await db
        .insertInto('ticket_presence')
        .values({ ticket_id: ticket, account_id: by, ...values })
        .onConflict((conflict) => {
          const update = conflict.columns(['ticket_id', 'account_id']).doUpdateSet(values);
          return doing === 'writing' ? update : update.where('ticket_presence.seen_at', '<', unlessSince.toISOString());
        })
        .execute();
    },

    async present(ticket, except, since) {
      const rows = await db
        .selectFrom('ticket_presence')
        .select(['account_id', 'doing'])
        .where('ticket_id', '=', ticket)
        .where('account_id', '<>', except)
        .where('seen_at', '>=', since.toISOString())
        .orderBy('account_id')
        .execute();
      return rows.map(({ account_id, doing }) => ({ by: account_id as AccountId, doing }));
    },

    async staffedProvinces() {
      const rows = await db
        .selectFrom('accounts')
        .select('province')
        .distinct()
        .where('role', '=', 'staff')
        .where('state', '=', 'active')
        .where('province', 'is not', null)
        .execute();
      return rows.flatMap(({ province }) => province ?? []);
    },
  };

  function open(list: Exclude<DeskList, 'closed'>, of: Pick<StaffMember, 'id' | 'province'>, now: Date) {
    return db
      .selectFrom('tickets')
      .select('id')
      .where('province', '=', of.province)
      .where('state', 'in', OPEN)
      .where(belongs(list, of, now))
      .orderBy(sql`urgent is null`)
      .orderBy(sql`due_at is null`)
      .orderBy('due_at')
      .orderBy('opened_at')
      .orderBy('id');
  }

  function closed(of: Pick<StaffMember, 'province'>) {
    return db
      .selectFrom('tickets')
      .select('id')
      .where('province', '=', of.province)
      .where('state', 'in', ENDED)
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc');
  }

  async function viewOf(row: Row): Promise<TicketView> {
    const [events, notes, merged, samePerson, codes] = [
      await eventsOf(row.id),
      await notesOf(row),
      await db.selectFrom('tickets').selectAll().where('merged_into', '=', row.id).orderBy('id').execute(),
      await db
        .selectFrom('tickets')
        .select(LISTED_COLUMNS)
        .where('chat_hash', '=', row.chat_hash)
        .where('province', '=', row.province)
        .where('state', 'in', OPEN)
        .where('id', '<>', row.id)
        .orderBy('id')
        .execute(),
      await codesOf(db, row.merged_into === null ? [] : [row.merged_into]),
    ];
    const talk = await talkOf(row);
    return {
      ...listed(row, vault, codes),
      ...talk,
      province: row.province,
      channel: row.channel as ChannelName,
      rating: (row.rating ?? undefined) as Rating | undefined,
      transfer:
        row.transfer_to === null
          ? undefined
          : {
              to: row.transfer_to,
              reason: row.transfer_reason_sealed === null ? '' : vault.open(row.transfer_reason_sealed),
              by: row.transfer_by as AccountId,
            },
      events,
      contactStopped: events.findLast(({ kind }) => CONTACT.includes(kind))?.kind === 'contact-stopped',
      notes,
      merged: await inTurn(merged, talkOf),
      samePerson: samePerson.map((other) => listed(other, vault, codes)),
      version: talk.words.at(-1)?.id ?? '',
    };
  }

  /** Of a ticket that was withdrawn nothing that was said is left to be seen. */
  async function talkOf(row: Row): Promise<TicketTalk> {
    const of = { code: row.code as ReferralCode, openedAt: new Date(row.opened_at) };
    if (row.state === 'withdrawn') return { ...of, lines: [], contact: undefined, reach: undefined, words: [] };
    const { contact_sealed, reach_sealed } = row;
    return {
      ...of,
      lines: openedOr(() => vault.openJson(row.lines_sealed) as string[]).flat(),
      contact: contact_sealed === null ? undefined : openedOr(() => vault.open(contact_sealed))[0],
      reach: reach_sealed === null ? undefined : openedOr(() => vault.open(reach_sealed))[0],
      words: await wordsOf(row),
    };
  }

  async function wordsOf({ id, chat_hash }: Row): Promise<readonly TicketWords[]> {
    const rows = await db.selectFrom('ticket_words').selectAll().where('ticket_id', '=', id).orderBy('id').execute();
    const owed = rows.some(({ cause }) => cause !== null)
      ? await db.selectFrom('outbox').select(['key', 'state', 'note', 'sent_at']).where('ticket_id', '=', id).execute()
      : [];
    // What is held for somebody who blocked the bot is asked for by nobody, until they come back.
    const isGone =
      owed.some(({ state }) => state === 'held') &&
      (await db
        .selectFrom('conversations')
        .select('chat_hash')
        .where('chat_hash', '=', chat_hash)
        .where('blocked_at', 'is not', null)
        .executeTakeFirst()) !== undefined;
    return rows.flatMap((row) =>
      openedOr(() => ({
        id: row.id,
        by: row.by,
        words: vault.open(row.words_sealed),
        at: new Date(row.at),
        via: row.via ?? undefined,
        account: (row.account_id ?? undefined) as AccountId | undefined,
        delivery:
          row.cause === null
            ? undefined
            : deliveryOf(
                owed.filter(({ key }) => key.startsWith(`${row.cause}/`)),
                isGone,
              ),
      })),
    );
  }

  async function eventsOf(id: string): Promise<readonly TicketEvent[]> {
    const rows = await db.selectFrom('ticket_events').selectAll().where('ticket_id', '=', id).orderBy('id').execute();
    return rows.flatMap(({ kind, account_id, at, detail_sealed }) =>
      openedOr(() => ({
        kind: kind as TicketEvent['kind'],
        by: (account_id ?? undefined) as AccountId | undefined,
        at: new Date(at),
        detail: detail_sealed === null ? {} : (vault.openJson(detail_sealed) as TicketEvent['detail']),
      })),
    );
  }

  async function notesOf({ id, province, state }: Row): Promise<readonly TicketNote[]> {
    if (state === 'withdrawn') return [];
    const rows = await db
      .selectFrom('ticket_notes')
      .selectAll()
      .where('ticket_id', '=', id)
      .where('province', '=', province)
      .orderBy('id')
      .execute();
    return rows.flatMap((row) =>
      openedOr(() => ({
        id: row.id,
        by: row.account_id as AccountId,
        words: vault.open(row.words_sealed),
        at: new Date(row.at),
      })),
    );
  }
}

/** What makes an open ticket belong to a list. */
function belongs(list: Exclude<DeskList, 'closed'>, { id }: Pick<StaffMember, 'id'>, now: Date) {
  switch (list) {
    case 'new':
      return sql<boolean>`awaits = 'staff' and claimed_by is null`;
    case 'mine':
      return sql<boolean>`claimed_by = ${id}`;
    case 'held':
      return sql<boolean>`awaits = 'staff' and claimed_by <> ${id}`;
    case 'waiting':
      return sql<boolean>`awaits = 'person'`;
    case 'overdue':
      return sql<boolean>`((answered_at is null and due_at < ${now.toISOString()}) or reopened_due_at < ${now.toISOString()})`;
  }
}

/** The worst that became of the messages that carry the same words. `isGone`: the person blocked the bot or left. */
function deliveryOf(owed: readonly OutboxRow[], isGone: boolean): DeliveryState | undefined {
  const lost = owed.find(({ state }) => state === 'given-up');
  if (lost) return notDelivered(lost.note ?? '');
  if (owed.some(({ state }) => state === 'held')) return { state: isGone ? 'blocked' : 'held' };
  if (owed.some(({ state }) => state !== 'sent')) return { state: 'queued' };
  const last = owed
    .flatMap(({ sent_at }) => sent_at ?? [])
    .sort()
    .at(-1);
  return last === undefined ? undefined : { state: 'sent', at: new Date(last) };
}

/** What `flow/deliver.ts` and `flow/respond.ts` wrote when they gave a message up. */
function notDelivered(note: string): DeliveryState {
  switch (note) {
    case 'person-left':
    case 'person left':
      return { state: 'blocked' };
    case 'too old':
      return { state: 'failed', because: 'too-old' };
    case 'rejected':
      return { state: 'failed', because: 'rejected' };
    case 'may have arrived':
      return { state: 'failed', because: 'may-have-arrived' };
    default:
      return { state: 'failed', because: 'other' };
  }
}

/** One after the other: a transaction has one connection. */
async function inTurn<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
