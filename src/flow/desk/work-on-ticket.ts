import type { AuditLine } from '../../ports/audit.ts';
import type { ChannelName } from '../../ports/channel.ts';
import type { StaffMember, TicketEventKind } from '../../ports/desk.ts';
import type { Store, Ticket } from '../../ports/store.ts';
import { codeIn } from '../../referral/referral-code.ts';
import type { Capabilities } from '../../reply/message.ts';
import type { Reply } from '../../reply/reply.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';
import { postToGroups } from '../post-to-groups.ts';
import type { DueAt } from './move-ticket.ts';
import type { SayNeeds } from './say-to-person.ts';

export interface DeskNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly now: () => Date;
  /** When an answer is due to what comes now; where it is undefined nothing is due. */
  readonly dueAt?: DueAt | undefined;
  /** Told when something waits to be sent. */
  readonly onOwed: () => void;
}

/** Which ticket a member of staff works on, as a page names it. */
export interface TicketForm {
  readonly code: string;
  readonly by: StaffMember;
  /** Made with the form: what is sent twice acts once. */
  readonly once: string;
}

/** There is no such ticket, or it belongs to another centre; the two are told apart by nobody. */
export interface NotFound {
  readonly outcome: 'not-found';
}

/** A ticket in the hands of one member of staff, inside one transaction. */
export interface TicketWork extends SayNeeds {
  readonly ticket: Ticket;
  readonly by: StaffMember;
  /** How the keys of all messages begin that this work causes. */
  readonly cause: string;
  /** A line in the audit log about this ticket. */
  readonly audit: (action: string, detail?: AuditLine['detail']) => Promise<void>;
  /** A line in the course of the ticket. */
  readonly event: (kind: TicketEventKind, detail?: Readonly<Record<string, string>>) => Promise<void>;
  /** Tells the groups of the centre, so that they stay in step. */
  readonly tellGroups: (reply: Reply) => Promise<void>;
}

/**
 * Works on a ticket of the member's own centre. Nobody else can change it meanwhile; what is said, noted and logged stands
 * or falls together.
 */
export async function workOnTicket<T>(
  { code, by, once }: TicketForm,
  needs: DeskNeeds,
  work: (work: TicketWork) => Promise<T>,
): Promise<T | NotFound> {
  const { store, knowledgeOn, capabilities, now } = needs;
  const done = await store.transaction(async (records) => {
    const named = codeIn(code);
    const found = named && (await records.tickets.findByCode(named));
    const ticket = found?.province === by.province ? await records.tickets.hold(found.id) : undefined;
    if (ticket?.province !== by.province) return { outcome: 'not-found' } as const;
    const cause = `desk/${ticket.id}/${once}`;
    return work({
      records,
      knowledgeOn,
      capabilities,
      now,
      ticket,
      by,
      cause,
      audit: (action, detail) =>
        records.audit.add({
          at: now(),
          by: by.id,
          role: 'staff',
          action,
          object: `ticket/${ticket.code}`,
          province: by.province,
          detail,
        }),
      event: (kind, detail = {}) => records.desk.addEvent(ticket.id, { kind, by: by.id, at: now(), detail }),
      tellGroups: (reply) =>
        postToGroups(
          { records, knowledgeOn, capabilities, now, ticket: ticket.id, province: by.province, cause },
          reply,
        ),
    });
  });
  needs.onOwed();
  return done;
}
