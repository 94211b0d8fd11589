import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export interface NoteForm extends TicketForm {
  readonly words: string;
}

/** A note for colleagues of the same centre. Neither the person nor another centre ever reads it. */
export function noteOnTicket(form: NoteForm, needs: DeskNeeds): Promise<NotFound | { readonly outcome: 'noted' }> {
  return workOnTicket<{ readonly outcome: 'noted' }>(form, needs, async (work) => {
    const { ticket, by, records, cause, now } = work;
    const added = await records.desk.addNote({ ticket: ticket.id, by, words: form.words, once: cause, at: now() });
    if (added) await work.audit('ticket-noted');
    return { outcome: 'noted' };
  });
}
