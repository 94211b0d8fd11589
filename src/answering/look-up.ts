import type { Day } from '../base/days.ts';
import { articleOf, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Library } from '../knowledge/library.ts';
import { fold } from '../language/fold.ts';
import { PhraseFinder } from '../language/phrase-finder.ts';
import { foldedLine } from '../language/terms.ts';
import { STOP_WORDS } from '../search/stop-words.ts';

/** What a question that names an instrument asks for. */
export type LookUp =
  | { readonly asks: 'article'; readonly instrument: Instrument; readonly article: string }
  | { readonly asks: 'instrument'; readonly instrument: Instrument }
  | { readonly asks: 'subject'; readonly instrument: Instrument; readonly subject: string };

const ARTICLE_NUMBER = / (?:dieu|article|art|d) ?(?:so |thu )?(\d{1,3}[a-z]?)(?= )/;
/** Words of a question about an instrument as a whole; what is left beyond them is its subject. */
const FRAME = new Set(
  (
    'la gi nghia viet nam tham gia khi nao may bao nhieu dieu khoan noi ve ai quy dinh gom co hieu luc tu ngay nam phe chuan ky ket thanh vien giam sat noi dung ' +
    'cong uoc luat bo hien phap nghi dinh tuyen ngon nguyen van toan cho em toi minh hoi muon biet xem xin tom tat giai thich article what says say about of convention law viet nam ' +
    'khai niem gioi thieu doc hieu don gian de nao simple words please tell me in can you'
  ).split(' '),
);

/** Finds instruments by the names people use for them. Built once for a library. */
export class LookUps {
  readonly #names: PhraseFinder<Instrument>;

  constructor(instruments: Iterable<Instrument>) {
    this.#names = new PhraseFinder(
      [...instruments].flatMap((instrument) =>
        [instrument.shortName, instrument.name, ...instrument.aliases]
          // `Luật Giá` without marks is also a lawyer, `luật gia`.
          .filter((name) => name.split(' ').length > 2 || !/^luật /i.test(name))
          .map((name) => [name, instrument] as const),
      ),
    );
  }

  /**
   * Reads a question that names an instrument: `điều 20 hiến pháp`, `CEDAW là gì`, `công ước người khuyết tật điều nào
   * nói về đi học`. Where several versions of a law share the name, the one in force on `day` is meant.
   *
   * @returns `undefined` when no instrument is named, or only in passing in a longer story.
   */
  read(question: string, day: Day): LookUp | undefined {
    const line = foldedLine(question);
    const named = this.#names
      .in(line)
      .map((found) => ({ line: found.line, instrument: found.value }))
      .sort((a, b) => b.line.length - a.line.length);
    const longest = named[0]?.line.length ?? 0;
    const best = named.filter((name) => name.line.length === longest).map(({ instrument }) => instrument);
    const instrument = best.find(({ inForce }) => inForce.from <= day && (inForce.to ?? '9999') >= day) ?? best[0];
    if (!instrument || !named[0]) return undefined;

    const article = ARTICLE_NUMBER.exec(line)?.[1];
    // Both its names may stand there: "Tuyên ngôn quốc tế về quyền con người (UDHR) là gì".
    const names = named.filter((name) => name.instrument === instrument);
    const rest = names
      .reduce((left, name) => left.replace(name.line, ' '), line)
      .replace(ARTICLE_NUMBER, ' ')
      .split(' ')
      .filter(Boolean);
    const telling = rest.filter((word) => !FRAME.has(word) && !STOP_WORDS.has(word) && !/^\d+$/.test(word));
    if (article) return { asks: 'article', instrument, article };
    // `crc 32`: nothing else is said, so the number is that of an article.
    const [number, another] = rest.filter((word) => /^\d{1,3}$/.test(word));
    if (telling.length === 0 && number && !another) return { asks: 'article', instrument, article: number };
    if (telling.length === 0) return { asks: 'instrument', instrument };
    return telling.length <= 8 ? { asks: 'subject', instrument, subject: rest.join(' ') } : undefined;
  }
}

/** The entries that present an article on a day: its digest or text first, then those that rest on it. */
export function entriesOn(article: string, library: Library, day: Day): readonly KnowledgeEntry[] {
  const digest = library.digestOf(article, day);
  const resting = library
    .currentOn(day)
    .filter((entry) => entry !== digest && entry.citations.some((citation) => articleOf(citation) === article))
    .sort((a, b) => placeOf(article, a) - placeOf(article, b));
  return digest ? [digest, ...resting] : resting;
}

function placeOf(article: string, entry: KnowledgeEntry): number {
  return entry.citations.findIndex((citation) => articleOf(citation) === article);
}

/** Is the entry a digest or text of an article of this instrument? */
export function isOf(instrument: Instrument, entry: KnowledgeEntry): boolean {
  return entry.kind === 'article' && partsOf(entry.citations[0]).code === instrument.code;
}

const LANGUAGES: readonly (readonly [phrase: string, language: string])[] = [
  ['tieng anh', 'en'],
  ['in english', 'en'],
  ['tieng khmer', 'km'],
  ['tieng kho me', 'km'],
  ['tieng kho mer', 'km'],
  ['tieng lao', 'lo'],
  ['tieng trung', 'zh'],
  ['tieng hoa', 'zh'],
  ['tieng thai den', 'blt'],
  ['tieng thai', 'blt'],
  ['tieng mong', 'hnj'],
  ['tieng hmong', 'hnj'],
  ['tieng h mong', 'hnj'],
  ['tieng ha nhi', 'hni'],
];

/** The language a question asks for: `bằng tiếng Khmer` → `km`. */
export function languageAsked(question: string): string | undefined {
  const line = fold(question).replace(/[^a-z]+/g, ' ');
  return LANGUAGES.find(([phrase]) => line.includes(phrase))?.[1];
}
