import { terms } from '../language/terms.ts';

/**
 * Citizens' words and the words of answers for the same thing. Each line is one matter; a question that holds one of
 * its phrases is also searched with the others, at a lower weight. Phrases are compared without tone marks, so only
 * those stand here whose folded form is not the folded form of something else.
 */
const MATTERS: readonly (readonly string[])[] = [
  ['đuổi việc', 'sa thải', 'cho nghỉ việc', 'chấm dứt hợp đồng', 'đuổi cổ', 'mất việc'],
  [
    'nợ lương',
    'quỵt lương',
    'giam lương',
    'ngâm lương',
    'chậm lương',
    'không trả lương',
    'trả lương chậm',
    'xù lương',
    'quỵt tiền công',
    'không trả công',
  ],
  ['tăng ca', 'làm thêm giờ', 'làm quá giờ', 'ot'],
  ['có bầu', 'mang thai', 'có thai', 'bầu bì', 'thai sản', 'nghỉ đẻ', 'nghỉ sinh'],
  ['ly hôn', 'ly dị', 'bỏ chồng', 'bỏ vợ', 'chia tay chồng', 'divorce'],
  ['luật sư miễn phí', 'trợ giúp pháp lý', 'luật sư nhà nước', 'luật sư free', 'legal aid', 'luật sư không mất tiền'],
  ['bạo lực gia đình', 'chồng đánh', 'bị chồng', 'đánh vợ', 'bạo hành', 'vũ phu', 'domestic violence'],
  ['cấm tiếp xúc', 'không cho lại gần', 'không được đến gần'],
  ['xâm hại', 'sàm sỡ', 'hiếp dâm', 'sờ mó', 'dâm ô', 'cưỡng hiếp'],
  ['giấy khai sinh', 'khai sinh', 'làm giấy cho con', 'birth certificate'],
  ['tảo hôn', 'lấy chồng sớm', 'bắt lấy chồng', 'ép cưới', 'ép lấy', 'cưới sớm'],
  ['tạm giam', 'bị bắt', 'tạm giữ', 'giam giữ', 'bị giam', 'arrested', 'detained'],
  ['thăm nuôi', 'thăm gặp', 'đi thăm', 'gặp mặt người bị giam'],
  ['dùng nhục hình', 'bức cung', 'tra tấn', 'đánh để nhận tội', 'ép nhận tội', 'ép cung', 'torture'],
  ['khuyết tật', 'tàn tật', 'khuyết tật nặng', 'bị liệt', 'disability'],
  ['người cao tuổi', 'người già', 'ông bà già', 'tuổi già'],
  ['trợ cấp', 'tiền hỗ trợ', 'chế độ', 'allowance'],
  ['bảo hiểm thất nghiệp', 'trợ cấp thất nghiệp', 'tiền thất nghiệp', 'unemployment'],
  ['bảo hiểm xã hội', 'social insurance', 'sổ bảo hiểm'],
  ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất', 'bìa đỏ'],
  ['thu hồi đất', 'giải tỏa', 'lấy đất', 'đền bù đất'],
  ['hộ nghèo', 'sổ nghèo', 'nhà nghèo', 'xóa đói'],
  ['chủ tịch xã', 'ủy ban nhân dân', 'ủy ban xã', 'trên xã', 'lên xã'],
  ['khiếu nại', 'kiện quyết định', 'làm đơn kêu', 'complaint'],
  ['tố cáo', 'tố giác', 'báo công an', 'trình báo'],
  ['đòi tiền', 'vòi tiền', 'đòi lót tay', 'phong bì'],
  [
    'đồng tính',
    'lgbt',
    'chuyển giới',
    'les',
    'gay',
    'người cùng giới',
    'con gái thích con gái',
    'con trai thích con trai',
  ],
  ['hiv', 'bị h', 'nhiễm h', 'aids', 'ết'],
  ['mua bán người', 'bị bán', 'lừa bán', 'buôn người', 'trafficking'],
  ['căn cước', 'chứng minh thư', 'thẻ căn cước', 'id card'],
  ['hộ khẩu', 'thường trú', 'tạm trú', 'residence'],
  ['quốc tịch', 'nationality', 'không quốc tịch'],
  ['tôn giáo', 'đạo', 'nhà thờ', 'hội thánh', 'chùa', 'religion', 'tín ngưỡng'],
  ['lộ thông tin', 'dữ liệu cá nhân', 'lộ số điện thoại', 'bán thông tin', 'personal data'],
  ['hình ảnh', 'đăng ảnh', 'quay clip', 'bóc phốt', 'đăng hình'],
  ['nuôi con', 'giành con', 'quyền nuôi', 'custody'],
  ['cấp dưỡng', 'tiền nuôi con', 'chu cấp', 'gửi tiền nuôi'],
  ['bắt nạt', 'đánh hội đồng', 'bạo lực học đường', 'cô lập', 'bullying'],
  ['lao động trẻ em', 'bắt trẻ làm', 'trẻ em làm thuê', 'child labour', 'child labor'],
  ['giữ bằng', 'giữ giấy tờ', 'giữ căn cước', 'giữ bằng gốc', 'giữ hộ chiếu', 'keeps my passport', 'passport'],
  ['quấy rối', 'quấy rối tình dục', 'đụng chạm', 'gạ gẫm', 'harassment'],
  ['lương', 'wage', 'salary', 'wages', 'tiền công'],
  ['phân biệt đối xử', 'kỳ thị', 'discrimination', 'khinh thường'],
  ['luật sư', 'lawyer', 'người bào chữa'],
  ['công đoàn', 'trade union', 'đình công', 'strike'],
  ['học', 'school', 'trường học', 'đi học'],
];

/** A phrase of the question or of its matter, with how much it counts: 1 as asked, less when it was added. */
export interface Weighed {
  readonly term: string;
  readonly share: number;
}

const ADDED_SHARE = 0.35;

const plainKeys = (phrase: string): readonly string[] => terms(phrase).filter((term) => !term.startsWith('='));
/** How a phrase shows in a question: its pairs, or the word itself when it is one word. */
const signs = (phrase: string): readonly string[] => {
  const keys = plainKeys(phrase);
  const pairs = keys.filter((key) => key.includes('_'));
  return pairs.length > 0 ? pairs : keys;
};
const BY_SIGN = new Map<string, Set<readonly string[]>>();
for (const matter of MATTERS) {
  for (const phrase of matter) {
    const [first] = signs(phrase);
    if (first) BY_SIGN.set(first, (BY_SIGN.get(first) ?? new Set()).add(matter));
  }
}

/** The terms of a question, and those of its matters at a lower weight. */
export function expand(asked: readonly string[]): readonly Weighed[] {
  const own = new Set(asked);
  const added = new Set<string>();
  for (const term of own) {
    for (const matter of BY_SIGN.get(term) ?? []) {
      const holds = matter.some((phrase) => signs(phrase).every((sign) => own.has(sign)));
      if (holds) for (const other of matter) for (const sign of signs(other)) if (!own.has(sign)) added.add(sign);
    }
  }
  return [...[...own].map((term) => ({ term, share: 1 })), ...[...added].map((term) => ({ term, share: ADDED_SHARE }))];
}
