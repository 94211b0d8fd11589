import type { PeriodFigures } from '../../src/reporting/figures.ts';
import { daysOf } from '../../src/reporting/period.ts';
import type { IssuingBody } from '../../src/reporting/report.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

/** A year of a service in use, some of its numbers small. Every day has its own count, from 3 to 16. */
export function aYear(other: Partial<PeriodFigures> = {}): PeriodFigures {
  return {
    period: YEAR,
    questionsByDay: Object.fromEntries(daysOf(YEAR).map((day, index) => [day, 3 + ((index * 5) % 14)])),
    questionsByChannel: { zalo: 2310, telegram: 618, web: 533 },
    questionsByOutcome: { answer: 2703, choices: 391, unresolved: 210, 'out-of-scope': 157 },
    questionsByTopic: [
      { name: 'Bạo lực gia đình', count: 612 },
      { name: 'Trợ giúp pháp lý', count: 540 },
      { name: 'Mất việc, sa thải, thôi việc', count: 331 },
      { name: 'Khai sinh, hộ tịch', count: 205 },
      { name: 'Tai nạn, an toàn lao động', count: 96 },
      { name: 'Người khuyết tật', count: 88 },
      { name: 'Bảo hiểm xã hội, hưu trí', count: 61 },
      { name: 'Ủy ban và cơ chế Liên Hợp Quốc', count: 7 },
      { name: 'Ma túy, cai nghiện', count: 4 },
      { name: 'Người có HIV', count: 3 },
      { name: 'Nghĩa vụ quân sự', count: 0 },
    ],
    questionsByGroup: [
      { name: 'Trẻ em', count: 410 },
      { name: 'Phụ nữ, bình đẳng giới', count: 388 },
      { name: 'Người cao tuổi', count: 52 },
      { name: 'Đồng bào dân tộc thiểu số', count: 2 },
    ],
    questionsByArticle: [
      { name: 'Điều 19 Công ước về quyền trẻ em', count: 240 },
      { name: 'Điều 16 Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ (CEDAW)', count: 122 },
      { name: 'Điều 7 Công ước quốc tế về các quyền kinh tế, xã hội và văn hóa', count: 75 },
      { name: 'Điều 13 Công ước về quyền của người khuyết tật', count: 4 },
    ],
    urgentByDanger: { violence: 64, child: 21, 'self-harm': 6, detention: 9, trafficking: 1, medical: 2 },
    unmetByTopic: [
      { name: 'Đất đai', count: 74 },
      { name: 'Nhà ở, thuê trọ', count: 39 },
      { name: 'Nợ nần, vay mượn', count: 22 },
      { name: 'Môi trường', count: 2 },
    ],
    askedAgain: 143,
    answerRatings: {
      helpful: 820,
      unhelpful: 96,
      reasons: [
        { name: 'Không đúng việc của tôi', count: 41 },
        { name: 'Khó hiểu', count: 30 },
        { name: 'Không biết làm gì tiếp theo', count: 25 },
      ],
    },
    referrals: [
      { province: 'Tỉnh Hưng Yên', opened: 58, closed: 49, withdrawn: 6 },
      { province: 'Thành phố Hà Nội', opened: 131, closed: 120, withdrawn: 11 },
      { province: 'Thành phố Huế', opened: 24, closed: 26, withdrawn: 0 },
      { province: 'Tỉnh Sơn La', opened: 9, closed: 3, withdrawn: 1 },
    ],
    firstAnswer: { inTime: 196, late: 4, medianHours: 3.5, overdue: 2 },
    referralRatings: { helpful: 74, partly: 19, 'not-helpful': 8 },
    delivery: { sent: 7204, waiting: 0, givenUp: { 'person-left': 12, 'may have arrived': 3 } },
    ...other,
  };
}

/** A period of which nothing was measured. */
export const NOT_MEASURED: PeriodFigures = {
  period: { from: '2026-07-01', to: '2026-07-31' },
  questionsByDay: undefined,
  questionsByChannel: undefined,
  questionsByOutcome: undefined,
  questionsByTopic: undefined,
  questionsByGroup: undefined,
  questionsByArticle: undefined,
  urgentByDanger: undefined,
  unmetByTopic: undefined,
  askedAgain: undefined,
  answerRatings: undefined,
  referrals: undefined,
  firstAnswer: undefined,
  referralRatings: undefined,
  delivery: undefined,
};

export const THE_SERVICE: IssuingBody = {
  superior: 'Bộ Tư pháp',
  name: 'Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý',
  symbol: 'TGPL',
  place: 'Hà Nội',
};

export const HUNG_YEN: IssuingBody = {
  province: 'tỉnh Hưng Yên',
  superior: 'Sở Tư pháp tỉnh Hưng Yên',
  name: 'Trung tâm Trợ giúp pháp lý nhà nước',
  symbol: 'TTTGPL',
  place: 'Hưng Yên',
};
