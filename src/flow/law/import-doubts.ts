import type { Day } from '../../base/days.ts';
import type { LawReading } from '../../law/law-text.ts';
import type { Stated } from '../../law/stated.ts';
import type { Evidence, OtherPrint, Timeline } from '../../law/timeline.ts';
import { instrumentMeant, type NamedInstrument } from '../../law/which-instrument.ts';

/** Something that nobody but a person can settle. What was stored is right as far as the files say. */
export type Doubt =
  /** A consolidated text takes in a law of which no change can be seen: until later changes other words may have bound. */
  | {
      readonly doubt: 'untraced-law';
      readonly number: string;
      readonly from: Day;
      readonly articles: readonly string[];
    }
  /** The law changes these instruments, in a way that was not understood. */
  | { readonly doubt: 'untraced-change'; readonly instruments: readonly string[] }
  /** The law changes an instrument that is not known here. */
  | { readonly doubt: 'unknown-target'; readonly name: string; readonly number: string | undefined }
  /** Files name different first days of one instrument. */
  | { readonly doubt: 'several-first-days'; readonly days: readonly Day[] }
  /** An instrument ends, parts of it excepted. */
  | { readonly doubt: 'ends-with-exceptions'; readonly code: string; readonly on: Day }
  /** Two files print one wording with different letters; that of the original is kept. */
  | { readonly doubt: 'other-print'; readonly prints: readonly OtherPrint[] }
  | { readonly doubt: 'twice'; readonly articles: readonly string[] };

interface DoubtNeeds {
  readonly reading: LawReading;
  readonly stated: Stated;
  readonly code: string;
  readonly evidenceOf: ReadonlyMap<string, readonly Evidence[]>;
  readonly known: readonly NamedInstrument[];
  readonly timelines: readonly { readonly code: string; readonly timeline: Timeline }[];
}

/** What a person should look at after an import. */
export function doubtsOf(needs: DoubtNeeds): readonly Doubt[] {
  const { reading, stated, code, evidenceOf, timelines } = needs;
  const timeline = timelines.find((one) => one.code === code)?.timeline;
  const days = [...new Set((evidenceOf.get(code) ?? []).map(({ startsOn }) => startsOn))].sort();
  return [
    ...(timeline ? untracedLaws(reading, timeline) : []),
    ...(stated.untraced.length > 0 ? [{ doubt: 'untraced-change', instruments: stated.untraced } as const] : []),
    ...targets(needs),
    ...(days.length > 1 ? [{ doubt: 'several-first-days', days } as const] : []),
    ...(timeline && timeline.otherPrints.length > 0
      ? [{ doubt: 'other-print', prints: timeline.otherPrints } as const]
      : []),
    ...(stated.twice.length > 0 ? [{ doubt: 'twice', articles: stated.twice } as const] : []),
  ];
}

/** Laws in the list of a consolidated text that none of its notes names, and of which no file with changes is held. */
function untracedLaws({ instrument, notes, articles }: LawReading, timeline: Timeline): readonly Doubt[] {
  const used = new Set(articles.flatMap((article) => article.notes));
  const told = notes.filter(({ number }) => used.has(number)).map(({ text }) => text);
  return instrument.amendedBy.flatMap(({ number, inForceFrom: from }): readonly Doubt[] => {
    if (from === undefined || told.some((text) => text.includes(number))) return [];
    if (timeline.amendedOn.some(({ on }) => on === from)) return [];
    const articlesThen = timeline.wordings.filter(
      ({ inForce }) => inForce.from < from && inForce.to !== undefined && inForce.to >= from,
    );
    const numbers = articlesThen.map(({ article }) => article);
    return numbers.length === 0 ? [] : [{ doubt: 'untraced-law', number, from, articles: numbers }];
  });
}

function targets({ stated, reading, known, code: own }: DoubtNeeds): readonly Doubt[] {
  const seen = new Set<string>();
  return stated.changes.flatMap((change): readonly Doubt[] => {
    const { kind, name, number } = change;
    const key = `${kind} ${name} ${number}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const code = instrumentMeant(change, reading.instrument.adoptedOn, known);
    if (code === own) return [];
    if (code === undefined) return kind === 'amendment' ? [{ doubt: 'unknown-target', name, number }] : [];
    return kind === 'end' && change.withExceptions ? [{ doubt: 'ends-with-exceptions', code, on: change.on }] : [];
  });
}
