import type { Kysely, Selectable } from 'kysely';
import type { ReferralCode, TicketId } from '../base/ids.ts';
import { type Conversation, NEW_CONVERSATION, type Rating } from '../conversation/conversation.ts';
import type { KeptReferral } from '../conversation/own-data.ts';
import type { Heard } from '../ports/channel.ts';
import type { OwnData } from '../ports/own-data.ts';
import { consentsIn } from './consents.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Everything of one person, in SQL. What cannot be opened any more is left out. `db` is a transaction. */
export function ownDataIn(db: Kysely<Tables>, vault: Vault, newId: () => string): OwnData {
  return {
    async of({ channel, address }, asking) {
      const chat = vault.hash(channel, address);
      const inbox = await db
        .selectFrom('inbox')
        .select(['id', 'heard_sealed', 'received_at'])
        .where('chat_hash', '=', chat)
        .orderBy('id')
        .execute();
      const { n: sent } = await db
        .selectFrom('outbox')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('chat_hash', '=', chat)
        .executeTakeFirstOrThrow();
      const talk = await db
        .selectFrom('conversations')
        .select('state_sealed')
        .where('chat_hash', '=', chat)
        .executeTakeFirst();
      const tickets = await db.selectFrom('tickets').selectAll().where('chat_hash', '=', chat).orderBy('id').execute();
      const consents = await consentsIn(db, vault, newId).ofPerson({ channel, address });
      const codes = new Map(tickets.map(({ id, code }) => [id as TicketId, code as ReferralCode]));
      const referrals: KeptReferral[] = [];
      for (const ticket of tickets) referrals.push(await referralOf(ticket));
      return {
        heard: inbox
          .filter(({ id }) => id !== asking)
          .flatMap(({ heard_sealed, received_at }) =>
            openedOr(() => {
              const heard = vault.openJson(heard_sealed) as Heard;
              return { at: new Date(received_at), words: heard.kind === 'text' ? heard.text : undefined };
            }),
          ),
        sent: Number(sent),
        conversation:
          (talk && openedOr(() => vault.openJson(talk.state_sealed) as Conversation)[0]) ?? NEW_CONVERSATION,
        referrals,
        consents: consents.map(({ ticket, ...consent }) => ({ ...consent, code: ticket && codes.get(ticket) })),
      };
    },
  };

  async function referralOf(row: Selectable<Tables['tickets']>): Promise<KeptReferral> {
    const words = await db
      .selectFrom('ticket_words')
      .selectAll()
      .where('ticket_id', '=', row.id)
      .orderBy('id')
      .execute();
    const { n: notes } = await db
      .selectFrom('ticket_notes')
      .select((eb) => eb.fn.countAll<number | string>().as('n'))
      .where('ticket_id', '=', row.id)
      .executeTakeFirstOrThrow();
    const draft = await db.selectFrom('candidates').select('id').where('ticket_id', '=', row.id).executeTakeFirst();
    return {
      code: row.code as ReferralCode,
      state: row.state,
      province: row.province,
      openedAt: new Date(row.opened_at),
      lines: openedOr(() => vault.openJson(row.lines_sealed) as string[]).flat(),
      contact: opened(row.contact_sealed),
      reach: opened(row.reach_sealed),
      words: words.flatMap(({ by, words_sealed, at }) =>
        openedOr(() => ({ by, words: vault.open(words_sealed), at: new Date(at) })),
      ),
      rating: (row.rating ?? undefined) as Rating | undefined,
      transfer:
        row.transfer_to === null
          ? undefined
          : { to: row.transfer_to, reason: opened(row.transfer_reason_sealed) ?? '' },
      notes: Number(notes),
      drafted: draft !== undefined,
    };
  }

  function opened(sealed: string | null): string | undefined {
    return sealed === null ? undefined : openedOr(() => vault.open(sealed))[0];
  }
}
