import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { type ImportedLaw, type ImportResult, importLaw } from '../../src/law-files/import-law.ts';

/** Official texts for checking, outside the repository: nobody needs them to run the program or these tests. */
const TEXTS = join('..', 'shared', 'data', 'legal-texts');
/** Before Law 05/2026/QH16 binds. */
const AS_OF = '2026-11-29';

async function result(file: string, { skip }: TestContext, code?: string): Promise<ImportResult> {
  const path = join(TEXTS, file);
  skip(!existsSync(path), `${path} is not on this machine`);
  return await importLaw({ bytes: readFileSync(path), name: basename(path) }, { asOf: AS_OF, code });
}

/** Read once: several tests look at one law. */
const known = new Map<string, ImportedLaw>();

async function law(file: string, context: TestContext, code?: string): Promise<ImportedLaw> {
  const before = known.get(file);
  if (before) return before;
  const read = await result(file, context, code);
  if (!read.ok) throw new Error(read.refusal.message);
  known.set(file, read.law);
  return read.law;
}

/** Spaces and marks of notes put aside. */
const words = (text: string): string =>
  text
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim();
const byNumber = ({ articles }: ImportedLaw) => new Map(articles.map(({ number, text }) => [number, words(text)]));

describe('The official texts at hand', () => {
  const COUNTS = {
    'vi-txt/bo-luat-dan-su-2015.txt': 689,
    'vi-txt/bo-luat-hinh-su-2015.txt': 410,
    'vi-txt/bo-luat-to-tung-hinh-su-2015.txt': 493,
    'vi-txt/luat-giao-duc-2019.txt': 117,
    'vi-txt/luat-xu-ly-vi-pham-hanh-chinh-2012.txt': 148,
    'vi-txt/nghi-dinh-20-2021-nd-cp.txt': 39,
    'vi-docx/bo-luat-lao-dong-2019.docx': 220,
    'vi-docx/luat-sua-doi-bo-luat-hinh-su-2025.docx': 4,
    'vi-html/luat-tre-em-2016.html': 106,
    'vi-pdf/luat-bao-hiem-y-te-2008.pdf': 57,
    'vi-conventions/udhr.xml': 30,
    'vi-conventions/crc-ocr.txt': 54,
    'en-conventions/crpd.md': 50,
    'constitution/hien-phap-2013.txt': 120,
  };

  it('have all their articles', async (context) => {
    for (const [file, count] of Object.entries(COUNTS)) {
      expect([file, (await law(file, context)).articles.length]).toEqual([file, count]);
    }
  }, 60_000);

  it('show the gaps of repealed chapters and nothing else', async (context) => {
    expect((await law('vi-txt/bo-luat-hinh-su-2015.txt', context)).gaps).toEqual([{ from: 90, to: 107 }]);
    expect((await law('vi-txt/bo-luat-to-tung-hinh-su-2015.txt', context)).gaps).toEqual([{ from: 413, to: 430 }]);
  });

  it('are the same words in Word, on a web page and in plain text', async (context) => {
    const plain = byNumber(await law('vi-txt/luat-phong-chong-bao-luc-gia-dinh-2022.txt', context));
    expect(plain.size).toBe(56);
    expect(byNumber(await law('vi-docx/luat-phong-chong-bao-luc-gia-dinh-2022.docx', context))).toEqual(plain);
    expect(byNumber(await law('vi-html/luat-phong-chong-bao-luc-gia-dinh-2022.html', context))).toEqual(plain);
  });

  it('are the same words in print and in plain text, notes at the foot of pages apart', async (context) => {
    const printed = await law('vi-pdf/luat-bao-hiem-y-te-2008.pdf', context);
    const plain = await law('vi-txt/luat-bao-hiem-y-te-2008.txt', context);
    expect(byNumber(printed)).toEqual(byNumber(plain));
    expect(printed.notes.map(({ number }) => number)).toEqual(plain.notes.map(({ number }) => number));
    expect(printed.articles.map(({ notes, inForceFrom }) => [notes, inForceFrom])).toEqual(
      plain.articles.map(({ notes, inForceFrom }) => [notes, inForceFrom]),
    );
  });

  it('ask for the wording of the Legal Aid Law that binds until 2027', async (context) => {
    const { articles, warnings } = await law('vi-txt/luat-tro-giup-phap-ly-2017.txt', context);
    expect(articles.find(({ number }) => number === '7')?.inForceFrom).toBe('2027-01-01');
    expect(articles.find(({ number }) => number === '1')?.inForceFrom).toBeUndefined();
    expect(warnings.find(({ kind }) => kind === 'earlier-wording-missing')?.articles).toContain('7');
  });

  it('are refused where the letters are broken', async (context) => {
    expect(await result('vi-conventions/crc.pdf', context)).toMatchObject({
      ok: false,
      refusal: { code: 'broken-text-layer' },
    });
  });

  it('are doubted where a machine read them from pictures, and nowhere else', async (context) => {
    const doubted = async (file: string) =>
      (await law(file, context)).warnings.some(({ kind }) => kind === 'spelling-doubtful');
    expect(await doubted('vi-conventions/crc-ocr.txt')).toBe(true);
    expect(await doubted('vi-txt/nghi-dinh-282-2025-nd-cp.txt')).toBe(false);
    expect(await doubted('vi-docx/luat-sua-doi-bo-luat-hinh-su-2025.docx')).toBe(false);
  });

  it('come one by one from the Codification', async (context) => {
    const page = 'vi-phapdien/de-muc-tro-giup-phap-ly.html';
    expect(await result(page, context)).toMatchObject({ ok: false, refusal: { code: 'several-instruments' } });
    const { instrument, articles } = await law(page, context, 'luat-tro-giup-phap-ly-2017');
    expect(instrument).toMatchObject({ number: '11/2017/QH14', adoptedOn: '2017-06-20', inForceFrom: '2018-01-01' });
    expect(articles).toHaveLength(48);
  });

  it('say what the Nationality Law of 2025 does to that of 2008', async (context) => {
    const { articles, instrument } = await law('vi-docx/luat-sua-doi-luat-quoc-tich-2025.docx', context);
    expect(instrument.amends).toEqual(['Luật Quốc tịch Việt Nam']);
    const acts = articles.flatMap(({ amendments }) =>
      amendments.map(
        ({ act, target: { article, clause, point } }) => `${act} ${[article, clause, point].filter(Boolean).join('.')}`,
      ),
    );
    expect(acts).toEqual(
      expect.arrayContaining([
        'replaced 5.4',
        'inserted 5.5',
        'inserted 5.8',
        'inserted 26.2a',
        'repealed 28.1.d',
        'replaced 19',
      ]),
    );
  });
});
