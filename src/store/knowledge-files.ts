import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DANGERS } from '../base/danger.ts';
import { AppError } from '../base/errors.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import { type Fault, type Parsed, parseEntry } from '../knowledge/parse-entry.ts';
import { parseInstrument } from '../knowledge/parse-instrument.ts';
import { declarationEntries } from '../knowledge/udhr.ts';
import type { LegalAidCentre, Province } from '../referral/legal-aid-centre.ts';
import type { Hotline } from '../safety/hotlines.ts';
import { udhrTexts } from './udhr-texts.ts';

/** Everything that stands in `knowledge/`, and the Declaration from the `udhr` package. */
export interface KnowledgeFiles {
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly hotlines: readonly Hotline[];
  readonly provinces: readonly Province[];
  readonly centres: readonly LegalAidCentre[];
  /** What could not be read. Whoever serves people decides whether to go on without those files. */
  readonly faults: readonly Fault[];
}

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
const CentreRow = z.strictObject({ province: z.string().regex(/^\d{2}$/), name: z.string() });

/**
 * Reads the knowledge folder.
 *
 * @throws AppError `not-found` when the folder is not there. Faults inside files do not throw: they are returned.
 */
export function readKnowledge(folder: string): KnowledgeFiles {
  const files = filesBelow(folder);
  const faults: Fault[] = [];
  const keep = <T>(parsed: Parsed<T>): readonly T[] => {
    if (parsed.ok) return [parsed.value];
    faults.push(...parsed.faults);
    return [];
  };
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const rows = <T>(file: string, row: z.ZodType<T>): readonly T[] => {
    if (!files.includes(file)) {
      faults.push({ file, field: 'tệp', message: 'thiếu tệp này' });
      return [];
    }
    let content: unknown;
    try {
      content = parse(text(file).normalize('NFC'), { schema: 'core' });
    } catch (cause) {
      faults.push({ file, field: 'tệp', message: `YAML không đọc được: ${String(cause).split('\n')[0]}` });
      return [];
    }
    const read = z.array(row).safeParse(content);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) faults.push({ file, field: path.join('.'), message });
    return [];
  };

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
    faults,
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
