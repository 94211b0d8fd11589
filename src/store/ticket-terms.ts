import { type Kysely, sql } from 'kysely';
import type { ReferralCode, TicketId } from '../base/ids.ts';
import type { EarlierAnswer, TicketTerms } from '../ports/desk.ts';
import { listedTickets } from './listed-tickets.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Terms of a question that decide which others are like it: its rarest ones. */
const TELLING = 10;
/** A term that so many tickets hold says nothing of likeness, and reading them all would take long. */
const TOO_COMMON = 250;
/** Of `TELLING` terms, how many another must share at least. */
const SHARED = 2;
/** The most alike of all centres, among which those of one are looked for. */
const MOST_LOOKED_AT = 1000;
/** Rows of one statement; SQLite takes 32,766 values. */
const AT_ONCE = 500;

/** Finding tickets by keyed hashes of their words. `db` is a transaction. */
export function ticketTermsIn(db: Kysely<Tables>, vault: Vault): TicketTerms {
  const hashed = (terms: readonly string[]): readonly string[] => [
    ...new Set(terms.map((term) => vault.hash('term', term))),
  ];

  return {
    async add(ticket, terms) {
      const rows = hashed(terms).map((term_hash) => ({ ticket_id: ticket, term_hash }));
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        await db
          .insertInto('ticket_terms')
          .values(rows.slice(at, at + AT_ONCE))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },

    async search(province, terms, { limit, offset }) {
      const asked = hashed(terms);
      if (asked.length === 0) return [];
      const holders = db
        .selectFrom('ticket_terms')
        .select('ticket_id')
        .where('term_hash', 'in', asked)
        .groupBy('ticket_id')
        .having((eb) => eb(eb.fn.countAll(), '=', asked.length));
      const found = await db
        .selectFrom('tickets')
        .select('id')
        .where('id', 'in', holders)
        .where('province', '=', province)
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return listedTickets(
        db,
        vault,
        found.map(({ id }) => id),
      );
    },

    async earlierAnswers(ticket, province, limit) {
      const holders = sql<number | string>`(select count(*) from (
        select 1 from ticket_terms as other where other.term_hash = own.term_hash limit ${sql.lit(TOO_COMMON + 1)}) as held)`;
      const telling = await db
        .selectFrom(
          db
            .selectFrom('ticket_terms as own')
            .select(['own.term_hash', holders.as('holders')])
            .where('own.ticket_id', '=', ticket)
            .as('known'),
        )
        .select('term_hash')
        .where('holders', '>', 1)
        .where('holders', '<=', TOO_COMMON)
        .orderBy('holders')
        .orderBy('term_hash')
        .limit(TELLING)
        .execute();
      if (telling.length < SHARED) return [];
      // First by the terms alone: rows of tickets are long, and most share one of them at most.
      const sharing = db
        .selectFrom('ticket_terms')
        .select(['ticket_id', sql<number | string>`count(*)`.as('n')])
        .where(
          'term_hash',
          'in',
          telling.map(({ term_hash }) => term_hash),
        )
        .where('ticket_id', '<>', ticket)
        .groupBy('ticket_id')
        .having((eb) => eb(eb.fn.countAll(), '>=', SHARED))
        .orderBy('n', 'desc')
        .orderBy('ticket_id', 'desc')
        .limit(MOST_LOOKED_AT);
      const alike = await db
        .selectFrom(sharing.as('sharing'))
        .innerJoin('tickets', 'tickets.id', 'sharing.ticket_id')
        .select(['sharing.ticket_id', 'sharing.n'])
        .where('tickets.province', '=', province)
        .where('tickets.state', '=', 'closed')
        .where('tickets.answered_at', 'is not', null)
        .where('tickets.merged_into', 'is', null)
        .orderBy('sharing.n', 'desc')
        .orderBy('sharing.ticket_id', 'desc')
        .limit(limit)
        .execute();
      const answers: EarlierAnswer[] = [];
      for (const { ticket_id } of alike) answers.push(...(await earlierAnswer(ticket_id)));
      return answers;
    },

    async without(after, limit) {
      const rows = await db
        .selectFrom('tickets')
        .select(['id', 'lines_sealed'])
        .where('id', '>', after ?? '')
        .where('state', '<>', 'withdrawn')
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('ticket_terms').select('ticket_id').whereRef('ticket_id', '=', 'tickets.id'))),
        )
        .orderBy('id')
        .limit(limit)
        .execute();
      const found: { id: TicketId; texts: readonly string[] }[] = [];
      for (const { id, lines_sealed } of rows) {
        const lines = openedOr(() => vault.openJson(lines_sealed) as string[]).flat();
        found.push({ id: id as TicketId, texts: [...lines, ...(await wordsBy('person', id))] });
      }
      return found;
    },
  };

  async function earlierAnswer(id: string): Promise<readonly EarlierAnswer[]> {
    const row = await db
      .selectFrom('tickets')
      .select(['code', 'lines_sealed', 'changed_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const [lines] = openedOr(() => vault.openJson(row.lines_sealed) as string[]);
    const answers = await wordsBy('staff', id);
    return lines && answers.length > 0
      ? [{ code: row.code as ReferralCode, question: lines.join('\n'), answers, closedAt: new Date(row.changed_at) }]
      : [];
  }

  async function wordsBy(by: 'person' | 'staff', id: string): Promise<readonly string[]> {
    const rows = await db
      .selectFrom('ticket_words')
      .select('words_sealed')
      .where('ticket_id', '=', id)
      .where('by', '=', by)
      .orderBy('id')
      .execute();
    return rows.flatMap(({ words_sealed }) => openedOr(() => vault.open(words_sealed)));
  }
}
