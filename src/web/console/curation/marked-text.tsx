import { PLACEHOLDERS } from '../../../safety/personal-data.ts';

const ANY = new RegExp(
  `(${Object.values(PLACEHOLDERS)
    .map((placeholder) => placeholder.replace(/[[\]]/g, '\\$&'))
    .join('|')})`,
);

/** A masked text in which what was masked stands out. */
export function MarkedText({ text }: { readonly text: string }) {
  // Split by a group, every second piece is one of the placeholders.
  return <p class="said">{text.split(ANY).map((piece, nth) => (nth % 2 === 1 ? <mark>{piece}</mark> : piece))}</p>;
}
