import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import type { EntryId } from '../../../base/ids.ts';
import { mayPublish } from '../../../curation/review.ts';
import type { Resolution } from '../../../curation/three-versions.ts';
import { lawsEnding, ReleaseConflicts, ratedUnhelpful, reviewsDue } from '../../../flow/curation/due.ts';
import { conflictOf, resolveRelease } from '../../../flow/entries/publish-entry.ts';
import { contactState } from '../../../service/centre-contact.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { type DueList, DuePage, ReleasePage, type ReleasePageProps } from './due-pages.tsx';
import { DUE_LISTS, DUE_WORDS, type DueListName } from './due-wording.ts';
import { pageOf, withQuery } from './paging.ts';

const HERE = '/console/due';

const text = z.string().catch('');
const ListQuery = z.object({
  list: z.enum(DUE_LISTS).catch('reviews'),
  page: z.string().optional(),
  told: z.string().optional(),
});
const EntryQuery = z.object({ entry: text });
const ResolveForm = z.object({
  entry: text,
  take: z.enum(['ours', 'theirs', 'merged']).catch('ours'),
  note: text,
  text,
});

export type DueNeeds = Pick<ConsoleNeeds, 'store' | 'knowledge' | 'live' | 'centres' | 'now' | 'log'>;

/** What somebody has to look at: old entries, law that ends, what did not help, what a release changed, old contacts. */
export function dueRoutes(needs: DueNeeds): readonly ConsoleRoute[] {
  const { store, knowledge, live, centres, now } = needs;
  const conflicts = new ReleaseConflicts(needs);
  const today = () => vietnamDay(now());
  const titleOf = (entry: EntryId) => knowledge.library().entry(entry)?.title ?? entry;

  return [
    {
      method: 'GET',
      path: '/due',
      may: WRITERS,
      handle: async (c) => {
        const { list, page, told } = ListQuery.parse(c.req.query());
        const lists = await allLists();
        const { rows, previous, next } = pageOf<unknown>(lists[list], page, (nth) =>
          withQuery(HERE, { list, page: nth }),
        );
        const counts = Object.fromEntries(DUE_LISTS.map((one) => [one, lists[one].length]));
        return c.html(
          <DuePage
            shell={c.get('shell')}
            // The rows are those of the list.
            shown={{ list, rows } as DueList}
            counts={counts as Readonly<Record<DueListName, number>>}
            today={today()}
            titleOf={titleOf}
            label={(citation) => knowledge.library().label(citation)}
            previous={previous}
            next={next}
            told={told}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/due/release',
      may: WRITERS,
      handle: async (c) => {
        const { entry } = EntryQuery.parse(c.req.query());
        return releasePage(c, entry as EntryId);
      },
    },
    {
      method: 'POST',
      path: '/due/release',
      may: WRITERS,
      handle: async (c) => {
        const form = ResolveForm.parse(await c.req.parseBody());
        const entry = form.entry as EntryId;
        if (!(await conflictOf(entry, needs))) return c.redirect(`${HERE}?list=release&told=settled`, 303);
        const typed = form.text.replaceAll('\r\n', '\n');
        const refusedWith = (noteFault: string | undefined, textFault: string | undefined) =>
          releasePage(c, entry, {
            take: form.take,
            note: form.note,
            text: form.take === 'merged' ? typed : undefined,
            noteFault,
            textFault,
          });
        if (form.note.trim() === '') return refusedWith(DUE_WORDS[c.get('language')].noteMissing, undefined);
        const resolution: Resolution = form.take === 'merged' ? { take: 'merged', text: typed } : { take: form.take };
        const resolved = await resolveRelease(entry, resolution, form.note.trim(), c.get('account'), needs);
        switch (resolved.result) {
          case 'in-review':
            return c.redirect(`/console/reviews/${resolved.revision.id}?told=submitted`, 303);
          case 'taken-back':
            return c.redirect(`${HERE}?list=release&told=settled`, 303);
          case 'faulty':
            return refusedWith(
              undefined,
              resolved.faults.map(({ line, message }) => `${line ?? ''} ${message}`).join('; '),
            );
          case 'refused':
            return refusedWith(DUE_WORDS[c.get('language')].onlyReviewer, undefined);
        }
      },
    },
  ];

  async function allLists() {
    const library = knowledge.library();
    return {
      reviews: reviewsDue(library, today()),
      laws: lawsEnding(library, today()),
      unhelpful: await store.transaction(({ counts }) => ratedUnhelpful(counts, today())),
      release: await conflicts.all(),
      unreadable: knowledge.state().skipped,
      contacts: centres()
        .map(({ province, name }) => {
          const contact = live.current.centres.get(province);
          return { name, state: contactState(contact, today()), verifiedOn: contact?.verifiedOn };
        })
        .filter(({ state }) => state !== 'sure'),
    };
  }

  async function releasePage(
    c: ConsoleContext,
    entry: EntryId,
    refused?: ReleasePageProps['refused'],
  ): Promise<Response> {
    const conflict = await conflictOf(entry, needs);
    if (!conflict) return c.redirect(`${HERE}?list=release&told=settled`, 303);
    const page = (
      <ReleasePage
        shell={c.get('shell')}
        entry={entry}
        title={titleOf(entry)}
        conflict={conflict}
        mayTakeTheirs={mayPublish(c.get('account'))}
        refused={refused}
      />
    );
    return c.html(page, refused ? 422 : 200);
  }
}
