import { vietnamDay } from '../base/days.ts';
import type { Effect, Turn } from '../conversation/conversation.ts';
import { mayWaitUnknown, tellingOfUnseen, withUnseen } from '../conversation/steps/discreet.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { TicketEventKind } from '../ports/desk.ts';
import type { Records, Whereabouts } from '../ports/store.ts';
import { isOpen } from '../referral/ticket.ts';
import { messagesFor } from '../reply/discreet.ts';
import type { Capabilities } from '../reply/message.ts';
import type { KnowledgeOn } from './knowledge-on.ts';
import { postToGroups } from './post-to-groups.ts';

// Names of messages stand in the log where a send fails: none tells of somebody how they are written to.

/** Number of the question among messages of the same cause. */
const BEHIND_ALL = 100;

export interface DiscreetNeeds {
  readonly records: Records;
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  readonly now: () => Date;
  /** How the keys of all messages begin that this causes. */
  readonly cause: string;
}

export type DiscreetEffect = Extract<
  Effect,
  { readonly effect: 'release-held' | 'ask-later' | 'stop-contact' | 'resume-contact' }
>;

/** The turn, with word of what is held where the talk knows nothing of it. */
export async function knowingHeld(
  turn: Turn,
  who: Whereabouts,
  { records, now }: Pick<DiscreetNeeds, 'records' | 'now'>,
): Promise<Turn> {
  if (!mayWaitUnknown(turn) || !(await records.heldMessages.waits(who))) return turn;
  return tellingOfUnseen(turn, now());
}

/** What a turn changes of how somebody is written to whose telephone others may look at. */
export async function carryOutDiscreet(effect: DiscreetEffect, who: Whereabouts, needs: DiscreetNeeds): Promise<void> {
  const { records, now } = needs;
  switch (effect.effect) {
    case 'release-held':
      await records.heldMessages.release(who, now());
      return;
    case 'ask-later':
      await records.heldMessages.dropPlanned(who);
      return planQuestion(who, new Date(effect.at), needs);
    case 'stop-contact': {
      const held = await records.heldMessages.stop(who);
      if (held > 0) await records.conversations.save(who, withUnseen(await records.conversations.of(who)), now());
      await records.consents.withdraw({ who, about: 'reach', at: now() });
      return tellStaff('contact-stopped', who, needs);
    }
    case 'resume-contact':
      return tellStaff('contact-resumed', who, needs);
  }
}

/** Asks, without a word of what it is about, whether this is a good moment: once, at a moment that does no harm. */
export async function planQuestion(who: Whereabouts, at: Date, needs: DiscreetNeeds): Promise<void> {
  const { records, knowledgeOn, capabilities, now, cause } = needs;
  const { rendering } = knowledgeOn(vietnamDay(now()));
  const held = at > now() ? at : undefined;
  const messages = messagesFor({ say: 'discreet-question' }, true, capabilities(who.channel), rendering);
  for (const [nth, message] of messages.entries()) {
    await records.outbox.add({ key: `${cause}/${BEHIND_ALL + nth}`, ...who, message, at: now(), held });
  }
}

/** Staff of each open referral read it in their group and on its page. */
async function tellStaff(
  kind: Extract<TicketEventKind, 'contact-stopped' | 'contact-resumed'>,
  who: Whereabouts,
  needs: DiscreetNeeds,
): Promise<void> {
  const { records, now } = needs;
  const { staff } = needs.knowledgeOn(vietnamDay(now())).rendering.wording;
  const open = (await records.tickets.ofPerson(who)).filter(({ state }) => isOpen(state));
  for (const { id, code, province } of open) {
    await records.desk.addEvent(id, { kind, by: undefined, at: now(), detail: {} });
    const text = kind === 'contact-stopped' ? staff.contactStopped(code) : staff.contactResumed(code);
    await postToGroups({ ...needs, cause: `${needs.cause}/staff`, ticket: id, province }, [{ block: 'text', text }]);
  }
}
