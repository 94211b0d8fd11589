import { vietnamDay } from '../../base/days.ts';
import type { Say } from '../../conversation/conversation.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { isOpen } from '../../referral/ticket.ts';
import { receivingCentres } from '../receiving-centres.ts';
import { isInMatter, sayToPerson } from './say-to-person.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export interface TransferForm extends TicketForm {
  readonly to: ProvinceCode;
  /** Read by the person and, if they agree, by the other centre. */
  readonly reason: string;
}

export type TransferOutcome =
  | NotFound
  /** Also when it was proposed before. */
  | { readonly outcome: 'asked' }
  /** Another transfer waits for the person's answer. */
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'no-such-centre' }
  | { readonly outcome: 'not-open' };

/** Asks the person whether their matter may go to another centre. Until they agree nothing leaves this one. */
export function proposeTransfer(form: TransferForm, needs: DeskNeeds): Promise<TransferOutcome> {
  return workOnTicket<Exclude<TransferOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, cause, records, now } = work;
    const { id, code, province } = ticket;
    const { to, reason } = form;
    const { rendering, centre } = work.knowledgeOn(vietnamDay(now()));
    if (!isOpen(ticket.state)) return { outcome: 'not-open' };
    if (to === province || !rendering.provinces.some((one) => one.code === to)) return { outcome: 'no-such-centre' };
    if (ticket.transferTo !== undefined) return { outcome: ticket.transferTo === to ? 'asked' : 'pending' };
    await records.desk.proposeTransfer(id, to, reason, by.id);
    await work.event('transfer-proposed', { to, reason });
    const linked = (await receivingCentres(records))(to);
    await sayToPerson(ticket, `${cause}/person`, work, (conversation) => {
      const here = isInMatter(conversation, ticket);
      const ask: Say = {
        say: 'ask-transfer',
        ticket: id,
        code,
        from: centre(province),
        to: centre(to),
        reason,
        linked,
        byCode: !here,
      };
      return {
        // Whoever talks about something else must not have the next words taken for an answer to this.
        conversation: here
          ? { ...conversation, step: { at: 'asked-transfer', ticket: id, code, to, linked }, menu: [] }
          : conversation,
        say: [ask],
      };
    });
    const { staff } = rendering.wording;
    await work.tellGroups([{ block: 'text', text: staff.transferAsked(code, centre(to).name, by.name) }]);
    await work.audit('ticket-transfer-proposed', { to });
    return { outcome: 'asked' };
  });
}

/** Takes a proposal back before the person has answered. A repeat, or a proposal that was answered, changes nothing. */
export function dropTransfer(form: TicketForm, needs: DeskNeeds): Promise<NotFound | { readonly outcome: 'dropped' }> {
  return workOnTicket<{ readonly outcome: 'dropped' }>(form, needs, async (work) => {
    const { ticket, by, cause, records, now } = work;
    const { id, code, province, transferTo } = ticket;
    if (transferTo === undefined) return { outcome: 'dropped' };
    const { rendering, centre } = work.knowledgeOn(vietnamDay(now()));
    await records.desk.dropTransfer(id);
    await work.event('transfer-dropped', { to: transferTo });
    await sayToPerson(ticket, `${cause}/person`, work, (conversation) => ({
      conversation:
        conversation.step.at === 'asked-transfer' && conversation.step.ticket === id
          ? { ...conversation, step: { at: 'with-staff', ticket: id, code, told: true } }
          : conversation,
      say: [{ say: 'not-transferred', because: 'staff', code, centre: centre(province) }],
    }));
    await work.tellGroups([{ block: 'text', text: rendering.wording.staff.transferDropped(code, by.name) }]);
    await work.audit('ticket-transfer-dropped', { to: transferTo });
    return { outcome: 'dropped' };
  });
}
