import { expect, it } from 'vitest';
import type { AccountId, EntryId } from '../../../src/base/ids.ts';
import type { KnowledgeOn } from '../../../src/flow/knowledge-on.ts';
import { LiveCautions, withCautions } from '../../../src/flow/law/live-cautions.ts';
import { Library } from '../../../src/knowledge/library.ts';
import { render } from '../../../src/reply/render.ts';
import { vi } from '../../../src/reply/wording/vi.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { anEntry, anInstrument } from '../../support/knowledge-values.ts';

const NOON = new Date('2026-11-29T05:00:00.000Z');
const WAGES = anEntry();
const OTHER = anEntry({ id: 'qa/lao-dong/nghi-viec', citations: ['bo-luat-lao-dong-2019:98'] });
const LIBRARY = new Library([WAGES, OTHER], [anInstrument()]);
const knowledgeOn = (() => ({
  rendering: { wording: vi, library: LIBRARY, hotlines: [], provinces: [] },
})) as unknown as KnowledgeOn;

onBothDatabases('a caution in answers', (empty) => {
  const task = {
    object: `entry/${WAGES.id}`,
    citation: 'bo-luat-lao-dong-2019:97',
    why: 'new-wording',
    day: '2027-01-01',
  } as const;

  async function answers() {
    const { store } = empty();
    const cautions = await LiveCautions.open({ store });
    const said = (entry: typeof WAGES, day: string) =>
      JSON.stringify(
        render(
          { say: 'entry', entry, mayRefer: true, mayRate: true },
          withCautions(knowledgeOn, cautions)(day).rendering,
        ),
      );
    return { store, cautions, said };
  }

  it('stands in the answer that rests on the law, from a month before the day, and in no other', async () => {
    const { store, cautions, said } = await answers();
    await store.transaction(({ reviewTasks }) => reviewTasks.open(task, NOON));
    await cautions.follow();
    expect(said(WAGES, '2026-12-01')).not.toContain('được kiểm tra lại');
    expect(said(WAGES, '2026-12-02')).toContain(
      'Điều luật này sẽ có thay đổi từ ngày 01/01/2027; nội dung đang được kiểm tra lại.',
    );
    expect(said(WAGES, '2027-01-01')).toContain(
      'Điều luật này vừa có thay đổi từ ngày 01/01/2027; nội dung đang được kiểm tra lại.',
    );
    expect(said(OTHER, '2027-01-01')).not.toContain('được kiểm tra lại');
  });

  it('ends when somebody has read the entry again', async () => {
    const { store, cautions, said } = await answers();
    await store.transaction(async ({ reviewTasks }) => {
      await reviewTasks.open(task, NOON);
      await reviewTasks.open({ ...task, object: 'canned/mau-luong' }, NOON);
    });
    await cautions.follow();
    expect(cautions.changeOn(WAGES.id, '2027-01-01')).toEqual({ day: '2027-01-01', ahead: false });
    await store.transaction(async ({ reviewTasks }) => {
      for (const { id } of await reviewTasks.list()) await reviewTasks.clear(id, 'hoa' as AccountId, 'đã đọc', NOON);
    });
    expect(said(WAGES, '2027-01-01')).toContain('được kiểm tra lại'); // another process has not looked yet
    await cautions.follow();
    expect(said(WAGES, '2027-01-01')).not.toContain('được kiểm tra lại');
  });

  it('names the last change that has come', async () => {
    const { store, cautions } = await answers();
    await store.transaction(async ({ reviewTasks }) => {
      for (const day of ['2027-03-01', '2026-07-01', '2027-01-01']) await reviewTasks.open({ ...task, day }, NOON);
    });
    await cautions.follow();
    const on = (day: string) => cautions.changeOn(WAGES.id as EntryId, day);
    expect([on('2026-06-15'), on('2026-12-15'), on('2027-02-15'), on('2027-03-01')]).toEqual([
      { day: '2026-07-01', ahead: true },
      { day: '2026-07-01', ahead: false },
      { day: '2027-01-01', ahead: false },
      { day: '2027-03-01', ahead: false },
    ]);
  });
});
