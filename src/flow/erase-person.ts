import { vietnamDay } from '../base/days.ts';
import type { WorkingTime } from '../base/working-time.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Records, Ticket, Whereabouts } from '../ports/store.ts';
import { isOpen } from '../referral/ticket.ts';
import { layOut } from '../reply/lay-out.ts';
import type { Capabilities } from '../reply/message.ts';
import { countForgotten } from './count-forgotten.ts';
import type { KnowledgeOn } from './knowledge-on.ts';

export interface EraseNeeds {
  readonly records: Records;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  /** As it is now: what was measured in the referrals is counted by it. */
  readonly workingTime: () => WorkingTime;
  readonly now: () => Date;
}

/**
 * Erases everything that is kept of a person, in the transaction of their message. Staff who had an open referral of theirs
 * are told its code, so that nobody goes on working on it, and nothing else.
 */
export async function erasePerson(who: Whereabouts, needs: EraseNeeds): Promise<void> {
  const { records, workingTime, now } = needs;
  const open = (await records.tickets.ofPerson(who)).filter(({ state }) => isOpen(state));
  const forgotten = await records.forgetting.erase(who, now());
  await countForgotten(forgotten, { counts: records.counts, workingTime: workingTime() });
  for (const ticket of open) await tellCentre(ticket, needs);
}

/** Without the ticket, which is no more, and not kept once it was sent. */
async function tellCentre(
  { id, code, province }: Pick<Ticket, 'id' | 'code' | 'province'>,
  { records, knowledgeOn, capabilities, now }: EraseNeeds,
): Promise<void> {
  const { wording } = knowledgeOn(vietnamDay(now())).rendering;
  for (const [group, to] of (await records.staffGroups.groupsOf(province)).entries()) {
    const post = layOut([{ block: 'text', text: wording.staff.erased(code) }], capabilities(to.channel), wording);
    for (const [nth, message] of post.entries()) {
      const key = `erased/${id}/group/${group}/${nth}`;
      await records.outbox.add({ key, ...to, message, at: now(), forgetWhenSent: true });
    }
  }
}
