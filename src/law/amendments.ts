import type { Amendment } from './law-text.ts';
import { seen } from './lines.ts';
import { quotations } from './quotations.ts';

const INSTRUCTION =
  /(?:sửa đổi|bổ sung|thay thế|bãi bỏ|huỷ bỏ|hủy bỏ|thay cụm từ|bỏ cụm từ|bỏ từ)/iu;
const PLACE = /(?:(điểm|điểm,) ([a-zđ]\d?)\s?)?(?:(khoản) (\d{1,3}[a-zđ]?)\s?)?Điều (\d{1,4}[a-zđ]?)(?![\p{L}\d])/giu;
const CLAUSES = /khoản (\d{1,3}[a-zđ]?)/giu;

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
  let named: string | undefined;
  for (let nth = 0; nth < lines.length; ) {
    const line = seen(lines[nth] ?? '');
    const quotation = openings.get(nth);
    if (quotation === undefined) {
      if (INSTRUCTION.test(line)) {
        instruction = line;
        named = placesIn(line)[0]?.article ?? (/^[a-zđ]{1,2}\)/u.test(line) ? named : undefined);
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

/** One amendment for each article that the new wording holds; else one for the clause or point that it begins with. */
function newWording(words: string, instruction: string, named: string | undefined): readonly Amendment[] {
  const articles = splitAtArticles(words);
  if (articles.length > 0) {
    return articles.map(({ article, text }) => ({ act: actOn(instruction, article), target: { article }, text }));
  }
  if (named === undefined) return [];
  const clause = /^(\d{1,3}[a-zđ]?)\s?\./u.exec(words)?.[1] ?? [...instruction.matchAll(CLAUSES)].at(0)?.[1];
  const point = /^([a-zđ]{1,2}\d?)\)/u.exec(words)?.[1];
  const place = `${clause === undefined ? '' : `khoản ${clause} `}`;
  const act = new RegExp(`bổ sung (?:các |một số )?(?:điểm|khoản)(?!.*sửa đổi)`, 'iu').test(instruction.replace(/sửa đổi, bổ sung/giu, 'sửa đổi'))
    ? inserts(instruction, place)
    : 'replaced';
  return [
    {
      act,
      target: { article: named, ...(clause !== undefined && { clause }), ...(point !== undefined && { point }) },
      text: words,
    },
  ];
}

function inserts(instruction: string, place: string): 'inserted' | 'replaced' {
  const added = instruction.replace(/sửa đổi, bổ sung/giu, 'sửa đổi');
  const alsoChanged = /sửa đổi/iu.test(added) && place !== '' && added.toLowerCase().indexOf(place.trim()) < added.toLowerCase().indexOf('bổ sung');
  return alsoChanged ? 'replaced' : 'inserted';
}

function splitAtArticles(words: string): readonly { readonly article: string; readonly text: string }[] {
  const starts = [...words.matchAll(/^\s{0,4}[“"]?Điều (\d{1,4}[a-zđ]?)[.,:]/gmu)];
  return starts.map((start, nth) => ({
    article: start[1] ?? '',
    text: words.slice(start.index, starts[nth + 1]?.index).trim(),
  }));
}

/** “Bổ sung Điều 5a vào sau Điều 5” inserts 5a; “Sửa đổi, bổ sung Điều 5” replaces it. */
function actOn(instruction: string, article: string): 'inserted' | 'replaced' {
  const added = instruction.replace(/sửa đổi, bổ sung/giu, 'sửa đổi');
  const place = new RegExp(`bổ sung (?:(?:các )?điều )?.{0,80}?(?<!sau )(?:Điều )?${article}(?![\\p{L}\\d])`, 'iu');
  return place.test(added) ? 'inserted' : 'replaced';
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
function repealedIn(line: string, named: string | undefined): readonly Place[] {
  const from = line.search(/(?:bãi bỏ|hủy bỏ|huỷ bỏ)(?! (?:cụm )?từ)/iu);
  if (from === -1 || /như sau ?:?$/u.test(line)) return [];
  const what = line.slice(from).split(/;|\bvà (?:sửa đổi|bổ sung|thay)/u)[0] ?? '';
  const listed = /các điều ([\d, a-zđvà]+?)(?= của| tại|\.|;|$)/iu.exec(what)?.[1];
  const numbers = listed?.match(/\d{1,4}[a-zđ]?(?![\p{L}])/gu) ?? [];
  const places = placesIn(what);
  if (places.length > 0 || numbers.length > 0) return [...places, ...numbers.map((article) => ({ article }))];
  if (named === undefined) return [];
  return [...what.matchAll(CLAUSES)].map(([, clause = '']) => ({ article: named, clause }));
}

function unquoted(words: string): string {
  return words
    .trim()
    .replace(/^[“"«„]/u, '')
    .replace(/[”"»]\s{0,4}[.;,]{0,3}$/u, '');
}
