import type { InBoth } from '../kit/words.ts';

/** What was done, by the name that the address of the page carries. */
export const DONE = ['password', 'second-factor', 'sessions', 'recovered'] as const;
export type Done = (typeof DONE)[number];

interface ProfileWords {
  readonly title: string;
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly centre: string;
  readonly done: Readonly<Record<Done, string>>;
  readonly language: string;
  readonly languages: Readonly<Record<'vi' | 'en', string>>;
  readonly choose: string;
  readonly passwordHeading: string;
  readonly current: string;
  readonly currentWrong: string;
  readonly next: string;
  readonly changePassword: string;
  readonly othersEnd: string;
  readonly factorHeading: string;
  readonly factorLead: string;
  readonly factorWay: string;
  readonly factorTitle: string;
  readonly factorChange: string;
  readonly codesHeading: string;
  readonly codesLeft: (count: string) => string;
  readonly codesFew: string;
  readonly renewCodes: string;
  readonly renewCodesLead: string;
  readonly sessionsHeading: string;
  readonly device: string;
  readonly unknownDevice: string;
  readonly since: string;
  readonly seen: string;
  readonly action: string;
  readonly thisOne: string;
  readonly end: (device: string) => string;
  readonly endOthers: string;
  readonly back: string;
}

export const PROFILE_WORDS: InBoth<ProfileWords> = {
  vi: {
    title: 'Tài khoản của tôi',
    name: 'Họ và tên',
    login: 'Thư điện tử',
    role: 'Vai trò',
    centre: 'Trung tâm',
    done: {
      password: 'Đã đổi mật khẩu. Các nơi khác đã bị đăng xuất.',
      'second-factor': 'Đã đổi mã xác nhận. Các nơi khác đã bị đăng xuất.',
      sessions: 'Đã đăng xuất.',
      recovered: 'Bạn vừa đăng nhập bằng mã dự phòng. Nếu mất điện thoại, bạn cài lại mã xác nhận ngay trên trang này.',
    },
    language: 'Ngôn ngữ',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    choose: 'Chọn',
    passwordHeading: 'Đổi mật khẩu',
    current: 'Mật khẩu đang dùng',
    currentWrong: 'Mật khẩu đang dùng chưa đúng.',
    next: 'Mật khẩu mới',
    changePassword: 'Đổi mật khẩu',
    othersEnd: 'Đổi xong thì mọi nơi khác bị đăng xuất.',
    factorHeading: 'Mã xác nhận trên điện thoại',
    factorLead: 'Đổi điện thoại hoặc nghi có người khác lấy được mã thì cài lại.',
    factorWay: 'Cài lại mã xác nhận',
    factorTitle: 'Cài lại mã xác nhận',
    factorChange: 'Dùng mã mới',
    codesHeading: 'Mã dự phòng',
    codesLeft: (count) => `Còn ${count} mã chưa dùng.`,
    codesFew: 'Sắp hết mã dự phòng. Bạn lấy mã mới.',
    renewCodes: 'Lấy 10 mã mới',
    renewCodesLead: 'Mã mới thay hết các mã cũ. Lấy xong thì mọi nơi khác bị đăng xuất.',
    sessionsHeading: 'Nơi đang đăng nhập',
    device: 'Thiết bị',
    unknownDevice: 'Không rõ',
    since: 'Từ lúc',
    seen: 'Dùng lần cuối',
    action: 'Làm gì',
    thisOne: 'Máy này',
    end: (device) => `Đăng xuất ${device}`,
    endOthers: 'Đăng xuất mọi nơi khác',
    back: 'Về tài khoản của tôi',
  },
  en: {
    title: 'My account',
    name: 'Name',
    login: 'E-mail',
    role: 'Role',
    centre: 'Centre',
    done: {
      password: 'The password is changed. All other places are signed out.',
      'second-factor': 'The app for codes is changed. All other places are signed out.',
      sessions: 'Signed out.',
      recovered:
        'You signed in with a recovery code. If your phone is lost, set up the app for codes anew on this page now.',
    },
    language: 'Language',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    choose: 'Choose',
    passwordHeading: 'Change the password',
    current: 'Present password',
    currentWrong: 'The present password is not right.',
    next: 'New password',
    changePassword: 'Change the password',
    othersEnd: 'All other places are signed out then.',
    factorHeading: 'Codes on your phone',
    factorLead: 'If you change your phone, or somebody may have got at the codes, set them up anew.',
    factorWay: 'Set up codes anew',
    factorTitle: 'Set up codes anew',
    factorChange: 'Use the new codes',
    codesHeading: 'Recovery codes',
    codesLeft: (count) => `${count} codes are left.`,
    codesFew: 'Few recovery codes are left. Please get new ones.',
    renewCodes: 'Get 10 new codes',
    renewCodesLead: 'New codes take the place of all old ones. All other places are signed out then.',
    sessionsHeading: 'Where you are signed in',
    device: 'Device',
    unknownDevice: 'Unknown',
    since: 'Since',
    seen: 'Last seen',
    action: 'Action',
    thisOne: 'This one',
    end: (device) => `Sign out ${device}`,
    endOthers: 'Sign out everywhere else',
    back: 'Back to my account',
  },
};
