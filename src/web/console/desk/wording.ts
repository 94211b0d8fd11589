import type { Danger } from '../../../base/danger.ts';
import type { DeliveryState, DeskList, TicketEventKind } from '../../../ports/desk.ts';
import type { InBoth } from '../kit/words.ts';

/** What a page tells after something was done, by the word in its address. */
export const TOLD = [
  'answered',
  'claimed',
  'released',
  'assigned',
  'closed',
  'reopened',
  'noted',
  'asked',
  'dropped',
  'merged',
] as const;
export type Told = (typeof TOLD)[number];

/** Why something was not done. */
export type Refusal =
  | 'held'
  | 'changed'
  | 'not-open'
  | 'not-yours'
  | 'nobody'
  | 'assign-changed'
  | 'pending'
  | 'no-such-centre'
  | 'not-the-same'
  | 'cannot-reopen';

export interface InboxWords {
  readonly title: string;
  readonly lists: Readonly<Record<DeskList, string>>;
  readonly listsLabel: string;
  readonly empty: Readonly<Record<DeskList, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly searchButton: string;
  readonly found: (typed: string) => string;
  readonly nothingFound: string;
  readonly notUnderstood: string;
  readonly allLists: string;
  readonly previous: string;
  readonly next: string;
  readonly columns: {
    readonly code: string;
    readonly words: string;
    readonly state: string;
    readonly due: string;
    readonly opened: string;
  };
}

/** Where a ticket stands, in short. */
export interface StateWords {
  readonly urgent: Readonly<Record<Danger, string>>;
  readonly staffTurn: string;
  readonly personTurn: string;
  readonly closed: string;
  readonly withdrawn: string;
  readonly mergedInto: (code: string) => string;
  readonly heldBy: (who: string) => string;
  readonly heldByMe: string;
  readonly free: string;
  readonly transferPending: (centre: string) => string;
  readonly withdrawnWords: string;
  readonly left: (hours: number) => string;
  readonly leftLess: string;
  readonly late: (hours: number) => string;
  readonly lateLess: string;
  /** A member of staff whose name is not known here. */
  readonly somebody: string;
}

export interface TicketWords {
  readonly title: (code: string) => string;
  readonly back: string;
  readonly told: Readonly<Record<Told, string>>;
  readonly refused: Readonly<Record<Refusal, (who: string) => string>>;
  readonly invalid: string;
  readonly facts: {
    readonly state: string;
    readonly opened: string;
    readonly due: string;
    readonly channel: string;
    readonly contact: string;
    readonly noContact: string;
    readonly reach: string;
    readonly rating: string;
    readonly merged: string;
  };
  readonly channels: Readonly<Record<'telegram' | 'zalo' | 'web' | 'terminal', string>>;
  readonly ratings: Readonly<Record<'helpful' | 'partly' | 'not-helpful', string>>;
  readonly withdrawnNotice: string;
  /** The person wants nobody to write or call. */
  readonly contactStopped: string;
  /** Beside the answer, while that is so. */
  readonly answerIsKept: string;
  readonly talk: string;
  readonly passedOn: string;
  readonly person: string;
  readonly staff: (who: string) => string;
  readonly viaGroup: string;
  readonly mergedTalk: (code: string) => string;
  readonly earlierHidden: (count: number) => string;
  readonly showAll: string;
  readonly delivery: (state: DeliveryState) => string;
  readonly deliveryTime: string;
  readonly refresh: string;
  readonly answer: string;
  readonly answerLabel: string;
  readonly answerHint: (channel: string, limit: string) => string;
  readonly answerFaults: { readonly empty: string; readonly long: (most: string) => string };
  readonly send: string;
  readonly takesIt: string;
  readonly preview: string;
  readonly previewHeading: (channel: string) => string;
  readonly previewMessage: (nth: number, of: number) => string;
  readonly previewEmpty: string;
  readonly citeLabel: string;
  readonly citeHint: string;
  readonly citeButton: string;
  readonly citeNothing: string;
  readonly notInForce: string;
  readonly insert: string;
  readonly insertThat: (what: string) => string;
  readonly cannedLabel: string;
  readonly cannedNone: string;
  readonly cannedDoubted: string;
  readonly cannedButton: string;
  readonly cannedManage: string;
  readonly passages: string;
  readonly passagesLead: string;
  readonly noPassages: string;
  readonly sure: (percent: string) => string;
  readonly official: string;
  readonly earlier: string;
  readonly earlierLead: string;
  readonly noEarlier: string;
  readonly earlierClosed: string;
  readonly moves: string;
  readonly claim: string;
  readonly release: string;
  readonly assignTo: string;
  readonly assign: string;
  readonly close: string;
  readonly closeHint: string;
  readonly reopen: string;
  readonly reopenHint: string;
  readonly offer: string;
  readonly offerHint: string;
  readonly transfer: string;
  readonly transferLead: string;
  readonly transferTo: string;
  readonly transferReason: string;
  readonly transferReasonHint: string;
  readonly transferButton: string;
  readonly transferFaults: { readonly reason: string; readonly to: string; readonly long: (most: number) => string };
  readonly transferAsked: (centre: string, who: string) => string;
  readonly dropTransfer: string;
  readonly nobodyReads: string;
  readonly choose: string;
  readonly merge: string;
  readonly mergeLead: string;
  readonly mergeButton: (code: string) => string;
  readonly notes: string;
  readonly notesLead: string;
  readonly note: string;
  readonly noteButton: string;
  readonly noteFaults: { readonly empty: string; readonly long: (most: string) => string };
  readonly noNotes: string;
  readonly course: string;
  readonly openedEvent: string;
  readonly byPerson: string;
  readonly events: Readonly<Record<TicketEventKind, (other: string) => string>>;
  readonly presence: Readonly<Record<'reading' | 'writing', (who: string) => string>>;
  readonly newWords: string;
  readonly showNew: string;
}

export interface CannedWords {
  readonly title: string;
  readonly leadStaff: string;
  readonly leadWriter: string;
  readonly add: string;
  readonly addTitle: string;
  readonly changeTitle: string;
  readonly empty: string;
  readonly columns: { readonly title: string; readonly law: string; readonly whose: string; readonly changed: string };
  readonly forAll: string;
  readonly ours: string;
  readonly titleLabel: string;
  readonly bodyLabel: string;
  readonly bodyHint: string;
  readonly citationsLabel: string;
  readonly citationsHint: string;
  readonly faults: {
    readonly title: string;
    readonly body: string;
    readonly long: (most: string) => string;
    readonly noCitation: string;
    readonly unknown: (lines: string) => string;
  };
  readonly save: string;
  readonly remove: string;
  readonly back: string;
  readonly saved: string;
  readonly removed: string;
  readonly outOfForce: string;
  readonly by: (who: string) => string;
}

const VI_CHANNELS = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web', terminal: 'máy chủ' } as const;

export const INBOX_WORDS: InBoth<InboxWords> = {
  vi: {
    title: 'Hồ sơ',
    lists: {
      new: 'Mới',
      mine: 'Của tôi',
      held: 'Đồng nghiệp giữ',
      waiting: 'Chờ người hỏi',
      overdue: 'Quá hạn',
      closed: 'Đã kết thúc',
    },
    listsLabel: 'Các danh sách hồ sơ',
    empty: {
      new: 'Không có hồ sơ mới nào chờ. Hồ sơ mới đến sẽ hiện ở đây.',
      mine: 'Bạn chưa nhận hồ sơ nào. Mở một hồ sơ trong mục Mới rồi bấm Nhận hồ sơ.',
      held: 'Không có hồ sơ nào đang chờ mà do đồng nghiệp giữ.',
      waiting: 'Không có hồ sơ nào đang chờ người hỏi nhắn lại.',
      overdue: 'Không có hồ sơ nào quá hạn trả lời.',
      closed: 'Chưa có hồ sơ nào kết thúc.',
    },
    search: 'Tìm hồ sơ',
    searchHint: 'Mã hồ sơ (HQ-7K3M) hoặc vài từ trong tin của người hỏi, có dấu hay không dấu.',
    searchButton: 'Tìm',
    found: (typed) => `Kết quả tìm “${typed}”`,
    nothingFound: 'Không thấy hồ sơ nào của trung tâm có đủ các từ này. Thử ít từ hơn, hoặc tìm bằng mã.',
    notUnderstood: 'Chưa tìm được vì các từ này quá chung. Thêm một từ về việc, ví dụ: lương, ly hôn, căn cước.',
    allLists: 'Về danh sách',
    previous: 'Trang trước',
    next: 'Trang sau',
    columns: { code: 'Mã', words: 'Người hỏi viết', state: 'Tình trạng', due: 'Hạn trả lời', opened: 'Gửi lúc' },
  },
  en: {
    title: 'Referrals',
    lists: {
      new: 'New',
      mine: 'Mine',
      held: 'With colleagues',
      waiting: 'Waiting for the person',
      overdue: 'Overdue',
      closed: 'Closed',
    },
    listsLabel: 'Lists of referrals',
    empty: {
      new: 'No new referral is waiting. New ones appear here.',
      mine: 'You have taken no referral yet. Open one under New and press Take it.',
      held: 'No waiting referral is with a colleague.',
      waiting: 'No referral is waiting for the person.',
      overdue: 'No referral is overdue.',
      closed: 'No referral is closed yet.',
    },
    search: 'Find a referral',
    searchHint: 'A code (HQ-7K3M), or some words of what the person wrote, with or without marks.',
    searchButton: 'Search',
    found: (typed) => `Results for “${typed}”`,
    nothingFound: 'No referral of your centre holds all these words. Try fewer words, or the code.',
    notUnderstood: 'These words are too general to search for. Add one about the matter, such as: lương, ly hôn.',
    allLists: 'Back to the lists',
    previous: 'Previous page',
    next: 'Next page',
    columns: { code: 'Code', words: 'The person wrote', state: 'State', due: 'Answer due', opened: 'Sent' },
  },
};

export const STATE_WORDS: InBoth<StateWords> = {
  vi: {
    urgent: {
      violence: 'Khẩn: bạo lực',
      child: 'Khẩn: trẻ em',
      'self-harm': 'Khẩn: tự hại',
      detention: 'Khẩn: bị giữ',
      trafficking: 'Khẩn: mua bán người',
      medical: 'Khẩn: cấp cứu',
    },
    staffTurn: 'Chờ cán bộ',
    personTurn: 'Chờ người hỏi',
    closed: 'Đã kết thúc',
    withdrawn: 'Người hỏi đã rút',
    mergedInto: (code) => `Đã gộp vào ${code}`,
    heldBy: (who) => `${who} giữ`,
    heldByMe: 'Bạn giữ',
    free: 'Chưa ai nhận',
    transferPending: (centre) => `Đang hỏi ý kiến về việc chuyển sang ${centre}`,
    withdrawnWords: '(người hỏi đã rút, nội dung không còn hiện)',
    left: (hours) => `còn ${hours} giờ làm việc`,
    leftLess: 'còn dưới 1 giờ làm việc',
    late: (hours) => `quá hạn ${hours} giờ làm việc`,
    lateLess: 'vừa quá hạn',
    somebody: 'một cán bộ',
  },
  en: {
    urgent: {
      violence: 'Urgent: violence',
      child: 'Urgent: child',
      'self-harm': 'Urgent: self-harm',
      detention: 'Urgent: held',
      trafficking: 'Urgent: trafficking',
      medical: 'Urgent: medical',
    },
    staffTurn: 'Staff’s turn',
    personTurn: 'Person’s turn',
    closed: 'Closed',
    withdrawn: 'Withdrawn by the person',
    mergedInto: (code) => `Merged into ${code}`,
    heldBy: (who) => `With ${who}`,
    heldByMe: 'With you',
    free: 'Not taken',
    transferPending: (centre) => `The person is being asked about a transfer to ${centre}`,
    withdrawnWords: '(withdrawn by the person; the words are no longer shown)',
    left: (hours) => (hours === 1 ? '1 working hour left' : `${hours} working hours left`),
    leftLess: 'less than 1 working hour left',
    late: (hours) => (hours === 1 ? '1 working hour overdue' : `${hours} working hours overdue`),
    lateLess: 'just overdue',
    somebody: 'a colleague',
  },
};

export const TICKET_WORDS: InBoth<TicketWords> = {
  vi: {
    title: (code) => `Hồ sơ ${code}`,
    back: 'Về danh sách hồ sơ',
    told: {
      answered: 'Câu trả lời đã được nhận và đang gửi tới người hỏi.',
      claimed: 'Bạn đã nhận hồ sơ này.',
      released: 'Bạn đã trả lại hồ sơ. Đồng nghiệp có thể nhận.',
      assigned: 'Đã giao hồ sơ.',
      closed: 'Đã kết thúc hồ sơ. Người hỏi được mời đánh giá.',
      reopened: 'Đã mở lại hồ sơ. Người hỏi được báo.',
      noted: 'Đã lưu ghi chú.',
      asked: 'Đã hỏi ý kiến người hỏi về việc chuyển. Chưa đồng ý thì hồ sơ vẫn ở trung tâm mình.',
      dropped: 'Đã dừng đề nghị chuyển. Người hỏi được báo.',
      merged: 'Đã gộp hồ sơ. Người hỏi được báo mã còn dùng.',
    },
    refused: {
      held: (who) =>
        `Chưa làm được: ${who} đang giữ hồ sơ này. Chữ bạn viết vẫn còn bên dưới. Cần làm thay, bạn chuyển hồ sơ sang tên mình ở mục “Giao cho”.`,
      changed: () =>
        'Chưa gửi: có tin mới từ lúc bạn mở trang (đã hiện trong cuộc trao đổi). Bạn đọc lại; chữ bạn viết vẫn còn, vẫn đúng thì bấm “Gửi cho người hỏi”.',
      'not-open': () => 'Chưa làm được: hồ sơ đã kết thúc hoặc người hỏi đã rút.',
      'not-yours': () => 'Chỉ người đang giữ hồ sơ mới trả lại được.',
      nobody: () => 'Không giao được: người này không còn làm ở trung tâm.',
      'assign-changed': () => 'Chưa giao: hồ sơ vừa đổi người giữ. Bạn xem lại rồi giao.',
      pending: () =>
        'Người hỏi đang được hỏi ý kiến về một lần chuyển trung tâm. Bạn bấm “Thôi đề nghị chuyển” trước, rồi làm lại.',
      'no-such-centre': () => 'Bạn chọn một trung tâm khác trung tâm mình.',
      'not-the-same': () => 'Chỉ gộp được hai hồ sơ đang mở của cùng một người hỏi, ở trung tâm mình.',
      'cannot-reopen': () => 'Không mở lại được: người hỏi đã rút, hoặc hồ sơ đã gộp vào hồ sơ khác.',
    },
    invalid: 'Chưa lưu được. Bạn xem lời nhắc ở ô bên dưới.',
    facts: {
      state: 'Tình trạng',
      opened: 'Gửi lúc',
      due: 'Hạn trả lời lần đầu',
      channel: 'Trả lời qua',
      contact: 'Liên hệ người hỏi tự cho',
      reach: 'Liên hệ an toàn',
      noContact: 'không để lại',
      rating: 'Người hỏi đánh giá',
      merged: 'Đã gộp vào',
    },
    channels: VI_CHANNELS,
    ratings: { helpful: 'giúp được', partly: 'giúp một phần', 'not-helpful': 'chưa giúp được' },
    withdrawnNotice: 'Người hỏi đã rút hồ sơ này nên nội dung không còn hiện. Không cần trả lời.',
    contactStopped: 'Người hỏi đã dừng liên lạc: đừng nhắn, đừng gọi cho đến khi họ nhắn lại.',
    answerIsKept: 'Câu trả lời gửi lúc này được giữ lại và chỉ tới khi người hỏi nhắn lại và mở xem.',
    talk: 'Trao đổi',
    passedOn: 'Người hỏi đồng ý chuyển',
    person: 'Người hỏi',
    staff: (who) => `Cán bộ (${who})`,
    viaGroup: 'trong nhóm',
    mergedTalk: (code) => `Từ hồ sơ ${code} đã gộp vào đây`,
    earlierHidden: (count) => `Còn ${count} tin chưa hiện.`,
    showAll: 'Xem tất cả',
    delivery: (state) => {
      switch (state.state) {
        case 'queued':
          return 'Đang gửi';
        case 'held':
          return 'Chờ người hỏi mở xem';
        case 'sent':
          return 'Đã gửi';
        case 'blocked':
          return 'Không tới: người hỏi đã chặn bot hoặc đã rời đi';
        case 'failed':
          return {
            'too-old': 'Không tới: kênh hỏng quá lâu nên tin đã cũ',
            rejected: 'Không tới: kênh không nhận tin này',
            'may-have-arrived': 'Không chắc đã tới: mạng đứt lúc đang gửi',
            other: 'Không tới',
          }[state.because];
      }
    },
    deliveryTime: 'lúc',
    refresh: 'Cập nhật',
    answer: 'Trả lời',
    answerLabel: 'Câu trả lời gửi tới người hỏi',
    answerHint: (channel, limit) =>
      `Gửi qua ${channel}; mỗi tin tối đa ${limit} ký tự, dài hơn thì tự cắt thành nhiều tin. Viết ngắn, lời thường, kèm căn cứ.`,
    answerFaults: {
      empty: 'Bạn chưa viết câu trả lời.',
      long: (most) => `Câu trả lời dài quá ${most} ký tự. Bạn viết ngắn lại.`,
    },
    send: 'Gửi cho người hỏi',
    takesIt: 'Gửi xong, hồ sơ do bạn giữ.',
    preview: 'Xem trước',
    previewHeading: (channel) => `Người hỏi sẽ thấy trên ${channel}`,
    previewMessage: (nth, of) => `Tin ${nth}/${of}`,
    previewEmpty: 'Bạn chưa viết gì để xem trước.',
    citeLabel: 'Tìm điều luật để chèn',
    citeHint: 'Ví dụ: điều 97 bộ luật lao động, hoặc việc: nợ lương.',
    citeButton: 'Tìm điều luật',
    citeNothing: 'Không thấy điều luật nào. Thử tên luật kèm số điều, hoặc từ khác về việc này.',
    notInForce: 'hiện không có hiệu lực, không chèn được',
    insert: 'Chèn',
    insertThat: (what) => `Chèn ${what}`,
    cannedLabel: 'Mẫu trả lời',
    cannedNone: 'Chưa có mẫu nào.',
    cannedDoubted: 'điều luật vừa đổi, đọc kỹ trước khi gửi',
    cannedButton: 'Chèn mẫu',
    cannedManage: 'Sửa các mẫu',
    passages: 'Bot tìm thấy',
    passagesLead: 'Từ kho kiến thức, theo lời người hỏi. Bạn kiểm tra trước khi dùng.',
    noPassages: 'Bot không tìm thấy mục nào đủ gần.',
    sure: (percent) => `khả năng đúng ${percent}`,
    official: 'văn bản chính thức',
    earlier: 'Câu trả lời trước đây',
    earlierLead: 'Của trung tâm mình, cho việc có nhiều từ giống.',
    noEarlier: 'Chưa có hồ sơ nào giống mà đã kết thúc.',
    earlierClosed: 'Kết thúc',
    moves: 'Xử lý',
    claim: 'Nhận hồ sơ',
    release: 'Trả lại',
    assignTo: 'Giao cho',
    assign: 'Giao',
    close: 'Kết thúc hồ sơ',
    closeHint: 'Người hỏi được báo và mời đánh giá; bot lại trả lời họ.',
    reopen: 'Mở lại hồ sơ',
    reopenHint: 'Người hỏi được báo là cán bộ mở lại.',
    offer: 'Đề xuất thành mục hỏi–đáp',
    offerHint: 'Người sau hỏi như vậy được máy trả lời. Tên, số, nơi ở được che và bạn xem lại trước.',
    transfer: 'Chuyển sang trung tâm khác',
    transferLead: 'Người hỏi đọc lý do và phải đồng ý trước. Ghi chú nội bộ không đi theo.',
    transferTo: 'Trung tâm',
    transferReason: 'Lý do',
    transferReasonHint: 'Người hỏi sẽ đọc đúng lời này. Ví dụ: Việc xảy ra ở Hà Nội, trung tâm ở đó gặp bạn nhanh hơn.',
    transferButton: 'Hỏi ý kiến người hỏi',
    transferFaults: {
      reason: 'Bạn viết lý do để người hỏi hiểu.',
      to: 'Bạn chọn trung tâm.',
      long: (most) => `Lý do dài quá ${most} ký tự.`,
    },
    transferAsked: (centre, who) => `${who} đề nghị chuyển sang ${centre}; người hỏi chưa trả lời.`,
    dropTransfer: 'Thôi đề nghị chuyển',
    nobodyReads: 'chưa có ai nhận hồ sơ ở đó',
    choose: 'Chọn…',
    merge: 'Hồ sơ khác của cùng người hỏi',
    mergeLead: 'Cùng một việc thì gộp vào hồ sơ này; người hỏi được báo mã còn dùng.',
    mergeButton: (code) => `Gộp ${code} vào hồ sơ này`,
    notes: 'Ghi chú nội bộ',
    notesLead: 'Chỉ cán bộ trung tâm mình đọc được.',
    note: 'Thêm ghi chú',
    noteButton: 'Lưu ghi chú',
    noteFaults: { empty: 'Bạn chưa viết ghi chú.', long: (most) => `Ghi chú dài quá ${most} ký tự.` },
    noNotes: 'Chưa có ghi chú.',
    course: 'Diễn biến',
    openedEvent: 'Người hỏi gửi hồ sơ',
    byPerson: 'Người hỏi',
    events: {
      claimed: () => 'nhận hồ sơ',
      released: () => 'trả lại hồ sơ',
      assigned: (to) => `giao cho ${to}`,
      closed: () => 'kết thúc hồ sơ',
      reopened: () => 'mở lại hồ sơ',
      withdrawn: () => 'rút hồ sơ',
      merged: (other) => `gộp ${other}`,
      'transfer-proposed': (to) => `đề nghị chuyển sang ${to}`,
      'transfer-dropped': (to) => `thôi đề nghị chuyển sang ${to}`,
      'transfer-declined': (to) => `không đồng ý chuyển sang ${to}`,
      'transfer-failed': (to) => `đồng ý, nhưng ${to} không còn nhận hồ sơ nên chưa chuyển`,
      transferred: (from) => `đồng ý chuyển hồ sơ tới đây, từ ${from}`,
      'contact-stopped': () => 'dừng liên lạc, đừng nhắn, đừng gọi',
      'contact-resumed': () => 'nhắn lại, có thể trả lời',
    },
    presence: { reading: (who) => `${who} cũng đang xem hồ sơ này.`, writing: (who) => `${who} đang viết…` },
    newWords: 'Có tin mới trong hồ sơ này.',
    showNew: 'Xem tin mới, giữ chữ đang viết',
  },
  en: {
    title: (code) => `Referral ${code}`,
    back: 'Back to the referrals',
    told: {
      answered: 'The answer was taken and is on its way to the person.',
      claimed: 'You have this referral now.',
      released: 'You gave the referral back. Colleagues may take it.',
      assigned: 'The referral was assigned.',
      closed: 'The referral is closed. The person was asked to rate it.',
      reopened: 'The referral is open again. The person was told.',
      noted: 'The note was saved.',
      asked: 'The person was asked about the transfer. Until they agree it stays at your centre.',
      dropped: 'The transfer is off. The person was told.',
      merged: 'The referrals are one now. The person was told which code goes on.',
    },
    refused: {
      held: (who) =>
        `Not done: ${who} has this referral. What you wrote is kept below. To step in, assign it to yourself under “Assign to”.`,
      changed: () =>
        'Not sent: something new was written since you opened the page (shown in the conversation). Read it; what you wrote is kept. If it still fits, press “Send to the person”.',
      'not-open': () => 'Not done: the referral is closed or was withdrawn.',
      'not-yours': () => 'Only whoever has the referral can give it back.',
      nobody: () => 'Not assigned: this person no longer works at the centre.',
      'assign-changed': () => 'Not assigned: somebody else has the referral by now. Look again, then assign it.',
      pending: () =>
        'The person is being asked about a transfer to another centre. Take that back first, then do this again.',
      'no-such-centre': () => 'Choose a centre other than your own.',
      'not-the-same': () => 'Only two open referrals of the same person at your centre can be merged.',
      'cannot-reopen': () => 'It cannot be opened again: the person withdrew it, or it was merged into another.',
    },
    invalid: 'Not saved. See the field below.',
    facts: {
      state: 'State',
      opened: 'Sent',
      due: 'First answer due',
      channel: 'Answered on',
      contact: 'Contact given by the person',
      reach: 'Safe contact',
      noContact: 'none given',
      rating: 'Rated by the person',
      merged: 'Merged into',
    },
    channels: { telegram: 'Telegram', zalo: 'Zalo', web: 'the web page', terminal: 'the server' },
    ratings: { helpful: 'helped', partly: 'helped in part', 'not-helpful': 'did not help' },
    withdrawnNotice: 'The person withdrew this referral, so its words are no longer shown. No answer is needed.',
    contactStopped: 'The person stopped all contact: do not write and do not call until they write again.',
    answerIsKept: 'An answer sent now is kept, and arrives only once the person has written again and opens it.',
    talk: 'Conversation',
    passedOn: 'Passed on with the person’s consent',
    person: 'Person',
    staff: (who) => `Staff (${who})`,
    viaGroup: 'in the group',
    mergedTalk: (code) => `From ${code}, merged into this one`,
    earlierHidden: (count) => `${count} more messages.`,
    showAll: 'Show all',
    delivery: (state) => {
      switch (state.state) {
        case 'queued':
          return 'Sending';
        case 'held':
          return 'Waits for the person to open it';
        case 'sent':
          return 'Sent';
        case 'blocked':
          return 'Did not arrive: the person blocked the bot or left';
        case 'failed':
          return {
            'too-old': 'Did not arrive: the channel was down for too long',
            rejected: 'Did not arrive: the channel refused it',
            'may-have-arrived': 'May not have arrived: the network broke while it was sent',
            other: 'Did not arrive',
          }[state.because];
      }
    },
    deliveryTime: 'at',
    refresh: 'Refresh',
    answer: 'Answer',
    answerLabel: 'Answer to the person',
    answerHint: (channel, limit) =>
      `Sent on ${channel}, at most ${limit} characters a message; longer answers are cut into several. Short, plain words, with the law they rest on.`,
    answerFaults: {
      empty: 'You have not written an answer.',
      long: (most) => `The answer is longer than ${most} characters. Please shorten it.`,
    },
    send: 'Send to the person',
    takesIt: 'Once sent, the referral is yours.',
    preview: 'Preview',
    previewHeading: (channel) => `What the person will see on ${channel}`,
    previewMessage: (nth, of) => `Message ${nth} of ${of}`,
    previewEmpty: 'There is nothing to preview yet.',
    citeLabel: 'Find law to insert',
    citeHint: 'For example: điều 97 bộ luật lao động, or the matter: nợ lương.',
    citeButton: 'Find law',
    citeNothing: 'Nothing found. Try the name of the law with the article, or other words for the matter.',
    notInForce: 'not in force today, cannot be inserted',
    insert: 'Insert',
    insertThat: (what) => `Insert ${what}`,
    cannedLabel: 'Canned reply',
    cannedNone: 'There are none yet.',
    cannedDoubted: 'the law under it has changed: read before sending',
    cannedButton: 'Insert the reply',
    cannedManage: 'Edit canned replies',
    passages: 'Found by the bot',
    passagesLead: 'From the knowledge base, by the person’s words. Check before you use it.',
    noPassages: 'The bot found nothing close enough.',
    sure: (percent) => `probably right: ${percent}`,
    official: 'official text',
    earlier: 'Earlier answers',
    earlierLead: 'Of your centre, to matters in similar words.',
    noEarlier: 'No similar matter is closed yet.',
    earlierClosed: 'Closed',
    moves: 'Work on it',
    claim: 'Take it',
    release: 'Give it back',
    assignTo: 'Assign to',
    assign: 'Assign',
    close: 'Close the referral',
    closeHint: 'The person is told and asked to rate it; the bot answers them again.',
    reopen: 'Open it again',
    reopenHint: 'The person is told so.',
    offer: 'Offer as an entry',
    offerHint: 'The bot then answers whoever asks the same. Names, numbers and places are masked, and you look first.',
    transfer: 'Transfer to another centre',
    transferLead: 'The person reads the reason and must agree first. Internal notes stay here.',
    transferTo: 'Centre',
    transferReason: 'Reason',
    transferReasonHint: 'The person reads exactly these words. Please write Vietnamese.',
    transferButton: 'Ask the person',
    transferFaults: {
      reason: 'Give a reason that the person understands.',
      to: 'Choose a centre.',
      long: (most) => `The reason is longer than ${most} characters.`,
    },
    transferAsked: (centre, who) => `${who} proposed a transfer to ${centre}; the person has not answered yet.`,
    dropTransfer: 'Take the proposal back',
    nobodyReads: 'nobody receives referrals there yet',
    choose: 'Choose…',
    merge: 'Other referrals of the same person',
    mergeLead: 'If it is the same matter, merge it into this one; the person is told which code goes on.',
    mergeButton: (code) => `Merge ${code} into this one`,
    notes: 'Internal notes',
    notesLead: 'Read by the staff of your centre only.',
    note: 'Add a note',
    noteButton: 'Save the note',
    noteFaults: { empty: 'The note is empty.', long: (most) => `The note is longer than ${most} characters.` },
    noNotes: 'No notes yet.',
    course: 'Course',
    openedEvent: 'The person sent the referral',
    byPerson: 'The person',
    events: {
      claimed: () => 'took it',
      released: () => 'gave it back',
      assigned: (to) => `assigned it to ${to}`,
      closed: () => 'closed it',
      reopened: () => 'opened it again',
      withdrawn: () => 'withdrew it',
      merged: (other) => `merged ${other}`,
      'transfer-proposed': (to) => `proposed a transfer to ${to}`,
      'transfer-dropped': (to) => `took back the transfer to ${to}`,
      'transfer-declined': (to) => `did not agree to a transfer to ${to}`,
      'transfer-failed': (to) => `agreed, but ${to} receives nothing any more, so it stays`,
      transferred: (from) => `agreed to the transfer here, from ${from}`,
      'contact-stopped': () => 'stopped all contact',
      'contact-resumed': () => 'wrote again',
    },
    presence: { reading: (who) => `${who} is looking at this referral too.`, writing: (who) => `${who} is writing…` },
    newWords: 'Something new was written here.',
    showNew: 'Show it and keep what I wrote',
  },
};

export const CANNED_WORDS: InBoth<CannedWords> = {
  vi: {
    title: 'Mẫu trả lời',
    leadStaff: 'Lời hay dùng, kèm căn cứ. Bạn sửa được mẫu của trung tâm mình; mẫu chung do người biên soạn sửa.',
    leadWriter: 'Mẫu chung cho mọi trung tâm, kèm căn cứ. Mỗi trung tâm còn có mẫu riêng của mình.',
    add: 'Thêm mẫu',
    addTitle: 'Thêm mẫu trả lời',
    changeTitle: 'Sửa mẫu trả lời',
    empty: 'Chưa có mẫu nào. Mẫu giúp trả lời nhanh những việc hay gặp mà không quên căn cứ.',
    columns: { title: 'Tên mẫu', law: 'Căn cứ', whose: 'Của ai', changed: 'Sửa lần cuối' },
    forAll: 'Chung',
    ours: 'Trung tâm mình',
    titleLabel: 'Tên mẫu',
    bodyLabel: 'Nội dung',
    bodyHint: 'Lời gửi cho người hỏi. Căn cứ được thêm vào cuối khi chèn.',
    citationsLabel: 'Căn cứ',
    citationsHint: 'Mỗi dòng một mã, ví dụ: bo-luat-lao-dong-2019:97. Tìm mã ở ô bên dưới.',
    faults: {
      title: 'Bạn đặt tên cho mẫu.',
      body: 'Bạn viết nội dung mẫu.',
      long: (most) => `Dài quá ${most} ký tự.`,
      noCitation: 'Mẫu phải có ít nhất một căn cứ.',
      unknown: (lines) => `Không phải mã điều luật đang có hiệu lực: ${lines}.`,
    },
    save: 'Lưu mẫu',
    remove: 'Xoá mẫu',
    back: 'Về danh sách mẫu',
    saved: 'Đã lưu mẫu.',
    removed: 'Đã xoá mẫu.',
    outOfForce: 'có căn cứ hết hiệu lực, cần sửa',
    by: (who) => `bởi ${who}`,
  },
  en: {
    title: 'Canned replies',
    leadStaff:
      'Words used often, with the law they rest on. You edit those of your centre; those for all are edited by curators.',
    leadWriter: 'Replies for all centres, with the law they rest on. Each centre has its own besides.',
    add: 'Add a reply',
    addTitle: 'Add a canned reply',
    changeTitle: 'Edit a canned reply',
    empty: 'There are none yet. They help to answer common matters quickly without forgetting the law.',
    columns: { title: 'Title', law: 'Law', whose: 'Whose', changed: 'Last change' },
    forAll: 'For all',
    ours: 'Our centre',
    titleLabel: 'Title',
    bodyLabel: 'Words',
    bodyHint: 'Words to the person. The law is added at the end when it is inserted.',
    citationsLabel: 'Law',
    citationsHint: 'One code in a line, for example: bo-luat-lao-dong-2019:97. Find codes below.',
    faults: {
      title: 'Give it a title.',
      body: 'Write the words.',
      long: (most) => `Longer than ${most} characters.`,
      noCitation: 'It must rest on at least one citation.',
      unknown: (lines) => `Not a citation of law in force: ${lines}.`,
    },
    save: 'Save',
    remove: 'Remove',
    back: 'Back to the replies',
    saved: 'Saved.',
    removed: 'Removed.',
    outOfForce: 'rests on law that has ended; must be edited',
    by: (who) => `by ${who}`,
  },
};
