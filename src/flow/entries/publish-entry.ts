import { AppError } from '../../base/errors.ts';
import type { EntryId, RevisionId } from '../../base/ids.ts';
import type { Revision } from '../../curation/draft.ts';
import { mayPublish, type Refusal, refusal } from '../../curation/review.ts';
import { type ReleaseConflict, type Resolution, releaseConflict, resolvedText } from '../../curation/three-versions.ts';
import { type Fault, parseEntry } from '../../knowledge/parse-entry.ts';
import type { Log } from '../../ports/log.ts';
import type { Records } from '../../ports/store.ts';
import { type CheckNeeds, checkRevision, type RevisionCheck } from './check-revision.ts';
import { type Edited, type Editor, submittedIn, tell } from './edit-entry.ts';

export interface PublishNeeds extends CheckNeeds {
  readonly log: Log;
}

export type Published =
  | {
      readonly result: 'published';
      readonly revision: Revision;
      /** `false` where the running bot could not take it up at once: it tries again within seconds. */
      readonly searchable: boolean;
    }
  | { readonly result: 'refused'; readonly because: Refusal | 'unknown' }
  /** The checks do not pass: what is in the way. */
  | { readonly result: 'stopped'; readonly check: RevisionCheck };

/**
 * The second person's yes: checks the revision, puts it in front of the file, and resolves when the bot answers from it.
 *
 * @param why In the words of the second person; may be empty.
 * @param withIt What is written together with it, or not at all.
 */
export async function publish(
  id: RevisionId,
  why: string,
  by: Editor,
  needs: PublishNeeds,
  withIt: (revision: Revision, records: Records) => Promise<void> = async () => {},
): Promise<Published> {
  const { store, now } = needs;
  const revision = await store.transaction(({ revisions }) => revisions.find(id));
  const because = revision ? refusal('publish', revision, by) : 'unknown';
  if (!revision || because) return { result: 'refused', because: because ?? 'unknown' };
  const check = await checkRevision(revision, needs);
  if (!check.passes) return { result: 'stopped', check };
  const done = await store
    .transaction(async (records) => {
      const at = now();
      if (!(await records.revisions.decide(id, { state: 'published', by: by.id, at, why }))) return 'decided';
      if (!(await records.revisions.putLive(revision.entry, id, revision.standsOn, at))) throw new Overtaken();
      await tell(records, 'entry-published', revision, by, at);
      await withIt(revision, records);
      return 'published';
    })
    .catch((fault: unknown) => {
      if (fault instanceof Overtaken) return 'overtaken'; // and nothing was written
      throw fault;
    });
  if (done === 'decided') return { result: 'refused', because: 'state' };
  if (done === 'overtaken') return { result: 'stopped', check: { ...check, overtaken: true, passes: false } };
  return { result: 'published', revision, searchable: await takenUp(needs) };
}

/** Another revision of the entry went live while this one was checked. */
class Overtaken extends Error {}

/**
 * The second person's no.
 *
 * @param why What is to be mended; required.
 * @throws AppError `invalid-input` without a reason.
 */
export async function reject(
  id: RevisionId,
  why: string,
  by: Editor,
  { store, now }: Pick<PublishNeeds, 'store' | 'now'>,
): Promise<Edited> {
  const reason = needed(why);
  return store.transaction(async (records) => {
    const revision = await records.revisions.find(id);
    const because = revision ? refusal('reject', revision, by) : 'unknown';
    if (!revision || because) return { result: 'refused', because: because ?? 'unknown' };
    const at = now();
    if (!(await records.revisions.decide(id, { state: 'rejected', by: by.id, at, why: reason }))) {
      return { result: 'refused', because: 'state' };
    }
    await tell(records, 'revision-rejected', revision, by, at);
    return { result: 'done' };
  });
}

export type TakenBack =
  | { readonly result: 'taken-back'; readonly searchable: boolean }
  | { readonly result: 'refused'; readonly because: 'role' | 'unknown' };

/**
 * The shipped file counts again; an entry that was never shipped is answered no more. One reviewer may do this alone: the
 * shipped text was reviewed with its release, and a wrong answer must be stopped at once.
 *
 * @param why Required.
 * @throws AppError `invalid-input` without a reason.
 */
export async function takeBack(entry: EntryId, why: string, by: Editor, needs: PublishNeeds): Promise<TakenBack> {
  const { store, now } = needs;
  const reason = needed(why);
  if (!mayPublish(by)) return { result: 'refused', because: 'role' };
  const taken = await store.transaction(async (records) => {
    const at = now();
    const id = await records.revisions.takeBack(entry, { by: by.id, at, why: reason });
    const revision = id && (await records.revisions.find(id));
    if (revision) await tell(records, 'entry-taken-back', revision, by, at);
    return revision !== undefined;
  });
  return taken ? { result: 'taken-back', searchable: await takenUp(needs) } : { result: 'refused', because: 'unknown' };
}

/** The three versions of a live entry whose shipped file a release has changed; undefined where there is nothing to decide. */
export async function conflictOf(
  entry: EntryId,
  { store, knowledge }: CheckNeeds,
): Promise<ReleaseConflict | undefined> {
  const live = await store.transaction(async ({ revisions }) => {
    const standing = await revisions.liveOf(entry);
    return standing && revisions.find(standing.revision);
  });
  return live && releaseConflict(live, knowledge.shippedText(entry));
}

export type Resolved =
  /** Waits for a second person. */
  | { readonly result: 'in-review'; readonly revision: Revision }
  | { readonly result: 'faulty'; readonly faults: readonly Fault[] }
  | TakenBack;

/**
 * Says which of three versions is right. Ours and a merged one become a revision on the file as it is now, which a second
 * person publishes; theirs takes ours back.
 *
 * @throws AppError `not-found` where there is nothing to decide, `invalid-input` without a note.
 */
export async function resolveRelease(
  entry: EntryId,
  resolution: Resolution,
  note: string,
  by: Editor,
  needs: PublishNeeds,
): Promise<Resolved> {
  const conflict = await conflictOf(entry, needs);
  if (!conflict) throw new AppError('not-found', 'No release has changed the file of this entry');
  const text = resolvedText(resolution, conflict);
  if (text === undefined) return takeBack(entry, note, by, needs);
  const parsed = parseEntry(`${entry}.md`, text);
  if (!parsed.ok) return { result: 'faulty', faults: parsed.faults };
  const revision = await needs.store.transaction((records) =>
    submittedIn(records, { entry, text, origin: 'release', note: needed(note) }, by, needs),
  );
  return { result: 'in-review', revision };
}

/** What was committed holds, also where the bot cannot take it up now: the loop that follows changes tries again. */
async function takenUp({ knowledge, log }: PublishNeeds): Promise<boolean> {
  try {
    await knowledge.reload();
    return true;
  } catch (fault) {
    log.fault('a published entry could not be taken up at once', fault);
    return false;
  }
}

function needed(why: string): string {
  const reason = why.trim();
  if (reason === '') throw new AppError('invalid-input', 'A reason is required');
  return reason;
}
