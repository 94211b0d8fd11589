import { pino } from 'pino';
import { AppError } from './base/errors.ts';
import type { Log, LogFacts } from './ports/log.ts';

export interface LogNeeds {
  readonly level: string;
  /** Values that must never be written: tokens and keys. Removed wherever they turn up, also inside error messages. */
  readonly secrets: readonly string[];
  /** Where lines go; standard error by default, so that programs print their own output on standard output. */
  readonly write?: (line: string) => void;
}

/**
 * Structured log lines (JSON, pino): an event and safe facts. A fault is written with its kind, message and stack, never
 * with the data that caused it; secrets are cut out of the finished line.
 */
export function makeLog({ level, secrets, write = (line) => process.stderr.write(line) }: LogNeeds): Log {
  const hidden = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, afterColon(secret)])
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  const logger = pino(
    { level, base: { app: 'hoi-quyen' } },
    {
      write: (line: string) => write(hidden.reduce((shown, secret) => shown.replaceAll(secret, '[hidden]'), line)),
    },
  );
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    fault: (event, fault, facts = {}) => logger.error({ ...facts, ...factsOf(fault) }, event),
  };
}

function factsOf(fault: unknown): LogFacts {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const cause = fault.cause instanceof Error ? fault.cause : undefined;
  return {
    fault: fault.name,
    message: fault.message,
    ...(fault instanceof AppError && { kind: fault.kind, ...fault.facts }),
    ...(cause && { cause: cause.name, causeCode: 'code' in cause ? String(cause.code) : undefined }),
    stack: fault.stack?.split('\n').slice(1, 6).join(' | '),
  };
}

/** The secret half of a bot token. */
function afterColon(secret: string): string {
  const half = secret.slice(secret.indexOf(':') + 1);
  return half.length >= 8 ? half : secret;
}
