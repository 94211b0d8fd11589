import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/accounts/account.ts';
import { COUNTED_CHANNELS, COUNTED_OUTCOMES } from '../../../src/reporting/figures.ts';
import type { Metric } from '../../../src/reporting/metrics.ts';
import { fc, runs } from '../../support/property.ts';
import { anAccount, consoleAs } from './console-as.ts';
import { countedConsole } from './counted-console.ts';

type Opened = Awaited<ReturnType<typeof countedConsole>>;
type Row = readonly [day: string, metric: Metric, label: string, n: number];

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function dashboard(rows: readonly Row[] = [], role: Role = 'admin', language: 'vi' | 'en' = 'vi') {
  opened = await countedConsole(async ({ counts }) => {
    for (const [day, metric, label, n] of rows) if (n > 0) await counts.add(day, metric, label, n);
  });
  const pages = consoleAs(anAccount(role, { language }), opened.routes);
  return {
    pages,
    page: async (query = '') => {
      const answer = await pages.get(`/dashboard${query}`);
      return { status: answer.status, html: await answer.text() };
    },
  };
}

const DAYS: readonly Row[] = [
  ['2026-11-10', 'question', 'zalo/answer', 120],
  ['2026-11-11', 'question', 'telegram/answer', 40],
  ['2026-11-12', 'question', 'web/unresolved', 30],
  ['2026-11-12', 'question', 'zalo/choices', 12],
  ['2026-11-12', 'question-topic', 'tien-luong', 90],
  ['2026-11-12', 'question-topic', 'tre-em', 3],
  ['2026-11-12', 'question-article', 'crc:19', 17],
  ['2026-11-12', 'unmet-topic', 'dat-dai', 25],
  ['2026-11-12', 'entry-helpful', 'qa/lao-dong/no-luong', 60],
  ['2026-11-12', 'entry-unhelpful', 'qa/lao-dong/no-luong', 20],
  ['2026-11-12', 'entry-reason', 'qa/lao-dong/no-luong unclear', 12],
  ['2026-11-12', 'entry-reason', 'qa/lao-dong/no-luong other', 8],
  ['2026-11-12', 'referral-opened', '33', 14],
  ['2026-11-12', 'referral-opened', '01', 2],
];

/** The cells of the tables of a page, and what its charts say to those who cannot see them. */
function saidIn(html: string): readonly string[] {
  const bare = (text = '') =>
    text
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .trim();
  const cells = [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => bare(cell));
  const facts = [...html.matchAll(/<dd>([\s\S]*?)<\/dd>/g)].map(([, fact]) => bare(fact));
  const charts = [...html.matchAll(/<(?:title|desc) id="[^"]*">([\s\S]*?)<\/(?:title|desc)>/g)].map(([, words]) =>
    bare(words),
  );
  // numbers written at the bars; the axis of a line has round numbers of its own
  const bars = [...html.matchAll(/<text [^>]*text-anchor="start"[^>]*>([^<]*)<\/text>/g)].map(([, number]) =>
    bare(number),
  );
  return [...cells, ...facts, ...charts.flatMap((words) => words.split(/[;:.,()]/)), ...bars].map((text) =>
    text.trim(),
  );
}
/** `3`, `4 câu hỏi`: a number that could point to a person. `< 5` is none. */
const isSmallNumber = (text: string) => /^[1-4](?: (?:câu hỏi|hồ sơ|tin|lượt đánh giá))?(?: \(.*)?$/.test(text);

describe('the dashboard', () => {
  it('is for admins alone', async () => {
    for (const role of ['staff', 'curator', 'reviewer'] as const) {
      expect((await (await dashboard(DAYS, role)).page()).status).toBe(403);
      await opened?.close();
    }
    expect((await (await dashboard(DAYS)).page()).status).toBe(200);
  });

  it('shows each figure as a picture with its table below, and both as files', async () => {
    const { html } = await (await dashboard(DAYS)).page('?quick=30');
    for (const name of ['cau-hoi-theo-ngay', 'cau-hoi-theo-kenh', 'cau-hoi-theo-ket-qua', 'cau-hoi-theo-linh-vuc']) {
      const card = html.slice(html.indexOf(`<section class="card" id="${name}">`));
      expect([name, card.indexOf('<svg') > 0, card.indexOf('<svg') < card.indexOf('<table')]).toEqual([
        name,
        true,
        true,
      ]);
      expect(card).toContain(`/console/dashboard/table/${name}.csv?quick=30`);
      expect(card).toContain(`/console/dashboard/table/${name}.xlsx?quick=30`);
    }
    expect(html).toMatch(/<th scope="row"[^>]*>Zalo<\/th><td[^>]*>132<\/td>/);
    expect(html).toMatch(/<th scope="row"[^>]*>Tiền lương<\/th><td[^>]*>90<\/td>/);
    expect(html).toContain('<dt>Câu hỏi</dt><dd>202</dd>');
  });

  it('has its parts on pages of their own', async () => {
    const { page } = await dashboard(DAYS);
    const titles = async (part: string) =>
      [...(await page(`?part=${part}`)).html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(await titles('answers')).toEqual([
      'Những số chính',
      'Đánh giá câu trả lời của ứng dụng',
      'Lý do không hữu ích',
      'Chưa có câu trả lời, theo lĩnh vực',
    ]);
    expect(await titles('referrals')).toContain('Chuyển gửi theo tỉnh');
    expect(await titles('delivery')).toContain('Tin gửi tới người hỏi');
    expect((await page('?part=answers')).html).toMatch(/Được đánh giá là có ích<\/dt><dd>75\s%<\/dd>/);
  });

  it.each([
    ['?quick=7', 'từ ngày 14/11/2026 đến ngày 20/11/2026', '0'],
    ['?quick=30', 'từ ngày 22/10/2026 đến ngày 20/11/2026', '202'],
    ['?quick=90', 'từ ngày 23/08/2026 đến ngày 20/11/2026', '202'],
    ['?quick=this-year', 'từ ngày 01/01/2026 đến ngày 20/11/2026', '202'],
    ['?from=2026-11-10&to=2026-11-11', 'từ ngày 10/11/2026 đến ngày 11/11/2026', '160'],
    ['', 'từ ngày 22/10/2026 đến ngày 20/11/2026', '202'],
    ['?quick=mai-mai', 'từ ngày 22/10/2026 đến ngày 20/11/2026', '202'],
  ])('of the period %s', async (query, period, questions) => {
    const { status, html } = await (await dashboard(DAYS)).page(query);
    expect(status).toBe(200);
    expect(html).toContain(period);
    expect(html).toContain(`<dt>Câu hỏi</dt><dd>${questions}</dd>`);
  });

  it.each([
    ['?from=2026-11-12&to=2026-11-10', 'Ngày cuối đang trước ngày đầu'],
    ['?from=2026-02-30&to=2026-11-10', 'Ngày này không có'],
    ['?from=2026-11-10', 'Ngày này không có'],
    ['?from=1990-01-01&to=2026-11-10', 'dài quá 5 năm'],
  ])('says what is wrong with a period and keeps what was typed: %s', async (query, fault) => {
    const { status, html } = await (await dashboard(DAYS)).page(query);
    expect(status).toBe(422);
    expect(html).toContain(fault);
    expect(html).toContain(`value="${new URLSearchParams(query).get('from')}"`);
    expect(html).not.toContain('<svg');
  });

  it('speaks English around the Vietnamese tables', async () => {
    const { html } = await (await dashboard(DAYS, 'admin', 'en')).page();
    expect(html).toContain('Key figures');
    expect(html).toContain('<h2 lang="vi">Câu hỏi theo kênh</h2>');
  });

  it('says of an empty year that there is nothing, without a chart', async () => {
    const { html } = await (await dashboard()).page();
    expect(html).toContain('Trong kỳ không có gì để đếm.');
    expect(html).not.toContain('<svg');
  });
});

describe('a table of the dashboard', () => {
  it('as CSV opens in a spreadsheet: byte order mark, comma, plain numbers', async () => {
    const answer = await (await dashboard(DAYS)).pages.get('/dashboard/table/cau-hoi-theo-kenh.csv?quick=30');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="cau-hoi-theo-kenh-2026-10-22-2026-11-20.csv"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString('utf8').slice(1).trim().split('\r\n')).toEqual([
      'Kênh,Số câu hỏi',
      'Zalo,132',
      'Telegram,40',
      'Trang web,30',
      'Tổng cộng,202',
    ]);
  });

  it('as Excel holds numbers as numbers and small ones hidden', async () => {
    const answer = await (await dashboard(DAYS)).pages.get('/dashboard/table/chuyen-gui-theo-tinh.xlsx?quick=30');
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    const strings = Buffer.from(parts['xl/sharedStrings.xml'] ?? []).toString('utf8');
    const texts = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts).toContain('Tỉnh Hưng Yên');
    expect(texts).toContain('&lt; 5');
    const numbers = [...sheet.matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>([\d.]+)<\/v>/g)].map(([cell, value]) =>
      cell.includes('t="s"') ? undefined : Number(value),
    );
    expect(numbers.filter((n) => n !== undefined && n >= 1 && n <= 4)).toEqual([]);
  });

  it.each(['/khong-co.csv', '/cau-hoi-theo-kenh.pdf', '/..%2f..%2fetc', '/cau-hoi-theo-kenh.csv?from=2026-13-01&to=x'])(
    'that does not exist is not found: %s',
    async (path) => {
      expect((await (await dashboard(DAYS)).pages.get(`/dashboard/table${path}`)).status).toBe(404);
    },
  );

  it('with many rows shows the first ones and has all on its own page', async () => {
    const articles = Array.from(
      { length: 45 },
      (_, nth): Row => ['2026-11-12', 'question-article', `crc:${nth + 1}`, 10 + nth],
    );
    const { pages, page } = await dashboard([...DAYS, ...articles]);
    const { html } = await page('?quick=30');
    const [, href = ''] = /Đây là 20 dòng đầu trong 45 dòng\. <a href="([^"]+)">Xem cả bảng<\/a>/.exec(html) ?? [];
    const whole = await (await pages.get(href.slice('/console'.length).replaceAll('&amp;', '&'))).text();
    expect(whole.match(/Công ước về quyền trẻ em \(CRC\)<\/th>/g)).toHaveLength(45);
  });
});

describe('no number from 1 to 4', () => {
  const small = fc.integer({ min: 0, max: 9 });
  const anyRows = fc
    .record({
      questions: fc.array(
        fc.tuple(
          fc.constantFrom(...COUNTED_CHANNELS),
          fc.constantFrom(...COUNTED_OUTCOMES),
          small,
          fc.integer({ min: 0, max: 6 }),
        ),
        { maxLength: 12 },
      ),
      topics: fc.array(fc.tuple(fc.constantFrom('tien-luong', 'tre-em', 'dat-dai', 'ly-hon', 'lgbt'), small), {
        maxLength: 5,
      }),
      articles: fc.array(fc.tuple(fc.constantFrom('crc:19', 'cedaw:16', 'hp2013:20'), small), { maxLength: 3 }),
      unmet: fc.array(fc.tuple(fc.constantFrom('dat-dai', 'nha-o', 'moi-truong'), small), { maxLength: 3 }),
      helpful: small,
      unhelpful: small,
      again: fc.integer({ min: 0, max: 3 }),
      referrals: fc.array(fc.tuple(fc.constantFrom('01', '33', '79'), small), { maxLength: 3 }),
      danger: small,
    })
    .map(({ questions, topics, articles, unmet, helpful, unhelpful, again, referrals, danger }): readonly Row[] => {
      const all = questions.reduce((sum, [, , n]) => sum + n, 0);
      return [
        ...questions.map(
          ([channel, outcome, n, day]): Row => [`2026-11-1${day}`, 'question', `${channel}/${outcome}`, n],
        ),
        ...topics.map(([topic, n]): Row => ['2026-11-12', 'question-topic', topic, n]),
        ...articles.map(([article, n]): Row => ['2026-11-12', 'question-article', article, n]),
        ...unmet.map(([topic, n]): Row => ['2026-11-12', 'unmet-topic', topic, n]),
        ['2026-11-12', 'entry-helpful', 'qa/lao-dong/no-luong', helpful],
        ['2026-11-12', 'entry-unhelpful', 'qa/lao-dong/no-luong', unhelpful],
        ['2026-11-12', 'entry-reason', 'qa/lao-dong/no-luong unclear', Math.min(2, unhelpful)],
        ['2026-11-12', 'asked-again', 'all', Math.min(again, all)],
        ['2026-11-12', 'question-danger', 'violence', danger],
        ...referrals.map(([province, n]): Row => ['2026-11-12', 'referral-opened', province, n]),
        ...referrals.map(([province, n]): Row => ['2026-11-13', 'referral-closed', province, Math.floor(n / 2)]),
        ...referrals.map(
          ([province, n]): Row => ['2026-11-14', 'referral-rating', `${province}/helpful`, Math.floor(n / 3)],
        ),
      ];
    });

  it('is seen in any table, picture or file, whatever was counted', async () => {
    let seen = 0;
    const { pages, page } = await dashboard();
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        await opened?.empty();
        await opened?.store.transaction(async ({ counts }) => {
          for (const [day, metric, label, n] of rows) if (n > 0) await counts.add(day, metric, label, n);
        });
        for (const part of ['questions', 'answers', 'referrals', 'delivery']) {
          const { html } = await page(`?quick=30&part=${part}`);
          const said = saidIn(html);
          seen += said.filter((text) => text.startsWith('< 5')).length;
          expect(said.filter(isSmallNumber)).toEqual([]);
          for (const [, file = ''] of html.matchAll(/href="\/console(\/dashboard\/table\/[a-z-]+\.csv[^"]*)"/g)) {
            const csv = await (await pages.get(file.replaceAll('&amp;', '&'))).text();
            expect([file, csv.split(/[\r\n,]+/).filter((cell) => /^[1-4]$/.test(cell))]).toEqual([file, []]);
          }
        }
      }),
      { numRuns: runs(20) },
    );
    expect(seen).toBeGreaterThan(20); // small numbers were there to be hidden
  });
});
