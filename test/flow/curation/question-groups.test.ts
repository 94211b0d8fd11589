import { expect, it } from 'vitest';
import { groupQuestions } from '../../../src/curation/group-questions.ts';
import { QuestionGroups } from '../../../src/flow/curation/question-groups.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { NOON, TODAY } from '../../support/small-knowledge.ts';
import { turnsDuring } from '../../support/turns.ts';

const PLACES = ['chợ Đông Hưng', 'xóm Chùa', 'thôn Đoài', 'bến phà cũ'];
const COUNT = 200;

onBothDatabases('Groups of questions', (empty) => {
  it('are made while others have their turn, and everybody who asks meanwhile gets the same ones', async () => {
    const { store } = empty();
    await store.transaction(async ({ keptQuestions }) => {
      for (let nth = 0; nth < COUNT; nth += 1) {
        const words = `hàng xóm nuôi ${nth % 20} con chó sủa đêm ở ${PLACES[nth % 4]} số ${nth}, nói mãi không nghe`;
        await keptQuestions.keep({ words, why: 'unresolved', candidates: [], day: TODAY });
      }
    });
    const groups = new QuestionGroups({ store, now: () => NOON });
    const { turns, result } = await turnsDuring(() => Promise.all([groups.all(), groups.all()]));
    // Four steps and more for each question, twenty at a time; a database takes hardly a turn.
    expect(turns).toBeGreaterThan(COUNT / 10);
    const [first, second] = result;
    expect(second).toBe(first);
    const kept = first.flatMap(({ members }) => members);
    expect(kept).toHaveLength(COUNT);
    const ids = (all: typeof first) => all.map(({ members }) => members.map(({ id }) => id));
    expect(ids(first)).toEqual(ids(groupQuestions(kept)));
  });
});
