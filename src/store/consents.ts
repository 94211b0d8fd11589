import type { Kysely, Selectable } from 'kysely';
import type { TicketId } from '../base/ids.ts';
import type { Consent, Consents } from '../ports/consents.ts';
import type { Whereabouts } from '../ports/store.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What people agreed to, in SQL. `db` is a transaction. */
export function consentsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Consents {
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);

  return {
    async give({ who, about, ticket, wording, at }) {
      await db
        .insertInto('consents')
        .values({
          id: newId(),
          chat_hash: chat(who),
          ticket_id: ticket ?? null,
          about,
          wording,
          given_at: at.toISOString(),
          withdrawn_at: null,
        })
        .execute();
    },

    async withdraw({ who, ticket, about, at }) {
      let query = db
        .updateTable('consents')
        .set({ withdrawn_at: at.toISOString() })
        .where('chat_hash', '=', chat(who))
        .where('withdrawn_at', 'is', null);
      if (about !== undefined) query = query.where('about', '=', about);
      if (ticket !== undefined) {
        query = query.where('ticket_id', 'in', (eb) =>
          eb
            .selectFrom('tickets')
            .select('id')
            .where((or) => or.or([or('id', '=', ticket), or('merged_into', '=', ticket)])),
        );
      }
      return Number((await query.executeTakeFirst()).numUpdatedRows);
    },

    async ofPerson(who) {
      const rows = await db
        .selectFrom('consents')
        .selectAll()
        .where('chat_hash', '=', chat(who))
        .orderBy('given_at')
        .orderBy('id')
        .execute();
      return rows.map(whole);
    },
  };
}

function whole(row: Selectable<Tables['consents']>): Consent {
  return {
    about: row.about,
    ticket: (row.ticket_id ?? undefined) as TicketId | undefined,
    wording: row.wording,
    givenAt: new Date(row.given_at),
    withdrawnAt: row.withdrawn_at === null ? undefined : new Date(row.withdrawn_at),
  };
}
