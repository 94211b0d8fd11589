import { spellOut } from './chat-spelling.ts';
import { clean } from './clean.ts';
import { fold } from './fold.ts';
import { standardWord } from './regional-words.ts';
import { unifyTonePlacement } from './tone-placement.ts';

/** A slash joins only single letters (`t/g`): `vợ/chồng` are two words. */
const WORD = /(?<![\p{L}\p{N}])\p{L}\/\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
/** `lý`/`lí`, `kỹ`/`kĩ`: both spellings are taught, so the last letter of such a syllable becomes i. */
const FINAL_Y = /^([hklmst])([yỳýỷỹỵ])$/u;
const I_FOR_Y: Readonly<Record<string, string>> = { y: 'i', ỳ: 'ì', ý: 'í', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' };
const REPEATED_LETTER = /(\p{L})\1{2,}/gu;
/** `quáaaa`, `dạaa`: keyboards put the mark on the first letter of a stretched one. */
const STRETCHED = /(\p{L})(\p{L})\2+/gu;

/** One typed word as the search compares it: spelled out, with and without tone marks. */
interface Word {
  readonly marked: readonly string[];
  readonly plain: readonly string[];
  readonly syllables: readonly Syllable[];
}

/** A syllable with its tone marks, and without them. Equal when it was typed without marks. */
export interface Syllable {
  readonly marked: string;
  readonly plain: string;
}

/** Words seen before. People use the same few thousand; the limit keeps hostile text from filling the memory. */
const seen = new Map<string, Word>();
const MOST_SEEN = 20_000;

function wordOf(typed: string): Word {
  const known = seen.get(typed);
  if (known) return known;
  const marked = standardWord(spellOut(typed))
    .split(' ')
    .map((part) => part.replace(FINAL_Y, (_, start: string, y: string) => start + (I_FOR_Y[y] ?? y)));
  const plain = marked.map(fold);
  const word = { marked, plain, syllables: marked.map((one, nth) => ({ marked: one, plain: plain[nth] ?? one })) };
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(typed, word);
  return word;
}

/** The text read last: danger, scope, look-ups and search each read the same message. */
let last: { readonly text: string; readonly words: readonly Word[] } = { text: '', words: [] };

function typedWords(text: string): readonly Word[] {
  if (text !== last.text) last = { text, words: readWords(text) };
  return last.words;
}

function readWords(text: string): readonly Word[] {
  const short = clean(text)
    .toLowerCase()
    .replace(STRETCHED, (whole, first: string, next: string) => (fold(first) === fold(next) ? first : whole))
    .replace(REPEATED_LETTER, '$1');
  const lower = unifyTonePlacement(short);
  return (lower.match(WORD) ?? []).map(wordOf);
}

/**
 * The words of a text as the search compares them: lower-case, NFC, chat spelling and regional words made standard, one
 * school of tone placement. Tone marks stay; `fold` takes them away.
 */
export function words(text: string): readonly string[] {
  return typedWords(text).flatMap(({ marked }) => marked);
}

/** The same words as syllables, each with and without its marks. */
export function syllables(text: string): readonly Syllable[] {
  return typedWords(text).flatMap((word) => word.syllables);
}

/** The same words without marks, joined by single spaces and with one space at each end, so that ` co giu ` finds whole words. */
export function foldedLine(text: string): string {
  return ` ${typedWords(text)
    .flatMap(({ plain }) => plain)
    .join(' ')} `;
}

/**
 * A text as search terms: each word without marks (`luong`), each neighbouring pair without marks (`no_luong`), and
 * each word that has marks with them (`=lương`). The marked forms only break ties, so text typed without marks loses little.
 */
export function terms(text: string): string[] {
  const typed = typedWords(text);
  const marked = typed.flatMap((word) => word.marked);
  const plain = typed.flatMap((word) => word.plain);
  return [
    ...plain,
    ...plain.slice(1).map((word, nth) => `${plain[nth]}_${word}`),
    ...marked.flatMap((word, nth) => (word === plain[nth] ? [] : [`=${word}`])),
  ];
}
