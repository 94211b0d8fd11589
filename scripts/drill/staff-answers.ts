import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyTrouble } from '../../emulators/platform-server.ts';
import { vietnamDay } from '../../src/base/days.ts';
import type { AccountId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import { answerTicket } from '../../src/flow/desk/answer.ts';
import { postTicket } from '../../src/flow/desk/post-ticket.ts';
import type { DeskNeeds } from '../../src/flow/desk/work-on-ticket.ts';
import { know } from '../../src/know.ts';
import type { StaffMember } from '../../src/ports/desk.ts';
import { referralCode } from '../../src/referral/referral-code.ts';
import { layOut } from '../../src/reply/lay-out.ts';
import { render } from '../../src/reply/render.ts';
import { idMaker } from '../../src/store/new-id.ts';
import type { SqlStore } from '../../src/store/sql-store.ts';
import { badWeather, type Gust } from './bad-weather.ts';
import { type Drill, runOn } from './drill.ts';
import type { Person } from './people.ts';
import type { Stand } from './stand.ts';

/** A ticket whose person waits for staff. */
interface Case {
  readonly person: Person;
  readonly id: TicketId;
  readonly code: ReferralCode;
  readonly province: string;
  readonly fromGroup: string;
  readonly fromConsole: string;
}

const PAGE = '<html>502</html>';
const GUSTS: readonly Gust<AnyTrouble>[] = [
  { share: 0.08, trouble: { status: 502, body: PAGE } },
  { share: 0.04, trouble: 'cut-after', uncertain: true },
];
const FIRST_GROUP = -1_001_000_000_000;
const KILLS = 6;
const LONGEST_LIFE_MS = 2_000;
const LOOK_EVERY_MS = 20;
const POSTING_MS = 300_000;
const knowledge = know('./knowledge').knowledgeOn;
const newId = idMaker(() => new Date());

/** Staff answer, in the group and in the console, while sends fail and the program is killed. */
export const staffAnswers: Drill = {
  name: 'staff-answers',
  about: 'staff answer in groups and in the console while sends fail, connections are cut and the program is killed',
  share: 500,
  run: (needs) =>
    runOn(staffAnswers.name, needs, { telegramUpdates: 'webhook' }, async (stand) => {
      const provinces = knowledge(vietnamDay(new Date())).rendering.provinces.map(({ code }) => code);
      // A group gets 20 messages a minute at most, so the tickets are spread over the centres.
      const cases = Array.from({ length: Math.max(2, Math.round(needs.messages / 2)) }, (_, nth) =>
        caseOf(nth, needs.people.person(nth % 2 === 0 ? 'telegram' : 'zalo', []), provinces),
      );
      await stand.whileStopped((store) => prepare(cases, provinces, store));
      await postsAreUp(cases, provinces, stand);

      const calm = badWeather(GUSTS, needs.random);
      const toPerson = (rule: typeof calm.rule) => (call: Parameters<typeof rule>[0]) =>
        Number(call.body.chat_id) < 0 ? undefined : rule(call);
      stand.fails({ telegram: toPerson(calm.rule), zalo: calm.rule });
      const figures = { answers: 2 * cases.length, shown_as_waiting: 0, kills_meanwhile: 0 };
      const store = await stand.openStore();
      try {
        // Zalo cannot be reached: what staff write meanwhile has to be seen as waiting on the page of the ticket.
        await stand.zalo.goDown();
        const killing = killAgainAndAgain(stand, Math.max(1, Math.round(KILLS * needs.size)), needs.random);
        for (const one of cases) await answerInGroup(one, provinces, stand, store);
        for (const one of cases) await answerInConsole(one, store);
        figures.kills_meanwhile = await killing;
        await stand.child.address();
        figures.shown_as_waiting = await countWaiting(cases, store);
        const owed = 2 * cases.filter(({ person }) => person.on === 'zalo').length;
        await stand.zalo.comeBack();
        const unseen = figures.shown_as_waiting < owed ? ['an answer on its way was not shown as waiting'] : [];
        return { people: cases.map(({ person }) => person), figures, faults: unseen };
      } finally {
        await store.close();
      }
    }),
};

function caseOf(nth: number, person: Person, provinces: readonly string[]): Case {
  const province = provinces[nth % provinces.length] ?? '01';
  const code = referralCode(Buffer.from([nth % 30, Math.floor(nth / 30) % 30, Math.floor(nth / 900) % 30, 7]));
  const [fromGroup, fromConsole] = [
    `Chào bạn, hồ sơ ${code} cần giấy khai sinh.`,
    `Hồ sơ ${code}: mời bạn đến trung tâm.`,
  ];
  const { rendering, centre } = knowledge(vietnamDay(new Date()));
  const expected = [fromGroup, fromConsole].flatMap((words) =>
    layOut(
      render({ say: 'staff-message', words, centre: centre(province), code }, rendering),
      CAPABILITIES[person.on],
      rendering.wording,
    ).map(({ text }) => text),
  );
  const id = `drill-${String(nth).padStart(6, '0')}` as TicketId;
  return {
    person: { ...person, texts: [fromGroup, fromConsole], expected },
    id,
    code,
    province,
    fromGroup,
    fromConsole,
  };
}

const groupOf = (province: string, provinces: readonly string[]) => FIRST_GROUP - provinces.indexOf(province);

/** Tickets as people have opened them, each posted to the group of its centre. */
async function prepare(cases: readonly Case[], provinces: readonly string[], store: SqlStore): Promise<void> {
  const now = () => new Date();
  await store.transaction(async (records) => {
    for (const province of new Set(cases.map((one) => one.province))) {
      const group = { channel: 'telegram', address: String(groupOf(province, provinces)) } as const;
      await records.staffGroups.link(group, province, now());
    }
    for (const { person, id, code, province } of cases) {
      const who = { channel: person.on, address: person.chat } as const;
      const lines = ['Tôi cần người giúp việc giấy tờ.'];
      const day = vietnamDay(now());
      await records.tickets.open({ id, code, who, province, lines, consent: 'Tôi đồng ý.', at: now(), day });
      const step = { at: 'with-staff', ticket: id, code, told: true } as const;
      await records.conversations.save(who, { ...NEW_CONVERSATION, step }, now());
      await postTicket(
        { id, code, province, lines },
        { records, knowledgeOn: knowledge, capabilities: (channel) => CAPABILITIES[channel], now, cause: newId() },
      );
    }
  });
}

/** The last copy of each post is in its group. */
async function postsAreUp(cases: readonly Case[], provinces: readonly string[], stand: Stand): Promise<void> {
  while (cases.some((one) => postOf(one, provinces, stand) === undefined)) await sleep(LOOK_EVERY_MS);
  await stand.settled(POSTING_MS);
}

function postOf({ code, province }: Case, provinces: readonly string[], stand: Stand): number | undefined {
  const group = groupOf(province, provinces);
  return stand.telegram.sent.findLast(({ chatId, text }) => chatId === group && text.includes(code))?.messageId;
}

/** A member of staff replies to the post in the group, as often as it takes until the platform has it taken. */
async function answerInGroup(one: Case, provinces: readonly string[], stand: Stand, store: SqlStore): Promise<void> {
  const group = groupOf(one.province, provinces);
  const bot = { id: Number.parseInt(stand.telegram.token, 10), is_bot: true, first_name: 'Hỏi Quyền' };
  const { update_id, message } = stand.updateFrom(
    { ...one.person, on: 'telegram', chat: String(group) },
    one.fromGroup,
  ) as {
    update_id: number;
    message: object;
  };
  await stand.send(
    { on: 'telegram' },
    {
      update_id,
      message: {
        ...message,
        from: { id: 5_550_001, is_bot: false, first_name: 'Trợ giúp viên Lan' },
        chat: { id: group, type: 'supergroup', title: 'Nhóm' },
        reply_to_message: { message_id: postOf(one, provinces, stand), from: bot },
      },
    },
  );
  while ((await store.transaction(({ tickets }) => tickets.lastWords(one.id))) === '') await sleep(LOOK_EVERY_MS);
}

/** The same member of staff answers on the page of the ticket. */
async function answerInConsole({ code, province, fromConsole }: Case, store: SqlStore): Promise<void> {
  const by: StaffMember = { id: `drill-${province}` as AccountId, name: 'Trợ giúp viên Lan', province };
  const needs: DeskNeeds = {
    store,
    knowledgeOn: knowledge,
    capabilities: (channel) => CAPABILITIES[channel],
    now: () => new Date(),
    onOwed: () => {},
  };
  const view = await store.transaction(({ desk }) => desk.view(code, province));
  const form = { code, by, once: newId(), words: fromConsole, version: view?.version ?? '' };
  const { outcome } = await answerTicket(form, needs);
  if (outcome !== 'sent') throw new Error(`An answer in the console came to: ${outcome}`);
}

/** Answers that the page of their ticket shows as not yet arrived. */
async function countWaiting(cases: readonly Case[], store: SqlStore): Promise<number> {
  let waiting = 0;
  for (const { code, province } of cases) {
    const view = await store.transaction(({ desk }) => desk.view(code, province));
    waiting += view?.words.filter(({ delivery }) => delivery?.state === 'queued').length ?? 0;
  }
  return waiting;
}

async function killAgainAndAgain(stand: Stand, times: number, random: () => number): Promise<number> {
  for (let nth = 0; nth < times; nth += 1) {
    await stand.child.address();
    await sleep(random() * LONGEST_LIFE_MS);
    await stand.kill();
  }
  return times;
}
