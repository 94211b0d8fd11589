import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWorking } from '../../../../src/base/working-time.ts';
import { dueAt } from '../../../../src/service/targets.ts';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';

const REASON = 'theo công văn 12/STP';
const WEEK = {
  'day-1': '7:30–11:30, 13:00–17:00',
  'day-2': '7:30–11:30, 13:00–17:00',
  'day-3': '7:30–11:30, 13:00–17:00',
  'day-4': '7:30–11:30, 13:00–17:00',
  'day-5': '7h30-11h30; 13h-16h',
};
const at = (vietnam: string) => new Date(`${vietnam}:00+07:00`);

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice('2026-11-18T09:00');
});
afterEach(() => office.close());

/** The boxes of the holidays that the page shows, all ticked. */
async function ticked(): Promise<Record<string, string>> {
  const { html } = await office.open('/settings/hours');
  return Object.fromEntries([...html.matchAll(/name="(off-[\d-]+)"/g)].map(([, name = '']) => [name, 'yes']));
}

describe('working hours and days off', () => {
  const isOpen = (moment: string) => isWorking(at(moment), office.live.current.workingTime);
  const due = (moment: string) => dueAt(at(moment), '33', office.live.current.targets, office.live.current.workingTime);

  it('are set together and deadlines are counted with them at once', async () => {
    const holidays = await ticked();
    expect(Object.keys(holidays)).toContain('off-2027-04-30');
    expect(Object.keys(holidays)).not.toContain('off-2026-04-30');
    const { 'off-2027-04-30': _, ...kept } = holidays;
    const sent = await office.send('/settings/hours', {
      ...WEEK,
      ...kept,
      closed: '19/11/2026 Hội nghị ngành tư pháp',
      exchanged: '21/11/2026',
      reason: REASON,
    });
    expect([sent.status, sent.location]).toEqual([303, '/console/settings/hours?told=saved']);
    expect(['2026-11-20T15:30', '2026-11-20T16:30', '2026-11-19T09:00', '2026-11-21T09:00'].map(isOpen)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    // A holiday that was unticked is worked; the others are still free.
    expect(['2027-04-30T09:00', '2027-02-05T09:00'].map(isOpen)).toEqual([true, false]);
    expect(due('2026-11-18T09:00')).toEqual(at('2026-11-20T09:00'));

    const { html, text } = await office.open('/settings/hours?told=saved');
    expect(html).toContain('value="07:30–11:30, 13:00–16:00"');
    expect(html).toMatch(/19\/11\/2026 Hội nghị ngành tư pháp\s*<\/textarea>/);
    expect(html).toMatch(/name="off-2027-04-30" type="checkbox" value="yes"\s*\/?>/);
    expect(html).toMatch(/name="off-2027-02-05" type="checkbox" value="yes" checked/);
    expect(text).toContain(REASON);
    expect(text).toContain('phải được trả lời trước 09:00 ngày 20/11/2026');
  });

  it.each([
    ['hours that cannot be read', { 'day-1': 'sáng chiều' }, 'Không đọc được giờ'],
    ['hours that overlap', { 'day-2': '7:30–12:00, 11:00–17:00' }, 'Không đọc được giờ'],
    ['a day that there is not', { closed: '31/11/2026 nghỉ' }, 'Không đọc được ngày ở dòng: 31/11/2026 nghỉ'],
    ['a day off without a reason', { closed: '19/11/2026' }, 'Bạn ghi lý do nghỉ sau ngày'],
    ['a day both off and worked', { closed: '21/11/2026 nghỉ', exchanged: '21/11/2026' }, 'vừa nghỉ vừa làm bù'],
    ['no reason', { reason: '' }, 'Bạn ghi lý do, ít nhất 3 chữ cái'],
  ])('%s: told beside the field, and what was typed is kept', async (_, change, told) => {
    const fields = { ...(await ticked()), ...WEEK, reason: REASON, ...change };
    const { status, text, html } = await office.send('/settings/hours', fields);
    expect(status).toBe(422);
    expect(text).toContain(told);
    for (const typed of Object.values(change)) if (typed) expect(html).toContain(typed);
    expect(isOpen('2026-11-20T16:30')).toBe(true);
  });

  it('a week without work is refused', async () => {
    const { status, text } = await office.send('/settings/hours', { ...(await ticked()), reason: REASON });
    expect([status, text.includes('Phải có ít nhất một ngày làm việc')]).toEqual([422, true]);
  });

  it('a day in lieu that comes with other hours is not taken for unticked', async () => {
    // With Saturday off, Monday 3 May 2027 is off in lieu of 1 May; with Saturday worked, it is not.
    const fields = { ...(await ticked()), ...WEEK, 'day-6': '8:00–12:00', reason: REASON };
    await office.send('/settings/hours', fields);
    expect(isOpen('2027-05-03T09:00')).toBe(true);
    const again = { ...(await ticked()), ...WEEK, reason: REASON };
    expect('off-2027-05-03' in again).toBe(false);
    await office.send('/settings/hours', again);
    expect(isOpen('2027-05-03T09:00')).toBe(false);
  });
});

describe('targets', () => {
  it('are set for all centres and for single ones', async () => {
    await office.open('/settings/targets');
    const sent = await office.send('/settings/targets', {
      answerDays: '2',
      remindHours: '1,5',
      escalateDays: '3',
      'days-33': '1',
      'days-01': ' ',
      reason: REASON,
    });
    expect(sent.status).toBe(303);
    expect(office.live.current.targets).toEqual({
      answerDays: 2,
      remindHours: 1.5,
      escalateDays: 3,
      answerDaysOf: { '33': 1 },
    });
    const { html } = await office.open('/settings/targets');
    expect(html).toMatch(/name="days-33"[^>]*value="1"/);
    expect(html).toMatch(/name="days-01"[^>]*value=""/);
  });

  it.each([
    ['answerDays', '0', 'Bạn ghi số ngày từ 1 đến 10.'],
    ['answerDays', '1.5', 'Bạn ghi số ngày từ 1 đến 10.'],
    ['escalateDays', 'hai', 'Bạn ghi số ngày từ 1 đến 10.'],
    ['remindHours', '9', 'Bạn ghi số giờ từ 0,5 đến 8.'],
    ['days-33', '11', 'Bạn ghi số ngày từ 1 đến 10.'],
  ])('%s cannot be %s', async (name, value, told) => {
    await office.open('/settings/targets');
    const fields = { answerDays: '1', remindHours: '2', escalateDays: '1', reason: REASON, [name]: value };
    const { status, html } = await office.send('/settings/targets', fields);
    expect(status).toBe(422);
    expect(html).toContain(`id="${name}-fault" role="alert">${told}`);
    expect(html).toContain(`value="${value}"`);
  });
});
