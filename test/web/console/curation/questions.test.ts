import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, RevisionId } from '../../../../src/base/ids.ts';
import { readEntryForm } from '../../../../src/knowledge/entry-form.ts';
import { WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, fieldsOf, leadsTo, textOf } from './curation-desk.ts';

const TICKETS = [
  'vé số trúng thưởng bị rách góc thì còn đổi được không',
  'vé số trúng bị rách một góc có đổi được không ạ',
  've so trung thuong bi rach goc thi con doi duoc khong',
];
const WAGES_ASKED = 'ông chủ vựa cá khất lương tụi em hoài từ Tết tới giờ';

describe('questions that got no good answer', () => {
  let desk: CurationDesk;
  beforeAll(async () => {
    desk = await CurationDesk.open();
  });
  beforeEach(() => desk.empty());
  afterAll(() => desk.close());

  const revisionOf = async (answer: Response) => {
    const id = /^\/drafts\/(\w+)$/.exec(leadsTo(answer))?.[1] as RevisionId;
    const revision = await desk.small.store.transaction(({ revisions }) => revisions.find(id));
    if (!revision) throw new Error(`No draft at ${leadsTo(answer)}`);
    return revision;
  };
  /** Path of the group in which some words stand. */
  const groupWith = async (words: string): Promise<string> => {
    const page = await (await desk.as('lan').get('/questions')).text();
    const row = page.split('<tr>').find((one) => one.includes(words)) ?? '';
    const path = /href="\/console(\/questions\/[\w-]+)"/.exec(row)?.[1];
    if (!path) throw new Error(`No group with ${words}`);
    return path;
  };

  it('are for those who write entries', async () => {
    const statuses = await Promise.all(
      (['staff', 'lan', 'minh', 'admin'] as const).map(async (who) => (await desk.as(who).get('/questions')).status),
    );
    expect(statuses).toEqual([403, 200, 200, 403]);
  });

  it('say so when there are none', async () => {
    expect(textOf(await (await desk.as('lan').get('/questions')).text())).toContain('Không còn câu nào chờ');
  });

  it('are put together by matter, the most frequent first, with the nearest entry', async () => {
    await desk.keep(WAGES_ASKED, { why: 'unhelpful', day: '2026-11-20' });
    for (const words of TICKETS) await desk.keep(words, { candidates: [] });
    const page = await (await desk.as('lan').get('/questions')).text();
    const rows = page
      .split('<tr>')
      .slice(2)
      .map((row) => textOf(row.replaceAll('<', ' <')));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('vé số');
    expect(rows[0]).toMatch(/ 3 21\/11\/2026 chưa có câu trả lời/);
    expect(rows[1]).toContain(desk.live.library().entry(WAGES)?.title);
    expect(rows[1]).toContain('độ chắc 41%');
    expect(rows[1]).toContain('người hỏi nói chưa giúp được');
  });

  it('leave the list when they are settled, and come into it within a minute', async () => {
    await desk.keep(WAGES_ASKED);
    await desk.keep(TICKETS[0] ?? '', { candidates: [] });
    const list = async () => textOf(await (await desk.as('lan').get('/questions')).text());
    expect(await list()).toContain('2 câu người dân đã hỏi');
    await desk.as('lan').post(`${await groupWith('vé số')}/dismiss`, { reason: 'Câu đùa' });
    expect(await list()).not.toContain('vé số');
    await desk.keep('chủ ghe khất tiền công đi biển ba chuyến rồi');
    desk.wait(1);
    expect(await list()).toContain('chủ ghe');
  });

  it('are filtered by why they are there', async () => {
    await desk.keep(WAGES_ASKED, { why: 'unhelpful' });
    await desk.keep(TICKETS[0] ?? '', { candidates: [] });
    const page = textOf(await (await desk.as('lan').get('/questions?why=unhelpful')).text());
    expect(page).toContain('vựa cá');
    expect(page).not.toContain('vé số');
  });

  it('become a new entry in one click, filled in from the group', async () => {
    for (const words of [WAGES_ASKED, 'ông chủ vựa cá khất lương hoài, từ Tết tới giờ']) await desk.keep(words);
    const path = await groupWith('vựa cá');
    const revision = await revisionOf(await desk.as('lan').post(`${path}/draft`, { as: 'new' }));
    const form = readEntryForm(revision.text);
    expect(revision).toMatchObject({ state: 'draft', origin: 'question', author: 'lan' });
    // not named after what a person wrote
    expect(revision.entry).toBe('qa/lao-dong/cau-hoi');
    expect(form?.title).toMatch(/^Ông chủ vựa cá .*\?$/);
    expect(form?.variants).toHaveLength(2);
    const like = desk.live.library().entry(WAGES);
    expect(form?.topics).toEqual(like?.topics);
    expect(form?.basis.length).toBe(like?.basis.length);
    expect(await desk.openQuestions()).toEqual([]);
  });

  it('become wordings of an entry that is there', async () => {
    await desk.keep(WAGES_ASKED);
    await desk.keep('nợ lương');
    const path = await groupWith('vựa cá');
    const revision = await revisionOf(await desk.as('lan').post(`${path}/draft`, { as: WAGES }));
    expect(revision.entry).toBe(WAGES);
    const before = readEntryForm(desk.small.shippedText(WAGES));
    expect(readEntryForm(revision.text)?.variants).toEqual([...(before?.variants ?? []), WAGES_ASKED]);
    // Another time they go into the same draft.
    await desk.keep('chủ ghe khất tiền công đi biển ba chuyến rồi');
    desk.wait(1);
    const again = await desk.as('lan').post(`${await groupWith('chủ ghe')}/draft`, { as: WAGES });
    expect(leadsTo(again)).toBe(`/drafts/${revision.id}`);
    expect(readEntryForm((await revisionOf(again)).text)?.variants).toHaveLength((before?.variants.length ?? 0) + 2);
  });

  it('leave out what is about something else', async () => {
    for (const words of TICKETS) await desk.keep(words, { candidates: [] });
    const path = await groupWith('vé số');
    const lan = desk.as('lan');
    const fields = fieldsOf(await (await lan.get(path)).text(), `/console${path}/draft`);
    expect(fields.member).toHaveLength(3);
    const kept = fields.member?.slice(0, 2) ?? [];
    await revisionOf(await lan.post(`${path}/draft`, { ...fields, member: kept, as: 'new' }));
    expect(await desk.openQuestions()).toHaveLength(1);
  });

  it('are not taken when no mark was left', async () => {
    await desk.keep(WAGES_ASKED);
    const path = await groupWith('vựa cá');
    const answer = await desk.as('lan').post(`${path}/draft`, { choosing: 'yes', as: 'new' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('đánh dấu ít nhất một câu');
    expect(await desk.openQuestions()).toHaveLength(1);
  });

  it('are taken by one curator only', async () => {
    await desk.keep(WAGES_ASKED);
    const path = await groupWith('vựa cá');
    const answers = await Promise.all([
      desk.as('lan').post(`${path}/draft`, { as: 'new' }),
      desk.as('tam').post(`${path}/draft`, { as: 'new' }),
    ]);
    expect(answers.map(leadsTo).filter((path_) => path_.startsWith('/drafts/'))).toHaveLength(1);
    expect(answers.map(leadsTo)).toContain('/questions?told=gone');
    expect(await desk.small.store.transaction(({ revisions }) => revisions.count({ state: 'draft' }))).toBe(1);
  });

  it('wait again when the draft is given up', async () => {
    await desk.keep(WAGES_ASKED);
    const lan = desk.as('lan');
    const { id } = await revisionOf(await lan.post(`${await groupWith('vựa cá')}/draft`, { as: 'new' }));
    expect(await desk.openQuestions()).toEqual([]);
    expect((await lan.post(`/drafts/${id}/discard`, {})).status).toBe(303);
    expect(await desk.openQuestions()).toEqual([WAGES_ASKED]);
  });

  it('are put aside with a reason, never without', async () => {
    for (const words of TICKETS) await desk.keep(words, { candidates: [] });
    const path = await groupWith('vé số');
    const lan = desk.as('lan');
    const refused = await lan.post(`${path}/dismiss`, { reason: '  ' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Bạn ghi lý do');
    expect(await desk.openQuestions()).toHaveLength(3);
    expect(leadsTo(await lan.post(`${path}/dismiss`, { reason: 'Không phải việc về quyền' }))).toBe(
      '/questions?told=dismissed',
    );
    expect(await desk.openQuestions()).toEqual([]);
    const lines = await desk.small.store.transaction(({ audit }) => audit.find({ action: 'questions-dismissed' }, 9));
    expect(lines).toMatchObject([{ by: 'lan', detail: { settled: 3 } }]);
    expect(leadsTo(await lan.post(`${path}/dismiss`, { reason: 'nữa' }))).toBe('/questions?told=gone');
  });

  it('cannot be sent into an entry that is not there', async () => {
    await desk.keep(WAGES_ASKED);
    const path = await groupWith('vựa cá');
    const answer = await desk.as('lan').post(`${path}/draft`, { as: 'qa/lao-dong/khong-co' as EntryId });
    expect(leadsTo(answer)).toBe('/questions?told=gone');
    expect(await desk.openQuestions()).toHaveLength(1);
  });

  it('show what people typed as words, whatever they typed', async () => {
    const sly = '<script>alert(1)</script> nợ lương "><img src=x onerror=alert(2)>';
    await desk.keep(sly);
    const page = await (await desk.as('lan').get('/questions')).text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img');
    const group = await (await desk.as('lan').get(await groupWith('alert(1)'))).text();
    expect(group).not.toContain('<script>alert');
    expect(textOf(group)).toContain(sly);
  });
});
