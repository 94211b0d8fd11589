import { describe, expect, it } from 'vitest';
import { LiveLaw } from '../../../src/flow/law/live-law.ts';
import { officialTexts, partIn } from '../../../src/flow/law/official-texts.ts';
import { type Citation, partsOf } from '../../../src/knowledge/citation.ts';
import { wordingToShow } from '../../../src/knowledge/held-law.ts';
import { Library } from '../../../src/knowledge/library.ts';
import type { TextSay } from '../../../src/reply/render.ts';
import { collectingLog } from '../../channels/collecting-log.ts';
import { onBothDatabases } from '../../support/both-databases.ts';
import { anEntry, anInstrument } from '../../support/knowledge-values.ts';
import { sha256 } from '../../support/sha256.ts';
import { BOOK_ARTICLES, BOOKS, FACTS, holdLaw, ODD_TEXT, wordsOf } from '../../support/small-law.ts';

describe('partIn', () => {
  const part = (place: { clause?: string; point?: string }, text = ODD_TEXT) => {
    const found = partIn(text, place);
    return found && text.slice(...found);
  };

  it.each([
    [{ clause: '1' }, /^1\. Người {2}mượn\t.*\[2\]$/],
    [{ clause: '2' }, /^2\. Thủ thư[\s\S]*Không hỏi vì sao\.$/],
    [{ clause: '2', point: 'a' }, /^a\) Ghi phiếu;$/],
    [{ clause: '2', point: 'b' }, /^\tb\) {2}Nhắc .* hạn;$/],
    [{ clause: '2', point: 'đ' }, /^đ\) Không hỏi vì sao\.$/],
    [{ point: 'b' }, /^\tb\) {2}Nhắc .* hạn;$/],
    [{ clause: '3' }, /^3\. Sách quý[\s\S]*hết\.$/],
  ])('%j', (place, words) => {
    expect(part(place)).toMatch(words);
  });

  it.each([{ clause: '9' }, { clause: '1', point: 'a' }, { point: 'z' }, {}])('%j: is not there', (place) => {
    expect(part(place)).toBeUndefined();
  });
});

onBothDatabases('Words of the law', (empty) => {
  const library = new Library([], [anInstrument()]);

  /** What is read for somebody who asks for a place on a day. */
  async function read(place: string, day: string, in_ = library) {
    const { store } = empty();
    const citation = `${BOOKS}:${place}` as Citation;
    const live = await LiveLaw.open({ store, log: collectingLog() });
    const head = wordingToShow(live, BOOKS, partsOf(citation).article, day);
    if (!head) return undefined;
    const say: TextSay = {
      say: 'official-text',
      citation,
      instrument: anInstrument(),
      head,
      day,
      previous: undefined,
      next: undefined,
      alone: false,
      mayRefer: true,
    };
    const textOf = await store.transaction(({ laws }) => officialTexts([{ say: 'trouble' }, say], laws, in_));
    return textOf(say);
  }

  it('are those that are stored, with days, source and fingerprint', async () => {
    await holdLaw(empty().store);
    const odd = BOOK_ARTICLES.find(({ article }) => article === '3')!;
    const text = await read('3.2.b', '2026-11-21');
    expect(text).toMatchObject({
      words: wordsOf(odd),
      languageName: 'tiếng Việt',
      inForce: { from: '2021-01-01' },
      sha256: sha256(wordsOf(odd)),
      sources: [{ name: 'Luật Mượn sách', number: '1/2020/QH14', adoptedOn: '2020-06-20', url: expect.any(String) }],
    });
    expect(text?.words.slice(...text.marked!)).toBe('\tb)  Nhắc người mượn trước khi hết hạn;');
    expect(sha256(text?.words ?? '')).toBe(text?.sha256);
  });

  it.each([
    ['2026-12-31', 'Ai có thẻ thì được mượn.', '2026-12-31'],
    ['2027-01-01', 'không cần thẻ.', undefined],
    ['2020-01-01', 'Ai có thẻ thì được mượn.', '2026-12-31'],
  ])('on %s are those of the day', async (day, words, to) => {
    await holdLaw(empty().store);
    const text = await read('2', day);
    expect(text?.words).toContain(words);
    expect(text?.inForce.to).toBe(to);
  });

  it('of an entry come from the entry where none were imported', async () => {
    const quote = { language: 'vi', languageName: 'tiếng Việt', text: 'Ai cũng  được mượn.', source: 'Công báo' };
    const citation = `${BOOKS}:2` as Citation;
    const entry = anEntry({ id: 'article/sach/2', citations: [citation], quotes: [{ ...quote, citation }] });
    const withEntry = new Library([entry], [anInstrument({ code: BOOKS })]);
    await holdLaw(empty().store, BOOK_ARTICLES.slice(0, 1));
    expect(await read('2', '2026-11-21', withEntry)).toBeUndefined();
  });

  it('that another law may have changed before they end say which and since when', async () => {
    await holdLaw(empty().store);
    const amendedBy = [
      { number: '7/2022/QH15', name: 'Luật Thư viện', adoptedOn: undefined, inForceFrom: '2023-01-01' },
      { number: '5/2026/QH16', name: 'Luật sửa đổi', adoptedOn: undefined, inForceFrom: '2027-01-01' },
    ];
    await holdLaw(empty().store, [], { facts: { ...FACTS, amendedBy }, file: 'hop-nhat' });
    // article 2 ends on 2026-12-31; the law of 2027 is the one that ends it
    expect((await read('2', '2026-11-21'))?.perhapsChangedBy).toEqual([
      { number: '7/2022/QH15', inForceFrom: '2023-01-01' },
    ]);
    // what has no end was printed again by the consolidated text as it is
    expect((await read('3', '2026-11-21'))?.perhapsChangedBy).toBeUndefined();
  });

  it('are named by fingerprints in the order in which they are read', async () => {
    await holdLaw(empty().store);
    const { fingerprints, read: inOrder } = await empty().store.transaction(async ({ laws }) => {
      const names: string[] = [];
      await laws.each(4, (wordings) => {
        names.push(...wordings.map((one) => `${one.code}:${one.article}@${one.inForce.from} ${one.sha256}`));
      });
      return { fingerprints: await laws.fingerprints(), read: names };
    });
    expect(fingerprints).toEqual(inOrder);
    expect(fingerprints).toHaveLength(BOOK_ARTICLES.length);
    expect(fingerprints[3]).toBe(`${BOOKS}:3@2021-01-01 ${sha256(`Điều 3. Cách mượn\n${ODD_TEXT}`)}`);
  });

  it('that are not held are not there', async () => {
    await holdLaw(empty().store);
    expect(await read('99', '2026-11-21')).toBeUndefined();
  });
});
