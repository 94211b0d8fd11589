import type { ConsoleRoute } from '../kit/route.ts';
import { cannedRoutes } from './canned-routes.tsx';
import type { DeskPagesNeeds } from './desk-needs.ts';
import { inboxRoutes } from './inbox-routes.tsx';
import { ticketRoutes } from './ticket-routes.tsx';

/** Where staff of a centre work on tickets. */
export function deskRoutes(needs: DeskPagesNeeds): readonly ConsoleRoute[] {
  return [...inboxRoutes(needs), ...ticketRoutes(needs), ...cannedRoutes(needs)];
}
