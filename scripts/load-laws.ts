import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../src/law/article-order.ts';
import type { Wording } from '../src/ports/laws.ts';
import type { Store } from '../src/ports/store.ts';
import { documentOf } from '../src/search/article-index.ts';
import { readCorpus } from './dataset.ts';
import { openStore } from './open-store.ts';

/** Articles that are stored in one transaction. */
const AT_ONCE = 500;
/** A retrieval set does not say when its articles began to bind. */
const FROM = '2000-01-01';

/**
 * Stores the articles of a retrieval set (`corpus.jsonl.gz`, `documents.tsv`) as official texts, for measuring: in the tables
 * they are as laws that were imported one by one.
 *
 * @returns How many articles there are.
 */
async function loadLaws(store: Store, folder: string): Promise<number> {
  const names = new Map(
    readFileSync(join(folder, 'documents.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([code = '', name = '', number = '']) => [code, { name, number }] as const),
  );
  const articles = readCorpus(folder);
  const sources = new Map<string, Wording['source']>();
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    await store.transaction(async ({ laws }) => {
      for (const { id, title, text } of articles.slice(from, from + AT_ONCE)) {
        const [code = '', article = ''] = id.split(':');
        const { name = code, number } = names.get(code) ?? {};
        const source =
          sources.get(code) ??
          (await laws.addSource({
            code,
            fileName: `${code}.txt`,
            fileSha256: sha256(code),
            url: undefined,
            facts: {
              code,
              kind: 'law',
              name,
              number,
              adoptedOn: undefined,
              inForceFrom: undefined,
              issuedBy: undefined,
              amendedBy: [],
              amends: [],
            },
            language: 'vi',
            startsOn: FROM,
            by: undefined,
            at: new Date(),
          }));
        sources.set(code, source);
        const { head } = documentOf({ title, text });
        const headingLine = `Điều ${article}. ${head}`;
        await laws.put({
          code,
          article,
          place: placeOf(article),
          heading: head,
          headingLine,
          text,
          sha256: sha256(`${headingLine}\n${text}`),
          divisions: [],
          inForce: { from: FROM },
          source,
        });
      }
    });
  }
  return articles.length;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Does some work on a database of its own that holds the articles of a retrieval set, and removes it again. */
export async function withLoadedLaws<T>(
  folder: string,
  work: (databaseUrl: string, articles: number) => Promise<T>,
): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'hoi-quyen-laws-'));
  const url = `file:${join(place, 'law.db')}`;
  try {
    const store = await openStore({ DATABASE_URL: url, DATA_KEY: Buffer.alloc(32).toString('base64') });
    const articles = await loadLaws(store, folder);
    await store.close();
    return await work(url, articles);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
