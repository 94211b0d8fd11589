import type { TicketId } from '../../base/ids.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { codeIn, withoutCode } from '../../referral/referral-code.ts';
import { isOpen } from '../../referral/ticket.ts';
import type { Conversation, Say, Step, Turn } from '../conversation.ts';
import type { Given } from '../take-turn.ts';
import { agrees, isNo } from '../yes.ts';

/*
 * Staff want to pass a matter to another centre. The person agreed to one centre, so nothing goes to another before they
 * agree to that too, in the same express way as the first time. Until then the matter stays where it is.
 */

/** The reminder of what "Đồng ý" would mean now. */
export function transferPending(
  { ticket, code, to }: Extract<Step, { readonly at: 'asked-transfer' }>,
  given: Given,
): Extract<Say, { readonly say: 'transfer-pending' }> {
  return { say: 'transfer-pending', ticket, code, to: given.centre(to), byCode: false };
}

/**
 * The person's yes or no to a transfer. `to` is the centre that they were asked about: a button of an earlier proposal
 * agrees to nothing.
 */
export function answerTransfer(
  conversation: Conversation,
  id: TicketId,
  to: ProvinceCode,
  answer: 'yes' | 'no',
  given: Given,
): Turn {
  const ticket = given.tickets.find((own) => own.id === id);
  if (!ticket || !isOpen(ticket.state) || ticket.transferTo !== to) {
    return { conversation, say: [{ say: 'stale-button' }], effects: [] };
  }
  const { code, province } = ticket;
  const { step } = conversation;
  const inTheMatter = (step.at === 'asked-transfer' || step.at === 'with-staff') && step.ticket === id;
  const next = (then: Step): Conversation => (inTheMatter ? { ...conversation, step: then, menu: [] } : conversation);
  if (answer === 'no') return keep('declined');
  const linked = given.linked(to);
  if (step.at === 'asked-transfer' && step.ticket === id && step.linked && !linked) {
    // The other centre left since: then nobody would read there, and the person did not agree to that.
    return keep('centre-left');
  }
  return {
    // Where nobody reads yet the bot goes on answering.
    conversation: next(linked ? { at: 'with-staff', ticket: id, code, told: false } : { at: 'listening' }),
    say: [{ say: 'transferred', code, to: given.centre(to), linked }],
    effects: [{ effect: 'transfer-ticket', ticket: id, to }],
  };

  function keep(because: 'declined' | 'centre-left'): Turn {
    return {
      conversation: next({ at: 'with-staff', ticket: id, code, told: true }),
      say: [{ say: 'not-transferred', because, code, centre: given.centre(province) }],
      effects: [{ effect: 'keep-ticket', ticket: id, because }],
    };
  }
}

/** `Đồng ý HQ-7K3M`, wherever the talk stands: the way that needs no button and no step. */
export function answerTransferByCode(conversation: Conversation, words: string, given: Given): Turn | undefined {
  const code = codeIn(words);
  const ticket = given.tickets.find((own) => own.code === code);
  if (ticket?.transferTo === undefined) return undefined;
  const said = withoutCode(words);
  if (agrees(said)) return answerTransfer(conversation, ticket.id, ticket.transferTo, 'yes', given);
  return isNo(said) ? answerTransfer(conversation, ticket.id, ticket.transferTo, 'no', given) : undefined;
}
