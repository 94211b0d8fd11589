import type { NotOffered } from '../../../flow/curation/offer-candidate.ts';
import type { InBoth } from '../kit/words.ts';

export interface CandidateWords {
  readonly offerTitle: (code: string) => string;
  readonly offerLead: string;
  readonly back: string;
  readonly maskedLead: string;
  readonly question: string;
  readonly questionHint: string;
  readonly answer: string;
  readonly answerHint: string;
  readonly citations: string;
  readonly citationsHint: string;
  readonly looked: string;
  readonly lookedHint: string;
  readonly offer: string;
  readonly near: string;
  readonly nearLead: string;
  readonly noNear: string;
  readonly entry: string;
  readonly shortAnswer: string;
  readonly confidence: string;
  readonly missing: string;
  readonly masked: string;
  readonly notLooked: string;
  readonly noCitation: string;
  readonly unknownCitations: (which: string) => string;
  readonly faulty: string;
  readonly not: Readonly<Record<Exclude<NotOffered['outcome'], 'not-found'>, string>>;
  readonly offered: string;

  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly table: string;
  readonly since: string;
  readonly pageTitle: string;
  readonly begin: string;
  readonly beginHint: string;
  readonly newEntry: string;
  readonly addTo: string;
  readonly action: string;
  readonly dismiss: string;
  readonly dismissHint: string;
  readonly reason: string;
  readonly reasonMissing: string;
  readonly dismissed: string;
  readonly gone: string;
  readonly note: string;
}

export const CANDIDATE_WORDS: InBoth<CandidateWords> = {
  vi: {
    offerTitle: (code) => `Đề xuất ${code} thành mục hỏi–đáp`,
    offerLead:
      'Người biên soạn chỉ thấy câu hỏi và câu trả lời dưới đây, không thấy mã hồ sơ, trung tâm hay cuộc trò chuyện.',
    back: 'Về hồ sơ',
    maskedLead: 'Máy đã che những chỗ in đậm. Bạn đọc từng câu: máy có thể sót, hoặc che nhầm.',
    question: 'Câu hỏi',
    questionHint:
      'Giữ lời người dân; bỏ mọi điều chỉ ra một người: tên, số, nơi ở, nơi làm, chuyện riêng không cần cho câu hỏi.',
    answer: 'Câu trả lời',
    answerHint: 'Viết cho bất kỳ ai gặp việc như vậy, không phải cho riêng một người.',
    citations: 'Căn cứ',
    citationsHint: 'Mỗi dòng một điều: bo-luat-lao-dong-2019:97. Không có căn cứ thì không thành mục được.',
    looked: 'Tôi đã xem: không còn tên, số, địa chỉ hay điều gì chỉ ra một người',
    lookedHint: 'Máy không thấy hết được; người đọc lần cuối là bạn.',
    offer: 'Đề xuất',
    near: 'Mục gần giống đã có',
    nearLead: 'Nếu một mục dưới đây đã trả lời đúng việc này thì không cần đề xuất.',
    noNear: 'Không thấy mục nào gần giống.',
    entry: 'Mục',
    shortAnswer: 'Trả lời ngắn',
    confidence: 'Độ chắc',
    missing: 'Chỗ này chưa có gì.',
    masked: 'Máy còn thấy tên, số hoặc địa chỉ và đã che thêm. Bạn đọc lại rồi gửi lần nữa.',
    notLooked: 'Bạn đọc lại từ đầu tới cuối, rồi đánh dấu ô này.',
    noCitation: 'Cần ít nhất một căn cứ.',
    unknownCitations: (which) => `Không có điều nào như: ${which}. Bạn tìm bằng ô bên dưới.`,
    faulty: 'Chưa đề xuất được. Những chỗ cần sửa ở dưới đây; những gì bạn viết vẫn còn.',
    not: {
      'not-closed': 'Chỉ đề xuất được hồ sơ đã kết thúc.',
      'nothing-said': 'Hồ sơ này chưa có câu trả lời nào của cán bộ, nên không có gì để đề xuất.',
      'offered-before': 'Hồ sơ này đã được đề xuất rồi.',
    },
    offered: 'Đã gửi đề xuất tới người biên soạn. Cảm ơn bạn.',

    title: 'Từ hồ sơ',
    lead: 'Câu hỏi và câu trả lời mà cán bộ đề xuất thành mục, đã che và đã có người xem. Không kèm mã hồ sơ hay trung tâm.',
    none: 'Không có đề xuất nào đang chờ.',
    table: 'Các đề xuất',
    since: 'Đề xuất lúc',
    pageTitle: 'Một đề xuất từ hồ sơ',
    begin: 'Soạn từ đề xuất này',
    beginHint:
      'Lời người hỏi trở thành một cách hỏi; khi đăng, câu đó thành câu hỏi kiểm tra. Bạn viết lại câu trả lời bằng lời của mục và kiểm từng căn cứ.',
    newEntry: 'Soạn mục mới',
    addTo: 'Thêm cách hỏi vào mục này',
    action: 'Làm gì',
    dismiss: 'Không dùng đề xuất này',
    dismissHint: 'Ví dụ: đã có mục trả lời đúng, việc quá riêng.',
    reason: 'Lý do',
    reasonMissing: 'Bạn ghi lý do.',
    dismissed: 'Đã bỏ đề xuất.',
    gone: 'Đề xuất này đã có người xử lý.',
    note: 'Từ một hồ sơ đã kết thúc.',
  },
  en: {
    offerTitle: (code) => `Offer ${code} as an entry`,
    offerLead: 'Curators see only the question and the answer below; not the code, the centre or the talk.',
    back: 'Back to the referral',
    maskedLead:
      'The machine has masked what stands in bold. Read every sentence: it may have missed something, or masked too much.',
    question: 'Question',
    questionHint:
      'Keep the words of the person; take out whatever points to somebody: names, numbers, places, private matters that the question does not need.',
    answer: 'Answer',
    answerHint: 'Write for anybody in such a matter, not for one person.',
    citations: 'Legal basis',
    citationsHint: 'One article in a line: bo-luat-lao-dong-2019:97. Without a citation there is no entry.',
    looked: 'I have read it: no name, number, address or anything else is left that points to a person',
    lookedHint: 'The machine cannot see everything; you are the last to read it.',
    offer: 'Offer',
    near: 'Entries nearly the same',
    nearLead: 'If one of these answers the matter already, there is nothing to offer.',
    noNear: 'No entry is nearly the same.',
    entry: 'Entry',
    shortAnswer: 'Short answer',
    confidence: 'Confidence',
    missing: 'Nothing stands here yet.',
    masked: 'The machine still found a name, number or address and masked it too. Read again and send once more.',
    notLooked: 'Read it from beginning to end, then tick this.',
    noCitation: 'At least one citation is needed.',
    unknownCitations: (which) => `There is no such article: ${which}. Search with the field below.`,
    faulty: 'Not offered. What must be mended stands below; what you wrote is still here.',
    not: {
      'not-closed': 'Only a closed referral can be offered.',
      'nothing-said': 'Staff have not answered this referral, so there is nothing to offer.',
      'offered-before': 'This referral was offered already.',
    },
    offered: 'It was sent to the curators. Thank you.',

    title: 'From referrals',
    lead: 'Questions and answers that staff offer as entries, masked and read by somebody. Without the code or the centre.',
    none: 'Nothing was offered.',
    table: 'Offered',
    since: 'Offered at',
    pageTitle: 'Offered from a referral',
    begin: 'Begin from this',
    beginHint:
      'The words of the person become a wording, and a test question once it is published. Write the answer anew in the words of an entry and check every citation.',
    newEntry: 'Write a new entry',
    addTo: 'Add the wording to this entry',
    action: 'What to do',
    dismiss: 'Do not use this',
    dismissHint: 'For instance: an entry answers it already, the matter is too private.',
    reason: 'Why',
    reasonMissing: 'Please say why.',
    dismissed: 'It was put aside.',
    gone: 'Somebody has dealt with this already.',
    note: 'From a closed referral.',
  },
};
