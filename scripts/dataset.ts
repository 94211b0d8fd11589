/** Retrieval sets in the layout of contracts §7: `corpus.jsonl.gz`, `queries.jsonl`, `qrels/*.tsv`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleText } from '../src/search/article-index.ts';

export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly wanted: ReadonlySet<string>;
}

/** @param subset A file with one id a line: only these articles are read. */
export function readCorpus(folder: string, subset?: string): readonly ArticleText[] {
  const kept = subset ? new Set(lines(readFileSync(subset, 'utf8'))) : undefined;
  return lines(gunzipSync(readFileSync(join(folder, 'corpus.jsonl.gz'))).toString('utf8')).flatMap((line) => {
    const { _id, title, text } = JSON.parse(line) as { _id: string; title?: string; text: string };
    return !kept || kept.has(_id) ? [{ id: _id, title: title ?? '', text }] : [];
  });
}

/** The questions that have a label, in the order of the labels. */
export function readQuestions(
  folder: string,
  qrels: string,
  queries = join(folder, 'queries.jsonl'),
): readonly AskedQuestion[] {
  const texts = new Map(
    lines(readFileSync(queries, 'utf8')).map((line) => {
      const { _id, text } = JSON.parse(line) as { _id: string; text: string };
      return [_id, text] as const;
    }),
  );
  const wanted = new Map<string, Set<string>>();
  for (const line of lines(readFileSync(qrels, 'utf8')).slice(1)) {
    const [question = '', article = '', score = '1'] = line.split('\t');
    if (Number(score) > 0) wanted.set(question, (wanted.get(question) ?? new Set()).add(article));
  }
  return [...wanted].flatMap(([id, articles]) => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ id, text, wanted: articles }];
  });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
