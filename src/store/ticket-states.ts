import type { TicketState } from '../referral/ticket.ts';

/** Referrals on which staff still work, as a condition of a query. */
export const OPEN = ['waiting', 'answered'] as const satisfies readonly TicketState[];
/** Referrals on which nobody works any more. */
export const ENDED = ['closed', 'withdrawn'] as const satisfies readonly TicketState[];
