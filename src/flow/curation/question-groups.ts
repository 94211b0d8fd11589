import { groupQuestions, type QuestionGroup } from '../../curation/group-questions.ts';
import { fold } from '../../language/fold.ts';
import { foldedLine } from '../../language/terms.ts';
import type { KeptQuestion, KeptQuestionId } from '../../ports/kept-questions.ts';
import type { Store } from '../../ports/store.ts';

/** The newest open questions that are grouped: more than curators can look at, and few enough to be grouped in a breath. */
const MOST_GROUPED = 1_500;
/** New questions are put into groups at most this often, because everybody else waits while it is done. */
const GROUP_EVERY_MS = 60_000;

/** Questions that ask about the same, with the one that stands for them. */
export type KeptGroup = QuestionGroup<KeptQuestion>;

/**
 * The open questions of the curators in groups. What is settled leaves its group at once; what is new comes into the groups
 * within a minute.
 */
export class QuestionGroups {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #opened = new Map<KeptQuestionId, KeptQuestion>();
  #groups: readonly KeptGroup[] = [];
  #groupedAt = Number.NEGATIVE_INFINITY;

  constructor({ store, now }: { readonly store: Store; readonly now: () => Date }) {
    this.#store = store;
    this.#now = now;
  }

  /** Most frequent first. */
  async all(): Promise<readonly KeptGroup[]> {
    const { ids, fresh } = await this.#store.transaction(async ({ keptQuestions }) => {
      const ids = await keptQuestions.openIds(MOST_GROUPED);
      return { ids, fresh: await keptQuestions.some(ids.filter((id) => !this.#opened.has(id))) };
    });
    const open = new Set(ids);
    const gone = [...this.#opened.keys()].filter((id) => !open.has(id));
    if (gone.length > 0) {
      for (const id of gone) this.#opened.delete(id);
      this.#groups = this.#groups.flatMap((group) => without(group, open));
    }
    const isDue = this.#now().getTime() - this.#groupedAt >= GROUP_EVERY_MS;
    if (fresh.length > 0 && (isDue || this.#groups.length === 0)) {
      for (const question of fresh) this.#opened.set(question.id, question);
      this.#groups = groupQuestions([...this.#opened.values()]).map(shownWithMarks);
      this.#groupedAt = this.#now().getTime();
    }
    return this.#groups;
  }

  /** The group in which a question stands now; undefined when it was settled. */
  async of(id: string): Promise<KeptGroup | undefined> {
    return (await this.all()).find(({ members }) => members.some((member) => member.id === id));
  }
}

/** What is left of a group; nothing where all of it was settled. */
function without(group: KeptGroup, open: ReadonlySet<KeptQuestionId>): readonly KeptGroup[] {
  const members = group.members.filter(({ id }) => open.has(id));
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) return [];
  const { representative } = group;
  const stands = open.has(representative.id) ? representative : first;
  return [{ ...group, members, representative: stands, firstDay: first.day, lastDay: last.day }];
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
