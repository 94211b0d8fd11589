import { type Finding, follows, type Reading, type Token } from './reading.ts';
import { COMMON_WORDS } from './word-lists.ts';

const NETWORKS = new Set(
  'fb facebook face zalo tiktok insta instagram telegram viber messenger skype twitter nick'.split(' '),
);
/** What people put between the network and the name: `zalo của em là …`, `nick fb tên …`. */
const BETWEEN = new Set(
  'của cua em tôi toi mình minh tui nó no là la tên ten nick acc id tk fb facebook zalo'.split(' '),
);
const NAMING = new Set('là la tên ten nick acc id'.split(' '));
const MOST_BETWEEN = 5;
const LONGEST_HANDLE = 4;
const WITHIN_HANDLE = /^[._-]?$/;

/** Finds what somebody is called on a social network: `fb: hoacute99`, `nick Mèo Con`. A telephone number there is one. */
export function* handlesIn({ tokens, capitalsTell }: Reading): Generator<Finding> {
  for (const [at, token] of tokens.entries()) {
    if (!NETWORKS.has(token.marked)) continue;
    let from = at + 1;
    let named = token.marked === 'nick';
    for (; from <= at + MOST_BETWEEN && BETWEEN.has(tokens[from]?.marked ?? ''); from += 1) {
      named ||= NAMING.has(tokens[from]?.marked ?? '');
    }
    const first = tokens[from];
    if (!first || !/^ ?[:=]? ?$/.test(first.gap)) continue;
    const to = endOfHandle(tokens, from, (named || first.gap.includes(':')) && capitalsTell);
    if (to > from) yield { kind: 'handle', from, to };
  }
}

/** Letters and digits in one word, joined by dots or underscores; with capitals also several words. */
function endOfHandle(tokens: readonly Token[], from: number, mayBeWords: boolean): number {
  let to = from + 1;
  while (to < from + LONGEST_HANDLE && tokens[to] && WITHIN_HANDLE.test(tokens[to]?.gap ?? ' ')) to += 1;
  const first = tokens[from];
  if (first?.kind === 'code' || (to > from + 1 && first?.kind === 'word')) return to;
  if (!mayBeWords || !isCapital(first)) return from;
  while (to < from + LONGEST_HANDLE && follows(tokens[to]) && isCapital(tokens[to])) to += 1;
  return to > from + 1 || !COMMON_WORDS.has(first?.marked ?? '') ? to : from;
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.capital && !token.allCapitals;
}
