import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Day } from '../base/days.ts';
import { AppError } from '../base/errors.ts';
import type { RefusalCode } from '../law/law-text.ts';
import type { ImportedLaw, ImportFile, ImportResult } from './import-law.ts';
import type { PdfOptions } from './pdf-lines.ts';
import type { FromReader, ToReader } from './reading-process.ts';

/** A text of 50 MB that is hard to take apart is read in a minute (docs/law-import.md); an old machine may need three. */
export const LONGEST_READING_MS = 5 * 60_000;
/** Of the heap. Ten times the Civil Code as one Word file is read with it; the program itself has to fit beside it. */
export const MOST_MEMORY_MB = 512;
/** Each may hold 50 MB of the program while it waits. */
const MOST_WAITING = 4;

export interface ReadingOptions extends PdfOptions {
  /** Which instrument is meant, where a file holds several or does not say. */
  readonly code?: string | undefined;
  readonly asOf: Day;
}

/**
 * Reads official texts like `importLaw`, in a process of its own for each file and one after the other, so that people are
 * answered meanwhile. A process and not a thread: a thread that runs out of memory often takes the whole program with it, in
 * spite of its limits. It is started without our environment, so no key and no token is where a stranger's file is read.
 */
export class ProcessLawReader {
  readonly #longestMs: number;
  readonly #mostMb: number;
  #turn: Promise<unknown> = Promise.resolve();
  #inHand = 0;
  #child: ChildProcess | undefined;
  #closed = false;

  constructor({
    longestMs = LONGEST_READING_MS,
    mostMb = MOST_MEMORY_MB,
  }: { longestMs?: number; mostMb?: number } = {}) {
    this.#longestMs = longestMs;
    this.#mostMb = mostMb;
  }

  /** Is a file being read, so that the next one has to wait? */
  get busy(): boolean {
    return this.#inHand > 0;
  }

  /**
   * @returns as `importLaw` does; refused are also files that take too long or too much memory, and one too many at a time.
   * @throws AppError `unavailable` when the program stops meanwhile.
   */
  async read(file: ImportFile, options: ReadingOptions): Promise<ImportResult> {
    if (this.#inHand > MOST_WAITING) {
      return refused('too-many-files', 'Đang có nhiều tệp chờ đọc. Bạn thử lại sau ít phút.');
    }
    this.#inHand += 1;
    const read = this.#turn.then(() => this.#read(file, options));
    this.#turn = read.catch(() => {});
    try {
      return await read;
    } finally {
      this.#inHand -= 1;
    }
  }

  /** Ends what is being read; resolves when its process is gone. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#child?.kill('SIGKILL');
    await this.#turn;
  }

  async #read({ bytes, name }: ImportFile, { code, asOf, onPage }: ReadingOptions): Promise<ImportResult> {
    if (this.#closed) throw stopping();
    const child = fork(new URL('../typescript-thread.mjs', import.meta.url), [READING], {
      execArgv: [`--max-old-space-size=${this.#mostMb}`],
      env: {},
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, this.#longestMs);
    try {
      const told = toldBy(child, onPage);
      child.send({ name, code, asOf } satisfies ToReader, () => {}); // that it cannot be told is seen by its end
      child.stdin?.on('error', () => {});
      child.stdin?.end(bytes);
      const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
      if (told.result) return told.result;
      if (told.fault !== undefined) throw told.fault;
      if (this.#closed) throw stopping();
      if (isLate) return refused('takes-too-long', TOO_LONG);
      // Ended by V8 or by the system: no place for what the file unfolds to.
      if (signal !== null) return refused('takes-too-much-memory', TOO_MUCH);
      throw new Error(`the process that reads a file ended with ${status}`);
    } finally {
      clearTimeout(late);
      this.#child = undefined;
    }
  }
}

const READING = new URL('./reading-process.ts', import.meta.url).href;
const WHAT_TO_DO =
  'Chưa có gì được lưu. Bạn mở tệp bằng Word, bỏ hình ảnh, lưu thành văn bản thường (.txt, bảng mã UTF-8) rồi nhập lại; nếu vẫn vậy, báo người quản trị.';
const TOO_LONG = `Đọc tệp này quá ${LONGEST_READING_MS / 60_000} phút chưa xong nên đã dừng. ${WHAT_TO_DO}`;
const TOO_MUCH = `Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng. ${WHAT_TO_DO}`;

interface Told {
  result?: ImportResult;
  fault?: unknown;
}

/** Gathers what a process tells. */
function toldBy(child: ChildProcess, onPage: PdfOptions['onPage']): Told {
  const told: Told = {};
  let law: ImportedLaw | undefined;
  child.on('message', (message: FromReader) => {
    if ('page' in message) onPage?.(message.page, message.of);
    else if ('begins' in message) law = message.begins;
    else if (law && 'list' in message) (law[message.list] as unknown[]).push(...message.items);
    else if ('fault' in message) told.fault = message.fault;
    else if ('ok' in message) told.result = message;
    else if (law) told.result = { ok: true, law };
  });
  return told;
}

function refused(code: RefusalCode, message: string): ImportResult {
  return { ok: false, refusal: { code, message } };
}

function stopping(): AppError {
  return new AppError('unavailable', 'Máy chủ đang dừng nên tệp chưa được đọc. Bạn nhập lại sau ít phút.');
}
