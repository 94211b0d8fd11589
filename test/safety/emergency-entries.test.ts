import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { Library } from '../../src/knowledge/library.ts';
import { emergencyEntries, MOST_EMERGENCY_ENTRIES } from '../../src/safety/emergency-entries.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';

const { entries, instruments } = readKnowledge('knowledge');
const library = new Library(entries, instruments);
const chosen = emergencyEntries(library, '2026-11-21');
const ids = chosen.map(({ id }) => id as string);

describe('emergencyEntries', () => {
  it('are fifty different ones, each marked urgent and no digest of an article', () => {
    expect(new Set(ids).size).toBe(MOST_EMERGENCY_ENTRIES);
    expect(chosen.filter(({ urgent, kind }) => urgent === undefined || kind === 'article')).toEqual([]);
  });

  it('hold all urgent guides, and something for every danger', () => {
    const guides = library.currentOn('2026-11-21').filter(({ urgent, kind }) => urgent && kind === 'guide');
    expect(ids).toEqual(expect.arrayContaining(guides.map(({ id }) => id)));
    expect(new Set(chosen.map(({ urgent }) => urgent))).toEqual(new Set(DANGERS));
  });

  it.each([
    'qa/bao-luc-gia-dinh/bi-danh-goi-ai',
    'qa/bao-luc-gia-dinh/bi-doa-giet',
    'qa/khan-cap/muon-tu-tu',
    'qa/khan-cap/cap-cuu-bi-tu-choi',
    'qa/bat-giu/nguoi-nha-vua-bi-bat',
    'qa/mua-ban-nguoi/bi-ep-lam-lua-dao-nuoc-ngoai',
    'qa/tre-em/tre-bi-danh-o-nha',
  ])('hold what is needed first: %s', (id) => {
    expect(ids).toContain(id);
  });

  it.each(['2026-11-21', '2027-01-01', '2027-07-01'])('are the law on the day: %s', (day) => {
    const ofDay = emergencyEntries(library, day);
    expect(ofDay).toHaveLength(MOST_EMERGENCY_ENTRIES);
    expect(ofDay.filter((entry) => !library.isCurrent(entry, day))).toEqual([]);
  });

  it('come from a library with fewer as they are', () => {
    const few = entries.filter(({ urgent }) => urgent === 'self-harm');
    expect(emergencyEntries(new Library(few, instruments), '2026-11-21')).toEqual(few);
  });
});
