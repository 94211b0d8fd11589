import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningApp } from '../running-app.ts';
import { PEOPLE, WholeOffice } from './whole-office.ts';

let office: WholeOffice<RunningApp>;
beforeAll(async () => {
  office = await WholeOffice.open();
});
afterAll(() => office?.app.stop());

it('a body that calls itself a form and is none is refused in every place that takes forms', async () => {
  const headers = { origin: 'http://localhost', 'content-type': 'multipart/form-data; boundary=khac' };
  const paths = office.app.web.routes
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/console'))
    .map(({ path }) => path.replace(/:[a-z]+(?:\{.*\})?/g, 'khong-co'));
  expect(paths.length).toBeGreaterThan(60);
  for (const path of new Set(paths)) {
    const answers = new Set<number>();
    for (const person of PEOPLE) answers.add((await office.post(person, path, { a: 'b' }, headers)).status);
    answers.delete(401);
    answers.delete(403);
    expect([path, [...answers]]).toEqual([path, [400]]);
  }
  expect(office.app.logged.filter((line) => line.includes('failed'))).toEqual([]);
});

it('what is no id of a session ends none', async () => {
  const other = await office.cookie('admin');
  const sent = await office.post('admin', '/console/profile/sessions/end', { session: 'x'.repeat(200) });
  expect(sent.status).toBe(303);
  const still = await office.app.web.request('http://localhost/console/profile', { headers: { cookie: other } });
  expect(still.status).toBe(200);
});
