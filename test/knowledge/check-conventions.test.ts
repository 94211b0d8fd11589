import { describe, expect, it } from 'vitest';
import { checkConventions } from '../../src/knowledge/check-conventions.ts';
import type { Passage } from '../../src/knowledge/entry.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

const IN_VIETNAM: Passage = {
  heading: 'Ở Việt Nam',
  lines: ['Hiến pháp và Luật Trẻ em bảo vệ quyền này. Gọi 111 khi trẻ bị bóc lột.'],
  numbered: false,
};
const children = anInstrument({ code: 'crc', kind: 'treaty', shortName: 'Công ước về quyền trẻ em', articles: 2 });
const constitution = anInstrument({ code: 'hp2013', kind: 'constitution', shortName: 'Hiến pháp 2013', articles: 2 });

const digest = (article: string, change: Parameters<typeof anEntry>[0] = {}) =>
  anEntry({
    id: `article/${article.replace(':', '/')}`,
    citations: [article, 'hp2013:37'],
    passages: [IN_VIETNAM],
    ...change,
  });

describe('checkConventions', () => {
  it('finds nothing wrong where every article has a digest that leads to Vietnam', () => {
    const entries = [digest('crc:1'), digest('crc:2'), digest('hp2013:1'), digest('hp2013:2')];
    expect(checkConventions(entries, [children, constitution])).toEqual([]);
  });

  it.each([
    ['a convention', children, 'crc'],
    ['the Constitution', constitution, 'hp2013'],
  ])('names the article of %s that has no digest', (_, instrument, code) => {
    expect(checkConventions([digest(`${code}:1`)], [instrument])).toEqual([
      { file: `article/${code}/2.md`, field: 'tệp', message: 'thiếu tóm lược của điều này, hãy viết' },
    ]);
  });

  it('does not take the digest of another convention, nor a question, for the digest', () => {
    const others = [digest('cedaw:2'), anEntry({ id: 'article/crc/2', kind: 'qa', citations: ['crc:2'] })];
    expect(checkConventions([digest('crc:1'), ...others], [children])).toEqual([
      expect.objectContaining({ file: 'article/crc/2.md', field: 'tệp' }),
    ]);
  });

  it('misses the Constitution where a digest of a convention does not name it', () => {
    const alone = digest('crc:2', { citations: ['crc:2', 'luat-tre-em-2016:26'] });
    expect(checkConventions([digest('crc:1'), alone], [children])).toEqual([
      {
        file: 'article/crc/2.md',
        field: 'citations',
        message: 'chưa nối với Hiến pháp: thêm một trích dẫn hp2013:…',
      },
    ]);
  });

  it.each<[string, readonly Passage[]]>([
    ['is not there', []],
    ['says nothing', [{ ...IN_VIETNAM, lines: [] }]],
    ['has another heading', [{ ...IN_VIETNAM, heading: 'Ai được hưởng' }]],
  ])('misses what holds in Vietnam where the passage %s', (_, passages) => {
    expect(checkConventions([digest('crc:1'), digest('crc:2', { passages })], [children])).toEqual([
      { file: 'article/crc/2.md', field: 'Ở Việt Nam', message: 'thiếu phần "## Ở Việt Nam": luật nào, tới đâu' },
    ]);
  });

  it('says both of one digest', () => {
    const bare = digest('crc:2', { citations: ['crc:2'], passages: [] });
    expect(checkConventions([digest('crc:1'), bare], [children]).map(({ field }) => field)).toEqual([
      'citations',
      'Ở Việt Nam',
    ]);
  });

  it('asks for no bridge from the Constitution: it is the law of Vietnam', () => {
    const bare = { citations: ['hp2013:1'], passages: [] };
    expect(checkConventions([digest('hp2013:1', bare), digest('hp2013:2', bare)], [constitution])).toEqual([]);
  });

  it.each(['declaration', 'code', 'law', 'decree'] as const)('asks for no digests of a %s', (kind) => {
    expect(checkConventions([], [anInstrument({ kind })])).toEqual([]);
  });
});
