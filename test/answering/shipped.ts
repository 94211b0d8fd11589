import { askOnce } from '../../src/ask.ts';
import type { Day } from '../../src/base/days.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { know } from '../../src/know.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';

/** The shipped knowledge; each file that imports this builds the index of a day once. */
export const { knowledgeOn, library } = know('knowledge');

/** A fixed day, so that no test changes with the calendar. */
export const TODAY: Day = '2026-11-21';

export const ask = (text: string, day: Day = TODAY) =>
  askOnce(text, { knowledgeOn, day, capabilities: CAPABILITIES.terminal });
export const judge = (text: string, day: Day = TODAY) => knowledgeOn(day).judge(text);
/** The entry that the words point to first, whether it is given or offered. */
export const firstFor = (text: string, day: Day = TODAY): KnowledgeEntry | undefined =>
  judge(text, day).candidates[0]?.entry;
