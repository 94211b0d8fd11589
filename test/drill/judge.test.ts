import { describe, expect, it } from 'vitest';
import { type Arrival, type Circumstances, judge, type Tally } from '../../scripts/drill/judge.ts';
import { fc } from '../support/property.ts';

const EXPECTED = ['Điều 32', 'Bạn được đòi lương', 'Không có gì, bạn giữ gìn sức khoẻ nhé'];
const [FIRST = '', SECOND = '', THIRD = ''] = EXPECTED;
const NOTICE = 'Máy đang trục trặc';
const NOTHING: Tally = { lost: 0, doubled: 0, reordered: 0, foreign: 0, onTheWire: 0, unanswered: 0, notices: 0 };

/** What was read, one message each millisecond from 1 on. */
function tallyOf(read: readonly (string | Partial<Arrival>)[], more: Partial<Circumstances> = {}): Tally {
  const arrivals = read.map((one, nth) => ({
    at: nth + 1,
    answered: true,
    text: '',
    ...(typeof one === 'string' ? { text: one } : one),
  }));
  const usual: Circumstances = { kills: [], workers: 1, isNotice: (text) => text === NOTICE };
  return judge([{ expected: EXPECTED, read: arrivals }], { ...usual, ...more });
}

describe('What people read is judged', () => {
  it('finds nothing where everybody read everything once and in order', () => {
    expect(tallyOf(EXPECTED)).toEqual(NOTHING);
  });

  it('counts what never came', () => {
    expect(tallyOf([FIRST, THIRD])).toEqual({ ...NOTHING, lost: 1 });
    expect(tallyOf([])).toEqual({ ...NOTHING, lost: 3 });
  });

  it('counts what came twice, wherever the second one stands, and not as out of order', () => {
    expect(tallyOf([FIRST, FIRST, SECOND, THIRD])).toEqual({ ...NOTHING, doubled: 1 });
    expect(tallyOf([FIRST, SECOND, THIRD, FIRST])).toEqual({ ...NOTHING, doubled: 1 });
  });

  it('counts what came after a later one', () => {
    expect(tallyOf([SECOND, FIRST, THIRD])).toEqual({ ...NOTHING, reordered: 1 });
    expect(tallyOf([THIRD, FIRST, SECOND])).toEqual({ ...NOTHING, reordered: 2 });
  });

  it('counts what nobody had to get, and what only tells to wait, apart', () => {
    expect(tallyOf([FIRST, 'lạ', NOTICE, SECOND, THIRD])).toEqual({ ...NOTHING, foreign: 1, notices: 1 });
  });

  it('excuses a repeat with a kill between the two, one for each worker and kill', () => {
    const read = [FIRST, SECOND, FIRST, SECOND, THIRD];
    expect(tallyOf(read, { kills: [2.5], workers: 2 })).toEqual({ ...NOTHING, onTheWire: 2 });
    expect(tallyOf(read, { kills: [2.5], workers: 1 })).toEqual({ ...NOTHING, onTheWire: 1, doubled: 1 });
    expect(tallyOf(read, { kills: [0.5, 3.5], workers: 2 })).toEqual({ ...NOTHING, onTheWire: 1, doubled: 1 });
  });

  it('excuses a repeat of what the platform took without a word, and not a third one', () => {
    const unanswered = { text: FIRST, answered: false };
    expect(tallyOf([unanswered, FIRST, SECOND, THIRD])).toEqual({ ...NOTHING, unanswered: 1 });
    expect(tallyOf([unanswered, FIRST, FIRST, SECOND, THIRD])).toEqual({ ...NOTHING, unanswered: 1, doubled: 1 });
  });

  it('accounts for every message, whatever came', () => {
    const texts = fc.array(fc.constantFrom(...EXPECTED, NOTICE, 'lạ'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(12), { maxLength: 3 }), (read, kills) => {
        const tally = tallyOf(read, { kills });
        const first = EXPECTED.length - tally.lost;
        expect(first + tally.doubled + tally.onTheWire + tally.foreign + tally.notices).toBe(read.length);
        expect(tally.reordered).toBeLessThanOrEqual(Math.max(0, first - 1));
      }),
    );
  });
});
