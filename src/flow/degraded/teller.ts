import type { Address, Channel, OutgoingMessage } from '../../ports/channel.ts';
import { Doorbell } from '../doorbell.ts';
import { type Pace, placeOf } from '../pace.ts';

export interface TellerNeeds {
  readonly channel: Channel;
  /** The one that `deliver` keeps to as well: the platform counts all messages together. */
  readonly pace: Pace;
  readonly now: () => Date;
  /** Ends sends that are under way. */
  readonly hurry: AbortSignal;
}

/** What one person is told, message after message. */
export interface Telling {
  readonly to: Address;
  readonly messages: readonly OutgoingMessage[];
  /** Told before those who are not in danger. */
  readonly urgent: boolean;
  /** Called when it could not be told. */
  readonly onFailed: () => void;
}

/** Few, so that a platform that hangs is not stormed. */
const MOST_AT_ONCE = 4;
/** Whoever would wait behind so many is told when their platform brings the message again. */
const MOST_WAITING = 500;
const LOOK_EVERY_MS = 200;

/** Sends on one channel without the outbox, within the limits of the platform. What is not sent when the program ends is gone. */
export class Teller {
  readonly #needs: TellerNeeds;
  readonly #waiting: Telling[] = [];
  readonly #underWay = new Map<Address, Promise<void>>();
  readonly #bell = new Doorbell();
  #working: Promise<void> | undefined;

  constructor(needs: TellerNeeds) {
    this.#needs = needs;
  }

  /** @returns `false` when too many wait already. */
  tell(telling: Telling): boolean {
    if (telling.messages.length === 0) return true;
    if (this.#waiting.length >= MOST_WAITING && !telling.urgent) return false;
    this.#waiting.push(telling);
    this.#bell.ring();
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return true;
  }

  /** Whoever is not in danger need not be told any more: the database works, and they will be answered. */
  forgetTheRest(): void {
    const urgent = this.#waiting.filter((one) => one.urgent);
    this.#waiting.splice(0, this.#waiting.length, ...urgent);
  }

  /** Resolves when nothing waits and nothing is under way, or soon after `hurry`. */
  async done(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    const { pace, now, hurry } = this.#needs;
    while (!hurry.aborted && this.#waiting.length + this.#underWay.size > 0) {
      const next = this.#underWay.size < MOST_AT_ONCE && pace.free(now()) > 0 ? this.#takeNext() : undefined;
      if (next) this.#send(next);
      else await this.#bell.wait(Math.max(1, Math.min(LOOK_EVERY_MS, pace.changesIn(now()))), hurry);
    }
    await Promise.all(this.#underWay.values());
  }

  #takeNext(): Telling | undefined {
    const resting = new Set(this.#needs.pace.resting(this.#needs.now()));
    const free = ({ to }: Telling) => !this.#underWay.has(to) && !resting.has(to);
    const nth = this.#waiting.findIndex((one) => one.urgent && free(one));
    const chosen = nth >= 0 ? nth : this.#waiting.findIndex(free);
    return chosen < 0 ? undefined : this.#waiting.splice(chosen, 1)[0];
  }

  #send(telling: Telling): void {
    const { channel, pace, now, hurry } = this.#needs;
    const { to, onFailed } = telling;
    const [message, ...rest] = telling.messages;
    if (!message) return;
    const place = placeOf(to, channel);
    pace.begin(to, place, now());
    const sending = channel
      .send(to, message, hurry)
      .then((delivery) => {
        if (delivery.result === 'wait') {
          pace.refused(place, delivery.forMs ?? LOOK_EVERY_MS, now());
          onFailed();
          return;
        }
        pace.arrived(place, now());
        // The rest comes before others, so that nobody reads half of it.
        if (delivery.result === 'sent' && rest.length > 0) this.#waiting.unshift({ ...telling, messages: rest });
      })
      .finally(() => {
        this.#underWay.delete(to);
        this.#bell.ring();
      });
    this.#underWay.set(to, sending);
  }
}
