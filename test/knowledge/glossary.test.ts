import { describe, expect, it } from 'vitest';
import { Glossary, type GlossaryTerm } from '../../src/knowledge/glossary.ts';

const TODAY = '2026-11-21';
const aTerm = (term: string, change: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  term,
  also: [],
  plain: 'giải thích bằng lời dễ hiểu.',
  citations: ['bo-luat-dan-su-2015:1'] as unknown as GlossaryTerm['citations'],
  ...change,
});
const OLD_FAITH = aTerm('Tín ngưỡng', { plain: 'niềm tin, theo luật cũ.', validTo: '2026-12-31' });
const NEW_FAITH = aTerm('Tín ngưỡng', { plain: 'niềm tin, theo luật mới.', validFrom: '2027-01-01' });

const glossary = new Glossary({
  reviewedOn: '2026-11-20',
  reviewBy: '2027-05-20',
  terms: [
    aTerm('Tạm giam', {
      also: ['bị tạm giam', 'tạm giam bị can'],
      plain: 'bị giữ trong lúc điều tra. Chưa có nghĩa là có tội.',
      citations: ['bo-luat-to-tung-hinh-su-2015:119', 'bo-luat-to-tung-hinh-su-2015:173'] as never,
    }),
    aTerm('Trợ giúp pháp lý', { also: ['tgpl'] }),
    aTerm('Thế chấp'),
    aTerm('Hội thẩm'),
    aTerm('Con nuôi'),
    aTerm('Người bị buộc tội'),
    aTerm('Cho vay'),
    aTerm('Cầm cố'),
    aTerm('Tuyên bố mất tích'),
    OLD_FAITH,
    NEW_FAITH,
  ],
});
const explained = (question: string, day = TODAY) => glossary.read(question, day)?.title;

describe('Glossary.read explains the term that is asked for', () => {
  it.each([
    ['là gì', 'tạm giam là gì'],
    ['dấu hỏi, chữ hoa', 'Tạm giam là gì?'],
    ['chữ hoa cả', 'TẠM GIAM LÀ GÌ'],
    ['không dấu', 'tam giam la gi'],
    ['viết tắt', 'tạm giam là j'],
    ['chữ tổ hợp (NFD)', 'tạm giam là gì'.normalize('NFD')],
    ['nghĩa là gì', 'tạm giam nghĩa là gì'],
    ['có nghĩa là gì', 'tạm giam có nghĩa là gì'],
    ['nghĩa là sao', 'tạm giam nghĩa là sao'],
    ['có nghĩa là sao', 'tạm giam có nghĩa là sao vậy'],
    ['là như thế nào', 'tạm giam là như thế nào'],
    ['thế nào là', 'thế nào là tạm giam?'],
    ['giải thích từ', 'giải thích từ tạm giam'],
    ['định nghĩa', 'định nghĩa tạm giam'],
    ['hỏi cả trước lẫn sau', 'khái niệm tạm giam là gì'],
    ['nghĩa của từ … là gì', 'nghĩa của từ tạm giam là gì'],
    ['lời lễ phép', 'dạ cho em hỏi tạm giam là gì vậy ạ'],
    ['lời lễ phép, không dấu', 'ad oi cho toi hoi tam giam la gi a'],
    ['lời lễ phép ở giữa', 'giải thích giúp em tạm giam với ạ'],
    ['tên khác', 'bị tạm giam là sao'],
  ])('%s: %s', (_, question) => {
    expect(explained(question)).toBe('Tạm giam là gì?');
  });

  it.each([
    ['thế chấp là gì', 'Thế chấp là gì?'],
    ['cho em hỏi thế chấp là gì vậy', 'Thế chấp là gì?'],
    ['the chap la gi', 'Thế chấp là gì?'],
    ['thế nào là thế chấp', 'Thế chấp là gì?'],
    ['hội thẩm là gì', 'Hội thẩm là gì?'],
    ['dạ cho con hỏi hội thẩm là gì ạ', 'Hội thẩm là gì?'],
    ['con nuôi là gì', 'Con nuôi là gì?'],
    ['cho con hỏi con nuôi là gì', 'Con nuôi là gì?'],
    ['anh ơi thế nào là con nuôi vậy ạ', 'Con nuôi là gì?'],
    ['cho vay là gì', 'Cho vay là gì?'],
    ['em cho hỏi cho vay là gì ạ', 'Cho vay là gì?'],
    ['thế nào là người bị buộc tội vậy ạ', 'Người bị buộc tội là gì?'],
    ['cầm cố nghĩa là gì', 'Cầm cố là gì?'],
  ])('also where the term looks like courtesy or like the question: %s', (question, title) => {
    expect(explained(question)).toBe(title);
  });

  it('also where words that are told apart by marks alone are typed without them', () => {
    expect(explained('tuyên bố mất tích là gì')).toBe('Tuyên bố mất tích là gì?');
    expect(explained('tuyen bo mat tich la gi')).toBe('Tuyên bố mất tích là gì?');
  });

  it('also by its abbreviation, and by what the abbreviation stands for', () => {
    expect([explained('tgpl là gì'), explained('trợ giúp pháp lí là gì')]).toEqual([
      'Trợ giúp pháp lý là gì?',
      'Trợ giúp pháp lý là gì?',
    ]);
  });
});

describe('Glossary.read leaves alone', () => {
  it.each([
    ['a longer question', 'tạm giam là gì khi chưa có luật sư'],
    ['a question about the term', 'bị tạm giam thì có được gặp người nhà không'],
    ['a question with a word before', 'quyền của người tạm giam là gì'],
    ['two terms', 'tạm giam và con nuôi là gì'],
    ['the term alone', 'tạm giam'],
    ['a term that is not held', 'hối phiếu là gì'],
    ['a part of a term', 'trợ giúp là gì'],
    ['only the question', 'là gì'],
    ['both questions and no term', 'thế nào là gì'],
    ['courtesy alone', 'dạ em cho chị hỏi với ạ'],
    ['nothing', ''],
    ['signs', '???'],
    ['a story that ends so', `${'em đi làm ăn xa '.repeat(8)}cho em hỏi tạm giam là gì`],
    ['more courtesy than anybody needs', `${'dạ '.repeat(50_000)}tạm giam là gì`],
  ])('%s', (_, question) => {
    expect(explained(question)).toBeUndefined();
  });
});

describe('Glossary.read and the law of the day', () => {
  it.each([
    ['2026-12-31', OLD_FAITH],
    ['2027-01-01', NEW_FAITH],
  ])('gives the version of %s', (day, { term, plain }) => {
    expect(glossary.read('tín ngưỡng là gì', day)?.shortAnswer).toBe(`${term}: ${plain}`);
  });

  it('explains nothing before the term begins, or after it ends', () => {
    const alone = (term: GlossaryTerm) => new Glossary({ reviewedOn: TODAY, reviewBy: '2027-05-21', terms: [term] });
    expect(alone(NEW_FAITH).read('tín ngưỡng là gì', '2026-12-31')).toBeUndefined();
    expect(alone(OLD_FAITH).read('tín ngưỡng là gì', '2027-01-01')).toBeUndefined();
  });
});

describe('what the glossary gives', () => {
  it('is an entry like any other: an answer that rests on the law, reviewed on a day', () => {
    expect(glossary.read('tạm giam là gì', TODAY)).toMatchObject({
      id: 'qa/thuat-ngu/tam-giam',
      kind: 'qa',
      title: 'Tạm giam là gì?',
      shortAnswer: 'Tạm giam: bị giữ trong lúc điều tra. Chưa có nghĩa là có tội.',
      citations: ['bo-luat-to-tung-hinh-su-2015:119', 'bo-luat-to-tung-hinh-su-2015:173'],
      basis: [
        { citation: 'bo-luat-to-tung-hinh-su-2015:119', says: 'nói về tạm giam.' },
        { citation: 'bo-luat-to-tung-hinh-su-2015:173', says: 'nói về tạm giam.' },
      ],
      reviewedOn: '2026-11-20',
      reviewBy: '2027-05-20',
      quotes: [],
    });
  });

  it('is the same by whichever name it was asked', () => {
    expect(glossary.read('bị tạm giam là gì', TODAY)).toBe(glossary.read('thế nào là tạm giam', TODAY));
  });
});
