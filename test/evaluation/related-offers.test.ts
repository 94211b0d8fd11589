import { describe, expect, it } from 'vitest';
import { type Beside, relatedOffers } from '../../src/evaluation/related-offers.ts';
import type { Citation } from '../../src/knowledge/citation.ts';

const CIVIL = 'bo-luat-dan-su-2015:404' as Citation;
const AID = 'luat-tro-giup-phap-ly-2017:7.1' as Citation;

function beside(
  change: Partial<Beside> & { accept?: readonly string[]; expect?: Beside['question']['expect'] },
): Beside {
  const { accept = ['luat-tro-giup-phap-ly-2017:7'], expect: wanted = 'answer', ...rest } = change;
  return { question: { expect: wanted, accept }, unanswered: true, related: [], otherwise: [], ...rest };
}

describe('relatedOffers', () => {
  it('counts false offers, and right ones where nothing was answered', () => {
    const offers = relatedOffers([
      beside({ expect: 'abstain', accept: [], related: [CIVIL] }),
      beside({ expect: 'abstain', accept: [] }),
      beside({ related: [CIVIL, AID], otherwise: [AID] }),
      beside({ related: [CIVIL] }),
      beside({ accept: ['bo-luat-dan-su-2015:*'], expect: 'urgent', related: [CIVIL] }),
      beside({ unanswered: false, otherwise: [CIVIL] }),
      beside({ expect: 'either', related: [CIVIL] }),
    ]);
    expect(offers).toEqual({
      outside: { n: 2, shown: 1 },
      unanswered: { n: 3, shown: 3, right: 2 },
      withoutEntries: { n: 4, shown: 2, right: 1 },
    });
  });
});
