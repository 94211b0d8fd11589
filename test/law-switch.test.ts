import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askWithTexts } from '../src/ask.ts';
import type { Day } from '../src/base/days.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { importLaw } from '../src/flow/law/import-law.ts';
import { LawLibrary } from '../src/flow/law/law-library.ts';
import { LiveLaw } from '../src/flow/law/live-law.ts';
import { officialTexts } from '../src/flow/law/official-texts.ts';
import { withLaw } from '../src/flow/law/with-law.ts';
import { ThreadIndexMaker } from '../src/index-maker.ts';
import { ARTICLE_WEIGHTS, KEPT_IN, know } from '../src/know.ts';
import { importLaw as readLawFile } from '../src/law-files/import-law.ts';
import { migrate } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open.ts';
import { SqlStore } from '../src/store/sql-store.ts';
import { Vault } from '../src/store/vault.ts';
import { collectingLog } from './channels/collecting-log.ts';
import { countingIds } from './store/counting-ids.ts';
import { aLawFile, CONSOLIDATED_LENDING_LAW, importNeeds, LENDING_LAW } from './support/small-laws.ts';

const TEXTS = resolve('../shared/data/legal-texts');
const FILES = ['vi-txt/luat-tro-giup-phap-ly-2017.txt', 'vi-docx/luat-tro-giup-phap-ly-2017.docx'].map((file) =>
  join(TEXTS, file),
);
const areThere = FILES.every((file) => existsSync(file));
if (!areThere)
  process.stderr.write(
    'test/law-switch.test.ts: the texts of the Legal Aid Law are not here; only the invented law is tried\n',
  );

const LEGAL_AID = 'luat-tro-giup-phap-ly-2017';
const { knowledgeOn, library } = know('./knowledge');

let folder: string;
let store: SqlStore;
let maker: ThreadIndexMaker;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-switch-'));
  const db = openDatabase(`file:${join(folder, 'test.db')}`);
  await migrate(db);
  store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  maker = new ThreadIndexMaker(KEPT_IN);
});
afterEach(async () => {
  await maker.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What somebody reads who asks on a day, and the entry that answers. */
async function asker() {
  const log = collectingLog();
  const live = await LiveLaw.open({ store, log });
  const laws = await LawLibrary.open({ store, live, maker, weights: ARTICLE_WEIGHTS, log });
  await laws.made();
  return async (text: string, day: Day) => {
    const asked = await askWithTexts(text, {
      knowledgeOn: withLaw(knowledgeOn, laws),
      day,
      capabilities: CAPABILITIES.terminal,
      read: (say) => store.transaction((records) => officialTexts(say, records.laws, library)),
    });
    return { entry: asked.answers[0]?.entry, reply: asked.messages.map((message) => message.text).join('\n') };
  };
}

const held = (code: string, article: string, day: Day) =>
  store.transaction(async ({ laws }) => {
    const wording = await laws.on(code, article, day);
    return wording && `${wording.headingLine}\n${wording.text}`;
  });

describe('the night in which a law changes', () => {
  it('gives the words of each day: an invented law', async () => {
    const needs = importNeeds(store);
    for (const law of [CONSOLIDATED_LENDING_LAW, LENDING_LAW]) await importLaw(aLawFile(law), undefined, needs);
    const ask = await asker();
    const before = await ask('nguyên văn điều 2 luật mượn sách', '2026-12-31');
    const after = await ask('nguyên văn điều 2 luật mượn sách', '2027-01-01');
    expect(before.reply).toContain('Điều 2. Người được mượn\n1. Người có thẻ thư viện.\n2. Trẻ em đi cùng người lớn.');
    expect(before.reply).not.toContain('Mọi người ở trong xã');
    expect(after.reply).toContain(
      'Điều 2. Người được mượn[1]\n1. Mọi người ở trong xã.\n2. Trẻ em được mượn một mình.',
    );
    expect(after.reply).not.toContain('Người có thẻ thư viện');
  });

  it.skipIf(!areThere)('gives the answer and the words of each day: the Legal Aid Law', async () => {
    const needs = importNeeds(store, { instruments: [...library.instruments.values()] });
    const prints: string[] = [];
    for (const path of FILES) {
      const read = await readLawFile({ bytes: readFileSync(path), name: path }, { asOf: '2026-11-29' });
      if (!read.ok) throw new Error(read.refusal.message);
      const article = read.law.articles.find(({ number }) => number === '7');
      prints.push(`${article?.headingLine}\n${article?.text}`);
      const file = { reading: read.law, fileName: path, fileSha256: read.law.fileSha256 };
      expect((await importLaw(file, undefined, needs)).result).toBe('imported');
    }
    expect(await store.transaction(({ laws }) => laws.askedFor(LEGAL_AID))).toEqual([]);
    const [later, original] = prints;
    expect(await held(LEGAL_AID, '7', '2026-12-31')).toBe(original);
    expect(await held(LEGAL_AID, '7', '2027-01-01')).toBe(later);

    const ask = await asker();
    const words = 'nguyên văn điều 7 luật trợ giúp pháp lý';
    expect((await ask(words, '2026-12-31')).reply).toContain(original);
    expect((await ask(words, '2027-01-01')).reply).toContain(later);
    // Two laws changed this one in between, and no text tells whether they changed Article 7.
    const doubt = 'văn bản số 53/2024/QH15 (từ 01/07/2025), văn bản số 59/2024/QH15 (từ 01/01/2026)';
    expect((await ask(words, '2026-12-31')).reply).toContain(doubt);
    expect((await ask(words, '2025-12-31')).reply).toContain('văn bản số 53/2024/QH15 (từ 01/07/2025). Tôi chưa có');
    expect((await ask(words, '2025-06-30')).reply).not.toContain('Lưu ý: luật này còn được sửa');
    expect((await ask(words, '2027-01-01')).reply).not.toContain('Lưu ý: luật này còn được sửa');

    const question = 'người khuyết tật có được trợ giúp pháp lý miễn phí không';
    const [before, after] = [await ask(question, '2026-12-31'), await ask(question, '2027-01-01')];
    expect(after.entry).toBe(`${before.entry}-tu-2027`);
    const rests = new RegExp(`^${LEGAL_AID}:7(?:\\.|$)`);
    for (const { entry } of [before, after]) {
      const citations = library.entries.find(({ id }) => id === entry)?.citations ?? [];
      expect(citations.filter((citation) => rests.test(citation))).not.toEqual([]);
    }
  });
});
