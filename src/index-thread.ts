import { parentPort } from 'node:worker_threads';
import { learnIndex } from './search/entry-index.ts';
import { type TextDocument, TextIndex } from './search/text-index.ts';
import { KeptValues } from './store/kept-values.ts';

/** What the thread is told. Documents come a few hundred at a time, so that nobody waits while they are copied. */
export type ToThread = { readonly job: number } & (
  | { readonly documents: readonly TextDocument[] }
  | {
      readonly make: 'texts';
      /** Where it is to be kept, and under which name; undefined: nowhere. */
      readonly keep?: { readonly folder: string; readonly name: string } | undefined;
    }
  | {
      readonly make: 'learned';
      readonly folder: string;
      readonly name: string;
      /** A kept value that is of no more use. */
      readonly drop: string | undefined;
    }
);

/** What the thread answers. */
export interface FromThread {
  readonly job: number;
  readonly made: unknown;
}

/** Smaller ones are copied: they may lie together with others in memory that cannot be given away. */
const LARGE_BYTES = 64 * 1024;

const waiting = new Map<number, TextDocument[]>();
parentPort?.on('message', (told: ToThread) => {
  const documents = waiting.get(told.job) ?? [];
  waiting.set(told.job, documents);
  if ('documents' in told) {
    documents.push(...told.documents);
    return;
  }
  waiting.delete(told.job);
  const answer: FromThread = { job: told.job, made: make(told, documents) };
  parentPort?.postMessage(answer, [...largeBuffersIn(answer.made)]);
});

function make(told: Exclude<ToThread, { documents: unknown }>, documents: readonly TextDocument[]): unknown {
  if (told.make === 'texts') {
    const build = () => TextIndex.build(documents).stored();
    return told.keep ? new KeptValues(told.keep.folder).get(told.keep.name, build) : build();
  }
  const kept = new KeptValues(told.folder);
  const learned = kept.get(told.name, () => learnIndex(documents));
  if (told.drop !== undefined) kept.drop(told.drop);
  return learned;
}

/** Given away rather than copied. */
function largeBuffersIn(value: unknown, found = new Set<ArrayBuffer>()): ReadonlySet<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.byteLength >= LARGE_BYTES) found.add(value.buffer as ArrayBuffer);
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const part of Object.values(value)) largeBuffersIn(part, found);
  }
  return found;
}
