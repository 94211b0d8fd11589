import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../../src/accounts/account.ts';
import { rowsCsv } from '../../../src/documents/rows-csv.ts';
import { inviteFirstAdmin } from '../../../src/flow/accounts/first-admin.ts';
import { keepLanguage } from '../../../src/flow/sign-in/own-account.ts';
import { Argon2Passwords } from '../../../src/sign-in/argon2-passwords.ts';
import { MemoryLockOut } from '../../../src/sign-in/memory-lock-out.ts';
import { TotpSecondFactor } from '../../../src/sign-in/totp-second-factor.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { Vault } from '../../../src/store/vault.ts';
import { accountsRoutes } from '../../../src/web/console/accounts/accounts-routes.tsx';
import { auditRoutes } from '../../../src/web/console/audit/audit-routes.tsx';
import { consoleApp } from '../../../src/web/console/console-app.tsx';
import type { ConsoleRoute } from '../../../src/web/console/kit/route.ts';
import { LongWork, workRoutes } from '../../../src/web/console/kit/work.tsx';
import { profileRoutes } from '../../../src/web/console/profile/profile-routes.tsx';
import { invitationRoutes } from '../../../src/web/console/sign-in/invitation-routes.tsx';
import { signedIn } from '../../../src/web/console/sign-in/session-cookie.ts';
import { signInNeeds } from '../../../src/web/console/sign-in/sign-in-needs.ts';
import { signInRoutes } from '../../../src/web/console/sign-in/sign-in-routes.tsx';
import { fieldOf, Visitor } from './visitor.ts';

const MINUTE_MS = 60_000;
/** Hundreds of guesses are made here; what one costs in earnest is tested where it is made. */
const QUICK = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const STAFF: readonly Role[] = ['staff'];
const ADMIN: readonly Role[] = ['admin'];
const SESSION_SECRET = 'mot-bi-mat-du-dai-de-giu-phien-lam-viec';

/** Somebody with an account, as they keep what they sign in with. */
export interface Worker {
  readonly login: string;
  password: string;
  /** Base32. */
  secret: string;
  recoveryCodes: readonly string[];
}

export interface OfficeOptions {
  readonly publicUrl?: string;
  readonly proxies?: number;
}

/** The pages for signing in, accounts and the audit log, with a database of their own and a clock that the test turns. */
export class Office {
  readonly db: Kysely<Tables>;
  readonly store: SqlStore;
  readonly web: Hono;
  readonly faults: unknown[] = [];
  #now = new Date('2026-11-21T02:00:00.000Z');

  private constructor(db: Kysely<Tables>, { publicUrl, proxies = 0 }: OfficeOptions) {
    const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
    const store = new SqlStore(
      db,
      vault,
      idMaker(() => new Date()),
    );
    this.db = db;
    this.store = store;
    const now = () => this.#now;
    const newId = idMaker(now);
    const log = { info: () => {}, warn: () => {}, fault: (_: string, fault: unknown) => this.faults.push(fault) };
    const needs = signInNeeds(
      { store, now, newId, randomBytes: (count) => randomBytes(count), publicUrl },
      {
        passwords: new Argon2Passwords(QUICK),
        secondFactor: new TotpSecondFactor(SESSION_SECRET),
        lockOut: new MemoryLockOut(),
        sessionSecret: SESSION_SECRET,
        proxies,
      },
    );
    const works = new LongWork({ newId, now, log });
    const centres = () => [
      { province: '01', name: 'Trung tâm Hà Nội' },
      { province: '33', name: 'Trung tâm Hưng Yên' },
    ];
    const centreName = (code: string) => centres().find(({ province }) => province === code)?.name ?? code;
    const routes: readonly ConsoleRoute[] = [
      ...signInRoutes(needs),
      ...invitationRoutes({ ...needs, centreName }),
      ...profileRoutes(needs),
      ...accountsRoutes({ ...needs, centres }),
      ...auditRoutes({ store, now, works, centres, rowsCsv }),
      ...workRoutes(works),
      { method: 'GET', path: '/inbox', may: STAFF, handle: (c) => c.text(`Chào ${c.get('account').name}`) },
      { method: 'GET', path: '/dashboard', may: ADMIN, handle: (c) => c.text('Số liệu') },
    ];
    const app = consoleApp({
      routes,
      signedIn: signedIn(needs),
      publicUrl,
      centreName,
      waiting: async () => new Map(),
      banners: () => [],
      keepLanguage: (account, language) => keepLanguage(account, language, needs),
      report: (fault) => {
        this.faults.push(fault);
        return 'ma-loi';
      },
    });
    this.web = app as unknown as Hono;
  }

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const db = openDatabase('file::memory:');
    await migrate(db);
    return new Office(db, options);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** The clock goes on. */
  wait(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * MINUTE_MS);
  }

  visitor(options: ConstructorParameters<typeof Visitor>[1] = {}): Visitor {
    return new Visitor(this.web, options);
  }

  /** What an app for codes shows now. Waits half a minute first, so that no code is the one before. */
  code(secret: string): string {
    this.wait(0.5);
    return this.codeAt(secret, 0);
  }

  /** What it shows so many steps from now. */
  codeAt(secret: string, steps: number): string {
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: this.#now.getTime() + steps * 30_000,
    });
  }

  /** The token of the link that the first start prints. */
  firstLink(): Promise<string | undefined> {
    return inviteFirstAdmin({
      store: this.store,
      newToken: () => randomBytes(32).toString('base64url'),
      now: () => this.#now,
    });
  }

  /** Opens the link of an invitation and fills it in. */
  async accept(
    token: string,
    { login, name = 'Trần Thị Hoa', password = 'bốn con mèo ngủ trưa', by = this.visitor() } = {} as {
      login: string;
      name?: string;
      password?: string;
      by?: Visitor;
    },
  ): Promise<Worker> {
    const form = await by.get(`/console/invitation?token=${token}`);
    const secret = secretOf(form.text);
    const seed = fieldOf(form, 'seed');
    const done = await by.post('/console/invitation', {
      token,
      name,
      login,
      password,
      again: password,
      seed,
      code: this.code(secret),
    });
    if (done.status !== 200) throw new Error(`not accepted: ${done.status} ${done.text}`);
    return { login, password, secret, recoveryCodes: codesOf(done.html) };
  }

  /** An admin, made with the link of the first start. */
  async admin(by = this.visitor()): Promise<{ readonly worker: Worker; readonly at: Visitor }> {
    const token = await this.firstLink();
    return { worker: await this.accept(token ?? '', { login: 'admin@trogiup.example', name: 'Quản trị', by }), at: by };
  }

  /** The token of a link that an admin makes. */
  async invite(admin: Visitor, role: Role, province = '', note = 'chị Hoa'): Promise<string> {
    const page = await admin.post('/console/accounts/invite', { role, province, note });
    return tokenOn(page.text);
  }

  /** Signs in with both factors. */
  async signIn({ login, password, secret }: Worker, by = this.visitor()): Promise<Visitor> {
    await by.post('/console/sign-in', { login, password });
    const done = await by.post('/console/sign-in/code', { code: this.code(secret) });
    if (done.status !== 303) throw new Error(`not signed in: ${done.status} ${done.text}`);
    return by;
  }

  /** Actions in the audit log, oldest first, without the first ones. */
  async audited(): Promise<readonly string[]> {
    const lines = await this.store.transaction(({ audit }) => audit.find({}, 1000));
    return lines.map(({ action }) => action).toReversed();
  }
}

/** The secret that a page gives as text. */
export function secretOf(text: string): string {
  return (/vào ứng dụng: ((?:[A-Z2-7]{4} ?)+)/.exec(text)?.[1] ?? '').replaceAll(' ', '');
}

/** The recovery codes on a page. */
export function codesOf(html: string): readonly string[] {
  const shown = /<pre[^>]*>([^<]*)<\/pre>/.exec(html)?.[1] ?? '';
  return shown.split('\n').filter((line) => line !== '');
}

/** The token of the link on a page. */
export function tokenOn(text: string): string {
  return /token=([\w-]+)/.exec(text)?.[1] ?? '';
}
