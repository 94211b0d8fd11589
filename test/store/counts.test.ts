import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/both-databases.ts';

onBothDatabases('Counts', (empty) => {
  it('adds up what is counted for the same day, metric and label, and nothing else', async () => {
    await empty().store.transaction(async ({ counts }) => {
      await counts.add('2026-11-20', 'question', 'zalo/answer');
      await counts.add('2026-11-20', 'question', 'zalo/answer', 4);
      await counts.add('2026-11-20', 'question', 'web/answer');
      await counts.add('2026-11-21', 'question', 'zalo/answer');
      await counts.add('2026-11-20', 'question-topic', 'zalo/answer', 9);
      expect(await counts.of('question', '2026-11-20', '2026-11-21')).toEqual([
        { day: '2026-11-20', label: 'web/answer', n: 1 },
        { day: '2026-11-20', label: 'zalo/answer', n: 5 },
        { day: '2026-11-21', label: 'zalo/answer', n: 1 },
      ]);
      expect(await counts.of('question', '2026-11-21', '2026-12-31')).toHaveLength(1);
    });
  });

  it('sums a span of days by label, both ends included, highest first', async () => {
    await empty().store.transaction(async ({ counts }) => {
      for (const [day, label, n] of [
        ['2026-10-31', 'tre-em', 100],
        ['2026-11-01', 'tre-em', 2],
        ['2026-11-15', 'dat-dai', 7],
        ['2026-11-30', 'tre-em', 3],
        ['2026-12-01', 'dat-dai', 100],
      ] as const) {
        await counts.add(day, 'question-topic', label, n);
      }
      expect(await counts.sums('question-topic', '2026-11-01', '2026-11-30')).toEqual([
        { label: 'dat-dai', n: 7 },
        { label: 'tre-em', n: 5 },
      ]);
      expect(await counts.sums('unmet-topic', '2026-11-01', '2026-11-30')).toEqual([]);
    });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const { store } = empty();
    const fails = store.transaction(async ({ counts }) => {
      await counts.add('2026-11-20', 'asked-again', 'all');
      throw new Error('mất điện');
    });
    await expect(fails).rejects.toThrow('mất điện');
    expect(await store.transaction(({ counts }) => counts.of('asked-again', '2026-11-20', '2026-11-20'))).toEqual([]);
  });
});
