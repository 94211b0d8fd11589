import { type Day, vietnamDay } from '../../base/days.ts';
import type { AccountId, LawSourceId } from '../../base/ids.ts';
import type { Instrument } from '../../knowledge/instrument.ts';
import { differenceOf, isNeeded, type LawEvent, newEvents, type TimelineDifference } from '../../law/law-changes.ts';
import type { InstrumentFacts, LawReading } from '../../law/law-text.ts';
import { foldedName, statedIn } from '../../law/stated.ts';
import { type Evidence, type TextLanguage, type Timeline, timelineOf } from '../../law/timeline.ts';
import { instrumentMeant, type NamedInstrument } from '../../law/which-instrument.ts';
import type { AskedFor, LawSource } from '../../ports/laws.ts';
import type { Records, Store } from '../../ports/store.ts';
import type { CitingOf } from './citing.ts';
import { type Doubt, doubtsOf } from './import-doubts.ts';
import { openReviewTasks } from './open-review-tasks.ts';

/** A file that was read, and what its importer says of it. */
export interface LawFile {
  readonly reading: LawReading;
  readonly fileName: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly fileSha256: string;
  /** Where it is published. */
  readonly url?: string | undefined;
  /** In place of the code that the text gives. */
  readonly code?: string | undefined;
  /** In place of the day from which, by the text, the instrument binds. */
  readonly inForceFrom?: Day | undefined;
  /** Somebody compared the letters of a doubtful text with the official one. */
  readonly lettersChecked?: boolean | undefined;
}

/** Who imports. No account: at the command line. */
export interface Importer {
  readonly id: AccountId;
  readonly role: string;
}

export interface ImportNeeds {
  readonly store: Store;
  /** Instruments of the knowledge: names and days that are known apart from any file. */
  readonly instruments: () => Iterable<Instrument>;
  /** What rests on the law. */
  readonly citing: CitingOf;
  /** SHA-256 of a text as UTF-8, hexadecimal. */
  readonly sha256: (text: string) => string;
  readonly now: () => Date;
}

/** Why a text that was read is not stored. What to add is told by who asks. */
const NOT_STORED = ['no-code', 'odd-code', 'no-first-day', 'translation', 'letters-doubtful'] as const;
export type NotStored = (typeof NOT_STORED)[number];

/** What an import changes, or would change, in one instrument. */
export interface InstrumentImport extends TimelineDifference {
  readonly code: string;
  /** Wordings that were asked for and are asked for no more. */
  readonly settled: readonly AskedFor[];
  readonly timeline: Timeline;
}

export type ImportOutcome =
  | { readonly result: 'refused'; readonly because: NotStored }
  /** These bytes were imported before, said to be the same. */
  | { readonly result: 'unchanged'; readonly code: string; readonly source: LawSourceId }
  | {
      readonly result: 'imported';
      readonly code: string;
      readonly source: LawSourceId;
      /** Its own instrument first, then those that it amends or ends, and others whose names it makes clear. */
      readonly instruments: readonly InstrumentImport[];
      readonly doubts: readonly Doubt[];
      /** Review tasks that were opened. */
      readonly tasks: number;
    };

/**
 * Takes an official text in: what the file says is kept as it says it, and the wordings of each instrument that it speaks of
 * are worked out anew from all files together. So the order of imports does not matter, and no wording is guessed.
 *
 * The same file again changes nothing; said to be another instrument or to begin on another day, it is taken in anew.
 */
export function importLaw(file: LawFile, by: Importer | undefined, needs: ImportNeeds): Promise<ImportOutcome> {
  return needs.store.transaction((records) => importIn(records, file, by, needs));
}

/** What `importLaw` would do. Nothing is kept. */
export async function previewImport(file: LawFile, needs: ImportNeeds): Promise<ImportOutcome> {
  let outcome: ImportOutcome | undefined;
  try {
    await needs.store.transaction(async (records) => {
      outcome = await importIn(records, file, undefined, needs);
      throw new NothingKept();
    });
  } catch (fault) {
    if (!(fault instanceof NothingKept) || !outcome) throw fault;
  }
  if (!outcome) throw new Error('a preview that came to nothing');
  return outcome;
}

/** Takes a transaction back. */
class NothingKept extends Error {}

async function importIn(
  records: Records,
  file: LawFile,
  by: Importer | undefined,
  needs: ImportNeeds,
): Promise<ImportOutcome> {
  const said = saidOf(file);
  if ('because' in said) return { result: 'refused', because: said.because };
  const { laws } = records;
  await laws.lock();
  const at = needs.now();
  const today = vietnamDay(at);
  const { reading, fileName, fileSha256, url } = file;
  const facts: InstrumentFacts = { ...reading.instrument, code: said.code };
  const same = await laws.sourceWith(fileSha256);
  if (same && same.code === said.code && same.startsOn === said.startsOn && (url === undefined || same.url === url)) {
    return { result: 'unchanged', code: same.code, source: same.id };
  }

  const stated = statedIn(reading, said.startsOn);
  const knownBefore = await knownInstruments(records, needs);
  const toldOf = [...stated.changes, ...(same ? await laws.changesBy(same.id) : [])];
  const newSource: Omit<LawSource, 'id'> = {
    ...said,
    fileName,
    fileSha256,
    url: url ?? same?.url,
    facts,
    by: by?.id,
    at,
  };
  const touched = new Set([
    said.code,
    ...(same ? [same.code] : []),
    ...knownBefore
      .filter(({ name }) => facts.name !== undefined && name === foldedName(facts.name))
      .map(({ code }) => code),
    ...toldOf.flatMap((change) => instrumentMeant(change, facts.adoptedOn, knownBefore) ?? []),
  ]);
  const before = new Map<string, Timeline>();
  for (const code of touched) before.set(code, (await stateOf(code, records, needs)).timeline);

  if (same) await laws.restate({ ...newSource, id: same.id });
  const source = same?.id ?? (await laws.addSource(newSource));
  await laws.addStatements(source, stated.texts, stated.changes);

  const known = await knownInstruments(records, needs);
  const instruments: InstrumentImport[] = [];
  const events: { readonly code: string; readonly events: readonly LawEvent[] }[] = [];
  const evidenceOf = new Map<string, readonly Evidence[]>();
  for (const code of touched) {
    const then = before.get(code);
    const { timeline, evidence } = await stateOf(code, records, needs);
    if (!then) continue;
    evidenceOf.set(code, evidence);
    const settled = await keep(code, timeline, today, records, needs);
    instruments.push({ code, ...differenceOf(then, timeline, today), settled, timeline });
    const ends = stated.changes.filter(
      (change) =>
        change.kind === 'end' && code !== said.code && instrumentMeant(change, facts.adoptedOn, known) === code,
    );
    events.push({
      code,
      events: [
        ...newEvents(then, timeline, today),
        ...ends.map(({ on }): LawEvent => ({ article: undefined, why: 'ends', day: on })),
      ],
    });
  }
  const tasks = await openReviewTasks(events, records, needs);
  await records.audit.add({
    at,
    by: by?.id,
    role: by?.role,
    action: 'law-imported',
    object: `law/${said.code}`,
    detail: {
      source,
      new: sum(instruments, ({ added }) => added.length),
      changed: sum(instruments, ({ changed }) => changed.length),
      ended: sum(instruments, ({ ended }) => ended.length),
      tasks,
    },
  });
  return {
    result: 'imported',
    code: said.code,
    source,
    instruments: instruments.filter((one) => one.code === said.code || isTouched(one)),
    doubts: doubtsOf({ reading, stated, code: said.code, evidenceOf, known, timelines: instruments }),
    tasks,
  };
}

interface Said {
  readonly code: string;
  readonly startsOn: Day;
  readonly language: TextLanguage;
}

/** How a code is written (contracts §1). */
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What the file is, by its own words or those of its importer; nothing is made up. */
function saidOf({ reading, code, inForceFrom, lettersChecked }: LawFile): Said | { readonly because: NotStored } {
  const { instrument } = reading;
  const saidCode = code ?? instrument.code;
  if (saidCode === undefined) return { because: 'no-code' };
  if (!CODE.test(saidCode)) return { because: 'odd-code' };
  const startsOn = inForceFrom ?? instrument.inForceFrom;
  if (startsOn === undefined) return { because: 'no-first-day' };
  const language = languageOf(reading);
  // The authentic text of a treaty may be English; that of a Vietnamese law never is.
  if (language === 'en' && instrument.kind !== 'treaty' && instrument.kind !== 'declaration')
    return { because: 'translation' };
  if (!lettersChecked && reading.warnings.some(({ kind }) => kind === 'spelling-doubtful')) {
    return { because: 'letters-doubtful' };
  }
  return { code: saidCode, startsOn, language };
}

function languageOf({ articles }: LawReading): TextLanguage {
  const english = articles.filter(({ headingLine }) => /^\W*article\b/i.test(headingLine));
  return english.length > articles.length / 2 ? 'en' : 'vi';
}

/** All that is known of an instrument from every file. */
async function stateOf(code: string, records: Records, needs: ImportNeeds) {
  const known = await knownInstruments(records, needs);
  const own = known.filter((one) => one.code === code);
  const names = [...new Set(own.map(({ name }) => name))];
  const numbers = [...new Set(own.flatMap(({ number }) => number ?? []))];
  const told = names.length + numbers.length === 0 ? [] : await records.laws.changesTo(names, numbers);
  const evidence = await records.laws.evidence(code);
  const timeline = timelineOf({
    evidence,
    // A law does nothing to itself, whatever its words seem to say.
    changes: told.filter(
      ({ change, adoptedOn, code: by }) => by !== code && instrumentMeant(change, adoptedOn, known) === code,
    ),
    inForce: [...needs.instruments()].find((instrument) => instrument.code === code)?.inForce,
  });
  return { timeline, evidence };
}

/** Instruments that laws may mean, from the knowledge and from the files that are held. */
async function knownInstruments({ laws }: Records, { instruments }: ImportNeeds): Promise<readonly NamedInstrument[]> {
  const fromFiles = (await laws.sources()).map(
    ({ code, facts }): NamedInstrument => ({
      code,
      name: foldedName(facts.name ?? ''),
      number: facts.number,
      adoptedOn: facts.adoptedOn,
    }),
  );
  const fromKnowledge = [...instruments()].map(
    ({ code, name, number, adoptedOn }): NamedInstrument => ({ code, name: foldedName(name), number, adoptedOn }),
  );
  return [...fromKnowledge, ...fromFiles].filter(({ name }) => name !== '');
}

/** Writes what differs from what is kept. @returns What is asked for no more. */
async function keep(
  code: string,
  { wordings, missing }: Timeline,
  today: Day,
  { laws }: Records,
  { sha256, now }: ImportNeeds,
): Promise<readonly AskedFor[]> {
  const kept = new Map((await laws.ofInstrument(code)).map((one) => [`${one.article} ${one.inForce.from}`, one]));
  for (const { repealed: _, ...wording } of wordings) {
    const key = `${wording.article} ${wording.inForce.from}`;
    const next = { ...wording, code, sha256: sha256(`${wording.headingLine}\n${wording.text}`) };
    const old = kept.get(key);
    kept.delete(key);
    if (!old || JSON.stringify(orderly(old)) !== JSON.stringify(orderly(next))) await laws.put(next);
  }
  for (const { article, inForce } of kept.values()) await laws.remove(code, article, inForce.from);

  const open = await laws.askedFor(code);
  for (const one of missing) await laws.ask({ code, ...one });
  const settled = open.filter(
    (one) => !missing.some(({ article, from }) => article === one.article && from === one.from),
  );
  for (const one of settled) await laws.settle(one, now());
  return settled.filter((one) => isNeeded(one, today));
}

function orderly({
  heading,
  place,
  divisions,
  inForce,
  sha256,
  source,
  base,
}: Awaited<ReturnType<Records['laws']['wordings']>>[number]) {
  return [heading, place, divisions, inForce.to, sha256, source, base];
}

function isTouched({ added, changed, ended, reprinted, asked, settled }: InstrumentImport): boolean {
  return [added, changed, ended, reprinted, asked, settled].some((list) => list.length > 0);
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
