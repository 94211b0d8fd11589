import { readFileSync } from 'node:fs';
import type { AnswerNeeds } from './answering/answer-question.ts';
import { type KnowledgeOn, knowledgeFrom } from './flow/knowledge-on.ts';
import { Library } from './knowledge/library.ts';
import type { Fault } from './knowledge/parse-entry.ts';
import { vi } from './reply/wording/vi.ts';
import { readKnowledge } from './store/knowledge-files.ts';

export interface Known {
  readonly knowledgeOn: KnowledgeOn;
  readonly library: Library;
  /** Files that could not be read; their entries are left out. */
  readonly faults: readonly Fault[];
}

/** Reads the knowledge folder and makes it answerable. Serves the program and the commands alike. */
export function know(folder: string): Known {
  const files = readKnowledge(folder);
  const library = new Library(files.entries, files.instruments);
  const { glossary, hotlines, provinces, centres, faults } = files;
  const decision = JSON.parse(readFileSync(new URL('./answering/model.json', import.meta.url), 'utf8')) as AnswerNeeds;
  return {
    library,
    faults,
    knowledgeOn: knowledgeFrom({ library, glossary, hotlines, provinces, centres, wording: vi, ...decision }),
  };
}
