import { type Day, dayBefore, type Span } from '../base/days.ts';
import type { LawSourceId } from '../base/ids.ts';
import { type ArticleWords, applyChange } from './apply-change.ts';
import { placeOf } from './article-order.ts';
import { withoutMarks } from './lines.ts';
import type { StatedAmendment, StatedChange, StatedText } from './stated.ts';

/** Treaties may be held in English, where no Vietnamese text is. */
const TEXT_LANGUAGES = ['vi', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** What one file says of an instrument. */
export interface Evidence {
  readonly source: LawSourceId;
  readonly language: TextLanguage;
  /** Numbers of the amending laws that a consolidated text takes in; none for an original. */
  readonly takesIn: readonly string[];
  /** From when the file says that the instrument binds. */
  readonly startsOn: Day;
  readonly texts: readonly StatedText[];
}

/** What another law does to the instrument. */
export interface ChangeBy {
  readonly source: LawSourceId;
  /** Number of the law that makes the change. */
  readonly number: string | undefined;
  readonly change: StatedChange;
}

/** A wording with the days on which it binds. */
export interface DatedWording extends ArticleWords {
  readonly article: string;
  readonly place: number;
  readonly divisions: readonly string[];
  readonly inForce: Span;
  readonly repealed: boolean;
  readonly source: LawSourceId;
  /** Where an amending law gives only a part: the file that holds the rest. */
  readonly base: LawSourceId | undefined;
}

/** A wording that binds and is not held. */
export interface MissingWording {
  readonly article: string;
  readonly place: number;
  readonly from: Day;
  /** The first day on which it binds no more; undefined while no end is known. */
  readonly until: Day | undefined;
  /** `amended`: a law changed it in a way that could not be carried out word for word. */
  readonly because: 'not-held' | 'amended';
}

/** The same wording as another file prints it, with other letters. One of them has a printer's error, or a change was not seen. */
export interface OtherPrint {
  readonly article: string;
  readonly from: Day;
  readonly source: LawSourceId;
  readonly words: ArticleWords;
}

/** All that is known of the wordings of an instrument. */
export interface Timeline {
  /** In the order of the instrument, oldest first within an article. */
  readonly wordings: readonly DatedWording[];
  readonly missing: readonly MissingWording[];
  readonly otherPrints: readonly OtherPrint[];
  /** Where amending laws that were imported say that an article changes, carried out or not. */
  readonly amendedOn: readonly { readonly article: string; readonly on: Day }[];
  /** The last day of the instrument, where one is known for certain. */
  readonly lastDay: Day | undefined;
}

export interface TimelineNeeds {
  readonly evidence: readonly Evidence[];
  readonly changes: readonly ChangeBy[];
  /** The days of the instrument, where they are known apart from any file. */
  readonly inForce: Span | undefined;
}

/**
 * Lays what several files say of an instrument beside each other: which wording of which article binds when, and which
 * wording is missing. It depends on what the files say and not on the order in which they came.
 *
 * - A wording lasts until the day before the next change, whether the words after that change are held or not.
 * - A consolidated text gives the words from the last change on that it notes for an article; which words bound until then
 *   another file must say.
 * - What an amending law does is carried out where it can be done word for word; where it cannot, the article is missing
 *   from that day on. A consolidated text that takes the amending law in goes before it.
 */
export function timelineOf({ evidence, changes, inForce }: TimelineNeeds): Timeline {
  const lastDay = lastDayOf(changes, inForce);
  const used = inOneLanguage(evidence);
  const startsOn = [...used.map((one) => one.startsOn), ...(inForce ? [inForce.from] : [])].sort()[0];
  const texts = groupedBy(
    used.flatMap((by) => by.texts.map((stated) => ({ ...stated, by }))),
    ({ article }) => article,
  );
  const amendments = groupedBy(
    oneFilePerLaw(changes).flatMap(({ change, ...by }) => (change.kind === 'amendment' ? [{ ...by, change }] : [])),
    ({ change }) => change.article,
  );
  const articles = [...new Set([...texts.keys(), ...amendments.keys()])].sort((a, b) => placeOf(a) - placeOf(b));
  const lines = articles.map((article) =>
    lineOf({ article, texts: texts.get(article) ?? [], amendments: amendments.get(article) ?? [], startsOn, lastDay }),
  );
  return {
    wordings: inDivisions(lines.flatMap(({ wordings }) => wordings)),
    missing: lines.flatMap(({ missing }) => missing),
    otherPrints: lines.flatMap(({ otherPrints }) => otherPrints),
    amendedOn: [...amendments].flatMap(([article, by]) => by.map(({ change }) => ({ article, on: change.on }))),
    lastDay,
  };
}

/** Are these the same words, footnote marks and spaces apart? */
export function sameWords(a: ArticleWords, b: ArticleWords): boolean {
  return bare(a) === bare(b);
}

function bare({ headingLine, text }: ArticleWords): string {
  return withoutMarks(`${headingLine}\n${text}`).replace(/\s+/gu, ' ').trim();
}

function lastDayOf(changes: readonly ChangeBy[], inForce: Span | undefined): Day | undefined {
  const ends = changes.flatMap(({ change }) =>
    change.kind === 'end' && !change.withExceptions ? [dayBefore(change.on)] : [],
  );
  return [...ends, ...(inForce?.to === undefined ? [] : [inForce.to])].sort()[0];
}

type TextBy = StatedText & { readonly by: Evidence };
type AmendmentBy = Omit<ChangeBy, 'change'> & { readonly change: StatedAmendment };

interface LineNeeds {
  readonly article: string;
  readonly texts: readonly TextBy[];
  readonly amendments: readonly AmendmentBy[];
  readonly startsOn: Day | undefined;
  readonly lastDay: Day | undefined;
}

/** What binds at some time: words, nothing, or words that are not held. */
type State =
  | (ArticleWords &
      Pick<DatedWording, 'repealed' | 'source' | 'base'> & {
        /** Undefined for an article that an amending law puts in: those of the article before it. */
        readonly divisions: readonly string[] | undefined;
      })
  | 'none'
  | MissingWording['because'];

type PlacedWording = Omit<DatedWording, 'divisions'> & { readonly divisions: readonly string[] | undefined };

/** “Bổ sung Điều 3a vào sau Điều 3”: it stands where the article before it stands. */
function inDivisions(wordings: readonly PlacedWording[]): readonly DatedWording[] {
  let last: readonly string[] = [];
  return wordings.map((wording) => {
    last = wording.divisions ?? last;
    return { ...wording, divisions: last };
  });
}

interface Line extends Pick<Timeline, 'missing' | 'otherPrints'> {
  readonly wordings: readonly PlacedWording[];
}

function lineOf(needs: LineNeeds): Line {
  const { article, texts, startsOn, lastDay } = needs;
  const amendments = needs.amendments.filter(
    (one) => (startsOn === undefined || one.change.on > startsOn) && !isTakenIn(one, texts),
  );
  const otherPrints: OtherPrint[] = [];
  const steps: { readonly from: Day; readonly state: State }[] = [];
  for (const from of turningDays(texts, amendments, startsOn)) {
    if (lastDay !== undefined && from > lastDay) break;
    const before = steps.at(-1)?.state ?? 'none';
    const state = stateFrom(from, before, texts, amendments);
    if (typeof state === 'object') {
      const others = texts.filter((one) => one.from === from && !sameWords(one, state));
      otherPrints.push(...others.map(({ by, ...words }) => ({ article, from, source: by.source, words })));
      // The same words again are no new wording: two files disagree on the first day, or a file of a later state repeats them.
      if (typeof before === 'object' && sameWords(before, state)) continue;
    }
    steps.push({ from, state });
  }
  const until = (nth: number): Day | undefined => steps[nth + 1]?.from;
  return {
    otherPrints,
    wordings: steps.flatMap(({ from, state }, nth): readonly PlacedWording[] => {
      if (typeof state === 'string') return [];
      const next = until(nth);
      const to = next === undefined ? lastDay : dayBefore(next);
      const { headingLine, heading, text, divisions, repealed, source, base } = state;
      const inForce = to === undefined ? { from } : { from, to };
      return [
        { article, place: placeOf(article), headingLine, heading, text, divisions, inForce, repealed, source, base },
      ];
    }),
    missing: steps.flatMap(({ from, state }, nth): readonly MissingWording[] =>
      state === 'not-held' || state === 'amended'
        ? [{ article, place: placeOf(article), from, until: until(nth), because: state }]
        : [],
    ),
  };
}

/** Every day on which the article is known to change, and the first day of the instrument where the article was there then. */
function turningDays(
  texts: readonly TextBy[],
  amendments: readonly AmendmentBy[],
  startsOn: Day | undefined,
): readonly Day[] {
  const days = new Set([
    ...texts.flatMap(({ from, changedOn }) => [from, ...changedOn]),
    ...amendments.map(({ change }) => change.on),
  ]);
  const first = [...days].sort()[0];
  const isPutIn =
    texts.some(({ inserted, changedOn }) => inserted && changedOn[0] === first) ||
    amendments.some(({ change }) => change.on === first && change.act === 'inserted' && change.clause === undefined);
  if (startsOn !== undefined && first !== undefined && first > startsOn && !isPutIn) days.add(startsOn);
  return [...days].sort();
}

/** A consolidated text gives the words after the change, or does without it: then it need not be carried out. */
function isTakenIn({ number, change }: AmendmentBy, texts: readonly TextBy[]): boolean {
  return number !== undefined && texts.some(({ by, from }) => by.takesIn.includes(number) && from <= change.on);
}

function stateFrom(from: Day, before: State, texts: readonly TextBy[], amendments: readonly AmendmentBy[]): State {
  const [stated] = texts.filter((one) => one.from === from).sort(byPrecedence);
  if (stated) return { ...stated, source: stated.by.source, base: undefined };
  const due = amendments.filter(({ change }) => change.on === from);
  if (due.length === 0) return 'not-held';
  let words: ArticleWords | undefined = typeof before === 'object' ? before : undefined;
  let base = typeof before === 'object' ? (before.base ?? before.source) : undefined;
  let source: LawSourceId | undefined;
  for (const { change, source: by } of due) {
    const changed = applyChange(words, change);
    if (!changed) return 'amended';
    words = changed.words;
    source = by;
    if (!changed.keeps) base = undefined;
  }
  if (!words || !source) return 'none';
  const divisions = typeof before === 'object' ? before.divisions : undefined;
  return { ...words, divisions, repealed: false, source, base };
}

/** Of two prints of one wording the original goes first; between equals it only matters that the choice is always the same. */
function byPrecedence(a: TextBy, b: TextBy): number {
  const [first, second] = [a, b].map(({ headingLine, text }) => `${headingLine}\n${text}`) as [string, string];
  return a.by.takesIn.length - b.by.takesIn.length || (first < second ? -1 : first > second ? 1 : 0);
}

/** A translation counts only while the Vietnamese text is not held. */
function inOneLanguage(evidence: readonly Evidence[]): readonly Evidence[] {
  const vietnamese = evidence.filter(({ language }) => language === 'vi');
  return vietnamese.length > 0 ? vietnamese : evidence;
}

/** Of a law that was imported from several files only one counts, or it would be carried out twice. */
function oneFilePerLaw(changes: readonly ChangeBy[]): readonly ChangeBy[] {
  const files = [...groupedBy(changes, ({ source }) => source).values()]
    .map((file) => ({ file, number: file[0]?.number, says: JSON.stringify(file.map(({ change }) => change)) }))
    .sort((a, b) => b.file.length - a.file.length || (a.says < b.says ? -1 : a.says > b.says ? 1 : 0));
  const first = files.filter(
    ({ number, says }, nth) =>
      files.findIndex((other) => (number === undefined ? other.says === says : other.number === number)) === nth,
  );
  return first.sort((a, b) => ((a.number ?? a.says) < (b.number ?? b.says) ? -1 : 1)).flatMap(({ file }) => file);
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
