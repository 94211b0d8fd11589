import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { fold } from '../language/fold.ts';
import { foldedLine, words } from '../language/terms.ts';
import { STOP_WORDS } from '../search/stop-words.ts';

/** Why the words of a question point to an entry, for the one who writes entries. */
export interface WhyFound {
  /** The phrasing of the entry that has most of the question's words. */
  readonly nearest: string;
  /** Telling words of the question that stand in the title or a phrasing, as the search reads them. */
  readonly inPhrasings: readonly string[];
  /** Those that stand only in the answer. */
  readonly inAnswer: readonly string[];
  /** Those that the entry does not have. */
  readonly nowhere: readonly string[];
}

/** Looks which words of a question an entry has. Tone marks count nothing: they break ties only. */
export function whyFound(question: string, entry: KnowledgeEntry): WhyFound {
  const asked = [...new Map(words(question).map((word) => [fold(word), word])).entries()].filter(
    ([plain]) => !STOP_WORDS.has(plain),
  );
  const phrasings = [
    entry.title,
    ...entry.variants,
    ...(entry.english ? [entry.english.question, ...entry.english.variants] : []),
  ];
  const lines = phrasings.map(foldedLine);
  const answer = foldedLine(
    [
      entry.shortAnswer,
      ...entry.passages.flatMap((passage) => passage.lines),
      ...entry.basis.map(({ says }) => says),
    ].join('\n'),
  );
  const has = (line: string, plain: string): boolean => line.includes(` ${plain} `);
  const held = (line: string): number => asked.filter(([plain]) => has(line, plain)).length;
  const most = Math.max(...lines.map(held));
  // Of several with as many, the shortest says least besides.
  const nearest = phrasings
    .filter((_, nth) => held(lines[nth] ?? '') === most)
    .reduce((shortest, phrasing) => (phrasing.length < shortest.length ? phrasing : shortest));
  const said = lines.join('');
  const where = (plain: string): keyof WhyFound =>
    has(said, plain) ? 'inPhrasings' : has(answer, plain) ? 'inAnswer' : 'nowhere';
  const those = (place: keyof WhyFound): readonly string[] =>
    asked.filter(([plain]) => where(plain) === place).map(([, word]) => word);
  return { nearest, inPhrasings: those('inPhrasings'), inAnswer: those('inAnswer'), nowhere: those('nowhere') };
}
