import { describe, expect, it } from 'vitest';
import { LimitKeeper, TELEGRAM_LIMITS } from '../../emulators/platform-limits.ts';
import { sendingLimits } from '../../src/channels/sending-limits.ts';
import { Pace } from '../../src/flow/pace.ts';
import type { ChatPlace } from '../../src/ports/channel.ts';
import { fc, runs } from '../support/property.ts';

const NINE = Date.parse('2026-11-21T02:00:00.000Z');
const at = (ms: number) => new Date(NINE + ms);
const LAN: ChatPlace = { chat: 'lan', inGroup: false };
const HUNG: ChatPlace = { chat: 'hung', inGroup: false };
const MAI: ChatPlace = { chat: 'mai', inGroup: false };
const GROUP: ChatPlace = { chat: '-100', inGroup: true };
const LIMITS = { perSecond: 3, chatRestMs: 1_000, groupPerMinute: 4 };
const never = () => 0;

/** Sends at a moment and is answered 50 ms later. */
function send(pace: Pace, place: ChatPlace, ms: number): void {
  expect(pace.begin(place.chat, place, at(ms))).toBeUndefined();
  pace.arrived(place, at(ms + 50));
}

describe('the pace of a channel', () => {
  it('lets as many messages begin in any second as the setting says', () => {
    const pace = new Pace(LIMITS, never);
    send(pace, LAN, 0);
    send(pace, HUNG, 100);
    send(pace, MAI, 200);
    expect(pace.free(at(300))).toBe(0);
    expect(pace.changesIn(at(300))).toBe(750);
    expect(pace.free(at(1_049))).toBe(0);
    expect(pace.free(at(1_050))).toBe(1);
    expect(pace.free(at(1_250))).toBe(3);
  });

  it('counts a message that is on the wire for long until its answer came', () => {
    const pace = new Pace({ ...LIMITS, perSecond: 1 }, never);
    pace.begin('lan', LAN, at(0));
    expect(pace.free(at(5_000))).toBe(0);
    pace.arrived(LAN, at(5_000));
    expect(pace.free(at(5_999))).toBe(0);
    expect(pace.free(at(6_000))).toBe(1);
  });

  it('lets a chat rest from the moment in which the platform answered', () => {
    const pace = new Pace(LIMITS, never);
    pace.begin('lan', LAN, at(0));
    expect(pace.resting(at(9_000))).toEqual(['lan']);
    pace.arrived(LAN, at(9_000));
    expect(pace.changesIn(at(9_400))).toBe(600);
    expect(pace.resting(at(9_999))).toEqual(['lan']);
    expect(pace.resting(at(10_000))).toEqual([]);
    expect(pace.changesIn(at(10_000))).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts all topics of a group as one chat', () => {
    const pace = new Pace(LIMITS, never);
    pace.begin('-100/5', GROUP, at(0));
    pace.arrived(GROUP, at(50));
    expect(pace.begin('-100/7', GROUP, at(500))).toEqual(at(1_050));
    expect(pace.resting(at(600))).toEqual(['-100/5', '-100/7']);
    expect(pace.free(at(600))).toBe(2);
  });

  it('sends no more to a group in a minute than the platform takes', () => {
    const pace = new Pace(LIMITS, never);
    for (const second of [0, 2, 4, 6]) send(pace, GROUP, second * 1_000);
    expect(pace.changesIn(at(7_050))).toBe(53_000);
    expect(pace.resting(at(60_049))).toEqual(['-100']);
    expect(pace.resting(at(60_050))).toEqual([]);
    send(pace, GROUP, 60_050);
    expect(pace.resting(at(62_049))).toEqual(['-100']);
    expect(pace.resting(at(62_050))).toEqual([]);
  });

  it('counts the minute of a group from when a slow message had surely come', () => {
    const pace = new Pace(LIMITS, never);
    pace.begin('-100', GROUP, at(0));
    pace.arrived(GROUP, at(900));
    for (const second of [2, 4, 6]) send(pace, GROUP, second * 1_000);
    expect(pace.resting(at(60_899))).toEqual(['-100']);
    expect(pace.resting(at(60_900))).toEqual([]);
  });

  it('stops one chat that is refused, as long as the platform says and a little longer', () => {
    const pace = new Pace(LIMITS, () => 1);
    pace.begin('lan', LAN, at(0));
    expect(pace.refused(LAN, 30_000, at(50))).toBe(37_500);
    expect(pace.free(at(60))).toBe(2);
    expect(pace.resting(at(37_549))).toEqual(['lan']);
    expect(pace.resting(at(37_550))).toEqual([]);
  });

  it('stops the channel when another chat is refused soon after', () => {
    const pace = new Pace(LIMITS, never);
    pace.begin('lan', LAN, at(0));
    pace.begin('hung', HUNG, at(0));
    pace.refused(LAN, 5_000, at(50));
    pace.refused(HUNG, 8_000, at(100));
    expect(pace.changesIn(at(6_000))).toBe(2_100);
    expect(pace.free(at(8_099))).toBe(0);
    expect(pace.spare(at(8_099))).toBe(false);
    expect(pace.free(at(8_100))).toBe(3);
  });

  it('does not stop everybody for one chat that is refused again and again', () => {
    const pace = new Pace(LIMITS, never);
    for (const second of [0, 2, 4, 6]) {
      pace.begin('lan', LAN, at(second * 1_000));
      pace.refused(LAN, 2_000, at(second * 1_000));
    }
    expect(pace.free(at(6_500))).toBeGreaterThan(0);
  });

  it('leaves out what nobody misses when it is tight, and counts it where it is not', () => {
    const pace = new Pace(LIMITS, never);
    expect(pace.spare(at(0))).toBe(true);
    expect(pace.free(at(0))).toBe(2);
    send(pace, LAN, 0);
    expect(pace.spare(at(0))).toBe(false);
    expect(pace.free(at(0))).toBe(1);
  });

  it('makes nobody wait for a clock that was set back', () => {
    const pace = new Pace(LIMITS, never);
    send(pace, LAN, 3_600_000);
    send(pace, HUNG, 3_600_000);
    send(pace, MAI, 3_600_000);
    expect(pace.free(at(0))).toBe(0);
    expect(pace.free(at(1_000))).toBe(3);
    expect(pace.resting(at(1_050))).toEqual([]);
  });

  it('remembers no chat longer than it rests', () => {
    const pace = new Pace({ ...LIMITS, perSecond: 1_000 }, never);
    for (let nth = 0; nth < 5_000; nth += 1) send(pace, { chat: `${nth}`, inGroup: false }, nth * 10);
    expect(pace.resting(at(50_000)).length).toBeLessThanOrEqual(105);
  });

  it('has no limits for the web chat', () => {
    const pace = new Pace(sendingLimits('web', SETTINGS), never);
    for (let nth = 0; nth < 100; nth += 1)
      expect(pace.begin('phien', { chat: 'phien', inGroup: false }, at(0))).toBeUndefined();
    expect(pace.free(at(0))).toBe(Number.POSITIVE_INFINITY);
    expect(pace.resting(at(0))).toEqual([]);
  });
});

const SETTINGS = { TELEGRAM_PER_SECOND: 25, ZALO_PER_SECOND: 20, CHAT_REST_MS: 1_000 };

describe('the limits of Telegram', () => {
  // Chats 0–2 are groups. Messages are owed in any order, the network takes any time.
  const owed = fc.array(
    fc.record({
      chat: fc.nat(30),
      latencyMs: fc.integer({ min: 1, max: 900 }),
      /** How much of that time passes before the platform sees it. */
      there: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      minLength: 60,
      maxLength: 250,
    },
  );

  it('are never broken, whatever is owed and however slow the network is', () => {
    fc.assert(
      fc.property(owed, (messages) => {
        const pace = new Pace(sendingLimits('telegram', SETTINGS), Math.random);
        let now = 0;
        const keeper = new LimitKeeper(TELEGRAM_LIMITS, () => now);
        const queue = [...messages];
        const onWire: { place: ChatPlace; arrivesAt: number; answeredAt: number; seen: boolean }[] = [];
        while ((queue.length > 0 || onWire.length > 0) && now < 3_600_000) {
          for (const one of onWire) {
            if (one.seen || one.arrivesAt > now) continue;
            one.seen = true;
            keeper.rule({ method: 'sendMessage', body: { chat_id: one.place.chat } });
          }
          for (const done of onWire.filter(({ answeredAt }) => answeredAt <= now)) {
            pace.arrived(done.place, at(now));
            onWire.splice(onWire.indexOf(done), 1);
          }
          const resting = new Set(pace.resting(at(now)));
          let free = Math.min(pace.free(at(now)), 16 - onWire.length);
          for (let nth = 0; nth < queue.length && free > 0; ) {
            const { chat, latencyMs, there } = queue[nth] ?? { chat: 0, latencyMs: 1, there: 0 };
            const place = chat < 3 ? { chat: `-${chat}`, inGroup: true } : { chat: `${chat}`, inGroup: false };
            if (resting.has(place.chat) || pace.begin(place.chat, place, at(now))) {
              nth += 1;
              continue;
            }
            resting.add(place.chat);
            queue.splice(nth, 1);
            free -= 1;
            onWire.push({ place, arrivesAt: now + latencyMs * there, answeredAt: now + latencyMs, seen: false });
          }
          now += 5;
        }
        expect(queue).toEqual([]);
        expect(keeper.refused).toEqual({ overall: 0, chat: 0, group: 0 });
      }),
      { numRuns: runs(40) },
    );
  });
});
