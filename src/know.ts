import { readFileSync } from 'node:fs';
import type { AnswerNeeds } from './answering/answer-question.ts';
import type { Day } from './base/days.ts';
import { type KnowledgeOn, knowledgeFrom } from './flow/knowledge-on.ts';
import { Library } from './knowledge/library.ts';
import type { Fault } from './knowledge/parse-entry.ts';
import { vi } from './reply/wording/vi.ts';
import { documentOf, EntryIndex, type StoredEntryIndex } from './search/entry-index.ts';
import { Lexicon } from './search/lexicon.ts';
import type { SearchIndex } from './search/search-index.ts';
import { KeptIndexes } from './store/kept-index.ts';
import { readKnowledge } from './store/knowledge-files.ts';

export interface Known {
  readonly knowledgeOn: KnowledgeOn;
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly indexOn: (day: Day) => SearchIndex;
  /** Files that could not be read; their entries are left out. */
  readonly faults: readonly Fault[];
}

/** Changed when what is kept changes its form or is learned in another way. */
const FORMAT = 'entry-index 1';
const KEPT_IN = './data/search';

/** Reads the knowledge folder and makes it answerable. Serves the program and the commands alike. */
export function know(folder: string): Known {
  const files = readKnowledge(folder);
  const library = new Library(files.entries, files.instruments);
  const lexicon = new Lexicon(files.lexicon);
  const kept = new KeptIndexes(KEPT_IN);
  const { glossary, hotlines, provinces, centres, faults } = files;
  const decision = JSON.parse(readFileSync(new URL('./answering/model.json', import.meta.url), 'utf8')) as AnswerNeeds;
  const byEpoch = new Map<Day, SearchIndex>();
  const indexOn = (day: Day): SearchIndex => {
    const epoch = library.epochOf(day);
    const known = byEpoch.get(epoch);
    if (known) return known;
    const entries = library.currentOn(day);
    const texts = entries.map((entry) => JSON.stringify(documentOf(entry)));
    const stored = kept.get<StoredEntryIndex>([FORMAT, ...texts], () => EntryIndex.build(entries, lexicon).stored());
    const index = EntryIndex.restore(entries, stored, lexicon);
    byEpoch.set(epoch, index);
    return index;
  };
  return {
    library,
    lexicon,
    indexOn,
    faults,
    knowledgeOn: knowledgeFrom({ library, indexOn, glossary, hotlines, provinces, centres, wording: vi, ...decision }),
  };
}
