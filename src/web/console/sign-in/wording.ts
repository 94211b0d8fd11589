import type { PasswordFault } from '../../../accounts/password-rules.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../accounts/password-rules.ts';
import type { InBoth } from '../kit/words.ts';

interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly login: string;
  readonly password: string;
  readonly goOn: string;
  readonly refused: string;
  readonly locked: (minutes: number) => string;
  readonly signedOut: string;
  readonly tooLate: string;
  readonly codeTitle: string;
  readonly codeLead: string;
  readonly code: string;
  readonly signIn: string;
  readonly lostPhone: string;
  readonly recoveryCode: string;
  readonly recoveryHint: string;
  readonly useRecoveryCode: string;
  readonly codeRefused: string;
  readonly recoveryRefused: string;
  readonly anew: string;
}

export const SIGN_IN_WORDS: InBoth<SignInWords> = {
  vi: {
    title: 'Đăng nhập',
    lead: 'Trang này dành cho cán bộ trung tâm, người biên soạn và người quản trị.',
    login: 'Thư điện tử',
    password: 'Mật khẩu',
    goOn: 'Tiếp tục',
    refused:
      'Thư điện tử hoặc mật khẩu chưa đúng. Bạn xem lại rồi thử lần nữa. Quên mật khẩu thì nhờ người quản trị đặt lại.',
    locked: (minutes) => `Đã có nhiều lần thử sai nên phải tạm dừng. Bạn chờ ${minutes} phút rồi thử lại.`,
    signedOut: 'Bạn đã đăng xuất.',
    tooLate: 'Đã quá 10 phút. Bạn nhập lại mật khẩu.',
    codeTitle: 'Nhập mã xác nhận',
    codeLead: 'Mật khẩu đúng rồi. Bạn mở ứng dụng tạo mã trên điện thoại và gõ 6 số đang hiện cho Hỏi Quyền.',
    code: 'Mã 6 số',
    signIn: 'Đăng nhập',
    lostPhone: 'Không có điện thoại? Dùng mã dự phòng',
    recoveryCode: 'Mã dự phòng',
    recoveryHint: 'Một trong các mã bạn đã cất, ví dụ 7K3MP-QX2TR. Mỗi mã chỉ dùng được một lần.',
    useRecoveryCode: 'Đăng nhập bằng mã dự phòng',
    codeRefused: 'Mã chưa đúng hoặc đã dùng rồi. Bạn chờ ứng dụng hiện mã mới rồi gõ lại.',
    recoveryRefused: 'Mã dự phòng chưa đúng hoặc đã dùng rồi.',
    anew: 'Đăng nhập bằng tài khoản khác',
  },
  en: {
    title: 'Sign in',
    lead: 'For staff of the centres, curators and admins.',
    login: 'E-mail',
    password: 'Password',
    goOn: 'Continue',
    refused:
      'E-mail or password is not right. Check both and try again. If you forgot the password, ask an admin for a reset.',
    locked: (minutes) => `There were too many wrong attempts. Please wait ${minutes} minutes and try again.`,
    signedOut: 'You are signed out.',
    tooLate: 'More than 10 minutes have passed. Please enter the password again.',
    codeTitle: 'Enter the code',
    codeLead:
      'The password is right. Open the app for codes on your phone and enter the 6 digits that it shows for Hỏi Quyền.',
    code: '6-digit code',
    signIn: 'Sign in',
    lostPhone: 'No phone at hand? Use a recovery code',
    recoveryCode: 'Recovery code',
    recoveryHint: 'One of the codes that you kept, for example 7K3MP-QX2TR. Each works once.',
    useRecoveryCode: 'Sign in with a recovery code',
    codeRefused: 'The code is not right, or was used already. Wait until the app shows a new one and enter that.',
    recoveryRefused: 'The recovery code is not right, or was used already.',
    anew: 'Sign in with another account',
  },
};

interface CredentialWords {
  readonly passwordHint: string;
  readonly passwordFaults: Readonly<Record<PasswordFault, string>>;
  readonly again: string;
  readonly differs: string;
  readonly appHeading: string;
  readonly appSteps: readonly string[];
  readonly qr: string;
  readonly secret: string;
  readonly code: string;
  readonly codeWrong: string;
}

/** For everybody who sets a password or an app for codes. */
export const CREDENTIAL_WORDS: InBoth<CredentialWords> = {
  vi: {
    passwordHint: `Ít nhất ${SHORTEST_PASSWORD} ký tự. Dễ nhớ mà khó đoán: ghép bốn, năm từ không liên quan.`,
    passwordFaults: {
      'too-short': `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự.`,
      'too-long': `Mật khẩu dài quá ${LONGEST_PASSWORD} ký tự.`,
      common: 'Mật khẩu này nhiều người dùng nên dễ bị đoán. Bạn chọn mật khẩu khác.',
      'is-login': 'Mật khẩu không được giống thư điện tử.',
    },
    again: 'Gõ lại mật khẩu',
    differs: 'Hai lần gõ mật khẩu khác nhau.',
    appHeading: 'Mã xác nhận trên điện thoại',
    appSteps: [
      'Cài một ứng dụng tạo mã, ví dụ Google Authenticator, Microsoft Authenticator hoặc Aegis.',
      'Trong ứng dụng, chọn thêm tài khoản rồi quét hình dưới đây. Không quét được thì gõ dãy chữ ở dưới hình.',
      'Gõ 6 số mà ứng dụng đang hiện.',
    ],
    qr: 'Hình để ứng dụng tạo mã quét',
    secret: 'Hoặc gõ dãy này vào ứng dụng',
    code: 'Mã 6 số đang hiện',
    codeWrong: 'Mã chưa đúng. Bạn xem đồng hồ điện thoại có chạy đúng giờ không, rồi gõ mã đang hiện.',
  },
  en: {
    passwordHint: `At least ${SHORTEST_PASSWORD} characters. Easy to remember and hard to guess: four or five words that do not belong together.`,
    passwordFaults: {
      'too-short': `The password needs at least ${SHORTEST_PASSWORD} characters.`,
      'too-long': `The password is longer than ${LONGEST_PASSWORD} characters.`,
      common: 'Many people use this password, so it is easily guessed. Please choose another.',
      'is-login': 'The password must not be the e-mail address.',
    },
    again: 'Password again',
    differs: 'The two passwords differ.',
    appHeading: 'Codes on your phone',
    appSteps: [
      'Install an app for codes, for example Google Authenticator, Microsoft Authenticator or Aegis.',
      'In the app, add an account and scan this picture. If it cannot be scanned, type the letters below it.',
      'Enter the 6 digits that the app shows.',
    ],
    qr: 'Picture for the app to scan',
    secret: 'Or type this into the app',
    code: '6-digit code shown now',
    codeWrong: 'The code is not right. Check that the clock of your phone is right, then enter the code shown now.',
  },
};

interface InvitationWords {
  readonly title: string;
  readonly lead: (role: string, centre: string | undefined) => string;
  readonly renewTitle: string;
  readonly renewLead: string;
  readonly about: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameMissing: string;
  readonly loginWrong: string;
  readonly loginTaken: string;
  readonly make: string;
  readonly renew: string;
  readonly gone: string;
  readonly goneHelp: string;
  readonly toSignIn: string;
  readonly codesTitle: string;
  readonly codesLead: string;
  readonly codesList: string;
  readonly copy: string;
  readonly copied: string;
  readonly print: string;
  readonly download: string;
  readonly fileName: string;
  readonly fileHead: string;
  readonly saved: string;
}

export const INVITATION_WORDS: InBoth<InvitationWords> = {
  vi: {
    title: 'Tạo tài khoản',
    lead: (role, centre) => `Bạn được mời làm: ${role}${centre === undefined ? '' : `, ${centre}`}.`,
    renewTitle: 'Đặt lại cách đăng nhập',
    renewLead: 'Bạn đặt mật khẩu mới và cài lại mã xác nhận. Mật khẩu, mã và mã dự phòng cũ sẽ không dùng được nữa.',
    about: 'Về bạn',
    name: 'Họ và tên',
    nameHint: 'Để đồng nghiệp nhận ra bạn. Người dân không thấy tên này.',
    nameMissing: 'Bạn chưa ghi họ và tên.',
    loginWrong: 'Địa chỉ thư điện tử chưa đúng, ví dụ: hoa@trogiup.vn.',
    loginTaken: 'Địa chỉ này đã có tài khoản. Bạn dùng địa chỉ khác, hoặc nhờ người quản trị đặt lại tài khoản cũ.',
    make: 'Tạo tài khoản',
    renew: 'Lưu',
    gone: 'Liên kết này không dùng được nữa: đã dùng rồi, đã bị thu hồi, hoặc quá hạn.',
    goneHelp: 'Có tài khoản rồi thì bạn đăng nhập. Chưa có thì nhờ người quản trị gửi liên kết mới.',
    toSignIn: 'Đăng nhập',
    codesTitle: 'Cất mã dự phòng',
    codesLead:
      'Khi mất điện thoại, bạn đăng nhập bằng một trong các mã này. Mỗi mã dùng một lần. Các mã chỉ hiện lần này: bạn in ra hoặc lưu lại, cất nơi chỉ mình bạn lấy được.',
    codesList: 'Mã dự phòng',
    copy: 'Chép các mã',
    copied: 'Đã chép.',
    print: 'In',
    download: 'Tải về',
    fileName: 'ma-du-phong-hoi-quyen.txt',
    fileHead: 'Mã dự phòng Hỏi Quyền. Mỗi mã dùng một lần.',
    saved: 'Tôi đã cất các mã',
  },
  en: {
    title: 'Make your account',
    lead: (role, centre) => `You are invited as: ${role}${centre === undefined ? '' : `, ${centre}`}.`,
    renewTitle: 'Renew how you sign in',
    renewLead:
      'You set a new password and a new app for codes. The old password, codes and recovery codes stop working.',
    about: 'About you',
    name: 'Name',
    nameHint: 'So that colleagues know you. Citizens never see it.',
    nameMissing: 'Please enter your name.',
    loginWrong: 'This is not an e-mail address such as hoa@trogiup.vn.',
    loginTaken: 'This address has an account. Use another, or ask an admin to reset the old account.',
    make: 'Make the account',
    renew: 'Save',
    gone: 'This link does not work any more: it was used, withdrawn, or is too old.',
    goneHelp: 'If you have an account, sign in. If not, ask an admin for a new link.',
    toSignIn: 'Sign in',
    codesTitle: 'Keep your recovery codes',
    codesLead:
      'When you have lost your phone, one of these codes lets you sign in. Each works once. They are shown only now: print or save them, and keep them where only you can get them.',
    codesList: 'Recovery codes',
    copy: 'Copy the codes',
    copied: 'Copied.',
    print: 'Print',
    download: 'Download',
    fileName: 'recovery-codes-hoi-quyen.txt',
    fileHead: 'Recovery codes for Hỏi Quyền. Each works once.',
    saved: 'I have kept the codes',
  },
};
