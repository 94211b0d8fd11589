import { type Day, dayForPeople } from '../../../base/days.ts';
import type { Doubt } from '../../../flow/law/import-doubts.ts';
import type { NotStored } from '../../../flow/law/import-law.ts';
import type { TaskReason } from '../../../law/law-changes.ts';
import type { InBoth } from '../kit/words.ts';

/** What an import came to, in the words of the console and of `npm run law`. */
export interface OutcomeWords {
  /** Why nothing was stored, and what to add. */
  readonly notStored: Readonly<Record<NotStored, string>>;
  readonly unchanged: string;
  readonly stored: string;
  readonly wouldStore: string;
  /** `3 điều mới`. */
  readonly added: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly ended: (count: number) => string;
  readonly reprinted: (count: number) => string;
  readonly settled: (count: number) => string;
  readonly nothing: string;
  readonly tasks: (count: number) => string;
  readonly article: (number: string) => string;
  /** `từ 01/01/2027 đến 31/12/2027`. */
  readonly span: (from: Day, to: Day | undefined) => string;
  readonly endsOn: (day: Day) => string;
  /** Which wording is asked for. */
  readonly asked: (articles: string, from: Day, until: Day | undefined, because: 'not-held' | 'amended') => string;
  readonly doubt: (doubt: Doubt) => string;
  readonly reason: Readonly<Record<TaskReason, (day: Day) => string>>;
}

const MOST_NAMED = 12;

/** `2, 3, 5a` and how many more. */
function listed(articles: readonly string[], more: (count: number) => string): string {
  const rest = articles.length - MOST_NAMED;
  return rest <= 1 ? articles.join(', ') : `${articles.slice(0, MOST_NAMED).join(', ')} ${more(rest)}`;
}

const day = dayForPeople;
const moreVi = (count: number): string => `và ${count} điều khác`;
const moreEn = (count: number): string => `and ${count} more`;

export const OUTCOME_WORDS: InBoth<OutcomeWords> = {
  vi: {
    notStored: {
      'no-code': 'Chưa lưu: văn bản không đủ thông tin để đặt mã. Hãy cho biết mã.',
      'odd-code': 'Chưa lưu: mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ luat-tro-giup-phap-ly-2017.',
      'no-first-day': 'Chưa lưu: văn bản không nói có hiệu lực từ ngày nào. Hãy cho biết ngày đó.',
      translation: 'Không lưu: đây là bản dịch. Luật Việt Nam chỉ được trích bằng tiếng Việt.',
      'letters-doubtful':
        'Chưa lưu: nhiều chữ sai dấu, có lẽ do máy đọc từ ảnh. Chỉ lưu khi đã so từng điều với bản chính thức.',
    },
    unchanged: 'Tệp này đã nhập rồi, không có gì thay đổi.',
    stored: 'Đã lưu.',
    wouldStore: 'Nếu lưu, những điều sau sẽ thay đổi. Chưa có gì được lưu.',
    added: (count) => `${count} điều mới có nguyên văn`,
    changed: (count) => `${count} điều có nội dung mới`,
    ended: (count) => `${count} điều thôi hiệu lực`,
    reprinted: (count) => `${count} điều nay lấy theo bản in của văn bản gốc`,
    settled: (count) => `${count} nội dung đang cần nay đã có`,
    nothing: 'không có gì thay đổi',
    tasks: (count) => `${count} việc đọc lại (mục kiến thức, mẫu trả lời dựa vào điều đã đổi)`,
    article: (number) => `Điều ${number}`,
    span: (from, to) => (to === undefined ? `từ ${day(from)}` : `từ ${day(from)} đến hết ${day(to)}`),
    endsOn: (last) => `đến hết ${day(last)}`,
    asked: (articles, from, until, because) =>
      because === 'amended'
        ? `Điều ${articles}: được sửa từ ${day(from)}, nhưng chỗ sửa không ghép được chính xác từng chữ. Cần văn bản hợp nhất.`
        : `Điều ${articles}: cần nội dung có hiệu lực từ ${day(from)}${until === undefined ? '' : ` đến trước ${day(until)}`}.`,
    doubt: (doubt) => {
      switch (doubt.doubt) {
        case 'untraced-law':
          return `Luật số ${doubt.number} (từ ${day(doubt.from)}) cũng sửa văn bản này, nhưng bản hợp nhất không ghi sửa chỗ nào. Trước lần sửa sau, nội dung của điều ${listed(doubt.articles, moreVi)} có thể đã khác: hãy nhập Luật số ${doubt.number}.`;
        case 'untraced-change':
          return `Văn bản còn sửa ${doubt.instruments.join('; ')}; phần này máy chưa đọc được. Hãy nhập văn bản hợp nhất của các luật đó.`;
        case 'unknown-target':
          return `Văn bản sửa một luật chưa có ở đây: “${doubt.name}”${doubt.number === undefined ? '' : ` số ${doubt.number}`}. Khi luật đó được nhập, chỗ sửa sẽ tự được ghép vào.`;
        case 'several-first-days':
          return `Các tệp nói khác nhau về ngày bắt đầu có hiệu lực: ${doubt.days.map(day).join(', ')}. Hãy xem lại; nhập lại tệp sai với ngày đúng.`;
        case 'ends-with-exceptions':
          return `${doubt.code} hết hiệu lực từ ${day(doubt.on)}, trừ một số phần. Hãy đọc xem phần nào còn; máy không tự kết thúc điều nào.`;
        case 'other-print':
          return `Hai tệp in khác nhau vài chữ ở điều ${listed([...new Set(doubt.prints.map(({ article }) => article))], moreVi)}. Đang giữ theo văn bản gốc; hãy xem có lỗi in, hay một lần sửa chưa được ghi.`;
        case 'twice':
          return `Số điều xuất hiện hai lần trong tệp: ${listed(doubt.articles, moreVi)}. Chỉ lấy lần đầu.`;
      }
    },
    reason: {
      'new-wording': (on) => `Có nội dung mới từ ${day(on)}`,
      ends: (on) => `Hết hiệu lực từ ${day(on)}`,
      repealed: (on) => `Bị bãi bỏ từ ${day(on)}`,
    },
  },
  en: {
    notStored: {
      'no-code': 'Not stored: the text does not say enough for a code. Please give one.',
      'odd-code':
        'Not stored: a code has small letters without marks, digits and hyphens, like luat-tro-giup-phap-ly-2017.',
      'no-first-day': 'Not stored: the text does not say from which day it binds. Please give the day.',
      translation: 'Not stored: this is a translation. Vietnamese laws are quoted in Vietnamese only.',
      'letters-doubtful':
        'Not stored: many letters are wrong, perhaps read by a machine from a picture. Store it only after comparing each article with the official text.',
    },
    unchanged: 'This file was imported before; nothing changes.',
    stored: 'Stored.',
    wouldStore: 'If you store it, this changes. Nothing is stored yet.',
    added: (count) => `${count} articles newly held`,
    changed: (count) => `${count} articles with new wording`,
    ended: (count) => `${count} articles end`,
    reprinted: (count) => `${count} articles now as the original prints them`,
    settled: (count) => `${count} wordings that were asked for are there`,
    nothing: 'nothing changes',
    tasks: (count) => `${count} things to read again (entries and canned replies that rest on what changed)`,
    article: (number) => `Article ${number}`,
    span: (from, to) => (to === undefined ? `from ${day(from)}` : `from ${day(from)} to ${day(to)}`),
    endsOn: (last) => `until ${day(last)}`,
    asked: (articles, from, until, because) =>
      because === 'amended'
        ? `Article ${articles}: amended from ${day(from)}, in a way that cannot be put in word for word. A consolidated text is needed.`
        : `Article ${articles}: the wording from ${day(from)}${until === undefined ? '' : ` until before ${day(until)}`} is needed.`,
    doubt: (doubt) => {
      switch (doubt.doubt) {
        case 'untraced-law':
          return `Law ${doubt.number} (from ${day(doubt.from)}) amends this text too, but the consolidated text does not say where. Until the next change articles ${listed(doubt.articles, moreEn)} may have read otherwise: please import Law ${doubt.number}.`;
        case 'untraced-change':
          return `It also changes ${doubt.instruments.join('; ')}; that part could not be read. Please import consolidated texts of those.`;
        case 'unknown-target':
          return `It changes a law that is not here: “${doubt.name}”${doubt.number === undefined ? '' : ` no. ${doubt.number}`}. When that is imported, the changes are put in.`;
        case 'several-first-days':
          return `Files name different first days: ${doubt.days.map(day).join(', ')}. Please check, and import the wrong one again with the right day.`;
        case 'ends-with-exceptions':
          return `${doubt.code} ends on ${day(doubt.on)}, with exceptions. Please read which parts go on; no article was ended.`;
        case 'other-print':
          return `Two files print articles ${listed([...new Set(doubt.prints.map(({ article }) => article))], moreEn)} with different letters. The original is kept; please see whether it is a misprint or a change that was not noted.`;
        case 'twice':
          return `These articles stand twice in the file: ${listed(doubt.articles, moreEn)}. The first was taken.`;
      }
    },
    reason: {
      'new-wording': (on) => `New wording from ${day(on)}`,
      ends: (on) => `Ends on ${day(on)}`,
      repealed: (on) => `Repealed from ${day(on)}`,
    },
  },
};

/** What an import did to one instrument, in one line. */
export function changesInWords(
  {
    added,
    changed,
    ended,
    reprinted,
    settled,
  }: {
    readonly added: readonly unknown[];
    readonly changed: readonly unknown[];
    readonly ended: readonly unknown[];
    readonly reprinted: readonly unknown[];
    readonly settled: readonly unknown[];
  },
  words: OutcomeWords,
): string {
  const parts = [
    added.length > 0 && words.added(added.length),
    changed.length > 0 && words.changed(changed.length),
    ended.length > 0 && words.ended(ended.length),
    reprinted.length > 0 && words.reprinted(reprinted.length),
    settled.length > 0 && words.settled(settled.length),
  ].filter(Boolean);
  return parts.length === 0 ? words.nothing : parts.join(', ');
}

/** Wordings that are asked for, those with the same days together. */
export function askedInWords(
  asked: readonly {
    readonly article: string;
    readonly from: Day;
    readonly until: Day | undefined;
    readonly because: 'not-held' | 'amended';
  }[],
  words: OutcomeWords,
): readonly string[] {
  const groups = new Map<string, { readonly first: (typeof asked)[number]; readonly articles: string[] }>();
  for (const one of asked) {
    const key = `${one.from} ${one.until} ${one.because}`;
    const group = groups.get(key);
    if (group) group.articles.push(one.article);
    else groups.set(key, { first: one, articles: [one.article] });
  }
  return [...groups.values()].map(({ first, articles }) =>
    words.asked(articles.join(', '), first.from, first.until, first.because),
  );
}
