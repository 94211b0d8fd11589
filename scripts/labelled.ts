import { readFileSync } from 'node:fs';
import { AppError } from '../src/base/errors.ts';
import type { Labelled } from '../src/evaluation/evaluate.ts';

/**
 * Labelled questions: one {"id","text","kind","expect","accept"} for each line.
 *
 * @throws AppError `invalid-input` naming the line that is no JSON.
 */
export function readLabelled(file: string): readonly Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, nth) => (line.trim() === '' ? [] : [labelledIn(line, `${file}:${nth + 1}`)]));
}

function labelledIn(line: string, place: string): Labelled {
  try {
    return JSON.parse(line) as Labelled;
  } catch {
    throw new AppError('invalid-input', `${place}: must be a JSON object {"id","text","kind","expect","accept"}`);
  }
}
