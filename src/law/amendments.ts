import type { Amendment } from './law-text.ts';
import { seen } from './lines.ts';
import { quotations } from './quotations.ts';

const INSTRUCTION = /(?:sửa đổi|bổ sung|thay thế|bãi bỏ|huỷ bỏ|hủy bỏ|thay cụm từ|bỏ cụm từ|bỏ từ)/iu;
const PLACE = /(?:(điểm|điểm,) ([a-zđ]\d?)\s?)?(?:(khoản) (\d{1,3}[a-zđ]?)\s?)?Điều (\d{1,4}[a-zđ]?)(?![\p{L}\d])/giu;
const CLAUSES = /khoản (\d{1,3}[a-zđ]?)/giu;
const CLAUSE = /khoản (\d{1,3}[a-zđ]?)/iu;

/**
 * What an amending article does to another instrument, in the order of its text. New wording is what stands in the quotation after
 * the instruction; the article it belongs to is the one the instruction names, or else the one named above it.
 *
 * @param text The text of the amending article. @param instrument What its heading says it amends.
 */
export function amendmentsIn(text: string, instrument: string | undefined): readonly Amendment[] {
  const lines = text.split('\n');
  const openings = new Map(quotations(lines).map((quotation) => [quotation.from, quotation]));
  const found: Amendment[] = [];
  const add = (amendment: Amendment): void => {
    found.push(instrument === undefined ? amendment : { ...amendment, instrument });
  };
  let instruction = '';
  let named: Place | undefined;
  for (let nth = 0; nth < lines.length; ) {
    const line = seen(lines[nth] ?? '');
    const quotation = openings.get(nth);
    if (quotation === undefined) {
      if (INSTRUCTION.test(line)) {
        instruction = line;
        named = placesIn(line)[0] ?? (/^[a-zđ]{1,2}\)/u.test(line) ? named : undefined);
        for (const target of repealedIn(line, named)) add({ act: 'repealed', target });
      }
      nth += 1;
      continue;
    }
    const words = unquoted(lines.slice(quotation.from, quotation.to).join('\n'));
    if (INSTRUCTION.test(instruction)) for (const amendment of newWording(words, instruction, named)) add(amendment);
    nth = quotation.to;
  }
  return found;
}

/** One amendment for each article that the new wording holds; else one for each clause; else one for the point it begins with. */
function newWording(words: string, instruction: string, named: Place | undefined): readonly Amendment[] {
  const articles = splitAt(words, /^\s{0,4}[“"]?Điều (\d{1,4}[a-zđ]?)[.,:]/gmu);
  if (articles.length > 0) {
    const added = addedIn(instruction, 'điều');
    return articles.map(({ number, text }) => ({
      act: added.has(number) ? 'inserted' : 'replaced',
      target: { article: number },
      text,
    }));
  }
  if (named === undefined) return [];
  const clauses = risingOnly(splitAt(words, /^\s{0,4}(\d{1,3}[a-zđ]?)\s?\.(?=\s)/gmu));
  if (clauses.length > 0) {
    const added = addedIn(instruction, 'khoản');
    return clauses.map(({ number, text }) => ({
      act: added.has(number) ? 'inserted' : 'replaced',
      target: { article: named.article, clause: number },
      text,
    }));
  }
  const point = /^([a-zđ]{1,2}\d?)\)/u.exec(words)?.[1];
  const clause = CLAUSE.exec(instruction)?.[1] ?? named.clause;
  return [
    {
      act: point !== undefined && addedIn(instruction, 'điểm').has(point) ? 'inserted' : 'replaced',
      target: {
        article: named.article,
        ...(clause !== undefined && { clause }),
        ...(point !== undefined && { point }),
      },
      text: words,
    },
  ];
}

interface Numbered {
  readonly number: string;
  readonly text: string;
}

/** What stands before the first number belongs to it. */
function splitAt(words: string, start: RegExp): readonly Numbered[] {
  const starts = [...words.matchAll(start)];
  if (starts[0] && words.slice(0, starts[0].index).trim() !== '') return [];
  return starts.map((one, nth) => ({
    number: one[1] ?? '',
    text: words.slice(one.index, starts[nth + 1]?.index).trim(),
  }));
}

/** Clauses whose numbers rise; a table or list inside a clause may begin at 1 again, then all of it is one wording. */
function risingOnly(clauses: readonly Numbered[]): readonly Numbered[] {
  const rises = clauses.every(({ number }, nth) => {
    const before = clauses[nth - 1]?.number;
    return before === undefined || Number.parseInt(number, 10) >= Number.parseInt(before, 10);
  });
  const [first] = clauses;
  return rises || first === undefined
    ? clauses
    : [{ number: first.number, text: clauses.map(({ text }) => text).join('\n') }];
}

/** “bổ sung khoản 16 vào sau khoản 15”: 16. “Sửa đổi, bổ sung khoản 14”: nothing, because that is one word for changing. */
function addedIn(instruction: string, unit: 'điều' | 'khoản' | 'điểm'): ReadonlySet<string> {
  const plain = instruction.toLocaleLowerCase('vi').replace(/sửa đổi,? bổ sung/gu, 'sửa đổi');
  const added = new Set<string>();
  for (const [, list = ''] of plain.matchAll(/bổ sung ((?:(?!bổ sung|sửa đổi|bãi bỏ|thay thế)[^;]){1,200})/gu)) {
    const [what = ''] = list.split(/ (?:vào|sau|như sau|trước)(?= |$)/u, 1);
    const own = unit === 'điều' ? what : what.replace(/điều \d{1,4}[a-zđ]?/gu, '');
    const numbers =
      unit === 'điểm' ? /(?<![\p{L}\d])([a-zđ]\d?)(?![\p{L}\d])/gu : /(?<![\p{L}\d])(\d{1,4}[a-zđ]?)(?![\p{L}\d])/gu;
    if (!own.includes(unit)) continue;
    for (const [, number = ''] of own.slice(own.indexOf(unit)).matchAll(numbers)) added.add(number);
  }
  return added;
}

interface Place {
  readonly article: string;
  readonly clause?: string;
  readonly point?: string;
}

function placesIn(line: string): readonly Place[] {
  return [...line.matchAll(PLACE)].map(([, , point, , clause, article = '']) => ({
    article,
    ...(clause !== undefined && { clause }),
    ...(point !== undefined && { point }),
  }));
}

/** “Bãi bỏ Điều 42 và Điều 44”, “Bãi bỏ khoản 2 Điều 5”, below an article “bãi bỏ khoản 2 và khoản 3”. */
function repealedIn(line: string, named: Place | undefined): readonly Place[] {
  const from = line.search(/(?:bãi bỏ|hủy bỏ|huỷ bỏ)(?! (?:cụm )?từ)/iu);
  if (from === -1 || /như sau ?:?$/u.test(line)) return [];
  const what = line.slice(from).split(/;|\bvà (?:sửa đổi|bổ sung|thay)/u)[0] ?? '';
  const listed = /các điều ([\d, a-zđvà]+?)(?= của| tại|\.|;|$)/iu.exec(what)?.[1];
  const numbers = listed?.match(/\d{1,4}[a-zđ]?(?![\p{L}])/gu) ?? [];
  const places = placesIn(what);
  if (places.length > 0 || numbers.length > 0) return [...places, ...numbers.map((article) => ({ article }))];
  if (named === undefined) return [];
  const { article } = named;
  const clause = CLAUSE.exec(what)?.[1] ?? named.clause;
  const points = /(?:các )?điểm ([a-zđ](?:\d?,? (?:và )?(?:điểm )?[a-zđ]\d?)*)(?![\p{L}\d])/u
    .exec(what)?.[1]
    ?.match(/(?<!\p{L})[a-zđ]\d?(?!\p{L})/gu);
  if (points) return points.map((point) => ({ article, ...(clause !== undefined && { clause }), point }));
  return [...what.matchAll(CLAUSES)].map(([, number = '']) => ({ article, clause: number }));
}

function unquoted(words: string): string {
  return words
    .trim()
    .replace(/^[“"«„]/u, '')
    .replace(/[”"»]\s{0,4}[.;,]{0,3}$/u, '');
}
