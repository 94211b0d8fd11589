import type { Day } from '../../base/days.ts';
import type { EntryId } from '../../base/ids.ts';
import type { ReviewTask } from '../../ports/review-tasks.ts';
import type { Store } from '../../ports/store.ts';
import type { LawChange } from '../../reply/render.ts';
import { evenWithoutStore } from '../degraded/even-without-store.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

/** So many days before the law changes the answer says so. */
const AHEAD_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const ENTRY = 'entry/';

/** Entries under which the law changed and that nobody has read again, held in memory. */
export class LiveCautions {
  readonly #store: Store;
  #version = '';
  #days: ReadonlyMap<EntryId, readonly Day[]> = new Map();

  private constructor(store: Store) {
    this.#store = store;
  }

  /** Reads what waits. */
  static async open({ store }: { readonly store: Store }): Promise<LiveCautions> {
    const cautions = new LiveCautions(store);
    await evenWithoutStore(() => cautions.follow());
    return cautions;
  }

  /** For a loop, and after a task was opened or cleared. Mostly one small look at the database. */
  async follow(): Promise<void> {
    const fresh = await this.#store.transaction(async ({ reviewTasks }) => {
      const version = await reviewTasks.version();
      return version === this.#version ? undefined : { version, tasks: await reviewTasks.list() };
    });
    if (!fresh) return;
    this.#days = daysByEntry(fresh.tasks);
    this.#version = fresh.version;
  }

  /** What an answer with this entry says on a day: the last change that has come, else the first that comes within a month. */
  changeOn(entry: EntryId, day: Day): LawChange | undefined {
    const days = this.#days.get(entry) ?? [];
    const come = days.findLast((one) => one <= day);
    if (come !== undefined) return { day: come, ahead: false };
    const next = days.find((one) => one <= daysAfter(day, AHEAD_DAYS));
    return next === undefined ? undefined : { day: next, ahead: true };
  }
}

/** What we know, with a caution on what has to be read again. */
export function withCautions(knowledgeOn: KnowledgeOn, cautions: Pick<LiveCautions, 'changeOn'>): KnowledgeOn {
  return (day) => {
    const knowledge = knowledgeOn(day);
    return {
      ...knowledge,
      rendering: { ...knowledge.rendering, lawChange: (entry) => cautions.changeOn(entry, day) },
    };
  };
}

function daysByEntry(tasks: readonly ReviewTask[]): ReadonlyMap<EntryId, readonly Day[]> {
  const days = new Map<EntryId, Day[]>();
  for (const { object, day } of tasks) {
    if (!object.startsWith(ENTRY)) continue;
    const entry = object.slice(ENTRY.length) as EntryId;
    days.set(entry, [...(days.get(entry) ?? []), day].sort());
  }
  return days;
}

/** The day so many days after another. */
export function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
