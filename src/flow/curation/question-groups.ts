import { groupingOf, type QuestionGroup, type Steps } from '../../curation/group-questions.ts';
import { fold } from '../../language/fold.ts';
import { foldedLine } from '../../language/terms.ts';
import type { KeptQuestion, KeptQuestionId } from '../../ports/kept-questions.ts';
import type { Store } from '../../ports/store.ts';
import { breath } from '../entries/breath.ts';

/** The newest open questions that are grouped: more than curators can look at. They are grouped in about a second. */
const MOST_GROUPED = 1_500;
/** New questions are put into groups at most this often. */
const GROUP_EVERY_MS = 60_000;
/** Steps of grouping before others get their turn: some milliseconds. */
const STEPS_AT_ONCE = 20;

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
  #looking: Promise<unknown> = Promise.resolve();

  constructor({ store, now }: { readonly store: Store; readonly now: () => Date }) {
    this.#store = store;
    this.#now = now;
  }

  /** Most frequent first. Whoever asks while questions are put into groups waits until it is done; nobody else does. */
  all(): Promise<readonly KeptGroup[]> {
    const look = this.#looking.then(() => this.#look());
    this.#looking = look.catch(() => {}); // told to the one who asked
    return look;
  }

  async #look(): Promise<readonly KeptGroup[]> {
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
      this.#groups = await inTurns(grouped([...this.#opened.values()]));
      this.#groupedAt = this.#now().getTime();
    }
    return this.#groups;
  }

  /** The group in which a question stands now; undefined when it was settled. */
  async of(id: string): Promise<KeptGroup | undefined> {
    return (await this.all()).find(({ members }) => members.some((member) => member.id === id));
  }
}

function* grouped(questions: readonly KeptQuestion[]): Steps<readonly KeptGroup[]> {
  const groups: KeptGroup[] = [];
  for (const group of yield* groupingOf(questions)) {
    groups.push(shownWithMarks(group));
    yield;
  }
  return groups;
}

async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let nth = 1; ; nth += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (nth % STEPS_AT_ONCE === 0) await breath();
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
