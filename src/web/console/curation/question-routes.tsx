import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import type { EntryId } from '../../../base/ids.ts';
import { draftFromQuestions } from '../../../flow/curation/begin-draft.ts';
import type { KeptGroup, QuestionGroups } from '../../../flow/curation/question-groups.ts';
import { REASONS_TO_KEEP } from '../../../ports/kept-questions.ts';
import { maskPersonalData } from '../../../safety/personal-data.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { numberInWords } from '../kit/words.ts';
import { pageOf, withQuery } from './paging.ts';
import { QuestionGroupPage, QuestionsPage } from './question-pages.tsx';
import { QUESTION_WORDS } from './question-wording.ts';

const HERE = '/console/questions';

const ListQuery = z.object({
  why: z.enum(REASONS_TO_KEEP).optional().catch(undefined),
  page: z.string().optional(),
  told: z.string().optional(),
});
const DraftForm = z.object({
  /** Set where marks were shown: then none left is a choice too. */
  choosing: z.literal('yes').optional().catch(undefined),
  as: z.string().max(200).catch(''),
  member: z
    .union([z.string(), z.array(z.string())])
    .transform((one) => [one].flat())
    .optional(),
});
const DismissForm = z.object({ reason: z.string().max(300).catch('') });

export type QuestionNeeds = Pick<ConsoleNeeds, 'store' | 'knowledge' | 'topics' | 'now'> & {
  readonly groups: QuestionGroups;
};

/** What people asked that got no good answer: looked at, taken into entries, put aside. */
export function questionRoutes(needs: QuestionNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, topics, groups, now } = needs;
  const entry = (id: EntryId) => knowledge.on(vietnamDay(now())).entry(id);
  const topicName = (topic: string) => topics.find((one) => one.topic === topic)?.name ?? topic;
  const gone = (c: ConsoleContext) => c.redirect(`${HERE}?told=gone`, 303);
  const groupOf = (c: ConsoleContext) => groups.of(c.req.param('id') ?? '');

  return [
    {
      method: 'GET',
      path: '/questions',
      may: WRITERS,
      handle: async (c) => {
        const { why, page, told } = ListQuery.parse(c.req.query());
        const all = await groups.all();
        const shown = why ? all.filter(({ members }) => members.some((one) => one.why === why)) : all;
        const { rows, previous, next } = pageOf(shown, page, (nth) => withQuery(HERE, { why, page: nth }));
        const total = shown.reduce((sum, { members }) => sum + members.length, 0);
        return c.html(
          <QuestionsPage
            shell={c.get('shell')}
            groups={rows}
            total={total}
            reason={why}
            previous={previous}
            next={next}
            entry={entry}
            told={told}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/questions/:id',
      may: WRITERS,
      handle: async (c) => {
        const group = await groupOf(c);
        if (!group) return gone(c);
        return c.html(<QuestionGroupPage shell={c.get('shell')} group={group} entry={entry} topicName={topicName} />);
      },
    },
    {
      method: 'POST',
      path: '/questions/:id/draft',
      may: WRITERS,
      handle: async (c) => {
        const form = DraftForm.parse(await c.req.parseBody({ all: true }));
        const group = await groupOf(c);
        if (!group) return gone(c);
        const questions = chosen(group, form.choosing ? (form.member ?? []) : undefined);
        if (questions.length === 0) {
          return c.html(
            <QuestionGroupPage shell={c.get('shell')} group={group} entry={entry} topicName={topicName} noneChosen />,
            422,
          );
        }
        const words = QUESTION_WORDS[c.get('language')];
        const begun = await draftFromQuestions(
          {
            questions,
            representative:
              questions.find(({ id }) => id === group.representative.id) ?? questions[0] ?? group.representative,
            to: form.as === 'new' ? undefined : (form.as as EntryId),
            like: group.nearest[0]?.entry,
            note: words.note(numberInWords(questions.length, c.get('language'))),
          },
          c.get('account'),
          needs,
        );
        return begun.result === 'gone' ? gone(c) : c.redirect(`/console/drafts/${begun.revision}`, 303);
      },
    },
    {
      method: 'POST',
      path: '/questions/:id/dismiss',
      may: WRITERS,
      handle: async (c) => {
        const reason = DismissForm.parse(await c.req.parseBody()).reason.trim();
        const group = await groupOf(c);
        if (!group) return gone(c);
        if (reason === '') {
          return c.html(
            <QuestionGroupPage
              shell={c.get('shell')}
              group={group}
              entry={entry}
              topicName={topicName}
              dismissal={{ reason, fault: true }}
            />,
            422,
          );
        }
        const { id: by, role } = c.get('account');
        const at = now();
        const settled = await store.transaction(async ({ keptQuestions, audit }) => {
          const ids = group.members.map(({ id }) => id);
          const settled = await keptQuestions.settle(ids, { by, at, as: { dismissed: maskPersonalData(reason).text } });
          if (settled > 0) {
            await audit.add({ at, by, role, action: 'questions-dismissed', object: 'questions', detail: { settled } });
          }
          return settled;
        });
        return settled === 0 ? gone(c) : c.redirect(`${HERE}?told=dismissed`, 303);
      },
    },
  ];
}

/** Those whose mark was left, with all that were asked in the same words; the whole group where no marks were shown. */
function chosen({ members }: KeptGroup, marked: readonly string[] | undefined): KeptGroup['members'] {
  if (marked === undefined) return members;
  const words = new Set(members.filter(({ id }) => marked.includes(id)).map((one) => one.words));
  return members.filter((one) => words.has(one.words));
}
