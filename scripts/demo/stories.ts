import type { ProvinceCode } from '../../src/referral/legal-aid-centre.ts';

/** Somebody who wrote to the bot in the demonstration. All of it is invented. */
export interface Story {
  readonly daysAgo: number;
  /** Hour of the day in Vietnam. */
  readonly hour: number;
  /** What they wrote, one message in each. */
  readonly says: readonly string[];
  /** Passed on to the centre of this province; left out where the bot's answer was enough. */
  readonly province?: { readonly code: ProvinceCode; readonly said: string };
  readonly contact?: string;
  /** What staff answered, in order. */
  readonly answers?: readonly string[];
  /** What the person wrote after the last answer. */
  readonly afterwards?: string;
  readonly closed?: '1' | '2' | '3';
}

const HUNG_YEN = { code: '33', said: 'Hưng Yên' };
const HA_NOI = { code: '01', said: 'Hà Nội' };

/** With the centre: matters of every kind and in every state that the inbox knows. */
export const STORIES: readonly Story[] = [
  {
    daysAgo: 41,
    hour: 9,
    says: ['Xưởng may giữ bằng tốt nghiệp của em, nghỉ rồi mà họ bắt nộp 3 triệu mới trả'],
    province: HUNG_YEN,
    answers: [
      'Chào bạn. Người sử dụng lao động không được giữ bản chính văn bằng của người lao động (Điều 17 Bộ luật Lao động 2019). Bạn gửi đơn yêu cầu trả bằng, giữ lại một bản có ký nhận. Nếu họ không trả, bạn đến trung tâm, chúng tôi cử người đi cùng, không mất tiền.',
    ],
    afterwards: 'Dạ em gửi đơn rồi, họ hẹn mai trả',
    closed: '1',
  },
  {
    daysAgo: 30,
    hour: 14,
    says: ['Xã thu hồi đất làm đường, tính thiếu cho nhà tôi 40 mét vuông, tôi hỏi mãi không ai trả lời'],
    province: HUNG_YEN,
    answers: [
      'Chào bác. Bác viết đơn đề nghị xem lại diện tích, kèm giấy tờ đất và biên bản đo đạc, nộp tại nơi ra quyết định và lấy giấy biên nhận. Bác mang giấy tờ đến trung tâm để chúng tôi xem giúp thời hạn khiếu nại (Điều 9 Luật Khiếu nại 2011).',
    ],
    closed: '2',
  },
  {
    daysAgo: 12,
    hour: 20,
    says: ['Con tôi học lớp 7 bị cô giáo bêu tên trước lớp vì nhà nộp quỹ chậm'],
    province: HUNG_YEN,
    answers: ['Chào chị. Chị cho trung tâm biết việc xảy ra hôm nào và chị đã nói với nhà trường chưa?'],
  },
  {
    daysAgo: 6,
    hour: 10,
    says: ['Tôi thuê phòng trọ, chủ nhà cắt nước hai hôm nay vì tôi xin trả tiền chậm một tuần'],
    province: HUNG_YEN,
  },
  {
    daysAgo: 3,
    hour: 8,
    says: ['Mẹ tôi bị công ty lừa ký giấy bán hàng đa cấp, giờ họ đòi nợ 60 triệu'],
    province: HUNG_YEN,
    contact: '0900 000 000, gọi sau 18h',
  },
  {
    daysAgo: 2,
    hour: 21,
    says: ['Chồng tôi đánh tôi gãy tay, tôi đang trốn ở nhà chị gái, muốn hỏi chuyện ly hôn và nuôi con'],
    province: HUNG_YEN,
  },
  {
    daysAgo: 1,
    hour: 15,
    says: ['Em làm công nhân 8 tháng công ty không đóng bảo hiểm, giờ em có bầu', 'em sợ họ đuổi'],
    province: HUNG_YEN,
  },
  {
    daysAgo: 1,
    hour: 16,
    says: ['Hàng xóm xây nhà làm nứt tường nhà tôi mà không chịu sửa'],
    province: HA_NOI,
  },
];

/** Answered by the bot, or left without an answer; they fill the dashboard and the list of the curators. */
export const QUESTIONS: readonly string[] = [
  'công ty nợ lương 2 tháng nay phải làm sao',
  'bị chồng đánh thì gọi ai',
  'con tôi sinh ra chưa làm giấy khai sinh có bị phạt không',
  'ai được trợ giúp pháp lý miễn phí',
  'mới 15 tuổi bố mẹ bắt cưới thì làm thế nào',
  'bị sa thải khi đang mang thai',
  'điều 20 hiến pháp',
  'làm thẻ khuyết tật ở đâu',
  'thử việc được trả bao nhiêu phần trăm lương',
  'công an mời lên làm việc có được gọi luật sư không',
  'nuôi chim yến trong khu dân cư có phải xin phép không',
  'nuoi chim yen canh nha co bi cam khong',
  'hàng xóm nuôi chim yến ồn quá báo ai',
  'thuê chỗ bán hàng ở chợ bị đuổi giữa chừng',
  'ban quản lý chợ đuổi tôi khỏi sạp',
  'mua vé số trúng mà đại lý không trả tiền',
  'bệnh viện giữ con tôi vì chưa đóng viện phí',
  'nhà trường không cho con học vì nợ học phí',
  'tăng ca tối đa bao nhiêu giờ một tháng',
  'bị quay lén đăng lên mạng',
];

/** Words that the centre of Hưng Yên keeps at hand. */
export const CANNED = [
  {
    id: 'demo-hen-gap',
    title: 'Hẹn gặp tại trung tâm',
    body: 'Bạn mang giấy tờ tuỳ thân và giấy tờ liên quan đến trung tâm trong giờ làm việc, chúng tôi nghe và cử người giúp. Bạn không phải trả tiền (Điều 3 Luật Trợ giúp pháp lý 2017).',
    citations: ['luat-tro-giup-phap-ly-2017:3'],
  },
  {
    id: 'demo-khieu-nai',
    title: 'Thời hạn khiếu nại lần đầu',
    body: 'Bạn có 90 ngày kể từ ngày nhận được hoặc biết được quyết định để khiếu nại lần đầu (Điều 9 Luật Khiếu nại 2011). Bạn gửi đơn tới nơi đã ra quyết định và giữ giấy biên nhận.',
    citations: ['luat-khieu-nai-2011:9'],
  },
] as const;
