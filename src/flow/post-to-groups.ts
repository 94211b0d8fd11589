import { vietnamDay } from '../base/days.ts';
import type { TicketId } from '../base/ids.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Records, Whereabouts } from '../ports/store.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import { layOut } from '../reply/lay-out.ts';
import type { Capabilities } from '../reply/message.ts';
import type { Reply } from '../reply/reply.ts';
import type { KnowledgeOn } from './knowledge-on.ts';

export interface PostNeeds {
  readonly records: Records;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly now: () => Date;
  readonly ticket: TicketId;
  readonly province: ProvinceCode;
  /** What caused the post: makes its key, so that a repeat posts nothing twice. */
  readonly cause: string;
  /** Only to this group; without it to all groups of the centre. */
  readonly only?: Whereabouts;
}

/** Queues a message about a ticket for the staff of its centre. Where no group is linked, nothing is queued. */
export async function postToGroups(needs: PostNeeds, reply: Reply): Promise<void> {
  const { records, ticket, province, cause, now } = needs;
  const { wording } = needs.knowledgeOn(vietnamDay(now())).rendering;
  const groups = needs.only ? [needs.only] : await records.staffGroups.groupsOf(province);
  for (const [group, to] of groups.entries()) {
    for (const [nth, message] of layOut(reply, needs.capabilities(to.channel), wording).entries()) {
      const key = `${cause}/${ticket}/group/${group}/${nth}`;
      await records.outbox.add({ key, ...to, message, at: now(), ticket, rank: 'group' });
    }
  }
}
