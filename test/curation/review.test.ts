import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/accounts/account.ts';
import type { AccountId } from '../../src/base/ids.ts';
import { REVISION_STATES, type RevisionState } from '../../src/curation/draft.ts';
import { type Act, mayPublish, mayWrite, refusal } from '../../src/curation/review.ts';

const AUTHOR = 'lan' as AccountId;
const ANOTHER = 'minh' as AccountId;
const ACTS: readonly Act[] = ['save', 'submit', 'discard', 'publish', 'reject'];

/** Everything that is allowed; all else is refused. */
const ALLOWED: ReadonlySet<string> = new Set([
  'curator author save draft',
  'curator author submit draft',
  'curator author discard draft',
  'curator author discard in-review',
  'reviewer author save draft',
  'reviewer author submit draft',
  'reviewer author discard draft',
  'reviewer author discard in-review',
  'reviewer another publish in-review',
  'reviewer another reject in-review',
]);

const CASES = ROLES.flatMap((role) =>
  (['author', 'another'] as const).flatMap((who) =>
    ACTS.flatMap((act) => REVISION_STATES.map((state) => [role, who, act, state] as const)),
  ),
);

describe('who may do what with a revision', () => {
  it.each(CASES)('%s, %s, %s, %s', (role: Role, who: 'author' | 'another', act: Act, state: RevisionState) => {
    const id = who === 'author' ? AUTHOR : ANOTHER;
    const because = refusal(act, { author: AUTHOR, state }, { id, role });
    expect(because === undefined).toBe(ALLOWED.has([role, who, act, state].join(' ')));
  });

  it('says why: the role, then who it is, then the state', () => {
    const inReview = { author: AUTHOR, state: 'in-review' } as const;
    expect(refusal('publish', inReview, { id: AUTHOR, role: 'curator' })).toBe('role');
    expect(refusal('publish', inReview, { id: AUTHOR, role: 'reviewer' })).toBe('own-work');
    expect(refusal('save', inReview, { id: ANOTHER, role: 'reviewer' })).toBe('not-author');
    expect(refusal('save', inReview, { id: AUTHOR, role: 'curator' })).toBe('state');
  });

  it('lets curators and reviewers write, and reviewers alone publish', () => {
    expect(ROLES.filter((role) => mayWrite({ role }))).toEqual(['curator', 'reviewer']);
    expect(ROLES.filter((role) => mayPublish({ role }))).toEqual(['reviewer']);
  });
});
