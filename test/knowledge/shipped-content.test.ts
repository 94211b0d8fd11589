import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articleOf, partsOf } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { Library } from '../../src/knowledge/library.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

const TODAY = '2026-11-21';
/** Texts of laws for checking, outside the repository: nobody needs them to run the bot or these tests. */
const CORPUS = resolve('../shared/data/luat-2026/corpus.jsonl.gz');

const shipped = readKnowledge('knowledge');
const library = new Library(shipped.entries, shipped.instruments);
const ours = shipped.entries.filter(({ quotes }) => quotes.length === 0);

/** What a person reads of an entry, line by line; not how people put the question. */
const linesOf = ({ title, shortAnswer, passages, basis }: KnowledgeEntry): readonly string[] => [
  title,
  ...shortAnswer.split('\n'),
  ...passages.flatMap(({ heading, lines }) => [heading, ...lines]),
  ...basis.map(({ says }) => says),
];
const found = (pattern: RegExp): readonly string[] =>
  ours.flatMap((entry) => linesOf(entry).flatMap((line) => (pattern.test(line) ? [`${entry.id}: ${line}`] : [])));

describe('the shipped answers', () => {
  it('send nobody to a district: there is none since 1 July 2025, and whoever names one says so', () => {
    const named = found(/(?<!\p{L})(?:huyện|quận)(?!\p{L})/iu);
    const gone = /không còn|cũ|trước|kết thúc|thôi|bỏ|thay cho|nay/iu;
    expect(named.filter((line) => !gone.test(line))).toEqual([]);
  });

  it('send nobody to an office of a district either', () => {
    expect(found(/phòng (?:tư pháp|nội vụ|lao động)|(?:công an|toà án|tòa án) cấp huyện/iu)).toEqual([]);
  });

  it('do not write the law in their own hand: only the Declaration is quoted', () => {
    const quoted = shipped.entries.filter(({ quotes }) => quotes.length > 0).map(({ id }) => id);
    expect(quoted.filter((id) => !id.startsWith('article/udhr/'))).toEqual([]);
  });

  it('rest on law that is in force: every one is current at some time', () => {
    const days = ['2026-11-21', '2027-01-01', '2027-03-01'];
    expect(ours.filter((entry) => !days.some((day) => library.isCurrent(entry, day))).map(({ id }) => id)).toEqual([]);
  });
});

describe('the shipped Declaration', () => {
  it.each(Array.from({ length: 30 }, (_, nth) => nth + 1))('holds article %i in eight languages', (number) => {
    const entry = library.digestOf(`udhr:${number}`, TODAY);
    expect(entry?.quotes.map(({ language }) => language)).toEqual(['vi', 'en', 'km', 'lo', 'zh', 'blt', 'hnj', 'hni']);
    expect(entry?.quotes.filter(({ text }) => text.trim() === '')).toEqual([]);
    expect(new Set(entry?.quotes.map(({ text }) => text)).size).toBe(8);
  });
});

describe('the articles that are cited', () => {
  it.skipIf(!existsSync(CORPUS))(`stand in the texts of the laws (skipped where ${CORPUS} is not there)`, () => {
    const held = new Set(
      gunzipSync(readFileSync(CORPUS))
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { _id: string })._id),
    );
    const codes = new Set([...held].map((id) => id.split(':')[0]));
    const cited = shipped.entries.flatMap(({ id, citations }) => citations.map((citation) => ({ id, citation })));
    const checkable = cited.filter(({ citation }) => codes.has(partsOf(citation).code));
    expect(checkable.length).toBeGreaterThan(1_000);
    expect(checkable.filter(({ citation }) => !held.has(articleOf(citation)))).toEqual([]);
  });
});
