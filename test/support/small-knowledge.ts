import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/accounts/account.ts';
import type { AccountId, EntryId, RevisionId } from '../../src/base/ids.ts';
import type { NewDraft, Revision } from '../../src/curation/draft.ts';
import { LiveKnowledge, type LiveKnowledgeNeeds } from '../../src/flow/entries/live-knowledge.ts';
import { ThreadIndexMaker } from '../../src/index-maker.ts';
import { know } from '../../src/know.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { type CollectingLog, collectingLog } from '../channels/collecting-log.ts';
import { countingIds } from '../store/counting-ids.ts';

/** A part of the shipped knowledge, so that an index is learned in the blink of an eye. */
const PART = ['instruments', 'qa/lao-dong', 'qa/bao-luc-gia-dinh'];
const LISTS = ['hotlines', 'provinces', 'centres', 'glossary', 'lexicon', 'topics'].map((name) => `${name}.yaml`);
/** Noon in Vietnam on the day that tests live on. */
export const NOON = new Date('2026-11-21T05:00:00.000Z');
export const TODAY = '2026-11-21';

export const LAN = { id: 'lan' as AccountId, role: 'curator' as Role };
export const MINH = { id: 'minh' as AccountId, role: 'reviewer' as Role };

/** Learned once for all tests of a file: the part is always the same. */
const KEPT = mkdtempSync(join(tmpdir(), 'hoi-quyen-kept-'));
process.once('exit', () => rmSync(KEPT, { recursive: true, force: true }));

/** An entry of the part. */
export const WAGES = 'qa/lao-dong/bi-no-luong' as EntryId;

/** A folder with a part of the shipped knowledge and a database, both gone after `close`. */
export interface SmallKnowledge {
  readonly knowledgeDir: string;
  readonly databaseUrl: string;
  readonly store: SqlStore;
  readonly log: CollectingLog;
  /** Another program on the same database and folder. */
  readonly open: (more?: Partial<LiveKnowledgeNeeds>) => Promise<LiveKnowledge>;
  readonly shippedText: (entry: EntryId) => string;
  /** A revision that waits for a second person. */
  readonly submitted: (draft: Pick<NewDraft, 'entry' | 'text'> & Partial<NewDraft>) => Promise<Revision>;
  /** Puts a text live without any check. */
  readonly putLive: (entry: EntryId, text: string) => Promise<RevisionId>;
  /** Resolves when an index was learned in the background from now on. */
  readonly learnedAnew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function smallKnowledge(): Promise<SmallKnowledge> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-entries-'));
  const knowledgeDir = join(folder, 'knowledge');
  for (const part of [...PART, ...LISTS]) cpSync(`knowledge/${part}`, join(knowledgeDir, part), { recursive: true });
  const databaseUrl = `file:${join(folder, 'test.db')}`;
  const db = openDatabase(databaseUrl);
  await migrate(db);
  const store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  const log = collectingLog();
  const opened: LiveKnowledge[] = [];
  const shippedText = (entry: EntryId): string => readFileSync(join(knowledgeDir, `${entry}.md`), 'utf8');

  const submitted: SmallKnowledge['submitted'] = (draft) =>
    store.transaction(async ({ revisions }) => {
      const live = await revisions.liveOf(draft.entry);
      const begun = await revisions.draft({
        baseText: textOrNothing(() => shippedText(draft.entry)),
        standsOn: live?.revision,
        origin: 'edit',
        note: 'Sửa cho rõ hơn',
        author: LAN.id,
        at: NOON,
        ...draft,
      });
      await revisions.submit(begun.id, begun.author, NOON);
      return begun;
    });

  return {
    knowledgeDir,
    databaseUrl,
    store,
    log,
    shippedText,
    submitted,
    async open(more = {}) {
      const { shipped, decision } = know(knowledgeDir, () => {}, KEPT);
      const live = await LiveKnowledge.open({
        store,
        shipped,
        decision,
        maker: new ThreadIndexMaker(KEPT),
        wording: vi,
        now: () => NOON,
        log,
        ...more,
      });
      opened.push(live);
      return live;
    },
    async putLive(entry, text) {
      const { id, standsOn } = await submitted({ entry, text });
      await store.transaction(({ revisions }) => revisions.putLive(entry, id, standsOn, NOON));
      return id;
    },
    learnedAnew: () =>
      new Promise((resolve) => {
        const { info } = log;
        Object.assign(log, {
          info: (...line: Parameters<typeof info>) => {
            info(...line);
            if (line[0] === 'the index was learned anew') resolve();
          },
        });
      }),
    async close() {
      for (const live of opened) await live.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function textOrNothing(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
