import { z } from 'zod';
import type { Language } from '../../../accounts/account.ts';
import { vietnamDay } from '../../../base/days.ts';
import type { AccountId } from '../../../base/ids.ts';
import { answerTicket } from '../../../flow/desk/answer.ts';
import { assignTicket, claimTicket, releaseTicket } from '../../../flow/desk/assign.ts';
import { closeTicket } from '../../../flow/desk/close.ts';
import { beAtTicket, lookAtTicket, type SeenTicket } from '../../../flow/desk/look.ts';
import { mergeTickets } from '../../../flow/desk/merge.ts';
import { noteOnTicket } from '../../../flow/desk/note.ts';
import { passagesFor } from '../../../flow/desk/passages.ts';
import { previewAnswer } from '../../../flow/desk/preview-answer.ts';
import { reopenTicket } from '../../../flow/desk/reopen.ts';
import { cannedWords, isInForce } from '../../../flow/desk/show-canned.ts';
import { dropTransfer, proposeTransfer } from '../../../flow/desk/transfer.ts';
import type { TicketForm } from '../../../flow/desk/work-on-ticket.ts';
import { findCitations } from '../../../flow/find-citations.ts';
import { clean } from '../../../language/clean.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { numberInWords } from '../kit/words.ts';
import { AnswerWords, FoundLaw, LONGEST_ANSWER, Preview } from './answer-form.tsx';
import { type DeskPagesNeeds, STAFF, staffOf } from './desk-needs.ts';
import { PresenceShown, presenceMark } from './presence.tsx';
import { Talk } from './talk.tsx';
import { TicketPage } from './ticket-page.tsx';
import type { AnswerState, OtherForms, TicketPageProps } from './ticket-state.ts';
import { type Refusal, STATE_WORDS, TICKET_WORDS, TOLD, type Told } from './wording.ts';

const LONGEST_NOTE = 4000;
const LONGEST_REASON = 500;
/** Much more than may be sent, so that a text that is too long comes back to be shortened. */
const MOST_TYPED = 50_000;

const typed = z
  .string()
  .transform((text) => clean(text.slice(0, MOST_TYPED)))
  .catch('');
const Once = z.object({ once: z.string().regex(/^[a-z0-9-]{8,64}$/) });
const WordsForm = z.object({
  words: typed,
  q: typed,
  version: z.string().max(64).catch(''),
  insert: typed,
  canned: z.string().max(64).catch(''),
});
const NoteForm = z.object({ note: typed });
const TransferForm = z.object({ to: z.string().max(8).catch(''), reason: typed });
const AssignForm = z.object({ to: z.string().min(1).max(64), from: z.string().max(64).catch('') });
const MergeForm = z.object({ other: z.string().max(16) });
const PresenceForm = z.object({
  doing: z.enum(['reading', 'writing']),
  version: z.string().max(64).catch(''),
  shown: z.string().max(2000).catch(''),
});

/** What a page shows besides the ticket. */
interface Shown {
  readonly answer?: AnswerState;
  readonly others?: OtherForms;
  readonly refused?: TicketPageProps['refused'];
  readonly told?: Told | undefined;
  readonly status?: 200 | 409 | 422;
}

/** The page of a ticket and everything that is done on it. Another centre's ticket is not there. */
export function ticketRoutes(needs: DeskPagesNeeds): readonly ConsoleRoute[] {
  const { now, newId, knowledgeOn, capabilities, live, centres } = needs;
  const may = STAFF;
  const codeOf = (c: ConsoleContext): string => c.req.param('code') ?? '';
  const isPart = (c: ConsoleContext): boolean => c.req.header('hx-request') === 'true';
  const today = () => knowledgeOn(vietnamDay(now()));

  const get = (path: string, handle: (c: ConsoleContext) => Promise<Response>): ConsoleRoute => ({
    method: 'GET',
    path: `/tickets/:code${path}`,
    may,
    handle,
  });
  /** A form that changes something: what it came to leads back to the page. */
  const act = (
    path: string,
    handle: (c: ConsoleContext, form: TicketForm, fields: Record<string, unknown>) => Promise<Response>,
  ): ConsoleRoute => ({
    method: 'POST',
    path: `/tickets/:code${path}`,
    may,
    handle: async (c) => {
      const fields = await c.req.parseBody();
      const key = Once.safeParse(fields);
      if (!key.success) return notFound(c);
      return handle(c, { code: codeOf(c), by: staffOf(c), once: key.data.once }, fields);
    },
  });
  /** A button of the answer form that sends nothing to anybody: a part of the page, or the page with what was typed. */
  const help = (
    path: string,
    handle: (c: ConsoleContext, seen: SeenTicket, form: z.infer<typeof WordsForm>) => Response | Promise<Response>,
  ): ConsoleRoute => ({
    method: 'POST',
    path: `/tickets/:code${path}`,
    may,
    handle: async (c) => {
      const form = WordsForm.parse(await c.req.parseBody());
      const seen = await lookAtTicket(codeOf(c), staffOf(c), needs);
      return seen ? handle(c, seen, form) : notFound(c);
    },
  });

  return [
    get('', async (c) => {
      const seen = await lookAtTicket(codeOf(c), staffOf(c), needs);
      if (!seen) return notFound(c);
      return page(c, seen, { told: TOLD.find((one) => one === c.req.query('told')) });
    }),
    get('/talk', async (c) => {
      const seen = await lookAtTicket(codeOf(c), staffOf(c), needs);
      if (!seen) return notFound(c);
      return c.html(<Talk view={seen.view} names={seen.names} language={c.get('language')} whole={false} />);
    }),

    help('/preview', (c, seen, { words }) => {
      const preview = previewOf(seen, words);
      const { language } = c.get('shell');
      const channel = TICKET_WORDS[language].channels[seen.view.channel];
      return isPart(c)
        ? c.html(<Preview messages={preview} channel={channel} language={language} />)
        : page(c, seen, { answer: { words, preview } });
    }),
    help('/find', (c, seen, { words, q }) => {
      const found = findCitations(q, today(), vietnamDay(now()));
      return isPart(c)
        ? c.html(<FoundLaw code={seen.view.code} found={found} language={c.get('language')} />)
        : page(c, seen, { answer: { words, cite: { typed: q, found } } });
    }),
    help('/insert', (c, seen, form) => {
      const chosen = usable(seen).find(({ id }) => id === form.canned);
      const inserted = form.insert || (chosen ? cannedWords(chosen, today()) : '');
      const words = [form.words, inserted].filter((part) => part !== '').join('\n\n');
      const { language } = c.get('shell');
      const channel = TICKET_WORDS[language].channels[seen.view.channel];
      return isPart(c)
        ? c.html(<AnswerWords answer={{ words }} channel={channel} textLimit={textLimitOf(seen)} language={language} />)
        : page(c, seen, { answer: { words } });
    }),
    {
      method: 'POST',
      path: '/tickets/:code/presence',
      may,
      handle: async (c) => {
        const form = PresenceForm.safeParse(await c.req.parseBody());
        if (!form.success) return notFound(c);
        const { doing, version, shown } = form.data;
        const seen = await beAtTicket(codeOf(c), doing, staffOf(c), needs);
        if (!seen) return notFound(c);
        // Nothing new: what is shown stays, and nobody hears it read out again.
        if (presenceMark(seen) === shown) return c.body(null, 204);
        return c.html(<PresenceShown code={seen.code} seen={seen} language={c.get('language')} version={version} />);
      },
    },

    act('/answer', async (c, form, fields) => {
      const { words, version } = WordsForm.parse(fields);
      const fault = faultOf(words, LONGEST_ANSWER, 'answerFaults', c.get('shell').language);
      if (fault !== undefined) return again(c, { answer: { words, fault }, status: 422 });
      const done = await answerTicket({ ...form, words, version }, needs);
      return done.outcome === 'sent' ? told(c, 'answered') : refuse(c, done, { answer: { words } });
    }),
    act('/claim', async (c, form) => {
      const done = await claimTicket(form, needs);
      return done.outcome === 'yours' ? told(c, 'claimed') : refuse(c, done);
    }),
    act('/release', async (c, form) => {
      const done = await releaseTicket(form, needs);
      return done.outcome === 'released' ? told(c, 'released') : refuse(c, done);
    }),
    act('/assign', async (c, form, fields) => {
      const { to, from } = AssignForm.catch({ to: '', from: '' }).parse(fields);
      const done = await assignTicket(
        { ...form, to: to as AccountId, from: from === '' ? undefined : (from as AccountId) },
        needs,
      );
      if (done.outcome === 'assigned') return told(c, 'assigned');
      return refuse(c, done.outcome === 'changed' ? { outcome: 'assign-changed' } : done);
    }),
    act('/close', async (c, form) => {
      const done = await closeTicket(form, needs);
      return done.outcome === 'closed' ? told(c, 'closed') : refuse(c, done);
    }),
    act('/reopen', async (c, form) => {
      const done = await reopenTicket(form, needs);
      if (done.outcome === 'open') return told(c, 'reopened');
      return refuse(c, done.outcome === 'cannot' ? { outcome: 'cannot-reopen' } : done);
    }),
    act('/transfer', async (c, form, fields) => {
      const { to, reason } = TransferForm.parse(fields);
      const { transferFaults } = TICKET_WORDS[c.get('language')];
      const faults = {
        to: to === '' ? transferFaults.to : undefined,
        reason:
          reason === ''
            ? transferFaults.reason
            : reason.length > LONGEST_REASON
              ? transferFaults.long(LONGEST_REASON)
              : undefined,
      };
      const others = { transfer: { to, reason, faults } };
      if (faults.to !== undefined || faults.reason !== undefined) return again(c, { others, status: 422 });
      const done = await proposeTransfer({ ...form, to, reason }, needs);
      return done.outcome === 'asked' ? told(c, 'asked') : refuse(c, done, { others });
    }),
    act('/transfer/drop', async (c, form) => {
      const done = await dropTransfer(form, needs);
      return done.outcome === 'dropped' ? told(c, 'dropped') : notFound(c);
    }),
    act('/merge', async (c, form, fields) => {
      const { other } = MergeForm.catch({ other: '' }).parse(fields);
      const done = await mergeTickets({ ...form, other }, needs);
      return done.outcome === 'merged' ? told(c, 'merged') : refuse(c, done);
    }),
    act('/note', async (c, form, fields) => {
      const { note: words } = NoteForm.parse(fields);
      const fault = faultOf(words, LONGEST_NOTE, 'noteFaults', c.get('shell').language);
      if (fault !== undefined) return again(c, { others: { note: { words, fault } }, status: 422 });
      const done = await noteOnTicket({ ...form, words }, needs);
      return done.outcome === 'noted' ? told(c, 'noted') : notFound(c);
    }),
  ];

  function told(c: ConsoleContext, what: Told): Response {
    return c.redirect(`/console/tickets/${codeOf(c)}?told=${what}`, 303);
  }

  /** The page as it is now, with why it was not done and everything that was typed. */
  async function refuse(
    c: ConsoleContext,
    done: { readonly outcome: Refusal | 'not-found'; readonly by?: AccountId },
    shown: Shown = {},
  ): Promise<Response> {
    if (done.outcome === 'not-found') return notFound(c);
    const why = done.outcome;
    return again(c, { ...shown, status: 409 }, (seen) => ({
      why,
      who: (done.by && seen.names.get(done.by)) ?? STATE_WORDS[c.get('language')].somebody,
    }));
  }

  async function again(
    c: ConsoleContext,
    shown: Shown,
    refused?: (seen: SeenTicket) => TicketPageProps['refused'],
  ): Promise<Response> {
    const seen = await lookAtTicket(codeOf(c), staffOf(c), needs);
    return seen ? page(c, seen, { ...shown, refused: refused?.(seen) }) : notFound(c);
  }

  function page(c: ConsoleContext, seen: SeenTicket, shown: Shown): Response | Promise<Response> {
    const { view } = seen;
    const isOpen = view.state === 'waiting' || view.state === 'answered';
    return c.html(
      <TicketPage
        shell={c.get('shell')}
        me={staffOf(c).id}
        seen={{ ...seen, canned: usable(seen) }}
        passages={isOpen ? passagesFor([...view.lines, ...personsWords(seen)], today()) : []}
        answer={shown.answer ?? { words: '' }}
        others={shown.others ?? {}}
        told={shown.told}
        refused={shown.refused}
        once={newId}
        now={now()}
        workingTime={live.current.workingTime}
        centres={centres()}
        textLimit={textLimitOf(seen)}
        whole={c.req.query('talk') === 'all'}
      />,
      shown.status ?? 200,
    );
  }

  /** What rests on law that has ended is not offered. */
  function usable({ canned }: SeenTicket): SeenTicket['canned'] {
    return canned.filter((reply) => isInForce(reply, today(), vietnamDay(now())));
  }

  function previewOf({ view }: SeenTicket, words: string): readonly string[] {
    if (words === '') return [];
    return previewAnswer(words, view, today(), capabilities(view.channel)).map(({ text }) => text);
  }

  function textLimitOf({ view }: SeenTicket): number {
    return capabilities(view.channel).textLimit;
  }
}

/** What the person added last is asked of the knowledge base too. */
const LAST_WORDS = 5;
function personsWords({ view }: SeenTicket): readonly string[] {
  return view.words.flatMap(({ by, words }) => (by === 'person' ? [words] : [])).slice(-LAST_WORDS);
}

/** What is wrong with an answer or a note, in words for staff; undefined where nothing is. */
function faultOf(
  words: string,
  longest: number,
  of: 'answerFaults' | 'noteFaults',
  language: Language,
): string | undefined {
  const { empty, long } = TICKET_WORDS[language][of];
  if (words === '') return empty;
  return words.length > longest ? long(numberInWords(longest, language)) : undefined;
}
