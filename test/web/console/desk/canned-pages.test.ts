import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CANNED_WORDS } from '../../../../src/web/console/desk/wording.ts';
import { AtTheDesk } from '../../../support/at-the-desk.ts';
import { HA_NOI } from '../../../support/desk-values.ts';
import { SmallDesk } from '../../../support/small-desk.ts';

const WORDS = CANNED_WORDS.vi;
const REPLY = {
  title: 'Nợ lương',
  body: 'Công ty phải trả lương đúng hạn.',
  citations: 'bo-luat-lao-dong-2019:97\nBO-LUAT-LAO-DONG-2019:94',
};

let desk: SmallDesk;
let hoa: AtTheDesk;
let mai: AtTheDesk;
let lan: AtTheDesk;
beforeEach(async () => {
  desk = await SmallDesk.open();
  hoa = await AtTheDesk.sits(desk, 'Phạm Thị Hoa');
  mai = await AtTheDesk.sits(desk, 'Đỗ Mai', { province: HA_NOI });
  lan = await AtTheDesk.sits(desk, 'Lan biên tập', { role: 'curator', province: undefined });
});
afterEach(async () => {
  expect([hoa, mai, lan].flatMap((one) => one.takeFaults())).toEqual([]);
  await desk.close();
});

/** Fills the form of a new one in. @returns Where it is kept. */
async function adds(by: AtTheDesk, fields = REPLY): Promise<string> {
  const form = await by.opens('/canned/new');
  const path = /action="\/console(\/canned\/[a-z0-9]+)"/.exec(form.html)?.[1] ?? 'no form';
  expect((await by.posts(path, fields)).to).toBe('/console/canned?told=saved');
  return path;
}

describe('canned replies', () => {
  it('are added, changed and removed, each with a line in the log', async () => {
    const path = await adds(hoa);
    const list = await hoa.opens('/canned?told=saved');
    for (const words of [WORDS.saved, 'Điều 97 Bộ luật Lao động 2019; Điều 94', WORDS.by('Phạm Thị Hoa'), WORDS.ours]) {
      expect(list.text).toContain(words);
    }
    const form = await hoa.opens(path);
    expect(form.html).toContain('bo-luat-lao-dong-2019:97\nbo-luat-lao-dong-2019:94</textarea>');
    await hoa.posts(path, { ...REPLY, body: 'Trả chậm 15 ngày phải đền.' });
    expect((await hoa.opens(path)).html).toContain('Trả chậm 15 ngày phải đền.</textarea>');
    expect((await hoa.posts(`${path}/remove`, {})).to).toBe('/console/canned?told=removed');
    expect((await hoa.opens(path)).status).toBe(404);
    expect((await hoa.opens('/canned')).text).toContain(WORDS.empty);
    expect((await desk.audited()).map(({ action }) => action)).toEqual([
      'canned-added',
      'canned-changed',
      'canned-removed',
    ]);
  });

  it('sent twice are one', async () => {
    const path = await adds(hoa);
    await hoa.posts(path, REPLY);
    expect((await hoa.opens('/canned')).html.split('Nợ lương')).toHaveLength(2);
  });

  it('of a centre are changed by its staff, those for all by who writes entries', async () => {
    const [ours, forAll] = [await adds(hoa), await adds(lan, { ...REPLY, title: 'Chung' })];
    for (const [by, path] of [
      [mai, ours],
      [lan, ours],
      [hoa, forAll],
    ] as const) {
      expect((await by.opens(path)).status).toBe(404);
      expect((await by.posts(path, { ...REPLY, title: 'Đổi trộm' })).status).toBe(404);
      await by.posts(`${path}/remove`, {});
    }
    expect((await hoa.opens('/canned')).text).toMatch(/Chung.*Nợ lương/);
    expect((await hoa.opens('/canned')).html).not.toContain(`href="/console${forAll}"`);
    expect((await mai.opens('/canned')).text).not.toContain('Nợ lương');
    expect((await lan.opens('/canned')).text).not.toContain('Nợ lương');
    expect((await hoa.opens('/canned')).text).not.toContain('Đổi trộm');
  });

  it.each<[string, Partial<typeof REPLY>, string]>([
    ['no title', { title: ' ' }, WORDS.faults.title],
    ['no words', { body: '' }, WORDS.faults.body],
    ['too many words', { body: 'a'.repeat(4001) }, WORDS.faults.long('4.000')],
    ['no law', { citations: ' \n ' }, WORDS.faults.noCitation],
    ['no such law', { citations: 'luat-bia-2020:1' }, WORDS.faults.unknown('luat-bia-2020:1')],
    ['no such article', { citations: 'crc:99' }, WORDS.faults.unknown('crc:99')],
    ['law that has ended', { citations: 'bo-luat-lao-dong-2012:96' }, WORDS.faults.unknown('bo-luat-lao-dong-2012:96')],
    ['words for law', { citations: 'nợ lương' }, WORDS.faults.unknown('nợ lương')],
  ])('with %s are refused, and what was typed stays', async (_, wrong, fault) => {
    const refused = await hoa.posts('/canned/mot-mau-moi-tinh', { ...REPLY, ...wrong });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(fault)]);
    for (const value of Object.values({ ...REPLY, ...wrong })) {
      if (value.trim() !== '') expect(refused.html).toContain(value.split('\n')[0]);
    }
    expect((await hoa.opens('/canned')).text).toContain(WORDS.empty);
  });

  it('get the law they rest on by search, with script and without', async () => {
    const typed = { ...REPLY, citations: '', q: 'điều 97 bộ luật lao động' };
    const part = await hoa.asks('/canned/mot-mau-moi-tinh/find', typed);
    expect(part.html).toContain('data-insert="bo-luat-lao-dong-2019:97\n"');
    expect(part.html).not.toContain('<html');
    const whole = await hoa.posts('/canned/mot-mau-moi-tinh/find', { ...typed, insert: 'bo-luat-lao-dong-2019:97' });
    expect(whole.html).toContain('bo-luat-lao-dong-2019:97</textarea>');
    expect(whole.html).toContain(`${REPLY.body}</textarea>`);
  });

  it('are not for admins', async () => {
    const admin = await AtTheDesk.sits(desk, 'Quản trị', { role: 'admin', province: undefined });
    expect((await admin.opens('/canned')).status).toBe(403);
    expect((await admin.posts('/canned/mot-mau-moi-tinh', REPLY)).status).toBe(403);
  });
});
