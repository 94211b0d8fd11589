import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import { restsOnSame } from '../../src/evaluation/held-out.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { fold } from '../../src/language/fold.ts';
import { ask, firstFor, library } from './shipped.ts';

/** Is the entry the one that was meant, or one that rests on the same articles? Neighbours may fit as well. */
const fits = (given: KnowledgeEntry | undefined, meant: string): boolean => {
  const wanted = library.entry(meant as EntryId);
  return given !== undefined && wanted !== undefined && (given.id === meant || restsOnSame(given, wanted));
};

/** The same matter in full spelling and as it is typed in a hurry, and the entry that it is about. */
const MATTERS: readonly (readonly [entry: string, spelled: string, typed: string])[] = [
  ['qa/lao-dong/bi-no-luong', 'công ty nợ lương em hai tháng nay chưa trả', 'cty nợ lg e 2 thág nay chưa trả'],
  [
    'qa/lao-dong/mang-thai-bi-cho-nghi',
    'đang mang thai mà bị công ty cho nghỉ việc có được không',
    'đag mang thai mà bị cty cho nghỉ việc có đc ko',
  ],
  [
    'qa/lao-dong/giu-giay-to-dat-coc',
    'chủ giữ căn cước và bắt đặt cọc tiền mới cho làm',
    'chủ giữ cccd và bắt đặt cọc tiền ms cho lm',
  ],
  ['qa/lao-dong/khong-dong-bao-hiem', 'công ty không đóng bảo hiểm xã hội cho em', 'cty ko đóng bhxh cho e'],
  [
    'qa/lao-dong/bi-ep-tang-ca',
    'bị ép tăng ca tới 10 giờ đêm có được từ chối không',
    'bị ép tăng ca tới 10h đêm có dc từ chối k',
  ],
  [
    'qa/lao-dong/quay-roi-tinh-duc-noi-lam-viec',
    'em bị giám đốc sờ soạng ở chỗ làm',
    'e bị giám đốc sờ soạng ở chỗ lm',
  ],
  [
    'qa/tre-em/khai-sinh-con-ngoai-hon-nhan',
    'chưa đăng ký kết hôn thì làm giấy khai sinh cho con được không',
    'chưa đkkh thì lm giấy khai sinh cho con đc hok',
  ],
  [
    'qa/tre-em/khong-cap-duong',
    'ly hôn rồi mà chồng cũ không chịu gửi tiền nuôi con',
    'ly hôn r mà ck cũ ko chịu gửi tiền nuôi con',
  ],
  [
    'qa/tre-em/khong-cho-tham-con',
    'vợ cũ không cho tôi gặp con sau khi ly hôn',
    'vk cũ ko cho mk gặp con sau khi ly hôn',
  ],
  [
    'qa/tre-em/anh-con-bi-dang-mang',
    'bị hàng xóm đăng ảnh con em lên mạng thì đòi gỡ thế nào',
    'bị hàng xóm đăng ảnh con e lên mạng thì đòi gỡ tn',
  ],
  [
    'qa/bat-giu/tham-nguoi-bi-giam',
    'gia đình có được vào thăm người đang bị tạm giam không',
    'gđ có dc vào thăm ng đang bị tạm giam ko',
  ],
  ['qa/bat-giu/kham-xet-nha', 'công an vào khám nhà thì phải có giấy gì', 'công an vào khám nhà thì fai có giấy j'],
  [
    'qa/bat-giu/cong-an-xem-dien-thoai',
    'công an có được xem điện thoại của tôi không',
    'công an có đc xem điện thoại của mk ko',
  ],
  [
    'qa/khieu-nai-to-cao/can-bo-doi-tien',
    'cán bộ xã đòi tiền mới làm giấy tờ thì làm sao',
    'cán bộ xã đòi tiền ms lm giấy tờ thì lm s',
  ],
  [
    'qa/an-sinh/tro-cap-huu-tri-xa-hoi',
    'người già không có lương hưu thì bao nhiêu tuổi được trợ cấp',
    'ng già ko có lương hưu thì bao nhiêu tuổi dc trợ cấp',
  ],
  ['qa/quyen-tu-do/tu-tap-bieu-tinh', 'tụ tập biểu tình có bị phạt không', 'tụ tập biểu tình có bị phạt k z'],
  [
    'qa/quyen-tu-do/yeu-cau-cung-cap-thong-tin',
    'muốn xin thông tin của uỷ ban xã thì làm thế nào',
    'muốn xin thông tin của ub xã thì lm ntn',
  ],
  [
    'qa/giay-to-cu-tru/chu-tro-khong-cho-dang-ky',
    'thuê nhà trọ mà chủ không cho đăng ký tạm trú',
    'thuê nhà trọ mà chủ ko cho đăng kí tạm trú z',
  ],
];

/** The two schools of placing the tone: `uỷ`/`ủy`, `hoà`/`hòa`. */
const OTHER_TONE_PLACE: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oạ: 'ọa',
  oẻ: 'ỏe',
  uý: 'úy',
  uỷ: 'ủy',
  uỵ: 'ụy',
};
const otherTonePlace = (text: string) =>
  text.replace(/(?<!q)(?:oà|oá|oả|oạ|oẻ|uý|uỷ|uỵ)(?!\p{L})/gu, (ending) => OTHER_TONE_PLACE[ending] ?? ending);

describe.each(MATTERS)('%s', (entry, spelled, typed) => {
  it.each([
    ['viết đủ', spelled],
    ['không dấu', fold(spelled)],
    ['chữ tổ hợp (NFD)', spelled.normalize('NFD')],
    ['chữ hoa', spelled.toUpperCase()],
    ['thừa khoảng trắng, ký tự ẩn', `  ${spelled.replaceAll(' ', '\u00a0 ').replace(' ', '\u200b ')}\n`],
    ['có lời chào và lời nhờ', `ad ơi cho em hỏi ${spelled} ạ, em cảm ơn`],
    ['viết tắt', typed],
    ['viết tắt, không dấu', fold(typed)],
  ])('%s', (_, question) => {
    const first = firstFor(question);
    expect([first?.id, fits(first, entry)]).toEqual([first?.id, true]);
  });

  it('viết đủ thì được trả lời, và cách gõ không đổi câu trả lời', () => {
    const { outcome, answers, messages } = ask(spelled);
    const first = library.entry((answers[0]?.entry ?? '') as EntryId);
    expect([first?.id, fits(first, entry)]).toEqual([first?.id, true]);
    expect(['answer', 'choices']).toContain(outcome);
    expect(ask(spelled.normalize('NFD')).messages).toEqual(messages);
    expect(ask(spelled.toUpperCase()).messages).toEqual(messages);
  });
});

describe('Hai cách đặt dấu thanh', () => {
  it.each([
    'bị bạo lực gia đình có bắt buộc hoà giải không',
    'muốn xin thông tin của uỷ ban xã thì làm thế nào',
    'thủ tục khởi kiện ra toà án đòi nợ lương',
    'bị doạ giết thì báo công an được không',
    'chủ doạ huỷ hợp đồng lao động',
    'sức khoẻ yếu mà bị ép tăng ca',
  ])('%s', (question) => {
    const other = otherTonePlace(question);
    expect(other).not.toBe(question);
    expect(ask(other)).toEqual(ask(question));
  });
});
