import Database from 'better-sqlite3';
import { parse } from 'parse5';
import type { Account, Role } from '../../../../src/accounts/account.ts';
import type { AccountId, EntryId } from '../../../../src/base/ids.ts';
import { CAPABILITIES } from '../../../../src/channels/capabilities.ts';
import type { LiveKnowledge } from '../../../../src/flow/entries/live-knowledge.ts';
import { LiveSettings } from '../../../../src/flow/service/live-settings.ts';
import type { KeptQuestion } from '../../../../src/ports/kept-questions.ts';
import { idMaker } from '../../../../src/store/new-id.ts';
import { curationRoutes } from '../../../../src/web/console/curation/curation-routes.ts';
import type { ConsoleRoute } from '../../../../src/web/console/kit/route.ts';
import { LongWork, workRoutes } from '../../../../src/web/console/kit/work.tsx';
import { NOON, type SmallKnowledge, smallKnowledge, WAGES } from '../../../support/small-knowledge.ts';
import { anAccount, consoleAs } from '../console-as.ts';

/** What refers to another table goes first. */
const EMPTIED = [
  'kept_questions',
  'candidates',
  'regressions',
  'live_entries',
  'revisions',
  'ticket_words',
  'tickets',
  'counts',
  'configuration',
  'audit',
];

/** The pages of the curators on a part of the shipped knowledge, a database of their own, and people of every role. */
export class CurationDesk {
  readonly small: SmallKnowledge;
  readonly live: LiveKnowledge;
  readonly settings: LiveSettings;
  readonly routes: readonly ConsoleRoute[];
  #laterMs = 0;

  private constructor(small: SmallKnowledge, live: LiveKnowledge) {
    this.small = small;
    this.live = live;
    const { store, log } = small;
    const now = () => new Date(NOON.getTime() + this.#laterMs);
    this.settings = new LiveSettings({ store, log });
    const works = new LongWork({ newId: idMaker(now), now, log });
    this.routes = [
      ...curationRoutes({
        store,
        knowledge: live,
        knowledgeOn: live.on,
        capabilities: (channel) => CAPABILITIES[channel],
        topics: live.files().topics,
        works,
        live: this.settings,
        centres: () => live.files().centres,
        now,
        log,
      }),
      ...workRoutes(works),
    ];
  }

  static async open(): Promise<CurationDesk> {
    const small = await smallKnowledge();
    return new CurationDesk(small, await small.open());
  }

  close(): Promise<void> {
    return this.small.close();
  }

  /** Time passes. */
  wait(minutes: number): void {
    this.#laterMs += minutes * 60_000;
  }

  /** As on the first day: only the shipped files, and nobody has written anything. */
  async empty(): Promise<void> {
    const database = new Database(this.small.databaseUrl.replace('file:', ''));
    database.exec('drop trigger if exists audit_kept');
    for (const table of EMPTIED) database.exec(`delete from ${table}`);
    database.close();
    await this.live.reload();
    await this.settings.refresh();
  }

  /** The console as somebody sees it. `lan` and `tam` are curators, `minh` and `ngoc` reviewers. */
  as(name: 'lan' | 'tam' | 'minh' | 'ngoc' | 'staff' | 'admin', more: Partial<Account> = {}) {
    const role: Role =
      name === 'minh' || name === 'ngoc' ? 'reviewer' : name === 'lan' || name === 'tam' ? 'curator' : name;
    return consoleAs(anAccount(role, { id: name as AccountId, name, ...more }), this.routes);
  }

  keep(words: string, more: Partial<KeptQuestion> = {}): Promise<void> {
    const candidates = [{ entry: WAGES, confidence: 0.41 }];
    return this.small.store.transaction(({ keptQuestions }) =>
      keptQuestions.keep({ words, why: 'unresolved', candidates, day: '2026-11-21', ...more }),
    );
  }

  async openQuestions(): Promise<readonly string[]> {
    const questions = await this.small.store.transaction(async ({ keptQuestions }) =>
      keptQuestions.some(await keptQuestions.openIds(999)),
    );
    return questions.map(({ words }) => words).sort();
  }

  /** What comes first for a question now. */
  first(question: string): EntryId | undefined {
    return this.live.on('2026-11-21').judge(question).candidates[0]?.entry.id;
  }
}

/** Fields of a form as a browser would send them, without those of buttons. */
export type Fields = Record<string, readonly string[]>;

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly value?: string;
}

/** The fields of the form with an action, with the values that stand in them. */
export function fieldsOf(page: string, action: string): Fields {
  const form = all(parse(page) as unknown as Node).find(
    (node) => node.nodeName === 'form' && attribute(node, 'action') === action,
  );
  if (!form) throw new Error(`The page has no form for ${action}`);
  const fields: Record<string, string[]> = {};
  for (const node of all(form)) {
    const name = attribute(node, 'name');
    if (name === undefined || node.nodeName === 'button') continue;
    const value = standsIn(node);
    if (value !== undefined) fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

/** What a person reads of a page, without its tags. */
export function textOf(page: string): string {
  return words(parse(page) as unknown as Node)
    .replace(/\s+/g, ' ')
    .trim();
}

function words(node: Node): string {
  if (node.nodeName === '#text') return node.value ?? '';
  if (node.nodeName === 'script' || node.nodeName === 'head') return '';
  return (node.childNodes ?? []).map(words).join(' ');
}

function standsIn(node: Node): string | undefined {
  switch (node.nodeName) {
    case 'textarea':
      return (node.childNodes ?? [])
        .map(({ value = '' }) => value)
        .join('')
        .replaceAll('\n', '\r\n');
    case 'select': {
      const options = all(node).filter(({ nodeName }) => nodeName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      return chosen && attribute(chosen, 'value');
    }
    case 'input': {
      const isBox = attribute(node, 'type') === 'checkbox';
      return isBox && attribute(node, 'checked') === undefined ? undefined : (attribute(node, 'value') ?? '');
    }
    default:
      return undefined;
  }
}

function attribute(node: Node, name: string): string | undefined {
  return node.attrs?.find((one) => one.name === name)?.value;
}

function all(node: Node): readonly Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(all)];
}

/** Where an answer leads, below `/console`. */
export function leadsTo(answer: Response): string {
  return (answer.headers.get('location') ?? '').replace(/^\/console/, '');
}

/** Follows a piece of long work until it is done. @returns Where its result is shown, below `/console`. */
export async function finished(
  console_: { readonly get: (path: string) => Promise<Response> | Response },
  work: string,
): Promise<string> {
  for (;;) {
    const page = await (await console_.get(work)).text();
    const found = /href="\/console([^"]+)">(?:Xem kết quả|Show the result)/.exec(page)?.[1];
    if (found) return found.replaceAll('&amp;', '&');
    if (page.includes('class="notice fault"')) throw new Error(textOf(page));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
