import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../scripts/doctor/check-settings.ts';
import { ownKeys } from '../support/own-keys.ts';

const KEYS = ownKeys();
const RIGHT = {
  NODE_ENV: 'production',
  ...KEYS,
  PUBLIC_URL: 'https://hoiquyen.example.vn',
  TRUST_PROXY: '1',
  TELEGRAM_WEBHOOK_SECRET: 'mot-bi-mat_2026',
  ZALO_WEBHOOK_SECRET: 'mot-bi-mat-khac',
};

/** Checks that are not good, with what they are about. */
function doubts(environment: Record<string, string | undefined>, fileNames: readonly string[] = []) {
  return checkSettings(environment, fileNames)
    .findings.filter(({ verdict }) => verdict !== 'good')
    .map(({ check, verdict, saw }) => `${verdict} ${check}: ${saw}`);
}

describe('checkSettings', () => {
  it('finds nothing to say of a deployment as it should be', () => {
    expect(doubts(RIGHT, Object.keys(RIGHT))).toEqual([]);
    expect(checkSettings(RIGHT, []).settings?.PORT).toBe(3000);
  });

  it('tells every fault, and gives no settings', () => {
    const faulty = { ...RIGHT, PORT: 'ba nghìn', DATA_KEY: 'ngắn', LOG_LEVEL: 'to lên' };
    expect(checkSettings(faulty, []).settings).toBeUndefined();
    expect(doubts(faulty)).toEqual([
      expect.stringMatching(/^mend settings: PORT /),
      expect.stringMatching(/^mend settings: DATA_KEY /),
      expect.stringMatching(/^mend settings: LOG_LEVEL /),
    ]);
  });

  it('tells that a trial runs with keys that everybody can read', () => {
    expect(doubts({})).toEqual([expect.stringMatching(/^mend keys: DEVELOPMENT KEYS/)]);
  });

  it.each([
    ['typed on a keyboard', { SESSION_SECRET: 'a'.repeat(40) }, /^mend SESSION_SECRET: holds few different signs/],
    ['used twice', { SESSION_SECRET: RIGHT.DATA_KEY }, /^mend SESSION_SECRET: is the same as DATA_KEY/],
    ['typed as a key', { DATA_KEY: Buffer.alloc(32, 'abc').toString('base64') }, /^mend DATA_KEY: its bytes/],
    ['shared', { ZALO_WEBHOOK_SECRET: RIGHT.TELEGRAM_WEBHOOK_SECRET }, /^look webhook secrets: /],
    ['left over', { DATA_KEY_OLD: ownKeys().DATA_KEY }, /^look DATA_KEY_OLD: is still set/],
  ])('sees a secret that was %s', (_, change, told) => {
    expect(doubts({ ...RIGHT, ...change })).toEqual([expect.stringMatching(told)]);
  });

  it.each([
    ['a proxy that is not trusted', { TRUST_PROXY: undefined }, /^mend TRUST_PROXY: is 0 behind the proxy/],
    ['trust without a proxy', { PUBLIC_URL: undefined, TRUST_PROXY: '1' }, /^look TRUST_PROXY: is 1 and no PUBLIC_URL/],
  ])('sees %s', (_, change, told) => {
    expect(doubts({ ...RIGHT, ...change })).toEqual([expect.stringMatching(told)]);
  });

  it('sees a slip of the pen in .env', () => {
    expect(doubts(RIGHT, ['TELEGRAM_BOT_TOKN', 'TZ', 'PORT'])).toEqual([
      'look names in .env: no setting is called TELEGRAM_BOT_TOKN',
    ]);
  });
});
