import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '../../src/ports/sign-in.ts';
import { MemoryLockOut } from '../../src/sign-in/memory-lock-out.ts';

const GUESS: Attempt = { what: 'password', login: 'hoa@trogiup.example', address: '198.51.100.1', device: undefined };

describe('the count of failures', () => {
  let lockOut: MemoryLockOut;
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-21T02:00:00.000Z') });
    lockOut = new MemoryLockOut();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const failing = async (times: number, more: Partial<Attempt> = {}) => {
    let last: number | undefined;
    for (let nth = 0; nth < times; nth += 1) last = await lockOut.begin({ ...GUESS, ...more });
    return last;
  };
  const later = (minutes: number) => vi.advanceTimersByTime(minutes * 60_000);

  it('begins anew when its time is over, counted from the first failure', async () => {
    expect(await failing(1)).toBeUndefined();
    later(10);
    expect(await failing(5)).toBe(5);
    later(4);
    expect(await failing(1)).toBe(1);
    later(1.1);
    expect(await failing(5)).toBeUndefined();
    expect(await failing(1)).toBe(15);
  });

  it('of a lock is not made longer by trying on', async () => {
    expect(await failing(500)).toBe(15);
    later(15.1);
    expect(await failing(1)).toBeUndefined();
  });

  it('takes back what was no failure', async () => {
    for (let nth = 0; nth < 100; nth += 1) {
      expect(await lockOut.begin(GUESS)).toBeUndefined();
      await lockOut.succeeded(GUESS);
    }
  });

  it('of password and code are kept apart', async () => {
    await failing(6);
    expect(await failing(1, { what: 'code' })).toBeUndefined();
  });

  it('of somebody whose address is not known is not shared with others like them', async () => {
    await failing(20, { address: undefined });
    expect(await failing(1, { address: undefined, login: 'nam@trogiup.example' })).toBeUndefined();
    await failing(11, { address: undefined });
    expect(await failing(1, { address: undefined })).toBe(60);
  });

  it('of a known device is its own', async () => {
    await failing(6);
    expect(await failing(10, { device: 'may-1' })).toBeUndefined();
    expect(await failing(1, { device: 'may-1' })).toBe(15);
    expect(await failing(1, { device: 'may-2' })).toBeUndefined();
  });
});
