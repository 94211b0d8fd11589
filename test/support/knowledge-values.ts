import type { EntryId } from '../../src/base/ids.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import type { Instrument } from '../../src/knowledge/instrument.ts';

/** A sound entry about unpaid wages; a test says only what it is about. */
export function anEntry({
  id = 'qa/lao-dong/no-luong',
  citations = ['bo-luat-lao-dong-2019:97'],
  ...rest
}: Partial<Omit<KnowledgeEntry, 'id' | 'citations'>> & {
  id?: string;
  citations?: readonly string[];
} = {}): KnowledgeEntry {
  return {
    id: id as EntryId,
    kind: id.startsWith('article/') ? 'article' : 'qa',
    title: 'Công ty nợ lương thì phải làm gì?',
    variants: ['cty ko trả lương 2 tháng', 'cong ty no luong'],
    topics: ['lao-dong'],
    citations: citations as unknown as KnowledgeEntry['citations'],
    valid: { from: '2021-01-01' },
    reviewedOn: '2026-11-21',
    reviewBy: '2027-05-21',
    sources: ['Bộ luật Lao động 45/2019/QH14'],
    confidence: 'A',
    shortAnswer: 'Công ty phải trả lương đầy đủ, đúng hạn. Chậm từ 15 ngày thì phải đền thêm tiền lãi.',
    passages: [{ heading: 'Việc cần làm', lines: ['Gửi đơn cho công ty.', 'Báo Sở Nội vụ.'], numbered: true }],
    basis: citations.map((citation) => ({ citation: citation as Citation, says: 'trả lương phải đúng hạn' })),
    quotes: [],
    ...rest,
  };
}

/** The Labour Code, or what a test makes of it. */
export function anInstrument(change: Partial<Instrument> = {}): Instrument {
  return {
    code: 'bo-luat-lao-dong-2019',
    kind: 'code',
    name: 'Bộ luật Lao động',
    shortName: 'Bộ luật Lao động 2019',
    inForce: { from: '2021-01-01' },
    replaces: [],
    articles: 220,
    missingArticles: [],
    insertedArticles: [],
    articleSpans: new Map(),
    aliases: ['luật lao động'],
    ...change,
  };
}

/** Front matter of a sound file, line by line, so that a test can change one line and name it. */
const FRONT: Readonly<Record<string, string>> = {
  id: 'qa/lao-dong/no-luong',
  question: 'Công ty nợ lương thì phải làm gì?',
  variants: `\n${Array.from({ length: 12 }, (_, nth) => `  - cty nợ lương ${nth + 1} tháng rồi, em phải làm gì`).join('\n')}`,
  topics: '[lao-dong]',
  citations: '[bo-luat-lao-dong-2019:97, bo-luat-lao-dong-2019:94.1]',
  validFrom: '2021-01-01',
  validTo: '',
  reviewedOn: '2026-11-21',
  reviewBy: '2027-05-21',
  sources: '\n  - Bộ luật Lao động 45/2019/QH14',
  confidence: 'A',
};
const BODY = `Công ty phải trả lương đầy đủ, đúng hạn.

## Việc cần làm
1. Gửi đơn cho công ty.
2. Báo Sở Nội vụ.

## Căn cứ
- \`bo-luat-lao-dong-2019:97\`: trả lương đúng hạn, chậm thì đền thêm.
- \`bo-luat-lao-dong-2019:94.1\`: trả trực tiếp, đầy đủ.
`;

/** The text of an entry file. `undefined` leaves a field out; a new name adds one. */
export function entryFile(change: Readonly<Record<string, string | undefined>> = {}, body: string = BODY): string {
  const front = Object.entries({ ...FRONT, ...change }).flatMap(([field, value]) =>
    value === undefined ? [] : [`${field}:${value.startsWith('\n') || value === '' ? '' : ' '}${value}`],
  );
  return `---\n${front.join('\n')}\n---\n${body}`;
}

/** The line of a file (from 1) that begins so. */
export function lineOf(text: string, beginning: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(beginning)) + 1;
}
