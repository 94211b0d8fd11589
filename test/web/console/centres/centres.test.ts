import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdminsOffice, adminsOffice } from '../admins-office.ts';

const PATH = '/centres/33';
const TODAY = '2026-11-18';
const CONTACT = {
  address: 'Số 1 đường Quảng Trường, phường Phố Hiến',
  phones: '0221 3863 111\n0221 3863 112',
  email: 'tgpl@hungyen.example',
  hours: '7h30–11h30, 13h–17h',
  note: 'gặp chị Hà, phòng 2',
  source: 'Sở Tư pháp Hưng Yên, công văn 12/STP',
  verifiedOn: TODAY,
  verifiedBy: 'Nguyễn Văn Nam',
  reason: 'nhận công văn 12/STP',
};

let office: AdminsOffice;
beforeEach(async () => {
  office = await adminsOffice(`${TODAY}T09:00`);
});
afterEach(() => office.close());

const contactOn = (day: string) => office.knowledgeOn(day).centre('33').contact;

describe('centres', () => {
  it('a checked contact is given to people for six months, without the note and the name', async () => {
    await office.open(PATH);
    expect((await office.send(PATH, CONTACT)).location).toBe(`/console${PATH}?told=saved`);
    expect(contactOn(TODAY)).toEqual({
      address: CONTACT.address,
      phones: ['0221 3863 111', '0221 3863 112'],
      email: CONTACT.email,
      hours: CONTACT.hours,
      checkedOn: TODAY,
    });
    expect([contactOn('2027-05-18') !== undefined, contactOn('2027-05-19')]).toEqual([true, undefined]);
    const { text } = await office.open(PATH);
    expect(text).toContain('Người dân đang thấy liên hệ này.');
    expect(text).toContain('Đã kiểm tra ngày 18/11/2026 bởi Nguyễn Văn Nam');
    expect(text).toContain('Điện thoại: 0221 3863 111, 0221 3863 112');
    const list = await office.open('/centres');
    expect(list.text.match(/Trung tâm Trợ giúp pháp lý nhà nước/g)?.length).toBe(34);
    expect(list.text).toContain('Người dân đang thấy');
  });

  it('one that nobody checked is kept and not shown to people', async () => {
    await office.open(PATH);
    await office.send(PATH, { ...CONTACT, verifiedOn: '', verifiedBy: '' });
    expect(contactOn(TODAY)).toBeUndefined();
    const { text } = await office.open(PATH);
    expect(text).toContain('Chưa ai kiểm tra nên người dân chưa thấy');
    expect(text).toContain('Tôi chưa có địa chỉ đã kiểm tra');
  });

  it('says of each change which fields it touched', async () => {
    await office.open(PATH);
    await office.send(PATH, CONTACT);
    await office.open(PATH);
    await office.send(PATH, { ...CONTACT, phones: '0221 3863 999', reason: 'đổi số' });
    const { text } = await office.open(PATH);
    expect(text).toContain('Đổi: Điện thoại ');
    expect(text).toContain('Đổi: Địa chỉ, Điện thoại, Thư điện tử, Giờ làm việc, Nguồn, Ngày kiểm tra, Người kiểm tra');
    const lines = await office.store.transaction(({ audit }) => audit.find({ province: '33' }, 9));
    expect(lines.map(({ object }) => object)).toEqual(['configuration/centre/33', 'configuration/centre/33']);
  });

  it.each([
    ['phones', '0221 3863 111\nhỏi ông Tư', 'Không giống số điện thoại: hỏi ông Tư'],
    ['email', 'tgpl.hungyen', 'Địa chỉ thư điện tử chưa đúng'],
    ['source', '', 'Bạn ghi nguồn'],
    ['verifiedOn', '2026-11-19', 'Ngày kiểm tra phải là hôm nay hoặc trước đó'],
    ['verifiedBy', '', 'Bạn ghi ai đã kiểm tra'],
    ['reason', '', 'Bạn ghi lý do'],
  ])('%s cannot be %j', async (field, value, told) => {
    await office.open(PATH);
    const { status, html } = await office.send(PATH, { ...CONTACT, [field]: value });
    expect(status).toBe(422);
    expect(html).toContain(`id="${field}-fault" role="alert">${told}`);
    expect(html).toContain(CONTACT.address);
    expect(contactOn(TODAY)).toBeUndefined();
  });

  it.each(['/centres/99', '/centres/admin', '/centres/constructor'])('there is no %s', async (path) => {
    expect((await office.open(path)).status).toBe(404);
    expect((await office.send(path, CONTACT)).status).toBe(404);
  });
});

it('marks what was checked too long ago', async () => {
  const later = await adminsOffice('2027-06-01T09:00');
  try {
    await later.open(PATH);
    await later.send(PATH, CONTACT);
    expect((await later.open('/centres')).text).toContain('Kiểm tra đã quá 6 tháng');
    expect((await later.open(PATH)).text).toContain('người dân không còn thấy');
  } finally {
    await later.close();
  }
});

it('is readable in English too', async () => {
  const english = await adminsOffice(`${TODAY}T09:00`, 'en');
  try {
    for (const path of [
      '/settings',
      '/settings/switches',
      '/settings/hours',
      '/settings/targets',
      '/settings/texts',
      '/centres',
      '/clock',
    ]) {
      const { html } = await english.open(path);
      expect(html).toContain('<html lang="en">');
      expect(html).not.toContain('undefined');
    }
  } finally {
    await english.close();
  }
});
