import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepTerms } from '../../../src/flow/desk/keep-terms.ts';
import { ticketTerms } from '../../../src/flow/desk/ticket-terms.ts';
import { HUNG_YEN, opened } from '../../support/desk-values.ts';
import { SmallDesk } from '../../support/small-desk.ts';

let desk: SmallDesk;
beforeEach(async () => {
  desk = await SmallDesk.open();
});
afterEach(() => desk.close());

const found = async (words: string) =>
  (await desk.within(({ ticketTerms: kept }) => kept.search(HUNG_YEN, ticketTerms([words]), { limit: 500, offset: 0 })))
    .length;

it('makes old tickets findable, also where one says nothing of its matter, and ends', async () => {
  await desk.within(async (records) => {
    for (let nth = 0; nth < 130; nth += 1) await opened(records, { lines: [`nuôi ong lần ${nth}`] });
    await opened(records, { lines: ['em ơi cho hỏi'] });
  });
  expect(await found('nuôi ong')).toBe(0);
  await keepTerms(desk, new AbortController().signal);
  expect(await found('nuôi ong')).toBe(130);
  await keepTerms(desk, new AbortController().signal);
  expect(await found('nuôi ong')).toBe(130);
});

it('does nothing more once the program stops', async () => {
  await desk.within((records) => opened(records, { lines: ['nuôi ong'] }));
  await keepTerms(desk, AbortSignal.abort());
  expect(await found('nuôi ong')).toBe(0);
});
