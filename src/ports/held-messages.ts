import type { Whereabouts } from './store.ts';

/**
 * Messages to a person that wait in the outbox for more than their turn: for the person to say that they may come, or for a
 * planned moment. Held messages hold up no others. They are added by `Outbox.add` with `held`.
 */
export interface HeldMessages {
  /**
   * The person wants to read: what waited for that is owed now, in the order in which it was written, and what was planned
   * is not needed any more.
   *
   * @returns How many are owed now.
   */
  release(to: Whereabouts, at: Date): Promise<number>;
  /** What was planned for the person is not kept; what waits for their word stays. */
  dropPlanned(to: Whereabouts): Promise<void>;
  /**
   * Nothing more goes to the person: what is owed them about a referral is held, and so is what is on the wire should it
   * not arrive. The rest is not kept: no note or sum tells that anybody stopped.
   *
   * @returns How many about referrals are held now that were owed before.
   */
  stop(to: Whereabouts): Promise<number>;
  /** Does anything wait for the person's word? */
  waits(to: Whereabouts): Promise<boolean>;
  /** What was planned for a moment that has come is owed now. @returns how many. */
  wake(now: Date): Promise<number>;
}
