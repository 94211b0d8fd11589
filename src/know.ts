import { readFileSync } from 'node:fs';
import type { AnswerNeeds } from './answering/answer-question.ts';
import { LookUps } from './answering/look-up.ts';
import type { Day } from './base/days.ts';
import type { Shipped } from './flow/entries/live-knowledge.ts';
import { type KnowledgeOn, knowledgeFrom } from './flow/knowledge-on.ts';
import { indexName } from './index-maker.ts';
import { Glossary } from './knowledge/glossary.ts';
import { Library } from './knowledge/library.ts';
import type { Fault } from './knowledge/parse-entry.ts';
import type { KnowledgeFiles } from './ports/knowledge-files.ts';
import { vi } from './reply/wording/vi.ts';
import { EntryIndex, type StoredEntryIndex } from './search/entry-index.ts';
import { Lexicon } from './search/lexicon.ts';
import type { RankerWeights } from './search/ranker.ts';
import { fingerprint, KeptValues } from './store/kept-values.ts';
import { entryText, knowledgeTexts, parseKnowledge } from './store/knowledge-files.ts';

export interface Known {
  readonly knowledgeOn: KnowledgeOn;
  /** The same, deciding in another way: for measuring. */
  readonly knowledgeWith: (decision: AnswerNeeds) => KnowledgeOn;
  /** How it is decided, apart from the law. */
  readonly decision: AnswerNeeds;
  /** What `LiveKnowledge` puts revisions in front of. */
  readonly shipped: Shipped;
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly indexOn: (day: Day) => EntryIndex;
  /** Files that could not be read; their entries are left out. */
  readonly faults: readonly Fault[];
}

/** Changed when what is kept changes its form or is made in another way. */
const FILES_FORMAT = 'files 1';
/** How articles of law are ranked; fitted by `npm run fit:ranker`. */
export const ARTICLE_WEIGHTS = JSON.parse(
  readFileSync(new URL('./search/weights/articles.json', import.meta.url), 'utf8'),
) as RankerWeights;
/** Where what takes seconds to make is kept between starts. */
export const KEPT_IN = './data/kept';

/**
 * Reads the knowledge folder and makes it answerable. Serves the program and the commands alike.
 *
 * @param learning Told before an index is learned, which takes some seconds; once for each change of the knowledge.
 * @param keptIn Folder for what takes seconds to make.
 */
export function know(folder: string, learning: (day: Day) => void = () => {}, keptIn = KEPT_IN): Known {
  const kept = new KeptValues(keptIn);
  const { files, contents } = readKept(folder, kept);
  const library = new Library(files.entries, files.instruments);
  const lexicon = new Lexicon(files.lexicon);
  const { hotlines, provinces, centres, faults } = files;
  const lookUps = new LookUps(files.instruments);
  const glossary = new Glossary(files.glossary);
  const decision = JSON.parse(readFileSync(new URL('./answering/model.json', import.meta.url), 'utf8')) as AnswerNeeds;
  const byEpoch = new Map<Day, EntryIndex>();
  const learn = (day: Day): StoredEntryIndex =>
    kept.get(indexName(contents, library.epochOf(day)), () => {
      learning(day);
      return EntryIndex.build(library.searchableOn(day), lexicon).stored();
    });
  const indexOn = (day: Day): EntryIndex => {
    const epoch = library.epochOf(day);
    const index = byEpoch.get(epoch) ?? EntryIndex.restore(library.searchableOn(day), learn(day), lexicon);
    byEpoch.set(epoch, index);
    return index;
  };
  const knowledgeWith = (decided: AnswerNeeds): KnowledgeOn =>
    knowledgeFrom({ library, indexOn, lookUps, glossary, hotlines, provinces, centres, wording: vi, ...decided });
  const textOf: Shipped['textOf'] = (entry) => entryText(folder, entry);
  const shipped: Shipped = { files, contents, lexicon, lookUps, glossary, indexOn, textOf };
  const knowledgeOn = knowledgeWith(decision);
  return { library, lexicon, indexOn, faults, decision, shipped, knowledgeWith, knowledgeOn };
}

/** Apart, so that nothing above holds on to the texts of all files. */
function readKept(folder: string, kept: KeptValues): { readonly files: KnowledgeFiles; readonly contents: string } {
  const texts = knowledgeTexts(folder);
  const contents = fingerprint([...texts].flat());
  const files = kept.get<KnowledgeFiles>(fingerprint([FILES_FORMAT, contents]), () => parseKnowledge(texts));
  return { files, contents };
}
