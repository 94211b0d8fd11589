import type { Role } from '../../../accounts/account.ts';
import type { InBoth } from './words.ts';

export interface Way {
  readonly href: string;
  readonly label: InBoth<string>;
  readonly may: readonly Role[];
}

/** The ways through the console, in the order in which they are shown. */
export const WAYS: readonly Way[] = [
  { href: '/console/inbox', label: { vi: 'Hồ sơ', en: 'Referrals' }, may: ['staff'] },
  { href: '/console/questions', label: { vi: 'Câu hỏi chưa đáp', en: 'Unanswered' }, may: ['curator', 'reviewer'] },
  { href: '/console/entries', label: { vi: 'Mục kiến thức', en: 'Entries' }, may: ['curator', 'reviewer'] },
  { href: '/console/reviews', label: { vi: 'Chờ duyệt', en: 'Reviews' }, may: ['curator', 'reviewer'] },
  { href: '/console/candidates', label: { vi: 'Từ hồ sơ', en: 'From referrals' }, may: ['curator', 'reviewer'] },
  { href: '/console/due', label: { vi: 'Đến hạn', en: 'Due' }, may: ['curator', 'reviewer'] },
  {
    href: '/console/canned',
    label: { vi: 'Mẫu trả lời', en: 'Canned replies' },
    may: ['staff', 'curator', 'reviewer'],
  },
  { href: '/console/law', label: { vi: 'Văn bản luật', en: 'Laws' }, may: ['curator', 'reviewer'] },
  { href: '/console/dashboard', label: { vi: 'Số liệu', en: 'Dashboard' }, may: ['admin'] },
  { href: '/console/report', label: { vi: 'Báo cáo', en: 'Report' }, may: ['admin'] },
  { href: '/console/clock', label: { vi: 'Quá hạn', en: 'Overdue' }, may: ['admin'] },
  { href: '/console/accounts', label: { vi: 'Tài khoản', en: 'Accounts' }, may: ['admin'] },
  { href: '/console/centres', label: { vi: 'Trung tâm', en: 'Centres' }, may: ['admin'] },
  { href: '/console/settings', label: { vi: 'Cài đặt', en: 'Settings' }, may: ['admin'] },
  { href: '/console/audit', label: { vi: 'Nhật ký', en: 'Audit log' }, may: ['admin'] },
];

/** Where somebody begins after signing in. */
export function startOf(role: Role): string {
  return WAYS.find(({ may }) => may.includes(role))?.href ?? '/console/profile';
}
