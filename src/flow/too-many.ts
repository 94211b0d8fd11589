import { Allowance } from '../base/allowance.ts';
import { commandIn } from '../conversation/command.ts';
import { isStopWord } from '../conversation/steps/discreet.ts';
import { isLeaving } from '../conversation/steps/leave.ts';
import { confirmsErasing } from '../conversation/steps/own-data.ts';
import type { ChannelName, Heard, IncomingMessage } from '../ports/channel.ts';
import type { Inbox, Waiting, Whereabouts } from '../ports/store.ts';
import { dangerIn } from '../safety/danger.ts';

const MINUTE_MS = 60_000;
/** So many times what is answered is still stored; more would only fill the disk. */
const STORED_FOR_ANSWERED = 3;
/** The same for words of danger and the word that stops everything, which are answered however many they are. */
const URGENT_FOR_ANSWERED = 30;
/** People whose messages are counted at the same time, at most. */
const MOST_PEOPLE = 50_000;

/**
 * Is this message more than what one person gets answered in a minute? What is set aside does not count, so that who keeps
 * writing too fast is still answered so many times a minute. Words of danger, commands and leaving are always answered. In a group
 * many people write.
 *
 * @returns `tell`: too many, and the person does not know it yet; `told`: they do.
 */
export async function tooMany(
  { heard, inGroup, receivedAt, ...who }: Pick<Waiting, 'heard' | 'inGroup' | 'receivedAt'> & Whereabouts,
  perMinute: number,
  inbox: Inbox,
): Promise<'no' | 'tell' | 'told'> {
  if (inGroup || !mayWait(heard)) return 'no';
  const young = (at: Date | undefined) => at !== undefined && receivedAt.getTime() - at.getTime() < MINUTE_MS;
  if (!young(await inbox.answeredBefore(who, perMinute))) return 'no';
  return young(await inbox.lastSetAside(who)) ? 'told' : 'tell';
}

/** What is stored at all of what one chat sends. Beyond it nothing is: the person was told long before. */
export class Intake {
  readonly #all: Allowance;
  readonly #urgent: Allowance;

  /** @param perMinute How many messages of one person are answered in a minute. */
  constructor(perMinute: number) {
    const upTo = (times: number) => new Allowance({ most: perMinute * times, windowMs: MINUTE_MS, keys: MOST_PEOPLE });
    this.#all = upTo(STORED_FOR_ANSWERED);
    this.#urgent = upTo(URGENT_FOR_ANSWERED);
  }

  takes(channel: ChannelName, { from, heard }: IncomingMessage, now: Date): boolean {
    if (heard.kind === 'blocked' || heard.kind === 'unblocked') return true;
    const urgent = heard.kind === 'text' && (dangerIn(heard.text) !== undefined || isStopWord(heard.text));
    const allowance = urgent ? this.#urgent : this.#all;
    return allowance.take(from === '' ? undefined : `${channel} ${from}`, now) === undefined;
  }
}

function mayWait(heard: Heard): boolean {
  if (heard.kind === 'press') return !isLeaving(heard.press);
  if (heard.kind !== 'text') return heard.kind !== 'blocked' && heard.kind !== 'unblocked';
  const { text } = heard;
  if (dangerIn(text) !== undefined || commandIn(text) !== undefined) return false;
  return !isStopWord(text) && !confirmsErasing(text);
}
