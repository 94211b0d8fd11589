import type { InBoth } from '../kit/words.ts';

interface LawWords {
  readonly title: string;
  readonly lead: string;
  readonly tabs: string;
  readonly held: string;
  readonly tasksTab: string;
  readonly askedTab: string;
  readonly upload: string;

  readonly none: string;
  readonly instrument: string;
  readonly number: string;
  readonly articles: string;
  readonly wordings: string;
  readonly files: string;
  readonly lastImport: string;
  readonly unknown: string;

  readonly uploadTitle: string;
  readonly uploadLead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly read: string;
  readonly reading: (name: string) => string;
  readonly readingPage: string;
  readonly noFile: string;
  readonly refused: (name: string) => string;
  readonly gone: string;

  readonly previewTitle: (name: string) => string;
  readonly report: string;
  readonly facts: {
    readonly name: string;
    readonly number: string;
    readonly issuedBy: string;
    readonly adoptedOn: string;
    readonly inForceFrom: string;
    readonly code: string;
    readonly articles: string;
    readonly gaps: string;
    readonly takesIn: string;
    readonly amends: string;
    readonly hash: string;
  };
  readonly warnings: string;
  readonly noWarnings: string;
  readonly effect: string;
  readonly doubts: string;
  readonly asked: string;
  readonly firstArticles: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly dayLabel: string;
  readonly dayHint: string;
  readonly badDay: string;
  readonly urlLabel: string;
  readonly urlHint: string;
  readonly badUrl: string;
  readonly lettersChecked: string;
  readonly again: string;
  readonly store: string;
  readonly stored: (code: string) => string;

  readonly asOf: string;
  readonly asOfHint: string;
  readonly show: string;
  readonly contents: string;
  readonly article: string;
  readonly inForce: string;
  readonly sources: string;
  readonly source: string;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly commandLine: string;
  readonly hash: string;
  readonly address: string;
  readonly notHeldOn: (day: string) => string;
  readonly toRead: string;

  readonly wordingsOf: string;
  readonly spliced: string;
  readonly difference: (day: string) => string;
  readonly nothingBefore: string;
  readonly text: string;
  readonly touched: string;
  readonly touchedLead: string;
  readonly noneTouched: string;
  readonly back: string;

  readonly askedLead: string;
  readonly noneAsked: string;
  readonly why: string;
  readonly need: string;

  readonly tasksLead: string;
  readonly noTasks: string;
  readonly what: string;
  readonly place: string;
  readonly reason: string;
  readonly opened: string;
  readonly look: string;
  readonly canned: (title: string) => string;
  readonly gonePiece: string;
  readonly taskTitle: string;
  readonly edit: string;
  readonly change: string;
  readonly notHeldHere: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noteMissing: string;
  readonly others: (count: string) => string;
  readonly clear: string;
  readonly clearLead: string;
  readonly cleared: string;
}

export const LAW_WORDS: InBoth<LawWords> = {
  vi: {
    title: 'Văn bản luật',
    lead: 'Nguyên văn đang giữ, từng điều với ngày có hiệu lực. Người dân xem được nguyên văn này.',
    tabs: 'Văn bản luật',
    held: 'Đang giữ',
    tasksTab: 'Cần đọc lại',
    askedTab: 'Còn thiếu',
    upload: 'Nhập văn bản',

    none: 'Chưa có văn bản nào. Bạn nhập tệp đầu tiên.',
    instrument: 'Văn bản',
    number: 'Số',
    articles: 'Số điều',
    wordings: 'Số nội dung',
    files: 'Số tệp',
    lastImport: 'Nhập lần cuối',
    unknown: 'không rõ',

    uploadTitle: 'Nhập văn bản',
    uploadLead: 'Máy đọc tệp và báo cáo trước. Chưa có gì được lưu cho tới khi bạn bấm Lưu.',
    file: 'Tệp',
    fileHint: 'Word (.docx), PDF có chữ, trang web đã lưu (.html), .txt hoặc .md, tối đa 50 MB.',
    read: 'Đọc tệp',
    reading: (name) => `Đọc ${name}`,
    readingPage: 'Trang',
    noFile: 'Bạn chọn một tệp.',
    refused: (name) => `Không nhận được tệp ${name}`,
    gone: 'Bản xem trước này không còn: đã quá 30 phút, hoặc máy chủ khởi động lại. Bạn nhập lại tệp.',

    previewTitle: (name) => `Xem trước: ${name}`,
    report: 'Máy đọc được gì',
    facts: {
      name: 'Tên',
      number: 'Số',
      issuedBy: 'Cơ quan ban hành',
      adoptedOn: 'Ban hành',
      inForceFrom: 'Có hiệu lực từ',
      code: 'Mã',
      articles: 'Số điều',
      gaps: 'Số điều bị thiếu',
      takesIn: 'Đã gồm sửa đổi của',
      amends: 'Sửa đổi văn bản',
      hash: 'SHA-256 của tệp',
    },
    warnings: 'Cần xem lại',
    noWarnings: 'Máy không thấy gì lạ.',
    effect: 'Nếu lưu thì',
    doubts: 'Máy không tự quyết được',
    asked: 'Còn cần',
    firstArticles: 'Vài điều đầu',
    codeLabel: 'Mã văn bản',
    codeHint: 'Để trống nếu mã ở trên đã đúng. Ví dụ: luat-tro-giup-phap-ly-2017.',
    dayLabel: 'Có hiệu lực từ ngày',
    dayHint: 'Để trống nếu ngày ở trên đã đúng.',
    badDay: 'Ngày này không có.',
    urlLabel: 'Nơi công bố',
    urlHint: 'Địa chỉ trang chính thức, để người xem kiểm lại được.',
    badUrl: 'Địa chỉ phải bắt đầu bằng https:// hoặc http://.',
    lettersChecked: 'Tôi đã so từng điều với bản chính thức',
    again: 'Xem lại',
    store: 'Lưu',
    stored: (code) => `Đã lưu ${code}.`,

    asOf: 'Xem theo ngày',
    asOfHint: 'Nội dung có hiệu lực vào ngày này.',
    show: 'Xem',
    contents: 'Mục lục',
    article: 'Điều',
    inForce: 'Hiệu lực',
    sources: 'Các tệp đã nhập',
    source: 'Tệp',
    importedBy: 'Người nhập',
    importedAt: 'Lúc',
    commandLine: 'dòng lệnh',
    hash: 'SHA-256',
    address: 'Nơi công bố',
    notHeldOn: (day) => `Ngày ${day} chưa giữ nội dung nào có hiệu lực.`,
    toRead: 'Đọc',

    wordingsOf: 'Các nội dung',
    spliced: 'Ghép phần được sửa vào nội dung trước, đúng từng chữ. Nên nhập văn bản hợp nhất để so lại.',
    difference: (day) => `Khác với nội dung đến hết ${day}`,
    nothingBefore: 'Không giữ nội dung nào trước đó.',
    text: 'Nguyên văn',
    touched: 'Dựa vào điều này',
    touchedLead: 'Nếu điều này đổi, những chỗ sau phải đọc lại.',
    noneTouched: 'Không có mục nào dựa vào điều này.',
    back: 'Về văn bản',

    askedLead: 'Những nội dung đang hoặc sẽ có hiệu lực mà chưa giữ. Bạn nhập văn bản có nội dung đó.',
    noneAsked: 'Không thiếu nội dung nào.',
    why: 'Vì sao',
    need: 'Cần',

    tasksLead: 'Luật dưới những chỗ này đã đổi hoặc sắp đổi. Cho tới khi đọc lại, câu trả lời có thêm một câu báo.',
    noTasks: 'Không có gì phải đọc lại.',
    what: 'Chỗ cần đọc lại',
    place: 'Điều luật',
    reason: 'Vì sao',
    opened: 'Báo lúc',
    look: 'Đọc lại',
    canned: (title) => `Mẫu trả lời: ${title}`,
    gonePiece: 'không còn nữa',
    taskTitle: 'Đọc lại vì luật đổi',
    edit: 'Mở để sửa',
    change: 'Điều luật đổi gì',
    notHeldHere: 'Chưa giữ đủ nội dung trước và sau để so sánh.',
    note: 'Đã xem gì, sửa gì',
    noteHint: 'Ghi ngắn. Không ghi thông tin về người dân.',
    noteMissing: 'Bạn ghi đã xem gì.',
    others: (count) => `Tôi cũng đã đọc lại ${count} chỗ khác dựa vào cùng điều này`,
    clear: 'Đã đọc lại xong',
    clearLead: 'Câu báo trong câu trả lời sẽ thôi hiện.',
    cleared: 'Đã ghi. Câu trả lời thôi báo.',
  },
  en: {
    title: 'Laws',
    lead: 'Official texts that are held, article by article, with their days. Citizens can read these words.',
    tabs: 'Laws',
    held: 'Held',
    tasksTab: 'To read again',
    askedTab: 'Missing',
    upload: 'Import a text',

    none: 'Nothing is held yet. Import a first file.',
    instrument: 'Instrument',
    number: 'Number',
    articles: 'Articles',
    wordings: 'Wordings',
    files: 'Files',
    lastImport: 'Last import',
    unknown: 'not known',

    uploadTitle: 'Import a text',
    uploadLead: 'The file is read and reported on first. Nothing is stored until you press Store.',
    file: 'File',
    fileHint: 'Word (.docx), PDF with text, a saved web page (.html), .txt or .md, at most 50 MB.',
    read: 'Read the file',
    reading: (name) => `Reading ${name}`,
    readingPage: 'Page',
    noFile: 'Please choose a file.',
    refused: (name) => `The file ${name} cannot be taken`,
    gone: 'This preview is gone: 30 minutes have passed, or the server was started again. Please import the file again.',

    previewTitle: (name) => `Preview: ${name}`,
    report: 'What was read',
    facts: {
      name: 'Name',
      number: 'Number',
      issuedBy: 'Issued by',
      adoptedOn: 'Adopted',
      inForceFrom: 'In force from',
      code: 'Code',
      articles: 'Articles',
      gaps: 'Missing numbers',
      takesIn: 'Takes in',
      amends: 'Amends',
      hash: 'SHA-256 of the file',
    },
    warnings: 'To be looked at',
    noWarnings: 'Nothing odd was seen.',
    effect: 'If it is stored',
    doubts: 'What only a person can settle',
    asked: 'Still needed',
    firstArticles: 'The first articles',
    codeLabel: 'Code',
    codeHint: 'Leave empty where the code above is right. For example luat-tro-giup-phap-ly-2017.',
    dayLabel: 'In force from',
    dayHint: 'Leave empty where the day above is right.',
    badDay: 'There is no such day.',
    urlLabel: 'Published at',
    urlHint: 'Address of the official page, so that readers can check.',
    badUrl: 'The address must begin with https:// or http://.',
    lettersChecked: 'I have compared each article with the official text',
    again: 'Preview again',
    store: 'Store',
    stored: (code) => `${code} was stored.`,

    asOf: 'As of',
    asOfHint: 'The wording that binds on this day.',
    show: 'Show',
    contents: 'Contents',
    article: 'Article',
    inForce: 'In force',
    sources: 'Imported files',
    source: 'File',
    importedBy: 'By',
    importedAt: 'At',
    commandLine: 'command line',
    hash: 'SHA-256',
    address: 'Published at',
    notHeldOn: (day) => `No wording that binds on ${day} is held.`,
    toRead: 'Read',

    wordingsOf: 'Wordings',
    spliced:
      'What was amended was put into the wording before, word for word. Please compare with a consolidated text.',
    difference: (day) => `Differences from the wording until ${day}`,
    nothingBefore: 'No wording before it is held.',
    text: 'Text',
    touched: 'What rests on this article',
    touchedLead: 'If the article changes, these have to be read again.',
    noneTouched: 'Nothing rests on this article.',
    back: 'To the instrument',

    askedLead: 'Wordings that bind, or will, and are not held. Please import a text that has them.',
    noneAsked: 'Nothing is missing.',
    why: 'Why',
    need: 'Needed',

    tasksLead: 'The law under these changed, or soon does. Until somebody has read them, answers say so.',
    noTasks: 'Nothing has to be read again.',
    what: 'To be read again',
    place: 'Article',
    reason: 'Why',
    opened: 'Told at',
    look: 'Read again',
    canned: (title) => `Canned reply: ${title}`,
    gonePiece: 'is no more',
    taskTitle: 'Read again because the law changed',
    edit: 'Open for editing',
    change: 'What changed in the article',
    notHeldHere: 'The wordings before and after are not both held.',
    note: 'What you saw and changed',
    noteHint: 'In short. Nothing about citizens.',
    noteMissing: 'Please say what you saw.',
    others: (count) => `I have also read ${count} others that rest on the same article`,
    clear: 'I have read it',
    clearLead: 'The caution in answers then ends.',
    cleared: 'Noted. Answers carry no caution any more.',
  },
};
