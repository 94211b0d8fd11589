import type { Kysely, Selectable } from 'kysely';
import type { TicketId } from '../base/ids.ts';
import type { Consent, Consents } from '../ports/consents.ts';
import type { Whereabouts } from '../ports/store.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What people agreed to, in SQL. `db` is a transaction. */
export function consentsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Consents {
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);
  const rows = () => db.selectFrom('consents').selectAll().orderBy('id');

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
          withdrawn_by: null,
        })
        .execute();
    },

    async withdraw({ who, ticket, about, by, at }) {
      let query = db
        .updateTable('consents')
        .set({ withdrawn_at: at.toISOString(), withdrawn_by: by })
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
      return (await rows().where('chat_hash', '=', chat(who)).execute()).map(whole);
    },

    async ofTicket(ticket) {
      return (await rows().where('ticket_id', '=', ticket).execute()).map(whole);
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
    withdrawnBy: row.withdrawn_by ?? undefined,
  };
}
