import { describe, expect, it } from 'vitest';
import { LikenessIndex, likeness, WordWeights } from '../../src/language/likeness.ts';
import { fc } from '../support/property.ts';

const QUESTIONS = [
  'Công ty nợ lương hai tháng thì đòi ở đâu?',
  'Công ty nợ lương ba tháng thì đòi ở đâu?',
  'Ly hôn thì ai được nuôi con nhỏ?',
  'Mua đất giấy tay, làm sổ đỏ cách nào?',
  'Bị tạm giữ, xin gặp luật sư ra sao?',
];
const weights = new WordWeights(QUESTIONS);
const alike = (a: string, b: string): number => likeness(weights.weigh(a), weights.weigh(b));
const [WAGES = '', AGAIN = '', DIVORCE = ''] = QUESTIONS;

describe('likeness', () => {
  it.each([
    ['the same words', WAGES, 1],
    ['without marks', 'cong ty no luong hai thang thi doi o dau', 1],
    ['in chat spelling', 'cty nợ lương hai tháng thì đòi ở đâu', 1],
    ['in decomposed letters', WAGES.normalize('NFD'), 1],
    ['nothing in common', 'xin visa du học', 0],
    ['nothing at all', '', 0],
  ])('is a share of what either has: %s', (_, other, expected) => {
    expect(alike(WAGES, other)).toBeCloseTo(expected);
  });

  it('is greater the more is shared, and rare words count more', () => {
    expect(alike(WAGES, AGAIN)).toBeGreaterThan(0.5);
    expect(alike(WAGES, DIVORCE)).toBeLessThan(0.1);
    const common = weights.weigh('thì').total;
    expect(weights.weigh('sổ').total).toBeGreaterThan(common);
  });

  it('takes words that nobody wrote before for rare ones that are not shared', () => {
    expect(alike('lương', 'lương visa')).toBeLessThan(1);
    expect(alike('visa', 'visa')).toBe(0);
  });
});

describe('LikenessIndex', () => {
  it('gives the most alike first, and of equals the one that came first', () => {
    const index = new LikenessIndex<string>(0.1);
    for (const [nth, question] of [AGAIN, WAGES, AGAIN].entries()) index.add(weights.weigh(question), `${nth}`);
    expect(index.near(weights.weigh(WAGES)).map(({ value }) => value)).toEqual(['1', '0', '2']);
    expect(index.near(weights.weigh(DIVORCE))).toEqual([]);
  });

  it('finds all that is alike enough, and nothing else', () => {
    const words = 'công ty nợ lương ly hôn nuôi con đất sổ đỏ luật sư tạm giữ xã phường thuế'.split(' ');
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 30 }),
        text,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (texts, asked, floor) => {
          const learned = new WordWeights(texts);
          const index = new LikenessIndex<number>(floor);
          for (const [nth, one] of texts.entries()) index.add(learned.weigh(one), nth);
          const found = index.near(learned.weigh(asked)).map(({ value }) => value);
          const all = texts
            .map((one, nth) => ({ nth, found: likeness(learned.weigh(one), learned.weigh(asked)) }))
            .filter((one) => one.found >= floor)
            .sort((a, b) => b.found - a.found || a.nth - b.nth);
          expect(found).toEqual(all.map(({ nth }) => nth));
        },
      ),
    );
  });
});
