import type { Revision } from '../../curation/draft.ts';
import type { Log } from '../../ports/log.ts';
import { type CheckNeeds, checkRevision, type RevisionCheck } from '../entries/check-revision.ts';

/** How far the check of a revision is. */
export type CheckState =
  | { readonly state: 'running'; readonly done: number; readonly of: number }
  | { readonly state: 'done'; readonly check: RevisionCheck }
  /** It could not be done; the log says why. */
  | { readonly state: 'failed' };

export interface ChecksNeeds extends Omit<CheckNeeds, 'progress'> {
  readonly log: Log;
}

/** Enough for everybody who reviews or writes at one time. */
const HELD = 30;

/**
 * Checks of revisions, which take seconds: begun when somebody wants to see one, held as long as neither the text nor the
 * knowledge around it changes.
 */
export class Checks {
  readonly #needs: ChecksNeeds;
  readonly #states = new Map<string, CheckState>();

  constructor(needs: ChecksNeeds) {
    this.#needs = needs;
  }

  /** Begins the check where it was not begun. */
  of(revision: Revision): CheckState {
    const { id, text, standsOn, baseText } = revision;
    const key = JSON.stringify([id, text, standsOn, baseText, this.#needs.knowledge.edition.contents]);
    const known = this.#states.get(key);
    if (known) return known;
    const running: CheckState = { state: 'running', done: 0, of: 1 };
    this.#states.set(key, running);
    for (const old of [...this.#states.keys()].slice(0, -HELD)) this.#states.delete(old);
    checkRevision(revision, {
      ...this.#needs,
      progress: (done, of) => {
        if (this.#states.has(key)) this.#states.set(key, { state: 'running', done, of });
      },
    })
      .then((check) => {
        this.#states.set(key, { state: 'done', check });
      })
      .catch((fault: unknown) => {
        this.#needs.log.fault('a revision could not be checked', fault, { revision: id });
        this.#states.set(key, { state: 'failed' });
      });
    return running;
  }

  /** Forgets what was found, so that the next look checks again: somebody changed the questions. */
  forget(): void {
    this.#states.clear();
  }
}
