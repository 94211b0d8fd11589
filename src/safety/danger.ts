import type { Danger } from '../base/danger.ts';
import { spellOut } from '../language/chat-spelling.ts';
import { clean } from '../language/clean.ts';
import { fold } from '../language/fold.ts';
import { standardWord } from '../language/regional-words.ts';
import { words } from '../language/terms.ts';
import { unifyTonePlacement } from '../language/tone-placement.ts';

/*
 * Signs of danger, written as short patterns over the words of a message. `~` stands for up to eight words in between,
 * `~3` for up to three. Every pattern exists twice: with tone marks, and folded for text typed without. Recall comes
 * first: a hotline shown once too often costs a line, one not shown may cost a life. What keeps false alarms low is
 * that each rule needs a sign that it is happening now, or to a child, or at the hands of people who hold somebody, and
 * that it must not be a question about the law in general, or about something long over.
 */

const ANY = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

// Who
const ME = '(em|tôi|con|mình|cháu|tụi em|chúng em|chúng tôi|mẹ con|cả nhà|tao|tớ)';
const FAMILY =
  '(chồng|vợ|ba|bố|cha|mẹ|dượng|anh ấy|ảnh|anh ta|người yêu|con trai|thằng con|bạn trai|ông ấy|ông ta|ông nhà|ông|nó|hắn|anh rể|con dâu|con rể|chú|cậu|bác|em trai|người ta|đứa nào)';
const PARTNER =
  '(chồng|vợ|bạn trai|người yêu|anh ấy|anh ta|ảnh|nhà chồng|anh (em|ruột|hai)|anh rể|cha|ba|bố|mẹ|dượng|con trai|nó|hắn|ông ấy|ông nhà)';
/** One child: under 16 by age, by class, or by the words people use for small children. */
const A_CHILD = ANY(
  '(?:[1-9]|1[0-5]) ?(?:tuổi|t)',
  '(?<!mười )(?<!mươi )(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tuổi',
  'mười (?:một|hai|ba|bốn|tư|lăm) tuổi',
  '\\d+ tháng tuổi',
  'lớp (?:[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|lá|chồi|mầm)',
  'em bé',
  'đứa (?:bé|nhỏ|trẻ)',
  'thằng (?:bé|nhỏ|cu)',
  'bé (?:gái|trai|nhà|con|út)',
  'cháu bé',
  'con bé',
  'mấy đứa nhỏ',
  'con nhỏ',
);
const CHILD = ANY(A_CHILD, 'mẫu giáo', 'mầm non', 'sơ sinh', 'trẻ (?:em|con|nhỏ)');

// When
const NOW =
  '(đang|vừa|mới(?! bị phạt)|bây giờ|giờ(?! làm)|chừ|ngay lập tức|ngay bây giờ|lúc này|tối nay|đêm nay|tối mai|ngày mốt|hôm nay|sáng nay|chiều nay|trưa nay|nãy giờ|hồi nãy|hồi (trưa|tối|khuya|chiều|sáng|đêm)|sắp|tối qua|đêm qua|hôm qua|sáng giờ)';
const FOR_DAYS =
  '((hai|ba|bốn|mấy|vài|[2-7]) (ngày|hôm|bữa|đêm) (nay|ni|rồi)|từ (sáng|trưa|chiều|tối|đêm|khuya|hôm qua|hôm kia|tối qua|đêm qua|sáng nay|qua)|(hơn )?\\d+ (tiếng|giờ)|cả (ngày|đêm)|mấy hôm)';
const CRY =
  '((?<!tra )(?<!nghiên )cứu (em|tôi|con|mình|cháu|bé|chị|anh|mẹ|bà|bạn|với|giúp|nó|tụi|giùm|dùm)|(kêu|gọi) (ai|đâu|mô) cứu|ai cứu|đòi cứu|cầu cứu|kêu cứu|help me|(?<!biện pháp |làn |thai |dừng |trạng thái |tình trạng |trường hợp |tạm thời )khẩn cấp(?! tạm thời)|gấp lắm|làm ơn nhanh|xin cứu)';
const WHAT_NOW =
  '(làm (gì|sao|j) (giờ|bây giờ|đây|ngay)|(phải|nên) làm (gì|sao)|làm sao (giờ|bây giờ|đây|thoát)|(gọi|kêu|báo) (ai|đâu|số nào)|đi (đâu|khám)|chở đi đâu|biết làm (gì|sao|chi)|giờ (phải )?(làm|đi|gọi))';
const AFRAID =
  '(sợ (quá|lắm|hãi|chết)|hoảng|run (quá|lắm|rẩy|bần bật)|nghe mà run|lo quá|giúp (em|tôi|con|cháu|mình|bạn)? ?với|can không (nổi|được)|trốn|núp|một mình)';
const FLED =
  '(chạy (ra|qua|sang|trốn|thoát|vòng)|trốn (ra|qua|sang|trong|ở|dưới|sau)|núp|(bế|ôm|dắt) con ~2 (chạy|đi|ra|trốn)|không (biết|dám) (đi|về|ngủ|ở)|ngoài đường|đuổi ~2 ra (khỏi nhà|đường))';

// What
const HIT =
  '(đánh(?! (?:giá|bài|đề|máy|vần|số|cầu lông|cá (?:xa|gần|ở|trên|ngoài|biển|bị|có|phải)|dấu|đổi|thuế|bắt|đàn|răng|giày|bạc|lô|nhau|lộn|chó|mèo|mất|đồng|thức|rơi|cược|tiếng|động|bóng))|đập(?! (?:cửa|cổng|bàn|nhà|nước|thủy điện|bỏ))|đấm|(?<!xe )đạp(?! (?:xe|điện|cửa))|tát|bóp cổ|siết cổ|chém(?! (?:giá|gió))|đâm|phang|quất|hành hung|bạo hành|tra tấn)';
const WEAPON =
  '((cầm|vác|xách|dí|kề|lấy|rút|quơ|chĩa) (con )?(dao|búa|gậy|rựa|kéo|mã tấu|rìu|súng)|con dao|mã tấu|tuýp sắt|súng|tạt (xăng|axit)|đổ xăng|tưới xăng|axit|a xít|châm lửa)';
const KILL = 'giết(?! (?:mổ|gà|heo|lợn|bò|trâu|chó|mèo|vịt|con (?:gà|heo|lợn|bò|trâu|chó|mèo)))';
const THREAT = `((dọa|đòi|hăm|thề|nói|bảo) ~ (${KILL}|chém(?! (?:giá|gió))|đâm|đốt nhà|đốt cả nhà|thiêu)|giết chết (tôi|em|con|mẹ|cả nhà)|(nó|hắn|ông ấy|anh ta|chồng|về) ~ giết (tôi|em|mẹ|cả|con(?! (?:gà|heo|lợn|bò|trâu|chó|mèo)))|đưa ~2 giết)`;
const BLEEDING =
  '(chảy máu|máu (chảy|ra) ~3 (nhiều|không cầm|lắm|tùm lum|quá)|ra máu|ra nhiều máu|máu me|mất máu|bất tỉnh|ngất|không thở|tím tái|co giật|thoi thóp)';
const BROKEN_HEAD = '(vỡ|bể|toạc|toác) đầu';
const BROKEN_BONE = 'gãy (?:tay|chân|xương|sườn)';
const HURT = ANY(BLEEDING, BROKEN_BONE, 'gãy răng', BROKEN_HEAD, 'vết thương', 'khâu', 'tím (?:mặt|người)');
const TAKEN = '(bằng|lương|giấy|tiền|hồ sơ|xe|sổ|căn cước|đồ)';
const HELD = `(bị ~3 nhốt|nhốt (trong|ở|em|tôi|con|cháu|nó|bé|lại|tụi|chúng|một mình)|nhốt ~ (phòng|nhà|kho|tối)|khóa trái|(khóa|khoá) (cửa )?ngoài|bị giam lỏng|bị giữ (ở|trên|trong|lại(?! ${TAKEN}))|đang bị giữ(?! ${TAKEN})|giữ người|trói|xích(?! (?:mích|lô|đạo))|không cho (về(?! (?:quê|sớm))|ra ngoài|ra khỏi|đi đâu|đi viện|lên bờ|vào bờ|xuống núi)|canh (giữ|không cho)|(thu|giữ) (hết |mất )?điện thoại|lấy (hết|mất) điện thoại)`;
const LOCKED = '(nhốt|khóa (trái|ngoài|cửa ngoài)|trói|xích(?! (?:mích|lô|đạo))|(ở|bỏ) ~2 một mình)';
const TOUCH = 'sờ (soạng|mó|vào|ngực|người|mông|chỗ|đùi|khắp)';
const UNDRESS = 'cởi (đồ|quần|áo|hết|truồng)';
const SEX = `((?<!ăn )(?<!ức )hiếp|cưỡng bức(?! lao động)|xâm hại|dâm ô|sàm sỡ|rờ (rẫm|mó|ngực|mông)|${TOUCH}|${UNDRESS}|làm chuyện (đó|ấy|người lớn|bậy|đồi bại)|giở trò|đè (ra|xuống|lên)|giao cấu|ép ~3 quan hệ|gạ tình|đòi ngủ chung)`;
const RAPED =
  '(bị ~4 ((?<!ăn )(?<!ức )hiếp|cưỡng bức(?! lao động)|làm nhục|hại đời|làm chuyện đồi bại|giở trò)|ép ~3 quan hệ|hại đời (em|tôi|con)|đưa vào ~3 (khách sạn|nhà nghỉ))';
const FAR =
  '(campuchia|cam pu chia|cambodia|myanmar|miến điện|philippines|trung quốc|tiếng trung|bên (tàu|lào|kia|nớ|đó|bên)|qua (lào|bên)|biên giới|cửa khẩu|tam giác vàng|casino|karaoke|bia ôm|mát xa|massage|động mại dâm|ghe|tàu (cá|biển|khác)|ngoài (khơi|biển)|tòa nhà|khu lừa đảo|bãi vàng)';
const WORKPLACE = '(ghe|tàu|lò gạch|trại|rẫy|mỏ|công trường|bãi vàng|xưởng|quán|tiệm|công ty|chủ|bà chủ|ông chủ)';
const BONDED =
  '(trừ nợ|không (trả )?lương|không công|trốn ~2 (bị|là) (đánh|đập|bắt)|bắt ~2 (làm|trả|tiếp khách)|đánh ~2 (nếu|khi)|thu (hết )?(điện thoại|giấy tờ|hộ chiếu))';
const RANSOM =
  '(tiền chuộc|để chuộc|chuộc (em|con|về|người|nó|cháu)|đòi ~ (triệu|tỉ|tiền) ~2 (thả|cho (về|đi))|(triệu|tỉ) mới (thả|cho (về|đi))|chích điện|(nộp|đưa|chuyển) ~3 triệu ~3 bán (em|con|nó|cháu)|bán (qua|sang) (công ty|chỗ|tàu|ghe|nơi) khác)';
const SOLD =
  '(bị ~3 (bán|gạt bán|lừa bán|đem bán) (sang|qua|vào|cho|đi|bên)|(lừa|gạt|đem) bán(?! (?:đất|nhà|hàng|xe|vé|thuốc|sản phẩm|dự án|khóa|cho khách))|ép ~2 (tiếp khách|bán dâm|đi khách|làm gái)|bắt ~4 (tiếp khách|bán dâm|đi khách|làm gái|làm vợ))';
const LOST =
  '(mất liên lạc|mất tin|biệt tin|thuê bao|(không gọi|gọi không|liên lạc không) được|không (liên lạc|gọi) được|mất tích|bỏ đi theo|đi theo (người|một|bạn|ai)|lên xe|bị dụ|dụ đi)';
const POLICE =
  '(công an|cảnh sát|dân quân|đồn|trụ sở|(lên|trên) (phường|xã)|ở phường|trại (giam|tạm giam|tạm giữ)|nhà tạm giữ|tạm giữ|trong (đó|này|trại|trỏng))';
const SEIZED =
  '(bị ~3 (bắt(?! (?:nạt|làm|kí|đóng|nộp|tăng ca|trực|phải|nghỉ|quả tang|buộc|đền|đi nghĩa vụ|đầu|được|cóc))|áp giải|còng|dẫn đi|giải đi|tạm giữ)|(công an|cảnh sát|dân quân|họ) ~ (bắt (người|chồng|vợ|con|em|anh|chị|ba|cha|bố|mẹ|cháu|ông|đi|giữ|lên|khẩn cấp)|đưa đi|dẫn đi|giải đi|áp giải|còng|chở đi|nhốt|giữ (người|chồng|vợ|con|em|anh|chị|ba|cha|bố|cháu))|lệnh bắt|arrested)';
const UNCLEAR =
  '(chưa (thấy )?(về|thả|cho về|được về)|không cho ~3 (gặp|về)|không (có )?(ai )?(nói|cho biết|báo) ~3 (lí do|tội|đâu)|không (có|đưa|cho xem) ~2 (lệnh|giấy|quyết định)|bắt ~2 kí (biên bản|giấy)|không biết ~2 (giam|giữ|ở) ~2 đâu|không rõ (lí do|ở đâu)|tắt máy|(chở|đưa|dẫn) ~2 đi ~2 (rồi|mất|hết))';
const ACUTE =
  '(băng huyết|vỡ ối|chuyển dạ|đột quỵ|nhồi máu|(?:bị tai biến (?:méo|ngã|té|rồi|nặng)|(?:vừa|mới|đang|sáng nay|tối qua) ~3 tai biến)|ngưng thở|ngừng thở|không thở|khó thở|thở không (nổi|được)|tím tái|co giật|bất tỉnh|hôn mê|nguy kịch|hấp hối|thoi thóp|ngộ độc|(uống|nuốt) nhầm|nuốt (phải|pin|kim|xu)|hóc|không cử động được|rắn cắn|điện giật|máu (chảy|ra) ~2 (nhiều|không cầm|lắm|quá)|chảy máu ~2 (nhiều|không cầm|hoài)|ra (nhiều )?máu (nhiều|lắm|quá)|mất máu|bỏng nặng|đau (ngực|tim|ruột thừa)|dập nát|đứt lìa|sốt cao)';
const CLINIC = '(bệnh viện|bv|nhà thương|trạm (xá|y tế|xã)|phòng khám|khoa cấp cứu|bác sĩ)';
const CLINIC_REFUSES = `(${CLINIC} ~ (không (chịu |cho |đồng ý |dám )?(nhận|cho|cấp cứu|mổ|cứu|có (xe|bác sĩ|ai))|đóng cửa|đuổi|từ chối|đòi (tiền|tạm ứng|đóng|nộp|người nhà)|(bắt|bảo|yêu cầu) ~2 (đóng|nộp|kí|chờ|đi|tạm ứng)|mới (chịu )?(cho vào|nhận|mổ|cứu))|(từ chối|không (chịu )?(nhận|cho)) cấp cứu|(họ|người ta) ~3 đuổi|không nhận ~4 viện|không ai nghe|đóng tiền ~2 mới)`;
const KEPT_FROM_CARE =
  '(không (cho|đưa|chở) ~2 (đi |gọi )?(bệnh viện|viện|(xe )?cấp cứu|nhà thương|khám)|đừng gọi cấp cứu|không có tiền ~2 (bệnh viện|viện|cấp cứu))';

// What makes it calm
/** A question about law in general. */
const CALM =
  '(bị phạt (thế nào|ra sao|bao nhiêu|mấy|gì)|phạt (bao nhiêu|mấy|thế nào|tù bao)|mức phạt|khung hình phạt|xử (phạt|lý) (thế nào|ra sao|như thế nào)|bị xử (phạt|lý)|xử phạt (vi phạm )?hành chính|bao nhiêu năm tù|mấy năm tù|tội gì|là tội|có phải là tội|cấu thành|luật (nào )?quy định|quy định (gì|thế nào|ra sao|của)|nghĩa là gì|là gì|là (như )?thế nào|điều (mấy|nào|\\d+)|theo luật thì|khái niệm|định nghĩa|đúng hay sai|viết (bài|luận)|bài tập|làm (tiểu luận|bài)|công ước|hiến pháp)';
const OVER =
  '(trốn (được|thoát|về)|được (đưa|giải thoát|cứu) ~ về|vừa được ~2 đưa về|thoát (được|về|khỏi)|được giải cứu|về (nước|nhà|quê) rồi|đã về|(\\d+|mấy|nhiều|mười|hai|ba|năm) năm trước|năm ngoái|hồi (nhỏ|bé|xưa|đó|năm)|ngày xưa)';
/** Not over, and not now either. */
const LATELY = '((tháng|tuần) (trước|rồi)|tháng nay|hôm nọ)';
/** What is asked when an accident, a birth or a blow lies behind: money and suits; and papers. */
const SUITS =
  '(bồi thường|trợ cấp|chế độ|thai sản|khởi kiện|đi kiện|kiện ngược|khiếu nại|án phí|mức (đóng|hưởng)|nghỉ (đẻ|sinh|việc)|án treo|hợp đồng)';
const PAPERS = ANY(
  SUITS,
  'bảo hiểm',
  'thủ tục',
  '(?:cần|mang|nộp) ~2 giấy tờ gì',
  'giấy phép',
  'tiền lương',
  'khởi tố',
  '(?:sao|lấy) (?:hồ sơ|bệnh án)',
);

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
      ANY(
        'muốn (?:chết|tự tử|tự sát|biến mất|ra đi|nhảy(?! (?:việc|dây|múa|ngành))|ngủ ~3 không (?:dậy|tỉnh))',
        'muốn đi theo (?:mẹ|ba|bà|ông|chồng|vợ|con|anh)(?! (?:sang|qua|vào|ra|đến|lên|về|học|ở|làm))',
        'muốn kết thúc (?:hết|tất cả|cuộc|đời|cho|luôn)',
        'chỉ muốn kết thúc(?! (?:hợp đồng|hôn nhân|quan hệ|vụ|việc|sớm|thử))',
        '(?:không|chẳng|hết|đâu|không còn) (?:còn )?(?:muốn|thiết|tha thiết) (?:sống|ở trên đời)',
        'không muốn ~2 (?:trên đời|tồn tại|tỉnh dậy)',
        'chán sống',
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
        'uống ~3 thuốc (?:sâu|chuột|trừ sâu|cỏ|trừ cỏ|diệt cỏ|ngủ)',
        '(?:uống|nuốt) ~2 (?:vỉ|vốc|nắm|lọ) ~2 thuốc',
        'cầm ~2 thuốc (?:sâu|chuột|trừ sâu|cỏ|trừ cỏ|diệt cỏ|ngủ)',
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
        '(?:ước gì|ước|mong|chỉ muốn) ~4 không (?:dậy|tỉnh)',
        '(?:con|em|tôi|mình) đi đây ~4 xin lỗi',
        'xin lỗi ~6 (?:đi đây|đi trước|không về nữa)',
        'không muốn làm (?:phiền|khổ|gánh nặng) ~3 nữa',
        'thư tuyệt mệnh',
        'viết thư ~ (?:đi luôn|hết rồi)',
        '(?:lời|nhắn|thư) vĩnh biệt',
        '(?:tôi|em|con|mình|thôi) đi (?:luôn )?cho (?:rồi|xong|nhẹ|khuất)',
        'đi luôn cho (?:nhẹ|xong|rồi)',
        'sống (?:làm gì|để làm gì|làm chi|chi) (?:nữa|cho)',
        'sống ~4 không (?:còn )?(?:có )?ý nghĩa',
        'không còn lí do (?:gì )?để sống',
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
      'bảo hiểm nhân thọ',
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
    danger: 'child',
    signs: [
      '((vừa|mới|bị|đã) ~3 bắt cóc|bắt cóc ~3 (con|cháu|bé)|bế ~4 (đi )?mất|mất tích|đi lạc)',
      ANY(CHILD, 'con (?:tôi|em|gái|trai)'),
      `(${NOW}|${FOR_DAYS}|không ai)`,
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
        'nói giá',
        'bắt ~3 (?:gọi điện )?lừa',
        'gọi điện lừa',
      ),
      FAR,
    ],
    unless: [OVER, CALM, 'bị lừa ~2 (tiền|mất|đất|mua)', 'đền bù', 'hát karaoke', 'hi sinh', 'sang việt nam'],
  },
  { danger: 'trafficking', signs: [RANSOM, ANY(ME, FAMILY, NOW)], unless: [OVER, CALM] },
  {
    danger: 'trafficking',
    signs: [SOLD, ANY(NOW, CRY, HELD, WHAT_NOW, 'thu ~2 giấy tờ', 'gọi về', 'nhắn')],
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
    signs: ['(bị lừa|thu hộ chiếu|sang (đến|tới) nơi)', 'bắt ~2 làm', '(đánh|đập|chích|phạt đói|bỏ đói)'],
    unless: [CALM, OVER],
  },
  {
    // What stands beside "now" is now, however long the story before it.
    danger: 'violence',
    signs: [
      `(đang|giờ|nãy giờ|bây giờ|chừ) ~3 (${WEAPON}|(đòi|dọa) (chém|giết)|(đập|phá) (cửa|cổng) ~4 (chém|giết|đánh)|bóp cổ|siết cổ|lao vào đánh|kề dao)`,
    ],
    unless: [CALM, 'hồi (nhỏ|bé|xưa|đó|năm)', 'ngày xưa'],
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
    signs: [
      '(đập|phá|đạp|cạy) (cửa|cổng|khóa(?! (?:\\S+ ){0,2}(?:xe|lấy|trộm|kho)))',
      ANY(NOW, CRY, AFRAID, THREAT, FLED),
    ],
    unless: ['(công an|dân phòng|cảnh sát) ~4 (đập|gõ) (cửa|cổng)', CALM, OVER, 'chủ trọ|cưỡng chế|giải tỏa|thu hồi'],
  },
  {
    danger: 'violence',
    signs: [
      'đang (đi theo|bám theo|rình|đứng (trước|dưới|ngoài))|(sắp|lát) ~3 về ~4 (đánh|giết)|về là (đánh|giết|đập)',
      ANY(THREAT, AFRAID, CRY, WEAPON, HIT),
    ],
    unless: [CALM, OVER],
  },
  {
    danger: 'detention',
    signs: [
      `(bị ~4 ${HIT}|${POLICE} ~4 ${HIT}|họ ~3 ${HIT})`,
      POLICE,
      `(${NOW}|mẹ ơi|gọi được|đuổi về|nhắn ra)`,
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
      `((vừa|sáng nay|tối qua|đêm qua|hôm qua|chiều nay|hôm nay|hồi nãy|nãy|đang|nửa đêm|ập vào|just) ~ |(?<!luật )mới ~3 )(${SEIZED}|bắt (đi|giữ|mất|tại)|arrested)|${SEIZED} ~ (tối qua|đêm qua|hôm qua|sáng nay|chiều nay|hồi nãy|nửa đêm|từ sáng|just)|just arrested`,
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
        '(?:giữ|bắt|nhốt) ~2 từ (?:tối|đêm|sáng|trưa|chiều|hôm)',
        'bắt ~3 nhận tội',
        'đòi đánh',
      ),
    ],
    unless: [CALM, LATELY, 'tạm giam', `giữ ~2 ${TAKEN}`, OVER, SUITS],
  },
  {
    danger: 'child',
    signs: [CHILD, `(${SEX}|coi đồ|(xem|coi) phim (đen|bậy|sex))`],
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
        'vết (?:bầm|roi|cắn|hằn)',
        'dấu (?:bàn )?tay',
        'bầm (?:tím|mắt|người)',
        'khóc (?:thét|đòi mẹ|ngất)',
        'bỏ đói',
        'không cho ăn',
        'dán miệng',
        'bắt ~ (?:đứng|quỳ|ngủ) ngoài',
        'bị bỏ (?:rơi|lại|một mình)',
        'bỏ (?:ở|trong|ngoài) ~ (?:cổng|giỏ|thùng|chùa|đường|bụi|bờ|ruộng|rừng|bãi)',
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
      '(clip|ảnh nóng|hình nóng|(gửi|tung) (thêm )?(ảnh|hình))',
      '(bắt|dọa|đòi|tống tiền|không ~ (gửi|tung|đăng))',
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
    signs: [HELD, PARTNER, ANY(FOR_DAYS, CRY, AFRAID, 'thu ~2 điện thoại', 'lấy ~2 điện thoại', 'mượn máy', NOW)],
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
      `(vừa|mới|tối qua|đêm qua|hôm qua|sáng nay|hồi (nãy|khuya|tối|chiều)|đang) ~ ${SEX}|bị hiếp|${SEX} ~ (tối qua|đêm qua|hôm qua|sáng nay|hồi nãy)`,
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

/**
 * Typed without marks many words look like others that are far more frequent: `tu van` is `tự vẫn` and nearly always
 * `tư vấn`, `dang` is `đang` and `đăng`, `dam` is `đâm` and `dám`. In text without marks such a sign counts only where
 * the words beside it leave no other reading. Longer entries come first.
 */
const WITHOUT_MARKS: readonly (readonly [marked: string, plain: string])[] = [
  [TOUCH, 'so (?:soang|mo|nguc|mong|dui|khap|cho kin|vao (?:nguc|nguoi|mong|cho|vung|dui)|nguoi (?:em|chau|con|be))'],
  [UNDRESS, 'coi (?:quan|ao|truong)'],
  ['bạo hành', '(?:bi bao hanh|bao hanh (?:em|toi|con|gia dinh|tre|vo|chau|me))'],
  ['tự vẫn', '(?!)'],
  [
    'tự tử',
    '(?<!(?:dau|thu|chu|tu|noi|cu|tro|lai) )tu tu(?! (?:tu|nha|do|ngay|den|xa|moi|cu|lam|roi|tinh|thang|nam) )',
  ],
  ['quyên sinh', '(?!)'],
  ['lá ngón', '(?:an|hai|nhai|nuot|uong|nam) la ngon(?! ngu)'],
  ['thiêu', 'thieu(?= (?:song|chet|rui|ca nha) )'],
  ['trại', 'trai (?:giam|tam giam|tam giu|cai nghien|go|khai thac)'],
  ['đồn', '(?:don (?:cong an|bien phong|phuong)|(?:len|ve|tren) don(?! (?:vi|gian|xin|ly|li) ))'],
  ['treo cổ', '(?:(?:doi|dinh|muon|vua|di|dem|nay) treo co|treo co (?:chet|cho (?:roi|xong)|tu tu))'],
  ['thắt cổ(?! chai)', '(?:(?:doi|dinh|muon|vua|di) that co)'],
  ['con dao', 'con dao(?! (?:nay|gan|truoc|do|roi) )'],
  ['dâm ô', '(?:hanh vi|bi|hay|dinh|toi) dam o'],
  ['năm ngoái', 'nam ngoai(?! (?:san|duong|hanh|cua|troi|he|ban) )'],
  [
    'đang',
    'dang(?! (?:ki|ky|tin|bai|anh|hinh|clip|tai|le|vien|uy|bo|nhap|kiem|len) )(?<!(?:hinh|da|xung|noi|khuyet|nang|dich) dang)',
  ],
  ['mới', 'moi(?! (?:nguoi|ngay|thang|nam|tuan|lan|khi|nha|gia|ho|truong|viec|noi|len) )'],
  [
    'đánh',
    'danh(?! (?:sach|muc|du|hieu|tieng|nghia|rieng|cho|tinh|dinh|xung|lam|ban|thiep|ba) )(?<!(?:dich|chuc|ho|cong|vinh|ten|dinh|thanh|liem|giay) danh)',
  ],
  ['đập', 'dap(?! (?:ung|an|loi) )(?<!(?:xe|giai|boi|den|van|thi) dap)'],
  ['đạp', 'dap(?= (?:vao|em|toi|con|me|bung|mat|nguoi|te) )(?<!xe dap)'],
  ['đấm', 'dam(?= (?:vao|mat|lien|tui bui) )(?<!(?:khong|chang|ai|bat) dam)'],
  ['đâm', 'dam(?= (?:chet|em|toi|me|vo|chau|thung|nguoi) )(?<!(?:khong|chang|ai|nao) dam)'],
  ['tát', 'tat(?= (?:em|toi|con|chau|vo|vao|tai|lia|lien|minh|may cai) )(?<!(?:khuyet|tan|benh) tat)'],
  ['quất', 'quat(?= (?:em|toi|con|chau|vao|lia|no|roi) )'],
  ['phang', 'phang(?= (?:em|toi|con|vao|vo|chau|bang) )'],
  ['súng', '(?:cam|co|di|chia|rut|mang|lay|khau|xach) sung(?! tuc)'],
  ['trói', 'troi(?= (?:em|toi|con|chau|tay|chan|lai|vao|no|chat|go) )(?<!(?:ong|duoi|mat|ngoai) troi)'],
  ['hiếp', 'hiep(?! (?:hoi|dinh|uoc|thuong|tac|thanh) )(?<!(?:lien|doan|hoa|an|uc|bao) hiep)'],
  ['nhảy', '(?:nhay(?= (?:cau|lau|song|xuong|san thuong) )|(?<=(?:doi|dinh|muon) )nhay)'],
  ['còng', 'cong tay'],
  ['hóc', 'hoc (?:xuong|di vat|keo)'],
  ['ngất', 'ngat(?! (?:quang|ket|dien|nuoc) )'],
  ['ghe', '(?:tren|xuong|chu|sang|tau|chiec|len) ghe'],
  ['ra máu', '(?:(?:bi|nhieu|gio|chay) ra mau|ra mau (?:nhieu|lam|qua|dau|roi|khong cam))'],
  ['mất máu', '(?!)'],
  ['cứu', 'cuu(?! (?:chien|ho|tro|giup hai) )'],
];

interface Signs {
  readonly all: readonly RegExp[];
  readonly none: readonly RegExp[];
}

function compile({ signs, unless = [] }: Rule, write: (pattern: string) => string): Signs {
  const one = (pattern: string): RegExp => {
    const gaps = write(pattern).replace(/~(\d?) /g, (_, most: string) => `(?:\\S+ ){0,${most || 8}}?`);
    return new RegExp(`(?<= )(?:${gaps})(?= )`, 'u');
  };
  return { all: signs.map(one), none: unless.map(one) };
}

/** Patterns go the way that `words()` sends a text: one school of tone placement, i for final y, regional words made standard. */
function asWords(pattern: string): string {
  return unifyTonePlacement(pattern)
    .replace(
      /(?<!\p{L})([hklmst])([yỳýỷỹỵ])(?!\p{L})/gu,
      (_, start: string, y: string) => start + 'iìíỉĩị'['yỳýỷỹỵ'.indexOf(y)],
    )
    .replace(/(?<![\p{L}\\])\p{L}+/gu, (word) => {
      const standard = standardWord(spellOut(word));
      return standard === word ? word : `(?:${word}|${standard})`;
    });
}

/** Folded, with the readings of `WITHOUT_MARKS` in place of the words that fold onto others. */
function asPlainWords(pattern: string): string {
  const place = (nth: number): string => String.fromCharCode(0xe000 + nth);
  const held = WITHOUT_MARKS.reduce(
    (text, [marked], nth) =>
      text.replaceAll(new RegExp(`(?<!\\p{L})${escaped(asWords(marked))}(?!\\p{L})`, 'gu'), place(nth)),
    asWords(pattern),
  );
  return WITHOUT_MARKS.reduce((text, [, plain], nth) => text.replaceAll(place(nth), `(?:${plain})`), fold(held));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const COMPILED = RULES.map((rule) => ({
  danger: rule.danger,
  marked: compile(rule, asWords),
  plain: compile(rule, asPlainWords),
}));

/** Below this share of words with marks a text counts as typed without them; ordinary Vietnamese has two thirds. */
const SHARE_OF_MARKED_WORDS = 0.4;

/**
 * Is somebody in danger now, as far as the words show? Decided before any search, on the words alone.
 *
 * @returns The kind of danger, the one most threatening to life first; `undefined` for calm questions about the law.
 */
export function dangerIn(text: string): Danger | undefined {
  const marked = words(text);
  const line = ` ${marked.join(' ')} `;
  const plain = isTypedWithoutMarks(text) ? ` ${marked.map(fold).join(' ')} ` : undefined;
  return COMPILED.find((rule) => holds(rule.marked, line) || (plain !== undefined && holds(rule.plain, plain)))?.danger;
}

/**
 * Words of violence at home, also where nothing happens at this moment: blows, threats, being held, forced closeness, at the
 * hands of a partner or of family. Who writes so may share the telephone with the one they fear.
 */
const AT_HOME: readonly Pick<Rule, 'signs' | 'unless'>[] = [
  { signs: [`${PARTNER} ~3 (${HIT}|${WEAPON}|vũ phu|bạo lực)`] },
  { signs: [`bị ~2 ${FAMILY} ~3 ${HIT}`] },
  // Far from who does it, or with words that mean blows only where it is said who is struck.
  { signs: [`${PARTNER} ~ ~4 (${HIT}|đá|tẩn) ${ME}(?! (gái|trai|rể|dâu))`] },
  { signs: [`${PARTNER} ~4 ((túm|nắm|giật|kéo) ~1 tóc|thượng cẳng|hành hạ|ăn đòn|ném ~3 vào (người|mặt|đầu))`] },
  { signs: [`${PARTNER} ~4 (dọa|đòi|hăm|đe) ~4 (${KILL}|${HIT}|đốt|thiêu|tạt|tung|đăng|cướp con|bắt con)`] },
  {
    signs: [`${PARTNER} ~4 (nhốt|khóa trái|không cho ~2 (ra|đi|về|gặp|liên lạc)|kiểm soát|theo dõi|thu ~2 điện thoại)`],
  },
  { signs: [ANY(RAPED, `${PARTNER} ~4 ${SEX}`, `ép ~3 quan hệ`)] },
  { signs: [`(${ME}|${FAMILY}) ~3 bị ~2 (bạo hành|bạo lực|đánh đập)|bạo lực gia đình ~6 (với|cho) ${ME}`] },
];
/** Somebody who reads law or studies it. */
const READS_LAW =
  '(luật (nào )?quy định|khái niệm|định nghĩa|viết (bài|luận)|bài tập|tiểu luận|công ước|hiến pháp|nguyên văn|(điều|khoản) \\d+)';
const COMPILED_AT_HOME = AT_HOME.map((rule) => {
  const whole = { danger: 'violence', unless: [READS_LAW, '(đâm|nộp) đơn'], ...rule } as const;
  return { marked: compile(whole, asWords), plain: compile(whole, asPlainWords) };
});

/** Do the words tell of violence at home? A question about the law in general does not. */
export function tellsOfViolenceAtHome(text: string): boolean {
  const marked = words(text);
  const line = ` ${marked.join(' ')} `;
  const plain = isTypedWithoutMarks(text) ? ` ${marked.map(fold).join(' ')} ` : undefined;
  return COMPILED_AT_HOME.some((rule) => holds(rule.marked, line) || (plain !== undefined && holds(rule.plain, plain)));
}

function holds({ all, none }: Signs, line: string): boolean {
  return all.every((sign) => sign.test(line)) && !none.some((sign) => sign.test(line));
}

/** Words that chat spelling wrote out do not count: `ck e ko cho e ve` has no mark of the person's own. */
function isTypedWithoutMarks(text: string): boolean {
  const typed = (
    clean(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).filter((word) => spellOut(word) === word);
  return typed.filter((word) => fold(word) !== word).length < SHARE_OF_MARKED_WORDS * Math.max(1, typed.length);
}
