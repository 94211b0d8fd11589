import { describe, expect, it } from 'vitest';
import { Teller, type Telling } from '../../../src/flow/degraded/teller.ts';
import { Pace } from '../../../src/flow/pace.ts';
import type { Channel, Delivery, OutgoingMessage } from '../../../src/ports/channel.ts';

const SENT: Delivery = { result: 'sent', externalId: '1' };
const message = (text: string): OutgoingMessage => ({ text, bold: [], choices: [] });

/** A messenger that answers a send when it is told to. */
class SlowMessenger implements Channel {
  readonly name = 'zalo';
  readonly capabilities = { textLimit: 1900, buttons: undefined, markup: false, edit: false, typing: false };
  readonly sent: string[] = [];
  mostAtOnce = 0;
  readonly #hanging: ((delivery: Delivery) => void)[] = [];

  async read(): Promise<readonly []> {
    return [];
  }

  send(to: string, { text }: OutgoingMessage): Promise<Delivery> {
    this.sent.push(`${to}: ${text}`);
    return new Promise((resolve) => {
      this.#hanging.push(resolve);
      this.mostAtOnce = Math.max(this.mostAtOnce, this.#hanging.length);
    });
  }

  /** @returns `false` when nothing hangs. */
  answer(delivery: Delivery = SENT): boolean {
    const next = this.#hanging.shift();
    next?.(delivery);
    return next !== undefined;
  }
}

function teller(limits?: ConstructorParameters<typeof Pace>[0]) {
  const channel = new SlowMessenger();
  const now = () => new Date();
  const hurry = new AbortController();
  const told = new Teller({ channel, pace: new Pace(limits, () => 0), now, hurry: hurry.signal });
  const tell = (to: string, { urgent = false, onFailed = () => {} }: Partial<Telling> = {}) =>
    told.tell({ to, messages: [message('một'), message('hai')], urgent, onFailed });
  /** Answers every send until nothing is left. */
  const allAnswered = async () => {
    let done = false;
    void told.done().then(() => {
      done = true;
    });
    while (!done) {
      channel.answer();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { channel, told, tell, allAnswered, hurry };
}

describe('Teller', () => {
  it('sends a few at a time, who is in danger first, and each person in order', async () => {
    const { channel, tell, allAnswered } = teller();
    for (let nth = 0; nth < 12; nth += 1) tell(`người ${nth}`);
    tell('chị Hạnh', { urgent: true });
    await allAnswered();
    expect(channel.mostAtOnce).toBe(4);
    // Four were on their way already.
    expect(channel.sent.indexOf('chị Hạnh: một')).toBeLessThanOrEqual(5);
    expect(channel.sent).toHaveLength(26);
    for (const name of ['chị Hạnh', 'người 0', 'người 11']) {
      expect(channel.sent.filter((one) => one.startsWith(`${name}:`))).toEqual([`${name}: một`, `${name}: hai`]);
    }
  });

  it('keeps to what the platform takes in a second', async () => {
    const { channel, tell, told, hurry } = teller({ perSecond: 2, chatRestMs: 60_000 });
    for (let nth = 0; nth < 6; nth += 1) tell(`người ${nth}`);
    await new Promise((resolve) => setImmediate(resolve));
    expect(channel.sent).toHaveLength(2);
    hurry.abort();
    while (channel.answer());
    await told.done();
  });

  it('lets go of a message that the platform does not take now, to tell again when it is brought again', async () => {
    const { channel, tell, told } = teller();
    let failed = 0;
    tell('người', { onFailed: () => (failed += 1) });
    await new Promise((resolve) => setImmediate(resolve));
    channel.answer({ result: 'wait', because: 'down' });
    await told.done();
    expect(failed).toBe(1);
    expect(channel.sent).toEqual(['người: một']);
  });

  it('takes no more than it can tell soon, but everybody in danger', async () => {
    const { tell, told, hurry, channel } = teller({ perSecond: 1, chatRestMs: 0 });
    const taken = Array.from({ length: 700 }, (_, nth) => tell(`người ${nth}`)).filter(Boolean);
    expect(taken.length).toBeGreaterThanOrEqual(500);
    expect(taken.length).toBeLessThan(510);
    expect(tell('chị Hạnh', { urgent: true })).toBe(true);
    hurry.abort();
    while (channel.answer());
    await told.done();
  });
});
