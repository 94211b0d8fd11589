import type { InBoth } from '../kit/words.ts';

interface ClockWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly byCentre: string;
  readonly centre: string;
  readonly late: string;
  readonly escalated: string;
  readonly oldest: string;
  readonly each: string;
  readonly code: string;
  readonly opened: string;
  readonly due: string;
  readonly lateBy: string;
  /** How long it is late, in hours and days of the calendar. */
  readonly lateFor: (hours: number) => string;
  readonly urgent: string;
  readonly taken: string;
  readonly nobody: string;
  readonly state: string;
  readonly told: string;
  readonly linkGroup: string;
}

export const CLOCK_WORDS: InBoth<ClockWords> = {
  vi: {
    title: 'Quá hạn',
    lead: 'Hồ sơ đã quá hạn mà chưa được trả lời. Người quản trị không đọc nội dung, chỉ thấy mã và thời gian.',
    none: 'Không có hồ sơ nào quá hạn.',
    byCentre: 'Theo trung tâm',
    centre: 'Trung tâm',
    late: 'Quá hạn',
    escalated: 'Trong đó đã báo người quản trị',
    oldest: 'Hạn cũ nhất',
    each: 'Từng hồ sơ, quá hạn lâu nhất trước',
    code: 'Mã',
    opened: 'Gửi lúc',
    due: 'Hạn',
    lateBy: 'Quá hạn',
    lateFor: (hours) => (hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`),
    urgent: 'Khẩn',
    taken: 'Đã có người nhận',
    nobody: 'Chưa ai nhận',
    state: 'Tình trạng',
    told: 'Đã báo người quản trị',
    linkGroup: 'Nối nhóm Telegram để được báo',
  },
  en: {
    title: 'Overdue',
    lead: 'Referrals that are still without an answer after it was due. Admins read no content, only codes and times.',
    none: 'Nothing is overdue.',
    byCentre: 'By centre',
    centre: 'Centre',
    late: 'Overdue',
    escalated: 'Of these the admin was told',
    oldest: 'Oldest due time',
    each: 'Each referral, the longest overdue first',
    code: 'Code',
    opened: 'Passed on',
    due: 'Due',
    lateBy: 'Late by',
    lateFor: (hours) => (hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`),
    urgent: 'Urgent',
    taken: 'Somebody has it',
    nobody: 'Nobody has it',
    state: 'State',
    told: 'Admin was told',
    linkGroup: 'Link a Telegram group to be told',
  },
};
