import { type Day, vietnamDay } from '../../base/days.ts';
import { AppError } from '../../base/errors.ts';
import type { AccountId, EntryId } from '../../base/ids.ts';
import { checkEntries } from '../../curation/check-entries.ts';
import type { NewDraft } from '../../curation/draft.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { locate } from '../../knowledge/locate.ts';
import { type Fault, parseEntry } from '../../knowledge/parse-entry.ts';
import type { KnowledgeFiles } from '../../ports/knowledge-files.ts';
import type { Records, Store } from '../../ports/store.ts';
import { type Editor, LONGEST_TEXT } from './edit-entry.ts';
import { withEntries } from './edition.ts';
import { type LiveText, liveTexts } from './live-texts.ts';

/** As whom an operator at the command line writes. No account has this id. */
export const COMMAND_LINE = 'command-line' as AccountId;

export interface ImportNeeds {
  readonly store: Store;
  readonly shipped: {
    readonly files: KnowledgeFiles;
    readonly textOf: (entry: EntryId) => string | undefined;
  };
  readonly now: () => Date;
}

/** How files come in. */
export type ImportAs =
  /** Each waits for a second person, who publishes it in the console. */
  | { readonly as: 'review' }
  /** Drafts of somebody who goes on with them in the console. */
  | { readonly as: 'drafts'; readonly by: Editor }
  /** An operator answers for them: they are live at once. */
  | { readonly as: 'published' };

export type Imported =
  /** Nothing was written. */
  | { readonly result: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly result: 'imported';
      readonly changed: readonly EntryId[];
      /** Those that were read in before and still wait for a person. */
      readonly waiting: readonly EntryId[];
      readonly unchanged: number;
    };

/**
 * Reads entry files in: those that differ from what is live become revisions, all of them or none.
 *
 * The regression questions are not asked here. What goes to review meets them there; an operator who publishes answers for
 * the files, which were published elsewhere or have passed `kb:check` and the tests of the project.
 *
 * @param files Texts by the id of the entry.
 * @param note Why, for the history.
 */
export async function importEntries(
  files: ReadonlyMap<EntryId, string>,
  how: ImportAs,
  note: string,
  { store, shipped, now }: ImportNeeds,
): Promise<Imported> {
  return store.transaction(async (records) => {
    const live = await liveTexts(records);
    const differing = [...files].filter(([entry, text]) => textOf(entry, live, shipped) !== text);
    const unchanged = files.size - differing.length;
    const faults = faultsOf(new Map(differing), live, shipped.files, vietnamDay(now()));
    if (faults.length > 0) return { result: 'faulty', faults };
    const changed: EntryId[] = [];
    const waiting: EntryId[] = [];
    for (const [entry, text] of differing) {
      if (how.as !== 'published' && (await isWaiting(entry, text, how, records))) waiting.push(entry);
      else {
        changed.push(entry);
        await take(
          {
            entry,
            text,
            baseText: shipped.textOf(entry),
            standsOn: live.get(entry)?.revision,
            origin: 'import',
            note,
            author: how.as === 'drafts' ? how.by.id : COMMAND_LINE,
            at: now(),
          },
          how,
          records,
        );
      }
    }
    return { result: 'imported', changed, waiting, unchanged };
  });
}

/** What counts now: the live revision where it can be read, else the shipped file. */
function textOf(
  entry: EntryId,
  live: ReadonlyMap<EntryId, LiveText>,
  shipped: ImportNeeds['shipped'],
): string | undefined {
  const standing = live.get(entry);
  return standing?.parsed.ok ? standing.text : shipped.textOf(entry);
}

function faultsOf(
  texts: ReadonlyMap<EntryId, string>,
  live: ReadonlyMap<EntryId, LiveText>,
  files: KnowledgeFiles,
  today: Day,
): readonly Fault[] {
  const quoted = new Set(files.entries.filter(({ quotes }) => quotes.length > 0).map(({ id }) => id));
  const faults: Fault[] = [];
  const entries: KnowledgeEntry[] = [];
  for (const [entry, text] of texts) {
    const file = `${entry}.md`;
    const parsed = parseEntry(file, text);
    if (quoted.has(entry)) faults.push({ file, field: 'id', message: 'lời của văn bản chính thức, không ai sửa' });
    else if (text.length > LONGEST_TEXT) {
      faults.push({ file, field: 'tệp', message: `dài ${text.length} ký tự, tối đa ${LONGEST_TEXT}` });
    } else if (parsed.ok) entries.push(parsed.value);
    else faults.push(...parsed.faults);
  }
  const inFront = [...live.values()].flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
  const checked = checkEntries(entries, {
    entries: withEntries(files, inFront).entries,
    instruments: files.instruments,
    topics: files.topics,
    publishedNumbers: files.hotlines.map(({ number }) => number),
    today,
  });
  return [...faults, ...checked].map((fault) =>
    locate(fault, texts.get(fault.file.replace(/\.md$/, '') as EntryId) ?? ''),
  );
}

/** Was the very text read in before, and has nobody decided on it? */
async function isWaiting(entry: EntryId, text: string, how: ImportAs, { revisions }: Records): Promise<boolean> {
  const open =
    how.as === 'drafts'
      ? await revisions.list({ entry, state: 'draft', author: how.by.id }, MOST_OPEN)
      : await revisions.list({ entry, state: 'in-review' }, MOST_OPEN);
  const texts = await revisions.texts(open.map(({ id }) => id));
  return [...texts.values()].some((says) => says.text === text);
}

/** An entry has one or two open revisions, hardly ever more. */
const MOST_OPEN = 50;

async function take(draft: NewDraft, how: ImportAs, { revisions, audit }: Records): Promise<void> {
  const { entry, at, author } = draft;
  const tell = (action: string, number: number): Promise<void> =>
    audit.add({
      at,
      by: how.as === 'drafts' ? author : undefined,
      role: how.as === 'drafts' ? how.by.role : undefined,
      action,
      object: `entry/${entry}`,
      detail: { revision: number, origin: 'import' },
    });
  if (how.as === 'published') {
    const { id, number, standsOn } = await revisions.addPublished(draft, draft.note);
    if (!(await revisions.putLive(entry, id, standsOn, at))) {
      throw new AppError('conflict', `${entry} was published by somebody else meanwhile; nothing was imported`);
    }
    return tell('entry-published', number);
  }
  const { id, number } = await revisions.draft(draft);
  if (how.as === 'drafts') return tell('revision-begun', number);
  await revisions.submit(id, author, at);
  return tell('revision-submitted', number);
}
