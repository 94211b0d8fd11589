import type { RegressionResult } from '../../../curation/regression.ts';
import type { Explained } from '../../../flow/curation/explain.ts';
import type { InBoth } from '../kit/words.ts';

export interface DraftWords {
  readonly title: (entry: string) => string;
  readonly newTitle: string;
  readonly newLead: string;
  readonly newKind: string;
  readonly newPlace: string;
  readonly newPlaceHint: string;
  readonly newQuestion: string;
  readonly questionMissing: string;
  readonly placeWrong: string;
  readonly idTaken: string;
  readonly begin: string;

  readonly tabs: string;
  readonly asForm: string;
  readonly asFile: string;
  readonly noForm: string;
  readonly save: string;
  readonly saved: string;
  readonly savedWithFaults: (count: string) => string;
  readonly notSaved: string;
  readonly note: string;
  readonly noteHint: string;
  readonly faultsLead: (count: string) => string;
  readonly faultAt: (line: string) => string;
  readonly noFaults: string;
  readonly question: string;
  readonly articleTitle: string;
  readonly variants: string;
  readonly variantsHint: string;
  readonly shortAnswer: string;
  readonly shortAnswerHint: string;
  readonly steps: string;
  readonly stepsHint: string;
  readonly passageHeading: string;
  readonly passageHeadingHint: string;
  readonly passage: string;
  readonly morePassage: string;
  readonly basis: string;
  readonly basisHint: string;
  readonly findCitation: string;
  readonly findCitationHint: string;
  readonly find: string;
  readonly insert: string;
  readonly notInForce: string;
  readonly noCitation: string;
  readonly topics: string;
  readonly topicsHint: string;
  readonly dates: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly validToHint: string;
  readonly reviewedOn: string;
  readonly reviewBy: string;
  readonly sources: string;
  readonly sourcesHint: string;
  readonly confidence: string;
  readonly confidenceA: string;
  readonly confidenceB: string;
  readonly urgent: string;
  readonly urgentHint: string;
  readonly negativeTwin: string;
  readonly negativeTwinHint: string;
  readonly english: string;
  readonly englishHint: string;
  readonly englishQuestion: string;
  readonly englishVariants: string;
  readonly englishAnswer: string;
  readonly file: string;
  readonly fileHint: string;

  readonly preview: string;
  readonly previewLead: string;
  readonly noPreview: string;
  readonly showPreview: string;

  readonly tryIt: string;
  readonly tryLead: string;
  readonly tryQuestion: string;
  readonly tryButton: string;
  readonly before: string;
  readonly after: string;
  readonly decision: Readonly<Record<Explained['decision'], string>>;
  readonly danger: string;
  readonly thisEntry: string;
  readonly entry: string;
  readonly confidenceOf: string;
  readonly confidenceNeeded: (has: string, needed: string) => string;
  readonly given: string;
  readonly nearest: string;
  readonly inPhrasings: string;
  readonly inAnswer: string;
  readonly nowhere: string;
  readonly why: string;
  readonly noWords: string;
  readonly evidence: {
    readonly lexical: string;
    readonly said: string;
    readonly whole: string;
    readonly coverage: string;
    readonly nearest: string;
    readonly marked: string;
    readonly twin: string;
    readonly agreement: string;
    readonly score: string;
  };
  readonly otherWay: string;
  readonly nothingFound: string;
  readonly tryFaults: string;

  readonly check: string;
  readonly checkLead: string;
  readonly checkButton: string;
  readonly checked: (passed: string, of: string) => string;
  readonly failures: string;
  readonly fromWhere: string;
  readonly from: Readonly<Record<RegressionResult['from'], string>>;
  readonly result: string;
  readonly results: Readonly<Record<RegressionResult['result'], string>>;
  readonly instead: string;
  readonly allPassed: string;
  readonly checkFaults: string;

  readonly near: string;
  readonly nearLead: string;

  readonly submit: string;
  readonly submitLead: string;
  readonly submitNote: string;
  readonly submitNoteHint: string;
  readonly noteMissing: string;
  readonly submitted: string;
  readonly notSound: string;
  readonly discard: string;
  readonly discardLead: string;
  readonly discarded: string;
  readonly notYours: (who: string) => string;
  readonly goOn: string;
  readonly goOnLead: string;
  readonly tooLong: string;
  readonly compare: string;
  readonly deadEnd: string;
}

export const DRAFT_WORDS: InBoth<DraftWords> = {
  vi: {
    title: (entry) => `Bản nháp: ${entry}`,
    newTitle: 'Soạn mục mới',
    newLead: 'Trước khi soạn, bạn tìm xem đã có mục nào gần giống chưa.',
    newKind: 'Loại',
    newPlace: 'Nhóm',
    newPlaceHint: 'Chữ thường không dấu, gạch nối: lao-dong, dat-dai. Mã mục giữ mãi, không đổi được.',
    newQuestion: 'Câu hỏi, như người dân hỏi',
    questionMissing: 'Bạn ghi câu hỏi, từ 5 đến 120 ký tự.',
    placeWrong: 'Chỉ dùng chữ thường không dấu, số và gạch nối.',
    idTaken: 'Đã có mục hoặc bản nháp mang mã này. Bạn đổi câu hỏi hoặc nhóm.',
    begin: 'Bắt đầu soạn',

    tabs: 'Cách soạn',
    asForm: 'Theo từng ô',
    asFile: 'Nguyên tệp',
    noForm: 'Phần đầu tệp chưa đọc được nên chưa chia thành từng ô. Bạn sửa trong tệp trước.',
    save: 'Lưu bản nháp',
    saved: 'Đã lưu, máy đọc được. Trước khi gửi duyệt, bạn chạy kiểm tra.',
    savedWithFaults: (count) => `Đã lưu. Còn ${count} chỗ cần sửa trước khi gửi duyệt.`,
    notSaved:
      'Chưa lưu được: bản nháp này không còn ở trạng thái đang soạn, hoặc không phải của bạn. Những gì bạn viết vẫn ở dưới đây.',
    note: 'Sửa gì, vì sao',
    noteHint: 'Người duyệt đọc đầu tiên. Ví dụ: thêm cách hỏi của người đi làm xa; luật mới từ 01/07.',
    faultsLead: (count) => `Còn ${count} chỗ cần sửa:`,
    faultAt: (line) => `Dòng ${line}`,
    noFaults: 'Chưa thấy lỗi nào.',
    question: 'Câu hỏi',
    articleTitle: 'Tên mục',
    variants: 'Cách người dân hỏi',
    variantsHint:
      'Mỗi dòng một cách. Ít nhất 12 với hỏi–đáp: có chuyện kể dài, câu không dấu, câu rất ngắn, tiếng địa phương. Không dùng chữ luật.',
    shortAnswer: 'Câu trả lời ngắn',
    shortAnswerHint: 'Lời thường, nhiều nhất 600 ký tự.',
    steps: 'Việc cần làm',
    stepsHint: 'Mỗi dòng một bước; số thứ tự được thêm tự động.',
    passageHeading: 'Tên phần',
    passageHeadingHint: 'Ví dụ: Giấy tờ, Thời hạn, Chi phí, Giới hạn.',
    passage: 'Nội dung phần',
    morePassage: 'Thêm một phần',
    basis: 'Căn cứ',
    basisHint: 'Mỗi dòng: mã:điều: điều đó nói gì. Ví dụ: crc:32: trẻ được bảo vệ khỏi bóc lột.',
    findCitation: 'Tìm điều luật',
    findCitationHint: 'Gõ “điều 97 luật lao động”, “crc 32”, hoặc việc: nợ lương.',
    find: 'Tìm',
    insert: 'Chèn',
    notInForce: 'không có hiệu lực hôm nay',
    noCitation: 'Không tìm thấy điều nào. Bạn thử ghi tên luật và số điều.',
    topics: 'Lĩnh vực',
    topicsHint: 'Chọn ít nhất một.',
    dates: 'Thời gian',
    validFrom: 'Áp dụng từ ngày',
    validTo: 'Đến hết ngày',
    validToHint: 'Để trống khi chưa biết ngày hết.',
    reviewedOn: 'Kiểm lần cuối',
    reviewBy: 'Phải kiểm lại trước ngày',
    sources: 'Nguồn đã đối chiếu',
    sourcesHint: 'Mỗi dòng một nguồn.',
    confidence: 'Mức tin cậy',
    confidenceA: 'A – văn bản chính thức hoặc nhiều nguồn',
    confidenceB: 'B – một nguồn',
    urgent: 'Nguy hiểm',
    urgentHint: 'Chọn thì số khẩn cấp đứng đầu câu trả lời.',
    negativeTwin: 'Câu gần giống mà mục này không được trả lời',
    negativeTwinHint: 'Bắt buộc với hỏi–đáp.',
    english: 'Tiếng Anh',
    englishHint: 'Không bắt buộc. Có thì đủ câu hỏi, ít nhất hai cách hỏi và câu trả lời.',
    englishQuestion: 'Câu hỏi tiếng Anh',
    englishVariants: 'Cách hỏi tiếng Anh, mỗi dòng một cách',
    englishAnswer: 'Câu trả lời tiếng Anh',
    file: 'Nguyên tệp',
    fileHint: 'Phần đầu giữa hai dòng --- là YAML, phần dưới là Markdown.',

    preview: 'Xem trước',
    previewLead: 'Đúng những tin người dân nhận được.',
    noPreview: 'Chưa xem trước được vì còn lỗi:',
    showPreview: 'Xem trước những gì đang viết',

    tryIt: 'Thử một câu hỏi',
    tryLead: 'Hỏi như người dân hỏi, để so máy đang trả lời thế nào với khi đăng bản này.',
    tryQuestion: 'Câu hỏi thử',
    tryButton: 'Thử',
    before: 'Hiện nay',
    after: 'Nếu đăng bản này',
    decision: {
      answered: 'Trả lời bằng một mục',
      'which-one': 'Đưa ra nhiều lựa chọn',
      'no-such-article': 'Nói rằng không có điều luật đó',
      'article-not-held': 'Nói rằng chưa có tóm lược điều đó',
      'official-text': 'Đưa nguyên văn điều đó',
      contents: 'Đưa mục lục của văn bản',
      'which-law': 'Hỏi lại là luật nào',
      'law-replaced': 'Nói rằng luật đó đã được thay thế',
      'not-known': 'Nói rằng chưa biết, mời chuyển cho cán bộ',
      'out-of-scope': 'Nói rằng ngoài phạm vi',
    },
    danger: 'Câu này có dấu hiệu nguy hiểm: số khẩn cấp đứng đầu.',
    thisEntry: 'mục đang sửa',
    entry: 'Mục',
    confidenceOf: 'Độ chắc',
    confidenceNeeded: (has, needed) => `${has}, cần ${needed}`,
    given: 'được trả lời',
    nearest: 'Cách hỏi gần nhất của mục',
    inPhrasings: 'Chữ trúng trong các cách hỏi',
    inAnswer: 'Chữ chỉ có trong câu trả lời',
    nowhere: 'Chữ không có trong mục',
    why: 'Vì sao',
    noWords: 'không có',
    evidence: {
      lexical: 'trùng chữ và cặp chữ',
      said: 'giống các cách hỏi của mục',
      whole: 'giống cả nội dung mục',
      coverage: 'phần câu hỏi có trong mục',
      nearest: 'giống cách hỏi gần nhất',
      marked: 'đúng dấu',
      twin: 'gần câu không được trả lời (trừ điểm)',
      agreement: 'các cách tìm cùng chọn',
      score: 'điểm chung',
    },
    otherWay: 'tìm theo tên điều luật hoặc theo dấu hiệu nguy hiểm, không theo chữ',
    nothingFound: 'Máy không nghĩ tới mục nào.',
    tryFaults: 'Bản nháp còn lỗi nên chưa thử được phần “nếu đăng bản này”.',

    check: 'Chạy các câu hỏi kiểm tra',
    checkLead:
      'Mọi cách hỏi của mục, câu gần giống, và lời người dân đã giữ phải ra đúng mục. Không qua thì không đăng được.',
    checkButton: 'Chạy kiểm tra',
    checked: (passed, of) => `Qua ${passed} trên ${of} câu.`,
    failures: 'Những câu chưa qua',
    fromWhere: 'Lấy từ',
    from: {
      title: 'câu hỏi của mục',
      variant: 'cách người dân hỏi',
      twin: 'câu không được trả lời',
      kept: 'câu hỏi kiểm tra đã giữ',
    },
    result: 'Kết quả',
    results: {
      passes: 'qua',
      'not-worse': 'chưa qua, trước khi sửa cũng vậy',
      broken: 'hỏng vì bản này',
    },
    instead: 'Mục đứng đầu thay cho mục này',
    allPassed: 'Mọi câu đều qua.',
    checkFaults: 'Bản nháp còn lỗi nên chưa chạy được. Bạn sửa lỗi rồi chạy lại.',

    near: 'Mục gần giống',
    nearLead: 'Có thể hai mục là một việc. Bạn đọc trước khi gửi duyệt.',

    submit: 'Gửi duyệt',
    submitLead: 'Người thứ hai đọc và đăng. Bạn không tự đăng bản của mình.',
    submitNote: 'Sửa gì, vì sao',
    submitNoteHint: 'Nêu văn bản hoặc nguồn bạn dựa vào.',
    noteMissing: 'Bạn ghi sửa gì, vì sao, để người duyệt biết chỗ nào cần đọc kỹ.',
    submitted: 'Đã gửi duyệt.',
    notSound: 'Chưa gửi được vì bản nháp còn lỗi. Những chỗ cần sửa ở dưới đây.',
    discard: 'Bỏ bản nháp này',
    discardLead: 'Câu hỏi hoặc hồ sơ đã dùng để soạn trở lại danh sách chờ.',
    discarded: 'Đã bỏ bản nháp.',
    notYours: (who) => `Bản này do ${who} soạn; chỉ người soạn sửa được.`,
    goOn: 'Soạn tiếp từ bản này',
    goOnLead: 'Bạn có bản nháp riêng, bắt đầu bằng nội dung này.',
    tooLong: 'Chưa lưu được: bản này dài quá 60.000 ký tự. Những gì bạn viết vẫn ở dưới đây.',
    compare: 'So với bản đang dùng',
    deadEnd: 'Đang có bản nháp khác của bạn cho mục này; đã mở bản đó.',
  },
  en: {
    title: (entry) => `Draft: ${entry}`,
    newTitle: 'Write a new entry',
    newLead: 'Look first whether an entry on this matter exists.',
    newKind: 'Kind',
    newPlace: 'Group',
    newPlaceHint: 'Small letters without marks and hyphens: lao-dong, dat-dai. The id stays for ever.',
    newQuestion: 'The question, as a person would ask it',
    questionMissing: 'Please write the question, 5 to 120 characters.',
    placeWrong: 'Use small letters without marks, digits and hyphens only.',
    idTaken: 'An entry or a draft has this id. Change the question or the group.',
    begin: 'Begin',

    tabs: 'How to edit',
    asForm: 'Field by field',
    asFile: 'Whole file',
    noForm: 'The head of the file cannot be read, so it cannot be shown in fields. Mend it in the file first.',
    save: 'Save the draft',
    saved: 'Saved, and it can be read. Run the checks before you send it to review.',
    savedWithFaults: (count) => `Saved. ${count} places must be mended before it goes to review.`,
    notSaved: 'Not saved: this is no longer a draft, or it is not yours. What you wrote is still below.',
    note: 'What was changed and why',
    noteHint:
      'What the reviewer reads first. For instance: wordings of people who work far from home; new law from 1 July.',
    faultsLead: (count) => `${count} places must be mended:`,
    faultAt: (line) => `Line ${line}`,
    noFaults: 'No fault was found.',
    question: 'Question',
    articleTitle: 'Title',
    variants: 'How people ask',
    variantsHint:
      'One in a line. At least 12 for a question: long stories, text without marks, very short ones, regional words. No legal wording.',
    shortAnswer: 'Short answer',
    shortAnswerHint: 'Plain words, at most 600 characters.',
    steps: 'What to do',
    stepsHint: 'One step in a line; the numbers are added.',
    passageHeading: 'Heading',
    passageHeadingHint: 'For instance: Giấy tờ, Thời hạn, Chi phí, Giới hạn.',
    passage: 'Text',
    morePassage: 'One more passage',
    basis: 'Legal basis',
    basisHint: 'In each line: code:article: what it says. For instance: crc:32: trẻ được bảo vệ khỏi bóc lột.',
    findCitation: 'Find an article',
    findCitationHint: 'Type “điều 97 luật lao động”, “crc 32”, or the matter: nợ lương.',
    find: 'Find',
    insert: 'Insert',
    notInForce: 'not in force today',
    noCitation: 'Nothing was found. Try the name of the law with the number of the article.',
    topics: 'Topics',
    topicsHint: 'Choose at least one.',
    dates: 'Days',
    validFrom: 'Holds from',
    validTo: 'Until',
    validToHint: 'Empty while no end is known.',
    reviewedOn: 'Last checked on',
    reviewBy: 'Review by',
    sources: 'Checked against',
    sourcesHint: 'One source in a line.',
    confidence: 'Confidence',
    confidenceA: 'A – official text or several sources',
    confidenceB: 'B – one source',
    urgent: 'Danger',
    urgentHint: 'If set, the emergency numbers come first in the answer.',
    negativeTwin: 'A near question that this entry must not answer',
    negativeTwinHint: 'Required for a question.',
    english: 'English',
    englishHint: 'Not required. If there is one, it needs a question, two wordings or more, and an answer.',
    englishQuestion: 'Question in English',
    englishVariants: 'Wordings in English, one in a line',
    englishAnswer: 'Answer in English',
    file: 'Whole file',
    fileHint: 'Between the two lines --- stands YAML, below them Markdown.',

    preview: 'Preview',
    previewLead: 'Exactly the messages that people get.',
    noPreview: 'There is no preview because of these faults:',
    showPreview: 'Preview what is being written',

    tryIt: 'Try a question',
    tryLead: 'Ask as a person would, to compare what the bot answers now with what it would answer with this text.',
    tryQuestion: 'Question to try',
    tryButton: 'Try',
    before: 'Now',
    after: 'With this text',
    decision: {
      answered: 'Answers with one entry',
      'which-one': 'Offers choices',
      'no-such-article': 'Says that there is no such article',
      'article-not-held': 'Says that this article has no digest yet',
      'official-text': 'Gives the words of the article',
      contents: 'Gives the contents of the instrument',
      'which-law': 'Asks which law is meant',
      'law-replaced': 'Says that the law was replaced',
      'not-known': 'Says that it does not know and offers a referral',
      'out-of-scope': 'Says that this is out of scope',
    },
    danger: 'The words show danger: emergency numbers come first.',
    thisEntry: 'the one being edited',
    entry: 'Entry',
    confidenceOf: 'Confidence',
    confidenceNeeded: (has, needed) => `${has}, needs ${needed}`,
    given: 'given',
    nearest: 'Nearest wording of the entry',
    inPhrasings: 'Words found in its wordings',
    inAnswer: 'Words found only in the answer',
    nowhere: 'Words that the entry lacks',
    why: 'Why',
    noWords: 'none',
    evidence: {
      lexical: 'same words and pairs of words',
      said: 'like the wordings of the entry',
      whole: 'like the entry as a whole',
      coverage: 'share of the question that the entry holds',
      nearest: 'like its nearest wording',
      marked: 'same tone marks',
      twin: 'near the question it must not answer (counts against it)',
      agreement: 'ways of searching that agree',
      score: 'score in all',
    },
    otherWay: 'found by the article that is named, or by signs of danger, not by words',
    nothingFound: 'The bot thought of no entry.',
    tryFaults: 'The draft has faults, so “with this text” cannot be tried yet.',

    check: 'Run the test questions',
    checkLead:
      'All wordings of the entry, its near question, and kept words of people must lead to the right entry. Else it cannot be published.',
    checkButton: 'Run',
    checked: (passed, of) => `${passed} of ${of} passed.`,
    failures: 'Questions that did not pass',
    fromWhere: 'From',
    from: {
      title: 'the question of the entry',
      variant: 'a wording',
      twin: 'the question it must not answer',
      kept: 'a kept test question',
    },
    result: 'Result',
    results: {
      passes: 'passes',
      'not-worse': 'fails, as it did before the edit',
      broken: 'broken by this text',
    },
    instead: 'What comes first instead',
    allPassed: 'All passed.',
    checkFaults: 'The draft has faults, so nothing can be run. Mend them and run again.',

    near: 'Entries nearly the same',
    nearLead: 'Perhaps two entries are one matter. Read them before you send this to review.',

    submit: 'Send to review',
    submitLead: 'A second person reads and publishes it. Nobody publishes their own text.',
    submitNote: 'What was changed and why',
    submitNoteHint: 'Name the text or source that you rely on.',
    noteMissing: 'Please say what was changed and why, so that the reviewer knows what to read with care.',
    submitted: 'It was sent to review.',
    notSound: 'Not sent, because the draft has faults. What must be mended stands below.',
    discard: 'Discard this draft',
    discardLead: 'The questions or the referral that it was begun from wait again.',
    discarded: 'The draft was discarded.',
    notYours: (who) => `This was written by ${who}; only the author can change it.`,
    goOn: 'Go on from this text',
    goOnLead: 'You get a draft of your own that begins with this text.',
    tooLong: 'Not saved: this is longer than 60,000 characters. What you wrote is still below.',
    compare: 'Compare with what is in use',
    deadEnd: 'You have another draft of this entry; it was opened.',
  },
};
