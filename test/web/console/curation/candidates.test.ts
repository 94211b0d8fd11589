import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReferralCode, RevisionId } from '../../../../src/base/ids.ts';
import { readEntryForm } from '../../../../src/knowledge/entry-form.ts';
import { HA_NOI, HUNG_YEN, opened } from '../../../support/desk-values.ts';
import { NOON, WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, fieldsOf, finished, leadsTo, textOf } from './curation-desk.ts';

const LINES = [
  'em tên Nguyễn Thị Bưởi, sđt 0912345678, ở số 5 ngõ 12 đường Trần Hưng Đạo',
  'chủ vựa cá khất lương tụi em hoài từ Tết tới giờ, đòi thế nào',
];
const ANSWER = 'Chào chị Bưởi, chị gửi đơn cho chủ vựa, rồi báo Sở Nội vụ. Cần thì gọi tôi 0987654321.';
const QUESTION = 'chủ vựa cá khất lương tụi em hoài từ Tết tới giờ, đòi thế nào';

let desk: CurationDesk;
beforeAll(async () => {
  desk = await CurationDesk.open();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

/** A referral at Hưng Yên. @returns Its code. */
const ticket = (
  more: { readonly province?: string; readonly answered?: boolean; readonly closed?: boolean } = {},
): Promise<ReferralCode> =>
  desk.small.store.transaction(async (records) => {
    const { province = HUNG_YEN, answered = true, closed = true } = more;
    const { id, code } = await opened(records, { lines: LINES, province });
    if (answered) await records.tickets.addWords({ ticket: id, by: 'staff', words: ANSWER, at: NOON });
    if (closed) await records.tickets.end(id, 'closed', NOON);
    return code;
  });
const offer = (code: string) => `/tickets/${code}/candidate`;
const sound = {
  question: QUESTION,
  answer: 'Gửi đơn cho chủ, rồi báo Sở Nội vụ.',
  citations: 'bo-luat-lao-dong-2019:97',
  looked: 'yes',
};
const audited = (action: string) => desk.small.store.transaction(({ audit }) => audit.find({ action }, 9));
const waiting = () => desk.small.store.transaction(({ candidates }) => candidates.waiting(99));

describe('offering a closed referral', () => {
  it('is for staff of its own centre; for another centre there is no such referral', async () => {
    const code = await ticket();
    expect((await desk.as('staff').get(offer(code))).status).toBe(200);
    for (const who of ['lan', 'minh', 'admin'] as const) expect((await desk.as(who).get(offer(code))).status).toBe(403);
    const foreign = desk.as('staff', { province: HA_NOI });
    const [theirs, nobodys] = [await foreign.get(offer(code)), await foreign.get(offer('HQ-ZZZZ'))];
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    expect((await theirs.text()).replaceAll(code, 'HQ-ZZZZ')).toBe(await nobodys.text());
    expect((await foreign.post(offer(code), sound)).status).toBe(404);
    expect(await waiting()).toEqual([]);
    expect(await audited('ticket-viewed')).toMatchObject([
      { by: 'staff', object: `ticket/${code}`, province: HUNG_YEN },
    ]);
  });

  it.each([
    ['open', { closed: false }, 'Chỉ đề xuất được hồ sơ đã kết thúc'],
    ['closed without an answer', { answered: false }, 'chưa có câu trả lời nào'],
  ] as const)('is refused for one that is %s', async (_, more, words) => {
    const code = await ticket(more);
    const page = await desk.as('staff').get(offer(code));
    expect(page.status).toBe(409);
    expect(textOf(await page.text())).toContain(words);
  });

  it('shows question and answer masked, with what was masked marked, and entries nearly the same', async () => {
    const page = await (await desk.as('staff').get(offer(await ticket()))).text();
    for (const secret of ['Bưởi', '0912345678', '0987654321', 'Trần Hưng Đạo']) {
      expect([secret, page.includes(secret)]).toEqual([secret, false]);
    }
    expect(page).toContain('<mark>[số điện thoại]</mark>');
    expect(page).toContain('<mark>[tên]</mark>');
    expect(textOf(page)).toContain(desk.live.library().entry(WAGES)?.title);
  });

  it('needs a citation that exists, both texts, and somebody who has looked; what was typed stays', async () => {
    const code = await ticket();
    const staff = desk.as('staff');
    const sly = '<script>alert(1)</script>';
    const answer = await staff.post(offer(code), {
      question: `${QUESTION} ${sly}`,
      answer: ' ',
      citations: 'bo-luat-lao-dong-2019:999 khong-co:1',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).not.toContain(sly);
    const words = textOf(page);
    expect(words).toContain('Không có điều nào như: bo-luat-lao-dong-2019:999, khong-co:1');
    expect(words).toContain('Chỗ này chưa có gì');
    expect(words).toContain('rồi đánh dấu ô này');
    expect(fieldsOf(page, `/console${offer(code)}`)).toMatchObject({
      question: [`${QUESTION} ${sly}`],
      citations: ['bo-luat-lao-dong-2019:999 khong-co:1'],
    });
    const none = await staff.post(offer(code), { ...sound, citations: '' });
    expect(textOf(await none.text())).toContain('Cần ít nhất một căn cứ');
    expect(await waiting()).toEqual([]);
  });

  it('masks what somebody types back in, and asks them to look again', async () => {
    const code = await ticket();
    const answer = await desk.as('staff').post(offer(code), { ...sound, answer: 'Gọi chị Hoa 0987654321.' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).not.toContain('0987654321');
    const fields = fieldsOf(page, `/console${offer(code)}`);
    expect(fields.answer?.[0]).toContain('[số điện thoại]');
    expect(fields.looked).toBeUndefined();
    expect(await waiting()).toEqual([]);
    const again = await desk.as('staff').post(offer(code), { ...fields, looked: 'yes' });
    expect(leadsTo(again)).toBe(`${offer(code)}?told=offered`);
  });

  it('is done once, and logged without a word of it', async () => {
    const code = await ticket();
    const staff = desk.as('staff');
    const done = await staff.post(offer(code), sound);
    expect(leadsTo(done)).toBe(`${offer(code)}?told=offered`);
    const told = await staff.get(leadsTo(done));
    expect([told.status, textOf(await told.text()).includes('Đã gửi đề xuất')]).toEqual([200, true]);
    expect((await staff.post(offer(code), sound)).status).toBe(409);
    expect(await waiting()).toHaveLength(1);
    const lines = await audited('candidate-offered');
    expect(lines).toMatchObject([
      { by: 'staff', object: `ticket/${code}`, province: HUNG_YEN, detail: { citations: 1 } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('vựa');
  });

  it('finds articles to cite, with and without script', async () => {
    const code = await ticket();
    const form = { ...sound, citations: '', article: 'điều 97 luật lao động' };
    const page = await (await desk.as('staff').post(`${offer(code)}/citations`, form)).text();
    expect(page).toContain('data-into="citations" data-insert="bo-luat-lao-dong-2019:97\n"');
    expect(fieldsOf(page, `/console${offer(code)}`).question).toEqual([QUESTION]);
  });
});

describe('what was offered', () => {
  const offered = async (): Promise<{ readonly code: string; readonly path: string }> => {
    const code = await ticket();
    await desk.as('staff').post(offer(code), sound);
    const [candidate] = await waiting();
    return { code, path: `/candidates/${candidate?.id}` };
  };

  it('is shown to curators without the code, the centre or the person', async () => {
    const { code, path } = await offered();
    for (const who of ['staff', 'admin'] as const) expect((await desk.as(who).get(path)).status).toBe(403);
    const list = await (await desk.as('lan').get('/candidates')).text();
    const page = await (await desk.as('lan').get(path)).text();
    for (const shown of [list, page]) {
      expect(textOf(shown)).toContain(QUESTION);
      expect(textOf(shown)).toContain('Điều 97 Bộ luật Lao động 2019');
      for (const secret of [code, 'Hưng Yên', 'HQ-']) expect([secret, shown.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('becomes an entry: draft, second person, wording and test question, and the next person gets it', async () => {
    const { path } = await offered();
    const lan = desk.as('lan');
    const draft = leadsTo(await lan.post(`${path}/draft`, { as: WAGES }));
    const id = (draft.split('/')[2] ?? '') as RevisionId;
    const revision = await desk.small.store.transaction(({ revisions }) => revisions.find(id));
    expect(readEntryForm(revision?.text ?? '')?.variants).toContain(QUESTION);
    expect(leadsTo(await lan.get(path))).toBe('/candidates?told=gone');
    const page = await (await lan.get(draft)).text();
    await lan.post(`${draft}/submit`, { ...fieldsOf(page, `/console${draft}`), note: ['Từ hồ sơ'] });
    const minh = desk.as('minh');
    const shown = await finished(minh, leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: '' })));
    expect(shown).toBe(`/entries/${WAGES}?told=published`);
    expect(desk.first(QUESTION)).toBe(WAGES);
    const kept = await desk.small.store.transaction(({ regressions }) => regressions.of(WAGES));
    expect(kept).toMatchObject([{ question: QUESTION, expects: 'wins', origin: 'citizen' }]);
  });

  it('begins a new entry with its answer and citations, to be written anew', async () => {
    const { path } = await offered();
    const draft = leadsTo(await desk.as('lan').post(`${path}/draft`, { as: 'new' }));
    const id = (draft.split('/')[2] ?? '') as RevisionId;
    const revision = await desk.small.store.transaction(({ revisions }) => revisions.find(id));
    expect(revision).toMatchObject({ origin: 'referral', author: 'lan' });
    const form = readEntryForm(revision?.text ?? '');
    expect(form?.shortAnswer).toBe(sound.answer);
    expect(form?.basis[0]).toMatch(/^bo-luat-lao-dong-2019:97: ./);
    await desk.as('lan').post(`${draft}/discard`, {});
    expect(await waiting()).toHaveLength(1);
  });

  it('is put aside with a reason, never without', async () => {
    const { path } = await offered();
    const refused = await desk.as('lan').post(`${path}/dismiss`, { reason: '' });
    expect([refused.status, textOf(await refused.text()).includes('Bạn ghi lý do')]).toEqual([422, true]);
    expect(leadsTo(await desk.as('lan').post(`${path}/dismiss`, { reason: 'Đã có mục' }))).toBe(
      '/candidates?told=dismissed',
    );
    expect(await waiting()).toEqual([]);
  });
});
