import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { hotlinesFor } from '../../src/safety/hotlines.ts';
import { isFixed, withHotlineChanges } from '../../src/service/hotline-change.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

const { hotlines } = readKnowledge('knowledge');
const off = (number: string) => ({
  number,
  name: 'đổi tên',
  hours: '',
  cost: '',
  off: true,
  source: 'thử',
  verifiedOn: '2026-11-01',
});
const numbers = (shown: readonly { number: string }[]) => shown.map(({ number }) => number);

describe('hotlines with what an admin set in front', () => {
  it('shows a new number in place of the old one, for the same dangers', () => {
    const shelter = hotlines.find(({ id }) => id === 'ngoi-nha-binh-yen');
    const change = { ...off('1900 969 699'), off: false, name: 'Ngôi nhà Bình yên', hours: '24/7', cost: 'miễn phí' };
    const shown = withHotlineChanges(hotlines, new Map([['ngoi-nha-binh-yen', change]]));
    expect(shown.find(({ id }) => id === 'ngoi-nha-binh-yen')).toEqual({
      ...shelter,
      number: '1900 969 699',
      name: 'Ngôi nhà Bình yên',
      hours: '24/7',
      cost: 'miễn phí',
    });
    expect(shown).toHaveLength(hotlines.length);
  });

  it('never hides or changes a number that people must always find', () => {
    const everythingOff = new Map(hotlines.map(({ id }) => [id, off('999')]));
    const shown = withHotlineChanges(hotlines, everythingOff);
    expect(shown).toEqual(hotlines.filter(isFixed));
    expect(numbers(shown).sort()).toEqual(['111', '113', '114', '115', '1800 1233']);
    for (const danger of DANGERS) expect(hotlinesFor(danger, shown)).not.toEqual([]);
  });
});
