import { answerTicket } from '../../src/flow/desk/answer.ts';
import { closeTicket } from '../../src/flow/desk/close.ts';
import type { DeskNeeds } from '../../src/flow/desk/work-on-ticket.ts';
import type { Channel } from '../../src/ports/channel.ts';
import type { StaffMember } from '../../src/ports/desk.ts';
import type { App } from '../../src/wiring.ts';
import { QUESTIONS, STORIES, type Story } from './stories.ts';

export interface SeedNeeds {
  readonly app: App;
  readonly web: Channel;
  readonly desk: DeskNeeds;
  /** Turns the clock of the app to a moment; never back. */
  readonly turnTo: (at: Date) => void;
  readonly today: Date;
  /** Who answers for the centre of a province. */
  readonly staffOf: (province: string) => StaffMember | undefined;
  /** Told how far it is. */
  readonly progress: (done: number, of: number) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
/** So many days before today somebody asks something. */
const DAYS = 60;

/** One thing that happens at its time. */
interface Happening {
  readonly at: Date;
  readonly what: () => Promise<void>;
}

/** Lets invented people write to the bot over two months, and staff answer, through the same doors as everybody. */
export async function seed(needs: SeedNeeds): Promise<void> {
  const happenings = [...STORIES.flatMap((story, nth) => told(story, nth, needs)), ...asked(needs)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  for (const [nth, { at, what }] of happenings.entries()) {
    needs.turnTo(at);
    await what();
    needs.progress(nth + 1, happenings.length);
  }
}

function at(daysAgo: number, hour: number, today: Date): Date {
  const day = new Date(today.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`);
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

/** A story from the first message to the rating. */
function told(story: Story, nth: number, needs: SeedNeeds): readonly Happening[] {
  const who = `demo-nguoi-${String(nth).padStart(30, '0')}`;
  const begins = at(story.daysAgo, story.hour, needs.today);
  const handOver = story.province
    ? ['gặp cán bộ', 'tiếp', story.province.said, story.contact ?? 'bỏ qua', 'Đồng ý']
    : [];
  const said = [...story.says, ...handOver].map((text, step) => ({
    at: later(begins, step),
    what: () => say(who, `${nth}/${step}`, text, needs),
  }));
  const staff = story.province && needs.staffOf(story.province.code);
  if (!staff) return said;
  const codeOf = async () => (await ticketOf(who, needs)) ?? '';
  const nextDay = later(begins, 20 * 60);
  const answers = (story.answers ?? []).map((words, step) => ({
    at: later(nextDay, step * 30),
    what: async () => {
      const code = await codeOf();
      const view = await needs.app.store.transaction(({ desk }) => desk.view(code as never, staff.province));
      await answerTicket(
        { code, by: staff, once: `demo-${nth}-${step}`, words, version: view?.version ?? '' },
        needs.desk,
      );
      await needs.app.idle();
    },
  }));
  const after: Happening[] = story.afterwards
    ? [{ at: later(nextDay, 120), what: () => say(who, `${nth}/then`, story.afterwards ?? '', needs) }]
    : [];
  const closed: Happening[] = story.closed
    ? [
        {
          at: later(nextDay, 180),
          what: async () => {
            await closeTicket({ code: await codeOf(), by: staff, once: `demo-close-${nth}` }, needs.desk);
            await needs.app.idle();
          },
        },
        { at: later(nextDay, 200), what: () => say(who, `${nth}/rated`, story.closed ?? '', needs) },
      ]
    : [];
  return [...said, ...answers, ...after, ...closed];
}

/** Questions over the days: some days more, the same ones again and again, as people ask. */
function asked(needs: SeedNeeds): readonly Happening[] {
  return Array.from({ length: DAYS }, (_, ago) => ago + 1).flatMap((ago) =>
    Array.from({ length: 2 + ((ago * 7) % 5) }, (__, nth) => {
      const text = QUESTIONS[(ago * 3 + nth * 5) % QUESTIONS.length] ?? '';
      const who = `demo-hoi-${ago}-${nth}-${'0'.repeat(24)}`;
      return {
        at: later(at(ago, 8 + ((ago + nth * 3) % 13), needs.today), nth),
        what: () => say(who, `q/${ago}/${nth}`, text, needs),
      };
    }),
  );
}

async function say(who: string, id: string, text: string, { app, web }: SeedNeeds): Promise<void> {
  await app.receive(web, [
    { externalId: `demo/${who}/${id}`, from: who, heard: { kind: 'text', text }, sentAt: new Date(), inGroup: false },
  ]);
  await app.idle();
}

async function ticketOf(who: string, { app }: SeedNeeds): Promise<string | undefined> {
  const [newest] = await app.store.transaction(({ tickets }) => tickets.ofPerson({ channel: 'web', address: who }));
  return newest?.code;
}
