import { vietnamDay } from '../../base/days.ts';
import type { Citation } from '../../knowledge/citation.ts';
import { parseCitation } from '../../knowledge/citation.ts';
import { hasArticle } from '../../knowledge/instrument.ts';
import type { CandidateId } from '../../ports/candidates.ts';
import type { StaffMember } from '../../ports/desk.ts';
import type { Store, Ticket } from '../../ports/store.ts';
import { codeIn } from '../../referral/referral-code.ts';
import { maskPersonalData } from '../../safety/personal-data.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

export interface OfferNeeds {
  readonly store: Store;
  readonly knowledgeOn: KnowledgeOn;
  readonly now: () => Date;
}

/** What cannot be offered: it is not there or another centre's, not closed, not answered, or was offered before. */
export type NotOffered = { readonly outcome: 'not-found' | 'not-closed' | 'nothing-said' | 'offered-before' };

/** Question and answer of a closed referral, masked, for a person to read and correct. */
export interface ToOffer {
  readonly outcome: 'ready';
  readonly question: string;
  readonly answer: string;
}

export interface OfferForm {
  readonly code: string;
  readonly by: StaffMember;
  readonly question: string;
  readonly answer: string;
  /** As typed, one in a line. */
  readonly citations: string;
  /** "I have looked: no name, number or address is left." */
  readonly looked: boolean;
}

/** What is wrong with the form, by field. */
export interface OfferFaults {
  readonly outcome: 'faulty';
  readonly question?: 'missing' | 'masked' | undefined;
  readonly answer?: 'missing' | 'masked' | undefined;
  /** Lines that are no citation of an article that we know; empty where there is none at all. */
  readonly citations?: readonly string[] | undefined;
  readonly looked?: true | undefined;
  /** As typed, with what the machine has found since in its placeholders. */
  readonly masked: { readonly question: string; readonly answer: string };
}

export type Offered = NotOffered | OfferFaults | { readonly outcome: 'offered'; readonly id: CandidateId };

/** Longest question and answer, in characters. */
export const LONGEST_QUESTION = 2_000;
export const LONGEST_ANSWER = 6_000;

/** What a member of staff is shown when they want to offer a closed referral of their own centre to the curators. */
export async function readyToOffer(
  code: string,
  by: StaffMember,
  { store, now }: OfferNeeds,
): Promise<NotOffered | ToOffer> {
  return store.transaction(async (records) => {
    const { ticket, outcome } = await closedTicket(code, by, records);
    if (!ticket) return { outcome };
    const words = await records.tickets.wordsOf(ticket.id);
    const said = (who: 'person' | 'staff') => words.filter((one) => one.by === who).map((one) => one.words);
    const answers = said('staff');
    if (answers.length === 0) return { outcome: 'nothing-said' };
    await records.audit.add({
      at: now(),
      by: by.id,
      role: 'staff',
      action: 'ticket-viewed',
      object: `ticket/${ticket.code}`,
      province: by.province,
      detail: { for: 'candidate' },
    });
    const masked = (texts: readonly string[], most: number) => maskPersonalData(texts.join('\n')).text.slice(0, most);
    return {
      outcome: 'ready',
      question: masked([...ticket.lines, ...said('person')], LONGEST_QUESTION),
      answer: masked(answers, LONGEST_ANSWER),
    };
  });
}

/**
 * Offers a closed referral to the curators. The machine masks once more what was typed: where it finds something, the form
 * comes back with it masked, so that nothing is stored that it can see. What it cannot see is for the person who looked.
 */
export async function offerCandidate(form: OfferForm, needs: OfferNeeds): Promise<Offered> {
  const { store, knowledgeOn, now } = needs;
  const question = maskPersonalData(form.question.trim());
  const answer = maskPersonalData(form.answer.trim());
  const { citations, unknown } = citationsIn(
    form.citations,
    knowledgeOn(vietnamDay(now())).rendering.library.instruments,
  );
  const faultOf = ({ text, found }: typeof question): 'missing' | 'masked' | undefined =>
    text === '' ? 'missing' : found.length > 0 ? 'masked' : undefined;
  const faults = {
    question: faultOf(question),
    answer: faultOf(answer),
    citations: unknown.length > 0 || citations.length === 0 ? unknown : undefined,
    looked: form.looked ? undefined : (true as const),
  };
  if (Object.values(faults).some((fault) => fault !== undefined)) {
    return { outcome: 'faulty', ...faults, masked: { question: question.text, answer: answer.text } };
  }
  return store.transaction(async (records) => {
    const { ticket, outcome } = await closedTicket(form.code, form.by, records);
    if (!ticket) return { outcome };
    const id = await records.candidates.offer({
      ticket: ticket.id,
      question: question.text,
      answer: answer.text,
      citations,
      by: form.by.id,
      at: now(),
    });
    if (id === undefined) return { outcome: 'offered-before' };
    await records.audit.add({
      at: now(),
      by: form.by.id,
      role: 'staff',
      action: 'candidate-offered',
      object: `ticket/${ticket.code}`,
      province: form.by.province,
      detail: { citations: citations.length },
    });
    return { outcome: 'offered', id };
  });
}

type Closed = { readonly ticket: Ticket; readonly outcome: 'ready' } | (NotOffered & { readonly ticket?: undefined });

async function closedTicket(
  code: string,
  by: StaffMember,
  { tickets, candidates }: Parameters<Parameters<Store['transaction']>[0]>[0],
): Promise<Closed> {
  const named = codeIn(code);
  const ticket = named && (await tickets.findByCode(named));
  // Another centre's is answered exactly like one that does not exist.
  if (ticket?.province !== by.province) return { outcome: 'not-found' };
  if (ticket.state !== 'closed' || ticket.mergedInto !== undefined) return { outcome: 'not-closed' };
  return (await candidates.wasOffered(ticket.id)) ? { outcome: 'offered-before' } : { ticket, outcome: 'ready' };
}

/** Each line or word a citation: `bo-luat-lao-dong-2019:97`. */
function citationsIn(
  typed: string,
  instruments: ReadonlyMap<string, Parameters<typeof hasArticle>[0]>,
): { readonly citations: readonly Citation[]; readonly unknown: readonly string[] } {
  const written = [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];
  const isKnown = (text: string): boolean => {
    const parts = parseCitation(text);
    const instrument = parts && instruments.get(parts.code);
    return parts !== undefined && instrument !== undefined && hasArticle(instrument, parts.article);
  };
  return {
    citations: written.filter(isKnown).map((text) => text as Citation),
    unknown: written.filter((text) => !isKnown(text)),
  };
}
