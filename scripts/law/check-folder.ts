import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Day } from '../../src/base/days.ts';
import { fold } from '../../src/language/fold.ts';
import { articleHeading } from '../../src/law/headings.ts';
import { type ImportedLaw, importLaw } from '../../src/law-files/import-law.ts';

interface CheckNeeds {
  readonly folder: string;
  readonly against: string | undefined;
  readonly asOf: Day;
  readonly json: boolean;
}

/** Words of one law from another source, article by article. */
interface Copy {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Articles that the copy gives in a later wording. */
  readonly amended: ReadonlySet<string>;
}

interface Row {
  readonly file: string;
  readonly expected: string;
  readonly found: number;
  readonly refused?: string;
  readonly compared: readonly Comparison[];
}

interface Comparison {
  readonly copy: string;
  readonly articles: number;
  readonly exact: number;
  /** Spaces and footnote marks put aside. */
  readonly sameWords: number;
  /** Why the others differ: reason to articles. */
  readonly differ: Readonly<Record<string, readonly string[]>>;
}

interface Read {
  readonly file: string;
  readonly code: string;
  readonly law: ImportedLaw;
}

const languageOf = ({ law }: Read): string | undefined => articleHeading(law.articles[0]?.headingLine ?? '')?.language;

/** Imports every file of a folder and compares it with the plain-text copies of the same law beside it, and with a corpus. */
export async function checkFolder({ folder, against, asOf, json }: CheckNeeds): Promise<void> {
  const expected = expectedIn(folder);
  const corpus = against === undefined ? new Map<string, Copy>() : corpusIn(against);
  const read: Read[] = [];
  const refused: Row[] = [];
  for (const path of filesIn(folder)) {
    const file = relative(folder, path);
    const bytes = readFileSync(path);
    const result = await importLaw({ bytes, name: basename(path) }, { asOf });
    process.stderr.write('.');
    if (result.ok) read.push({ file, code: codeOf(path), law: result.law });
    else if (result.refusal.choices === undefined) {
      refused.push({ file, expected: expected.get(file) ?? '', found: 0, refused: result.refusal.code, compared: [] });
    }
    for (const { code, number } of result.ok ? [] : (result.refusal.choices ?? [])) {
      const one = await importLaw({ bytes, name: basename(path) }, { asOf, code: code ?? number });
      if (one.ok) read.push({ file: `${file} → ${code ?? number}`, code: code ?? number, law: one.law });
    }
  }
  process.stderr.write('\n');
  const plain = read.filter(({ law }) => law.fileKind === 'text');
  const rows = read.map((one): Row => {
    const { file, code, law } = one;
    const others = plain.filter(
      (other) => other.code === code && other.file !== file && languageOf(other) === languageOf(one),
    );
    const copies = others.map(copyOf);
    const held = languageOf(one) === 'vi' ? corpus.get(code) : undefined;
    // the corpus was cut from the newest text of each law: what a consolidated file marks as amended is amended there
    const amended = new Set([one, ...others].flatMap((other) => [...copyOf(other).amended]));
    return {
      file,
      expected: expected.get(file) ?? '',
      found: law.articles.length,
      compared: [...copies, ...(held ? [{ ...held, amended }] : [])].map((copy) => compare(law, copy)),
    };
  });
  process.stdout.write(json ? `${JSON.stringify([...rows, ...refused])}\n` : table([...rows, ...refused]));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:docx|pdf|html?|txt|md|xml)$/i.test(file) && !/PROVENANCE|README|index/i.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** Files of one law carry one name; a second copy has a letter more. */
function codeOf(path: string): string {
  const name = basename(path, extname(path)).replace(/-(?:b|ocr)$/, '');
  return name === 'hien-phap-2013' ? 'hp2013' : name;
}

/** The column `articles` of `index.tsv`, where the folder has one. */
function expectedIn(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, 'index.tsv');
  if (!existsSync(path)) return new Map();
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const at = head.split('\t').indexOf('articles');
  return new Map(lines.map((line) => line.split('\t')).map((cells) => [cells[0] ?? '', cells[at] ?? '']));
}

/** `{"_id": "code:article", "text": …}` a line. */
function corpusIn(path: string): ReadonlyMap<string, Copy> {
  const copies = new Map<string, { name: string; texts: Map<string, string>; amended: Set<string> }>();
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { _id, text } = JSON.parse(line) as { _id: string; text: string };
    const [code = '', article = ''] = _id.split(':');
    const copy = copies.get(code) ?? { name: 'corpus', texts: new Map(), amended: new Set() };
    copy.texts.set(article, text);
    copies.set(code, copy);
  }
  return copies;
}

function copyOf({ file, law }: Read): Copy {
  return {
    name: file,
    texts: new Map(law.articles.map(({ number, text }) => [number, text])),
    amended: new Set(law.articles.filter(({ notes }) => notes.length > 0).map(({ number }) => number)),
  };
}

function compare(law: ImportedLaw, { name, texts, amended }: Copy): Comparison {
  const both = law.articles.flatMap((article) => {
    const other = texts.get(article.number);
    return other === undefined ? [] : [{ ...article, other }];
  });
  const differ: Record<string, string[]> = {};
  for (const { number, text, notes, other } of both) {
    if (words(text) === words(other)) continue;
    const reason = reasonOf({ text, other, isAmended: amended.has(number) || notes.length > 0 });
    differ[reason] = [...(differ[reason] ?? []), number];
  }
  return {
    copy: name,
    articles: both.length,
    exact: both.filter(({ text, other }) => text === other).length,
    sameWords: both.filter(({ text, other }) => words(text) === words(other)).length,
    differ,
  };
}

/** Spaces and footnote marks put aside. */
function words(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim();
}

interface Difference {
  readonly text: string;
  readonly other: string;
  readonly isAmended: boolean;
}

/** What a difference comes from, as far as the two texts show it. */
function reasonOf({ text, other, isAmended }: Difference): string {
  const [own, copy] = [words(text), words(other)];
  if (own.replace(/Ð/g, 'Đ') === copy.replace(/Ð/g, 'Đ')) return 'look-alike letter Ð kept here, replaced in the copy';
  if (isTail(own, copy)) return 'the copy carries the next title or the end of the law along';
  if (isTail(copy, own)) return 'this text carries the next title or the end of the law along';
  const bare = (one: string): string => fold(one).replace(/[^a-z0-9]+/g, '');
  if (bare(own) === bare(copy)) return 'capitals, tone placement or punctuation only';
  if (bare(own).replace(/\d/g, '') === bare(copy).replace(/\d/g, ''))
    return 'numbers of notes stand glued to words in the copy';
  if (isAmended) return 'one of the two is the consolidated text, amended here';
  return own.includes('\t') || text.includes('\t')
    ? 'table or formula, set differently'
    : 'wording differs between the sources';
}

/** Does the longer text only go on, with words in capitals or the ending mark of decrees? */
function isTail(short: string, long: string): boolean {
  return long.startsWith(short) && isTitle(long.slice(short.length));
}

function isTitle(text: string): boolean {
  const letters = text.replace(/(?:Chương|Mục|Tiểu mục|Phần) [\dIVXLC]+\.?/g, '').match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter === letter.toUpperCase()).length >= letters.length * 0.9;
}

function table(rows: readonly Row[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.flatMap(({ file, expected, found, refused, compared }) => {
    if (refused !== undefined) return [line([file, expected, `refused: ${refused}`, '', '', '', ''])];
    if (compared.length === 0) return [line([file, expected, found, '–', '', '', ''])];
    return compared.map(({ copy, articles, exact, sameWords, differ }, nth) =>
      line([
        nth === 0 ? file : '″',
        nth === 0 ? expected : '',
        nth === 0 ? found : '',
        `${copy} (${articles})`,
        exact,
        sameWords,
        Object.entries(differ)
          .map(
            ([reason, numbers]) =>
              `${reason}: ${numbers.slice(0, 8).join(', ')}${numbers.length > 8 ? ` and ${numbers.length - 8} more` : ''}`,
          )
          .join('; '),
      ]),
    );
  });
  const all = rows.flatMap(({ compared }) => compared);
  const sum = (of: (one: Comparison) => number): number => all.reduce((total, one) => total + of(one), 0);
  const files = new Set(rows.map(({ file }) => file.split(' → ')[0]));
  return [
    line([
      'file',
      'articles expected',
      'found',
      'copy (articles in both)',
      'equal to the letter',
      'equal but for spaces and marks',
      'why the others differ',
    ]),
    line(['---', '---', '---', '---', '---', '---', '---']),
    ...body,
    '',
    `${files.size} files, ${rows.filter(({ refused }) => refused !== undefined).length} refused, ${rows.reduce((total, { found }) => total + found, 0)} articles; compared ${sum((one) => one.articles)}, equal to the letter ${sum((one) => one.exact)}, equal but for spaces and marks ${sum((one) => one.sameWords)}.`,
    '',
  ].join('\n');
}
