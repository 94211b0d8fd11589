import { covers, type Day } from '../base/days.ts';
import { type ArticlePlace, articleOf, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Library } from '../knowledge/library.ts';
import { placeIn, withoutArticle } from '../knowledge/named-place.ts';
import { fold } from '../language/fold.ts';
import { PhraseFinder } from '../language/phrase-finder.ts';
import { foldedLine } from '../language/terms.ts';
import { STOP_WORDS } from '../search/stop-words.ts';

/** What a question that names an instrument asks for. */
export type LookUp =
  | ({ readonly asks: 'article'; readonly instrument: Instrument } & ArticlePlace)
  | { readonly asks: 'instrument'; readonly instrument: Instrument }
  | { readonly asks: 'subject'; readonly instrument: Instrument; readonly subject: string }
  /** Several instruments are called so, or their names begin so. */
  | {
      readonly asks: 'which-law';
      readonly instruments: readonly Instrument[];
      readonly place: ArticlePlace | undefined;
    }
  /** The law that is named binds no more. `old`: itself where we know it, else the year that was named. */
  | {
      readonly asks: 'replaced';
      readonly old: Instrument | number;
      readonly by: Instrument;
      readonly place: ArticlePlace | undefined;
    };

/** What the name of an instrument begins with. */
const KIND = / (?:bo luat|luat|nghi dinh|phap lenh|cong uoc|thong tu|nghi quyet) /;
/** Shorter beginnings of names are words of any sentence: `luật có …` is no law. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 6;
/** Where more names begin so, none is meant. */
const MOST_LAWS = 8;
/** Words of a question about an instrument as a whole; what is left beyond them is its subject. */
const FRAME = new Set(
  (
    'la gi nghia viet nam tham gia khi nao may bao nhieu dieu khoan noi ve ai quy dinh gom co hieu luc tu ngay nam phe chuan ky ket thanh vien giam sat noi dung ' +
    'cong uoc luat bo hien phap nghi dinh tuyen ngon nguyen van toan cho em toi minh hoi muon biet xem xin tom tat giai thich article what says say about of convention law viet nam ' +
    'khai niem gioi thieu doc hieu don gian de nao simple words please tell me in can you muc luc'
  ).split(' '),
);

/** The number of a law: `11/2017/QH14`. */
const LAW_NUMBER = / \d{1,3} (?:19|20)\d\d(?: (?:ubtv)?qh\d+)?(?= )/;

/** Finds instruments by the names people use for them. Built once for a library. */
export class LookUps {
  readonly #names: PhraseFinder<Instrument>;
  readonly #lines: readonly { readonly line: string; readonly value: Instrument }[];
  readonly #byCode: ReadonlyMap<string, Instrument>;

  constructor(instruments: Iterable<Instrument>) {
    const all = [...instruments];
    const names = all.flatMap((instrument) =>
      [instrument.shortName, instrument.name, ...instrument.aliases]
        // `Luật Giá` without marks is also a lawyer, `luật gia`.
        .filter((name) => name.split(' ').length > 2 || !/^luật /i.test(name))
        .map((name) => [name, instrument] as const),
    );
    this.#names = new PhraseFinder(names);
    this.#lines = names.map(([name, value]) => ({ line: foldedLine(name), value }));
    this.#byCode = new Map(all.map((instrument) => [instrument.code, instrument]));
  }

  /**
   * Reads a question that names an instrument: `điều 20 hiến pháp`, `CEDAW là gì`, `công ước người khuyết tật điều nào
   * nói về đi học`. Where several versions of a law share the name, the one in force on `day` is meant.
   *
   * @returns `undefined` when no instrument is named, or only in passing in a longer story.
   */
  read(question: string, day: Day): LookUp | undefined {
    const line = foldedLine(question);
    const place = placeIn(question);
    const named = this.#namesIn(line, day);
    const [instrument, another] = named?.instruments ?? [];
    if (!instrument || !named) return undefined;

    const rest = withoutArticle(named.lines.reduce((left, name) => left.replace(name, ' '), line))
      .replace(LAW_NUMBER, ' ')
      .split(' ')
      .filter(Boolean);
    const telling = rest.filter((word) => !FRAME.has(word) && !STOP_WORDS.has(word) && !/^\d+$/.test(word));
    const whole = place !== undefined || telling.length === 0;
    if (another && whole) return { asks: 'which-law', instruments: named.instruments, place };
    if (named.begun && !whole) return undefined;
    const old = whole ? this.#replaced(instrument, yearNamed(question, line, named.lines[0] ?? ''), day) : undefined;
    if (old) return { asks: 'replaced', ...old, place };
    if (place) return { asks: 'article', instrument, ...place };
    // `crc 32`: nothing else is said, so the number is that of an article.
    const [number, more] = rest.filter((word) => /^\d{1,3}$/.test(word));
    if (telling.length === 0 && number && !more) return { asks: 'article', instrument, article: number };
    if (telling.length === 0) return { asks: 'instrument', instrument };
    return telling.length <= 8 ? { asks: 'subject', instrument, subject: rest.join(' ') } : undefined;
  }

  /**
   * The instruments with the longest name in a line: those in force on the day, else any.
   */
  #namesIn(line: string, day: Day): Named | undefined {
    const named = [...this.#names.in(line)].sort((a, b) => b.line.length - a.line.length);
    const [longest] = named;
    if (!longest) return this.#beginningIn(line, day);
    const best = inForceFirst(
      named.filter((name) => name.line.length === longest.line.length).map(({ value }) => value),
      day,
    );
    // Both its names may stand there: "Tuyên ngôn quốc tế về quyền con người (UDHR) là gì".
    const lines = named.filter(({ value }) => value === best[0]).map((name) => name.line);
    return { instruments: best, lines, begun: false };
  }

  /** `luật bảo hiểm`: names that begin with what stands behind the kind of instrument, as long a beginning as there is. */
  #beginningIn(line: string, day: Day): Named | undefined {
    const kind = KIND.exec(line);
    if (!kind) return undefined;
    const words = line
      .slice(kind.index + kind[0].length)
      .trim()
      .split(' ');
    for (let count = Math.min(MOST_WORDS, words.length); count >= FEWEST_WORDS; count -= 1) {
      const begun = `${kind[0]}${words.slice(0, count).join(' ')} `;
      const instruments = inForceFirst(
        this.#lines.filter((name) => name.line.startsWith(begun)).map(({ value }) => value),
        day,
      );
      if (instruments.length > MOST_LAWS) return undefined;
      if (instruments.length > 0) return { instruments, lines: [begun], begun: true };
    }
    return undefined;
  }

  /** A law that has ended, or one of a year before the one that binds now: `bộ luật lao động 2012`. */
  #replaced(
    instrument: Instrument,
    year: number | undefined,
    day: Day,
  ): { readonly old: Instrument | number; readonly by: Instrument } | undefined {
    const successor = instrument.replacedBy === undefined ? undefined : this.#byCode.get(instrument.replacedBy);
    const ended = instrument.inForce.to !== undefined && instrument.inForce.to < day;
    if (ended && successor && covers(successor.inForce, day)) return { old: instrument, by: successor };
    const passed = Number(instrument.adoptedOn?.slice(0, 4));
    const older = year !== undefined && year < passed && covers(instrument.inForce, day);
    if (!older) return undefined;
    const known = [...this.#byCode.values()].find(
      ({ replacedBy, adoptedOn }) => replacedBy === instrument.code && adoptedOn?.startsWith(String(year)),
    );
    return { old: known ?? year, by: instrument };
  }
}

/** The year of a law where one is named: behind its name, or in its number (`58/2014/QH13`). */
function yearNamed(question: string, line: string, name: string): number | undefined {
  const year =
    new RegExp(`${name}(?:nam )?((?:19|20)\\d\\d) `).exec(line)?.[1] ?? /\d\/((?:19|20)\d\d)(?!\d)/.exec(question)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Instruments that a line names. */
interface Named {
  /** More than one where several are called so. */
  readonly instruments: readonly Instrument[];
  /** What stands in the line for the first of them. */
  readonly lines: readonly string[];
  /** Only the beginning of a name stands there. */
  readonly begun: boolean;
}

/** Each once; those that bind on the day, or else the first. */
function inForceFirst(instruments: readonly Instrument[], day: Day): readonly Instrument[] {
  const different = [...new Set(instruments)];
  const binding = different.filter((instrument) => covers(instrument.inForce, day));
  return binding.length > 0 ? binding : different.slice(0, 1);
}

/** The entries that present an article on a day: its digest or text first, then those that rest on it. */
export function entriesOn(article: string, library: Library, day: Day): readonly KnowledgeEntry[] {
  const digest = library.digestOf(article, day);
  const resting = library
    .citing(article)
    .filter((entry) => entry !== digest && library.isCurrent(entry, day))
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
