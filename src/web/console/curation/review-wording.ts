import type { EntryField } from '../../../curation/compare.ts';
import type { Refusal } from '../../../curation/review.ts';
import type { InBoth } from '../kit/words.ts';

export interface ReviewWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly table: string;
  readonly entry: string;
  readonly author: string;
  readonly since: string;
  readonly note: string;
  readonly origin: string;
  readonly yours: string;
  readonly pageTitle: (entry: string) => string;
  readonly noteOf: (who: string) => string;
  readonly changed: string;
  readonly nothingChanged: string;
  readonly isNew: string;
  readonly fields: Readonly<Record<EntryField, string>>;
  readonly comparison: string;
  readonly preview: string;
  readonly checks: string;
  readonly checking: (done: string, of: string) => string;
  readonly lookAgain: string;
  readonly checkFailed: string;
  readonly passes: string;
  readonly stopped: string;
  readonly faults: string;
  readonly conflict: string;
  readonly overtaken: string;
  readonly toDue: string;
  readonly day: (day: string) => string;
  readonly noDay: string;
  readonly own: string;
  readonly taken: (asked: string) => string;
  readonly noneTaken: (asked: string) => string;
  readonly ofEntry: string;
  readonly near: string;
  readonly decide: string;
  readonly publish: string;
  readonly publishLead: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly sendBack: string;
  readonly sendBackLead: string;
  readonly sendBackReason: string;
  readonly reasonMissing: string;
  readonly ownWork: string;
  readonly onlyReviewer: string;
  readonly withdraw: string;
  readonly withdrawLead: string;
  readonly publishing: (entry: string) => string;
  readonly step: string;
  readonly refused: Readonly<Record<Refusal | 'unknown', string>>;
  readonly told: Readonly<Record<string, string>>;
  readonly giveBack: string;
  readonly from: (sources: { readonly questions: string; readonly candidates: string }) => string;
}

export const REVIEW_WORDS: InBoth<ReviewWords> = {
  vi: {
    title: 'Chờ duyệt',
    lead: 'Người soạn không tự đăng bản của mình: mỗi bản cần người thứ hai đọc.',
    none: 'Không có bản nào chờ duyệt.',
    table: 'Các bản chờ duyệt',
    entry: 'Mục',
    author: 'Người soạn',
    since: 'Gửi duyệt lúc',
    note: 'Sửa gì, vì sao',
    origin: 'Bắt đầu từ',
    yours: 'bản của bạn',
    pageTitle: (entry) => `Duyệt: ${entry}`,
    noteOf: (who) => `${who} ghi`,
    changed: 'Những phần đã đổi',
    nothingChanged: 'không phần nào',
    isNew: 'mục mới',
    fields: {
      title: 'câu hỏi, tên mục',
      variants: 'cách người dân hỏi',
      negativeTwin: 'câu không được trả lời',
      english: 'tiếng Anh',
      topics: 'lĩnh vực',
      citations: 'trích dẫn',
      valid: 'ngày áp dụng',
      reviewedOn: 'ngày kiểm',
      reviewBy: 'hạn kiểm lại',
      sources: 'nguồn',
      confidence: 'mức tin cậy',
      urgent: 'nguy hiểm',
      shortAnswer: 'câu trả lời ngắn',
      passages: 'các phần',
      basis: 'căn cứ',
    },
    comparison: 'So với bản đang dùng',
    preview: 'Người dân sẽ đọc thấy',
    checks: 'Kiểm tra',
    checking: (done, of) => `Đang kiểm: ${done} trên ${of} câu hỏi.`,
    lookAgain: 'Xem lại',
    checkFailed: 'Chưa kiểm được. Bạn thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.',
    passes: 'Mọi kiểm tra đều qua.',
    stopped: 'Chưa đăng được. Những chỗ vướng ở dưới đây.',
    faults: 'Những chỗ phải sửa',
    conflict: 'Phiên bản mới của phần mềm đã đổi tệp của mục này sau khi bản sửa bắt đầu. Cần chọn bản nào đúng trước.',
    overtaken: 'Trong lúc soạn, đã có bản khác của mục này được đăng hoặc được thu lại. Cần soạn lại từ bản đang dùng.',
    toDue: 'Xem ba bản cạnh nhau',
    day: (day) => `Hỏi thử theo luật của ngày ${day}.`,
    noDay: 'Mục này không còn ngày nào áp dụng, nên không hỏi thử câu nào.',
    own: 'Câu hỏi của mục',
    taken: (asked) => `Câu của các mục gần đó bị mục này giành mất (đã hỏi ${asked} câu)`,
    noneTaken: (asked) => `Không giành mất câu nào trong ${asked} câu của các mục gần đó.`,
    ofEntry: 'Của mục',
    near: 'Mục gần giống',
    decide: 'Quyết định',
    publish: 'Đăng',
    publishLead: 'Kiểm tra được chạy lại lần cuối. Qua thì máy trả lời bằng bản này ngay.',
    comment: 'Ghi chú của người duyệt',
    commentHint: 'Không bắt buộc.',
    sendBack: 'Trả lại người soạn',
    sendBackLead: 'Người soạn đọc lý do rồi soạn tiếp.',
    sendBackReason: 'Cần sửa gì (bắt buộc)',
    reasonMissing: 'Bạn ghi cần sửa gì, để người soạn biết.',
    ownWork: 'Đây là bản của bạn. Người khác duyệt và đăng.',
    onlyReviewer: 'Chỉ người duyệt đăng hoặc trả lại.',
    withdraw: 'Rút lại bản này',
    withdrawLead: 'Bạn thôi không gửi duyệt nữa. Bản được ghi là đã bỏ; câu hỏi đã dùng trở lại danh sách chờ.',
    publishing: (entry) => `Đăng mục ${entry}`,
    step: 'Kiểm câu hỏi',
    refused: {
      'not-author': 'Chỉ người soạn làm được việc này.',
      'own-work': 'Bạn không tự duyệt bản của mình. Người khác duyệt và đăng.',
      role: 'Tài khoản của bạn không làm được việc này.',
      state: 'Bản này đã có người xử lý.',
      unknown: 'Không có bản này.',
    },
    told: {
      submitted: 'Đã gửi duyệt.',
      rejected: 'Đã trả lại người soạn.',
      withdrawn: 'Đã rút lại.',
      stopped: 'Chưa đăng: có kiểm tra không qua.',
      refused: 'Chưa đăng: bản này đã có người xử lý, hoặc là bản của bạn.',
      released: 'Đã trả về danh sách chờ.',
    },
    giveBack: 'Thôi không soạn nữa, trả về danh sách chờ',
    from: ({ questions, candidates }) =>
      `Bắt đầu từ ${questions} câu hỏi của người dân và ${candidates} hồ sơ đã kết thúc.`,
  },
  en: {
    title: 'Reviews',
    lead: 'Nobody publishes their own text: each needs a second person to read it.',
    none: 'Nothing waits for review.',
    table: 'Waiting for review',
    entry: 'Entry',
    author: 'Author',
    since: 'Sent to review',
    note: 'What was changed and why',
    origin: 'Begun from',
    yours: 'yours',
    pageTitle: (entry) => `Review: ${entry}`,
    noteOf: (who) => `${who} says`,
    changed: 'What was changed',
    nothingChanged: 'nothing',
    isNew: 'a new entry',
    fields: {
      title: 'question or title',
      variants: 'wordings',
      negativeTwin: 'the question it must not answer',
      english: 'English',
      topics: 'topics',
      citations: 'citations',
      valid: 'days on which it holds',
      reviewedOn: 'day of the check',
      reviewBy: 'day of the next check',
      sources: 'sources',
      confidence: 'confidence',
      urgent: 'danger',
      shortAnswer: 'short answer',
      passages: 'passages',
      basis: 'legal basis',
    },
    comparison: 'Compared with what is in use',
    preview: 'What people will read',
    checks: 'Checks',
    checking: (done, of) => `Checking: ${done} of ${of} questions.`,
    lookAgain: 'Look again',
    checkFailed: 'This could not be checked. Try again in some minutes; if it stays so, tell the admin.',
    passes: 'All checks pass.',
    stopped: 'It cannot be published. What is in the way stands below.',
    faults: 'What must be mended',
    conflict:
      'A new release has changed the file of this entry since the draft was begun. Somebody must say first which is right.',
    overtaken:
      'Meanwhile another text of this entry was published or taken back. It must be written anew from what is in use.',
    toDue: 'See the three versions side by side',
    day: (day) => `Asked with the law of ${day}.`,
    noDay: 'There is no day left on which this entry holds, so nothing was asked.',
    own: 'Questions of the entry',
    taken: (asked) => `Questions that it takes from its neighbours (${asked} were asked)`,
    noneTaken: (asked) => `It takes none of ${asked} questions from its neighbours.`,
    ofEntry: 'Of the entry',
    near: 'Entries nearly the same',
    decide: 'Decide',
    publish: 'Publish',
    publishLead: 'The checks are run once more. If they pass, the bot answers with this text at once.',
    comment: 'Comment of the reviewer',
    commentHint: 'Not required.',
    sendBack: 'Send back to the author',
    sendBackLead: 'The author reads why and goes on.',
    sendBackReason: 'What must be mended (required)',
    reasonMissing: 'Please say what must be mended, so that the author knows.',
    ownWork: 'This is your own text. Somebody else reviews and publishes it.',
    onlyReviewer: 'Only a reviewer publishes or sends back.',
    withdraw: 'Withdraw this',
    withdrawLead: 'It is no longer sent to review and counts as discarded; the questions it was begun from wait again.',
    publishing: (entry) => `Publishing ${entry}`,
    step: 'Asking questions',
    refused: {
      'not-author': 'Only the author can do this.',
      'own-work': 'You do not review your own text. Somebody else reviews and publishes it.',
      role: 'Your account cannot do this.',
      state: 'Somebody has dealt with this already.',
      unknown: 'There is no such revision.',
    },
    told: {
      submitted: 'It was sent to review.',
      rejected: 'It was sent back to the author.',
      withdrawn: 'It was withdrawn.',
      stopped: 'Not published: a check did not pass.',
      refused: 'Not published: somebody has dealt with it already, or it is your own.',
      released: 'What it was begun from waits again.',
    },
    giveBack: 'Give up, let them wait again',
    from: ({ questions, candidates }) =>
      `Begun from ${questions} questions of people and ${candidates} closed referrals.`,
  },
};
