import type { RevisionId } from '../../base/ids.ts';
import type { Revision } from '../../curation/draft.ts';
import { readEntryForm } from '../../knowledge/entry-form.ts';
import { foldedLine } from '../../language/terms.ts';
import type { Records } from '../../ports/store.ts';
import { withoutPlaceholders } from '../../safety/personal-data.ts';
import { discardDraft, type Edited, type EditNeeds, type Editor } from '../entries/edit-entry.ts';

/** What a revision was begun from. */
export interface Sources {
  /** Questions that people asked the bot. */
  readonly questions: number;
  /** Closed referrals. */
  readonly candidates: number;
}

/** How much waits for a revision, to be told before it is given up. */
export async function sourcesOf(revision: RevisionId, records: Records): Promise<Sources> {
  return {
    questions: (await records.keptQuestions.takenInto(revision)).length,
    candidates: (await records.candidates.takenInto(revision)).length,
  };
}

/** Gives up what one wrote. What it was begun from waits again. */
export async function discardWithSources(id: RevisionId, by: Editor, needs: EditNeeds): Promise<Edited> {
  const discarded = await discardDraft(id, by, needs);
  if (discarded.result === 'done') await needs.store.transaction((records) => release(id, records));
  return discarded;
}

/** Gives back what a revision was begun from that was sent back and that nobody goes on with. @returns how much. */
export function releaseSources(id: RevisionId, { store }: Pick<EditNeeds, 'store'>): Promise<number> {
  return store.transaction(async (records) => {
    const revision = await records.revisions.find(id);
    return revision?.state === 'rejected' ? release(id, records) : 0;
  });
}

async function release(id: RevisionId, { keptQuestions, candidates }: Records): Promise<number> {
  return (await keptQuestions.passOn(id, undefined)) + (await candidates.passOn(id, undefined));
}

/**
 * After a revision was published: the words of the people it was begun from, as far as its author left them among the
 * wordings, are kept as questions that every later revision must pass. Done twice it changes nothing.
 *
 * @returns How many.
 */
export async function learnWordings(
  revision: Pick<Revision, 'id' | 'entry' | 'text'>,
  by: Editor,
  { store, now }: Pick<EditNeeds, 'store' | 'now'>,
): Promise<number> {
  const form = readEntryForm(revision.text);
  if (!form) return 0;
  const written = new Map([form.title, ...form.variants].map((wording) => [foldedLine(wording), wording]));
  return store.transaction(async ({ keptQuestions, candidates, regressions }) => {
    const asked = [
      ...(await keptQuestions.takenInto(revision.id)).map(({ words }) => words),
      ...(await candidates.takenInto(revision.id)).map(({ question }) => question),
    ];
    const wordings = new Set(asked.flatMap((words) => written.get(foldedLine(withoutPlaceholders(words))) ?? []));
    for (const question of wordings) {
      const { entry } = revision;
      await regressions.add({ entry, question, expects: 'wins', origin: 'citizen', by: by.id, at: now() });
    }
    return wordings.size;
  });
}
