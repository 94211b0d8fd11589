import { describe, expect, it } from 'vitest';
import { sameSecret } from '../../src/channels/same-secret.ts';

describe('sameSecret', () => {
  it.each([
    ['the same', 'mật-khẩu-chung', 'mật-khẩu-chung', true],
    ['another', 'mật-khẩu-khác', 'mật-khẩu-chung', false],
    ['the beginning of it', 'mật', 'mật-khẩu-chung', false],
    ['nothing', undefined, 'mật-khẩu-chung', false],
    ['a missing header', null, 'mật-khẩu-chung', false],
    ['nothing, and we have none', '', '', false],
    ['something, and we have none', 'mật-khẩu-chung', undefined, false],
  ])('%s', (_, given, ours, same) => {
    expect(sameSecret(given, ours)).toBe(same);
  });
});
