import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Day } from './base/days.ts';
import type { IndexMaker, ToLearn } from './flow/entries/index-maker.ts';
import type { LawIndexMaker } from './flow/law/law-library.ts';
import type { FromThread, ToThread } from './index-thread.ts';
import type { KnowledgeEntry } from './knowledge/entry.ts';
import { documentOf, type StoredEntryIndex } from './search/entry-index.ts';
import type { StoredTextIndex, TextDocument } from './search/text-index.ts';
import { fingerprint, KeptValues } from './store/kept-values.ts';

/** Changed when what is kept changes its form or is made in another way. */
const INDEX_FORMAT = 'index 4';
const TEXTS_FORMAT = 'texts 1';
/** Whoever edits tries again and again; whoever does not need not keep the memory of a thread. */
const IDLE_MS = 60_000;
/** Texts that are handed over before others get their turn: some milliseconds. */
const AT_ONCE = 100;

/** The name under which the learned index of some contents and days is kept. */
export function indexName(contents: string, epoch: Day): string {
  return fingerprint([INDEX_FORMAT, contents, epoch]);
}

/** Makes indexes in threads of their own. */
export class ThreadIndexMaker implements IndexMaker, LawIndexMaker {
  readonly #folder: string;
  readonly #kept: KeptValues;
  readonly #texts = new Thread(IDLE_MS);
  readonly #learning = new Set<Thread>();

  /** @param folder Where learned indexes are kept. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#kept = new KeptValues(folder);
  }

  name(contents: readonly string[]): string {
    return fingerprint(contents);
  }

  kept(contents: string, epoch: Day): StoredEntryIndex | undefined {
    return this.#kept.find(indexName(contents, epoch));
  }

  isKept(contents: string, epoch: Day): boolean {
    return this.#kept.has(indexName(contents, epoch));
  }

  async texts(entries: readonly KnowledgeEntry[]): Promise<StoredTextIndex> {
    return (await this.#texts.make(inTurns(entries), { make: 'texts' })) as StoredTextIndex;
  }

  keptTexts(name: string): StoredTextIndex | undefined {
    return this.#kept.find(textsName(name));
  }

  async makeTexts(name: string, handOver: HandOver): Promise<StoredTextIndex> {
    // A thread of its own, so that nobody who edits waits behind it, and its memory is given back.
    const thread = new Thread(0);
    this.#learning.add(thread);
    try {
      const keep = { folder: this.#folder, name: textsName(name) };
      return (await thread.make(handOver, { make: 'texts', keep })) as StoredTextIndex;
    } finally {
      await thread.stop();
      this.#learning.delete(thread);
    }
  }

  async learn({ contents, epoch, entries, instead }: ToLearn, signal?: AbortSignal): Promise<StoredEntryIndex> {
    signal?.throwIfAborted();
    const thread = new Thread(0);
    this.#learning.add(thread);
    const stop = () => void thread.stop(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return (await thread.make(inTurns(entries), {
        make: 'learned',
        folder: this.#folder,
        name: indexName(contents, epoch),
        drop: instead === undefined ? undefined : indexName(instead, epoch),
      })) as StoredEntryIndex;
    } finally {
      signal?.removeEventListener('abort', stop);
      await thread.stop();
      this.#learning.delete(thread);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#texts, ...this.#learning].map((thread) => thread.stop(new Error('stopping'))));
  }
}

type HandOver = (give: (documents: readonly TextDocument[]) => void) => Promise<void>;

/** Gives entries a few at a time, and others their turn between. */
function inTurns(entries: readonly KnowledgeEntry[]): HandOver {
  return async (give) => {
    for (let from = 0; from < entries.length; from += AT_ONCE) {
      give(entries.slice(from, from + AT_ONCE).map(documentOf));
      await nextTurn();
    }
  };
}

function textsName(name: string): string {
  return fingerprint([TEXTS_FORMAT, name]);
}

type Wanted = ToThread extends infer Told ? (Told extends { make: unknown } ? Omit<Told, 'job'> : never) : never;

interface Waiting {
  readonly resolve: (made: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** A thread that is there while it is needed, and some time after. */
class Thread {
  readonly #idleMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #jobs = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  /** @param handOver Gives the documents, some at a time. */
  async make(handOver: HandOver, wanted: Wanted): Promise<unknown> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref(); // a command must not end while it waits
    this.#jobs += 1;
    const job = this.#jobs;
    const made = new Promise<unknown>((resolve, reject) => this.#waiting.set(job, { resolve, reject }));
    made.catch(() => {}); // it may fail before anybody listens, while documents are still handed over
    try {
      await handOver((documents) => {
        if (this.#waiting.has(job)) worker.postMessage({ job, documents } satisfies ToThread);
      });
      worker.postMessage({ job, ...wanted } as ToThread);
    } catch (fault) {
      this.#done(job, worker);
      throw fault;
    }
    return made;
  }

  /** @param because What those who wait are told. */
  async stop(because: unknown = new Error('the thread was stopped')): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#fail(because);
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./typescript-thread.mjs', import.meta.url), {
      execArgv: [],
      workerData: { file: new URL('./index-thread.ts', import.meta.url).href },
    });
    worker.on('message', ({ job, made }: FromThread) => {
      this.#waiting.get(job)?.resolve(made);
      this.#done(job, worker);
    });
    worker.on('error', (fault) => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#fail(fault);
    });
    return worker;
  }

  /** Whoever has nothing to do holds nobody up, and ends after a while. */
  #done(job: number, worker: Worker): void {
    this.#waiting.delete(job);
    if (this.#waiting.size > 0) return;
    worker.unref();
    this.#idle = setTimeout(() => void this.stop(), this.#idleMs).unref();
  }

  #fail(because: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(because);
    this.#waiting.clear();
  }
}
