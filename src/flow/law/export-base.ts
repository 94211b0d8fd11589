import { covers, type Day, nextDay, vietnamDay } from '../../base/days.ts';
import type { Instrument } from '../../knowledge/instrument.ts';
import { type AknEvent, akomaNtoso } from '../../law/akoma-ntoso.ts';
import type { KnowledgeFiles } from '../../ports/knowledge-files.ts';
import type { AskedFor, LawSource, Wording } from '../../ports/laws.ts';
import type { Store } from '../../ports/store.ts';

/** Changed when a reader of the export has to change too. */
const EXPORT_FORMAT = { format: 'hoi-quyen-export', version: 1 } as const;
export const INDEX_FILE = 'index.json';

export interface ExportNeeds {
  readonly store: Store;
  /** The knowledge as it is live. */
  readonly files: KnowledgeFiles;
  /** SHA-256 of a text as UTF-8, hexadecimal. */
  readonly sha256: (text: string) => string;
  readonly now: () => Date;
}

export interface ExportKinds {
  readonly json: boolean;
  readonly akn: boolean;
}

export interface ExportedFile {
  /** Below the folder of the export, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The whole base for others to take over, file by file (docs/data-export.md): the knowledge, every official text with all
 * its wordings as JSON and each state of it as Akoma Ntoso, and last an index with a hash of every file. Nothing of people.
 */
export async function* exportBase(kinds: ExportKinds, needs: ExportNeeds): AsyncGenerator<ExportedFile> {
  const { store, files, sha256, now } = needs;
  const today = vietnamDay(now());
  const index: { readonly path: string; readonly sha256: string; readonly bytes: number }[] = [];
  const noted = (path: string, text: string): ExportedFile => {
    index.push({ path, sha256: sha256(text), bytes: new TextEncoder().encode(text).length });
    return { path, text };
  };
  if (kinds.json) yield noted('knowledge.json', asText(knowledgeOf(files)));
  const codes = await store.transaction(async ({ laws }) => [...new Set((await laws.heads()).map(({ code }) => code))]);
  for (const code of codes) {
    const held = await store.transaction(async ({ laws }) => ({
      sources: await laws.sources(code),
      all: await laws.sources(),
      wordings: await laws.ofInstrument(code),
      askedFor: await laws.askedFor(code),
    }));
    const instrument = files.instruments.find((one) => one.code === code);
    if (kinds.json) yield noted(`laws/${code}.json`, asText(lawOf(code, instrument, held)));
    if (!kinds.akn) continue;
    for (const day of turns(held.wordings)) {
      const made = expressionOn(day, code, instrument, held, today);
      if (made.articles.length > 0) yield noted(`akn/${code}/${made.language}@${day}.xml`, akomaNtoso(made));
    }
  }
  yield { path: INDEX_FILE, text: asText({ ...EXPORT_FORMAT, exportedOn: today, files: index }) };
}

interface Held {
  /** Of this instrument. */
  readonly sources: readonly LawSource[];
  /** Of all: an amending law gives words to another instrument. */
  readonly all: readonly LawSource[];
  readonly wordings: readonly Wording[];
  readonly askedFor: readonly AskedFor[];
}

function knowledgeOf({ entries, instruments, glossary, topics, hotlines, centres, provinces }: KnowledgeFiles) {
  return {
    ...EXPORT_FORMAT,
    instruments: instruments.map(plainInstrument),
    entries,
    glossary,
    topics,
    hotlines,
    centres,
    provinces,
  };
}

function plainInstrument({ articleSpans, ...instrument }: Instrument) {
  return { ...instrument, articleSpans: Object.fromEntries(articleSpans) };
}

function lawOf(code: string, instrument: Instrument | undefined, { all, wordings, askedFor }: Held) {
  const used = new Set(wordings.flatMap(({ source, base }) => [source, base]));
  return {
    ...EXPORT_FORMAT,
    code,
    instrument: instrument && plainInstrument(instrument),
    sources: all
      .filter((source) => source.code === code || used.has(source.id))
      // Who imported a file is nobody’s business but the audit log’s.
      .map(({ by: _, at, ...source }) => ({ ...source, importedOn: vietnamDay(at) })),
    wordings: wordings.map(({ code: _, ...wording }) => wording),
    askedFor: askedFor.map(({ code: _, ...asked }) => asked),
  };
}

/** The first days of the states of an instrument, in order. */
function turns(wordings: readonly Wording[]): readonly Day[] {
  return [...new Set(wordings.map(({ inForce }) => inForce.from))].sort();
}

function expressionOn(day: Day, code: string, instrument: Instrument | undefined, held: Held, today: Day) {
  const { sources, wordings, askedFor } = held;
  const [source] = sources;
  const ends = wordings.every(({ inForce }) => inForce.to !== undefined)
    ? wordings
        .map(({ inForce }) => inForce.to ?? '')
        .sort()
        .at(-1)
    : undefined;
  const [first, ...later] = turns(wordings);
  const events: AknEvent[] = [
    { day: first ?? day, type: 'generation' },
    ...later.map((on): AknEvent => ({ day: on, type: 'amendment' })),
    ...(ends === undefined ? [] : [{ day: nextDay(ends), type: 'repeal' } as const]),
  ];
  return {
    code,
    kind: instrument?.kind ?? source?.facts.kind,
    name: instrument?.name ?? source?.facts.name ?? code,
    number: instrument?.number ?? source?.facts.number,
    adoptedOn: instrument?.adoptedOn ?? source?.facts.adoptedOn,
    issuedBy: source?.facts.issuedBy,
    language: source?.language === 'en' ? ('eng' as const) : ('vie' as const),
    day,
    madeOn: today,
    url: source?.url ?? instrument?.officialUrl,
    events,
    articles: wordings.filter(({ inForce }) => covers(inForce, day)),
    missing: askedFor
      .filter(({ from, until }) => from <= day && (until === undefined || until > day))
      .map(({ article }) => article),
  };
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
