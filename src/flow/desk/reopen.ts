import { vietnamDay } from '../../base/days.ts';
import { isOpen } from '../../referral/ticket.ts';
import { sayToPerson } from './say-to-person.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export type ReopenOutcome =
  | NotFound
  /** Also when it was open before. */
  | { readonly outcome: 'open' }
  /** The person took it back, or it goes on in another one. */
  | { readonly outcome: 'cannot' };

/**
 * Opens a closed ticket again; whoever does so has it. The person is told. Their words go to staff again only once staff
 * have written, for until then they are talking with the bot.
 */
export function reopenTicket(form: TicketForm, needs: DeskNeeds): Promise<ReopenOutcome> {
  return workOnTicket<Exclude<ReopenOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, cause, records, now } = work;
    if (isOpen(ticket.state)) return { outcome: 'open' };
    if (ticket.state === 'withdrawn' || ticket.mergedInto !== undefined) return { outcome: 'cannot' };
    await records.desk.reopen(ticket.id, by.id, now(), needs.dueAt?.(now(), by.province));
    await work.event('reopened');
    await sayToPerson(ticket, `${cause}/person`, work, (conversation) => ({
      conversation,
      say: [{ say: 'reopened', code: ticket.code }],
    }));
    const { staff } = work.knowledgeOn(vietnamDay(now())).rendering.wording;
    await work.tellGroups([{ block: 'text', text: staff.reopenedInConsole(ticket.code, by.name) }]);
    await work.audit('ticket-reopened');
    return { outcome: 'open' };
  });
}
