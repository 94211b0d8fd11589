import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Day } from '../base/days.ts';
import type { ImportedLaw, ImportResult } from './import-law.ts';

/** What the process is told; the bytes of the file come by its standard input. */
export interface ToReader {
  readonly name: string;
  readonly code: string | undefined;
  readonly asOf: Day;
}

type Refused = Extract<ImportResult, { readonly ok: false }>;

/** What the process tells. A law comes in pieces, so that taking one keeps nobody waiting. */
export type FromReader =
  | { readonly page: number; readonly of: number }
  | Refused
  /** The law with empty lists; what belongs into them follows. */
  | { readonly begins: ImportedLaw }
  | { readonly list: keyof ImportedLaw; readonly items: readonly unknown[] }
  | { readonly ends: true }
  | { readonly fault: unknown };

/** About as much as is taken in some milliseconds. */
const LETTERS_OF_A_PIECE = 200_000;

process.once('disconnect', () => process.exit()); // nobody waits any more
process.once('message', (asked: ToReader) => {
  read(asked)
    .catch((fault: unknown) => tell({ fault }))
    .finally(() => process.exit());
});

async function read({ name, code, asOf }: ToReader): Promise<void> {
  // Where memory runs out, the system ends this process and not the one that answers people. Only Linux knows this.
  await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {});
  const bytes = await buffer(process.stdin);
  const { importLaw } = await import('./import-law.ts');
  const onPage = (page: number, of: number) => void tell({ page, of });
  const result = await importLaw({ bytes, name }, { code, asOf, onPage });
  if (!result.ok) return tell(result);
  const lists = Object.entries(result.law).filter(([, value]) => Array.isArray(value));
  await tell({ begins: { ...result.law, ...Object.fromEntries(lists.map(([list]) => [list, []])) } });
  for (const [list, items] of lists) {
    for (const piece of piecesOf(items)) await tell({ list: list as keyof ImportedLaw, items: piece });
  }
  await tell({ ends: true });
}

function* piecesOf(items: readonly unknown[]): Generator<readonly unknown[]> {
  let piece: unknown[] = [];
  let letters = 0;
  for (const item of items) {
    piece.push(item);
    letters += JSON.stringify(item).length;
    if (letters < LETTERS_OF_A_PIECE) continue;
    yield piece;
    [piece, letters] = [[], 0];
  }
  if (piece.length > 0) yield piece;
}

/** Resolves when it is on its way, so that no more than a piece waits here. */
function tell(told: FromReader): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(told, (fault: Error | null) => (fault ? reject(fault) : resolve()));
  });
}
