import { expect, it } from 'vitest';
import type { Citation } from '../../src/knowledge/citation.ts';
import type { CannedReply } from '../../src/ports/canned-replies.ts';
import type { Records } from '../../src/ports/store.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { BINH, HA_NOI, HOA, HOUR, HUNG_YEN, later, NINE } from '../support/desk-values.ts';

function aReply(more: Partial<CannedReply> = {}): CannedReply {
  return {
    id: 'r1',
    province: HUNG_YEN,
    title: 'Giấy tờ xin trợ giúp',
    body: 'Chị mang căn cước và giấy hộ nghèo tới trung tâm.',
    citations: ['luat-tro-giup-phap-ly-2017:7' as Citation],
    changedBy: HOA.id,
    changedAt: NINE,
    ...more,
  };
}

onBothDatabases('canned replies', (empty) => {
  const within = <T>(work: (records: Records) => Promise<T>): Promise<T> => empty().store.transaction(work);
  const save = (reply: CannedReply) => within(({ cannedReplies }) => cannedReplies.save(reply));
  const titles = async (province: string | undefined) =>
    (await within(({ cannedReplies }) => cannedReplies.usableIn(province))).map(({ title }) => title);

  it('are those of the centre and those for all, in the order of the Vietnamese alphabet', async () => {
    await save(aReply({ id: '1', title: 'Đơn khởi kiện' }));
    await save(aReply({ id: '2', title: 'Ân hạn', province: undefined }));
    await save(aReply({ id: '3', title: 'Dân sự' }));
    await save(aReply({ id: '4', title: 'Của Hà Nội', province: HA_NOI }));
    expect(await titles(HUNG_YEN)).toEqual(['Ân hạn', 'Dân sự', 'Đơn khởi kiện']);
    expect(await titles(HA_NOI)).toEqual(['Ân hạn', 'Của Hà Nội']);
    expect(await titles(undefined)).toEqual(['Ân hạn']);
  });

  it('tell who changed them last; saved twice they are one', async () => {
    await save(aReply());
    const changed = aReply({ body: 'Chị mang căn cước tới.', changedBy: BINH.id, changedAt: later(HOUR) });
    await save(changed);
    expect(await within(({ cannedReplies }) => cannedReplies.find('r1'))).toEqual(changed);
    expect(await titles(HUNG_YEN)).toHaveLength(1);
  });

  it('are gone when they were removed', async () => {
    await save(aReply());
    await within(({ cannedReplies }) => cannedReplies.remove('r1', BINH.id, NINE));
    expect(await titles(HUNG_YEN)).toEqual([]);
    expect(await within(({ cannedReplies }) => cannedReplies.find('r1'))).toBeUndefined();
  });
});
