/** `npm run kb:import -- DIR`: entry files that differ from what is live become revisions. See USAGE. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from 'dotenv';
import { AppError } from '../src/base/errors.ts';
import type { EntryId } from '../src/base/ids.ts';
import { mayWrite } from '../src/curation/review.ts';
import { type ImportAs, importEntries } from '../src/flow/entries/import-entries.ts';
import { know } from '../src/know.ts';
import type { Fault } from '../src/knowledge/parse-entry.ts';
import type { Store } from '../src/ports/store.ts';
import { settingsFrom } from '../src/settings.ts';
import { entryOfFile, filesIn, textOfFile } from '../src/store/knowledge-folder.ts';
import { commandLine } from './command-line.ts';
import { openStore } from './open-store.ts';

const USAGE = `npm run kb:import -- DIR   reads entry files below DIR (qa/, guide/, article/); those that differ from what is live become
                           revisions, all of them or none

  without more        they wait in the console until a reviewer publishes them
  --as LOGIN          they become drafts of this curator or reviewer
  --publish           they are live within seconds; needs --note. An operator answers for them: no second person, and the
                      regression questions are not asked
  --note TEXT         why, for the history of the entries
  --json              one JSON object: {"changed":[…],"waiting":[…],"unchanged":n}
  --help

  Faults are listed with file and line; then nothing is written. Lists and instruments come with a release, not from here.
  The database is that of DATABASE_URL, the shipped files those of KNOWLEDGE_DIR.
`;

const ENTRY_FILE = /^(?:qa|guide|article)\/.+\.md$/;

async function main(): Promise<number> {
  // `| head` closes the pipe before everything is said; what was written stays written.
  process.stdout.on('error', () => {});
  const { values, positionals } = commandLine(USAGE, {
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      publish: { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const [folder, more] = positionals;
  if (folder === undefined || more !== undefined) throw wrong('One DIR is needed.');
  if (values.as !== undefined && values.publish) throw wrong('--as and --publish exclude each other.');
  if (values.publish && values.note.trim() === '')
    throw wrong('--publish needs --note: why are these entries published?');

  const unreadable: Fault[] = [];
  const texts = new Map<EntryId, string>();
  const others: string[] = [];
  for (const file of filesIn(folder)) {
    const entry = entryOfFile(file);
    if (!entry) {
      if (!ENTRY_FILE.test(file)) others.push(file);
      else unreadable.push({ file, field: 'tên tệp', message: 'chỉ dùng a-z, 0-9, gạch nối và gạch chéo' });
    } else {
      const text = textOfFile(folder, file);
      if (text === undefined) unreadable.push({ file, field: 'tệp', message: 'không phải văn bản UTF-8' });
      else texts.set(entry, text);
    }
  }
  if (texts.size + unreadable.length === 0) throw wrong(`There is no entry file below ${folder}.`);

  config({ quiet: true });
  const settings = settingsFrom(process.env);
  process.stderr.write(`${texts.size} entry files read; comparing with what is live …\n`);
  const { shipped } = know(settings.KNOWLEDGE_DIR);
  const store = await openStore(settings);
  try {
    const how = await wayOf(values, store);
    const imported =
      unreadable.length > 0
        ? ({ result: 'faulty', faults: unreadable } as const)
        : await importEntries(texts, how, values.note, { store, shipped, now: () => new Date() });
    if (imported.result === 'faulty') {
      for (const { file, line, field, message } of imported.faults) {
        process.stdout.write(`${join(folder, file)}${line ? `:${line}` : ''}  ${field}: ${message}\n`);
      }
      process.stdout.write(`${imported.faults.length} lỗi; không mục nào được ghi\n`);
      return 1;
    }
    const { result: _, ...told } = imported;
    if (values.json) process.stdout.write(`${JSON.stringify(told)}\n`);
    else {
      const become = { review: 'chờ người thứ hai duyệt', drafts: 'thành bản nháp', published: 'đã đăng' }[how.as];
      for (const entry of told.changed) process.stdout.write(`${entry}: ${become}\n`);
      for (const entry of told.waiting) process.stdout.write(`${entry}: đã đọc vào trước đó, còn chờ\n`);
      process.stdout.write(`${told.changed.length} mục thay đổi, ${told.unchanged} mục giữ nguyên\n`);
    }
    for (const file of others.filter((other) => differs(folder, settings.KNOWLEDGE_DIR, other))) {
      process.stderr.write(`${file}: differs from the shipped file and was left alone; it comes with a release\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

async function wayOf({ as, publish }: { as?: string | undefined; publish: boolean }, store: Store): Promise<ImportAs> {
  if (publish) return { as: 'published' };
  if (as === undefined) return { as: 'review' };
  const by = await store.transaction(({ accounts }) => accounts.findByLogin(as.trim().toLowerCase()));
  if (by?.state !== 'active' || !mayWrite(by)) throw wrong(`${as} is no active curator or reviewer.`);
  return { as: 'drafts', by };
}

function differs(folder: string, shipped: string, file: string): boolean {
  const there = join(shipped, file);
  return !existsSync(there) || !readFileSync(there).equals(readFileSync(join(folder, file)));
}

function wrong(message: string): AppError {
  return new AppError('invalid-input', `${message}\n\n${USAGE}`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = fault instanceof AppError && fault.kind === 'invalid-input' ? 2 : 1;
  },
);
