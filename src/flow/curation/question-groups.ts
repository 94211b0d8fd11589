import { groupQuestions, type QuestionGroup } from '../../curation/group-questions.ts';
import { fold } from '../../language/fold.ts';
import { foldedLine } from '../../language/terms.ts';
import type { KeptQuestion, KeptQuestionId } from '../../ports/kept-questions.ts';
import type { Store } from '../../ports/store.ts';

/** The newest open questions that are grouped. More than curators can look at, and few enough to be grouped at once. */
const MOST_GROUPED = 3_000;

/** Questions that ask about the same, with who they are represented by. */
export type KeptGroup = QuestionGroup<KeptQuestion>;

/**
 * The open questions of the curators in groups. Opened and grouped again only when something came or was settled, because
 * every page asks for them.
 */
export class QuestionGroups {
  readonly #store: Store;
  readonly #opened = new Map<KeptQuestionId, KeptQuestion>();
  #groups: readonly KeptGroup[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Most frequent first. */
  async all(): Promise<readonly KeptGroup[]> {
    const { ids, fresh } = await this.#store.transaction(async ({ keptQuestions }) => {
      const ids = await keptQuestions.openIds(MOST_GROUPED);
      return { ids, fresh: await keptQuestions.some(ids.filter((id) => !this.#opened.has(id))) };
    });
    const open = new Set(ids);
    const settled = [...this.#opened.keys()].filter((id) => !open.has(id));
    for (const id of settled) this.#opened.delete(id);
    for (const question of fresh) this.#opened.set(question.id, question);
    if (fresh.length + settled.length > 0) {
      this.#groups = groupQuestions([...this.#opened.values()]).map(shownWithMarks);
    }
    return this.#groups;
  }

  /** The group in which a question stands now; undefined when it was settled. */
  async of(id: string): Promise<KeptGroup | undefined> {
    return (await this.all()).find(({ members }) => members.some((member) => member.id === id));
  }
}

/** Of those that say the same, the one that was typed with marks: others can read it. */
function shownWithMarks(group: KeptGroup): KeptGroup {
  const line = foldedLine(group.representative.words);
  const marksOf = ({ words }: KeptQuestion): number => {
    const plain = fold(words);
    return [...words.toLowerCase()].filter((letter, nth) => letter !== plain[nth]).length;
  };
  const same = group.members.filter(({ words }) => foldedLine(words) === line);
  const representative = same.reduce((best, one) => (marksOf(one) > marksOf(best) ? one : best), group.representative);
  return { ...group, representative };
}
