import { ERASURES_DAYS, type Lifetimes, TAKE_BACK_HOURS } from '../../base/lifetimes.ts';
import type { Wording } from './wording.ts';

/** What everybody is told about their privacy: ten lines, each true for the lifetimes that are set. */
export function privacyLines(kept: Lifetimes): readonly string[] {
  return [
    `• Tôi giữ tin bạn nhắn và tin tôi trả lời để nói chuyện tiếp được; tất cả được mã hoá khi lưu và tự xoá ${kept.conversationsDays} ngày sau tin cuối cùng (còn nhờ cán bộ thì tới khi xong).`,
    `• Câu tôi chưa trả lời tốt được máy che tên, số, địa chỉ rồi giữ thêm tối đa ${kept.questionsDays} ngày để người biên soạn viết câu trả lời; không ghi ai đã hỏi.`,
    '• Tôi đếm số câu hỏi và lượt đánh giá theo ngày để làm thống kê; số đếm không ghi ai đã hỏi, và không ai bị xếp loại hay chấm điểm.',
    '• Không ai ở trung tâm đọc được tin của bạn, trừ khi bạn xem lại và nhắn “Đồng ý” chuyển; lúc bạn đồng ý và lời đã hỏi được ghi lại.',
    '• Cán bộ không thấy tên, số điện thoại hay tài khoản Zalo, Telegram của bạn, trừ khi bạn tự ghi.',
    `• Câu hỏi đã chuyển được giữ ${kept.referralsMonths} tháng sau khi xong việc; cán bộ có thể bỏ mọi điều chỉ ra bạn rồi viết thành câu hỏi–đáp chung.`,
    '• Đổi ý, bạn nhắn “rút” bất cứ lúc nào: cán bộ được báo thôi xử lý và không mở lại được lời của bạn trên trang quản lý.',
    `• Muốn xem mọi thứ tôi giữ về bạn, nhắn /dulieu; muốn xoá hết, nhắn /xoa: tôi xoá ngay, bản sao dự phòng hết sau ${kept.backupsDays} ngày, sổ việc của cán bộ (chỉ có mã) giữ ${kept.auditMonths} tháng.`,
    `• Zalo, Telegram tự giữ tin theo cách của họ: trên Zalo tôi không xoá được tin trong điện thoại, trên Telegram tôi chỉ gỡ được tin tôi gửi trong ${TAKE_BACK_HOURS} giờ; điều cán bộ đã đọc thì không lấy lại được.`,
    '• Nếu người khác hay cầm điện thoại của bạn, hãy xoá cuộc trò chuyện này sau khi đọc; trên trang web, bấm “Thoát nhanh”.',
  ];
}

/** About everything that is kept of a person, and erasing it. Read every sentence aloud before changing it. */
export function ownDataWords(kept: Lifetimes): Wording['ownData'] {
  const backups = `Bản sao dự phòng (đã mã hoá) tự hết sau ${kept.backupsDays} ngày.`;
  return {
    heading: () => 'Đây là mọi thứ tôi đang giữ về bạn. Chỉ bạn thấy tin này.',
    nothing: () => 'Tôi không giữ gì về bạn.',
    heard: (all, from, to) =>
      from === 1 && to === all
        ? `Tin bạn đã viết (${all})`
        : `Tin bạn đã viết (từ tin ${from} đến tin ${to}, tất cả ${all})`,
    heardLine: (at, words) => `${at}: ${words ?? '(bấm nút, hoặc gửi thứ không phải chữ)'}`,
    earlier: (page) => `Còn tin cũ hơn. Xem tiếp, bạn nhắn: /dulieu ${page}`,
    sent: (count) => `Tin tôi đã gửi bạn: ${count} tin, nằm ngay trong cuộc trò chuyện này.`,
    talk: () => 'Cuộc trò chuyện đang ở đâu',
    step: (step) => STEPS[step],
    recent: () => 'Điều bạn viết gần đây, tôi nhớ để chuyển nếu bạn muốn (chưa chuyển đi đâu):',
    lastAnswer: (title) => `Câu trả lời gần nhất: ${title}`,
    discreet: (reach) => `Tôi đang nhắn kín đáo cho bạn.${reach ? ` Liên hệ an toàn bạn cho: ${reach}` : ''}`,
    stopped: () => 'Bạn đã bảo dừng: không có tin nào tới bạn cho tới khi bạn nhắn lại.',
    referral: (code, openedAt, centre, state) =>
      `Câu hỏi ${code}, chuyển lúc ${openedAt} tới trung tâm trợ giúp pháp lý ${centre}: ${STATES[state]}`,
    lines: () => 'Những dòng đã chuyển:',
    contact: (contact) => `Liên hệ bạn cho: ${contact}`,
    reach: (reach) => `Liên hệ an toàn bạn cho: ${reach}`,
    said: () => 'Nhắn qua lại sau đó:',
    saidLine: (by, at, words) => `${by === 'person' ? 'Bạn' : 'Cán bộ'}, ${at}: ${words}`,
    rating: (rating) =>
      `Bạn đánh giá: ${{ helpful: 'giúp được', partly: 'giúp được một phần', 'not-helpful': 'chưa giúp được' }[rating]}`,
    transfer: (to, reason) => `Cán bộ đề nghị chuyển sang ${to}, bạn chưa trả lời. Lý do: ${reason}`,
    notes: (count) => `Cán bộ có ${count} ghi chú riêng về hồ sơ này.`,
    drafted: () => 'Cán bộ đã bỏ điều chỉ ra bạn và gửi người biên soạn một bản nháp câu hỏi–đáp chung.',
    consents: () => 'Những điều bạn đã đồng ý',
    consentLine: (about, code, givenAt, withdrawnAt, wording) =>
      `${CONSENTS[about]}${code ? ` ${code}` : ''}, lúc ${givenAt}${withdrawnAt ? `; đã rút lại lúc ${withdrawnAt}` : ''}. Lời đã hỏi: “${wording}”`,
    howLong: () => 'Giữ bao lâu',
    howLongLines: () => [
      `Tin nhắn và cuộc trò chuyện: tự xoá ${kept.conversationsDays} ngày sau tin cuối cùng, trừ khi còn câu hỏi đang chờ cán bộ.`,
      `Câu hỏi đã chuyển và lời đồng ý: tự xoá ${kept.referralsMonths} tháng sau khi xong việc hoặc bạn rút.`,
      `Ngoài ra, câu tôi chưa trả lời tốt được giữ thêm tối đa ${kept.questionsDays} ngày, đã che tên, số, địa chỉ và không ghi ai hỏi, nên không tìm lại được theo người.`,
      backups,
    ],
    eraseHow: () => 'Muốn xoá hết, bạn nhắn: /xoa',
    inPrivate: () => 'Đây là nhóm nhiều người đọc. Bạn nhắn riêng cho tôi để xem hoặc xoá dữ liệu của mình nhé.',
    askErase: (open, on) =>
      `Tôi sẽ xoá ngay mọi thứ tôi giữ về bạn: tin nhắn, câu hỏi đã chuyển và câu trả lời của cán bộ, liên hệ, lời đồng ý.${
        open > 0 ? ` Bạn còn ${open} câu hỏi đang nhờ cán bộ: sẽ được rút, cán bộ chỉ được báo mã.` : ''
      }\n\nKhông xoá được: ${NOT_ON_SCREENS[whereOn(on)]}điều cán bộ đã đọc; câu đã che tên để viết câu trả lời (không ghi ai hỏi, tự hết sau ${kept.questionsDays} ngày); sổ việc của cán bộ (chỉ có mã, giữ ${kept.auditMonths} tháng); số đếm chung. ${backups} Tôi còn giữ ${ERASURES_DAYS + kept.backupsDays} ngày một dấu mã hoá, không có tên hay lời nào, để nếu phải dùng bản sao thì lại xoá bạn khỏi đó.\n\nMuốn xoá, bạn nhắn đúng hai chữ: XOÁ HẾT. Nhắn gì khác thì tôi không xoá.`,
    erased: (on) =>
      `Đã xoá. Tôi không còn giữ lời nào của bạn, kể cả tin này sau khi gửi. ${backups}${AFTER_ERASING[whereOn(on)]}`,
    notErased: () => 'Vâng, tôi không xoá gì cả.',
  };
}

const STEPS: Readonly<Record<Parameters<Wording['ownData']['step']>[0], string>> = {
  listening: 'Tôi đang nghe bạn hỏi, không có việc gì dở.',
  'offered-referral': 'Tôi đã hỏi bạn có muốn chuyển câu hỏi cho cán bộ không.',
  'finding-centre': 'Tôi đã hỏi bạn ở tỉnh nào để chỉ địa chỉ trung tâm.',
  'giving-reason': 'Tôi đã hỏi bạn câu trả lời chưa ổn ở chỗ nào.',
  reviewing: 'Bạn đang xem lại những dòng định chuyển; chưa có gì được gửi đi.',
  'giving-province': 'Bạn đang chuẩn bị chuyển câu hỏi (bước chọn tỉnh); chưa có gì được gửi đi.',
  'giving-contact': 'Bạn đang chuẩn bị chuyển câu hỏi (bước để lại liên hệ); chưa có gì được gửi đi.',
  'giving-reach': 'Bạn đang chuẩn bị chuyển câu hỏi (bước liên hệ an toàn); chưa có gì được gửi đi.',
  consenting: 'Tôi đang chờ bạn đồng ý chuyển câu hỏi; chưa có gì được gửi đi.',
  'with-staff': 'Tin bạn nhắn đang được chuyển cho cán bộ.',
  'asked-transfer': 'Cán bộ đề nghị chuyển câu hỏi của bạn sang trung tâm khác, đang chờ bạn trả lời.',
  rating: 'Cán bộ đã kết thúc, tôi đã hỏi bạn có giúp được không.',
};

const STATES: Readonly<Record<Parameters<Wording['ownData']['referral']>[3], string>> = {
  waiting: 'đang chờ cán bộ trả lời',
  answered: 'cán bộ đã trả lời, chưa kết thúc',
  closed: 'đã kết thúc',
  withdrawn: 'bạn đã rút',
};

const CONSENTS: Readonly<Record<Parameters<Wording['ownData']['consentLine']>[0], string>> = {
  referral: 'Chuyển câu hỏi',
  transfer: 'Chuyển sang trung tâm khác hồ sơ',
  reach: 'Cách liên hệ an toàn',
};

type Where = 'zalo' | 'telegram' | 'elsewhere';

function whereOn(on: string | undefined): Where {
  return on === 'zalo' || on === 'telegram' ? on : 'elsewhere';
}

const NOT_ON_SCREENS: Readonly<Record<Where, string>> = {
  zalo: 'tin đã nằm trong Zalo trên điện thoại (bạn tự xoá được); ',
  telegram: `tin bạn viết và tin tôi gửi quá ${TAKE_BACK_HOURS} giờ trong Telegram (bạn tự xoá được); `,
  elsewhere: '',
};

const AFTER_ERASING: Readonly<Record<Where, string>> = {
  zalo: '\n\nTin trong Zalo trên điện thoại thì tôi không xoá được. Bạn tự xoá: ở danh sách tin nhắn, nhấn giữ cuộc trò chuyện này rồi chọn Xoá.',
  telegram: `\n\nTin tôi gửi trong ${TAKE_BACK_HOURS} giờ qua đang được gỡ khỏi đây. Tin cũ hơn và tin bạn viết thì bạn tự xoá: ở danh sách tin nhắn, nhấn giữ cuộc trò chuyện này rồi chọn Xoá (Delete Chat).`,
  elsewhere: '',
};
