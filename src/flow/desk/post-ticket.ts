import { vietnamDay } from '../../base/days.ts';
import type { TicketWords } from '../../ports/desk.ts';
import type { Ticket } from '../../ports/store.ts';
import type { Block } from '../../reply/reply.ts';
import type { Wording } from '../../reply/wording/wording.ts';
import { type PostNeeds, postToGroups } from '../post-to-groups.ts';

/**
 * Shows a whole ticket to the groups of its centre: what was passed on, what was said since, in what was put into
 * it as well, and how to answer.
 */
export async function postTicket(
  ticket: Pick<Ticket, 'id' | 'code' | 'province' | 'lines' | 'contact' | 'reach'>,
  needs: Omit<PostNeeds, 'ticket' | 'province'>,
  note?: string,
): Promise<void> {
  const { wording, provinces } = needs.knowledgeOn(vietnamDay(needs.now())).rendering;
  const { id, code, province, lines, contact, reach } = ticket;
  const name = provinces.find((one) => one.code === province)?.name ?? province;
  const merged = (await needs.records.desk.view(code, province))?.merged ?? [];
  const said = await needs.records.tickets.wordsOf(id);
  const contacts = known(contact, ...merged.map((one) => one.contact));
  await postToGroups({ ...needs, ticket: id, province }, [
    { block: 'heading', text: wording.staff.newReferral(code, name) },
    // Of all that were put into one: nobody may be called at an hour that is unsafe by any of them.
    ...known(reach, ...merged.map((one) => one.reach)).map(
      (words) => ({ block: 'text', text: wording.staff.reach(words) }) as const,
    ),
    ...(note === undefined ? [] : [{ block: 'text', text: note } as const]),
    { block: 'text', text: wording.staff.lines },
    { block: 'steps', steps: lines },
    ...later(said, wording),
    ...merged
      .filter((one) => one.lines.length > 0)
      .flatMap((one): readonly Block[] => [
        { block: 'text', text: wording.staff.mergedLines(one.code) },
        { block: 'steps', steps: one.lines },
        ...later(one.words, wording),
      ]),
    {
      block: 'text',
      text: `${wording.staff.contact(contacts.length > 0 ? contacts.join(' · ') : undefined)}\n${wording.staff.how}`,
    },
  ]);
}

/** What was said since it was passed on. */
function later(said: readonly Pick<TicketWords, 'by' | 'words'>[], { staff }: Wording): readonly Block[] {
  if (said.length === 0) return [];
  return [
    { block: 'points', points: said.map(({ by, words }) => (by === 'person' ? words : staff.answeredBefore(words))) },
  ];
}

/** What is there, each once. */
function known(...all: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(all.filter((one) => one !== undefined))];
}
