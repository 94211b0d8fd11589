import type { Danger } from '../../base/danger.ts';
import { clean } from '../../language/clean.ts';
import { codeIn } from '../../referral/referral-code.ts';
import { isOpen } from '../../referral/ticket.ts';
import { type Command, commandIn } from '../command.ts';
import { type Conversation, RECENT, type Say, type Turn } from '../conversation.ts';
import { chosenFrom } from '../menu.ts';
import type { Event, Given } from '../take-turn.ts';

/*
 * An admin switched this channel off, or the whole bot to hotlines alone. Whoever writes is told so once, with whom to call
 * and where else to ask. What belongs to a matter that staff already have goes on: words still reach them, and what was
 * passed on can be taken back.
 */

/** So long after it was told, it is not told again. */
const QUIET_MS = 6 * 60 * 60_000;

/** About one's own matters and one's own data. */
const STILL_OBEYED: readonly Command[] = ['cancel', 'status', 'withdraw', 'privacy', 'my-data', 'erase'];
const STILL_PRESSED = /^(?:withdraw:|transfer:|rate:|cancel$)/;

/** Does the turn take its usual course although the bot is paused? */
export function worksWhilePaused({ step, menu }: Conversation, event: Event, given: Given): boolean {
  if (event.kind === 'unreadable') return false;
  const words = event.kind === 'text' ? clean(event.text) : '';
  const press = event.kind === 'press' ? event.press : chosenFrom(menu, words);
  if (press !== undefined) return STILL_PRESSED.test(press);
  const command = commandIn(words);
  if (command !== undefined) return STILL_OBEYED.includes(command);
  const ownTicket = (is: (ticket: Given['tickets'][number]) => boolean): boolean => given.tickets.some(is);
  if (step.at === 'with-staff' || step.at === 'asked-transfer') {
    return ownTicket(({ id, state }) => id === step.ticket && isOpen(state));
  }
  const code = codeIn(words);
  return ownTicket((ticket) => ticket.code === code);
}

/** Says that the bot is paused, and keeps the words for the day when it is not. */
export function pausedTurn(
  conversation: Conversation,
  event: Event,
  danger: Danger | undefined,
  { service, hotlines, now }: Given,
): Turn {
  const because = service.mode === 'channel-off' ? 'channel-off' : 'hotlines-only';
  const told = conversation.toldOfPause;
  const again = told?.because === because && now.getTime() - Date.parse(told.at) < QUIET_MS;
  const words = event.kind === 'text' && commandIn(event.text) === undefined ? [clean(event.text)] : [];
  const say: Say = {
    say: 'paused',
    because,
    again,
    // In danger the numbers stand above.
    hotlines: danger ? [] : hotlines,
    otherWays: service.otherWays,
  };
  return {
    conversation: {
      ...conversation,
      recent: [...conversation.recent, ...words.filter(Boolean)].slice(-RECENT),
      toldOfPause: again ? told : { because, at: now.toISOString() },
    },
    say: again && because === 'channel-off' ? [] : [say],
    effects: [],
  };
}
