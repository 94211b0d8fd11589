import { setImmediate as nextTick } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Metric } from '../../../src/reporting/metrics.ts';
import { partOf, unzipped } from '../../support/unzipped.ts';
import { anAccount, consoleAs } from './console-as.ts';
import { countedConsole } from './counted-console.ts';

type Opened = Awaited<ReturnType<typeof countedConsole>>;

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const ROWS: readonly (readonly [string, Metric, string, number])[] = [
  ['2026-03-10', 'question', 'zalo/answer', 1200],
  ['2026-03-11', 'question', 'web/unresolved', 30],
  ['2026-03-12', 'question-topic', 'tien-luong', 90],
  ['2026-03-12', 'unmet-topic', 'dat-dai', 30],
  ['2026-03-12', 'referral-opened', '33', 14],
  ['2026-03-12', 'referral-opened', '01', 9],
  ['2026-03-12', 'referral-closed', '33', 3],
  ['2025-10-12', 'question', 'zalo/answer', 77],
];
const LETTERHEAD = {
  superior: 'Bộ Tư pháp',
  name: 'Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý',
  symbol: 'PBGDPL-TGPL',
  place: 'Hà Nội',
};

async function pages(role: 'admin' | 'staff' | 'curator' | 'reviewer' = 'admin') {
  opened = await countedConsole(async ({ counts }) => {
    for (const [day, metric, label, n] of ROWS) await counts.add(day, metric, label, n);
  });
  return consoleAs(anAccount(role), opened.routes);
}

type Pages = Awaited<ReturnType<typeof pages>>;

/** Has a report made, watches the page that shows how far it is, and fetches the file. */
async function made(console: Pages, fields: Readonly<Record<string, string>>) {
  const begun = await console.post('/report', { ...LETTERHEAD, ...fields });
  const watch = (begun.headers.get('location') ?? '').slice('/console'.length);
  expect(begun.status).toBe(303);
  let page = '';
  while (!page.includes('Đã xong')) {
    page = await (await console.get(watch)).text();
    expect(opened?.faults).toEqual([]);
    await nextTick();
  }
  const file = await console.get(`${watch}/file`);
  return {
    type: file.headers.get('content-type'),
    name: decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(file.headers.get('content-disposition') ?? '')?.[1] ?? ''),
    body: Buffer.from(await file.arrayBuffer()),
  };
}

const textOf = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<');

describe('the report page', () => {
  it('is for admins alone', async () => {
    for (const role of ['staff', 'curator', 'reviewer'] as const) {
      const console = await pages(role);
      const statuses = [(await console.get('/report')).status, (await console.post('/report', LETTERHEAD)).status];
      expect([role, ...statuses]).toEqual([role, 403, 403]);
      await opened?.close();
    }
    expect((await (await pages()).get('/report')).status).toBe(200);
  });

  it('shows what the file will say: the period, the tables, room for remarks', async () => {
    const html = await (await (await pages()).get('/report?from=2026-01-01&to=2026-06-30')).text();
    expect(html).toContain('Xem trước: 6 tháng đầu năm 2026');
    for (const heading of ['I. KHÁI QUÁT', 'II. KẾT QUẢ', 'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG'])
      expect(html).toContain(heading);
    expect(html).toMatch(/<th scope="row"[^>]*>Zalo<\/th><td[^>]*>1\.200<\/td>/);
    expect(html).toContain('[Kiến nghị, đề xuất của đơn vị]');
  });

  it.each([
    ['?quick=half', '6 tháng đầu năm 2026'],
    ['?quick=year', 'năm 2025'],
    ['?quick=this-year', 'giai đoạn từ ngày 01/01/2026 đến ngày 20/11/2026'],
    ['', 'giai đoạn từ ngày 01/01/2026 đến ngày 20/11/2026'],
  ])('of the period %s', async (query, period) => {
    const html = await (await (await pages()).get(`/report${query}`)).text();
    expect(/<h2>(Xem trước[^<]*)/.exec(html)?.[1]).toBe(`Xem trước: ${period}`);
  });

  it('of one province shows the referrals of that province alone, and knows how its centre is called', async () => {
    const html = await (await (await pages()).get('/report?quick=half&province=33')).text();
    const preview = html.slice(html.indexOf('Xem trước'));
    expect(preview).toContain('Tỉnh Hưng Yên');
    expect(preview).not.toContain('Hà Nội');
    expect(preview).not.toContain('1.200');
    expect(preview).toContain('câu hỏi không được đếm theo tỉnh');
    expect(html).toMatch(/name="superior"[^>]*value="Sở Tư pháp tỉnh Hưng Yên"/);
    expect(html).toMatch(/name="place"[^>]*value="Hưng Yên"/);
  });

  it('hides small numbers in the preview', async () => {
    const html = await (await (await pages()).get('/report?quick=half')).text();
    const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell = '']) => cell);
    expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
    expect(cells).toContain('&lt; 5'); // three referrals were closed
  });

  it.each([
    ['nothing typed', { name: '', place: '' }, 'Bạn chưa điền ô này.'],
    ['a symbol with a slash', { symbol: 'TGPL/2026' }, 'Chỉ dùng chữ, số và dấu gạch nối.'],
    ['a name that never ends', { name: 'Trung tâm '.repeat(40) }, 'Dài quá 160 ký tự.'],
    ['a period that is none', { from: '2026-06-30', to: '2026-01-01' }, 'Ngày cuối đang trước ngày đầu.'],
  ])('keeps what was typed where something is wrong: %s', async (_, wrong, fault) => {
    const answer = await (await pages()).post('/report', { ...LETTERHEAD, quick: 'half', ...wrong });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(fault);
    if (!('from' in wrong)) expect(html).toMatch(/name="superior"[^>]*value="Bộ Tư pháp"/);
  });

  it('shows a name with signs of HTML as it was typed', async () => {
    const name = '<script>alert(1)</script>"\'&';
    const answer = await (await pages()).post('/report', { ...LETTERHEAD, quick: 'half', name, symbol: '' });
    const html = await answer.text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});

describe('the file', () => {
  it('for Word has the letterhead, the numbers and pictures, and no small number', async () => {
    const { type, name, body } = await made(await pages(), { quick: 'half', as: 'docx' });
    expect(type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(name).toBe('bao-cao-2026-01-01-2026-06-30.docx');
    const text = textOf(partOf(body, 'word/document.xml'));
    expect(text).toContain('/BC-PBGDPL-TGPL');
    expect(text).toContain('CỤC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT VÀ TRỢ GIÚP PHÁP LÝ');
    expect(text).toContain('Hà Nội, ngày 20 tháng 11 năm 2026');
    expect(text).toContain('6 tháng đầu năm 2026');
    expect(text).toContain('1.200');
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toContain('< 5');
    expect(lines.filter((line) => /^[1-4]$/.test(line))).toEqual([]);
    expect([...unzipped(body).keys()].filter((path) => path.endsWith('.png')).length).toBeGreaterThan(0);
  });

  it('for Excel has a sheet for each table', async () => {
    const { name, body } = await made(await pages(), { from: '2026-01-01', to: '2026-12-31', as: 'xlsx' });
    expect(name).toBe('bao-cao-2026-01-01-2026-12-31.xlsx');
    const sheets = [...partOf(body, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, sheet]) => sheet,
    );
    expect(sheets[0]).toBe('Báo cáo');
    expect(sheets.some((sheet) => sheet?.includes('Câu hỏi theo kênh'))).toBe(true);
    expect(partOf(body, 'xl/sharedStrings.xml')).toContain('năm 2026');
  });

  it('of one province tells nothing of the others', async () => {
    const { body } = await made(await pages(), { quick: 'half', province: '33', as: 'docx' });
    const text = textOf(partOf(body, 'word/document.xml'));
    expect(text).toContain('tỉnh Hưng Yên');
    expect(text).not.toContain('Thành phố Hà Nội');
    expect(text).not.toContain('1.200');
  });

  it('belongs to the one who had it made, and the audit log says what was made', async () => {
    const console = await pages();
    const begun = await console.post('/report', { ...LETTERHEAD, quick: 'half' });
    const watch = (begun.headers.get('location') ?? '').slice('/console'.length);
    const another = consoleAs(anAccount('admin', { id: 'tk-khac' as never }), opened?.routes ?? []);
    expect((await another.get(watch)).status).toBe(404);
    expect((await another.get(`${watch}/file`)).status).toBe(404);
    while (!(await (await console.get(watch)).text()).includes('Đã xong')) await nextTick();
    const lines = await opened?.store.transaction(({ audit }) => audit.find({ action: 'report' }, 5));
    expect(lines).toMatchObject([
      { action: 'report-made', by: 'tk-admin', detail: { from: '2026-01-01', to: '2026-06-30', as: 'docx' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Cục Phổ biến');
  });
});
