/** `<code>:<article>[.<clause>[.<point>]]`, for example `crc:32` or `bo-luat-lao-dong-2019:145.1.a`. Checked by `parseCitation`. */
export type Citation = string & { readonly citation: unique symbol };

/** A citation taken apart. Article, clause and point are text: articles such as `4a` exist. */
export interface CitationParts {
  readonly code: string;
  readonly article: string;
  readonly clause?: string;
  readonly point?: string;
}

const FORM = /^([a-z0-9]+(?:-[a-z0-9]+)*):(\d{1,3}[a-zđ]?)(?:\.(\d{1,2}[a-zđ]?))?(?:\.([a-zđ]))?$/u;

/** @returns The parts, or `undefined` when the text is not a citation. */
export function parseCitation(text: string): CitationParts | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, code = '', article = '', clause, point] = match;
  return { code, article, ...(clause && { clause }), ...(point && { point }) };
}

/** The parts of a citation that was checked when it was loaded. */
export function partsOf(citation: Citation): CitationParts {
  const parts = parseCitation(citation);
  if (!parts) throw new TypeError(`Not a citation: ${citation}`);
  return parts;
}

/** An article, and a clause or a point of it, of whichever instrument. */
export type ArticlePlace = Omit<CitationParts, 'code'>;

/** The citation of a place in an instrument: the other way round from `partsOf`. */
export function citationOf(code: string, { article, clause, point }: ArticlePlace): Citation {
  return `${code}:${[article, clause, point].filter((part) => part !== undefined).join('.')}` as Citation;
}

/** `crc:32` from `crc:32.1.a`. */
export function articleOf(citation: Citation): string {
  const { code, article } = partsOf(citation);
  return `${code}:${article}`;
}
