import type { Address, ChannelName, IncomingMessage } from '../../ports/channel.ts';
import type { AnswersFromMemory, Kept } from './answers-from-memory.ts';
import type { Teller } from './teller.ts';

export interface TellFromMemoryNeeds {
  readonly answers: AnswersFromMemory;
  /** Undefined for a channel whose page shows it by itself. */
  readonly tellerFor: (channel: ChannelName) => Teller | undefined;
  readonly now: () => Date;
}

/** Messages that were told of; a platform brings each again and again until it is stored. */
const MOST_REMEMBERED = 20_000;
/** Whoever writes several messages reads once that none was kept. Danger and the fifty answers are told each time. */
const TOLD_AGAIN_AFTER_MS = 10 * 60_000;

/**
 * Tells people from memory what they need most, and that their message was not kept. That is no answer: the platform is told
 * that nothing was stored, brings the message again, and it is answered properly when the database works. What is remembered
 * is which messages were told of, in memory alone, until then.
 */
export class TellFromMemory {
  readonly #needs: TellFromMemoryNeeds;
  readonly #told = new Set<string>();
  /** When somebody was last told that nothing was kept, in milliseconds since 1970. */
  readonly #toldAt = new Map<string, number>();

  constructor(needs: TellFromMemoryNeeds) {
    this.#needs = needs;
  }

  /** Tells of messages that cannot be answered now, each once. Groups read nothing: others would read along. */
  tell(channel: ChannelName, messages: readonly IncomingMessage[], kept: Kept): void {
    const teller = this.#needs.tellerFor(channel);
    if (!teller) return;
    for (const { externalId, from, heard, inGroup } of messages) {
      const key = `${channel}/${externalId}`;
      if (inGroup || this.#told.has(key)) continue;
      const { danger, messages: said, onlyNotice } = this.#needs.answers.to(heard, channel, kept);
      if (onlyNotice && this.#toldLately(channel, from)) continue;
      const onFailed = () => {
        this.#told.delete(key);
        this.#toldAt.delete(whom(channel, from));
      };
      if (!teller.tell({ to: from, messages: said, urgent: danger !== undefined, onFailed })) continue;
      remember(this.#told, key);
      this.#toldAt.set(whom(channel, from), this.#needs.now().getTime());
    }
  }

  /** The database works: everything is answered from now on, and nothing of what was told need be known. */
  forget(): void {
    this.#told.clear();
    this.#toldAt.clear();
  }

  #toldLately(channel: ChannelName, from: Address): boolean {
    const at = this.#toldAt.get(whom(channel, from));
    return at !== undefined && this.#needs.now().getTime() - at < TOLD_AGAIN_AFTER_MS;
  }
}

function whom(channel: ChannelName, from: Address): string {
  return `${channel}/${from}`;
}

/** The oldest is forgotten where there are too many. */
function remember(told: Set<string>, key: string): void {
  told.add(key);
  if (told.size <= MOST_REMEMBERED) return;
  for (const oldest of told) {
    told.delete(oldest);
    return;
  }
}
