import type { Danger } from '../base/danger.ts';
import {
  A_CHILD,
  AFRAID,
  CALM,
  CHILD,
  CLINIC,
  CRY,
  DOOM,
  FAMILY,
  FAR,
  FLED,
  FOR_DAYS,
  HIT,
  LATELY,
  LOST,
  NOW,
  OVER,
  PAPERS,
  PARTNER,
  POLICE,
  SEX,
  SUITS,
  THREAT,
  WEAPON,
  WHAT_NOW,
} from './danger-words.ts';
import { ANY, type Signs } from './signs.ts';
import { type Reading, WITHOUT_MARKS } from './without-marks.ts';

/*
 * Danger told sideways: by what it did to the body, by what they threatened, by who stands outside, by what was left on
 * the table. `danger.ts` asks these only where its own rules found nothing. Each pair of signs names who does what to whom;
 * one alone is a film, a job or a lesson in law.
 */

/** What one kind of danger looks like when it is only hinted at. */
export interface Hints {
  readonly danger: Danger;
  /** Speaks against all of them. */
  readonly unless: readonly string[];
  readonly told: readonly Signs[];
}

// Who

const SELF = '(?:em|tôi|mình|con|cháu|bé|tụi em|chúng em|chúng tôi|cả nhà|mẹ con|bạn em)';
const THEIRS = '(?:em|tôi|mình|con|cháu|bé|vợ|chồng|mẹ|cha|ba|bà|ông|chị|anh|nó|cả nhà|cả lũ|hai mẹ con)';
const KIN_OF_MINE = '(?:con|chồng|vợ|anh|em|chị|cha|ba|bố|mẹ|cháu|ông|brother|husband|son|wife|father)';
const GANG = ANY(
  'giang hồ',
  'xã hội đen',
  'xhd',
  'đầu gấu',
  'côn đồ',
  'xăm trổ',
  'chủ nợ',
  '(?:đòi|thu|siết) nợ',
  'cho vay',
  'vay (?:nóng|lãi|app|nặng lãi)',
  'tín dụng đen',
  '(?:tụi|bọn|chúng|đám) (?:nó|chúng|này|kia|đó)',
  '(?:bọn|đám|nhóm|lũ) ~2 (?:người|thanh niên|lạ mặt|thằng)',
  'mấy (?:thằng|tên|người lạ|ông lạ)',
  'người lạ',
);
const CARER = ANY(
  'bảo mẫu',
  '(?:cô|thầy) giáo',
  'giáo viên',
  '(?:cô|người|nhóm|nhà|điểm) (?:giữ )?trẻ',
  'mầm non',
  'mẫu giáo',
  'cơ sở (?:giữ trẻ|từ thiện|bảo trợ)',
  'mái ấm',
  'trại trẻ',
);
const ELDER = ANY(
  '(?:[6-9]\\d) tuổi',
  '(?<!bảo )(?<!nghề )cụ (?:ông|bà|già|hàng xóm|bên|cạnh)',
  '(?:bà|ông) (?:cụ|lão|già)',
  '(?:cha|mẹ|bố|ba) già',
  '(?:cháu|con) (?:nội|ngoại) ~3 (?:bà|ông)',
);
const KIN_AT_HOME = '(?:dượng|cha|ba|bố|mẹ kế|dì ghẻ|chồng|chú|bác|cậu)';
const GROWN_CHILD = '(?:con (?:trai|gái|dâu|rể|út|cả)|thằng (?:con|út|cả|cháu|rể)|cháu (?:nội|ngoại)|nó|chúng nó)';

// What

const BODY = '(?:đầu|mặt|mũi|mắt|cổ|ngực|lưng|bụng|tay|chân|đùi|mông|người|tai|miệng|sườn)';
const TOOL =
  '(?:cây|gậy|roi|dây (?:điện|nịt|lưng|xích|sạc)|thắt lưng|điếu cày|đòn gánh|chổi|cán|cuốc|xẻng|bàn (?:ủi|là)|nước (?:sôi|nóng)|chảo|nồi|kéo|búa|ghế|chai|ống|tuýp|(?:mũ|nón) bảo hiểm|gạch|khúc|móc áo)';
const STRIKES = ANY(HIT, 'vụt', 'quật', 'bổ (?:vào|xuống)', 'gõ vào', 'ụp');
const HARMED = ANY(
  'bầm',
  'tím (?:tái|mặt|người|mắt|tay|chân|lưng|hết)',
  'sưng (?:mặt|mắt|má|húp|vù|tím|đầu|môi)',
  '(?:tóe|tứa|túa|đổ|chảy|ra|hộc) máu',
  'phồng (?:rộp|da)',
  'toác',
  'rách (?:môi|mặt|đầu|tai|da|miệng)',
  'gãy (?:răng|tay|chân|xương|sườn|mũi|~1 cái)',
  'xỉu',
  'ngất',
  'bất tỉnh',
  'sẩy',
  'không (?:nằm|đi|đứng|ngồi|dậy) (?:được|nổi)',
  'nằm (?:im|viện|bẹp|liệt)',
  '(?:người|ai|đứa|bạn) ~1 gục',
);
const SAYS = '(?:dọa|đe|hăm|thề|nói|nhắn|tuyên bố|bảo(?! (?:hiểm|vệ|lãnh|hành|trì|đảm|quản|mẫu))|(?:là|không) thì)';
const NAKED = ANY(
  '(?:ảnh|hình|clip|video|phim) ~3 (?:nóng|nude|sex|khỏa thân|nhạy cảm|riêng tư|không mặc|tế nhị|quan hệ|giường)',
  '(?:nude|sex|khỏa thân) ~2 (?:ảnh|hình|clip|video)',
  'ghép (?:mặt|hình|ảnh) ~3 (?:clip|phim|sex|nóng)',
  'ảnh nude|cảnh nóng',
);
const BLACKMAILS =
  '(?:dọa|hăm|tống tiền|uy hiếp|không thì|nếu không|(?:bắt|ép|đòi) ~2 (?:chuyển|đưa|gửi|gặp|quan hệ|tiền|triệu|\\d+)|nếu (?:em|con|mình|tôi) không)';
const LOCKS =
  '(?:nhốt(?! mình)|xích(?! (?:mích|lô|đạo))|trói(?! buộc)|khóa (?:trái|ngoài|trong|cửa|cổng|em|tôi|con|mình)|giam lỏng|canh (?:giữ |chừng )?không cho)';
const HARASSES = ANY(
  'kéo (?:đến|tới|vào|qua|người|cả|nhau)',
  '(?:ném|tạt|quăng) ~1 (?:mắm tôm|phân|sơn|chất bẩn|bom)',
  'dọa (?:bắt|đánh)',
  '(?:chặn|đón) (?:đường|xe|cửa|cổng)',
);
const BESIEGES = ANY(
  'vây',
  'đứng (?:kín|chặn|đầy|canh)',
  'xông vào',
  '(?:đập|phá|đạp) (?:cửa|cổng)',
  'khóa (?:trái|cổng|cửa)',
  '(?:cầm|mang|xách) ~1 (?:mã tấu|dao|gậy|tuýp|hung khí|súng)',
  'hung khí',
  'dọa (?:chém|giết|đốt|bắt (?:con|cháu))',
  'đòi (?:chém|giết|đốt|đánh|chặt)',
  '(?:chặt tay|(?:chặt|bẻ) chân)',
  'bắt (?:giữ|vợ|chồng|cóc)',
  '(?:rượt|đuổi) (?:theo|đánh|chém|em|tôi)',
  'bám (?:theo|đuôi)|đi theo (?:em|tôi|con|mình|về|suốt|hoài)',
  'ép xe',
);
const CRUEL = ANY(
  HIT,
  'dốc ngược',
  'nhét ~3 miệng',
  'bịt (?:miệng|mũi)',
  'trói',
  'nhốt',
  'bỏ đói',
  'nhịn (?:ăn|đói)',
  '(?:nhận|dìm|nhấn|dúi|dí) (?:đầu|~1 xuống)',
  'dí ~3 (?:tay|chân|mặt|người|lưng)',
  'lột (?:đồ|quần|áo)',
  'bắt ~1 quỳ',
);
const SEIZES = ANY(
  '(?:lôi|bắt|áp giải|đẩy|tống|còng|chở|đưa|dẫn|xốc|khiêng) ~4 (?:đi|lên xe|về trụ sở)',
  'gô cổ',
  'còng (?:tay|số tám|đầu)',
  'arrested|detained',
);
const JAIL =
  '(?:trại (?:giam|tạm giam|tạm giữ)|nhà tạm giữ|(?:trong|ở) (?:tù|trại|đồn|khám|trỏng|trển)|buồng giam|phòng giam|bạn tù|quản giáo|giám thị|cán bộ trại|thăm (?:nuôi|gặp)|thụ án|biệt giam)';
const OFFICERS = ANY(
  POLICE,
  'ca (?:xã|phường|huyện|quận|tỉnh|bắt|đánh|giữ|mời)',
  'điều tra',
  'thường phục',
  'mặc (?:đồ|áo) thường',
);
const ABROAD = ANY(
  FAR,
  'phnom penh|phnôm pênh|mộc bài|svay rieng',
  '(?:chỗ|khu|ở) kk',
  'dubai|ả rập|arab|saudi|malaysia|mã lai|singapore|nhật|hàn quốc|macau|ma cao',
  'đài loan|thái lan|(?:sang|qua|bên) thái',
  'lạng sơn|móng cái|lào cai|hà giang',
  '(?:sang|qua) (?:tới|đến) (?:nơi|đó|bên)|sang (?:đây|đó|bên)',
  'xuất khẩu lao động|xklđ|xkld',
  '(?<!người )nước ngoài',
  'sòng (?:bài|bạc)',
);
const MASTER =
  '(?:giúp việc|osin|ô sin|ông sin|ở đợ|chủ (?:nhà|thầu|quán|ghe|tàu|lò|trại|xưởng)|bà chủ|ông chủ|má mì|tú bà|bảo kê|cai thầu|chủ|karaoke|massage|mát xa|quán (?:nhậu|bia)|bãi vàng|lò gạch)';
const BOUND = ANY(
  LOCKS,
  'không cho ~2 (?:ra|về(?! (?:quê|sớm|tết|phép|ăn))|liên lạc|lên bờ|vào bờ|gọi)',
  '(?:thu|giữ|cầm) ~2 (?:hộ chiếu|giấy tờ|căn cước|cccd|cmnd|điện thoại)',
  '(?:hộ chiếu|giấy tờ|căn cước|điện thoại) ~2 (?:bị )?(?:giữ|thu) (?:hết|sạch|mất)',
  'hàng rào điện',
);
const EXPLOITED = ANY(
  `${HIT} (?:em|con|nó|tôi|cháu|~2 hoài|tụi em|bọn em)`,
  '(?:là|thì|sẽ|hoài) bị ~3 (?:đánh|đập)',
  '(?:bị|là|bảo kê) (?:đánh|đập)',
  '(?:dí|chích) điện',
  'dội nước',
  'bỏ đói',
  'nhịn đói',
  'bán (?:em|con|nó|qua|sang) ~3',
  'bị bán',
  '(?:bắt|ép) ~3 (?:làm gái|tiếp khách|bán dâm|đi khách|lừa|gọi điện)',
  'tiếp khách|đi khách|làm gái',
  'con tin',
  'bắt làm ~3 (?:tiếng|giờ|ngày đêm)',
  'ngày đêm',
  '(?:không|chưa) trả (?:lương|tiền|đồng)',
  'trốn ~3 (?:đánh|gãy|giết)',
  'ai (?:trốn|đòi về)',
);

// When

const JUST = ANY(
  NOW,
  FOR_DAYS,
  CRY,
  AFRAID,
  FLED,
  WHAT_NOW,
  'cả tuần',
  '\\d+ giờ sáng',
  'nửa đêm',
  'mấy (?:bữa|hôm) nay',
);
/** Told by others, made up, or long past. */
const TOLD = ANY(
  '(?:xem|coi) phim(?! (?:đen|sex|bậy))|phim (?:hôm|này|đó|tối)|trong (?:phim|truyện|game|sách)',
  '(?:đọc|xem|nghe) (?:báo|tin|tivi|thời sự)',
  'báo (?:đăng|đưa|chí|nói)',
  '(?:xem|thấy|lướt|coi) ~3 (?:tiktok|facebook|trên mạng)',
  'vụ (?:án|hồi)',
  'bác sĩ dặn',
  'tình huống',
);
/** Behind them, in other words than those of `OVER`. */
const BEHIND = '(?:days?|weeks?|months?|years?) ago|sau (?:đó|này) ~4 (?:thả|tìm thấy|xin lỗi)|về \\S+ (?:\\S+ )?rồi';
/** Asks whether it is lawful: at leisure. */
const LAWFUL =
  '(?:có|là) (?:đúng|sai|trái|vi phạm|hợp pháp|được phép|bắt buộc|phải đi)|(?:đúng|trái|sai) (?:luật|quy định|pháp luật)|xử sao|mức án|có (?:bị |phải )?(?:tội|đi tù)|có quyền ~2 gì|có làm ~1 gì được|luật có|ra tòa|truy cứu|có thua|tăng nặng|tạo ~2 báo cáo|dự thảo';
const CALM_ALL = [CALM, OVER, BEHIND, TOLD, LAWFUL] as const;

export const HINTED: readonly Hints[] = [
  {
    danger: 'self-harm',
    unless: [CALM, TOLD, 'xúi (?:giục)?', 'bức tử', '(?:năm|tháng) (?:ngoái|trước)'],
    told: [
      {
        signs: [
          ANY(
            '(?:không|chẳng|đâu) còn gì ~3 (?:lưu luyến|luyến tiếc|níu kéo|để sống|để mất)',
            'đi (?:luôn|trước|khuất) cho ~3 (?:nhẹ|đỡ|bớt|khỏi|rảnh)',
            '(?:trả|đền) ~2 bằng (?:cái )?mạng(?! (?:lưới|xã|di))',
            'không muốn ~2 (?:thức dậy|thức nữa|tỉnh|mở mắt|thở)',
            'ngủ luôn ~2 (?:thì|cho) (?:tốt|rồi|khỏe|xong|sướng)',
            '(?:gom|tích|để dành|giấu|cất|mua) ~4 (?:viên|vỉ|lọ|hộp) ~1 thuốc (?:ngủ|an thần|rầy|sâu|chuột)',
            '(?:bếp|chậu|lò) than ~4 (?:đóng|kín|cả nhà|phòng)',
            '(?:ước|giá như|phải chi|mong|thà) ~4 (?:chưa|đừng|không|chẳng) ~2 (?:sinh|đẻ) ra',
            'biến mất ~2 (?:chắc|thì|cũng) ~4 (?:buồn|nhớ|khóc|tìm|quan tâm)',
            '(?:biến mất|đi|rời|thoát) khỏi ~1 (?:thế giới|cuộc đời|cõi|đời|trái đất)',
            'đòi (?:chết(?! (?:chung|cả|với))|tự tử|nhảy (?:lầu|cầu|sông)|treo cổ|uống thuốc (?:rầy|sâu|chuột|cỏ))',
            'cứa (?:cổ|tay|đùi|mạch)',
            'cầm ~1 (?:lưỡi|dao) lam',
            'dây thừng ~ (?:xà|cổ|trần|quạt|đừng tìm)',
            '(?:nói|nhắn|dặn|viết|ghi|bảo) ~3 đừng (?:đi )?tìm (?:anh|chị|ba|cha|bố|mẹ|ông|bà)',
            'để lại ~3 (?:dép|giày|điện thoại|xe) ~4 (?:bờ|cầu|tìm)',
            '(?:bờ sông|bờ hồ|cầu|bờ biển) ~ để lại ~3 (?:dép|giày|điện thoại|xe)',
            '(?:ôm|bế|bóp cổ|giết) con ~3 (?:nhảy|chết theo|tự tử|ra sông|tự sát)',
            'chết theo(?! (?:luật|quy|hợp))',
            '(?:chắc|muốn|thôi) ~2 kết thúc (?:luôn|hết|mọi thứ|mọi chuyện|cho xong)(?! (?:hợp đồng|hôn nhân))',
            'tắt cuộc đời',
            '(?:thôi|xin|lời|nhắn) vĩnh biệt',
            'vĩnh biệt (?:mọi người|cả nhà|ba|mẹ|cha|anh|em|con|bạn|cuộc đời|thế giới)',
            'sống (?:vậy|thế|bấy nhiêu|tới đây) ~2 đủ(?= (?:rồi|quá|lắm))',
            'hẹn ~3 kiếp sau|kiếp sau ~3 (?:con|em|tôi|mình) ~2 (?:trả|báo|làm|gặp)',
            '(?:viết|ghi) (?:sẵn|xong|rồi) ~1 (?:giấy|thư|di thư|mấy dòng)',
            'yên tâm (?:mà )?(?:đi|nhắm mắt|ra đi|chết) (?:được|rồi)',
            'cái chết là|chỉ có chết|chết mới (?:hết|thoát|xong|yên)|chết là cách',
            'không còn mặt mũi ~2 sống',
            'tự tử ~ (?:em|tôi|mình) ~1 (?:muốn|định) ~1 để lại',
            '(?:sống|chịu) không nổi nữa ~4 chết',
            'sống không bằng chết',
            'tự (?:làm đau|hại) (?:mình|bản thân)',
            '(?:đi|về) (?:theo|gặp) (?:ông bà|tổ tiên) (?:luôn|cho|thôi)',
            '(?:ăn|uống) ~3 (?:thuốc|lá ngón) ~2 (?:để|cho) chết',
          ),
        ],
      },
      {
        signs: ['đứng (?:trên|ở|ngoài) ~1 (?:cầu|lan can|nóc|tầng thượng|mép)', '(?:xin lỗi|sâu|khóc|nhảy|mệt|hết)'],
      },
      { signs: ['(?:ngồi|đứng|ra|lên) ~1 sân thượng', '(?:ước|mệt|chán|chửi|không ai|hết|tuyệt vọng|buồn|xin lỗi)'] },
      {
        signs: [
          '(?:em|tôi|mình|con) ~1 (?:chết|không còn|đi rồi|biến mất) ~2 thì',
          '(?:nhục|mệt|bế tắc|cùng đường|không chịu nổi|tuyệt vọng|khổ quá)',
        ],
      },
    ],
  },
  {
    danger: 'medical',
    unless: [
      ...CALM_ALL,
      SUITS,
      LATELY,
      '(?:khỏe|đỡ|ổn) rồi|trầy (?:nhẹ|gối|xước)',
      'thú y|con (?:mèo|chó|gà|heo|bò|trâu)(?= )',
      'chết|qua đời',
      // Who asks who pays is past the worst.
      '(?:có|phải|chịu|bắt|đòi) ~1 đền(?! (?:thờ|đài))|(?:ai|chủ|công ty|họ) ~3 (?:trả|chịu|lo) ~1 tiền|tai nạn lao động',
    ],
    told: [
      {
        signs: [
          '(?:nhà|phòng(?! cháy)|quán|xưởng|chung cư|trọ) ~1 cháy(?! nổ)|đang cháy',
          '(?:kẹt|còn người|cứu với|cứu giúp|đang|ai cứu)',
        ],
      },
      {
        signs: [
          '(?:lũ|nước|lụt) ~3 (?:lên|dâng|tới|đến|ngập) ~2 (?:mái|nóc|cổ(?! (?:được|lấy|phải))|ngực|gác|tầng|giường)',
          `(?:kẹt|nóc|cứu|cả nhà|${SELF}|bà bầu|hết pin)`,
        ],
        unless: ['nước rút|mương|sổ đất'],
      },
      {
        signs: [
          '(?:kẹt|mắc kẹt|cô lập) ~3 (?:trên|trong|dưới|giữa)',
          '(?:lũ|lụt|nước (?:dâng|lên)|cháy|sập|sạt lở|thang máy)',
        ],
      },
      {
        signs: [
          '(?:ăn|uống|nuốt|liếm) ~3 (?:nấm|cóc|cá nóc|so biển|rượu|thuốc|hóa chất|xăng|axit|nước tẩy|pin|lá)',
          '(?:nôn|ói|lả|lịm|sùi bọt|mê man|hoa mắt|chóng mặt|gọi không|không dậy|vật vã)',
        ],
      },
      {
        signs: [
          '(?:phá thai|bầu|thai|sinh|đẻ|sẩy|sảy|mổ)',
          '(?:ra máu|máu) ~4 (?:ướt|nhiều|cầm|ướt đẫm|băng|cục)',
          '(?:hoa mắt|choáng|lạnh|mệt|đau|xỉu|giờ|quá)',
        ],
      },
      {
        signs: [
          '(?:rơi|rớt|té|ngã) xuống ~1 (?:ao|sông|hồ|giếng|mương|biển|suối)|đuối nước|vớt lên|ngạt (?:khí|khói|nước)',
          '(?:không ~2 thở|chưa (?:lên|tìm|vớt|thấy)|tím|vừa|đang|mới)',
        ],
      },
      {
        signs: [
          '(?:tai nạn|tông|đụng|té|ngã|điện giật)',
          '(?:nằm (?:im|bất động|giữa đường)|còn thở|bất tỉnh|máu (?:nhiều|me|chảy)|gọi số|không dậy)',
          '(?:vừa|đang|mới|trước (?:nhà|cửa|cổng)|giờ|còn thở)',
        ],
      },
      {
        signs: [
          `bị ~2 đuổi ~3 viện|${CLINIC} ~6 (?:đuổi|từ chối|không (?:chịu )?nhận|không chịu mổ)|từ chối (?:mổ|cứu|khám|cấp cứu)`,
          '(?:đau ~1 (?:từng cơn|quằn|dữ|quá|lắm)|quằn quại|bầu|đẻ|nguy|khó thở|ngất|lả|máu|sốt)',
        ],
      },
      {
        signs: [
          '(?:lọc máu|chạy thận|thở oxy|truyền máu)',
          '(?:cắt|không cho|chưa|đuổi|từ chối)',
          '(?:khó thở|phù|mệt lả|nguy)',
        ],
      },
      { signs: ['rắn ~2 cắn|ong ~2 (?:đốt|chích)', '(?:sưng|tím|đen|rẫy|xa|giờ|khó thở|chưa)'] },
    ],
  },
  {
    danger: 'child',
    unless: [...CALM_ALL, LATELY, 'quốc tịch', 'tòa (?:giao|xử)', SUITS],
    told: [
      {
        signs: [
          CARER,
          '(?:con (?:em|tôi|mình|trai|gái)|bé|cháu|trẻ(?! (?:em|con) (?:bị|là)))',
          CRUEL,
          `(?:${SELF}|camera|sưng|bầm|sợ)`,
        ],
        unless: ['học phí', 'đánh (?:vần|trống)', 'hành vi', 'năm 20\\d\\d'],
      },
      {
        signs: [
          '(?:đánh|chơi) ~1 hội đồng|bị ~4 hội đồng|hội đồng (?:em|con|nó|cháu|bạn)|đánh tập thể|(?:hẹn|chặn|đón) ~2 đánh|(?:lôi|kéo) ~4 đánh|(?:lột|xé) ~1 (?:áo|đồ|quần)|bắt ~1 quỳ|trấn lột',
          '(?:trường|lớp \\d+|cùng lớp|nhóm ~2 (?:bạn|chị|anh)|đi học|(?:bạn|chị|anh) lớp|bạn học|học sinh)',
          `(?:${SELF}|bị|quay clip)`,
        ],
        unless: ['hội đồng (?:trường|nhân dân|quản trị|kỷ luật|thi|thành viên|xét)'],
      },
      { signs: ['(?:đau|rát|sưng|máu) ~2 (?:chỗ kín|vùng kín|chỗ đó|bên dưới|cửa mình)', CHILD] },
      {
        signs: [
          '(?:cha|ba|bố|dượng|cậu|chú|bác|ông|anh) ~3 (?:mò|lẻn|chui|vào) ~1 (?:giường|phòng|mùng|mền) ~1 (?:con|em|cháu|mình)',
          '(?:đêm|mẹ ~3 (?:đi|vắng|không tin)|không biết nói|sợ|khóa cửa)',
        ],
      },
      { signs: ['(?:người lạ|lạ mặt|bọn|xe lạ) ~4 (?:bế|dụ|dắt|kéo|lôi|rủ|cho kẹo) ~2 (?:cháu|con|bé|em)'] },
      {
        signs: [
          '(?:nhận|dìm|nhấn|dúi) ~2 (?:đầu|xuống|vào) ~3 (?:nước|lu|thau|bồn|xô|ao|chậu)',
          ANY(CHILD, 'cháu', 'bé'),
        ],
      },
      {
        signs: [
          `(?:nước (?:sôi|nóng)|bàn (?:ủi|là)|thuốc lá|tàn thuốc|đầu thuốc|sắt nung) ~3 (?:vào|lên|xuống) ~1 ${BODY}|dí ~2 (?:thuốc|tàn)`,
          ANY(CHILD, 'cháu', 'bé', 'lớp \\d+'),
        ],
      },
      {
        signs: [
          CHILD,
          '(?:la hét|khóc thét|xin tha|van xin|tiếng roi|khóc ngất|gọi cứu|la ~1 nữa)',
          '(?:hoài|roi|xin|đánh|im bặt|xót|mẹ nó|cha nó|nhà bên|hàng xóm|kế bên|bên xóm)',
        ],
        unless: ['ồn|mất ngủ|bóng'],
      },
      {
        signs: [
          'hành hạ|bạo hành|tra tấn|bỏ đói',
          ANY(A_CHILD, 'cháu (?!tôi hỏi)', '(?:hai|mấy) (?:đứa|bé|cháu)'),
          ANY(CRUEL, NOW, CRY),
        ],
        unless: ['mái ấm ~4 có'],
      },
      { signs: [A_CHILD, '(?:nhà nghỉ|khách sạn|phòng) ~4 khóa (?:cửa|trái)'] },
      {
        signs: [
          ANY(A_CHILD, 'trẻ (?:em|con)'),
          'bị (?:bắt |phạt )?(?:đánh|nhịn ăn|nhịn đói|bỏ đói)',
          '(?:tận mắt|hoài|mỗi ngày|suốt|hàng ngày|nhịn)',
        ],
      },
      {
        signs: [
          'vợ cũ|chồng cũ|hắn|nó',
          '(?:bắt|bế|cướp|giật|giấu) (?:mất )?con ~3 (?:đi|chạy|trốn)',
          `(?:${HIT}|dọa|không nghe máy|tắt máy)`,
        ],
      },
    ],
  },
  {
    danger: 'trafficking',
    unless: [
      CALM,
      BEHIND,
      TOLD,
      LAWFUL,
      '(?:\\d+|mấy|nhiều|hai|ba) năm trước',
      '(?:đã|trốn|được|mới) (?:về|thoát) (?:nước|nhà|quê)|trốn (?:được|về|thoát)(?! (?:không|ra|lên))',
      'được giải cứu|trở về',
      'visa',
    ],
    told: [
      {
        signs: [ABROAD, BOUND, ANY(EXPLOITED, NOW, FOR_DAYS, CRY, 'má mì', 'mượn ~2 máy', 'mỗi ngày')],
        unless: ['công an bắt|hải quan'],
      },
      {
        signs: [
          ABROAD,
          '(?:bị bán|(?:bắt|ép) ~3 (?:làm gái|bán dâm|tiếp khách|đi khách)|(?:dí|chích) điện|con tin|bán thận|ép ~2 (?:làm việc|cưới))',
        ],
      },
      {
        signs: [ABROAD, LOST, ANY(FOR_DAYS, 'ép', 'dụ', 'khóc', 'định vị', 'bạn trên mạng')],
        unless: ['ly hôn|ly dị|tuyên bố'],
      },
      {
        signs: [
          '(?:dụ|lừa|rủ|gạt) ~3 (?:con|em|cháu|vợ|bạn)',
          ABROAD,
          '(?:tiếng trung|mất liên lạc|không cho|khóc|sợ)',
        ],
      },
      { signs: [MASTER, ANY(LOCKS, 'không cho ~2 (?:ra|lên bờ|vào bờ)'), EXPLOITED] },
      {
        signs: [
          MASTER,
          BOUND,
          ANY(`${HIT} (?:em|con|nó|tôi)`, 'bị ~3 (?:đánh|đập)', 'tiếp khách|đi khách', 'dội nước', 'bỏ đói'),
        ],
      },
      {
        signs: [
          'giúp việc|osin|ô sin|ông sin',
          ANY(LOCKS, 'bị khóa', `${HIT} (?:em|tôi|con|cháu)`, 'dội nước', 'bỏ đói'),
          SELF,
        ],
        unless: ['(?:thuê|mướn) ~1 (?:giúp việc|osin)'],
      },
      {
        signs: [
          '(?:ngư phủ|đi biển|ra khơi|trên (?:tàu|ghe)|chủ (?:tàu|ghe)|đi ghe)',
          '(?:nhốt|không cho ~3 (?:(?:lên|vào) bờ|về)|đánh|bán (?:qua|sang)|ép làm|cứu)',
        ],
        unless: ['hỗ trợ|đăng kiểm'],
      },
      {
        signs: [
          'bán ~2 (?:vào|cho|sang|qua) ~2 (?:động(?! (?:xuân|nai|tháp|anh))|nhà chứa|ổ|biên giới|bên kia|quán)',
          '(?:bị|nghe|con|em|cháu)',
        ],
      },
      {
        signs: [
          '(?:bán|mua) (?:thận|đứa bé|con|trứng|bào thai)|đẻ thuê|mang thai hộ',
          '(?:nhốt|không cho|chặn|theo ép|bị ép|bị lừa|đòi về)',
        ],
      },
      { signs: ['(?:ăn xin|ăn mày|bán vé số)', '(?:cháu|con|em|bé|đứa)', '(?:bị đánh|bắt ~3 đi|dẫn đi|dụ)'] },
      { signs: ['việc nhẹ lương cao', '(?:thu ~2 điện thoại|không cho|mượn máy|máy bạn|đòi|cứu|sang (?:tới|đến))'] },
    ],
  },
  {
    danger: 'detention',
    unless: [...CALM_ALL, LATELY, SUITS, 'bắt (?:cóc|nạt)', 'cướp|bị giữ (?:xe|bằng)'],
    told: [
      {
        signs: [
          OFFICERS,
          'bị ~4 (?:gọi|mời|đưa|giữ|bắt|chở|nhốt|triệu tập)|(?:gọi|mời|triệu tập|đưa) ~3 (?:lên|đi|về)|(?:công an|ca|họ) ~4 (?:giữ|bắt|mời|nhốt)|đang (?:ngồi|ở)',
          ANY(FOR_DAYS, NOW, KIN_OF_MINE),
          '(?:chưa (?:thấy )?(?:cho )?(?:về|thả)|không cho ~3 (?:về|gặp|thăm|gọi|vào|uống|ăn)|không ai (?:trả lời|nói|cho)|không (?:có )?(?:lệnh|giấy tờ)|không đưa ~2 giấy|không nói lí do)',
        ],
        unless: ['căn cước|hộ chiếu|sổ đỏ|tố giác|trình báo|báo công an'],
      },
      {
        signs: [
          SEIZES,
          '(?:thường phục|mặc (?:đồ|áo) thường|không (?:có )?(?:lệnh|giấy tờ|giấy)|không nói (?:gì|lí do|tội|rõ|là)|lục tung|khám nhà|\\d giờ sáng|nửa đêm|đi đâu không|last night)',
          KIN_OF_MINE,
        ],
        unless: [
          'đi học|đi làm|đi chơi|(?:bệnh|đi|nhập) viện|bảo hiểm|nhặt ve|bán vé số|lang thang|tiếp dân|đại diện|phiên dịch',
        ],
      },
      { signs: ['gô cổ', KIN_OF_MINE] },
      {
        signs: [
          JAIL,
          ANY(
            `bị ~3 ${HIT}`,
            'bầm|tím (?:tái|người|mặt|tay)',
            'còng chân|cùm',
            'không cho ~4 (?:thuốc|khám|chữa)',
            'bỏ đói',
            'gãy (?:răng|tay|chân|xương)',
            'yếu lắm|nguy kịch|ốm nặng',
            'tra tấn|nhục hình',
            '(?:chết|mất) trong',
            'đầy vết',
            'không chịu nổi',
          ),
        ],
        unless: ['án phí', '(?:bị|bởi) chồng'],
      },
      {
        signs: [
          '(?:ép|bắt|buộc) ~3 (?:cung|nhận (?:tội|là)|khai(?! (?:sinh|báo|tử|thuế))|khai nhận|kí (?:nhận|biên bản|giấy nhận))',
          ANY(HIT, 'cởi', 'nhốt', 'tử hình', OFFICERS, 'không cho về', 'mới ~1 thả'),
        ],
        unless: ['công ty|nghỉ việc|sa thải|sếp|tố cáo|khai sinh'],
      },
      { signs: ['(?:tát|đánh) ~1 (?:em|con|anh|tôi|cháu)', '(?:khai|nhận tội|nhận là)', '(?:thả|nhốt|đồn|công an)'] },
      {
        signs: [
          '(?:1[0-7]|[89]) ?(?:tuổi|t)',
          '(?:khai|hỏi cung|điều tra) ~3 một mình|không cho (?:mẹ|cha|ba|bố|phụ huynh|gia đình) ~2 (?:vào|gặp|dự)',
          OFFICERS,
        ],
      },
      {
        signs: [
          'tâm thần|cai nghiện',
          '(?:bị|cưỡng chế) ~4 (?:đưa|bắt|nhốt)',
          '(?:không cho ~2 (?:gặp|thăm)|không gặp được|không (?:nghiện|bệnh)|viết đơn|tố cáo)',
        ],
      },
      { signs: ['arrested|detained|in custody', '(?:just|last night|today|this morning|now|không ai|không cho|giờ)'] },
    ],
  },
  {
    danger: 'violence',
    unless: [...CALM_ALL, 'hồi (?:nhỏ|bé|xưa)', 'tòa (?:giao|xử)|quyền nuôi|người nuôi'],
    told: [
      {
        signs: [
          `${TOOL} ~3 ${STRIKES}|${STRIKES} ~3 (?:bằng )?${TOOL}`,
          THEIRS,
          ANY(JUST, HARMED, `(?:vào|lên|xuống) ~1 ${BODY}`, A_CHILD, 'không dám'),
        ],
        unless: [PAPERS],
      },
      {
        signs: [`(?:tạt|hắt|dội|đổ|xịt) ~4 (?:nước (?:sôi|nóng)|axit|xăng|hơi cay)`, THEIRS, FAMILY],
        unless: [PAPERS],
      },
      { signs: [`dí ~3 (?:vào|lên) ~1 ${BODY}`, '(?:bàn (?:ủi|là)|thuốc|dao|súng|điện)'], unless: [PAPERS] },
      { signs: [`${STRIKES} ~ ${HARMED}`, THEIRS], unless: [PAPERS, LATELY, 'đánh (?:nhau|lộn)'] },
      { signs: [`bị ~4 ${STRIKES}`, HARMED, JUST], unless: [PAPERS, LATELY] },
      { signs: [`${KIN_AT_HOME} ~4 ${HIT} ~ (?:bằng|dây|roi)`, '(?:không dám|ai cũng sợ|hoài|suốt|nữa)'] },
      { signs: [`${SAYS} ~ ~3 ${DOOM}`, ANY(SELF, FAMILY)], unless: ['giết mổ', 'hay nói chơi'] },
      { signs: ['nếu ~8 (?:sẽ|thì|là) ~3 (?:tạt (?:axit|xăng)|giết (?:em|tôi|cả|con)|chém|đốt nhà)', SELF] },
      {
        signs: [
          NAKED,
          BLACKMAILS,
          ANY(
            AFRAID,
            CRY,
            'rối ~1 (?:quá|lắm|bời)',
            'hoảng',
            'muốn (?:trốn|chết)',
            '(?:tối|đêm|chiều|hôm) nay',
            'trong ~1 (?:\\d+|hai|ba) (?:giờ|tiếng|ngày)',
            'không gặp',
            'không đưa \\d+',
            'làm sao',
          ),
        ],
      },
      { signs: [GANG, BESIEGES, SELF], unless: ['công an (?:bắt|bao)'] },
      { signs: [GANG, HARASSES, SELF, JUST], unless: ['(?:mất|móc|rớt|rơi) ~6 (?:căn cước|thẻ|bóp|ví)'] },
      {
        signs: [
          '(?:đang|giờ|nãy giờ|vừa|mới) ~4 (?:vây|bám theo|ép xe|đuổi theo|rượt|lảng vảng)|xông vào ~4 (?:đêm|giữa khuya)|nửa đêm ~4 xông vào',
          SELF,
        ],
      },
      {
        signs: [
          `(?:${PARTNER}(?! chủ)|gia đình|(?:cha|ba|bố) mẹ|nhà (?:nội|chồng)) ~8 ${LOCKS} ~3 (?:em|tôi|mình|cháu|chân|tay|vợ ở|ở nhà)`,
        ],
        unless: ['trừ ~4 lương', '(?:nhốt|xích) ~1 (?:gà|chó|mèo|heo|xe)(?= )', 'bị bắt|tạm giam'],
      },
      {
        signs: [
          '(?:ép|bắt|gả) ~4 (?:lấy (?:chồng|vợ)|cưới|đính hôn)',
          ANY('nhốt', 'xích', 'khóa', HIT, 'thứ (?:bảy|hai|ba|tư|năm|sáu) này', 'chủ nhật này', 'mai cưới'),
        ],
      },
      {
        signs: [
          `${SEX}|làm nhục|hại đời`,
          SELF,
          '(?:(?:vừa|mới)(?= (?:bị|xong|hôm|tối|đây|chạy|về|đè|làm|xảy))|giờ (?:em|tôi|con|mình|nó|cháu)|sợ|không dám (?:nói|kể)|chạy (?:ra|thoát|được)|nấp|núp|đêm|bị đánh)',
        ],
        unless: ['lương|hợp đồng', 'luật'],
      },
      { signs: ['(?:chuốc|bỏ) ~1 (?:say|thuốc|rượu)', '(?:tỉnh dậy|sáng dậy|không mặc|không nhớ)'] },
      { signs: [HIT, FAMILY, ANY(LOST, '(?:giúp|cứu) ~3 với', 'gọi (?:về )?khóc')], unless: ['ly hôn vắng mặt'] },
      {
        signs: [
          '(?:nếu|lỡ) ~2 (?:mai|tối|sáng|hôm nay|ngày mai) ~2 không thấy ~2 (?:em|tôi|mình|con)|báo công an (?:giúp|giùm|dùm) (?:em|tôi|mình)?',
          ANY(FAMILY, 'trốn'),
        ],
        unless: ['mất (?:xe|điện thoại|tiền)'],
      },
      { signs: [`(?:trốn|đi khỏi|thoát) ~8 (?:bắt lại|lôi về|tìm (?:thấy|được|ra))`, FAMILY] },
      {
        signs: [
          'không cho ~4 vào(?! (?:gặp|đo|thăm|ca|làm))|đuổi ~3 (?:ra|đi)|bị đuổi',
          '(?:ngoài (?:cổng|đường|hiên|sân|hè)|nửa đêm|giữa đêm|đêm|\\d giờ sáng|trời (?:mưa|lạnh)|lạnh run|quất|đánh)',
          `(?:${PARTNER}|nhà chồng)`,
        ],
        unless: [PAPERS, 'quán|ký túc|ủy ban|trung tâm|bệnh viện|bv|tiền công|giá đất|bảo vệ'],
      },
      {
        signs: [
          '(?:locked|beats?|beating|hits?|kill|choked|punched|slapped|hurts?) (?:me|em|tôi|mình)|threatens? to',
          '(?:chồng|husband|bạn trai|boyfriend|he|sợ|every|đêm|tối)',
        ],
      },
      {
        signs: [
          ELDER,
          GROWN_CHILD,
          ANY(
            `${HIT} (?:tôi|bà|ông|cụ|mẹ|cha|em)`,
            `bị ~4 ${HIT}`,
            'bỏ đói',
            'nhốt',
            `(?:xô|đẩy) (?:tôi|bà|ông|mẹ)`,
            `${TOOL} ~2 phang`,
          ),
        ],
      },
      { signs: ['(?:mở|khóa) ~1 (?:bình|van) ga|hột quẹt|hộp quẹt|bật lửa', '(?:chết|cả nhà|dọa|xăng|đốt)'] },
      {
        signs: [
          '(?:hàng xóm|nhà bên|phòng bên|kế bên|bên cạnh|nhà kế|lầu trên)',
          '(?:(?<!đơn )(?:gọi|la) cứu|xin tha|van xin|tiếng roi|đổ vỡ|đồ vỡ|phang|cầu cứu)',
        ],
      },
      {
        signs: [
          '(?:vây đánh|đánh hội đồng|đuổi chém|chém nhau|hỗn chiến|đánh tập thể)',
          ANY(NOW, AFRAID, FLED, HARMED, 'trốn'),
        ],
      },
      { signs: ['xông vào ~2 đánh|(?:lôi|kéo) ~2 xềnh xệch|(?:lột|xé) ~1 (?:đồ|quần|áo) (?:em|tôi|mình)|mổ bụng'] },
      {
        signs: [
          '(?:cầm|vác|xách) ~1 (?:cuốc|xẻng|rựa|búa|gậy|dao|hung khí) ~4 (?:qua|sang|đến|tới|kiếm|tìm)',
          ANY(NOW, HARMED, SELF),
        ],
        unless: ['đi làm|ra đồng'],
      },
      { signs: [THREAT, WEAPON] },
      {
        // what is asked in the first hours after a rape
        signs: [
          'giữ nguyên quần áo|(?:đừng|muốn|chưa|khoan) ~1 tắm',
          'công an|khám|bệnh viện',
          '(?:run|sợ|bị hại|hiếp|khóc|quần rách)',
        ],
      },
      { signs: ['trùm ~1 (?:bao|mền|chăn|áo) ~3 đầu', HIT] },
    ],
  },
];

/** Besides those of `WITHOUT_MARKS`: short words that fold onto the most frequent ones. */
export const HINTED_WITHOUT_MARKS: readonly Reading[] = [
  ['đe', 'de (?:doa|net)'],
  ['đẻ', '(?:(?<=(?:dau|sap|kho|do|sinh|dang|di|moi) )de|de(?= (?:roi|non|rot|ngoi|kho|thue|mo) ))'],
  [
    'đè (ra|xuống|lên)',
    '(?:(?<=(?:no|ong|han|bi|vat|lai|lien|van|hay) )de (?:ra|xuong|len)|de (?:em|toi|con|chau|no) (?:ra|xuong)|de (?:xuong|len))',
  ],
  ['gô cổ', '(?:(?<=(?:bi|den|vao|vo|ho) )go co|go co(?= (?:chong|vo|em|con|anh|toi|no) ))'],
  ['roi', '(?:(?<=(?:bang|lay|cam|cay|tieng|don|vung) )roi|roi(?= (?:vot|may|dien|da) ))'],
  ['gậy', '(?:(?<=(?:cay|bang|lay|cam|vac|xach|con|mang|quo) )gay|gay(?= (?:goc|go|sat|danh) ))'],
  ['dây', '(?:(?<=(?:bang|lay|cam|soi|cay) )day|day(?= (?:dien|nit|lung|xich|sac|thung|thong|treo|cap|du) ))'],
  ['bọn', 'bon(?= (?:no|chung|toi|em|xa|cho|doi|nguoi|giang|con|kia|do|thanh|la) )'],
  ['ổ', '(?!)'],
  ['sợ', '(?:so(?! (?:mo|nguoi|soang|dui|nguc|do|bao|tien|dien|hong|voi|nha|ho) )(?<!(?:sam|ho|gap|co|cu) so))'],
  ['chở', 'cho(?= (?:di|len|ve|thang|chong|con trai|anh|no) )'],
  ['cấu', 'cau(?= (?:em|con|chau|be|tai|dui|tim) )'],
  ['đụng', '(?:(?<=bi )dung|dung(?= (?:trung|vao|vo|phai|xe|em|toi|chet) ))'],
  ['cuốn', '(?:(?<=(?:bi|may|lu|nuoc) )cuon|cuon(?= (?:tay|chan|vao|vo|mat|troi) ))'],
  ['xưởng', '(?:(?<=(?:trong|o) )xuong|xuong(?= (?:may|det|go|giay|che) ))'],
  ['bắn', '(?<=(?:sung|no|han|dinh) )ban'],
  ['chọi', 'choi(?= (?:da|gach|chai|ly|do) )'],
  ['co cứng', 'co cung (?:nguoi|tay|chan|lai|het)'],
  ['người lào', '(?!)'],
  ['vặn', 'van(?= (?:tay|nam|khoa|ngon) )'],
  ['cởi', 'coi(?= (?:do|quan|ao|het|truong) )'],
  ['thằng', 'thang(?= (?:nho|cha|do|kia|chong|con|em|anh|ong|cu|nghien|ban|hang|be|la|chau|bo|re|ay) )'],
  ['cũ', '(?<=(?:chong|vo|trai|gai|yeu|tu) )cu'],
  ['chú', '(?:(?<=(?:ong|bi|thang) )chu|chu(?= (?:em|toi|con|ruot|ho|ut|hai|bay|duong|so|do) ))'],
  ['đòi', '(?<= (?:no|cu|con|em|toi|hay|toan|dinh|chong|ba|me|bon|chung) )doi'],
  ['lá', 'la (?:rung|ngon|cay)'],
  ['tạt', 'tat(?= (?:axit|xang|a xit|nuoc|son|mam) )'],
  ['ra khơi', '(?!)'],
  ['thận', '(?!)'],
  ['nồi', '(?!)'],
  ['nhốt', 'nhot(?! tre )'],
  ['đồ', '(?:het do|do dac)'],
  ['vây', '(?:bao vay|vay (?:kin|quanh|danh|nha (?:em|toi)))'],
  ['cháy', '(?:(?<=(?:nha|phong|dang) )chay(?= (?:roi|lon|to|con|cuu)))'],
  ['lả', 'la di'],
  ['nấm', 'nam (?:rung|doc)'],
  ['ói', '(?:dang|bi|non) oi'],
  ['nôn', 'non (?:oi|mua|ra)'],
  ['rát', '(?!)'],
  ['bầm', '(?:bam (?:het|tim|dap|minh|nguoi|mat|tay|chan)|(?:tim|vet) bam)'],
  ['xử', '(?!)'],
  ['phù', '(?!)'],
  ['ép', 'ep(?= (?:em|toi|con|minh|chau|lam|cung|ban|nhan|ky|ki|lay|no|khai) )'],
  ['lạnh', 'lanh (?:run|qua|ngat)'],
  ['kẹt', 'ket (?:tren|trong|o)'],
  ['còn thở', 'con tho(?= )'],
  ['cầu', '(?:tren|thanh|ngoai) cau'],
  ['dụ', 'du (?:em|con|chau|be|do|di)'],
  ['mổ', '(?:de|phai|duoc|moi) mo'],
  ['sẩy', 'say thai'],
  ['sảy', '(?!)'],
  ['mò', 'mo (?:vao|vo|sang)'],
  ['bổ', '(?!)'],
  ['gục', '(?!)'],
  ['hội đồng', 'danh hoi dong'],
  ['cán', 'can (?:choi|cuoc|dao)'],
  ['ống', 'ong (?:nuoc|sat|tuyp)'],
  ['cây', '(?:lay|cam|bang) cay'],
  ['chai', '(?:lay|cam|bang) chai'],
  ['khúc', 'khuc (?:cay|go)'],
  ['kéo', '(?:lay|cam|bang) keo'],
  ['đen', 'den (?:lai|thui)'],
  ['cứa', 'cua (?:co tay|tay)'],
  ['đau', 'dau (?:quan|bung|tung con|qua|de)'],
  ['hết', 'het'],
  ['thai', '(?:bo|pha|mang|say|co) thai'],
  ['chủ', 'chu(?= (?:nha|quan|thau|ghe|tau|lo|trai) )'],
  ['nhật', '(?:sang|qua|ben) nhat'],
  ['ụp', '(?!)'],
  ['vụt', '(?!)'],
  ['tội', '(?:(?<=nhan )toi|toi(?= (?:gi|khong|danh) ))'],
  ['đất(?= )', 'dat(?= (?:dai|nay|cho|de|nha|cua|o|khong) )'],
  ['thuế', 'thue(?= (?:tncn|thu|gtgt|phi|bao) )'],
  ['quật', 'quat(?= (?:em|toi|con|vo|vao) )'],
  ...WITHOUT_MARKS,
];
