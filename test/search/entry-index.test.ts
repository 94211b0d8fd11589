import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { KnowledgeEntry, Quote } from '../../src/knowledge/entry.ts';
import { fold } from '../../src/language/fold.ts';
import { EntryIndex, type StoredEntryIndex } from '../../src/search/entry-index.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { MIX, type Mix } from '../../src/search/weights.ts';
import { anEntry } from '../support/knowledge-values.ts';
import { fc } from '../support/property.ts';

/** Other words for the matters of the small library below. */
const LEXICON = new Lexicon([
  ['ly hôn', 'ly dị', 'divorce'],
  ['nuôi con', 'giành con', 'custody'],
  ['nợ lương', 'quỵt lương', 'xù lương'],
]);
const indexOf = (entries: readonly KnowledgeEntry[]): EntryIndex => EntryIndex.build(entries, LEXICON);

const anAnswer = (
  id: string,
  title: string,
  variants: readonly string[],
  shortAnswer: string,
  steps: readonly string[],
): KnowledgeEntry =>
  anEntry({
    id,
    title,
    variants,
    shortAnswer,
    passages: [{ heading: 'Việc cần làm', lines: steps, numbered: true }],
    basis: [],
  });

const LIBRARY: readonly KnowledgeEntry[] = [
  anAnswer(
    'qa/lao-dong/bi-no-luong',
    'Công ty nợ lương thì phải làm gì?',
    ['cty giam lương 2 tháng không trả', 'làm xong việc mà chủ quỵt tiền công'],
    'Công ty phải trả lương đầy đủ, đúng hạn. Chậm từ 15 ngày thì phải đền thêm tiền lãi.',
    ['Gửi đơn đòi lương cho công ty.', 'Nhờ hoà giải viên lao động.'],
  ),
  anAnswer(
    'qa/lao-dong/bi-duoi-viec',
    'Bị đuổi việc không báo trước thì sao?',
    ['sếp cho nghỉ ngang không nói lý do', 'đang làm thì bị sa thải'],
    'Công ty chỉ được chấm dứt hợp đồng khi có lý do luật cho phép và phải báo trước.',
    ['Hỏi lý do bằng giấy.', 'Khởi kiện trong một năm.'],
  ),
  anAnswer(
    'qa/bao-luc-gia-dinh/bi-danh-goi-ai',
    'Bị chồng đánh thì gọi ai?',
    ['chồng nhậu về là đánh vợ con', 'vợ đánh chồng thì báo ở đâu'],
    'Đang nguy hiểm thì gọi ngay 113. Uỷ ban xã phải xử lý tin báo bạo lực gia đình.',
    ['Đưa trẻ ra xa.', 'Báo công an xã.'],
  ),
  anAnswer(
    'qa/giay-to-cu-tru/khai-sinh-muon',
    'Làm giấy khai sinh muộn cho con thế nào?',
    ['con 5 tuổi chưa có khai sinh', 'đẻ ở nhà giờ làm khai sinh được không'],
    'Trẻ nào cũng được khai sinh, muộn mấy cũng được và không mất tiền.',
    ['Đến uỷ ban xã.', 'Mang giấy chứng sinh hoặc người làm chứng.'],
  ),
  anAnswer(
    'qa/khuyet-tat/xin-tro-cap',
    'Người khuyết tật được trợ cấp bao nhiêu?',
    ['bị liệt hai chân có được tiền hằng tháng không', 'mẹ bị tai biến nằm một chỗ xin chế độ'],
    'Người khuyết tật nặng và đặc biệt nặng được trợ cấp hằng tháng.',
    ['Xin xác định mức độ khuyết tật ở xã.', 'Nộp tờ khai.'],
  ),
  anAnswer(
    'qa/gia-dinh/ly-hon-nuoi-con',
    'Ly hôn thì ai được nuôi con?',
    ['bỏ chồng có giành được con không', 'toà giao con nhỏ cho ai'],
    'Con dưới 36 tháng thường ở với mẹ; từ 7 tuổi thì toà hỏi ý con.',
    ['Gom giấy tờ về thu nhập, chỗ ở.', 'Nộp đơn ở toà án nhân dân khu vực.'],
  ),
];

const UNRELATED: readonly KnowledgeEntry[] = [
  anAnswer(
    'qa/dat-dai/so-do',
    'Làm sổ đỏ lần đầu cần gì?',
    ['đất ông bà để lại chưa có bìa đỏ'],
    'Đất dùng ổn định, không tranh chấp thì được xét cấp sổ.',
    ['Nộp hồ sơ ở văn phòng đăng ký đất đai.'],
  ),
  anAnswer(
    'qa/ton-giao/hop-nhom',
    'Họp nhóm cầu nguyện ở nhà có phải xin phép không?',
    ['nhóm đạo nhỏ sinh hoạt tại gia'],
    'Đăng ký sinh hoạt tôn giáo tập trung với uỷ ban xã.',
    ['Viết văn bản đăng ký.'],
  ),
];

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ['đủ dấu', 'Công ty nợ lương tôi ba tháng', 'qa/lao-dong/bi-no-luong'],
  ['không dấu', 'cong ty no luong 3 thang roi', 'qa/lao-dong/bi-no-luong'],
  ['viết tắt', 'cty ko trả lg đúng hạn, e đòi đc ko ạ', 'qa/lao-dong/bi-no-luong'],
  ['từ đồng nghĩa', 'ông chủ xù lương tụi em', 'qa/lao-dong/bi-no-luong'],
  ['kể dài, nhiều chi tiết thừa', longStory(), 'qa/lao-dong/bi-no-luong'],
  ['giọng Nam, kể lể', 'chồng tui nhậu về là đánh tui hoài, tui phải kêu ai', 'qa/bao-luc-gia-dinh/bi-danh-goi-ai'],
  ['giọng Nam, chữ khác', 'ổng quánh vợ con hoài, kêu ai bây giờ', 'qa/bao-luc-gia-dinh/bi-danh-goi-ai'],
  ['giọng Trung', 'chồng hắn đánh mạ con tui, chừ báo mô', 'qa/bao-luc-gia-dinh/bi-danh-goi-ai'],
  ['teencode', 'ck e nhậu về đáh e hoài, e pải lm j', 'qa/bao-luc-gia-dinh/bi-danh-goi-ai'],
  ['chữ tổ hợp (NFD)', 'làm giấy khai sinh muộn'.normalize('NFD'), 'qa/giay-to-cu-tru/khai-sinh-muon'],
  ['chữ hoa', 'CON TÔI CHƯA CÓ KHAI SINH', 'qa/giay-to-cu-tru/khai-sinh-muon'],
  ['kiểu bỏ dấu khác', 'người khuyết tật nặng khoẻ yếu thế nào thì có trợ cấp', 'qa/khuyet-tat/xin-tro-cap'],
  ['chữ lạ trông giống (Ð)', 'Ðuổi việc không báo trước', 'qa/lao-dong/bi-duoi-viec'],
  ['tiếng Anh', 'divorce, who gets custody of my child', 'qa/gia-dinh/ly-hon-nuoi-con'],
  ['khoảng trắng không nhìn thấy', 'ly\u00a0hôn \u200bnuôi con', 'qa/gia-dinh/ly-hon-nuoi-con'],
];

/** A person who tells everything before they ask. */
function longStory(): string {
  return (
    'Em quê Nghệ An, vô Bình Dương làm may được hai năm, thuê phòng trọ gần chợ, tháng trước xe hỏng phải vay tiền sửa. ' +
    'Hôm rồi chị tổ trưởng nói hết đơn hàng, cả chuyền về sớm, ai cũng buồn. Công ty nợ lương ba tháng nay rồi mà hỏi ai cũng nói chờ.'
  );
}

describe('EntryIndex finds the entry that a person means', () => {
  const index = indexOf(LIBRARY);

  it.each(QUESTIONS)('%s: %s', (_, question, id) => {
    expect(index.search(question)[0]?.entry.id).toBe(id);
  });

  it.each(LIBRARY.flatMap((entry) => [entry.title, ...entry.variants].map((words) => [words, entry.id] as const)))(
    'by its own words, with and without marks: %s',
    (words, id) => {
      for (const typed of [words, fold(words), words.toUpperCase(), words.normalize('NFD')]) {
        expect([typed, index.search(typed)[0]?.entry.id]).toEqual([typed, id]);
      }
    },
  );

  it('puts the marks to use when only they tell two entries apart', () => {
    const about = (id: string, word: string) => anAnswer(id, `Có được ${word} không?`, [], `Nói về ${word}.`, []);
    const two = indexOf([about('qa/a/cam-xe', 'cầm xe'), about('qa/a/cam-duong', 'cấm xe')]);
    expect(two.search('đường này cấm xe à')[0]?.entry.id).toBe('qa/a/cam-duong');
    expect(two.search('cầm xe lấy tiền')[0]?.entry.id).toBe('qa/a/cam-xe');
  });

  it('searches the words of the Declaration where an entry has no others', () => {
    const quote: Quote = {
      citation: anEntry().citations[0],
      language: 'vi',
      languageName: 'tiếng Việt',
      text: 'Không ai bị bắt làm nô lệ hoặc bị cưỡng bức làm việc như nô lệ',
      source: 'udhr',
    };
    const article = anEntry({ id: 'article/udhr/4', title: 'Điều 4', variants: [], shortAnswer: '', quotes: [quote] });
    expect(indexOf([...LIBRARY, article]).search('cưỡng bức nô lệ')[0]?.entry.id).toBe('article/udhr/4');
  });
});

describe('EntryIndex finds nothing', () => {
  const index = indexOf(LIBRARY);

  it.each([
    ['in nothing', ''],
    ['in spaces', ' \n\t\u200b '],
    ['in signs', '???!!! …'],
    ['in a face', '😭👍'],
    ['in courtesy alone', 'dạ vâng, cho em hỏi chút ạ'],
    ['in one letter', 'a'],
    ['in words that no entry has', 'zirconi xeton'],
    ['in names that JavaScript knows', 'constructor __proto__ toString'],
    ['in half a letter', '\ud83d'],
  ])('%s', (_, question) => {
    expect(index.search(question)).toEqual([]);
  });

  it('when it holds nothing', () => {
    expect(indexOf([]).search('công ty nợ lương')).toEqual([]);
  });
});

describe('its numbers', () => {
  const index = indexOf(LIBRARY);
  const vocabulary = LIBRARY.flatMap(({ title, variants, shortAnswer }) =>
    [title, ...variants, shortAnswer].flatMap((text) => text.split(' ')),
  );
  const questions = fc.oneof(
    fc
      .array(fc.constantFrom(...vocabulary, 'zirconi', 'ko', 'ạ', '?'), { maxLength: 25 })
      .map((some) => some.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('are between 0 and 1, best first, at most as many as asked for, each entry once', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 8 }), (question, limit) => {
        const matches = index.search(question, limit);
        expect(matches.length).toBeLessThanOrEqual(limit);
        expect(new Set(matches.map(({ entry }) => entry.id)).size).toBe(matches.length);
        for (const { score, evidence } of matches) {
          const { said, whole, ...shares } = evidence;
          for (const share of Object.values(shares)) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          for (const cosine of [said, whole]) expect(Math.abs(cosine)).toBeLessThanOrEqual(1.001);
          expect(score).toBeGreaterThan(0);
        }
      }),
    );
  });

  it.each(LIBRARY.flatMap(({ title, variants }) => [title, ...variants]))(
    'cover a question wholly when it is one of the entry’s own phrasings: %s',
    (phrasing) => {
      const [match] = index.search(phrasing);
      expect(match?.evidence.coverage).toBeCloseTo(1, 5);
      expect(match?.evidence.nearest).toBeCloseTo(1, 5);
    },
  );

  it('cover less of a question that also speaks of something unknown', () => {
    const coverage = (question: string) => index.search(question)[0]?.evidence.coverage ?? 0;
    expect(coverage('nợ lương')).toBeCloseTo(1, 5);
    expect(coverage('nợ lương zirconi')).toBeLessThan(0.9);
    expect(coverage('nợ lương zirconi xeton')).toBeLessThan(coverage('nợ lương zirconi'));
    expect(coverage('nợ lương zirconi xeton')).toBeGreaterThan(0);
  });

  it('weigh a rare word more than a common one', () => {
    const common = ['một', 'hai', 'ba'].map((nth) =>
      anAnswer(`qa/xe/${fold(nth)}`, `Giấy phép xe ${nth} bánh`, [], 'Xin giấy phép.', []),
    );
    const rare = anAnswer('qa/xe/mat', 'Giấy phép xe bị mất', [], 'Xin cấp lại.', []);
    const matches = indexOf([...common, rare]).search('phép mất');
    const coverage = (id: string) => matches.find(({ entry }) => entry.id === id)?.evidence.coverage ?? 0;
    expect(coverage('qa/xe/mot')).toBeLessThan(0.5); // both words are asked; it holds the common one
    expect(coverage('qa/xe/mot')).toBeGreaterThan(0);
    expect(coverage('qa/xe/mat')).toBeCloseTo(1, 5);
  });

  it.each([
    ['lương', 1],
    ['nợ lương công ty', 4],
    ['lương lương LƯƠNG luong', 1],
    ['dạ cho em hỏi ạ', 0],
    ['', 0],
  ])('count the telling words of "%s": %i', (question, count) => {
    expect(index.tellingWords(question)).toBe(count);
  });
});

describe('entries of one matter', () => {
  /** The same question for four kinds of workers: as phrasings they are alike, as answers they are not. */
  const alike = ['thợ hồ', 'thợ may', 'phụ bếp', 'bảo vệ'].map((who) =>
    anAnswer(
      `qa/lao-dong/no-luong-${fold(who).replace(' ', '-')}`,
      'Công ty nợ lương thì phải làm gì?',
      ['cty giam lương 2 tháng không trả', 'làm xong việc mà chủ quỵt tiền công'],
      `Nói riêng cho ${who}: công ty phải trả lương đúng hạn.`,
      [],
    ),
  );
  const index = indexOf([...alike, ...LIBRARY.slice(1)]);
  const found = (limit: number) => index.search('công ty nợ lương rồi đuổi việc', limit).map(({ entry }) => entry.id);
  const isAlike = (id: string) => id.startsWith('qa/lao-dong/no-luong');

  it('do not fill all places: another matter comes before the second of them', () => {
    expect(found(2).map(isAlike)).toEqual([true, false]);
    expect(found(2)[1]).toBe('qa/lao-dong/bi-duoi-viec');
  });

  it('are not lost: they stand behind', () => {
    expect(found(20).filter(isAlike)).toHaveLength(4);
    expect(found(20).slice(-3).every(isAlike)).toBe(true);
  });
});

describe('a negative twin', () => {
  const twin = 'đặt cọc mua đất rồi không mua nữa có lấy lại tiền cọc được không';
  const room: KnowledgeEntry = {
    ...anAnswer(
      'qa/nha-o/chu-tro-giu-tien-coc',
      'Chủ trọ không trả lại tiền cọc thì làm sao?',
      ['đặt cọc rồi không ở nữa có lấy lại tiền cọc được không', 'trả phòng rồi chủ nhà giữ tiền cọc'],
      'Trả phòng đúng hẹn thì chủ trọ phải trả lại tiền cọc.',
      ['Nhắn tin đòi cọc.'],
    ),
    negativeTwin: twin,
  };
  const land = anAnswer(
    'qa/dat-dai/mat-coc-mua-dat',
    'Đã đặt cọc mua đất mà đổi ý thì sao?',
    ['bỏ cọc đất'],
    'Người đặt cọc không mua nữa thì mất tiền cọc.',
    ['Xem lại giấy đặt cọc.'],
  );
  const first = (entries: readonly KnowledgeEntry[], question: string) => indexOf(entries).search(question)[0];

  it('is not answered first by its entry when another entry fits', () => {
    const question = `${twin} ạ`;
    expect(first([{ ...room, negativeTwin: undefined }, land], question)?.entry.id).toBe(room.id);
    expect(first([room, land], question)?.entry.id).toBe(land.id);
  });

  it('is told as evidence against its entry', () => {
    for (const typed of [twin, fold(twin)]) {
      const about = indexOf([room, land, ...LIBRARY])
        .search(typed)
        .find(({ entry }) => entry.id === room.id);
      expect(about?.evidence.twin).toBeGreaterThan(0.1);
    }
  });

  it('does not speak against the entry for its own phrasings', () => {
    for (const phrasing of [room.title, ...room.variants]) {
      const match = first([room, land, ...LIBRARY], phrasing);
      expect([match?.entry.id, match?.evidence.twin]).toEqual([room.id, 0]);
    }
  });
});

describe('an index with another mix', () => {
  const index = indexOf(LIBRARY);
  const NOTHING = Object.fromEntries(Object.keys(MIX).map((part) => [part, 0])) as unknown as Mix;

  it('finds the same with the same mix and lexicon', () => {
    for (const [, question] of QUESTIONS) {
      expect(index.mixed(MIX, LEXICON).search(question)).toEqual(index.search(question));
    }
  });

  it('scores by what is in the mix alone', () => {
    const [match] = index.mixed({ ...NOTHING, lexical: 2 }, LEXICON).search('công ty nợ lương');
    expect(match?.score).toBeCloseTo(2 * (match?.evidence.lexical ?? 0), 9);
    const [marked] = index.mixed({ ...NOTHING, marked: 1 }, LEXICON).search('công ty nợ lương');
    expect(marked?.score).toBeCloseTo(marked?.evidence.marked ?? 0, 9);
  });

  it('finds nothing when nothing is in the mix', () => {
    expect(index.mixed(NOTHING, LEXICON).search('công ty nợ lương')).toEqual([]);
  });

  it('knows other words only by its lexicon', () => {
    const question = 'divorce, custody';
    expect(index.search(question)[0]?.entry.id).toBe('qa/gia-dinh/ly-hon-nuoi-con');
    expect(index.mixed(MIX, new Lexicon([])).search(question)).toEqual([]);
  });

  it('leaves the first one as it was', () => {
    const before = index.search('công ty nợ lương');
    index.mixed(NOTHING, new Lexicon([])).search('công ty nợ lương');
    expect(index.search('công ty nợ lương')).toEqual(before);
  });
});

describe('an index that was kept', () => {
  const index = indexOf(LIBRARY);
  /** As it comes back from the disk. */
  const stored = () => deserialize(serialize(index.stored())) as StoredEntryIndex;

  it.each(QUESTIONS)('finds as before: %s', (_, question) => {
    const again = EntryIndex.restore(LIBRARY, stored(), LEXICON);
    expect(again.search(question, 10)).toEqual(index.search(question, 10));
    expect(again.tellingWords(question)).toBe(index.tellingWords(question));
  });

  it('gives the same to keep again', () => {
    expect(EntryIndex.restore(LIBRARY, stored(), LEXICON).stored()).toEqual(index.stored());
  });
});

describe('two builds', () => {
  it.each(QUESTIONS)('give equal results: %s', (_, question) => {
    expect(indexOf(LIBRARY).search(question)).toEqual(indexOf(LIBRARY).search(question));
  });

  it('give the same result for the tenth search as for the first', () => {
    const index = indexOf(LIBRARY);
    const first = QUESTIONS.map(([, question]) => index.search(question));
    for (let nth = 0; nth < 9; nth += 1) expect(QUESTIONS.map(([, question]) => index.search(question))).toEqual(first);
  });

  it.each(QUESTIONS)('choose the same entry, in whatever order the entries came: %s', (_, question, id) => {
    expect(indexOf([...LIBRARY].reverse()).search(question)[0]?.entry.id).toBe(id);
  });

  it.each(QUESTIONS)('choose the same entry when unrelated ones are added: %s', (_, question, id) => {
    for (const added of [UNRELATED, ...UNRELATED.map((entry) => [entry])]) {
      expect(indexOf([...added, ...LIBRARY]).search(question)[0]?.entry.id).toBe(id);
    }
  });
});

describe('a very long question', () => {
  it.each([
    ['one sentence again and again', 'công ty nợ lương tôi ba tháng. '.repeat(3_300)],
    ['one word', 'lương'.repeat(20_000)],
    ['words that nobody has', Array.from({ length: 12_000 }, (_, nth) => `tu${nth}`).join(' ')],
  ])('is searched to its end: %s', (_, question) => {
    expect(() => indexOf(LIBRARY).search(question)).not.toThrow();
  });
});
