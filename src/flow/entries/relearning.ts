import { type Day, vietnamDay } from '../../base/days.ts';
import type { Log } from '../../ports/log.ts';
import { EntryIndex } from '../../search/entry-index.ts';
import type { Lexicon } from '../../search/lexicon.ts';
import type { Edition } from './edition.ts';
import type { IndexMaker } from './index-maker.ts';

/** The next law's index is learned so long before it begins, so that nobody waits in that night. */
const AHEAD_MS = 7 * 24 * 60 * 60_000;

interface Task {
  readonly contents: string;
  readonly epoch: Day;
  readonly day: Day;
  readonly abort: AbortController;
}

export interface RelearningNeeds {
  readonly maker: IndexMaker;
  readonly shipped: { readonly contents: string; readonly lexicon: Lexicon };
  readonly log: Log;
}

/** Learns anew in the background what was only folded in, one index at a time. */
export class Relearning {
  readonly #needs: RelearningNeeds;
  #task: Task | undefined;
  /** The edition whose index was learned last, unless it is the shipped one: its index is of use only until the next. */
  #last: string | undefined;

  constructor(needs: RelearningNeeds) {
    this.#needs = needs;
  }

  /**
   * Begins to learn what the running edition lacks: the index of today, then that of the next law when its day comes near.
   * What is being learned for an edition that has gone is given up.
   */
  lookAfter(edition: Edition, now: Date): void {
    const day = this.#lacking(edition, now);
    const epoch = day && edition.library.epochOf(day);
    if (this.#task?.contents === edition.contents && this.#task.epoch === epoch) return;
    this.#task?.abort.abort(new Error('something else is to be learned'));
    this.#task = undefined;
    if (day === undefined || epoch === undefined) return;
    const task = { contents: edition.contents, epoch, day, abort: new AbortController() };
    this.#task = task;
    this.#learn(edition, task).catch((fault: unknown) => {
      if (!task.abort.signal.aborted) this.#needs.log.fault('learning the index failed', fault);
    });
  }

  stop(): void {
    this.#task?.abort.abort(new Error('stopping'));
  }

  #lacking(edition: Edition, now: Date): Day | undefined {
    const today = vietnamDay(now);
    if (!edition.heldOn(today)?.learned) return today;
    const next = edition.library.nextEpochAfter(today);
    const near = next !== undefined && next <= vietnamDay(new Date(now.getTime() + AHEAD_MS));
    return near && !this.#needs.maker.isKept(edition.contents, next) ? next : undefined;
  }

  async #learn(edition: Edition, task: Task): Promise<void> {
    const { maker, shipped, log } = this.#needs;
    const { contents, epoch, day, abort } = task;
    const entries = edition.library.searchableOn(day);
    const instead = this.#last === contents ? undefined : this.#last;
    const stored = await maker.learn({ contents, epoch, entries, instead }, abort.signal);
    if (contents !== shipped.contents) this.#last = contents;
    if (edition.heldOn(day)) {
      edition.hold(day, { index: EntryIndex.restore(entries, stored, shipped.lexicon), learned: true });
    }
    if (this.#task === task) this.#task = undefined;
    log.info('the index was learned anew', { entries: entries.length, day });
  }
}
