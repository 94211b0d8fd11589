import { DANGERS } from '../base/danger.ts';
import type { Day } from '../base/days.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Library } from '../knowledge/library.ts';
import { dangerIn } from './danger.ts';

/** How many answers are held in memory for the time when the database cannot be used. */
export const MOST_EMERGENCY_ENTRIES = 50;

const ASKS_WHOM_TO_CALL = /(?:gọi|báo|kêu|cầu cứu) (?:ai|đâu|số nào|chỗ nào)|ai cứu/iu;

/**
 * The entries that people need most when nothing else works. Of those that are the law on the day and marked `urgent`, no
 * digests of articles: first all guides, for they tell the first steps; then one question of each danger in turn, within a
 * danger those first that are asked most often in words that show it or ask whom to call, until there are fifty.
 */
export function emergencyEntries(library: Library, day: Day): readonly KnowledgeEntry[] {
  const urgent = library.currentOn(day).filter(({ urgent, kind }) => urgent !== undefined && kind !== 'article');
  const guides = urgent.filter(({ kind }) => kind === 'guide');
  const questions = urgent.filter(({ kind }) => kind !== 'guide');
  const rows = DANGERS.map((danger) => mostInDangerFirst(questions.filter((entry) => entry.urgent === danger)));
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, nth) => rows.flatMap((row) => row.slice(nth, nth + 1))).flat();
  return [...guides, ...inTurn].slice(0, MOST_EMERGENCY_ENTRIES);
}

function mostInDangerFirst(entries: readonly KnowledgeEntry[]): readonly KnowledgeEntry[] {
  return entries
    .map((entry) => ({ entry, count: phrasingsInNeed(entry) }))
    .sort((a, b) => b.count - a.count || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry);
}

function phrasingsInNeed({ title, variants, urgent }: KnowledgeEntry): number {
  return [title, ...variants].filter((phrasing) => ASKS_WHOM_TO_CALL.test(phrasing) || dangerIn(phrasing) === urgent)
    .length;
}
