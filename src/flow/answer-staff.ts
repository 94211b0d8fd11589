import { vietnamDay } from '../base/days.ts';
import { ADMIN_GROUPS, type Records, type Ticket, type Waiting, type Whereabouts } from '../ports/store.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import { codeIn } from '../referral/referral-code.ts';
import { isOpen } from '../referral/ticket.ts';
import { endTicket } from './desk/end-ticket.ts';
import { postTicket } from './desk/post-ticket.ts';
import { sendAnswer } from './desk/send-answer.ts';
import type { RespondNeeds } from './respond.ts';

const LINK = /^\/(?:lienket|link)(?:@\w+)?\s+(\S+)\s*$/i;
const UNLINK = /^\/(?:golienket|unlink)(?:@\w+)?\s*$/i;
/** In front of an answer or `/dong`: also where a colleague has the ticket. */
const ANYWAY = /^\/vangui(?:@\w+)?(?:\s+|$)/i;
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
  const { message, records } = needs;
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
    await noteGroup('group-unlinked', province, needs);
    return true;
  }
  // Admins read no ticket and answer nobody; there the bot only tells.
  if (province === ADMIN_GROUPS) return true;
  const anyway = ANYWAY.test(words);
  const said = words.replace(ANYWAY, '');
  const ticket = await ticketMeant(message, said, province, records);
  if (!ticket) {
    const wording = staffWording(needs);
    const told = CLOSE.test(said) ? wording.whichToClose : undefined;
    const why = told ?? ((await isForNobody(message, records)) ? wording.noLongerHere : undefined);
    if (why !== undefined) await tell(group, why, needs);
    return why !== undefined;
  }
  await tell(group, await workOn(ticket, said, anyway, needs), needs);
  return true;
}

/** Answers or closes a ticket. @returns What the group is told. */
async function workOn(ticket: Ticket, said: string, anyway: boolean, needs: StaffNeeds): Promise<string> {
  const { message, records } = needs;
  const wording = staffWording(needs);
  const { code, claimedBy } = ticket;
  if (message.heard.kind !== 'text' || said.trim() === '') return wording.onlyText;
  if (!isOpen(ticket.state)) return wording.notOpen(code);
  // Two people must not answer by accident: whoever has it in the console is asked first, or overruled knowingly.
  if (claimedBy !== undefined && !anyway) {
    const names = await records.accounts.names([claimedBy]);
    return wording.heldBy(code, names.get(claimedBy) ?? wording.colleague);
  }
  if (CLOSE.test(said)) {
    await endTicket(ticket, message.id, undefined, needs);
    await noteWork('ticket-closed', ticket, needs);
    return wording.closed(code);
  }
  const reaching = await sendAnswer({ ticket, words: said.trim(), cause: message.id }, needs);
  await noteWork('ticket-answered', ticket, needs);
  if (reaching === 'when-they-write') return wording.keptWhileStopped(code);
  if (reaching === 'when-they-return') return wording.keptWhileGone(code);
  return reaching === 'when-opened' ? wording.waitsForPerson(code) : wording.delivered(code);
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
  const byCode = replied === undefined && named && CLOSE.test(words);
  const id = byCode ? (await records.tickets.findByCode(named))?.id : replied;
  const ticket = id && (await records.tickets.hold(id));
  return ticket && ticket.province === province ? ticket : undefined;
}

/**
 * Does it reply to a post about a matter that is not theirs any more: passed to another centre, or erased? Then it is an answer
 * that reaches nobody, and no question to the bot.
 */
async function isForNobody({ channel, address, repliesTo }: Waiting, { outbox }: Records): Promise<boolean> {
  if (repliesTo === undefined) return false;
  const group: Whereabouts = { channel, address };
  return (await outbox.ticketOf(group, repliesTo)) !== undefined || !(await outbox.keeps(group, repliesTo));
}

async function link(code: string, group: Whereabouts, needs: StaffNeeds): Promise<void> {
  const { records, now, message } = needs;
  const province = await records.staffGroups.useLinkCode(code, now());
  if (province === undefined) {
    await tell(group, staffWording(needs).badLinkCode, needs);
    return;
  }
  await records.staffGroups.link(group, province, now());
  await noteGroup('group-linked', province, needs);
  const { rendering, centre } = needs.knowledgeOn(vietnamDay(now()));
  if (province === ADMIN_GROUPS) {
    await tell(group, rendering.wording.staff.linkedAdmins, needs);
    return;
  }
  await tell(group, rendering.wording.staff.linked(centre(province).name), needs);
  for (const ticket of await records.tickets.openIn(province)) {
    const { discreet } = await records.conversations.of(ticket.who);
    // Whoever reads it first here must not call somebody who stopped everything.
    const note = discreet?.stoppedAt === undefined ? undefined : staffWording(needs).contactStopped(ticket.code);
    await postTicket(ticket, { ...needs, cause: message.id, only: group }, note);
  }
}

/** In the audit log: who reads what is passed on is no small thing. Nobody is named, for a group has no account. */
async function noteGroup(
  action: 'group-linked' | 'group-unlinked',
  province: ProvinceCode,
  { records, now, message }: StaffNeeds,
): Promise<void> {
  await records.audit.add({
    at: now(),
    by: undefined,
    role: undefined,
    action,
    object: `group/${province}`,
    province,
    detail: { channel: message.channel },
  });
}

/** In the audit log, as what is done in the console. Members of a group have no account: the centre answers for them. */
async function noteWork(
  action: 'ticket-answered' | 'ticket-closed',
  { code, province }: Ticket,
  { records, now }: StaffNeeds,
): Promise<void> {
  await records.audit.add({
    at: now(),
    by: undefined,
    role: undefined,
    action,
    object: `ticket/${code}`,
    province,
    detail: { via: 'group' },
  });
}

async function tell(group: Whereabouts, words: string, { records, message, now }: StaffNeeds): Promise<void> {
  await records.outbox.add({
    key: `${message.id}/told`,
    ...group,
    message: { text: words, bold: [], choices: [] },
    at: now(),
  });
}

function staffWording(needs: StaffNeeds) {
  return needs.knowledgeOn(vietnamDay(needs.now())).rendering.wording.staff;
}
