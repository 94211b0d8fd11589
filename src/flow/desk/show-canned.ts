import { type Day, vietnamDay } from '../../base/days.ts';
import { partsOf } from '../../knowledge/citation.ts';
import { hasArticle, inForce } from '../../knowledge/instrument.ts';
import type { CannedReply } from '../../ports/canned-replies.ts';
import type { Store } from '../../ports/store.ts';
import type { Knowledge, KnowledgeOn } from '../knowledge-on.ts';

export interface CannedNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly now: () => Date;
}

/** A canned reply as a list shows it. */
export interface ShownCanned extends CannedReply {
  /** `Điều 97 Bộ luật Lao động 2019`, in the order of the citations. */
  readonly labels: readonly string[];
  /** All of it is law today. */
  readonly inForce: boolean;
  readonly changedByName: string | undefined;
}

/** What is put into an answer: the words, and the law they rest on. */
export function cannedWords(
  { body, citations }: Pick<CannedReply, 'body' | 'citations'>,
  { rendering }: Pick<Knowledge, 'rendering'>,
): string {
  return `${body}\n(${citations.map((citation) => rendering.library.label(citation)).join('; ')})`;
}

/** Does everything that it rests on bind on a day? */
export function isInForce(
  { citations }: Pick<CannedReply, 'citations'>,
  { rendering }: Pick<Knowledge, 'rendering'>,
  day: Day,
): boolean {
  return citations.every((citation) => {
    const { code, article } = partsOf(citation);
    const instrument = rendering.library.instruments.get(code);
    return instrument !== undefined && hasArticle(instrument, article) && inForce(instrument, article, day);
  });
}

/** The canned replies of a centre, or without one those for all, with the names of who changed them. */
export function shownCanned(
  province: string | undefined,
  { store, knowledgeOn, now }: CannedNeeds,
): Promise<readonly ShownCanned[]> {
  const day = vietnamDay(now());
  const knowledge = knowledgeOn(day);
  return store.transaction(async ({ cannedReplies, accounts }) => {
    const replies = await cannedReplies.usableIn(province);
    const names = await accounts.names([...new Set(replies.map(({ changedBy }) => changedBy))]);
    return replies.map((reply) => ({
      ...reply,
      labels: reply.citations.map((citation) => knowledge.rendering.library.label(citation)),
      inForce: isInForce(reply, knowledge, day),
      changedByName: names.get(reply.changedBy),
    }));
  });
}
