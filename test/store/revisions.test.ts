import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, EntryId, RevisionId } from '../../src/base/ids.ts';
import type { NewDraft, Revision } from '../../src/curation/draft.ts';
import type { Records } from '../../src/ports/store.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { entryFile } from '../support/knowledge-values.ts';
import { countingIds } from './counting-ids.ts';

const LAN = 'lan' as AccountId; // curator
const MINH = 'minh' as AccountId; // reviewer
const WAGES = 'qa/lao-dong/no-luong' as EntryId;
const BEATEN = 'qa/bao-luc-gia-dinh/bi-danh-goi-ai' as EntryId;
const NINE = new Date('2026-11-21T02:00:00.000Z');
const later = (minutes: number): Date => new Date(NINE.getTime() + minutes * 60_000);

function aDraft(more: Partial<NewDraft> = {}): NewDraft {
  return {
    entry: WAGES,
    text: entryFile(),
    baseText: undefined,
    standsOn: undefined,
    origin: 'edit',
    note: 'Nói rõ hạn một năm',
    author: LAN,
    at: NINE,
    ...more,
  };
}

onBothDatabases('revisions', (empty) => {
  let db: Kysely<Tables>;
  let store: SqlStore;
  beforeEach(() => {
    ({ db, store } = empty());
  });
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => store.transaction(work);
  const draft = (more: Partial<NewDraft> = {}): Promise<Revision> =>
    within(({ revisions }) => revisions.draft(aDraft(more)));
  const find = (id: RevisionId) => within(({ revisions }) => revisions.find(id));
  const stateOf = async (id: RevisionId) => (await find(id))?.state;
  const inReview = async (more: Partial<NewDraft> = {}): Promise<Revision> => {
    const begun = await draft(more);
    await within(({ revisions }) => revisions.submit(begun.id, begun.author, later(5)));
    return begun;
  };

  it('keeps a draft byte for byte, with what it stands on', async () => {
    const text = `${entryFile()}\r\n\r\n  Đuôi tệp 😀 `;
    const begun = await draft({
      text,
      baseText: 'tệp đã phát hành\r\n',
      standsOn: 'r0' as RevisionId,
      origin: 'release',
    });
    expect(begun).toEqual({
      id: begun.id,
      entry: WAGES,
      number: 1,
      state: 'draft',
      text,
      baseText: 'tệp đã phát hành\r\n',
      standsOn: 'r0',
      origin: 'release',
      note: 'Nói rõ hạn một năm',
      author: LAN,
      createdAt: NINE,
      submittedAt: undefined,
      decidedBy: undefined,
      decidedAt: undefined,
      decision: undefined,
      takenBack: undefined,
    });
    expect(await find(begun.id)).toEqual(begun);
    expect(await find('x' as RevisionId)).toBeUndefined();
  });

  it('counts the revisions of each entry by themselves', async () => {
    expect((await draft()).number).toBe(1);
    expect((await draft({ entry: BEATEN })).number).toBe(1);
    expect((await draft({ author: MINH })).number).toBe(2);
    expect((await draft()).number).toBe(3);
  });

  it('lets only the author save, and only while it is a draft', async () => {
    const { id } = await draft();
    const save = (author: AccountId, text: string) =>
      within(({ revisions }) => revisions.save(id, author, { text, note: 'sửa lần hai' }));
    expect(await save(LAN, 'một')).toBe(true);
    expect(await save(MINH, 'hai')).toBe(false);
    expect(await find(id)).toMatchObject({ text: 'một', note: 'sửa lần hai', state: 'draft' });
    expect(await within(({ revisions }) => revisions.submit(id, LAN, later(5)))).toBe(true);
    expect(await save(LAN, 'ba')).toBe(false);
    expect((await find(id))?.text).toBe('một');
  });

  it('lets only the author submit, once', async () => {
    const { id } = await draft();
    const submit = (by: AccountId, minutes: number) =>
      within(({ revisions }) => revisions.submit(id, by, later(minutes)));
    expect(await submit(MINH, 1)).toBe(false);
    expect(await stateOf(id)).toBe('draft');
    expect(await submit(LAN, 2)).toBe(true);
    expect(await submit(LAN, 3)).toBe(false);
    expect(await find(id)).toMatchObject({ state: 'in-review', submittedAt: later(2) });
  });

  it.each(['published', 'rejected'] as const)('lets another person decide: %s', async (state) => {
    const { id } = await inReview();
    const decide = (by: AccountId) =>
      within(({ revisions }) => revisions.decide(id, { state, by, at: later(9), why: 'Đã đối chiếu Điều 97' }));
    expect(await decide(LAN)).toBe(false); // who wrote it
    expect(await stateOf(id)).toBe('in-review');
    expect(await decide(MINH)).toBe(true);
    expect(await decide('hoa' as AccountId)).toBe(false); // too late
    expect(await find(id)).toMatchObject({
      state,
      decidedBy: MINH,
      decidedAt: later(9),
      decision: 'Đã đối chiếu Điều 97',
    });
  });

  it('takes up what an operator published from files, decided by the same', async () => {
    const imported = await within(({ revisions }) =>
      revisions.addPublished(aDraft({ origin: 'import', note: 'từ máy khác' }), 'đã duyệt ở đó'),
    );
    expect(imported).toMatchObject({
      number: 1,
      state: 'published',
      origin: 'import',
      note: 'từ máy khác',
      submittedAt: NINE,
      decidedBy: LAN,
      decidedAt: NINE,
      decision: 'đã duyệt ở đó',
    });
    expect(await find(imported.id)).toEqual(imported);
    expect((await draft()).number).toBe(2);
  });

  it('does not decide on a draft', async () => {
    const { id } = await draft();
    const decision = { state: 'published', by: MINH, at: later(9), why: '' } as const;
    expect(await within(({ revisions }) => revisions.decide(id, decision))).toBe(false);
    expect(await stateOf(id)).toBe('draft');
  });

  it('discards what its author gives up, in review too, and nothing that was decided', async () => {
    const discard = (id: RevisionId, by: AccountId) => within(({ revisions }) => revisions.discard(id, by, later(9)));
    const first = await draft();
    expect(await discard(first.id, MINH)).toBe(false);
    expect(await discard(first.id, LAN)).toBe(true);
    expect(await find(first.id)).toMatchObject({ state: 'discarded', decidedAt: later(9) });
    const second = await inReview();
    expect(await discard(second.id, LAN)).toBe(true);
    const third = await inReview();
    await within(({ revisions }) =>
      revisions.decide(third.id, { state: 'rejected', by: MINH, at: later(9), why: 'thiếu căn cứ' }),
    );
    expect(await discard(third.id, LAN)).toBe(false);
    expect(await stateOf(third.id)).toBe('rejected');
  });

  it('lists by state, entry and author, newest first, page by page, and counts', async () => {
    const [a, b, c] = [await draft(), await inReview({ entry: BEATEN }), await inReview({ author: MINH })];
    const list = (...asked: Parameters<Records['revisions']['list']>) =>
      within(async ({ revisions }) => (await revisions.list(...asked)).map(({ id }) => id));
    const count = (filter: Parameters<Records['revisions']['count']>[0]) =>
      within(({ revisions }) => revisions.count(filter));
    expect(await list({}, 10)).toEqual([c.id, b.id, a.id]);
    expect(await list({}, 2)).toEqual([c.id, b.id]);
    expect(await list({}, 2, b.id)).toEqual([a.id]);
    expect(await list({ state: 'in-review' }, 10)).toEqual([c.id, b.id]);
    expect(await list({ entry: WAGES }, 10)).toEqual([c.id, a.id]);
    expect(await list({ author: MINH, state: 'in-review' }, 10)).toEqual([c.id]);
    expect(await list({ author: MINH, entry: BEATEN }, 10)).toEqual([]);
    expect(await count({})).toBe(3);
    expect(await count({ state: 'in-review', entry: WAGES })).toBe(1);
    const [head] = await within(({ revisions }) => revisions.list({}, 1));
    expect(head).not.toHaveProperty('text');
  });

  it('gives the texts of many revisions', async () => {
    const ids: RevisionId[] = [];
    await within(async ({ revisions }) => {
      for (let nth = 0; nth < 1_200; nth += 1) ids.push((await revisions.draft(aDraft({ text: `tệp ${nth}` }))).id);
    });
    const texts = await within(({ revisions }) => revisions.texts([...ids, 'x' as RevisionId]));
    expect(texts.size).toBe(1_200);
    expect(ids.map((id) => texts.get(id))).toEqual(ids.map((_, nth) => ({ text: `tệp ${nth}`, baseText: undefined })));
    expect((await within(({ revisions }) => revisions.texts([]))).size).toBe(0);
  });

  describe('what is live', () => {
    const live = () => within(({ revisions }) => revisions.live());
    const version = () => within(({ revisions }) => revisions.liveVersion());
    const put = (revision: Revision, at = NINE, instead?: Revision) =>
      within(({ revisions }) => revisions.putLive(revision.entry, revision.id, instead?.id, at));

    it('is one revision for each entry, by entry', async () => {
      const [first, second, other] = [await draft(), await draft(), await draft({ entry: BEATEN })];
      expect(await put(first, NINE)).toBe(true);
      expect(await put(other, later(1))).toBe(true);
      expect(await put(second, later(2), first)).toBe(true);
      expect(await live()).toEqual([
        { entry: BEATEN, revision: other.id, since: later(1) },
        { entry: WAGES, revision: second.id, since: later(2) },
      ]);
      const of = (entry: EntryId) => within(({ revisions }) => revisions.liveOf(entry));
      expect(await of(WAGES)).toEqual({ entry: WAGES, revision: second.id, since: later(2) });
      expect(await of('qa/x' as EntryId)).toBeUndefined();
    });

    it('gives way only to one that was written for it', async () => {
      const [first, second, third] = [await draft(), await draft(), await draft()];
      expect(await put(first, NINE, second)).toBe(false); // the shipped file is there
      await put(first);
      expect(await put(second)).toBe(false); // not the shipped file any more
      expect(await put(second, NINE, third)).toBe(false);
      expect((await live()).map(({ revision }) => revision)).toEqual([first.id]);
      expect(await put(second, NINE, first)).toBe(true);
      expect(await put(third, NINE, first)).toBe(false);
      expect((await live()).map(({ revision }) => revision)).toEqual([second.id]);
    });

    it('is taken back to the shipped file once', async () => {
      const { id } = await draft();
      const how = { by: MINH, at: later(9), why: 'Nghị định mới đã thay' };
      const takeBack = () => within(({ revisions }) => revisions.takeBack(WAGES, how));
      expect(await takeBack()).toBeUndefined();
      expect((await find(id))?.takenBack).toBeUndefined();
      await within(({ revisions }) => revisions.putLive(WAGES, id, undefined, NINE));
      expect(await takeBack()).toBe(id);
      expect(await takeBack()).toBeUndefined();
      expect(await live()).toEqual([]);
      expect((await find(id))?.takenBack).toEqual(how);
    });

    it('has another version after each change, even at the same moment and with clocks that differ', async () => {
      const [first, second, other] = [await draft(), await draft(), await draft({ entry: BEATEN })];
      const seen = [await version()];
      const note = async () => seen.push(await version());
      await put(first);
      await note();
      await put(second, NINE, first);
      await note();
      await put(other, later(-60));
      await note();
      await put(first, later(-30), second);
      await note();
      await within(({ revisions }) => revisions.takeBack(BEATEN, { by: MINH, at: NINE, why: 'x' }));
      await note();
      expect(new Set(seen).size).toBe(6);
      expect(await version()).toBe(seen.at(-1));
    });

    it('cannot be a revision that is not there', async () => {
      await expect(
        within(({ revisions }) => revisions.putLive(WAGES, 'x' as RevisionId, undefined, NINE)),
      ).rejects.toThrow();
      expect(await live()).toEqual([]);
    });
  });

  describe('questions kept with an entry', () => {
    const WORDS = 'sếp em ém lương hai tháng, em ở trọ Tân Bình';
    const kept = {
      entry: WAGES,
      question: WORDS,
      expects: 'wins',
      origin: 'citizen',
      by: LAN,
      at: NINE,
    } as const;
    const add = (more: Partial<Parameters<Records['regressions']['add']>[0]> = {}) =>
      within(({ regressions }) => regressions.add({ ...kept, ...more }));
    const of = (entry: EntryId) => within(({ regressions }) => regressions.of(entry));

    it('are given back, oldest first, each once', async () => {
      const first = await add();
      const second = await add({ question: 'cty có phải tăng lương không', expects: 'loses', origin: 'curator' });
      expect(await add()).toBe(first);
      await add({ entry: BEATEN });
      expect(await of(WAGES)).toEqual([
        { ...kept, id: first },
        { ...kept, id: second, question: 'cty có phải tăng lương không', expects: 'loses', origin: 'curator' },
      ]);
    });

    it('are sealed in the database', async () => {
      await add();
      const rows = await db.selectFrom('regressions').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain('lương');
    });

    it('are removed', async () => {
      const id = await add();
      expect(await within(({ regressions }) => regressions.remove(id))).toBe(true);
      expect(await within(({ regressions }) => regressions.remove(id))).toBe(false);
      expect(await of(WAGES)).toEqual([]);
    });

    it('are left out where the key was changed', async () => {
      await add();
      const other = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá khác')), countingIds());
      expect(await other.transaction(({ regressions }) => regressions.of(WAGES))).toEqual([]);
    });
  });
});
