import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { MOST_TERMS, type TextDocument, TextIndex } from '../../src/search/text-index.ts';
import { fc } from '../support/property.ts';

const aText = (change: Partial<TextDocument>): TextDocument => ({ head: '', group: '', said: [], body: [], ...change });

const LIBRARY: readonly TextDocument[] = [
  aText({
    head: 'Công ty nợ lương thì phải làm gì?',
    said: ['cty giam lương 2 tháng không trả', 'chủ quỵt tiền công'],
    body: ['Công ty phải trả lương đầy đủ, đúng hạn.', 'Nhờ hoà giải viên lao động.'],
  }),
  aText({
    head: 'Bị đuổi việc không báo trước thì sao?',
    said: ['sếp cho nghỉ ngang'],
    body: ['Công ty phải báo trước khi chấm dứt hợp đồng lao động.'],
  }),
  aText({
    head: 'Đăng ký khai sinh',
    group: 'Luật Hộ tịch 2014',
    body: ['Cha mẹ đi khai sinh cho con trong 60 ngày.', 'Người đi đăng ký nộp giấy chứng sinh.'],
  }),
  aText({ head: 'Đăng ký kết hôn', group: 'Luật Hộ tịch 2014', body: ['Hai bên nam, nữ cùng có mặt, ký tên.'] }),
  aText({ head: 'Kỳ hạn trả lương', group: 'Bộ luật Lao động 2019', body: ['Trả mỗi tháng hoặc nửa tháng một lần.'] }),
];
const QUESTIONS = [
  'công ty nợ lương em hai tháng nay',
  'chủ quỵt tiền công của thợ',
  'đăng ký khai sinh cho con cần giấy chứng sinh không',
  'kết hôn thì hai bên có phải cùng có mặt không',
  'luật hộ tịch',
  'trả lương trễ',
  'thuế nhà đất',
  '',
];
const choose = (index: TextIndex, question: string, limit = 100) => index.choose(index.read(question), limit);
/** As it comes back from the disk. */
const restored = (index: TextIndex): TextIndex => TextIndex.restore(deserialize(serialize(index.stored())));

describe('TextIndex chooses documents', () => {
  const index = TextIndex.build(LIBRARY);

  it.each<[string, string, readonly number[]]>([
    ['the heading', 'đuổi việc', [1]],
    ['the group', 'hộ tịch', [2, 3]],
    ['what people say', 'nghỉ ngang', [1]],
    ['the text', 'hoà giải viên', [0]],
    ['two of them', 'kết hôn, chứng sinh', [2, 3]],
    ['the same words in chat spelling', 'hoà giải viên ko', [0]],
  ])('by the words of %s: %s', (_, question, documents) => {
    expect([...choose(index, question)].sort()).toEqual(documents);
  });

  it.each([
    ['words that no document has', 'thuế nhập khẩu'],
    ['stop words alone', 'dạ cho em hỏi làm sao vậy ạ'],
    ['signs alone', '?!… 😭'],
    ['nothing', ''],
  ])('never by %s: %s', (_, question) => {
    expect(choose(index, question)).toEqual([]);
  });

  it('with neighbouring words before one with the same words scattered', () => {
    const scattered = aText({ body: ['Động viên người thân bị bệnh lao nghỉ ngơi nhiều.'] });
    const neighbouring = aText({ body: ['Bệnh nghề nghiệp của người lao động được bồi thường.'] });
    for (const [documents, first] of [
      [[scattered, neighbouring, ...LIBRARY.slice(2, 4)], 1],
      [[neighbouring, scattered, ...LIBRARY.slice(2, 4)], 0],
    ] as const) {
      expect(choose(TextIndex.build(documents), 'lao động')[0]).toBe(first);
    }
  });

  it('with a rare word before those with a common one', () => {
    const papers = ['khai sinh', 'khai tử', 'kết hôn', 'độc thân'].map((kind) => aText({ head: `Giấy ${kind}` }));
    const index = TextIndex.build(papers);
    expect(choose(index, 'giấy độc thân')[0]).toBe(3);
    const [rare, common] = index.read('giấy độc').words;
    expect(rare?.number).toBe(index.vocabulary.read('doc').plain[0]);
    expect(rare?.weight).toBeGreaterThan(common?.weight ?? 1);
  });

  it.each(QUESTIONS)('the same when it is typed without marks: %s', (question) => {
    expect(choose(index, fold(question))).toEqual(choose(index, question));
  });

  it.each(QUESTIONS)('the same in capitals and in decomposed letters: %s', (question) => {
    expect(choose(index, question.toUpperCase())).toEqual(choose(index, question));
    expect(choose(index, question.normalize('NFD'))).toEqual(choose(index, question));
  });

  it('at most as many as asked for, and always the first of the longer list', () => {
    const words = LIBRARY.flatMap(({ head, group, said, body }) =>
      [head, group, ...said, ...body].join(' ').split(' '),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
        fc.integer({ min: 1, max: 6 }),
        (question, limit) => {
          expect(choose(index, question, limit)).toEqual(choose(index, question).slice(0, limit));
        },
      ),
    );
  });

  it('in the order in which they came where they fit equally well', () => {
    const same = aText({ head: 'Đăng ký tạm trú' });
    expect(choose(TextIndex.build([same, LIBRARY[0]!, same, same]), 'đăng ký tạm trú')).toEqual([0, 2, 3]);
  });

  it('the same however often it was asked before', () => {
    const first = QUESTIONS.map((question) => choose(index, question));
    for (let nth = 0; nth < 5; nth += 1) expect(QUESTIONS.map((question) => choose(index, question))).toEqual(first);
  });

  it('by the rare word among thousands that hold the common ones', () => {
    const many = Array.from({ length: 4000 }, (_, nth) => aText({ head: `Điều ${nth}`, body: ['Luật này quy định.'] }));
    const index = TextIndex.build([...many, aText({ head: 'Điều khoản', body: ['Luật này quy định về khai tử.'] })]);
    expect(choose(index, 'luật quy định điều gì về khai tử', 3)[0]).toBe(4000);
    expect(choose(index, 'luật quy định điều gì', 3)).toHaveLength(3);
  });

  it('nothing from an empty index', () => {
    expect(choose(TextIndex.build([]), 'nợ lương')).toEqual([]);
  });
});

describe('TextIndex reads a question', () => {
  const index = TextIndex.build(LIBRARY);

  it('by its telling words, the rarest first, and by their pairs', () => {
    const { words, pairs, slots } = index.read('em bị nợ lương');
    const telling = words.filter(({ weight }) => weight > 0);
    const plain = (word: string) => index.vocabulary.read(word).plain[0];
    expect(telling.map(({ number }) => number)).toEqual([plain('bị'), plain('nợ'), plain('lương')]);
    expect(slots).toEqual([-1, 0, 1, 2]);
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([[1, 2]]);
  });

  it('with the marks of the words that have them', () => {
    const marks = (question: string) => index.read(question).words.map(({ marked }) => marked >= 0);
    expect([marks('nợ lương'), marks('no luong'), marks('2 tháng')]).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ]);
    expect(['nợ lương', 'no luong', 'nợ luong'].map((question) => index.read(question).markedShare)).toEqual([
      1, 0, 0.5,
    ]);
  });

  it('of a long story by the rarest of its words', () => {
    const common = Array.from({ length: 70 }, (_, nth) => `k${nth}`);
    const story = [...common, 'khai', 'tử'].join(' ');
    const index = TextIndex.build([
      ...Array.from({ length: 5 }, () => aText({ body: [common.join(' ')] })),
      aText({ head: 'khai tử' }),
    ]);
    const { words } = index.read(story);
    const telling = words.filter(({ weight }) => weight > 0);
    expect(telling).toHaveLength(MOST_TERMS);
    expect(telling.slice(0, 2).map(({ number }) => number)).toEqual(index.vocabulary.read('khai tử').plain);
  });

  it.each([
    ['unknown telling words', 'nợ lương zirconi xeton', 2],
    ['one behind words in chat spelling', 'cty zirconi cho lương', 1],
    ['one with signs about it', '“zirconi”?', 1],
    ['one on a second line', 'nợ lương\nzirconi', 1],
    ['courtesy that no text has', 'dạ thưa ad, nợ lương nhé', 0],
    ['courtesy with signs about it', 'dạ, nợ lương (nhé!)', 0],
    ['only known words', 'nợ lương', 0],
  ])('and counts %s: %s', (_, question, unknown) => {
    const each = Math.log(1 + 2 * LIBRARY.length);
    expect(index.read(question).unknownWeight / each).toBeCloseTo(unknown, 9);
  });
});

describe('TextIndex keeps twins apart', () => {
  const twinned = LIBRARY.map((document) => ({ ...document, twin: 'đăng ký xe máy điện nộp thuế bao nhiêu' }));

  it('so that they take no part in the choice', () => {
    const [without, index] = [TextIndex.build(LIBRARY), TextIndex.build(twinned)];
    for (const question of QUESTIONS) expect(choose(index, question)).toEqual(choose(without, question));
    expect(choose(index, 'xe máy điện')).toEqual([]);
  });

  it('so that they change the weight of no word', () => {
    const [without, index] = [TextIndex.build(LIBRARY), TextIndex.build(twinned)];
    for (const word of ['nợ', 'lương', 'ký', 'đăng']) {
      const weight = (of: TextIndex) => of.read(word).words[0]?.weight;
      expect([word, weight(index)]).toEqual([word, weight(without)]);
    }
  });

  it('so that their words remain unknown', () => {
    expect(TextIndex.build(twinned).read('thuế').unknownWeight).toBe(
      TextIndex.build(LIBRARY).read('thuế').unknownWeight,
    );
  });
});

describe('TextIndex that was kept', () => {
  const index = TextIndex.build(LIBRARY.map((document, nth) => (nth === 0 ? { ...document, twin: 'thuế' } : document)));

  it.each(QUESTIONS)('reads and chooses as before: %s', (question) => {
    const again = restored(index);
    expect(again.read(question)).toEqual(index.read(question));
    expect(choose(again, question)).toEqual(choose(index, question));
  });

  it('gives the same to keep again', () => {
    expect(restored(index).stored()).toEqual(index.stored());
  });
});
