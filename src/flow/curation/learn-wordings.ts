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
 * With a revision that is published: the words of the people it was begun from, as far as its author left them among the
 * wordings, are kept as questions that every later revision must pass. Done twice it changes nothing.
 */
export async function learnWordings(
  revision: Pick<Revision, 'id' | 'entry' | 'text'>,
  by: Editor,
  { keptQuestions, candidates, regressions }: Records,
  at: Date,
): Promise<void> {
  const form = readEntryForm(revision.text);
  if (!form) return;
  const written = new Map([form.title, ...form.variants].map((wording) => [foldedLine(wording), wording]));
  const asked = [
    ...(await keptQuestions.takenInto(revision.id)).map(({ words }) => words),
    ...(await candidates.takenInto(revision.id)).map(({ question }) => question),
  ];
  const wordings = new Set(asked.flatMap((words) => written.get(foldedLine(withoutPlaceholders(words))) ?? []));
  for (const question of wordings) {
    await regressions.add({ entry: revision.entry, question, expects: 'wins', origin: 'citizen', by: by.id, at });
  }
}
