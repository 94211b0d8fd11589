import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { DANGERS } from '../base/danger.ts';
import { isDay } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { NO_ALIASES, usesAliases } from './aliases.ts';
import { type Citation, parseCitation } from './citation.ts';
import { type Basis, ENTRY_KINDS, type KnowledgeEntry, type Passage } from './entry.ts';

/** What is wrong in a knowledge file, in the words of its author. */
export interface Fault {
  /** Path below `knowledge/`. */
  readonly file: string;
  /** 1-based; undefined where the fault is not in one place. */
  readonly line?: number | undefined;
  /** The field or section. */
  readonly field: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const LONGEST_SHORT_ANSWER = 600; // contracts §2
export const LONGEST_ID = 56; // an id travels in a Telegram button, which holds 64 bytes
const LONGEST_TITLE = 120;
const FEWEST_VARIANTS = { qa: 12, guide: 6, article: 5 } as const;

const BODY_BEGINS = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** What a schema says by itself, for a curator; our own messages stand beside the rules. */
export const IN_VIETNAMESE = { error: z.locales.vi().localeError };

const DayText = z.string().refine(isDay, 'phải là một ngày có thật, viết NĂM-THÁNG-NGÀY');
const CitationText = z
  .string()
  .refine((text) => parseCitation(text) !== undefined, 'không đúng dạng mã:điều[.khoản[.điểm]]')
  .transform((text) => text as Citation);
const Line = z.string().trim().min(1, 'không được để trống');

const FrontMatter = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/, 'chỉ dùng a-z, 0-9, gạch nối và gạch chéo')
    .max(LONGEST_ID, `dài quá ${LONGEST_ID} ký tự`),
  question: Line.max(LONGEST_TITLE, `dài quá ${LONGEST_TITLE} ký tự`).optional(),
  title: Line.max(LONGEST_TITLE, `dài quá ${LONGEST_TITLE} ký tự`).optional(),
  variants: z.array(Line),
  negativeTwin: Line.optional(),
  english: z
    .strictObject({
      question: Line.max(LONGEST_TITLE, `dài quá ${LONGEST_TITLE} ký tự`),
      variants: z.array(Line).min(2, 'cần ít nhất hai cách hỏi'),
      answer: Line.max(LONGEST_SHORT_ANSWER, `dài quá ${LONGEST_SHORT_ANSWER} ký tự`),
    })
    .optional(),
  topics: z
    .array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'chữ thường không dấu, gạch nối'))
    .min(1, 'cần ít nhất một'),
  citations: z.array(CitationText).min(1, 'không có căn cứ thì không được trả lời: cần ít nhất một trích dẫn'),
  validFrom: DayText,
  validTo: DayText.nullish(),
  reviewedOn: DayText,
  reviewBy: DayText,
  sources: z.array(Line).min(1, 'cần ít nhất một nguồn đã đối chiếu'),
  confidence: z.enum(['A', 'B'], 'phải là A hoặc B; C không được đăng'),
  urgent: z.enum(DANGERS, `phải là một trong: ${DANGERS.join(', ')}`).optional(),
});

/**
 * Reads one file of `knowledge/{qa,guide,article}/`: YAML front matter, then Markdown (contracts §2).
 *
 * @param file Path below `knowledge/`, with forward slashes; the id must equal it without `.md`.
 * @returns The entry, or every fault at once with line and field.
 */
export function parseEntry(file: string, text: string): Parsed<KnowledgeEntry> {
  const source = text.normalize('NFC');
  const head = BODY_BEGINS.exec(source);
  if (!head) {
    return wrong([
      { file, line: 1, field: 'front matter', message: 'tệp phải bắt đầu bằng phần đầu đặt giữa hai dòng ---' },
    ]);
  }
  const counter = new LineCounter();
  const yaml = parseDocument(head[1] ?? '', { lineCounter: counter, schema: 'core', logLevel: 'error' });
  if (yaml.errors.length > 0) {
    return wrong(
      yaml.errors.map((error) => ({
        file,
        line: counter.linePos(error.pos[0]).line + 1,
        field: 'front matter',
        message: `YAML không đọc được: ${error.message.split('\n')[0]}`,
      })),
    );
  }
  if (usesAliases(yaml)) return wrong([{ file, field: 'front matter', message: NO_ALIASES }]);
  const lineOf = (field: string): number | undefined => {
    if (!isMap(yaml.contents)) return undefined;
    const pair = yaml.contents.items.find(({ key }) => isScalar(key) && key.value === field);
    return isScalar(pair?.key) && pair.key.range ? counter.linePos(pair.key.range[0]).line + 1 : undefined;
  };

  const read = FrontMatter.safeParse(yaml.toJS(), IN_VIETNAMESE);
  const faults: Fault[] = [];
  if (!read.success) {
    for (const issue of read.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          const path = [...issue.path, key];
          const message = 'trường lạ, hãy bỏ hoặc sửa tên';
          faults.push({ file, line: lineOf(String(path[0])), field: path.join('.'), message });
        }
      } else {
        const field = issue.path.join('.') || 'front matter';
        faults.push({ file, line: lineOf(String(issue.path[0] ?? '')), field, message: issue.message });
      }
    }
    return wrong(faults);
  }

  const front = read.data;
  const kind = ENTRY_KINDS.find((known) => front.id.startsWith(`${known}/`));
  const complain = (field: string, message: string): void => {
    faults.push({ file, line: lineOf(field), field, message });
  };
  if (`${front.id}.md` !== file) complain('id', `phải trùng đường dẫn tệp: ${file.replace(/\.md$/, '')}`);
  if (!kind)
    return wrong([
      ...faults,
      { file, line: lineOf('id'), field: 'id', message: 'phải bắt đầu bằng qa/, guide/ hoặc article/' },
    ]);
  const title = kind === 'article' ? front.title : front.question;
  if (!title) complain(kind === 'article' ? 'title' : 'question', 'thiếu');
  if (front.variants.length < FEWEST_VARIANTS[kind]) {
    complain('variants', `có ${front.variants.length} cách nói, cần ít nhất ${FEWEST_VARIANTS[kind]}`);
  }
  for (const twice of repeated(front.variants.map((variant) => variant.toLowerCase())))
    complain('variants', `lặp lại: ${twice}`);
  for (const twice of repeated(front.citations)) complain('citations', `lặp lại: ${twice}`);
  if (front.validTo && front.validTo < front.validFrom) complain('validTo', 'phải sau validFrom');
  if (front.reviewBy <= front.reviewedOn) complain('reviewBy', 'phải sau reviewedOn');

  const bodyStartsAt = head[0].split('\n').length;
  const body = parseBody(source.slice(head[0].length), bodyStartsAt);
  for (const fault of checkBody(body, kind, front.citations)) faults.push({ file, ...fault });
  if (faults.length > 0) return wrong(faults);

  return {
    ok: true,
    value: {
      id: front.id as EntryId,
      kind,
      title: title ?? '',
      variants: front.variants,
      negativeTwin: front.negativeTwin,
      english: front.english,
      topics: front.topics,
      citations: front.citations as unknown as KnowledgeEntry['citations'],
      valid: { from: front.validFrom, to: front.validTo ?? undefined },
      reviewedOn: front.reviewedOn,
      reviewBy: front.reviewBy,
      sources: front.sources,
      confidence: front.confidence,
      urgent: front.urgent,
      shortAnswer: body.shortAnswer,
      passages: body.passages.map(({ heading, lines, numbered }) => ({ heading, lines, numbered })),
      basis: body.basis,
      quotes: [],
    },
  };
}

interface Body {
  readonly shortAnswer: string;
  readonly startsAt: number;
  readonly passages: readonly (Passage & { readonly line: number })[];
  readonly basis: readonly (Basis & { readonly line: number })[];
  readonly basisLine: number | undefined;
  readonly notUnderstood: readonly { readonly line: number; readonly text: string }[];
}

const BASIS_HEADING = 'Căn cứ';
const BASIS_LINE = /^- `([^`]+)`:\s*(\S.*)$/;

function parseBody(text: string, startsAt: number): Body {
  const passages: { heading: string; lines: string[]; numbered: boolean; line: number }[] = [];
  const basis: (Basis & { line: number })[] = [];
  const notUnderstood: { line: number; text: string }[] = [];
  const answer: string[] = [];
  let basisLine: number | undefined;

  for (const [nth, raw] of text.split('\n').entries()) {
    const line = startsAt + nth;
    const words = raw.trim();
    const heading = /^##\s+(.+)$/.exec(words)?.[1];
    if (heading !== undefined) {
      if (heading === BASIS_HEADING) basisLine = line;
      else {
        if (basisLine !== undefined)
          notUnderstood.push({ line, text: `phần "${heading}" đứng sau "## ${BASIS_HEADING}"` });
        passages.push({ heading, lines: [], numbered: false, line });
      }
    } else if (words === '') {
      if (passages.length === 0 && basisLine === undefined) answer.push('');
    } else if (basisLine !== undefined) {
      const found = BASIS_LINE.exec(words);
      if (found?.[1] && found[2] && parseCitation(found[1]))
        basis.push({ citation: found[1] as Citation, says: found[2], line });
      else notUnderstood.push({ line, text: 'mỗi căn cứ viết: - `mã:điều`: điều đó nói gì' });
    } else {
      const passage = passages.at(-1);
      if (!passage) answer.push(words);
      else {
        const step = /^(\d+)\.\s+(.+)$/.exec(words);
        passage.numbered ||= step !== null;
        passage.lines.push(step?.[2] ?? words.replace(/^-\s+/, ''));
      }
    }
  }
  return {
    shortAnswer: answer
      .join('\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
    startsAt,
    passages,
    basis,
    basisLine,
    notUnderstood,
  };
}

function checkBody(body: Body, kind: KnowledgeEntry['kind'], citations: readonly string[]): Omit<Fault, 'file'>[] {
  const faults: Omit<Fault, 'file'>[] = body.notUnderstood.map(({ line, text }) => ({
    line,
    field: 'thân tệp',
    message: text,
  }));
  const length = body.shortAnswer.length;
  if (length === 0) faults.push({ line: body.startsAt, field: 'câu trả lời ngắn', message: 'thiếu' });
  if (length > LONGEST_SHORT_ANSWER) {
    faults.push({
      line: body.startsAt,
      field: 'câu trả lời ngắn',
      message: `dài ${length} ký tự, tối đa ${LONGEST_SHORT_ANSWER}`,
    });
  }
  const required = {
    qa: ['Việc cần làm'],
    guide: ['Việc cần làm', 'Nơi làm', 'Giấy tờ', 'Thời hạn', 'Chi phí'],
    article: [],
  }[kind];
  for (const heading of required) {
    const passage = body.passages.find((found) => found.heading === heading);
    if (!passage || passage.lines.length === 0)
      faults.push({ line: body.startsAt, field: heading, message: `thiếu phần "## ${heading}"` });
    else if (heading === 'Việc cần làm' && !passage.numbered) {
      faults.push({ line: passage.line, field: heading, message: 'các bước phải đánh số 1. 2. 3.' });
    }
  }
  if (body.basisLine === undefined)
    faults.push({ line: body.startsAt, field: BASIS_HEADING, message: `thiếu phần "## ${BASIS_HEADING}"` });
  const explained = new Set<string>(body.basis.map(({ citation }) => citation));
  for (const citation of citations) {
    if (!explained.has(citation)) {
      faults.push({ line: body.basisLine, field: BASIS_HEADING, message: `chưa nói ${citation} quy định gì` });
    }
  }
  for (const { citation, line } of body.basis) {
    if (!citations.includes(citation))
      faults.push({ line, field: BASIS_HEADING, message: `${citation} không có trong citations` });
  }
  return faults;
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, nth) => values.indexOf(value) !== nth))];
}

function wrong(faults: readonly Fault[]): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults };
}
