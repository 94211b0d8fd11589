import type { FirstAnswerTime } from '../ports/measures.ts';
import type { Records, Store } from '../ports/store.ts';
import { breath } from './entries/breath.ts';
import type { FigureNeeds } from './period-figures.ts';

/** Of a year about twelve days, whose referrals of a country are read in some milliseconds. */
const PIECES = 30;

/** Each number is read by itself, and others have their turn between: those of a year together take half a second. */
export function figuresInTurns(store: Store): FigureNeeds['records'] {
  const read = async <Found>(look: (records: Records) => Promise<Found>): Promise<Found> => {
    await breath();
    return store.transaction(look);
  };
  return {
    counts: {
      of: (...asked) => read(({ counts }) => counts.of(...asked)),
      sums: (...asked) => read(({ counts }) => counts.sums(...asked)),
    },
    measures: {
      async firstAnswers(from, to, province) {
        const found: FirstAnswerTime[] = [];
        const pieceMs = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / PIECES));
        for (let begin = from; begin < to; ) {
          const end = new Date(Math.min(begin.getTime() + pieceMs, to.getTime()));
          const next = begin;
          found.push(...(await read(({ measures }) => measures.firstAnswers(next, end, province))));
          begin = end;
        }
        return found;
      },
      countOverdue: (...asked) => read(({ measures }) => measures.countOverdue(...asked)),
      messages: (...asked) => read(({ measures }) => measures.messages(...asked)),
    },
  };
}
