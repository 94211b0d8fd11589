import type { ContactState } from '../../../service/centre-contact.ts';
import type { InBoth } from '../kit/words.ts';

interface CentresWords {
  readonly title: string;
  readonly lead: string;
  readonly centre: string;
  readonly contact: string;
  readonly verified: string;
  readonly verifiedOn: (day: string, by: string) => string;
  readonly receives: string;
  readonly yes: string;
  readonly no: string;
  readonly states: Readonly<Record<ContactState, string>>;
  readonly means: Readonly<Record<ContactState, string>>;
  readonly address: string;
  readonly phones: string;
  readonly phonesHint: string;
  readonly email: string;
  readonly hours: string;
  readonly hoursHint: string;
  readonly note: string;
  readonly noteHint: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly verifiedOnLabel: string;
  readonly verifiedOnHint: string;
  readonly verifiedBy: string;
  readonly verifiedByHint: string;
  readonly badPhone: (line: string) => string;
  readonly badEmail: string;
  readonly badVerifiedOn: string;
  readonly noSource: string;
  readonly noVerifier: string;
  readonly asPeopleRead: string;
  readonly back: string;
  readonly changed: (fields: string) => string;
}

export const CENTRES_WORDS: InBoth<CentresWords> = {
  vi: {
    title: 'Trung tâm',
    lead: 'Người dân chỉ thấy địa chỉ, số điện thoại đã kiểm tra trong 6 tháng qua.',
    centre: 'Trung tâm',
    contact: 'Liên hệ',
    verified: 'Kiểm tra',
    verifiedOn: (day, by) => `Đã kiểm tra ngày ${day}${by ? ` bởi ${by}` : ''}`,
    receives: 'Nhận câu hỏi qua bot',
    yes: 'Có',
    no: 'Chưa',
    states: {
      none: 'Chưa có',
      unverified: 'Chưa kiểm tra',
      old: 'Kiểm tra đã quá 6 tháng',
      sure: 'Người dân đang thấy',
    },
    means: {
      none: 'Chưa có địa chỉ hay số điện thoại. Người dân được chỉ tới số 1800 1233, Sở Tư pháp, UBND xã.',
      unverified: 'Chưa ai kiểm tra nên người dân chưa thấy. Ghi nguồn và ngày kiểm tra để dùng.',
      old: 'Kiểm tra đã quá 6 tháng nên người dân không còn thấy. Bạn kiểm tra lại.',
      sure: 'Người dân đang thấy liên hệ này.',
    },
    address: 'Địa chỉ',
    phones: 'Điện thoại',
    phonesHint: 'Mỗi dòng một số.',
    email: 'Thư điện tử',
    hours: 'Giờ làm việc',
    hoursHint: 'Như người dân đọc, ví dụ: 7h30–11h30, 13h–17h, thứ Hai đến thứ Sáu.',
    note: 'Ghi chú nội bộ',
    noteHint: 'Người dân không thấy.',
    source: 'Nguồn',
    sourceHint: 'Văn bản, trang chính thức, hoặc ai đã xác nhận qua điện thoại.',
    verifiedOnLabel: 'Ngày kiểm tra',
    verifiedOnHint: 'Chỉ ghi khi đã gọi thử hoặc đối chiếu văn bản.',
    verifiedBy: 'Người kiểm tra',
    verifiedByHint: 'Họ tên hoặc đơn vị. Người dân không thấy.',
    badPhone: (line) => `Không giống số điện thoại: ${line}`,
    badEmail: 'Địa chỉ thư điện tử chưa đúng.',
    badVerifiedOn: 'Ngày kiểm tra phải là hôm nay hoặc trước đó.',
    noSource: 'Bạn ghi nguồn, để sau này kiểm tra lại được.',
    noVerifier: 'Bạn ghi ai đã kiểm tra.',
    asPeopleRead: 'Người dân đọc',
    back: 'Về danh sách trung tâm',
    changed: (fields) => `Đổi: ${fields}`,
  },
  en: {
    title: 'Centres',
    lead: 'People are only given addresses and numbers that were checked in the last 6 months.',
    centre: 'Centre',
    contact: 'Contact',
    verified: 'Check',
    verifiedOn: (day, by) => `Checked on ${day}${by ? ` by ${by}` : ''}`,
    receives: 'Receives questions through the bot',
    yes: 'Yes',
    no: 'Not yet',
    states: { none: 'Unknown', unverified: 'Not checked', old: 'Checked over 6 months ago', sure: 'Shown to people' },
    means: {
      none: 'Neither an address nor a number. People are given 1800 1233 and local offices.',
      unverified: 'Nobody has checked it, so people do not see it. Give the source and the day of the check.',
      old: 'Checked more than 6 months ago, so people no longer see it. Please check again.',
      sure: 'People see this contact.',
    },
    address: 'Address',
    phones: 'Telephones',
    phonesHint: 'One number in each line.',
    email: 'E-mail',
    hours: 'Hours',
    hoursHint: 'In Vietnamese, as people read it: 7h30–11h30, 13h–17h, thứ Hai đến thứ Sáu.',
    note: 'Note for colleagues',
    noteHint: 'People do not see it.',
    source: 'Source',
    sourceHint: 'Paper, official page, or who confirmed it by telephone.',
    verifiedOnLabel: 'Checked on',
    verifiedOnHint: 'Only after a test call or a look into the paper.',
    verifiedBy: 'Checked by',
    verifiedByHint: 'Name or office. People do not see it.',
    badPhone: (line) => `This is no telephone number: ${line}`,
    badEmail: 'This is no e-mail address.',
    badVerifiedOn: 'The day must be today or earlier.',
    noSource: 'Give the source, so that it can be checked again.',
    noVerifier: 'Say who checked it.',
    asPeopleRead: 'What people read',
    back: 'Back to the centres',
    changed: (fields) => `Changed: ${fields}`,
  },
};
