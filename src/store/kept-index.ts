import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Laws change a few times a year, and `--as-of` asks for other days: so many are kept. */
const KEPT = 6;
const PREFIX = 'index-';

/**
 * Keeps what takes seconds to learn, under a name made from everything it was learned from. A file that cannot be read
 * or written costs time and nothing else.
 */
export class KeptIndexes {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param from Everything that the value depends on, its format too.
   * @param learn Called where nothing is kept for it.
   */
  get<T>(from: readonly string[], learn: () => T): T {
    const hash = createHash('sha256');
    for (const text of from) hash.update(text).update('\0');
    const file = join(this.#folder, `${PREFIX}${hash.digest('hex').slice(0, 32)}.bin`);
    try {
      return deserialize(readFileSync(file)) as T;
    } catch {
      const value = learn();
      this.#keep(file, value);
      return value;
    }
  }

  #keep(file: string, value: unknown): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      const writing = `${file}.${process.pid}`;
      writeFileSync(writing, serialize(value));
      renameSync(writing, file);
      const old = readdirSync(this.#folder)
        .filter((name) => name.startsWith(PREFIX) && name.endsWith('.bin'))
        .map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
        .sort((a, b) => b.at - a.at)
        .slice(KEPT);
      for (const { name } of old) rmSync(join(this.#folder, name), { force: true });
    } catch {
      // A read-only disk: it is learned again at the next start.
    }
  }
}
