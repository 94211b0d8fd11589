import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '../src/base/errors.ts';

/**
 * What was typed behind a command, as `parseArgs` reads it. `--help` prints `usage` and ends the process with 0; what cannot
 * be understood is named above it, and ends the process with 2. So does, from here on, what the command cannot read.
 */
export function commandLine<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    const typed = parseArgs({ ...config, options: { ...config.options, help: { type: 'boolean' } } });
    if (!('help' in typed.values)) {
      process.on('uncaughtException', endWith);
      return typed as ReturnType<typeof parseArgs<Config>>;
    }
  } catch (fault) {
    return misused(usage, fault instanceof Error ? fault.message : String(fault));
  }
  process.stdout.write(usage);
  return process.exit(0);
}

/** Says what is wrong with what was typed, and how it is typed. Ends the process with 2. */
export function misused(usage: string, what: string): never {
  process.stderr.write(`${what}\n\n${usage}`);
  return process.exit(2);
}

/** A file that is not there, or not as it must be, is told in a line; the stack is for faults of ours. */
function endWith(fault: Error): never {
  const known = fault instanceof AppError || ('syscall' in fault && 'path' in fault);
  process.stderr.write(`${known ? fault.message : (fault.stack ?? fault.message)}\n`);
  return process.exit(known ? 2 : 1);
}
