/** The life of a ticket: waiting for staff, answered at least once, closed by staff, or withdrawn by the person. */
export type TicketState = 'waiting' | 'answered' | 'closed' | 'withdrawn';

export function isOpen(state: TicketState): boolean {
  return state === 'waiting' || state === 'answered';
}
