import type { KnowledgeOn } from '../knowledge-on.ts';
import type { LawLibrary } from './law-library.ts';

/** What we know, with the official texts that were imported. */
export function withLaw(knowledgeOn: KnowledgeOn, laws: Pick<LawLibrary, 'known'>): KnowledgeOn {
  return (day) => {
    const knowledge = knowledgeOn(day);
    const law = laws.known(knowledge.rendering.library);
    return { ...knowledge, law, judge: (question, danger) => knowledge.judge(question, danger, law) };
  };
}
