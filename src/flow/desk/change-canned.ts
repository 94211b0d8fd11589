import { vietnamDay } from '../../base/days.ts';
import type { AccountId } from '../../base/ids.ts';
import { type Citation, parseCitation } from '../../knowledge/citation.ts';
import type { CannedReply } from '../../ports/canned-replies.ts';
import type { Records } from '../../ports/store.ts';
import type { ProvinceCode } from '../../referral/legal-aid-centre.ts';
import { type CannedNeeds, isInForce } from './show-canned.ts';

/** Who changes a canned reply. Staff change those of their centre; who writes entries changes those for all. */
export interface CannedWriter {
  readonly id: AccountId;
  readonly role: string;
  /** Of the centre of a member of staff. */
  readonly province: ProvinceCode | undefined;
}

export interface CannedForm {
  /** Made with the form of a new one. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** As typed, one in a line: `bo-luat-lao-dong-2019:97`. */
  readonly citations: string;
}

export type CannedOutcome =
  | { readonly outcome: 'saved' }
  /** It belongs to somebody else. */
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'no-citation' }
  /** Lines that are no citation of law in force. */
  | { readonly outcome: 'unknown-citations'; readonly lines: readonly string[] };

/** Adds or changes a canned reply. It must rest on law that is in force. */
export async function saveCanned(form: CannedForm, by: CannedWriter, needs: CannedNeeds): Promise<CannedOutcome> {
  const { store, now } = needs;
  const typed = form.citations.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  if (typed.length === 0) return { outcome: 'no-citation' };
  const read = typed.map((line) => ({ line, citation: citationIn(line, needs) }));
  const unknown = read.flatMap(({ line, citation }) => (citation === undefined ? [line] : []));
  if (unknown.length > 0) return { outcome: 'unknown-citations', lines: unknown };
  const citations = [...new Set(read.flatMap(({ citation }) => citation ?? []))];

  return store.transaction(async (records) => {
    const before = await records.cannedReplies.find(form.id);
    if (before && !mayChange(before, by)) return { outcome: 'not-yours' };
    const { id, title, body } = form;
    await records.cannedReplies.save({
      id,
      title,
      body,
      citations,
      province: by.province,
      changedBy: by.id,
      changedAt: now(),
    });
    await note(records, by, before ? 'canned-changed' : 'canned-added', id, now());
    return { outcome: 'saved' };
  });
}

/** Takes a canned reply away. One that is gone already, or that belongs to somebody else, stays as it is. */
export async function removeCanned(id: string, by: CannedWriter, { store, now }: CannedNeeds): Promise<void> {
  await store.transaction(async (records) => {
    const reply = await records.cannedReplies.find(id);
    if (!reply || !mayChange(reply, by)) return;
    await records.cannedReplies.remove(id, by.id, now());
    await note(records, by, 'canned-removed', id, now());
  });
}

/** Staff change those of their own centre, writers of entries those for all. */
export function mayChange(reply: Pick<CannedReply, 'province'>, by: Pick<CannedWriter, 'province'>): boolean {
  return reply.province === by.province;
}

function citationIn(line: string, { knowledgeOn, now }: CannedNeeds): Citation | undefined {
  const typed = line.toLowerCase();
  if (parseCitation(typed) === undefined) return undefined;
  const day = vietnamDay(now());
  const citation = typed as Citation;
  return isInForce({ citations: [citation] }, knowledgeOn(day), day) ? citation : undefined;
}

async function note({ audit }: Records, by: CannedWriter, action: string, id: string, at: Date): Promise<void> {
  await audit.add({ at, by: by.id, role: by.role, action, object: `canned/${id}`, province: by.province });
}
