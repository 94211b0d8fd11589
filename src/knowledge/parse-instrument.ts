import { parse } from 'yaml';
import { z } from 'zod';
import { isDay } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { INSTRUMENT_KINDS, type Instrument } from './instrument.ts';
import { type Fault, IN_VIETNAMESE, type Parsed } from './parse-entry.ts';

const DayText = z.string().refine(isDay, 'phải là một ngày có thật, viết NĂM-THÁNG-NGÀY');
const Numbers = z.array(z.union([z.string(), z.number()]).transform(String)).default([]);

const InstrumentFile = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  kind: z.enum(INSTRUMENT_KINDS),
  name: z.string().trim().min(1),
  shortName: z.string().trim().min(1),
  number: z.string().nullish(),
  adoptedOn: DayText.nullish(),
  inForceFrom: DayText,
  inForceTo: DayText.nullish(),
  replaces: z.array(z.string()).nullish(),
  replacedBy: z.string().nullish(),
  officialUrl: z.url().nullish(),
  articles: z.number().int().positive().nullish(),
  missingArticles: Numbers,
  insertedArticles: Numbers,
  articleDates: z
    .array(
      z.strictObject({
        article: z.union([z.string(), z.number()]).transform(String),
        inForceFrom: DayText,
        inForceTo: DayText.nullish(),
      }),
    )
    .default([]),
  aliases: z.array(z.string().trim().min(1)).default([]),
  card: z.string().nullish(),
  english: z.strictObject({ name: z.string().trim().min(1), about: z.string().trim().min(1) }).optional(),
});

/** Reads one file of `knowledge/instruments/`. The code must equal the file's name. All faults at once. */
export function parseInstrument(file: string, text: string): Parsed<Instrument> {
  const fault = (field: string, message: string): Fault => ({ file, line: lineOf(text, field), field, message });
  let content: unknown;
  try {
    content = parse(text.normalize('NFC'), { schema: 'core' });
  } catch (cause) {
    return { ok: false, faults: [fault('tệp', `YAML không đọc được: ${String(cause).split('\n')[0]}`)] };
  }
  const read = InstrumentFile.safeParse(content, IN_VIETNAMESE);
  if (!read.success) {
    return {
      ok: false,
      faults: read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => fault([...issue.path, key].join('.'), 'trường lạ, hãy bỏ hoặc sửa tên'))
          : [fault(issue.path.join('.') || 'tệp', issue.message)],
      ),
    };
  }
  const data = read.data;
  if (file !== `instruments/${data.code}.yaml`) return { ok: false, faults: [fault('code', 'phải trùng tên tệp')] };
  return {
    ok: true,
    value: {
      code: data.code,
      kind: data.kind,
      name: data.name,
      shortName: data.shortName,
      number: data.number ?? undefined,
      adoptedOn: data.adoptedOn ?? undefined,
      inForce: { from: data.inForceFrom, to: data.inForceTo ?? undefined },
      replaces: data.replaces ?? [],
      replacedBy: data.replacedBy ?? undefined,
      officialUrl: data.officialUrl ?? undefined,
      articles: data.articles ?? undefined,
      missingArticles: data.missingArticles,
      insertedArticles: data.insertedArticles,
      articleSpans: new Map(
        data.articleDates.map(({ article, inForceFrom, inForceTo }) => [
          article,
          { from: inForceFrom, to: inForceTo ?? undefined },
        ]),
      ),
      aliases: data.aliases,
      card: (data.card ?? undefined) as EntryId | undefined,
      english: data.english,
    },
  };
}

function lineOf(text: string, field: string): number | undefined {
  const top = field.split('.')[0];
  const at = text.split('\n').findIndex((line) => line.startsWith(`${top}:`));
  return at < 0 ? undefined : at + 1;
}
