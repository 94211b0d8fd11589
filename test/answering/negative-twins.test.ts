import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { judge, library, TODAY } from './shipped.ts';

const QA = library.currentOn(TODAY).filter(({ kind }) => kind === 'qa');
const TWINNED = QA.flatMap(({ id, negativeTwin }) => (negativeTwin ? [{ id, twin: negativeTwin }] : []));
/** Entries that answer what they must not, with how sure they are of it. */
const wronglyAnswered = (typed: (twin: string) => string): readonly string[] =>
  TWINNED.flatMap(({ id, twin }) => {
    const { answer, candidates } = judge(typed(twin));
    return answer.kind === 'answered' && answer.entry.id === id
      ? [`${id}: ${twin} (${candidates[0]?.confidence.toFixed(2)})`]
      : [];
  });

describe('A near question that an entry must not answer', () => {
  it('is there for every question-and-answer entry', () => {
    expect(TWINNED.length).toBeGreaterThan(500);
    expect(QA.filter(({ negativeTwin }) => !negativeTwin).map(({ id }) => id)).toEqual([]);
  });

  it.each<[string, (twin: string) => string]>([
    ['as it is written', (twin) => twin],
    ['without tone marks', fold],
    ['in capitals', (twin) => twin.toUpperCase()],
    ['with courtesy about it', (twin) => `dạ cho em hỏi ${twin} vậy ạ`],
  ])('is not answered by that entry: %s', (_, typed) => {
    expect(wronglyAnswered(typed)).toEqual([]);
  });
});
