import { createHash } from 'node:crypto';
import { config } from 'dotenv';
import { withEntries } from '../../src/flow/entries/edition.ts';
import { liveTexts } from '../../src/flow/entries/live-texts.ts';
import { citingOf } from '../../src/flow/law/citing.ts';
import type { ImportNeeds } from '../../src/flow/law/import-law.ts';
import { know } from '../../src/know.ts';
import { Library } from '../../src/knowledge/library.ts';
import type { KnowledgeFiles } from '../../src/ports/knowledge-files.ts';
import type { Store } from '../../src/ports/store.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openStore } from '../open-store.ts';

/** What the commands on official texts work with. */
export interface LawDesk {
  readonly store: Store;
  /** The entries that are live, with the instruments. */
  readonly library: Library;
  /** The same with the lists that belong to it. */
  readonly files: KnowledgeFiles;
  readonly needs: ImportNeeds;
}

/** Opens the database and the knowledge of the settings, does the work, and closes again. */
export async function withLaw<T>(work: (desk: LawDesk) => Promise<T>): Promise<T> {
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const { shipped } = know(settings.KNOWLEDGE_DIR);
  const store = await openStore(settings);
  try {
    const live = await store.transaction(liveTexts);
    const inFront = [...live.values()].flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
    const files = withEntries(shipped.files, inFront);
    const library = new Library(files.entries, files.instruments);
    const needs: ImportNeeds = {
      store,
      instruments: () => library.instruments.values(),
      citing: citingOf(() => library.entries),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      now: () => new Date(),
    };
    return await work({ store, library, files, needs });
  } finally {
    await store.close();
  }
}
