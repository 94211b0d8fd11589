import type { Capabilities, OutgoingMessage } from '../reply/message.ts';

export type { Capabilities, Choice, OutgoingMessage } from '../reply/message.ts';

export const CHANNEL_NAMES = ['telegram', 'zalo', 'web', 'terminal'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** Where to answer on a platform. Opaque: only the channel that made it can read it. */
export type Address = string;

/** What came from the person. */
export type Heard =
  /** NFC, never empty. */
  | { readonly kind: 'text'; readonly text: string }
  /** A button was pressed; `press` is the `Choice.press` that was sent with it. */
  | { readonly kind: 'press'; readonly press: string }
  /** Something that the bot cannot read. */
  | { readonly kind: 'unreadable'; readonly what: 'photo' | 'sticker' | 'voice' | 'file' | 'other' }
  /** The person blocked the bot, or came back. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unblocked' };

export interface IncomingMessage {
  /** Unique for ever together with the channel's name: chat and message id of the platform. */
  readonly externalId: string;
  readonly from: Address;
  readonly heard: Heard;
  readonly sentAt: Date;
  /** Written in a group. Only messages that speak to the bot are handed on. */
  readonly inGroup: boolean;
  /** `externalId` of our own message (as `Delivery.externalId`) that this one replies to. */
  readonly repliesTo?: string | undefined;
}

export type Delivery =
  | { readonly result: 'sent'; readonly externalId: string }
  /** The message did not arrive and may later: too many at once, quota, our token, platform or network down. */
  | {
      readonly result: 'wait';
      /** How long the platform asks us to wait; undefined where it does not say. */
      readonly forMs?: number | undefined;
      readonly because: 'rate' | 'quota' | 'token' | 'down';
    }
  /** This message to this person will never arrive. */
  | { readonly result: 'refused'; readonly because: 'person-left' | 'rejected' }
  /** It may have arrived. Platforms do not recognise a repeated send. */
  | { readonly result: 'uncertain'; readonly cause: unknown };

export interface TakenBack {
  /** Those to try again. All others are gone, or can never be taken back. */
  readonly left: readonly string[];
  /** How long the platform asks us to wait; undefined where it does not say. */
  readonly forMs?: number | undefined;
}

/** How fast a platform takes messages. */
export interface SendingLimits {
  /** In any second, to everybody together. */
  readonly perSecond: number;
  /** From one message in a chat to the next, in milliseconds. */
  readonly chatRestMs: number;
  /** In any minute, to one group. */
  readonly groupPerMinute?: number | undefined;
}

/** The chat that an address leads to, as its platform counts messages: all topics of a group are one chat. */
export interface ChatPlace {
  readonly chat: string;
  readonly inGroup: boolean;
}

/** A messenger through which people reach us. One implementation per folder of `channels/`. */
export interface Channel {
  readonly name: ChannelName;
  readonly capabilities: Capabilities;

  /**
   * Reads the messages in a webhook call.
   *
   * @returns The messages we can handle; an empty list for events we do not use and for probes with an empty body.
   * @throws AppError `forbidden` when the call does not carry our secret,
   *   `invalid-input` when the body cannot be understood.
   */
  read(call: Request): Promise<readonly IncomingMessage[]>;

  /** Sends one message. Never throws: what became of it is the result. */
  send(to: Address, message: OutgoingMessage, signal: AbortSignal): Promise<Delivery>;

  /**
   * Takes messages of ours off the screens on which they stand, as far as the platform lets us. Never throws, and doing it
   * twice changes nothing. Channels without it cannot.
   *
   * @param externalIds As `Delivery.externalId`.
   */
  takeBack?(externalIds: readonly string[], signal: AbortSignal): Promise<TakenBack>;

  /** Sending is no more than noting it in our own database: the page of the web chat shows what is there. */
  readonly inHouse?: true;

  /** Without it every address is a chat of its own, and no group. */
  placeOf?(to: Address): ChatPlace;

  /** Shows that an answer is on its way. Failures are of no interest. */
  showTyping?(to: Address): Promise<void>;

  /**
   * Asks the platform once for new messages and hands them to `keep`; they count as received only after it resolved.
   * Waits at the platform for up to about half a minute when there are none.
   *
   * @throws AppError `forbidden` when the token is wrong (trying again is useless until it is mended),
   *   `unavailable` when the platform cannot be reached now.
   */
  poll?(keep: (messages: readonly IncomingMessage[]) => Promise<void>, signal: AbortSignal): Promise<void>;

  /**
   * Prepares the platform: checks the token, sets or removes the webhook, registers commands.
   *
   * @param webhookUrl Public https address of our webhook; `undefined` for polling.
   * @returns How the bot is called there, for the log and for people.
   */
  connect?(webhookUrl: string | undefined): Promise<string>;
}
