import { articleHeading, divisionHeading, isAppendixHeading, isClosing, isPassedFormula } from './headings.ts';
import type { Segment } from './law-text.ts';
import { isBlank, seen } from './lines.ts';
import { notesBegin } from './notes.ts';
import { type Quotation, quotations } from './quotations.ts';

/** A law cut at its headings. Every line belongs to exactly one segment. */
export interface Cuts {
  readonly segments: readonly Segment[];
  readonly quotations: readonly Quotation[];
  /** Headings whose number does not fit between their neighbours; their lines stay with the article they stand in. */
  readonly outOfOrder: readonly string[];
  /** Articles of texts that are attached to this one. */
  readonly inAppendix: number;
}

interface Candidate {
  readonly line: number;
  readonly number: string;
  /** For comparing: `4` < `4a` < `5`. */
  readonly order: number;
  readonly strong: boolean;
  readonly language: 'vi' | 'en';
}

/** Lines of text that may stand between a division's heading and the next heading: its title. */
const TITLE_LINES = 8;

/**
 * Finds where articles, divisions, the closing, appendices and notes begin. Headings inside quotations are not headings; of the
 * others those count whose numbers rise, so that a table of contents, a form in an appendix or a stray “Điều 1.” breaks nothing.
 */
export function divide(lines: readonly string[]): Cuts {
  const end = notesBegin(lines);
  const quoted = trustedQuotations(lines, end);
  const isQuoted = marksOf(quoted, end);
  const candidates = candidatesIn(lines, end, isQuoted);
  const translation = translationFrom(candidates);
  const own = candidates.filter(
    ({ language, line }) => language === candidates[0]?.language && line < (translation ?? end),
  );
  const { contents, main, attached } = runsOf(lines, beforeTheEnd(own, { lines, end, isQuoted }));
  const articles = inOrder(main);
  const first = articles[0]?.line ?? end;
  const last = articles.at(-1)?.line ?? end;
  const limit = attached ?? translation ?? end;
  const { closing, appendices } = endOfMain(lines, { last, limit, isQuoted });
  const starts = new Set(articles.map(({ line }) => line));
  const divisions = divisionsIn(lines, { to: closing, starts, isQuoted });
  const contentLines = contents.length === 0 ? undefined : contentsSpan(contents);
  const bodyFrom = Math.min(first, ...divisions.filter((line) => line >= (contentLines?.to ?? 0)).slice(0, 1));

  const cuts = new Map<number, Segment['kind']>([[0, 'front']]);
  if (contentLines) cuts.set(contentLines.from, 'contents').set(contentLines.to, 'front');
  for (const line of divisions) if (line >= bodyFrom) cuts.set(line, 'division');
  for (const { line } of articles) cuts.set(line, 'article');
  if (closing < appendices) cuts.set(closing, 'closing');
  for (const line of appendixStarts(lines, appendices, translation ?? end)) cuts.set(line, 'appendix');
  if (translation !== undefined) cuts.set(translation, 'translation');
  if (end < lines.length) cuts.set(end, 'notes');
  const rising = new Set(longestRise(main));
  return {
    segments: segmentsFrom(cuts, lines.length),
    quotations: quoted,
    outOfOrder: main.filter((one) => !rising.has(one) && one.line < closing).map(({ number }) => number),
    inAppendix: own.filter(({ line }) => line >= closing).length,
  };
}

interface EndNeeds {
  readonly lines: readonly string[];
  readonly end: number;
  readonly isQuoted: Uint8Array;
}

/** Without headings that only stand below the law on the same page: after it was passed, a number that does not follow. */
function beforeTheEnd(candidates: readonly Candidate[], { lines, end, isQuoted }: EndNeeds): readonly Candidate[] {
  const [first] = candidates;
  if (!first) return candidates;
  for (let line = first.line; line < end; line += 1) {
    if (isQuoted[line] || !isPassedFormula(lines[line] ?? '')) continue;
    const after = candidates.findIndex((one) => one.line > line);
    const follows = candidates[after]?.order === Math.floor(candidates[after - 1]?.order ?? 0) + 1;
    return after === -1 || follows || candidates[after]?.order === 1 ? candidates : candidates.slice(0, after);
  }
  return candidates;
}

function marksOf(quoted: readonly Quotation[], end: number): Uint8Array {
  const marks = new Uint8Array(end);
  for (const { from, to } of quoted) marks.fill(1, from, to);
  return marks;
}

/** New wording is quoted in laws that amend; in others a quotation over several articles is a mark that nobody closed. */
function trustedQuotations(lines: readonly string[], end: number): readonly Quotation[] {
  const all = quotations(lines.slice(0, end));
  const amends = lines
    .slice(0, 60)
    .some((line) => /^(?:LUẬT |NGHỊ ĐỊNH |Luật |Nghị định )?(?:SỬA ĐỔI|Sửa đổi)/u.test(seen(line)));
  if (amends) return all;
  const without = candidatesIn(lines, end, new Uint8Array(end)).length;
  const outside = candidatesIn(lines, end, marksOf(all, end)).length;
  return outside * 2 >= without ? all : all.filter(({ from, to }) => to - from < 12);
}

/** The first heading in another language than the first of all, where the law is given twice. */
function translationFrom(candidates: readonly Candidate[]): number | undefined {
  const [first] = candidates;
  return candidates.find(({ language, number }) => language !== first?.language && number === '1')?.line;
}

function candidatesIn(lines: readonly string[], end: number, isQuoted: Uint8Array): readonly Candidate[] {
  const all: Candidate[] = [];
  for (let line = 0; line < end; line += 1) {
    const heading = isQuoted[line] ? undefined : articleHeading(lines[line] ?? '');
    if (!heading) continue;
    all.push({ line, ...heading, order: orderOf(heading.number) });
  }
  const strong = all.filter((one) => one.strong);
  return strong.length >= all.length * 0.7 ? strong : all;
}

/** `4` → 4, `4a` → 4.01, `4b` → 4.02. */
function orderOf(number: string): number {
  const letters = number.replace(/^\d+/, '');
  const place = [...letters].reduce((sum, letter) => sum * 30 + 'abcdđeghiklmnopqrstuvxyz'.indexOf(letter) + 1, 0);
  return Number.parseInt(number, 10) + place / 1000;
}

interface Runs {
  readonly contents: readonly Candidate[];
  readonly main: readonly Candidate[];
  /** Where a text with its own Article 1 begins after the main one. */
  readonly attached: number | undefined;
}

/** Numbers that begin at 1 again are a second text: the law after its table of contents, or a regulation attached to it. */
function runsOf(lines: readonly string[], candidates: readonly Candidate[]): Runs {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const run = runs.at(-1);
    if (!run || (candidate.order === 1 && run.some(({ order }) => order === 1))) runs.push([candidate]);
    else run.push(candidate);
  }
  const [opening = [], ...others] = runs;
  const isContents = others.length > 0 && opening.length > 1 && hasNoBodies(lines, opening);
  const [main = [], ...later] = isContents ? others : runs;
  const shown = isContents ? opening : [];
  const all = [...main];
  let highest = highestIn(0, main);
  for (const run of later) {
    const goesOn = run.findIndex(
      ({ order }, at) => Math.floor(order) === Math.floor(highest) + 1 && run[at - 1]?.order !== highest,
    );
    if (goesOn <= 0) return { contents: shown, main: all, attached: run[0]?.line };
    for (const candidate of run) all.push(candidate);
    highest = highestIn(highest, run);
  }
  return { contents: shown, main: all, attached: undefined };
}

function highestIn(before: number, run: readonly Candidate[]): number {
  return run.reduce((highest, { order }) => Math.max(highest, order), before);
}

/** In a table of contents one heading follows another, with no text between. */
function hasNoBodies(lines: readonly string[], run: readonly Candidate[]): boolean {
  const followed = run.slice(0, -1).filter((candidate, nth) => {
    const next = run[nth + 1]?.line ?? 0;
    for (let line = candidate.line; line < next && line < candidate.line + 12; line += 1) {
      const text = lines[line] ?? '';
      if (!isBlank(text) && /[.;:]\s*$/.test(seen(text)) && !/\.{3,}|…/.test(text) && !divisionHeading(text))
        return true;
    }
    return false;
  });
  return followed.length < run.length * 0.2;
}

function contentsSpan(contents: readonly Candidate[]): { readonly from: number; readonly to: number } {
  return { from: contents[0]?.line ?? 0, to: (contents.at(-1)?.line ?? 0) + 1 };
}

/** How far from its place a number may stand: inserted articles are printed before or after their neighbours. */
const NEAR = 3;

/** The longest rise, and those close to their place whose number nothing else has: 66, 67, 68, 66a. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const rise = new Set(longestRise(candidates));
  const numbers = new Set([...rise].map(({ number }) => number));
  const kept: Candidate[] = [];
  let before = 0;
  for (const candidate of candidates) {
    const isNear = !numbers.has(candidate.number) && Math.abs(candidate.order - before) <= NEAR;
    if (!rise.has(candidate) && !(isNear && candidate.strong && before > 0)) continue;
    if (isNear) numbers.add(candidate.number);
    kept.push(candidate);
    before = candidate.order;
  }
  return kept;
}

/** The longest row of candidates whose numbers rise (patience sorting, n log n). */
function longestRise(candidates: readonly Candidate[]): readonly Candidate[] {
  const tails: number[] = [];
  const before = new Int32Array(candidates.length).fill(-1);
  for (const [nth, { order }] of candidates.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[tails[middle] ?? 0]?.order ?? 0) < order) low = middle + 1;
      else high = middle;
    }
    before[nth] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    // of two with one number the first is the heading; what repeats it stands in its text
    if (candidates[tails[low] ?? -1]?.order !== order) tails[low] = nth;
  }
  const row: Candidate[] = [];
  for (let nth = tails.at(-1) ?? -1; nth >= 0; nth = before[nth] ?? -1) {
    const candidate = candidates[nth];
    if (candidate) row.push(candidate);
  }
  return row.reverse();
}

interface MainNeeds {
  readonly last: number;
  /** Where notes, an attached text or a translation begin. */
  readonly limit: number;
  readonly isQuoted: Uint8Array;
}

/** Where the last article ends: at the signature, an appendix or an attached text. */
function endOfMain(
  lines: readonly string[],
  { last, limit, isQuoted }: MainNeeds,
): { readonly closing: number; readonly appendices: number } {
  let closing = limit;
  let appendices = limit;
  for (let line = last + 1; line < limit; line += 1) {
    const text = lines[line] ?? '';
    if (isQuoted[line]) continue;
    if (closing === limit && isClosing(text)) closing = line;
    if (isAppendixHeading(text)) {
      appendices = line;
      break;
    }
  }
  closing = Math.min(closing, appendices);
  while (closing > last + 1 && /^[\s_*=—–.-]*$/.test(lines[closing - 1] ?? '')) closing -= 1;
  return { closing, appendices };
}

function appendixStarts(lines: readonly string[], from: number, end: number): readonly number[] {
  const starts: number[] = from < end ? [from] : [];
  for (let line = from + 1; line < end; line += 1) if (isAppendixHeading(lines[line] ?? '')) starts.push(line);
  return starts;
}

interface DivisionNeeds {
  readonly to: number;
  readonly starts: ReadonlySet<number>;
  readonly isQuoted: Uint8Array;
}

/** Division headings that lead, over their titles, to an article or to another division. Looked at from the end. */
function divisionsIn(lines: readonly string[], { to, starts, isQuoted }: DivisionNeeds): readonly number[] {
  const found: number[] = [];
  let titleLines = Number.POSITIVE_INFINITY;
  for (let line = to - 1; line >= 0; line -= 1) {
    const text = lines[line] ?? '';
    if (starts.has(line)) titleLines = 0;
    else if (isQuoted[line]) titleLines = Number.POSITIVE_INFINITY;
    else if (titleLines <= TITLE_LINES && divisionHeading(text)) {
      found.push(line);
      titleLines = 0;
    } else if (/^\s*(?:\d{1,3}[a-zđ]?\.|[a-zđ]{1,2}\))\s/u.test(text) || /[.;]\s*$/.test(text)) {
      titleLines = Number.POSITIVE_INFINITY;
    } else if (!isBlank(text)) titleLines += 1;
  }
  return found.reverse();
}

function segmentsFrom(cuts: ReadonlyMap<number, Segment['kind']>, length: number): readonly Segment[] {
  const starts = [...cuts].sort(([a], [b]) => a - b);
  return starts
    .map(([from, kind], nth) => ({ kind, from, to: starts[nth + 1]?.[0] ?? length }))
    .filter(({ from, to }) => from < to);
}
