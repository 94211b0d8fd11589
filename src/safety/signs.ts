import { spellOut } from '../language/chat-spelling.ts';
import { clean } from '../language/clean.ts';
import { fold } from '../language/fold.ts';
import { standardWord } from '../language/regional-words.ts';
import { words } from '../language/terms.ts';
import { unifyTonePlacement } from '../language/tone-placement.ts';
import type { Reading } from './without-marks.ts';

/*
 * Signs are short patterns over the words of a message, as `words()` gives them, one space between. `~` stands for up to
 * eight words in between, `~3` for up to three. Every pattern exists twice: with tone marks, and folded for text typed
 * without.
 */

/** Patterns over the words of a message. */
export interface Signs {
  /** All must be found. */
  readonly signs: readonly string[];
  /** None may be found. */
  readonly unless?: readonly string[];
  /**
   * Must all be found within so many words? In a long story of papers and money two words that belong to different
   * things meet sooner or later. What speaks against them speaks from anywhere.
   */
  readonly near?: number;
}

interface Expressions {
  readonly all: readonly RegExp[];
  readonly none: readonly RegExp[];
}

/** Signs ready to be looked for. */
export interface CompiledSigns {
  readonly marked: Expressions;
  readonly plain: Expressions;
  readonly near: number | undefined;
}

/** The words of one message, with one space at each end. */
export interface Line {
  readonly marked: string;
  /** Without marks; undefined where the person typed them. */
  readonly plain: string | undefined;
}

/** One of several patterns. */
export function ANY(...patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

/** @param readings What stands for some signs where marks are missing. */
export function compile(signs: Signs, readings: readonly Reading[]): CompiledSigns {
  return {
    marked: expressions(signs, asWords),
    plain: expressions(signs, (pattern) => asPlainWords(pattern, readings)),
    near: signs.near,
  };
}

/** The words of a message, read once for all signs. */
export function readLine(text: string): Line {
  const marked = words(text);
  return {
    marked: ` ${marked.join(' ')} `,
    plain: isTypedWithoutMarks(text) ? ` ${marked.map(fold).join(' ')} ` : undefined,
  };
}

/** Are all signs in the line, and none of those that speak against them? */
export function foundIn({ marked, plain }: Line, signs: CompiledSigns): boolean {
  return hold(signs.marked, marked, signs.near) || (plain !== undefined && hold(signs.plain, plain, signs.near));
}

function hold({ all, none }: Expressions, line: string, near: number | undefined): boolean {
  const together = (text: string): boolean => all.every((sign) => sign.test(text));
  if (!together(line) || none.some((sign) => sign.test(line))) return false;
  return near === undefined || stretches(line, near).some(together);
}

/** How many words the next stretch begins further on; so much less than `near` may lie between two signs. */
const STEP = 2;

/** The line in stretches of so many words that overlap. */
function stretches(line: string, near: number): readonly string[] {
  const all = line.trim().split(' ');
  const last = Math.max(0, all.length - near);
  return Array.from({ length: Math.ceil(last / STEP) + 1 }, (_, nth) => Math.min(nth * STEP, last)).map(
    (start) => ` ${all.slice(start, start + near).join(' ')} `,
  );
}

function expressions({ signs, unless = [] }: Signs, write: (pattern: string) => string): Expressions {
  const one = (pattern: string): RegExp => {
    const gaps = write(pattern).replace(/~(\d?) /g, (_, most: string) => `(?:\\S+ ){0,${most || 8}}?`);
    return new RegExp(`(?<= )(?:${gaps})(?= )`, 'u');
  };
  return { all: signs.map(one), none: unless.map(one) };
}

/** Patterns go the way that `words()` sends a text: one school of tone placement, i for final y, regional words made standard. */
function asWords(pattern: string): string {
  return unifyTonePlacement(pattern)
    .replace(
      /(?<!\p{L})([hklmst])([yỳýỷỹỵ])(?!\p{L})/gu,
      (_, start: string, y: string) => start + 'iìíỉĩị'['yỳýỷỹỵ'.indexOf(y)],
    )
    .replace(/(?<![\p{L}\\])\p{L}+/gu, (word) => {
      const standard = standardWord(spellOut(word));
      return standard === word ? word : `(?:${word}|${standard})`;
    });
}

/** Folded, with the readings in place of the words that fold onto others. */
function asPlainWords(pattern: string, readings: readonly Reading[]): string {
  const place = (nth: number): string => String.fromCharCode(0xe000 + nth);
  const held = soughtFor(readings).reduce((text, sought, nth) => text.replaceAll(sought, place(nth)), asWords(pattern));
  return readings.reduce((text, [, plain], nth) => text.replaceAll(place(nth), `(?:${plain})`), fold(held));
}

/** Made once for each list, which thousands of patterns are written with. */
const SOUGHT = new WeakMap<readonly Reading[], readonly RegExp[]>();

function soughtFor(readings: readonly Reading[]): readonly RegExp[] {
  const known = SOUGHT.get(readings);
  if (known) return known;
  const sought = readings.map(([marked]) => new RegExp(`(?<!\\p{L})${escaped(asWords(marked))}(?!\\p{L})`, 'gu'));
  SOUGHT.set(readings, sought);
  return sought;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Below this share of words with marks a text counts as typed without them; ordinary Vietnamese has two thirds. */
const SHARE_OF_MARKED_WORDS = 0.4;

/** Words that chat spelling wrote out do not count: `ck e ko cho e ve` has no mark of the person's own. */
function isTypedWithoutMarks(text: string): boolean {
  const typed = (
    clean(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).filter((word) => spellOut(word) === word);
  return typed.filter((word) => fold(word) !== word).length < SHARE_OF_MARKED_WORDS * Math.max(1, typed.length);
}
