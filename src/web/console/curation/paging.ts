/** Rows of one page. */
export const ROWS = 25;

/** A page of something that is all in memory, with the ways to the pages before and after. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/**
 * @param asked The number of the page as it stands in the address; anything else is the first.
 * @param href The address of a page.
 */
export function pageOf<T>(all: readonly T[], asked: string | undefined, href: (page: number) => string): Page<T> {
  const wanted = Number(asked);
  const last = Math.max(1, Math.ceil(all.length / ROWS));
  const page = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, last) : 1;
  return {
    rows: all.slice((page - 1) * ROWS, page * ROWS),
    previous: page > 1 ? href(page - 1) : undefined,
    next: page < last ? href(page + 1) : undefined,
  };
}

/** An address with what is given of a query. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
