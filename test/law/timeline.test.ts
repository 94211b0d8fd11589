import { describe, expect, it } from 'vitest';
import type { LawSourceId } from '../../src/base/ids.ts';
import { newEvents } from '../../src/law/law-changes.ts';
import type { StatedText } from '../../src/law/stated.ts';
import { type Evidence, type TimelineNeeds, timelineOf } from '../../src/law/timeline.ts';

const START = '2009-07-01';

function aText(article: string, text: string, more: Partial<StatedText> = {}): StatedText {
  return {
    article,
    heading: 'Quốc tịch',
    headingLine: `Điều ${article}. Quốc tịch`,
    text,
    divisions: [],
    from: more.changedOn?.at(-1) ?? START,
    changedOn: [],
    inserted: false,
    repealed: false,
    ...more,
  };
}

function aFile(source: string, texts: readonly StatedText[], more: Partial<Evidence> = {}): Evidence {
  return { source: source as LawSourceId, language: 'vi', takesIn: [], startsOn: START, texts, ...more };
}

const known = (needs: Partial<TimelineNeeds>) =>
  timelineOf({ evidence: [], changes: [], inForce: undefined, ...needs });
const held = (needs: Partial<TimelineNeeds>) =>
  known(needs).wordings.map(({ article, text, inForce }) => `${article} ${inForce.from}–${inForce.to ?? ''} ${text}`);
const gaps = (needs: Partial<TimelineNeeds>) =>
  known(needs).missing.map(({ article, from, until }) => `${article} ${from}–${until ?? ''}`);
const change = (on: string, text: string, number: string | undefined = '79/2025/QH15') => ({
  source: `luat ${number}` as LawSourceId,
  number,
  change: {
    kind: 'amendment' as const,
    name: 'luat quoc tich',
    number: '24/2008/QH12',
    on,
    article: '13',
    act: 'replaced' as const,
    text: `Điều 13. Quốc tịch\n${text}`,
  },
});

describe('wordings worked out from several files', () => {
  it('end before a change of which only a note tells', () => {
    const evidence = [
      aFile('gốc', [aText('13', 'Bản 2008.')]),
      aFile('hợp nhất', [aText('13', 'Bản 2025.', { changedOn: ['2014-06-26', '2025-07-01'] })]),
    ];
    expect(held({ evidence })).toEqual(['13 2009-07-01–2014-06-25 Bản 2008.', '13 2025-07-01– Bản 2025.']);
    expect(gaps({ evidence })).toEqual(['13 2014-06-26–2025-07-01']);
  });

  it('leave it to the consolidated text what a law did that it takes in', () => {
    const unchanged = aFile('hợp nhất', [aText('13', 'Bản 2008.')], { takesIn: ['79/2025/QH15'] });
    expect(held({ evidence: [unchanged], changes: [change('2025-07-01', 'Khác.')] })).toEqual([
      '13 2009-07-01– Bản 2008.',
    ]);
    const later = aFile('hợp nhất', [aText('13', 'Bản 2027.', { changedOn: ['2027-01-01'] })], {
      takesIn: ['79/2025/QH15'],
    });
    // What bound until the last change the consolidated text does not print: there the amending law speaks.
    expect(
      held({
        evidence: [later, aFile('gốc', [aText('13', 'Bản 2008.')])],
        changes: [change('2025-07-01', 'Bản 2025.')],
      }),
    ).toEqual(['13 2009-07-01–2025-06-30 Bản 2008.', '13 2025-07-01–2026-12-31 Bản 2025.', '13 2027-01-01– Bản 2027.']);
  });

  it('count a law once that was imported from two files', () => {
    const copy = { ...change('2025-07-01', 'Bản 2025.'), source: 'bản chép' as LawSourceId };
    const changes = [change('2025-07-01', 'Bản 2025.'), copy];
    expect(held({ evidence: [aFile('gốc', [aText('13', 'Bản 2008.')])], changes })).toHaveLength(2);
  });

  it('end with the instrument', () => {
    const evidence = [aFile('gốc', [aText('13', 'Bản 2008.'), aText('14', 'Sau.', { from: '2028-01-01' })])];
    expect(held({ evidence, inForce: { from: START, to: '2026-12-31' } })).toEqual([
      '13 2009-07-01–2026-12-31 Bản 2008.',
    ]);
  });

  it('are Vietnamese where there is Vietnamese', () => {
    const english = aFile('bản dịch', [aText('13', 'English.')], { language: 'en' });
    expect(held({ evidence: [english] })).toEqual(['13 2009-07-01– English.']);
    expect(held({ evidence: [english, aFile('gốc', [aText('13', 'Bản 2008.')])] })).toEqual([
      '13 2009-07-01– Bản 2008.',
    ]);
  });

  it('stand in the divisions of the article before, where an amending law puts them in', () => {
    const chapter = ['Chương II. Nhập quốc tịch'];
    const added = {
      ...change('2025-07-01', ''),
      change: {
        ...change('2025-07-01', '').change,
        article: '13a',
        act: 'inserted' as const,
        text: 'Điều 13a. Mới\nVăn bản.',
      },
    };
    const { wordings } = known({
      evidence: [aFile('gốc', [aText('13', 'Bản 2008.', { divisions: chapter })])],
      changes: [added],
    });
    expect(wordings.map(({ article, divisions }) => [article, divisions])).toEqual([
      ['13', chapter],
      ['13a', chapter],
    ]);
  });
});

describe('events', () => {
  const original = { evidence: [aFile('gốc', [aText('13', 'Bản 2008.'), aText('14', 'Khác.')])] };
  const consolidated = {
    evidence: [
      ...original.evidence,
      aFile('hợp nhất', [aText('13', 'Bản 2025.', { changedOn: ['2025-07-01'] }), aText('14', 'Khác.')]),
    ],
  };

  it('are the changes of what was known before', () => {
    expect(newEvents(known(original), known(consolidated), '2026-11-29')).toEqual([
      { article: '13', why: 'new-wording', day: '2025-07-01' },
    ]);
    expect(newEvents(known(consolidated), known(consolidated), '2026-11-29')).toEqual([]);
  });

  it('are none where history is told of what nobody knew, and all that is to come', () => {
    const alone = { evidence: consolidated.evidence.slice(1) };
    expect(newEvents(known({}), known(alone), '2026-11-29')).toEqual([]);
    expect(newEvents(known({}), known(alone), '2025-06-30')).toEqual([
      { article: '13', why: 'new-wording', day: '2025-07-01' },
    ]);
  });

  it('are none of what came before the words of today', () => {
    const older = {
      evidence: [
        ...original.evidence,
        aFile('hợp nhất', [aText('13', 'Bản 2025.', { changedOn: ['2014-06-26', '2025-07-01', '2027-01-01'] })]),
      ],
    };
    expect(newEvents(known(original), known(older), '2026-11-29').map(({ day }) => day)).toEqual([
      '2025-07-01',
      '2027-01-01',
    ]);
  });

  it('are told of a law that amends what is not held', () => {
    const amended = { changes: [change('2025-07-01', 'Bản 2025.')], inForce: { from: START } };
    expect(newEvents(known({}), known(amended), '2026-11-29')).toEqual([
      { article: '13', why: 'new-wording', day: '2025-07-01' },
    ]);
  });
});
