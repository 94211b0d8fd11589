import { describe, expect, it } from 'vitest';
import { Comparer, FEATURES, type Feature } from '../../src/search/compare.ts';
import { type TextDocument, TextIndex } from '../../src/search/text-index.ts';
import { fc } from '../support/property.ts';

const aText = (change: Partial<TextDocument>): TextDocument => ({ head: '', group: '', said: [], body: [], ...change });
/** About something else, so that the words of the tests are rare. */
const OTHERS = [
  aText({ head: 'Đốt rác ngoài vườn', body: ['Khói bay vào xóm.'] }),
  aText({ head: 'Mượn xe đạp', body: ['Mượn rồi thì giữ gìn.'] }),
];

/** Compares one question with all documents, and gives a feature or the twin of the document asked for. */
function comparing(documents: readonly TextDocument[], question: string) {
  const all = [...documents, ...OTHERS];
  const {
    documents: compared,
    features,
    twins,
  } = new Comparer(TextIndex.build(all), all).compare(
    question,
    all.length,
    all.map((_, nth) => nth),
  );
  return {
    feature: (name: Feature, document = 0): number =>
      features[compared.indexOf(document) * FEATURES.length + FEATURES.indexOf(name)] ?? Number.NaN,
    twin: (document = 0): number => twins[compared.indexOf(document)] ?? Number.NaN,
  };
}
/** One feature of the first document. Words that stand in no other document weigh the same, so shares can be counted. */
const feature = (name: Feature, document: Partial<TextDocument>, question: string): number =>
  comparing([aText(document)], question).feature(name);

describe('Comparer: words and pairs', () => {
  it.each<[string, number]>([
    ['đòi nợ lương', 1],
    ['nợ lương', 1],
    ['lương hưu', 1 / 2],
    ['lương hưu trí', 1 / 3],
    ['hưu trí', 0],
  ])('counts the share of the question that the document holds: %s', (question, share) => {
    const { feature } = comparing([aText({ body: ['đòi nợ', 'lương'] }), aText({ body: ['hưu', 'trí'] })], question);
    expect(feature('words')).toBeCloseTo(share, 5);
  });

  it('weighs a rare word more than a common one', () => {
    const { feature } = comparing(
      [aText({ body: ['giấy khai sinh'] }), aText({ body: ['giấy'] }), aText({ body: ['giấy'] })],
      'giấy khai',
    );
    expect(feature('words', 1)).toBeLessThan(0.5);
    expect(feature('words', 1)).toBeGreaterThan(0);
    expect(feature('words', 0)).toBeCloseTo(1, 5);
  });

  it.each([
    ['side by side', 'lao động', 1],
    ['scattered', 'lao tâm vì động đất', 0],
    ['turned round', 'động lao', 0],
  ])('finds a pair %s: %s', (_, text, share) => {
    const known = aText({ body: ['lao động'] });
    expect(comparing([aText({ body: [text] }), known], 'lao động').feature('pairs')).toBeCloseTo(share, 5);
  });

  it('finds no pair over the end of a paragraph', () => {
    const known = aText({ body: ['lao động'] });
    expect(comparing([aText({ body: ['lao', 'động'] }), known], 'lao động').feature('pairs')).toBe(0);
  });

  it.each([
    ['all marks', 'nợ lương', 1],
    ['the marks of one word', 'nợ lượng', 0.5],
    ['other marks', 'nở lượng', 0],
  ])('counts words with %s: %s', (_, question, share) => {
    // So that the wrongly marked forms are known too.
    const other = aText({ body: ['hoa nở, lượng mưa'] });
    expect(comparing([aText({ body: ['nợ lương'] }), other], question).feature('marked')).toBeCloseTo(share, 5);
  });

  it('takes words typed without marks for marked as well as they can be', () => {
    expect(feature('marked', { body: ['nợ lương'] }, 'no luong')).toBeCloseTo(1, 5);
  });

  it('counts what the question asks that nobody knows', () => {
    const { feature } = comparing([aText({ body: ['nợ lương'] })], 'nợ lương zirconi');
    expect(feature('unknown')).toBeGreaterThan(0.3);
    expect(feature('unknown')).toBeLessThan(1);
    expect(comparing([aText({ body: ['nợ lương'] })], 'nợ lương').feature('unknown')).toBe(0);
  });
});

describe('Comparer: the heading', () => {
  it.each([
    ['all of it asked', 'đòi nợ lương', 1, 1],
    ['two words of three', 'nợ lương', 1, 2 / 3],
    ['one word of three, and one from the text', 'lương tháng', 1 / 2, 1 / 3],
    ['nothing of it', 'tháng', 0, 0],
  ])('knows how much of each holds the other: %s', (_, question, headWords, headPrecision) => {
    const { feature } = comparing([aText({ head: 'Đòi nợ lương', body: ['Mỗi tháng.'] })], question);
    expect(feature('headWords')).toBeCloseTo(headWords, 5);
    expect(feature('headPrecision')).toBeCloseTo(headPrecision, 5);
  });

  it('is 0 where there is none', () => {
    expect(feature('headPrecision', { body: ['nợ lương'] }, 'nợ lương')).toBe(0);
  });

  it('does not take the name of the law for it', () => {
    const { feature } = comparing([aText({ head: 'Kỳ hạn', group: 'Bộ luật Lao động' })], 'lao động');
    expect([feature('headWords'), feature('groupWords')]).toEqual([0, 1]);
    expect(feature('groupPrecision')).toBeCloseTo(1 / 2, 5); // bộ luật lao động: two words of four
  });
});

describe('Comparer: the nearest phrasing', () => {
  it('is the one that holds most of the question', () => {
    // 3 words and 1 known pair (`nợ lương`) are asked: the first phrasing holds 3 of these 4, the second 1.
    const { feature } = comparing([aText({ said: ['nợ lương', 'tháng'] })], 'nợ lương tháng');
    expect(feature('nearest')).toBeCloseTo(3 / 4, 5);
    expect(feature('nearestThree')).toBeCloseTo((3 / 4 + 1 / 4 + 0) / 3, 5);
    expect(feature('nearestDice')).toBeCloseTo((2 * 2) / (3 + 2), 5);
  });

  it.each([
    ['a phrasing', aText({ said: ['nợ lương ba tháng', 'quỵt tiền công'] })],
    ['the question of the entry', aText({ head: 'Nợ lương ba tháng?', said: ['quỵt tiền công'] })],
  ])('holds all of a question that is %s', (_, document) => {
    const { feature } = comparing([document], 'nợ lương ba tháng');
    for (const name of ['nearest', 'nearestDice', 'nearestMarked'] as const) expect(feature(name)).toBeCloseTo(1, 5);
  });

  it('does not come together out of several', () => {
    const { feature } = comparing([aText({ said: ['nợ', 'lương'] })], 'nợ lương');
    expect([feature('nearest'), feature('saidWords')]).toEqual([0.5, 1]);
  });

  it('is none of the paragraphs', () => {
    const { feature } = comparing([aText({ body: ['nợ lương'] })], 'nợ lương');
    expect([feature('nearest'), feature('clauseWords')]).toEqual([0, 1]);
  });
});

describe('Comparer: the longest run', () => {
  it.each([
    ['all in order', ['giáo viên trường mầm non công lập huyện'], 1],
    ['with other words about it', ['hỏi giáo viên trường mầm non công lập huyện ấy'], 1],
    ['broken by a word', ['giáo viên trường mầm ơi non công lập huyện'], 4 / 8],
    ['over the end of a paragraph', ['giáo viên trường mầm', 'non công lập huyện'], 4 / 8],
    ['in two pieces, turned round', ['non công lập huyện giáo viên trường mầm'], 4 / 8],
    ['turned round word by word', ['huyện lập công non mầm trường viên giáo'], 1 / 8],
    ['none of it', ['đăng ký kết hôn'], 0],
  ])('counts the words that follow each other as in the question: %s', (_, body, share) => {
    expect(feature('run', { body }, 'giáo viên trường mầm non công lập huyện')).toBeCloseTo(share, 5);
  });

  it('is no longer than the question where words are said twice', () => {
    const said = 'nợ lương nợ lương nợ lương';
    expect(feature('run', { body: [said] }, said)).toBeLessThanOrEqual(1.0001);
  });
});

describe('Comparer: the window', () => {
  const apart = (words: number): string => `nợ ${Array.from({ length: words }, () => 'x').join(' ')} lương`;
  it.each<[string, readonly string[], number]>([
    ['side by side', ['nợ lương'], 1],
    ['thirteen words between them', [apart(13)], 1],
    ['fourteen words between them', [apart(14)], 0.5],
    ['in neighbouring paragraphs', ['nợ', 'lương'], 0.5],
    ['far apart, and once more near each other', [apart(40), 'nợ thì trả lương'], 1],
  ])('holds words that stand near each other: %s', (_, body, share) => {
    expect(feature('window', { body }, 'nợ lương')).toBeCloseTo(share, 5);
  });

  it('counts a word once, however often it stands there', () => {
    expect(feature('window', { body: ['nợ nợ nợ nợ', 'lương'] }, 'nợ lương')).toBeCloseTo(0.5, 5);
  });
});

describe('Comparer: the paragraph', () => {
  it('counts a long paragraph less than a short one with the same words', () => {
    const long = `nợ lương ${'x '.repeat(80)}`;
    const [inShort, inLong] = [['nợ lương'], [long]].map((body) => feature('clause', { body }, 'nợ lương'));
    expect(inShort).toBeCloseTo(1 / (1 + 2 / 80), 5);
    expect(inLong).toBeCloseTo(1 / (1 + 82 / 80), 5);
  });
});

describe('Comparer: the law', () => {
  const laws = [
    aText({ head: 'Điều kiện kết hôn', group: 'Luật Hôn nhân và gia đình 2000', body: ['kết hôn'] }),
    aText({ head: 'Điều kiện kết hôn', group: 'Luật Hôn nhân và gia đình 2014', body: ['kết hôn'] }),
    aText({ head: 'Giải thích từ ngữ', group: 'Luật Hôn nhân và gia đình 2014', body: ['kết hôn'] }),
    aText({ head: 'Hiệu lực thi hành', group: 'Luật Hôn nhân và gia đình 2014', body: ['kết hôn'] }),
    aText({ head: 'Phạt vi phạm hợp đồng', group: 'Bộ luật Dân sự 2015', body: ['kết hôn'] }),
  ];

  it('is the older by the years since the newest, in tens', () => {
    const { feature } = comparing(laws, 'kết hôn');
    expect([0, 1, 4].map((nth) => feature('older', nth))).toEqual([1.5, 0.1, 0].map((value) => Math.fround(value)));
  });

  it.each([
    ['definitions', 2, 'kết hôn là gì', 'definitionsAsked'],
    ['fines', 4, 'kết hôn giả bị phạt thế nào', 'finesAsked'],
  ] as const)('knows an article of %s, and when it is asked for', (kind, article, question, wanted) => {
    const [asked, notAsked] = [comparing(laws, question), comparing(laws, 'tuổi kết hôn')];
    expect(laws.map((_, nth) => asked.feature(kind, nth))).toEqual(laws.map((_, nth) => (nth === article ? 1 : 0)));
    expect([asked.feature(wanted, article), notAsked.feature(wanted, article)]).toEqual([1, 0]);
  });

  it('knows the frame of a law', () => {
    const { feature } = comparing(laws, 'kết hôn');
    expect(laws.map((_, nth) => feature('frame', nth))).toEqual([0, 0, 0, 1, 0]);
  });

  it('shares the candidates out among their laws', () => {
    const { feature } = comparing(laws, 'kết hôn');
    const [first, second, fifth] = [0, 1, 4].map((nth) => feature('groupShare', nth)) as [number, number, number];
    expect(second).toBeGreaterThan(first); // three articles against one
    expect(first + second + fifth).toBeCloseTo(1, 5);
  });
});

describe('Comparer: the twin', () => {
  // `thuế`, `nợ` and `tháng` stand in one document each, so they weigh the same.
  const documents = (twin?: string) => [
    aText({ body: ['nợ'], twin }),
    aText({ body: ['thuế'] }),
    aText({ body: ['tháng'] }),
  ];

  it.each([
    ['the twin itself', 'nợ thuế tháng', 1],
    ['typed without marks', 'no thue thang', 1],
    ['two words of three', 'nợ thuế', (2 * 2) / (2 + 3)],
    ['one word of three', 'nợ', (2 * 1) / (1 + 3)],
    ['said twice', 'nợ thuế nợ thuế', (2 * 2) / (2 + 3)],
    ['nothing of it', 'khói', 0],
  ])('is as like as the words that both share: %s', (_, question, likeness) => {
    expect(comparing(documents('nợ thuế tháng'), question).twin()).toBeCloseTo(likeness, 5);
  });

  it('is 0 where a document has none', () => {
    const { twin } = comparing(documents('nợ thuế tháng'), 'nợ thuế tháng');
    expect([twin(1), twin(2), comparing(documents(), 'nợ thuế tháng').twin(0)]).toEqual([0, 0, 0]);
  });

  it('changes no feature', () => {
    const [without, twinned] = [documents(), documents('nợ thuế tháng')].map((all) => comparing(all, 'nợ thuế tháng'));
    for (const name of FEATURES) expect([name, twinned?.feature(name)]).toEqual([name, without?.feature(name)]);
  });
});

describe('Comparer: all features', () => {
  const LIBRARY = [
    aText({
      head: 'Công ty nợ lương thì phải làm gì?',
      said: ['cty giam lương 2 tháng không trả', 'chủ quỵt tiền công', 'nợ nợ nợ'],
      body: ['Công ty phải trả lương đầy đủ, đúng hạn.', 'Nhờ hoà giải viên lao động, hoà giải viên lao động.'],
      twin: 'công ty nợ thuế',
    }),
    aText({ head: 'Đăng ký khai sinh', group: 'Luật Hộ tịch 2014', body: ['Cha mẹ đi khai sinh trong 60 ngày.'] }),
    aText({ head: 'Hiệu lực', group: 'Luật Hộ tịch 2026', body: ['', 'Luật này có hiệu lực từ 2027.'] }),
    aText({}),
  ];
  const comparer = new Comparer(TextIndex.build(LIBRARY), LIBRARY);
  const words = LIBRARY.flatMap(({ head, group, said, body }) => [head, group, ...said, ...body].join(' ').split(' '));
  const questions = fc.oneof(
    fc.array(fc.constantFrom(...words, 'zirconi', 'ko', '\n'), { maxLength: 30 }).map((some) => some.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('lie between 0 and about 1', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { documents, features, twins } = comparer.compare(question, 10, [0, 1, 2, 3]);
        expect(features).toHaveLength(documents.length * FEATURES.length);
        const wrong = [...features].flatMap((value, at) =>
          value >= 0 && value <= (FEATURES[at % FEATURES.length] === 'older' ? 2 : 1.001)
            ? []
            : [`${FEATURES[at % FEATURES.length]}: ${value}`],
        );
        expect(wrong).toEqual([]);
        for (const twin of twins) {
          expect(twin).toBeGreaterThanOrEqual(0);
          expect(twin).toBeLessThanOrEqual(1.0001);
        }
      }),
    );
  });

  it('are the same for the second question as for the first', () => {
    fc.assert(
      fc.property(questions, questions, (question, other) => {
        const first = comparer.compare(question, 10);
        comparer.compare(other, 10);
        expect(comparer.compare(question, 10)).toEqual(first);
      }),
    );
  });

  it('are there for documents that only something else points to, behind the others and once each', () => {
    expect(comparer.compare('khai sinh', 10, [3, 1]).documents).toEqual([1, 3]);
  });

  it('are for no more of the first choice than asked for', () => {
    expect(comparer.compare('luật hộ tịch', 1).documents).toHaveLength(1);
  });
});
