import type { Address, Channel, ChatPlace, SendingLimits } from '../ports/channel.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Two chats refused within this time: it is the bot that is too fast, not one chat. */
const REPEATED_WITHIN_MS = 10_000;
/** Up to this share is added to every wait that a platform asks for, so that not all chats come back in the same moment. */
const MOST_JITTER = 0.25;

interface Chat {
  /** Every address in it: a group has one for each of its topics. */
  readonly addresses: Set<Address>;
  /** Nothing is sent before; `Infinity` while something is on the wire. In milliseconds since 1970, as all times here. */
  until: number;
  /** When the last messages had come to the platform at the latest, where a minute counts. */
  readonly sentAt: number[];
  readonly inGroup: boolean;
}

/** The chat that a message to this address counts for. */
export function placeOf(to: Address, channel: Pick<Channel, 'placeOf'>): ChatPlace {
  return channel.placeOf?.(to) ?? { chat: to, inGroup: false };
}

/**
 * When the next message may be sent on one channel, so that its platform never has to refuse one: at most so many in any
 * second, a rest for each chat, and a longer one where a platform said no. Looks at no clock and waits for nothing: it is told
 * the time and says who rests. Begins anew with the program, which has sent nothing for longer than most rests by then.
 *
 * A message counts until a second after its answer came: somewhere in between it reached the platform, and so, however long
 * the network held it up, no more than allowed reach it in any second there.
 *
 * Several processes on one database share nothing of this: give each its part of the whole.
 */
export class Pace {
  readonly #limits: SendingLimits | undefined;
  readonly #chance: () => number;
  #onWire = 0;
  /** When those ended that a second counts. */
  #ended: number[] = [];
  readonly #chats = new Map<string, Chat>();
  #pausedUntil = 0;
  #latest = 0;
  #lastRefusal: { readonly chat: string; readonly at: number } | undefined;

  /**
   * @param limits `undefined`: none.
   * @param chance From 0 to 1, anew with each call.
   */
  constructor(limits: SendingLimits | undefined, chance: () => number) {
    this.#limits = limits;
    this.#chance = chance;
  }

  /** How many messages may begin now. */
  free(now: Date): number {
    if (!this.#limits) return Number.POSITIVE_INFINITY;
    const time = this.#timeAt(now);
    if (time < this.#pausedUntil) return 0;
    this.#ended = this.#ended.filter((ended) => ended + SECOND_MS > time);
    return Math.max(0, this.#limits.perSecond - this.#onWire - this.#ended.length);
  }

  /** Addresses to which nothing may be sent now. */
  resting(now: Date): readonly Address[] {
    const time = this.#timeAt(now);
    this.#forgetRested(time);
    return [...this.#chats.values()].flatMap(({ addresses, until }) => (until > time ? [...addresses] : []));
  }

  /**
   * Counts a message that is sent now.
   *
   * @returns When to ask again, where the chat rests: then nothing is counted. Another topic of a group has an address that
   *   `resting` could not know.
   */
  begin(to: Address, { chat: name, inGroup }: ChatPlace, now: Date): Date | undefined {
    if (!this.#limits) return undefined;
    const time = this.#timeAt(now);
    const chat = this.#chats.get(name) ?? {
      addresses: new Set<Address>(),
      until: 0,
      sentAt: [],
      inGroup,
    };
    chat.addresses.add(to);
    this.#chats.set(name, chat);
    if (chat.until > time) return new Date(Number.isFinite(chat.until) ? chat.until : time + SECOND_MS);
    chat.until = Number.POSITIVE_INFINITY;
    this.#onWire += 1;
    return undefined;
  }

  /** The platform answered, or nobody did. The rest begins now: it saw the message earlier. */
  arrived({ chat: name }: ChatPlace, now: Date): void {
    this.#end(name, this.#timeAt(now), this.#limits?.chatRestMs ?? 0);
  }

  /**
   * The platform says that we are too fast: this chat rests, and the whole channel when another chat was refused just before.
   *
   * @param forMs How long we are to wait.
   * @returns How long this chat rests, in milliseconds.
   */
  refused({ chat: name }: ChatPlace, forMs: number, now: Date): number {
    const time = this.#timeAt(now);
    const before = this.#lastRefusal;
    this.#lastRefusal = { chat: name, at: time };
    const restMs = Math.ceil(forMs * (1 + MOST_JITTER * this.#chance()));
    this.#end(name, time, restMs);
    const repeated = before !== undefined && before.chat !== name && time - before.at < REPEATED_WITHIN_MS;
    if (repeated) this.#pausedUntil = Math.max(this.#pausedUntil, time + restMs);
    return restMs;
  }

  /** May something be called that nobody misses, such as "is typing"? Counts it where it may. */
  spare(now: Date): boolean {
    if (!this.#limits) return true;
    if (this.free(now) <= this.#limits.perSecond / 2) return false;
    // When it ends is not told; what takes longer than this second is not hurried by another call.
    this.#ended.push(this.#timeAt(now) + SECOND_MS);
    return true;
  }

  /** Until something changes here that lets a message go, in milliseconds; `Infinity` where nothing does by itself. */
  changesIn(now: Date): number {
    const time = this.#timeAt(now);
    if (time < this.#pausedUntil) return this.#pausedUntil - time;
    if (this.free(now) === 0) return Math.min(...this.#ended) + SECOND_MS - time;
    return Math.min(...[...this.#chats.values()].flatMap(({ until }) => (until > time ? [until] : []))) - time;
  }

  /** A clock that is set back must not make anybody wait until it is where it was: everything here is set back with it. */
  #timeAt(now: Date): number {
    const time = now.getTime();
    const back = this.#latest - time;
    this.#latest = time;
    if (back <= 0) return time;
    this.#ended = this.#ended.map((at) => at - back);
    for (const chat of this.#chats.values()) {
      chat.until -= back;
      chat.sentAt.forEach((at, nth) => {
        chat.sentAt[nth] = at - back;
      });
    }
    this.#pausedUntil -= back;
    if (this.#lastRefusal) this.#lastRefusal = { ...this.#lastRefusal, at: this.#lastRefusal.at - back };
    return time;
  }

  #end(name: string, time: number, restMs: number): void {
    const chat = this.#chats.get(name);
    if (!chat) return;
    this.#onWire -= 1;
    this.#ended.push(time);
    const { groupPerMinute } = this.#limits ?? {};
    // Not when it began: a slow one followed by a quick one would come within a minute of each other there.
    if (chat.inGroup && groupPerMinute !== undefined) chat.sentAt.push(time);
    const full = groupPerMinute !== undefined && chat.sentAt.length >= groupPerMinute;
    const minuteEnds = full ? (chat.sentAt.at(-groupPerMinute) ?? 0) + MINUTE_MS : 0;
    chat.until = Math.max(time + restMs, minuteEnds);
  }

  /** Chats are kept only while they rest, groups for the minute that counts. */
  #forgetRested(time: number): void {
    for (const [name, { until, sentAt }] of this.#chats) {
      while (sentAt[0] !== undefined && sentAt[0] + MINUTE_MS <= time) sentAt.shift();
      if (until <= time && sentAt.length === 0) this.#chats.delete(name);
    }
  }
}
