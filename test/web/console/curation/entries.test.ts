import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, RevisionId } from '../../../../src/base/ids.ts';
import type { Revision } from '../../../../src/curation/draft.ts';
import { readEntryForm } from '../../../../src/knowledge/entry-form.ts';
import { WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, type Fields, fieldsOf, leadsTo, textOf } from './curation-desk.ts';

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
/** A draft of lan. @returns Its path below `/console`. */
const begin = async (entry: string = WAGES): Promise<string> =>
  leadsTo(await desk.as('lan').post('/drafts', { entry }));
const idIn = (path: string): string => path.split('/')[2]?.split('?')[0] ?? '';
/** The form of a draft as it stands, with some fields typed over. */
const typed = async (path: string, change: Fields = {}, tab = 'form'): Promise<Fields> => {
  const page = await (await desk.as('lan').get(`${path}?tab=${tab}`)).text();
  return { ...fieldsOf(page, `/console${path}`), ...change };
};

describe('the list of entries', () => {
  it('is for those who write entries', async () => {
    const paths = ['/entries', `/entries/${WAGES}`, '/drafts', '/drafts/new', '/reviews', '/due', '/candidates'];
    for (const path of paths) {
      const statuses = await Promise.all(
        (['staff', 'lan', 'minh', 'admin'] as const).map(async (who) => (await desk.as(who).get(path)).status),
      );
      expect([path, statuses]).toEqual([path, [403, 200, 200, 403]]);
    }
  });

  it('finds an entry as a person would ask', async () => {
    const page = await (
      await desk.as('lan').get(`/entries?words=${encodeURIComponent('cty no luong 2 thang')}`)
    ).text();
    const first = /href="\/console\/entries\/(qa[^"]+)"/.exec(page)?.[1];
    expect(first).toBe(WAGES);
  });

  it('finds by the beginning of an id, by kind, topic, instrument and state, and by all of them together', async () => {
    const listed = async (query: string): Promise<readonly EntryId[]> => {
      const page = await (await desk.as('lan').get(`/entries?${query}`)).text();
      return [...page.matchAll(/href="\/console\/entries\/((?:qa|guide|article)[^"]+)"/g)].map(
        ([, id]) => id as EntryId,
      );
    };
    expect(await listed('words=qa/lao-dong/bi-no')).toEqual([WAGES]);
    expect((await listed('kind=article')).every((id) => id.startsWith('article/udhr/'))).toBe(true);
    const library = desk.live.library();
    const strict = await listed('topic=tien-luong&instrument=bo-luat-lao-dong-2019&kind=qa&state=current');
    expect(strict.length).toBeGreaterThan(1);
    for (const id of strict) {
      const entry = library.entry(id);
      expect(entry?.topics).toContain('tien-luong');
      expect(entry?.citations.some((one) => one.startsWith('bo-luat-lao-dong-2019:'))).toBe(true);
    }
    expect(await listed('state=revised')).toEqual([]);
    expect(await listed('kind=khong-co&topic=%00&state=la')).toHaveLength(0);
  });

  it('is shown 25 on a page, and says so when nothing was found', async () => {
    const page = await (await desk.as('lan').get('/entries')).text();
    expect([...page.matchAll(/<tr>/g)]).toHaveLength(26);
    expect(page).toContain('page=2');
    expect(page.length).toBeLessThan(100_000);
    expect(textOf(await (await desk.as('lan').get('/entries?words=qa/khong-co')).text())).toContain('Không có mục nào');
  });
});

describe('the page of an entry', () => {
  it('shows what people read, on what it rests, and where it comes from', async () => {
    const page = textOf(await (await desk.as('lan').get(`/entries/${WAGES}`)).text());
    const entry = desk.live.library().entry(WAGES);
    expect(page).toContain(entry?.title);
    expect(page).toContain(entry?.variants[0]);
    expect(page).toContain('Điều 97 Bộ luật Lao động 2019');
    expect(page).toContain('tệp kèm phần mềm');
    expect(page).toContain('chưa được sửa ở đây lần nào');
  });

  it('is the same 404 for what is not there, whatever is asked for', async () => {
    for (const path of [
      '/entries/qa/khong-co',
      '/entries/qa/../../etc/passwd',
      '/drafts/khong-co',
      '/reviews/khong-co',
    ]) {
      expect([path, (await desk.as('lan').get(path)).status]).toEqual([path, 404]);
    }
  });

  it('offers no editing of words that come from a package', async () => {
    const page = await (await desk.as('lan').get('/entries/article/udhr/5')).text();
    expect(page).not.toContain('Sửa mục này');
    expect((await desk.as('lan').post('/drafts', { entry: 'article/udhr/5' })).status).toBe(404);
  });

  it('keeps test questions, and takes them away again', async () => {
    const lan = desk.as('lan');
    const refused = await lan.post('/regressions', { entry: WAGES, question: 'x', expects: 'wins' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('từ 3 đến 500 ký tự');
    const question = 'chủ vựa khất lương hoài <b>';
    expect((await lan.post('/regressions', { entry: WAGES, question, expects: 'wins' })).status).toBe(303);
    const page = await (await lan.get(`/entries/${WAGES}`)).text();
    expect(textOf(page)).toContain(`${question} đứng đầu`);
    expect(page).not.toContain('hoài <b>');
    const remove = /action="\/console(\/regressions\/\w+\/remove)"/.exec(page)?.[1] ?? '';
    expect((await lan.post(remove, { entry: WAGES })).status).toBe(303);
    expect(textOf(await (await lan.get(`/entries/${WAGES}`)).text())).not.toContain('chủ vựa khất lương hoài');
    const lines = await desk.small.store.transaction(({ audit }) => audit.find({ action: 'regression' }, 9));
    expect(lines.map(({ action, object }) => [action, object])).toEqual([
      ['regression-removed', `entry/${WAGES}`],
      ['regression-added', `entry/${WAGES}`],
    ]);
  });
});

describe('writing an entry', () => {
  it('begins with the text in use, and goes on with the draft that is there', async () => {
    const path = await begin();
    expect(await found(idIn(path))).toMatchObject({
      entry: WAGES,
      text: desk.small.shippedText(WAGES),
      state: 'draft',
      author: 'lan',
    });
    expect(await begin()).toBe(path);
  });

  it('changes nothing when nothing was changed in the form, entry by entry', async () => {
    const ids = desk.live
      .library()
      .entries.filter(({ quotes, kind }) => quotes.length === 0 && kind === 'qa')
      .map(({ id }) => id)
      .filter((_, nth) => nth % 12 === 0);
    expect(ids.length).toBeGreaterThan(4);
    for (const entry of ids) {
      const path = await begin(entry);
      const saved = await desk.as('lan').post(path, await typed(path));
      expect([entry, saved.status]).toEqual([entry, 303]);
      expect((await found(idIn(path))).text).toBe(desk.small.shippedText(entry));
    }
  });

  it('writes into the file only what was changed', async () => {
    const path = await begin();
    const fields = await typed(path);
    const variants = `${fields.variants?.[0]}\r\nchủ vựa cá khất lương tụi em hoài`;
    await desk
      .as('lan')
      .post(path, { ...fields, variants: [variants], validTo: ['2027-12-31'], note: ['Thêm cách hỏi'] });
    const { text, note } = await found(idIn(path));
    const before = desk.small.shippedText(WAGES).split('\n');
    expect(text.split('\n').filter((line) => !before.includes(line))).toEqual([
      '  - chủ vựa cá khất lương tụi em hoài',
      'validTo: 2027-12-31',
    ]);
    expect(note).toBe('Thêm cách hỏi');
  });

  it('keeps everything that was typed, wrong or not, and says beside each field what is wrong', async () => {
    const path = await begin();
    const sly = '"><script>alert(1)</script>';
    const wrong: Fields = {
      title: [''],
      shortAnswer: [`${'dài '.repeat(200)}${sly}`],
      basis: ['điều 97 luật lao động\r\nkhong-co-luat:1: nói gì'],
      validFrom: ['đầu năm ngoái'],
      sources: [''],
      note: [sly],
    };
    const saved = await desk.as('lan').post(path, await typed(path, wrong));
    expect(leadsTo(saved)).toBe(`${path}?tab=form&told=saved`);
    const page = await (await desk.as('lan').get(leadsTo(saved))).text();
    expect(page).not.toContain('<script>alert');
    const shown = fieldsOf(page, `/console${path}`);
    expect(shown.validFrom).toEqual(['đầu năm ngoái']);
    expect(shown.shortAnswer?.[0]).toContain(sly);
    expect(shown.basis).toEqual(wrong.basis);
    const fault = (field: string): string =>
      textOf(/^[^>]*>([^<]*)/.exec(page.split(`id="${field}-fault"`)[1] ?? '')?.[1] ?? '');
    expect(fault('title')).toContain('không được để trống');
    expect(fault('validFrom')).toContain('một ngày có thật');
    expect(fault('sources')).toContain('cần ít nhất một nguồn');
    expect(fault('variants')).toBe('');
    expect(textOf(page)).toContain('chỗ cần sửa trước khi gửi duyệt');
  });

  it('shows the whole file with the lines of its faults, also where its head cannot be read', async () => {
    const path = await begin();
    const text = desk.small.shippedText(WAGES).replace('confidence: A', 'confidence: C');
    await desk.as('lan').post(path, { tab: 'file', text: text.replaceAll('\n', '\r\n'), note: '' });
    expect((await found(idIn(path))).text).toBe(text);
    const line = text.split('\n').indexOf('confidence: C') + 1;
    const page = textOf(await (await desk.as('lan').get(`${path}?tab=file`)).text());
    expect(page).toContain(`Dòng ${line}, Mức tin cậy (confidence)`);
    await desk.as('lan').post(path, { tab: 'file', text: '---\nid: [\n---\nx', note: '' });
    const broken = await (await desk.as('lan').get(path)).text();
    expect(textOf(broken)).toContain('chưa chia thành từng ô');
    expect(fieldsOf(broken, `/console${path}`).text?.[0]).toBe('---\r\nid: [\r\n---\r\nx');
  });

  it('previews exactly what each channel sends of what is being typed', async () => {
    const path = await begin();
    const fields = await typed(path, { shortAnswer: ['Đòi bằng giấy. Câu này vừa gõ.'] });
    const panel = await (await desk.as('lan').raw(`${path}/preview`, asFragment(fields))).text();
    expect(panel).not.toContain('<html');
    for (const channel of ['Trên Telegram (', 'Trên Zalo (', 'Trên trang web ('])
      expect(textOf(panel)).toContain(channel);
    expect(panel.match(/Câu này vừa gõ/g)).toHaveLength(3);
    // Zalo has no buttons: the choices stand in the text.
    expect(textOf(panel)).toContain('Muốn gặp người thật');
    expect((await found(idIn(path))).text).toBe(desk.small.shippedText(WAGES));
    const faulty = await (await desk.as('lan').raw(`${path}/preview`, asFragment({ ...fields, basis: [''] }))).text();
    expect(textOf(faulty)).toContain('Chưa xem trước được');
  });

  it('previews without script too, with everything typed still there', async () => {
    const path = await begin();
    const answer = await desk.as('lan').post(`${path}/preview`, await typed(path, { shortAnswer: ['Vừa gõ xong.'] }));
    const page = await answer.text();
    expect(fieldsOf(page, `/console${path}`).shortAnswer).toEqual(['Vừa gõ xong.']);
    expect((await found(idIn(path))).text).toBe(desk.small.shippedText(WAGES));
  });

  it('tries a question before and after, with the words and numbers that speak for each', async () => {
    const path = await begin();
    const question = 'thợ quay mật bị ong vò vẽ đốt thì ai trả tiền thuốc';
    expect(desk.first(question)).not.toBe(WAGES);
    const fields = await typed(path);
    const variants = [`${fields.variants?.[0]}\r\n${question}`];
    const panel = await (
      await desk.as('lan').raw(`${path}/try`, asFragment({ ...fields, variants, question: [question] }))
    ).text();
    const [before = '', after = ''] = panel.split('Nếu đăng bản này');
    expect(textOf(before)).not.toContain('mục đang sửa');
    expect(textOf(after)).toMatch(/mục đang sửa/);
    expect(textOf(after)).toContain('Chữ trúng trong các cách hỏi: ');
    expect(textOf(after)).toMatch(/Độ chắc: \d+%, cần \d+%/);
    expect(textOf(after)).toContain('điểm chung');
    expect(desk.first(question)).not.toBe(WAGES);
  });

  it('tries with the saved text where there is no script, and says so while the text has faults', async () => {
    const path = await begin();
    const page = textOf(await (await desk.as('lan').post(`${path}/try`, { question: 'công ty nợ lương' })).text());
    expect(page).toContain('Trả lời bằng một mục');
    await desk.as('lan').post(path, { tab: 'file', text: 'không phải tệp', note: '' });
    const faulty = textOf(await (await desk.as('lan').post(`${path}/try`, { question: 'công ty nợ lương' })).text());
    expect(faulty).toContain('chưa thử được phần “nếu đăng bản này”');
  });

  it('finds articles to cite, to be put into the field', async () => {
    const path = await begin();
    const fields = await typed(path, { article: ['điều 97 luật lao động'] });
    const panel = await (await desk.as('lan').raw(`${path}/citations`, asFragment(fields))).text();
    expect(textOf(panel)).toContain('Điều 97 Bộ luật Lao động 2019');
    expect(panel).toMatch(/data-into="basis" data-insert="bo-luat-lao-dong-2019:97: [^"]+\n"/);
    const page = await (await desk.as('lan').post(`${path}/citations`, fields)).text();
    expect(textOf(page)).toContain('Điều 97 Bộ luật Lao động 2019');
    expect(fieldsOf(page, `/console${path}`).article).toEqual(['điều 97 luật lao động']);
  });

  it('runs the questions of the entry and shows those that go elsewhere', async () => {
    const path = await begin();
    const elsewhere = 'bị đuổi việc lúc đang mang thai thì công ty có được làm vậy không';
    const fields = await typed(path);
    const variants = [`${fields.variants?.[0]}\r\n${elsewhere}`];
    const answer = await desk.as('lan').post(`${path}/check`, { ...fields, variants });
    expect(leadsTo(answer)).toBe(`${path}/check`);
    const page = await checked(path);
    expect(page).toContain('Chưa đăng được');
    expect(page).toMatch(/Qua \d+ trên \d+ câu/);
    expect(page).toContain(elsewhere);
    expect(page).toContain('hỏng vì bản này');
  });

  it('is the author’s alone', async () => {
    const path = await begin();
    const fields = await typed(path, { shortAnswer: ['Người khác sửa.'] });
    for (const who of ['tam', 'minh'] as const) {
      expect(leadsTo(await desk.as(who).get(path))).toBe(`/revisions/${idIn(path)}`);
      const saved = await desk.as(who).post(path, fields);
      expect([who, saved.status]).toEqual([who, 409]);
      expect(fieldsOf(await saved.text(), `/console${path}`).shortAnswer).toEqual(['Người khác sửa.']);
      expect((await desk.as(who).post(`${path}/discard`, {})).status).toBe(303);
    }
    expect(await found(idIn(path))).toMatchObject({ state: 'draft', text: desk.small.shippedText(WAGES) });
    const own = leadsTo(await desk.as('tam').post(`/revisions/${idIn(path)}/go-on`, {}));
    expect(await found(idIn(own))).toMatchObject({ author: 'tam', text: desk.small.shippedText(WAGES) });
  });

  it('goes to review with a note, and only when it can be read', async () => {
    const path = await begin();
    const lan = desk.as('lan');
    const without = await lan.post(`${path}/submit`, await typed(path, { note: [' '] }));
    expect(without.status).toBe(422);
    expect(textOf(await without.text())).toContain('Bạn ghi sửa gì, vì sao');
    const faulty = await lan.post(`${path}/submit`, await typed(path, { note: ['Sửa'], basis: [''] }));
    expect(faulty.status).toBe(422);
    expect(textOf(await faulty.text())).toContain('Chưa gửi được vì bản nháp còn lỗi');
    const fixed = await typed(path, { note: ['Sửa'] });
    const before = readEntryForm(desk.small.shippedText(WAGES));
    const sent = await lan.post(`${path}/submit`, { ...fixed, basis: [(before?.basis ?? []).join('\r\n')] });
    expect(leadsTo(sent)).toBe(`/reviews/${idIn(path)}?told=submitted`);
    expect((await found(idIn(path))).state).toBe('in-review');
    // Nobody writes on it any more, and what they typed is not lost.
    const late = await lan.post(path, { ...fixed, shortAnswer: ['Sửa muộn.'] });
    expect(late.status).toBe(409);
    expect(fieldsOf(await late.text(), `/console${path}`).shortAnswer).toEqual(['Sửa muộn.']);
  });

  it('begins a new entry with an id made of its question', async () => {
    const lan = desk.as('lan');
    const refused = await lan.post('/drafts/new', { kind: 'qa', place: 'Lao động', question: 'x' });
    expect(refused.status).toBe(422);
    expect(fieldsOf(await refused.text(), '/console/drafts/new')).toMatchObject({
      place: ['Lao động'],
      question: ['x'],
    });
    const question = 'Làm ở trại ong bị ong đốt thì ai trả tiền thuốc?';
    const path = leadsTo(await lan.post('/drafts/new', { kind: 'qa', place: 'lao-dong', question }));
    expect((await found(idIn(path))).entry).toBe('qa/lao-dong/lam-o-trai-ong-bi-ong-dot-thi-ai-tra-tien');
    const again = leadsTo(await lan.post('/drafts/new', { kind: 'qa', place: 'lao-dong', question }));
    expect((await found(idIn(again))).entry).toMatch(/-2$/);
    expect(textOf(await (await lan.get(path)).text())).toContain('cần ít nhất một nguồn đã đối chiếu');
  });

  it('is listed with the drafts of everybody', async () => {
    const path = await begin();
    expect(textOf(await (await desk.as('lan').get('/drafts')).text())).toContain(WAGES);
    expect(textOf(await (await desk.as('tam').get('/drafts')).text())).toContain('Không có bản nháp nào');
    expect(textOf(await (await desk.as('tam').get('/drafts?of=all')).text())).toContain(WAGES);
    const to = leadsTo(await desk.as('lan').post(`${path}/discard`, {}));
    const after = textOf(await (await desk.as('lan').get(to)).text());
    expect(after).toContain('Đã bỏ bản nháp');
    expect(after).toContain('Không có bản nháp nào');
  });

  it('shows pages that a slow line can carry', async () => {
    const path = await begin();
    for (const one of [path, `${path}?tab=file`, `/entries/${WAGES}`, '/entries', '/due']) {
      const page = await (await desk.as('lan').get(one)).text();
      expect([one, Buffer.byteLength(page) < 100_000]).toEqual([one, true]);
    }
  });
});

function asFragment(fields: Fields): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      'hx-request': 'true',
    },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
    ).toString(),
  };
}

/** The page of a check when it is done. */
async function checked(path: string): Promise<string> {
  for (;;) {
    const page = await (await desk.as('lan').get(`${path}/check`)).text();
    if (!page.includes('<progress')) return textOf(page);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
