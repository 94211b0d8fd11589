import type fc from 'fast-check';

export type Breakage = 'crash' | 'status 500' | 'hang' | 'leak' | 'inconsistent';

/** An input was not taken as it should be. */
export class Broken extends Error {
  readonly how: Breakage;

  constructor(how: Breakage, what: string, cause?: unknown) {
    super(`${how}: ${what}`, { cause });
    this.name = 'Broken';
    this.how = how;
  }
}

/** A way into the program while it is fuzzed. */
export interface OpenEntrance<Input = unknown> {
  readonly inputs: fc.Arbitrary<Input>;
  /** Where one value holds several inputs that come at the same time: how many, and about how many on the whole. */
  countIn?(input: Input): number;
  readonly together?: number;
  /**
   * Puts one input in and waits until nothing more comes of it.
   *
   * @throws Broken, or whatever the program threw.
   */
  put(input: Input): Promise<void>;
  /**
   * Looks that the database holds together and the next person is served.
   *
   * @throws Broken `inconsistent`.
   */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface Entrance {
  /** For `--only`. */
  readonly name: string;
  /** What comes in here, in one line. */
  readonly about: string;
  /** @param inputs How many will come: how many people they are shared among. */
  open(inputs: number): Promise<OpenEntrance>;
}
