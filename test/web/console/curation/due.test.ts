import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, EntryId } from '../../../../src/base/ids.ts';
import { lawsEnding, ratedUnhelpful, reviewsDue } from '../../../../src/flow/curation/due.ts';
import { Library } from '../../../../src/knowledge/library.ts';
import { anEntry, anInstrument } from '../../../support/knowledge-values.ts';
import { NOON, WAGES } from '../../../support/small-knowledge.ts';
import { CurationDesk, textOf } from './curation-desk.ts';

const TODAY = '2026-11-21';
const LABOUR = anInstrument();

describe('entries to be reviewed', () => {
  it('are those whose day is past or within 30 days, the oldest first, and none that has ended', () => {
    const entries = [
      anEntry({ id: 'qa/a', reviewBy: '2026-12-21' }),
      anEntry({ id: 'qa/b', reviewBy: '2026-12-22' }),
      anEntry({ id: 'qa/c', reviewBy: '2026-11-01' }),
      anEntry({ id: 'qa/d', reviewBy: '2026-10-01', valid: { from: '2021-01-01', to: '2026-11-20' } }),
    ];
    expect(reviewsDue(new Library(entries, [LABOUR]), TODAY).map(({ id }) => id)).toEqual(['qa/c', 'qa/a']);
  });
});

describe('law that ends', () => {
  const ending = (entries: readonly ReturnType<typeof anEntry>[], change: Parameters<typeof anInstrument>[0] = {}) =>
    lawsEnding(new Library(entries, [anInstrument(change)]), TODAY).map(({ entry, citation, endsOn, followedBy }) => [
      entry.id,
      citation,
      endsOn,
      followedBy,
    ]);
  const entry = anEntry({ id: 'qa/a' });

  it('is told 90 days ahead, by instrument and by article', () => {
    expect(ending([entry], { inForce: { from: '2021-01-01', to: '2027-02-19' } })).toEqual([
      ['qa/a', 'bo-luat-lao-dong-2019:97', '2027-02-19', []],
    ]);
    expect(ending([entry], { inForce: { from: '2021-01-01', to: '2027-02-20' } })).toEqual([]);
    const articleSpans = new Map([['97', { from: '2021-01-01', to: '2026-12-31' }]]);
    expect(ending([entry], { articleSpans })).toEqual([['qa/a', 'bo-luat-lao-dong-2019:97', '2026-12-31', []]]);
    expect(ending([anEntry({ id: 'qa/a', citations: ['bo-luat-lao-dong-2019:98'] })], { articleSpans })).toEqual([]);
  });

  it('is told after it has ended, for an entry that does not say so', () => {
    expect(ending([entry], { inForce: { from: '2021-01-01', to: '2026-06-30' } })).toEqual([
      ['qa/a', 'bo-luat-lao-dong-2019:97', '2026-06-30', []],
    ]);
  });

  it('is the entry’s own end where that comes first, with the entry that follows', () => {
    const until = anEntry({ id: 'qa/a', valid: { from: '2021-01-01', to: '2026-12-31' } });
    const next = anEntry({ id: 'qa/a-tu-2027', valid: { from: '2027-01-01' } });
    expect(ending([until])).toEqual([['qa/a', undefined, '2026-12-31', []]]);
    expect(ending([until, next])).toEqual([['qa/a', undefined, '2026-12-31', ['qa/a-tu-2027']]]);
    const over = anEntry({ id: 'qa/a', valid: { from: '2021-01-01', to: '2026-11-20' } });
    expect(ending([over])).toEqual([]);
  });
});

describe('the page of what is due', () => {
  let desk: CurationDesk;
  beforeAll(async () => {
    desk = await CurationDesk.open();
  });
  beforeEach(() => desk.empty());
  afterAll(() => desk.close());

  const page = async (list: string): Promise<string> =>
    textOf(await (await desk.as('lan').get(`/due?list=${list}`)).text());
  const unhelpful = (entry: string, n: number, day = '2026-11-20') =>
    desk.small.store.transaction(({ counts }) => counts.add(day, 'entry-unhelpful', entry, n));

  it('has a list for each kind, and says so where one is empty', async () => {
    for (const [list, words] of [
      ['unhelpful', 'Chưa ai nói rằng câu trả lời chưa giúp được'],
      ['release', 'Không có bản sửa nào khác với tệp mới'],
      ['unreadable', 'Mọi bản sửa đều đọc được'],
    ] as const) {
      expect(await page(list)).toContain(words);
    }
    expect((await desk.as('lan').get('/due?list=khong-co&page=-5')).status).toBe(200);
  });

  it('shows how often an answer did not help, never a number under five', async () => {
    await unhelpful(WAGES, 12);
    await desk.small.store.transaction(({ counts }) =>
      counts.add('2026-11-20', 'entry-reason', `${WAGES} unclear`, 12),
    );
    await unhelpful('qa/lao-dong/thu-viec', 3);
    await unhelpful('qa/lao-dong/bi-ep-tang-ca', 2);
    await unhelpful('qa/lao-dong/no-luong-lau-roi', 40, '2026-01-01');
    const [, shown = ''] = (await page('unhelpful')).split('Vì sao');
    expect(shown).toContain('12 khó hiểu: 12');
    expect(shown.match(/< 5 /g)).toHaveLength(2);
    expect(shown).not.toMatch(/ [23] /);
    expect(shown).not.toContain('40');
  });

  it('keeps back what the others would give away', async () => {
    await unhelpful(WAGES, 6);
    await unhelpful('qa/lao-dong/thu-viec', 1);
    const rated = await desk.small.store.transaction(({ counts }) => ratedUnhelpful(counts, TODAY));
    expect(rated.map(({ unhelpful: { shown } }) => shown)).not.toContain('exactly');
  });

  it('names revisions that can no longer be read, with what is wrong', async () => {
    const text = desk.small.shippedText(WAGES).replace('confidence: A', 'confidence: C');
    await desk.small.putLive(WAGES, text);
    await desk.live.reload();
    const shown = await page('unreadable');
    expect(shown).toContain(desk.live.library().entry(WAGES)?.title);
    expect(shown).toContain('phải là A hoặc B');
  });

  it('names centres whose contact nobody verified for six months', async () => {
    expect(await page('contacts')).toContain('chưa có');
    expect((await page('contacts')).match(/chưa lần nào/g)?.length).toBe(25);
  });

  it('names no entry that is not there', async () => {
    await unhelpful('qa/lao-dong/da-bo' as EntryId, 9);
    expect(await page('unhelpful')).toContain('qa/lao-dong/da-bo');
  });

  it('drops a centre once its contact was verified', async () => {
    const [first] = desk.live.files().centres;
    await desk.small.store.transaction(({ configuration }) =>
      configuration.set({
        name: `centre/${first?.province}`,
        value: {
          address: '1 Phố Hiến',
          phones: ['0221 3863 000'],
          email: '',
          hours: '',
          note: '',
          source: 'Công văn',
          verifiedOn: '2026-11-01',
          verifiedBy: 'Hoa',
        },
        reason: 'Đã gọi hỏi',
        by: 'admin' as AccountId,
        at: NOON,
      }),
    );
    await desk.settings.refresh();
    expect(await page('contacts')).not.toContain(first?.name);
  });
});
