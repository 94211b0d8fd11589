import type { Day } from '../base/days.ts';
import { amendmentsIn } from './amendments.ts';
import { clausesOf } from './clauses.ts';
import { chosen, codified, isCodification } from './codification.ts';
import { type Cuts, divide } from './divide.ts';
import { articleHeading, divisionHeading } from './headings.ts';
import { inspect } from './inspect.ts';
import { amendedName, instrumentFacts } from './instrument-facts.ts';
import { refusalOfText } from './judge-text.ts';
import type { Appendix, Division, LawArticle, LawReading, Note, Refusal, Segment, Warning } from './law-text.ts';
import { isBlank, MARK, withoutMarks } from './lines.ts';
import { boundFrom, notesIn } from './notes.ts';

/** What a reader of files hands over. */
export interface LawSource {
  /** As `linesOf` gives them: NFC, one paragraph each. */
  readonly lines: readonly string[];
  readonly from: 'pdf' | 'other';
  /** What the reader had to do to the text. */
  readonly warnings: readonly Warning[];
}

export interface ReadOptions {
  /** The code that the importer gives, where the text does not say enough or holds several instruments. */
  readonly code?: string | undefined;
  /** Wording that binds only after this day has an earlier wording that must be asked for. */
  readonly asOf: Day;
}

export type LawResult =
  | { readonly ok: true; readonly law: LawReading }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads a law as it was published. Never throws; takes time in proportion to the length of the text.
 *
 * @returns The law, or why it is not imported: broken letters, several instruments, no law at all.
 */
export function readLaw(source: LawSource, options: ReadOptions): LawResult {
  const broken = refusalOfText(source.lines, source.from);
  if (broken) return { ok: false, refusal: broken };
  if (isCodification(source.lines)) return readCodified(source, options);
  const law = takeApart(source, options);
  if (law.articles.length === 0) {
    return {
      ok: false,
      refusal: {
        code: 'not-a-law',
        message: 'Không tìm thấy điều nào (“Điều 1.”) trong tệp: đây không phải toàn văn một văn bản luật.',
      },
    };
  }
  return { ok: true, law };
}

function readCodified(source: LawSource, options: ReadOptions): LawResult {
  const instrument = chosen(codified(source.lines), options.code);
  if (!('lines' in instrument)) return { ok: false, refusal: instrument };
  const law = takeApart({ ...source, lines: instrument.lines }, options);
  const { code, name, number, adoptedOn, inForceFrom } = instrument;
  return {
    ok: true,
    law: {
      ...law,
      instrument: { ...law.instrument, code: code ?? options.code, name, number, adoptedOn, inForceFrom },
      warnings: law.warnings.filter(({ kind }) => !/^(?:code|name|number|adopted-on)-/.test(kind)),
    },
  };
}

function takeApart({ lines, from, warnings }: LawSource, { code, asOf }: ReadOptions): LawReading {
  const cuts = divide(lines);
  const of = (kind: Segment['kind']): readonly string[] =>
    cuts.segments.filter((segment) => segment.kind === kind).flatMap(({ from, to }) => lines.slice(from, to));
  const bare = articlesIn(lines, cuts.segments);
  const facts = instrumentFacts({ front: of('front'), closing: of('closing'), articles: bare });
  const notes = notesIn(of('notes'));
  const divisionMarks = marksOfDivisions(lines, cuts.segments);
  const articles = bare.map((article) => withNotes(article, { notes, divisionMarks, amendedBy: facts.amendedBy }));
  const law = {
    instrument: { ...facts, code: code ?? facts.code },
    articles: facts.amends.length === 0 ? articles : articles.map(withAmendments),
    divisions: divisionsIn(lines, cuts.segments),
    appendices: appendicesIn(lines, cuts.segments),
    notes,
    lines,
    segments: cuts.segments,
  };
  const { gaps, found } = inspect({ law, cuts, lines, isPrinted: from === 'pdf', asOf });
  return { ...law, gaps, warnings: [...warnings, ...found] };
}

type BareArticle = Pick<LawArticle, 'number' | 'heading' | 'headingLine' | 'text' | 'within' | 'clauses' | 'repealed'>;

function articlesIn(lines: readonly string[], segments: Cuts['segments']): readonly BareArticle[] {
  const titled = haveHeadings(lines, segments);
  const articles: BareArticle[] = [];
  const open: { level: Division['level']; nth: number }[] = [];
  let divisions = 0;
  for (const { kind, from, to } of segments) {
    const line = lines[from] ?? '';
    if (kind === 'division') {
      const level = divisionHeading(line)?.level ?? 'chapter';
      while (open.length > 0 && LEVELS.indexOf(open.at(-1)?.level ?? 'part') >= LEVELS.indexOf(level)) open.pop();
      open.push({ level, nth: divisions });
      divisions += 1;
    }
    const heading = kind === 'article' ? articleHeading(line) : undefined;
    if (!heading) continue;
    const parts = headingAndText({ line, rest: heading.rest, body: lines.slice(from + 1, to), titled });
    articles.push({
      number: heading.number,
      ...parts,
      within: open.map(({ nth }) => nth),
      clauses: clausesOf(parts.text),
      repealed: /^\(? ?(?:được |đã |bị )*(?:bãi bỏ|hủy bỏ|huỷ bỏ) ?\)?\.?$/iu.test(withoutMarks(parts.text).trim()),
    });
  }
  return articles;
}

const LEVELS: readonly Division['level'][] = ['part', 'chapter', 'section', 'subsection'];

/** Do most articles of this law carry a heading, or does the text begin right after the number? */
function haveHeadings(lines: readonly string[], segments: Cuts['segments']): boolean {
  const rests = segments
    .filter(({ kind }) => kind === 'article')
    .map(({ from }) => withoutMarks(articleHeading(lines[from] ?? '')?.rest ?? '').trim())
    .filter(Boolean);
  return rests.filter((rest) => !/[.;:,]$/.test(rest)).length > rests.length / 2;
}

interface HeadingNeeds {
  readonly line: string;
  readonly rest: string;
  readonly body: readonly string[];
  readonly titled: boolean;
}

/** Where the heading ends and the text begins. One line with both, two spaces and `1.` between them, is cut there. */
function headingAndText({
  line,
  rest,
  body,
  titled,
}: HeadingNeeds): Pick<LawArticle, 'heading' | 'headingLine' | 'text'> {
  const text = trimBlank(body).join('\n');
  const title = withoutMarks(rest).trim();
  if (title === '') return { heading: '', headingLine: line, text };
  const glued = /\s{2,}(?=1\. ?\S)/u.exec(rest);
  if (titled && glued) {
    const at = line.length - rest.length + glued.index;
    return {
      heading: withoutMarks(rest.slice(0, glued.index)).trim(),
      headingLine: line.slice(0, at),
      text: [line.slice(at).trimStart(), text].filter(Boolean).join('\n'),
    };
  }
  if (text !== '' && title.length < 400 && (titled || !/[.;:,]$/.test(title))) {
    return { heading: title, headingLine: line, text };
  }
  const at = line.length - rest.length;
  return { heading: '', headingLine: line.slice(0, at), text: [rest.trimStart(), text].filter(Boolean).join('\n') };
}

function trimBlank(lines: readonly string[]): readonly string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from] ?? '')) from += 1;
  while (to > from && isBlank(lines[to - 1] ?? '')) to -= 1;
  return lines.slice(from, to);
}

interface NotesNeeds {
  readonly notes: readonly Note[];
  /** Numbers of the notes on the heading of each division. */
  readonly divisionMarks: readonly (readonly string[])[];
  readonly amendedBy: Parameters<typeof boundFrom>[1];
}

/** “Chương này được bổ sung…” on the heading of a chapter is said of all its articles; “Tên chương này…” is not. */
const OF_ALL_ARTICLES = /^(?:Phần|Chương|Mục|Tiểu mục) này được (?:bổ sung|sửa đổi|thay thế|bãi bỏ)/u;

function withNotes(article: BareArticle, { notes, divisionMarks, amendedBy }: NotesNeeds): LawArticle {
  const known = new Map(notes.map((note) => [note.number, note]));
  const own = marksIn(`${article.headingLine}\n${article.text}`).flatMap((mark) => known.get(mark) ?? []);
  const above = article.within
    .flatMap((nth) => divisionMarks[nth] ?? [])
    .flatMap((mark) => known.get(mark) ?? [])
    .filter(({ text }) => OF_ALL_ARTICLES.test(text));
  const days = [...own, ...above].map((note) => boundFrom(note, amendedBy) ?? '').sort();
  return {
    ...article,
    notes: own.map(({ number }) => number),
    inForceFrom: days.at(-1) || undefined,
    amendments: [],
  };
}

function marksIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, mark = '']) => mark))];
}

function marksOfDivisions(lines: readonly string[], segments: Cuts['segments']): readonly (readonly string[])[] {
  return segments
    .filter(({ kind }) => kind === 'division')
    .map(({ from, to }) => marksIn(lines.slice(from, to).join('\n')));
}

function withAmendments(article: LawArticle): LawArticle {
  const instrument = amendedName(article.heading);
  return instrument === undefined ? article : { ...article, amendments: amendmentsIn(article.text, instrument) };
}

function divisionsIn(lines: readonly string[], segments: Cuts['segments']): readonly Division[] {
  return segments
    .filter(({ kind }) => kind === 'division')
    .map(({ from, to }) => {
      const { level, label, title } = divisionHeading(lines[from] ?? '') ?? { level: 'chapter', label: '', title: '' };
      const more = lines.slice(from + 1, to).filter((line) => !isBlank(line));
      return {
        level,
        label,
        title: withoutMarks([title, ...more.map((line) => line.trim())].filter(Boolean).join(' ')),
      };
    });
}

function appendicesIn(lines: readonly string[], segments: Cuts['segments']): readonly Appendix[] {
  return segments
    .filter(({ kind }) => kind === 'appendix')
    .map(({ from, to }) => ({
      title: (lines[from] ?? '').trim(),
      text: trimBlank(lines.slice(from + 1, to)).join('\n'),
    }));
}
