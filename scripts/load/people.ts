import type { ChannelName } from '../../src/ports/channel.ts';

export type Writes = Extract<ChannelName, 'telegram' | 'zalo' | 'web'>;

/** Somebody who writes during a load run: each message when the answer to the one before was read. */
export interface LoadPerson {
  readonly on: Writes;
  /** Chat, or on the web the address of their network. */
  readonly chat: string;
  readonly texts: readonly string[];
}

/** As people put it: with and without marks, short and long, north and south. */
export const QUESTIONS: readonly string[] = [
  'Công ty nợ lương em 3 tháng rồi, hỏi thì cứ khất, giờ em làm sao ạ?',
  'cty cho nghi viec ko bao truoc co dung luat ko',
  'Tôi nghỉ việc rồi mà công ty giữ sổ bảo hiểm không trả',
  'bầu 7 tháng bị sếp bắt đi ca đêm',
  'thử việc 3 tháng lương có 50% vậy có đúng không',
  'Làm thêm chủ nhật được trả bao nhiêu tiền hả anh chị',
  'chu tro doi tang tien dien gap doi, ko chiu thi duoi',
  'chủ nhà trọ giữ cọc không trả lại tôi phải làm gì',
  'Hàng xóm xây nhà lấn sang đất nhà tôi cả mét',
  'đất ông bà để lại không có giấy tờ thì chia thế nào ạ',
  'muon ly hon ma chong ko chiu ky don',
  'ly hôn rồi ba nó không chu cấp nuôi con đồng nào hết',
  'Con tôi 4 tuổi chưa làm khai sinh, giờ làm muộn có bị phạt không?',
  'con dau khai sinh khong co ten cha duoc ko',
  'Con tôi bị khuyết tật nặng thì được hưởng trợ cấp gì?',
  'mẹ tôi 82 tuổi không có lương hưu thì được trợ cấp không',
  'Hộ nghèo có được cấp thẻ bảo hiểm y tế không ạ?',
  'di kham benh khac huyen bhyt co tra ko',
  'trường thu nhiều khoản quá, không đóng thì không cho con đi học',
  'con tôi bị bạn bè bắt nạt trên mạng',
  'Ai được trợ giúp pháp lý miễn phí?',
  'muốn nhờ luật sư mà không có tiền',
  'Công an mời lên làm việc qua điện thoại, tôi có phải đi không?',
  'bi phat nguoi oan thi khieu nai o dau',
  'Xã trả lời đơn của tôi chậm 2 tháng nay rồi',
  'mua hàng trên mạng nhận đồ giả có đòi lại tiền được không',
  'cho bạn mượn 50 triệu có giấy tay mà nó không trả',
  'bị đòi nợ thuê gọi điện chửi bới cả nhà',
  'người bị HIV có bị đuổi việc không',
  'em là công nhân nước ngoài về, tiền lương bên kia chưa trả',
];

/** Danger; hotlines come first. */
export const EMERGENCIES: readonly string[] = [
  'Chồng em vừa đánh em, giờ nó đang khóa cửa nhốt em trong nhà',
  'chong toi cam dao doi chem toi',
  'bố dượng hay sờ mó con bé nhà em, nó 11 tuổi',
  'tôi không muốn sống nữa',
  'công an bắt con tôi từ tối qua giờ chưa cho gặp',
];

/** Something that no entry answers, and the way to the staff of a centre. */
const HAND_OVER = 'ông chủ trại cá không chịu trả lại giấy phép lặn biển của tôi, giữ 2 năm nay';
const HANDS_OVER = ['gặp cán bộ', 'tiếp', 'PROVINCE', 'bỏ qua', 'đồng ý'];
const ENDS = ['cảm ơn bạn', 'dạ cảm ơn', 'thanks ad', 'có ích'];

/** Whose centre has a group of staff in a run. */
export const LINKED: readonly { readonly code: string; readonly name: string }[] = [
  { code: '01', name: 'hà nội' },
  { code: '33', name: 'hưng yên' },
  { code: '37', name: 'ninh bình' },
  { code: '96', name: 'cà mau' },
];
const ONE_IN_DANGER_OF = 12;
/** So few that no group gets more posts in a minute than its platform takes. */
const ONE_HANDING_OVER_OF = 60;

/** People after people, each with one to four messages. @param random From 0 to 1. */
export function peopleFrom(random: () => number): (on: Writes) => LoadPerson {
  let made = 0;
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  return (on) => {
    made += 1;
    const questions = [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(QUESTIONS)))];
    const province = LINKED[made % LINKED.length]?.name ?? '';
    const texts =
      made % ONE_HANDING_OVER_OF === 0
        ? [HAND_OVER, ...HANDS_OVER.map((text) => text.replace('PROVINCE', province))]
        : made % ONE_IN_DANGER_OF === 0
          ? [one(EMERGENCIES)]
          : [...questions, ...(random() < 0.3 ? [one(ENDS)] : [])];
    return { on, chat: chatOf(on, made), texts };
  };
}

/** Nobody who also writes in the burst that follows: their talk is already somewhere. */
function chatOf(on: Writes, nth: number): string {
  switch (on) {
    case 'telegram':
      return String(20_000_000 + nth);
    case 'zalo':
      return `khach-${String(nth).padStart(8, '0')}`;
    case 'web':
      return `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`;
  }
}
