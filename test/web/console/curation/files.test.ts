import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, leadsTo, textOf } from './curation-desk.ts';

let desk: CurationDesk;
beforeAll(async () => {
  desk = await CurationDesk.open();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

interface EntriesFile {
  readonly format: string;
  readonly entries: Readonly<Record<string, string>>;
}

/** Makes a file and fetches it. */
async function exported(which: string): Promise<{ readonly file: EntriesFile; readonly text: string }> {
  const lan = desk.as('lan');
  const work = leadsTo(await lan.post('/entries/export', { which }));
  for (;;) {
    const answer = await lan.get(`${work}/file`);
    if (answer.status === 200) {
      expect(answer.headers.get('content-disposition')).toContain('muc-kien-thuc-2026-11-21.json');
      const text = await answer.text();
      return { text, file: JSON.parse(text) as EntriesFile };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function read(text: string, note = 'Từ đơn vị bạn') {
  const body = new FormData();
  body.set('file', new File([text], 'muc.json', { type: 'application/json' }));
  body.set('note', note);
  return desk.as('lan').raw('/entries/import', { method: 'POST', headers: { origin: 'http://localhost' }, body });
}

const drafts = () => desk.small.store.transaction(({ revisions }) => revisions.list({ state: 'draft' }, 99));

describe('entries as a file', () => {
  it('go out byte for byte, all of them or those that were published here', async () => {
    const text = desk.small.shippedText(WAGES).replace('Đòi bằng giấy', 'Hãy đòi bằng giấy');
    await desk.small.putLive(WAGES, text);
    await desk.live.reload();
    expect((await exported('revised')).file.entries).toEqual({ [WAGES]: text });
    const all = (await exported('all')).file.entries;
    const own = desk.live.library().entries.filter(({ quotes }) => quotes.length === 0);
    expect(Object.keys(all)).toHaveLength(own.length);
    expect(all['qa/lao-dong/thu-viec']).toBe(desk.small.shippedText('qa/lao-dong/thu-viec' as typeof WAGES));
    expect(all[WAGES]).toBe(text);
  });

  it('change nothing when they come back in as they went out', async () => {
    const { text } = await exported('all');
    const page = textOf(await (await read(text)).text());
    expect(page).toContain('Thành bản nháp 0');
    expect(await drafts()).toEqual([]);
  });

  it('come in as drafts of the one who reads them in', async () => {
    const { file } = await exported('all');
    const changed = file.entries[WAGES]?.replace('Đòi bằng giấy', 'Hãy đòi bằng giấy') ?? '';
    const text = JSON.stringify({ ...file, entries: { ...file.entries, [WAGES]: changed } });
    expect(textOf(await (await read(text)).text())).toContain('Thành bản nháp 1');
    expect(await drafts()).toMatchObject([{ entry: WAGES, author: 'lan', origin: 'import', note: 'Từ đơn vị bạn' }]);
    expect(textOf(await (await read(text)).text())).toContain('Đã có bản nháp như vậy 1');
  });

  it('come in all or not at all, and what is wrong is told', async () => {
    const { file } = await exported('all');
    const broken = file.entries[WAGES]?.replace('confidence: A', 'confidence: C') ?? '';
    const answer = await read(JSON.stringify({ ...file, entries: { ...file.entries, [WAGES]: broken } }));
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toContain(`${WAGES}.md confidence`);
    expect(page).toContain('phải là A hoặc B');
    expect(await drafts()).toEqual([]);
  });

  it.each([
    ['no JSON', 'xin chào'],
    ['another JSON', '{"a":1}'],
    ['a way out of the folder', '{"format":"hoi-quyen entries 1","entries":{"qa/../../etc/passwd":"x"}}'],
    ['no texts', '{"format":"hoi-quyen entries 1","entries":{"qa/a/b":1}}'],
    ['nothing', ''],
  ])('refuse %s', async (_, text) => {
    const answer = await read(text);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('chọn một tệp do trang này tạo ra');
  });

  it('need a reason, and are for those who write entries', async () => {
    const { text } = await exported('revised');
    expect(textOf(await (await read(text, ' ')).text())).toContain('Bạn ghi vì sao nhập');
    for (const who of ['staff', 'admin'] as const) {
      expect((await desk.as(who).post('/entries/export', { which: 'all' })).status).toBe(403);
    }
  });
});
