import type { Danger } from '../base/danger.ts';
import { UNASKED } from './danger-unasked.ts';
import {
  A_CHILD,
  ACUTE,
  AFRAID,
  BLEEDING,
  BONDED,
  BROKEN_BONE,
  BROKEN_HEAD,
  CALM,
  CHILD,
  CLINIC,
  CLINIC_REFUSES,
  CRY,
  DYING,
  FAMILY,
  FAR,
  FLED,
  FOR_DAYS,
  HELD,
  HIT,
  HURT,
  KEPT_FROM_CARE,
  LATELY,
  LOCKED,
  LOST,
  ME,
  NOW,
  OVER,
  PAPERS,
  PARTNER,
  POLICE,
  RANSOM,
  RAPED,
  SEIZED,
  SEX,
  SOLD,
  SUITS,
  TAKEN,
  THREAT,
  UNCLEAR,
  WEAPON,
  WHAT_NOW,
  WORKPLACE,
} from './danger-words.ts';
import { HINTED, HINTED_WITHOUT_MARKS, type Hints } from './hinted-danger.ts';
import { ANY, compile, foundIn, readLine, type Signs } from './signs.ts';
import { WITHOUT_MARKS } from './without-marks.ts';

/*
 * Signs of danger, written as short patterns over the words of a message (`signs.ts`). Recall comes first: a hotline shown
 * once too often costs a line, one not shown may cost a life. What keeps false alarms low is that each rule needs a sign
 * that it is happening now, or to a child, or at the hands of people who hold somebody, and that it must not be a question
 * about the law in general, or about something long over.
 */

interface Rule extends Signs {
  readonly danger: Danger;
}

/** The first rule that holds decides; a life at risk stands above the rest. */
const RULES: readonly Rule[] = [
  {
    danger: 'self-harm',
    signs: [
      ANY(
        '(?:muốn|tính|định|thà) đi (?:luôn )?cho (?:khuất|rồi|nhẹ)',
        'đi (?:thật )?xa ~2 không (?:về|quay lại) nữa',
        'chán đời (?:quá|lắm|rồi)',
        'cuộc đời ~ ~4 (?:định|muốn|sẽ) kết thúc',
        'ngày cuối (?:cùng )?của (?:em|tôi|mình|con|đời)(?! (?:ở|làm|trong|đi|tại|ngồi))',
        'xin lỗi ~4 (?:không nghe máy|tắt máy|không gọi được)',
        'đang (?:ở|đứng|ngồi) trên (?:cầu|lan can|nóc|mái|sân thượng|tầng thượng) ~6 (?:mệt|chán|buồn|khổ|hết|nhảy|tuyệt vọng)',
        'mua ~2 thuốc (?:rầy|sâu|trừ sâu|chuột|cỏ|ngủ) (?:rồi|sẵn)(?= $)',
        'đóng (?:kín )?(?:cửa|phòng) ~2 đốt than',
        'muốn (?:được )?giải thoát(?! (?:khỏi|hợp))',
        '(?<!máy )cắt tay ~3 máu',
        '(?<!(?:nóng|lâu|mắc|chờ|đắt|cười) )muốn (?:chết|tự tử|tự sát|biến mất(?! khỏi (?:danh|nhóm|mạng|sổ))|ra đi|nhảy(?! (?:việc|dây|múa|ngành))|ngủ ~3 không (?:dậy|tỉnh))',
        'muốn đi theo (?:mẹ|ba|bà|ông|chồng|vợ|con|anh)(?! (?:sang|qua|vào|ra|đến|lên|về|học|ở|làm))',
        'muốn kết thúc (?:hết|tất cả|cuộc|đời|cho|luôn)',
        'chỉ muốn kết thúc(?! (?:hợp đồng|hôn nhân|quan hệ|vụ|việc|sớm|thử))',
        '(?:không|chẳng|hết|đâu|không còn) (?:còn )?(?:muốn|thiết|tha thiết) (?:sống|ở trên đời)',
        'không muốn ~2 (?:trên đời|tồn tại|tỉnh dậy)',
        'chán sống',
        '(?:muốn|mún|mun) (?:chít|chết)',
        'không (?:mún|mun) sống',
        'buông xuôi (?:tất cả|hết|luôn|cho|thôi)',
        '(?<!nản )muốn buông (?:xuôi|hết|bỏ (?:hết|tất cả))',
        '(?:dừng|dừng lại|chấm dứt) ~3 cuộc đời',
        'thừa thãi ~1 trên đời',
        'không ai cần (?:em|tôi|con|mình|cháu)',
        '(?:đi )?gặp (?:mẹ|ba|cha|bà|ông|con|chồng|vợ|anh) ~2 (?:thế giới bên kia|ở bên kia|suối vàng|trên trời)(?! (?:sông|đường|cầu|biên|đồi|đèo))',
        'tự tử',
        'tự sát',
        'tự vẫn',
        'tự kết liễu',
        'quyên sinh',
        'kết thúc (?:cuộc đời|cuộc sống|tất cả|đời mình)',
        'nghĩ (?:đến|tới|về) (?:cái chết|chuyện chết)',
        'chết (?:quách|cho (?:rồi|xong|nhẹ|khỏe|khuất|đỡ)|đi cho|thì hết nợ|mà không đau|không đau)',
        'thà chết',
        'chỉ còn (?:nước|đường|cách) chết',
        'cách (?:nào )?(?:để )?chết',
        'uống (?!nhầm )~3 thuốc (?:rầy|sâu|chuột|trừ sâu|cỏ|trừ cỏ|diệt cỏ|ngủ)',
        '(?:uống|nuốt) ~2 (?:vỉ|vốc|nắm|lọ) ~2 thuốc',
        'cầm ~2 thuốc (?:rầy|sâu|chuột|trừ sâu|cỏ|trừ cỏ|diệt cỏ|ngủ)',
        'uống thuốc ~3 ngủ luôn',
        'lá ngón',
        'nằm ~2 đường ray',
        'đốt than ~4 (?:phòng|chết|với)',
        '(?:mai|không ai) ~4 (?:thấy|gặp|tìm) (?:tôi|em|mình|con) nữa',
        'rạch (?:tay|cổ tay|đùi|mấy|cả)',
        'tay ~ rạch',
        'cắt (?:cổ tay|mạch máu|tay (?:mình|rồi|để|cho|sâu))',
        // who jumps into the water to swim away wants to live
        'nhảy (?:cầu|lầu|sông|sân thượng|xuống(?! (?:bơi|nước|xe|tàu|hồ tắm)))',
        'sân thượng ~3 nhảy',
        'treo cổ',
        'thắt cổ(?! chai)',
        'leo (?:lên|ra) ~2 (?:lan can|sân thượng|thành cầu|mái nhà)',
        '(?:ước gì|ước|mong|chỉ muốn|phải chi) ~4 (?:không|đừng|khỏi) ~1 (?:dậy|tỉnh)',
        'ngủ ~2 (?:giấc|mãi|luôn) ~3 (?:không|đừng|khỏi) ~2 (?:dậy|tỉnh)',
        'ở lại mạnh (?:giỏi|khỏe)',
        '(?:em|tôi|con|mình|cháu|nó) ~1 đứng (?:trên|ngoài|ở) ~1 (?:sân thượng|lan can|thành cầu|nóc|mép)',
        '(?:tính|định|muốn|thôi) ra (?:sông|cầu|biển) (?:cho|luôn)',
        'chết là (?:hết|xong|thoát)(?! ~2 (?:hay|phải|có))',
        '(?:con|em|tôi|mình) đi đây ~4 xin lỗi',
        'xin lỗi ~6 (?:đi đây|đi trước|không về nữa)',
        'không muốn làm (?:phiền|khổ|gánh nặng) ~3 nữa',
        'thư tuyệt mệnh',
        'để lại thư ~6 (?:bỏ đi|đi rồi|đừng tìm)',
        '(?:nói|nhắn|dặn) ~2 đừng (?:đi )?tìm (?:con|em|tôi|mình|nó)',
        'viết thư ~ (?:đi luôn|hết rồi)',
        '(?:lời|nhắn|thư) vĩnh biệt',
        '(?:tôi|em|con|mình|thôi) đi (?:luôn )?cho (?:rồi|xong|nhẹ|khuất)',
        'đi luôn cho (?:nhẹ|xong|rồi)',
        'sống (?:làm gì|để làm gì|làm chi|chi) (?:nữa|cho)',
        'sống ~4 không (?:còn )?(?:có )?ý nghĩa',
        'không (?:còn|thấy|còn thấy) lí do (?:gì |nào )?để sống',
        'viết thư ~3 để lại ~1 (?:mẹ|ba|cha|bố|con|chồng|vợ|gia đình)(?! ~ di chúc)',
        '(?:em|tôi|con|mình|cháu) (?:mà )?(?:chết|biến mất) (?:đi )?thì ~4 (?:đỡ|hết|nhẹ|tốt|khỏe|yên|sướng)',
        'mai ~3 không còn ở đây',
        'want to die',
        'kill myself',
        'suicid\\w*',
      ),
    ],
    unless: [
      CALM,
      'xúi (giục)?',
      'bức tử',
      'ba chết cho',
      'bảo hiểm nhân thọ|tử tuất',
      'nhân vật|(?:con|vị) tướng',
      'tự tử (không thành|thì)',
      '(tự tử|treo cổ) ~4 (năm|tháng|hồi|tuần) (ngoái|trước|nhỏ|rồi)',
    ],
  },
  {
    danger: 'medical',
    signs: [
      ANY(
        ACUTE,
        BLEEDING,
        'tai biến',
        'sắp sinh',
        '(?:đau|sắp) đẻ',
        'trở dạ',
        '(?:té|ngã) ~2 (?:giàn giáo|lầu|mái|cao)',
        'gãy (?:tay|chân)',
        'tai nạn',
        'bị (?:xe )?đụng',
        'vã mồ hôi',
        'nguy (?:kịch|cấp)',
        'máy (?:cuốn|dập|kẹp|cắt|nghiền)',
      ),
      ANY(CLINIC_REFUSES, KEPT_FROM_CARE),
    ],
    unless: [CALM, HIT, OVER, SUITS],
  },
  {
    danger: 'medical',
    signs: ['(từ chối|không (chịu )?(nhận|cho)) cấp cứu', ANY(NOW, CRY, WHAT_NOW)],
    unless: [CALM, OVER, SUITS],
  },
  {
    danger: 'medical',
    signs: [ACUTE, ANY(NOW, CRY, WHAT_NOW, 'làm sao')],
    // who has died needs no ambulance any more
    unless: [
      CALM,
      HIT,
      OVER,
      PAPERS,
      '(?:thì|đã|bị|là) mất(?: (?:trên|ở|tại|rồi))? (?:xe|đường|viện|luôn|bệnh viện)|xin (?:lại )?(?:hồ sơ )?bệnh án',
    ],
  },
  {
    danger: 'medical',
    signs: [
      `(${HURT}|vỡ ối|sắp sinh|ngộ độc|uống nhầm|hấp hối|đột quỵ|rắn cắn)`,
      `(${NOW}|${CRY}|không (ai )?cho đi (viện|bệnh viện)|làm (gì|sao) (giờ|bây giờ|đây))`,
      '(bệnh viện ~ (không (nhận|cho)|đuổi|đòi)|thuốc|rắn cắn|ngộ độc|uống nhầm|đột quỵ|vỡ ối|co giật|không thở|bất tỉnh)',
    ],
    unless: [CALM, HIT, OVER, PAPERS],
  },
  {
    danger: 'medical',
    signs: [`${CLINIC} ~ (?:đóng|nộp|tạm ứng) ~4 mới (?:chịu )?(?:mổ|cứu|cấp cứu)`],
    unless: [CALM, OVER, LATELY, PAPERS, '(trái|đúng|sai) (luật|quy định|không)'],
  },
  {
    danger: 'medical',
    signs: [DYING, '(tôi|ba|cha|mẹ|con|em|cháu|bé|nhỏ|ông|bà|vợ|chồng|bạn|chị|anh|người ta|công nhân|ai|nó)'],
    unless: [
      CALM,
      HIT,
      OVER,
      LATELY,
      PAPERS,
      '(?:thú y|làm thẻ|đổi thẻ|tờ giấy|vay ngân hàng|có người lo|phải hoàn|trả tiền viện|khuyết tật|nghĩa vụ|giám định|trách nhiệm|đền|kiện|tố cáo|hay bị|mấy lần|chết|qua đời|mất (?:rồi|luôn|trên|tại))',
    ],
  },
  {
    danger: 'child',
    signs: [
      '((vừa|mới|bị|đã) ~3 bắt cóc|bắt cóc ~3 (con|cháu|bé)|bế ~4 (đi )?mất|mất tích|đi lạc)',
      ANY(CHILD, 'con (?:tôi|em|gái|trai)'),
      ANY(NOW, FOR_DAYS, CRY, WHAT_NOW, 'không ai', 'đòi (?:tiền|chuộc)', 'rồi'),
    ],
    unless: [CALM, OVER, FAR, '(sợ|lo|vụ|tin|đồn) ~6 bắt cóc'],
  },
  {
    danger: 'trafficking',
    signs: [
      ANY(
        HELD,
        RANSOM,
        SOLD,
        'bị bán',
        'bán (?:em|con|nó|tôi|tụi em|mình)',
        'bị lừa',
        'bị (?:gạt|dụ) (?:qua|sang|đi)',
        'nói giá',
        'bắt ~3 (?:gọi điện |gõ phím )?lừa',
        'gọi điện lừa',
      ),
      FAR,
    ],
    unless: [OVER, CALM, 'bị lừa ~2 (tiền|mất|đất|mua)', 'đền bù', 'hát karaoke', 'hi sinh', 'sang việt nam'],
  },
  { danger: 'trafficking', signs: [RANSOM, ANY(ME, FAMILY, NOW)], unless: [OVER, CALM] },
  {
    danger: 'trafficking',
    signs: [SOLD, ANY(NOW, CRY, HELD, WHAT_NOW, BONDED, 'thu ~2 (?:giấy tờ|căn cước)', 'gọi về', 'nhắn')],
    unless: [OVER, CALM],
  },
  {
    danger: 'trafficking',
    signs: ['(tịch thu|thu|giữ) ~3 hộ chiếu', HELD, ANY(ME, 'con', 'họ', 'nó')],
    unless: [OVER, CALM, 'hợp đồng', 'đúng (luật|không)'],
  },
  {
    danger: 'trafficking',
    signs: [HELD, WORKPLACE, BONDED],
    unless: [OVER, CALM, FOR_DAYS, 'nợ lương'],
  },
  {
    danger: 'trafficking',
    signs: [
      LOST,
      '(cửa khẩu|biên giới|campuchia|trung quốc|myanmar|lào|bên kia)',
      `(${NOW}|con gái|em gái|cháu|con trai)`,
    ],
    unless: [CALM, '(năm|tháng) (trước|ngoái|nay)'],
  },
  {
    danger: 'trafficking',
    signs: [
      ANY(CRY, 'gửi định vị', 'không biết ~2 ở đâu'),
      FAR,
      ANY(LOST, HELD, 'đưa ~2 (?:qua|sang)', 'gọi về', 'nhắn', 'bị lừa', 'bán cho'),
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'trafficking',
    signs: [CRY, '(campuchia|cam pu chia|myanmar|miến điện|tam giác vàng|khu lừa đảo)'],
    unless: [CALM, OVER, PAPERS],
  },
  {
    danger: 'trafficking',
    signs: ['(bị lừa|thu hộ chiếu|sang (đến|tới) nơi)', 'bắt ~2 làm', '(đánh|đập|chích|phạt đói|bỏ đói)'],
    unless: [CALM, OVER],
  },
  {
    // What stands beside "now" is now, however long the story before it.
    danger: 'violence',
    signs: [
      `(đang|giờ|nãy giờ|bây giờ|chừ) ~3 (${WEAPON}|(đòi|dọa) (chém|giết)|(đập|phá) (cửa|cổng) ~4 (chém|giết|đánh)|(?:bóp|siết|xiết|chẹn|kẹp) (?:cổ|họng)|lao vào đánh|kề dao)`,
    ],
    unless: [CALM, 'hồi (nhỏ|bé|xưa|đó|năm)', 'ngày xưa'],
  },
  {
    danger: 'violence',
    signs: ['(đang|nãy giờ|giờ|chừ|vừa|mới) ~4 rượt ~2 (em|tôi|con|mẹ|vợ|cả|đánh|chém|khắp)'],
    unless: [CALM, OVER],
  },
  {
    danger: 'violence',
    signs: ['(rượt|đuổi|dí) ~1 (chém|đánh|giết|đâm)', ANY(FLED, NOW, CRY, AFRAID, WHAT_NOW)],
    unless: [CALM, OVER, LATELY, PAPERS],
  },
  {
    danger: 'violence',
    signs: [
      '(đang|nãy giờ|chừ|vừa|mới) ~ ((lôi|kéo) ~1 (em|tôi|con|cháu|bé) ~1 (lên xe|vào|ra|đi)|(tạt|hắt|đổ|dội) ~1 (nước sôi|axit|xăng|dầu) ~2 (lên|vào))',
    ],
    unless: [CALM, OVER, LATELY, PAPERS, POLICE],
  },
  {
    danger: 'violence',
    signs: [`${WEAPON} ~1 (vào|lên|kề) ~1 (bụng|cổ|người|mặt|đầu|lưng)`],
    unless: [CALM, OVER, LATELY, PAPERS, 'hay (dọa|đòi)'],
  },
  {
    danger: 'violence',
    signs: ['(đổ|tưới|tạt) xăng ~3 (người|giường|nhà|phòng|em|tôi|mẹ|con|vợ)'],
    unless: [CALM, OVER, LATELY, PAPERS],
  },
  {
    danger: 'violence',
    signs: [
      ANY(WEAPON, THREAT),
      ANY(NOW, CRY, AFRAID, FLED, 'ngoài cửa', 'đập cửa', 'đập cổng', 'đuổi theo', 'trước cửa', 'đếm tới', 'rượt'),
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'violence',
    signs: [
      `${WEAPON} ~6 (rượt|đuổi|dọa|đòi|chém|đâm|kề|dí|đánh|bắt|ép)|(rượt|đuổi|dọa|đòi) ~6 ${WEAPON}|(đòi|dọa) (chém|giết|đâm) ~3 (em|tôi|bà|mẹ|ông|cả|con|cha|ba|chị)`,
    ],
    unless: [CALM, OVER, PAPERS, 'hay (dọa|đòi)'],
  },
  {
    danger: 'violence',
    signs: ['đuổi ~3 ra (khỏi nhà|đường|ngoài)', '(nửa đêm|giữa đêm|đêm nay|tối nay|khuya|trời mưa)', PARTNER],
    unless: [CALM, OVER, LATELY, 'tòa'],
  },
  {
    danger: 'violence',
    // not a thief's work on a lock, nor officers who come to look at papers
    signs: ['(đập|phá|đạp|cạy) (cửa|cổng|khóa(?! ~2 (?:xe|lấy|trộm|kho)))', ANY(NOW, CRY, AFRAID, THREAT, FLED)],
    unless: ['(công an|dân phòng|cảnh sát) ~4 (đập|gõ) (cửa|cổng)', CALM, OVER, 'chủ trọ|cưỡng chế|giải tỏa|thu hồi'],
  },
  {
    danger: 'violence',
    signs: [
      'đang (đi theo|bám theo|rình|đứng (trước|dưới|ngoài))|(sắp|lát) ~3 về ~4 (đánh|giết)|về là (đánh|giết|đập)',
      ANY(THREAT, AFRAID, CRY, WEAPON, HIT, FLED),
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'detention',
    signs: [
      `(bị ~4 ${HIT}|${POLICE} ~4 ${HIT}|họ ~3 ${HIT})`,
      POLICE,
      `(${NOW}|(đánh|đập) ~3 trong (trại|đồn)|mẹ ơi|gọi được|gọi (về|khóc)|đuổi về|nhắn ra)`,
      '(con|chồng|anh|em|cháu|bố|cha|ba|bạn|tôi)',
    ],
    unless: [
      CALM,
      LATELY,
      OVER,
      '(bạo lực|chồng|vợ) ~ (đánh|đập)',
      'khởi tố',
      'cướp',
      '(báo|gọi|kêu|lên|trình|nhờ) (công an|xã)',
    ],
  },
  {
    danger: 'detention',
    signs: [
      '(tra tấn|bức cung|nhục hình|(bắt|ép) ~3 nhận tội)',
      `(${NOW}|${CRY}|nhắn ra|gọi về)`,
      '(con|chồng|anh|em|cháu|bố|cha|ba|bạn|tôi|bị)',
    ],
    unless: [CALM, OVER, LATELY],
  },
  {
    danger: 'detention',
    signs: [
      `((vừa|sáng nay|tối qua|đêm qua|hôm qua|chiều nay|hôm nay|hồi nãy|nãy|đang|nửa đêm|ập vào|just) ~ |(?<!luật )mới ~3 )(${SEIZED}|bắt (đi|giữ|mất|tại)|arrested)|${SEIZED} ~ (tối qua|đêm qua|hôm qua|sáng nay|chiều nay|(hồi|khi) (nãy|khuya|hôm|tối|sáng|trưa|chiều)|nửa đêm|từ sáng|just)|just arrested|(công an|cảnh sát|dân quân|biên phòng) ~3 (vừa|mới) ~1 (bắt (?!đầu|buộc|làm|kí|phải|được|quả)|còng|áp giải)`,
    ],
    unless: [
      CALM,
      LATELY,
      'bắt (làm|kí|đóng|nộp|tăng ca|trực|phải|nghỉ|em làm|em kí|con tôi đóng)',
      'báo ~ (giật|đăng)',
      'tạm giam',
      'khởi tố',
      'đang (nuôi|có bầu|bầu|làm|bán)',
      'công chức|viên chức|đảng viên|bị can|bị cáo|luật sư thì',
      'lạ ~ bắt|bắt cóc|bắt nạt',
      OVER,
    ],
  },
  {
    danger: 'detention',
    signs: [
      `(bị ~4 (giữ(?! ${TAKEN})|bắt(?! (?:nạt|cóc|làm|kí|đóng|nộp|đi nghĩa vụ))|nhốt|mời)|(giữ|bắt|nhốt|mời) ~2 (người|chồng|vợ|con|em|anh|chị|ba|cha|bố|cháu|tôi)|đang ngồi|đang ở)`,
      POLICE,
      ANY(
        UNCLEAR,
        `${FOR_DAYS} ~3 (?:không|chưa)`,
        'biệt (?:tăm|tin)',
        '(?:giữ|bắt|nhốt) ~2 từ (?:tối|đêm|sáng|trưa|chiều|hôm)',
        'bắt ~3 nhận tội',
        'đòi đánh',
        '(?:cả|qua) đêm',
        'đang bị (?:giữ|nhốt|bắt)',
      ),
    ],
    unless: [CALM, LATELY, 'tạm giam', `giữ ~2 ${TAKEN}`, `${TAKEN} ~3 bị giữ`, OVER, SUITS],
  },
  {
    danger: 'detention',
    signs: [
      SEIZED,
      '(không biết (làm|phải) ~1 (sao|gì)|làm (gì|sao) (giờ|bây giờ|đây|ngay)|không (biết|rõ|cho ~2 biết) ~3 (giam|giữ|nhốt|ở) ~2 mô|không ai (nói|báo) ~3 (lí do|tội|đâu))',
    ],
    unless: [CALM, LATELY, 'tạm giam', 'khởi tố', 'bắt cóc', OVER, SUITS],
  },
  {
    danger: 'child',
    signs: [CHILD, `(${SEX}|làm bậy|coi đồ|(xem|coi) phim (đen|bậy|sex))`],
    unless: [CALM, '(bao nhiêu|mấy) tuổi (thì|mới)', OVER, 'quốc tịch', 'hòa giải'],
  },
  {
    danger: 'child',
    signs: [
      CHILD,
      ANY(
        `${HIT} ~ (đau|lằn|bầm|dã man|dây điện|roi|thắt lưng|hoài|suốt|tới tấp|nữa|bằng|tím|chảy máu)`,
        `${A_CHILD} ~ ${HIT}`,
        `${HIT} ~4 ${A_CHILD}`,
        `(?:cháu|con|bé) bị (?!chồng|vợ)~4 ${HIT}`,
        `treo ~ ${HIT}`,
        `${CHILD} ~6 ${LOCKED}`,
        `${LOCKED} ~6 ${CHILD}`,
        'nhốt ~ một mình',
        'lằn (?:roi|thắt lưng)',
        'đầy lằn',
        '(?:dí|châm|đốt|đổ|tạt) ~4 (?:vào|lên) ~1 (?:tay|chân|người|mặt|lưng|mông|đùi)',
        'bị ~3 (?:đốt|châm|dí) (?!trước )~1 (?:tay|chân|người|mặt|lưng)',
        'vết (?:bầm|roi|cắn|hằn)',
        'dấu (?:bàn )?tay',
        'bầm (?:tím|mắt|người)',
        'khóc (?:thét|đòi mẹ|ngất)',
        'bỏ đói',
        'không cho ăn',
        '(?:vào|chui|lên) ~1 (?:giường|mùng|mền) ~1 (?:cháu|em|con|bé)',
        'dán miệng',
        'bắt ~ (?:đứng|quỳ|ngủ) ngoài',
        'bị bỏ (?:rơi|lại|một mình)',
        'bỏ (?:ở|trong|ngoài) ~ (?:cổng|giỏ|thùng|chùa|đường|bụi|bờ|ruộng|rừng|bãi)',
        'bỏ ~4 (?:ở|trong|ngoài) ~1 (?:bãi rác|thùng rác|cổng chùa|gốc cây|bụi)',
        'nhặt được ~ (?:thùng|giỏ|chùa|cổng)',
        'dây rốn',
        'đỏ hỏn',
      ),
    ],
    unless: [
      CALM,
      '(thầy|cô) (giáo|chủ nhiệm)',
      OVER,
      'tòa (giao|xử)',
      'đánh (nhau|lộn)',
      'bạn (?:cùng lớp |học )?đánh',
      'quốc tịch',
      'khiếm thị|khuyết tật',
      'không tốn tiền|luật sư',
      'công an',
    ],
  },
  {
    danger: 'child',
    signs: [
      A_CHILD,
      '(bạn trai|anh|chú|ông|thầy|người lạ) ~3 (rủ|dụ|dẫn|chở|kéo|đưa)',
      '(rủ|dụ|dẫn|chở|kéo|đưa) ~4 (nhà nghỉ|khách sạn)',
    ],
    unless: [CALM, OVER, 'khai báo|đặt phòng'],
  },
  {
    danger: 'child',
    signs: [
      CHILD,
      '(lang thang|đi bụi|(bỏ|trốn) nhà (đi|ra)|ngủ (ngoài|ở|dưới) (chợ|đường|bến|gầm|công viên|vỉa hè))',
      ANY(NOW, FOR_DAYS, 'một mình', 'không ai'),
    ],
    unless: [CALM, OVER, LATELY, 'từ hồi'],
  },
  {
    danger: 'child',
    signs: ['(?:1[0-5] ?(?:tuổi|t)|lớp (?:[5-9]|năm|sáu|bảy|tám|chín)) ~6 (?:có|dính|mang) (?:bầu|thai)'],
    unless: [CALM, OVER, PAPERS, 'đăng ký|kết hôn|khai sinh|hộ khẩu'],
  },
  {
    // Forced into a marriage that is near.
    danger: 'child',
    signs: [
      '((bắt|ép|gả|bán) ~4 (lấy (chồng|vợ)|cưới|kết hôn|làm (dâu|vợ)|về nhà chồng)|(kéo|cướp) ~2 (vợ|dâu))',
      '((?:[89]|1[0-7]) ?(?:tuổi|t)|lớp (?:[5-9]|1[0-2])|chưa đủ (tuổi|18)|mười (?:ba|bốn|lăm|sáu|bảy) tuổi)',
      '(mai|mốt|ngày kia|tuần (này|sau|tới)|cuối tuần|tháng (này|sau|tới)|sắp|tối nay|hôm nay|đang)',
    ],
    unless: [CALM, OVER, '(bao nhiêu|mấy) tuổi'],
  },
  {
    danger: 'child',
    signs: [
      '(clip|chat sex|không mặc (?:đồ|quần|áo)|ảnh nóng|hình nóng|(gửi|tung) (thêm )?(ảnh|hình))',
      '(bắt|ép|dọa|đòi|tống tiền|không ~ (gửi|tung|đăng))',
      `(${CHILD}|1[0-7]t|1[0-7] tuổi)`,
    ],
    unless: [CALM],
  },
  {
    danger: 'violence',
    signs: [
      `(đang(?! (?:làm|sống|ở|học|bán|li hôn|nuôi|bầu|có bầu|mang thai))|nãy giờ|giờ|vừa|mới(?! (?:làm|sống|ở|học|bán|li hôn|nuôi))|bây giờ|chừ|hồi (nãy|trưa|tối|khuya|chiều|sáng)|lại) ~ ${HIT}`,
      FAMILY,
    ],
    unless: [CALM, OVER, 'đánh (nhau|lộn)', 'lập biên bản', 'khởi tố', 'tòa'],
  },
  {
    danger: 'violence',
    signs: [
      `${HIT} ~6 ${BLEEDING}|${BLEEDING} ~6 ${HIT}|${HIT} ~ ${BLEEDING}|${HIT} ~6 (?:${BROKEN_HEAD}|${BROKEN_BONE})`,
    ],
    unless: [CALM, OVER, PAPERS, LATELY, 'hay đánh'],
  },
  {
    danger: 'violence',
    signs: [HIT, HURT, `(${NOW}|${CRY}|còn đang)`],
    unless: [CALM, OVER, LATELY, PAPERS],
  },
  {
    danger: 'violence',
    signs: [HIT, FLED, ANY(NOW, CRY, AFRAID)],
    unless: [CALM, OVER, LATELY, 'đánh (nhau|lộn)', PAPERS],
  },
  {
    danger: 'violence',
    signs: [
      `bị ~2 ${FAMILY} ~3 ${HIT}|${FAMILY} ~4 (dùng|cầm|lấy) ~3 ${HIT}`,
      `${WHAT_NOW} ?(bây giờ|giờ|đây)|${CRY}|ngay bây giờ`,
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'violence',
    signs: [
      HELD,
      PARTNER,
      ANY(FOR_DAYS, CRY, AFRAID, THREAT, 'thu ~2 điện thoại', 'lấy ~2 điện thoại', 'mượn máy', NOW),
    ],
    unless: [CALM, OVER, WORKPLACE, POLICE, 'đánh nhau', 'đi làm', 'đi học', 'tạm giam|bị bắt', 'thăm con|gặp con'],
  },
  {
    danger: 'violence',
    signs: [CRY, `(${HIT}|${HELD}|${WEAPON}|${THREAT}|${PARTNER})`],
    unless: [CALM, OVER, '(thi|bài|hồ sơ|nộp|lương|mạng|đăng ảnh|facebook|giấy)'],
  },
  {
    danger: 'violence',
    signs: [
      '(hàng xóm|nhà bên|phòng bên|kế bên|bên cạnh|kế nhà|anh rể|nhà họ)',
      `(kêu cứu|la hét|khóc thét|đang ~ ${HIT}|khóa cổng)`,
      ANY(HIT, HELD),
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'violence',
    signs: [
      `(vừa|mới|tối qua|đêm qua|hôm qua|sáng nay|(hồi|khi) (nãy|khuya|tối|chiều|hôm|đêm)|đang) ~ ${SEX}|bị hiếp|${SEX} ~ (tối qua|đêm qua|hôm qua|sáng nay|hồi nãy)`,
    ],
    unless: [CALM, OVER, 'vừa ~ (vừa|là)'],
  },
  { danger: 'violence', signs: [RAPED, ANY(NOW, WHAT_NOW, AFRAID, 'tắm')], unless: [CALM, OVER, '(lương|hợp đồng)'] },
  {
    danger: 'violence',
    signs: [
      '(being beaten|(is )?beating me|hits me|hitting me|he has a knife|going to kill me|raped)',
      '(now|just|tonight|last night|help|today)',
    ],
  },
];

/** In how many words a hint is told: two or three sentences; and a story that asks nothing, one or two. */
const NEAR = { hinted: 48, unasked: 30 } as const;

/** The rules first; then what is only hinted at; last what asks nothing. */
const COMPILED = [
  ...RULES.map((rule) => ({ danger: rule.danger, signs: compile(rule, WITHOUT_MARKS) })),
  ...toldWithin(HINTED, NEAR.hinted),
  ...toldWithin(UNASKED, NEAR.unasked),
];

function toldWithin(hints: readonly Hints[], near: number) {
  return hints.flatMap(({ danger, unless: never, told }) =>
    told.map(({ signs, unless = [] }) => ({
      danger,
      signs: compile({ signs, unless: [...never, ...unless], near }, HINTED_WITHOUT_MARKS),
    })),
  );
}

/**
 * Is somebody in danger now, as far as the words show? Decided before any search, on the words alone.
 *
 * @returns The kind of danger, the one most threatening to life first; `undefined` for calm questions about the law.
 */
export function dangerIn(text: string): Danger | undefined {
  const line = readLine(text);
  return COMPILED.find(({ signs }) => foundIn(line, signs))?.danger;
}
