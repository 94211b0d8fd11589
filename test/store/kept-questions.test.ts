import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, EntryId, RevisionId, TicketId } from '../../src/base/ids.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import type { CandidateId, NewCandidate } from '../../src/ports/candidates.ts';
import type { KeptQuestion } from '../../src/ports/kept-questions.ts';
import type { Records } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { onBothDatabases } from '../support/both-databases.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-kept-questions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));

const LAN = 'lan' as AccountId;
const NINE = new Date('2026-11-21T02:00:00.000Z');
const WAGES = 'qa/lao-dong/no-luong' as EntryId;
const R1 = 'r1' as RevisionId;
const R2 = 'r2' as RevisionId;

function aQuestion(words: string, more: Partial<KeptQuestion> = {}): Omit<KeptQuestion, 'id'> {
  const candidates = [{ entry: WAGES, confidence: 0.31 }];
  return { words, why: 'unresolved', candidates, day: '2026-11-21', ...more };
}

function aCandidate(ticket: string, more: Partial<NewCandidate> = {}): NewCandidate {
  return {
    ticket: ticket as TicketId,
    question: 'Chủ quán giữ căn cước của em, đòi lại thế nào?',
    answer: 'Chủ không được giữ giấy tờ gốc. Em báo công an xã.',
    citations: ['bo-luat-lao-dong-2019:17' as Citation],
    by: LAN,
    at: NINE,
    ...more,
  };
}

onBothDatabases('for the curators,', (empty) => {
  let db: Kysely<Tables>;
  let store: SqlStore;
  beforeEach(() => {
    ({ db, store } = empty());
  });
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => store.transaction(work);
  const openNow = async (): Promise<readonly KeptQuestion[]> =>
    within(async ({ keptQuestions }) => keptQuestions.some(await keptQuestions.openIds(99)));

  describe('questions that got no good answer', () => {
    it('come back as they were kept', async () => {
      const kept = aQuestion('chủ quán giữ căn cước của em', {
        why: 'unsure',
        candidates: [
          { entry: WAGES, confidence: 0.64 },
          { entry: 'qa/lao-dong/giu-giay-to' as EntryId, confidence: 0.12 },
        ],
      });
      await within(({ keptQuestions }) => keptQuestions.keep(kept));
      expect(await openNow()).toEqual([{ ...kept, id: expect.any(String) }]);
    });

    it('have ids that tell nothing of when they came', async () => {
      for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
        await within(({ keptQuestions }) => keptQuestions.keep(aQuestion(words)));
      }
      const inOrderOfIds = (await openNow()).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ words }) => words);
      // One chance in 40,320 that eight drawn ids stand in the order in which they came.
      expect(inOrderOfIds).not.toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
      expect(inOrderOfIds.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    });

    it('are given newest day first, at most as many as wanted', async () => {
      for (const day of ['2026-11-19', '2026-11-21', '2026-11-20']) {
        await within(({ keptQuestions }) => keptQuestions.keep(aQuestion(day, { day })));
      }
      const newest = await within(async ({ keptQuestions }) => keptQuestions.some(await keptQuestions.openIds(2)));
      expect(newest.map(({ day }) => day).toSorted()).toEqual(['2026-11-20', '2026-11-21']);
    });

    it('are settled once, and no longer open', async () => {
      await within(async ({ keptQuestions }) => {
        await keptQuestions.keep(aQuestion('giữ căn cước'));
        await keptQuestions.keep(aQuestion('nợ lương'));
      });
      const [first] = await openNow();
      const settle = () =>
        within(({ keptQuestions }) => keptQuestions.settle([first!.id], { by: LAN, at: NINE, as: { revision: R1 } }));
      expect([await settle(), await settle()]).toEqual([1, 0]);
      expect((await openNow()).map(({ id }) => id)).not.toContain(first!.id);
      expect(await within(({ keptQuestions }) => keptQuestions.countOpen())).toBe(1);
      const row = await db.selectFrom('kept_questions').selectAll().where('id', '=', first!.id).executeTakeFirst();
      expect(row).toMatchObject({ settled_by: 'lan', settled_as: 'revision/r1', settled_at: NINE.toISOString() });
    });

    it('are settled in thousands at once', async () => {
      await within(async ({ keptQuestions }) => {
        for (let nth = 0; nth < 1203; nth += 1) await keptQuestions.keep(aQuestion(`câu ${nth}`));
      });
      const ids = await within(({ keptQuestions }) => keptQuestions.openIds(5000));
      expect(await within(({ keptQuestions }) => keptQuestions.some(ids))).toHaveLength(1203);
      const settled = within(({ keptQuestions }) =>
        keptQuestions.settle(ids, { by: LAN, at: NINE, as: { dismissed: 'câu đùa' } }),
      );
      expect(await settled).toBe(1203);
    });

    it('that were taken into a draft go on with it, or are open again', async () => {
      await within(async ({ keptQuestions }) => {
        for (const words of ['giữ căn cước', 'giữ bằng lái', 'nợ lương']) await keptQuestions.keep(aQuestion(words));
      });
      const taken = (await openNow()).filter(({ words }) => words.startsWith('giữ'));
      await within(({ keptQuestions }) =>
        keptQuestions.settle(
          taken.map(({ id }) => id),
          { by: LAN, at: NINE, as: { revision: R1 } },
        ),
      );
      const wordsIn = async (revision: RevisionId) =>
        (await within(({ keptQuestions }) => keptQuestions.takenInto(revision))).map(({ words }) => words).toSorted();
      expect(await wordsIn(R1)).toEqual(['giữ bằng lái', 'giữ căn cước']);
      expect(await within(({ keptQuestions }) => keptQuestions.passOn(R1, R2))).toBe(2);
      expect([await wordsIn(R1), await wordsIn(R2)]).toEqual([[], ['giữ bằng lái', 'giữ căn cước']]);
      expect(await openNow()).toHaveLength(1);
      expect(await within(({ keptQuestions }) => keptQuestions.passOn(R2, undefined))).toBe(2);
      expect(await openNow()).toHaveLength(3);
    });

    it('are forgotten by day, settled or not', async () => {
      for (const day of ['2026-05-24', '2026-05-25', '2026-05-26']) {
        await within(({ keptQuestions }) => keptQuestions.keep(aQuestion(day, { day })));
      }
      const oldest = (await openNow()).find(({ day }) => day === '2026-05-24');
      await within(({ keptQuestions }) =>
        keptQuestions.settle([oldest!.id], { by: LAN, at: NINE, as: { dismissed: 'câu đùa' } }),
      );
      expect(await within(({ keptQuestions }) => keptQuestions.forgetBefore('2026-05-26'))).toBe(2);
      expect((await db.selectFrom('kept_questions').select('day').execute()).map(({ day }) => day)).toEqual([
        '2026-05-26',
      ]);
    });

    it('that were sealed with another key hold nothing up', async () => {
      const other = new SqlStore(
        db,
        new Vault(Buffer.alloc(32, 'khoá khác')),
        idMaker(() => NINE),
      );
      await other.transaction(({ keptQuestions }) => keptQuestions.keep(aQuestion('viết bằng khoá cũ')));
      await within(({ keptQuestions }) => keptQuestions.keep(aQuestion('nợ lương')));
      expect((await openNow()).map(({ words }) => words)).toEqual(['nợ lương']);
    });
  });

  describe('closed referrals that may become entries', () => {
    it('come back without the referral they come from', async () => {
      const id = await within(({ candidates }) => candidates.offer(aCandidate('ho-so-1')));
      const found = await within(({ candidates }) => candidates.find(id as CandidateId));
      const { question, answer, citations } = aCandidate('ho-so-1');
      expect(found).toEqual({ id, question, answer, citations, state: 'offered', madeAt: NINE, revision: undefined });
      expect(JSON.stringify(found)).not.toContain('ho-so-1');
    });

    it('are given up when their person takes the referral back, unless something was begun from it', async () => {
      const [waits, begun] = await within(async ({ candidates }) => [
        await candidates.offer(aCandidate('ho-so-1')),
        await candidates.offer(aCandidate('ho-so-2')),
      ]);
      await within(async ({ candidates }) => {
        await candidates.settle(begun!, { state: 'drafted', by: LAN, at: NINE });
        for (const ticket of ['ho-so-1', 'ho-so-2']) await candidates.dropOf(ticket as TicketId, NINE);
      });
      expect((await within(({ candidates }) => candidates.find(waits!)))?.state).toBe('dismissed');
      expect((await within(({ candidates }) => candidates.find(begun!)))?.state).toBe('drafted');
      expect(await within(({ candidates }) => candidates.countWaiting())).toBe(0);
    });

    it('are offered once for each referral', async () => {
      const first = await within(({ candidates }) => candidates.offer(aCandidate('ho-so-1')));
      expect(await within(({ candidates }) => candidates.offer(aCandidate('ho-so-1', { question: 'khác' })))).toBe(
        undefined,
      );
      expect((await within(({ candidates }) => candidates.find(first as CandidateId)))?.question).toContain('căn cước');
      expect(await within(({ candidates }) => candidates.wasOffered('ho-so-1' as TicketId))).toBe(true);
      expect(await within(({ candidates }) => candidates.wasOffered('ho-so-2' as TicketId))).toBe(false);
    });

    it('wait oldest first, page by page, until one curator takes them', async () => {
      for (const ticket of ['a', 'b', 'c']) await within(({ candidates }) => candidates.offer(aCandidate(ticket)));
      const [first, second] = await within(({ candidates }) => candidates.waiting(2));
      const rest = await within(({ candidates }) => candidates.waiting(2, second!.id));
      expect(rest).toHaveLength(1);
      const take = () =>
        within(({ candidates }) => candidates.settle(first!.id, { state: 'drafted', by: LAN, at: NINE, revision: R1 }));
      expect([await take(), await take()]).toEqual([true, false]);
      expect(await within(({ candidates }) => candidates.countWaiting())).toBe(2);
      expect((await within(({ candidates }) => candidates.takenInto(R1))).map(({ id }) => id)).toEqual([first!.id]);
      expect(await within(({ candidates }) => candidates.find(first!.id))).toMatchObject({
        state: 'drafted',
        revision: R1,
      });
      expect(await within(({ candidates }) => candidates.passOn(R1, R2))).toBe(1);
      expect(await within(({ candidates }) => candidates.passOn(R2, undefined))).toBe(1);
      expect(await within(({ candidates }) => candidates.countWaiting())).toBe(3);
    });
  });
});

describe('what lies on the disk', () => {
  it('shows neither the words of a question nor those of a referral, nor in which order questions came', async () => {
    const path = join(folder, 'questions.db');
    const db = openDatabase(`file:${path}`);
    await migrate(db);
    const store = new SqlStore(
      db,
      vault,
      idMaker(() => NINE),
    );
    await store.transaction(async ({ keptQuestions, candidates }) => {
      await keptQuestions.keep(aQuestion('chủ quán giữ căn cước'));
      await candidates.offer(aCandidate('ho-so-1'));
    });
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const bytes = readFileSync(path);
    expect(bytes.includes('2026-11-21')).toBe(true);
    for (const words of ['chủ quán giữ căn cước', 'đòi lại thế nào', 'báo công an xã']) {
      expect([words, bytes.includes(words)]).toEqual([words, false]);
    }
    await expect(sql`select rowid from kept_questions`.execute(db)).rejects.toThrow('rowid');
    await db.destroy();
  });
});
