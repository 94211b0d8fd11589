/** What went wrong, in five kinds. The kind decides what the one at the other end is told. */
export type FaultKind = 'invalid-input' | 'not-found' | 'conflict' | 'forbidden' | 'unavailable';

/** Facts about a fault that are safe to write in a log: never a person's words, name or number. */
export type FaultFacts = Readonly<Record<string, string | number | boolean>>;

/** The base of every error that this project throws on purpose. */
export class AppError extends Error {
  readonly kind: FaultKind;
  readonly facts: FaultFacts;

  constructor(kind: FaultKind, message: string, options: { facts?: FaultFacts; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.kind = kind;
    this.facts = options.facts ?? {};
  }
}
