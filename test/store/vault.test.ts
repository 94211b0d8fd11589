import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { Vault } from '../../src/store/vault.ts';
import { fc } from '../support/property.ts';

const keyOf = (words: string): Buffer => Buffer.alloc(32, words);
const vault = new Vault(keyOf('khoá để thử'));
const STORY = 'Chồng tui nhậu về là đánh, tui phải kêu ai?';

describe('Vault', () => {
  it('gives back what it sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(vault.seal(text))).toBe(text);
      }),
    );
    expect(vault.open(vault.seal(STORY.normalize('NFD')))).toBe(STORY.normalize('NFD'));
  });

  it('gives back values', () => {
    const value = { kind: 'text', text: STORY, list: [1, null, true] };
    expect(vault.openJson(vault.sealJson(value))).toEqual(value);
  });

  it('shows nothing of what it sealed', () => {
    const bytes = Buffer.from(vault.seal(STORY), 'base64');
    for (const word of ['Chồng', 'tui', 'đánh']) expect(bytes.includes(word)).toBe(false);
  });

  it('seals the same text differently each time', () => {
    const sealed = Array.from({ length: 100 }, () => vault.seal(STORY));
    expect(new Set(sealed).size).toBe(100);
  });

  it('opens what another vault with the same key sealed', () => {
    expect(new Vault(keyOf('khoá để thử')).open(vault.seal(STORY))).toBe(STORY);
  });

  it('opens nothing with another key, and says what is the matter', () => {
    const open = () => new Vault(keyOf('khoá khác')).open(vault.seal(STORY));
    expect(open).toThrow(AppError);
    expect(open).toThrow(
      expect.objectContaining({ kind: 'unavailable', message: expect.stringContaining('DATA_KEY') }),
    );
  });

  it('opens nothing that was changed, wherever it was changed', () => {
    const bytes = Buffer.from(vault.seal(STORY), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open(changed.toString('base64'))).toThrow(expect.objectContaining({ kind: 'unavailable' }));
    }
  });

  it.each([
    ['nothing', ''],
    ['too short for a seal', 'YWJj'],
    ['cut off', vault.seal(STORY).slice(0, 24)],
    ['never sealed', STORY],
  ])('says that it cannot open what is %s', (_, text) => {
    expect(() => vault.open(text)).toThrow(expect.objectContaining({ kind: 'unavailable' }));
  });

  it('never repeats the words in an error', () => {
    expect(() => vault.open(STORY)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('Chồng') }));
  });

  it.each([0, 16, 31, 33, 64])('refuses a key of %i bytes', (length) => {
    expect(() => new Vault(Buffer.alloc(length, 1))).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
  });
});

describe('its hashes', () => {
  it('are the same for the same parts, and for no others', () => {
    const hashes = [
      vault.hash('telegram', '77123'),
      vault.hash('zalo', '77123'),
      vault.hash('telegram', '77124'),
      vault.hash('telegram7', '7123'),
      vault.hash('telegram', '7', '7123'),
      vault.hash('telegram77123'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(vault.hash('telegram', '77123')).toBe(hashes[0]);
  });

  it('cannot be tried out without the key', () => {
    expect(new Vault(keyOf('khoá khác')).hash('telegram', '77123')).not.toBe(vault.hash('telegram', '77123'));
  });

  it('do not show the address', () => {
    const hash = vault.hash('telegram', '77123');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(hash, 'base64url').includes('77123')).toBe(false);
  });
});
