import { vietnamDay } from '../../base/days.ts';
import type { AccountId } from '../../base/ids.ts';
import { isOpen } from '../../referral/ticket.ts';
import { sendAnswer } from './send-answer.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export interface AnswerForm extends TicketForm {
  readonly words: string;
  /** `TicketView.version` when the form was made. */
  readonly version: string;
}

export type AnswerOutcome =
  | NotFound
  /** Also when the same form was sent before. */
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'not-open' }
  | { readonly outcome: 'held'; readonly by: AccountId }
  /** Somebody wrote since the form was made. */
  | { readonly outcome: 'changed' };

/**
 * An answer from the console. It is sent only by whoever has the ticket, and only when nothing was said since the page
 * was opened; who answers what nobody had has it from then on.
 */
export function answerTicket(form: AnswerForm, needs: DeskNeeds): Promise<AnswerOutcome> {
  return workOnTicket<Exclude<AnswerOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, cause, records, now } = work;
    if (await records.tickets.hasWords(`${cause}/person`)) return { outcome: 'sent' };
    if (!isOpen(ticket.state)) return { outcome: 'not-open' };
    if (ticket.claimedBy !== undefined && ticket.claimedBy !== by.id) return { outcome: 'held', by: ticket.claimedBy };
    if ((await records.tickets.lastWords(ticket.id)) !== form.version) return { outcome: 'changed' };
    if (ticket.claimedBy === undefined) {
      await records.desk.claim(ticket.id, by, now());
      await work.event('claimed');
    }
    await sendAnswer({ ticket, words: form.words, cause, by }, work);
    const { staff } = work.knowledgeOn(vietnamDay(now())).rendering.wording;
    await work.tellGroups([
      { block: 'heading', text: staff.answeredInConsole(ticket.code, by.name) },
      { block: 'text', text: form.words },
    ]);
    await work.audit('ticket-answered');
    return { outcome: 'sent' };
  });
}
