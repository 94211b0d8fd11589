import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { AppError } from '../base/errors.ts';
import type { EntryId } from '../base/ids.ts';
import { ENTRY_ID } from '../knowledge/entry.ts';

/** Files without which a folder is no knowledge folder. */
const MARKS = ['hotlines.yaml', 'topics.yaml', 'instruments'];

/** What a folder is, before something is written into it. */
export type FolderKind = 'new' | 'empty' | 'knowledge' | 'foreign';

export function folderKind(folder: string): FolderKind {
  if (!existsSync(folder)) return 'new';
  const names = readdirSync(folder);
  if (names.length === 0) return 'empty';
  return MARKS.every((mark) => names.includes(mark)) ? 'knowledge' : 'foreign';
}

/** Every file below a folder, with forward slashes, sorted; hidden ones are left out. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => join(found.parentPath, found.name).slice(join(folder, sep).length).split(sep).join('/'))
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .sort();
  } catch (cause) {
    throw new AppError('not-found', `The folder ${folder} cannot be read.`, { cause });
  }
}

/** The entry whose file this is; undefined for lists, instruments and notes. */
export function entryOfFile(file: string): EntryId | undefined {
  const id = file.replace(/\.md$/, '');
  return id !== file && ENTRY_ID.test(id) ? (id as EntryId) : undefined;
}

/** The text of a file; undefined where it is not written in UTF-8, or holds what no database keeps. */
export function textOfFile(folder: string, file: string): string | undefined {
  const bytes = readFileSync(join(folder, file));
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) && !text.includes('\0') ? text : undefined;
}

/** Writes a file that is there as a whole, or not at all. Folders are made. @returns `false` where it was so already. */
export function writeWhole(folder: string, file: string, bytes: Uint8Array): boolean {
  const path = join(folder, file);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const writing = `${path}.${process.pid}`;
  writeFileSync(writing, bytes);
  renameSync(writing, path);
  return true;
}
