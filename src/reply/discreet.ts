import type { Say } from '../conversation/conversation.ts';
import { layOut } from './lay-out.ts';
import type { Capabilities, OutgoingMessage } from './message.ts';
import { type Rendering, render } from './render.ts';
import type { Wording } from './wording/wording.ts';

/**
 * Characters of a message that may be seen before it is opened. An assumption, for neither platform promises a number: the
 * list of chats and a collapsed notification show one or two lines of 40 to 50 characters. An opened-out notification on
 * some telephones shows more; there only the settings of the telephone help.
 */
export const SHOWN_BEFORE_OPENING = 100;

/** Numbers in the line of an emergency: those that are remembered. */
const MOST_NUMBERS = 3;
const GAP = '\n\n';

/** Say nothing of what it is about, so they need no line above them. */
const NEUTRAL: readonly Say['say'][] = [
  'discreet-question',
  'discreet-waiting',
  'discreet-later',
  'discreet-nothing',
  'stopped',
];

/** One thing said, as the messages that a messenger shows. `discreet`: others may look at the person's telephone. */
export function messagesFor(
  say: Say,
  discreet: boolean,
  can: Capabilities,
  rendering: Rendering,
): readonly OutgoingMessage[] {
  const reply = render(say, rendering);
  const { wording } = rendering;
  if (!discreet || !can.previews || NEUTRAL.includes(say.say)) return layOut(reply, can, wording);
  const above = leadOf(say, wording) + GAP;
  return layOut(reply, { ...can, textLimit: can.textLimit - above.length }, wording).map((message) =>
    below(above, message),
  );
}

/** In an emergency the numbers come first, whoever looks. */
function leadOf(say: Say, { discreet }: Wording): string {
  if (say.say !== 'urgent') return discreet.lead();
  return discreet.urgentLead(say.hotlines.slice(0, MOST_NUMBERS).map(({ number }) => number));
}

function below(above: string, message: OutgoingMessage): OutgoingMessage {
  const moved = (ranges: OutgoingMessage['bold']) =>
    ranges.map(([start, end]) => [start + above.length, end + above.length] as const);
  return {
    ...message,
    text: above + message.text,
    bold: moved(message.bold),
    ...(message.quoted && { quoted: moved(message.quoted) }),
  };
}
