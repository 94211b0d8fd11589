import { readFileSync } from 'node:fs';
import type { AnswerNeeds } from './answering/answer-question.ts';
import type { Day } from './base/days.ts';
import { type KnowledgeOn, knowledgeFrom } from './flow/knowledge-on.ts';
import { Library } from './knowledge/library.ts';
import type { Fault } from './knowledge/parse-entry.ts';
import { vi } from './reply/wording/vi.ts';
import { EntryIndex, type StoredEntryIndex } from './search/entry-index.ts';
import { Lexicon } from './search/lexicon.ts';
import { fingerprint, KeptValues } from './store/kept-values.ts';
import { type KnowledgeFiles, knowledgeTexts, parseKnowledge } from './store/knowledge-files.ts';

export interface Known {
  readonly knowledgeOn: KnowledgeOn;
  /** The same, deciding in another way: for measuring. */
  readonly knowledgeWith: (decision: AnswerNeeds) => KnowledgeOn;
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly indexOn: (day: Day) => EntryIndex;
  /** Learns and keeps the index of the next day on which the law changes, so that nobody waits in that night. */
  readonly prepareNext: (day: Day) => void;
  /** Files that could not be read; their entries are left out. */
  readonly faults: readonly Fault[];
}

/** Changed when what is kept changes its form or is made in another way. */
const FILES_FORMAT = 'files 1';
const INDEX_FORMAT = 'index 4';
const KEPT_IN = './data/kept';

/**
 * Reads the knowledge folder and makes it answerable. Serves the program and the commands alike.
 *
 * @param learning Told before an index is learned, which takes some seconds; once for each change of the knowledge.
 */
export function know(folder: string, learning: (day: Day) => void = () => {}): Known {
  const kept = new KeptValues(KEPT_IN);
  const { files, contents } = readKept(folder, kept);
  const library = new Library(files.entries, files.instruments);
  const lexicon = new Lexicon(files.lexicon);
  const { glossary, hotlines, provinces, centres, faults } = files;
  const decision = JSON.parse(readFileSync(new URL('./answering/model.json', import.meta.url), 'utf8')) as AnswerNeeds;
  const byEpoch = new Map<Day, EntryIndex>();
  const nameOf = (day: Day): string => fingerprint([INDEX_FORMAT, contents, library.epochOf(day)]);
  const learn = (day: Day): StoredEntryIndex =>
    kept.get(nameOf(day), () => {
      learning(day);
      return EntryIndex.build(library.searchableOn(day), lexicon).stored();
    });
  const indexOn = (day: Day): EntryIndex => {
    const epoch = library.epochOf(day);
    const index = byEpoch.get(epoch) ?? EntryIndex.restore(library.searchableOn(day), learn(day), lexicon);
    byEpoch.set(epoch, index);
    return index;
  };
  const prepareNext = (day: Day): void => {
    const next = library.nextEpochAfter(day);
    if (next !== undefined && !kept.has(nameOf(next))) learn(next);
  };
  const knowledgeWith = (decided: AnswerNeeds): KnowledgeOn =>
    knowledgeFrom({ library, indexOn, glossary, hotlines, provinces, centres, wording: vi, ...decided });
  return { library, lexicon, indexOn, prepareNext, faults, knowledgeWith, knowledgeOn: knowledgeWith(decision) };
}

/** Apart, so that nothing above holds on to the texts of all files. */
function readKept(folder: string, kept: KeptValues): { readonly files: KnowledgeFiles; readonly contents: string } {
  const texts = knowledgeTexts(folder);
  const contents = fingerprint([...texts].flat());
  const files = kept.get<KnowledgeFiles>(fingerprint([FILES_FORMAT, contents]), () => parseKnowledge(texts));
  return { files, contents };
}
