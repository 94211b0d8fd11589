import { describe, expect, it } from 'vitest';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { periodFigures } from '../../src/flow/period-figures.ts';
import { Library } from '../../src/knowledge/library.ts';
import type { Records } from '../../src/ports/store.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import type { PeriodFigures } from '../../src/reporting/figures.ts';
import type { Metric } from '../../src/reporting/metrics.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HA_NOI, HUNG_YEN, LAN, opened } from '../support/desk-values.ts';

const { entries, instruments, hotlines, provinces, topics } = readKnowledge('knowledge');
const rendering = { wording: vi, library: new Library(entries, instruments), hotlines, provinces };
const PERIOD = { from: '2026-11-16', to: '2026-11-22' };
/** Friday evening in Vietnam. */
const NOW = new Date('2026-11-20T12:00:00Z');
/** A moment on a Vietnamese clock. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);

onBothDatabases('Figures of a period', (empty) => {
  const figures = async (
    fill: (records: Records) => Promise<void>,
    { province, now = NOW }: { readonly province?: string; readonly now?: Date } = {},
  ): Promise<PeriodFigures> =>
    empty().store.transaction(async (records) => {
      await fill(records);
      return periodFigures(PERIOD, province, { records, rendering, topics, workingTime: STATE_OFFICE_TIME, now });
    });
  const counted =
    (...rows: readonly (readonly [string, Metric, string, number])[]) =>
    async ({ counts }: Records) => {
      for (const [day, metric, label, n] of rows) await counts.add(day, metric, label, n);
    };

  it('adds up questions by day, channel and outcome; the days outside of the period are left out', async () => {
    const found = await figures(
      counted(
        ['2026-11-15', 'question', 'zalo/answer', 100],
        ['2026-11-16', 'question', 'zalo/answer', 7],
        ['2026-11-16', 'question', 'web/unresolved', 2],
        ['2026-11-22', 'question', 'zalo/choices', 3],
        ['2026-11-23', 'question', 'zalo/answer', 100],
        ['2026-11-22', 'asked-again', 'all', 4],
      ),
    );
    expect(found).toMatchObject({
      questionsByDay: { '2026-11-16': 9, '2026-11-22': 3 },
      questionsByChannel: { zalo: 10, telegram: 0, web: 2 },
      questionsByOutcome: { answer: 7, choices: 3, unresolved: 2, 'out-of-scope': 0 },
      askedAgain: 4,
    });
  });

  it('names topics, groups of people, articles and reasons as people read them', async () => {
    const found = await figures(
      counted(
        ['2026-11-16', 'question-topic', 'tien-luong', 8],
        ['2026-11-16', 'question-topic', 'tre-em', 6],
        ['2026-11-17', 'question-topic', 'tre-em', 1],
        ['2026-11-17', 'question-topic', 'linh-vuc-da-bo', 2],
        ['2026-11-17', 'unmet-topic', 'dat-dai', 5],
        ['2026-11-17', 'question-article', 'crc:19', 9],
        ['2026-11-17', 'question-article', 'hp2013:20', 3],
        ['2026-11-17', 'question-danger', 'violence', 6],
        ['2026-11-17', 'entry-helpful', 'qa/lao-dong/no-luong', 11],
        ['2026-11-17', 'entry-helpful', 'qa/tre-em/nuoi-con', 1],
        ['2026-11-17', 'entry-unhelpful', 'qa/lao-dong/no-luong', 5],
        ['2026-11-17', 'entry-reason', 'qa/lao-dong/no-luong unclear', 2],
        ['2026-11-18', 'entry-reason', 'qa/tre-em/nuoi-con unclear', 1],
      ),
    );
    expect(found.questionsByTopic).toEqual([
      { name: 'Tiền lương', count: 8 },
      { name: 'linh-vuc-da-bo', count: 2 },
    ]);
    expect(found.questionsByGroup).toEqual([{ name: 'Trẻ em', count: 7 }]);
    expect(found.unmetByTopic).toEqual([{ name: 'Đất đai', count: 5 }]);
    expect(found.questionsByArticle).toEqual([
      { name: 'Điều 19 Công ước về quyền trẻ em (CRC)', count: 9 },
      { name: 'Điều 20 Hiến pháp 2013', count: 3 },
    ]);
    expect(found.urgentByDanger).toMatchObject({ violence: 6, child: 0 });
    expect(found.answerRatings).toMatchObject({ helpful: 12, unhelpful: 5 });
    expect(found.answerRatings?.reasons.filter(({ count }) => count > 0)).toEqual([{ name: 'Khó hiểu', count: 3 }]);
  });

  describe('referrals', () => {
    const referrals = counted(
      ['2026-11-16', 'referral-opened', HUNG_YEN, 6],
      ['2026-11-17', 'referral-opened', HA_NOI, 9],
      ['2026-11-17', 'referral-closed', HUNG_YEN, 2],
      ['2026-11-18', 'referral-withdrawn', HA_NOI, 1],
      ['2026-11-18', 'referral-rating', `${HUNG_YEN}/helpful`, 5],
      ['2026-11-19', 'referral-rating', `${HA_NOI}/helpful`, 2],
      ['2026-11-19', 'referral-rating', `${HA_NOI}/not-helpful`, 1],
      ['2026-11-19', 'question', 'zalo/answer', 50],
    );

    it('stand by province; a province without any is left out', async () => {
      const found = await figures(referrals);
      expect(found.referrals).toEqual([
        { province: 'Thành phố Hà Nội', opened: 9, closed: 0, withdrawn: 1 },
        { province: 'Tỉnh Hưng Yên', opened: 6, closed: 2, withdrawn: 0 },
      ]);
      expect(found.referralRatings).toEqual({ helpful: 7, partly: 0, 'not-helpful': 1 });
    });

    it('of one province say nothing of another, and nothing of questions, which have no province', async () => {
      const found = await figures(referrals, { province: HUNG_YEN });
      expect(found.referrals).toEqual([{ province: 'Tỉnh Hưng Yên', opened: 6, closed: 2, withdrawn: 0 }]);
      expect(found.referralRatings).toEqual({ helpful: 5, partly: 0, 'not-helpful': 0 });
      expect([found.questionsByDay, found.answerRatings, found.delivery]).toEqual([undefined, undefined, undefined]);
    });
  });

  describe('first answers', () => {
    const answered =
      (...times: readonly (readonly [openedAt: string, dueAt: string, answeredAt: string | undefined])[]) =>
      async (records: Records) => {
        for (const [openedAt, dueAt, answeredAt] of times) {
          const { id } = await opened(records, { at: at(openedAt), dueAt: at(dueAt) });
          if (answeredAt === undefined) continue;
          await records.tickets.addWords({ ticket: id, by: 'staff', words: 'Chào chị', at: at(answeredAt) });
        }
      };

    it('are in time or late, and take working hours: a night and a weekend do not count', async () => {
      const found = await figures(
        answered(
          ['2026-11-13 16:30', '2026-11-16 16:30', '2026-11-16 08:00'], // Friday evening, answered Monday morning
          ['2026-11-16 09:00', '2026-11-17 09:00', '2026-11-17 09:00'], // exactly in time: one working day
          ['2026-11-16 09:00', '2026-11-17 09:00', '2026-11-17 10:00'],
        ),
      );
      expect(found.firstAnswer).toMatchObject({ inTime: 2, late: 1, overdue: 0 });
      expect(found.firstAnswer?.medianHours).toBe(8);
    });

    it('that are missing are overdue now, not at an end of the period that has not come', async () => {
      const waiting = answered(
        ['2026-11-18 09:00', '2026-11-19 09:00', undefined],
        ['2026-11-20 15:00', '2026-11-21 15:00', undefined],
      );
      expect((await figures(waiting)).firstAnswer).toEqual({ inTime: 0, late: 0, medianHours: undefined, overdue: 1 });
      expect((await figures(async () => {}, { now: at('2027-01-05 09:00') })).firstAnswer?.overdue).toBe(2);
    });
  });

  it('tell what became of messages, whatever word stands for the reason', async () => {
    const found = await figures(async ({ outbox }) => {
      for (const [key, reason] of [
        ['a', 'person left'],
        ['b', 'person-left'],
        ['c', 'too old'],
        ['d', 'cannot be opened'],
        ['e', undefined],
      ] as const) {
        await outbox.add({ key, ...LAN, message: { text: 'chào chị', bold: [], choices: [] }, at: NOW });
        if (reason) await outbox.giveUp(key, reason);
      }
    });
    expect(found.delivery).toEqual({
      sent: 0,
      waiting: 1,
      givenUp: { 'person-left': 2, rejected: 0, 'too old': 1, 'may have arrived': 0, other: 1 },
    });
  });
});
