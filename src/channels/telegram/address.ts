import type { Address } from '../../ports/channel.ts';

/** A chat, and the topic in it where the chat has topics. */
export interface Place {
  readonly chat: number;
  readonly topic: number | undefined;
}

/** The topic "General" has this number, and refuses messages that name it. */
const GENERAL = 1;

/** `"<chat id>"`, or `"<chat id>/<topic>"`. */
export function addressOf({ chat, topic }: Place): Address {
  return topic === undefined || topic === GENERAL ? `${chat}` : `${chat}/${topic}`;
}

/** @returns `undefined` for an address that this channel did not make. */
export function placeAt(address: Address): Place | undefined {
  const [, chat, topic] = /^(-?\d+)(?:\/(\d+))?$/.exec(address) ?? [];
  return chat === undefined
    ? undefined
    : { chat: Number(chat), topic: topic === undefined ? undefined : Number(topic) };
}

/** The same form for messages that come and messages that go, so that a reply finds what it replies to. */
export function messageIdIn(chat: number, message: number): string {
  return `${chat}/${message}`;
}

/** @returns `undefined` for an id that `messageIdIn` did not make. */
export function placeOfMessage(externalId: string): { readonly chat: number; readonly message: number } | undefined {
  const [, chat, message] = /^(-?\d+)\/(\d+)$/.exec(externalId) ?? [];
  return chat === undefined ? undefined : { chat: Number(chat), message: Number(message) };
}
