import { expect, it } from 'vitest';
import { checkKey } from '../../scripts/doctor/check-key.ts';
import { checkService } from '../../scripts/doctor/check-service.ts';
import { settingsFrom } from '../../src/settings.ts';
import { onBothDatabases } from '../support/both-databases.ts';

const HOUR_MS = 60 * 60_000;
const NOW = new Date('2026-11-29T03:00:00Z');
const LATE = new Date(NOW.getTime() - 2 * HOUR_MS);

onBothDatabases('the doctor looks at a service', (empty) => {
  it('that has just begun', async () => {
    const found = await checkService(empty().db, settingsFrom({}), NOW);
    expect(found.map(({ check, verdict }) => `${check}: ${verdict}`)).toEqual([
      'messages received: good',
      'messages to send: good',
      'given up in 7 days: good',
      'admins: mend',
      'centres: mend',
      'forgetting: good',
    ]);
  });

  it('in which people wait', async () => {
    const { db, store } = empty();
    const from = '900123';
    await store.transaction(async ({ inbox, outbox }) => {
      const heard = { kind: 'text', text: 'chủ nợ lương' } as const;
      await inbox.add('zalo', { externalId: 'm1', from, heard, sentAt: LATE, inGroup: false }, LATE);
      const message = { text: 'Gọi 113', bold: [], choices: [] };
      await outbox.add({ key: 'k1', channel: 'zalo', address: from, message, at: LATE });
      await outbox.add({ key: 'k2', channel: 'zalo', address: from, message, at: LATE });
      await outbox.giveUp('k2', 'rejected');
    });
    const found = await checkService(db, settingsFrom({}), NOW);
    expect(found.slice(0, 3)).toMatchObject([
      { verdict: 'mend', saw: '1 messages wait for an answer, the oldest for 2 hours' },
      { verdict: 'mend', saw: 'zalo 1 (oldest 2 hours)' },
      { verdict: 'look', saw: '1 “rejected”' },
    ]);
    const DATA_KEY = Buffer.alloc(32, 'khoá để thử').toString('base64');
    expect(await checkKey(db, { DATA_KEY })).toMatchObject({ verdict: 'good' });
    const other = Buffer.alloc(32, 'khoá khác').toString('base64');
    expect(await checkKey(db, { DATA_KEY: other })).toMatchObject({ verdict: 'mend' });
  });
});
