import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_GROUPS } from '../../../../src/ports/store.ts';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';

const PATH = '/settings/groups';
const REASON = 'trung tâm lập nhóm mới';
const GROUP = { channel: 'telegram', address: '-1001234567890' } as const;
const MINUTE = 60_000;

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice();
});
afterEach(() => office.close());

const use = (code: string, afterMinutes: number) =>
  office.store.transaction(({ staffGroups }) =>
    staffGroups.useLinkCode(code, new Date(office.now().getTime() + afterMinutes * MINUTE)),
  );

describe('Telegram groups', () => {
  it.each([
    ['33', 'Tỉnh Hưng Yên'],
    [ADMIN_GROUPS, 'Người quản trị'],
  ])('a code for %s is shown once, with what to do, and is good for an hour', async (province, named) => {
    await office.open(PATH);
    const { status, text } = await office.send(PATH, { province, reason: REASON });
    const [, code = ''] = /\/lienket ([2-9A-Z]{10})/.exec(text) ?? [];
    expect([status, code.length]).toEqual([200, 10]);
    expect(text).toContain(named);
    expect(text).toContain('10:00 18/11/2026');
    expect(text).toContain('Thêm bot vào nhóm Telegram.');
    expect((await office.open(PATH)).text).not.toContain(code);
    expect(await use(code, 60)).toBeUndefined();
    expect([await use(code.toLowerCase(), 59), await use(code, 59)]).toEqual([province, undefined]);
    const lines = await office.store.transaction(({ audit }) => audit.find({}, 9));
    expect(lines).toMatchObject([{ action: 'link-code-made', object: `group/${province}` }]);
    expect(JSON.stringify(lines)).not.toContain(code);
  });

  it('groups are listed without a word of the platform, and unlinked with a reason', async () => {
    await office.store.transaction(({ staffGroups }) => staffGroups.link(GROUP, '33', office.now()));
    const { html, text } = await office.open(PATH);
    expect(text).toContain('Tỉnh Hưng Yên');
    expect(html).not.toContain('1234567890');
    const [, group = ''] = /name="group" value="([^"]+)"/.exec(html) ?? [];
    const refused = await office.send(`${PATH}/unlink`, { group, reason: '' });
    expect([refused.status, refused.text.includes('Bạn ghi lý do')]).toEqual([422, true]);

    const unlink = () => office.send(`${PATH}/unlink`, { group, reason: 'nhóm đã giải tán' });
    expect((await unlink()).location).toBe(`/console${PATH}?told=unlinked`);
    expect((await unlink()).location).toBe(`/console${PATH}?told=gone`);
    const page = await office.open(`${PATH}?told=unlinked`);
    expect(page.text).toContain('Đã gỡ nối');
    expect(page.text).toContain('Gỡ nhóm của Tỉnh Hưng Yên');
    expect(page.text).toContain('nhóm đã giải tán');
    const [line] = await office.store.transaction(({ audit }) => audit.find({ action: 'group' }, 1));
    expect(line).toMatchObject({ action: 'group-unlinked', object: 'group/33', province: '33', role: 'admin' });
  });

  it.each([
    ['', REASON, 'Bạn chọn một trung tâm'],
    ['99', REASON, 'Bạn chọn một trung tâm'],
    ['33', '', 'Bạn ghi lý do'],
  ])('no code for %j with reason %j', async (province, reason, told) => {
    await office.open(PATH);
    const { status, text } = await office.send(PATH, { province, reason });
    expect([status, text.includes(told)]).toEqual([422, true]);
    expect(await office.store.transaction(({ audit }) => audit.find({}, 9))).toEqual([]);
  });
});
