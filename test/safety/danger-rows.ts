import { describe, expect, it } from 'vitest';
import type { Danger } from '../../src/base/danger.ts';
import { fold } from '../../src/language/fold.ts';
import { dangerIn } from '../../src/safety/danger.ts';

/** Sentences as people type them, and what is to be seen in them. */
export interface DangerRows {
  readonly urgent: Readonly<Record<Danger, readonly string[]>>;
  readonly calm: readonly string[];
  /** Of the urgent ones, those whose signs mean other words where marks are missing. */
  readonly onlyWithMarks: readonly string[];
}

/** Each urgent sentence has its kind of danger and is seen without marks too; a calm one is calm both ways. */
export function describeDanger(title: string, { urgent, calm, onlyWithMarks }: DangerRows): void {
  const rows = Object.entries(urgent).flatMap(([danger, sentences]) =>
    sentences.map((sentence) => ({ danger, sentence })),
  );
  describe(title, () => {
    it.each(rows)('$danger: $sentence', ({ danger, sentence }) => {
      expect(dangerIn(sentence)).toBe(danger);
    });

    it.each(rows.filter(({ sentence }) => !onlyWithMarks.includes(sentence)))(
      'seen without marks as well: $sentence',
      ({ sentence }) => {
        expect(dangerIn(fold(sentence))).toBeDefined();
      },
    );

    it.each(calm)('calm: %s', (sentence) => {
      expect(dangerIn(sentence)).toBeUndefined();
    });

    it.each(calm)('calm without marks: %s', (sentence) => {
      expect(dangerIn(fold(sentence))).toBeUndefined();
    });
  });
}
