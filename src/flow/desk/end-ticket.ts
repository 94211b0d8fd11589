import { vietnamDay } from '../../base/days.ts';
import type { Say } from '../../conversation/conversation.ts';
import { menuOf } from '../../conversation/menu.ts';
import type { StaffMember } from '../../ports/desk.ts';
import type { Ticket } from '../../ports/store.ts';
import { isBusy, type SayNeeds, sayToPerson } from './say-to-person.ts';

/** Closes an open ticket, wherever staff did so, and asks the person whether it helped. */
export async function endTicket(
  ticket: Ticket,
  cause: string,
  by: StaffMember | undefined,
  needs: SayNeeds,
): Promise<void> {
  const { records, now } = needs;
  await records.tickets.end(ticket.id, 'closed', now());
  await records.desk.addEvent(ticket.id, { kind: 'closed', by: by?.id, at: now(), detail: {} });
  await records.counts.add(vietnamDay(now()), 'referral-closed', ticket.province);
  const say: Say[] = [{ say: 'closed', code: ticket.code }];
  await sayToPerson(ticket, `${cause}/person`, needs, (conversation) => ({
    say,
    conversation: isBusy(conversation)
      ? conversation
      : { ...conversation, step: { at: 'rating', ticket: ticket.id, code: ticket.code }, menu: menuOf(say, []) },
  }));
}
