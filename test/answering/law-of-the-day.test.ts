import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/days.ts';
import { parseCitation } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { ask, firstFor, judge, knowledgeOn, library } from './shipped.ts';

/** Days around which law changes: 1 July 2026, 1 January and 1 March 2027, and one well after. */
const DAYS: readonly Day[] = ['2026-06-30', '2026-11-21', '2026-12-31', '2027-01-01', '2027-03-01'];

const QUESTIONS: readonly string[] = [
  'người khuyết tật có được trợ giúp pháp lý miễn phí không',
  'hộ cận nghèo có được luật sư miễn phí không',
  'hộ nghèo xin luật sư miễn phí cần giấy gì',
  'người già 65 tuổi có được luật sư miễn phí không',
  'không biết chữ thì xin trợ giúp pháp lý thế nào',
  'bị từ chối trợ giúp pháp lý thì làm sao',
  'nộp đơn xin trợ giúp pháp lý ở đâu',
  'bao lâu thì có người trợ giúp pháp lý',
  'bị bắt có được luật sư miễn phí không',
  'bị nhiễm HIV có được trợ giúp pháp lý không',
  'bị bão lũ cuốn nhà có được luật sư miễn phí không',
  'công nhân lương thấp có được luật sư miễn phí không',
  'làm khai sinh cho con cần giấy gì, nộp ở đâu',
  'quá 60 ngày chưa khai sinh cho con có sao không',
  'con sinh ở nhà không có giấy chứng sinh làm khai sinh thế nào',
  'chưa đăng ký kết hôn làm khai sinh cho con được không',
  'tôi có quyền theo đạo hay không theo đạo không',
  'bị ép bỏ đạo thì làm sao',
  'nhóm tín hữu muốn đăng ký sinh hoạt tôn giáo tập trung',
  'trẻ em đi tu có cần cha mẹ đồng ý không',
  'muốn xin thông tin của uỷ ban xã thì làm thế nào',
  'công an giữ người được bao lâu',
  'vào thăm người bị tạm giam thế nào',
  'gửi đồ ăn cho người bị giam',
  'công an khám nhà phải có giấy gì',
  'bị đánh ép nhận tội trong đồn',
  'con 16 tuổi bị công an bắt',
  'công ty nợ lương 2 tháng',
  'lương tối thiểu năm nay bao nhiêu',
  'làm hồ sơ lãnh trợ cấp thất nghiệp ở đâu',
  'công ty không đóng bảo hiểm xã hội',
  'đang mang thai bị cho nghỉ việc',
  'nghỉ thai sản được bao lâu',
  'người già không có lương hưu bao nhiêu tuổi được trợ cấp',
  'trợ cấp khuyết tật hằng tháng bao nhiêu',
  'làm giấy xác nhận khuyết tật ở đâu',
  'trẻ dưới 6 tuổi có thẻ bảo hiểm y tế miễn phí không',
  'đất chưa có sổ đỏ bị thu hồi có được đền bù không',
  'khiếu nại quyết định của chủ tịch xã nộp ở đâu',
  'tố cáo cán bộ đòi tiền',
  'chồng đánh thì gọi ai',
  'xin quyết định cấm tiếp xúc',
  'ly hôn thì ai nuôi con',
  'chồng cũ không gửi tiền nuôi con',
  'con bị bạn đánh ở trường',
  'bị lộ số điện thoại, thông tin cá nhân',
  'đăng bài lên mạng có bị phạt không',
  'bị lừa bán sang nước ngoài',
  'điều 7 luật trợ giúp pháp lý',
  'luật tín ngưỡng tôn giáo điều 6',
];

/** Read straight from the files' own dates, not by the library's way of doing it. */
function inForceOn(entry: KnowledgeEntry, day: Day): boolean {
  const covers = ({ from, to }: { from: Day; to?: Day | undefined }) => from <= day && day <= (to ?? '9999-12-31');
  return (
    covers(entry.valid) &&
    entry.citations.every((citation) => {
      const { code = '', article = '' } = parseCitation(citation) ?? {};
      const instrument = library.instruments.get(code);
      const own = instrument?.articleSpans.get(article);
      return instrument !== undefined && covers(instrument.inForce) && (own === undefined || covers(own));
    })
  );
}

describe('Luật của ngày hỏi', () => {
  it.each([
    ['người khuyết tật có được trợ giúp pháp lý miễn phí không', '2026-12-31', '2027-01-01'],
    ['nhóm tín hữu muốn đăng ký sinh hoạt tôn giáo tập trung', '2026-12-31', '2027-01-01'],
    ['bị ép bỏ đạo thì làm sao', '2026-12-31', '2027-01-01'],
    ['hộ cận nghèo có được trợ giúp pháp lý miễn phí không', '2026-12-31', '2027-01-01'],
    ['làm khai sinh cho con cần giấy gì, nộp ở đâu', '2027-02-28', '2027-03-01'],
    ['quá 60 ngày chưa khai sinh cho con có sao không', '2027-02-28', '2027-03-01'],
  ])('%s: đến hết %s là luật cũ, từ %s là luật mới', (question, lastDay, firstDay) => {
    const [before, after] = [firstFor(question, lastDay), firstFor(question, firstDay)];
    expect(before?.id).not.toBe(after?.id);
    expect([before?.valid.to, after?.valid.from]).toEqual([lastDay, firstDay]);
  });

  it('câu trả lời sắp hết hiệu lực thì ghi rõ đến ngày nào', () => {
    const question = 'nhóm tín hữu muốn đăng ký sinh hoạt tôn giáo tập trung';
    const reply = (day: Day) =>
      ask(question, day)
        .messages.map(({ text }) => text)
        .join('\n');
    expect(reply('2026-12-31')).toContain('áp dụng đến hết 31/12/2026');
    expect(reply('2027-01-01')).not.toContain('áp dụng đến hết');
  });

  it.each(DAYS)('ngày %s: không ứng viên nào của năm mươi câu hỏi đã hết hay chưa có hiệu lực', (day) => {
    expect(QUESTIONS).toHaveLength(50);
    const wrong = QUESTIONS.flatMap((question) =>
      judge(question, day)
        .candidates.filter(({ entry }) => !inForceOn(entry, day))
        .map(({ entry }) => `${question} → ${entry.id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('mục của luật khác ngày thì hỏi đúng tên cũng không ra, bấm nút cũ cũng không mở', () => {
    const [last, first]: readonly [Day, Day] = ['2026-12-31', '2027-01-01'];
    const ended = library.entries.filter(({ valid }) => valid.to === last);
    const coming = library.entries.filter(({ valid }) => valid.from === first);
    expect(Math.min(ended.length, coming.length)).toBeGreaterThan(10);
    for (const [entries, day] of [
      [ended, first],
      [coming, last],
    ] as const) {
      for (const { id, title } of entries) {
        expect(knowledgeOn(day).entry(id)).toBeUndefined();
        expect(judge(title, day).candidates.map(({ entry }) => entry.id)).not.toContain(id);
      }
    }
  });

  it('hai ngày cùng luật thì cùng câu trả lời', () => {
    const question = 'công ty nợ lương 2 tháng';
    expect(ask(question, '2027-01-01')).toEqual(ask(question, '2027-02-28'));
  });
});
