import { fold } from '../../language/fold.ts';
import { COMMON_WORDS, GIVEN_NAMES, PLACE_SYLLABLES, PLACES_BY_FIRST } from './word-lists.ts';

/** What of a person stands somewhere in a text. */
export type PersonalKind =
  | 'name'
  | 'phone'
  | 'paper'
  | 'account'
  | 'number'
  | 'address'
  | 'birthday'
  | 'plate'
  | 'email'
  | 'link'
  | 'handle';

/** A run of letters or digits, or something that is masked already. */
export interface Token {
  /** `code` has letters and digits; `mask` is a placeholder, or stands for one. */
  readonly kind: 'word' | 'number' | 'code' | 'mask';
  /** UTF-16 units of the text; the end no longer belongs to it. */
  readonly start: number;
  readonly end: number;
  /** Lower-case NFC, and the same without marks. */
  readonly marked: string;
  readonly plain: string;
  /** NFC, with its capitals. */
  readonly written: string;
  readonly capital: boolean;
  /** More than one letter, and all of them capitals: `UBND`. */
  readonly allCapitals: boolean;
  /** What stands between the token before and this one. */
  readonly gap: string;
  /** Part of a name of a province or country, which is never masked. */
  readonly place: boolean;
}

/** A text as the finders of personal data read it. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** Do capitals tell names from other words? Not where ordinary words have them too. */
  readonly capitalsTell: boolean;
  /** Are they rare enough to make a name of a word that is frequent otherwise: `chị Sao`? */
  readonly capitalsMean: boolean;
  /** Is it written without tone marks? */
  readonly unmarked: boolean;
  /** Digits of telephone numbers that are for everybody, with a leading 0. */
  readonly publicNumbers: ReadonlySet<string>;
}

/** Tokens `from` up to, not including, `to`. */
export interface Finding {
  readonly kind: PersonalKind;
  readonly from: number;
  readonly to: number;
}

/** Invisible characters belong to the word or number in which they hide. */
const RUN = /[\p{L}\p{M}\p{Nd}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** A long number that sticks to a word (`sđt0912345678`, `0912345678ạ`) is a number of its own. */
const LONG_NUMBER = /(?<!\p{Nd})(?:\p{Nd}[\u00AD\u200B-\u200D\u2060\uFEFF]*){9,}/gu;

/** The tokens of the text between two places. */
function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let end = from;
  const add = (start: number, run: string): void => {
    const raw = run.replace(INVISIBLE, '').normalize('NFC');
    if (raw === '') return;
    tokens.push({ ...tokenOf(raw), start, end: start + run.length, gap: text.slice(end, start), place: false });
    end = start + run.length;
  };
  for (const { 0: run, index } of text.slice(from, to).matchAll(RUN)) {
    let done = 0;
    for (const { 0: number, index: at } of run.matchAll(LONG_NUMBER)) {
      if (at > done) add(from + index + done, run.slice(done, at));
      add(from + index + at, number);
      done = at + number.length;
    }
    if (done < run.length) add(from + index + done, run.slice(done));
  }
  return tokens;
}

function tokenOf(raw: string): Omit<Token, 'start' | 'end' | 'gap' | 'place'> {
  const digits = /\p{Nd}/u.test(raw);
  const letters = /[\p{L}\p{M}]/u.test(raw);
  const same = digits ? raw.normalize('NFKC') : raw; // `０９` is read like `09`
  const marked = same.toLowerCase();
  return {
    kind: digits ? (letters ? 'code' : 'number') : 'word',
    marked,
    plain: fold(same),
    written: raw,
    capital: /^\p{Lu}/u.test(raw),
    allCapitals: raw.length > 1 && raw === raw.toUpperCase() && raw !== marked,
  };
}

const HOLE = {
  kind: 'mask',
  marked: '',
  plain: '',
  written: '',
  capital: false,
  allCapitals: false,
  place: false,
} as const;

export interface ReadNeeds {
  /** In the order of the text, without overlaps. */
  readonly masked: readonly { readonly start: number; readonly end: number }[];
  readonly publicNumbers: ReadonlySet<string>;
}

/** Reads a text in which some spans are masked already. */
export function read(text: string, { masked, publicNumbers }: ReadNeeds): Reading {
  const tokens: Token[] = [];
  let from = 0;
  for (const { start, end } of masked) {
    tokens.push(...tokensOf(text, from, start));
    tokens.push({ ...HOLE, start, end, gap: text.slice(tokens.at(-1)?.end ?? 0, start) });
    from = end;
  }
  tokens.push(...tokensOf(text, from, text.length));
  const words = tokens.filter(({ kind }) => kind === 'word');
  const ordinary = words.filter(({ gap, marked }, nth) => nth > 0 && !/[.!?\n]/.test(gap) && NEVER_NAMES.has(marked));
  return {
    tokens: withPlaces(tokens),
    capitalsTell:
      (ordinary.length < FEW || share(ordinary, ({ capital }) => capital) <= MOSTLY) &&
      share(words, ({ allCapitals }) => allCapitals) <= MOSTLY,
    capitalsMean: ordinary.length > FEW && share(ordinary, ({ capital }) => capital) <= RARELY,
    unmarked: share(words, ({ marked, plain }) => marked === plain) >= HARDLY_ANY_MARKED,
    publicNumbers,
  };
}

const NEVER_NAMES: ReadonlySet<string> = new Set(
  [...COMMON_WORDS].filter((word) => !GIVEN_NAMES.has(word) && !PLACE_SYLLABLES.has(word)),
);
/** Fewer ordinary words say nothing about how somebody types. */
const FEW = 3;
/** From this share of frequent words with a capital on, capitals are how somebody types and say nothing. */
const MOSTLY = 0.5;
/** Up to this share they are names, or beginnings of sentences without a full stop before. */
const RARELY = 0.25;
/** From this share of words without marks on, the text is written without: a word or two have none anyway. */
const HARDLY_ANY_MARKED = 0.9;

function share(words: readonly Token[], of: (word: Token) => boolean): number {
  return words.filter(of).length / Math.max(1, words.length);
}

/** What may stand between the words of one name. */
const WITHIN_NAME = /^(?:[ \u00A0]{0,2}|['’`-])$/;

/** Does the token belong to the same phrase as the one before it? */
export function follows(token: Token | undefined): token is Token {
  return token !== undefined && WITHIN_NAME.test(token.gap);
}

const BEFORE_SMALL_PLACES = new Set(['phuong', 'xa', 'thon', 'xom', 'ap', 'ban', 'lang', 'ngo', 'p', 'x']);

function withPlaces(tokens: readonly Token[]): readonly Token[] {
  const marked = [...tokens];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (marked[at]?.place || (before && follows(token) && BEFORE_SMALL_PLACES.has(before.plain))) continue;
    const name = PLACES_BY_FIRST.get(token.plain)?.find((syllables) =>
      syllables.every((syllable, nth) => {
        const there = tokens[at + nth];
        return there?.plain === syllable && (nth === 0 || follows(there));
      }),
    );
    for (const nth of name?.keys() ?? []) {
      const there = tokens[at + nth];
      if (there) marked[at + nth] = { ...there, place: true };
    }
  }
  return marked;
}
