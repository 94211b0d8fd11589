import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { OfficialTexts } from '../knowledge/official-texts.ts';

const CorpusRow = z.object({ _id: z.string(), text: z.string() });

/**
 * Reads published texts for checking: `documents.tsv` (code first) and `corpus.jsonl.gz` (`_id` = `<code>:<article>`).
 *
 * @param folder Where the two files are.
 * @param moreCodes A table like `documents.tsv` with further codes; left out where it is not there.
 * @returns `undefined` where the folder is not there: nobody needs it to run the product.
 */
export function readOfficialTexts(folder: string, moreCodes: string): OfficialTexts | undefined {
  const corpus = join(folder, 'corpus.jsonl.gz');
  if (!existsSync(corpus)) return undefined;
  const articles = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(corpus)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { _id, text } = CorpusRow.parse(JSON.parse(line));
    articles.set(_id, text.normalize('NFC'));
  }
  const tables = [join(folder, 'documents.tsv'), moreCodes].filter((file) => existsSync(file));
  return { articles, codes: new Set(tables.flatMap(firstColumn)) };
}

function firstColumn(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1) // the names of the columns
    .map((line) => line.split('\t')[0] ?? '')
    .filter((code) => code !== '');
}
