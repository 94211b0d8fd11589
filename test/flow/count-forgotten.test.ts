import { expect, it } from 'vitest';
import { LIFETIMES } from '../../src/base/lifetimes.ts';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { countForgotten } from '../../src/flow/count-forgotten.ts';
import { forget } from '../../src/flow/forget.ts';
import { periodFigures } from '../../src/flow/period-figures.ts';
import { Library } from '../../src/knowledge/library.ts';
import type { Records, Whereabouts } from '../../src/ports/store.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import type { PeriodFigures } from '../../src/reporting/figures.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { collectingLog } from '../channels/collecting-log.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HA_NOI, HUNG, HUNG_YEN, LAN, opened } from '../support/desk-values.ts';

const { entries, instruments, hotlines, provinces, topics } = readKnowledge('knowledge');
const rendering = { wording: vi, library: new Library(entries, instruments), hotlines, provinces };
const GROUP: Whereabouts = { channel: 'telegram', address: '-100998877' };
/** A moment on a Vietnamese clock. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
/** Two years later everything that ended is old enough to be forgotten. */
const LATER = at('2028-11-30 09:00');
/** The week before, the week itself with its last Sunday, and the week after. */
const PERIODS = [
  { from: '2026-11-09', to: '2026-11-15' },
  { from: '2026-11-16', to: '2026-11-22' },
  { from: '2026-11-23', to: '2026-11-29' },
  { from: '2026-11-01', to: '2027-10-31' },
];

onBothDatabases('Figures of the past', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const figures = (): Promise<readonly PeriodFigures[]> =>
    within(async (records) => {
      const found: PeriodFigures[] = [];
      for (const period of PERIODS) {
        for (const province of [undefined, HUNG_YEN, HA_NOI]) {
          const needs = { records, rendering, topics, workingTime: STATE_OFFICE_TIME, now: LATER };
          found.push(await periodFigures(period, province, needs));
        }
      }
      return found;
    });

  /** Eleven referrals with first answers in time, late and never; messages of every fate; posts to a group. */
  async function aBusyMonth({ tickets, outbox, staffGroups, conversations }: Records): Promise<void> {
    const referrals: readonly (readonly [
      opened: string,
      answered: string | undefined,
      ended: string,
      province: string,
    ])[] = [
      ['2026-11-12 09:10', '2026-11-12 11:00', '2026-11-20 10:00', HUNG_YEN],
      ['2026-11-13 16:20', '2026-11-16 08:37', '2026-11-18 10:00', HUNG_YEN],
      ['2026-11-16 08:05', '2026-11-18 15:13', '2026-11-24 10:00', HUNG_YEN],
      ['2026-11-16 09:00', '2026-11-16 09:50', '2026-11-16 16:00', HUNG_YEN],
      ['2026-11-17 10:00', '2026-11-25 14:21', '2026-11-26 10:00', HUNG_YEN],
      ['2026-11-17 13:30', undefined, '2026-11-27 10:00', HUNG_YEN],
      ['2026-11-17 14:40', undefined, '2026-11-18 16:00', HUNG_YEN],
      ['2026-11-18 09:00', '2026-11-18 09:20', '2026-11-19 10:00', HA_NOI],
      ['2026-11-19 09:00', '2026-11-19 15:05', '2026-11-20 10:00', HA_NOI],
      ['2026-11-19 10:00', undefined, '2026-12-15 10:00', HA_NOI],
      ['2026-11-20 10:00', '2026-11-20 11:00', '2026-11-20 12:00', HA_NOI],
    ];
    for (const [openedAt, answeredAt, endedAt, province] of referrals) {
      const dueAt = new Date(at(openedAt).getTime() + 24 * 60 * 60_000);
      const { id } = await opened({ tickets } as Records, { at: at(openedAt), province, dueAt });
      if (answeredAt) await tickets.addWords({ ticket: id, by: 'staff', words: 'Chào chị', at: at(answeredAt) });
      await tickets.end(id, answeredAt ? 'closed' : 'withdrawn', at(endedAt));
    }
    await staffGroups.link(GROUP, HUNG_YEN, at('2026-11-01 08:00'));
    for (const who of [LAN, HUNG]) {
      await conversations.save(who, await conversations.of(who), at('2026-11-24 09:00'));
      for (let nth = 0; nth < 9; nth += 1) {
        const key = `${who.channel}/${nth}`;
        const when = at(`2026-11-${14 + nth} 23:3${nth}`);
        await outbox.add({ key, ...who, message: { text: 'chào chị', bold: [], choices: [] }, at: when });
        if (nth < 5) await outbox.markSent(key, key, when);
        else await outbox.giveUp(key, ['person-left', 'person left', 'too old', 'cannot be opened'][nth - 5] ?? '');
      }
    }
    await outbox.add({
      key: 'nhóm',
      ...GROUP,
      message: { text: 'Mới', bold: [], choices: [] },
      at: at('2026-11-17 09:00'),
    });
    await outbox.markSent('nhóm', 'nhóm', at('2026-11-17 09:00'));
    await staffGroups.unlink(GROUP);
  }

  it('are the same when the rows behind them are forgotten, and small ones stay hidden', async () => {
    await within(aBusyMonth);
    const before = await figures();
    expect(before[3]?.firstAnswer).toEqual({ inTime: 4, late: 2, medianHours: 1.4, overdue: 3 });
    expect(before[3]?.delivery?.sent).toBeGreaterThan(4);

    const { store, db } = empty();
    const log = collectingLog();
    await forget({ store, lifetimes: LIFETIMES, workingTime: () => STATE_OFFICE_TIME, now: () => LATER, log });
    expect(await db.selectFrom('tickets').select('id').execute()).toEqual([]);
    expect(await db.selectFrom('outbox').select('key').execute()).toEqual([]);
    const after = await figures();
    expect(after).toEqual(before);
    expect(after.map(shownFigures)).toEqual(before.map(shownFigures));

    // Once more changes nothing.
    await forget({ store, lifetimes: LIFETIMES, workingTime: () => STATE_OFFICE_TIME, now: () => LATER, log });
    expect(await figures()).toEqual(before);
  });

  it('are the same when their person erases everything', async () => {
    await within(aBusyMonth);
    const before = await figures();
    const { store } = empty();
    await store.transaction(async ({ forgetting, counts }) => {
      await countForgotten(await forgetting.erase(LAN, LATER), { counts, workingTime: STATE_OFFICE_TIME });
    });
    expect(await figures()).toEqual(before);
  });
});
