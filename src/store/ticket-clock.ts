import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Danger } from '../base/danger.ts';
import type { ReferralCode, TicketId } from '../base/ids.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { ClockMark, TicketClock, UnansweredTicket } from '../ports/ticket-clock.ts';
import { openedOr, type Tables } from './tables.ts';
import { OPEN } from './ticket-states.ts';
import type { Vault } from './vault.ts';

type Columns = Pick<
  Selectable<Tables['tickets']>,
  'id' | 'code' | 'province' | 'channel' | 'address_sealed' | 'claimed_by'
> & { readonly due: string };
type Waiting = SelectQueryBuilder<Tables & { t: Tables['tickets'] }, 't', object>;

/** A ticket that was answered owes an answer only where it was opened again since. */
const OWES = sql<boolean>`(answered_at is null or reopened_due_at is not null)`;
const DUE = sql<string>`coalesce(reopened_due_at, due_at)`;
/** A late answer cannot have been told of before it was due: what was noted earlier belongs to an earlier due time. */
const NOT_YET: Readonly<Record<ClockMark, ReturnType<typeof sql<boolean>>>> = {
  reminded: sql<boolean>`reminded_at is null`,
  alarmed: sql<boolean>`(alarmed_at is null or alarmed_at < ${DUE})`,
  told: sql<boolean>`(told_at is null or told_at < ${DUE})`,
  escalated: sql<boolean>`(escalated_at is null or escalated_at < ${DUE})`,
};

/** The clock of the tickets in SQL. `db` is a transaction. */
export function ticketClockIn(db: Kysely<Tables>, vault: Vault): TicketClock {
  const waiting = (): Waiting =>
    db.selectFrom('tickets as t').where('state', 'in', OPEN).where(OWES).where(DUE, 'is not', null);
  const late = (now: Date): Waiting => waiting().where(DUE, '<=', now.toISOString());

  async function first(query: Waiting, limit: number): Promise<readonly UnansweredTicket[]> {
    const rows = await query
      .select(['t.id', 't.code', 't.province', 't.channel', 't.address_sealed', 't.claimed_by', DUE.as('due')])
      .orderBy(DUE)
      .orderBy('t.id')
      .limit(limit)
      .execute();
    return rows.flatMap((row) => openedOr(() => unanswered(row)));
  }

  function unanswered(row: Columns): UnansweredTicket {
    return {
      id: row.id as TicketId,
      code: row.code as ReferralCode,
      province: row.province,
      who: { channel: row.channel as ChannelName, address: vault.open(row.address_sealed) },
      dueAt: new Date(row.due),
      claimed: row.claimed_by !== null,
    };
  }

  return {
    toRemind: (now, until, limit) =>
      first(
        waiting().where(DUE, '>', now.toISOString()).where(DUE, '<=', until.toISOString()).where(NOT_YET.reminded),
        limit,
      ),
    toAlarm: (now, limit) => first(late(now).where(NOT_YET.alarmed), limit),
    toTell: (now, limit) =>
      first(
        late(now)
          .where(NOT_YET.told)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('conversations as c')
                  .select(sql`1`.as('one'))
                  .whereRef('c.chat_hash', '=', 't.chat_hash')
                  .where('c.blocked_at', 'is not', null),
              ),
            ),
          ),
        limit,
      ),
    toEscalate: (now, limit) => first(late(now).where(NOT_YET.escalated), limit),

    async mark(id, mark, at) {
      const { numUpdatedRows } = await db
        .updateTable('tickets')
        .set({ [`${mark}_at`]: at.toISOString() })
        .where('id', '=', id)
        .where('state', 'in', OPEN)
        .where(OWES)
        .where(NOT_YET[mark])
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async lateCounts(now) {
      const rows = await late(now)
        .select((eb) => [
          't.province',
          eb.fn.countAll<number | string>().as('late'),
          sql<number | string>`sum(case when escalated_at >= ${DUE} then 1 else 0 end)`.as('escalated'),
          eb.fn.min(DUE).as('oldest'),
        ])
        .groupBy('t.province')
        .orderBy('t.province')
        .execute();
      return rows.map(({ province, late, escalated, oldest }) => ({
        province,
        late: Number(late),
        escalated: Number(escalated),
        oldestDueAt: new Date(oldest),
      }));
    },

    async late(now, { limit, offset }) {
      const rows = await late(now)
        .select(['t.code', 't.province', 't.opened_at', 't.urgent', 't.claimed_by', 't.escalated_at', DUE.as('due')])
        .orderBy(DUE)
        .orderBy('t.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map((row) => ({
        code: row.code as ReferralCode,
        province: row.province,
        openedAt: new Date(row.opened_at),
        dueAt: new Date(row.due),
        urgent: (row.urgent ?? undefined) as Danger | undefined,
        claimed: row.claimed_by !== null,
        escalated: row.escalated_at !== null && row.escalated_at >= row.due,
      }));
    },

    async countEscalated() {
      const row = await waiting()
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('t.escalated_at', '>=', DUE)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}
