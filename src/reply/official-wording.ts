import type { Day, Span } from '../base/days.ts';

/** A text as it was published, in the words in which it is named. */
export interface PublishedText {
  readonly name: string;
  readonly number: string | undefined;
  readonly adoptedOn: Day | undefined;
  readonly url: string | undefined;
}

/** One wording of an article with its words, exactly as they are stored. */
export interface OfficialWording {
  /** As Vietnamese people say it: `tiếng Việt`. */
  readonly languageName: string;
  /** Heading line, line break, text: what `sha256` is of. */
  readonly words: string;
  readonly inForce: Span;
  /** Hexadecimal. Absent for texts that came with the program. */
  readonly sha256: string | undefined;
  /** Where it was taken from: the text that was imported and, where that gives only a part of the words, the other one. */
  readonly sources: readonly (PublishedText | string)[];
  /**
   * Laws that changed this instrument while the wording is said to bind, and of whose changes no text is held: whether they
   * touch this article is not known.
   */
  readonly perhapsChangedBy?: readonly ChangingLaw[] | undefined;
  /** The clause or the point that was asked for, as [start, end) in `words`; absent where there is none. */
  readonly marked?: readonly [number, number] | undefined;
}

/** A law that changes another one. */
export interface ChangingLaw {
  /** `53/2024/QH15`. */
  readonly number: string;
  readonly inForceFrom: Day;
}
