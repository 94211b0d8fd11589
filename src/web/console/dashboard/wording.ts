import type { InBoth } from '../kit/words.ts';
import type { ChosenPeriod, QuickPeriod } from './chosen-period.ts';

export interface PeriodWords {
  readonly quick: Readonly<Record<QuickPeriod, string>>;
  readonly periods: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly fault: Readonly<Record<Extract<ChosenPeriod, { readonly ok: false }>['fault'], string>>;
}

/** Choosing a period, on the dashboard and for a report. */
export const PERIOD_WORDS: InBoth<PeriodWords> = {
  vi: {
    quick: {
      '7': '7 ngày qua',
      '30': '30 ngày qua',
      '90': '90 ngày qua',
      half: '6 tháng gần nhất đã hết',
      year: 'Năm trước',
      'this-year': 'Từ đầu năm nay',
    },
    periods: 'Chọn nhanh khoảng thời gian',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    show: 'Xem',
    fault: {
      'no-day': 'Ngày này không có. Bạn chọn đủ ngày đầu và ngày cuối.',
      'turned-round': 'Ngày cuối đang trước ngày đầu. Bạn đổi lại.',
      'too-long': 'Khoảng này dài quá 5 năm. Bạn chọn ngắn hơn.',
    },
  },
  en: {
    quick: {
      '7': 'Last 7 days',
      '30': 'Last 30 days',
      '90': 'Last 90 days',
      half: 'Last full half-year',
      year: 'Last year',
      'this-year': 'This year so far',
    },
    periods: 'Quick choice of a period',
    from: 'From',
    to: 'To the end of',
    show: 'Show',
    fault: {
      'no-day': 'There is no such day. Choose both the first and the last day.',
      'turned-round': 'The last day is before the first. Please change them.',
      'too-long': 'This is longer than 5 years. Please choose a shorter period.',
    },
  },
};

/** The pages of the dashboard. */
export const PARTS = ['questions', 'answers', 'referrals', 'delivery'] as const;
export type DashboardPart = (typeof PARTS)[number];

interface DashboardWords {
  readonly title: string;
  readonly lead: (period: string) => string;
  readonly parts: string;
  readonly part: Readonly<Record<DashboardPart, string>>;
  readonly keyFigures: string;
  readonly key: {
    readonly questions: string;
    readonly answered: string;
    readonly unresolved: string;
    readonly again: string;
    readonly helpful: string;
    readonly opened: string;
    readonly median: string;
    readonly hours: (hours: string) => string;
    readonly overdue: string;
  };
  /** Where nothing may be shown of a number. */
  readonly notShown: string;
  readonly notMeasured: string;
  readonly nothing: string;
  readonly tooSmall: string;
  readonly firstRows: (shown: string, all: string) => string;
  readonly wholeTable: string;
  readonly back: string;
  readonly chart: string;
  readonly csv: string;
  readonly xlsx: string;
  readonly several: string;
  readonly privacy: string;
}

export const DASHBOARD_WORDS: InBoth<DashboardWords> = {
  vi: {
    title: 'Số liệu',
    lead: (period) => `Số đếm ${period}. Không số nào chỉ ra một người.`,
    parts: 'Các phần số liệu',
    part: { questions: 'Câu hỏi', answers: 'Câu trả lời', referrals: 'Hồ sơ chuyển gửi', delivery: 'Gửi tin' },
    keyFigures: 'Những số chính',
    key: {
      questions: 'Câu hỏi',
      answered: 'Trả lời được ngay',
      unresolved: 'Chưa có câu trả lời',
      again: 'Hỏi lại trong 24 giờ',
      helpful: 'Được đánh giá là có ích',
      opened: 'Hồ sơ chuyển tới trung tâm',
      median: 'Trả lời đầu tiên (trung vị)',
      hours: (hours) => `${hours} giờ làm việc`,
      overdue: 'Hồ sơ quá hạn chưa trả lời, cuối kỳ',
    },
    notShown: 'không nêu vì số quá nhỏ',
    notMeasured: 'Chưa đo trong kỳ này.',
    nothing: 'Trong kỳ không có gì để đếm.',
    tooSmall: 'Các số trong kỳ quá nhỏ nên không lập bảng.',
    firstRows: (shown, all) => `Đây là ${shown} dòng đầu trong ${all} dòng.`,
    wholeTable: 'Xem cả bảng',
    back: 'Về trang số liệu',
    chart: 'Biểu đồ',
    csv: 'Tải CSV',
    xlsx: 'Tải Excel',
    several: 'Một câu hỏi có thể được tính ở nhiều dòng.',
    privacy: 'Số từ 1 đến 4 luôn ghi là “< 5”, trong biểu đồ và tệp tải về cũng vậy.',
  },
  en: {
    title: 'Dashboard',
    lead: (period) => `Counts, ${period}. No number points to a person. Tables are in Vietnamese, as in the report.`,
    parts: 'Parts of the dashboard',
    part: { questions: 'Questions', answers: 'Answers', referrals: 'Referrals', delivery: 'Delivery' },
    keyFigures: 'Key figures',
    key: {
      questions: 'Questions',
      answered: 'Answered at once',
      unresolved: 'Without an answer',
      again: 'Asked again within 24 hours',
      helpful: 'Rated helpful',
      opened: 'Referrals to centres',
      median: 'First answer (median)',
      hours: (hours) => `${hours} working hours`,
      overdue: 'Overdue without an answer, end of period',
    },
    notShown: 'not told, the numbers are too small',
    notMeasured: 'Not measured in this period.',
    nothing: 'There was nothing to count in this period.',
    tooSmall: 'The numbers of this period are too small for a table.',
    firstRows: (shown, all) => `The first ${shown} of ${all} rows.`,
    wholeTable: 'Show the whole table',
    back: 'Back to the dashboard',
    chart: 'Chart',
    csv: 'Download CSV',
    xlsx: 'Download Excel',
    several: 'A question may count in several rows.',
    privacy: 'Numbers from 1 to 4 always read “< 5”, in charts and downloads too.',
  },
};
