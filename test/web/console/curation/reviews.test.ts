import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, RevisionId } from '../../../../src/base/ids.ts';
import type { Revision } from '../../../../src/curation/draft.ts';
import { readEntryForm, writeEntryForm } from '../../../../src/knowledge/entry-form.ts';
import { type LAN, WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, fieldsOf, finished, leadsTo, textOf } from './curation-desk.ts';

const ASKED = 'ông chủ vựa cá khất lương tụi em hoài từ Tết tới giờ';

let desk: CurationDesk;
beforeAll(async () => {
  desk = await CurationDesk.open();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

const found = async (id: string): Promise<Revision> => {
  const revision = await desk.small.store.transaction(({ revisions }) => revisions.find(id as RevisionId));
  if (!revision) throw new Error(`No revision ${id}`);
  return revision;
};
/** The shipped text with one more wording. */
const withWording = (wording: string): string => {
  const text = desk.small.shippedText(WAGES);
  const form = readEntryForm(text);
  if (!form) throw new Error('The shipped file cannot be read');
  return writeEntryForm({ ...form, variants: [...form.variants, wording] }, text);
};
/** A revision of lan that waits. */
const waiting = (text: string = withWording(ASKED)) => desk.small.submitted({ entry: WAGES, text });
/** The page of a review when its checks are done. */
const checked = async (id: string, who: 'lan' | 'minh' | 'tam' = 'minh'): Promise<string> => {
  for (;;) {
    const page = await (await desk.as(who).get(`/reviews/${id}`)).text();
    if (!page.includes('<progress')) return page;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe('a review', () => {
  it('shows what was changed, what people will read, and how its questions come out', async () => {
    const { id } = await waiting();
    const page = textOf(await checked(id));
    expect(page).toContain(`thêm: + ${`- ${ASKED}`}`);
    expect(page).not.toContain('bỏ: −');
    expect(page).toContain('lan ghi');
    expect(page).toContain('cách người dân hỏi');
    expect(page).toContain('Mọi kiểm tra đều qua.');
    expect(page).toContain('Trên Zalo');
    const list = textOf(await (await desk.as('minh').get('/reviews')).text());
    expect(list).toContain('từ');
    expect(list).toContain(desk.live.library().entry(WAGES)?.title);
  });

  it('has no button to publish for its author, nor for who is no reviewer, and is refused to them', async () => {
    const { id } = await desk.small.submitted({
      entry: WAGES,
      text: withWording(ASKED),
      author: 'minh' as typeof LAN.id,
    });
    for (const who of ['minh', 'lan'] as const) {
      const page = await checked(id, who as 'lan');
      expect([who, page.includes(`/console/reviews/${id}/publish`)]).toEqual([who, false]);
      expect([who, page.includes(`/console/reviews/${id}/send-back`)]).toEqual([who, false]);
      const published = await desk.as(who).post(`/reviews/${id}/publish`, { comment: '' });
      expect([who, published.status]).toEqual([who, 403]);
      const sentBack = await desk.as(who).post(`/reviews/${id}/send-back`, { why: 'x' });
      expect([who, sentBack.status]).toEqual([who, 403]);
    }
    expect(textOf(await checked(id, 'minh'))).toContain('Đây là bản của bạn');
    for (const who of ['staff', 'admin'] as const) {
      expect((await desk.as(who).post(`/reviews/${id}/publish`, {})).status).toBe(403);
    }
    expect((await found(id)).state).toBe('in-review');
    expect((await checked(id, 'tam')).includes('/publish')).toBe(false);
  });

  it('publishes at once: the next question is answered with the new text', async () => {
    const text = desk.small.shippedText(WAGES);
    const form = readEntryForm(text);
    const changed = writeEntryForm({ ...form!, shortAnswer: 'Câu trả lời vừa đăng.' }, text);
    const { id } = await waiting(changed);
    const minh = desk.as('minh');
    const work = leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: 'Đã đối chiếu' }));
    expect(work).toMatch(/^\/work\//);
    expect(await finished(minh, work)).toBe(`/entries/${WAGES}?told=published`);
    expect(desk.live.on('2026-11-21').entry(WAGES)?.shortAnswer).toBe('Câu trả lời vừa đăng.');
    expect(await found(id)).toMatchObject({ state: 'published', decidedBy: 'minh', decision: 'Đã đối chiếu' });
    const page = textOf(await (await minh.get(`/entries/${WAGES}?told=published`)).text());
    expect(page).toContain('Máy trả lời bằng bản này từ bây giờ');
    expect(page).toContain('bản sửa số 1');
    expect(page).toContain('minh: Đã đối chiếu');
  });

  it('does not publish what loses its questions, and shows which', async () => {
    const elsewhere = 'bị đuổi việc lúc đang mang thai thì công ty có được làm vậy không';
    const { id } = await waiting(withWording(elsewhere));
    const minh = desk.as('minh');
    const page = textOf(await checked(id));
    expect(page).toContain('Chưa đăng được');
    expect(page).toContain(elsewhere);
    const work = leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: '' }));
    expect(await finished(minh, work)).toBe(`/reviews/${id}?told=stopped`);
    expect((await found(id)).state).toBe('in-review');
    expect(desk.live.state().live).toEqual([]);
  });

  it('goes back to its author with a reason, never without', async () => {
    const { id } = await waiting();
    const minh = desk.as('minh');
    const refused = await minh.post(`/reviews/${id}/send-back`, { why: '  ' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Bạn ghi cần sửa gì');
    const sly = 'Xem lại Điều 97 <script>alert(1)</script>';
    expect(leadsTo(await minh.post(`/reviews/${id}/send-back`, { why: sly }))).toBe('/reviews?told=rejected');
    expect(await found(id)).toMatchObject({ state: 'rejected', decision: sly });
    const page = await (await desk.as('lan').get(`/revisions/${id}`)).text();
    expect(page).not.toContain('<script>alert');
    expect(textOf(page)).toContain(sly);
    expect(textOf(page)).not.toContain('chỉ người soạn sửa được');
    const again = leadsTo(await desk.as('lan').post(`/revisions/${id}/go-on`, {}));
    expect(await found(again.split('/')[2] ?? '')).toMatchObject({ state: 'draft', text: withWording(ASKED) });
  });

  it('that was sent back waits for its author in a list, also where there is no entry yet, until they go on', async () => {
    const entry = 'qa/lao-dong/vua-ca' as EntryId;
    const text = withWording(ASKED).replaceAll(WAGES, entry);
    const { id } = await desk.small.submitted({ entry, text });
    await desk.as('minh').post(`/reviews/${id}/send-back`, { why: 'Chưa rõ ai trả' });
    const list = async (who: 'lan' | 'minh' | 'tam', path = '/drafts') => (await desk.as(who).get(path)).text();
    const own = await list('lan');
    expect(own).toContain(`/console/revisions/${id}`);
    expect(textOf(own)).toContain('minh: Chưa rõ ai trả');
    for (const other of [list('tam'), list('minh'), list('tam', '/drafts?of=all')]) {
      expect(await other).not.toContain(`/console/revisions/${id}`);
    }
    await desk.as('lan').post(`/revisions/${id}/go-on`, {});
    expect(await list('lan')).not.toContain(`/console/revisions/${id}`);
  });

  it('is decided once', async () => {
    const { id } = await waiting();
    const [minh, ngoc] = [desk.as('minh'), desk.as('ngoc')];
    await minh.post(`/reviews/${id}/send-back`, { why: 'Chưa rõ' });
    const late = await ngoc.post(`/reviews/${id}/publish`, { comment: '' });
    expect(leadsTo(late)).toBe(`/revisions/${id}`);
    expect((await found(id)).state).toBe('rejected');
  });

  it('is written into the audit log, without a word of the text', async () => {
    const { id } = await waiting();
    await desk.as('minh').post(`/reviews/${id}/send-back`, { why: 'Chưa rõ' });
    const lines = await desk.small.store.transaction(({ audit }) => audit.find({}, 9));
    expect(lines[0]).toMatchObject({
      by: 'minh',
      role: 'reviewer',
      action: 'revision-rejected',
      object: `entry/${WAGES}`,
    });
    expect(JSON.stringify(lines)).not.toContain('vựa cá');
  });
});

describe('the history of an entry', () => {
  const publish = async (text: string): Promise<string> => {
    const live = await desk.small.store.transaction(({ revisions }) => revisions.liveOf(WAGES));
    const { id } = await desk.small.submitted({ entry: WAGES, text, standsOn: live?.revision });
    const minh = desk.as('minh');
    await finished(minh, leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: '' })));
    expect((await found(id)).state).toBe('published');
    return id;
  };

  it('compares any two texts, and brings an old one back through a second person', async () => {
    const first = await publish(withWording(ASKED));
    const second = await publish(withWording('chủ ghe khất tiền công đi biển ba chuyến rồi'));
    const lan = desk.as('lan');
    const page = textOf(await (await lan.get(`/revisions/${first}?with=${second}`)).text());
    expect(page).toContain('So với Bản 2');
    expect(page).toContain(`thêm: + - ${ASKED}`);
    expect(page).toContain('bỏ: − - chủ ghe khất');
    const refused = await lan.post(`/revisions/${first}/bring-back`, { why: '' });
    expect(refused.status).toBe(422);
    const review = leadsTo(await lan.post(`/revisions/${first}/bring-back`, { why: 'Bản trước đúng hơn' }));
    const third = /^\/reviews\/(\w+)/.exec(review)?.[1] ?? '';
    expect(await found(third)).toMatchObject({
      state: 'in-review',
      origin: 'rollback',
      text: withWording(ASKED),
      author: 'lan',
    });
    expect(desk.live.library().entry(WAGES)?.variants).not.toContain(ASKED);
    const minh = desk.as('minh');
    await finished(minh, leadsTo(await minh.post(`/reviews/${third}/publish`, { comment: '' })));
    expect(desk.live.library().entry(WAGES)?.variants).toContain(ASKED);
  });

  it('lets a reviewer, and nobody else, go back to the shipped file, with a reason', async () => {
    await publish(withWording(ASKED));
    expect(await (await desk.as('lan').get(`/entries/${WAGES}`)).text()).not.toContain('/console/entries/take-back');
    expect((await desk.as('lan').post('/entries/take-back', { entry: WAGES, why: 'x' })).status).toBe(403);
    const minh = desk.as('minh');
    expect((await minh.post('/entries/take-back', { entry: WAGES, why: ' ' })).status).toBe(422);
    expect(leadsTo(await minh.post('/entries/take-back', { entry: WAGES, why: 'Sai luật' }))).toBe(
      `/entries/${WAGES}?told=taken-back`,
    );
    expect(desk.live.library().entry(WAGES)?.variants).not.toContain(ASKED);
  });
});

describe('words of people', () => {
  it('become questions that every later revision must pass, once they are published', async () => {
    await desk.keep(ASKED);
    const lan = desk.as('lan');
    const list = await (await lan.get('/questions')).text();
    const group = /href="\/console(\/questions\/[\w-]+)"/.exec(list)?.[1] ?? '';
    const draft = leadsTo(await lan.post(`${group}/draft`, { as: WAGES }));
    const id = draft.split('/')[2] ?? '';
    const page = await (await lan.get(draft)).text();
    await lan.post(`${draft}/submit`, { ...fieldsOf(page, `/console${draft}`), note: ['Thêm cách hỏi'] });
    expect(textOf(await checked(id))).toContain('Bắt đầu từ 1 câu hỏi của người dân');
    const kept = () => desk.small.store.transaction(({ regressions }) => regressions.of(WAGES));
    expect(await kept()).toEqual([]);
    const minh = desk.as('minh');
    await finished(minh, leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: '' })));
    expect(await kept()).toMatchObject([{ question: ASKED, expects: 'wins', origin: 'citizen' }]);
    expect(desk.first(ASKED)).toBe(WAGES);
    expect(textOf(await (await minh.get(`/entries/${WAGES}`)).text())).toContain('lời người dân (đã che)');
  });

  it('wait again when the revision was sent back and nobody goes on with it', async () => {
    await desk.keep(ASKED);
    const lan = desk.as('lan');
    const group = /href="\/console(\/questions\/[\w-]+)"/.exec(await (await lan.get('/questions')).text())?.[1] ?? '';
    const draft = leadsTo(await lan.post(`${group}/draft`, { as: WAGES }));
    const id = draft.split('/')[2] ?? '';
    const page = await (await lan.get(draft)).text();
    await lan.post(`${draft}/submit`, { ...fieldsOf(page, `/console${draft}`), note: ['Thêm'] });
    await desk.as('minh').post(`/reviews/${id}/send-back`, { why: 'Đã có mục khác' });
    expect(await desk.openQuestions()).toEqual([]);
    expect(textOf(await (await lan.get(`/revisions/${id}`)).text())).toContain('trả về danh sách chờ');
    await lan.post(`/revisions/${id}/release`, {});
    expect(await desk.openQuestions()).toEqual([ASKED]);
  });
});

describe('what a release changed', () => {
  /** The file as another release would bring it. */
  const release = (change: (text: string) => string): (() => void) => {
    const file = join(desk.small.knowledgeDir, `${WAGES}.md`);
    const before = desk.small.shippedText(WAGES);
    writeFileSync(file, change(before));
    return () => writeFileSync(file, before);
  };

  it('shows three versions side by side, and takes ours, theirs or a merged text', async () => {
    const { id } = await waiting();
    const minh = desk.as('minh');
    await finished(minh, leadsTo(await minh.post(`/reviews/${id}/publish`, { comment: '' })));
    const undo = release((text) => text.replace('confidence: A', 'confidence: B'));
    try {
      const list = textOf(await (await desk.as('lan').get('/due?list=release')).text());
      expect(list).toContain(desk.live.library().entry(WAGES)?.title);
      const path = `/due/release?entry=${encodeURIComponent(WAGES)}`;
      const page = await (await desk.as('lan').get(path)).text();
      expect(textOf(page)).toContain('thêm: + confidence: B');
      expect(textOf(page)).toContain(`thêm: + - ${ASKED}`);
      expect(page).not.toContain('Dùng tệp mới</button>');
      const merged = /<textarea id="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
      expect(merged).toContain('confidence: B');
      expect(merged).toContain(ASKED);

      const refused = await desk.as('lan').post('/due/release', { entry: WAGES, take: 'merged', note: '', text: 'dở' });
      expect(refused.status).toBe(422);
      expect(textOf(await refused.text())).toContain('dở');
      const faulty = await desk.as('lan').post('/due/release', { entry: WAGES, take: 'merged', note: 'x', text: 'dở' });
      expect(faulty.status).toBe(422);
      const denied = await desk.as('lan').post('/due/release', { entry: WAGES, take: 'theirs', note: 'Tệp mới đúng' });
      expect([denied.status, textOf(await denied.text()).includes('Chỉ người duyệt')]).toEqual([422, true]);

      const review = leadsTo(await desk.as('lan').post('/due/release', { entry: WAGES, take: 'ours', note: 'Giữ' }));
      expect(review).toMatch(/^\/reviews\/\w+\?told=submitted$/);
      const taken = await minh.post('/due/release', { entry: WAGES, take: 'theirs', note: 'Tệp mới đúng' });
      expect(leadsTo(taken)).toBe('/due?list=release&told=settled');
      expect(desk.live.library().entry(WAGES)?.variants).not.toContain(ASKED);
      expect(leadsTo(await desk.as('lan').get(path))).toBe('/due?list=release&told=settled');
    } finally {
      undo();
    }
  });
});
