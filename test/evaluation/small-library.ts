import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { anEntry } from '../support/knowledge-values.ts';

const about = (id: string, article: string, title: string, variants: readonly string[], shortAnswer: string) =>
  anEntry({ id, title, variants, shortAnswer, passages: [], basis: [], citations: [article] });

/** Entries with four phrasings each, small enough that an index is built in milliseconds. Entries 0 to 3 lead the eights. */
export const SMALL_LIBRARY: readonly KnowledgeEntry[] = [
  about(
    'qa/lao-dong/bi-no-luong',
    'bo-luat-lao-dong-2019:97',
    'Công ty nợ lương thì phải làm gì?',
    ['cty giam lương 2 tháng không trả', 'chủ quỵt tiền công thợ hồ', 'lương về trễ hoài', 'đòi lương mà sếp khất mãi'],
    'Công ty phải trả lương đầy đủ, đúng hạn.',
  ),
  about(
    'qa/khuyet-tat/xin-tro-cap',
    'luat-nguoi-khuyet-tat-2010:44',
    'Người khuyết tật được trợ cấp bao nhiêu?',
    [
      'liệt hai chân có tiền hằng tháng không',
      'tai biến nằm một chỗ xin chế độ',
      'mù bẩm sinh được phụ cấp gì',
      'nuôi người tâm thần có hỗ trợ không',
    ],
    'Người khuyết tật nặng được trợ cấp hằng tháng.',
  ),
  about(
    'qa/lao-dong/bi-duoi-viec',
    'bo-luat-lao-dong-2019:36',
    'Bị đuổi việc không báo trước thì sao?',
    [
      'sếp cho nghỉ ngang không nói lý do',
      'đang làm thì bị sa thải',
      'xưởng cắt hợp đồng giữa chừng',
      'quản lý ép viết đơn thôi việc',
    ],
    'Công ty chỉ được chấm dứt hợp đồng khi luật cho phép.',
  ),
  about(
    'qa/gia-dinh/ly-hon-nuoi-con',
    'luat-hon-nhan-va-gia-dinh-2014:81',
    'Ly hôn thì ai được nuôi con?',
    [
      'bỏ chồng có giành được bé không',
      'toà giao con nhỏ cho ai',
      'ra toà chồng đòi bắt con',
      'vợ chồng chia tay, cháu ở với ai',
    ],
    'Con dưới 36 tháng thường ở với mẹ.',
  ),
  about(
    'qa/bao-luc-gia-dinh/bi-danh-goi-ai',
    'luat-phong-chong-bao-luc-gia-dinh-2022:19',
    'Bị chồng đánh thì gọi ai?',
    [
      'ổng nhậu về là đánh vợ',
      'vợ đánh chồng thì báo ở đâu',
      'bị bạo hành muốn cầu cứu',
      'nhà kế bên la hét đánh nhau mỗi đêm',
    ],
    'Đang nguy hiểm thì gọi ngay 113.',
  ),
  about(
    'qa/giay-to-cu-tru/khai-sinh-muon',
    'luat-ho-tich-2014:15',
    'Làm giấy khai sinh muộn cho con thế nào?',
    [
      'năm tuổi chưa có khai sinh',
      'đẻ ở nhà giờ làm giấy tờ được không',
      'quá hạn đăng ký có bị phạt không',
      'mẹ bỏ đi, cha làm khai sinh một mình',
    ],
    'Trẻ nào cũng được khai sinh, muộn mấy cũng được.',
  ),
  anEntry({
    id: 'article/crc/32',
    title: 'Bảo vệ trẻ em khỏi bóc lột kinh tế',
    variants: [],
    citations: ['crc:32'],
    shortAnswer: 'Trẻ em không phải làm việc nặng nhọc, độc hại.',
    passages: [],
    basis: [],
  }),
  about(
    'qa/dat-dai/so-do',
    'luat-dat-dai-2024:138',
    'Làm sổ đỏ lần đầu cần gì?',
    [
      'đất ông bà để lại chưa có bìa',
      'mua giấy tay muốn xin cấp sổ',
      'văn phòng đăng ký ngâm hồ sơ',
      'thửa ruộng khai hoang từ xưa',
    ],
    'Đất dùng ổn định, không tranh chấp thì được xét cấp sổ.',
  ),
];
