import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Doorbell } from '../../src/flow/doorbell.ts';

/** Between two messages the program does nothing but wait, for weeks. */
describe('Bot ngồi chờ', () => {
  it('bao lâu cũng không tích tụ gì trên tín hiệu dừng', async () => {
    const stopping = new AbortController();
    const bell = new Doorbell();
    for (let nth = 0; nth < 20; nth += 1) await bell.wait(1, stopping.signal);
    bell.ring();
    await bell.wait(60_000, stopping.signal);
    expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  });

  it('tín hiệu dừng thì thôi chờ ngay', async () => {
    const stopping = new AbortController();
    const waiting = new Doorbell().wait(60_000, stopping.signal);
    stopping.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});
