/** `npm run kb:export -- DIR`: the knowledge as it is live, as files. See USAGE. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { config } from 'dotenv';
import { AppError } from '../src/base/errors.ts';
import { liveTexts } from '../src/flow/entries/live-texts.ts';
import { settingsFrom } from '../src/settings.ts';
import { entryOfFile, filesIn, folderKind, writeWhole } from '../src/store/knowledge-folder.ts';
import { commandLine } from './command-line.ts';
import { exportLaw } from './law/export-law.ts';
import { withLaw } from './law/open-law.ts';
import { openStore } from './open-store.ts';

const USAGE = `npm run kb:export -- DIR   writes the knowledge as it is live into DIR: the shipped files, and in front of them what was
                           published in the console, byte for byte

  DIR must be new or empty, or a knowledge folder: then files that differ are written, and nothing is deleted.
  --json                   instead, the whole base as JSON for others to take over, official texts too (docs/data-export.md)
  --akn                    the same, official texts as Akoma Ntoso; both may be given. DIR is then a folder of its own
  The database is that of DATABASE_URL, the shipped files those of KNOWLEDGE_DIR.
  --help
`;
const TOLD_EVERY = 250;

async function main(): Promise<void> {
  const { values, positionals } = commandLine(USAGE, {
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      akn: { type: 'boolean', default: false },
    },
  });
  const [target, more] = positionals;
  if (target === undefined || more !== undefined) throw new AppError('invalid-input', `One DIR is needed.\n\n${USAGE}`);
  if (values.json || values.akn) {
    process.stdout.write(`${await withLaw((desk) => exportLaw(target, values, desk))}\n`);
    return;
  }
  if (folderKind(target) === 'foreign') {
    throw new AppError('conflict', `${target} holds other files and is no knowledge folder. Nothing was written.`);
  }
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const store = await openStore(settings);
  const live = await store.transaction(liveTexts);
  await store.close();

  const shipped = settings.KNOWLEDGE_DIR;
  const files = new Map<string, () => Uint8Array>(
    filesIn(shipped).map((file) => [file, () => readFileSync(join(shipped, file))]),
  );
  let inFront = 0;
  for (const { entry, text, parsed } of live.values()) {
    if (parsed.ok) {
      files.set(`${entry}.md`, () => Buffer.from(text, 'utf8'));
      inFront += 1;
    } else {
      process.stderr.write(`${entry}: the live revision cannot be read any more; the shipped file is written\n`);
    }
  }
  let done = 0;
  let written = 0;
  for (const [file, bytes] of files) {
    if (writeWhole(target, file, bytes())) written += 1;
    done += 1;
    if (done % TOLD_EVERY === 0) process.stderr.write(`${done} of ${files.size} files …\n`);
  }
  for (const file of filesIn(target)) {
    if (!files.has(file) && entryOfFile(file)) process.stderr.write(`${file}: is not live, and was left as it is\n`);
  }
  process.stdout.write(
    `${files.size} files in ${resolve(target)}, ${inFront} of them published in the console; ${written} written.\n`,
  );
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = fault instanceof AppError && fault.kind === 'invalid-input' ? 2 : 1;
});
