import type { Log, LogFacts } from '../../src/ports/log.ts';

/** A log that a test can read. */
export interface CollectingLog extends Log {
  readonly lines: { readonly event: string; readonly facts?: LogFacts | undefined; readonly fault?: unknown }[];
}

export function collectingLog(): CollectingLog {
  const lines: CollectingLog['lines'] = [];
  return {
    lines,
    info: (event, facts) => void lines.push({ event, facts }),
    warn: (event, facts) => void lines.push({ event, facts }),
    fault: (event, fault, facts) => void lines.push({ event, fault, facts }),
  };
}
