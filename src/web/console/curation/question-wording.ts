import type { ReasonToKeep } from '../../../ports/kept-questions.ts';
import type { InBoth } from '../kit/words.ts';

export interface QuestionWords {
  readonly title: string;
  readonly lead: (count: string) => string;
  readonly none: string;
  readonly table: string;
  readonly asked: string;
  readonly times: string;
  readonly days: string;
  readonly why: string;
  readonly nearest: string;
  readonly action: string;
  readonly filter: string;
  readonly all: string;
  readonly show: string;
  readonly reason: Readonly<Record<ReasonToKeep, string>>;
  readonly noNearest: string;
  readonly confidence: (percent: string) => string;
  readonly newEntry: string;
  readonly addTo: (title: string) => string;
  readonly addToThis: string;
  readonly look: string;
  readonly groupTitle: string;
  readonly wordings: string;
  readonly choose: string;
  readonly chooseOne: string;
  readonly several: (times: string) => string;
  readonly more: (count: string) => string;
  readonly entries: string;
  readonly entry: string;
  readonly topics: string;
  readonly sure: string;
  readonly begin: string;
  readonly beginHint: string;
  readonly dismiss: string;
  readonly dismissHint: string;
  readonly dismissReason: string;
  readonly reasonMissing: string;
  readonly dismissed: string;
  readonly gone: string;
  readonly back: string;
  readonly masked: string;
  /** What a draft says of itself. */
  readonly note: (count: string) => string;
}

export const QUESTION_WORDS: InBoth<QuestionWords> = {
  vi: {
    title: 'Câu hỏi chưa đáp',
    lead: (count) =>
      `${count} câu người dân đã hỏi mà máy chưa trả lời tốt, gom theo việc, việc được hỏi nhiều đứng trước. Tên, số, địa chỉ đã được che; mỗi câu được giữ 180 ngày.`,
    none: 'Không còn câu nào chờ. Câu hỏi mới mà máy chưa trả lời tốt sẽ hiện ở đây.',
    table: 'Các nhóm câu hỏi',
    asked: 'Câu hỏi',
    times: 'Số lần',
    days: 'Từ ngày – đến ngày',
    why: 'Vì sao có ở đây',
    nearest: 'Mục gần nhất',
    action: 'Làm gì',
    filter: 'Vì sao có ở đây',
    all: 'Tất cả',
    show: 'Xem',
    reason: {
      unresolved: 'chưa có câu trả lời',
      choices: 'phải đưa ra nhiều lựa chọn',
      unsure: 'trả lời mà chưa chắc',
      unhelpful: 'người hỏi nói chưa giúp được',
    },
    noNearest: 'không có mục nào gần',
    confidence: (percent) => `độ chắc ${percent}`,
    newEntry: 'Soạn mục mới',
    addTo: (title) => `Thêm cách hỏi vào mục “${title}”`,
    addToThis: 'Thêm cách hỏi vào mục này',
    look: 'Xem cả nhóm',
    groupTitle: 'Một nhóm câu hỏi',
    wordings: 'Người dân đã hỏi thế nào',
    choose: 'Bỏ đánh dấu câu không thuộc việc này; câu đó ở lại danh sách.',
    chooseOne: 'Bạn đánh dấu ít nhất một câu.',
    several: (times) => `${times} lần`,
    more: (count) => `và ${count} câu nữa cùng nhóm`,
    entries: 'Những mục máy nghĩ tới',
    entry: 'Mục',
    topics: 'Lĩnh vực',
    sure: 'Độ chắc trung bình',
    begin: 'Soạn từ nhóm này',
    beginHint:
      'Mục mới được điền sẵn câu hỏi, các cách hỏi, lĩnh vực và căn cứ của mục gần nhất. Bạn kiểm lại từng căn cứ trước khi gửi duyệt.',
    dismiss: 'Bỏ qua nhóm này',
    dismissHint: 'Ví dụ: không phải việc về quyền, đã có mục trả lời đúng, câu đùa.',
    dismissReason: 'Lý do bỏ qua',
    reasonMissing: 'Bạn ghi lý do, để người khác biết vì sao nhóm này không còn trong danh sách.',
    dismissed: 'Đã bỏ qua nhóm câu hỏi.',
    gone: 'Nhóm này đã có người xử lý.',
    back: 'Về danh sách câu hỏi',
    masked: 'Tên, số, địa chỉ đã được máy che. Thấy sót, bạn đừng chép lại; bỏ qua câu đó.',
    note: (count) => `Từ ${count} câu hỏi của người dân.`,
  },
  en: {
    title: 'Unanswered questions',
    lead: (count) =>
      `${count} questions that the bot did not answer well, put together by matter, the most frequent first. Names, numbers and addresses are masked; each is kept for 180 days.`,
    none: 'Nothing waits. New questions that the bot does not answer well will appear here.',
    table: 'Groups of questions',
    asked: 'Question',
    times: 'Times',
    days: 'From – to',
    why: 'Why it is here',
    nearest: 'Nearest entry',
    action: 'What to do',
    filter: 'Why it is here',
    all: 'All',
    show: 'Show',
    reason: {
      unresolved: 'no answer was known',
      choices: 'choices had to be offered',
      unsure: 'answered with little confidence',
      unhelpful: 'the person said it did not help',
    },
    noNearest: 'no entry is near',
    confidence: (percent) => `confidence ${percent}`,
    newEntry: 'Write a new entry',
    addTo: (title) => `Add the wordings to “${title}”`,
    addToThis: 'Add the wordings to this entry',
    look: 'See the whole group',
    groupTitle: 'A group of questions',
    wordings: 'How people asked',
    choose: 'Untick a question that is about something else; it stays in the list.',
    chooseOne: 'Tick at least one question.',
    several: (times) => `${times} times`,
    more: (count) => `and ${count} more of this group`,
    entries: 'Entries that the bot thought of',
    entry: 'Entry',
    topics: 'Topics',
    sure: 'Mean confidence',
    begin: 'Begin from this group',
    beginHint:
      'A new entry is filled in with the question, the wordings, and the topics and citations of the nearest entry. Check every citation before you send it to review.',
    dismiss: 'Put this group aside',
    dismissHint: 'For instance: not about rights, an entry answers it already, a joke.',
    dismissReason: 'Why it is put aside',
    reasonMissing: 'Say why, so that others know why this group is no longer in the list.',
    dismissed: 'The group of questions was put aside.',
    gone: 'Somebody has dealt with this group already.',
    back: 'Back to the questions',
    masked:
      'Names, numbers and addresses were masked by the machine. If one was missed, do not copy it; put the question aside.',
    note: (count) => `From ${count} questions of people.`,
  },
};
