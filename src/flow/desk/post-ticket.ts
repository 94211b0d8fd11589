import { vietnamDay } from '../../base/days.ts';
import type { Ticket } from '../../ports/store.ts';
import type { Block } from '../../reply/reply.ts';
import { type PostNeeds, postToGroups } from '../post-to-groups.ts';

/** Shows a whole ticket to the groups of its centre: what was passed on, what was said since, and how to answer. */
export async function postTicket(
  ticket: Pick<Ticket, 'id' | 'code' | 'province' | 'lines' | 'contact' | 'reach'>,
  needs: Omit<PostNeeds, 'ticket' | 'province'>,
  note?: string,
): Promise<void> {
  const { wording, provinces } = needs.knowledgeOn(vietnamDay(needs.now())).rendering;
  const { id, code, province, lines, contact, reach } = ticket;
  const name = provinces.find((one) => one.code === province)?.name ?? province;
  const said = await needs.records.tickets.wordsOf(id);
  const later: readonly Block[] =
    said.length === 0
      ? []
      : [
          {
            block: 'points',
            points: said.map(({ by, words }) => (by === 'person' ? words : wording.staff.answeredBefore(words))),
          },
        ];
  await postToGroups({ ...needs, ticket: id, province }, [
    { block: 'heading', text: wording.staff.newReferral(code, name) },
    ...(reach === undefined ? [] : [{ block: 'text', text: wording.staff.reach(reach) } as const]),
    ...(note === undefined ? [] : [{ block: 'text', text: note } as const]),
    { block: 'text', text: wording.staff.lines },
    { block: 'steps', steps: lines },
    ...later,
    { block: 'text', text: `${wording.staff.contact(contact)}\n${wording.staff.how}` },
  ]);
}
