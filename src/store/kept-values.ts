import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** The files of the knowledge, and an index for each of some days: `--as-of` asks for other ones. */
const KEPT = 12;
const ENDING = '.bin';

/** A name for contents: equal contents have equal names. */
export function fingerprint(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of contents) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/**
 * Keeps what takes seconds to make, under the fingerprint of everything it was made from. A file that cannot be read or
 * written costs time and nothing else.
 */
export class KeptValues {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  has(name: string): boolean {
    return existsSync(this.#fileOf(name));
  }

  /** What is kept under a name. */
  find<T>(name: string): T | undefined {
    const file = this.#fileOf(name);
    try {
      const value = apartFrom(readFileSync(file));
      this.#markUsed(file);
      return value as T;
    } catch {
      return undefined;
    }
  }

  /** Makes room for others. */
  drop(name: string): void {
    try {
      rmSync(this.#fileOf(name), { force: true });
    } catch {
      // A read-only disk: nothing was kept there either.
    }
  }

  /**
   * @param name The fingerprint of everything that the value depends on, its format too.
   * @param make Called where nothing is kept under that name.
   */
  get<T>(name: string, make: () => T): T {
    const found = this.find<T>(name);
    if (found !== undefined) return found;
    const value = make();
    this.#keep(this.#fileOf(name), value);
    return value;
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${name}${ENDING}`);
  }

  /** What was used last is kept longest. */
  #markUsed(file: string): void {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // A read-only disk: nothing is dropped there.
    }
  }

  #keep(file: string, value: unknown): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      const writing = `${file}.${process.pid}`;
      writeFileSync(writing, serialize(value));
      renameSync(writing, file);
      const old = readdirSync(this.#folder)
        .filter((name) => name.endsWith(ENDING))
        .map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
        .sort((a, b) => b.at - a.at)
        .slice(KEPT);
      for (const { name } of old) rmSync(join(this.#folder, name), { force: true });
    } catch {
      // A read-only disk: it is made again at the next start.
    }
  }
}

/**
 * The value that a file holds. Numbers of it would lie in the memory of the file, some of them copied beside it, and keep
 * all of that as long as they live; here each has memory of its own and the file's is given back.
 */
function apartFrom(file: Buffer): unknown {
  const value: unknown = deserialize(file);
  const separate = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null || Array.isArray(holder) || ArrayBuffer.isView(holder)) return;
    for (const [name, part] of Object.entries(holder)) {
      if (part instanceof Object.getPrototypeOf(Uint8Array) && (part as Uint8Array).buffer === file.buffer) {
        (holder as Record<string, unknown>)[name] = (part as Uint8Array).slice();
      } else separate(part);
    }
  };
  separate(value);
  return value;
}
