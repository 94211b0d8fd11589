import { describe, expect, it } from 'vitest';
import { cardOf } from '../../src/knowledge/instrument-card.ts';
import { anInstrument } from '../support/knowledge-values.ts';

const REVIEWED = { reviewedOn: '2026-11-21', reviewBy: '2027-05-21' };
const cardWith = (change: Parameters<typeof anInstrument>[0] = {}) => cardOf(anInstrument(change), REVIEWED);

describe('cardOf', () => {
  it('tells name, number, days and how many articles, and asks for the matter', () => {
    const card = cardWith({ number: '45/2019/QH14', adoptedOn: '2019-11-20', officialUrl: 'https://vbpl.vn/1' });
    expect(card).toMatchObject({
      id: 'qa/van-ban/bo-luat-lao-dong-2019',
      kind: 'qa',
      title: 'Bộ luật Lao động 2019',
      shortAnswer:
        'Bộ luật Lao động, số 45/2019/QH14: thông qua ngày 20/11/2019, có hiệu lực từ ngày 01/01/2021, có 220 điều. ' +
        'Bạn kể việc của mình, hoặc ghi số điều, để tôi tìm điều phù hợp.',
      valid: { from: '2021-01-01' },
      sources: ['https://vbpl.vn/1'],
      ...REVIEWED,
    });
  });

  it('rests on the first article, and says of no article what it says', () => {
    const { citations, basis, passages, quotes } = cardWith();
    expect(citations).toEqual(['bo-luat-lao-dong-2019:1']);
    expect(basis.map(({ citation }) => citation)).toEqual(citations);
    expect([passages, quotes]).toEqual([[], []]);
  });

  it('tells the day on which the instrument ends, and holds until then', () => {
    const card = cardWith({ inForce: { from: '2021-01-01', to: '2026-12-31' } });
    expect(card.shortAnswer).toContain('có hiệu lực từ ngày 01/01/2021 đến hết ngày 31/12/2026');
    expect(card.valid).toEqual({ from: '2021-01-01', to: '2026-12-31' });
  });

  it('leaves out what is not known', () => {
    const card = cardWith({ articles: undefined });
    expect(card.shortAnswer).toMatch(/^Bộ luật Lao động: có hiệu lực từ ngày 01\/01\/2021\. Bạn kể/);
    expect(card.sources).toEqual([]);
    expect(card.english).toBeUndefined();
    expect(card.shortAnswer).not.toMatch(/undefined|, số |có 220/);
  });

  it.each([
    ['with its number', '45/2019/QH14', 'Protects people who work for pay. Official number: 45/2019/QH14.'],
    ['without one', undefined, 'Protects people who work for pay.'],
  ])('speaks English where the instrument does: %s', (_, number, answer) => {
    const english = { name: 'Labour Code 2019', about: 'Protects people who work for pay.' };
    expect(cardWith({ english, number }).english).toEqual({ question: 'Labour Code 2019', variants: [], answer });
  });
});
