import { articleOf, partsOf } from '../../knowledge/citation.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Library } from '../../knowledge/library.ts';
import { clausesOf } from '../../law/clauses.ts';
import type { LawSource, Laws, Wording } from '../../ports/laws.ts';
import type { ChangingLaw, OfficialWording, PublishedText } from '../../reply/official-wording.ts';
import type { TextSay } from '../../reply/render.ts';

const LANGUAGE_NAMES = { vi: 'tiếng Việt', en: 'tiếng Anh' } as const;

/**
 * Reads the words of the articles that are to be shown, exactly as they are stored. Part of the transaction in which they
 * are said, so that what is shown is what is held.
 *
 * @param say What is said; of it the articles.
 */
export async function officialTexts(
  say: readonly { readonly say: string }[],
  laws: Laws,
  library: Library,
): Promise<(say: TextSay) => OfficialWording | undefined> {
  const texts = new Map<TextSay, OfficialWording>();
  for (const one of say) {
    if (!isText(one)) continue;
    const text = (await importedText(one, laws)) ?? quotedText(one, library);
    if (text) texts.set(one, text);
  }
  return (one) => texts.get(one);
}

function isText(say: { readonly say: string }): say is TextSay {
  return say.say === 'official-text';
}

async function importedText({ citation, head }: TextSay, laws: Laws): Promise<OfficialWording | undefined> {
  const { code, article, inForce } = head;
  const wording = await laws.on(code, article, inForce.from);
  if (!wording) return undefined;
  const { headingLine, text, sha256, source, base } = wording;
  const files = await Promise.all([source, ...(base === undefined ? [] : [base])].map((id) => laws.source(id)));
  const sources = files.filter((file) => file !== undefined);
  const part = partIn(text, partsOf(citation));
  const unknown = unknownChanges(wording, sources, await laws.sources(code));
  const before = headingLine.length + 1;
  return {
    languageName: LANGUAGE_NAMES[sources[0]?.language ?? 'vi'],
    words: `${headingLine}\n${text}`,
    inForce: wording.inForce,
    sha256,
    sources: sources.map(published),
    ...(unknown.length > 0 && { perhapsChangedBy: unknown }),
    ...(part && { marked: [part[0] + before, part[1] + before] }),
  };
}

/**
 * A wording of an original that ends where a consolidated text prints the next one: what laws in between did to the article
 * is told by neither. The Legal Aid Law was changed by Laws 53/2024 and 59/2024 before Law 05/2026.
 */
function unknownChanges(
  { inForce }: Wording,
  own: readonly LawSource[],
  all: readonly LawSource[],
): readonly ChangingLaw[] {
  const { from, to } = inForce;
  if (to === undefined) return [];
  const takenIn = new Set(own.flatMap(({ facts }) => facts.amendedBy.map(({ number }) => number)));
  const between = new Map<string, ChangingLaw>();
  for (const { number, inForceFrom } of all.flatMap(({ facts }) => facts.amendedBy)) {
    if (inForceFrom === undefined || takenIn.has(number)) continue;
    if (from < inForceFrom && inForceFrom <= to) between.set(number, { number, inForceFrom });
  }
  return [...between.values()].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

/** A text that came with the program. */
function quotedText({ citation, day, head }: TextSay, library: Library): OfficialWording | undefined {
  const entry: KnowledgeEntry | undefined = library.digestOf(articleOf(citation), day);
  const quote = entry?.quotes[0];
  return (
    quote && {
      languageName: quote.languageName,
      words: quote.text,
      inForce: head.inForce,
      sha256: undefined,
      sources: [quote.source],
    }
  );
}

function published({ facts, code, url }: LawSource): PublishedText {
  return { name: facts.name ?? code, number: facts.number, adoptedOn: facts.adoptedOn, url };
}

/** Where a clause, or a point of it, begins and ends in the text of an article. */
export function partIn(
  text: string,
  { clause, point }: { readonly clause?: string | undefined; readonly point?: string | undefined },
): readonly [start: number, end: number] | undefined {
  if (clause === undefined && point === undefined) return undefined;
  const clauses = clausesOf(text);
  const nth = clauses.findIndex(({ number }) => number === clause);
  const found = clauses[nth];
  // An article without clauses may have points all the same.
  const points = found ? found.points : clause === undefined ? clauses.flatMap((one) => one.points) : [];
  const end = found ? (clauses[nth + 1]?.at ?? text.length) : text.length;
  if (point === undefined) return found && trimmed(text, found.at, end);
  const at = points.findIndex(({ letter }) => letter === point);
  const from = points[at]?.at;
  if (from === undefined) return undefined;
  const next = points[at + 1]?.at ?? end;
  return trimmed(text, from, Math.min(next, clauses.find((one) => one.at > from)?.at ?? next));
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  return [start, start + text.slice(start, end).trimEnd().length];
}
