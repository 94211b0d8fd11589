import { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LawSourceId } from '../../src/base/ids.ts';
import type { LawSource, Wording } from '../../src/ports/laws.ts';
import type { Records } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { openPglite, pgliteDialect } from '../support/pglite-dialect.ts';
import { BOOKS, FACTS } from '../support/small-law.ts';
import { countingIds } from './counting-ids.ts';

const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
const NOON = new Date('2026-11-29T05:00:00.000Z');

const SOURCE: Omit<LawSource, 'id'> = {
  code: BOOKS,
  fileName: 'luat-muon-sach.txt',
  fileSha256: 'a1b2',
  url: 'https://congbao.example/muon-sach',
  facts: FACTS,
  language: 'vi',
  startsOn: '2021-01-01',
  by: undefined,
  at: NOON,
};

function aWording(article: string, place: number, more: Partial<Wording> = {}): Wording {
  return {
    code: BOOKS,
    article,
    place,
    heading: 'Ai được mượn',
    headingLine: `Điều ${article}. Ai được mượn`,
    text: '1. Ai có thẻ thì được mượn.\n2. Trẻ em không cần thẻ.',
    sha256: `vân tay ${article}`,
    divisions: ['Chương I. Những quy định chung'],
    inForce: { from: '2021-01-01' },
    source: 's' as LawSourceId,
    ...more,
  };
}

const DATABASES = [
  { kind: 'SQLite', open: async () => openDatabase('file::memory:') },
  {
    kind: 'PostgreSQL (PGlite)',
    open: async () => new Kysely<Tables>({ dialect: pgliteDialect(await openPglite()) }),
  },
];

for (const { kind, open } of DATABASES) {
  describe(`official texts on ${kind}`, () => {
    let db: Kysely<Tables>;
    let store: SqlStore;
    let source: LawSourceId;
    const now = <T>(work: (records: Records) => Promise<T>): Promise<T> => store.transaction(work);
    beforeAll(async () => {
      db = await open();
      await migrate(db);
      store = new SqlStore(db, vault, countingIds());
    });
    afterAll(() => db.destroy());
    beforeEach(async () => {
      source = await now(({ laws }) => laws.addSource(SOURCE));
    });
    afterEach(async () => {
      for (const table of [
        'law_asked_for',
        'law_articles',
        'law_statements',
        'law_changes',
        'law_sources',
        'review_tasks',
      ] as const) {
        await db.deleteFrom(table).execute();
      }
    });

    it('gives the wording that binds on a day, and none before and after', async () => {
      await now(async ({ laws }) => {
        await laws.put(aWording('7', 6, { source, inForce: { from: '2021-01-01', to: '2026-12-31' } }));
        await laws.put(aWording('7', 6, { source, text: 'Ai cũng được mượn.', inForce: { from: '2027-01-01' } }));
      });
      const textOn = (day: string) => now(async ({ laws }) => (await laws.on(BOOKS, '7', day))?.text);
      expect(await textOn('2020-12-31')).toBeUndefined();
      expect(await textOn('2026-12-31')).toBe('1. Ai có thẻ thì được mượn.\n2. Trẻ em không cần thẻ.');
      expect(await textOn('2027-01-01')).toBe('Ai cũng được mượn.');
      await now(({ laws }) =>
        laws.put(aWording('7', 6, { source, inForce: { from: '2027-01-01', to: '2027-06-30' } })),
      );
      expect(await textOn('2027-07-01')).toBeUndefined();
    });

    it('gives back every part of a wording, puts another in its place, and takes it away', async () => {
      const wording = aWording('4a', 4, { source, base: source, text: 'Ðiều này giữ nguyên chữ  lạ [3].' });
      await now(({ laws }) => laws.put(wording));
      expect(await now(({ laws }) => laws.wordings(BOOKS, '4a'))).toEqual([wording]);
      const other = { ...wording, text: 'khác', base: undefined };
      await now(({ laws }) => laws.put(other));
      expect(await now(({ laws }) => laws.wordings(BOOKS, '4a'))).toEqual([other]);
      await now(({ laws }) => laws.remove(BOOKS, '4a', '2021-01-01'));
      expect(await now(({ laws }) => laws.wordings(BOOKS, '4a'))).toEqual([]);
    });

    it('keeps what each file says of its own articles and of other laws', async () => {
      const texts = ['1', '2'].map((article) => ({
        article,
        heading: 'Ai được mượn',
        headingLine: `Điều ${article}. Ai được mượn`,
        text: '1. Ai có thẻ thì được mượn.',
        divisions: [],
        from: '2021-01-01',
        changedOn: [],
        inserted: false,
        repealed: false,
      }));
      const change = {
        kind: 'amendment' as const,
        name: 'luat thu vien',
        number: '5/2019/QH14',
        on: '2021-01-01',
        article: '9',
        clause: '2',
        act: 'replaced' as const,
        text: '2. Thư viện mở cả chủ nhật.',
      };
      await now(({ laws }) => laws.addStatements(source, texts, [change]));
      expect(await now(({ laws }) => laws.evidence(BOOKS))).toEqual([
        { source, language: 'vi', startsOn: '2021-01-01', takesIn: [], texts },
      ]);
      const told = { source, code: BOOKS, number: '1/2020/QH14', adoptedOn: '2020-06-20', change };
      expect(await now(({ laws }) => laws.changesTo(['luat thu vien'], []))).toEqual([told]);
      expect(await now(({ laws }) => laws.changesTo([], ['5/2019/QH14']))).toEqual([told]);
      expect(await now(({ laws }) => laws.changesTo(['luat khac'], ['9/2019/QH14']))).toEqual([]);
      expect(await now(({ laws }) => laws.changesBy(source))).toEqual([change]);

      const before = await now(({ laws }) => laws.version());
      const later = new Date(NOON.getTime() + 1000);
      await now(({ laws }) => laws.restate({ ...SOURCE, id: source, startsOn: '2021-07-01', at: later }));
      expect(await now(({ laws }) => laws.version())).not.toBe(before);
      expect(await now(({ laws }) => laws.changesBy(source))).toEqual([]);
      expect(await now(({ laws }) => laws.evidence(BOOKS))).toMatchObject([{ startsOn: '2021-07-01', texts: [] }]);
    });

    it('tells the contents in the order of the instrument, without words', async () => {
      await now(async ({ laws }) => {
        await laws.put(aWording('10', 2, { source }));
        await laws.put(aWording('4a', 1, { source }));
        await laws.put(aWording('4', 0, { source }));
      });
      expect((await now(({ laws }) => laws.heads())).map(({ article }) => article)).toEqual(['4', '4a', '10']);
      expect((await now(({ laws }) => laws.ofInstrument(BOOKS))).map(({ article }) => article)).toEqual([
        '4',
        '4a',
        '10',
      ]);
      expect(await now(({ laws }) => laws.ofInstrument('luat-khac-2020'))).toEqual([]);
      await now(({ laws }) => laws.put(aWording('4', 0, { source, inForce: { from: '2027-01-01' } })));
      expect(await now(({ laws }) => laws.counts())).toEqual([{ code: BOOKS, articles: 3, wordings: 4 }]);
    });

    it('hands out all wordings, some at a time', async () => {
      await now(async ({ laws }) => {
        for (const nth of [0, 1, 2, 3, 4]) await laws.put(aWording(String(nth + 1), nth, { source }));
      });
      const seen: string[][] = [];
      await now(({ laws }) => laws.each(2, (some) => seen.push(some.map(({ article }) => article))));
      expect(seen).toEqual([['1', '2'], ['3', '4'], ['5']]);
    });

    it('knows a file by its bytes, and which one is newest', async () => {
      const before = await now(({ laws }) => laws.version());
      const later = await now(({ laws }) => laws.addSource({ ...SOURCE, fileSha256: 'c3d4' }));
      expect(await now(({ laws }) => laws.version())).not.toBe(before);
      expect(await now(({ laws }) => laws.sourceWith('a1b2'))).toEqual({ ...SOURCE, id: source });
      expect(await now(({ laws }) => laws.sourceWith('khong-co'))).toBeUndefined();
      expect((await now(({ laws }) => laws.sources(BOOKS))).map(({ id }) => id)).toEqual([later, source]);
    });

    it('asks for a wording until it is there, and again when it is missing again', async () => {
      const asked = {
        code: BOOKS,
        article: '7',
        place: 7,
        from: '2021-01-01',
        until: '2027-01-01',
        because: 'not-held' as const,
      };
      await now(({ laws }) => laws.ask({ ...asked, until: undefined }));
      await now(({ laws }) => laws.ask(asked));
      expect(await now(({ laws }) => laws.askedFor())).toEqual([asked]);
      expect(await now(({ laws }) => laws.askedFor('luat-khac-2020'))).toEqual([]);
      await now(({ laws }) => laws.settle(asked, NOON));
      expect(await now(({ laws }) => laws.askedFor())).toEqual([]);
      await now(({ laws }) => laws.ask(asked));
      expect(await now(({ laws }) => laws.askedFor(BOOKS))).toEqual([asked]);
    });

    it('opens a task once, and not again after it was cleared', async () => {
      const task = {
        object: 'entry/qa/ai-duoc-muon',
        citation: `${BOOKS}:7.1`,
        why: 'new-wording',
        day: '2027-01-01',
      } as const;
      const versions = [await now(({ reviewTasks }) => reviewTasks.version())];
      expect(await now(({ reviewTasks }) => reviewTasks.open(task, NOON))).toBe(true);
      versions.push(await now(({ reviewTasks }) => reviewTasks.version()));
      expect(await now(({ reviewTasks }) => reviewTasks.open(task, NOON))).toBe(false);
      const [open] = await now(({ reviewTasks }) => reviewTasks.list());
      expect(open).toMatchObject({ ...task, openedAt: NOON });
      const id = open?.id as NonNullable<typeof open>['id'];
      expect(await now(({ reviewTasks }) => reviewTasks.clear(id, 'a1' as never, 'đã đọc lại', NOON))).toBe(true);
      expect(await now(({ reviewTasks }) => reviewTasks.clear(id, 'a1' as never, 'đã đọc lại', NOON))).toBe(false);
      versions.push(await now(({ reviewTasks }) => reviewTasks.version()));
      expect(new Set(versions).size).toBe(3);
      expect(await now(({ reviewTasks }) => reviewTasks.countOpen())).toBe(0);
      expect(await now(({ reviewTasks }) => reviewTasks.open(task, NOON))).toBe(false);
    });
  });
}
