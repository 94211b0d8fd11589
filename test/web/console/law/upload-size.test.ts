import { afterAll, beforeAll, expect, it } from 'vitest';
import { LENDING_LAW } from '../../../support/small-laws.ts';
import { WholeOffice } from '../whole-office.ts';

const MB = 1024 * 1024;
/** A law with a very long article. */
const LARGE = LENDING_LAW.replace(
  'Người mượn đặt cọc bằng giá bìa.',
  'Người mượn đặt cọc bằng giá bìa.\n'.repeat(40_000).trimEnd(),
);

let office: WholeOffice;
beforeAll(async () => {
  office = await WholeOffice.open();
});
afterAll(() => office?.app.stop());

async function send(text: string, person: 'curator' | 'staff' | 'nobody', path = '/console/law/upload') {
  const form = new FormData();
  form.set('file', new File([text], 'luat.txt'));
  const response = await office.app.web.request(`http://localhost${path}`, {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', cookie: await office.cookie(person) },
  });
  return response.status;
}

it('takes files with laws that are larger than any other form, at one door and from those who may use it', async () => {
  expect(Buffer.byteLength(LARGE)).toBeGreaterThan(MB);
  expect(await send(LARGE, 'curator')).toBe(303);
  expect(await send(LARGE, 'staff')).toBe(403);
  expect(await send(LARGE, 'nobody')).toBe(401);
  expect(await send(LARGE, 'curator', '/console/law/uploads/x')).toBe(413);
  expect(await send('x'.repeat(52 * MB), 'curator')).toBe(413);
});
