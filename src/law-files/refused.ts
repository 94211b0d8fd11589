import type { Refusal, RefusalCode } from '../law/law-text.ts';

/** Thrown by a reader inside this folder; `importLaw` turns it into a result. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Refused';
    this.refusal = { code, message };
  }
}
