import { describe, expect, it } from 'vitest';
import { AMENDING_LAW, CONSOLIDATED_KITE_LAW, KITE_LAW, lawIn, readText } from './invented-laws.ts';

const article = (text: string, number: string, code?: string) => {
  const found = lawIn(text, code).articles.find((one) => one.number === number);
  if (!found) throw new Error(`No article ${number}`);
  return found;
};
const numbers = (text: string) => lawIn(text).articles.map((one) => one.number);
const kinds = (text: string) => lawIn(text).warnings.map(({ kind }) => kind);

describe('a law as it was passed', () => {
  it('says what it is', () => {
    expect(lawIn(KITE_LAW).instrument).toMatchObject({
      code: 'luat-tha-dieu-2031',
      kind: 'law',
      name: 'Luật Thả diều',
      number: '77/2031/QH18',
      adoptedOn: '2031-11-20',
      inForceFrom: '2032-03-01',
      issuedBy: 'Quốc hội',
      amendedBy: [],
      amends: [],
    });
  });

  it('has its articles, with heading and text apart', () => {
    expect(numbers(KITE_LAW)).toEqual(['1', '2', '3', '4']);
    expect(article(KITE_LAW, '3')).toMatchObject({
      heading: 'Khoảng cách',
      headingLine: 'Điều 3. Khoảng cách',
      text: '1. Không thả diều gần đường điện.\n\n2. Khoảng cách do Chính phủ quy định.',
    });
  });

  it('takes a broken-off reference to an article for what it is', () => {
    expect(article(KITE_LAW, '2').text).toContain('theo quy định tại\nĐiều 4 của Luật này;');
  });

  it('stands in parts, chapters and sections with their titles', () => {
    const { divisions, articles } = lawIn(KITE_LAW);
    expect(divisions).toEqual([
      { level: 'chapter', label: 'Chương I', title: 'NHỮNG QUY ĐỊNH CHUNG' },
      { level: 'chapter', label: 'Chương II', title: 'AN TOÀN KHI THẢ DIỀU' },
      { level: 'section', label: 'Mục 1', title: 'KHOẢNG CÁCH' },
    ]);
    expect(articles.map(({ within }) => within)).toEqual([[0], [0], [1, 2], [1, 2]]);
  });

  it('has clauses and points at their places', () => {
    const { text, clauses } = article(KITE_LAW, '2');
    expect(clauses.map(({ number, points }) => [number, points.map(({ letter }) => letter)])).toEqual([
      ['1', []],
      ['2', ['a', 'b']],
    ]);
    expect(text.slice(clauses[1]?.points[1]?.at).split('\n')[0]).toBe('b) Bãi biển.');
  });

  it('ends before the signature', () => {
    expect(article(KITE_LAW, '4').text).toBe('Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.');
  });

  it('gives no cause for doubt', () => {
    expect(lawIn(KITE_LAW).warnings).toEqual([]);
  });
});

describe('what printers and portals do to a law', () => {
  it('does not hide a heading with a look-alike letter, and leaves the letter as it is', () => {
    const text = KITE_LAW.replace('Điều 3. Khoảng', 'Ðiều  3 . Khoảng');
    expect(numbers(text)).toEqual(['1', '2', '3', '4']);
    expect(article(text, '3').headingLine).toBe('Ðiều  3 . Khoảng cách');
  });

  it('leaves spaces as they are', () => {
    expect(article(KITE_LAW.replace('gần đường điện.', 'gần  đường\u00a0điện. '), '3').text).toContain(
      'gần  đường\u00a0điện. \n',
    );
  });

  it('reads decomposed letters as one text', () => {
    expect(lawIn(KITE_LAW.normalize('NFD')).articles).toEqual(lawIn(KITE_LAW).articles);
  });

  it('knows a table of contents from the law', () => {
    const contents = ['Chương I', 'Điều 1. Phạm vi điều chỉnh', 'Điều 2. Giải thích từ ngữ', 'Điều 3. Khoảng cách'];
    const text = KITE_LAW.replace('Căn cứ', `MỤC LỤC\n${contents.join('\n')}\nĐiều 4. Hiệu lực thi hành\nCăn cứ`);
    expect(lawIn(text).articles.map(({ text: words }) => words)).toEqual(
      lawIn(KITE_LAW).articles.map(({ text: words }) => words),
    );
    expect(kinds(text)).toContain('contents-left-out');
  });

  it('leaves a translation below the law out', () => {
    const text = `${KITE_LAW}\nArticle 1. Scope of regulation\nThis Law regulates kites.\nArticle 2. Terms\nKites fly.`;
    expect(numbers(text)).toEqual(['1', '2', '3', '4']);
    expect(kinds(text)).toContain('translation-left-out');
  });

  it('does not take headings for articles that stand below the signature', () => {
    const text = `${KITE_LAW}\nĐiều 80. Bản quyền của trang\nMọi quyền được bảo lưu.`;
    expect(numbers(text)).toEqual(['1', '2', '3', '4']);
    expect(article(text, '4').text).toBe('Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.');
  });

  it('takes the first of two equal headings', () => {
    const text = KITE_LAW.replace('Điều 3. Khoảng cách', 'Điều 3. Khoảng cách\nĐiều 3. Khoảng cách');
    expect(article(text, '2').text).toMatch(/b\) Bãi biển\.$/);
    expect(article(text, '3').text).toMatch(/^Điều 3\. Khoảng cách\n1\. /);
  });

  it('reports a gap and a number out of order', () => {
    const text = KITE_LAW.replace('Điều 3. Khoảng cách', 'Điều 300. Khoảng cách\nX.\nĐiều 3. Khoảng cách').replace(
      'Điều 2. Giải thích từ ngữ',
      'Giải thích từ ngữ',
    );
    expect(numbers(text)).toEqual(['1', '3', '4']);
    expect(lawIn(text).gaps).toEqual([{ from: 2, to: 2 }]);
    expect(kinds(text)).toEqual(expect.arrayContaining(['gap-in-numbering', 'article-out-of-order']));
  });

  it('counts an inserted article that is printed behind its neighbours', () => {
    const text = KITE_LAW.replace('Chương II\nAN', 'Điều 1a. Tên gọi\nGọi tắt là diều.\nChương II\nAN');
    expect(numbers(text)).toEqual(['1', '2', '1a', '3', '4']);
  });

  it('names lines beside the law that nobody understands', () => {
    const text = `${Array.from({ length: 70 }, (_, nth) => `Bài liên quan số ${nth}`).join('\n')}\n${KITE_LAW}`;
    expect(numbers(text)).toEqual(['1', '2', '3', '4']);
    expect(lawIn(text).instrument.code).toBe('luat-tha-dieu-2031');
    expect(kinds(text)).toEqual(['line-not-understood']);
  });

  it('says that the Gazette prints the rest in another number', () => {
    const text = KITE_LAW.replace(/\nLuật này được Quốc hội[\s\S]*$/, '\n(Xem tiếp theo Công báo số 12 + 13)');
    expect(article(text, '4').text).not.toContain('Xem tiếp');
    expect(kinds(text)).toContain('continued-elsewhere');
  });

  it('keeps forms and the articles in them in the appendix', () => {
    const form =
      'PHỤ LỤC\n(Kèm theo Luật số 77/2031/QH18)\nHỢP ĐỒNG MƯỢN DIỀU\nĐiều 1. Bên A cho mượn diều.\nĐiều 2. Bên B trả diều.';
    const text = `${KITE_LAW}\n${form}`;
    expect(numbers(text)).toEqual(['1', '2', '3', '4']);
    expect(lawIn(text).appendices).toEqual([{ title: 'PHỤ LỤC', text: form.split('\n').slice(1).join('\n') }]);
    expect(kinds(text)).toContain('articles-in-appendix');
  });

  it('keeps a regulation apart that a decision only carries', () => {
    const decision = `QUYẾT ĐỊNH
Ban hành Quy chế thả diều
Số: 5/2032/QĐ-TTg
Điều 1. Ban hành kèm theo Quyết định này Quy chế thả diều.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
KT. THỦ TƯỚNG
QUY CHẾ THẢ DIỀU
Điều 1. Phạm vi
Quy chế này quy định việc thả diều.
Điều 2. Áp dụng
Áp dụng với mọi người.
Điều 3. Thi hành
Mọi người thi hành.`;
    expect(numbers(decision)).toEqual(['1', '2']);
    expect(article(decision, '1')).toMatchObject({
      heading: '',
      text: 'Ban hành kèm theo Quyết định này Quy chế thả diều.',
    });
  });
});

describe('a consolidated text', () => {
  it('is the instrument it consolidates, with the laws that changed it', () => {
    const { instrument } = lawIn(CONSOLIDATED_KITE_LAW);
    expect(instrument).toMatchObject({
      code: 'luat-tha-dieu-2031',
      number: '77/2031/QH18',
      adoptedOn: '2031-11-20',
      inForceFrom: '2032-03-01',
    });
    expect(instrument.amendedBy.map(({ number, adoptedOn, inForceFrom }) => [number, adoptedOn, inForceFrom])).toEqual([
      ['12/2033/QH18', '2033-06-10', '2034-01-01'],
      ['90/2035/QH18', '2035-07-01', '2037-01-01'],
    ]);
  });

  it('gives each changed article the day from which its wording binds', () => {
    expect(
      lawIn(CONSOLIDATED_KITE_LAW).articles.map(({ number, notes, inForceFrom }) => [number, notes, inForceFrom]),
    ).toEqual([
      ['1', [], undefined],
      ['2', ['2', '3'], '2037-01-01'],
      ['2a', ['4'], '2034-01-01'],
      ['3', ['5'], '2034-01-01'],
      ['6', ['6'], undefined],
    ]);
  });

  it('asks for the wording that binds until then', () => {
    const warning = lawIn(CONSOLIDATED_KITE_LAW).warnings.find(({ kind }) => kind === 'earlier-wording-missing');
    expect(warning).toMatchObject({ articles: ['2'] });
    expect(warning?.message).toContain('01/01/2037');
  });

  it('says of every article of a chapter what a note on its heading says of the chapter', () => {
    const text = CONSOLIDATED_KITE_LAW.replace('Điều 6. Hiệu', 'Chương IV[7]\nTHI THẢ DIỀU[6]\nĐiều 6. Hiệu').concat(
      '\n[7] Chương này được bổ sung theo quy định tại Luật số 90/2035/QH18.',
    );
    expect(article(text, '6').inForceFrom).toBe('2037-01-01');
    expect(article(text, '2a').inForceFrom).toBe('2034-01-01');
  });

  it('keeps the marks of notes in the words and out of the heading', () => {
    expect(article(CONSOLIDATED_KITE_LAW, '2')).toMatchObject({
      heading: 'Người thả diều',
      headingLine: 'Điều 2. Người thả diều[2]',
      text: '1. Mọi người được thả diều.\n2.[3] Trẻ em thả diều cùng người lớn.',
    });
  });

  it('says which articles are repealed, and where numbers are missing', () => {
    expect(article(CONSOLIDATED_KITE_LAW, '3')).toMatchObject({ repealed: true, heading: '' });
    expect(lawIn(CONSOLIDATED_KITE_LAW).gaps).toEqual([{ from: 4, to: 5 }]);
  });

  it('does not take quotations in notes for articles', () => {
    expect(lawIn(CONSOLIDATED_KITE_LAW).notes.at(-1)?.text).toContain('“Điều 30. Hiệu lực thi hành');
  });
});

describe('an amending law', () => {
  it('has its own articles only; what it quotes belongs to them', () => {
    expect(numbers(AMENDING_LAW)).toEqual(['1', '2']);
    expect(article(AMENDING_LAW, '1').text).toContain('“Điều 2b. Thi thả diều\nCuộc thi do xã tổ chức.”.');
  });

  it('is filed by its number', () => {
    expect(lawIn(AMENDING_LAW).instrument).toMatchObject({
      code: 'luat-90-2035-qh18',
      name: 'Luật Sửa đổi, bổ sung một số điều của Luật Thả diều',
      amends: ['Luật Thả diều'],
    });
  });

  it('says what it does to which article, clause and point', () => {
    const { amendments } = article(AMENDING_LAW, '1');
    expect(amendments.map(({ act, target, text }) => [act, target, text?.split('\n')[0]])).toEqual([
      ['replaced', { article: '2' }, 'Điều 2. Người thả diều'],
      ['inserted', { article: '2b' }, 'Điều 2b. Thi thả diều'],
      ['replaced', { article: '3', clause: '1' }, '1. Không thả diều gần đường điện, sân bay.'],
      ['inserted', { article: '3', clause: '3' }, '3. Dây diều không dùng kim loại.'],
      ['inserted', { article: '4', clause: '2', point: 'c' }, 'c) Sân đình;'],
      ['repealed', { article: '4', clause: '2', point: 'a' }, undefined],
      ['repealed', { article: '6' }, undefined],
      ['repealed', { article: '7', clause: '2' }, undefined],
    ]);
    expect(new Set(amendments.map(({ instrument }) => instrument))).toEqual(new Set(['Luật Thả diều']));
  });

  it('goes on after a quotation that nobody closed, and says so', () => {
    const text = AMENDING_LAW.replace('cùng người lớn.”.', 'cùng người lớn.');
    expect(numbers(text)).toEqual(['1', '2']);
    expect(kinds(text)).toContain('quotation-not-closed');
  });
});

describe('texts in other forms', () => {
  it('reads a treaty in English', () => {
    const text = `Convention on the Rights of the Child
PART I
Article 1
For the purposes of the present Convention, a child means every human being below the age of eighteen years.
Article 2
1. States Parties shall respect the rights set forth in the present Convention.
IN WITNESS THEREOF the undersigned have signed the present Convention.`;
    expect(lawIn(text).instrument).toMatchObject({ code: 'crc', kind: 'treaty' });
    expect(lawIn(text).articles.map(({ number, heading }) => [number, heading])).toEqual([
      ['1', ''],
      ['2', ''],
    ]);
    expect(article(text, '2').text).not.toContain('WITNESS');
  });

  it('names a law in translation, and leaves its code to the importer', () => {
    const text = `LAW
On Kite Flying[ Công Báo Nos 1-2]
Law No. 77/2031/QH18
Article 1. Scope of regulation
This Law provides for the flying of kites and the places in which to fly them.`;
    expect(lawIn(text).instrument).toMatchObject({
      code: undefined,
      kind: 'law',
      name: 'Law on Kite Flying',
      number: '77/2031/QH18',
    });
  });

  it('files a decision by its number', () => {
    const text = `THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/2032/QĐ-TTg\nHà Nội, ngày 02 tháng 5 năm 2032\nQUYẾT ĐỊNH\nVề bãi thả diều\nĐiều 1. Mở bãi thả diều ở mỗi xã trong cả nước.`;
    expect(lawIn(text).instrument).toMatchObject({
      code: 'quyet-dinh-5-2032-qd-ttg',
      name: 'Quyết định Về bãi thả diều',
      number: '5/2032/QĐ-TTg',
      adoptedOn: '2032-05-02',
    });
  });

  it('takes the words after the number for text where articles have no headings', () => {
    const text = `HIẾN PHÁP\nNƯỚC CỘNG HÒA DIỀU GIẤY\nĐiều 1. Diều bay là quyền của mọi người.\nĐiều 2. Mọi người:\n1. Được thả diều;\n2. Giữ diều.`;
    expect(article(text, '1')).toMatchObject({ heading: '', text: 'Diều bay là quyền của mọi người.' });
    expect(article(text, '2')).toMatchObject({ heading: '', headingLine: 'Điều 2.' });
  });

  const CODIFICATION = `Đề mục 99.1
Thả diều
Điều 99.1.LQ.1. Phạm vi điều chỉnh
(Điều 1 Luật số 77/2031/QH18 Thả diều ngày 20/11/2031 của Quốc hội, có hiệu lực thi hành kể từ ngày 01/03/2032)
Luật này quy định về thả diều.
(Điều này có nội dung liên quan đến Điều 99.2.LQ.1. Sáo diều)
Điều 99.1.NĐ.1.1. Phạm vi điều chỉnh
(Điều 1 Nghị định số 8/2032/NĐ-CP Quy định chi tiết Luật Thả diều ngày 01/02/2032 của Chính phủ, có hiệu lực thi hành kể từ ngày 01/03/2032)
Nghị định này quy định chi tiết.
Điều 99.1.LQ.2. Bãi thả diều
(Điều 2 Luật số 77/2031/QH18, có hiệu lực thi hành kể từ ngày 01/03/2032)
1. Bãi thả diều là bãi đất trống.
mau don.doc`;

  it('names the instruments on a page of the Codification', () => {
    const result = readText(CODIFICATION);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'several-instruments' } });
    expect(!result.ok && result.refusal.choices).toEqual([
      { code: 'luat-tha-dieu-2031', name: 'Luật Thả diều', number: '77/2031/QH18', articles: 2 },
      {
        code: 'nghi-dinh-8-2032-nd-cp',
        name: 'Nghị định Quy định chi tiết Luật Thả diều',
        number: '8/2032/NĐ-CP',
        articles: 1,
      },
    ]);
  });

  it('reads the one that is asked for, without references and files', () => {
    const { instrument, articles } = lawIn(CODIFICATION, 'luat-tha-dieu-2031');
    expect(instrument).toMatchObject({ name: 'Luật Thả diều', adoptedOn: '2031-11-20', inForceFrom: '2032-03-01' });
    expect(articles.map(({ number, heading, text }) => [number, heading, text])).toEqual([
      ['1', 'Phạm vi điều chỉnh', 'Luật này quy định về thả diều.'],
      ['2', 'Bãi thả diều', '1. Bãi thả diều là bãi đất trống.'],
    ]);
    expect(readText(CODIFICATION, 'luat-khac-2000')).toMatchObject({
      ok: false,
      refusal: { code: 'instrument-not-found' },
    });
  });
});

describe('what is not imported', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['a letter', 'Kính gửi bà con, xã mời bà con đến dự hội thả diều vào sáng chủ nhật tới.', 'not-a-law'],
    [
      'letters without their marks',
      'iu 1. Phm vi iu chnh. Lut nay quy nh v th diu va bai th diu. '.repeat(10),
      'broken-text-layer',
    ],
    [
      'letters that are no letters',
      `Điều 1. Phạm vi\n${'Luật n\u0001y quy \u0002\u0003nh về thả diều. '.repeat(10)}`,
      'broken-text-layer',
    ],
    ['an old encoding', '§iÒu 1. Ph¹m vi. LuËt nµy do Quèc héi ban hµnh. §iÒu 2. LuËt. §iÒu 3.', 'legacy-encoding'],
  ])('%s', (_, text, code) => {
    const result = readText(text);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect(!result.ok && result.refusal.message).toMatch(/\p{L}{3}/u);
  });

  it('warns of a text that a machine read from pictures', () => {
    const scanned = KITE_LAW.replace('Mọi', 'Mọi').replace(
      'Không thả diều gần đường điện.',
      'Không đựơc thả diều gần nguờì tứơc hửơng. '.repeat(40),
    );
    expect(kinds(scanned)).toContain('spelling-doubtful');
  });
});
