import { vietnamDay } from '../../base/days.ts';
import type { Effect } from '../../conversation/conversation.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { postToGroups } from '../post-to-groups.ts';
import { receivingCentres } from '../receiving-centres.ts';
import { postTicket } from './post-ticket.ts';
import type { SayNeeds } from './say-to-person.ts';

/** When the first answer to what comes now is due at a centre; `undefined` where it has no target. */
export type DueAt = (at: Date, province: ProvinceCode) => Date | undefined;

export interface MoveNeeds extends SayNeeds {
  readonly dueAt: DueAt | undefined;
  /** Of the person's message. */
  readonly cause: string;
}

/** What the person's yes or no to a transfer changes. */
export async function carryOutTransfer(
  effect: Extract<Effect, { readonly effect: 'transfer-ticket' | 'keep-ticket' }>,
  needs: MoveNeeds,
): Promise<void> {
  const { records, knowledgeOn, now } = needs;
  const ticket = await records.tickets.hold(effect.ticket);
  if (ticket?.transferTo === undefined) return;
  const { rendering, centre } = knowledgeOn(vietnamDay(now()));
  const { staff, transferTerms } = rendering.wording;
  const { id, code, province: from, transferReason: reason = '' } = ticket;
  const tellOldCentre = (text: string): Promise<void> =>
    postToGroups({ ...needs, ticket: id, province: from }, [{ block: 'text', text }]);

  if (effect.effect === 'keep-ticket') {
    await records.desk.dropTransfer(id);
    await records.desk.addEvent(id, {
      kind: effect.because === 'declined' ? 'transfer-declined' : 'transfer-failed',
      by: undefined,
      at: now(),
      detail: { to: ticket.transferTo },
    });
    return tellOldCentre(staff.transferRefused(code, effect.because));
  }

  const { to } = effect;
  await tellOldCentre(staff.transferDone(code, centre(to).name));
  await records.desk.moveTo(id, to, now(), needs.dueAt?.(now(), to));
  const receives = await receivingCentres(records);
  const consent = transferTerms(centre(from).name, receives(to));
  await records.consents.give({ who: ticket.who, about: 'transfer', ticket: id, wording: consent, at: now() });
  await records.desk.addEvent(id, {
    kind: 'transferred',
    by: undefined,
    at: now(),
    detail: { from, to, reason, consent },
  });
  await records.audit.add({
    at: now(),
    by: undefined,
    role: undefined,
    action: 'ticket-transferred',
    object: `ticket/${code}`,
    province: from,
    detail: { to },
  });
  // The keys of posts are made of cause and ticket, and the old centre was told by this cause already.
  await postTicket(
    { ...ticket, province: to },
    { ...needs, cause: `${needs.cause}/moved` },
    staff.transferredHere(centre(from).name, reason),
  );
}
