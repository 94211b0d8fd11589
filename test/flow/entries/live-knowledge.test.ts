import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveKnowledge } from '../../../src/flow/entries/live-knowledge.ts';
import { tryQuestion } from '../../../src/flow/entries/trial.ts';
import { fold } from '../../../src/language/fold.ts';
import { BEE_PHRASINGS, BEES, beeFile } from '../../support/bees.ts';
import { MINH, NOON, type SmallKnowledge, smallKnowledge, TODAY, WAGES } from '../../support/small-knowledge.ts';

const TAKEN_BACK = { by: MINH.id, at: NOON, why: 'đăng nhầm' };
const BEE_FILE = beeFile();
/** None of the phrasings. */
const ASKED = 'ong đốt lúc đang làm thì đòi chủ trại tiền viện được không';

describe('the running knowledge', () => {
  let small: SmallKnowledge;
  let live: LiveKnowledge;
  beforeEach(async () => {
    small = await smallKnowledge();
    live = await small.open();
  });
  afterEach(() => small.close());

  const first = (question: string, of = live): string | undefined =>
    of.on(TODAY).judge(question).candidates[0]?.entry.id;
  const edited = (change: (text: string) => string): string => {
    const text = change(small.shippedText(WAGES));
    expect(text).not.toBe(small.shippedText(WAGES));
    return text;
  };

  it('is the shipped files where nobody edited anything', () => {
    expect(first('công ty nợ lương 2 tháng')).toBe(WAGES);
    expect(live.state()).toEqual({ live: [], skipped: [], changedByRelease: [], learned: true });
    expect(live.files().hotlines.length).toBeGreaterThan(3);
    expect(live.library().entry(WAGES)?.citations[0]).toBe('bo-luat-lao-dong-2019:97');
  });

  it('finds a new entry after a reload, by its phrasings with and without marks, and not before', async () => {
    await small.putLive(BEES, BEE_FILE);
    expect(live.on(TODAY).entry(BEES)).toBeUndefined();
    await live.reload();
    expect(live.on(TODAY).entry(BEES)?.title).toBe('Làm ở trại ong bị ong đốt thì ai phải trả tiền thuốc?');
    for (const said of BEE_PHRASINGS) {
      expect([said, first(said), first(fold(said))]).toEqual([said, BEES, BEES]);
    }
    expect(first('công ty nợ lương 2 tháng')).toBe(WAGES);
  });

  it('answers from the knowledge before while it reloads, and from the new one at once', async () => {
    await small.putLive(BEES, BEE_FILE);
    const reloading = live.reload();
    let answers = 0;
    let done = false;
    const ended = reloading.finally(() => {
      done = true;
    });
    while (!done) {
      const found = first(ASKED);
      expect(found).toBeDefined();
      answers += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await ended;
    expect(answers).toBeGreaterThan(1);
    expect(first(ASKED)).toBe(BEES);
  });

  it('shows what was changed of an entry, also where no word changed that is searched', async () => {
    const text = edited((file) => file.replace('reviewBy: 2027-05-21', 'reviewBy: 2027-09-30'));
    await small.putLive(WAGES, text);
    await live.reload();
    expect(live.on(TODAY).entry(WAGES)?.reviewBy).toBe('2027-09-30');
    const [found] = live.on(TODAY).judge('công ty nợ lương 2 tháng').candidates;
    expect(found?.entry.reviewBy).toBe('2027-09-30');
  });

  it('counts the shipped file again when a revision is taken back', async () => {
    await small.putLive(BEES, BEE_FILE);
    await small.putLive(
      WAGES,
      edited((file) => file.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy')),
    );
    await live.reload();
    expect(live.on(TODAY).entry(WAGES)?.shortAnswer).toMatch(/^Hãy đòi/);
    await small.store.transaction(async ({ revisions }) => {
      await revisions.takeBack(WAGES, TAKEN_BACK);
      await revisions.takeBack(BEES, TAKEN_BACK);
    });
    await live.reload();
    expect(live.on(TODAY).entry(WAGES)?.shortAnswer).toMatch(/^Đòi bằng giấy/);
    expect(live.on(TODAY).entry(BEES)).toBeUndefined();
    expect(first(ASKED)).not.toBe(BEES);
  });

  it('has revisions in front of files from the start', async () => {
    await small.putLive(BEES, BEE_FILE);
    const another = await small.open();
    expect(first(BEE_PHRASINGS[0] ?? '', another)).toBe(BEES);
    expect(another.state().live.map(({ entry }) => entry)).toEqual([BEES]);
  });

  it('uses the shipped file for a live revision that cannot be read, and tells of it', async () => {
    const revision = await small.putLive(
      WAGES,
      edited((file) => file.replace('confidence: A', 'confidence: C')),
    );
    await small.putLive(BEES, BEE_FILE);
    await live.reload();
    expect(live.on(TODAY).entry(WAGES)?.confidence).toBe('A');
    expect(first(BEE_PHRASINGS[0] ?? '')).toBe(BEES);
    const { skipped } = live.state();
    expect(skipped.map(({ entry }) => entry)).toEqual([WAGES]);
    expect(skipped[0]?.faults).toMatchObject([{ file: `${WAGES}.md`, field: 'confidence' }]);
    expect(small.log.lines).toContainEqual({
      event: 'a live revision cannot be read; the shipped file is used',
      facts: { entry: WAGES, revision },
    });
  });

  it('misses nothing that was committed before a reload was asked for, however many are asked for', async () => {
    await small.putLive(BEES, BEE_FILE);
    const one = live.reload();
    await small.putLive(
      WAGES,
      edited((file) => file.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy')),
    );
    const [two, three] = [live.reload(), live.reload()];
    await Promise.all([one, two, three]);
    expect(live.on(TODAY).entry(WAGES)?.shortAnswer).toMatch(/^Hãy đòi/);
    expect(live.on(TODAY).entry(BEES)).toBeDefined();
  });

  it('goes on with what it has when a reload fails, and takes everything up with the next', async () => {
    const { store } = small;
    let broken = false;
    const another = await small.open({
      store: {
        transaction: (work) => (broken ? Promise.reject(new Error('the database is away')) : store.transaction(work)),
        checkWritable: () => store.checkWritable(),
        writeThrough: () => store.writeThrough(),
        close: () => store.close(),
      },
    });
    await small.putLive(BEES, BEE_FILE);
    broken = true;
    await expect(another.reload()).rejects.toThrow('away');
    await expect(another.follow()).rejects.toThrow('away');
    expect(first('công ty nợ lương 2 tháng', another)).toBe(WAGES);
    broken = false;
    await another.follow();
    expect(first(BEE_PHRASINGS[0] ?? '', another)).toBe(BEES);
  });

  it('takes up what another program published', async () => {
    const another = await small.open();
    await small.putLive(BEES, BEE_FILE);
    await live.reload();
    expect(another.on(TODAY).entry(BEES)).toBeUndefined();
    await another.follow();
    expect(first(BEE_PHRASINGS[0] ?? '', another)).toBe(BEES);
    await small.store.transaction(({ revisions }) => revisions.takeBack(BEES, TAKEN_BACK));
    await another.follow();
    expect(another.on(TODAY).entry(BEES)).toBeUndefined();
  });

  it('does nothing where nothing changed', async () => {
    const before = live.edition;
    await live.follow();
    expect(live.edition).toBe(before);
  });

  it('learns the index anew in the background, and keeps it for the next start', async () => {
    await small.putLive(BEES, BEE_FILE);
    await live.reload();
    expect(live.state().learned).toBe(false);
    const learned = small.learnedAnew();
    await live.follow();
    await learned;
    expect(live.state().learned).toBe(true);
    for (const said of BEE_PHRASINGS) expect([said, first(said)]).toEqual([said, BEES]);
    expect((await small.open()).state().learned).toBe(true);
  });

  it('gives up learning for knowledge that has changed again', async () => {
    await small.putLive(BEES, BEE_FILE);
    await live.reload();
    const learned = small.learnedAnew();
    await live.follow();
    await small.putLive(
      WAGES,
      edited((file) => file.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy')),
    );
    await live.follow();
    await learned;
    expect(live.state().learned).toBe(true);
    expect(live.on(TODAY).entry(WAGES)?.shortAnswer).toMatch(/^Hãy đòi/);
    expect(small.log.lines.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('is ready for the law of the next day before that begins', async () => {
    let now = new Date('2026-11-20T16:59:30.000Z'); // half a minute before midnight in Vietnam
    const tomorrow = edited((file) => file.replace('validFrom: 2026-09-10', 'validFrom: 2026-11-21'));
    await small.putLive(WAGES, tomorrow);
    const another = await small.open({ now: () => now });
    expect(another.on('2026-11-20').entry(WAGES)).toBeUndefined();
    await another.follow();
    expect(another.edition.heldOn('2026-11-21')).toBeDefined();
    now = new Date('2026-11-20T17:00:00.000Z');
    expect(first('công ty nợ lương 2 tháng', another)).toBe(WAGES);
    expect(first('công ty nợ lương 2 tháng')).toBe(WAGES);
  });

  it('learns the index of a law that begins within the week, and of none that is farther off', async () => {
    const learnedDays = () => small.log.lines.map(({ facts }) => facts?.day).filter((day) => day !== undefined);
    const far = await small.open({ now: () => new Date('2026-12-20T05:00:00.000Z') });
    await far.follow();
    expect(learnedDays()).toEqual([]);
    const near = await small.open({ now: () => new Date('2026-12-29T05:00:00.000Z') });
    const learned = small.learnedAnew();
    await near.follow();
    await learned;
    expect(learnedDays()).toEqual(['2027-01-01']);
    await near.follow();
    expect(learnedDays()).toEqual(['2027-01-01']);
  });

  describe('with one text in place', () => {
    it('gives the faults of a text that cannot be read', async () => {
      const tried = await live.trial(WAGES, 'không có phần đầu', TODAY);
      expect(tried).toMatchObject({ ok: false, faults: [{ file: `${WAGES}.md`, line: 1 }] });
    });

    it('shows what a question comes to before and after, and changes nothing', async () => {
      const tried = await live.trial(BEES, BEE_FILE, TODAY);
      if (!tried.ok) throw new Error('a sound text');
      const { before, after } = tryQuestion(ASKED, tried.trial);
      expect(before.judgement.candidates[0]?.entry.id).not.toBe(BEES);
      expect(after.judgement).toMatchObject({ answer: { kind: 'answered', entry: { id: BEES } } });
      expect(after.matches[0]?.entry.id).toBe(BEES);
      expect(after.matches[0]?.evidence.coverage).toBeGreaterThan(0.5);
      expect(tried.trial.entryBefore).toBeUndefined();
      expect(live.on(TODAY).entry(BEES)).toBeUndefined();
    });

    it('knows the entry as it was', async () => {
      const text = edited((file) => file.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy'));
      const tried = await live.trial(WAGES, text, TODAY);
      if (!tried.ok) throw new Error('a sound text');
      expect(tried.trial.entryBefore?.shortAnswer).toMatch(/^Đòi bằng giấy/);
      expect(tried.trial.entry.shortAnswer).toMatch(/^Hãy đòi/);
      const both = tryQuestion('công ty nợ lương 2 tháng', tried.trial);
      expect(both.before.matches[0]?.entry.shortAnswer).toMatch(/^Đòi/);
      expect(both.after.matches[0]?.entry.shortAnswer).toMatch(/^Hãy/);
    });

    it('shows the danger in a question, as a person would be answered', async () => {
      const tried = await live.trial(BEES, BEE_FILE, TODAY);
      if (!tried.ok) throw new Error('a sound text');
      const { danger, after } = tryQuestion('chong em dang cam dao doi giet em', tried.trial);
      expect(danger).toBe('violence');
      expect(after.judgement.candidates[0]?.entry.urgent).toBe('violence');
    });

    it('asks the law of another day', async () => {
      const ahead = BEE_FILE.replace('validFrom: 2021-01-01', 'validFrom: 2027-06-01');
      const today = await live.trial(BEES, ahead, TODAY);
      const later = await live.trial(BEES, ahead, '2027-06-01');
      if (!today.ok || !later.ok) throw new Error('a sound text');
      const question = ASKED;
      expect(tryQuestion(question, today.trial).after.judgement.candidates[0]?.entry.id).not.toBe(BEES);
      expect(tryQuestion(question, later.trial).after.judgement.candidates[0]?.entry.id).toBe(BEES);
    });

    it('is held for the same text, and made anew for another or after a change', async () => {
      const ask = () => live.trial(BEES, BEE_FILE, TODAY);
      const tried = await ask();
      expect(await ask()).toBe(tried);
      expect(await live.trial(BEES, `${BEE_FILE}\n`, TODAY)).not.toBe(tried);
      await small.putLive(
        WAGES,
        edited((file) => file.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy')),
      );
      await live.reload();
      expect(await ask()).not.toBe(tried);
    });
  });
});
