import type { Danger } from '../../../base/danger.ts';
import type { Origin, RevisionState } from '../../../curation/draft.ts';
import type { EntryState } from '../../../flow/curation/list-entries.ts';
import type { EntryKind } from '../../../knowledge/entry.ts';
import type { InBoth } from '../kit/words.ts';

export interface EntryWords {
  readonly title: string;
  readonly lead: (count: string) => string;
  readonly tabs: string;
  readonly tabEntries: string;
  readonly tabMine: string;
  readonly tabOthers: string;
  readonly find: string;
  readonly findHint: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly topic: string;
  readonly instrument: string;
  readonly state: string;
  readonly states: Readonly<Record<EntryState, string>>;
  readonly all: string;
  readonly show: string;
  readonly table: string;
  readonly entry: string;
  readonly reviewBy: string;
  readonly none: string;
  readonly begin: string;
  readonly files: string;
  readonly draftsTable: string;
  readonly noDrafts: string;
  readonly sentBack: string;
  readonly forEntry: string;
  readonly by: string;
  readonly when: string;
  readonly note: string;
  readonly origins: Readonly<Record<Origin, string>>;
  readonly origin: string;
  readonly revisionStates: Readonly<Record<RevisionState, string>>;
  readonly number: (n: string) => string;
  readonly open: string;

  readonly edit: string;
  readonly editHint: string;
  readonly ownDraft: string;
  readonly inReview: string;
  readonly otherDraft: (who: string) => string;
  readonly id: string;
  readonly validity: string;
  readonly until: string;
  readonly stillValid: string;
  readonly reviewed: string;
  readonly confidence: string;
  readonly urgent: string;
  readonly dangers: Readonly<Record<Danger, string>>;
  readonly notUrgent: string;
  readonly sources: string;
  readonly comesFrom: string;
  readonly fromFile: string;
  readonly fromRevision: (n: string) => string;
  readonly fromPackage: string;
  readonly asShown: string;
  readonly basis: string;
  readonly citation: string;
  readonly says: string;
  readonly variants: (count: string) => string;
  readonly negativeTwin: string;
  readonly english: string;
  readonly history: string;
  readonly noHistory: string;
  readonly revision: string;
  readonly compare: string;
  readonly compareWithLive: string;
  readonly isLive: string;
  readonly bringBack: string;
  readonly bringBackLead: string;
  readonly takeBack: string;
  readonly takeBackLead: string;
  readonly whyNeeded: string;
  readonly why: string;
  readonly reasonMissing: string;
  readonly changeLive: string;
  readonly onlyReviewer: string;
  readonly regressions: string;
  readonly regressionsLead: string;
  readonly question: string;
  readonly expects: string;
  readonly wins: string;
  readonly loses: string;
  readonly fromCitizen: string;
  readonly fromCurator: string;
  readonly addRegression: string;
  readonly questionMissing: string;
  readonly remove: string;
  readonly told: Readonly<Record<string, string>>;
  readonly comparison: string;
  readonly comparedWith: (what: string) => string;
  readonly shippedFile: string;
  readonly nothing: string;
  readonly same: string;
  readonly removedLine: string;
  readonly addedLine: string;
  readonly wholeText: string;
  readonly decision: string;
}

export const ENTRY_WORDS: InBoth<EntryWords> = {
  vi: {
    title: 'Mục kiến thức',
    lead: (count) => `${count} mục. Máy chỉ trả lời bằng những mục này, mục nào cũng có căn cứ.`,
    tabs: 'Mục và bản nháp',
    tabEntries: 'Mục đang dùng',
    tabMine: 'Bản nháp của tôi',
    tabOthers: 'Bản nháp của mọi người',
    find: 'Tìm',
    findHint: 'Gõ như người dân hỏi, hoặc mã mục: qa/lao-dong/…',
    kind: 'Loại',
    kinds: { qa: 'Hỏi – đáp', guide: 'Hướng dẫn', article: 'Tóm lược điều luật' },
    topic: 'Lĩnh vực',
    instrument: 'Văn bản được dẫn',
    state: 'Tình trạng',
    states: {
      current: 'đang dùng',
      coming: 'chưa tới ngày',
      ended: 'không còn áp dụng',
      overdue: 'quá hạn kiểm lại',
      revised: 'đã sửa ở đây',
    },
    all: 'Tất cả',
    show: 'Xem',
    table: 'Các mục kiến thức',
    entry: 'Mục',
    reviewBy: 'Kiểm lại trước',
    none: 'Không có mục nào như vậy. Bạn thử bớt điều kiện, hoặc soạn mục mới.',
    begin: 'Soạn mục mới',
    files: 'Xuất và nhập mục',
    draftsTable: 'Các bản nháp',
    noDrafts: 'Không có bản nháp nào. Muốn sửa một mục, bạn mở mục đó rồi chọn “Sửa mục này”.',
    sentBack: 'Bị trả lại',
    forEntry: 'Của mục',
    by: 'Người soạn',
    when: 'Lúc',
    note: 'Sửa gì, vì sao',
    origins: {
      edit: 'sửa tay',
      question: 'từ câu hỏi của người dân',
      referral: 'từ hồ sơ đã kết thúc',
      import: 'đọc từ tệp',
      rollback: 'dùng lại bản cũ',
      release: 'phiên bản mới của phần mềm',
    },
    origin: 'Bắt đầu từ',
    revisionStates: {
      draft: 'đang soạn',
      'in-review': 'chờ duyệt',
      published: 'đã đăng',
      rejected: 'trả lại',
      discarded: 'đã bỏ',
    },
    number: (n) => `Bản ${n}`,
    open: 'Mở',

    edit: 'Sửa mục này',
    editHint: 'Bản đang dùng không đổi cho tới khi người thứ hai duyệt.',
    ownDraft: 'Bạn đang soạn dở một bản của mục này.',
    inReview: 'Có một bản sửa của mục này đang chờ duyệt.',
    otherDraft: (who) => `${who} đang soạn một bản của mục này.`,
    id: 'Mã mục',
    validity: 'Áp dụng',
    until: 'đến hết',
    stillValid: 'chưa có ngày hết',
    reviewed: 'Kiểm lần cuối; kiểm lại trước',
    confidence: 'Mức tin cậy',
    urgent: 'Nguy hiểm',
    dangers: {
      violence: 'bạo lực',
      child: 'trẻ em gặp nguy',
      'self-harm': 'tự làm hại mình',
      detention: 'bị bắt giữ',
      trafficking: 'mua bán người',
      medical: 'cấp cứu',
    },
    notUrgent: 'không',
    sources: 'Nguồn đã đối chiếu',
    comesFrom: 'Bản đang dùng',
    fromFile: 'tệp kèm phần mềm',
    fromRevision: (n) => `bản sửa số ${n}`,
    fromPackage: 'gói nguyên văn Tuyên ngôn (không sửa ở đây)',
    asShown: 'Người dân đọc thấy',
    basis: 'Căn cứ',
    citation: 'Trích dẫn',
    says: 'Nói gì',
    variants: (count) => `Cách người dân hỏi (${count})`,
    negativeTwin: 'Câu gần giống mà mục này không được trả lời',
    english: 'Tiếng Anh',
    history: 'Các bản sửa',
    noHistory: 'Mục này chưa được sửa ở đây lần nào.',
    revision: 'Bản',
    compare: 'So sánh',
    compareWithLive: 'So với bản đang dùng',
    isLive: 'đang dùng',
    bringBack: 'Dùng lại bản này',
    bringBackLead: 'Nội dung này được gửi duyệt như một bản mới; người thứ hai đăng.',
    takeBack: 'Dùng lại tệp kèm phần mềm',
    takeBackLead:
      'Máy ngừng dùng bản sửa ngay; bản sửa vẫn nằm trong danh sách. Mục không có tệp thì máy ngừng trả lời bằng mục này.',
    whyNeeded: 'Lý do (bắt buộc)',
    why: 'Lý do',
    reasonMissing: 'Bạn ghi lý do.',
    changeLive: 'Đổi bản đang dùng',
    onlyReviewer: 'Chỉ người duyệt đổi được bản đang dùng.',
    regressions: 'Câu hỏi kiểm tra',
    regressionsLead: 'Mỗi bản sửa phải qua những câu này, cùng mọi cách hỏi của mục, thì mới đăng được.',
    question: 'Câu hỏi',
    expects: 'Mục này phải',
    wins: 'đứng đầu',
    loses: 'không được trả lời',
    fromCitizen: 'lời người dân (đã che)',
    fromCurator: 'người biên soạn thêm',
    addRegression: 'Thêm câu hỏi kiểm tra',
    questionMissing: 'Bạn ghi câu hỏi, từ 3 đến 500 ký tự.',
    remove: 'Bỏ',
    told: {
      'taken-back': 'Đã ngừng dùng bản sửa.',
      added: 'Đã thêm câu hỏi kiểm tra.',
      removed: 'Đã bỏ câu hỏi kiểm tra.',
      published: 'Đã đăng. Máy trả lời bằng bản này từ bây giờ.',
      'published-late': 'Đã đăng. Máy chưa lấy được bản này ngay và sẽ tự thử lại trong ít giây.',
    },
    comparison: 'So sánh hai bản',
    comparedWith: (what) => `So với ${what}`,
    shippedFile: 'tệp kèm phần mềm',
    nothing: 'chưa có gì',
    same: 'Hai bản giống hệt nhau.',
    removedLine: 'bỏ',
    addedLine: 'thêm',
    wholeText: 'Toàn văn bản này',
    decision: 'Ý kiến người duyệt',
  },
  en: {
    title: 'Entries',
    lead: (count) => `${count} entries. The bot answers with nothing else, and each of them has its citations.`,
    tabs: 'Entries and drafts',
    tabEntries: 'Entries in use',
    tabMine: 'My drafts',
    tabOthers: 'Everybody’s drafts',
    find: 'Find',
    findHint: 'As a person would ask, or the id of an entry: qa/lao-dong/…',
    kind: 'Kind',
    kinds: { qa: 'Question', guide: 'Guide', article: 'Digest of an article' },
    topic: 'Topic',
    instrument: 'Cites',
    state: 'State',
    states: {
      current: 'in use',
      coming: 'not yet',
      ended: 'ended',
      overdue: 'review overdue',
      revised: 'changed here',
    },
    all: 'All',
    show: 'Show',
    table: 'Entries',
    entry: 'Entry',
    reviewBy: 'Review by',
    none: 'There is no such entry. Take a condition away, or write a new one.',
    begin: 'Write a new entry',
    files: 'Entries out and in',
    draftsTable: 'Drafts',
    noDrafts: 'There are no drafts. To change an entry, open it and choose “Edit this entry”.',
    sentBack: 'Sent back',
    forEntry: 'Of the entry',
    by: 'Author',
    when: 'When',
    note: 'What was changed and why',
    origins: {
      edit: 'edited',
      question: 'from people’s questions',
      referral: 'from a closed referral',
      import: 'read from a file',
      rollback: 'an older text brought back',
      release: 'a new release of the program',
    },
    origin: 'Begun from',
    revisionStates: {
      draft: 'draft',
      'in-review': 'in review',
      published: 'published',
      rejected: 'sent back',
      discarded: 'discarded',
    },
    number: (n) => `Revision ${n}`,
    open: 'Open',

    edit: 'Edit this entry',
    editHint: 'What is in use does not change until a second person has agreed.',
    ownDraft: 'You have a draft of this entry.',
    inReview: 'A revision of this entry waits for review.',
    otherDraft: (who) => `${who} is writing a draft of this entry.`,
    id: 'Id',
    validity: 'Holds from',
    until: 'until',
    stillValid: 'no end known',
    reviewed: 'Last checked; review by',
    confidence: 'Confidence',
    urgent: 'Danger',
    dangers: {
      violence: 'violence',
      child: 'a child in danger',
      'self-harm': 'self-harm',
      detention: 'detention',
      trafficking: 'trafficking',
      medical: 'medical emergency',
    },
    notUrgent: 'none',
    sources: 'Checked against',
    comesFrom: 'In use',
    fromFile: 'the file that came with the program',
    fromRevision: (n) => `revision ${n}`,
    fromPackage: 'the words of the Declaration, from their package (not edited here)',
    asShown: 'What people read',
    basis: 'Legal basis',
    citation: 'Citation',
    says: 'What it says',
    variants: (count) => `How people ask (${count})`,
    negativeTwin: 'A near question that this entry must not answer',
    english: 'English',
    history: 'Revisions',
    noHistory: 'This entry was never changed here.',
    revision: 'Revision',
    compare: 'Compare',
    compareWithLive: 'Compare with what is in use',
    isLive: 'in use',
    bringBack: 'Bring this text back',
    bringBackLead: 'This text is sent to review like a new one; a second person publishes it.',
    takeBack: 'Use the shipped file again',
    takeBackLead:
      'The revision is no longer used; it stays in the list. Where there is no file, the bot stops answering with this entry.',
    whyNeeded: 'Why (required)',
    why: 'Why',
    reasonMissing: 'Please say why.',
    changeLive: 'Change what is in use',
    onlyReviewer: 'Only a reviewer changes what is in use.',
    regressions: 'Test questions',
    regressionsLead: 'Every revision must pass these, and all wordings of the entry, before it is published.',
    question: 'Question',
    expects: 'This entry must',
    wins: 'come first',
    loses: 'not be the answer',
    fromCitizen: 'words of a person (masked)',
    fromCurator: 'added by a curator',
    addRegression: 'Add a test question',
    questionMissing: 'Please write the question, 3 to 500 characters.',
    remove: 'Remove',
    told: {
      'taken-back': 'The revision is no longer used.',
      added: 'The test question was added.',
      removed: 'The test question was removed.',
      published: 'Published. The bot answers with it from now on.',
      'published-late': 'Published. The bot could not take it up at once and tries again within seconds.',
    },
    comparison: 'Comparison',
    comparedWith: (what) => `Compared with ${what}`,
    shippedFile: 'the shipped file',
    nothing: 'nothing',
    same: 'Both are the same.',
    removedLine: 'removed',
    addedLine: 'added',
    wholeText: 'The whole text',
    decision: 'What the reviewer said',
  },
};
