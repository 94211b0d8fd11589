import { describe, expect, it } from 'vitest';
import { AppError } from '../src/base/errors.ts';
import { SETTING_NAMES, secretsIn, settingsFrom, webhookAddress } from '../src/settings.ts';

const KEY = Buffer.alloc(32, 'khoá để thử').toString('base64');
const SESSION = 'mot-bi-mat-du-dai-de-giu-phien-lam-viec';
const PRODUCTION = { NODE_ENV: 'production', DATA_KEY: KEY, SESSION_SECRET: SESSION };

/** What a person who starts the program with this is told. */
function complaints(environment: Record<string, string | undefined>): string {
  try {
    settingsFrom(environment);
  } catch (fault) {
    expect(fault).toBeInstanceOf(AppError);
    expect(fault).toMatchObject({ kind: 'invalid-input' });
    return (fault as AppError).message;
  }
  return '';
}

/** The settings that are complained of, in order. */
function complainedOf(environment: Record<string, string | undefined>): readonly string[] {
  return [...complaints(environment).matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name = '']) => name);
}

describe('settingsFrom', () => {
  it('starts a complete trial when nothing is set', () => {
    expect(settingsFrom({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'file:./data/hoi-quyen.db',
      KNOWLEDGE_DIR: './knowledge',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      TELEGRAM_UPDATES: 'polling',
      ZALO_API_ROOT: 'https://bot-api.zaloplatforms.com',
      ZALO_UPDATES: 'polling',
      TRUST_PROXY: 0,
      LOG_LEVEL: 'info',
      developmentKeys: true,
    });
  });

  it('gives a trial keys that fit', () => {
    const { DATA_KEY, SESSION_SECRET } = settingsFrom({});
    expect(Buffer.from(DATA_KEY, 'base64')).toHaveLength(32);
    expect(SESSION_SECRET.length).toBeGreaterThanOrEqual(32);
  });

  it('takes what is set', () => {
    const set = {
      ...PRODUCTION,
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://hoiquyen.example.vn',
      DATABASE_URL: 'postgres://bot@db/hoi-quyen',
      TELEGRAM_BOT_TOKEN: '77123:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc',
      TELEGRAM_UPDATES: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'mot-bi-mat_2026',
      LOG_LEVEL: 'warn',
    };
    expect(settingsFrom(set)).toMatchObject({ ...set, PORT: 8080, developmentKeys: false });
  });

  it('takes the public address with or without a slash at its end', () => {
    const addressOf = (PUBLIC_URL: string) => settingsFrom({ ...PRODUCTION, PUBLIC_URL }).PUBLIC_URL;
    expect(addressOf('https://HoiQuyen.example.vn/')).toBe('https://hoiquyen.example.vn');
    expect(addressOf('https://hoiquyen.example.vn:8443')).toBe('https://hoiquyen.example.vn:8443');
  });

  it.each(['/hoi', '/?x=1', '/#x'])(
    'refuses a public address with %s behind the host: no page would be there',
    (rest) => {
      const set = { ...PRODUCTION, PUBLIC_URL: `https://hoiquyen.example.vn${rest}` };
      expect(complaints(set)).toContain('PUBLIC_URL must be an https address with nothing behind it');
    },
  );

  it('refuses a public address with a password in it, which every link would show', () => {
    expect(complainedOf({ ...PRODUCTION, PUBLIC_URL: 'https://a:b@hoiquyen.example.vn' })).toEqual(['PUBLIC_URL']);
  });

  it('leaves alone what it does not know', () => {
    expect(complaints({ PATH: '/usr/bin', LANG: 'vi_VN.UTF-8' })).toBe('');
  });

  it('tells every fault at once', () => {
    expect(
      complainedOf({
        NODE_ENV: 'production',
        PORT: 'ba nghìn',
        PUBLIC_URL: 'http://hoiquyen.example.vn',
        DATABASE_URL: 'mysql://localhost/x',
        TELEGRAM_BOT_TOKEN: '77123:AAEhBOweik6',
        TELEGRAM_UPDATES: 'webhook',
        ZALO_UPDATES: 'thỉnh thoảng',
        ZALO_API_ROOT: 'zalo',
        LOG_LEVEL: 'to lên',
      }).toSorted(),
    ).toEqual([
      'DATABASE_URL',
      'DATA_KEY',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'TELEGRAM_WEBHOOK_SECRET',
      'ZALO_API_ROOT',
      'ZALO_UPDATES',
    ]);
  });

  it('never repeats a value: it may be a secret in the wrong place', () => {
    const names = [
      'NODE_ENV',
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATABASE_URL',
      'TELEGRAM_API_ROOT',
      'TELEGRAM_UPDATES',
      'TELEGRAM_WEBHOOK_SECRET',
      'ZALO_API_ROOT',
      'ZALO_UPDATES',
      'ZALO_WEBHOOK_SECRET',
      'DATA_KEY',
      'SESSION_SECRET',
      'TRUST_PROXY',
      'LOG_LEVEL',
    ];
    const told = complaints(Object.fromEntries(names.map((name) => [name, `!mật${name.length}!`])));
    expect(told).toContain('DATA_KEY');
    expect(told).not.toContain('mật');
  });

  it('says where to read more', () => {
    expect(complaints({ PORT: 'x' })).toContain('README');
  });
});

describe('a webhook', () => {
  const PUBLIC = { ...PRODUCTION, PUBLIC_URL: 'https://hoiquyen.example.vn' };
  const webhookOf = (channel: string, more: Readonly<Record<string, string>> = {}) => ({
    ...more,
    [`${channel}_BOT_TOKEN`]: '77123:AAEhBOweik6',
    [`${channel}_UPDATES`]: 'webhook',
  });

  it.each(['TELEGRAM', 'ZALO'])('needs the address under which it calls: %s', (channel) => {
    const webhook = webhookOf(channel, { [`${channel}_WEBHOOK_SECRET`]: 'du-tam-ky-tu' });
    expect(complaints(webhook)).toContain(
      `PUBLIC_URL is required with ${channel}_UPDATES=webhook: the https address under which the program is reached, such as https://hoiquyen.example.vn; without one set ${channel}_UPDATES=polling`,
    );
    expect(complainedOf({ ...webhook, ...PUBLIC })).toEqual([]);
    // A server of the messenger on this machine calls us here.
    expect(complainedOf({ ...webhook, [`${channel}_API_ROOT`]: 'http://127.0.0.1:8081' })).toEqual([]);
    expect(complainedOf({ ...webhook, [`${channel}_API_ROOT`]: 'https://bot.example.vn' })).toEqual(['PUBLIC_URL']);
  });

  it('of both says so once', () => {
    const both = { ...webhookOf('TELEGRAM'), ...webhookOf('ZALO') };
    expect(complainedOf(both)).toEqual(['TELEGRAM_WEBHOOK_SECRET', 'ZALO_WEBHOOK_SECRET', 'PUBLIC_URL']);
  });

  it.each([
    ['https://hoiquyen.example.vn', 'https://hoiquyen.example.vn/webhooks/zalo'],
    ['https://hoiquyen.example.vn/', 'https://hoiquyen.example.vn/webhooks/zalo'],
    [undefined, 'http://127.0.0.1:8080/webhooks/zalo'],
  ])('is called at %s', (PUBLIC_URL, address) => {
    expect(webhookAddress({ PUBLIC_URL, HOST: '127.0.0.1', PORT: 8080 }, 'zalo')).toBe(address);
  });

  it.each(['TELEGRAM', 'ZALO'])('needs its secret: %s', (channel) => {
    const webhook = webhookOf(channel, PUBLIC);
    expect(complainedOf(webhook)).toEqual([`${channel}_WEBHOOK_SECRET`]);
    expect(complainedOf({ ...webhook, [`${channel}_WEBHOOK_SECRET`]: 'du-tam-ky-tu' })).toEqual([]);
  });

  it.each(['TELEGRAM', 'ZALO'])('needs none while the channel is off: %s', (channel) => {
    expect(complainedOf({ [`${channel}_UPDATES`]: 'webhook' })).toEqual([]);
  });

  it.each(['TELEGRAM', 'ZALO'])('is not used when polling: %s', (channel) => {
    expect(complainedOf({ [`${channel}_BOT_TOKEN`]: '77123:AAEhBOweik6' })).toEqual([]);
  });

  it.each([
    ['with a space', 'mot bi mat', 'TELEGRAM'],
    ['with marks', 'một-bí-mật', 'TELEGRAM'],
    ['too long', 'a'.repeat(257), 'TELEGRAM'],
    ['too short', 'bay-kyt', 'ZALO'],
    ['too long', 'a'.repeat(257), 'ZALO'],
  ])('cannot have a secret that its platform refuses: %s (%s, %s)', (_, secret, channel) => {
    const name = `${channel}_WEBHOOK_SECRET`;
    expect(complainedOf({ [name]: secret })).toEqual([name]);
  });
});

describe('the keys', () => {
  it.each([
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
    ['hex of 32 bytes', Buffer.alloc(32, 7).toString('hex')],
    ['words', 'khoá của tôi'],
  ])('that are not 32 bytes in base64 are refused: %s', (_, key) => {
    expect(complainedOf({ DATA_KEY: key })).toEqual(['DATA_KEY']);
  });

  it('of a session must be long', () => {
    expect(complainedOf({ SESSION_SECRET: 'a'.repeat(31) })).toEqual(['SESSION_SECRET']);
    expect(complainedOf({ SESSION_SECRET: 'a'.repeat(32) })).toEqual([]);
  });

  it.each([
    ['in production', { NODE_ENV: 'production' }],
    ['in any environment that is no development', { NODE_ENV: 'staging' }],
    ['when everybody on the network can reach it', { HOST: '0.0.0.0' }],
    ['when it has a public address', { PUBLIC_URL: 'https://hoiquyen.example.vn' }],
    ['when a test is open to the network', { NODE_ENV: 'test', HOST: '192.168.1.5' }],
  ])('are required %s', (_, environment) => {
    expect(complainedOf(environment)).toEqual(['DATA_KEY', 'SESSION_SECRET']);
    expect(complainedOf({ ...environment, DATA_KEY: KEY })).toEqual(['SESSION_SECRET']);
    expect(complainedOf({ ...environment, DATA_KEY: KEY, SESSION_SECRET: SESSION })).toEqual([]);
  });

  it.each([
    ['said so', { NODE_ENV: 'development', HOST: '0.0.0.0' }],
    ['nothing said, this machine only', {}],
    ['this machine by name', { HOST: 'localhost' }],
    ['this machine, IPv6', { HOST: '::1' }],
    ['in a test', { NODE_ENV: 'test' }],
  ])('may be those of the source in a trial: %s', (_, environment) => {
    expect(settingsFrom(environment).developmentKeys).toBe(true);
  });

  it.each([
    ['one', { DATA_KEY: KEY }, true],
    ['the other', { SESSION_SECRET: SESSION }, true],
    ['none', { DATA_KEY: KEY, SESSION_SECRET: SESSION }, false],
  ])('of the source are named as such when %s is missing', (_, environment, development) => {
    expect(settingsFrom(environment).developmentKeys).toBe(development);
  });
});

describe('an empty value', () => {
  it.each([
    ['nothing', ''],
    ['spaces', '  '],
    ['undefined', undefined],
  ])('counts as not set: %s', (_, empty) => {
    const names = ['NODE_ENV', 'PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'TELEGRAM_BOT_TOKEN', 'DATA_KEY'];
    expect(settingsFrom(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(settingsFrom({}));
  });

  it('does not pass for a key', () => {
    expect(complainedOf({ ...PRODUCTION, DATA_KEY: '' })).toEqual(['DATA_KEY']);
  });
});

describe('the proxies in front', () => {
  it.each(['-1', '10', '1.5', 'true', '10.0.0.1'])('cannot be %s', (proxies) => {
    expect(complainedOf({ TRUST_PROXY: proxies })).toEqual(['TRUST_PROXY']);
  });

  it('are counted', () => {
    expect(settingsFrom({ TRUST_PROXY: '2' }).TRUST_PROXY).toBe(2);
  });
});

describe('the port', () => {
  it.each(['-1', '65536', '3.5', 'ba nghìn'])('cannot be %s', (port) => {
    expect(complainedOf({ PORT: port })).toEqual(['PORT']);
  });

  it.each([
    ['0', 0],
    ['65535', 65_535],
  ])('can be %s', (port, number) => {
    expect(settingsFrom({ PORT: port }).PORT).toBe(number);
  });
});

describe('what no log may show', () => {
  it('is every token, key and secret there is', () => {
    const names = SETTING_NAMES.filter((name) => /TOKEN|SECRET|KEY/.test(name));
    const given = Object.fromEntries(
      names.map((name) => [
        name,
        /KEY/.test(name) ? Buffer.alloc(32, name).toString('base64') : `${name}-du-dai-`.repeat(4),
      ]),
    );
    expect(names).toContain('DATA_KEY_OLD');
    expect([...secretsIn(settingsFrom(given))].sort()).toEqual(Object.values(given).sort());
  });

  it('is the keys alone where nothing else is set', () => {
    expect(secretsIn(settingsFrom(PRODUCTION))).toEqual([KEY, SESSION]);
  });
});
