import { vietnamDay } from '../../base/days.ts';
import type { AccountId } from '../../base/ids.ts';
import { isOpen } from '../../referral/ticket.ts';
import { endTicket } from './end-ticket.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export type CloseOutcome =
  | NotFound
  /** Also when it was closed before. */
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'held'; readonly by: AccountId };

/** Closes a ticket from the console. */
export function closeTicket(form: TicketForm, needs: DeskNeeds): Promise<CloseOutcome> {
  return workOnTicket<Exclude<CloseOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, cause, now } = work;
    if (!isOpen(ticket.state)) return { outcome: 'closed' };
    if (ticket.claimedBy !== undefined && ticket.claimedBy !== by.id) return { outcome: 'held', by: ticket.claimedBy };
    await endTicket(ticket, cause, by, work);
    const { staff } = work.knowledgeOn(vietnamDay(now())).rendering.wording;
    await work.tellGroups([{ block: 'text', text: staff.closedInConsole(ticket.code, by.name) }]);
    await work.audit('ticket-closed');
    return { outcome: 'closed' };
  });
}
