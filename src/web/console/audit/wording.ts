import type { Language } from '../../../accounts/account.ts';
import { type InBoth, numberInWords } from '../kit/words.ts';

/** What actions are done to, by the noun with which their names begin. Also the groups of the filter. */
const NOUNS: InBoth<Readonly<Record<string, string>>> = {
  vi: {
    ticket: 'hồ sơ',
    tickets: 'các hồ sơ',
    'ticket-transfer': 'việc chuyển hồ sơ',
    canned: 'mẫu trả lời',
    entry: 'mục kiến thức',
    revision: 'bản sửa',
    regression: 'câu kiểm tra của mục',
    candidate: 'đề xuất từ hồ sơ',
    questions: 'câu hỏi chưa đáp',
    law: 'văn bản luật',
    'law-review': 'việc xem lại khi luật đổi',
    configuration: 'cài đặt',
    group: 'nhóm Telegram',
    'link-code': 'mã nối nhóm',
    report: 'báo cáo',
    account: 'tài khoản',
    'account-role': 'vai trò của tài khoản',
    invitation: 'liên kết mời',
    session: 'phiên đăng nhập',
    'sign-in': 'đăng nhập',
    password: 'mật khẩu',
    'second-factor': 'mã xác nhận',
    'recovery-codes': 'mã dự phòng',
    audit: 'nhật ký',
  },
  en: {
    ticket: 'referral',
    tickets: 'referrals',
    'ticket-transfer': 'transfer of a referral',
    canned: 'canned reply',
    entry: 'entry',
    revision: 'revision',
    regression: 'test question of an entry',
    candidate: 'candidate',
    questions: 'unanswered questions',
    law: 'official text',
    'law-review': 'review after a change of law',
    configuration: 'setting',
    group: 'Telegram group',
    'link-code': 'code for a group',
    report: 'report',
    account: 'account',
    'account-role': 'role of an account',
    invitation: 'invitation',
    session: 'session',
    'sign-in': 'sign-in',
    password: 'password',
    'second-factor': 'app for codes',
    'recovery-codes': 'recovery codes',
    audit: 'audit log',
  },
};

/** What was done, by the verb with which the names of actions end. */
const VERBS: InBoth<Readonly<Record<string, string>>> = {
  vi: {
    viewed: 'Xem',
    listed: 'Xem danh sách',
    searched: 'Tìm',
    claimed: 'Nhận',
    released: 'Trả lại',
    assigned: 'Giao',
    answered: 'Trả lời',
    noted: 'Ghi chú',
    merged: 'Gộp',
    closed: 'Kết thúc',
    reopened: 'Mở lại',
    transferred: 'Chuyển',
    proposed: 'Đề nghị',
    dropped: 'Thôi đề nghị',
    offered: 'Gửi',
    begun: 'Bắt đầu',
    saved: 'Lưu',
    submitted: 'Gửi duyệt',
    published: 'Đăng',
    'taken-back': 'Gỡ bản sửa của',
    rejected: 'Trả lại',
    discarded: 'Bỏ',
    dismissed: 'Bỏ qua',
    cleared: 'Làm xong',
    withdrawn: 'Thu hồi',
    exported: 'Xuất',
    imported: 'Nhập',
    added: 'Thêm',
    made: 'Tạo',
    changed: 'Đổi',
    removed: 'Xoá',
    linked: 'Nối',
    unlinked: 'Gỡ nối',
    renewed: 'Đặt lại',
    reset: 'Cấp liên kết đặt lại',
    disabled: 'Khoá',
    enabled: 'Mở lại',
    began: 'Bắt đầu',
    ended: 'Kết thúc',
    refused: 'Từ chối',
  },
  en: {
    viewed: 'Viewed',
    listed: 'Listed',
    searched: 'Searched',
    claimed: 'Claimed',
    released: 'Released',
    assigned: 'Assigned',
    answered: 'Answered',
    noted: 'Noted on',
    merged: 'Merged',
    closed: 'Closed',
    reopened: 'Reopened',
    transferred: 'Transferred',
    proposed: 'Proposed',
    dropped: 'Dropped',
    offered: 'Offered',
    begun: 'Began',
    saved: 'Saved',
    submitted: 'Submitted',
    published: 'Published',
    'taken-back': 'Took back',
    rejected: 'Rejected',
    discarded: 'Discarded',
    dismissed: 'Dismissed',
    cleared: 'Cleared',
    withdrawn: 'Withdrew',
    exported: 'Exported',
    imported: 'Imported',
    added: 'Added',
    made: 'Made',
    changed: 'Changed',
    removed: 'Removed',
    linked: 'Linked',
    unlinked: 'Unlinked',
    renewed: 'Renewed',
    reset: 'Made a reset link for',
    disabled: 'Disabled',
    enabled: 'Enabled',
    began: 'Began',
    ended: 'Ended',
    refused: 'Refused',
  },
};

/** The groups of actions that the log can be filtered by, as people call them. One takes in all that begin like it. */
export function actionGroups(language: Language): readonly { readonly value: string; readonly label: string }[] {
  const nouns = Object.entries(NOUNS[language]);
  return nouns
    .filter(([value]) => !nouns.some(([wider]) => value !== wider && value.startsWith(wider)))
    .map(([value, label]) => ({ value, label: capital(label) }));
}

/** `ticket-viewed` as people say it: "Xem hồ sơ". A name whose parts are not known stays as it is. */
export function actionInWords(action: string, language: Language): string {
  for (const [noun, called] of Object.entries(NOUNS[language])) {
    const verb = action.startsWith(`${noun}-`) ? action.slice(noun.length + 1) : '';
    if (Object.hasOwn(VERBS[language], verb)) return `${VERBS[language][verb]} ${called}`;
  }
  return action;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

interface AuditWords {
  readonly title: string;
  readonly who: string;
  readonly everybody: string;
  readonly action: string;
  readonly everything: string;
  readonly object: string;
  readonly objectHint: string;
  readonly centre: string;
  readonly all: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly export: string;
  readonly fileName: string;
  readonly at: string;
  readonly role: string;
  readonly detail: string;
  readonly account: string;
  readonly program: string;
  readonly empty: string;
  readonly listed: string;
  readonly check: string;
  readonly checking: string;
  readonly unchecked: string;
  readonly whole: (lines: number) => string;
  readonly broken: (line: string) => string;
}

export const AUDIT_WORDS: InBoth<AuditWords> = {
  vi: {
    title: 'Nhật ký',
    who: 'Ai',
    everybody: 'Mọi người',
    action: 'Việc',
    everything: 'Mọi việc',
    object: 'Đối tượng',
    objectHint: 'Ví dụ HQ-7K3M hoặc entry/qa/…',
    centre: 'Trung tâm',
    all: 'Tất cả',
    from: 'Từ ngày',
    to: 'Đến ngày',
    show: 'Xem',
    export: 'Tải về (CSV)',
    fileName: 'nhat-ky.csv',
    at: 'Lúc',
    role: 'Vai trò',
    detail: 'Chi tiết',
    account: 'Mã tài khoản',
    program: 'Hệ thống',
    empty: 'Không có dòng nào như vậy.',
    listed: 'Các dòng nhật ký, mới nhất ở trên',
    check: 'Kiểm tra nhật ký có bị sửa không',
    checking: 'Đang kiểm tra nhật ký:',
    unchecked: 'Chưa kiểm tra lần nào từ khi máy chủ khởi động.',
    whole: (lines) => `Nhật ký nguyên vẹn: ${numberInWords(lines, 'vi')} dòng khớp nhau.`,
    broken: (line) => `Nhật ký đã bị sửa hoặc xoá ở dòng ${line}. Bạn báo ngay cho người phụ trách máy chủ.`,
  },
  en: {
    title: 'Audit log',
    who: 'Who',
    everybody: 'Everybody',
    action: 'Action',
    everything: 'Everything',
    object: 'Object',
    objectHint: 'For example HQ-7K3M or entry/qa/…',
    centre: 'Centre',
    all: 'All',
    from: 'From',
    to: 'To',
    show: 'Show',
    export: 'Download (CSV)',
    fileName: 'audit-log.csv',
    at: 'At',
    role: 'Role',
    detail: 'Detail',
    account: 'Account id',
    program: 'The program',
    empty: 'There is no such line.',
    listed: 'Lines of the log, newest first',
    check: 'Check whether the log was tampered with',
    checking: 'Checking the log:',
    unchecked: 'Not checked since the program started.',
    whole: (lines) => `The log is whole: ${numberInWords(lines, 'en')} lines fit together.`,
    broken: (line) => `The log was changed at line ${line}. Tell whoever looks after the server at once.`,
  },
};
