import { describe, expect, it } from 'vitest';
import { type Inspected, inspectKnowledge } from '../../src/knowledge/inspect-knowledge.ts';
import { locate } from '../../src/knowledge/locate.ts';
import { nearDuplicates } from '../../src/knowledge/near-duplicates.ts';
import { readability } from '../../src/knowledge/readability.ts';
import { anEntry, anInstrument, entryFile, lineOf } from '../support/knowledge-values.ts';
import { NEGATIVE_TWIN, PHRASINGS } from '../support/phrasings.ts';

/** A `qa` that has everything. */
const aQuestion = (change: Parameters<typeof anEntry>[0] = {}) =>
  anEntry({ variants: PHRASINGS, negativeTwin: NEGATIVE_TWIN, ...change });
/** Questions that share hardly a word, so that only what a test adds is alike. */
const UNLIKE = [
  aQuestion({ id: 'qa/ly-hon/giu-con', title: 'Ly hôn thì ai được nuôi con nhỏ?' }),
  aQuestion({ id: 'qa/dat/so-do', title: 'Mua đất giấy tay, làm sổ đỏ cách nào?' }),
  aQuestion({ id: 'qa/bat-giu/luat-su', title: 'Bị tạm giữ, xin gặp luật sư ra sao?' }),
];
const WAGES = aQuestion({ title: 'Công ty nợ lương hai tháng thì đòi ở đâu?' });
const AGAIN = aQuestion({ id: 'qa/lao-dong/cham-luong', title: 'Công ty nợ lương ba tháng thì đòi ở đâu?' });

const inspect = (change: Partial<Inspected> = {}) =>
  inspectKnowledge({
    entries: [aQuestion()],
    instruments: [anInstrument()],
    topics: [{ topic: 'lao-dong', name: 'Lao động' }],
    publishedIds: [],
    publishedNumbers: [],
    today: '2026-11-21',
    ...change,
  });
const wordsIn = (words: number): string => `${Array.from({ length: words }, () => 'lương').join(' ')}.`;

describe('inspectKnowledge', () => {
  it('finds nothing wrong with a sound knowledge base', () => {
    expect(inspect()).toMatchObject({ faults: [], alike: [], hardToRead: [] });
  });

  it('finds a topic that nobody listed, and says where to list it', () => {
    expect(inspect({ entries: [aQuestion({ topics: ['lao-dong', 'luong-bong'] })] }).faults).toEqual([
      {
        file: 'qa/lao-dong/no-luong.md',
        field: 'topics',
        message: expect.stringMatching(/^luong-bong không có trong topics\.yaml/),
      },
    ]);
  });

  it('finds that a published entry is gone: somebody may have a link to it', () => {
    const publishedIds = ['qa/lao-dong/no-luong', 'qa/lao-dong/duoi-viec'];
    expect(inspect({ publishedIds }).faults).toEqual([
      {
        file: 'qa/lao-dong/duoi-viec.md',
        field: 'id',
        message: 'mục đã đăng không được xóa hay đổi tên; hết áp dụng thì ghi validTo',
      },
    ]);
  });

  it('lets a published entry end, and lets new ones be added', () => {
    const entries = [aQuestion({ valid: { from: '2021-01-01', to: '2026-01-31' } }), ...UNLIKE];
    expect(inspect({ entries, publishedIds: ['qa/lao-dong/no-luong'] }).faults).toEqual([]);
  });

  it('gathers what every check finds', () => {
    const { faults } = inspect({
      entries: [aQuestion({ negativeTwin: undefined, reviewBy: '2026-11-20' })],
      instruments: [anInstrument(), anInstrument({ code: 'crc', kind: 'treaty', articles: 1 })],
      topics: [],
      publishedIds: ['guide/lao-dong/doi-luong'],
      texts: { codes: new Set(), articles: new Map() },
    });
    expect(faults.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'qa/lao-dong/no-luong.md reviewBy',
      'article/crc/1.md tệp',
      'qa/lao-dong/no-luong.md negativeTwin',
      'qa/lao-dong/no-luong.md topics',
      'guide/lao-dong/doi-luong.md id',
      'qa/lao-dong/no-luong.md citations',
    ]);
  });

  it('does not need the published texts', () => {
    const texts = { codes: new Set<string>(), articles: new Map<string, string>() };
    expect(inspect({ texts }).faults).toHaveLength(1);
    expect(inspect({ texts: undefined }).faults).toEqual([]);
  });

  it('counts the entries of each topic by kind, also where there are none', () => {
    const { coverage } = inspect({
      entries: [
        aQuestion(),
        aQuestion({ id: 'qa/lao-dong/cham-luong', topics: ['lao-dong', 'tien-luong'] }),
        anEntry({ id: 'guide/lao-dong/doi-luong', kind: 'guide' }),
        anEntry({ id: 'article/crc/32', topics: ['tre-em'] }),
      ],
      topics: [
        { topic: 'lao-dong', name: 'Lao động' },
        { topic: 'tien-luong', name: 'Tiền lương' },
        { topic: 'tre-em', name: 'Trẻ em' },
        { topic: 'dat-dai', name: 'Đất đai' },
      ],
    });
    expect(coverage).toEqual([
      { topic: 'lao-dong', name: 'Lao động', counts: { article: 0, qa: 2, guide: 1 } },
      { topic: 'tien-luong', name: 'Tiền lương', counts: { article: 0, qa: 1, guide: 0 } },
      { topic: 'tre-em', name: 'Trẻ em', counts: { article: 1, qa: 0, guide: 0 } },
      { topic: 'dat-dai', name: 'Đất đai', counts: { article: 0, qa: 0, guide: 0 } },
    ]);
  });

  it('shows questions that are nearly the same, and finds no fault with them', () => {
    const { alike, faults } = inspect({ entries: [WAGES, AGAIN, ...UNLIKE] });
    expect(alike.map(({ first, second }) => [first.id, second.id])).toEqual([[WAGES.id, AGAIN.id]]);
    expect(faults).toEqual([]);
  });

  it('shows answers whose sentences are longer than 22 words on average, the longest first', () => {
    const answers = [22, 23, 30].map((words) =>
      aQuestion({ id: `qa/lao-dong/cau-${words}`, title: `Câu ${words}?`, shortAnswer: wordsIn(words), passages: [] }),
    );
    const { hardToRead, wordsPerSentence } = inspect({ entries: answers });
    expect(hardToRead.map(({ entry }) => entry.id)).toEqual(['qa/lao-dong/cau-30', 'qa/lao-dong/cau-23']);
    expect(wordsPerSentence).toBe(25);
  });

  it('judges what we wrote, not what is quoted', () => {
    const quoted = anEntry({
      id: 'article/udhr/1',
      topics: ['nhan-quyen'],
      citations: ['bo-luat-lao-dong-2019:1'],
      shortAnswer: wordsIn(40),
      quotes: [
        {
          citation: 'bo-luat-lao-dong-2019:1' as never,
          language: 'vi',
          languageName: 'Tiếng Việt',
          text: 'Mọi người sinh ra đều được tự do.',
          source: 'gói udhr',
        },
      ],
    });
    const topics = [{ topic: 'tien-luong', name: 'Tiền lương' }];
    const { faults, hardToRead, wordsPerSentence } = inspect({ entries: [quoted], topics });
    expect([faults, hardToRead, wordsPerSentence]).toEqual([[], [], 0]);
  });

  it('has nothing to say of nothing', () => {
    expect(inspect({ entries: [], topics: [] })).toEqual({
      faults: [],
      alike: [],
      hardToRead: [],
      wordsPerSentence: 0,
      coverage: [],
    });
  });
});

describe('nearDuplicates', () => {
  const pairs = (...entries: readonly ReturnType<typeof anEntry>[]) =>
    nearDuplicates(entries).map(({ first, second }) => [first.id, second.id]);

  it('finds no likeness between questions about other matters', () => {
    expect(pairs(...UNLIKE)).toEqual([]);
  });

  it.each([
    'Mất giấy khai sinh thì xin lại ở đâu?',
    'Chủ nhà giữ tiền cọc thì đòi ở đâu?',
    'Công ty nợ tiền bảo hiểm thì báo ở đâu?',
  ])('does not take a few common words for a likeness: %s', (title) => {
    const other = { ...AGAIN, id: 'qa/viec/khac' as typeof AGAIN.id, title };
    expect(pairs(WAGES, AGAIN, other, ...UNLIKE)).toEqual([[WAGES.id, AGAIN.id]]);
  });

  it.each([
    ['without marks', 'cong ty no luong hai thang thi doi o dau'],
    ['in capitals', 'CÔNG TY NỢ LƯƠNG HAI THÁNG THÌ ĐÒI Ở ĐÂU'],
    ['in chat spelling', 'cty nợ lương hai tháng thì đòi ở đâu'],
    ['in decomposed letters', 'Công ty nợ lương hai tháng thì đòi ở đâu?'.normalize('NFD')],
  ])('takes the same words for the same question: %s', (_, title) => {
    const [found, ...others] = nearDuplicates([WAGES, { ...AGAIN, title }, ...UNLIKE]);
    expect(others).toEqual([]);
    expect([found?.first.id, found?.second.id]).toEqual([WAGES.id, AGAIN.id]);
    expect(found?.likeness).toBeCloseTo(1);
  });

  it('finds a guide that is like a question, and leaves articles alone', () => {
    const guide = { ...AGAIN, kind: 'guide' as const };
    expect(pairs(WAGES, guide, ...UNLIKE)).toEqual([[WAGES.id, guide.id]]);
    expect(pairs(WAGES, { ...AGAIN, kind: 'article' }, ...UNLIKE)).toEqual([]);
  });

  it('leaves versions alone that follow each other, and finds those that share a day', () => {
    const before = { ...WAGES, valid: { from: '2021-01-01', to: '2026-12-31' } };
    expect(pairs(before, { ...AGAIN, valid: { from: '2027-01-01' } }, ...UNLIKE)).toEqual([]);
    expect(pairs(before, { ...AGAIN, valid: { from: '2026-12-31' } }, ...UNLIKE)).toHaveLength(1);
  });

  it('puts the most alike first', () => {
    const same = { ...AGAIN, id: 'qa/lao-dong/y-het' as typeof AGAIN.id, title: WAGES.title };
    const found = nearDuplicates([AGAIN, WAGES, same, ...UNLIKE]);
    expect([found[0]?.first.id, found[0]?.second.id]).toEqual([WAGES.id, same.id]);
    const likeness = found.map((one) => one.likeness);
    expect(likeness).toHaveLength(3);
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
  });

  it('finds a pair in whichever order the entries come', () => {
    const likeness = (...entries: readonly ReturnType<typeof anEntry>[]) => nearDuplicates(entries)[0]?.likeness;
    expect(likeness(WAGES, AGAIN, ...UNLIKE)).toBeGreaterThan(0.4);
    expect(likeness(...UNLIKE, AGAIN, WAGES)).toBeCloseTo(likeness(WAGES, AGAIN, ...UNLIKE) ?? 0);
  });
});

describe('readability', () => {
  const lengths = (shortAnswer: string, steps: readonly string[] = []) => {
    const passages = [{ heading: 'Việc cần làm', lines: steps, numbered: true }];
    const { wordsPerSentence, longest } = readability(anEntry({ shortAnswer, passages }));
    return [wordsPerSentence, longest];
  };

  it.each([
    ['one sentence', 'Công ty phải trả lương.', 5, 5],
    ['two sentences', 'Công ty phải trả lương. Chậm thì đền thêm tiền lãi.', 5.5, 6],
    ['a question and a cry', 'Bị nợ lương? Đừng sợ!', 2.5, 3],
    ['a semicolon, a colon: the breath ends', 'Có hai cách: gửi đơn cho công ty; báo Sở Nội vụ.', 4, 5],
    ['a line break', 'Gửi đơn cho công ty\n\nBáo Sở Nội vụ', 4.5, 5],
    ['a number with a dot in it', 'Phạt từ 5.000.000 đồng.', 4, 4],
    ['nothing', '', 0, 0],
  ])('counts words in a sentence: %s', (_, text, mean, longest) => {
    expect(lengths(text)).toEqual([mean, longest]);
  });

  it('counts the steps too: each is a sentence', () => {
    expect(lengths('Công ty phải trả lương.', ['Gửi đơn', 'Báo Sở Nội vụ nơi công ty đóng'])).toEqual([5, 8]);
  });
});

describe('locate', () => {
  const text = `${entryFile({ negativeTwin: NEGATIVE_TWIN })}\n## Ở Việt Nam\nLuật Trẻ em.\n`;
  const at = (field: string, written = text) => locate({ file: 'qa/a.md', field, message: 'sai' }, written).line;

  it.each([
    ['a field', 'negativeTwin', 'negativeTwin:'],
    ['a place within a field', 'citations.1', 'citations:'],
    ['a section', 'Ở Việt Nam', '## Ở Việt Nam'],
  ])('finds the line of %s', (_, field, beginning) => {
    expect(at(field)).toBe(lineOf(text, beginning));
    expect(at(field)).toBeGreaterThan(1);
    expect(at(field, text.replaceAll('\n', '\r\n'))).toBe(at(field));
  });

  it.each(['thân tệp', 'english', 'topic', 'Nơi làm', 'tệp'])('invents no line for what is not there: %s', (field) => {
    expect(at(field)).toBeUndefined();
    expect(at(field, '')).toBeUndefined();
  });

  it('keeps a line that is known', () => {
    const fault = { file: 'qa/a.md', line: 40, field: 'citations', message: 'sai' };
    expect(locate(fault, text)).toEqual(fault);
  });
});
