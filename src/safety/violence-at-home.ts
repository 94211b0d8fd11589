import { DOOM, HIT, KILL, ME, RAPED, SEX, WEAPON } from './danger-words.ts';
import { ANY, compile, foundIn, readLine, type Signs } from './signs.ts';
import { type Reading, WITHOUT_MARKS } from './without-marks.ts';

/*
 * Words of violence at home, also where nothing happens at this moment: the acts of Article 3 of the Law on Domestic Violence
 * Prevention and Control 2022, at the hands of a partner, a former one, or family. Who writes so may share the telephone with
 * the one they fear. A false alarm costs a neutral first line, so what is missed weighs more.
 */

// Who

/** `ba` is father, and three; `mẹ con`, `vợ con` and `vợ chồng` are those to whom things are done. */
const KIN = ANY(
  '(?<!(?:vợ|phòng) )chồng',
  'vợ(?! (?:chồng|con) )',
  '(?:ông|o|bà) xã',
  'ox',
  'bx',
  'dôn',
  'nhông',
  'bạn (?:trai|gái)',
  'người yêu',
  'anh (?:ấy|ta|hai|cả|trai|ruột|rể|họ)',
  'ảnh',
  '(?<!(?:hai|thứ|lớp|mười|mươi|vợ|bậy) )ba(?! (?:hàng|năm|tháng|ngày|tuần|lần|người|đứa|triệu|nghìn|giờ|cái|con|mươi|lô|trăm) )',
  'cha',
  'bố',
  'bọ',
  'mẹ(?! con )',
  'dượng',
  'dì ghẻ',
  '(?:con|cháu) (?:trai|gái|dâu|rể|nội|ngoại)',
  'thằng (?:con|rể)',
  'đứa con',
  'các con',
  'con cái',
  'chị (?:dâu|gái|chồng|hai|em)',
  'em (?:trai|gái|chồng|rể|dâu|ruột)',
  '(?:ông|bà) (?:nội|ngoại|gia|nhà|ấy|ta)',
  '(?:chú|bác|cậu|dì|cô|thím|mợ) (?:ruột|họ|em|tôi|cháu)',
  '(?<!(?:bạo lực|tham) )gia đình',
  '(?:nhà|bên) (?:nội|ngoại|vợ)',
);
/** Who is meant is said elsewhere; `ổng` and `bả` arrive as `ông` and `bà`. */
const THEY = ANY(
  'hắn',
  '(?<!bạn )nó',
  'lão',
  'ông(?! (?:chủ|hàng|giám|sếp|trưởng|phó|bí|công|cán|thầy|bảo|tổ|bán|bạn|kia|này|nọ|khách|nào|xã) )',
  'bà(?! (?:con|chủ|hàng|giám|sếp|tổ|bán|bạn|kia|này|nọ|khách|nào|xã) )',
);
const SELF = '(?:em|tôi|mình|cháu|tụi em|chúng em|chúng tôi|tao|tớ)';
const VICTIM = ANY(SELF, 'con', 'vợ', 'chồng', 'mẹ', 'cha', 'bố', 'ba', 'bà', 'ông', 'chị', 'cả nhà', 'vợ con');
/** What other people do stands behind these words: `chồng em bị sếp chửi`. */
const OTHERS = ANY(
  'bị',
  'sếp',
  'chủ',
  'công (?:an|ty|nhân)',
  'giám đốc',
  'quản lý',
  'thầy giáo',
  'cô giáo',
  'giáo viên',
  'hàng xóm',
  '(?:nhà|chủ) trọ',
  'người lạ',
  '(?<!với )người ta',
  'bình luận',
  'ngân hàng',
  'quản đốc',
  'khách',
  'cán bộ',
  'cơ quan',
  'tòa',
  'trại',
  'họ',
);
/** Up to so many words, none of which hands over to others. */
const thenWithin = (most: number): string => `(?:(?!${OTHERS} )[^ ]+ ){0,${most}}?`;

// What

const BLOWS = ANY(
  HIT,
  WEAPON,
  'dợt',
  'thoi (?:vào|vợ)',
  'giộng',
  'dộng',
  'quật(?! mồ)',
  'choảng',
  `đá (?:luôn )?(?:${SELF}|vợ|mẹ|vào (?:bụng|người|mặt|đầu|lưng))(?! (?:gái|trai|rể|dâu))`,
  `(?:cào|cắn|cấu|véo|nhéo|bấu) (?:tím )?(?:${VICTIM}|tai|đùi|mặt)`,
  'nắm đầu',
  'xô đẩy',
  'bóp (?:mồm|miệng)',
  'cạo (?:đầu|trọc)',
  '(?:nổi|lên) (?:nóng|điên|khùng|cơn)(?! (?:hen|đau|sốt|co|suyễn|động))',
  'con thú',
  'thô bạo',
  'hung (?:dữ|hăng|tợn)',
  `lôi (?:về|đi|${SELF})`,
  'dập ~2 (?:vào|đầu)',
  'bắt ~2 quỳ',
  '(?:lôi|kéo|mang|đem) ~4 ra (?:đánh|tát|đập|trút)',
  `(?:ném|quăng|liệng|xô|đẩy) (?:${SELF}|con|vợ|mẹ) ~1 (?:xuống|vào|ngã|té)`,
  'cào cấu',
  'cấu véo',
  '(?:bẻ|vặn) (?:ngón )?tay',
  '(?:dìm|dúi|nhấn|ấn|trùm) ~3 (?:đầu|mặt|nước)',
  'mài dao|đào ~2 hố',
  '(?:ném|quăng|liệng) ~2 (?:nồi|canh|chén|bát|đĩa|ghế|chai|ly)',
  'nhét ~2 (?:miệng|mồm)|kim (?:chích|đâm)',
  'cùng chết|chết cùng',
  `khóa ${SELF} ~1 (?:trong|ngoài)|khóa con ~1 (?:trong|ngoài)`,
  '(?:vào|mở cửa) phòng (?:con|em|cháu) ~2 (?:đêm|khuya|lúc)',
  `dùng (?:dây nịt|thắt lưng|roi)`,
  '(?:lật|hất|đạp đổ) ~1 (?:mâm|bàn|cơm)',
  'cắt ~2 (?:thắng|phanh)',
  '(?:cạy|cậy|phá|đạp) (?:cửa|phòng)',
  `trút (?:lên|vào) ${SELF}`,
  '(?:túm|nắm|giật|kéo|lôi) ~1 tóc',
  '(?:xô|đẩy|hất) ~3 (?:té|ngã|xuống|vào tường)',
  '(?:ném|chọi|quăng|liệng) ~3 (?:vào|trúng) (?:người|mặt|đầu|em|tôi|vợ|con)',
  '(?:hắt|tạt|dội) ~3 (?:vào|lên) (?:người|mặt|đầu|em|tôi)',
  'dí ~3 (?:vào|lên) (?:người|mặt|đầu|em|tôi|tay|cổ|lưng|đùi|chân|ngực|mông|bụng)',
  '(?:cầm|vác|xách) ~2 (?:rượt|đuổi|đánh)',
  'rượt',
  `(?:tông|cán|ủi) (?:thẳng )?(?:vào )?${SELF}`,
  'đốt (?:nhà|đồ|xe)',
  'động (?:tay|chân|thủ)',
  'ra tay (?:với|đánh)',
  '(?:giơ|vung) tay',
  'thượng cẳng',
  'dùng vũ lực',
  'vũ phu',
  'côn đồ',
  'hành (?:hạ|xác|hung)',
  '(?:lột|xé) ~1 (?:đồ|quần|áo)',
  '(?:tạt|hắt|dội|đổ|xịt) ~3 (?:nước (?:sôi|nóng)|hơi cay|xăng|axit)',
  'bạo hành',
  'bạo lực',
  'ngược đãi',
  'trận đòn',
  'đòn roi',
  'ăn đòn',
);

const HABIT =
  '(?:suốt|hoài|miết|cả ngày|tối ngày|ngày nào|hàng ngày|mỗi ngày|luôn|mãi|quá|liên tục|thậm tệ|là đồ|là con|như)';
const SCOLDS = ANY(
  '(?:chửi|chưỡi|chưởi)(?! (?:thề|bậy|tục|đổng))',
  'mắng',
  'quát',
  'rủa',
  'xúc phạm',
  'làm nhục',
  'dằn vặt',
  '(?:coi|xem) (?:thường|khinh)',
  'hạ thấp',
  'bêu (?:riếu|xấu)',
  'bôi nhọ',
  'nói nặng',
  'mỉa mai',
);
const INSULTS = ANY(
  `${SCOLDS} ~1 ${VICTIM}`,
  `${SCOLDS} ~2 ${HABIT}`,
  `(?:là|thì|cũng|toàn|cứ|ra) ${SCOLDS}`,
  '(?:xỉa|xiên) xói',
  '(?:nói móc|móc mỉa|cạnh khóe|chê bai|nói xấu|bôi xấu)',
  'làm trò (?:cười|hề)',
  'soi mói',
  `(?:nói|bảo) (?:${SELF} ~1 đáng|~1 đàn bà)`,
  '(?:coi|xem) ~2 không ra gì',
  `(?:nói|bảo|chê|gọi) ${SELF} (?:là )?(?:ngu|đần|xấu|béo|mập|vô dụng|ăn (?:bám|hại)|đồ|thứ|gà|không ra gì|không phải)`,
  '(?:ăn|ức|hà) hiếp',
  'bắt nạt',
  'hắt hủi',
  'ruồng bỏ',
  '(?:chửi|chưỡi|chưởi)(?! (?:thề|bậy|tục|đổng|cán bộ|công an|sếp|khách|hàng xóm|người ta|nhau))',
  '(?:mắng )?nhiếc',
  'la lối',
  'sỉ (?:nhục|vả)',
  'nhục mạ',
  'lăng (?:mạ|nhục)',
  'chì chiết',
  'đay nghiến',
  'miệt thị',
  'khinh (?:rẻ|thường|miệt|bỉ)',
  'hạ nhục',
  'mạt sát',
  'dằn mặt',
  'coi ~2 như (?:con ở|ô sin|osin|đầy tớ|nô lệ|người ở|người hầu|giúp việc|chó|súc vật|rác|máy đẻ)',
  'chê (?!chữ )~3 (?:đẻ|sinh|xấu|béo|mập|quê mùa|vô dụng|ăn bám)',
);

const THREATS = ANY(
  'dọa(?! (?:kiểm|trừ))',
  'đe (?:dọa|nẹt)',
  'hăm',
  'uy hiếp',
  'khống chế',
  'tống tiền',
  `(?:nói|bảo|thề|đòi) ~ ~3 (?:${KILL}|đốt|tạt|chém|chết chung|chết chùm|${DOOM})`,
  `${KILL} (?:${SELF}|cả|con|mẹ|cha)`,
  'chết (?:chung|chùm)',
  'không yên (?:với|thân)',
  '(?:tìm|kiếm) ra(?= $)',
  '(?:không|chưa) (?:chịu )?(?:trả|giao) con',
  '(?:đừng hòng|không bao giờ|khỏi) ~2 (?:thấy|gặp|nhìn) ~1 con',
  '(?:bắt(?! con (?:theo|học|phải|làm) )|cướp|giấu|đem|mang|bế) con ~3 (?:đi|mất|không|trốn|khỏi|biệt)',
);
const STALKS = ANY(
  'rình',
  '(?:bám|đeo) (?:theo|đuôi|riết|bám)',
  'quấy (?:rối|rầy|phá|nhiễu)',
  'quậy',
  '(?:chặn|đón) (?:đường|xe|cửa)',
  '(?:tới|đến|qua|về) (?:phá|gây sự|làm loạn|chửi|đập)',
  'nick giả',
  'kè kè',
  'cũ ~4 đứng (?:trước|ngoài|dưới)',
  `(?:đi|lẽo đẽo) theo ${SELF}`,
  'đòi gặp',
  'tung (?:tin|ảnh|hình|clip)',
  '(?:gửi|đăng) ~1 (?:ảnh|hình|clip) ~3 (?:nóng|nhạy cảm|khỏa thân|của em|của tôi)',
  'đập (?:cửa|cổng)',
  'khủng bố',
  `cũ ~3 theo ${SELF}`,
);
const SEXUAL = ANY(
  SEX,
  '(?:ép|đòi|bắt) ~3 (?:quan hệ|ngủ (?:với|cùng)|chiều)',
  'bạo dâm',
  'phim (?:đen|sex|người lớn|bậy)',
  '(?:ép|bắt|buộc|đòi) ~3 (?:phá thai|bỏ ~2 thai|nạo|đẻ|sinh con)',
  'sờ (?:người|đùi|ngực|mông|soạng)',
  '(?:nhìn|xem|coi|quay) (?:trộm|lén)',
  '(?:mò|lẻn|chui) ~1 (?:vào|lên) ~1 (?:giường|phòng|mùng|mền)',
);
/** What tells enough of anybody. */
const ACTS = ANY(
  BLOWS,
  INSULTS,
  THREATS,
  STALKS,
  SEXUAL,
  `(?:nhốt(?! (?:mình|gà|vịt|chó|mèo|heo|lợn|chim))|(?<!khóa )xích(?! (?:mích|lô|đạo|chó))|trói(?! buộc)|khóa trái|giam lỏng|giam cầm|(?<!tạm )giam ${VICTIM})`,
  'đập (?:phá|đồ)',
  `(?:đuổi|tống|tống cổ) (?:${VICTIM}|ra (?:khỏi nhà|đường))`,
);

/** Holding somebody small: where they go, whom they see, what they own, where they live. */
const HOLDS = ANY(
  '(?:không cho|cấm|ngăn cản) ~3 (?:ra|đi|về|gặp(?! khách)|liên lạc|nói chuyện|học|làm|dùng|xài|vào|ngủ|khám|ly hôn|nhắn|gọi|tiếp xúc|quen|mặc|ăn|thăm)',
  '(?:chưa|không) cho phép',
  '(?:soi|khai|tra|xét) từng',
  'chiến tranh lạnh',
  '(?:kiểm tra|check|lục|đọc|xem trộm|soi|giật|đập|tịch thu|thu) ~2 (?:điện thoại|tin nhắn|zalo|facebook)',
  '(?:cài|gắn|lắp|bật|đặt) ~2 (?:định vị|nghe lén|theo dõi|nghe trộm|máy nghe|ghi âm)',
  '(?:giấu|xé) ~1 (?:sổ|giấy|căn cước|hộ chiếu|đồ|quần áo|tiền|chìa khóa|điện thoại)',
  `cấm ${SELF}`,
  'camera ~4 (?:canh|theo dõi|rình|phòng ngủ|quay lén)',
  `theo dõi (?:${VICTIM}|từng|suốt)`,
  'kiểm soát(?! (?:viên|quân sự|chất lượng|không lưu|dịch|giao thông|nội bộ|xuất))',
  `(?<!(?:bên|ben) )canh (?:chừng |giữ )?${SELF}`,
  `(?:giữ|lấy|giấu|thu|xé|đốt|cầm) ~2 (?:giấy tờ|căn cước|hộ chiếu|khai sinh|điện thoại|hộ khẩu|thẻ|tiền|vàng|lương(?! hưu)|tài sản|quần áo|xe) ~2 ${VICTIM}`,
  '(?:giữ|lấy|cầm|thu|chiếm|vét|lột|nắm|rút|bán|đốt|xé|phá|tiêu|xài) ~1 (?:hết|sạch|toàn bộ|tất cả)',
  'lấy (?:hết|sạch|đồng)',
  'chiếm (?:đoạt|nhà|đất)',
  `(?<!(?:chèn|chen) )(?:ép|ép buộc|cưỡng ép) ~1 (?:${VICTIM}|lấy|cưới)(?! (?:thi|học (?:ngành|đại|thêm|trường)))`,
  `bắt (?:${SELF}|vợ|chồng|mẹ|phải)`,
  'cô lập',
  'hay ghen',
  'ghen (?:tuông|bóng|vô cớ|mù quáng|bắt|rồi|lên|là)',
  'tra (?:hỏi|khảo)',
  'xóa ~2 (?:bạn bè|danh bạ|zalo|facebook)',
  '(?:không|chẳng|chưa bao giờ) (?:chịu )?(?:đưa|cho) ~3 (?:đồng nào|tiền|một đồng|xu nào)',
  'không đồng nào',
  'bỏ (?:đói|mặc)',
  `bỏ ${SELF} ~1 (?:đói|bơ vơ|một mình)`,
  'đẩy qua đẩy lại',
  'nhịn đói',
  `bỏ ${SELF} ~1 (?:ngoài|giữa)`,
  'cấm (?:con|ai|mọi người|hàng xóm)',
  `(?:đi|đang) (?:kiếm|tìm) ~1 ${SELF}`,
  'đuổi(?! (?:việc|học|kịp|gà|chó|muỗi|nước))',
  'tống (?:cổ|khứ|ra)',
  '(?:quăng|ném|vứt|liệng|quẳng) ~1 (?:đồ|quần áo|áo quần|hành lý) ~2 ra',
  'thay (?:ổ )?khóa',
  '(?:đánh|chửi|cãi) (?:nhau|lộn) (?:hoài|suốt|miết|luôn)',
);

/** `em sợ chồng em bị phạt` is another fear, and `sợ vợ` without more is a joke. */
const FEARS = ANY(
  `${ME} ~2 sợ (?:chồng|cha|bố|ba|dượng|ông (?:xã|nhà)|ảnh|anh ấy|bạn trai|người yêu|vợ ${SELF})(?: cũ)?(?: ${SELF}| nó)?(?= $| (?:lắm|quá|dữ|kinh|hoài|nên|mà|mỗi|đánh|${KILL}|chửi|thấy|biết|đọc|${SELF} (?:lắm|quá)))`,
  `sợ (?:${KIN}|${THEY}) ~1 (?:biết|đánh|${KILL}|chửi|đọc được|phát hiện)`,
  'sống trong ~1 sợ',
  `(?:thấy|nghe) ~3 ${KIN} ~4 (?:run|trốn|sợ|khóc)`,
  `không dám ~1 (?:về nhà|ở nhà|hé(?! nay)|cãi|phản kháng) ~4 ${KIN}`,
  `${KIN} ~2 biết ~2 (?:là|thì) (?:chết|đánh|giết|no đòn)`,
  `(?:phải|chạy|bỏ) trốn (?:khỏi )?${KIN}`,
  `(?:theo dõi|rình|đe|phá|cắt|đốt) ~ ~4 (?:chồng|vợ|bạn trai|người yêu) cũ (?:làm|gây)`,
  `xin phép (?:mẹ )?chồng`,
  `${KIN} ~4 (?:biết|phát hiện|nghi) ~4 (?:bỏ )?trốn`,
  `(?:trốn|đi khỏi|thoát) ~3 ${KIN} ~4 (?:bắt|tìm|lôi)|(?:bỏ trốn|đi khỏi đây) ~2 ${KIN}`,
  'lấy chồng ~ cứu (?:con|em|nó)',
  '(?:ông (?:nội|ngoại)|cậu|chú|bác|cha|ba|bố|anh|dượng) ~2 làm ~4 chỗ kín|(?:chỗ|vùng) kín ~6 (?:ông (?:nội|ngoại)|cậu|chú|bác|cha|ba|bố|anh|dượng) ~1 làm',
  `(?:để|đừng cho|đừng để|giấu) ~1 ${KIN} ~1 (?:không )?(?:biết|đọc được|phát hiện)`,
);

const IN_ENGLISH =
  'my (?:husband|wife|boyfriend|girlfriend|ex|father|dad|mother|mom|son|partner) ~4 (?:beats?|hits?|slaps?|kicks?|threatens?|abuses?|abusive|insults?|yells|controls|hurts?|chokes?|locks?|forces?|rapes?)|(?:afraid|scared) of my (?:husband|wife|boyfriend|ex|father|dad|partner|son)|(?:he|she|ck|chồng|husband) ~3 (?:locked|beats?|hits?|choked|slapped|kicked|punched) (?:me|em|tôi)|abusive (?:husband|wife|partner|boyfriend|father)';

/** Where he and she are somebody of work, of the street, of an office. */
const NOT_AT_HOME = ANY(
  '(?:hăm|dọa) trừ|giấy bác sĩ|trưởng ca|phụ hồ|còn viết',
  'mở loa|karaoke',
  'vay app|(?:bọn|tụi) đòi nợ|xã hội đen',
  'trên xã|thẩm phán',
);
/** Brothers and sisters over what the parents left. */
const SHARES = '(?:cha|bố|ba) mẹ (?:để lại|mất)|(?:không|đòi) (?:chịu )?chia|báo viết|kết luận';

const AT_HOME: readonly Signs[] = [
  { signs: [`${KIN} ${thenWithin(8)}${ACTS}`] },
  { signs: [`${THEY} ${thenWithin(8)}${ACTS}`], unless: [NOT_AT_HOME] },
  { signs: [`${KIN} ${thenWithin(8)}${HOLDS}`], unless: [SHARES] },
  {
    signs: [
      `bị (?:thằng |chính |lão |con |cả )?(?:${KIN}|${THEY}) ${thenWithin(3)}(?:${ACTS}|${HOLDS}|${SCOLDS}|chiếm)`,
    ],
  },
  // They come home, and what they do there stands further on.
  { signs: [`${KIN} ~ ~4 (?:${HIT}|${SCOLDS}) ${SELF}(?! (?:gái|trai|rể|dâu))`], unless: [`${KIN} ~4 bị`] },
  { signs: [`(?:${KIN}|${THEY}) ~ ~4 (?:${HIT}|${SCOLDS}) ${SELF}`, `(?:nhậu|say|xỉn|rượu|ghen)`] },
  {
    signs: [
      KIN,
      `(?:là|cũng|thì|lại|cứ|hay|ra) (?:${HIT}|${SCOLDS})`,
      '(?:nhậu|say|xỉn|rượu|ghen|lên cơn|nóng|giận|bực|cáu)',
    ],
  },
  { signs: [KIN, `${HIT} ~1 xong|${HIT} ~6 xin lỗi`] },
  {
    signs: [
      `(?:clip|video|ảnh|hình) ~4 ${SELF}`,
      '(?:tung|đăng|up|phát tán) ~2 (?:lên|mạng|cho)',
      '(?:dọa|bảo|nói|đòi|hăm|quay lại)',
    ],
  },
  {
    signs: [
      'bị (?:thằng )?(?:nhà |mẹ )?(?:chồng|bạn trai|người yêu|dượng)(?! ~3 (?:bỏ|ly hôn|ly dị|kiện|lừa|phản bội|cắm sừng|đâm đơn|nợ|lây|phát hiện))',
    ],
  },
  { signs: [FEARS] },
  { signs: [ANY(RAPED, 'ép ~3 quan hệ')] },
  {
    signs: [
      `(?:${ME}|${KIN}) ~3 bị ~2 (?:bạo hành|bạo lực|đánh đập|ngược đãi)|bạo lực gia đình ~6 (?:với|cho) ${ME}|${SELF} ~2 nạn nhân ~2 (?:bạo lực|bạo hành)`,
    ],
  },
  {
    signs: [
      `(?:vì|do|bởi) ~2 (?:bạo lực|bạo hành)|${SELF} ~4 (?:nhà tạm lánh|ngôi nhà bình yên)|${SELF} ~6 cấm tiếp xúc ~2 ${KIN}`,
    ],
  },
  { signs: [IN_ENGLISH] },
];
/** Besides those of `WITHOUT_MARKS`: `cam` is `cấm`, and more often `cầm` or `cam kết`. */
const READINGS: readonly Reading[] = [
  [
    'ảnh',
    'anh(?= (?:bao em ma|hay|cu|nhau|say|danh|bop|tat|doa|giau|ghen|giat|be|nhot|khoa|xach|rut|tat|tung|noi neu|(?:cung|lai) (?:danh|chui|dap|bat|khong cho)) )',
  ],
  ['(?:ăn|ức|hà) hiếp', '(?:an|uc|ha) hiep'],
  ['bọ', '(?!)'],
  [
    'bà',
    '(?:ba(?! (?:nam|thang|ngay|tuan|lan|nguoi|dua|trieu|nghin|ngan|tram|gio|cai|con|muoi|lo|hom|sang|hang|mieng|xe|anh) )(?<!(?:hai|thu|lop|muoi|vo|cac|may) ba))',
  ],
  [
    'nó',
    'no(?! (?:nan|xau|luong|bao hiem|tien|xa|ngan|\\d+) )(?<!(?:doi|chu|cong|tra|vay|mac|ngap|tru|thu|ben|bo) no)',
  ],
  [
    'vợ',
    'vo(?! (?:phong|vien|benh|lam|do|may|day|hinh|liet|noi|giat|nghe|luon|lop|truong|toi quan|binh|trong|chuc) )(?<!(?:len|xuong|dua|moi|di|chay|chuyen|nhay) vo)',
  ],
  [
    '(?:nổi|lên) (?:nóng|điên|khùng|cơn)(?! (?:hen|đau|sốt|co|suyễn|động))',
    '(?:(?:noi|len) (?:nong|dien|khung)|len con(?= (?:danh|la|dap|ghen|chui|len|la) ))',
  ],
  ['sờ (?:người|đùi|ngực|mông|soạng)', 'so (?:dui|nguc|mong|soang)'],
  [
    '(?:tới|đến|qua|về) (?:phá|gây sự|làm loạn|chửi|đập)',
    '(?:(?:den|qua|ve) (?:pha|gay su|lam loan|chui|dap)|toi (?:gay su|lam loan|pha(?= (?:nha|cua|em|con|hoai|roi) )))',
  ],
  ['con thú', '(?<=(?:nhu|thanh|la) )con thu(?! (?:hai|ba|tu|nam) )'],
  ['gắn', 'gan(?= (?:dinh vi|camera|thiet|may|nghe) )'],
  ['nắm', 'nam(?= (?:het|giu|dau (?:em|toi|vo)|toc) )'],
  ['bán', 'ban(?= (?:het|sach|toan bo|tat ca|ca|xe|vang|dat|nha|do) )'],
  ['xé', 'xe(?= (?:ao|quan|giay|so|het|do|can cuoc|sach) )(?<!(?:di|thue|tien|chay|len) xe)'],
  ['cắn', 'can(?= (?:em|toi|vo|con|tai) )(?<!(?:co|khong|chi|dang|rat|nguoi|se) can)'],
  ['cấu', 'cau(?= (?:em|vo|con|tai|dui|tim|xe|veo) )'],
  ['ủi', 'ui(?= (?:thang|vao|em) )'],
  ['cán', 'can(?= (?:thang|vao|em|len|chet|bo) )'],
  ['đào ~2 hố', 'dao ~1 ho(?= (?:chon|sau) )'],
  ['chiều', '(?<!ho )chieu'],
  ['ăn đòn', 'an don(?! (?:dep|vi|gian) )'],
  ['dằn mặt', 'dan mat(?= (?:em|toi|vo) )'],
  ['xỉn', 'xin(?= (?:vo|vao|la|len|ve|roi|qua) )'],
  ['dì', 'di(?= (?:ghe|ruot|ut) )'],
  ['canh', '(?<!(?:ben|nha) )canh'],
  ['chửi', 'chui(?! (?:o|ben|qua|vao|khong|tai|tu) )(?<!(?:lam|di|ban|xay|hoc) chui)'],
  ['chưỡi', '(?!)'],
  ['chưởi', '(?!)'],
  [
    'bố',
    'bo(?= (?:em|toi|chau|duong|chong|vo|cu|hay|me|minh|danh|say|ruou|no|bat|chui|khong cho|de em|cam dao|van danh) )(?<!can bo)',
  ],
  ['bỏ (?:đói|mặc)', '(?:bo mac|(?<!di )bo doi(?= (?:em|toi|me|con|chau|hai|may|vo) ))'],
  ['mắng', '(?:mang(?= (?:nhiec|chui|vo|(?:em|toi) (?:hoai|suot|ngu)) )|(?<=chui )mang)'],
  ['cấm', 'cam(?= (?:em|toi|vo|khong|minh) )'],
  ['đuổi', 'duoi(?= (?:em|toi|me|con|vo|hai|2|ca (?:nha|hai|me)|cha|ba|chung|ra|khoi) )(?<! (?:o|ben|phia|tren) duoi)'],
  ['họ', 'ho(?= (?:khong|bat|giu|doi) )'],
  ...WITHOUT_MARKS,
];
const COMPILED = AT_HOME.map((signs) => compile(signs, READINGS));

/** Somebody who reads law or studies it, and says nothing of their own. */
const READS_LAW = compile(
  {
    signs: [
      '(trong (?:phim|truyện)|phim (?:hôm|này|đó)|báo (?:đăng|đưa)|luật (nào )?quy định|luật phòng chống|khái niệm|định nghĩa|viết (bài|luận)|bài tập|tiểu luận|công ước|hiến pháp|nguyên văn|(điều|khoản) \\d+)',
    ],
    unless: [`(?:${KIN}|${ACTS}) ${SELF}`],
  },
  WITHOUT_MARKS,
);

/** Do the words tell of violence at home? A question about the law in general does not. */
export function tellsOfViolenceAtHome(text: string): boolean {
  const line = readLine(text);
  return COMPILED.some((signs) => foundIn(line, signs)) && !foundIn(line, READS_LAW);
}
