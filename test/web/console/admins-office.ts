import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAPABILITIES } from '../../../src/channels/capabilities.ts';
import type { KnowledgeOn } from '../../../src/flow/knowledge-on.ts';
import { LiveSettings } from '../../../src/flow/service/live-settings.ts';
import { withService } from '../../../src/flow/service/with-service.ts';
import { know } from '../../../src/know.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { centresRoutes } from '../../../src/web/console/centres/centre-routes.tsx';
import { clockRoutes } from '../../../src/web/console/clock/clock-routes.tsx';
import { settingsRoutes } from '../../../src/web/console/settings/settings-routes.tsx';
import { type CollectingLog, collectingLog } from '../../channels/collecting-log.ts';
import { anAccount, consoleAs } from './console-as.ts';

const shippedOn = know('knowledge').knowledgeOn;

/** What an admin sees at `/console/settings`, `/console/centres` and `/console/clock`, with a database of its own. */
export interface AdminsOffice {
  readonly store: SqlStore;
  /** Of the program that serves these pages. */
  readonly live: LiveSettings;
  readonly knowledgeOn: KnowledgeOn;
  readonly log: CollectingLog;
  readonly now: () => Date;
  /** A page, read. */
  readonly open: (path: string, role?: 'admin' | 'staff' | 'curator' | 'reviewer') => Promise<Page>;
  /** A form of the page that was opened last: what it holds by itself is sent with it. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface Page {
  readonly status: number;
  readonly html: string;
  /** `html` without its tags. */
  readonly text: string;
  readonly location: string | undefined;
}

export async function adminsOffice(vietnam = '2026-11-18T09:00', language: 'vi' | 'en' = 'vi'): Promise<AdminsOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-admins-'));
  const now = () => new Date(`${vietnam}:00+07:00`);
  const db = openDatabase(`file:${join(folder, 'test.db')}`);
  await migrate(db);
  const store = new SqlStore(
    db,
    new Vault(Buffer.alloc(32, 'khoá để thử')),
    idMaker(() => new Date()),
  );
  const log = collectingLog();
  const live = new LiveSettings({ store, log });
  const knowledgeOn = withService(shippedOn, () => live.current);
  const id = await store.transaction(({ accounts }) =>
    accounts.add({
      login: 'hoa@trogiup.example',
      name: 'Trần Thị Hoa',
      role: 'admin',
      province: undefined,
      language,
      passwordHash: 'x',
      totpSecret: 'x',
      totpLastStep: 0,
      by: undefined,
      at: now(),
    }),
  );
  if (id === undefined) throw new Error('The account was there before');
  const needs = {
    store,
    live,
    knowledgeOn,
    shippedOn,
    capabilities: (name: keyof typeof CAPABILITIES) => CAPABILITIES[name],
    randomBytes: (count: number) => randomBytes(count),
    now,
  };
  const routes = [...settingsRoutes(needs), ...centresRoutes(needs), ...clockRoutes(needs)];
  let seen = '';

  async function read(answer: Response | Promise<Response>): Promise<Page> {
    const response = await answer;
    const html = await response.text();
    seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? seen;
    const location = response.headers.get('location') ?? undefined;
    return { status: response.status, html, text: plainText(html), location };
  }

  const admin = consoleAs(anAccount('admin', { id, language }), routes);
  return {
    store,
    live,
    knowledgeOn,
    log,
    now,
    open: (path, role = 'admin') =>
      read((role === 'admin' ? admin : consoleAs(anAccount(role, { language }), routes)).get(path)),
    send: (path, fields) => read(admin.post(path, { seen, ...fields })),
    async close() {
      if (admin.faults.length > 0) throw new AggregateError(admin.faults, 'A page failed');
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function plainText(html: string): string {
  return html
    .replace(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ');
}
