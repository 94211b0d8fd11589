import { contains, type Day } from '../base/days.ts';
import { fold } from '../language/fold.ts';
import { parseCitation } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';
import { hasArticle, type Instrument } from './instrument.ts';
import { inForceTogether } from './library.ts';
import type { Fault } from './parse-entry.ts';

/** What people could take for a phone number, with spaces, dots or dashes between its digits. */
const PHONE_LIKE = /(?<![\d./-])(?:\+84[\d .-]{8,}\d|0\d[\d .-]{7,}\d|1[89]00[ .-]?\d[\d .-]{2,}\d)(?![\d/])/g;
/** `01.07.2025` and `1945-1975` have eight; a subscriber's number has at least nine with its zero, an 1800 or 1900 one eight. */
const FEWEST_DIGITS = 9;
const SHORT_NUMBER_IN_CONTEXT = /(?:gọi|số|tổng đài|hotline|đường dây)\s+(?:số\s+)?(1\d{2})(?!\d)/gi;

/**
 * Faults that only show across files: citations that do not exist or were not in force on the days of the entry, two
 * entries with the same question, phone numbers that nobody verified, reviews that are overdue.
 */
export function checkLibrary(needs: {
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  /** Numbers that may be shown, as written in `hotlines.yaml`. */
  readonly publishedNumbers: readonly string[];
  readonly today: Day;
}): readonly Fault[] {
  const instruments = new Map(needs.instruments.map((instrument) => [instrument.code, instrument]));
  const published = new Set(needs.publishedNumbers.map(digits));
  const faults: Fault[] = [];

  for (const entry of needs.entries) {
    const complain = (field: string, message: string): void => {
      faults.push({ file: `${entry.id}.md`, field, message });
    };
    for (const citation of entry.citations) {
      const parts = parseCitation(citation);
      const instrument = parts && instruments.get(parts.code);
      if (!parts || !instrument) complain('citations', `${citation}: không có tệp instruments/${parts?.code}.yaml`);
      else if (!hasArticle(instrument, parts.article)) {
        complain('citations', `${citation}: ${instrument.shortName} không có Điều ${parts.article}`);
      } else {
        const span = instrument.articleSpans.get(parts.article) ?? instrument.inForce;
        if (!contains(instrument.inForce, entry.valid) || !contains(span, entry.valid)) {
          complain(
            'citations',
            `${citation} có hiệu lực ${span.from} – ${span.to ?? 'nay'}, không trùm hết validFrom/validTo của mục (${entry.valid.from} – ${entry.valid.to ?? 'nay'})`,
          );
        }
      }
    }
    if (entry.reviewBy < needs.today) complain('reviewBy', `đã quá hạn kiểm lại ${entry.reviewBy}`);
    for (const number of phoneNumbers(wholeText(entry))) {
      if (!published.has(digits(number))) complain('thân tệp', `số ${number} không có trong hotlines.yaml`);
    }
  }
  for (const [first, second] of sameQuestions(needs.entries)) {
    faults.push({
      file: `${second.id}.md`,
      field: 'question',
      message: `trùng câu hỏi và thời gian hiệu lực với ${first.id}.md`,
    });
  }
  for (const instrument of needs.instruments) {
    if (instrument.card && !needs.entries.some(({ id }) => id === instrument.card)) {
      faults.push({
        file: `instruments/${instrument.code}.yaml`,
        field: 'card',
        message: `không có mục ${instrument.card}`,
      });
    }
  }
  return faults;
}

function wholeText(entry: KnowledgeEntry): string {
  return [entry.shortAnswer, ...entry.passages.flatMap(({ lines }) => lines)].join('\n');
}

function phoneNumbers(text: string): readonly string[] {
  const long = (text.match(PHONE_LIKE) ?? []).filter(
    (number) => digits(number).length >= FEWEST_DIGITS || /^1[89]00/.test(number),
  );
  const short = [...text.matchAll(SHORT_NUMBER_IN_CONTEXT)].map(([, number = '']) => number);
  return [...long, ...short];
}

function digits(number: string): string {
  return number.replace(/\D/g, '');
}

/** Two versions of one answer may share the question when their days do not overlap. */
function sameQuestions(entries: readonly KnowledgeEntry[]): readonly (readonly [KnowledgeEntry, KnowledgeEntry])[] {
  const byQuestion = new Map<string, KnowledgeEntry[]>();
  for (const entry of entries) {
    const question = fold(entry.title).trim();
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), entry]);
  }
  return [...byQuestion.values()].flatMap((same) =>
    same.flatMap((second, nth) =>
      same
        .slice(0, nth)
        .filter((first) => inForceTogether(first, second))
        .map((first) => [first, second] as const),
    ),
  );
}
