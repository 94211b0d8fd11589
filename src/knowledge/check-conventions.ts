import { partsOf } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';
import type { Instrument } from './instrument.ts';
import type { Fault } from './parse-entry.ts';

/** Where an article of a convention meets the law of Vietnam. */
const BRIDGE_HEADING = 'Ở Việt Nam';
const CONSTITUTION = 'hp2013';

/**
 * Every article of every convention, and of the Constitution, has a digest; and each digest of a convention is bridged:
 * it names an article of the Constitution and says what holds and where to go in Vietnam.
 */
export function checkConventions(
  entries: readonly KnowledgeEntry[],
  instruments: readonly Instrument[],
): readonly Fault[] {
  const digests = new Map(entries.filter(({ kind }) => kind === 'article').map((entry) => [String(entry.id), entry]));
  const whole = instruments.filter(({ kind }) => kind === 'treaty' || kind === 'constitution');
  return whole.flatMap(({ code, kind, articles = 0 }) =>
    Array.from({ length: articles }, (_, nth) => `article/${code}/${nth + 1}`).flatMap((id): readonly Fault[] => {
      const digest = digests.get(id);
      if (!digest) return [{ file: `${id}.md`, field: 'tệp', message: 'thiếu tóm lược của điều này, hãy viết' }];
      return kind === 'treaty' ? bridgeFaults(digest) : [];
    }),
  );
}

function bridgeFaults(digest: KnowledgeEntry): readonly Fault[] {
  const file = `${digest.id}.md`;
  const faults: Fault[] = [];
  if (!digest.citations.some((citation) => partsOf(citation).code === CONSTITUTION)) {
    faults.push({ file, field: 'citations', message: `chưa nối với Hiến pháp: thêm một trích dẫn ${CONSTITUTION}:…` });
  }
  if (!digest.passages.some(({ heading, lines }) => heading === BRIDGE_HEADING && lines.length > 0)) {
    faults.push({ file, field: BRIDGE_HEADING, message: `thiếu phần "## ${BRIDGE_HEADING}": luật nào, tới đâu` });
  }
  return faults;
}
