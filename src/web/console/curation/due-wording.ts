import type { ContactState } from '../../../service/centre-contact.ts';
import type { InBoth } from '../kit/words.ts';

/** The lists of what somebody has to look at. */
export const DUE_LISTS = ['reviews', 'laws', 'unhelpful', 'release', 'unreadable', 'contacts'] as const;
export type DueListName = (typeof DUE_LISTS)[number];

export interface DueWords {
  readonly title: string;
  readonly lists: string;
  readonly list: Readonly<Record<DueListName, string>>;
  readonly lead: Readonly<Record<DueListName, string>>;
  readonly none: Readonly<Record<DueListName, string>>;
  readonly entry: string;
  readonly reviewBy: string;
  readonly past: string;
  readonly rests: string;
  readonly ownDays: string;
  readonly endsOn: string;
  readonly follows: string;
  readonly nothingFollows: string;
  readonly times: string;
  readonly reasons: string;
  readonly reason: Readonly<Record<string, string>>;
  readonly signs: string;
  readonly look: string;
  readonly threeVersions: string;
  readonly action: string;
  readonly faults: string;
  readonly since: string;
  readonly centre: string;
  readonly contact: string;
  readonly contactState: Readonly<Record<ContactState, string>>;
  readonly checkedOn: string;
  readonly never: string;

  readonly releaseTitle: (entry: string) => string;
  readonly releaseLead: string;
  readonly theirs: string;
  readonly theirsLead: string;
  readonly ours: string;
  readonly oursLead: string;
  readonly fileGone: string;
  readonly noFileThen: string;
  readonly keepOurs: string;
  readonly keepOursLead: string;
  readonly takeTheirs: string;
  readonly takeTheirsLead: string;
  readonly onlyReviewer: string;
  readonly merge: string;
  readonly mergeLead: string;
  readonly mergedByMachine: string;
  readonly notMerged: string;
  readonly text: string;
  readonly note: string;
  readonly noteMissing: string;
  readonly settled: string;
}

export const DUE_WORDS: InBoth<DueWords> = {
  vi: {
    title: 'Đến hạn',
    lists: 'Việc đến hạn',
    list: {
      reviews: 'Kiểm lại',
      laws: 'Luật sắp hết hiệu lực',
      unhelpful: 'Chưa giúp được',
      release: 'Tệp mới khác bản sửa',
      unreadable: 'Bản sửa không đọc được',
      contacts: 'Liên hệ trung tâm',
    },
    lead: {
      reviews: 'Mục quá hạn kiểm lại, hoặc đến hạn trong 30 ngày.',
      laws: 'Mục dựa vào điều luật sẽ hết hiệu lực trong 90 ngày, hoặc đã hết. Sau ngày đó máy ngừng trả lời bằng mục.',
      unhelpful: 'Mục mà người hỏi nói chưa giúp được, trong 90 ngày qua. Chỉ đếm, không biết ai nói.',
      release:
        'Phiên bản mới của phần mềm đã đổi tệp của những mục đã sửa ở đây. Bản sửa vẫn đang được dùng; cần chọn bản nào đúng.',
      unreadable: 'Những bản sửa này không còn đọc được sau khi phần mềm đổi. Máy đang dùng tệp kèm phần mềm thay vào.',
      contacts:
        'Địa chỉ, số điện thoại trung tâm chưa được kiểm tra, hoặc kiểm tra đã quá 6 tháng. Người quản trị sửa ở trang Trung tâm.',
    },
    none: {
      reviews: 'Không có mục nào đến hạn kiểm lại.',
      laws: 'Không có mục nào dựa vào luật sắp hết hiệu lực.',
      unhelpful: 'Chưa ai nói rằng câu trả lời chưa giúp được.',
      release: 'Không có bản sửa nào khác với tệp mới.',
      unreadable: 'Mọi bản sửa đều đọc được.',
      contacts: 'Mọi liên hệ đều được kiểm tra trong 6 tháng qua.',
    },
    entry: 'Mục',
    reviewBy: 'Kiểm lại trước',
    past: 'quá hạn',
    rests: 'Dựa vào',
    ownDays: 'ngày áp dụng của chính mục',
    endsOn: 'Hết ngày',
    follows: 'Nối tiếp',
    nothingFollows: 'chưa có mục nối tiếp',
    times: 'Số lần',
    reasons: 'Vì sao',
    reason: {
      'wrong-matter': 'không đúng việc',
      unclear: 'khó hiểu',
      'no-steps': 'thiếu cách làm',
      'wrong-or-old': 'sai hoặc cũ',
      other: 'lý do khác',
    },
    signs: '“< 5”: từ 1 đến 4. “≈” (số gần đúng) và “ẩn” (không nêu): để không ai tính ngược ra số nhỏ hơn 5.',
    look: 'Xem mục',
    threeVersions: 'Xem ba bản',
    action: 'Làm gì',
    faults: 'Chỗ không đọc được',
    since: 'Dùng từ',
    centre: 'Trung tâm',
    contact: 'Liên hệ',
    contactState: {
      none: 'chưa có',
      unverified: 'chưa kiểm tra',
      old: 'kiểm tra đã quá 6 tháng',
      sure: 'đã kiểm tra',
    },
    checkedOn: 'Kiểm tra ngày',
    never: 'chưa lần nào',

    releaseTitle: (entry) => `Ba bản của mục: ${entry}`,
    releaseLead: 'Bản sửa ở đây vẫn đang được dùng. Bạn so hai bên rồi chọn.',
    theirs: 'Phiên bản mới của phần mềm đổi gì',
    theirsLead: 'So tệp lúc bắt đầu sửa với tệp bây giờ.',
    ours: 'Bản sửa ở đây đổi gì',
    oursLead: 'So tệp lúc bắt đầu sửa với bản sửa đang dùng.',
    fileGone: 'Phiên bản mới không còn tệp này.',
    noFileThen: 'Lúc bắt đầu sửa chưa có tệp này.',
    keepOurs: 'Giữ bản sửa ở đây',
    keepOursLead: 'Bản sửa được gửi duyệt lại trên tệp mới.',
    takeTheirs: 'Dùng tệp mới',
    takeTheirsLead: 'Máy ngừng dùng bản sửa ngay; bản sửa vẫn nằm trong danh sách.',
    onlyReviewer: 'Chỉ người duyệt chọn được cách này.',
    merge: 'Gộp hai bên',
    mergeLead: 'Nội dung gộp được gửi duyệt như một bản mới.',
    mergedByMachine: 'Máy đã gộp thử những chỗ không đụng nhau. Bạn đọc cả bản trước khi gửi.',
    notMerged: 'Hai bên sửa cùng một chỗ nên máy không tự gộp được; dưới đây là bản sửa của mình.',
    text: 'Nội dung gộp',
    note: 'Vì sao chọn như vậy',
    noteMissing: 'Bạn ghi vì sao chọn như vậy.',
    settled: 'Mục này không còn gì phải chọn.',
  },
  en: {
    title: 'Due',
    lists: 'What is due',
    list: {
      reviews: 'Review',
      laws: 'Law that ends',
      unhelpful: 'Did not help',
      release: 'Changed by a release',
      unreadable: 'Unreadable revisions',
      contacts: 'Contacts of centres',
    },
    lead: {
      reviews: 'Entries whose review day is past, or comes within 30 days.',
      laws: 'Entries that rest on law which ends within 90 days, or has ended. After that day the bot no longer answers with them.',
      unhelpful:
        'Entries of which people said, in the last 90 days, that they did not help. Only counted; nobody knows who said so.',
      release:
        'A new release of the program has changed the files of entries that were changed here. The revision is still used; somebody must say which is right.',
      unreadable:
        'These revisions can no longer be read since the program changed. The shipped files are used instead.',
      contacts:
        'Addresses and numbers of centres that nobody verified, or not within 6 months. Admins change them on the page Centres.',
    },
    none: {
      reviews: 'No entry is due for review.',
      laws: 'No entry rests on law that ends soon.',
      unhelpful: 'Nobody said that an answer did not help.',
      release: 'No revision differs from a new file.',
      unreadable: 'All revisions can be read.',
      contacts: 'All contacts were verified within 6 months.',
    },
    entry: 'Entry',
    reviewBy: 'Review by',
    past: 'overdue',
    rests: 'Rests on',
    ownDays: 'its own days',
    endsOn: 'Ends on',
    follows: 'Followed by',
    nothingFollows: 'nothing yet',
    times: 'Times',
    reasons: 'Why',
    reason: {
      'wrong-matter': 'another matter',
      unclear: 'hard to understand',
      'no-steps': 'no steps',
      'wrong-or-old': 'wrong or old',
      other: 'another reason',
    },
    signs: '“< 5”: from 1 to 4. “≈” (about) and “ẩn” (not told): so that nobody can work out a number under 5.',
    look: 'See the entry',
    threeVersions: 'See three versions',
    action: 'What to do',
    faults: 'What cannot be read',
    since: 'In use since',
    centre: 'Centre',
    contact: 'Contact',
    contactState: {
      none: 'none',
      unverified: 'not verified',
      old: 'verified more than 6 months ago',
      sure: 'verified',
    },
    checkedOn: 'Verified on',
    never: 'never',

    releaseTitle: (entry) => `Three versions of: ${entry}`,
    releaseLead: 'The revision is still in use. Compare both sides and choose.',
    theirs: 'What the new release changed',
    theirsLead: 'The file when the revision was begun, and the file now.',
    ours: 'What the revision changed',
    oursLead: 'The file when the revision was begun, and the revision in use.',
    fileGone: 'The new release has no such file.',
    noFileThen: 'There was no such file when the revision was begun.',
    keepOurs: 'Keep the revision',
    keepOursLead: 'It is sent to review again, on the new file.',
    takeTheirs: 'Use the new file',
    takeTheirsLead: 'The revision is no longer used, at once; it stays in the list.',
    onlyReviewer: 'Only a reviewer can choose this.',
    merge: 'Merge both',
    mergeLead: 'The merged text is sent to review like a new one.',
    mergedByMachine: 'The machine has merged what does not touch. Read all of it before you send it.',
    notMerged: 'Both changed the same place, so the machine could not merge; below stands the revision.',
    text: 'Merged text',
    note: 'Why this one',
    noteMissing: 'Please say why this one.',
    settled: 'There is nothing left to choose for this entry.',
  },
};
