import { vietnamDay } from '../../base/days.ts';
import type { Say } from '../../conversation/conversation.ts';
import type { StaffMember } from '../../ports/desk.ts';
import type { Ticket } from '../../ports/store.ts';
import { isBusy, isInMatter, type Reaching, type SayNeeds, sayToPerson } from './say-to-person.ts';

export interface StaffAnswer {
  readonly ticket: Ticket;
  readonly words: string;
  /** The same for the same answer, so that a repeat sends nothing. */
  readonly cause: string;
  /** Undefined in a group, whose members have no account. */
  readonly by?: StaffMember | undefined;
}

/**
 * An answer of staff on its way to the person, from wherever it was written.
 *
 * @returns How it comes to them; undefined when it was sent before.
 */
export async function sendAnswer(
  { ticket, words, cause, by }: StaffAnswer,
  needs: SayNeeds,
): Promise<Reaching | undefined> {
  const { records, knowledgeOn, now } = needs;
  const toPerson = `${cause}/person`;
  const added = await records.tickets.addWords({
    ticket: ticket.id,
    by: 'staff',
    words,
    at: now(),
    cause: toPerson,
    account: by?.id,
    via: by ? 'console' : 'group',
  });
  if (!added) return undefined;
  const { centre } = knowledgeOn(vietnamDay(now()));
  return sayToPerson(ticket, toPerson, needs, (conversation) => {
    const { id, code, province, transferTo } = ticket;
    const say: Say[] = [{ say: 'staff-message', words, centre: centre(province), code }];
    if (isBusy(conversation)) return { conversation, say };
    // Somebody who went back to the bot must know that their words go to staff again.
    if (!isInMatter(conversation, ticket)) say.push({ say: 'with-staff-again', code });
    // After these words "Đồng ý" may be an answer to them, so the transfer has to be agreed to by name.
    if (transferTo !== undefined) {
      say.push({ say: 'transfer-pending', ticket: id, code, to: centre(transferTo), byCode: true });
    }
    return {
      // No menu: a bare number is now an answer to staff, not a choice that was offered before.
      conversation: { ...conversation, menu: [], step: { at: 'with-staff', ticket: id, code, told: true } },
      say,
    };
  });
}
