import type { Day } from '../base/days.ts';
import { checkConventions } from './check-conventions.ts';
import { checkLibrary } from './check-library.ts';
import { checkVariants } from './check-variants.ts';
import { ENTRY_KINDS, type EntryKind, type KnowledgeEntry } from './entry.ts';
import type { Instrument } from './instrument.ts';
import { type NearDuplicate, nearDuplicates } from './near-duplicates.ts';
import { checkAgainstTexts, type OfficialTexts } from './official-texts.ts';
import type { Fault } from './parse-entry.ts';
import { type Readability, readability } from './readability.ts';

/** Everything that `kb:check` has to say about the knowledge base. */
export interface Inspection {
  /** What must be mended before anything is published. */
  readonly faults: readonly Fault[];
  /** Questions that are nearly the same: somebody has to look. */
  readonly alike: readonly NearDuplicate[];
  /** Answers whose sentences are long, longest first. */
  readonly hardToRead: readonly Readability[];
  /** Mean words in a sentence, over all answers. */
  readonly wordsPerSentence: number;
  readonly coverage: readonly TopicCoverage[];
}

export interface TopicCoverage {
  readonly topic: string;
  readonly name: string;
  readonly counts: Readonly<Record<EntryKind, number>>;
}

export interface Topic {
  readonly topic: string;
  readonly name: string;
  /** It is a group of people, not a field of law. */
  readonly group?: boolean | undefined;
}

export interface Inspected {
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly topics: readonly Topic[];
  /** Ids that were published once and may be linked to from anywhere. */
  readonly publishedIds: readonly string[];
  readonly publishedNumbers: readonly string[];
  readonly today: Day;
  /** Left out where the texts are not there. */
  readonly texts?: OfficialTexts | undefined;
}

/** A sentence longer than this on average is hard for somebody who left school at twelve. */
const HARD_WORDS_PER_SENTENCE = 22;

/** Checks the whole knowledge base at once, faults first, then what a curator should look at. */
export function inspectKnowledge(needs: Inspected): Inspection {
  const own = needs.entries.filter(({ quotes }) => quotes.length === 0);
  const read = own.map(readability);
  return {
    faults: [
      ...checkLibrary(needs),
      ...checkConventions(needs.entries, needs.instruments),
      ...own.flatMap(checkVariants),
      ...topicFaults(own, needs.topics),
      ...lostIds(needs),
      ...(needs.texts ? checkAgainstTexts(own, needs.texts) : []),
    ],
    alike: nearDuplicates(own),
    hardToRead: read
      .filter(({ wordsPerSentence }) => wordsPerSentence > HARD_WORDS_PER_SENTENCE)
      .sort((a, b) => b.wordsPerSentence - a.wordsPerSentence),
    wordsPerSentence: read.reduce((sum, one) => sum + one.wordsPerSentence, 0) / Math.max(1, read.length),
    coverage: needs.topics.map(({ topic, name }) => ({
      topic,
      name,
      counts: Object.fromEntries(
        ENTRY_KINDS.map((kind) => [kind, own.filter((one) => one.kind === kind && one.topics.includes(topic)).length]),
      ) as Record<EntryKind, number>,
    })),
  };
}

/** Fields that `topics.yaml` does not know. */
export function topicFaults(entries: readonly KnowledgeEntry[], topics: readonly Topic[]): readonly Fault[] {
  const known = new Set(topics.map(({ topic }) => topic));
  return entries.flatMap(({ id, topics: named }) =>
    named
      .filter((topic) => !known.has(topic))
      .map((topic) => ({
        file: `${id}.md`,
        field: 'topics',
        message: `${topic} không có trong topics.yaml: chọn lĩnh vực có sẵn, hoặc thêm một dòng vào tệp đó`,
      })),
  );
}

function lostIds({ entries, publishedIds }: Inspected): readonly Fault[] {
  const held = new Set<string>(entries.map(({ id }) => id));
  return publishedIds
    .filter((id) => !held.has(id))
    .map((id) => ({
      file: `${id}.md`,
      field: 'id',
      message: 'mục đã đăng không được xóa hay đổi tên; hết áp dụng thì ghi validTo',
    }));
}
