import type { Account } from '../../src/accounts/account.ts';
import type { AccountId } from '../../src/base/ids.ts';
import type { DeskNeeds } from '../../src/flow/desk/work-on-ticket.ts';
import { USUAL_SETTINGS } from '../../src/service/service-settings.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { deskRoutes } from '../../src/web/console/desk/desk-routes.ts';
import type { App } from '../../src/wiring.ts';
import { anAccount, consoleAs } from '../web/console/console-as.ts';

const newId = idMaker(() => new Date());

/** The part of the program that the desk stands on. */
export interface DeskApp {
  readonly store: App['store'];
  readonly desk: DeskNeeds;
}

/** What a page answered. */
export interface Page {
  readonly status: number;
  readonly html: string;
  /** Without its tags, spaces as one. */
  readonly text: string;
  readonly to: string | undefined;
}

/** One member of staff at the pages of the desk, with an account of their own in the running program. */
export class AtTheDesk {
  readonly account: Account;
  readonly #console: ReturnType<typeof consoleAs>;

  private constructor(account: Account, app: DeskApp) {
    this.account = account;
    this.#console = consoleAs(
      account,
      deskRoutes({
        ...app.desk,
        dueAt: app.desk.dueAt ?? (() => undefined),
        newId,
        live: { current: USUAL_SETTINGS },
        centres: () => [
          { province: '01', name: 'Trung tâm Hà Nội' },
          { province: '33', name: 'Trung tâm Hưng Yên' },
          { province: '37', name: 'Trung tâm Ninh Bình' },
          { province: '96', name: 'Trung tâm Cà Mau' },
        ],
      }),
    );
  }

  /** Somebody new, whose account is kept like any other. */
  static async sits(app: DeskApp, name: string, more: Partial<Account> = {}): Promise<AtTheDesk> {
    const { id: _, ...account } = anAccount('staff', { name, login: `${newId()}@tgpl.vn`, ...more });
    const credentials = { passwordHash: '', totpSecret: '', totpLastStep: 0, by: undefined, at: new Date() };
    const id = await app.store.transaction(({ accounts }) => accounts.add({ ...account, ...credentials }));
    return new AtTheDesk({ ...account, id: id as AccountId }, app);
  }

  /** Faults inside since the last look; empty where every page worked. */
  takeFaults(): readonly unknown[] {
    return this.#console.faults.splice(0);
  }

  async opens(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return read(await this.#console.get(path, headers));
  }

  async posts(path: string, form: Readonly<Record<string, string>>): Promise<Page> {
    return read(await this.#console.post(path, form));
  }

  /** As htmx sends it: a part of the page comes back. */
  async asks(path: string, form: Readonly<Record<string, string>>): Promise<Page> {
    return read(
      await this.#console.raw(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost',
          'hx-request': 'true',
        },
        body: new URLSearchParams(form).toString(),
      }),
    );
  }

  /** Opens a ticket and sends one of the forms on it, with the hidden fields that the form has. */
  async does(code: string, act: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.posts(`/tickets/${code}/${act}`, { ...(await this.form(code, act)), ...fields });
  }

  /** The hidden fields of a form on the page of a ticket. */
  async form(code: string, act: string): Promise<Readonly<Record<string, string>>> {
    const { html } = await this.opens(`/tickets/${code}`);
    const form = new RegExp(`<form[^>]* action="/console/tickets/${code}/${act}".*?</form>`, 's').exec(html)?.[0] ?? '';
    return Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
  }

  /** Writes an answer on the page of a ticket and sends it. */
  answers(code: string, words: string): Promise<Page> {
    return this.does(code, 'answer', { words });
  }
}

async function read(response: Response): Promise<Page> {
  const html = await response.text();
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
  return { status: response.status, html, text, to: response.headers.get('location') ?? undefined };
}
