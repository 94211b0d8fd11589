import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Citation } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { checkAgainstTexts, type OfficialTexts } from '../../src/knowledge/official-texts.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { readOfficialTexts } from '../../src/store/official-texts.ts';
import { anEntry } from '../support/knowledge-values.ts';

const FILE = 'qa/lao-dong/no-luong.md';
/** Twenty-two syllables without punctuation, which stand in the published article below. */
const PUBLISHED = 'người sử dụng lao động phải trả thêm cho người lao động một khoản tiền ít nhất bằng tiền lãi của số';
const syllables = (many: number): string => PUBLISHED.split(' ', many).join(' ');

const TEXTS: OfficialTexts = {
  codes: new Set(['bo-luat-lao-dong-2019', 'luat-tre-em-2016']),
  articles: new Map([
    [
      'bo-luat-lao-dong-2019:94',
      '1. Trả lương trực tiếp.\n2. Không được ép buộc:\na) chi tiêu vào việc mua hàng;\nb) cho vay.',
    ],
    ['bo-luat-lao-dong-2019:97', `1. Lương theo giờ, ngày, tuần.\n10. Chậm từ 15 ngày thì ${PUBLISHED} trả chậm.`],
  ]),
};
const faultsOf = (change: Parameters<typeof anEntry>[0], texts = TEXTS) => checkAgainstTexts([anEntry(change)], texts);
const aFault = (message: string, field = 'citations') => ({ file: FILE, field, message });

describe('checkAgainstTexts', () => {
  it('finds nothing wrong with an answer in its own words about an article that exists', () => {
    const citations = ['bo-luat-lao-dong-2019:97', 'bo-luat-lao-dong-2019:97.10', 'bo-luat-lao-dong-2019:94.2.b'];
    expect(faultsOf({ citations })).toEqual([]);
  });

  it.each(['luat-tre-em-2017', 'bo-luat-lao-dong-2020'])(
    'finds a law that is spelled otherwise in the register: %s',
    (code) => {
      expect(faultsOf({ citations: [`${code}:6`] })).toEqual([aFault(`${code}:6: mã ${code} không có trong danh mục`)]);
    },
  );

  it.each(['crc:32', 'hp2013:35', 'nghi-dinh-282-2025:30', 'nghi-quyet-01-2024:2'])(
    'lets treaties, the Constitution and decrees have codes of their own: %s',
    (citation) => {
      expect(faultsOf({ citations: [citation] })).toEqual([]);
    },
  );

  it('does not judge an article of a law whose text is not held', () => {
    expect(faultsOf({ citations: ['luat-tre-em-2016:999.9.z'], shortAnswer: PUBLISHED })).toEqual([]);
  });

  it('finds an article that the published text does not have', () => {
    expect(faultsOf({ citations: ['bo-luat-lao-dong-2019:98.1'] })).toEqual([
      aFault('bo-luat-lao-dong-2019:98.1: văn bản chính thức không có điều này, hãy xem lại số điều'),
    ]);
  });

  it.each([
    ['1', true],
    ['10', true],
    ['0', false],
    ['2', false],
    ['15', false],
  ])('looks for the clause in the article: clause %s is there: %s', (clause, there) => {
    const citation = `bo-luat-lao-dong-2019:97.${clause}`;
    expect(faultsOf({ citations: [citation] })).toEqual(
      there ? [] : [aFault(`${citation}: Điều này không có khoản ${clause}`)],
    );
  });

  it.each([
    ['a', true],
    ['b', true],
    ['c', false],
    ['đ', false],
  ])('looks for the point in the article: point %s is there: %s', (point, there) => {
    const citation = `bo-luat-lao-dong-2019:94.2.${point}`;
    expect(faultsOf({ citations: [citation] })).toEqual(
      there ? [] : [aFault(`${citation}: khoản này không có điểm ${point}`)],
    );
  });

  it('does not look for a point in a clause that is not there', () => {
    expect(faultsOf({ citations: ['bo-luat-lao-dong-2019:94.7.z'] })).toEqual([
      aFault('bo-luat-lao-dong-2019:94.7.z: Điều này không có khoản 7'),
    ]);
  });

  describe('words of the law', () => {
    const copied = aFault(
      `chép nguyên văn bo-luat-lao-dong-2019:97: "${syllables(16)}"; viết bằng lời của mình`,
      'thân tệp',
    );
    const step = (line: string) => ({ passages: [{ heading: 'Việc cần làm', lines: [line], numbered: true }] });
    const basis = (says: string) => ({ basis: [{ citation: 'bo-luat-lao-dong-2019:97' as Citation, says }] });

    it.each<[string, (words: string) => Partial<Pick<KnowledgeEntry, 'shortAnswer' | 'passages' | 'basis'>>]>([
      ['the short answer', (shortAnswer) => ({ shortAnswer })],
      ['a step', step],
      ['what a citation says', basis],
    ])('are copied from sixteen syllables on, and are not from fifteen: %s', (_, inPlace) => {
      expect(faultsOf(inPlace(`Vậy ${syllables(16)}.`))).toEqual([copied]);
      expect(faultsOf(inPlace(`Vậy ${syllables(15)} khác.`))).toEqual([]);
    });

    it('are copied whatever the capitals and the punctuation', () => {
      const dressed = syllables(16).replace('lao động phải', 'LAO ĐỘNG, phải');
      expect(faultsOf({ shortAnswer: `“${dressed}…”` })).toEqual([copied]);
    });

    it('are not copied where a word stands between, or a line ends', () => {
      const [first, second] = [syllables(8), PUBLISHED.split(' ').slice(8).join(' ')];
      expect(faultsOf({ shortAnswer: `${first} đều ${second}` })).toEqual([]);
      expect(faultsOf({ shortAnswer: `${first}\n${second}` })).toEqual([]);
    });

    it('are looked for in the articles that the entry cites', () => {
      expect(faultsOf({ citations: ['bo-luat-lao-dong-2019:94'], shortAnswer: PUBLISHED })).toEqual([]);
    });

    it('may be quoted: an entry that quotes is not judged', () => {
      const citation = 'bo-luat-lao-dong-2019:97' as Citation;
      const quotes = [{ citation, language: 'vi', languageName: 'Tiếng Việt', text: PUBLISHED, source: 'Công báo' }];
      expect(faultsOf({ shortAnswer: PUBLISHED, quotes })).toEqual([]);
      expect(faultsOf({ shortAnswer: PUBLISHED })).toEqual([copied]);
    });
  });
});

describe('readOfficialTexts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-texts-'));
    const rows = [
      { _id: 'bo-luat-lao-dong-2019:97', title: 'Kỳ hạn trả lương', text: '1. Trả đúng hạn.\n2. Chậm thì đền thêm.' },
      { _id: 'luat-tre-em-2016:26', title: 'Không bị bóc lột', text: 'Trẻ em được bảo vệ.'.normalize('NFD') },
    ];
    writeFileSync(join(folder, 'corpus.jsonl.gz'), gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    writeFileSync(
      join(folder, 'documents.tsv'),
      'code\tname\nbo-luat-lao-dong-2019\tBộ luật Lao động\nluat-tre-em-2016\tLuật Trẻ em\n\n',
    );
    writeFileSync(join(folder, 'more.tsv'), 'code\tname\nluat-ho-tich-2026\tLuật Hộ tịch\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads the articles, composed, and the codes of both tables without the names of the columns', () => {
    expect(readOfficialTexts(folder, join(folder, 'more.tsv'))).toEqual({
      articles: new Map([
        ['bo-luat-lao-dong-2019:97', '1. Trả đúng hạn.\n2. Chậm thì đền thêm.'],
        ['luat-tre-em-2016:26', 'Trẻ em được bảo vệ.'],
      ]),
      codes: new Set(['bo-luat-lao-dong-2019', 'luat-tre-em-2016', 'luat-ho-tich-2026']),
    });
  });

  it('does without a table of further codes', () => {
    expect(readOfficialTexts(folder, join(folder, 'khong-co.tsv'))?.codes).toEqual(
      new Set(['bo-luat-lao-dong-2019', 'luat-tre-em-2016']),
    );
  });

  it('gives nothing where the texts are not there: nobody needs them to run the product', () => {
    expect(readOfficialTexts(join(folder, 'khong-co'), join(folder, 'more.tsv'))).toBeUndefined();
  });

  it('gives what a check needs', () => {
    const texts = readOfficialTexts(folder, join(folder, 'more.tsv'));
    expect(texts).toBeDefined();
    expect(faultsOf({ citations: ['luat-tre-em-2016:27', 'luat-ho-tich-2026:4'] }, texts)).toEqual([
      aFault('luat-tre-em-2016:27: văn bản chính thức không có điều này, hãy xem lại số điều'),
    ]);
  });
});

/** Texts of laws for checking, outside the repository: nobody needs them to run the bot or these tests. */
describe('The published laws', () => {
  const PUBLISHED_IN = join('..', 'shared', 'data', 'luat-2026');
  const MORE_CODES = join('..', 'shared', 'design', 'extra-codes.tsv');

  it('hold every article that the shipped entries name, and no sentence of theirs', ({ skip }) => {
    skip(!existsSync(join(PUBLISHED_IN, 'corpus.jsonl.gz')), `${PUBLISHED_IN} is not on this machine`);
    skip(!existsSync(MORE_CODES), `${MORE_CODES} is not on this machine`);
    const texts = readOfficialTexts(PUBLISHED_IN, MORE_CODES)!;
    const { entries } = readKnowledge('knowledge');
    expect(texts.articles.size).toBeGreaterThan(1_000);
    expect(checkAgainstTexts(entries, texts)).toEqual([]);
  });
});
