import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import { type Groupable, groupQuestions } from '../../src/curation/group-questions.ts';
import { fc } from '../support/property.ts';

const WAGES = 'qa/lao-dong/no-luong' as EntryId;
const VIOLENCE = 'qa/bao-luc-gia-dinh/bi-danh' as EntryId;

/** A question on a day; a test says only what it is about. */
const asked = (id: string, words: string, change: Partial<Groupable> = {}): Groupable => ({
  id,
  words,
  day: '2026-11-20',
  candidates: [],
  ...change,
});
const found = (entry: EntryId, confidence: number) => ({ candidates: [{ entry, confidence }] });
/** The ids of each group, and who stands for it. */
const groups = (questions: readonly Groupable[]) =>
  groupQuestions(questions).map(({ representative, members }) => [
    representative.id,
    members.map(({ id }) => id).sort(),
  ]);

/** What people ask beside: enough that common words become common. */
const OTHERS: readonly Groupable[] = [
  'ly hôn thì ai được nuôi con nhỏ',
  'mua đất giấy tay làm sổ đỏ cách nào',
  'bị tạm giữ xin gặp luật sư ra sao',
  'con tôi bị bạn đánh ở trường thì báo ai',
  'mất giấy khai sinh thì xin lại ở đâu',
  'chủ trọ giữ tiền cọc không trả thì làm gì',
  'người già bao nhiêu tuổi được trợ cấp',
  'xe bị cảnh sát giao thông giữ mấy ngày',
].map((words, nth) => asked(`o${nth}`, words));

describe('groupQuestions', () => {
  it('has nothing to say of nothing', () => {
    expect(groupQuestions([])).toEqual([]);
  });

  it.each([
    ['không dấu', 'cong ty no luong ba thang thi doi o dau'],
    ['viết tắt', 'cty nợ lương 3 tháng thì đòi ở đâu'],
    ['teencode', 'cty nợ lươg ba tháng thì đòi ở đâuuuu'],
    ['giọng miền Nam', 'công ty thiếu lương ba tháng thời đòi ở đâu'],
    ['chữ hoa', 'CÔNG TY NỢ LƯƠNG BA THÁNG ĐÒI Ở ĐÂU'],
    ['chữ tổ hợp', 'công ty nợ lương ba tháng thì đòi ở đâu'.normalize('NFD')],
    ['thêm lời chào', 'dạ em chào ad, công ty nợ lương ba tháng thì đòi ở đâu ạ'],
  ])('puts together what was asked in other letters: %s', (_, words) => {
    const [first, second] = groupQuestions([
      asked('a', 'Công ty nợ lương ba tháng thì đòi ở đâu?'),
      asked('b', words),
      ...OTHERS,
    ]);
    expect(first?.members.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(second?.members).toHaveLength(1);
  });

  it('keeps apart what is asked about other things in the same frame', () => {
    expect(groupQuestions(OTHERS)).toHaveLength(OTHERS.length);
  });

  it('puts together what the bot surely understood alike, though hardly a word is the same', () => {
    const one = 'chồng tui nhậu về là quánh tui, tui phải kêu ai';
    const other = 'bị bạo hành trong gia đình thì báo cho ai';
    const both = (confidence: number) =>
      groups([asked('a', one, found(VIOLENCE, confidence)), asked('b', other, found(VIOLENCE, confidence)), ...OTHERS]);
    expect(both(0.95)[0]?.[1]).toEqual(['a', 'b']);
    expect(both(0.2)[0]?.[1]).toHaveLength(1);
  });

  it('does not put together what shares words and was understood differently only by chance', () => {
    const [first] = groupQuestions([
      asked('a', 'công ty nợ lương ba tháng', found(WAGES, 0.6)),
      asked('b', 'chồng đánh tôi ba tháng nay', found(VIOLENCE, 0.6)),
      ...OTHERS,
    ]);
    expect(first?.members).toHaveLength(1);
  });

  it('does not see placeholders: masked names make no two questions alike', () => {
    const [first] = groupQuestions([
      asked('a', 'anh [tên] số [số điện thoại] nợ lương'),
      asked('b', 'chị [tên] số [số điện thoại] chửi con tôi'),
      ...OTHERS,
    ]);
    expect(first?.members).toHaveLength(1);
  });

  it('puts the most frequent first, then what was asked last', () => {
    const days = groupQuestions([
      asked('a', 'ly hôn thì ai nuôi con', { day: '2026-11-01' }),
      asked('b', 'mua đất giấy tay', { day: '2026-11-03' }),
      asked('c', 'công ty nợ lương', { day: '2026-10-01' }),
      asked('d', 'cong ty no luong', { day: '2026-10-02' }),
    ]);
    expect(days.map(({ representative }) => representative.id)).toEqual(['c', 'b', 'a']);
  });

  it('tells who stands for the group: the one that has most of what the others share', () => {
    const [group] = groupQuestions([
      asked('long', 'dạ em làm may ở Bình Dương, công ty nợ lương em ba tháng rồi mà sếp cứ hứa hoài, giờ tính sao ạ'),
      asked('middle', 'công ty nợ lương ba tháng'),
      asked('short', 'công ty nợ lương'),
      asked('odd', 'công ty nợ lương ba tháng không cho nghỉ phép'),
      ...OTHERS,
    ]);
    expect(group?.representative.id).toBe('middle');
  });

  it('tells from when to when, and what the bot found, with the mean confidence over all', () => {
    const [group] = groupQuestions([
      asked('b', 'công ty nợ lương', { day: '2026-11-18', ...found(WAGES, 0.5) }),
      asked('a', 'cty nợ lương', {
        day: '2026-11-02',
        candidates: [...found(WAGES, 0.3).candidates, ...found(VIOLENCE, 0.2).candidates],
      }),
      ...OTHERS,
    ]);
    expect(group).toMatchObject({ firstDay: '2026-11-02', lastDay: '2026-11-18' });
    expect(group?.members.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(group?.nearest.map(({ entry }) => entry)).toEqual([WAGES, VIOLENCE]);
    expect(group?.nearest[0]?.confidence).toBeCloseTo(0.4);
    expect(group?.nearest[1]?.confidence).toBeCloseTo(0.1);
  });

  it('gives back the very questions, with all that the caller knows of them', () => {
    const question = { ...asked('a', 'công ty nợ lương'), why: 'unresolved' };
    expect(groupQuestions([question])[0]?.representative).toBe(question);
  });

  it('is not troubled by what has no word', () => {
    expect(groups([asked('a', '???'), asked('b', '😀'), asked('c', '')])).toEqual([['a', ['a', 'b', 'c']]]);
  });

  const some = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{4}$/),
      words: fc
        .array(
          fc.constantFrom(
            'công',
            'ty',
            'cty',
            'nợ',
            'lương',
            'luong',
            'chồng',
            'đánh',
            'ba',
            'tháng',
            '[tên]',
            'ly',
            'hôn',
          ),
          { maxLength: 7 },
        )
        .map((words) => words.join(' ')),
      day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
      candidates: fc.constantFrom([], found(WAGES, 0.9).candidates, found(VIOLENCE, 0.4).candidates),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );

  it('loses nobody and counts nobody twice', () => {
    fc.assert(
      fc.property(some, (questions) => {
        const all = groupQuestions(questions).flatMap(({ members }) => members.map(({ id }) => id));
        expect([...all].sort()).toEqual(questions.map(({ id }) => id).sort());
      }),
    );
  });

  it('gives the same groups in whatever order the questions come', () => {
    fc.assert(
      fc.property(
        some.chain((questions) =>
          fc.tuple(fc.constant(questions), fc.shuffledSubarray(questions, { minLength: questions.length })),
        ),
        ([questions, shuffled]) => {
          expect(groups(shuffled)).toEqual(groups(questions));
        },
      ),
    );
  });

  /** Time is not measured: comparing every pair of so many would take minutes, and the runner stops it. */
  it('groups twenty thousand questions', () => {
    const words = ['lương', 'đất', 'hôn', 'con', 'thuế', 'xe', 'nhà', 'tù', 'học', 'bệnh'];
    const questions = Array.from({ length: 20_000 }, (_, nth) =>
      asked(
        `q${nth}`,
        `hỏi về ${words[nth % 10]} ${words[(nth * 7 + 3) % 10]} việc ${Math.floor(nth / 4)} của vùng${nth % 5_000}`,
      ),
    );
    expect(groupQuestions(questions).reduce((sum, { members }) => sum + members.length, 0)).toBe(20_000);
  });
});
