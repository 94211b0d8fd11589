import { afterAll, beforeAll, expect, it } from 'vitest';
import { WAGES } from '../../../support/questions.ts';
import { LENDING_LAW } from '../../../support/small-laws.ts';
import { Browsing } from '../../browsing.ts';
import { WholeOffice } from '../whole-office.ts';

/** Minutes of work for any machine: an answer takes some hundredths of a second. */
const ENDLESS = `${LENDING_LAW}\n${'bổ sung sửa đổi khoản 1 bãi bỏ các điểm a, b và c '.repeat(500_000)}`;

let office: Awaited<ReturnType<typeof WholeOffice.open>>;
let stopped = false;
beforeAll(async () => {
  office = await WholeOffice.open();
});
afterAll(() => (stopped ? undefined : office?.app.stop()));

async function handIn(text: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([text], 'luat.txt'));
  const response = await office.app.web.request('http://localhost/console/law/upload', {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', cookie: await office.cookie('curator') },
  });
  return response.headers.get('location') ?? '';
}

it('while a file is read, people are answered; the next file waits; the end of the program is the end of reading', async () => {
  const reading = await handIn(ENDLESS);
  expect(reading).toMatch(/^\/console\/work\//);
  // Small enough to be read at once, if nobody were before it.
  const waiting = await handIn(LENDING_LAW);
  expect(waiting).toMatch(/^\/console\/work\//);

  const person = new Browsing(office.app.web);
  await person.open('/');
  await person.send({ text: WAGES });
  await office.app.idle();
  expect((await person.open('/')).text).toContain('Điều 97');
  expect((await office.app.web.request('/healthz')).status).toBe(200);

  for (const work of [reading, waiting]) {
    const page = await (await office.get('curator', work)).text();
    expect(page).toContain('<progress');
    expect(page).not.toContain('Xem kết quả');
  }
  stopped = true;
  await office.app.stop();
  const told = office.app.logged.filter((line) => line.includes('long work failed'));
  expect(told).toHaveLength(2);
  for (const line of told) expect(line).toContain('Máy chủ đang dừng');
});
