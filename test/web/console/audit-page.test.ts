import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/accounts/account.ts';
import type { AccountId } from '../../../src/base/ids.ts';
import type { AuditLine } from '../../../src/ports/audit.ts';
import { actionInWords } from '../../../src/web/console/audit/wording.ts';
import { Office } from './office.ts';
import type { Visitor } from './visitor.ts';

let office: Office;
let admin: Visitor;
beforeEach(async () => {
  office = await Office.open();
  admin = (await office.admin()).at;
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

function viewed(code: string, more: Partial<AuditLine> = {}): AuditLine {
  return {
    at: new Date('2026-11-20T16:59:00.000Z'),
    by: 'hoa' as AccountId,
    role: 'staff',
    action: 'ticket-viewed',
    object: `ticket/${code}`,
    province: '33',
    ...more,
  };
}
/** Everything that the program writes to the log. */
const ACTIONS =
  'account-disabled account-enabled account-made account-renewed account-reset account-role-changed audit-exported candidate-dismissed candidate-offered canned-added canned-changed canned-removed configuration-changed entry-published entry-taken-back group-linked group-unlinked invitation-made invitation-withdrawn law-imported law-review-cleared link-code-made password-changed questions-dismissed recovery-codes-renewed regression-added regression-removed report-made revision-begun revision-discarded revision-rejected revision-saved revision-submitted second-factor-changed session-began session-ended sign-in-refused ticket-answered ticket-assigned ticket-claimed ticket-closed ticket-merged ticket-noted ticket-released ticket-reopened ticket-transfer-dropped ticket-transfer-proposed ticket-transferred ticket-viewed tickets-listed tickets-searched'.split(
    ' ',
  );
const add = (...lines: readonly AuditLine[]) =>
  office.store.transaction(async ({ audit }) => {
    for (const line of lines) await audit.add(line);
  });
/** The objects on a page, newest first. */
const shown = async (query = '') =>
  [...(await admin.get(`/console/audit?${query}`)).html.matchAll(/ticket\/HQ-\w+/g)].map(([object]) => object);

describe('the page of the audit log', () => {
  it('tells who did what to which thing, in words', async () => {
    await add(viewed('HQ-7K3M', { detail: { citations: 2 } }));
    const page = await admin.get('/console/audit');
    expect(page.text).toContain('Xem hồ sơ');
    expect(page.text).toContain('ticket/HQ-7K3M');
    expect(page.text).toContain('Trung tâm Hưng Yên');
    expect(page.text).toContain('citations: 2');
    expect(page.text).toMatch(/Quản trị \(Người quản trị\) Tạo tài khoản Quản trị/);
  });

  it('is filtered by who, action, thing, centre and day', async () => {
    await add(
      viewed('HQ-2222'),
      viewed('HQ-3333', { by: 'binh' as AccountId, province: '01' }),
      viewed('HQ-4444', { action: 'ticket-claimed', at: new Date('2026-11-20T17:01:00.000Z') }),
    );
    expect(await shown()).toEqual(['ticket/HQ-4444', 'ticket/HQ-3333', 'ticket/HQ-2222']);
    expect(await shown('by=binh')).toEqual(['ticket/HQ-3333']);
    expect(await shown('action=ticket-claimed')).toEqual(['ticket/HQ-4444']);
    expect(await shown('action=account')).toEqual([]);
    expect((await shown('object=hq-2222')).at(-1)).toBe('ticket/HQ-2222');
    expect(await shown('province=01')).toEqual(['ticket/HQ-3333']);
    expect(await shown('from=2026-11-21&to=2026-11-21')).toEqual(['ticket/HQ-4444']);
    expect(await shown('to=2026-11-20')).toEqual(['ticket/HQ-3333', 'ticket/HQ-2222']);
    expect((await admin.get('/console/audit?from=2026-02-30&by=%27&province=x')).status).toBe(200);
  });

  it('names the account that it is filtered by, also an old one among many', async () => {
    const [first] = await office.store.transaction(({ accounts }) => accounts.list({}, 1));
    await office.store.transaction(async ({ accounts }) => {
      const rest = { role: 'curator', province: undefined, language: 'vi', by: undefined } as const;
      const proof = { passwordHash: 'x', totpSecret: 'AAAA', totpLastStep: 0 };
      const at = new Date('2026-11-21T02:00:00.000Z');
      for (let nth = 0; nth < 401; nth += 1) {
        await accounts.add({ ...rest, ...proof, login: `nguoi-${nth}@trogiup.example`, name: `Người ${nth}`, at });
      }
    });
    const { html } = await admin.get(`/console/audit?by=${first?.id}`);
    expect(html).toMatch(/<option value="[^"]+" selected="">Quản trị \(/);
    expect(html.length).toBeLessThan(100_000);
  });

  it('goes page by page and keeps the filter', async () => {
    await add(...Array.from({ length: 120 }, (_, nth) => viewed(`HQ-${2000 + nth}`)));
    const seen: string[] = [];
    let path: string | undefined = '/console/audit?action=ticket';
    for (let page = 0; path !== undefined && page < 9; page += 1) {
      const { html } = await admin.get(path);
      seen.push(...[...html.matchAll(/ticket\/HQ-\w+/g)].map(([object]) => object));
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });
});

describe('the file of the audit log', () => {
  it('holds every line that fits, and is itself in the log', async () => {
    await add(...Array.from({ length: 1100 }, (_, nth) => viewed(`HQ-${nth}`)), viewed('HQ-KHAC', { action: 'x' }));
    const file = await admin.get('/console/audit/file?action=ticket');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('content-disposition')).toContain('nhat-ky.csv');
    const lines = file.html.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1101);
    expect(lines[0]).toBe('Lúc,Ai,Mã tài khoản,Vai trò,Việc,Đối tượng,Trung tâm,Chi tiết');
    expect(lines[1]).toBe('2026-11-20T16:59:00.000Z,,hoa,staff,ticket-viewed,ticket/HQ-1099,33,');
    const [line] = await office.store.transaction(({ audit }) => audit.find({ action: 'audit-exported' }, 9));
    expect(line).toMatchObject({ object: 'audit', detail: { action: 'ticket' } });
  });

  it('holds nothing that Excel would run', async () => {
    await add(viewed('HQ-2222', { object: '=HYPERLINK("https://ke-xau.example")' }));
    const file = await admin.get('/console/audit/file');
    expect(file.html).toContain(`"'=HYPERLINK`);
  });
});

describe('the check of the audit log', () => {
  async function check(): Promise<string> {
    const work = (await admin.post('/console/audit/check')).to ?? '';
    for (let look = 0; look < 100; look += 1) {
      if ((await admin.get(work)).text.includes('Xem kết quả')) break;
    }
    return (await admin.get('/console/audit')).text;
  }

  it('says that nobody changed it', async () => {
    expect((await admin.get('/console/audit')).text).toContain('Chưa kiểm tra lần nào');
    await add(...Array.from({ length: 2100 }, (_, nth) => viewed(`HQ-${nth}`)));
    expect(await check()).toMatch(/nguyên vẹn: 2\.\d{3} dòng khớp nhau/);
  });

  it('says where somebody changed it past the guard', async () => {
    await add(viewed('HQ-2222'), viewed('HQ-3333'), viewed('HQ-4444'));
    await sql`drop trigger audit_unchanged`.execute(office.db);
    await sql`update audit set account_id = 'khac' where object = 'ticket/HQ-3333'`.execute(office.db);
    expect(await check()).toContain('Nhật ký đã bị sửa hoặc xoá ở dòng');
  });
});

describe('an action in words', () => {
  it.each([
    ['ticket-viewed', 'Xem hồ sơ'],
    ['sign-in-refused', 'Từ chối đăng nhập'],
    ['account-role-changed', 'Đổi vai trò của tài khoản'],
    ['recovery-codes-renewed', 'Đặt lại mã dự phòng'],
    ['tickets-searched', 'Tìm các hồ sơ'],
    ['ticket-transfer-proposed', 'Đề nghị việc chuyển hồ sơ'],
    ['entry-taken-back', 'Gỡ bản sửa của mục kiến thức'],
    ['something-else', 'something-else'],
    ['constructor-made', 'constructor-made'],
  ])('%s: %s', (action, words) => {
    expect(actionInWords(action, 'vi')).toBe(words);
  });

  it.each(LANGUAGES)('every one has words: %s', (language) => {
    expect(ACTIONS.filter((action) => actionInWords(action, language) === action)).toEqual([]);
  });
});
