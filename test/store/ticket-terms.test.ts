import { describe, expect, it } from 'vitest';
import { ticketTerms } from '../../src/flow/desk/ticket-terms.ts';
import type { NewTicket, Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { HA_NOI, HUNG_YEN, later, MINUTE, NINE, opened } from '../support/desk-values.ts';

const PAGE = { limit: 50, offset: 0 };

/** Opens a ticket that is found by its lines, as `flow/respond.ts` does. */
async function told(records: Records, lines: readonly string[], more: Partial<NewTicket> = {}): Promise<NewTicket> {
  const ticket = await opened(records, { lines, ...more });
  await records.ticketTerms.add(ticket.id, ticketTerms(lines));
  return ticket;
}

/** Answered and closed. */
async function settled(records: Records, lines: readonly string[], answer: string, more = {}): Promise<NewTicket> {
  const ticket = await told(records, lines, more);
  await records.tickets.addWords({ ticket: ticket.id, by: 'staff', words: answer, at: NINE });
  await records.tickets.end(ticket.id, 'closed', later(MINUTE));
  return ticket;
}

onBothDatabases('finding tickets by their words', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const search = async (words: string, page = PAGE, province = HUNG_YEN) =>
    (await within(({ ticketTerms: terms }) => terms.search(province, ticketTerms([words]), page))).map(
      ({ code }) => code,
    );

  it('takes all of the words, with or without marks, in any order, newest first', async () => {
    const [beaten, wages, both] = await within(async (records) => [
      await told(records, ['Chồng em nhậu về là đánh em', 'em ở Đông Hưng']),
      await told(records, ['công ty nợ lương hai tháng']),
      await told(records, ['chồng em bị công ty nợ lương']),
    ]);
    expect(await search('lương')).toEqual([both?.code, wages?.code]);
    expect(await search('LUONG no cong ty')).toEqual([both?.code, wages?.code]);
    expect(await search('chồng lương')).toEqual([both?.code]);
    expect(await search('nhau dong hung')).toEqual([beaten?.code]);
    expect(await search('cty nợ lương')).toEqual([both?.code, wages?.code]);
    expect(await search('chồng ly hôn')).toEqual([]);
    expect(await search('lương', { limit: 1, offset: 1 })).toEqual([wages?.code]);
  });

  it('finds nothing by words that say nothing, and nothing of another centre', async () => {
    await within((records) => told(records, ['chồng em đánh em'], { province: HA_NOI }));
    expect(await search('em ơi cho hỏi')).toEqual([]);
    expect(await search('chồng đánh')).toEqual([]);
    expect(await search('chồng đánh', PAGE, HA_NOI)).toHaveLength(1);
  });

  it('keeps no word that can be read', async () => {
    await within((records) => told(records, ['chồng em nhậu']));
    const rows = await empty().db.selectFrom('ticket_terms').select('term_hash').execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/chong|nhau/);
  });

  it('adds a word once, however often it is said', async () => {
    const ticket = await within((records) => told(records, ['chồng nhậu, chồng đánh']));
    await within(({ ticketTerms: terms }) => terms.add(ticket.id, ticketTerms(['chồng lại đánh'])));
    const rows = await empty().db.selectFrom('ticket_terms').selectAll().execute();
    expect(new Set(rows.map(({ term_hash }) => term_hash)).size).toBe(rows.length);
  });

  describe('earlier answers', () => {
    it('are those of closed tickets of the same centre that share telling words, most alike first', async () => {
      const ticket = await within(async (records) => {
        await settled(records, ['chủ trọ giữ căn cước của em'], 'Chủ trọ không được giữ căn cước.');
        await settled(records, ['chủ trọ giữ căn cước, đòi tiền điện nước'], 'Chị báo công an phường.');
        await settled(records, ['công ty nợ lương'], 'Chị gửi đơn tới Sở Nội vụ.');
        await settled(records, ['chủ trọ giữ căn cước'], 'Của trung tâm khác', { province: HA_NOI });
        await told(records, ['chủ trọ giữ căn cước']); // still open
        return told(records, ['Chủ trọ giữ căn cước em rồi đòi tiền điện nước gấp đôi']);
      });
      const found = await within(({ ticketTerms: terms }) => terms.earlierAnswers(ticket.id, HUNG_YEN, 3));
      expect(found).toEqual([
        {
          code: expect.stringMatching(/^HQ-/),
          question: 'chủ trọ giữ căn cước, đòi tiền điện nước',
          answers: ['Chị báo công an phường.'],
          closedAt: later(MINUTE),
        },
        {
          code: expect.stringMatching(/^HQ-/),
          question: 'chủ trọ giữ căn cước của em',
          answers: ['Chủ trọ không được giữ căn cước.'],
          closedAt: later(MINUTE),
        },
      ]);
      expect(await within(({ ticketTerms: terms }) => terms.earlierAnswers(ticket.id, HUNG_YEN, 1))).toHaveLength(1);
    });

    it('are none where only a common word is shared, or the person took the other back', async () => {
      const ticket = await within(async (records) => {
        await settled(records, ['chồng nợ tiền cờ bạc'], 'Chị không phải trả nợ đó.');
        const withdrawn = await settled(records, ['chủ trọ giữ căn cước'], 'Chủ trọ không được giữ.');
        await records.tickets.end(withdrawn.id, 'withdrawn', NINE);
        return told(records, ['chồng em và chủ trọ giữ căn cước của em']);
      });
      expect(await within(({ ticketTerms: terms }) => terms.earlierAnswers(ticket.id, HUNG_YEN, 3))).toEqual([]);
    });
  });

  it('knows which tickets have no words yet, from one on, and leaves out what was withdrawn', async () => {
    const [first, second] = await within(async (records) => {
      const old = [await opened(records), await opened(records, { lines: ['nợ lương'] })] as const;
      await told(records, ['đã có từ khoá']);
      const withdrawn = await opened(records);
      await records.tickets.end(withdrawn.id, 'withdrawn', NINE);
      await records.tickets.addWords({ ticket: old[1].id, by: 'person', words: 'ba tháng rồi', at: NINE });
      await records.tickets.addWords({ ticket: old[1].id, by: 'staff', words: 'Chào chị', at: NINE });
      return old;
    });
    const without = (after: NewTicket | undefined, limit: number) =>
      within(({ ticketTerms: terms }) => terms.without(after?.id, limit));
    expect(await without(undefined, 9)).toEqual([
      { id: first.id, texts: first.lines },
      { id: second.id, texts: ['nợ lương', 'ba tháng rồi'] },
    ]);
    expect((await without(undefined, 1)).map(({ id }) => id)).toEqual([first.id]);
    expect((await without(first, 9)).map(({ id }) => id)).toEqual([second.id]);
  });
});
