import type { Language } from '../../../accounts/account.ts';
import { type InBoth, numberInWords } from '../kit/words.ts';

/** What actions are done to, by the noun with which their names begin. Also the groups of the filter. */
const NOUNS: InBoth<Readonly<Record<string, string>>> = {
  vi: {
    ticket: 'hồ sơ',
    transfer: 'chuyển hồ sơ',
    canned: 'mẫu trả lời',
    'canned-reply': 'mẫu trả lời',
    entry: 'mục kiến thức',
    revision: 'bản sửa',
    candidate: 'đề xuất từ hồ sơ',
    question: 'câu hỏi chưa đáp',
    knowledge: 'kho kiến thức',
    configuration: 'cài đặt',
    centre: 'trung tâm',
    group: 'nhóm Telegram',
    'link-code': 'mã nối nhóm',
    report: 'báo cáo',
    dashboard: 'số liệu',
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
    transfer: 'transfer',
    canned: 'canned reply',
    'canned-reply': 'canned reply',
    entry: 'entry',
    revision: 'revision',
    candidate: 'candidate',
    question: 'unanswered question',
    knowledge: 'knowledge',
    configuration: 'setting',
    centre: 'centre',
    group: 'Telegram group',
    'link-code': 'code for a group',
    report: 'report',
    dashboard: 'dashboard',
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
    opened: 'Mở',
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
    declined: 'Từ chối',
    drafted: 'Viết nháp',
    saved: 'Lưu',
    submitted: 'Gửi duyệt',
    published: 'Đăng',
    rejected: 'Trả lại',
    discarded: 'Bỏ',
    dismissed: 'Bỏ qua',
    settled: 'Xử lý',
    withdrawn: 'Thu hồi',
    exported: 'Xuất',
    imported: 'Nhập',
    made: 'Tạo',
    changed: 'Đổi',
    removed: 'Xoá',
    verified: 'Kiểm tra',
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
    opened: 'Opened',
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
    declined: 'Declined',
    drafted: 'Drafted',
    saved: 'Saved',
    submitted: 'Submitted',
    published: 'Published',
    rejected: 'Rejected',
    discarded: 'Discarded',
    dismissed: 'Dismissed',
    settled: 'Settled',
    withdrawn: 'Withdrew',
    exported: 'Exported',
    imported: 'Imported',
    made: 'Made',
    changed: 'Changed',
    removed: 'Removed',
    verified: 'Verified',
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

/** The groups of actions that the log can be filtered by, as people call them. */
export function actionGroups(language: Language): readonly { readonly value: string; readonly label: string }[] {
  const nouns = Object.entries(NOUNS[language]);
  return nouns
    .filter(([value]) => !nouns.some(([wider]) => value.startsWith(`${wider}-`)))
    .map(([value, label]) => ({ value, label: capital(label) }));
}

/** `ticket-viewed` as people say it: "Xem hồ sơ". A name whose parts are not known stays as it is. */
export function actionInWords(action: string, language: Language): string {
  const [, noun = '', verb = ''] = /^(.+)-([a-z]+)$/.exec(action) ?? [];
  const [nouns, verbs] = [NOUNS[language], VERBS[language]];
  return Object.hasOwn(nouns, noun) && Object.hasOwn(verbs, verb) ? `${verbs[verb]} ${nouns[noun]}` : action;
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
