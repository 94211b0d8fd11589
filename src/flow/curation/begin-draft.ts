import type { EntryId, RevisionId } from '../../base/ids.ts';
import type { RevisionHead } from '../../curation/draft.ts';
import type { EntryKind, KnowledgeEntry } from '../../knowledge/entry.ts';
import type { CandidateId } from '../../ports/candidates.ts';
import type { KeptQuestion } from '../../ports/kept-questions.ts';
import type { Records } from '../../ports/store.ts';
import { withoutPlaceholders } from '../../safety/personal-data.ts';
import {
  beginDraft,
  currentText,
  draftIn,
  type EditNeeds,
  type Editor,
  type NewText,
  tell,
} from '../entries/edit-entry.ts';
import { entryId, newEntryText, placeLike, withWordings } from './new-entry.ts';

/** A draft is there to be written. */
export interface Begun {
  readonly result: 'begun';
  readonly revision: RevisionId;
}
/** What it was to be begun from is not there any more. */
export interface Gone {
  readonly result: 'gone';
}

const GONE: Gone = { result: 'gone' };
const MOST_DRAFTS = 20;

/** A draft of an entry as it is now; one's own where there is one already. */
export async function editEntry(entry: EntryId, by: Editor, needs: EditNeeds): Promise<Begun | Gone> {
  const own = await needs.store.transaction((records) => ownDraft(records, entry, by));
  if (own) return { result: 'begun', revision: own.id };
  const text = await currentText(entry, needs);
  if (text === undefined) return GONE;
  const { id } = await beginDraft({ entry, text, origin: 'edit', note: '' }, by, needs);
  return { result: 'begun', revision: id };
}

export interface NewQuestion {
  readonly kind: EntryKind;
  /** Folder of the entry. */
  readonly place: string;
  readonly question: string;
}

/** A draft of an entry that is not there yet. */
export async function beginNew({ kind, place, question }: NewQuestion, by: Editor, needs: EditNeeds): Promise<Begun> {
  return needs.store.transaction(async (records) => {
    const entry = await freeId(kind, place, question, records, needs);
    const text = newEntryText({ id: entry, question, wordings: [], like: undefined, now: needs.now() });
    const { id } = await draftIn(records, { entry, text, origin: 'edit', note: '' }, by, needs);
    return { result: 'begun', revision: id };
  });
}

export interface FromQuestions {
  readonly questions: readonly KeptQuestion[];
  /** The one whose words become the question of a new entry. */
  readonly representative: KeptQuestion;
  /** The entry that gets the wordings; undefined for a new one. */
  readonly to: EntryId | undefined;
  /** The entry that comes nearest, for a new one to begin like. */
  readonly like: EntryId | undefined;
  readonly note: string;
}

/** A draft from what people asked. The questions are settled with it, and come back if it is given up. */
export async function draftFromQuestions(from: FromQuestions, by: Editor, needs: EditNeeds): Promise<Begun | Gone> {
  const { questions, representative, to, like, note } = from;
  const wordings = byFrequency(questions.map(({ words }) => bare(words)));
  const text = to === undefined ? undefined : await currentText(to, needs);
  if (to !== undefined && text === undefined) return GONE;
  return needs.store
    .transaction(async (records) => {
      const revision =
        to !== undefined && text !== undefined
          ? await addedTo({ entry: to, text, wordings, note, origin: 'question' }, by, records, needs)
          : await begunNew(
              { question: bare(representative.words), wordings, like, note, origin: 'question' },
              by,
              records,
              needs,
            );
      const ids = questions.map(({ id }) => id);
      const at = needs.now();
      // Somebody else was faster with some of them: then theirs counts, and nothing of ours was written.
      if ((await records.keptQuestions.settle(ids, { by: by.id, at, as: { revision } })) < ids.length)
        throw new Taken();
      return { result: 'begun', revision } as const;
    })
    .catch(goneIfTaken);
}

/** A draft from a closed referral: its masked question as wording, its answer as a beginning of ours. */
export async function draftFromCandidate(
  id: CandidateId,
  { to, like, note }: Pick<FromQuestions, 'to' | 'like' | 'note'>,
  by: Editor,
  needs: EditNeeds,
): Promise<Begun | Gone> {
  const text = to === undefined ? undefined : await currentText(to, needs);
  if (to !== undefined && text === undefined) return GONE;
  return needs.store
    .transaction(async (records) => {
      const candidate = await records.candidates.find(id);
      if (candidate?.state !== 'offered') return GONE;
      const wordings = [bare(candidate.question)];
      const library = needs.knowledge.library();
      const basis = candidate.citations.map((citation) => `${citation}: ${saysOf(citation, library.entries) ?? ''}`);
      const revision =
        to !== undefined && text !== undefined
          ? await addedTo({ entry: to, text, wordings, note, origin: 'referral' }, by, records, needs)
          : await begunNew(
              {
                question: bare(candidate.question),
                wordings,
                like,
                note,
                origin: 'referral',
                basis,
                answer: candidate.answer,
              },
              by,
              records,
              needs,
            );
      const how = { state: 'drafted', by: by.id, at: needs.now(), revision } as const;
      if (!(await records.candidates.settle(id, how))) throw new Taken();
      return { result: 'begun', revision } as const;
    })
    .catch(goneIfTaken);
}

/**
 * One's own draft that begins with a text of before: somebody else's, or one that was sent back. What the rejected one was
 * begun from goes with it.
 */
export async function goOnFrom(id: RevisionId, by: Editor, needs: EditNeeds): Promise<Begun | Gone> {
  return needs.store.transaction(async (records) => {
    const before = await records.revisions.find(id);
    if (!before) return GONE;
    const own = await ownDraft(records, before.entry, by);
    if (own) return { result: 'begun', revision: own.id };
    const { entry, text, origin, note } = before;
    const revision = await draftIn(records, { entry, text, origin, note }, by, needs);
    if (before.state === 'rejected') {
      await records.keptQuestions.passOn(id, revision.id);
      await records.candidates.passOn(id, revision.id);
    }
    return { result: 'begun', revision: revision.id };
  });
}

interface More extends NewText {
  readonly wordings: readonly string[];
}

async function addedTo(more: More, by: Editor, records: Records, needs: EditNeeds): Promise<RevisionId> {
  const { entry, text, wordings, note, origin } = more;
  const own = await ownDraft(records, entry, by);
  const whole = own && (await records.revisions.find(own.id));
  const longer = whole && withWordings(whole.text, wordings);
  if (whole && longer !== undefined) {
    await records.revisions.save(whole.id, by.id, { text: longer, note: whole.note || note });
    await tell(records, 'revision-saved', whole, by, needs.now());
    return whole.id;
  }
  const written = { entry, text: withWordings(text, wordings) ?? text, origin, note };
  return (await draftIn(records, written, by, needs)).id;
}

interface Fresh extends Pick<FromQuestions, 'like' | 'note'> {
  readonly question: string;
  readonly wordings: readonly string[];
  readonly origin: 'question' | 'referral';
  readonly basis?: readonly string[];
  readonly answer?: string;
}

async function begunNew(fresh: Fresh, by: Editor, records: Records, needs: EditNeeds): Promise<RevisionId> {
  const { question, wordings, origin, note, basis, answer } = fresh;
  const like = fresh.like && needs.knowledge.library().entry(fresh.like);
  // Not named after the words of a person: an id stands in addresses and in the audit log.
  const entry = await freeId('qa', placeLike(like), '', records, needs);
  const text = newEntryText({ id: entry, question, wordings, like, basis, answer, now: needs.now() });
  return (await draftIn(records, { entry, text, origin, note }, by, needs)).id;
}

async function freeId(
  kind: EntryKind,
  place: string,
  question: string,
  { revisions }: Pick<Records, 'revisions'>,
  { knowledge }: EditNeeds,
): Promise<EntryId> {
  const taken = async (id: EntryId): Promise<boolean> =>
    knowledge.library().entry(id) !== undefined ||
    knowledge.shippedText(id) !== undefined ||
    (await revisions.count({ entry: id })) > 0;
  let nth = 1;
  while (await taken(entryId(kind, place, question, nth))) nth += 1;
  return entryId(kind, place, question, nth);
}

async function ownDraft(
  { revisions }: Pick<Records, 'revisions'>,
  entry: EntryId,
  by: Editor,
): Promise<RevisionHead | undefined> {
  return (await revisions.list({ entry, author: by.id, state: 'draft' }, MOST_DRAFTS))[0];
}

function saysOf(citation: string, entries: readonly KnowledgeEntry[]): string | undefined {
  return entries.flatMap(({ basis }) => basis).find((one) => one.citation === citation)?.says;
}

function bare(words: string): string {
  return withoutPlaceholders(words).replace(/\s+/g, ' ').trim();
}

function byFrequency(wordings: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const wording of wordings) times.set(wording, (times.get(wording) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([wording]) => wording);
}

/** Somebody else settled it meanwhile. */
class Taken extends Error {}

function goneIfTaken(fault: unknown): Gone {
  if (fault instanceof Taken) return GONE; // and nothing was written
  throw fault;
}
