import { describe, expect, it } from 'vitest';
import { good, hiding, look, mend, notTried, printed } from '../../scripts/doctor/finding.ts';
import { bytesInWords, timeInWords } from '../../scripts/doctor/sizes.ts';

describe('findings', () => {
  it('are printed with a sign, and with what to do below', () => {
    const findings = [
      good('Node', 'v24.1.0'),
      look('backups', 'BACKUP_DIR is not set', 'set it'),
      mend('disk', '1 % free', 'make room'),
      notTried('Zalo', 'cannot be reached'),
    ];
    expect(printed(findings).split('\n')).toEqual([
      '✓ Node: v24.1.0',
      '! backups: BACKUP_DIR is not set',
      '    → set it',
      '✗ disk: 1 % free',
      '    → make room',
      '? Zalo: NOT TRIED: cannot be reached',
      '',
      '1 good, 1 to look at, 1 to mend, 1 not tried',
      '',
    ]);
  });

  it('never show a secret: whole, as in an address, or its half after the colon', () => {
    const token = '77123:AAE bi-mat';
    const saw = `fetch bot${token} bot${encodeURIComponent(token)} AAE bi-mat failed`;
    const [finding] = hiding([token, undefined, ''], [mend('Telegram', saw, `not ${token}`)]);
    expect(finding).toEqual(mend('Telegram', 'fetch bot[hidden] bot[hidden] [hidden] failed', 'not [hidden]'));
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_450, '1.5 KB'],
    [143_000_000, '143 MB'],
    [79_600_000_000, '79.6 GB'],
  ])('%i bytes: %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });

  it.each([
    [40_000, '40 seconds'],
    [5 * 60_000, '5 minutes'],
    [26 * 3_600_000, '26 hours'],
    [15 * 24 * 3_600_000, '15 days'],
  ])('%i ms: %s', (ms, words) => {
    expect(timeInWords(ms)).toBe(words);
  });
});
