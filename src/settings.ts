import { z } from 'zod';
import { AppError } from './base/errors.ts';
import { LIFETIMES } from './base/lifetimes.ts';

/** The database where none is named. */
export const DATABASE = 'file:./data/hoi-quyen.db';
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const text = z.string().trim().min(1);
const secret = (fewest: number) =>
  z.string().min(fewest, `must have at least ${fewest} characters`).max(256, 'must have at most 256 characters');
const updates = z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling');

const whole = (what: string, fewest: number, most: number) => {
  const wrong = `must be a whole number of ${what} from ${fewest} to ${most}`;
  return z.coerce.number(wrong).int(wrong).min(fewest, wrong).max(most, wrong);
};

const Environment = z.object({
  NODE_ENV: text.optional(),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isPublicAddress, 'must be an https address with nothing behind it, such as https://hoiquyen.example.vn')
    .transform((address) => new URL(address).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgres://')
    .default(DATABASE),
  KNOWLEDGE_DIR: text.default('./knowledge'),
  TELEGRAM_BOT_TOKEN: text.optional(),
  TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org'),
  TELEGRAM_UPDATES: updates,
  TELEGRAM_WEBHOOK_SECRET: secret(1)
    .regex(/^[A-Za-z0-9_-]+$/, 'may hold only letters, digits, _ and -')
    .optional(),
  ZALO_BOT_TOKEN: text.optional(),
  ZALO_API_ROOT: z.url().default('https://bot-api.zaloplatforms.com'),
  ZALO_UPDATES: updates,
  ZALO_WEBHOOK_SECRET: secret(8).optional(),
  DATA_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64: openssl rand -base64 32')
    .optional(),
  DATA_KEY_OLD: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64, as the DATA_KEY before was')
    .optional(),
  SESSION_SECRET: secret(32).optional(),
  KEEP_CONVERSATIONS_DAYS: whole('days', 1, 365).default(LIFETIMES.conversationsDays),
  KEEP_REFERRALS_MONTHS: whole('months', 1, 60).default(LIFETIMES.referralsMonths),
  KEEP_AUDIT_MONTHS: whole('months', 24, 120).default(LIFETIMES.auditMonths),
  BACKUP_DIR: text.optional(),
  BACKUP_KEEP_DAYS: whole('days', 1, 90).default(LIFETIMES.backupsDays),
  TELEGRAM_PER_SECOND: whole('messages', 1, 1000).default(25),
  ZALO_PER_SECOND: whole('messages', 1, 1000).default(20),
  CHAT_REST_MS: whole('milliseconds', 0, 60_000).default(1000),
  PERSON_PER_MINUTE: whole('messages', 5, 100_000).default(20),
  ADDRESS_PER_MINUTE: whole('messages', 10, 1_000_000).default(120),
  TRUST_PROXY: z.coerce.number('must be a number of proxies').int().min(0).max(9).default(0),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be one of pino’s levels, such as info')
    .default('info'),
});

/** Pages, forms and cookies are for a whole host; a slash at the end is no harm. */
function isPublicAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' && url.href === `${url.origin}/`;
}

/** Every setting there is. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Keys that everybody can read in the source: good for a trial on one's own machine and for nothing else. */
const DEVELOPMENT_DATA_KEY = Buffer.alloc(32, 'hoi-quyen development key').toString('base64');
const DEVELOPMENT_SESSION_SECRET = 'hoi-quyen development session secret, not secret at all';

export interface Settings extends Readonly<Omit<z.infer<typeof Environment>, 'DATA_KEY' | 'SESSION_SECRET'>> {
  readonly DATA_KEY: string;
  readonly SESSION_SECRET: string;
  /** The keys are the ones printed in the source. */
  readonly developmentKeys: boolean;
}

const SECRETS = [
  'TELEGRAM_BOT_TOKEN',
  'ZALO_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_WEBHOOK_SECRET',
  'DATA_KEY',
  'DATA_KEY_OLD',
  'SESSION_SECRET',
] as const satisfies readonly (keyof Settings)[];

/** The values that no line of the log may show. */
export function secretsIn(settings: Pick<Settings, (typeof SECRETS)[number]>): readonly string[] {
  return SECRETS.flatMap((name) => settings[name] ?? []);
}

/**
 * Reads the settings once, at start (contracts §4). Empty and blank values count as not set.
 *
 * @throws AppError `invalid-input` naming every fault together; never a value, for it may be a secret.
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])),
  );
  const read = Environment.safeParse(given);
  const faults = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `  ${path.join('.')} ${message}`),
    ...missing(given),
    ...openRoots(given),
  ];
  if (!read.success || faults.length > 0) {
    throw new AppError('invalid-input', `The settings are not right (see README, "Settings"):\n${faults.join('\n')}`);
  }
  const { DATA_KEY, SESSION_SECRET } = read.data;
  return {
    ...read.data,
    DATA_KEY: DATA_KEY ?? DEVELOPMENT_DATA_KEY,
    SESSION_SECRET: SESSION_SECRET ?? DEVELOPMENT_SESSION_SECRET,
    developmentKeys: DATA_KEY === undefined || SESSION_SECRET === undefined,
  };
}

/** Where a messenger calls us; one whose server stands on this machine finds us without a public address. */
export function webhookAddress(
  { PUBLIC_URL, HOST, PORT }: Pick<Settings, 'PUBLIC_URL' | 'HOST' | 'PORT'>,
  messenger: string,
): string {
  return `${(PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '')}/webhooks/${messenger}`;
}

/** What other settings make necessary. Looks at what was typed, so that it is told together with what is wrong. */
function missing(given: Readonly<Record<string, string>>): readonly string[] {
  const secrets = ['TELEGRAM', 'ZALO'].flatMap((channel) =>
    given[`${channel}_BOT_TOKEN`] && given[`${channel}_UPDATES`] === 'webhook' && !given[`${channel}_WEBHOOK_SECRET`]
      ? [`  ${channel}_WEBHOOK_SECRET is required with ${channel}_UPDATES=webhook`]
      : [],
  );
  const faults = [...secrets, ...missingAddress(given)];
  if (mayUseDevelopmentKeys(given)) return faults;
  const why = 'is required unless NODE_ENV=development';
  return [
    ...faults,
    ...(given.DATA_KEY ? [] : [`  DATA_KEY ${why}: openssl rand -base64 32`]),
    ...(given.SESSION_SECRET ? [] : [`  SESSION_SECRET ${why}: openssl rand -base64 48`]),
  ];
}

/** A messenger calls us under our public address; its server on this machine (an emulator, a server of one's own) needs none. */
function missingAddress(given: Readonly<Record<string, string>>): readonly string[] {
  if (given.PUBLIC_URL) return [];
  const calling = (['TELEGRAM', 'ZALO'] as const).filter(
    (name) =>
      given[`${name}_BOT_TOKEN`] && given[`${name}_UPDATES`] === 'webhook' && !standsHere(given[`${name}_API_ROOT`]),
  );
  if (calling.length === 0) return [];
  const [because, polling] = ['webhook', 'polling'].map((how) =>
    calling.map((name) => `${name}_UPDATES=${how}`).join(' and '),
  );
  return [
    `  PUBLIC_URL is required with ${because}: the https address under which the program is reached, such as https://hoiquyen.example.vn; without one set ${polling}`,
  ];
}

function standsHere(root: string | undefined): boolean {
  return root !== undefined && URL.canParse(root) && isLoopback(new URL(root).hostname);
}

/** A token that travels unencrypted is everybody's; within this machine, and in a trial, nobody else sees it. */
function openRoots(given: Readonly<Record<string, string>>): readonly string[] {
  if (given.NODE_ENV?.trim() === 'development') return [];
  return ['TELEGRAM_API_ROOT', 'ZALO_API_ROOT'].flatMap((name) => {
    const root = given[name] ?? '';
    const closed = !URL.canParse(root) || new URL(root).protocol === 'https:' || standsHere(root);
    return closed ? [] : [`  ${name} must be an https address: the token of the bot travels there`];
  });
}

function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host.replace(/^\[|\]$/g, ''));
}

/** A trial: said so, or nothing said and nobody outside this machine can reach it. */
function mayUseDevelopmentKeys({ NODE_ENV, HOST, PUBLIC_URL }: Readonly<Record<string, string>>): boolean {
  const environment = NODE_ENV?.trim();
  if (environment === 'development') return true;
  return (
    (environment === undefined || environment === 'test') &&
    PUBLIC_URL === undefined &&
    (HOST === undefined || LOOPBACK.includes(HOST.trim()))
  );
}
