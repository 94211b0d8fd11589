import type { EntryId } from '../../src/base/ids.ts';
import { entryFile } from './knowledge-values.ts';

/** A matter that no shipped entry speaks of. */
export const BEES = 'qa/lao-dong/ong-dot' as EntryId;
export const BEE_QUESTION = 'làm thuê cho trại ong bị chích phải đi cấp cứu, chủ có trả tiền thuốc không';
/** As different from each other as `kb:check` wants them. */
export const BEE_PHRASINGS: readonly string[] = [
  'em quay mật thuê cho một trại ong ở Đắk Lắk, chủ không phát mũ lưới với găng tay, hôm qua cả đàn ong xổ ra đốt em sưng hết mặt phải chở đi cấp cứu, nằm viện hai ngày hết hơn bốn triệu, chủ nói nghề này ai cũng bị đốt nên tự chịu, vậy có đúng không',
  'chồng em đi theo xe chở ong mùa hoa nhãn ở Hưng Yên, tối khuya kê thùng thì bị ong chích nhiều quá ngất xỉu, bác sĩ nói dị ứng nọc ong, giờ nằm nhà cả tuần không có lương mà chủ trại im luôn không hỏi thăm gì, em phải đòi ở đâu tiền thuốc với tiền công',
  'mẹ tui sáu mươi tuổi làm thời vụ lấy sáp ong cho người ta, không có hợp đồng, trả công theo ngày, bị ong đốt vô mắt giờ nhìn mờ, đi khám mấy lần tốn tiền dữ lắm, tui hỏi chủ thì họ bảo làm thời vụ nên không có trách nhiệm gì hết, có phải vậy không',
  'lam thue trai ong bi ong dot di cap cuu ai tra tien thuoc',
  'ong dot trong gio lam co phai tai nan lao dong khong',
  'ong đốt đòi chủ ong',
  'cty nuôi ong ko phát đồ bảo hộ, e bị chích sưng tay',
  'mần cho trại ong bị chích, chừ kêu ai trả tiền viện',
  'hỏi giùm em trai quay mật bị ong vò vẽ đốt phải nhập viện',
  'chủ trại ong vô trách nhiệm thiệt, thợ bị đốt ngất mà không đưa đi viện',
  'dị ứng nọc ong vẫn bắt vô bắt tổ thì kiện được không',
  'tiền viện do ong trong trại đốt ai trả',
];

/** A file without a fault. */
export function beeFile(answer = 'Chủ trại ong phải trả tiền thuốc cho người làm thuê bị ong đốt.'): string {
  return entryFile(
    {
      id: BEES,
      question: 'Làm ở trại ong bị ong đốt thì ai phải trả tiền thuốc?',
      variants: `\n${BEE_PHRASINGS.map((said) => `  - ${said}`).join('\n')}`,
      negativeTwin: 'ong nhà hàng xóm bay qua đốt con tôi thì bắt đền ai',
      citations: '[bo-luat-lao-dong-2019:145]',
      reviewBy: '2999-12-31',
    },
    `${answer}

## Việc cần làm
1. Báo chủ trại ngay, xin giấy ra viện và biên lai.

## Căn cứ
- \`bo-luat-lao-dong-2019:145\`: người làm công được chủ lo tiền chữa trị.
`,
  );
}
