import {
  A_CHILD,
  AFRAID,
  CALM,
  CHILD,
  CRY,
  FAMILY,
  FOR_DAYS,
  HIT,
  LATELY,
  LOST,
  NOW,
  OVER,
  POLICE,
  SEX,
} from './danger-words.ts';
import type { Hints } from './hinted-danger.ts';
import { ANY } from './signs.ts';

/*
 * A story that asks nothing about the law. Who wants to know a fine, a form or a right says so; who only tells what is being
 * done to them wants help. So two looser signs are enough here, and every word of a question speaks against them. Asked
 * last, where neither `danger.ts` nor `hinted-danger.ts` found anything.
 */

/** Words of a question about law, papers, money, goods or games. */
const ASKS = ANY(
  CALM,
  'bao (?:nhiêu|lâu|giờ thì)',
  '(?:muốn|xin|cho) ~1 hỏi',
  'trường hợp|di sản|tài sản|để lại cho|(?:thuộc|chia) (?:về|cho) ai|đất(?= )|thẩm quyền|nghĩa vụ|có được',
  '(?<!làm )(?<!làm như )thế nào|ra sao|kiểu gì',
  'thủ tục|hồ sơ|giấy tờ gì|giấy phép|đăng ký|chứng chỉ|chứng nhận',
  '(?:có )?(?:được|đúng|phải|bị) (?:không|chưa)(?= $| [^ ]+ $)',
  'có (?:cần|phải|bị|tính|vi phạm|quyền|thuế|luật)',
  '(?:bị|mức|tiền|xử) phạt|phạt (?:tiền|tù|hành)',
  'luật(?! sư)|quy định|nghị định|thông tư|điều (?:khoản|luật|kiện)|hợp pháp|trách nhiệm',
  'hợp đồng|bảo hiểm|trợ cấp|chế độ|hưởng|lương(?! hưu (?:cậu|nó))|thuế|thừa kế|di chúc|sang tên|hộ khẩu|khai sinh',
  'kiện|khiếu nại|bồi thường|đền(?= (?:bù|tiền|không))|đòi được|đòi lại|tại ngoại|bảo lĩnh|khởi tố|xóa án|tạm giam',
  'li hôn|ly hôn|ly dị',
  'shopee|mua (?:xe|nhà|đất|hàng)|đổi trả|đặt cọc|trả cọc|hóa đơn',
  'game|liên quân|bóng đá|trận (?:đấu|bóng)|đội (?:nhà|bóng|tuyển)|sập trụ',
  'xem phim|trong phim|trong truyện|phim (?:hôm|này|đó)|đọc báo|tiểu luận|tuyên truyền',
  'hihi|haha|hehe',
);

/** After an accident or a flood: the papers, and who pays. */
const PAPER_WORK =
  'biên bản|cứu trợ|hỗ trợ|danh sách|giấy má|làm giấy|giám định|chấm dứt|ngày công|sổ hộ|tự bỏ việc|giấy tờ|khai (?:báo|tử)|ngân hàng';

const SELF = '(?:em|tôi|mình|con|cháu|bé|tao|tụi em|chúng em|cả nhà|mẹ con)';
const KIN = '(?:con|chồng|vợ|anh|em|chị|cha|ba|bố|mẹ|cháu|ông|bà|bé|thằng nhỏ|bạn)';
/** Hands that do it. */
const SOMEBODY = ANY(
  FAMILY,
  '(?:nó|hắn|tụi nó|bọn|chúng nó|mấy (?:thằng|đứa)|\\d (?:thằng|tên|người)|thằng|gã|có ông|có người|tài xế|ông chủ|sếp|chủ trọ|hàng xóm|cũ)',
);
/** What hands do, or what they leave behind. */
const DONE = ANY(
  HIT,
  SEX,
  '(?:bẻ|vặn|trặc) (?:ngón|tay|cổ)',
  '(?:dìm|dúi|nhấn|dập|đập|ấn) ~1 (?:đầu|mặt|cổ)',
  '(?:lật|đạp đổ|hất) ~1 (?:mâm|bàn|cơm)',
  'rượt|đuổi theo',
  '(?:kéo|lôi|đẩy|xô|ẵm) ~1 (?:em|tôi|mình|con|mẹ|bà|nó) ~1 (?:vào|ra|lên|xuống|đi|ngã|té)',
  'bịt (?:miệng|mặt|mắt)',
  'mài dao|giấu dao|thủ ~1 dao|cầm (?:dao|kéo|chai|gậy|búa|cây)',
  'cắt ~2 (?:thắng|phanh)',
  '(?<!khóc )(?<!chân )(?:sưng|bầm|tím|vết (?:bầm|thương|cào|hằn|siết|bóp|lằn)|trầy|rách) ~2 (?:mặt|cổ|tay|chân|người|lưng|mắt|môi|đùi|hết|như|quanh)',
  'mặt ~1 sưng',
  '(?:cạy|cậy|phá|đạp|đập|khóa|chặn) (?:cửa|phòng|cổng)',
  '(?:lấy|giấu|đốt|xé) ~1 (?:hết )?(?:quần áo|điện thoại|giấy tờ)',
  'không cho ~1 (?:đi|ra|về|gọi|ngủ|ăn)',
  'bỏ thuốc|chuốc',
  '(?:trùm|bịt) ~2 đầu',
  '(?:(?:mua|đặt|gửi|sắm|để|mang) ~3 (?:quan tài|vòng hoa|nhang)|bỏ xác|đào ~2 hố|chôn (?:em|tôi|sống|chung|cả|con|mẹ))',
  '(?:bỏ|thiệt|lấy) mạng(?! (?:quyết|giấy|sao|xã|lưới))|toi mạng(?! (?:sao|giấy))',
  '(?:xử|tính sổ) (?:tiếp|em|tôi|sau)',
  '(?:biết|tới|đến) ~1 (?:trường|lớp|chỗ) con ~2 học',
  '(?:đón|bắt) ~1 (?:nó|con) luôn',
  '(?:bắt|ép) ~2 (?:uống|ăn|liếm|quỳ|cởi)',
  'trói(?! người ta)|nhốt|xích|bóp (?:cổ|họng|miệng|mồm|ngực|mũi|vú|tay|em|tôi|con)',
  'trút (?:lên|vào) (?:em|tôi|con|mẹ)',
  '(?:ném|quăng|liệng|chọi|phóng|bắn) ~3 (?:sôi|gạch|đá|chai|chết|dao|vào|trúng)',
  `(?:khóa|giam|cột|buộc) ~1 (?:em|tôi|mình|con|tụi|bà|mẹ|vợ|cháu) ~1 (?:trong|ngoài|vào|ở|lại)`,
  'chặn (?:xe|đường) ~1 (?:em|tôi|vợ|chồng|con)|giật ~1 (?:túi|tóc|điện thoại)',
  'đá (?:luôn )?(?:em|tôi|con|mẹ|vào)',
  'cạo ~1 đầu|cắt tóc|nhét ~3 (?:miệng|mồm)',
  '(?:dùng|lấy|cầm|vung|giơ|có) ~1 (?:dây nịt|thắt lưng|roi|leng|liềm|xẻng|cuốc|súng|dùi cui|hung khí)',
  '(?:cấm|không cho) ~3 (?:cơm|nước|lại gần|mở cửa)',
  '(?:đi|bám|chạy) (?:theo|vòng vòng|quanh) ~1 (?:em|tôi|mình|con|quanh|nhà em)',
  '(?:đi|đang) (?:kiếm|tìm) ~1 (?:em|tôi|mình|con)',
  'vặn ~1 (?:nắm|khóa)|ngồi sẵn ~1 trong|đứng ~1 (?:trước|cạnh|đầu) giường',
  'cùng chết|chết cùng|tới lượt (?:em|tôi|mày|con)',
  '(?:rớt|rụng|gãy|mất) ~2 răng',
  'giữ (?:ba|mẹ|chồng|vợ|con|em|anh|cha) ~1 (?:em |tôi )?(?:ở|trong)',
  'bỏ (?:em|tôi|mẹ|con|bà) (?:ngoài|ở|giữa) ~1 (?:rẫy|rừng|đường|đồng)',
);
/** How it is to be there. */
const THERE = ANY(
  NOW,
  FOR_DAYS,
  CRY,
  AFRAID,
  '(?:trốn|núp|nấp|chui) (?:trong|dưới|sau|ngoài|ở|vào)',
  '(?:ngồi|đứng|ở|ngủ) ~1 (?:ngoài|hành lang|chuồng|đầu hẻm|dưới gầm)',
  'giữa (?:sân|đường|chợ|đêm|xóm)|đứng nhìn',
  'lần sau|trước mặt (?:em|con|tôi)|con còn (?:ở )?trong|(?:có|ra) máu|nửa đêm',
  '(?:ngoài|ở) ~1 (?:vườn|rẫy|trạm|bến xe|công viên|nhà nghỉ)',
  '(?:để|xin|nhờ|gọi) ~1 hàng xóm',
  '(?:muốn|xin|đòi) (?:về|đi|thoát)(?= $)|(?:đòi|định|sắp) (?:đưa|chở|gửi|gả|bán) (?:em|con|tôi|mình)',
  'bảo cùng|từ trường|(?:một|hai|ba|\\d) ngày không',
  '(?:không|chưa) (?:có tiền|biết) đi đâu',
  '(?:tranh thủ|lén|đang|vừa|kịp) ~2 nhắn',
  'lỡ ~2 có chuyện',
  'không dám',
  'tối nào|đêm nào|ngày nào|hễ|tháng nào',
  '(?:con|em|bé|nó) ~2 khóc',
  'đau (?:thấu|quá|lắm|điếng)',
  'không biết tiếng',
  'tắt vội|nhìn qua bên',
  '(?:ông|nó|hắn|họ) ~2 vẫn (?:đứng|ở|đợi|chờ|rình)',
  'may (?:mà )?(?:con|có|hàng xóm)',
  'về (?:sẽ|là|nó)',
  'nếu (?:em|tôi|mình) không',
  'không (?:có tiền|trả|đủ)',
);

/** Things and places people die by. */
const BRINK = ANY(
  'sân thượng|lan can|(?:đứng|ngồi|trên|ngoài) ~2 tầng (?:\\d+|thượng)|thành cầu|ra cầu|trên cầu|mép (?:cầu|nước)|bờ (?:sông|vực|hồ)|vách đá',
  'đường (?:ray|tàu)|ga tàu|tàu chạy',
  'thuốc (?:ngủ|cỏ|rầy|chuột|sâu|an thần)',
  'dây (?:treo|thừng|thòng)|thòng lọng|lưỡi lam|dao lam',
  'nhảy xuống',
  'bình ga|than tổ ong',
);
const DESPAIR = ANY(
  'hay là thôi',
  'từ (?:sáng|chiều|tối|trưa|đêm)|tắt máy|dựng (?:trên|ở)',
  '(?:chẳng|không|đâu có) ai (?:hay|biết|cần|thương|quan tâm|hiểu|nhớ)',
  'xin lỗi|thất vọng|tuyệt vọng|vô dụng|gánh nặng',
  '(?:ngồi|đứng) ~1 (?:khóc|nhìn)',
  'hết (?:cửa|đường|cách|lối|tiền)',
  'mệt (?:quá|lắm|rồi|mỏi)|chán (?:quá|lắm|đời)|buồn (?:quá|lắm)',
  '(?:gió|nước) ~1 (?:mát|lạnh)|nhẹ người',
  'không (?:về|chịu về)|gọi không',
  'một mình',
);
const GOES = ANY(
  'không sợ chết',
  // whoever has died, or the fish in the pond, is somebody else
  '(?<!(?:ôn|mệ|ông|bà|cha|ba|bố|bọ|mẹ|tía|cậu|chú|bác|cô|dì|anh|chị|em|chồng|vợ|nhà|nội|ngoại|của|rể|dâu|trai|gái|ruột|mợ|thím|dượng|mấy|gà|heo) )(?:em|con|tôi|mình|cháu|tao|tớ) ~1 (?:chết|muốn biến|đi chết|biến đi)(?! (?:cười|mệt|đói|khiếp|với|nhầm))',
  '(?:gặp|về với|theo) (?:tổ tiên|ông bà(?! (?:đại|chủ|cán|nào|nội|ngoại))|diêm vương|bà ngoại|bà nội)',
  'ngủ ~1 một giấc ~1 dài|ngủ ~2 (?:mãi mãi|ngàn thu)|giấc ngủ dài',
  '(?:tới|đến|về) đón (?:rồi|ba|mẹ|tôi|con|em|đi)',
  '(?:đi|mau|nên) chết đi(?! được)',
  '(?:con|em|mình) đi (?:đây|nhé)(?= $)',
  '(?:gửi|cho) ~2 (?:con mèo|con chó|đồ) cho ~3 (?:tối nay|ngủ|rồi|hết)',
  'xin lỗi (?:vì )?~4 (?:thất vọng|làm khổ|đã sinh|không tốt)',
  'không (?:ăn|nói) ~2 (?:ngày|bữa) nay',
  'nhẹ lòng|thanh thản rồi',
  'không biết bơi',
  '(?:viết|soạn) sẵn ~1 tin nhắn',
  'cùng (?:đi|chết) cho (?:khỏi|hết|xong|rồi)',
  'không muốn cố (?:gắng )?nữa|đừng gọi (?:con|em|mình) dậy(?! sớm)',
  'đi (?:nha|nhé|đây|nghe) ~1 sống tốt',
  'không (?:gánh|gắng|gượng|chống|cầm cự) ~1 nổi nữa',
  'chăm ~2 (?:giùm|giúp|hộ)(?= )',
  '(?:gọi|rủ|kéo|đón) (?:con|em|tôi|mình) (?:đi )?theo',
  '(?:có|giữ|cất|mua) ~1 (?:cái |lưỡi )lam',
  '(?:tính|muốn|thôi) dứt',
  'uống (?:hết |xong |rồi )?~1 \\d+ viên',
  'kiếp này ~4 (?:nợ|lỗi|không trả)',
  'mùi thuốc (?:sâu|rầy|cỏ)',
);

const KEEPERS = ANY(
  POLICE,
  '(?:ở|lên|trên) (?:xã|huyện|quận|phường|công an|trụ sở|đồn|trại|chốt)',
  'trụ sở|họ|cán bộ|điều tra|trong trại',
);
const KEPT = ANY(
  'bị (?:bắt|giữ|đưa|nhốt|còng|giam|kỷ luật|biệt giam|gọi)',
  '(?:ập|xông) vào ~6 bắt',
  '(?:họ|công an|nó) ~2 (?:bắt(?! (?:phải|buộc|nộp|đền|làm))|giữ|đấm|đánh|tát|đá|còng)',
  'kỷ luật|treo tay|cúi mặt|quỳ|còng|không cho ~2 ngủ',
  '(?:kí|ký) (?:vào )?giấy trắng',
);
const UNKNOWN = ANY(
  'chối|không (?:nhận là|thừa nhận)',
  '(?:không|chẳng|đâu) (?:biết|hay|rõ) ~3 (?:tội|đâu|sao|gì|chỗ|kiếm)|không hay',
  '(?:kiếm|tìm|hỏi) ~2 (?:ở )?đâu',
  '(?:chưa|không) (?:có |được |thấy )?~1 (?:tờ|giấy|tin|quyết định|lệnh)',
  'không cho ~2 (?:gặp|ngủ|gọi|về|vào)',
  'đuổi về',
  '(?:nhắn|gọi|báo) ~1 (?:ra|mẹ|vợ|ba|cha|gia đình|giùm|giúp)',
  'xỉu|ngất|bầm|đấm',
  FOR_DAYS,
  '\\d+ ngày rồi',
  '(?:ai|vợ|mẹ|gia đình) ~2 (?:hỏi|lên) ~4 (?:chối|không)',
  LOST,
);

const AWAY = ANY(
  'campuchia|cam bốt|myanmar|miến(?! (?:điện tử|lươn|gà))|(?<!người )lào|trung quốc|thái lan|dubai|malaysia|(?:bên|sang|qua) (?:anh|đức|nga|hàn|nhật|đài|úc|mỹ|cam|thái|tàu)',
  'biên giới|cửa khẩu|móng cái|lạng sơn|qua sông|bên kia',
  '(?:trên|xuống|ngoài) (?:núi|rừng|rẫy|nương|biển|khơi|tàu|ghe|đảo)|trường sa|làm rẫy',
  'xưởng|quán (?:massage|karaoke|bia|nhậu)|massage|nhà (?:máy|chứa)|lò (?:gạch|mổ)|khách sạn|trại (?:gà|heo|tôm)|trang trại',
  'đang ở đâu|nước nào|song sắt|hàng rào',
  'ả rập|sân bay|passport|(?:xuống|vào|lên) (?:sài gòn|thành phố|hà nội)|đi biển|bên ~1 núi',
  'quản lý (?:giữ|cầm|thu)|tòa nhà|tụi nó|trại (?:cá|chó)',
);
const CONTROL = ANY(
  'nhốt|cửa khóa|khóa (?:ngoài|trái|cửa)|bị giữ|chủ giữ',
  '(?:chủ|họ|nó|bà ấy) ~2 (?:cầm|giữ|thu) ~1 (?:hết )?(?:giấy tờ|hộ chiếu|căn cước|điện thoại)',
  `(?:bắt|ép|bị ép) (?:${SELF} |phải |${KIN} |nó |tụi nó |người ){0,2}(?:kí|ký|nói|làm|tiếp|trồng|bán|lừa)(?! (?:mười|ca|thêm))`,
  '(?:chưa|không) cho ~1 (?:về|xuống|ra|lên|vào|nghỉ) ~1 (?:bờ|núi|nhà|ngoài)?',
  '(?:chưa hết|trừ|gán|còn) nợ ~3 (?:chưa|không|cho)',
  'bán (?:em|con|nó|tôi|sang|qua)',
  'nội tạng|chỉ tiêu|song sắt|roi điện|dùi cui|thả chó|chuộc',
  'livestream|(?:ngồi|đi|tiếp) (?:với )?khách|cởi đồ',
  '(?:cầm|giữ) ~2 (?:vé|passport|căn cước|hộ chiếu)',
  'không cho (?:em|tôi|con|tụi em) ~1 ăn|khóa (?:em|tôi|con)',
  'chưa (?:chịu )?thả|không muốn đi nữa',
  'khóc ~1 nói',
  'mất (?:tín hiệu|sóng|hút)|(?<!giấy tờ rồi )biệt tăm|khóa máy',
  'có ~1 trốn ~2 bị',
  '(?:bảo|bắt|dặn) ~1 tắt (?:điện thoại|máy|định vị)',
  'giấu (?:được )?~1 điện thoại',
  '(?:uống|hít) ~3 tỉnh dậy',
  'đừng tin',
  '(?:muốn|xin|đòi) (?:về|nghỉ) ~1 (?:thì|là)',
  'đánh gãy|bị đánh|đập em',
);

const INJURED = ANY(
  '(?:té|ngã|rớt|rơi) (?:từ|xuống|ngửa|đập)',
  '(?:xe|tàu|máy|cây) ~3 (?:cán|đè lên|tông|cuốn|kẹp|đụng|húc)',
  '(?:ong|rắn|rết|bò cạp|sứa) ~3 (?:đốt|cắn|chích)',
  '(?:nuốt|hóc|sặc|ngậm) ~3 (?:pin|xu|nam châm|cháo|sữa|bột|nước|hạt|đinh|thạch|kẹo|mất)',
  '(?:máu chảy|chảy máu|ra máu|máu ra)',
  '(?:nói ngọng|méo miệng|liệt|yếu) (?:~3 (?:tay|chân|người|miệng))?',
  '(?:không nhấc|không cử động|co cứng|cứng người|lịm|lả người|mê man|gọi không|trợn mắt|sùi bọt)',
  'ói (?:hết|ra|liên tục|máu)',
  '(?:nước|lũ) ~1 cuốn',
  'đau (?:tim|đẻ|quằn|bụng dữ)|lên cơn (?:đau|co|suyễn|hen)|khó thở|thở (?:khò khè|dốc|gấp|không)',
  '(?:không|từ chối) (?:đỡ đẻ|mổ|cấp cứu)',
  '(?:nhau|thai|bé) ~1 không (?:ra|đạp)',
  'bị phỏng|bỏng (?:nặng|hết|cả)|điện giật',
  '(?:ruột|xương) ~1 lòi|bung (?:ra|ruột)|lòi (?:ruột|xương|ra cả)|thấy ~1 ruột|nát (?:tay|chân)',
  'đau ngực|vã mồ hôi|đứt (?:ngón|tay|chân|lìa)|(?:đang|sắp) nguy|xe cấp cứu ~2 (?:đòi|chê|không)',
  'rò điện|thoi thóp|kéo lê|thở rít|thấm hết',
  '(?:vỡ đập|lũ quét|sạt lở|lật (?:xuồng|ghe|đò|thuyền)|(?:xuồng|ghe|đò|thuyền) ~1 (?:lật|chìm))',
  'lơ mơ|lừ đừ|tay chân lạnh|lạnh ngắt|rút ống',
  'kẹt(?! (?:xe|tiền|đường))',
  'sơ sinh ~4 (?:sống|bỏ|vứt)|vứt ~2 bé',
);
const AT_ONCE = ANY(
  NOW,
  'sưng vù|tím (?:môi|tái|ngắt)|ướt hết|lịm|máu',
  '(?:rồi ạ|mất rồi|luôn rồi|lắm rồi)(?= )',
  'đừng gọi|không cho gọi|chưa (?:tới|đến|có)|\\d+ phút nữa',
  '(?:nằm|bám|kẹt|mắc) ~1 (?:dưới|giữa|vào|trong|im|trên)',
  'đưa đi (?:liền|ngay|đâu)|gọi (?:ai|số|xe)',
  'còn (?:sống|thở)|khò khè|co cứng|không nhấc',
  'mọi người ~2 (?:đứng|quay)',
  'đuổi về|khóa cửa',
  'chưa (?:thấy|ai)|(?:còn|mấy) ~1 (?:người|nhà)|không có (?:tàu|xe|bác sĩ|ai)|cho về|bắt (?:chờ|đợi)|hết tiền|thấy cả|bỏ chạy',
  'ở đảo|nhà ~1 xa|tự đi viện|mới (?:chịu )?chạy|(?:đang|sắp) nguy',
  'từ sáng|tự nhiên|(?:bầu|thai) ~3 tháng|hết chiếu',
);

export const UNASKED: readonly Hints[] = [
  {
    danger: 'self-harm',
    unless: [ASKS, 'xúi', 'người (?:đã )?chết|chết người'],
    told: [{ signs: [GOES], unless: ['chết (?:mất|cười|tiếng)|tức chết|chết dở'] }, { signs: [BRINK, DESPAIR] }],
  },
  {
    danger: 'medical',
    unless: [ASKS, OVER, LATELY, PAPER_WORK, 'chết|qua đời|thú y|con (?:mèo|chó|gà|heo|bò)(?= )'],
    told: [
      {
        signs: [INJURED, AT_ONCE, ANY(KIN, 'thợ|công nhân|bác|người|có đứa|xóm')],
        unless: ['công an', HIT, '(?:khỏe|đỡ|ổn) rồi|trầy (?:nhẹ|gối|xước)'],
      },
    ],
  },
  {
    danger: 'child',
    unless: [ASKS, OVER, LATELY, 'đám cưới|sinh nhật'],
    told: [
      {
        signs: [
          ANY(
            A_CHILD,
            CHILD,
            'thằng (?:nhỏ|bé|cu)',
            'học trò',
            '(?:hai|ba|mấy|2|3) đứa (?:con|cháu|nhỏ)',
            '(?:hai|ba) tuổi',
            '(?:cháu|con) (?:gái|trai|nội|ngoại)',
            'tụi con|con chồng|em bé|cháu uống|mới 1[0-5](?= )',
          ),
          ANY(
            '(?:nhéo|véo|cấu|tát|quất|vụt|đánh|dí|châm|đốt) ~2 (?:nó|tai|đùi|tay|mặt|mông|con|em|cháu|bé|tím)',
            '(?:nhốt|khóa (?:ngoài|trong|trái)|xích|trói)',
            'đau ~1 (?:dưới|chỗ|bên trong)',
            '(?:cột|buộc) (?:vào|chân|tay)|kim (?:chích|đâm|châm)|quỳ trên|dí đầu',
            '(?:luồn|thò) tay|bế lên đùi|hôn (?:môi|miệng)',
            '(?:cho|bắt) ~3 uống thuốc (?:ngủ|an thần)',
            '(?:dắt|dẫn|bị) ~2 (?:đi gặp|đi từ|đem cho|đem bán|đem đi)|đòi đem cho',
            'bỏ ~3 (?:tủ lạnh|thùng|bao tải|bồn)',
            '(?:nắm|sờ|xem|coi|quay|chụp|cho xem) ~1 (?:cái (?:đó|ấy|kia|chim)|chỗ (?:đó|ấy|kín))',
            '(?:rủ|dụ|dẫn) ~2 (?:bỏ nhà|đi|lên|vào)',
            '(?:khóc khản|khóc ngất|khóc suốt|la khóc)',
            '(?:mang|cầm) ~1 (?:dao|côn|gậy|mã tấu|tuýp)',
            '(?:ở|bỏ) nhà một mình|một mình (?:từ|ngoài|giữa|ở (?:bến|chợ|đường))',
          ),
        ],
        unless: ['công an', 'đánh (?:vần|răng|giày)'],
      },
    ],
  },
  {
    danger: 'trafficking',
    unless: [ASKS, OVER, 'du lịch|visa|hộ chiếu hết hạn'],
    told: [{ signs: [AWAY, CONTROL, ANY(SELF, KIN)] }],
  },
  {
    danger: 'detention',
    unless: [
      ASKS,
      OVER,
      LATELY,
      'sân bay|phi trường|xuất cảnh',
      'bắt (?:cóc|nạt)|giữ ~2 (?:xe|bằng|cọc|lương|tiền)|xe (?:máy )?(?:của )?(?:em|tôi|mình)? ?bị',
    ],
    told: [
      { signs: [KEEPERS, KEPT, UNKNOWN] },
      {
        signs: [
          'bị (?:bắt|đưa|dẫn|chở) (?:đi|mất|\\d+ ngày)',
          '(?:không ai|không|chẳng) (?:biết|rõ) ~3 (?:đâu|sao)|không ~1 tin tức|hỏi ~1 bị đuổi',
          KIN,
        ],
      },
    ],
  },
  {
    danger: 'violence',
    unless: [ASKS, OVER, LATELY],
    told: [
      {
        signs: [SOMEBODY, DONE, THERE, SELF],
        unless: [
          // the writer's own hand
          '(?<!(?:chồng|vợ|ba|cha|bố|mẹ|anh|chị|trai|gái|dượng|cũ) )(?:em|tôi|mình) (?:vừa |mới |lỡ )?(?:đánh|tát) (?:vào )?~1 (?:nó|con|bé|mông)',
          'csgt|cảnh sát giao thông|phi trường|(?<!cùng )công ty|giấy khám|hợp tác xã|thi hành án|chấp hành viên',
          'đánh (?:xe|cá|bài|nhau chơi)|tiền (?:nhà|điện|phòng|trọ|cọc)',
        ],
      },
    ],
  },
];
