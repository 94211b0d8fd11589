import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../src/base/errors.ts';
import { type ExportKinds, exportBase, INDEX_FILE } from '../../src/flow/law/export-base.ts';
import type { LawDesk } from './open-law.ts';

const TOLD_EVERY = 100;

/**
 * Writes the whole base below a folder: a new or empty one, or one with an earlier export. Files of that one which are no
 * more stay; the index no longer names them.
 *
 * @returns What was written, in a line.
 */
export async function exportLaw(folder: string, kinds: ExportKinds, { store, files, needs }: LawDesk): Promise<string> {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length > 0 && !there.includes(INDEX_FILE)) {
    throw new AppError('conflict', `${folder} có tệp khác và không phải một bản xuất trước. Chưa ghi gì.`);
  }
  let written = 0;
  for await (const { path, text } of exportBase(kinds, { store, files, sha256: needs.sha256, now: needs.now })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written += 1;
    if (written % TOLD_EVERY === 0) process.stderr.write(`${written} tệp …\n`);
  }
  return `${written} tệp trong ${resolve(folder)}; mục lục và mã băm ở ${INDEX_FILE}.`;
}
