import { LIFETIMES, type Lifetimes } from '../../base/lifetimes.ts';
import type { Way } from '../../conversation/service.ts';
import { ownDataWords, privacyLines } from './vi-own-data.ts';
import type { Wording } from './wording.ts';

const CALL =
  'Việc gấp, gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em, mua bán người). Hỏi luật sư miễn phí: 1800 1233 (8h–17h, thứ Hai đến thứ Sáu).';
const PLACES: Readonly<Record<Way['on'], string>> = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' };

function wayInWords({ on, at }: Way): string {
  return at === undefined ? PLACES[on] : `${PLACES[on]} ${at}`;
}

/** Vietnamese: warm, short, free of jargon. Read every sentence aloud before changing it. */
export const vi: Wording = {
  urgentLead: {
    violence: 'Sự an toàn của bạn là trước hết. Nếu đang nguy hiểm, hãy gọi ngay:',
    child: 'Bạn, hay em nhỏ mà bạn biết, cần được an toàn ngay. Hãy gọi:',
    'self-harm': 'Cảm ơn bạn đã nói ra. Bạn không phải chịu đựng một mình. Hãy gọi ngay:',
    detention: 'Tôi hiểu bạn đang rất lo. Số có thể hỗ trợ về pháp lý:',
    trafficking: 'Hãy tìm cách an toàn để báo tin. Gọi ngay:',
    medical: 'Việc này cần cấp cứu. Hãy gọi ngay:',
  },
  urgentSteps: {
    violence: [
      'Rời khỏi chỗ nguy hiểm nếu được: sang nhà hàng xóm, trạm y tế, công an xã gần nhất. Mang theo con nhỏ, giấy tờ, điện thoại.',
      'Không gọi được thì nhắn người bạn tin nhờ họ gọi 113 giúp.',
      'Bị thương thì đi khám ngay và giữ giấy khám.',
    ],
    child: [
      'Nếu là chuyện của bạn: đến chỗ có người, nói với một người lớn bạn tin. Đó không phải lỗi của bạn.',
      'Nếu là một em nhỏ bạn biết: đưa em tới chỗ an toàn, ở bên em, không tra hỏi, không trách em.',
      'Báo công an xã hoặc UBND xã gần nhất. Ai biết cũng được báo, trẻ em cũng tự báo được, không cần giấy tờ gì.',
      'Bị thương hoặc bị xâm hại thì đi khám ngay, giữ nguyên quần áo, khoan tắm rửa.',
    ],
    'self-harm': [
      'Xin đừng ở một mình lúc này. Gọi hoặc nhắn ngay một người bạn tin, nhờ họ đến với bạn.',
      'Rời xa dao, thuốc, chỗ cao. Nếu đã uống gì hoặc bị thương, gọi 115 hoặc đến trạm y tế gần nhất.',
      'Bạn có thể kể tiếp với tôi ở đây, tôi sẽ chỉ nơi giúp được bạn.',
    ],
    detention: [
      'Hỏi cơ quan công an: người thân bị giữ ở đâu, vì việc gì, theo quyết định nào. Xin xem hoặc ghi lại số quyết định.',
      'Yêu cầu có luật sư. Gia đình được tự mời; người thuộc diện trợ giúp pháp lý được miễn phí.',
      'Nếu nghi người thân bị đánh, gửi đơn tới viện kiểm sát cùng cấp ngay, ghi rõ ngày giờ, tên người biết chuyện.',
    ],
    trafficking: [
      'Nếu chạy được, vào chỗ đông người, đồn công an, đồn biên phòng gần nhất.',
      'Nhắn cho người thân biết bạn đang ở đâu: tên đường, toà nhà, biển số xe, ảnh chụp nếu an toàn.',
      'Người nhà đừng tự chuyển tiền chuộc hay tự đi tìm: báo công an ngay, không phải chờ 24 giờ.',
    ],
    medical: [
      'Gọi 115 hoặc đưa người bệnh tới cơ sở y tế gần nhất, nhờ người xung quanh giúp.',
      'Nói rõ chuyện gì xảy ra, từ lúc nào, người bệnh đang thế nào, đang có thai hay uống thuốc gì.',
    ],
  },
  hotline: (number, name, purpose, hours, cost) =>
    `${number} – ${name}: ${purpose}${[hours, cost].filter(Boolean).length ? ` (${[hours, cost].filter(Boolean).join(', ')})` : ''}`,
  urgentThen: () => 'Việc nên làm lúc này',
  ifInDanger: (danger, numbers) =>
    danger === 'detention'
      ? `Khi có người đang bị bắt, bị giữ, trong giờ làm việc gọi ${numbers.join(' hoặc ')} hỏi luật sư miễn phí.`
      : `Nếu đang gặp nguy hiểm, gọi ngay ${numbers.join(' hoặc ')}.`,

  basisHeading: () => 'Căn cứ:',
  quoteHeading: (label, languageName) => `${label} – nguyên văn ${languageName}`,
  quoteSource: (source) => `Nguồn: ${source}.`,
  checkedOn: (day, validTo) =>
    validTo ? `Đã kiểm tra đến ngày ${day}. Nội dung này áp dụng đến hết ${validTo}.` : `Đã kiểm tra đến ngày ${day}.`,
  lawChanged: (day, ahead) =>
    ahead
      ? `Điều luật này sẽ có thay đổi từ ngày ${day}; nội dung đang được kiểm tra lại.`
      : `Điều luật này vừa có thay đổi từ ngày ${day}; nội dung đang được kiểm tra lại.`,
  machineNotice: (mayRefer) =>
    mayRefer
      ? 'Đây là thông tin pháp luật do máy tìm giúp, không thay cho luật sư. Muốn gặp người thật, bạn nhắn: gặp cán bộ.'
      : 'Đây là thông tin pháp luật do máy tìm giúp, không thay cho luật sư. Muốn gặp người thật, bạn nhắn riêng cho tôi: gặp cán bộ.',
  machineNoticeAlone: () =>
    'Đây là thông tin pháp luật do máy tìm giúp, không thay cho luật sư. Muốn gặp người thật, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu).',
  inLanguage: (languageName) => `Xem ${languageName}`,

  readHow: (articles) =>
    `Muốn đọc đúng từng chữ trong luật, bạn nhắn: ${articles.map((article) => `“nguyên văn ${article}”`).join(', ')}.`,
  article: (article) => `điều ${article}`,
  clause: (clause) => `khoản ${clause}`,
  point: (point) => `điểm ${point}`,
  textAlone: (label, mayRefer) =>
    `Tôi chưa có phần giải thích ${label}, nên đưa bạn nguyên văn. ${
      mayRefer
        ? 'Muốn có người giải thích cho việc của bạn, bạn nhắn: gặp cán bộ.'
        : 'Muốn có người giải thích, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu).'
    }`,
  textGone: () => 'Bản này không còn trong kho. Bạn hỏi lại bằng tên luật và số điều, tôi tìm bản đang có.',
  partBegins: (part, beginning) => `Phần bạn hỏi (${part}) bắt đầu bằng: “${beginning}”`,
  noSuchPart: (part) => `Tôi không thấy ${part} trong điều này; dưới đây là cả điều.`,
  binds: (from, to, when) => {
    switch (when) {
      case 'now':
        return `Bản này có hiệu lực từ ngày ${from}${to ? ` đến hết ngày ${to}` : ''}.`;
      case 'not-yet':
        return `Bản này CHƯA có hiệu lực: áp dụng từ ngày ${from}${to ? ` đến hết ngày ${to}` : ''}.`;
      case 'no-more':
        return `Bản này ĐÃ HẾT hiệu lực: chỉ áp dụng từ ngày ${from} đến hết ngày ${to}.`;
    }
  },
  publishedText: (name, number, adoptedOn, url) =>
    [name, number && `số ${number}`, adoptedOn && `ngày ${adoptedOn}`, url].filter(Boolean).join(', '),
  perhapsChanged: (laws) =>
    `Lưu ý: luật này còn được sửa bởi ${laws.map(([number, from]) => `văn bản số ${number} (từ ${from})`).join(', ')}. Tôi chưa có nguyên văn phần sửa đó, nên điều trên có thể đã khác vài chỗ. Bạn hỏi cán bộ trước khi dùng: nhắn “gặp cán bộ” hoặc gọi 1800 1233.`,
  textSource: (sources) => `Nguồn: ${sources.join('; ')}.`,
  fingerprint: (sha256) => `Mã kiểm tra (SHA-256): ${sha256}…`,
  readOnHow: (next, previous) =>
    `Bạn nhắn ${[next && '“điều sau”', previous && '“điều trước”', '“mục lục”'].filter(Boolean).join(', ')} để đọc tiếp.`,
  contentsHeading: (instrument, page, pages) => `Mục lục ${instrument}${pages > 1 ? ` (trang ${page}/${pages})` : ''}`,
  articleLine: (article, heading) => `Điều ${article}${heading ? `. ${heading}` : ''}`,
  contentsHow: (example, before, after) =>
    `Bạn nhắn số điều để đọc, ví dụ: “điều ${example}”.${
      before || after
        ? ` Xem tiếp, nhắn: ${[after && '“trang sau”', before && '“trang trước”'].filter(Boolean).join(' hoặc ')}.`
        : ''
    }`,
  lawEnd: (at, instrument) =>
    `Đây đã là điều ${at === 'last' ? 'cuối cùng' : 'đầu tiên'} tôi có của ${instrument}. Muốn xem các điều khác, bạn nhắn: mục lục.`,
  ofWhichLaw: (article) =>
    `Bạn muốn đọc Điều ${article} của luật nào? Bạn nhắn thêm tên luật, ví dụ: nguyên văn điều ${article} luật trợ giúp pháp lý.`,
  whichLaw: (article) =>
    article ? `Bạn muốn xem Điều ${article} của luật nào?` : 'Có nhiều luật gọi gần như vậy. Bạn muốn xem luật nào?',
  oldYear: (year) => `Bản năm ${year} không còn áp dụng.`,
  lawEnded: (instrument, to) => `${instrument} không còn áp dụng${to ? ` (hết hiệu lực sau ngày ${to})` : ''}.`,
  lawNow: (instrument, number, from) =>
    `Hiện nay áp dụng ${instrument} (${[number && `số ${number}`, `có hiệu lực từ ngày ${from}`].filter(Boolean).join(', ')}).`,
  otherNumbers: (article) => `Trong luật mới, Điều ${article} có thể nói về việc khác. Bạn muốn xem gì?`,
  relatedLead: () => 'Điều luật liên quan, để bạn đọc thêm (chưa phải câu trả lời cho việc của bạn):',

  whichOne: () => 'Bạn đang muốn hỏi việc nào dưới đây?',
  notKnown: (mayRefer) =>
    `Tôi chưa có câu trả lời chắc chắn cho việc này nên không dám trả lời bừa.${
      mayRefer
        ? ' Tôi có thể chuyển câu hỏi của bạn tới trung tâm trợ giúp pháp lý nhà nước ở tỉnh bạn, chỉ khi bạn đồng ý. Bạn có muốn không?'
        : ' Bạn nhắn riêng cho tôi để được chuyển tới trung tâm trợ giúp pháp lý, hoặc gọi 1800 1233 (8h–17h, thứ Hai đến thứ Sáu).'
    }`,
  notKnownAlone: () =>
    'Tôi chưa có câu trả lời chắc chắn cho việc này nên không dám trả lời bừa. Lúc này tôi chưa chuyển câu hỏi cho cán bộ được. Bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu), hoặc nhắn “gặp cán bộ” để tôi chỉ nơi gặp người thật.',
  articleNotHeld: (instrument, article) =>
    `Tôi chưa có phần tóm lược Điều ${article} ${instrument}. Bạn kể việc của mình để tôi tìm điều phù hợp, hoặc nhắn: gặp cán bộ.`,
  noSuchArticle: (instrument, article, articles) =>
    `${instrument} không có Điều ${article}${articles ? `, chỉ đến Điều ${articles}` : ''}. Bạn xem lại số điều, hoặc kể việc của bạn để tôi tìm giúp.`,
  outOfScope: () =>
    'Việc này nằm ngoài phần tôi biết. Tôi chỉ giúp về quyền của bạn: bạo lực gia đình, trẻ em, việc làm, bị bắt giữ, khuyết tật, khiếu nại, giấy tờ, các công ước về quyền con người, và trợ giúp pháp lý miễn phí. Bạn cứ kể chuyện của mình, tôi tìm luật giúp.',
  smallTalk: {
    greeting:
      'Chào bạn, tôi là Hỏi Quyền. Bạn cứ kể chuyện của mình bằng lời thường ngày, tôi tìm quyền của bạn trong luật và chỉ nơi giúp được bạn.\n\nVí dụ: “công ty nợ lương 2 tháng”, “chồng đánh thì gọi ai”, “con chưa có giấy khai sinh”.\n\nTôi là máy, chỉ nói điều có căn cứ trong luật. Muốn gặp người thật, nhắn: gặp cán bộ.',
    help: 'Bạn nhắn cho tôi:\n• chuyện của bạn, bằng lời thường ngày, có dấu hay không dấu đều được\n• “điều 20 hiến pháp”, “công ước quyền trẻ em điều 32” để xem một điều luật\n• “gặp cán bộ” để chuyển câu hỏi tới trung tâm trợ giúp pháp lý của tỉnh bạn\n• “trạng thái” để xem câu hỏi đã chuyển, “rút” để rút lại; nhắn mã kèm nội dung để gửi thêm, ví dụ: HQ-7K3M tôi có thêm giấy tờ\n• “huỷ” để dừng việc đang làm\n• “dữ liệu của tôi” để xem mọi thứ tôi giữ về bạn, “xoá dữ liệu của tôi” để xoá hết\n\nKhi nguy hiểm: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em, mua bán người).',
    thanks: 'Không có gì, bạn giữ gìn sức khoẻ nhé. Cần hỏi thêm, bạn cứ nhắn tôi bất cứ lúc nào.',
    goodbye: 'Chào bạn, chúc bạn mọi sự bình an. Cần hỏi thêm, bạn cứ nhắn tôi.',
    'machine-or-person':
      'Tôi là máy. Tôi chỉ tìm và trích điều có sẵn trong luật, không tự nghĩ ra luật. Muốn nói chuyện với người thật ở trung tâm trợ giúp pháp lý, bạn nhắn: gặp cán bộ.',
    'others-data':
      'Tôi không cho ai xem tin nhắn, tên hay số điện thoại của người khác, kể cả người trong nhà. Chuyện của ai chỉ người đó được biết. Nếu bạn có việc của mình cần hỏi, bạn cứ nhắn tôi.',
    'make-up-law':
      'Tôi không soạn hay bịa ra điều luật. Tôi chỉ tìm và trích điều có thật, kèm căn cứ. Bạn có việc gì cần hỏi về quyền của mình, bạn cứ nhắn tôi.',
    privacy: privacyLines(LIFETIMES).join('\n'),
  },
  entryGone: () => 'Nội dung này không còn áp dụng. Bạn hỏi lại bằng lời của bạn, tôi tìm bản đang có hiệu lực.',
  unreadable: () =>
    'Tôi chỉ đọc được chữ, chưa xem được ảnh, nghe được giọng nói hay mở được tệp. Bạn gõ chuyện của bạn bằng chữ giúp tôi nhé.',
  tooLong: (most) =>
    `Tin này dài quá ${most.toLocaleString('vi-VN')} ký tự nên tôi không đọc được. Bạn gửi ngắn hơn, hoặc chia thành vài tin nhé.`,
  trouble: () =>
    'Tôi đang gặp trục trặc nên chưa trả lời được tin vừa rồi. Tin của bạn vẫn được giữ. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em). Bạn cũng có thể nhắn “gặp cán bộ”.',
  slowDown: () =>
    'Bạn nhắn nhanh quá nên tôi đọc không kịp; từ tin này trở đi tôi chưa trả lời. Bạn chờ một phút rồi nhắn lại điều cần nhất giúp tôi nhé. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em). Tin báo đang bị nguy hiểm thì tôi vẫn trả lời ngay.',
  notKept: () =>
    'Hệ thống đang trục trặc, tôi chưa giữ được tin của bạn. Lát nữa chưa thấy trả lời thì bạn gửi lại giúp tôi nhé.',
  keptForLater: () =>
    'Hệ thống đang trục trặc nên tôi chưa trả lời được ngay. Tin của bạn vẫn được giữ, tôi sẽ trả lời khi chạy lại.',
  callNow: () => 'Việc gấp, bạn gọi ngay:',
  staleButton: () => 'Nút này không còn dùng được nữa. Bạn nhắn lại điều bạn cần, tôi làm tiếp ngay.',

  rateHow: () => 'Câu trả lời này có ích không? Bạn nhắn “có ích” hoặc “chưa đúng”.',
  askReason: () => 'Chưa ổn ở chỗ nào, bạn cho tôi biết để người biên soạn sửa nhé. Hoặc bạn cứ hỏi lại bằng lời khác.',
  thanksForRating: () => 'Cảm ơn bạn đã cho biết. Cần hỏi thêm, bạn cứ nhắn tôi.',

  offerReferral: () =>
    'Tôi xin lỗi vì chưa giúp đúng việc của bạn. Tôi có thể chuyển câu hỏi tới trung tâm trợ giúp pháp lý nhà nước ở tỉnh bạn, chỉ khi bạn đồng ý. Bạn có muốn không?',
  onlyInPrivate: () =>
    'Đây là nhóm nhiều người đọc. Để giữ kín chuyện của bạn, hãy nhắn riêng cho tôi rồi gõ: gặp cán bộ.',
  reviewLead: () => 'Đây là những tin tôi sẽ chuyển. Bạn xem kỹ, chưa có gì được gửi đi:',
  reviewHow: () => 'Bỏ bớt dòng: nhắn “bỏ 2”. Viết thêm: nhắn tiếp cho tôi. Xong thì nhắn “tiếp”.',
  nothingToPassOn: () =>
    'Bạn viết cho tôi điều muốn hỏi cán bộ. Viết xong tôi cho bạn xem lại, chưa có gì được gửi đi.',
  askProvince: () => 'Bạn đang ở tỉnh, thành phố nào? Tên cũ trước khi sáp nhập cũng được, ví dụ: Thái Bình, Sài Gòn.',
  provinceUnknown: () =>
    'Tôi chưa nhận ra tỉnh này. Bạn viết đủ tên tỉnh hoặc thành phố giúp tôi, ví dụ: Lạng Sơn, Cần Thơ. Muốn dừng, nhắn “huỷ”.',
  whichProvince: () => 'Tên này có thể là nhiều nơi. Bạn ở tỉnh nào?',
  askContact: () =>
    'Cán bộ sẽ trả lời bạn ngay tại đây, không cần số điện thoại. Nếu muốn cán bộ gọi, bạn viết số điện thoại và giờ gọi an toàn cho bạn. Không thì nhắn “bỏ qua”.',
  askReach: () =>
    'Lúc nào và bằng cách nào nhắn cho bạn thì an toàn? Ví dụ: “chỉ nhắn 8–11 giờ sáng”, “đừng gọi”. Cán bộ sẽ đọc dòng này trước tiên, và tôi cũng chỉ báo có tin trong giờ đó. Không cần thì nhắn “bỏ qua”.',
  consentLead: (centre, province) => `Tôi sẽ chuyển tới ${centre} (${province}):`,
  consentContact: (contact) => (contact ? `Liên hệ bạn cho: ${contact}` : 'Liên hệ: bạn không để lại.'),
  consentReach: (reach) => `Liên hệ an toàn: ${reach}`,
  consentTerms: (linked) =>
    `Tên, số điện thoại, tài khoản Zalo hoặc Telegram của bạn không được chuyển, trừ điều bạn tự viết ở trên. Xong việc, cán bộ có thể bỏ mọi điều chỉ ra bạn rồi viết thành câu hỏi–đáp chung. ${
      linked
        ? 'Khi cán bộ đang giúp, những tin bạn nhắn tiếp cũng được chuyển cho cán bộ, cho tới khi bạn nhắn “hỏi máy”. Bạn rút lại được bất cứ lúc nào: nhắn “rút”.'
        : 'Trung tâm này chưa nhận câu hỏi qua tôi hằng ngày: tôi giữ câu hỏi và chuyển ngay khi trung tâm kết nối, nên có thể lâu. Việc gấp, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu) hoặc đến Sở Tư pháp, UBND xã. Bạn rút lại được bất cứ lúc nào: nhắn “rút”.'
    }`,
  consentHow: () => 'Nếu đúng ý bạn, nhắn: Đồng ý. Không chuyển nữa thì nhắn: Huỷ.',
  passedOn: (code, centre, linked) =>
    linked
      ? `Đã chuyển tới ${centre}. Mã của bạn: ${code}. Khi cán bộ trả lời, tôi báo bạn tại đây. Muốn xem đến đâu rồi, nhắn: trạng thái. Trong lúc chờ, tin bạn nhắn sẽ được thêm vào hồ sơ; muốn hỏi máy, nhắn: hỏi máy.`
      : `Tôi đã giữ câu hỏi của bạn, mã ${code}, và sẽ chuyển khi ${centre} kết nối. Hiện chưa ai đọc. Việc gấp, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu) hoặc đến Sở Tư pháp, UBND xã.`,
  sayAgree: () => 'Để chuyển, bạn nhắn đúng hai chữ: Đồng ý. Không chuyển nữa thì nhắn: Huỷ.',
  cancelled: () => 'Đã dừng, không có gì được chuyển đi. Bạn cần gì cứ nhắn tôi.',
  linesKept: () => 'Những dòng bạn viết tôi vẫn nhớ. Muốn làm tiếp, bạn nhắn: gặp cán bộ.',
  askStop: (code) =>
    `Bạn muốn dừng việc nào?\n• Rút hẳn câu hỏi ${code}, cán bộ không xử lý nữa: bạn nhắn “rút ${code}”.\n• Cứ để cán bộ giúp, còn bạn hỏi tôi (máy) việc khác: bạn nhắn “hỏi máy”.\nBạn chưa chọn thì mọi việc vẫn như cũ. Tin bạn vừa nhắn tôi không gửi cho cán bộ.`,
  stillOpen: (codes) =>
    `${codes.map((code) => `Câu hỏi ${code}`).join(', ')} vẫn ở chỗ cán bộ. Muốn rút lại, bạn nhắn: ${codes.map((code) => `rút ${code}`).join(', hoặc ')}.`,
  nothingToCancel: () => 'Hiện không có việc gì đang làm dở. Bạn cần gì cứ nhắn tôi.',
  declined: () =>
    'Vâng, tôi không chuyển gì cả. Bạn có thể hỏi lại theo cách khác, hoặc gọi 1800 1233 để được hướng dẫn (miễn phí, 8h–17h, thứ Hai đến thứ Sáu).',
  status: (code, state, openedOn) =>
    `${code} (gửi ngày ${openedOn}): ${
      {
        waiting: 'đang chờ cán bộ trả lời',
        answered: 'cán bộ đã trả lời, chưa kết thúc',
        closed: 'đã kết thúc',
        withdrawn: 'bạn đã rút',
      }[state]
    }.`,
  noTickets: () => 'Bạn chưa chuyển câu hỏi nào như vậy. Muốn chuyển, bạn nhắn: gặp cán bộ.',
  added: (code) =>
    `Đã thêm vào hồ sơ ${code}. Cán bộ chưa trả lời; có trả lời tôi báo bạn. Trong lúc chờ muốn hỏi máy, bạn nhắn: hỏi máy.`,
  addedByCode: (code) => `Đã thêm vào hồ sơ ${code}. Có trả lời tôi báo bạn.`,
  withdrawn: (code) =>
    `Đã rút câu hỏi ${code}. Cán bộ được báo là không xử lý nữa. Bây giờ tôi (máy) lại trả lời bạn. Muốn nhờ cán bộ lại, bạn nhắn: gặp cán bộ.`,
  whichTicket: () => 'Bạn muốn rút câu hỏi nào?',
  backToBot: (code) =>
    `Vâng, bây giờ tôi (máy) trả lời bạn. Hồ sơ ${code} vẫn chờ cán bộ; tin bạn nhắn từ lúc này không chuyển cho cán bộ.`,
  withStaffAgain: (code) =>
    `Cán bộ đang giúp bạn hồ sơ ${code}, nên tôi (máy) tạm im. Tin bạn nhắn sẽ tới cán bộ. Muốn hỏi máy, nhắn: hỏi máy.`,
  staffMessage: (centre, code) => `Trả lời của cán bộ ${centre} (hồ sơ ${code}):`,
  askTransfer: (code, from, to) => `${from} đề nghị chuyển hồ sơ ${code} của bạn sang ${to}.`,
  transferReason: (reason) => `Lý do cán bộ nêu: ${reason}`,
  transferTerms: (from, linked) =>
    `Chưa có gì được chuyển; hồ sơ vẫn ở ${from}. Nếu bạn đồng ý, trung tâm mới đọc được những tin bạn đã chuyển và nhắn thêm, câu trả lời của cán bộ và liên hệ bạn tự để lại (nếu có). ${
      linked
        ? 'Bạn rút lại được bất cứ lúc nào: nhắn “rút”.'
        : 'Trung tâm mới chưa nhận câu hỏi qua tôi hằng ngày: tôi giữ hồ sơ và chuyển ngay khi trung tâm kết nối, nên có thể lâu. Việc gấp, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu) hoặc đến Sở Tư pháp, UBND xã. Bạn rút lại được bất cứ lúc nào: nhắn “rút”.'
    }`,
  transferHow: (code) =>
    code === undefined
      ? 'Đồng ý chuyển thì nhắn: Đồng ý. Không chuyển thì nhắn: Không.'
      : `Đồng ý chuyển thì nhắn: Đồng ý ${code}. Không chuyển thì nhắn: Không ${code}.`,
  transferPending: (code, to) => `Còn việc chuyển hồ sơ ${code} sang ${to}, bạn chưa trả lời.`,
  transferred: (code, to, linked) =>
    linked
      ? `Đã chuyển hồ sơ ${code} sang ${to}. Khi cán bộ ở đó trả lời, tôi báo bạn tại đây. Tin bạn nhắn tiếp sẽ tới trung tâm này; muốn hỏi máy, nhắn: hỏi máy.`
      : `Đã ghi hồ sơ ${code} cho ${to}; tôi chuyển khi trung tâm kết nối. Hiện chưa ai đọc. Việc gấp, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu) hoặc đến Sở Tư pháp, UBND xã.`,
  notTransferred: (because, code, centre) =>
    ({
      declined: `Vâng, tôi không chuyển. Hồ sơ ${code} vẫn ở ${centre}; cán bộ được báo như vậy.`,
      staff: `Cán bộ không chuyển hồ sơ ${code} nữa. Hồ sơ vẫn ở ${centre}, bạn không phải làm gì.`,
      'centre-left': `Trung tâm kia hiện không còn nhận hồ sơ qua tôi, nên tôi chưa chuyển. Hồ sơ ${code} vẫn ở ${centre}; cán bộ được báo như vậy.`,
    })[because],
  merged: (closed, into) =>
    `Hai hồ sơ ${closed} và ${into} của bạn là cùng một việc nên cán bộ gộp lại. Từ nay bạn dùng mã ${into}; tin bạn gửi trong hồ sơ ${closed} vẫn được giữ.`,
  reopened: (code) =>
    `Cán bộ mở lại hồ sơ ${code} để giúp bạn thêm. Có trả lời tôi báo bạn. Không muốn nữa, bạn nhắn: rút ${code}.`,
  takesLonger: (code, centre, linked) =>
    linked
      ? `Hồ sơ ${code} của bạn đã tới ${centre} nhưng đến giờ vẫn chưa có trả lời, lâu hơn dự kiến. Tôi xin lỗi bạn và đã nhắc trung tâm. Bạn không cần gửi lại; có trả lời tôi báo bạn. Việc gấp, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu). Không muốn chờ nữa, bạn nhắn: rút ${code}.`
      : `Hồ sơ ${code} của bạn vẫn chưa ai đọc, vì ${centre} chưa kết nối với tôi. Tôi xin lỗi bạn; người phụ trách cũng thấy hồ sơ này đang trễ. Tôi vẫn giữ câu hỏi, nhưng việc gấp thì bạn đừng chờ: gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu) hoặc đến Sở Tư pháp, UBND xã. Muốn rút lại, bạn nhắn: rút ${code}.`,
  centreContact: ({ address, phones, email, hours }, checkedOn) =>
    `${[
      address && `Địa chỉ: ${address}`,
      phones.length > 0 && `Điện thoại: ${phones.join(', ')}`,
      email && `E-mail: ${email}`,
      hours && `Giờ làm việc: ${hours}`,
    ]
      .filter(Boolean)
      .join('\n')}\n(Đã kiểm tra ngày ${checkedOn}.)`,
  noCentreContact: (centre) =>
    `Tôi chưa có địa chỉ đã kiểm tra của ${centre} nên không dám chỉ bừa. Bạn hỏi Sở Tư pháp hoặc UBND xã nơi bạn ở, hoặc gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu).`,
  channelOff: (otherWays) =>
    `Kênh này đang tạm ngừng, nên tôi chưa trả lời bạn ở đây được. Tin của bạn vẫn được giữ; khi kênh mở lại, bạn nhắn tôi lần nữa nhé.${
      otherWays.length > 0 ? `\n\nBạn hỏi tôi được ở nơi khác: ${otherWays.map(wayInWords).join('; ')}.` : ''
    }\n\n${CALL}`,
  hotlinesOnly: () =>
    'Tôi đang tạm ngừng trả lời câu hỏi và chưa chuyển cho cán bộ được. Tin của bạn vẫn được giữ; bạn nhắn tôi lần nữa sau nhé. Cần giúp ngay, bạn gọi:',
  hotlinesOnlyStill: () => `Tôi đang tạm ngừng nên chưa trả lời bạn được. ${CALL}`,
  referralsOff: (asksProvince) =>
    `Lúc này tôi tạm chưa chuyển câu hỏi cho cán bộ được, nên chưa có gì của bạn được gửi đi. Để gặp người thật, bạn gọi 1800 1233 (miễn phí, 8h–17h, thứ Hai đến thứ Sáu), hoặc đến trung tâm trợ giúp pháp lý, Sở Tư pháp, UBND xã nơi bạn ở.${
      asksProvince
        ? '\n\nBạn ở tỉnh, thành phố nào? Cho tôi biết, tôi chỉ địa chỉ trung tâm. Không cần thì bạn cứ hỏi việc khác.'
        : ''
    }`,
  closed: (code) =>
    `Cán bộ đã kết thúc hồ sơ ${code}. Từ bây giờ tôi (máy) lại trả lời bạn. Việc trả lời vừa rồi có giúp được bạn không?`,
  rated: () => 'Cảm ơn bạn đã cho biết. Cần hỏi thêm, bạn cứ nhắn tôi.',

  label: {
    referral: 'Chuyển cho cán bộ',
    noneOfThese: 'Không phải các việc trên, chuyển cho cán bộ',
    no: 'Không, cảm ơn',
    next: 'Tiếp',
    cancel: 'Huỷ',
    skip: 'Bỏ qua',
    see: 'Xem',
    later: 'Để sau',
    agree: 'Đồng ý',
    declineTransfer: 'Không chuyển',
    withdraw: 'Rút câu hỏi',
    backToBot: 'Hỏi máy',
    helpful: 'Có, giúp được',
    partly: 'Một phần',
    notHelpful: 'Chưa giúp được',
    answerHelpful: 'Có ích',
    answerUnhelpful: 'Chưa đúng việc của tôi',
    reason: {
      'wrong-matter': 'Không phải việc tôi hỏi',
      unclear: 'Khó hiểu',
      'no-steps': 'Thiếu cách làm',
      'wrong-or-old': 'Có chỗ sai hoặc cũ',
      other: 'Lý do khác',
    },
    readText: (article) => `Xem nguyên văn Điều ${article}`,
    readTextOf: (article, instrument) => `Nguyên văn Điều ${article} ${instrument}`,
    article: (article) => `Điều ${article}`,
    nextArticle: (article) => `Điều sau: Điều ${article}`,
    previousArticle: (article) => `Điều trước: Điều ${article}`,
    contents: 'Mục lục',
    nextPage: 'Trang sau',
    previousPage: 'Trang trước',
    oldText: 'Xem nguyên văn bản cũ',
  },
  typeNumber: (count) =>
    count === 1
      ? 'Trả lời 1 để chọn.'
      : `Trả lời ${Array.from({ length: count - 1 }, (_, nth) => nth + 1).join(', ')} hoặc ${count}.`,

  ownData: ownDataWords(LIFETIMES),

  discreet: {
    lead: () =>
      'Có tin trả lời cho bạn. Mời bạn mở tin này ra để đọc đầy đủ từ đầu; cần gì thêm, bạn cứ nhắn tiếp ở đây nhé.',
    urgentLead: (numbers) =>
      `Gọi ngay được: ${numbers.join(' · ')}. Mời bạn mở tin này ra để đọc đầy đủ từ đầu; cần gì thêm, bạn cứ nhắn tiếp ở đây nhé.`,
    begins: () =>
      'Nếu người khác hay cầm máy của bạn: từ giờ tin của tôi mở đầu bằng một dòng chung chung, và tin của cán bộ chỉ hiện khi bạn bảo “xem” hoặc vừa nhắn cho họ.\n• Muốn tôi ngừng hẳn, bạn nhắn một chữ: dừng.\n• Đọc xong, bạn có thể xoá cuộc trò chuyện này; trên trang web thì bấm “Thoát nhanh”.\n• Không cần như vậy, bạn nhắn: nhắn thường.',
    ends: () => 'Vâng, từ giờ tôi nhắn như thường.',
    question: () =>
      'Bạn có tin mới. Bây giờ bạn xem có tiện không?\nNhắn “xem” để đọc, “để sau” nếu chưa tiện, “dừng” nếu không muốn nhận tin nữa.',
    waiting: () => 'Bạn còn tin chưa xem. Nhắn “xem” để đọc, “để sau” nếu chưa tiện.',
    nothing: () => 'Vâng, hiện chưa có gì mới. Bạn cần gì cứ nhắn tôi.',
    later: (asksAgain) =>
      asksAgain
        ? 'Vâng, để sau. Khi nào tiện, bạn nhắn “xem”; tôi sẽ hỏi lại một lần nữa.'
        : 'Vâng, để sau. Khi nào tiện, bạn nhắn “xem”.',
    stopped: () => 'Đã dừng. Từ giờ không có tin nào tới bạn nữa, cho tới khi bạn nhắn lại.',
  },

  english: {
    notice:
      'This is legal information found by a machine; it does not replace a lawyer. To reach a legal aid officer, type: gặp cán bộ. Emergencies: 113 police, 115 ambulance, 111 children and trafficking.',
    vietnameseFollows: 'In Vietnamese, to show to somebody who can help you:',
    noAnswer:
      'I have no sure answer in English for this. Please write in Vietnamese if you can, or choose below to reach a legal aid officer. Emergencies: 113 police, 115 ambulance, 111 children and trafficking.',
  },

  staff: {
    newReferral: (code, province) => `Câu hỏi mới ${code} – ${province}`,
    lines: 'Người hỏi viết (đã đồng ý chuyển):',
    contact: (contact) => (contact ? `Liên hệ người hỏi tự cho: ${contact}` : 'Người hỏi không để lại liên hệ.'),
    reach: (reach) => `Liên hệ an toàn: ${reach}`,
    how: 'Trả lời (reply) tin này để gửi câu trả lời cho người hỏi. Kết thúc: trả lời tin này bằng /dong.',
    added: (code) => `${code} – người hỏi nhắn thêm:`,
    withdrawn: (code) => `${code}: người hỏi đã rút câu hỏi, không cần trả lời nữa.`,
    erased: (code) =>
      `${code}: người hỏi đã rút câu hỏi và xoá mọi dữ liệu của mình, không cần trả lời nữa. Xin anh chị xoá các tin của hồ sơ này trong nhóm.`,
    answeredBefore: (words) => `Cán bộ đã trả lời: ${words}`,
    delivered: (code) => `Đã nhận, đang gửi cho người hỏi (${code}).`,
    waitsForPerson: (code) => `Đã nhận. Câu trả lời chờ người hỏi mở xem (${code}).`,
    contactStopped: (code) =>
      `${code}: người hỏi đã dừng liên lạc. Đừng nhắn, đừng gọi cho đến khi họ nhắn lại. Câu trả lời gửi lúc này được giữ lại.`,
    contactResumed: (code) => `${code}: người hỏi đã nhắn lại, có thể trả lời.`,
    keptWhileStopped: (code) =>
      `${code}: người hỏi đã dừng liên lạc nên câu trả lời được giữ lại, chờ họ nhắn lại. Đừng gọi cho họ.`,
    keptWhileGone: (code) =>
      `${code}: chưa gửi tới được, vì người hỏi đã chặn bot hoặc đã rời đi. Câu trả lời được giữ lại; họ nhắn lại thì đọc được.`,
    mergedLines: (code) => `Từ hồ sơ ${code} của cùng người hỏi, đã gộp vào đây:`,
    notOpen: (code) => `${code} đã kết thúc hoặc đã được rút nên không gửi câu trả lời này.`,
    noLongerHere:
      'Chưa gửi cho ai. Hồ sơ của tin đó không còn ở trung tâm: đã chuyển nơi khác, hoặc người hỏi đã xoá. Muốn hỏi máy, xin gọi tên tôi trong một tin mới, đừng trả lời (reply) tin cũ.',
    closed: (code) => `${code}: đã kết thúc. Người hỏi được mời đánh giá.`,
    whichToClose: 'Hãy trả lời (reply) tin của hồ sơ bằng /dong, hoặc gõ /dong HQ-XXXX.',
    onlyText: 'Hiện chỉ gửi được câu trả lời bằng chữ cho người hỏi.',
    linked: (centre) =>
      `Đã nối nhóm này với ${centre}. Câu hỏi mới của người dân sẽ đến đây. Ai trong nhóm cũng đọc được, xin chỉ để cán bộ của trung tâm trong nhóm.`,
    linkedAdmins:
      'Đã nối nhóm này làm nhóm báo động của người quản trị. Hồ sơ quá hạn lâu sẽ được báo ở đây, chỉ có mã và tỉnh, không có nội dung.',
    dueSoon: (code, at, claimed) =>
      `${code}: hạn trả lời người hỏi là ${at}. ${claimed ? 'Đã có người nhận nhưng chưa trả lời.' : 'Chưa ai nhận.'} Trả lời (reply) tin này để gửi câu trả lời.`,
    late: (code, claimed) =>
      `${code}: đã quá hạn trả lời. ${claimed ? 'Đã có người nhận nhưng chưa trả lời.' : 'Chưa ai nhận.'} Người hỏi được báo là phải chờ lâu hơn. Trả lời (reply) tin này để gửi câu trả lời.`,
    lateForAdmins: (count) => `${count} hồ sơ quá hạn lâu mà chưa trung tâm nào trả lời:`,
    lateTicket: (code, province, dueAt) => `${code} – ${province}, hạn ${dueAt}`,
    andMore: (count) => `và ${count} hồ sơ khác, xem trên trang quản lý, mục Quá hạn`,
    badLinkCode: 'Mã nối không đúng, đã dùng hoặc đã hết hạn. Xin người quản trị cấp mã mới.',
    answeredInConsole: (code, who) => `${code} – ${who} đã trả lời trên trang quản lý:`,
    closedInConsole: (code, who) => `${code}: ${who} đã kết thúc trên trang quản lý. Người hỏi được mời đánh giá.`,
    reopenedInConsole: (code, who) => `${code}: ${who} đã mở lại trên trang quản lý.`,
    mergedInConsole: (closed, into, who) =>
      `${closed}: ${who} đã gộp vào ${into} vì cùng một người hỏi. Xin trả lời ở ${into}.`,
    transferAsked: (code, to, who) =>
      `${code}: ${who} đề nghị chuyển sang ${to}. Người hỏi đang được hỏi ý kiến; chưa đồng ý thì hồ sơ vẫn ở đây.`,
    transferDropped: (code, who) => `${code}: ${who} đã thôi đề nghị chuyển. Hồ sơ ở lại đây.`,
    transferDone: (code, to) => `${code}: người hỏi đồng ý, hồ sơ đã chuyển sang ${to}.`,
    transferRefused: (code, because) =>
      because === 'declined'
        ? `${code}: người hỏi không đồng ý chuyển. Hồ sơ ở lại đây.`
        : `${code}: trung tâm kia không còn nhận hồ sơ qua bot nên chưa chuyển. Hồ sơ ở lại đây.`,
    transferredHere: (from, reason) => `Chuyển từ ${from}, người hỏi đã đồng ý. Lý do: ${reason}`,
    heldBy: (code, who) =>
      `Chưa gửi. ${who} đang giữ ${code} trên trang quản lý. Vẫn muốn gửi thì trả lời (reply) lại tin đó, bắt đầu bằng /vangui.`,
    colleague: 'Một cán bộ',
    personLeft: (code) => `${code}: người hỏi đã chặn bot nên câu trả lời không tới được.`,
  },
};

/** The same where other lifetimes are set: what people are told is what is done. */
export function vietnamese(kept: Lifetimes): Wording {
  return {
    ...vi,
    smallTalk: { ...vi.smallTalk, privacy: privacyLines(kept).join('\n') },
    ownData: ownDataWords(kept),
  };
}
