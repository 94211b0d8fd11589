import { vietnamDay } from '../../base/days.ts';
import type { Conversation, Turn } from '../../conversation/conversation.ts';
import type { ChannelName } from '../../ports/channel.ts';
import type { Records, Ticket } from '../../ports/store.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities } from '../../reply/message.ts';
import { render } from '../../reply/render.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

export interface SayNeeds {
  readonly records: Records;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly now: () => Date;
}

/**
 * Says something to the person of a ticket and moves their conversation, in the transaction of what staff did.
 *
 * @param cause How the keys of the messages begin; a second call with the same cause sends nothing twice.
 */
export async function sayToPerson(
  ticket: Ticket,
  cause: string,
  { records, knowledgeOn, capabilities, now }: SayNeeds,
  turn: (conversation: Conversation) => Pick<Turn, 'conversation' | 'say'>,
): Promise<void> {
  const { rendering } = knowledgeOn(vietnamDay(now()));
  const { conversation, say } = turn(await records.conversations.of(ticket.who));
  await records.conversations.save(ticket.who, conversation, now());
  const messages = say.flatMap((what) =>
    layOut(render(what, rendering), capabilities(ticket.who.channel), rendering.wording),
  );
  for (const [nth, message] of messages.entries()) {
    await records.outbox.add({ key: `${cause}/${nth}`, ...ticket.who, message, at: now(), ticket: ticket.id });
  }
}

/** In the middle of another hand-over, which must not be lost. */
export function isBusy({ step }: Conversation): boolean {
  return 'draft' in step;
}

/** Does what the person writes now go to the staff of this ticket? */
export function isInMatter({ step }: Conversation, { id }: Pick<Ticket, 'id'>): boolean {
  return (step.at === 'with-staff' || step.at === 'asked-transfer') && step.ticket === id;
}
