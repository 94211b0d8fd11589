import { z } from 'zod';
import { AppError } from './base/errors.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const text = z.string().trim().min(1);
const secret = (fewest: number) =>
  z.string().min(fewest, `must have at least ${fewest} characters`).max(256, 'must have at most 256 characters');
const updates = z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling');

const Environment = z
  .object({
    NODE_ENV: text.optional(),
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
    HOST: text.default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgres://')
      .default('file:./data/hoi-quyen.db'),
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
    SESSION_SECRET: secret(32).optional(),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'must be one of pino’s levels, such as info',
      )
      .default('info'),
  })
  .check((context) => {
    const { value, issues } = context;
    const need = (name: string, message: string) =>
      issues.push({ code: 'custom', path: [name], message, input: undefined });
    for (const channel of ['TELEGRAM', 'ZALO'] as const) {
      if (!value[`${channel}_BOT_TOKEN`] || value[`${channel}_UPDATES`] !== 'webhook') continue;
      if (!value[`${channel}_WEBHOOK_SECRET`])
        need(`${channel}_WEBHOOK_SECRET`, `is required with ${channel}_UPDATES=webhook`);
    }
    if (mayUseDevelopmentKeys(value)) return;
    const why = 'is required unless NODE_ENV=development';
    if (!value.DATA_KEY) need('DATA_KEY', `${why}: openssl rand -base64 32`);
    if (!value.SESSION_SECRET) need('SESSION_SECRET', `${why}: openssl rand -base64 48`);
  });

/** Keys that everybody can read in the source: good for a trial on one's own machine and for nothing else. */
const DEVELOPMENT_DATA_KEY = Buffer.alloc(32, 'hoi-quyen development key').toString('base64');
const DEVELOPMENT_SESSION_SECRET = 'hoi-quyen development session secret, not secret at all';

export interface Settings extends Readonly<Omit<z.infer<typeof Environment>, 'DATA_KEY' | 'SESSION_SECRET'>> {
  readonly DATA_KEY: string;
  readonly SESSION_SECRET: string;
  /** The keys are the ones printed in the source. */
  readonly developmentKeys: boolean;
}

/**
 * Reads the settings once, at start (contracts §4). Empty values count as not set.
 *
 * @throws AppError `invalid-input` naming every fault together; never a value, for it may be a secret.
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
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

/** A trial: said so, or nothing said and nobody outside this machine can reach it. */
function mayUseDevelopmentKeys(value: {
  NODE_ENV?: string | undefined;
  HOST: string;
  PUBLIC_URL?: string | undefined;
}): boolean {
  if (value.NODE_ENV === 'development') return true;
  return (
    (value.NODE_ENV === undefined || value.NODE_ENV === 'test') &&
    value.PUBLIC_URL === undefined &&
    LOOPBACK.includes(value.HOST)
  );
}
