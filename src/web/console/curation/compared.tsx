import type { Language } from '../../../accounts/account.ts';
import { type ComparedLine, compareTexts } from '../../../curation/compare.ts';
import { ENTRY_WORDS } from './entry-wording.ts';

/** Lines shown around what was changed. */
const AROUND = 2;

/** Two texts laid over each other: what was changed, with some lines around it. What is what also stands in words. */
export function Compared({
  before,
  after,
  language,
}: {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}) {
  const words = ENTRY_WORDS[language];
  const lines = compareTexts(before, after);
  if (lines.every(({ kind }) => kind === 'same')) return <p>{words.same}</p>;
  return (
    <div class="compared code">
      {lines.map((line, nth) =>
        isNear(lines, nth) ? (
          <Line line={line} words={words} />
        ) : isNear(lines, nth - 1) ? (
          <p aria-hidden="true">…</p>
        ) : null,
      )}
    </div>
  );
}

function Line({
  line: { kind, text },
  words,
}: {
  readonly line: ComparedLine;
  readonly words: { readonly removedLine: string; readonly addedLine: string };
}) {
  if (kind === 'same') return <p>{text}</p>;
  const label = kind === 'added' ? words.addedLine : words.removedLine;
  return (
    <p>
      <span class="who">{label}: </span>
      <span aria-hidden="true">{kind === 'added' ? '+ ' : '− '}</span>
      {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
    </p>
  );
}

function isNear(lines: readonly ComparedLine[], nth: number): boolean {
  return lines.slice(Math.max(0, nth - AROUND), nth + AROUND + 1).some(({ kind }) => kind !== 'same');
}
