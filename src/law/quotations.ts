import { seen } from './lines.ts';

/** Lines that belong to a quotation which opens a line, as amending laws print new wording: `from` to before `to`. */
export interface Quotation {
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

const OPENS = /^[“"«„]/u;
const CLOSES = /[”"»]\s{0,4}(?:\[\d{1,3}\])?\s{0,4}[.;,:)]{0,4}$/u;

/**
 * Quotations that begin a line and run to the line that closes them. One that is never closed, or in which another one opens,
 * ends where it must have ended: before that line, or with its own. Linear: a search ends at the next line that opens one.
 */
export function quotations(lines: readonly string[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let nth = 0;
  while (nth < lines.length) {
    const text = seen(lines[nth] ?? '');
    const end = OPENS.test(text) ? endOf(lines, nth, text) : undefined;
    if (end) found.push({ from: nth, ...end });
    nth = end?.to ?? nth + 1;
  }
  return found;
}

function endOf(lines: readonly string[], from: number, text: string): Omit<Quotation, 'from'> {
  if (balance(text) <= 0) return { to: from + 1, closed: true };
  for (let nth = from + 1; nth < lines.length; nth += 1) {
    const next = seen(lines[nth] ?? '');
    if (OPENS.test(next) && balance(next) > 0) return { to: nth, closed: false };
    if (CLOSES.test(next) && balance(next) < 0) return { to: nth + 1, closed: true };
  }
  return { to: from + 1, closed: false };
}

/** How many more quotations a line opens than it closes. A straight mark without a partner opens only at the start. */
function balance(text: string): number {
  let open = 0;
  let straight = 0;
  for (const letter of text) {
    if (letter === '“' || letter === '«' || letter === '„') open += 1;
    else if (letter === '”' || letter === '»') open -= 1;
    else if (letter === '"') straight += 1;
  }
  if (straight % 2 === 0) return open;
  return open + (text.startsWith('"') ? 1 : -1);
}
