import { describe, expect, it } from 'vitest';
import { type ArticleWords, applyChange } from '../../src/law/apply-change.ts';
import type { StatedAmendment } from '../../src/law/stated.ts';

const ARTICLE: ArticleWords = {
  heading: 'Thời hạn',
  headingLine: 'Điều 3. Thời hạn',
  text: [
    '1. Sách được mượn trong 14 ngày.',
    '2. Được gia hạn khi:',
    'a) Không ai chờ;',
    'b) Sách không quý;',
    'đ) Người mượn ở xa.',
    '3. Tạp chí: 3 ngày.',
  ].join('\n'),
};

function change(more: Partial<StatedAmendment>): StatedAmendment {
  return {
    kind: 'amendment',
    name: 'luat muon sach',
    number: undefined,
    on: '2027-01-01',
    article: '3',
    act: 'replaced',
    ...more,
  };
}

const textAfter = (more: Partial<StatedAmendment>, before: ArticleWords | undefined = ARTICLE) =>
  applyChange(before, change(more))?.words?.text;
const lines = (text: string | undefined) => text?.split('\n');

describe('a change that can be carried out word for word', () => {
  it('puts a clause in the place of the one with its number', () => {
    expect(lines(textAfter({ clause: '2', text: '2. Không gia hạn.' }))).toEqual([
      '1. Sách được mượn trong 14 ngày.',
      '2. Không gia hạn.',
      '3. Tạp chí: 3 ngày.',
    ]);
    expect(
      textAfter({ clause: '3', text: '3. Tạp chí: 5 ngày.\nBáo: 1 ngày.' })?.endsWith(
        'đ) Người mượn ở xa.\n3. Tạp chí: 5 ngày.\nBáo: 1 ngày.',
      ),
    ).toBe(true);
  });

  it('puts a new clause after the one before it', () => {
    expect(lines(textAfter({ act: 'inserted', clause: '1a', text: '1a. Sách nói: 30 ngày.' }))?.slice(0, 3)).toEqual([
      '1. Sách được mượn trong 14 ngày.',
      '1a. Sách nói: 30 ngày.',
      '2. Được gia hạn khi:',
    ]);
    expect(lines(textAfter({ act: 'inserted', clause: '4', text: '4. Báo: 1 ngày.' }))?.slice(-2)).toEqual([
      '3. Tạp chí: 3 ngày.',
      '4. Báo: 1 ngày.',
    ]);
  });

  it('takes a clause or point away', () => {
    expect(lines(textAfter({ act: 'repealed', clause: '3' }))?.at(-1)).toBe('đ) Người mượn ở xa.');
    expect(lines(textAfter({ act: 'repealed', clause: '2', point: 'b' }))?.slice(1, 4)).toEqual([
      '2. Được gia hạn khi:',
      'a) Không ai chờ;',
      'đ) Người mượn ở xa.',
    ]);
  });

  it('puts points in their places, several of one quotation too', () => {
    const both = textAfter({ clause: '2', point: 'a', text: 'a) Sách còn;\nb) Sách mới;' });
    expect(lines(both)?.slice(1, 5)).toEqual([
      '2. Được gia hạn khi:',
      'a) Sách còn;',
      'b) Sách mới;',
      'đ) Người mượn ở xa.',
    ]);
    const added = textAfter({ act: 'inserted', clause: '2', point: 'e', text: 'e) Trẻ em.' });
    expect(lines(added)?.slice(-3)).toEqual(['đ) Người mượn ở xa.', 'e) Trẻ em.', '3. Tạp chí: 3 ngày.']);
  });

  it('takes a whole article, or only its heading', () => {
    expect(applyChange(undefined, change({ text: 'Điều 3. Hạn mượn\n1. Một tháng.' }))).toEqual({
      words: { heading: 'Hạn mượn', headingLine: 'Điều 3. Hạn mượn', text: '1. Một tháng.' },
      keeps: false,
    });
    expect(applyChange(ARTICLE, change({ text: 'Điều 3. Hạn mượn' }))).toEqual({
      words: { ...ARTICLE, heading: 'Hạn mượn', headingLine: 'Điều 3. Hạn mượn' },
      keeps: true,
    });
    expect(applyChange(ARTICLE, change({ act: 'repealed' }))).toEqual({ words: undefined, keeps: false });
  });
});

describe('a change that could only be guessed', () => {
  it.each<[string, Partial<StatedAmendment>, ArticleWords | undefined]>([
    ['single words', { act: 'unclear' }, ARTICLE],
    ['a clause that is not there', { clause: '7', text: '7. Mới.' }, ARTICLE],
    ['a clause under another number', { clause: '2', text: '3. Không gia hạn.' }, ARTICLE],
    ['a new clause whose number is taken', { act: 'inserted', clause: '3', text: '3. Mới.' }, ARTICLE],
    ['a new clause far from the others', { act: 'inserted', clause: '9', text: '9. Mới.' }, ARTICLE],
    ['a new point after one that is not there', { act: 'inserted', clause: '2', point: 'd', text: 'd) Mới.' }, ARTICLE],
    ['points of which one is not there', { clause: '2', point: 'b', text: 'b) Một;\nc) Hai.' }, ARTICLE],
    ['a point without its clause', { point: 'a', text: 'a) Mới.' }, ARTICLE],
    ['another article', { text: 'Điều 4. Khác\nVăn bản.' }, ARTICLE],
    ['a part of what is not held', { clause: '1', text: '1. Mới.' }, undefined],
    [
      'the last point, below which stands something else',
      { clause: '1', point: 'a', text: 'a) Mới.' },
      { ...ARTICLE, text: '1. Gồm:\na) Sách.\nTrừ sách quý.' },
    ],
    [
      'a point that stands there twice',
      { clause: '1', point: 'a', text: 'a) Mới.' },
      { ...ARTICLE, text: '1. Gồm:\na) Sách;\na) Báo;\nb) Đĩa.' },
    ],
  ])('is not carried out: %s', (_, more, before) => {
    expect(applyChange(before, change(more))).toBeUndefined();
  });
});
