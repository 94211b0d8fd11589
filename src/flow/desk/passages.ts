import type { EntryId } from '../../base/ids.ts';
import { type Citation, partsOf } from '../../knowledge/citation.ts';
import type { Knowledge } from '../knowledge-on.ts';

/** Something of the knowledge base that may answer what a person passed on. */
export interface FoundPassage {
  readonly id: EntryId;
  readonly title: string;
  readonly shortAnswer: string;
  /** That it answers one of the lines, 0 to 1. */
  readonly confidence: number;
  readonly basis: readonly {
    readonly citation: Citation;
    /** `Điều 97 Bộ luật Lao động 2019`. */
    readonly label: string;
    readonly says: string;
    /** The official publication. */
    readonly url: string | undefined;
  }[];
}

const SHOWN = 4;
/** A long story is looked at in part, so that the page comes at once: its last lines, and of each the beginning. */
const MOST_LINES = 10;
const LINE_CHARS = 600;
/** Below a quarter of the confidence from which the bot itself would answer, it is chance. */
const SHARE_OF_SURE = 0.25;

/** What the bot finds for the lines of a ticket, each looked at by itself as it was asked; the surest first. At most four. */
export function passagesFor(
  lines: readonly string[],
  { judge, thresholds, rendering }: Pick<Knowledge, 'judge' | 'thresholds' | 'rendering'>,
): readonly FoundPassage[] {
  const { library } = rendering;
  const surest = new Map<EntryId, FoundPassage>();
  const asked = lines.slice(-MOST_LINES).map((line) => line.slice(0, LINE_CHARS));
  for (const { entry, confidence } of asked.flatMap((line) => judge(line).candidates)) {
    const { id, title, shortAnswer } = entry;
    if (confidence < thresholds.answer * SHARE_OF_SURE || (surest.get(id)?.confidence ?? 0) >= confidence) continue;
    const basis = entry.basis.map(({ citation, says }) => ({
      citation,
      label: library.label(citation),
      says,
      url: library.instruments.get(partsOf(citation).code)?.officialUrl,
    }));
    surest.set(id, { id, title, shortAnswer, confidence, basis });
  }
  return [...surest.values()].sort((a, b) => b.confidence - a.confidence).slice(0, SHOWN);
}
