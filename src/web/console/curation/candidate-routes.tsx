import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import type { EntryId } from '../../../base/ids.ts';
import { draftFromCandidate } from '../../../flow/curation/begin-draft.ts';
import { type NotOffered, offerCandidate, readyToOffer } from '../../../flow/curation/offer-candidate.ts';
import { passagesFor } from '../../../flow/desk/passages.ts';
import { findCitations } from '../../../flow/find-citations.ts';
import type { Citation } from '../../../knowledge/citation.ts';
import type { CandidateId, EntryCandidate } from '../../../ports/candidates.ts';
import { maskPersonalData } from '../../../safety/personal-data.ts';
import { STAFF, staffOf } from '../desk/desk-needs.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { Notice } from '../kit/parts.tsx';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { CandidatePage, CandidatesPage } from './candidate-pages.tsx';
import { CANDIDATE_WORDS } from './candidate-wording.ts';
import { CitationHits } from './draft-panels.tsx';
import { OfferPage } from './offer-page.tsx';
import { ROWS, withQuery } from './paging.ts';

const HERE = '/console/candidates';
const LONGEST_SEARCHED = 200;

const text = z.string().catch('');
const OfferForm = z.object({ question: text, answer: text, citations: text, looked: text, article: text });
const DraftForm = z.object({ as: text });
const DismissForm = z.object({ reason: text });
const ListQuery = z.object({ after: z.string().optional(), told: z.string().optional() });

export type CandidateNeeds = Pick<ConsoleNeeds, 'store' | 'knowledge' | 'knowledgeOn' | 'now'>;

/** The way from a closed referral to an entry: staff offer, curators take up. */
export function candidateRoutes(needs: CandidateNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, knowledgeOn, now } = needs;
  const today = () => vietnamDay(now());
  const known = () => knowledgeOn(today());
  const label = (citation: Citation) => knowledge.library().label(citation);
  const codeOf = (c: ConsoleContext) => c.req.param('code') ?? '';

  return [
    {
      method: 'GET',
      path: '/tickets/:code/candidate',
      may: STAFF,
      handle: async (c) => {
        const ready = await readyToOffer(codeOf(c), staffOf(c), needs);
        if (ready.outcome !== 'ready') return notOffered(c, ready.outcome);
        const { question, answer } = ready;
        const near = passagesFor([question], known());
        return c.html(
          <OfferPage
            shell={c.get('shell')}
            code={codeOf(c)}
            question={question}
            answer={answer}
            citations=""
            looked={false}
            near={near}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: '/tickets/:code/candidate',
      may: STAFF,
      handle: async (c) => {
        const { looked, ...form } = OfferForm.parse(await c.req.parseBody());
        const by = staffOf(c);
        const offered = await offerCandidate({ ...form, code: codeOf(c), by, looked: looked === 'yes' }, needs);
        if (offered.outcome === 'offered') {
          return c.redirect(`/console/tickets/${codeOf(c)}/candidate?told=offered`, 303);
        }
        if (offered.outcome !== 'faulty') return notOffered(c, offered.outcome);
        const { outcome: _, masked, ...faults } = offered;
        return c.html(
          <OfferPage
            shell={c.get('shell')}
            code={codeOf(c)}
            {...masked}
            citations={form.citations}
            // What was masked meanwhile has to be looked at again.
            looked={looked === 'yes' && faults.question !== 'masked' && faults.answer !== 'masked'}
            faults={faults}
            near={passagesFor([masked.question], known())}
          />,
          422,
        );
      },
    },
    {
      method: 'POST',
      path: '/tickets/:code/candidate/citations',
      may: STAFF,
      handle: async (c) => {
        const { looked, article, ...form } = OfferForm.parse(await c.req.parseBody());
        const found = findCitations(article.slice(0, LONGEST_SEARCHED), known(), today());
        if (c.req.header('hx-request') === 'true') {
          return c.html(
            <CitationHits
              shell={c.get('shell')}
              found={found}
              into="citations"
              insert={({ citation }) => `${citation}\n`}
            />,
          );
        }
        return c.html(
          <OfferPage
            shell={c.get('shell')}
            code={codeOf(c)}
            {...form}
            looked={looked === 'yes'}
            near={passagesFor([form.question], known())}
            searched={{ words: article, found }}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/candidates',
      may: WRITERS,
      handle: async (c) => {
        const { after, told } = ListQuery.parse(c.req.query());
        const waiting = await store.transaction(({ candidates }) =>
          candidates.waiting(ROWS + 1, after as CandidateId | undefined),
        );
        const shown = waiting.slice(0, ROWS);
        return c.html(
          <CandidatesPage
            shell={c.get('shell')}
            waiting={shown}
            label={label}
            previous={after === undefined ? undefined : HERE}
            next={waiting.length > ROWS ? withQuery(HERE, { after: shown.at(-1)?.id }) : undefined}
            told={told}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/candidates/:id',
      may: WRITERS,
      handle: async (c) => {
        const candidate = await waiting(c);
        return candidate ? c.html(page(c, candidate)) : gone(c);
      },
    },
    {
      method: 'POST',
      path: '/candidates/:id/draft',
      may: WRITERS,
      handle: async (c) => {
        const { as } = DraftForm.parse(await c.req.parseBody());
        const candidate = await waiting(c);
        if (!candidate) return gone(c);
        const [like] = passagesFor([candidate.question], known());
        const begun = await draftFromCandidate(
          candidate.id,
          {
            to: as === 'new' ? undefined : (as as EntryId),
            like: like?.id,
            note: CANDIDATE_WORDS[c.get('language')].note,
          },
          c.get('account'),
          needs,
        );
        return begun.result === 'gone' ? gone(c) : c.redirect(`/console/drafts/${begun.revision}`, 303);
      },
    },
    {
      method: 'POST',
      path: '/candidates/:id/dismiss',
      may: WRITERS,
      handle: async (c) => {
        const reason = DismissForm.parse(await c.req.parseBody()).reason.trim();
        const candidate = await waiting(c);
        if (!candidate) return gone(c);
        if (reason === '') return c.html(page(c, candidate, { reason, fault: true }), 422);
        const { id: by, role } = c.get('account');
        const at = now();
        const settled = await store.transaction(async ({ candidates, audit }) => {
          const settled = await candidates.settle(candidate.id, { state: 'dismissed', by, at });
          if (settled) {
            const object = `candidate/${candidate.id}`;
            // Nobody should name a person there; where somebody does, the log that is kept for years must not.
            const detail = { reason: maskPersonalData(reason).text };
            await audit.add({ at, by, role, action: 'candidate-dismissed', object, detail });
          }
          return settled;
        });
        return settled ? c.redirect(`${HERE}?told=dismissed`, 303) : gone(c);
      },
    },
  ];

  /** Said beside the way back; another centre's referral is not told from one that is not there. */
  function notOffered(c: ConsoleContext, outcome: NotOffered['outcome']): Response | Promise<Response> {
    if (outcome === 'not-found') return notFound(c);
    const words = CANDIDATE_WORDS[c.get('language')];
    const isDone = outcome === 'offered-before' && c.req.query('told') === 'offered';
    return c.html(
      <ConsolePage shell={c.get('shell')} title={words.offerTitle(codeOf(c))} here="/console/inbox">
        <Notice kind={isDone ? 'good' : 'warning'}>{isDone ? words.offered : words.not[outcome]}</Notice>
        <p>
          <a href={`/console/tickets/${codeOf(c)}`}>{words.back}</a>
        </p>
      </ConsolePage>,
      isDone ? 200 : 409,
    );
  }

  function gone(c: ConsoleContext): Response {
    return c.redirect(`${HERE}?told=gone`, 303);
  }

  async function waiting(c: ConsoleContext): Promise<EntryCandidate | undefined> {
    const id = (c.req.param('id') ?? '') as CandidateId;
    const candidate = await store.transaction(({ candidates }) => candidates.find(id));
    return candidate?.state === 'offered' ? candidate : undefined;
  }

  function page(c: ConsoleContext, candidate: EntryCandidate, dismissal?: { reason: string; fault: boolean }) {
    return (
      <CandidatePage
        shell={c.get('shell')}
        candidate={candidate}
        label={label}
        near={passagesFor([candidate.question], known())}
        dismissal={dismissal}
      />
    );
  }
}
