import { describe, expect, it } from 'vitest';
import { proposeMerge, releaseConflict, resolvedText } from '../../src/curation/three-versions.ts';
import { entryFile } from '../support/knowledge-values.ts';

const THEN = entryFile();
const NOW = entryFile({ reviewBy: '2027-11-21' });
const OURS = THEN.replace('Công ty phải trả lương', 'Chủ phải trả lương');

describe('a release and a revision', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['the release left the file alone', OURS, THEN, THEN],
    ['the release brought the very text', OURS, THEN, OURS],
    ['an entry that no release knows', OURS, undefined, undefined],
  ])('agree: %s', (_, text, baseText, now) => {
    expect(releaseConflict({ text, baseText }, now)).toBeUndefined();
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['the release changed the file', THEN, NOW],
    ['the release took the file away', THEN, undefined],
    ['the release brought a file of the same id', undefined, NOW],
  ])('differ: %s', (_, baseText, now) => {
    expect(releaseConflict({ text: OURS, baseText }, now)).toEqual({
      shippedThen: baseText,
      shippedNow: now,
      ours: OURS,
    });
  });
});

describe('what becomes of three versions', () => {
  const conflict = { shippedThen: THEN, shippedNow: NOW, ours: OURS };

  it('is our text, theirs, or a third one', () => {
    expect(resolvedText({ take: 'ours' }, conflict)).toBe(OURS);
    expect(resolvedText({ take: 'theirs' }, conflict)).toBeUndefined();
    expect(resolvedText({ take: 'merged', text: 'cả hai' }, conflict)).toBe('cả hai');
  });

  it('is proposed where both changed different lines', () => {
    expect(proposeMerge(conflict)).toBe(NOW.replace('Công ty phải trả lương', 'Chủ phải trả lương'));
  });

  it('is left to a person where both changed the same line', () => {
    const now = THEN.replace('Công ty phải trả lương', 'Người sử dụng lao động phải trả lương');
    expect(proposeMerge({ ...conflict, shippedNow: now })).toBeUndefined();
  });

  it('is left to a person where a version is missing', () => {
    expect(proposeMerge({ ...conflict, shippedThen: undefined })).toBeUndefined();
    expect(proposeMerge({ ...conflict, shippedNow: undefined })).toBeUndefined();
  });
});
