import { clean } from '../language/clean.ts';
import { fold } from '../language/fold.ts';
import { foldedLine } from '../language/terms.ts';
import type { ArticlePlace } from './citation.ts';

const ARTICLE_NUMBER = / (?:dieu|article|art|d) ?(?:so |thu )?(\d{1,3}[a-z]?)(?= )/;
/** In a folded text of as many characters as the typed one: `khoản 2`, `k2`, `điểm a`. */
const CLAUSE_NUMBER = /(?<![a-z])(?:khoan|k\.?) ?(?:so |thu )?(\d{1,2}[a-z]?)(?![a-z0-9])/;
const POINT_LETTER = /(?<![a-z])diem ([a-z])(?![a-z0-9])/;
/** With marks or without; `Nguyễn Văn` is a name. */
const WORDS_THEMSELVES = /(?<!\p{L})(?:nguyên văn|nguyen van|toàn văn|toan van|từng chữ|tung chu)(?!\p{L})/u;

/** Article, clause and point that a question names by number. Marks are needed to tell point d from point đ. */
export function placeIn(question: string): ArticlePlace | undefined {
  const article = ARTICLE_NUMBER.exec(foldedLine(question))?.[1];
  if (article === undefined) return undefined;
  const typed = [...clean(question).toLowerCase()];
  const folded = typed.map((letter) => fold(letter).slice(0, 1) || ' ').join('');
  const clause = CLAUSE_NUMBER.exec(folded)?.[1];
  const point = POINT_LETTER.exec(folded);
  const letter = point && typed[point.index + point[0].length - 1];
  return { article, ...(clause && { clause }), ...(letter && { point: letter }) };
}

/** @param line As `foldedLine` gives it. */
export function withoutArticle(line: string): string {
  return line.replace(ARTICLE_NUMBER, ' ');
}

/** Does a question ask for the words of the law themselves? */
export function asksForWords(question: string): boolean {
  return WORDS_THEMSELVES.test(clean(question).toLowerCase());
}
