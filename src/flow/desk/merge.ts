import { vietnamDay } from '../../base/days.ts';
import type { Step } from '../../conversation/conversation.ts';
import { codeIn } from '../../referral/referral-code.ts';
import { isOpen } from '../../referral/ticket.ts';
import { isInMatter, sayToPerson } from './say-to-person.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export interface MergeForm extends TicketForm {
  /** The one that is put into the ticket of the form. */
  readonly other: string;
}

export type MergeOutcome =
  | NotFound
  /** Also when it was merged before. */
  | { readonly outcome: 'merged' }
  /** There is no such open ticket of the same person at this centre. */
  | { readonly outcome: 'not-the-same' }
  /** The person is being asked whether one of the two may go to another centre; they did not agree to more than that. */
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'not-open' };

/** Puts two tickets of one person into one. The person is told which code goes on. */
export function mergeTickets(form: MergeForm, needs: DeskNeeds): Promise<MergeOutcome> {
  return workOnTicket<Exclude<MergeOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, cause, records, now } = work;
    const code = codeIn(form.other);
    const found = code && (await records.tickets.findByCode(code));
    if (found?.mergedInto === ticket.id) return { outcome: 'merged' };
    if (!isOpen(ticket.state)) return { outcome: 'not-open' };
    const other = found && found.id !== ticket.id ? await records.tickets.hold(found.id) : undefined;
    const same =
      other?.province === by.province &&
      other.who.channel === ticket.who.channel &&
      other.who.address === ticket.who.address;
    if (!other || !same || !isOpen(other.state)) return { outcome: 'not-the-same' };
    if (ticket.transferTo !== undefined || other.transferTo !== undefined) return { outcome: 'pending' };

    await records.desk.merge(other.id, ticket.id, now());
    await work.event('merged', { from: other.code });
    await records.desk.addEvent(other.id, { kind: 'merged', by: by.id, at: now(), detail: { to: ticket.code } });
    const goesOn: Step = { at: 'with-staff', ticket: ticket.id, code: ticket.code, told: true };
    await sayToPerson(ticket, `${cause}/person`, work, (conversation) => ({
      conversation: isInMatter(conversation, other) ? { ...conversation, step: goesOn, menu: [] } : conversation,
      say: [{ say: 'merged', closed: other.code, into: ticket.code }],
    }));
    const { staff } = work.knowledgeOn(vietnamDay(now())).rendering.wording;
    await work.tellGroups([
      { block: 'text', text: staff.mergedInConsole(other.code, ticket.code, by.name) },
      ...(other.reach === undefined ? [] : [{ block: 'text', text: staff.reach(other.reach) } as const]),
    ]);
    await work.audit('ticket-merged', { other: other.code });
    return { outcome: 'merged' };
  });
}
