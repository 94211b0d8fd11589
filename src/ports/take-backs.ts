import type { ChannelName } from './channel.ts';

/** A message of ours that is to disappear from the screens on which it stands. */
export interface TakeBack {
  readonly id: string;
  /** As `Delivery.externalId`. */
  readonly externalId: string;
}

/** Messages that are still to be taken off screens, until the platform did so or no longer lets us. */
export interface TakeBacks {
  due(channel: ChannelName, now: Date, limit: number): Promise<readonly TakeBack[]>;
  /** They are gone, or can never be. */
  done(ids: readonly string[]): Promise<void>;
  tryAgain(ids: readonly string[], dueAt: Date): Promise<void>;
  countDue(now: Date): Promise<number>;
}
