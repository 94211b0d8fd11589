import { expect, it } from 'vitest';
import type { AccountId } from '../../../src/base/ids.ts';
import { importLaw, previewImport } from '../../../src/flow/law/import-law.ts';
import type { Citation } from '../../../src/knowledge/citation.ts';
import { isNeeded } from '../../../src/law/law-changes.ts';
import type { Wording } from '../../../src/ports/laws.ts';
import type { Store } from '../../../src/ports/store.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { anEntry } from '../../support/knowledge-values.ts';
import { fc, runs } from '../../support/property.ts';
import { sha256 } from '../../support/sha256.ts';
import {
  aLawFile,
  CONSOLIDATED_LENDING_LAW,
  importNeeds,
  LENDING,
  LENDING_AMENDMENT,
  LENDING_INSTRUMENT,
  LENDING_LAW,
  NEW_LENDING_LAW,
} from '../../support/small-laws.ts';

const HOA = { id: 'hoa' as AccountId, role: 'curator' };
const take = (store: Store, text: string, more: Parameters<typeof importNeeds>[1] = {}) =>
  importLaw(aLawFile(text), HOA, importNeeds(store, more));
const held = (store: Store, code = LENDING): Promise<readonly Wording[]> =>
  store.transaction(({ laws }) => laws.ofInstrument(code));
const on = (store: Store, article: string, day: string) =>
  store.transaction(async ({ laws }) => {
    const wording = await laws.on(LENDING, article, day);
    return wording && `${wording.headingLine}\n${wording.text}`;
  });
const days = (wordings: readonly Wording[]) =>
  wordings.map(({ article, inForce }) => `${article}: ${inForce.from}–${inForce.to ?? ''}`);
const asked = (store: Store) =>
  store.transaction(async ({ laws }) =>
    (await laws.askedFor())
      .filter((one) => isNeeded(one, '2026-11-29'))
      .map(({ article, from, until }) => `${article}: ${from}–${until ?? ''}`),
  );
const tasks = (store: Store) =>
  store.transaction(async ({ reviewTasks }) =>
    (await reviewTasks.list()).map(({ object, citation, why, day }) => `${object} ${citation} ${why} ${day}`),
  );

onBothDatabases('importing a law', (empty) => {
  it('keeps its articles as printed, with their days and a hash', async () => {
    const { store } = empty();
    const outcome = await take(store, LENDING_LAW);
    expect(outcome).toMatchObject({ result: 'imported', code: LENDING, doubts: [], tasks: 0 });
    const [first] = await held(store);
    expect(first).toMatchObject({
      article: '1',
      heading: 'Phạm vi điều chỉnh',
      headingLine: 'Điều 1. Phạm vi điều chỉnh',
      text: 'Luật này quy định về mượn sách ở thư viện xã.',
      sha256: sha256('Điều 1. Phạm vi điều chỉnh\nLuật này quy định về mượn sách ở thư viện xã.'),
      divisions: ['Chương I. NHỮNG QUY ĐỊNH CHUNG'],
      inForce: { from: '2021-01-01' },
    });
    expect(days(await held(store))).toEqual(['1', '2', '3', '4', '5'].map((article) => `${article}: 2021-01-01–`));
    const [line] = await store.transaction(({ audit }) => audit.find({ action: 'law' }, 5));
    expect(line).toMatchObject({ by: 'hoa', action: 'law-imported', object: `law/${LENDING}`, detail: { new: 5 } });
  });

  it('changes nothing the second time', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const before = await held(store);
    const again = await take(store, LENDING_LAW);
    expect(again).toMatchObject({ result: 'unchanged', code: LENDING });
    expect(await held(store)).toEqual(before);
    expect(await store.transaction(({ laws }) => laws.sources())).toHaveLength(1);
    expect(await store.transaction(({ audit }) => audit.count())).toBe(1);
  });

  it('notes another file with the same words and makes no new wording', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const before = await held(store);
    const copy = LENDING_LAW.replace('1. Người có thẻ thư viện.', '1.  Người có thẻ  thư viện. ');
    const outcome = await take(store, copy);
    expect(outcome).toMatchObject({ result: 'imported', instruments: [{ added: [], changed: [] }], doubts: [] });
    expect(days(await held(store))).toEqual(days(before));
    expect(await store.transaction(({ laws }) => laws.sources(LENDING))).toHaveLength(2);
  });

  it('asks for the wording that binds until a consolidated text begins to', async () => {
    const { store } = empty();
    const outcome = await take(store, CONSOLIDATED_LENDING_LAW);
    expect(outcome).toMatchObject({
      instruments: [
        { asked: ['2', '3', '4'].map((article) => ({ article, from: '2021-01-01', until: '2027-01-01' })) },
      ],
    });
    expect(await asked(store)).toEqual(['2', '3', '4'].map((article) => `${article}: 2021-01-01–2027-01-01`));
    expect(await on(store, '2', '2026-12-31')).toBeUndefined();
    expect(await on(store, '2', '2027-01-01')).toContain('1. Mọi người ở trong xã.');
    // Put in by the change: before it there was none, so nothing is asked for.
    expect(await on(store, '3a', '2026-12-31')).toBeUndefined();
    expect(await on(store, '1', '2021-01-01')).toContain('ở thư viện xã');
  });

  it('settles it with the original, each wording to its last day', async () => {
    const { store } = empty();
    await take(store, CONSOLIDATED_LENDING_LAW);
    const outcome = await take(store, LENDING_LAW);
    expect(outcome).toMatchObject({
      instruments: [{ settled: [{ article: '2' }, { article: '3' }, { article: '4' }] }],
    });
    expect(await asked(store)).toEqual([]);
    expect(await on(store, '2', '2026-12-31')).toBe(
      'Điều 2. Người được mượn\n1. Người có thẻ thư viện.\n2. Trẻ em đi cùng người lớn.',
    );
    expect(await on(store, '2', '2027-01-01')).toBe(
      'Điều 2. Người được mượn[1]\n1. Mọi người ở trong xã.\n2. Trẻ em được mượn một mình.',
    );
    expect(days(await held(store))).toEqual([
      '1: 2021-01-01–',
      '2: 2021-01-01–2026-12-31',
      '2: 2027-01-01–',
      '3: 2021-01-01–2026-12-31',
      '3: 2027-01-01–',
      '3a: 2027-01-01–',
      '4: 2021-01-01–2026-12-31',
      '4: 2027-01-01–',
      '5: 2021-01-01–',
    ]);
  });

  it('carries out an amending law, word for word', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const outcome = await take(store, LENDING_AMENDMENT);
    expect(outcome).toMatchObject({
      code: 'luat-09-2026-qh16',
      instruments: [
        { code: 'luat-09-2026-qh16' },
        {
          code: LENDING,
          added: [{ article: '3a' }],
          changed: [
            { article: '2', from: '2027-01-01' },
            {
              article: '3',
              before: { text: expect.stringContaining('1. Sách được mượn trong 14 ngày.') },
              after: { text: expect.stringContaining('1. Sách được mượn trong 30 ngày.\n2. Tạp chí') },
            },
          ],
          ended: [{ article: '4', lastDay: '2026-12-31' }],
          asked: [],
        },
      ],
    });
    expect(await on(store, '3', '2027-01-01')).toBe(
      'Điều 3. Thời hạn\n1. Sách được mượn trong 30 ngày.\n2. Tạp chí được mượn trong 3 ngày.\n3. Người mượn được gia hạn khi:\na) Không ai chờ sách đó;\nb) Sách không quý hiếm.',
    );
    expect(await on(store, '4', '2026-12-31')).toContain('giá bìa');
    expect(await on(store, '4', '2027-01-01')).toBeUndefined();
    const [amendment, original] = await store.transaction(({ laws }) => laws.sources());
    const third = (await held(store)).filter(({ article }) => article === '3');
    expect(third.map(({ source, base }) => [source, base])).toEqual([
      [original?.id, undefined],
      [amendment?.id, original?.id],
    ]);
  });

  it('never guesses: where a change cannot be placed, the consolidated text is asked for', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const vague = LENDING_AMENDMENT.replace('khoản 1 Điều 3 như sau:\n“1.', 'khoản 7 Điều 3 như sau:\n“7.');
    await take(store, vague);
    expect(await on(store, '3', '2026-12-31')).toContain('14 ngày');
    expect(await on(store, '3', '2027-01-01')).toBeUndefined();
    expect(await asked(store)).toEqual(['3: 2027-01-01–']);
    await take(store, CONSOLIDATED_LENDING_LAW);
    expect(await on(store, '3', '2027-01-01')).toContain('1.[2] Sách được mượn trong 30 ngày.');
    expect(await asked(store)).toEqual([]);
  });

  it('gives the same wordings and the same wishes in any order', async () => {
    const files = [LENDING_LAW, CONSOLIDATED_LENDING_LAW, LENDING_AMENDMENT, NEW_LENDING_LAW];
    const { store, db } = empty();
    const outcome = async (order: readonly string[]) => {
      for (const table of ['law_asked_for', 'law_articles', 'law_statements', 'law_changes', 'law_sources'] as const) {
        await db.deleteFrom(table).execute();
      }
      for (const text of order) await take(store, text);
      const fileOf = new Map(
        (await store.transaction(({ laws }) => laws.sources())).map(({ id, fileSha256 }) => [id, fileSha256]),
      );
      return {
        wordings: (await held(store)).map(({ source, base, ...wording }) => ({
          ...wording,
          source: fileOf.get(source),
          base: base && fileOf.get(base),
        })),
        asked: await asked(store),
      };
    };
    const expected = await outcome(files);
    expect(expected.wordings.at(-1)?.inForce).toEqual({ from: '2021-01-01', to: '2028-06-30' });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }),
        async (order) => {
          expect(await outcome(order)).toEqual(expected);
        },
      ),
      { numRuns: runs(12) },
    );
  });

  it('says the same file anew where its importer knows better', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const again = await importLaw(aLawFile(LENDING_LAW, { inForceFrom: '2021-07-01' }), HOA, importNeeds(store));
    expect(again.result).toBe('imported');
    expect(new Set((await held(store)).map(({ inForce }) => inForce.from))).toEqual(new Set(['2021-07-01']));
    expect(await store.transaction(({ laws }) => laws.sources())).toHaveLength(1);
    await importLaw(aLawFile(LENDING_LAW, { code: 'luat-muon-sach-cu-2020' }), HOA, importNeeds(store));
    expect(await held(store)).toEqual([]);
    expect(await held(store, 'luat-muon-sach-cu-2020')).toHaveLength(5);
  });

  it('stores nothing without a code and a first day, and no translation', async () => {
    const { store } = empty();
    const nameless = LENDING_LAW.replace('LUẬT\nMƯỢN SÁCH\n', '').replace('Quốc hội ban hành Luật Mượn sách.\n', '');
    const refusals = [
      await take(store, nameless),
      await take(store, LENDING_LAW.replace('có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021', 'được thi hành')),
      await importLaw(aLawFile(LENDING_LAW, { code: 'Luật Mượn sách' }), HOA, importNeeds(store)),
    ];
    expect(refusals).toEqual(
      ['no-code', 'no-first-day', 'odd-code'].map((because) => ({ result: 'refused', because })),
    );
    expect(await store.transaction(({ laws }) => laws.sources())).toEqual([]);
    const file = aLawFile(nameless, { code: LENDING });
    expect((await importLaw(file, HOA, importNeeds(store))).result).toBe('imported');
  });

  it('shows beforehand what an import would do, and keeps nothing', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW);
    const before = await held(store);
    const preview = await previewImport(aLawFile(CONSOLIDATED_LENDING_LAW), importNeeds(store));
    expect(preview).toMatchObject({
      result: 'imported',
      instruments: [{ changed: [{ article: '2' }, { article: '3' }, { article: '4' }] }],
    });
    expect(await held(store)).toEqual(before);
    expect(await store.transaction(({ audit }) => audit.count())).toBe(1);
  });

  it('keeps one wording where two files print it with other letters, the original’s, and says so', async () => {
    const { store } = empty();
    const misprint = CONSOLIDATED_LENDING_LAW.replace('ở thư viện xã.', 'ở thư viên xã.');
    await take(store, misprint);
    expect(await on(store, '1', '2026-11-29')).toContain('thư viên');
    const outcome = await take(store, LENDING_LAW);
    expect(await on(store, '1', '2026-11-29')).toContain('thư viện');
    expect(outcome).toMatchObject({ doubts: [{ doubt: 'other-print', prints: [{ article: '1' }] }] });
  });
});

onBothDatabases('after a change of the law', (empty) => {
  const entries = [
    anEntry({ id: 'qa/sach/ai-duoc-muon', citations: [`${LENDING}:2.1`, `${LENDING}:1`] }),
    anEntry({ id: 'guide/sach/gia-han', citations: [`${LENDING}:3.3.a`, `${LENDING}:3`] }),
    anEntry({ id: 'article/sach/dieu-4', citations: [`${LENDING}:4`] }),
    anEntry({ id: 'qa/sach/pham-vi', citations: [`${LENDING}:1`, `${LENDING}:5`] }),
    anEntry({ id: 'qa/sach/sach-quy', citations: [`${LENDING}:30`] }),
    anEntry({ id: 'qa/sach/da-het', citations: [`${LENDING}:2`], valid: { from: '2021-01-01', to: '2026-06-30' } }),
    anEntry({ id: 'qa/lao-dong/no-luong', citations: ['bo-luat-lao-dong-2019:2', 'bo-luat-lao-dong-2019:3'] }),
  ];
  const cited = (article: string) => [`${LENDING}:${article}` as Citation];

  it('exactly what rests on a changed article is to be read again', async () => {
    const { store } = empty();
    const more = { entries, instruments: [LENDING_INSTRUMENT] };
    await store.transaction(async ({ cannedReplies }) => {
      const reply = {
        province: '33',
        title: 'Hạn mượn',
        body: 'Chị mượn được 14 ngày.',
        changedBy: HOA.id,
        changedAt: new Date(0),
      } as const;
      await cannedReplies.save({ ...reply, id: 'mau-han-muon', citations: cited('3.1') as never });
      await cannedReplies.save({ ...reply, id: 'mau-pham-vi', province: undefined, citations: cited('1') as never });
    });
    await take(store, LENDING_LAW, more);
    expect(await tasks(store)).toEqual([]);
    const outcome = await take(store, LENDING_AMENDMENT, more);
    expect(outcome).toMatchObject({ tasks: 4 });
    const expected = [
      `article/sach/dieu-4 ${LENDING}:4 repealed`,
      `guide/sach/gia-han ${LENDING}:3.3.a new-wording`,
      `qa/sach/ai-duoc-muon ${LENDING}:2.1 new-wording`,
    ].map((task) => `entry/${task} 2027-01-01`);
    expect(await tasks(store)).toEqual([`canned/mau-han-muon ${LENDING}:3.1 new-wording 2027-01-01`, ...expected]);
    // The consolidated text tells the same change again.
    expect(await take(store, CONSOLIDATED_LENDING_LAW, more)).toMatchObject({ tasks: 0 });
  });

  it('a consolidated text alone tells what will change', async () => {
    const { store } = empty();
    await take(store, CONSOLIDATED_LENDING_LAW, { entries });
    expect((await tasks(store)).map((task) => task.split(' ')[0])).toEqual([
      'entry/article/sach/dieu-4',
      'entry/guide/sach/gia-han',
      'entry/qa/sach/ai-duoc-muon',
    ]);
  });

  it('a consolidated text alone tells nothing of what changed long ago', async () => {
    const { store } = empty();
    const past = CONSOLIDATED_LENDING_LAW.replaceAll('01 tháng 01 năm 2027', '01 tháng 01 năm 2025');
    expect(await take(store, past, { entries })).toMatchObject({ tasks: 0 });
    expect(await asked(store)).toEqual([]);
  });

  it('a law that ends touches everything that cites it', async () => {
    const { store } = empty();
    await take(store, LENDING_LAW, { entries });
    const outcome = await take(store, NEW_LENDING_LAW, { entries });
    expect(outcome).toMatchObject({
      instruments: [
        { code: 'luat-muon-sach-2027' },
        { code: LENDING, ended: Array(5).fill({ lastDay: '2028-06-30' }) },
      ],
    });
    const objects = new Set((await tasks(store)).map((task) => task.split(' ')[0]));
    expect([...objects]).toEqual([
      'entry/article/sach/dieu-4',
      'entry/guide/sach/gia-han',
      'entry/qa/sach/ai-duoc-muon',
      'entry/qa/sach/pham-vi',
      'entry/qa/sach/sach-quy',
    ]);
    expect(await on(store, '1', '2028-06-30')).toBeDefined();
    expect(await on(store, '1', '2028-07-01')).toBeUndefined();
  });
});
