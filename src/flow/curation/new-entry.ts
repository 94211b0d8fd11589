import { vietnamDay } from '../../base/days.ts';
import type { EntryId } from '../../base/ids.ts';
import type { EntryKind, KnowledgeEntry } from '../../knowledge/entry.ts';
import { type EntryForm, readEntryForm, STEPS_HEADING, writeEntryForm } from '../../knowledge/entry-form.ts';
import { LONGEST_ID } from '../../knowledge/parse-entry.ts';
import { clean } from '../../language/clean.ts';
import { fold } from '../../language/fold.ts';
import { foldedLine } from '../../language/terms.ts';

/** Where an entry goes that is like no other. */
const ELSEWHERE = 'khac';
/** An entry is looked at again after half a year. */
const REVIEWED_FOR_MS = 182 * 24 * 60 * 60 * 1000;
/** A menu shows so much of a question. */
const LONGEST_QUESTION = 120;
/** So many wordings of people are taken over at once; more say the same again. */
const MOST_WORDINGS = 20;
const FEWEST_WORDS = 2;

/** What a new entry is begun with. */
export interface NewEntry {
  readonly id: EntryId;
  readonly question: string;
  readonly wordings: readonly string[];
  /** An entry on a near matter: its fields of law, citations and days are taken over, to be checked. */
  readonly like: KnowledgeEntry | undefined;
  /** Citations in place of those of the near entry, with what they say where that is known. */
  readonly basis?: readonly string[] | undefined;
  readonly answer?: string | undefined;
  readonly now: Date;
}

/** The file of a new entry as far as it can be filled in. What is missing is for its author. */
export function newEntryText({ id, question, wordings, like, basis, answer = '', now }: NewEntry): string {
  const today = vietnamDay(now);
  const form: EntryForm = {
    id,
    title: asQuestion(question),
    variants: addWordings([], wordings),
    negativeTwin: '',
    english: { question: '', variants: [], answer: '' },
    topics: like?.topics ?? [],
    validFrom: like?.valid.from ?? today,
    validTo: '',
    reviewedOn: today,
    reviewBy: vietnamDay(new Date(now.getTime() + REVIEWED_FOR_MS)),
    sources: [],
    confidence: 'B',
    urgent: like?.urgent ?? '',
    shortAnswer: answer,
    passages: [{ heading: STEPS_HEADING, text: '' }],
    basis: basis ?? like?.basis.map(({ citation, says }) => `${citation}: ${says}`) ?? [],
  };
  return writeEntryForm(form);
}

/** @returns The text with more wordings; undefined where its head cannot be read. */
export function withWordings(text: string, wordings: readonly string[]): string | undefined {
  const form = readEntryForm(text);
  return (
    form && writeEntryForm({ ...form, variants: addWordings([form.title, ...form.variants], wordings).slice(1) }, text)
  );
}

/** Those that are there and those that are new, however they are typed. */
function addWordings(known: readonly string[], wordings: readonly string[]): readonly string[] {
  const said = new Set(known.map(foldedLine));
  const fresh: string[] = [];
  for (const wording of wordings.map((one) => clean(one).replace(/\s+/g, ' '))) {
    const line = foldedLine(wording);
    if (said.has(line) || wording.split(' ').length < FEWEST_WORDS || fresh.length === MOST_WORDINGS) continue;
    said.add(line);
    fresh.push(wording);
  }
  return [...known, ...fresh];
}

/** The id of an entry on this question; of one without words a neutral one. `nth`: from 1, where others have those before. */
export function entryId(kind: EntryKind, place: string, question: string, nth: number): EntryId {
  const start = `${kind}/${place}/`;
  const end = nth === 1 ? '' : `-${nth}`;
  return `${start}${slug(question, LONGEST_ID - start.length - end.length)}${end}` as EntryId;
}

/** The folder of a near entry. */
export function placeLike(like: KnowledgeEntry | undefined): string {
  const [kind, place, rest] = like?.id.split('/') ?? [];
  return kind !== 'article' && place !== undefined && rest !== undefined ? place : ELSEWHERE;
}

function slug(question: string, most: number): string {
  const whole = fold(question)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= most) return whole || 'cau-hoi';
  const cut = whole.slice(0, most + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : most);
}

/** As a menu shows it: the first letter large, a question mark at the end, not longer than fits. */
function asQuestion(words: string): string {
  const line = clean(words)
    .replace(/\s+/g, ' ')
    .replace(/[?.!…\s]+$/, '');
  if (line.length >= LONGEST_QUESTION) return `${line.slice(0, LONGEST_QUESTION - 1).trimEnd()}…`;
  return line === '' ? '' : `${line.charAt(0).toLocaleUpperCase('vi')}${line.slice(1)}?`;
}
