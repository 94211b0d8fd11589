import { expect, it } from 'vitest';
import type { AccountId } from '../../../src/base/ids.ts';
import { type ExportedFile, type ExportKinds, exportBase } from '../../../src/flow/law/export-base.ts';
import { importLaw } from '../../../src/flow/law/import-law.ts';
import type { KnowledgeFiles } from '../../../src/ports/knowledge-files.ts';
import type { Store } from '../../../src/ports/store.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { anEntry, anInstrument } from '../../support/knowledge-values.ts';
import { sha256 } from '../../support/sha256.ts';
import {
  aLawFile,
  importNeeds,
  LENDING,
  LENDING_AMENDMENT,
  LENDING_INSTRUMENT,
  LENDING_LAW,
} from '../../support/small-laws.ts';
import { elementsOf, readXml } from '../../support/strict-xml.ts';

const FILES: KnowledgeFiles = {
  entries: [anEntry()],
  instruments: [
    LENDING_INSTRUMENT,
    anInstrument({ articleSpans: new Map([['7', { from: '2021-01-01', to: '2026-12-31' }]]) }),
  ],
  hotlines: [],
  provinces: [],
  centres: [],
  glossary: { reviewedOn: '2026-11-21', reviewBy: '2027-05-21', terms: [] },
  lexicon: [],
  topics: [],
  publishedIds: [],
  faults: [],
};

onBothDatabases('the export', (empty) => {
  async function exported(kinds: ExportKinds, laws: readonly string[] = [LENDING_LAW, LENDING_AMENDMENT]) {
    const { store } = empty();
    const by = { id: 'hoa' as AccountId, role: 'curator' };
    for (const law of laws)
      await importLaw(aLawFile(law), by, importNeeds(store, { instruments: [LENDING_INSTRUMENT] }));
    const files: ExportedFile[] = [];
    const now = () => new Date('2026-11-29T05:00:00.000Z');
    for await (const file of exportBase(kinds, { store, files: FILES, sha256, now })) files.push(file);
    return { store, files, text: (path: string) => files.find((file) => file.path === path)?.text ?? '' };
  }
  const wordings = (store: Store, code: string) => store.transaction(({ laws }) => laws.ofInstrument(code));

  it('has the knowledge, every law, every state of it, and an index with the hash of each file', async () => {
    const { files, text } = await exported({ json: true, akn: true });
    expect(files.map(({ path }) => path)).toEqual([
      'knowledge.json',
      'laws/luat-09-2026-qh16.json',
      'akn/luat-09-2026-qh16/vie@2027-01-01.xml',
      `laws/${LENDING}.json`,
      `akn/${LENDING}/vie@2021-01-01.xml`,
      `akn/${LENDING}/vie@2027-01-01.xml`,
      'index.json',
    ]);
    const index = JSON.parse(text('index.json'));
    expect(index).toMatchObject({ format: 'hoi-quyen-export', version: 1, exportedOn: '2026-11-29' });
    expect(index.files).toEqual(
      files.slice(0, -1).map((file) => ({
        path: file.path,
        sha256: sha256(file.text),
        bytes: Buffer.byteLength(file.text),
      })),
    );
    expect(JSON.parse(text('knowledge.json')).entries).toMatchObject([{ id: 'qa/lao-dong/no-luong' }]);
    expect(JSON.parse(text('knowledge.json')).instruments[1].articleSpans).toEqual({
      7: { from: '2021-01-01', to: '2026-12-31' },
    });
  });

  it('gives the words as they are held, and no name of who imported them', async () => {
    const { store, text } = await exported({ json: true, akn: false });
    const law = JSON.parse(text(`laws/${LENDING}.json`));
    const held = await wordings(store, LENDING);
    expect(
      law.wordings.map(({ headingLine, text: words, sha256: hash }: Record<string, string>) => [
        headingLine,
        words,
        hash,
      ]),
    ).toEqual(held.map((wording) => [wording.headingLine, wording.text, wording.sha256]));
    expect(law.sources).toHaveLength(2); // the law, and the one that gives words to it
    expect(text(`laws/${LENDING}.json`)).not.toContain('hoa');
  });

  it('gives each state of a law with the articles that bind then', async () => {
    const { store, text } = await exported({ json: false, akn: true });
    for (const day of ['2021-01-01', '2027-01-01']) {
      const act = readXml(text(`akn/${LENDING}/vie@${day}.xml`));
      const told = new Map(
        elementsOf(act, 'hq:article').map(({ attributes }) => [attributes.get('of'), attributes.get('sha256')]),
      );
      const binding = (await wordings(store, LENDING)).filter(
        ({ inForce }) => inForce.from <= day && (inForce.to ?? day) >= day,
      );
      expect([...told]).toEqual(binding.map(({ article, sha256: hash }) => [`#art_${article}`, hash]));
      expect(elementsOf(act, 'article').map(({ attributes }) => attributes.get('eId'))).toEqual(
        binding.map(({ article }) => `art_${article}`),
      );
    }
    expect(text(`akn/${LENDING}/vie@2027-01-01.xml`)).toContain('<p>Sách được mượn trong 30 ngày.</p>');
  });

  it('says what is missing', async () => {
    const vague = LENDING_AMENDMENT.replace('khoản 1 Điều 3 như sau:\n“1.', 'khoản 7 Điều 3 như sau:\n“7.');
    const { text } = await exported({ json: true, akn: true }, [LENDING_LAW, vague]);
    const missing = (day: string) =>
      elementsOf(readXml(text(`akn/${LENDING}/vie@${day}.xml`)), 'hq:missing').map(({ attributes }) =>
        attributes.get('article'),
      );
    expect([missing('2021-01-01'), missing('2027-01-01')]).toEqual([[], ['3']]);
    expect(JSON.parse(text(`laws/${LENDING}.json`)).askedFor).toMatchObject([{ article: '3', from: '2027-01-01' }]);
  });
});
