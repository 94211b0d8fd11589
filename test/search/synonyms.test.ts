import { describe, expect, it } from 'vitest';
import { terms } from '../../src/language/terms.ts';
import { STOP_WORDS } from '../../src/search/stop-words.ts';
import { expand } from '../../src/search/synonyms.ts';

const expanded = (question: string) => new Map(expand(terms(question)).map(({ term, share }) => [term, share]));

describe('expand', () => {
  it.each([
    ['tiếng người dân → tiếng luật', 'bị sa thải', 'duoi_viec'],
    ['gõ không dấu', 'bi sa thai', 'duoi_viec'],
    ['từ tiếng Anh', 'wages', 'luong'],
    ['cụm ba tiếng', 'bị chồng đánh đập', 'bao_hanh'],
    ['cụm dài hơn', 'xin luật sư không mất tiền', 'tro_giup'],
  ])('adds the other names of the matter: %s', (_, question, term) => {
    expect(expanded(question).get(term)).toBeGreaterThan(0);
    expect(expanded(question).get(term)).toBeLessThan(1);
  });

  it('keeps every word as it was asked, once', () => {
    const asked = terms('công ty nợ lương, nợ lương hoài');
    const own = expand(asked).filter(({ share }) => share === 1);
    expect(own.map(({ term }) => term).toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it('never adds what was asked anyway', () => {
    const all = expand(terms('ly hôn ly dị bỏ chồng')).map(({ term }) => term);
    expect(new Set(all).size).toBe(all.length);
  });

  it('adds nothing to a question about none of its matters', () => {
    expect(expand(terms('giá vàng')).every(({ share }) => share === 1)).toBe(true);
  });

  it('adds nothing for half a phrase', () => {
    expect(expanded('luật giao thông').has('tro_giup')).toBe(false);
  });

  it('gives nothing for nothing', () => {
    expect(expand([])).toEqual([]);
  });
});

describe('the words left out of a question', () => {
  it.each(['a', 'em', 'cho', 'thi', 'xin', 'va'])('say nothing: %s', (word) => {
    expect(STOP_WORDS.has(word)).toBe(true);
  });

  it.each(['con', 'chong', 'vo', 'cha', 'me', 'luong', 'danh', 'no', 'bat', 'dat', 'toa'])(
    'are not those that name a matter of law: %s',
    (word) => {
      expect(STOP_WORDS.has(word)).toBe(false);
    },
  );

  it('are all folded, for questions come without marks', () => {
    expect([...STOP_WORDS].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });
});
