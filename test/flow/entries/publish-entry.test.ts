import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, RevisionId } from '../../../src/base/ids.ts';
import { checkRevision } from '../../../src/flow/entries/check-revision.ts';
import { beginDraft, type Editor, rollBack, submitDraft } from '../../../src/flow/entries/edit-entry.ts';
import type { LiveKnowledge } from '../../../src/flow/entries/live-knowledge.ts';
import {
  conflictOf,
  type PublishNeeds,
  publish,
  reject,
  resolveRelease,
  takeBack,
} from '../../../src/flow/entries/publish-entry.ts';
import type { Store } from '../../../src/ports/store.ts';
import { LAN, MINH, NOON, type SmallKnowledge, smallKnowledge, TODAY, WAGES } from '../../support/small-knowledge.ts';

const HOA: Editor = { id: 'hoa' as Editor['id'], role: 'reviewer' };
const QUESTION = 'công ty nợ lương 2 tháng';

describe('publishing an entry', () => {
  let small: SmallKnowledge;
  let live: LiveKnowledge;
  let needs: PublishNeeds;
  beforeEach(async () => {
    small = await smallKnowledge();
    live = await small.open();
    needs = { store: small.store, knowledge: live, now: () => NOON, log: small.log };
  });
  afterEach(() => small.close());

  /** The shipped text of the entry on wages with something changed. */
  const wages = (from: string | RegExp, to: string): string => {
    const text = small.shippedText(WAGES).replace(from, to);
    expect(text).not.toBe(small.shippedText(WAGES));
    return text;
  };
  const better = (): string => wages('Đòi bằng giấy', 'Hãy đòi bằng giấy');
  const withVariant = (said: string): string => wages('negativeTwin:', `  - ${said}\nnegativeTwin:`);
  const submitted = (text: string) => small.submitted({ entry: WAGES, text });
  const shortAnswer = (): string | undefined => live.on(TODAY).entry(WAGES)?.shortAnswer;
  const find = (id: RevisionId) => small.store.transaction(({ revisions }) => revisions.find(id));
  const liveRevisions = () =>
    small.store.transaction(async ({ revisions }) => (await revisions.live()).map(({ revision }) => revision));
  const audited = () =>
    small.store.transaction(async ({ audit }) =>
      (await audit.find({}, 50)).map(({ action, object, by, role, detail }) => ({ action, object, by, role, detail })),
    );

  it('puts it in front of the file, and the bot answers from it at once', async () => {
    const { id } = await submitted(better());
    const published = await publish(id, 'Đã đối chiếu Điều 97', MINH, needs);
    expect(published).toMatchObject({ result: 'published', searchable: true });
    const { answer } = live.on(TODAY).judge(QUESTION);
    expect(answer).toMatchObject({ kind: 'answered', entry: { id: WAGES } });
    expect(shortAnswer()).toMatch(/^Hãy đòi/);
    expect(await find(id)).toMatchObject({
      state: 'published',
      decidedBy: MINH.id,
      decidedAt: NOON,
      decision: 'Đã đối chiếu Điều 97',
    });
    expect(await liveRevisions()).toEqual([id]);
    expect(await audited()).toEqual([
      {
        action: 'entry-published',
        object: `entry/${WAGES}`,
        by: MINH.id,
        role: 'reviewer',
        detail: { revision: 1, origin: 'edit' },
      },
    ]);
  });

  it.each<[string, Editor, string]>([
    ['who wrote it, though a reviewer', { ...LAN, role: 'reviewer' }, 'own-work'],
    ['a curator', { id: 'binh' as Editor['id'], role: 'curator' }, 'role'],
    ['an admin', { id: 'binh' as Editor['id'], role: 'admin' }, 'role'],
    ['staff of a centre', { id: 'binh' as Editor['id'], role: 'staff' }, 'role'],
  ])('is refused to %s', async (_, by, because) => {
    const { id } = await submitted(better());
    expect(await publish(id, '', by, needs)).toEqual({ result: 'refused', because });
    expect(await reject(id, 'không đúng', by, needs)).toEqual({ result: 'refused', because });
    expect(await liveRevisions()).toEqual([]);
    expect((await find(id))?.state).toBe('in-review');
    expect(await audited()).toEqual([]);
  });

  it('is refused before the author has submitted it, after it was decided, and where there is nothing', async () => {
    const draft = await beginDraft({ entry: WAGES, text: better(), origin: 'edit', note: '' }, LAN, needs);
    expect(await publish(draft.id, '', MINH, needs)).toEqual({ result: 'refused', because: 'state' });
    await submitDraft(draft.id, LAN, needs);
    await publish(draft.id, '', MINH, needs);
    expect(await publish(draft.id, '', MINH, needs)).toEqual({ result: 'refused', because: 'state' });
    expect(await publish('x' as RevisionId, '', MINH, needs)).toEqual({ result: 'refused', because: 'unknown' });
  });

  it('happens once, however many press the button at the same moment', async () => {
    const { id } = await submitted(better());
    const both = await Promise.all([publish(id, '', MINH, needs), publish(id, '', HOA, needs)]);
    expect(both.map(({ result }) => result).sort()).toEqual(['published', 'refused']);
    expect(await audited()).toHaveLength(1);
  });

  it('holds also where the bot cannot take it up at once', async () => {
    const { id } = await submitted(better());
    let away = false;
    const store: Store = {
      transaction: (work) => (away ? Promise.reject(new Error('the database is away')) : small.store.transaction(work)),
      checkWritable: () => small.store.checkWritable(),
      writeThrough: () => small.store.writeThrough(),
      close: async () => {},
    };
    const another = await small.open({ store });
    const publishing = publish(id, '', MINH, {
      ...needs,
      knowledge: another,
      now: () => {
        away = true; // from the moment of the decision on, for the program that answers
        return NOON;
      },
    });
    expect(await publishing).toMatchObject({ result: 'published', searchable: false });
    away = false;
    await another.follow();
    expect(another.on(TODAY).entry(WAGES)?.shortAnswer).toMatch(/^Hãy đòi/);
  });

  describe('is stopped', () => {
    const stoppedBy = async (id: RevisionId) => {
      const published = await publish(id, '', MINH, needs);
      expect(await liveRevisions()).toEqual([]);
      expect((await find(id))?.state).toBe('in-review');
      if (published.result !== 'stopped') throw new Error(`it was ${published.result}`);
      expect(published.check.passes).toBe(false);
      return published.check;
    };

    it('without a citation', async () => {
      const { id } = await submitted(wages(/^citations: .*$/m, 'citations: []'));
      expect((await stoppedBy(id)).faults).toMatchObject([{ field: 'citations' }]);
    });

    it('by an article that does not exist, or is not in force while the entry applies', async () => {
      const { id } = await submitted(
        wages(/bo-luat-lao-dong-2019:97/g, 'bo-luat-lao-dong-2019:297').replace(
          'validFrom: 2026-09-10',
          'validFrom: 2020-01-01',
        ),
      );
      const { faults } = await stoppedBy(id);
      expect(faults[0]?.message).toContain('không có Điều 297');
      expect(faults.some(({ message }) => message.includes('không trùm hết'))).toBe(true);
    });

    it('by a number that nobody verified', async () => {
      const { id } = await submitted(wages('Gọi 1800 1233', 'Gọi 1900 7777'));
      expect((await stoppedBy(id)).faults).toMatchObject([{ message: expect.stringContaining('1900 7777') }]);
    });

    it('by the question of another entry', async () => {
      const other = live.library().entries.find(({ id }) => id === 'qa/lao-dong/bi-ep-tang-ca');
      const { id } = await submitted(wages(/^question: .*$/m, `question: ${other?.title}`));
      expect((await stoppedBy(id)).faults).toMatchObject([{ field: 'question' }]);
    });

    it('by a new phrasing that leads elsewhere', async () => {
      const { id } = await submitted(withVariant('chồng nhậu về đánh vợ thì gọi số nào'));
      const { own } = await stoppedBy(id);
      expect(own.filter(({ result }) => result === 'broken')).toMatchObject([
        { question: 'chồng nhậu về đánh vợ thì gọi số nào', from: 'variant', expects: 'wins' },
      ]);
    });

    it('by the wording of a citizen that it does not answer', async () => {
      const question = 'bị ép tăng ca tới 10 giờ đêm có được từ chối không';
      await small.store.transaction(({ regressions }) =>
        regressions.add({ entry: WAGES, question, expects: 'wins', origin: 'citizen', by: LAN.id, at: NOON }),
      );
      const { id } = await submitted(better());
      const { own } = await stoppedBy(id);
      expect(own.filter(({ result }) => result === 'broken')).toMatchObject([{ question, from: 'kept' }]);
    });

    it('by a question that it must not answer', async () => {
      await small.store.transaction(({ regressions }) =>
        regressions.add({
          entry: WAGES,
          question: QUESTION,
          expects: 'loses',
          origin: 'curator',
          by: LAN.id,
          at: NOON,
        }),
      );
      const { id } = await submitted(better());
      expect((await stoppedBy(id)).own.filter(({ result }) => result === 'broken')).toMatchObject([
        { question: QUESTION, expects: 'loses' },
      ]);
    });

    it('by questions that it takes from its neighbours', async () => {
      const entry = 'qa/lao-dong/luong-cua-toi' as EntryId;
      const text = wages('id: qa/lao-dong/bi-no-luong', `id: ${entry}`).replace(
        /^question: .*$/m,
        'question: Tiền công tháng này chưa có thì hỏi ai?',
      );
      const { id } = await small.submitted({ entry, text });
      const { taken, near, neighbourQuestions } = await stoppedBy(id);
      expect(taken.length).toBeGreaterThan(5);
      expect(taken[0]).toMatchObject({ entry: WAGES, result: 'broken', instead: entry });
      expect(neighbourQuestions).toBeGreaterThan(50);
      expect(near[0]).toMatchObject({ entry: { id: WAGES } });
      expect(near[0]?.likeness).toBeGreaterThan(0.95);
    });

    it('by another revision that went live since it was begun', async () => {
      const first = await submitted(better());
      const second = await submitted(wages('Nhớ hạn:', 'Nhớ thời hạn:'));
      await publish(first.id, '', MINH, needs);
      const stopped = await publish(second.id, '', MINH, needs);
      expect(stopped).toMatchObject({ result: 'stopped', check: { overtaken: true, passes: false } });
      expect(await liveRevisions()).toEqual([first.id]);
    });

    it('by a release that changed the file since', async () => {
      const baseText = wages('Đòi bằng giấy', 'Đòi bằng giấy tờ');
      const { id } = await small.submitted({ entry: WAGES, text: better(), baseText });
      expect((await stoppedBy(id)).conflict).toEqual({
        shippedThen: baseText,
        shippedNow: small.shippedText(WAGES),
        ours: better(),
      });
    });
  });

  it('is checked beforehand in the same way, with progress', async () => {
    const revision = await submitted(better());
    const steps: (readonly [number, number])[] = [];
    const check = await checkRevision(revision, { ...needs, progress: (done, of) => steps.push([done, of]) });
    expect(check).toMatchObject({ passes: true, faults: [], taken: [], changed: ['shortAnswer'], day: TODAY });
    expect(check.own.length).toBeGreaterThan(20);
    expect(check.own.filter(({ from }) => from === 'twin')).toMatchObject([{ expects: 'loses', result: 'passes' }]);
    const [done, of] = steps.at(-1) ?? [];
    expect(done).toBe(of);
    expect(of).toBe(check.own.length + check.neighbourQuestions);
    expect(steps.map(([step]) => step)).toEqual(steps.map(([step]) => step).sort((a, b) => a - b));
  });

  it('is checked on the first day on which it will apply, and asks nothing of an entry that applies no more', async () => {
    const future = await submitted(wages('validFrom: 2026-09-10', 'validFrom: 2027-02-01'));
    expect(await checkRevision(future, needs)).toMatchObject({ day: '2027-02-01', changed: ['valid'] });
    const past = await submitted(wages('validTo:', 'validTo: 2026-11-20'));
    const check = await checkRevision(past, needs);
    expect(check).toMatchObject({ day: undefined, own: [] });
    expect(check.neighbourQuestions).toBeGreaterThan(0);
  });

  it('is rejected with a reason, and stays out', async () => {
    const { id } = await submitted(better());
    await expect(reject(id, '  ', MINH, needs)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await reject(id, 'Điều 97 không nói vậy', MINH, needs)).toEqual({ result: 'done' });
    expect(await find(id)).toMatchObject({ state: 'rejected', decision: 'Điều 97 không nói vậy', decidedBy: MINH.id });
    expect(await reject(id, 'lần nữa', HOA, needs)).toEqual({ result: 'refused', because: 'state' });
    expect(await publish(id, '', HOA, needs)).toEqual({ result: 'refused', because: 'state' });
    expect((await audited()).map(({ action }) => action)).toEqual(['revision-rejected']);
  });

  it('is taken back by one reviewer, with a reason, and the shipped file counts at once', async () => {
    const { id } = await submitted(better());
    await publish(id, '', MINH, needs);
    await expect(takeBack(WAGES, '', MINH, needs)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await takeBack(WAGES, 'sai', LAN, needs)).toEqual({ result: 'refused', because: 'role' });
    expect(await takeBack(WAGES, 'câu đầu gây hiểu lầm', HOA, needs)).toEqual({
      result: 'taken-back',
      searchable: true,
    });
    expect(shortAnswer()).toMatch(/^Đòi bằng giấy/);
    expect(await takeBack(WAGES, 'lần nữa', HOA, needs)).toEqual({ result: 'refused', because: 'unknown' });
    expect(await find(id)).toMatchObject({
      state: 'published',
      takenBack: { by: HOA.id, at: NOON, why: 'câu đầu gây hiểu lầm' },
    });
    expect((await audited())[0]).toMatchObject({ action: 'entry-taken-back', object: `entry/${WAGES}` });
  });

  it('is rolled back by a revision like any other', async () => {
    const first = await submitted(better());
    await publish(first.id, '', MINH, needs);
    const second = await submitted(wages('Nhớ hạn:', 'Nhớ thời hạn:'));
    await publish(second.id, '', MINH, needs);
    expect(shortAnswer()).toContain('Nhớ thời hạn');
    const back = await rollBack(first.id, 'câu cũ rõ hơn', LAN, needs);
    if (back.result !== 'in-review') throw new Error('it can be read');
    expect(back.revision).toMatchObject({ text: better(), origin: 'rollback', number: 3, standsOn: second.id });
    expect(shortAnswer()).toContain('Nhớ thời hạn');
    expect(await publish(back.revision.id, '', { ...LAN, role: 'reviewer' }, needs)).toMatchObject({
      because: 'own-work',
    });
    expect(await publish(back.revision.id, '', MINH, needs)).toMatchObject({ result: 'published' });
    expect(shortAnswer()).toMatch(/^Hãy đòi/);
  });

  describe('when a release has changed the file', () => {
    const then = (): string => wages('Nhớ hạn:', 'Hạn:');
    const ours = (): string => then().replace('Đòi bằng giấy', 'Hãy đòi bằng giấy');
    let standing: RevisionId;
    beforeEach(async () => {
      const begun = await small.submitted({ entry: WAGES, text: ours(), baseText: then() });
      standing = begun.id;
      await small.store.transaction(({ revisions }) => revisions.putLive(WAGES, standing, undefined, NOON));
      await live.reload();
    });

    it('the revision stays in front, and the three versions are shown', async () => {
      expect(shortAnswer()).toMatch(/^Hãy đòi/);
      expect(live.state().changedByRelease.map(({ revision }) => revision)).toEqual([standing]);
      expect(await conflictOf(WAGES, needs)).toEqual({
        shippedThen: then(),
        shippedNow: small.shippedText(WAGES),
        ours: ours(),
      });
      expect(await conflictOf('qa/lao-dong/bi-ep-tang-ca' as EntryId, needs)).toBeUndefined();
    });

    it.each<[string, () => { take: 'ours' } | { take: 'merged'; text: string }, () => string]>([
      ['ours', () => ({ take: 'ours' }), ours],
      ['a merged text', () => ({ take: 'merged', text: better() }), better],
    ])('%s becomes a revision on the file as it is now, for a second person', async (_, resolution, text) => {
      const resolved = await resolveRelease(WAGES, resolution(), 'giữ câu mở đầu', LAN, needs);
      if (resolved.result !== 'in-review') throw new Error(`it was ${resolved.result}`);
      expect(resolved.revision).toMatchObject({ text: text(), origin: 'release', baseText: small.shippedText(WAGES) });
      expect(await publish(resolved.revision.id, '', MINH, needs)).toMatchObject({ result: 'published' });
      expect(live.state().changedByRelease).toEqual([]);
      expect(await conflictOf(WAGES, needs)).toBeUndefined();
      await expect(resolveRelease(WAGES, { take: 'ours' }, 'nữa', LAN, needs)).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    it('theirs takes ours back, if a reviewer says so', async () => {
      expect(await resolveRelease(WAGES, { take: 'theirs' }, 'bản mới đúng', LAN, needs)).toEqual({
        result: 'refused',
        because: 'role',
      });
      expect(await resolveRelease(WAGES, { take: 'theirs' }, 'bản mới đúng', MINH, needs)).toEqual({
        result: 'taken-back',
        searchable: true,
      });
      expect(shortAnswer()).toMatch(/^Đòi bằng giấy/);
      expect(live.state()).toMatchObject({ live: [], changedByRelease: [] });
    });

    it('a merged text that cannot be read is not taken', async () => {
      const resolved = await resolveRelease(WAGES, { take: 'merged', text: '<<<<<<<' }, 'gộp', LAN, needs);
      expect(resolved).toMatchObject({ result: 'faulty', faults: [{ line: 1 }] });
    });
  });
});
