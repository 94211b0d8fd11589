import { vietnamDay } from '../../base/days.ts';
import type { Conversation, Turn } from '../../conversation/conversation.ts';
import { comesAtOnce, holdBack, onceSeen } from '../../conversation/steps/discreet.ts';
import type { ChannelName } from '../../ports/channel.ts';
import type { Records, Ticket } from '../../ports/store.ts';
import { messagesFor } from '../../reply/discreet.ts';
import type { Capabilities } from '../../reply/message.ts';
import { planQuestion } from '../discreet-effects.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

export interface SayNeeds {
  readonly records: Records;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly now: () => Date;
}

/**
 * How words of staff come to the person: `at-once` · `when-opened`: kept until they say that this is a good moment, for
 * somebody else may look at their telephone · `when-they-write`: they stopped everything · `when-they-return`: it is kept like
 * that, and they blocked the bot or left.
 */
export type Reaching = 'at-once' | 'when-opened' | 'when-they-write' | 'when-they-return';

/**
 * Says something to the person of a ticket and moves their conversation, in the transaction of what staff did. Where it does
 * not come at once, it is held and never lost, and their conversation stays where they know it to be.
 *
 * @param cause How the keys of the messages begin; a second call with the same cause sends nothing twice.
 */
export async function sayToPerson(
  { id, who }: Pick<Ticket, 'id' | 'who'>,
  cause: string,
  needs: SayNeeds,
  turn: (conversation: Conversation) => Pick<Turn, 'conversation' | 'say'>,
): Promise<Reaching> {
  const { records, knowledgeOn, capabilities, now } = needs;
  const { rendering } = knowledgeOn(vietnamDay(now()));
  const before = await records.conversations.of(who);
  const { conversation: after, say } = turn(onceSeen(before));
  const atOnce = comesAtOnce(before, now());
  const waits = atOnce ? undefined : holdBack(before, after, now());
  const next = waits?.conversation ?? after;
  if (next !== before) await records.conversations.save(who, next, now(), 'staff');
  const can = capabilities(who.channel);
  const messages = say.flatMap((what) => messagesFor(what, before.discreet !== undefined, can, rendering));
  for (const [nth, message] of messages.entries()) {
    const held = atOnce ? undefined : 'until-opened';
    await records.outbox.add({ key: `${cause}/${nth}`, ...who, message, at: now(), ticket: id, held });
  }
  if (waits?.askAt) await planQuestion(who, waits.askAt, { ...needs, cause });
  if (atOnce) return 'at-once';
  if (await records.conversations.isBlocked(who)) return 'when-they-return';
  return before.discreet?.stoppedAt === undefined ? 'when-opened' : 'when-they-write';
}

/** In the middle of another hand-over, which must not be lost. */
export function isBusy({ step }: Conversation): boolean {
  return 'draft' in step;
}

/** Does what the person writes now go to the staff of this ticket? */
export function isInMatter({ step }: Conversation, { id }: Pick<Ticket, 'id'>): boolean {
  return (step.at === 'with-staff' || step.at === 'asked-transfer') && step.ticket === id;
}
