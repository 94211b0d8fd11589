import { askWithTexts } from '../src/ask.ts';
import type { Day } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import type { KnowledgeOn } from '../src/flow/knowledge-on.ts';
import type { Library } from '../src/knowledge/library.ts';
import { openHeldLaw } from './held-law.ts';
import { withLoadedLaws } from './load-laws.ts';

export interface LawMeasures {
  readonly articles: number;
  /** Making the index once, in the background, after an import; 0 where it was kept from before. */
  readonly indexMs: number;
  /** From start to ready, with the index kept; resident memory then. */
  readonly readyMs: number;
  readonly rssMb: number;
  /** Answers to all questions as people get them. */
  readonly answerTimes: readonly number[];
  /** The search over articles alone, which only questions without an answer come to. */
  readonly findTimes: readonly number[];
}

/** Start-up, memory and answers with the articles of a retrieval set in the database. */
export async function measureWithLaw(
  folder: string,
  needs: {
    readonly knowledgeOn: KnowledgeOn;
    readonly library: Library;
    readonly day: Day;
    readonly questions: readonly string[];
    readonly start: (databaseUrl: string) => Promise<{ readyMs: number; rssMb: number }>;
  },
): Promise<LawMeasures> {
  const { library, day, questions, start } = needs;
  return withLoadedLaws(folder, async (url, articles) => {
    const began = performance.now();
    const laws = await openHeldLaw(url);
    const indexMs = performance.now() - began;
    if (!laws) throw new Error('The database with the laws is gone');
    const knowledgeOn = laws.knowledgeOn(needs.knowledgeOn);
    const read = (say: Parameters<typeof laws.read>[0]) => laws.read(say, library);
    const ask = (text: string) => askWithTexts(text, { knowledgeOn, day, capabilities: CAPABILITIES.zalo, read });
    const { law } = knowledgeOn(day);
    for (const question of questions.slice(0, 50)) await ask(question);
    for (const question of questions.slice(0, 50)) law.find?.(question, day);
    const answerTimes: number[] = [];
    const findTimes: number[] = [];
    for (const question of questions) {
      const from = performance.now();
      await ask(question);
      const then = performance.now();
      law.find?.(question, day);
      answerTimes.push(then - from);
      findTimes.push(performance.now() - then);
    }
    await laws.close();
    return { articles, indexMs, ...(await start(url)), answerTimes, findTimes };
  });
}
