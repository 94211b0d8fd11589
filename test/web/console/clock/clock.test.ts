import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitingFor } from '../../../../src/web/console/waiting.ts';
import { opened } from '../../../support/desk-values.ts';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';
import { anAccount } from '../console-as.ts';

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice('2026-11-18T09:00');
});
afterEach(() => office.close());

const hoursAgo = (hours: number) => new Date(office.now().getTime() - hours * 60 * 60_000);

describe('what is overdue', () => {
  it('nothing', async () => {
    expect((await office.open('/clock')).text).toContain('Không có hồ sơ nào quá hạn.');
  });

  it('counts by centre and codes with their age, and not a word of what anybody wrote', async () => {
    const put = await office.store.transaction(async (records) => {
      const old = await opened(records, { dueAt: hoursAgo(80), urgent: 'violence' });
      await opened(records, { dueAt: hoursAgo(3), contact: '0912 345 678' });
      await opened(records, { dueAt: hoursAgo(1), province: '01' });
      await opened(records, { dueAt: hoursAgo(-1), province: '79' });
      await records.ticketClock.mark(old.id, 'escalated', office.now());
      return old;
    });
    const { text, html } = await office.open('/clock');
    expect(text.replace(/\s+/g, ' ')).toContain(' Hưng Yên 2 1 ');
    expect(text).toContain(put.code);
    expect(text.replace(/\s+/g, ' ')).toContain('3 ngày Khẩn Chưa ai nhận · Đã báo người quản trị');
    expect(text).toContain('3 giờ');
    expect(text).not.toContain('Hồ Chí Minh');
    expect(html).not.toMatch(/nhậu về là đánh|0912 345 678|5012345678/);
    expect(await waitingFor(anAccount('admin'), office.store, office.now())).toEqual(new Map([['/console/clock', 1]]));
    expect((await waitingFor(anAccount('curator'), office.store, office.now())).has('/console/clock')).toBe(false);
  });

  it('page by page, each small', async () => {
    await office.store.transaction(async (records) => {
      for (let nth = 0; nth < 120; nth += 1) await opened(records, { dueAt: hoursAgo(nth + 1) });
    });
    const sizes = [];
    for (const page of [1, 2, 3]) {
      const { html } = await office.open(`/clock?page=${page}`);
      sizes.push(html.match(/HQ-[2-9A-Z]{4}/g)?.length);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    }
    expect(sizes).toEqual([50, 50, 20]);
    for (const odd of ['0', '-1', 'x', '99']) expect((await office.open(`/clock?page=${odd}`)).status).toBe(200);
  });
});
