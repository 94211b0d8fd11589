import { expect, it } from 'vitest';
import { ADMIN_GROUPS, type Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { later, NINE, opened } from '../support/desk-values.ts';

const HUNG_YEN_GROUP = { channel: 'telegram', address: '-1001234567890' } as const;
const ADMINS_GROUP = { channel: 'telegram', address: '-1009876543210' } as const;

onBothDatabases('linked groups', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);

  it('are listed without a word of the platform, and unlinked by our own id', async () => {
    await within(async ({ staffGroups }) => {
      await staffGroups.link(ADMINS_GROUP, ADMIN_GROUPS, later(1));
      await staffGroups.link(HUNG_YEN_GROUP, '33', NINE);
    });
    const list = await within(({ staffGroups }) => staffGroups.list());
    expect(list).toMatchObject([
      { province: '33', channel: 'telegram', linkedAt: NINE },
      { province: ADMIN_GROUPS, channel: 'telegram', linkedAt: later(1) },
    ]);
    expect(JSON.stringify(list)).not.toMatch(/1234567890|9876543210/);
    const unlink = () => within(({ staffGroups }) => staffGroups.unlinkById(list[0]?.id ?? ''));
    expect([await unlink(), await unlink()]).toEqual([list[0], undefined]);
    expect(await within(({ staffGroups }) => staffGroups.provinceOf(HUNG_YEN_GROUP))).toBeUndefined();
  });

  it.each([
    ['by themselves', ({ staffGroups }: Records) => staffGroups.unlink(HUNG_YEN_GROUP)],
    [
      'by an admin',
      async ({ staffGroups }: Records) => {
        const centres = (await staffGroups.list()).filter(({ province }) => province === '33');
        for (const { id } of centres) await staffGroups.unlinkById(id);
      },
    ],
  ])('unlinked %s, get nothing more about a referral; what else is owed goes out', async (_, unlink) => {
    const message = { text: 'Câu hỏi mới HQ-7K3M', bold: [], choices: [] };
    await within(async (records) => {
      const { id: ticket } = await opened(records);
      await records.staffGroups.link(HUNG_YEN_GROUP, '33', NINE);
      await records.staffGroups.link(ADMINS_GROUP, ADMIN_GROUPS, NINE);
      await records.outbox.add({ ...HUNG_YEN_GROUP, key: 'post/0', message, at: NINE, ticket });
      await records.outbox.add({ ...HUNG_YEN_GROUP, key: 'told/0', message, at: NINE });
      await records.outbox.add({ ...ADMINS_GROUP, key: 'post/1', message, at: NINE, ticket });
      await unlink(records);
    });
    const owed = await within(({ outbox }) => outbox.take('telegram', later(1), 9));
    expect(owed.map(({ key }) => key).sort()).toEqual(['post/1', 'told/0']);
  });

  it('the admins’ own group makes no centre a receiving one', async () => {
    await within(({ staffGroups }) => staffGroups.link(ADMINS_GROUP, ADMIN_GROUPS, NINE));
    const { provinces, groups } = await within(async ({ staffGroups }) => ({
      provinces: await staffGroups.linkedProvinces(),
      groups: await staffGroups.groupsOf(ADMIN_GROUPS),
    }));
    expect([provinces, groups]).toEqual([[], [ADMINS_GROUP]]);
  });
});
