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
  /** Files that could not be read; their entries are left out. */
  readonly faults: readonly Fault[];
}

/** Changed when what is kept changes its form or is made in another way. */
const FILES_FORMAT = 'files 1';
const INDEX_FORMAT = 'index 3';
const KEPT_IN = './data/kept';

/** Reads the knowledge folder and makes it answerable. Serves the program and the commands alike. */
export function know(folder: string): Known {
  const kept = new KeptValues(KEPT_IN);
  const texts = knowledgeTexts(folder);
  const contents = fingerprint([...texts].flat());
  const files = kept.get<KnowledgeFiles>(fingerprint([FILES_FORMAT, contents]), () => parseKnowledge(texts));
  const library = new Library(files.entries, files.instruments);
  const lexicon = new Lexicon(files.lexicon);
  const { glossary, hotlines, provinces, centres, faults } = files;
  const decision = JSON.parse(readFileSync(new URL('./answering/model.json', import.meta.url), 'utf8')) as AnswerNeeds;
  const byEpoch = new Map<Day, EntryIndex>();
  const indexOn = (day: Day): EntryIndex => {
    const epoch = library.epochOf(day);
    const known = byEpoch.get(epoch);
    if (known) return known;
    const entries = library.currentOn(day);
    const stored = kept.get<StoredEntryIndex>(fingerprint([INDEX_FORMAT, contents, epoch]), () =>
      EntryIndex.build(entries, lexicon).stored(),
    );
    const index = EntryIndex.restore(entries, stored, lexicon);
    byEpoch.set(epoch, index);
    return index;
  };
  const knowledgeWith = (decided: AnswerNeeds): KnowledgeOn =>
    knowledgeFrom({ library, indexOn, glossary, hotlines, provinces, centres, wording: vi, ...decided });
  return { library, lexicon, indexOn, faults, knowledgeWith, knowledgeOn: knowledgeWith(decision) };
}
