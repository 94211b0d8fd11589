/** Labelled questions: one {"id","text","kind","expect","accept"} for each line. */
import { readFileSync } from 'node:fs';
import type { Labelled } from '../src/evaluation/evaluate.ts';

export function readLabelled(file: string): readonly Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Labelled);
}
