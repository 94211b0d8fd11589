import { type Conversation, NEW_CONVERSATION, type Turn } from '../conversation.ts';
import type { Event, Given } from '../take-turn.ts';

/*
 * Whoever leaves the web chat by quick exit cannot come back to the talk: from then on nobody can read it there, nor have it
 * erased. So it is erased for them. What they passed on to a centre stays, for somebody may be helping them; unless they
 * said before that it shall go as well.
 */

/** The turn of somebody who has left; undefined where they have not. Nothing is said: nobody is there any more. */
export function leave(conversation: Conversation, event: Event, { tickets }: Given): Turn | undefined {
  if (event.kind !== 'press' || !isLeaving(event.press)) return undefined;
  const passedOn = tickets.some(({ state }) => state !== 'withdrawn');
  if (passedOn && event.press === 'leave') return { conversation, say: [], effects: [] };
  return { conversation: NEW_CONVERSATION, say: [], effects: [{ effect: 'erase-person' }] };
}

/** Did somebody leave by quick exit? Then nothing may keep it waiting, nor set it aside. */
export function isLeaving(press: string): boolean {
  return press === 'leave' || press === 'leave:erase';
}
