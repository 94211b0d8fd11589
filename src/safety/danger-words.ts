import { ANY } from './signs.ts';

/** Word families that the rules of danger are written with, in the notation of `signs.ts`. */

// Who
export const ME = '(em|tôi|con|mình|cháu|tụi em|chúng em|chúng tôi|mẹ con|cả nhà|tao|tớ)';
export const FAMILY =
  '(chồng|vợ|(?:ông|bà|o) xã|ox|bx|dôn|ba|bố|cha|mẹ|dượng|anh ấy|ảnh|anh ta|người yêu|con trai|thằng (?:con|rể)|bạn trai|ông ấy|ông ta|ông nhà|ông|lão|nó|hắn|anh rể|con dâu|con rể|chú|cậu|bác|em trai|người ta|đứa nào)';
export const PARTNER =
  '(chồng|vợ|(?:ông|bà|o) xã|ox|bx|dôn|bạn trai|người yêu|anh ấy|anh ta|ảnh|nhà chồng|anh (em|ruột|hai)|anh rể|cha|ba|bố|mẹ|dượng|con trai|nó|hắn|ông ấy|ông nhà)';
/** One child: under 16 by age, by class, or by the words people use for small children. */
export const A_CHILD = ANY(
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
export const CHILD = ANY(A_CHILD, 'mẫu giáo', 'mầm non', 'sơ sinh', 'trẻ (?:em|con|nhỏ)');

// When
export const NOW =
  '(đang|vừa|mới(?! bị phạt)|bây giờ|(?<!(?:\\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một|mấy|hết|bao|tăng|ngoài|đồng) )giờ(?! (?:làm|hành chính|nghỉ|giấc|công))|chừ|ngay lập tức|ngay bây giờ|lúc này|tối nay|đêm nay|tối mai|ngày mốt|hôm nay|sáng nay|chiều nay|trưa nay|nãy giờ|hồi nãy|(?:hồi|khi) (?:trưa|tối|khuya|chiều|sáng|đêm|hôm)|sắp|tối qua|đêm qua|hôm qua|sáng giờ)';
export const FOR_DAYS =
  '((hai|ba|bốn|mấy|vài|[2-7]) (ngày|hôm|bữa|đêm) (nay|ni|rồi)|từ (sáng|trưa|chiều|tối|đêm|khuya|hôm qua|hôm kia|tối qua|đêm qua|sáng nay|qua)|(hơn )?\\d+ (tiếng|giờ)|cả (ngày|đêm)|mấy hôm)';
export const CRY =
  '((?<!tra )(?<!nghiên )cứu (em|tôi|con|mình|cháu|bé|chị|anh|mẹ|bà|bạn|với|giúp|nó|tụi|giùm|dùm)|(kêu|gọi) (ai|đâu|mô) cứu|ai cứu|đòi cứu|cầu cứu|(?<!đơn )(?<!thư )kêu cứu|help me|(?<!biện pháp |làn |thai |dừng |trạng thái |tình trạng |trường hợp |tạm thời )khẩn cấp(?! tạm thời)|gấp lắm|làm ơn nhanh|xin cứu)';
export const WHAT_NOW =
  '(làm (gì|sao|j) (giờ|bây giờ|đây|ngay)|(phải|nên) làm (gì|sao)|làm sao (giờ|bây giờ|đây|thoát)|(gọi|kêu|báo) (ai|đâu|số nào)|đi (đâu|khám)|chở đi đâu|biết làm (gì|sao|chi)|giờ (phải )?(làm|đi|gọi))';
export const AFRAID =
  '(sợ (quá|lắm|hãi|chết)|hoảng|run (quá|lắm|rẩy|bần bật)|nghe mà run|lo quá|giúp (em|tôi|con|cháu|mình|bạn)? ?với|can không (nổi|được)|trốn|núp|một mình)';
export const FLED =
  '(chạy (ra|qua|sang|trốn|thoát|vòng)|trốn (ra|qua|sang|trong|ở|dưới|sau)|núp|(bế|ôm|dắt) con ~2 (chạy|đi|ra|trốn)|không (biết|dám) (đi|về|ngủ|ở|ra)|ngoài đường|đuổi ~2 ra (khỏi nhà|đường))';

// What
export const HIT =
  '((?:đánh|đáh)(?! (?:giá|bài|đề|máy|trống (?:đám|lễ|cái|ồn)|cờ (?:bạc|vua|tướng)|golf|tennis|ghen|trận|giặc|vần|số|cầu lông|cá (?:xa|gần|ở|trên|trong|ngoài|biển|bị|có|phải)|xe (?:tải|thuê|ôm|máy|khách)|dấu|đổi|thuế|bắt|đàn|răng|giày|bạc|lô|nhau|lộn|chó|mèo|mất|đồng|thức|rơi|cược|tiếng|động|bóng)(?= ))|đập(?! (?:cửa|cổng|bàn|nhà|tường|phá tường|nước|thủy điện|bỏ|tủ cũ|heo đất))|đấm(?! bóp)|(?<!xe )đạp(?! (?:xe|điện|cửa|trúng|phải|nhầm))|tát(?! (?:ao|nước|ruộng|đìa|mương))|(?:bợp|bạt|xáng) tai|bợp|xáng|(?<!(?:mai|hỏa) )táng|(?<!vất )vả(?! (?:lại|chăng))|tẩn(?! mẩn)|nện(?! (?:nền|đất|móng))|thụi|(?:bóp|siết|xiết|chẹn|kẹp) (?:cổ|họng)|chém(?! (?:giá|gió))|đâm(?! đơn)|phang|quất|hành hung|bạo hành|tra tấn)';
export const WEAPON =
  '((cầm|vác|xách|dí|kề|lấy|rút|quơ|chĩa|quăng|ném|phóng|vung|giơ) (con |cây |cái )?(dao|búa|gậy|rựa|kéo|mã tấu|rìu|súng|mác|liềm)|con dao|mã tấu|tuýp sắt|súng|tạt (xăng|axit)|đổ xăng|tưới xăng|axit|a xít|châm lửa)';
export const KILL = 'giết(?! (?:mổ|gà|heo|lợn|bò|trâu|chó|mèo|vịt|con (?:gà|heo|lợn|bò|trâu|chó|mèo)))';
export const THREAT = `((dọa|đòi|hăm|thề|nói|bảo) ~ (${KILL}|chém(?! (?:giá|gió))|đâm|đốt nhà|đốt cả nhà|thiêu|(?:ném|quăng|thả) ~2 xuống)|giết chết (tôi|em|con|mẹ|cả nhà)|(nó|hắn|ông ấy|anh ta|chồng|về) ~ giết (tôi|em|mẹ|cả|con(?! (?:gà|heo|lợn|bò|trâu|chó|mèo)))|đưa ~2 giết)`;
/** What somebody who threatens says will come. */
export const DOOM = ANY(
  `(?:giết|chém|đâm|tạt(?! nước)|thiêu|kill|đánh chết) ~1 (?:em|tôi|mình|con|cháu|bé|vợ|chồng|mẹ|cha|ba|bà|ông|chị|anh|nó|cả nhà|cả lũ|hai mẹ con)`,
  'xử (?:đẹp|cả nhà|cả lũ|em|tôi|con|mày|hết|luôn|tiếp)',
  'tạt (?:axit|xăng|a xít)',
  '(?:chặt|bẻ|đánh gãy) (?:tay|chân|giò)(?! (?:em|tôi|mình) ra sau)|chặt đầu',
  'cắt (?:cổ|lưỡi|gân)',
  'mổ bụng',
  'rạch mặt',
  '(?:dìm|ném|quăng|thả) ~3 (?:sông|suối|giếng|biển|ao|lầu)',
  'đốt (?:luôn )?(?:nhà|cả|hết|chết|sống)',
  'chết (?:chung|chùm|cả nhà|cả lũ|với (?:tao|nó|hắn))',
  'chầu (?:ông bà|trời|diêm vương)',
  '(?:mất|không còn|không tìm thấy) xác',
  'không (?:yên|toàn) (?:thân|mạng)',
);
export const BLEEDING =
  '(chảy máu|máu (chảy|ra) ~3 (nhiều|không cầm|lắm|tùm lum|quá)|ra máu|ra nhiều máu|máu me|mất máu|bất tỉnh|ngất|không thở|tím tái|co giật|thoi thóp)';
export const BROKEN_HEAD = '(vỡ|bể|toạc|toác) đầu';
export const BROKEN_BONE = 'gãy (?:tay|chân|xương|sườn)';
export const HURT = ANY(BLEEDING, BROKEN_BONE, 'gãy răng', BROKEN_HEAD, 'vết thương', 'khâu', 'tím (?:mặt|người)');
export const TAKEN = '(bằng|lương|giấy|tiền|hồ sơ|xe|sổ|căn cước|đồ)';
export const HELD = `(bị ~3 nhốt|nhốt (trong|ở|em|tôi|con|cháu|nó|bé|lại|tụi|chúng|một mình)|nhốt ~ (phòng|nhà|kho|tối)|khóa trái|(khóa|khoá) (cửa )?ngoài|bị giam lỏng|bị giữ (ở|trên|trong|lại(?! ${TAKEN}))|đang bị giữ(?! ${TAKEN})|giữ người|trói|xích(?! (?:mích|lô|đạo))|không cho (về(?! (?:quê|sớm))|ra ngoài|ra khỏi|đi đâu|đi viện|lên bờ|vào bờ|xuống núi)|canh (giữ|không cho)|(thu|giữ) (hết |mất )?điện thoại|lấy (hết|mất) điện thoại)`;
export const LOCKED = '(nhốt|khóa (trái|ngoài|cửa ngoài)|trói|xích(?! (?:mích|lô|đạo))|(ở|bỏ) ~2 một mình)';
export const TOUCH = 'sờ (soạng|mó|vào|ngực|người|mông|chỗ|đùi|khắp|vùng)';
export const UNDRESS = 'cởi (đồ|quần|áo|hết|truồng)';
export const SEX = `((?<!ăn )(?<!ức )hiếp|cưỡng bức(?! lao động)|xâm hại|dâm ô|sàm sỡ|rờ (rẫm|mó|ngực|mông)|${TOUCH}|${UNDRESS}|làm chuyện (đó|ấy|người lớn|bậy|đồi bại)|giở trò|đè (ra|xuống|lên)|giao cấu|ép ~3 quan hệ|gạ tình|đòi ngủ chung)`;
export const RAPED =
  '(bị ~7 ((?<!ăn )(?<!ức )hiếp|cưỡng bức(?! lao động)|làm nhục|hại đời|làm chuyện đồi bại|giở trò)|ép ~3 quan hệ|hại đời (em|tôi|con)|đưa vào ~3 (khách sạn|nhà nghỉ))';
export const FAR =
  '(campuchia|cam pu chia|cambodia|bavet|poipet|sihanouk\\w*|(?:qua|sang|bên) (?:cam|lào|miên)|myanmar|miến điện|philippines|trung quốc|tiếng trung|bên (tàu|kia|nớ|đó|bên)|qua bên|biên giới|cửa khẩu|tam giác vàng|casino|karaoke|bia ôm|mát xa|massage|động mại dâm|ghe|tàu (cá|biển|khác)|ngoài (khơi|biển)|tòa nhà|khu lừa đảo|bãi vàng)';
export const WORKPLACE =
  '(ghe|tàu|lò gạch|trại|rẫy|mỏ|công trường|bãi vàng|xưởng|quán|tiệm|công ty|chủ|bà chủ|ông chủ)';
export const BONDED =
  '(trừ nợ|không (trả )?lương|không công|trốn ~2 (bị|là) (đánh|đập|bắt)|bắt ~2 (làm|trả|tiếp khách)|đánh ~2 (nếu|khi)|thu (hết )?(điện thoại|giấy tờ|hộ chiếu))';
export const RANSOM =
  '(tiền chuộc|để chuộc|chuộc (em|con|về|người|nó|cháu)|đòi ~ (triệu|tỉ|tiền) ~2 (thả|cho (về|đi))|(triệu|tỉ) mới (thả|cho (về|đi))|chích điện|(nộp|đưa|chuyển) ~3 triệu ~3 bán (em|con|nó|cháu)|bán (qua|sang) (công ty|chỗ|tàu|ghe|nơi) khác)';
export const SOLD =
  '(bị ~3 (bán|gạt bán|lừa bán|đem bán) (sang|qua|vào|cho|đi|bên)|(lừa|gạt|đem) bán(?! (?:đất|nhà|hàng|xe|vé|thuốc|sản phẩm|dự án|khóa|cho khách))|ép ~2 (tiếp khách|bán dâm|đi khách|làm gái)|bắt ~4 (tiếp khách|bán dâm|đi khách|làm gái|làm vợ))';
export const LOST =
  '(mất liên lạc|mất tin|biệt tin|thuê bao|(không gọi|gọi không|liên lạc không) được|không (liên lạc|gọi) được|mất tích|bỏ đi theo|đi theo (người|một|bạn|ai)|lên xe|bị dụ|dụ đi)';
export const POLICE =
  '(công an|cảnh sát|dân quân|biên phòng|đồn|trụ sở|(lên|trên) (phường|xã)|ở phường|trại (giam|tạm giam|tạm giữ)|nhà tạm giữ|tạm giữ|trong (đó|này|trại|trỏng))';
export const SEIZED =
  '(bị ~3 (bắt(?! (?:nạt|làm|kí|đóng|nộp|tăng ca|trực|phải|nghỉ|quả tang|buộc|đền|đi nghĩa vụ|đầu|được|cóc))|áp giải|còng|dẫn đi|giải đi|tạm giữ)|(công an|cảnh sát|dân quân|biên phòng|họ) ~ (bắt (người|chồng|vợ|con|em|anh|chị|ba|cha|bố|mẹ|cháu|ông|đi|giữ|lên|khẩn cấp)|đưa đi|dẫn đi|giải đi|áp giải|còng|chở đi|nhốt|giữ (người|chồng|vợ|con|em|anh|chị|ba|cha|bố|cháu))|lệnh bắt|arrested)';
export const UNCLEAR =
  '(chưa (thấy )?(về|thả|cho về|được về)|không cho ~3 (gặp|về)|không (có )?(ai )?(nói|cho biết|báo) ~3 (lí do|tội|đâu)|không (có|đưa|cho xem) ~2 (lệnh|giấy|quyết định)|bắt ~2 kí (biên bản|giấy)|không biết ~2 (giam|giữ|ở) ~2 đâu|không rõ (lí do|ở đâu)|tắt máy|(chở|đưa|dẫn) ~2 đi ~2 (rồi|mất|hết))';
export const ACUTE =
  '(băng huyết|vỡ ối|chuyển dạ|đột quỵ|nhồi máu|(?:bị tai biến (?:méo|ngã|té|rồi|nặng)|(?:vừa|mới|đang|sáng nay|tối qua) ~3 tai biến)|ngưng thở|ngừng thở|không thở|khó thở|thở không (nổi|được)|tím tái|co giật|bất tỉnh|hôn mê|nguy kịch|hấp hối|thoi thóp|ngộ độc|(uống|nuốt) nhầm|nuốt (phải|pin|kim|xu)|hóc|không cử động được|rắn cắn|điện giật|máu (chảy|ra) ~2 (nhiều|không cầm|lắm|quá)|chảy máu ~2 (nhiều|không cầm|hoài)|ra (nhiều )?máu (nhiều|lắm|quá)|mất máu|bỏng nặng|đau (ngực|tim|ruột thừa)|dập nát|đứt lìa|sốt cao)';
/** What nobody asks about at leisure. */
export const DYING =
  '((?:không|hông|ngưng|ngừng) thở|thở không (?:nổi|được)|khó thở (?:quá|lắm|dữ)|bất tỉnh|bất động(?! sản)|gọi không (?:trả lời|dậy|tỉnh)|lăn (?:ra|đùng)|hôn mê|co giật|tím tái|băng huyết|vỡ ối|chảy máu (?:rất )?nhiều|chảy (?:rất )?nhiều máu|(?:uống|nuốt) nhầm|nuốt ~2 (?:pin|kim|xu|đinh|lưỡi câu)|(?:té|ngã|bị) xỉu|(?:nôn|ói) (?:ra )?máu|rắn ~2 cắn ~6 (?:sưng|tím|rồi)|hóc(?! búa)|đột quỵ|méo miệng|(?:liệt|tê) nửa người|(?:điện giật|đuối nước|té|ngã) ~4 (?:nằm im|không (?:tỉnh|dậy)|bất động)|máu (?:chảy|ra) ~1 không cầm)';
export const CLINIC = '(bệnh viện|bv|nhà thương|trạm (xá|y tế|xã)|phòng khám|khoa cấp cứu|bác sĩ)';
export const CLINIC_REFUSES = `(${CLINIC} ~ (không (chịu |cho |đồng ý |dám )?(nhận|cho|cấp cứu|mổ|cứu|có (xe|bác sĩ|ai))|đóng cửa|đuổi|từ chối|đòi (tiền|tạm ứng|đóng|nộp|người nhà)|(bắt|bảo|yêu cầu) ~2 (đóng|nộp|kí|chờ|đi|tạm ứng)|mới (chịu )?(cho vào|nhận|mổ|cứu))|(từ chối|không (chịu )?(nhận|cho)) cấp cứu|(họ|người ta) ~3 đuổi|không nhận ~4 viện|không ai nghe|đóng tiền ~2 mới)`;
export const KEPT_FROM_CARE =
  '(không (chịu )?(cho|đưa|chở) ~2 (đi |gọi )?(bệnh viện|viện|(xe )?cấp cứu|nhà thương|khám)|đừng gọi cấp cứu|không có (?:tiền|xe) ~2 (bệnh viện|viện|cấp cứu)|không có xe(?= $))';

// What makes it calm
/** A question about law in general. */
export const CALM =
  '(bị phạt (thế nào|ra sao|bao nhiêu|mấy|gì)|phạt (bao nhiêu|mấy|thế nào|tù bao)|mức phạt|khung hình phạt|xử (phạt|lý) (thế nào|ra sao|như thế nào)|bị xử (phạt|lý)|xử phạt (vi phạm )?hành chính|bao nhiêu năm tù|mấy năm tù|tội gì|là tội|có phải là tội|cấu thành|luật (nào )?quy định|quy định (gì|thế nào|ra sao|của)|nghĩa là gì|là gì|là (như )?thế nào|điều (mấy|nào|\\d+)|theo luật thì|khái niệm|định nghĩa|đúng hay sai|viết (bài|luận)|bài tập|tình huống|bộ phim|phim kể|trong (?:phim|truyện)|làm (tiểu luận|bài)|công ước|hiến pháp)';
export const OVER =
  '(trốn (được|thoát|về)|được (đưa|giải thoát|cứu) ~ về|vừa được ~2 đưa về|thoát (được|về|khỏi)|được giải cứu|về (nước|nhà|quê) rồi|đã về|(\\d+|mấy|nhiều|mười|hai|ba|năm) năm trước|năm ngoái|hồi (nhỏ|bé|xưa|đó|năm)|ngày xưa)';
/** Not over, and not now either. */
export const LATELY = '((tháng|tuần) (trước|rồi)|tháng nay|hôm nọ)';
/** What is asked when an accident, a birth or a blow lies behind: money and suits; and papers. */
export const SUITS =
  '(bồi thường|trợ cấp|chế độ|thai sản|khởi kiện|đi kiện|kiện ngược|khiếu nại|án phí|mức (đóng|hưởng)|nghỉ (đẻ|sinh|việc)|án treo|hợp đồng)';
export const PAPERS = ANY(
  SUITS,
  'bảo hiểm',
  'thủ tục',
  '(?:cần|mang|nộp) ~2 giấy tờ gì',
  'giấy phép',
  'tiền lương',
  'khởi tố',
  '(?:sao|lấy) (?:hồ sơ|bệnh án)',
);
