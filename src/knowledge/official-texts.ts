import { articleOf, partsOf } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';
import type { Fault } from './parse-entry.ts';

/** Texts of instruments as published, to check entries against. They are not part of the product. */
export interface OfficialTexts {
  /** Codes in the register, whether or not the text is held below. */
  readonly codes: ReadonlySet<string>;
  /** `<code>:<article>` to the words of the article. */
  readonly articles: ReadonlyMap<string, string>;
}

/** Spelled from a name, so the register says how; treaties and decrees have codes of their own (contracts §1). */
const SPELLED_BY_NAME = /^(?:bo-)?luat-/;
/** So many syllables in a row that also stand in the law are copied, not told. Names of offices and crimes are shorter. */
const COPIED_SYLLABLES = 16;

/**
 * Checks entries against the published texts: the instrument is one of those in the register, the article stands in its
 * text, the clause and the point stand in the article, and no sentence of it was copied. What is not held is not judged.
 */
export function checkAgainstTexts(entries: readonly KnowledgeEntry[], texts: OfficialTexts): readonly Fault[] {
  const held = new Set([...texts.articles.keys()].map((article) => article.split(':')[0]));
  const runs = new Map<string, ReadonlySet<string>>();
  const runsOf = (article: string): ReadonlySet<string> => {
    const known = runs.get(article) ?? new Set(runsIn(texts.articles.get(article) ?? ''));
    runs.set(article, known);
    return known;
  };
  return entries
    .filter(({ quotes }) => quotes.length === 0)
    .flatMap((entry) => {
      const complain = (field: string, message: string): Fault => ({ file: `${entry.id}.md`, field, message });
      const words = runsIn(ownWords(entry));
      return entry.citations.flatMap((citation): readonly Fault[] => {
        const { code, clause, point } = partsOf(citation);
        const article = articleOf(citation);
        const text = texts.articles.get(article);
        if (SPELLED_BY_NAME.test(code) && !texts.codes.has(code))
          return [complain('citations', `${citation}: mã ${code} không có trong danh mục`)];
        if (!held.has(code)) return [];
        if (text === undefined) {
          return [complain('citations', `${citation}: văn bản chính thức không có điều này, hãy xem lại số điều`)];
        }
        const faults: Fault[] = [];
        if (clause && !hasClause(text, clause)) {
          faults.push(complain('citations', `${citation}: Điều này không có khoản ${clause}`));
        } else if (point && !hasPoint(text, point)) {
          faults.push(complain('citations', `${citation}: khoản này không có điểm ${point}`));
        }
        const copied = words.find((run) => runsOf(article).has(run));
        if (copied)
          faults.push(complain('thân tệp', `chép nguyên văn ${article}: "${copied}"; viết bằng lời của mình`));
        return faults;
      });
    });
}

function hasClause(text: string, clause: string): boolean {
  return new RegExp(`(?:^|\\s)${clause}\\s*[.)]`, 'u').test(text);
}

function hasPoint(text: string, point: string): boolean {
  return new RegExp(`(?:^|\\s)${point}\\s*[)]`, 'u').test(text);
}

function ownWords(entry: KnowledgeEntry): string {
  return [
    entry.shortAnswer,
    ...entry.passages.flatMap(({ lines }) => lines),
    ...entry.basis.map(({ says }) => says),
  ].join('\n');
}

/** Every run of `COPIED_SYLLABLES` syllables, line by line, without punctuation. */
function runsIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const syllables = line.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
    return Array.from({ length: Math.max(0, syllables.length - COPIED_SYLLABLES + 1) }, (_, nth) =>
      syllables.slice(nth, nth + COPIED_SYLLABLES).join(' '),
    );
  });
}
