import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** How a process ended: its exit code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * `src/main.ts` in a process of its own, as an operator starts it, which can be killed and started again. Its settings
 * are the given ones and no others; `.env` of whoever runs the test counts for nothing.
 */
export class ChildBot {
  /** Log lines of all the processes that ran, in order. */
  readonly log: string[] = [];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #nodeOptions: readonly string[];
  readonly #folder: string;
  readonly #news = new EventEmitter().setMaxListeners(0);
  #child: ChildProcessByStdio<null, Readable, Readable> | undefined;
  #address: Promise<string> | undefined;
  #ended: Promise<Ended> | undefined;

  /**
   * @param nodeOptions For the process, after the one that reads TypeScript: another module to load first, for example.
   * @param folder Where the program lies: another version of it, for example.
   */
  constructor(
    environment: Readonly<Record<string, string>>,
    nodeOptions: readonly string[] = [],
    folder = process.cwd(),
  ) {
    this.#environment = environment;
    this.#nodeOptions = nodeOptions;
    this.#folder = folder;
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts a process; `address` tells when it listens. */
  start(): void {
    const child = spawn(process.execPath, ['--import', 'tsx', ...this.#nodeOptions, 'src/main.ts'], {
      env: { PATH: process.env.PATH ?? '', TELEGRAM_BOT_TOKEN: '', PUBLIC_URL: '', PORT: '0', ...this.#environment },
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
    const printed = createInterface({ input: child.stdout });
    this.#address = new Promise((resolve) => {
      printed.on('line', (line) => {
        const address = /Web chat\s+(http:\S+)\//.exec(line)?.[1];
        if (address) resolve(address);
      });
    });
    this.#news.emit('start');
    createInterface({ input: child.stderr }).on('line', (line) => this.log.push(line));
  }

  /** Where the process listens that runs now; waits for one that is starting, or that will be started. */
  async address(): Promise<string> {
    for (;;) {
      const address = this.#address;
      if (address === undefined) {
        await once(this.#news, 'start');
        continue;
      }
      const first = await Promise.race([address, this.#ended]);
      if (typeof first === 'string') return first;
      if (address === this.#address) throw new Error(`It ended by itself:\n${this.log.slice(-5).join('\n')}`);
    }
  }

  /** Sends a signal. @returns How the process ended. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> {
    this.#address = undefined;
    this.#child?.kill(signal);
    return (await this.#ended) ?? { code: null, signal: null };
  }
}
