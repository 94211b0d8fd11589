import { AppError } from '../../base/errors.ts';
import type { EntryId } from '../../base/ids.ts';
import { ENTRY_ID } from '../../knowledge/entry.ts';
import type { Store } from '../../ports/store.ts';
import { breath } from '../entries/breath.ts';
import type { Editor } from '../entries/edit-entry.ts';
import { type Imported, importEntries } from '../entries/import-entries.ts';
import type { LiveKnowledge } from '../entries/live-knowledge.ts';
import { liveTexts } from '../entries/live-texts.ts';

/** Written at the beginning of a file of entries, so that another file is not taken for one. */
const FORMAT = 'hoi-quyen entries 1';
/** Files that are read before others get their turn. */
const AT_ONCE = 25;

export interface FileNeeds {
  readonly store: Store;
  readonly knowledge: LiveKnowledge;
  readonly now: () => Date;
}

/**
 * Entries as one file: JSON with the text of each, byte for byte.
 *
 * @param which `revised`: only those that were published here; `all`: also the shipped ones.
 */
export async function exportEntries(
  which: 'revised' | 'all',
  { store, knowledge }: FileNeeds,
  progress: (done: number, of: number) => void,
): Promise<string> {
  const live = await store.transaction(liveTexts);
  const revised = [...live.values()].filter(({ parsed }) => parsed.ok);
  const texts = new Map<EntryId, string>(revised.map(({ entry, text }) => [entry, text]));
  const shipped = which === 'all' ? knowledge.library().entries.map(({ id }) => id) : [];
  for (const [nth, id] of shipped.entries()) {
    const text = texts.get(id) ?? knowledge.shippedText(id);
    if (text !== undefined) texts.set(id, text);
    if (nth % AT_ONCE === 0) {
      progress(nth, shipped.length);
      await breath();
    }
  }
  const entries = Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, entries }, undefined, 1)}\n`;
}

/**
 * Reads such a file: what differs from what is live becomes drafts of the one who reads it in, all of them or none.
 *
 * @throws AppError `invalid-input` when it is no file of entries.
 */
export async function importFile(
  file: string,
  note: string,
  by: Editor,
  { store, knowledge, now }: FileNeeds,
): Promise<Imported> {
  const shipped = { files: knowledge.files(), textOf: (entry: EntryId) => knowledge.shippedText(entry) };
  return importEntries(entriesIn(file), { as: 'drafts', by }, note, { store, shipped, now });
}

function entriesIn(file: string): ReadonlyMap<EntryId, string> {
  let content: unknown;
  try {
    content = JSON.parse(file);
  } catch {
    throw noFile();
  }
  const { format, entries } = (content ?? {}) as { readonly format?: unknown; readonly entries?: unknown };
  if (format !== FORMAT || typeof entries !== 'object' || entries === null) throw noFile();
  const texts = Object.entries(entries as Readonly<Record<string, unknown>>);
  if (!texts.every(([id, text]) => ENTRY_ID.test(id) && typeof text === 'string')) throw noFile();
  return new Map(texts as [EntryId, string][]);
}

function noFile(): AppError {
  return new AppError('invalid-input', 'This is no file of entries that the console wrote');
}
