/** Unpaid wages as people really tell of them: enough of each kind for a `qa`. */
export const STORIES: readonly string[] = [
  'em làm công nhân may ở khu công nghiệp Tân Tạo được gần ba năm rồi, hồi đầu công ty trả lương đều lắm, vậy mà từ tháng tám tới giờ cứ khất hết lần này tới lần khác, quản lý nói khách chưa chuyển tiền, kế toán thì không nghe máy',
  'chồng tui đi làm hồ cho một ông thầu ở Bình Dương, ổng hẹn xong nhà thì trả, giờ nhà người ta vô ở rồi mà ổng cứ hứa cuối tuần, cuối tuần rồi cuối tháng, nhà tui còn hai đứa nhỏ đi học, tiền trọ thiếu hai tháng nay',
  'cháu là sinh viên đi làm thêm quán trà sữa, chị chủ giữ lương tháng đầu bảo là tiền cọc, đến lúc cháu xin nghỉ để ôn thi thì chị ấy nói nghỉ ngang không có lương, cháu không ký giấy tờ gì cả, chỉ có tin nhắn chấm công thôi ạ',
];
export const WITHOUT_MARKS: readonly string[] = [
  'cong ty no luong em hai thang roi phai lam sao',
  'di lam ma khong duoc tra tien thi bao ai',
];
export const VERY_SHORT: readonly string[] = ['cty ko trả lương'];
export const ORDINARY: readonly string[] = [
  'Công ty chậm trả lương 20 ngày thì có phải đền thêm tiền không ạ?',
  'sếp ngâm lương cả xưởng, tụi em kéo nhau đi kiện được không',
  'quỵt lương công nhân kiểu này thì báo cơ quan nào cho nhanh vậy ad',
  'bố cháu làm bảo vệ bị công ty nợ ba tháng lương thì đòi ở đâu',
  'lương tháng mười tới giờ chưa thấy, hỏi thì nói công ty hết tiền',
  'làm ăn kiểu gì mà Tết đến nơi vẫn chưa phát lương cho người ta!!!',
];

/** Twelve phrasings that are as different from each other as people are. */
export const PHRASINGS: readonly string[] = [...STORIES, ...WITHOUT_MARKS, ...VERY_SHORT, ...ORDINARY];
/** A near question, which an entry about unpaid wages must not answer. */
export const NEGATIVE_TWIN = 'Công ty trả lương đúng hạn nhưng không tăng lương thì có đòi được không?';
