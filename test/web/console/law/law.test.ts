import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../../../src/base/ids.ts';
import { citingOf } from '../../../../src/flow/law/citing.ts';
import { importLaw } from '../../../../src/flow/law/import-law.ts';
import { importLaw as readLawFile } from '../../../../src/law-files/import-law.ts';
import { LongWork, workRoutes } from '../../../../src/web/console/kit/work.tsx';
import { lawRoutes } from '../../../../src/web/console/law/law-routes.tsx';
import { sha256 } from '../../../support/sha256.ts';
import { type SmallKnowledge, smallKnowledge } from '../../../support/small-knowledge.ts';
import {
  aLawFile,
  CONSOLIDATED_LENDING_LAW,
  LENDING,
  LENDING_AMENDMENT,
  LENDING_LAW,
} from '../../../support/small-laws.ts';
import { anAccount, consoleAs } from '../console-as.ts';

const NOON = new Date('2026-11-29T05:00:00.000Z');
/** An entry of the small knowledge and the law under it. */
const WAGES = 'qa/lao-dong/bi-no-luong' as EntryId;

let small: SmallKnowledge;
let ids = 0;
let changes = 0;
beforeEach(async () => {
  small = await smallKnowledge();
  changes = 0;
});
afterEach(() => small.close());

async function office() {
  const knowledge = await small.open();
  const { store, log } = small;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const needs = {
    store,
    knowledge,
    log,
    newId,
    now: () => NOON,
    works: new LongWork({ newId, now: () => NOON, log }),
    law: {
      read: readLawFile,
      isReading: () => false,
      sha256,
      changed: async () => {
        changes += 1;
      },
    },
  };
  const importing = {
    store,
    instruments: () => knowledge.library().instruments.values(),
    citing: citingOf(() => knowledge.library().entries),
    sha256,
    now: () => NOON,
  };
  const routes = [...lawRoutes(needs), ...workRoutes(needs.works)];
  const page = consoleAs(anAccount('curator'), routes);
  const text = async (path: string) => (await page.get(path)).text();
  const upload = (
    body: string | Uint8Array<ArrayBuffer>,
    name: string,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const form = new FormData();
    form.set('file', new File([body], name));
    for (const [field, value] of Object.entries(more)) form.set(field, value);
    return page.raw('/law/upload', { method: 'POST', body: form, headers: { origin: 'http://localhost' } });
  };
  return {
    ...page,
    routes,
    knowledge,
    text,
    upload,
    take: (law: string) => importLaw(aLawFile(law), undefined, importing),
    pathOf: (response: Response) => (response.headers.get('location') ?? '').replace('/console', ''),
  };
}

describe('the pages of laws', () => {
  it('are for those who write entries alone', async () => {
    const { routes } = await office();
    for (const role of ['staff', 'admin'] as const) {
      expect((await consoleAs(anAccount(role), routes).get('/law')).status).toBe(403);
    }
    expect((await consoleAs(undefined, routes).get('/law')).status).toBe(303);
  });

  it('show a report before anything is stored, and store when told', async () => {
    const { upload, pathOf, text, post, get, faults } = await office();
    const handedIn = await upload(LENDING_LAW, 'luật mượn sách.txt');
    expect(handedIn.status).toBe(303);
    const preview = await text(pathOf(handedIn));
    for (const told of ['Luật Mượn sách', '61/2020/QH14', '20/06/2020', '01/01/2021', LENDING, '5 điều mới']) {
      expect(preview).toContain(told);
    }
    expect(await text('/law')).toContain('Chưa có văn bản nào');

    const badDay = await post(pathOf(handedIn), {
      act: 'store',
      inForceFrom: '2021-02-30',
      url: 'javascript:alert(1)',
    });
    expect(badDay.status).toBe(422);
    const again = await badDay.text();
    expect(again).toContain('Ngày này không có.');
    expect(again).toContain('Địa chỉ phải bắt đầu bằng');
    expect(again).toContain('value="2021-02-30"');

    const stored = await post(pathOf(handedIn), { act: 'store', url: 'https://congbao.example/muon-sach' });
    expect([stored.status, pathOf(stored)]).toEqual([303, `/law/of/${LENDING}?told=stored`]);
    expect(changes).toBe(1);
    const page = await text(pathOf(stored));
    for (const told of [
      'Đã lưu',
      'Điều 3. Thời hạn',
      'luật mượn sách.txt',
      'congbao.example',
      sha256(LENDING_LAW).slice(0, 16),
    ]) {
      expect(page).toContain(told);
    }
    expect(await text('/law')).toContain(`/console/law/of/${LENDING}`);
    const [line] = await small.store.transaction(({ audit }) => audit.find({ action: 'law-imported' }, 1));
    expect(line).toMatchObject({ by: 'tk-curator', role: 'curator', object: `law/${LENDING}` });
    // The form is gone with what it stood for; pressed twice it stores nothing twice.
    expect((await post(pathOf(handedIn), { act: 'store' })).status).toBe(404);
    expect((await get('/law/of/luat-khong-co-2020')).status).toBe(404);
    expect(faults).toEqual([]);
  });

  it('say why a file is not taken', async () => {
    const { upload, pathOf, get } = await office();
    expect(await (await upload('', 'rong.txt')).text()).toContain('Bạn chọn một tệp.');
    const refused = await upload('Đây là một lá thư, không phải luật.', '<b>thu</b>.txt');
    const page = await get(pathOf(refused));
    expect(page.status).toBe(422);
    const words = await page.text();
    expect(words).toContain('&lt;b&gt;thu&lt;/b&gt;.txt');
    expect(words).not.toContain('<b>thu');
    expect(await small.store.transaction(({ laws }) => laws.sources())).toEqual([]);
  });

  it('ask for the code and the day that a text does not tell', async () => {
    const { upload, pathOf, text, post } = await office();
    const bare = LENDING_LAW.replace('có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021', 'được thi hành');
    const path = pathOf(await upload(bare, 'luat.txt'));
    expect(await text(path)).toContain('văn bản không nói có hiệu lực từ ngày nào');
    const refused = await post(path, { act: 'store' });
    expect(refused.status).toBe(422);
    const told = await post(path, { act: 'preview', inForceFrom: '2021-03-01' });
    expect(await told.text()).toContain('5 điều mới');
    expect((await post(path, { act: 'store', inForceFrom: '2021-03-01' })).status).toBe(303);
    const { laws } = { laws: await small.store.transaction((records) => records.laws.ofInstrument(LENDING)) };
    expect(laws[0]?.inForce).toEqual({ from: '2021-03-01', to: undefined });
  });

  it('read a long file while a page shows how far it is', async () => {
    const { upload, pathOf, text } = await office();
    const long = LENDING_LAW.replace(
      'Người mượn đặt cọc bằng giá bìa.',
      'Người mượn đặt cọc bằng giá bìa.\n'.repeat(12_000).trimEnd(),
    );
    const work = pathOf(await upload(long, 'dai.txt'));
    expect(work).toMatch(/^\/work\//);
    await expect.poll(() => text(work)).toContain('Xem kết quả');
    const [, href = ''] = /href="\/console(\/law\/uploads\/[^"]+)"/.exec(await text(work)) ?? [];
    expect(await text(href)).toContain('61/2020/QH14');
  });

  it('show an article as it binds on a day, and what differs between its wordings', async () => {
    const { take, text } = await office();
    await take(LENDING_LAW);
    await take(CONSOLIDATED_LENDING_LAW);
    const before = await text(`/law/of/${LENDING}/2?as-of=2026-12-31`);
    expect(before).toContain(
      '<pre class="law">Điều 2. Người được mượn\n1. Người có thẻ thư viện.\n2. Trẻ em đi cùng người lớn.</pre>',
    );
    const after = await text(`/law/of/${LENDING}/2?as-of=2027-01-01`);
    expect(after).toContain('<pre class="law">Điều 2. Người được mượn[1]\n1. Mọi người ở trong xã.');
    expect(after).toContain('<del>1. Người có thẻ thư viện.</del>');
    expect(after).toContain('<ins>1. Mọi người ở trong xã.</ins>');
    expect(await text(`/law/of/${LENDING}?as-of=2026-12-31`)).not.toContain('Sách nói');
    expect(await text(`/law/of/${LENDING}?as-of=2027-01-01`)).toContain('Sách nói');
  });

  it('list what is missing', async () => {
    const { take, text } = await office();
    await take(CONSOLIDATED_LENDING_LAW);
    const page = await text('/law/asked');
    expect(page).toContain(`${LENDING}:2`);
    expect(page).toContain('cần nội dung có hiệu lực từ 01/01/2021 đến trước 01/01/2027');
  });
});

describe('a review task', () => {
  const wages = 'bo-luat-lao-dong-2019:97';

  async function withTask() {
    const desk = await office();
    await small.store.transaction(({ reviewTasks }) =>
      reviewTasks.open({ object: `entry/${WAGES}`, citation: wages, why: 'new-wording', day: '2027-01-01' }, NOON),
    );
    const [task] = await small.store.transaction(({ reviewTasks }) => reviewTasks.list());
    return { ...desk, path: `/law/tasks/${task?.id}` };
  }

  it('names the entry, the article and the day, and leads to the entry', async () => {
    const { text, path } = await withTask();
    const title = (await small.open()).library().entry(WAGES)?.title ?? '';
    for (const page of [await text('/law/tasks'), await text(path)]) {
      expect(page).toContain(title);
      expect(page).toContain('Điều 97 Bộ luật Lao động 2019');
      expect(page).toContain('Có nội dung mới từ 01/01/2027');
    }
    expect(await text(path)).toContain(`href="/console/entries/${WAGES}"`);
  });

  it('is cleared with a note, once, and the note is never a line of the audit log', async () => {
    const { post, path, text, pathOf } = await withTask();
    const empty = await post(path, { note: '  ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Bạn ghi đã xem gì.');
    const cleared = await post(path, { note: 'Đã so với bản mới, không đổi.' });
    expect([cleared.status, pathOf(cleared)]).toEqual([303, '/law/tasks?told=cleared']);
    expect(changes).toBe(1);
    expect(await text('/law/tasks')).toContain('Không có gì phải đọc lại.');
    await post(path, { note: 'Lần nữa.' });
    const lines = await small.store.transaction(({ audit }) => audit.find({ action: 'law-review' }, 5));
    expect(lines).toMatchObject([
      { action: 'law-review-cleared', object: `entry/${WAGES}`, detail: { citation: wages } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('không đổi');
  });

  it('is cleared together with all that wait because of the same change, where somebody says so', async () => {
    const { post, path, text } = await withTask();
    const more = [
      ['entry/qa/lao-dong/tra-luong-cham', 'bo-luat-lao-dong-2019:97.4', '2027-01-01'],
      ['canned/mau-luong', 'bo-luat-lao-dong-2019:97', '2027-01-01'],
      ['entry/qa/lao-dong/khac-ngay', 'bo-luat-lao-dong-2019:97', '2027-07-01'],
      ['entry/qa/lao-dong/khac-dieu', 'bo-luat-lao-dong-2019:98', '2027-01-01'],
    ] as const;
    await small.store.transaction(async ({ reviewTasks }) => {
      for (const [object, citation, day] of more)
        await reviewTasks.open({ object, citation, why: 'new-wording', day }, NOON);
    });
    expect(await text(path)).toContain('Tôi cũng đã đọc lại 2 chỗ khác');
    await post(path, { note: 'Đã đọc cả ba.', others: 'yes' });
    const left = await small.store.transaction(({ reviewTasks }) => reviewTasks.list());
    expect(left.map(({ object }) => object)).toEqual(['entry/qa/lao-dong/khac-dieu', 'entry/qa/lao-dong/khac-ngay']);
    expect(await small.store.transaction(({ audit }) => audit.find({ action: 'law-review' }, 5))).toHaveLength(3);
    expect((await post('/law/tasks/khong-co', { note: 'Đọc.' })).status).toBe(404);
  });

  it('shows what changed in the article', async () => {
    const { text, take } = await office();
    await take(LENDING_LAW);
    await take(LENDING_AMENDMENT);
    await small.store.transaction(({ reviewTasks }) =>
      reviewTasks.open(
        { object: 'entry/qa/sach/han-muon', citation: `${LENDING}:3.1`, why: 'new-wording', day: '2027-01-01' },
        NOON,
      ),
    );
    const [task] = await small.store.transaction(({ reviewTasks }) => reviewTasks.list());
    const page = await text(`/law/tasks/${task?.id}`);
    expect(page).toContain('<del>1. Sách được mượn trong 14 ngày.</del>');
    expect(page).toContain('<ins>1. Sách được mượn trong 30 ngày.</ins>');
    expect(page).toContain('qa/sach/han-muon (không còn nữa)');
  });
});
