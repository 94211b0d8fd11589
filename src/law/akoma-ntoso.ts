import type { Day } from '../base/days.ts';
import type { InstrumentKind } from '../knowledge/instrument.ts';
import { fold } from '../language/fold.ts';
import type { ArticleWords } from './apply-change.ts';
import { clausesOf } from './clauses.ts';
import { articleHeading, divisionHeading } from './headings.ts';

/** An article of an expression, with where it stands. */
export interface AknArticle extends ArticleWords {
  readonly article: string;
  readonly divisions: readonly string[];
  readonly sha256: string;
}

/** A turn in the life of an instrument. */
export interface AknEvent {
  readonly day: Day;
  readonly type: 'generation' | 'amendment' | 'repeal';
}

/** An instrument as it binds on a day. */
export interface AknExpression {
  readonly code: string;
  readonly kind: InstrumentKind | undefined;
  readonly name: string;
  readonly number: string | undefined;
  readonly adoptedOn: Day | undefined;
  readonly issuedBy: string | undefined;
  /** ISO 639-2: `vie`, `eng`. */
  readonly language: 'vie' | 'eng';
  /** The first day of this state of the instrument. */
  readonly day: Day;
  /** The day on which the file is made. */
  readonly madeOn: Day;
  readonly url: string | undefined;
  readonly events: readonly AknEvent[];
  readonly articles: readonly AknArticle[];
  /** Articles that bind on the day and are not held. */
  readonly missing: readonly string[];
}

export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** What Akoma Ntoso has no place for: hashes of articles, and those that are missing. */
const OWN_NAMESPACE = 'urn:hoi-quyen:law:1';

/**
 * An instrument as an Akoma Ntoso 3.0 act (OASIS LegalDocML), one state of it.
 *
 * Khoản is `paragraph`, điểm is `point`. Each line of a text is one `p`, and each number stands in `num` with the space
 * after it, so that `articleText` gives back the very characters that are stored. Characters that XML cannot hold stand as
 * U+FFFD; laws have none.
 */
export function akomaNtoso(expression: AknExpression): string {
  const { kind, articles } = expression;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${AKN_NAMESPACE}">`,
    `<act name="${attribute(kind ?? 'act')}" contains="singleVersion">`,
    ...metaOf(expression),
    '<preface>',
    `<longTitle eId="preface__longTitle"><p>${titleOf(expression)}</p></longTitle>`,
    '</preface>',
    '<body>',
    ...bodyOf(articles),
    '</body>',
    '</act>',
    '</akomaNtoso>',
    '',
  ].join('\n');
}

function metaOf(expression: AknExpression): readonly string[] {
  const { code, name, number, adoptedOn, issuedBy, language, day, madeOn, url, events, articles, missing } = expression;
  const work = `/akn/vn/act/${adoptedOn ?? day}/${code}`;
  const expressed = `${work}/${language}@${day}`;
  const frbr = (level: 'Work' | 'Expression' | 'Manifestation', uri: string, rest: readonly string[]): string[] => [
    `<FRBR${level}>`,
    `<FRBRthis value="${attribute(level === 'Manifestation' ? `${expressed}/!main.xml` : `${uri}/!main`)}"/>`,
    `<FRBRuri value="${attribute(uri)}"/>`,
    ...rest,
    `</FRBR${level}>`,
  ];
  return [
    '<meta>',
    '<identification source="#hoi-quyen">',
    ...frbr('Work', work, [
      ...(url === undefined ? [] : [`<FRBRalias name="published" value="${attribute(url)}"/>`]),
      `<FRBRdate date="${adoptedOn ?? day}" name="${adoptedOn === undefined ? 'in-force' : 'adoption'}"/>`,
      '<FRBRauthor href="#issuer" as="#author"/>',
      '<FRBRcountry value="vn"/>',
      ...(number === undefined ? [] : [`<FRBRnumber value="${attribute(number)}"/>`]),
      `<FRBRname value="${attribute(name)}"/>`,
    ]),
    ...frbr('Expression', expressed, [
      `<FRBRdate date="${day}" name="in-force"/>`,
      '<FRBRauthor href="#issuer" as="#author"/>',
      `<FRBRlanguage language="${language}"/>`,
    ]),
    ...frbr('Manifestation', `${expressed}.xml`, [
      `<FRBRdate date="${madeOn}" name="export"/>`,
      '<FRBRauthor href="#hoi-quyen" as="#editor"/>',
      '<FRBRformat value="application/akn+xml"/>',
    ]),
    '</identification>',
    '<lifecycle source="#hoi-quyen">',
    ...events.map(
      ({ day: date, type }, nth) =>
        `<eventRef eId="eventRef_${nth + 1}" date="${date}" type="${type}" source="#work"/>`,
    ),
    '</lifecycle>',
    '<references source="#hoi-quyen">',
    `<original eId="work" href="${attribute(work)}" showAs="${attribute(name)}"/>`,
    `<TLCOrganization eId="issuer" href="/ontology/organization/vn/${hyphenated(issuedBy ?? 'unknown')}" showAs="${attribute(issuedBy ?? 'không rõ')}"/>`,
    '<TLCOrganization eId="hoi-quyen" href="/ontology/organization/vn/hoi-quyen" showAs="Hỏi Quyền"/>',
    '<TLCRole eId="author" href="/ontology/role/author" showAs="Cơ quan ban hành"/>',
    '<TLCRole eId="editor" href="/ontology/role/editor" showAs="Nơi xuất dữ liệu"/>',
    '</references>',
    '<proprietary source="#hoi-quyen">',
    `<hq:articles xmlns:hq="${OWN_NAMESPACE}">`,
    ...articles.map(({ article, sha256 }) => `<hq:article of="#${articleId(article)}" sha256="${sha256}"/>`),
    ...missing.map((article) => `<hq:missing article="${attribute(article)}"/>`),
    '</hq:articles>',
    '</proprietary>',
    '</meta>',
  ];
}

function titleOf({ name, number }: AknExpression): string {
  const title = `<docTitle>${text(name)}</docTitle>`;
  return number === undefined ? title : `${title} số <docNumber>${text(number)}</docNumber>`;
}

const ELEMENTS = {
  part: { element: 'part', id: 'part' },
  chapter: { element: 'chapter', id: 'chp' },
  section: { element: 'section', id: 'sec' },
  subsection: { element: 'subsection', id: 'subsec' },
} as const;

interface OpenDivision {
  readonly says: string;
  readonly element: string;
  readonly id: string;
}

function bodyOf(articles: readonly AknArticle[]): readonly string[] {
  const lines: string[] = [];
  const open: OpenDivision[] = [];
  const ids = new OwnIds();
  const close = (): void => {
    const division = open.pop();
    if (division) lines.push(`</${division.element}>`);
  };
  for (const one of articles) {
    const shared = open.findIndex(({ says }, nth) => says !== one.divisions[nth]);
    const kept = shared === -1 ? Math.min(open.length, one.divisions.length) : shared;
    while (open.length > kept) close();
    for (const says of one.divisions.slice(kept)) {
      const division = divisionHeading(says);
      const { element, id } = ELEMENTS[division?.level ?? 'chapter'];
      const label = division?.label ?? says;
      const own = ids.of(`${open.at(-1) ? `${open.at(-1)?.id}__` : ''}${id}_${label.split(' ').at(-1) ?? ''}`);
      lines.push(`<${element} eId="${own}">`, `<num>${text(label)}</num>`);
      if (division?.title) lines.push(`<heading>${text(division.title)}</heading>`);
      open.push({ says, element, id: own });
    }
    lines.push(...articleLines(one, ids));
  }
  while (open.length > 0) close();
  return lines;
}

function articleLines({ article, headingLine, text: words }: AknArticle, ids: OwnIds): readonly string[] {
  const id = ids.of(articleId(article));
  const rest = articleHeading(headingLine)?.rest ?? '';
  const title = rest.trimStart();
  const num = headingLine.slice(0, headingLine.length - title.length);
  const clauses = clausesOf(words);
  const first = clauses[0]?.at ?? words.length;
  return [
    `<article eId="${id}">`,
    `<num>${text(num)}</num>`,
    ...(title === '' ? [] : [`<heading>${text(title)}</heading>`]),
    ...(clauses.length === 0
      ? ['<content>', ...paragraphs(words), '</content>']
      : [
          ...(first > 0 ? ['<intro>', ...paragraphs(without(words.slice(0, first))), '</intro>'] : []),
          ...clauses.flatMap((clause, nth) => {
            const to = clauses[nth + 1]?.at ?? words.length;
            const own = ids.of(`${id}__para_${clause.number}`);
            const points = clause.points;
            const head = piece(words, clause.at, points[0]?.at ?? to);
            return [
              `<paragraph eId="${own}">`,
              `<num>${text(head.num)}</num>`,
              ...(points.length === 0
                ? ['<content>', ...paragraphs(head.rest), '</content>']
                : [
                    '<intro>',
                    ...paragraphs(head.rest),
                    '</intro>',
                    ...points.flatMap((point, at) => {
                      const part = piece(words, point.at, points[at + 1]?.at ?? to);
                      return [
                        `<point eId="${ids.of(`${own}__point_${point.letter.replace('đ', 'dd')}`)}">`,
                        `<num>${text(part.num)}</num>`,
                        '<content>',
                        ...paragraphs(part.rest),
                        '</content>',
                        '</point>',
                      ];
                    }),
                  ]),
              '</paragraph>',
            ];
          }),
        ]),
    '</article>',
  ];
}

const NUM = /^\s*[\p{L}\d]{1,4}\s?[.)/]\s*/u;

/** A clause or point: its number with the space after it, and the rest. The line break before the next one is left out. */
function piece(words: string, from: number, to: number): { readonly num: string; readonly rest: string } {
  const whole = to < words.length ? without(words.slice(from, to)) : words.slice(from, to);
  const line = whole.split('\n', 1)[0] ?? '';
  const num = NUM.exec(line)?.[0] ?? '';
  return { num, rest: whole.slice(num.length) };
}

function without(words: string): string {
  return words.endsWith('\n') ? words.slice(0, -1) : words;
}

function paragraphs(words: string): readonly string[] {
  return words.split('\n').map((line) => `<p>${text(line)}</p>`);
}

/** Ids that stand once in a document: a law may number two clauses alike. */
class OwnIds {
  readonly #given = new Map<string, number>();

  of(wanted: string): string {
    const id = wanted.replace(/\s/gu, '-');
    const times = (this.#given.get(id) ?? 0) + 1;
    this.#given.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  }
}

function articleId(article: string): string {
  return `art_${article.replace('đ', 'dd')}`;
}

function hyphenated(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What XML 1.0 cannot hold. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function text(words: string): string {
  return words
    .replace(UNWRITABLE, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');
}

function attribute(words: string): string {
  return text(words)
    .replace(/"/g, '&quot;')
    .replace(/[\n\t]/g, ' ');
}
