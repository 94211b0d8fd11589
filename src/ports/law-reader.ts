import type { Day } from '../base/days.ts';
import type { LawReading, Refusal } from '../law/law-text.ts';

/** A file as it was handed in. */
export interface HandedIn {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface LawReaderOptions {
  /** Which instrument is meant, where a file holds several or does not say. */
  readonly code?: string | undefined;
  readonly asOf: Day;
  /** Told of each page of a PDF. */
  readonly onPage?: ((done: number, of: number) => void) | undefined;
}

export type ReadFile =
  | { readonly ok: true; readonly law: LawReading & { readonly fileSha256: string } }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads an official text from a file and takes it apart. Stores nothing. */
export type LawReader = (file: HandedIn, options: LawReaderOptions) => Promise<ReadFile>;
