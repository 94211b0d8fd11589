import type { AccountId } from '../../base/ids.ts';
import { isOpen } from '../../referral/ticket.ts';
import { type DeskNeeds, type NotFound, type TicketForm, workOnTicket } from './work-on-ticket.ts';

export type ClaimOutcome =
  | NotFound
  /** Also when one had it before. */
  | { readonly outcome: 'yours' }
  | { readonly outcome: 'held'; readonly by: AccountId }
  | { readonly outcome: 'not-open' };

/** Takes a ticket that nobody has. */
export function claimTicket(form: TicketForm, needs: DeskNeeds): Promise<ClaimOutcome> {
  return workOnTicket<Exclude<ClaimOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, records, now } = work;
    const holder = await records.desk.claim(ticket.id, by, now());
    if (holder === undefined) return { outcome: 'not-open' };
    if (holder !== by.id) return { outcome: 'held', by: holder };
    if (ticket.claimedBy !== by.id) {
      await work.event('claimed');
      await work.audit('ticket-claimed');
    }
    return { outcome: 'yours' };
  });
}

export type ReleaseOutcome = NotFound | { readonly outcome: 'released' } | { readonly outcome: 'not-yours' };

/** Gives a ticket back, so that others may take it. */
export function releaseTicket(form: TicketForm, needs: DeskNeeds): Promise<ReleaseOutcome> {
  return workOnTicket<Exclude<ReleaseOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, records, now } = work;
    if (ticket.claimedBy === undefined) return { outcome: 'released' };
    if (!(await records.desk.release(ticket.id, by.id, now()))) return { outcome: 'not-yours' };
    await work.event('released');
    await work.audit('ticket-released');
    return { outcome: 'released' };
  });
}

export interface AssignForm extends TicketForm {
  readonly to: AccountId;
  /** Who had it when the page was opened. */
  readonly from: AccountId | undefined;
}

export type AssignOutcome =
  | NotFound
  | { readonly outcome: 'assigned' }
  /** Somebody else has it by now. */
  | { readonly outcome: 'changed' }
  /** No colleague who can sign in has this name. */
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'not-open' };

/** Gives a ticket to a colleague of the same centre, or takes it over from one who is away. */
export function assignTicket(form: AssignForm, needs: DeskNeeds): Promise<AssignOutcome> {
  return workOnTicket<Exclude<AssignOutcome, NotFound>>(form, needs, async (work) => {
    const { ticket, by, records, now } = work;
    if (!isOpen(ticket.state)) return { outcome: 'not-open' };
    const colleague = await records.accounts.find(form.to);
    const works = colleague?.role === 'staff' && colleague.state === 'active' && colleague.province === by.province;
    if (!works) return { outcome: 'nobody' };
    if (ticket.claimedBy === form.to) return { outcome: 'assigned' };
    if (!(await records.desk.assign(ticket.id, form.from, form.to, now()))) return { outcome: 'changed' };
    await work.event('assigned', { to: form.to });
    await work.audit('ticket-assigned', { to: form.to });
    return { outcome: 'assigned' };
  });
}
