import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DANGERS } from '../base/danger.ts';
import { isDay } from '../base/days.ts';
import { AppError } from '../base/errors.ts';
import type { EntryId } from '../base/ids.ts';
import { type Citation, parseCitation } from '../knowledge/citation.ts';
import { ENTRY_ID } from '../knowledge/entry.ts';
import type { GlossaryFile, GlossaryTerm } from '../knowledge/glossary.ts';
import { type Fault, IN_VIETNAMESE, type Parsed, parseEntry } from '../knowledge/parse-entry.ts';
import { parseInstrument } from '../knowledge/parse-instrument.ts';
import { declarationEntries } from '../knowledge/udhr.ts';
import type { KnowledgeFiles } from '../ports/knowledge-files.ts';
import { udhrTexts } from './udhr-texts.ts';

const HotlineRow = z.strictObject({
  id: z.string(),
  number: z.string().regex(/^\+?\d[\d ]*$/, 'phải là số điện thoại'),
  name: z.string().min(1),
  purpose: z.string().min(1),
  hours: z.string(),
  cost: z.string(),
  dangers: z.array(z.enum(DANGERS)),
});
const ProvinceRow = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: z.string(),
  shortName: z.string(),
  formerNames: z.array(z.string()),
  aliases: z.array(z.string()),
  weakAliases: z.array(z.string()),
});
const DayText = z.string().refine(isDay, 'phải là một ngày có thật, viết NĂM-THÁNG-NGÀY');
const GlossaryContent = z.strictObject({
  reviewedOn: DayText,
  reviewBy: DayText,
  terms: z.array(
    z.strictObject({
      term: z.string().min(1),
      also: z.array(z.string().min(1)).default([]),
      plain: z.string().min(1).max(300, 'dài quá 300 ký tự'),
      citations: z
        .array(z.string().refine((text) => parseCitation(text) !== undefined, 'không đúng dạng mã:điều'))
        .min(1, 'cần ít nhất một căn cứ'),
      validFrom: DayText.optional(),
      validTo: DayText.optional(),
    }),
  ),
});
const TopicRow = z.strictObject({
  topic: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.string().min(1),
  group: z.boolean().optional(),
});
const CentreRow = z.strictObject({ province: z.string().regex(/^\d{2}$/), name: z.string() });

const READ = /^(?:(?:qa|guide|article)\/.+\.md|instruments\/.+\.yaml|[^/]+\.yaml|ids\.txt)$/;
/** One id a line, sorted. `kb:check -- --record` adds those that are new. */
export const IDS_FILE = 'ids.txt';

/** Every file of the knowledge folder that is read, by its path below the folder. */
export type KnowledgeTexts = ReadonlyMap<string, string>;

/** @throws AppError `not-found` when the folder is not there. */
export function knowledgeTexts(folder: string): KnowledgeTexts {
  return new Map(
    filesBelow(folder)
      .filter((file) => READ.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

/** The file of one entry, byte for byte; undefined where there is none. */
export function entryText(folder: string, entry: EntryId): string | undefined {
  if (!ENTRY_ID.test(entry)) return undefined; // nothing leads out of the folder
  try {
    return readFileSync(join(folder, `${entry}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Reads the knowledge folder.
 *
 * @throws AppError `not-found` when the folder is not there. Faults inside files do not throw: they are returned.
 */
export function readKnowledge(folder: string): KnowledgeFiles {
  return parseKnowledge(knowledgeTexts(folder));
}

/** Takes the files apart. Faults inside files do not throw: they are returned. */
export function parseKnowledge(texts: KnowledgeTexts): KnowledgeFiles {
  const files = [...texts.keys()];
  const faults: Fault[] = [];
  const keep = <T>(parsed: Parsed<T>): readonly T[] => {
    if (parsed.ok) return [parsed.value];
    faults.push(...parsed.faults);
    return [];
  };
  const text = (file: string): string => texts.get(file) ?? '';
  const content = <T>(file: string, shape: z.ZodType<T>, otherwise: T): T => {
    if (!files.includes(file)) {
      faults.push({ file, field: 'tệp', message: 'thiếu tệp này' });
      return otherwise;
    }
    let written: unknown;
    try {
      written = parse(text(file).normalize('NFC'), { schema: 'core' });
    } catch (cause) {
      faults.push({ file, field: 'tệp', message: `YAML không đọc được: ${String(cause).split('\n')[0]}` });
      return otherwise;
    }
    const read = shape.safeParse(written, IN_VIETNAMESE);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) faults.push({ file, field: path.join('.') || 'tệp', message });
    return otherwise;
  };
  const rows = <T>(file: string, row: z.ZodType<T>): readonly T[] => content(file, z.array(row), []);

  return {
    entries: [
      ...files
        .filter((file) => /^(qa|guide|article)\/.+\.md$/.test(file))
        .flatMap((file) => keep(parseEntry(file, text(file)))),
      ...declarationEntries(udhrTexts()),
    ],
    instruments: files
      .filter((file) => /^instruments\/.+\.yaml$/.test(file))
      .flatMap((file) => keep(parseInstrument(file, text(file)))),
    hotlines: rows('hotlines.yaml', HotlineRow),
    provinces: rows('provinces.yaml', ProvinceRow),
    centres: rows('centres.yaml', CentreRow),
    // The bot answers without these three; `kb:check` misses what they should hold.
    glossary: glossaryFrom(
      files.includes('glossary.yaml') ? content('glossary.yaml', GlossaryContent, NO_GLOSSARY) : NO_GLOSSARY,
    ),
    lexicon: files.includes('lexicon.yaml') ? rows('lexicon.yaml', z.array(z.string().min(1)).min(2)) : [],
    topics: files.includes('topics.yaml') ? rows('topics.yaml', TopicRow) : [],
    publishedIds: files.includes(IDS_FILE) ? text(IDS_FILE).split('\n').filter(Boolean) : [],
    faults,
  };
}

const NO_GLOSSARY: z.infer<typeof GlossaryContent> = { reviewedOn: '', reviewBy: '', terms: [] };

function glossaryFrom({ terms, ...days }: z.infer<typeof GlossaryContent>): GlossaryFile {
  // Checked above: every term has at least one citation, and each of them is one.
  return {
    ...days,
    terms: terms.map((term): GlossaryTerm => ({ ...term, citations: term.citations as unknown as [Citation] })),
  };
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .sort();
  } catch (cause) {
    throw new AppError('not-found', `The knowledge folder ${folder} cannot be read. Set KNOWLEDGE_DIR to it.`, {
      cause,
    });
  }
}
