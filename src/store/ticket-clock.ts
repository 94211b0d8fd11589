import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Danger } from '../base/danger.ts';
import type { ReferralCode, TicketId } from '../base/ids.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { ClockMark, TicketClock, UnansweredTicket } from '../ports/ticket-clock.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

type Columns = Pick<
  Selectable<Tables['tickets']>,
  'id' | 'code' | 'province' | 'channel' | 'address_sealed' | 'due_at' | 'claimed_by'
>;
type Waiting = SelectQueryBuilder<Tables & { t: Tables['tickets'] }, 't', object>;

const OPEN = ['waiting', 'answered'] as const;

/** A late answer cannot have been told of before it was due: what was noted earlier belongs to an earlier due time. */
const NOT_YET: Readonly<Record<ClockMark, ReturnType<typeof sql<boolean>>>> = {
  reminded: sql<boolean>`reminded_at is null`,
  alarmed: sql<boolean>`(alarmed_at is null or alarmed_at < due_at)`,
  told: sql<boolean>`(told_at is null or told_at < due_at)`,
  escalated: sql<boolean>`(escalated_at is null or escalated_at < due_at)`,
};

/** The clock of the tickets in SQL. `db` is a transaction. */
export function ticketClockIn(db: Kysely<Tables>, vault: Vault): TicketClock {
  const waiting = (): Waiting =>
    db.selectFrom('tickets as t').where('state', 'in', OPEN).where('answered_at', 'is', null);
  const late = (now: Date): Waiting => waiting().where('due_at', '<=', now.toISOString());

  async function first(query: Waiting, limit: number): Promise<readonly UnansweredTicket[]> {
    const rows = await query
      .select(['t.id', 't.code', 't.province', 't.channel', 't.address_sealed', 't.due_at', 't.claimed_by'])
      .orderBy('t.due_at')
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
      dueAt: new Date(row.due_at ?? 0),
      claimed: row.claimed_by !== null,
    };
  }

  return {
    toRemind: (now, until, limit) =>
      first(
        waiting()
          .where('due_at', '>', now.toISOString())
          .where('due_at', '<=', until.toISOString())
          .where(NOT_YET.reminded),
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
        .where('answered_at', 'is', null)
        .where(NOT_YET[mark])
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async lateCounts(now) {
      const rows = await late(now)
        .select((eb) => [
          't.province',
          eb.fn.countAll<number | string>().as('late'),
          sql<number | string>`sum(case when escalated_at >= due_at then 1 else 0 end)`.as('escalated'),
          eb.fn.min('t.due_at').as('oldest'),
        ])
        .groupBy('t.province')
        .orderBy('t.province')
        .execute();
      return rows.map(({ province, late, escalated, oldest }) => ({
        province,
        late: Number(late),
        escalated: Number(escalated),
        oldestDueAt: new Date(oldest ?? 0),
      }));
    },

    async late(now, { limit, offset }) {
      const rows = await late(now)
        .select(['t.code', 't.province', 't.opened_at', 't.due_at', 't.urgent', 't.claimed_by', 't.escalated_at'])
        .orderBy('t.due_at')
        .orderBy('t.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map((row) => ({
        code: row.code as ReferralCode,
        province: row.province,
        openedAt: new Date(row.opened_at),
        dueAt: new Date(row.due_at ?? 0),
        urgent: (row.urgent ?? undefined) as Danger | undefined,
        claimed: row.claimed_by !== null,
        escalated: row.escalated_at !== null && row.escalated_at >= (row.due_at ?? ''),
      }));
    },

    async countEscalated() {
      const row = await waiting()
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .whereRef('t.escalated_at', '>=', 't.due_at')
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}
