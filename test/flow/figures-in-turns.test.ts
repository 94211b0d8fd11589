import { expect, it } from 'vitest';
import { figuresInTurns } from '../../src/flow/figures-in-turns.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HA_NOI, HOUR, HUNG_YEN, NINE, opened } from '../support/desk-values.ts';
import { turnsDuring } from '../support/turns.ts';

const DAY = 24 * HOUR;
const YEAR = [new Date(NINE.getTime() - 364 * DAY), new Date(NINE.getTime() + DAY)] as const;

onBothDatabases('Figures that are read in turns', (empty) => {
  it('are the same as those read in one go, and others have their turn between', async () => {
    const { store } = empty();
    await store.transaction(async (records) => {
      for (let nth = 0; nth < 30; nth += 1) {
        const answeredAt = new Date(NINE.getTime() - nth * 12 * DAY);
        const { id } = await opened(records, {
          province: nth % 2 ? HA_NOI : HUNG_YEN,
          at: new Date(answeredAt.getTime() - 3 * HOUR),
          dueAt: new Date(answeredAt.getTime() + HOUR),
        });
        await records.tickets.addWords({ ticket: id, by: 'staff', words: 'Chào chị', at: answeredAt });
      }
      await records.counts.add('2026-11-20', 'question', 'zalo/answer', 7);
    });
    const inTurns = figuresInTurns(store);
    for (const province of [undefined, HUNG_YEN]) {
      const whole = await store.transaction(({ measures }) => measures.firstAnswers(...YEAR, province));
      expect(whole).toHaveLength(province === undefined ? 30 : 15);
      const { turns, result } = await turnsDuring(() => inTurns.measures.firstAnswers(...YEAR, province));
      expect(result.toSorted(byAnswer)).toEqual(whole.toSorted(byAnswer));
      expect(turns).toBeGreaterThanOrEqual(30);
    }
    expect(await inTurns.counts.sums('question', '2026-11-20', '2026-11-20')).toEqual([{ label: 'zalo/answer', n: 7 }]);
    expect(await inTurns.measures.firstAnswers(NINE, NINE)).toEqual([]);
  });
});

function byAnswer(a: { readonly answeredAt: Date }, b: { readonly answeredAt: Date }): number {
  return a.answeredAt.getTime() - b.answeredAt.getTime();
}
