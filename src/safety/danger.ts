import type { Danger } from '../base/danger.ts';
import { fold } from '../language/fold.ts';
import { words } from '../language/terms.ts';

/*
 * Signs of danger, written as short patterns over the words of a message. `~` stands for up to eight words in between.
 * Every pattern exists twice: with tone marks for text typed with them, folded for text typed without. Recall comes
 * first: a hotline shown once too often costs a line, one not shown may cost a life. What keeps false alarms low is
 * that each rule needs a sign that it is happening now, or to a child, or at the hands of people who hold somebody.
 */

const NOW =
  '(đang|vừa|mới(?! bị phạt)|bây giờ|giờ(?! làm)|ngay lập tức|ngay bây giờ|tối nay|tối mai|ngày mốt|hôm nay|sáng nay|chiều nay|trưa nay|nãy giờ|hồi nãy|sắp|tối qua|đêm qua|hôm qua)';
const CRY = '(cứu (em|tôi|con|mình|cháu|bé|chị|anh|mẹ|với|giúp)|help me|khẩn cấp|gấp lắm|làm ơn nhanh|xin cứu)';
const HIT = '(đánh|đập(?! cửa| cổng| bàn)|đấm|đạp|tát|bóp cổ|siết cổ|chém|đâm|phang|quất|hành hung|bạo hành|tra tấn)';
const WEAPON =
  '(cầm dao|con dao|dí dao|kề dao|cầm búa|cầm gậy|mã tấu|tuýp sắt|súng|tạt xăng|đổ xăng|tưới xăng|axit|a xít|châm lửa)';
const THREAT =
  '((dọa|đòi|hăm|thề|nói|bảo) ~ (giết|chém|đâm|đốt nhà|đốt cả nhà|thiêu)|giết chết (tôi|em|con|mẹ|cả nhà)|(nó|hắn|ông ấy|anh ta|chồng) ~ giết (tôi|em|mẹ|con))';
const HURT = '(chảy máu|ra máu|máu me|bất tỉnh|ngất|gãy (tay|chân|xương)|không thở|tím tái|co giật|thoi thóp)';
const HELD =
  '(bị nhốt|nhốt (trong|ở|em|tôi|con|cháu|nó|bé|lại)|nhốt ~ (phòng|nhà|kho|tối)|khóa trái|khóa cửa ngoài|bị giam lỏng|bị giữ (ở|trên|trong|lại)|trói|xích|không cho (về|ra ngoài|đi đâu|đi viện)|thu điện thoại|thu hết điện thoại|lấy hết điện thoại)';
const SEX =
  '(hiếp|cưỡng bức|xâm hại|dâm ô|sàm sỡ|sờ (soạng|mó|vào|ngực|người|mông|chỗ)|cởi (đồ|quần|áo|hết)|làm chuyện (đó|ấy|người lớn|bậy)|giao cấu|ép ~ quan hệ|gạ tình)';
const FAMILY = '(chồng|vợ|ba|bố|cha|mẹ|dượng|anh ấy|ảnh|người yêu|con trai|thằng con|bạn trai|ông ấy|ông nhà|nó|hắn)';
/** Under 16 by age, by class, or by the words people use for small children. */
const CHILD =
  '((?:[1-9]|1[0-5]) ?(?:tuổi|t)|lớp [1-9]|em bé|đứa (bé|nhỏ|trẻ)|thằng (bé|nhỏ)|bé (gái|trai)|sơ sinh|trẻ (em|con|nhỏ)|cháu bé|con bé|mấy đứa nhỏ|con nhỏ)';
const FAR =
  '(campuchia|cam pu chia|cambodia|myanmar|miến điện|philippines|trung quốc|bên tàu|biên giới|cửa khẩu|tam giác vàng|casino|karaoke|mát xa|massage|động mại dâm|ghe|tàu (cá|biển|khác)|ngoài khơi|tòa nhà|khu lừa đảo)';
const POLICE = '(công an|đồn|trụ sở|trại (giam|tạm giam|tạm giữ)|nhà tạm giữ|tạm giữ|trong (đó|này|trại|trỏng))';
/** A question about law in general, or about something long over. */
const CALM =
  '(bị phạt (thế nào|ra sao|bao nhiêu|mấy|gì)|phạt (bao nhiêu|mấy|thế nào|tù bao)|mức phạt|khung hình phạt|xử (phạt|lý) (thế nào|ra sao|như thế nào)|bao nhiêu năm tù|mấy năm tù|tội gì|là tội|có phải là tội|cấu thành|luật (nào )?quy định|quy định (gì|thế nào|ra sao|của)|nghĩa là gì|là gì|điều (mấy|nào|\\d+)|theo luật thì|khái niệm|định nghĩa|viết (bài|luận)|bài tập|làm (tiểu luận|bài))';
const OVER =
  '(trốn (được|thoát|về)|được (đưa|giải thoát|cứu) ~ về|vừa được đưa về|thoát (được|về)|được giải cứu|về (nước|nhà|quê) rồi|đã về|(\\d+|mấy|nhiều|mười|hai|ba|năm) năm trước|năm ngoái|hồi (nhỏ|bé|xưa|đó|năm)|ngày xưa)';

interface Rule {
  readonly danger: Danger;
  /** All must be found. */
  readonly signs: readonly string[];
  /** None may be found. */
  readonly unless?: readonly string[];
}

/** The first rule that holds decides; a life at risk stands above the rest. */
const RULES: readonly Rule[] = [
  {
    danger: 'self-harm',
    signs: [
      '(muốn chết|không muốn sống|chẳng muốn sống|không thiết sống|hết muốn sống|chán sống|tự tử|tự sát|tự vẫn|tự kết liễu|kết thúc (cuộc đời|cuộc sống|tất cả)|chết (quách|cho rồi|cho xong|cho nhẹ|đi cho|cho khỏe|cho khuất)|uống thuốc (sâu|chuột|trừ sâu|cỏ|ngủ)|lá ngón|rạch (tay|cổ tay|mấy|cả)|tay ~ rạch|cắt cổ tay|nhảy (cầu|lầu|sông|sân thượng)|treo cổ|thư tuyệt mệnh|viết thư ~ (đi luôn|hết rồi)|đi luôn cho (nhẹ|xong|rồi)|sống (làm gì|để làm gì) nữa|không còn lý do (gì )?để sống|want to die|kill myself|suicid\\w*)',
    ],
    unless: [CALM, 'xúi (giục)?', 'bức tử', 'ba chết cho'],
  },
  {
    danger: 'medical',
    signs: [
      `(${HURT}|vỡ ối|sắp sinh|ngộ độc|uống nhầm|hấp hối|đột quỵ|rắn cắn)`,
      `(${NOW}|${CRY}|không (ai )?cho đi (viện|bệnh viện)|làm (gì|sao) (giờ|bây giờ|đây))`,
      '(bệnh viện ~ (không (nhận|cho)|đuổi|đòi)|thuốc|rắn cắn|ngộ độc|uống nhầm|đột quỵ|vỡ ối|sắp sinh|co giật|không thở|bất tỉnh)',
    ],
    unless: [CALM, HIT, OVER],
  },
  {
    danger: 'trafficking',
    signs: [
      `(${HELD}|bị bán|bán (em|con|nó|tôi|tụi em|mình)|bị lừa|chích điện|tiền chuộc|đòi ~ triệu ~ (thả|cho về)|nói giá|bắt (làm|gọi điện) lừa)`,
      FAR,
    ],
    unless: [OVER, CALM],
  },
  {
    danger: 'trafficking',
    signs: [
      `(bị (lừa )?bán (sang|qua|vào|cho)|lừa bán|chích điện|tiền chuộc|đòi ~ triệu (mới )?(thả|cho về)|ép (tiếp khách|bán dâm|đi khách))`,
      `(${NOW}|${CRY})`,
    ],
    unless: [OVER, CALM],
  },
  {
    danger: 'trafficking',
    signs: [
      '(mất liên lạc|thuê bao|không gọi được|mất tích|bỏ đi theo|lên xe)',
      '(cửa khẩu|biên giới|campuchia|trung quốc)',
      `(${NOW}|con gái|em gái|cháu|con trai)`,
    ],
    unless: [CALM, '(năm|tháng) (trước|ngoái)'],
  },
  {
    danger: 'violence',
    signs: [`(${WEAPON}|${THREAT})`, `(${NOW}|${CRY}|ngoài cửa|đập cửa|đập cổng|đuổi theo|trước cửa|đếm tới)`],
    unless: [CALM, OVER],
  },
  {
    danger: 'detention',
    signs: [HIT, `(${POLICE})`, `(${NOW}|mẹ ơi|gọi được|đuổi về|nhắn ra)`, '(con|chồng|anh|em|cháu|bố|cha|ba|bạn)'],
    unless: [CALM, 'tháng (trước|nay|rồi)', OVER, '(bạo lực|chồng|vợ) ~ (đánh|đập)'],
  },
  {
    danger: 'detention',
    signs: [
      '(vừa|mới|sáng nay|tối qua|đêm qua|hôm qua|chiều nay|hôm nay|hồi nãy|nãy|đang|just) ~ (bị (công an )?(bắt|giữ|áp giải|đưa đi|còng|dẫn đi)|bắt (đi|giữ|mất|tại)|công an ~ (bắt|đưa|dẫn|còng)|arrested)',
    ],
    unless: [
      CALM,
      'tháng (trước|nay|rồi)',
      'bắt (làm|ký|đóng|nộp|tăng ca|trực|phải|nghỉ|em làm|em ký)',
      'báo ~ (giật|đăng)',
      OVER,
    ],
  },
  {
    danger: 'child',
    signs: [CHILD, `(${SEX}|coi đồ|xem phim (đen|bậy|sex))`],
    unless: [CALM, '(bao nhiêu|mấy) tuổi (thì|mới)', OVER],
  },
  {
    danger: 'child',
    signs: [
      CHILD,
      `(${HIT} ~ (đau|lằn|bầm|dã man|dây điện|roi|thắt lưng|gậy|hoài|suốt|tới tấp|nữa|bằng)|bị ~ ${HIT}|lằn (roi|thắt lưng)|đầy lằn|vết bầm|khóc thét|bỏ đói|không cho ăn|bắt ~ (đứng|quỳ|ngủ) ngoài|${HELD}|bị bỏ (rơi|lại)|bỏ (ở|trong|ngoài) ~ (cổng|giỏ|thùng|chùa|đường|bụi)|dây rốn)`,
    ],
    unless: [CALM, '(thầy|cô) (giáo|chủ nhiệm)', OVER, 'tòa (giao|xử)', 'đánh nhau'],
  },
  {
    danger: 'child',
    signs: [
      '(clip|ảnh nóng|hình nóng|gửi ảnh|gửi hình)',
      '(bắt|dọa|đòi|tống tiền|không ~ (gửi|tung|đăng))',
      `(${CHILD}|1[0-7]t|1[0-7] tuổi)`,
    ],
    unless: [CALM],
  },
  {
    danger: 'violence',
    signs: [`(đang|nãy giờ|giờ|vừa|mới|bây giờ|lại) ~ ${HIT}`, FAMILY],
    unless: [CALM, OVER, 'đánh (nhau|bài|đề|giá|máy|vần|số|cầu|cá)', '(đang|mới) (làm|sống|ở|học|bán|ly hôn|nuôi)'],
  },
  {
    danger: 'violence',
    signs: [`${HIT}`, HURT, `(${NOW}|${CRY}|còn đang)`],
    unless: [CALM, OVER, 'tháng (trước|rồi)'],
  },
  { danger: 'violence', signs: [CRY, `(${HIT}|${HELD}|${WEAPON}|${FAMILY})`], unless: [CALM, OVER] },
  {
    danger: 'violence',
    signs: [
      `(vừa|mới|tối qua|đêm qua|hôm qua|sáng nay|hồi nãy|đang) ~ ${SEX}|bị hiếp|${SEX} ~ (tối qua|đêm qua|hôm qua|sáng nay|hồi nãy)`,
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'violence',
    signs: [
      '(being beaten|beating me|hits me|he has a knife|going to kill me|raped)',
      '(now|just|tonight|last night|help|today)',
    ],
  },
];

interface Compiled {
  readonly danger: Danger;
  readonly signs: readonly RegExp[];
  readonly unless: readonly RegExp[];
}

const GAP = '(?:\\S+ ){0,8}?';

function compile(write: (pattern: string) => string): readonly Compiled[] {
  const one = (pattern: string): RegExp => new RegExp(`(?<= )(?:${write(pattern).replaceAll('~ ', GAP)})(?= )`, 'u');
  return RULES.map(({ danger, signs, unless = [] }) => ({ danger, signs: signs.map(one), unless: unless.map(one) }));
}

/** `words()` spells final y as i and unifies tone placement; the patterns go the same way. */
const asWords = (pattern: string): string =>
  pattern
    .replace(/(?<=[hklmst])ý(?!\p{L})/gu, 'í')
    .replace(/(?<=[hklmst])ỷ(?!\p{L})/gu, 'ỉ')
    .replaceAll('bố', '(?:bố|cha)');
const MARKED = compile(asWords);
const PLAIN = compile((pattern) => fold(asWords(pattern)));

/** Below this share of words with marks a text counts as typed without them; ordinary Vietnamese has two thirds. */
const SHARE_OF_MARKED_WORDS = 0.35;

/**
 * Is somebody in danger now, as far as the words show? Decided before any search, on the words alone.
 *
 * @returns The kind of danger, the one most threatening to life first; `undefined` for calm questions about the law.
 */
export function dangerIn(text: string): Danger | undefined {
  const marked = words(text);
  const line = ` ${marked.join(' ')} `;
  const plain = ` ${marked.map(fold).join(' ')} `;
  const share = marked.filter((word) => fold(word) !== word).length / Math.max(1, marked.length);
  const [rules, shown] = share < SHARE_OF_MARKED_WORDS ? [PLAIN, plain] : [MARKED, line];
  return rules.find(
    ({ signs, unless }) => signs.every((sign) => sign.test(shown)) && !unless.some((sign) => sign.test(shown)),
  )?.danger;
}
