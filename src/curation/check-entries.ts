import type { Day } from '../base/days.ts';
import { checkConventions } from '../knowledge/check-conventions.ts';
import { checkLibrary } from '../knowledge/check-library.ts';
import { checkVariants } from '../knowledge/check-variants.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { type Topic, topicFaults } from '../knowledge/inspect-knowledge.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Fault } from '../knowledge/parse-entry.ts';
import { withoutPlaceholders } from '../safety/personal-data.ts';

export interface EntryCheckNeeds {
  /** All entries, as they are live. */
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly topics: readonly Topic[];
  /** Numbers that may be shown. */
  readonly publishedNumbers: readonly string[];
  readonly today: Day;
}

/**
 * What `kb:check` would say of some entries if they were published: citations that do not exist or are not in force,
 * numbers that nobody verified, a question that another entry has, phrasings that are too few or too alike, unknown fields.
 * And what came from a person's words and still has a masked place in it.
 */
export function checkEntries(changed: readonly KnowledgeEntry[], needs: EntryCheckNeeds): readonly Fault[] {
  const ids = new Set(changed.map(({ id }) => id));
  const files = new Set(changed.map(({ id }) => `${id}.md`));
  return [
    // Those that change stand last: of two with one question, the later one is told.
    ...checkLibrary({ ...needs, entries: [...needs.entries.filter(({ id }) => !ids.has(id)), ...changed] }),
    ...checkConventions(changed, needs.instruments),
    ...changed.flatMap(checkVariants),
    ...topicFaults(changed, needs.topics),
    ...changed.flatMap(leftMasked),
  ].filter(({ file }) => files.has(file));
}

/** `[tên]` in a text means that it was one person's; whoever reads it next is another. */
function leftMasked({ id, title, variants, english, shortAnswer, passages, basis }: KnowledgeEntry): readonly Fault[] {
  const parts: readonly (readonly [field: string, texts: readonly string[]])[] = [
    ['question', [title]],
    ['variants', variants],
    ['english', english ? [english.question, ...english.variants, english.answer] : []],
    ['câu trả lời ngắn', [shortAnswer]],
    ...passages.map(({ heading, lines }) => [heading, lines] as const),
    ['Căn cứ', basis.map(({ says }) => says)],
  ];
  return parts
    .filter(([, texts]) => texts.some((text) => withoutPlaceholders(text) !== text))
    .map(([field]) => ({ file: `${id}.md`, field, message: 'còn chỗ che như [tên]: viết lại cho bất kỳ ai' }));
}
