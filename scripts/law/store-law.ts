import { createInterface } from 'node:readline/promises';
import { type ImportOutcome, importLaw, type LawFile, previewImport } from '../../src/flow/law/import-law.ts';
import { askedInWords, changesInWords, OUTCOME_WORDS } from '../../src/web/console/law/outcome-words.ts';
import type { LawDesk } from './open-law.ts';

const WORDS = OUTCOME_WORDS.vi;

/** What became of a file: lines for people, a value for programs, and the exit code. */
export interface Taken {
  readonly lines: readonly string[];
  readonly json: unknown;
  readonly exit: 0 | 1 | 2;
}

/** Shows what an import would do, asks where somebody is there to ask, and stores. */
export async function storeLaw(file: LawFile, { needs }: LawDesk, { yes }: { readonly yes: boolean }): Promise<Taken> {
  if (yes) return told(await importLaw(file, undefined, needs), WORDS.stored);
  const preview = await previewImport(file, needs);
  if (preview.result !== 'imported') return told(preview, '');
  const before = told(preview, WORDS.wouldStore);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return { ...before, lines: [...before.lines, 'Chưa lưu: thêm --yes để lưu.'], exit: 1 };
  }
  process.stdout.write(`${before.lines.map((line) => `  ${line}`).join('\n')}\n`);
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question('  Lưu? (c/k) ');
  ask.close();
  if (!/^\s*(?:c|có|co|y|yes)\s*$/iu.test(answer)) return { lines: ['Không lưu.'], json: { stored: false }, exit: 1 };
  return told(await importLaw(file, undefined, needs), WORDS.stored);
}

function told(outcome: ImportOutcome, lead: string): Taken {
  if (outcome.result === 'refused') {
    const message = WORDS.notStored[outcome.because];
    return {
      lines: [message, HOW[outcome.because] ?? ''].filter(Boolean),
      json: { error: { code: outcome.because, message } },
      exit: 2,
    };
  }
  if (outcome.result === 'unchanged') {
    return { lines: [WORDS.unchanged], json: { result: 'unchanged', code: outcome.code }, exit: 0 };
  }
  const { code, instruments, doubts, tasks } = outcome;
  return {
    lines: [
      lead,
      ...instruments.flatMap((one) => [
        `${one.code}: ${changesInWords(one, WORDS)}`,
        ...one.changed
          .slice(0, MOST_SHOWN)
          .map(({ article, from }) => `  ${WORDS.article(article)}: ${WORDS.span(from, undefined)}`),
        ...(one.changed.length > MOST_SHOWN ? [`  … (npm run law -- show ${one.code})`] : []),
        ...askedInWords(one.asked, WORDS).map((line) => `  ? ${line}`),
      ]),
      ...(tasks > 0 ? [WORDS.tasks(tasks)] : []),
      ...doubts.map((doubt) => `! ${WORDS.doubt(doubt)}`),
    ],
    json: {
      result: 'imported',
      code,
      instruments: instruments.map(({ timeline: _, ...one }) => ({
        ...one,
        added: one.added.map(({ article, inForce }) => ({ article, from: inForce.from })),
      })),
      doubts: doubts.map((doubt) => ({ ...doubt, message: WORDS.doubt(doubt) })),
      tasks,
    },
    exit: 0,
  };
}

const MOST_SHOWN = 20;
/** What to add on the command line. */
const HOW: Readonly<Partial<Record<string, string>>> = {
  'no-code': 'Thêm --code MÃ.',
  'odd-code': 'Sửa --code.',
  'no-first-day': 'Thêm --in-force-from YYYY-MM-DD.',
  'letters-doubtful': 'Đã so rồi thì thêm --letters-checked.',
};
