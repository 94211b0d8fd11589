import { vietnamDay } from '../base/days.ts';
import type { Conversation, Say, Turn } from '../conversation/conversation.ts';
import { menuOf } from '../conversation/menu.ts';
import type { Records, Ticket, Waiting, Whereabouts } from '../ports/store.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import { codeIn } from '../referral/referral-code.ts';
import { isOpen } from '../referral/ticket.ts';
import { layOut } from '../reply/lay-out.ts';
import { render } from '../reply/render.ts';
import type { Block } from '../reply/reply.ts';
import { postToGroups } from './post-to-groups.ts';
import type { RespondNeeds } from './respond.ts';

const LINK = /^\/(?:lienket|link)(?:@\w+)?\s+(\S+)\s*$/i;
const UNLINK = /^\/(?:golienket|unlink)(?:@\w+)?\s*$/i;
const CLOSE = /^\/dong(?:@\w+)?(?:\s|$)/i;

interface StaffNeeds extends RespondNeeds {
  readonly message: Waiting;
  readonly records: Records;
}

/**
 * A message in a group: staff of a centre answering a person, closing a ticket, or linking their group.
 *
 * @returns `false` when the group belongs to no centre and the message is for the bot itself.
 */
export async function answerStaff(needs: StaffNeeds): Promise<boolean> {
  const { message, records, now } = needs;
  const group: Whereabouts = { channel: message.channel, address: message.address };
  const words = message.heard.kind === 'text' ? message.heard.text : '';
  const code = LINK.exec(words)?.[1];
  if (code !== undefined) {
    await link(code, group, needs);
    return true;
  }
  const province = await records.staffGroups.provinceOf(group);
  if (province === undefined) return false;
  if (UNLINK.test(words)) {
    await records.staffGroups.unlink(group);
    return true;
  }
  const ticket = await ticketMeant(message, words, province, records);
  if (CLOSE.test(words)) {
    if (ticket) await close(ticket, group, needs);
    else await tell(group, staffWording(needs).whichToClose, needs);
    return true;
  }
  if (!ticket) return false;
  if (message.heard.kind !== 'text') await tell(group, staffWording(needs).onlyText, needs);
  else if (!isOpen(ticket.state)) await tell(group, staffWording(needs).notOpen(ticket.code), needs);
  else {
    await records.tickets.addWords(ticket.id, 'staff', words, now());
    await records.tickets.setState(ticket.id, 'answered', now());
    const centre = needs.knowledgeOn(vietnamDay(now())).centre(ticket.province);
    await sayTo(ticket, needs, (conversation) => {
      const message: Say = { say: 'staff-message', words, centre, code: ticket.code };
      if (isBusy(conversation)) return { conversation, say: [message] };
      const { step } = conversation;
      const known = step.at === 'with-staff' && step.ticket === ticket.id;
      return {
        // No menu: a bare number is now an answer to staff, not a choice that was offered before.
        conversation: {
          ...conversation,
          menu: [],
          step: { at: 'with-staff', ticket: ticket.id, code: ticket.code, told: true },
        },
        // Somebody who went back to the bot must know that their words go to staff again.
        say: known ? [message] : [message, { say: 'with-staff-again', code: ticket.code }],
      };
    });
    await tell(group, staffWording(needs).delivered(ticket.code), needs);
  }
  return true;
}

/** The ticket that the message replies to, or names; only one of the centre's own province. */
async function ticketMeant(
  message: Waiting,
  words: string,
  province: ProvinceCode,
  records: Records,
): Promise<Ticket | undefined> {
  const who = { channel: message.channel, address: message.address };
  const replied = message.repliesTo === undefined ? undefined : await records.outbox.ticketOf(who, message.repliesTo);
  const named = codeIn(words);
  const ticket = replied
    ? await records.tickets.find(replied)
    : named && CLOSE.test(words)
      ? await records.tickets.findByCode(named)
      : undefined;
  return ticket?.province === province ? ticket : undefined;
}

async function link(code: string, group: Whereabouts, needs: StaffNeeds): Promise<void> {
  const { records, now, message } = needs;
  const province = await records.staffGroups.useLinkCode(code, now());
  if (province === undefined) {
    await tell(group, staffWording(needs).badLinkCode, needs);
    return;
  }
  await records.staffGroups.link(group, province, now());
  const { rendering, centre } = needs.knowledgeOn(vietnamDay(now()));
  await tell(group, rendering.wording.staff.linked(centre(province).name), needs);
  const name = rendering.provinces.find((one) => one.code === province)?.name ?? province;
  for (const ticket of await records.tickets.openIn(province)) {
    await postToGroups({ ...needs, ticket: ticket.id, province, cause: message.id, only: group }, [
      { block: 'heading', text: rendering.wording.staff.newReferral(ticket.code, name) },
      { block: 'text', text: rendering.wording.staff.lines },
      { block: 'steps', steps: ticket.lines },
      ...(await laterWords(ticket, needs)),
      { block: 'text', text: `${rendering.wording.staff.contact(ticket.contact)}\n${rendering.wording.staff.how}` },
    ]);
  }
}

async function laterWords(ticket: Ticket, needs: StaffNeeds): Promise<readonly Block[]> {
  const added = (await needs.records.tickets.wordsOf(ticket.id)).filter(({ by }) => by === 'person');
  return added.length > 0 ? [{ block: 'points', points: added.map(({ words }) => words) }] : [];
}

async function close(ticket: Ticket, group: Whereabouts, needs: StaffNeeds): Promise<void> {
  const { records, now } = needs;
  if (!isOpen(ticket.state)) {
    await tell(group, staffWording(needs).notOpen(ticket.code), needs);
    return;
  }
  await records.tickets.setState(ticket.id, 'closed', now());
  const say: Say[] = [{ say: 'closed', code: ticket.code }];
  await sayTo(ticket, needs, (conversation) => ({
    say,
    conversation: isBusy(conversation)
      ? conversation
      : { ...conversation, step: { at: 'rating', ticket: ticket.id, code: ticket.code }, menu: menuOf(say, []) },
  }));
  await tell(group, staffWording(needs).closed(ticket.code), needs);
}

/** Says something to the person of a ticket and moves their conversation, in the transaction of the staff's message. */
async function sayTo(
  ticket: Ticket,
  needs: StaffNeeds,
  turn: (conversation: Conversation) => Pick<Turn, 'conversation' | 'say'>,
): Promise<void> {
  const { records, now, message } = needs;
  const { rendering } = needs.knowledgeOn(vietnamDay(now()));
  const { conversation, say } = turn(await records.conversations.of(ticket.who));
  await records.conversations.save(ticket.who, conversation, now());
  const messages = say.flatMap((what) =>
    layOut(render(what, rendering), needs.capabilities(ticket.who.channel), rendering.wording),
  );
  for (const [nth, one] of messages.entries()) {
    await records.outbox.add({
      key: `${message.id}/person/${nth}`,
      ...ticket.who,
      message: one,
      at: now(),
      ticket: ticket.id,
    });
  }
}

async function tell(group: Whereabouts, words: string, { records, message, now }: StaffNeeds): Promise<void> {
  await records.outbox.add({
    key: `${message.id}/told`,
    ...group,
    message: { text: words, bold: [], choices: [] },
    at: now(),
  });
}

/** In the middle of another hand-over, which must not be lost. */
function isBusy({ step }: Conversation): boolean {
  return 'draft' in step;
}

function staffWording(needs: StaffNeeds) {
  return needs.knowledgeOn(vietnamDay(needs.now())).rendering.wording.staff;
}
