import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * What was typed behind a command, as `parseArgs` reads it. `--help` prints `usage` and ends the process with 0; what cannot
 * be understood is named above it, and ends the process with 2.
 */
export function commandLine<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    const typed = parseArgs({ ...config, options: { ...config.options, help: { type: 'boolean' } } });
    if (!('help' in typed.values)) return typed as ReturnType<typeof parseArgs<Config>>;
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
