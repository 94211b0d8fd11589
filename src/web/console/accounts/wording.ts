import type { InBoth } from '../kit/words.ts';

interface AccountsWords {
  readonly title: string;
  readonly invite: string;
  readonly filterRole: string;
  readonly filterCentre: string;
  readonly filterState: string;
  readonly all: string;
  readonly show: string;
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly centre: string;
  readonly none: string;
  readonly state: string;
  readonly states: Readonly<Record<'active' | 'disabled', string>>;
  readonly lastSignIn: string;
  readonly never: string;
  readonly listed: string;
  readonly empty: string;
  readonly openLinks: string;
  readonly forWhom: string;
  readonly madeBy: string;
  readonly program: string;
  readonly until: string;
  readonly action: string;
  readonly withdraw: string;
  readonly reset: string;
  readonly withdrawn: string;
  readonly withdrawnBefore: string;
  readonly inviteTitle: string;
  readonly inviteLead: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noteMissing: string;
  readonly centreHint: string;
  readonly centreMissing: string;
  readonly centreTooMuch: string;
  readonly roleMissing: string;
  readonly roleHints: readonly string[];
  readonly makeLink: string;
  readonly linkTitle: string;
  readonly linkLead: (hours: number) => string;
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  readonly back: string;
  readonly made: string;
  readonly changeRole: string;
  readonly changeRoleHint: string;
  readonly saveRole: string;
  readonly disable: string;
  readonly disableHint: string;
  readonly enable: string;
  readonly enableHint: string;
  readonly resetHeading: string;
  readonly resetHint: string;
  readonly makeReset: string;
  readonly sessions: string;
  readonly noSessions: string;
  readonly device: string;
  readonly unknownDevice: string;
  readonly since: string;
  readonly seen: string;
  readonly end: (device: string) => string;
  readonly endAll: string;
  readonly audit: string;
  readonly lastAdmin: string;
  readonly saved: string;
  readonly changes: string;
}

export const ACCOUNTS_WORDS: InBoth<AccountsWords> = {
  vi: {
    title: 'Tài khoản',
    invite: 'Mời người mới',
    filterRole: 'Vai trò',
    filterCentre: 'Trung tâm',
    filterState: 'Tình trạng',
    all: 'Tất cả',
    show: 'Xem',
    name: 'Họ và tên',
    login: 'Thư điện tử',
    role: 'Vai trò',
    centre: 'Trung tâm',
    none: '–',
    state: 'Tình trạng',
    states: { active: 'Đang dùng', disabled: 'Đã khoá' },
    lastSignIn: 'Đăng nhập lần cuối',
    never: 'Chưa lần nào',
    listed: 'Danh sách tài khoản',
    empty: 'Không có tài khoản nào như vậy.',
    openLinks: 'Liên kết chưa dùng',
    forWhom: 'Cho ai',
    madeBy: 'Người tạo',
    program: 'Hệ thống',
    until: 'Hạn dùng',
    action: 'Làm gì',
    withdraw: 'Thu hồi',
    reset: 'Đặt lại tài khoản',
    withdrawn: 'Đã thu hồi liên kết.',
    withdrawnBefore: 'Liên kết này đã dùng hoặc đã thu hồi từ trước.',
    inviteTitle: 'Mời người mới',
    inviteLead: 'Bạn nhận một liên kết để gửi cho người được mời. Họ tự đặt tên, mật khẩu và mã xác nhận.',
    note: 'Mời ai',
    noteHint: 'Để bạn và các quản trị khác nhớ liên kết này gửi cho ai.',
    noteMissing: 'Bạn ghi mời ai, tối đa 120 ký tự.',
    centreHint: 'Chỉ cán bộ trung tâm mới thuộc một trung tâm.',
    centreMissing: 'Cán bộ phải thuộc một trung tâm. Bạn chọn trung tâm.',
    centreTooMuch: 'Vai trò này không thuộc trung tâm nào. Bạn để trống trung tâm.',
    roleMissing: 'Bạn chưa chọn vai trò.',
    roleHints: [
      'Cán bộ trung tâm trả lời hồ sơ của trung tâm mình.',
      'Người biên soạn viết mục kiến thức; người duyệt còn duyệt và đăng bản của người khác.',
      'Người quản trị lo tài khoản, cài đặt và báo cáo; không đọc hồ sơ.',
    ],
    makeLink: 'Tạo liên kết',
    linkTitle: 'Liên kết để gửi đi',
    linkLead: (hours) =>
      `Liên kết chỉ hiện lần này, mở được một lần, trong ${hours % 24 === 0 && hours > 24 ? `${hours / 24} ngày` : `${hours} giờ`}. Bạn chép lại và gửi riêng cho người đó; ai có liên kết thì dùng được.`,
    link: 'Liên kết',
    copy: 'Chép liên kết',
    copied: 'Đã chép.',
    back: 'Về danh sách tài khoản',
    made: 'Tạo lúc',
    changeRole: 'Đổi vai trò hoặc trung tâm',
    changeRoleHint: 'Đổi xong, người này phải đăng nhập lại.',
    saveRole: 'Lưu vai trò',
    disable: 'Khoá tài khoản',
    disableHint:
      'Người này bị đăng xuất ngay và không vào được nữa, cho tới khi bạn mở lại. Việc đã làm vẫn giữ tên họ.',
    enable: 'Mở lại tài khoản',
    enableHint: 'Người này đăng nhập lại được bằng mật khẩu và mã cũ.',
    resetHeading: 'Đặt lại mật khẩu và mã xác nhận',
    resetHint:
      'Khi quên mật khẩu hoặc mất điện thoại. Cách đăng nhập cũ còn dùng được cho tới khi liên kết được mở; nghi bị lộ thì khoá tài khoản trước.',
    makeReset: 'Tạo liên kết đặt lại',
    sessions: 'Nơi đang đăng nhập',
    noSessions: 'Hiện không đăng nhập ở đâu.',
    device: 'Thiết bị',
    unknownDevice: 'Không rõ',
    since: 'Từ lúc',
    seen: 'Dùng lần cuối',
    end: (device) => `Đăng xuất ${device}`,
    endAll: 'Đăng xuất mọi nơi',
    audit: 'Xem nhật ký của người này',
    lastAdmin: 'Đây là người quản trị cuối cùng. Bạn mời một người quản trị khác trước.',
    saved: 'Đã lưu.',
    changes: 'Thay đổi',
  },
  en: {
    title: 'Accounts',
    invite: 'Invite somebody',
    filterRole: 'Role',
    filterCentre: 'Centre',
    filterState: 'State',
    all: 'All',
    show: 'Show',
    name: 'Name',
    login: 'E-mail',
    role: 'Role',
    centre: 'Centre',
    none: '–',
    state: 'State',
    states: { active: 'In use', disabled: 'Disabled' },
    lastSignIn: 'Last signed in',
    never: 'Never',
    listed: 'List of accounts',
    empty: 'There is no such account.',
    openLinks: 'Links not used yet',
    forWhom: 'For whom',
    madeBy: 'Made by',
    program: 'The program',
    until: 'Valid until',
    action: 'Action',
    withdraw: 'Withdraw',
    reset: 'Reset of an account',
    withdrawn: 'The link is withdrawn.',
    withdrawnBefore: 'This link was used or withdrawn before.',
    inviteTitle: 'Invite somebody',
    inviteLead: 'You get a link to pass on. Whoever is invited sets their own name, password and app for codes.',
    note: 'For whom',
    noteHint: 'So that you and other admins remember whom the link was given to.',
    noteMissing: 'Please write whom you invite, in at most 120 characters.',
    centreHint: 'Only staff of a centre belong to one.',
    centreMissing: 'Staff belong to a centre. Please choose one.',
    centreTooMuch: 'This role belongs to no centre. Please leave the centre empty.',
    roleMissing: 'Please choose a role.',
    roleHints: [
      'Staff answer the referrals of their own centre.',
      'Curators write entries; reviewers also publish what others wrote.',
      'Admins run accounts, settings and reports, and read no referral.',
    ],
    makeLink: 'Make the link',
    linkTitle: 'A link to pass on',
    linkLead: (hours) =>
      `The link is shown only now and opens once, within ${hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`}. Copy it and send it to that person alone: whoever has it can use it.`,
    link: 'Link',
    copy: 'Copy the link',
    copied: 'Copied.',
    back: 'Back to the accounts',
    made: 'Made',
    changeRole: 'Change role or centre',
    changeRoleHint: 'They have to sign in again then.',
    saveRole: 'Save the role',
    disable: 'Disable the account',
    disableHint:
      'They are signed out at once and cannot get in until you enable the account again. What they did keeps their name.',
    enable: 'Enable the account',
    enableHint: 'They can sign in again with the old password and codes.',
    resetHeading: 'Reset password and codes',
    resetHint:
      'For a forgotten password or a lost phone. The old way of signing in works until the link is used; if it may be in wrong hands, disable the account first.',
    makeReset: 'Make a reset link',
    sessions: 'Where they are signed in',
    noSessions: 'Not signed in anywhere now.',
    device: 'Device',
    unknownDevice: 'Unknown',
    since: 'Since',
    seen: 'Last seen',
    end: (device) => `Sign out ${device}`,
    endAll: 'Sign out everywhere',
    audit: 'What this person did (audit log)',
    lastAdmin: 'This is the last admin. Invite another admin first.',
    saved: 'Saved.',
    changes: 'Changes',
  },
};
