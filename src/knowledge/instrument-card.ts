import { dayForPeople } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import type { Citation } from './citation.ts';
import type { EnglishVersion, KnowledgeEntry } from './entry.ts';
import type { Instrument } from './instrument.ts';

/**
 * The identity card of an instrument as an entry: name, number, dates, what it replaces. For instruments that no entry
 * presents; nothing of what they say is told here.
 *
 * @param reviewed The days of review, those of the entries that rest on it.
 */
export function cardOf(
  instrument: Instrument,
  reviewed: Pick<KnowledgeEntry, 'reviewedOn' | 'reviewBy'>,
): KnowledgeEntry {
  const { code, name, shortName, number, adoptedOn, inForce, articles, officialUrl } = instrument;
  const citation = `${code}:1` as Citation;
  const dates = [
    adoptedOn && `thông qua ngày ${dayForPeople(adoptedOn)}`,
    `có hiệu lực từ ngày ${dayForPeople(inForce.from)}${inForce.to ? ` đến hết ngày ${dayForPeople(inForce.to)}` : ''}`,
    articles && `có ${articles} điều`,
  ].filter(Boolean);
  return {
    ...reviewed,
    id: `qa/van-ban/${code}` as EntryId,
    kind: 'qa',
    title: shortName,
    variants: [],
    topics: [],
    citations: [citation],
    valid: inForce,
    sources: officialUrl ? [officialUrl] : [],
    confidence: 'A',
    shortAnswer: `${[name, number && `số ${number}`].filter(Boolean).join(', ')}: ${dates.join(', ')}. Bạn kể việc của mình, hoặc ghi số điều, để tôi tìm điều phù hợp.`,
    english: englishCardOf(instrument),
    passages: [],
    basis: [{ citation, says: 'văn bản này quy định về việc gì, áp dụng cho ai.' }],
    quotes: [],
  };
}

/** The instrument in English, for its card and for an entry that presents it in Vietnamese alone. */
export function englishCardOf({ english, number }: Instrument): EnglishVersion | undefined {
  return (
    english && {
      question: english.name,
      variants: [],
      answer: `${english.about}${number ? ` Official number: ${number}.` : ''}`,
    }
  );
}
