import { describe, expect, it } from 'vitest';
import { AKN_NAMESPACE, type AknArticle, type AknExpression, akomaNtoso } from '../../src/law/akoma-ntoso.ts';
import { fc } from '../support/property.ts';
import { elementsOf, readXml, type XmlElement } from '../support/strict-xml.ts';

function anArticle(text: string, more: Partial<AknArticle> = {}): AknArticle {
  return {
    article: '7',
    heading: 'Người được trợ giúp',
    headingLine: 'Điều 7. Người được trợ giúp',
    text,
    divisions: [],
    sha256: 'a1b2',
    ...more,
  };
}

function anExpression(articles: readonly AknArticle[]): AknExpression {
  return {
    code: 'luat-muon-sach-2020',
    kind: 'law',
    name: 'Luật Mượn & trả sách "mới"',
    number: '61/2020/QH14',
    adoptedOn: '2020-06-20',
    issuedBy: 'Quốc hội',
    language: 'vie',
    day: '2027-01-01',
    madeOn: '2026-11-29',
    url: undefined,
    events: [
      { day: '2021-01-01', type: 'generation' },
      { day: '2027-01-01', type: 'amendment' },
    ],
    articles,
    missing: ['9'],
  };
}

const read = (articles: readonly AknArticle[]): XmlElement => readXml(akomaNtoso(anExpression(articles)));
const child = (element: XmlElement | undefined, name: string) => element?.children.find((one) => one.name === name);
const words = (element: XmlElement | undefined, name: string) => child(element, name)?.text ?? '';
const lines = (element: XmlElement | undefined) => element?.children.map(({ text }) => text).join('\n') ?? '';

/** What anybody who takes the file over puts together again: numbers, and lines with a line break between. */
function wordsOf(article: XmlElement): string {
  const parts = article.children.flatMap((part): readonly string[] => {
    if (part.name === 'content' || part.name === 'intro') return [lines(part)];
    if (part.name !== 'paragraph') return [];
    return [
      words(part, 'num') + lines(child(part, 'content') ?? child(part, 'intro')),
      ...part.children
        .filter(({ name }) => name === 'point')
        .map((point) => words(point, 'num') + lines(child(point, 'content'))),
    ];
  });
  return `${words(article, 'num')}${words(article, 'heading')}\n${parts.join('\n')}`;
}

describe('an Akoma Ntoso act', () => {
  it('says which work, which state of it and which file it is', () => {
    const act = read([anArticle('Văn bản.')]).children[0];
    const meta = child(act, 'meta');
    const identification = child(meta, 'identification');
    expect(identification?.children.map(({ name }) => name)).toEqual([
      'FRBRWork',
      'FRBRExpression',
      'FRBRManifestation',
    ]);
    expect(meta?.children.map(({ name }) => name)).toEqual([
      'identification',
      'lifecycle',
      'references',
      'proprietary',
    ]);
    const uris = elementsOf(meta as XmlElement, 'FRBRuri').map(({ attributes }) => attributes.get('value'));
    expect(uris).toEqual([
      '/akn/vn/act/2020-06-20/luat-muon-sach-2020',
      '/akn/vn/act/2020-06-20/luat-muon-sach-2020/vie@2027-01-01',
      '/akn/vn/act/2020-06-20/luat-muon-sach-2020/vie@2027-01-01.xml',
    ]);
    expect(elementsOf(meta as XmlElement, 'FRBRname')[0]?.attributes.get('value')).toBe('Luật Mượn & trả sách "mới"');
    expect(elementsOf(meta as XmlElement, 'eventRef').map(({ attributes }) => attributes.get('date'))).toEqual([
      '2021-01-01',
      '2027-01-01',
    ]);
  });

  it('is in the namespace of the standard, and says what is missing in its own', () => {
    const root = read([anArticle('Văn bản.')]);
    expect(root.attributes.get('xmlns')).toBe(AKN_NAMESPACE);
    expect(elementsOf(root, 'hq:missing').map(({ attributes }) => attributes.get('article'))).toEqual(['9']);
    expect(elementsOf(root, 'hq:article').map(({ attributes }) => attributes.get('of'))).toEqual(['#art_7']);
  });

  it('names every reference that it makes', () => {
    const root = read([anArticle('1. Một.\n2. Hai.')]);
    const ids = new Set(all(root).flatMap(({ attributes }) => attributes.get('eId') ?? []));
    const used = all(root).flatMap(({ attributes }) =>
      ['source', 'href', 'as', 'of'].flatMap((name) => attributes.get(name) ?? []),
    );
    const inside = used.filter((reference) => reference.startsWith('#'));
    expect(inside.length).toBeGreaterThan(5);
    expect(inside.filter((reference) => !ids.has(reference.slice(1)))).toEqual([]);
  });

  it('has chapters, sections, articles, clauses and points in each other, under ids of the naming convention', () => {
    const first = ['Chương I. CHUNG'];
    const second = ['Chương II. MƯỢN', 'Mục 1. SÁCH'];
    const root = read([
      anArticle('Văn bản.', { article: '1', headingLine: 'Điều 1. Phạm vi', divisions: first }),
      anArticle('Gồm:\n1. Một:\na) Sách;\nđ) Báo.\n2. Hai.', {
        article: '4a',
        headingLine: 'Điều 4a. Ai',
        divisions: second,
      }),
      anArticle('Văn bản.', { article: '5', headingLine: 'Điều 5. Hạn', divisions: second.slice(0, 1) }),
    ]);
    const body = elementsOf(root, 'body')[0];
    const tree = (element: XmlElement): readonly string[] =>
      element.children.flatMap((one) => {
        const id = one.attributes.get('eId');
        return [...(id ? [id] : []), ...tree(one)];
      });
    expect(tree(body as XmlElement)).toEqual([
      'chp_I',
      'art_1',
      'chp_II',
      'chp_II__sec_1',
      'art_4a',
      'art_4a__para_1',
      'art_4a__para_1__point_a',
      'art_4a__para_1__point_dd',
      'art_4a__para_2',
      'art_5',
    ]);
    expect(elementsOf(root, 'chapter')[1]?.children.map(({ name }) => name)).toEqual([
      'num',
      'heading',
      'section',
      'article',
    ]);
  });

  it.each([
    ['one line', 'Luật này quy định về mượn sách.'],
    ['clauses and points', 'Gồm:\n1. Một:\na) Sách;\nb)  Báo.\n\n2.[3] Hai.\ncòn nữa'],
    ['letters that XML keeps for itself', '1. Nếu a < b & c > d thì "được" ]]> &amp;.\n2. \tHai  dấu cách '],
    ['numbers that stand twice', '1. Một.\na) A;\na) A nữa.\n2. Hai.'],
    ['nothing', ''],
  ])('gives the very words back: %s', (_, text) => {
    const article = anArticle(text);
    const [found] = elementsOf(read([article]), 'article');
    expect(wordsOf(found as XmlElement)).toBe(`${article.headingLine}\n${text}`);
  });

  it('gives the very words back, whatever they are', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '1. Một',
        '2a. Hai',
        'a) A;',
        '  b) B',
        'đ) Đ.',
        '1.',
        '',
        '  ',
        'Điều 8. Lạ',
        '“1. trích”',
        '<p>&',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('Điều 7. Ai[2]', 'Điều 7.', 'Article 7', 'Lạ'),
        (all_, headingLine) => {
          const text = all_.join('\n').normalize('NFC').replace(UNWRITABLE, '');
          const [found] = elementsOf(read([anArticle(text, { headingLine })]), 'article');
          expect(wordsOf(found as XmlElement)).toBe(`${headingLine}\n${text}`);
        },
      ),
    );
  });

  it('gives every element its own id', () => {
    const root = read([anArticle('1. Một.\na) A;\na) A nữa.\n2. Hai.'), anArticle('Lại Điều 7.')]);
    const ids = all(root).flatMap(({ attributes }) => attributes.get('eId') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const UNWRITABLE = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function all(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}
