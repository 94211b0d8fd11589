import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vi } from '../../../../src/reply/wording/vi.ts';
import { FIXED_NUMBERS } from '../../../../src/service/hotline-change.ts';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';

const REASON = 'gọi thử ngày 18/11, số cũ không còn';
const TODAY = '2026-11-18';

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice(`${TODAY}T09:00`);
});
afterEach(() => office.close());

const shown = () => office.knowledgeOn(TODAY).rendering;

describe('hotlines', () => {
  const PATH = '/settings/hotlines/ngoi-nha-binh-yen';
  const CHANGE = {
    number: '1900 969 699',
    name: 'Ngôi nhà Bình yên',
    hours: '24/7',
    cost: 'miễn phí',
    source: 'gọi thử, Hội LHPN xác nhận',
    verifiedOn: TODAY,
    reason: REASON,
  };

  it('a number that was changed is shown to people at once', async () => {
    await office.open(PATH);
    expect((await office.send(PATH, CHANGE)).status).toBe(303);
    expect(shown().hotlines.find(({ id }) => id === 'ngoi-nha-binh-yen')).toMatchObject({
      number: '1900 969 699',
      hours: '24/7',
    });
    const { text } = await office.open('/settings/hotlines');
    expect(text).toContain('1900 969 699');
    expect(text).toContain('Đã đổi, kiểm tra ngày 18/11/2026');
  });

  it('one that nobody answers is hidden, and shown again as released', async () => {
    await office.open(PATH);
    await office.send(PATH, { ...CHANGE, off: 'yes' });
    expect(shown().hotlines.some(({ id }) => id === 'ngoi-nha-binh-yen')).toBe(false);
    await office.open(PATH);
    await office.send(PATH, { do: 'reset', reason: 'đã nghe máy lại' });
    expect(shown().hotlines.find(({ id }) => id === 'ngoi-nha-binh-yen')?.number).toBe('1900 969 680');
    expect((await office.open(PATH)).text).toContain('Dùng lại bản phát hành');
  });

  it('the emergency numbers cannot be reached by any form, and stand on every list', async () => {
    const fixed = shown().hotlines.filter(({ number }) => FIXED_NUMBERS.includes(number));
    expect(fixed).toHaveLength(5);
    for (const { id } of fixed) {
      expect((await office.open(`/settings/hotlines/${id}`)).status).toBe(404);
      expect((await office.send(`/settings/hotlines/${id}`, { ...CHANGE, off: 'yes' })).status).toBe(404);
      // Not even past the pages.
      await office.store.transaction(({ configuration }) =>
        configuration.set({
          name: `hotline/${id}`,
          value: { ...CHANGE, off: true },
          reason: REASON,
          by: 'x' as never,
          at: office.now(),
        }),
      );
    }
    await office.live.refresh();
    expect(shown().hotlines.filter(({ number }) => FIXED_NUMBERS.includes(number))).toEqual(fixed);
    expect((await office.open('/settings/hotlines')).text.match(/Luôn hiện, không đổi được/g)).toHaveLength(5);
  });

  it.each([
    ['number', 'gọi hội phụ nữ', 'Số chỉ gồm chữ số'],
    ['name', ' ', 'Bạn điền chỗ này'],
    ['source', '', 'Bạn điền chỗ này'],
    ['verifiedOn', '2026-11-19', 'Ngày kiểm tra phải là hôm nay hoặc trước đó'],
    ['verifiedOn', '', 'Ngày kiểm tra phải là hôm nay hoặc trước đó'],
  ])('%s cannot be %j', async (field, value, told) => {
    await office.open(PATH);
    const { status, html } = await office.send(PATH, { ...CHANGE, [field]: value });
    expect(status).toBe(422);
    expect(html).toContain(`id="${field}-fault" role="alert">${told}`);
    expect(office.live.current.hotlines.size).toBe(0);
  });
});

describe('texts of the bot', () => {
  const PATH = '/settings/texts/rated';
  const THANKS = 'Cảm ơn bạn nhiều. Cần gì bạn cứ nhắn tôi nhé.';

  it('a text that was changed is said from then on, and the released one can be taken back', async () => {
    await office.open(PATH);
    expect((await office.send(PATH, { text: THANKS.normalize('NFD'), reason: REASON })).status).toBe(303);
    expect(shown().wording.rated()).toBe(THANKS);
    await office.open('/settings/texts/closed');
    await office.send('/settings/texts/closed', {
      text: 'Hồ sơ {mã} đã xong. Có giúp được bạn không?',
      reason: REASON,
    });
    expect([shown().wording.rated(), shown().wording.closed('HQ-AB23')]).toEqual([
      THANKS,
      'Hồ sơ HQ-AB23 đã xong. Có giúp được bạn không?',
    ]);

    const page = await office.open(PATH);
    expect(page.text).toContain(vi.rated());
    // Only what was changed of this text.
    expect(page.text).not.toContain('đã xong. Có giúp được');
    expect((await office.send(PATH, { do: 'reset', text: '', reason: 'câu gốc hay hơn' })).status).toBe(303);
    expect(shown().wording.rated()).toBe(vi.rated());
    expect(shown().wording.closed('HQ-AB23')).toContain('đã xong');
  });

  it('a preview shows each channel, with examples in place of what differs, and saves nothing', async () => {
    await office.open('/settings/texts/closed');
    const text = 'Hồ sơ {mã} đã xong nhé.';
    const {
      status,
      html,
      text: read,
    } = await office.send('/settings/texts/closed', { do: 'preview', text, reason: '' });
    expect(status).toBe(200);
    expect(read.match(/Hồ sơ HQ-7K3M đã xong nhé\./g)).toHaveLength(3);
    for (const channel of ['Trên Zalo', 'Trên Telegram', 'Trên Trang web']) expect(read).toContain(channel);
    expect(read).toContain('26 trên tối đa 1.900 ký tự');
    expect(html).toContain(`${text}</textarea>`);
    expect(office.live.current.texts.size).toBe(0);
  });

  it.each([
    ['closed', 'Cán bộ đã kết thúc.', 'Câu phải có “{mã}”'],
    ['help', 'Bạn cứ nhắn cho tôi: gặp cán bộ, trạng thái, rút, huỷ.', 'Câu phải có “113”'],
    ['rated', 'Cảm ơn {tên}.', 'không có gì để điền vào {tên}'],
    ['rated', '  ', 'Câu không được để trống'],
    ['rated', 'a'.repeat(601), 'Câu dài quá 600 ký tự'],
  ])('%s, "%.20s": refused, and what was typed is kept', async (key, text, told) => {
    await office.open(`/settings/texts/${key}`);
    const { status, text: read, html } = await office.send(`/settings/texts/${key}`, { text, reason: REASON });
    expect(status).toBe(422);
    expect(read).toContain(told);
    expect(html).toContain(`${text}</textarea>`);
    expect(office.live.current.texts.size).toBe(0);
  });

  it.each(['urgentLead', 'consentTerms', 'privacy', 'trouble', 'constructor', '__proto__'])(
    'there is no form for %s',
    async (key) => {
      expect((await office.open(`/settings/texts/${key}`)).status).toBe(404);
      expect((await office.send(`/settings/texts/${key}`, { text: 'x', reason: REASON })).status).toBe(404);
    },
  );
});
