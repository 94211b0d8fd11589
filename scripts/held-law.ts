import { existsSync } from 'node:fs';
import type { Say } from '../src/conversation/conversation.ts';
import type { KnowledgeOn } from '../src/flow/knowledge-on.ts';
import { LawLibrary } from '../src/flow/law/law-library.ts';
import { LiveCautions, withCautions } from '../src/flow/law/live-cautions.ts';
import { LiveLaw } from '../src/flow/law/live-law.ts';
import { officialTexts } from '../src/flow/law/official-texts.ts';
import { withLaw } from '../src/flow/law/with-law.ts';
import { ThreadIndexMaker } from '../src/index-maker.ts';
import { ARTICLE_WEIGHTS, KEPT_IN } from '../src/know.ts';
import type { Library } from '../src/knowledge/library.ts';
import type { Log } from '../src/ports/log.ts';
import type { Rendering } from '../src/reply/render.ts';
import { migrate } from '../src/store/migrate.ts';
import { idMaker } from '../src/store/new-id.ts';
import { openDatabase, sqlitePath } from '../src/store/open.ts';
import { SqlStore } from '../src/store/sql-store.ts';
import { Vault } from '../src/store/vault.ts';

/** The imported texts of a database, for commands that answer. */
export interface HeldLaw {
  readonly knowledgeOn: (knowledgeOn: KnowledgeOn) => KnowledgeOn;
  readonly read: (say: readonly Say[], library: Library) => Promise<Rendering['officialText']>;
  readonly close: () => Promise<void>;
}

const QUIET: Log = {
  info() {},
  warn() {},
  fault: (what, fault) => process.stderr.write(`${what}: ${String(fault)}\n`),
};

/**
 * Opens the texts and waits for their index, which takes some seconds once for each import.
 *
 * @returns `undefined` where there is no such database yet: it is not made for asking.
 */
export async function openHeldLaw(databaseUrl: string): Promise<HeldLaw | undefined> {
  const file = sqlitePath(databaseUrl);
  if (file !== undefined && !existsSync(file)) return undefined;
  const db = openDatabase(databaseUrl);
  await migrate(db);
  // Official texts are public: nothing that is sealed is opened here, so no key is needed.
  const store = new SqlStore(
    db,
    new Vault(Buffer.alloc(32)),
    idMaker(() => new Date()),
  );
  const maker = new ThreadIndexMaker(KEPT_IN);
  const live = await LiveLaw.open({ store, log: QUIET });
  const laws = await LawLibrary.open({ store, live, maker, weights: ARTICLE_WEIGHTS, log: QUIET });
  await laws.made();
  const cautions = await LiveCautions.open({ store });
  return {
    knowledgeOn: (knowledgeOn) => withCautions(withLaw(knowledgeOn, laws), cautions),
    read: (say, library) => store.transaction((records) => officialTexts(say, records.laws, library)),
    async close() {
      await maker.close();
      await store.close();
    },
  };
}
