import { randomUUID } from 'node:crypto';
import { sessionOf } from '../../../scripts/console/session-of.ts';
import type { Role } from '../../../src/accounts/account.ts';
import { vietnamDay } from '../../../src/base/days.ts';
import type { AccountId, EntryId, ReferralCode, TicketId } from '../../../src/base/ids.ts';
import type { Citation } from '../../../src/knowledge/citation.ts';
import { referralCode } from '../../../src/referral/referral-code.ts';
import { Argon2Passwords } from '../../../src/sign-in/argon2-passwords.ts';
import type { App } from '../../../src/wiring.ts';
import { type RunningApp, runApp } from '../running-app.ts';

/** Quick to make; what a password costs in earnest is tested where it is checked. */
const HASH = new Argon2Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 }).hash('bốn con mèo ngủ trưa');
const QUESTIONS = 60;
/** For `SESSION_SECRET`. */
export const SECRET = 'mot-bi-mat-du-dai-de-giu-phien-lam-viec';
const ENTRY = 'qa/lao-dong/bi-no-luong' as EntryId;
const LAW = 'luat-khieu-nai-2011:9' as Citation;

/** Everybody who may knock: nobody, one of each role, and staff of another centre. */
export const PEOPLE = ['nobody', 'staff', 'staff elsewhere', 'curator', 'reviewer', 'admin'] as const;
export type Person = (typeof PEOPLE)[number];

const PROVINCE: Partial<Record<Person, string>> = { staff: '33', 'staff elsewhere': '01' };

/** The whole program with an account of every kind, and things to look at, made anew whenever they are asked for. */
export class WholeOffice<Program extends App = App> {
  readonly app: Program;
  readonly accounts: ReadonlyMap<Person, AccountId>;
  readonly #questions: string[] = [];
  #made = 0;

  private constructor(app: Program, accounts: ReadonlyMap<Person, AccountId>) {
    this.app = app;
    this.accounts = accounts;
  }

  /** @param asked Words of the question that is looked at first. */
  static async open(asked?: string): Promise<WholeOffice<RunningApp>> {
    return WholeOffice.in(await runApp({ SESSION_SECRET: SECRET }), asked);
  }

  /** The same in a program that runs already, with `SECRET` for its sessions. */
  static async in<Program extends App>(app: Program, asked?: string): Promise<WholeOffice<Program>> {
    const office = new WholeOffice(app, new Map());
    const accounts = new Map<Person, AccountId>();
    for (const person of PEOPLE.slice(1)) accounts.set(person, await office.account(roleOf(person), PROVINCE[person]));
    const whole = new WholeOffice(app, accounts);
    await whole.#ask();
    if (asked !== undefined) await whole.#ask([asked]);
    return whole;
  }

  id(person: Person): AccountId {
    return this.accounts.get(person) ?? ('nobody' as AccountId);
  }

  /** A new account. */
  async account(
    role: Role = 'staff',
    province: string | undefined = role === 'staff' ? '33' : undefined,
    name = 'Hoa',
  ) {
    const account = {
      login: `${randomUUID()}@tgpl.vn`,
      name,
      role,
      province,
      language: 'vi',
      passwordHash: await HASH,
      totpSecret: 'MRSW23ZNNBXWCLLIMFXGOLLZMVXA',
      totpLastStep: 0,
      by: undefined,
      at: new Date(),
    } as const;
    const id = await this.app.store.transaction(({ accounts }) => accounts.add(account));
    if (id === undefined) throw new Error('The login is taken');
    return id;
  }

  /** The cookie of a session of its own, so that no call ends that of another. */
  async cookie(person: Person): Promise<string> {
    if (person === 'nobody') return '';
    return sessionOf(this.id(person), { store: this.app.store, secret: SECRET, now: () => new Date() });
  }

  async get(person: Person, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.app.web.request(`http://localhost${path}`, {
      headers: { ...headers, cookie: await this.cookie(person) },
    });
  }

  /** A form, of our own page unless said otherwise. */
  async post(
    person: Person,
    path: string,
    form: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = { origin: 'http://localhost' },
  ): Promise<Response> {
    return this.app.web.request(`http://localhost${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
        cookie: await this.cookie(person),
      },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** A referral at the centre of `staff`. */
  async ticket(
    more: { readonly lines?: readonly string[]; readonly held?: boolean; readonly closed?: boolean } = {},
  ): Promise<ReferralCode> {
    const { lines = ['Chủ trọ giữ giấy tờ của tôi'], held = false, closed = false } = more;
    const id = randomUUID() as TicketId;
    const code = this.#code();
    const at = new Date();
    const by = { id: this.id('staff'), name: 'Hoa', province: '33' };
    await this.app.store.transaction(async ({ tickets, desk }) => {
      await tickets.open({
        id,
        code,
        who: { channel: 'web', address: `nguoi-${id}` },
        province: '33',
        lines,
        contact: '0900 000 000',
        consent: 'Tôi đồng ý.',
        at,
        day: vietnamDay(at),
        dueAt: at,
      });
      if (held || closed) await desk.claim(id, by, at);
      if (!closed) return;
      await tickets.addWords({ ticket: id, by: 'staff', words: 'Bạn làm đơn.', at, cause: id, account: by.id });
      await tickets.end(id, 'closed', at);
    });
    return code;
  }

  /** A draft of the curator. */
  async draft(state: 'draft' | 'in-review' = 'draft') {
    const text = this.app.knowledge.shippedText(ENTRY) ?? '';
    return this.app.store.transaction(async ({ revisions }) => {
      const author = this.id('curator');
      const at = new Date();
      const begun = await revisions.draft({
        entry: ENTRY,
        text,
        baseText: text,
        standsOn: undefined,
        origin: 'edit',
        note: 'Sửa cho rõ',
        author,
        at,
      });
      if (state === 'in-review') await revisions.submit(begun.id, author, at);
      return begun.id;
    });
  }

  async candidate(question = 'Chủ trọ giữ giấy tờ'): Promise<string> {
    const offered = await this.app.store.transaction(({ candidates }) =>
      candidates.offer({
        ticket: randomUUID() as TicketId,
        question,
        answer: 'Bạn làm đơn gửi công an xã.',
        citations: [LAW],
        by: this.id('staff'),
        at: new Date(),
      }),
    );
    return offered ?? '';
  }

  /** One of those that were asked before anybody looked: the groups of questions are made anew once a minute only. */
  question(): string {
    const id = this.#questions.pop();
    if (id === undefined) throw new Error('No question is left; ask more in the beginning');
    return id;
  }

  /** Each in words of its own, so that no two are one matter. */
  async #ask(all = Array.from({ length: QUESTIONS }, () => randomUUID().replaceAll('-', ' '))): Promise<void> {
    await this.app.store.transaction(async ({ keptQuestions }) => {
      for (const words of all) {
        await keptQuestions.keep({ words, why: 'unresolved', candidates: [], day: vietnamDay(new Date()) });
      }
      const open = await keptQuestions.openIds(2 * QUESTIONS);
      this.#questions.push(...open.filter((id) => !this.#questions.includes(id)));
    });
  }

  async canned(): Promise<string> {
    const id = randomUUID();
    await this.app.store.transaction(({ cannedReplies }) =>
      cannedReplies.save({
        id,
        province: '33',
        title: 'Hẹn đến trung tâm',
        body: 'Mời bạn đến trung tâm.',
        citations: [LAW],
        changedBy: this.id('staff'),
        changedAt: new Date(),
      }),
    );
    return id;
  }

  async regression(): Promise<string> {
    return this.app.store.transaction(({ regressions }) =>
      regressions.add({
        entry: ENTRY,
        question: `chủ nợ lương ${++this.#made} tháng`,
        expects: 'wins',
        origin: 'curator',
        by: this.id('curator'),
        at: new Date(),
      }),
    );
  }

  async invitation(): Promise<string> {
    const at = new Date();
    return this.app.store.transaction(({ invitations }) =>
      invitations.add({
        token: randomUUID(),
        role: 'curator',
        province: undefined,
        note: 'chị Lan',
        account: undefined,
        by: this.id('admin'),
        createdAt: at,
        expiresAt: new Date(at.getTime() + 3_600_000),
      }),
    );
  }

  #code(): ReferralCode {
    this.#made += 1;
    const digit = (worth: number) => (this.#made / worth) % 30;
    return referralCode(Uint8Array.of(digit(27_000), digit(900), digit(30), digit(1)));
  }
}

export function roleOf(person: Person): Role {
  return person === 'staff elsewhere' || person === 'nobody' ? 'staff' : person;
}
