import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { parseCitation } from '../../src/knowledge/citation.ts';
import { fold } from '../../src/language/fold.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { OUT_OF_SCOPE, UNKNOWN, VAGUE, WAGES, WAGES_LAW } from '../support/questions.ts';
import { ask, judge, knowledgeOn, library, TODAY } from './shipped.ts';

const QUESTIONS = [
  WAGES,
  VAGUE,
  UNKNOWN,
  OUT_OF_SCOPE,
  'điều 20 hiến pháp',
  'chồng đang cầm dao đuổi giết mẹ con tôi',
  'con gái có được chia thừa kế không',
  'asdf qwer zxcv',
  'cty ko tra luong',
  '2 tháng',
];

describe('Hỏi mơ hồ thì hỏi lại', () => {
  it.each([
    'ly hôn',
    'khai sinh',
    'bảo hiểm',
    'tạm giam',
    'khuyết tật',
    'tôn giáo',
    'trợ cấp',
    'luật sư',
    'bạo lực',
    'sa thải',
    'lương',
    'ly hôn ạ',
    'cho em hỏi về khai sinh ạ',
  ])('%s: hai đến bốn lựa chọn', (question) => {
    const { answer } = judge(question);
    if (answer.kind !== 'which-one') return expect(answer.kind).toBe('which-one');
    expect(answer.choices.length).toBeGreaterThanOrEqual(2);
    expect(answer.choices.length).toBeLessThanOrEqual(4);
    expect(new Set(answer.choices).size).toBe(answer.choices.length);
    const { outcome, answers, messages } = ask(question);
    expect(outcome).toBe('choices');
    // what is offered stands among the answers, and in the reply by its title
    for (const { id, title } of answer.choices) {
      expect(answers.map(({ entry }) => entry)).toContain(id);
      expect(messages[0]?.text).toContain(title);
    }
  });
});

describe('Ngoài phạm vi', () => {
  it.each([
    'giá vàng hôm nay bao nhiêu',
    'mai Hà Nội có mưa không',
    'kết quả xổ số miền Bắc hôm qua',
    'cách nấu phở bò ngon',
    'viết giúp tôi đoạn code python',
    'xem tuổi cưới năm nay được không',
    'mua iphone ở đâu rẻ',
    'bitcoin lên bao nhiêu rồi',
    'vé máy bay đi Đà Nẵng tết này giá sao',
    'giải bài tập toán lớp 5 giúp em',
    'tử vi năm nay của em thế nào',
    'bài hát nào đang hot',
    'lãi suất ngân hàng nào cao nhất',
    'cách giảm cân sau tết',
    'nồng độ cồn bao nhiêu thì bị phạt',
  ])('%s', (question) => {
    for (const typed of [question, fold(question), question.normalize('NFD')]) {
      const { outcome, messages } = ask(typed);
      expect([typed, outcome]).toEqual([typed, 'out-of-scope']);
      expect(messages.map(({ text }) => text)).toEqual([vi.outOfScope()]);
    }
  });

  it('có nhắc chuyện ngoài mà việc là việc của quyền thì vẫn trả lời', () => {
    expect(ask('công ty nợ lương em 2 tháng, lấy tiền đâu mua xe đi làm').outcome).not.toBe('out-of-scope');
  });

  it('chữ vô nghĩa thì không đoán', () => {
    expect(['out-of-scope', 'unresolved']).toContain(ask('asdf qwer zxcv').outcome);
  });
});

describe('Không biết', () => {
  it('thì nói là không biết và mời chuyển', () => {
    const { outcome, messages } = ask(UNKNOWN);
    expect(outcome).toBe('unresolved');
    expect(messages[0]?.text.startsWith(vi.notKnown(true))).toBe(true);
  });
});

describe('Câu trả lời nào cũng có căn cứ', () => {
  it('viết rõ điều và luật', () => {
    const text = ask(WAGES)
      .messages.map((message) => message.text)
      .join('\n');
    expect(text).toContain(`${vi.basisHeading()}\n• `);
    expect(text).toContain(`• ${WAGES_LAW}: `);
  });

  it('kể cả ứng viên: trích dẫn nào cũng có thật', () => {
    for (const question of QUESTIONS) {
      for (const { citations } of ask(question).answers) {
        expect(citations.length).toBeGreaterThan(0);
        for (const citation of citations) {
          expect(library.instruments.has(parseCitation(citation)?.code ?? '')).toBe(true);
        }
      }
    }
  });
});

describe('Ứng viên', () => {
  it.each(QUESTIONS)('%s: nhiều nhất năm, không trùng, độ chắc từ 0 đến 1', (question) => {
    const { candidates } = judge(question);
    expect(candidates.length).toBeLessThanOrEqual(5);
    expect(new Set(candidates.map(({ entry }) => entry.id)).size).toBe(candidates.length);
    for (const { confidence } of candidates) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it.each(QUESTIONS)('%s: hỏi lại thì vẫn thế', (question) => {
    expect(judge(question)).toEqual(judge(question));
  });

  it('trả lời thì là ứng viên đầu', () => {
    const { answer, candidates } = judge(WAGES);
    expect(answer).toMatchObject({ kind: 'answered', entry: { id: candidates[0]?.entry.id } });
  });

  it('tên của một mục thì ra chính mục ấy', () => {
    const entries = library.currentOn(TODAY).filter(({ kind }) => kind !== 'article');
    const lost = entries.filter(
      ({ id, title }) =>
        !judge(title)
          .candidates.slice(0, 3)
          .some(({ entry }) => entry.id === id),
    );
    expect(lost.map(({ id, title }) => `${id}: ${title}`)).toEqual([]);
  });
});

describe('Khi nguy hiểm', () => {
  it.each(DANGERS)('%s: đưa mục về chính nguy hiểm ấy khi có', (danger) => {
    const entry = library.currentOn(TODAY).find(({ urgent, kind }) => urgent === danger && kind === 'qa');
    const { answer } = knowledgeOn(TODAY).judge(entry?.title ?? '', danger);
    expect(answer).toMatchObject({ kind: 'answered', entry: { urgent: danger } });
  });

  it('không có gì để đưa thì nói là không biết, không đưa bừa', () => {
    expect(knowledgeOn(TODAY).judge('', 'violence')).toEqual({ answer: { kind: 'not-known' }, candidates: [] });
  });
});
