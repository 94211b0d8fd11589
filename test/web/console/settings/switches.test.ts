import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveSettings } from '../../../../src/flow/service/live-settings.ts';
import { serviceOn } from '../../../../src/flow/service/service-on.ts';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';

const PATH = '/settings/switches';
const REASON = 'Zalo đổi mã bảo mật, đang chờ cấp lại';

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice();
});
afterEach(() => office.close());

describe('the switches', () => {
  it('a channel is switched off with a reason and holds at once; everybody sees who, since when and why', async () => {
    await office.open(PATH);
    const sent = await office.send(`${PATH}/channel-zalo`, { to: 'off', reason: REASON });
    expect([sent.status, sent.location]).toEqual([303, `/console${PATH}?told=saved#channel-zalo`]);
    expect(serviceOn('zalo', office.live.current.switches, []).mode).toBe('channel-off');
    expect(serviceOn('telegram', office.live.current.switches, []).mode).toBe('open');

    const { text } = await office.open(`${PATH}?told=saved`);
    expect(text).toContain('Đã lưu. Có hiệu lực ngay.');
    expect(text).toContain(REASON);
    expect(text).toContain('Trần Thị Hoa');
    expect(text).toContain('09:00 18/11/2026');
    expect(text).toContain('Tắt: Kênh Zalo');
    const [line] = await office.store.transaction(({ audit }) => audit.find({ action: 'configuration' }, 9));
    expect(line).toMatchObject({ action: 'configuration-changed', object: 'configuration/switches', role: 'admin' });
    expect(JSON.stringify(line)).not.toContain(REASON);
  });

  it('is switched on again, with a reason too, and both stay in the list of changes', async () => {
    await office.open(PATH);
    await office.send(`${PATH}/hotlines-only`, { to: 'off', reason: 'Dữ liệu hỏng, đang sửa' });
    expect(serviceOn('web', office.live.current.switches, []).mode).toBe('hotlines-only');
    await office.open(PATH);
    await office.send(`${PATH}/hotlines-only`, { to: 'on', reason: 'Đã sửa xong' });
    expect(serviceOn('web', office.live.current.switches, []).mode).toBe('open');
    const { text } = await office.open(PATH);
    expect(text).toContain('Tắt: Trả lời câu hỏi (cả bot)');
    expect(text).toContain('Mở lại: Trả lời câu hỏi (cả bot)');
  });

  it.each([
    ['no reason', { to: 'off', reason: '  ' }],
    ['two letters', { to: 'off', reason: 'ok' }],
  ])('nothing is switched with %s: the fault stands beside the field', async (_, fields) => {
    await office.open(PATH);
    const { status, html } = await office.send(`${PATH}/referrals`, fields);
    expect(status).toBe(422);
    expect(html).toMatch(/id="reason-referrals-fault" role="alert">\s*Bạn ghi lý do/);
    expect(office.live.current.switches).toEqual({});
  });

  it('the same form sent twice throws it once', async () => {
    await office.open(PATH);
    const send = () => office.send(`${PATH}/referrals`, { to: 'off', reason: REASON });
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    expect(await office.store.transaction(({ configuration }) => configuration.history('switches'))).toHaveLength(1);
  });

  it('two admins do not overwrite each other unknowingly', async () => {
    await office.open(PATH);
    const first = await office.send(`${PATH}/referrals`, { to: 'off', reason: REASON });
    // The second one still has the page from before.
    const second = await office.send(`${PATH}/channel-web`, { to: 'off', reason: 'Trang web lỗi', seen: '' });
    expect([first.status, second.status]).toEqual([303, 409]);
    expect(second.text).toContain('Có người vừa đổi mục này');
    expect(second.html).toContain('Trang web lỗi</textarea>');
    expect(Object.keys(office.live.current.switches)).toEqual(['referrals']);
  });

  it.each(['everything', 'constructor', ''])('no switch is called %j', async (name) => {
    await office.open(PATH);
    expect((await office.send(`${PATH}/${name}`, { to: 'off', reason: REASON })).status).toBe(404);
  });

  it('another process reads it within one look', async () => {
    const other = new LiveSettings({ store: office.store, log: office.log });
    expect(await other.refresh()).toBe(false);
    await office.open(PATH);
    await office.send(`${PATH}/channel-telegram`, { to: 'off', reason: REASON });
    expect([await other.refresh(), await other.refresh()]).toEqual([true, false]);
    expect(other.current).toEqual(office.live.current);
  });

  it('what was written is shown and never run', async () => {
    await office.open(PATH);
    await office.send(`${PATH}/referrals`, { to: 'off', reason: '<script>alert(1)</script>' });
    const { html } = await office.open(PATH);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});

describe('a stored value that cannot be read', () => {
  it('breaks nothing, is reported, and shown to the admin', async () => {
    await office.store.transaction(({ configuration }) =>
      configuration.set({
        name: 'targets',
        value: { answerDays: -1 },
        reason: 'thử',
        by: 'x' as never,
        at: office.now(),
      }),
    );
    const { status, text } = await office.open('/settings');
    expect(status).toBe(200);
    expect(text).toContain('không đọc được, nên đang dùng giá trị mặc định: targets');
    expect(office.live.current.targets.answerDays).toBe(1);
    expect(office.log.lines).toMatchObject([
      { event: 'a setting cannot be read; the usual one holds', facts: { name: 'targets' } },
      { event: 'settings read', facts: { faults: 1 } },
    ]);
    expect((await office.open('/settings/targets')).status).toBe(200);
  });
});

it('nobody but admins sees or changes any of it', async () => {
  const paths = [
    '/settings',
    PATH,
    '/settings/hours',
    '/settings/targets',
    '/settings/hotlines',
    '/settings/hotlines/ngoi-nha-binh-yen',
    '/settings/texts',
    '/settings/texts/greeting',
    '/settings/groups',
    '/centres',
    '/centres/33',
    '/clock',
  ];
  for (const path of paths) {
    expect([path, (await office.open(path)).status]).toEqual([path, 200]);
    for (const role of ['staff', 'curator', 'reviewer'] as const) {
      expect([path, role, (await office.open(path, role)).status]).toEqual([path, role, 403]);
    }
  }
});
