import { describe, expect, it } from 'vitest';
import { beginningOf, firstWithin, lastWithin } from '../../../../src/web/console/desk/light-page.ts';

const size = (text: string): number => text.length;

describe('what fits on a page', () => {
  it.each<[string, readonly string[], number, readonly string[], readonly string[]]>([
    ['everything', ['a', 'bb'], 3, ['a', 'bb'], ['a', 'bb']],
    ['a part', ['aa', 'bb', 'cc'], 4, ['aa', 'bb'], ['bb', 'cc']],
    ['one at least', ['aaaa', 'bbbb'], 2, ['aaaa'], ['bbbb']],
    ['nothing', [], 2, [], []],
  ])('%s', (_, items, most, first, last) => {
    expect(firstWithin(items, size, most)).toEqual(first);
    expect(lastWithin(items, size, most)).toEqual(last);
  });

  it('is the beginning of a long text', () => {
    expect([beginningOf('nợ lương', 8), beginningOf('nợ lương rồi', 9)]).toEqual(['nợ lương', 'nợ lương…']);
  });
});
