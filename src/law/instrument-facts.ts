import type { Day } from '../base/days.ts';
import type { InstrumentKind } from '../knowledge/instrument.ts';
import { fold } from '../language/fold.ts';
import { instrumentCode, treatyNamed } from './instrument-code.ts';
import type { AmendingLaw, InstrumentFacts, LawArticle } from './law-text.ts';
import { dayIn, isCapitals, seen, withoutMarks } from './lines.ts';

const KINDS: readonly (readonly [word: string, kind: InstrumentKind | undefined])[] = [
  ['Bộ luật', 'code'],
  ['Luật', 'law'],
  ['Hiến pháp', 'constitution'],
  ['Pháp lệnh', 'ordinance'],
  ['Nghị quyết', 'resolution'],
  ['Nghị định', 'decree'],
  ['Thông tư liên tịch', 'circular'],
  ['Thông tư', 'circular'],
  ['Quyết định', undefined],
  ['Chỉ thị', undefined],
];
const KIND_WORD = KINDS.map(([word]) => word).join('|');
const KIND_LINE = new RegExp(`^(${KIND_WORD})(?![\\p{Ll}])\\s*(.*)$`, 'iu');
const NUMBER = /\b(\d{1,4}\/(?:\d{4}\/)?[\p{Lu}][\p{Lu}\d]*(?:[-/][\p{Lu}][\p{L}\d]*)*)/u;
const CONSOLIDATED = new RegExp(
  `^(?<name>(?:${KIND_WORD}) .{0,300}?|Hiến pháp.{0,80}?) ?số (?<number>\\d{1,4} ?/ ?\\d{4} ?/ ?[\\p{Lu}\\d-]+) (?<day>ngày \\d{1,2} tháng \\d{1,2} năm \\d{4})(?<rest>.*)$`,
  'iu',
);
const ENACTED = new RegExp(
  `^(?:.{0,300}[;.,] ?)?(?:(?<by>\\p{Lu}[\\p{L} ,-]{2,80}?) )?ban hành (?<name>(?:${KIND_WORD})\\b(?!\\s+này).{0,600}?)[.,:;]?$`,
  'iu',
);

interface FactsNeeds {
  /** The lines before the first heading. */
  readonly front: readonly string[];
  /** The lines after the last article: who passed it, and when. */
  readonly closing: readonly string[];
  readonly articles: readonly Pick<LawArticle, 'heading' | 'text'>[];
}

/** Reads from a law's own words what it is: nothing is looked up and nothing guessed. */
export function instrumentFacts({ front, closing, articles }: FactsNeeds): InstrumentFacts {
  const lines = front.map((line) => withoutMarks(seen(line))).filter(Boolean);
  const consolidated = lines
    .map((line) => CONSOLIDATED.exec(line)?.groups)
    .find(
      (groups) => groups && /^,? (?:của|được) .*(?:có hiệu lực|sửa đổi, bổ sung (?:bởi|theo))/u.test(groups.rest ?? ''),
    );
  const title = titleIn(lines);
  const treaty = treatyIn(lines);
  const english = title || treaty ? undefined : englishTitle(lines);
  const name = treaty && !title ? undefined : (english?.name ?? nameOf(lines, title));
  const kind = english?.kind ?? kindOf(name) ?? treaty?.kind;
  const number = consolidated?.number?.replace(/ /g, '') ?? numberIn(lines);
  const passed = closing.map(seen).find((line) => /thông qua/u.test(line));
  const adoptedOn =
    dayIn(consolidated?.day ?? '') ?? dayIn(lastDay(passed ?? '')) ?? headerDay(lines) ?? dayAfterNumber(lines, number);
  const year = (adoptedOn ?? /\/(\d{4})\//.exec(number ?? '')?.[1])?.slice(0, 4);
  return {
    code:
      treaty && (kind === undefined || kind === treaty.kind)
        ? treaty.code
        : // a code is made of the Vietnamese name, which a translation does not give
          instrumentCode({ kind, name: english ? undefined : name, number, year }),
    kind,
    name: name ?? treaty?.name,
    number,
    adoptedOn,
    inForceFrom: dayIn(/có hiệu lực.*$/u.exec(consolidated?.rest ?? '')?.[0] ?? '') ?? startIn(articles, adoptedOn),
    issuedBy: issuerOf(lines, number),
    amendedBy: amendingLaws(lines),
    amends: amendedNames(articles),
  };
}

interface Title {
  readonly kind: string;
  readonly rest: string;
}

/** The kind on a line of its own, or in front of the title, in capitals; then the lines of the title. */
function titleIn(lines: readonly string[]): Title | undefined {
  const at = lines.findIndex((line) => {
    const match = KIND_LINE.exec(line);
    return match !== null && isCapitals(line) && !/(?:^|\s)SỐ ?:? ?\d/iu.test(line) && line.length < 400;
  });
  if (at === -1) return undefined;
  const [, kind = '', first = ''] = KIND_LINE.exec(lines[at] ?? '') ?? [];
  const more: string[] = [];
  for (const line of lines.slice(at + 1, at + 12)) {
    if (
      !/\p{L}/u.test(line) ||
      /^Số ?:/u.test(line) ||
      BEGINS_TEXT.test(line) ||
      CONSOLIDATED.test(line) ||
      /[;:]$/.test(line)
    )
      break;
    if (more.length > 0 && isCapitals(more[0] ?? '') && !isCapitals(line)) break;
    more.push(line);
  }
  return { kind, rest: [first, ...more].join(' ').trim() };
}

const BEGINS_TEXT =
  /^(?:Căn cứ|Theo đề nghị|Xét |Quốc hội|Chính phủ|LỜI NÓI ĐẦU|Lời nói đầu|Bộ trưởng|Thực hiện|Để |Với |\(|Ủy ban|MỤC LỤC|Trải qua)/u;

/** As the law writes its own name in “… ban hành Luật …”; else from its title, with capitals taken down. */
function nameOf(lines: readonly string[], title: Title | undefined): string | undefined {
  const given = lines
    .map((line) => CONSOLIDATED.exec(line)?.groups?.name ?? ENACTED.exec(line)?.groups?.name)
    .filter((name) => name !== undefined)
    .map((name) => name.replace(/ (?:số \d|này ).*$/u, '').trim());
  if (title === undefined) return given[0] && asName(given[0]);
  const whole = `${title.kind} ${title.rest}`.trim();
  const same = given.find((name) => plain(name) === plain(whole));
  if (same) return asName(same);
  if (kindOf(whole) === 'constitution') return 'Hiến pháp';
  return asName(isCapitals(whole) ? lowered(whole) : whole);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function lowered(text: string): string {
  return text
    .toLocaleLowerCase('vi')
    .replace(/\bviệt nam\b/gu, 'Việt Nam')
    .replace(/\bhiv\/aids\b/gu, 'HIV/AIDS');
}

/** Kind and first word of the name with a capital, as official names are written: `Luật Trợ giúp pháp lý`. */
function asName(text: string): string {
  const [, kind = '', rest = ''] = KIND_LINE.exec(text) ?? [undefined, '', text];
  const word = KINDS.find(([one]) => one.toLocaleLowerCase('vi') === kind.toLocaleLowerCase('vi'))?.[0] ?? kind;
  return `${word} ${rest.slice(0, 1).toLocaleUpperCase('vi')}${rest.slice(1)}`.replace(/\s+/g, ' ').trim();
}

function kindOf(name: string | undefined): InstrumentKind | undefined {
  const word = KIND_LINE.exec(name ?? '')?.[1]?.toLocaleLowerCase('vi');
  return KINDS.find(([one]) => one.toLocaleLowerCase('vi') === word)?.[1];
}

const ENGLISH_KINDS: Readonly<Record<string, InstrumentKind>> = {
  law: 'law',
  code: 'code',
  decree: 'decree',
  ordinance: 'ordinance',
  circular: 'circular',
  resolution: 'resolution',
};

/** `LAW` on a line of its own and the title below it, as translations print them. */
function englishTitle(lines: readonly string[]): { readonly name: string; readonly kind: InstrumentKind } | undefined {
  const at = lines.findIndex((line) => Object.hasOwn(ENGLISH_KINDS, line.toLowerCase()));
  const kind = ENGLISH_KINDS[lines[at]?.toLowerCase() ?? ''];
  const title = lines[at + 1]?.replace(/\[.*$/u, '').trim();
  if (kind === undefined || title === undefined) return undefined;
  const word = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return { name: `${word} ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`, kind };
}

/** A treaty's title on one line or two, near the top. */
function treatyIn(lines: readonly string[]): (ReturnType<typeof treatyNamed> & { readonly name: string }) | undefined {
  const short = lines.filter((line) => line.length < 200).slice(0, 15);
  const pairs = short.map((line, nth) => `${line} ${short[nth + 1] ?? ''}`);
  for (const name of [...short, ...pairs]) {
    const named = treatyNamed(name);
    if (named) return { ...named, name };
  }
  return undefined;
}

/** The number on a line of its own, `Luật số: 11/2017/QH14`; else the one that follows the kind in a short heading. */
function numberIn(lines: readonly string[]): string | undefined {
  const own = lines
    .filter((line) => line.length < 300 && !BEGINS_TEXT.test(line))
    .map(
      (line) =>
        /(?:^|\s)(?:số|SỐ|Số|No\.?) ?: ?(\d.*)$/u.exec(line)?.[1] ??
        /^(?:Law|Code|Decree) No\. ?(\d.*)$/iu.exec(line)?.[1],
    )
    .find((rest) => rest !== undefined && !/^\S*VBHN/u.test(rest));
  const heading = new RegExp(`^(?:${KIND_WORD})\\b.{0,300} số \\d[^;]{0,40}$`, 'iu');
  const titled = lines.find((line) => heading.test(line) && !BEGINS_TEXT.test(line));
  return NUMBER.exec(own ?? titled ?? '')?.[1];
}

/** `Hà Nội, ngày 20 tháng 6 năm 2017`, alone or beside the number in a table's row. */
function headerDay(lines: readonly string[]): Day | undefined {
  const line = lines.find(
    (one) => one.length < 200 && /(?:^|\s)\p{Lu}[\p{L} .-]{1,30}, ?ngày \d{1,2} tháng \d{1,2} năm \d{4}/u.test(one),
  );
  return line && dayIn(line.slice(line.search(/, ?ngày/u)));
}

function dayAfterNumber(lines: readonly string[], number: string | undefined): Day | undefined {
  if (number === undefined) return undefined;
  const line = lines.find((one) => one.includes(number) && /ngày/u.test(one));
  return line && dayIn(line.slice(line.indexOf(number)));
}

function lastDay(line: string): string {
  return line.slice(Math.max(0, line.lastIndexOf('ngày')));
}

const STARTS =
  /có hiệu lực (?:thi hành )?(?:kể )?từ (ngày (?:\d{1,2} tháng \d{1,2} năm \d{4}|ký ban hành|ký|thông qua|được thông qua))/iu;

/** The day the law gives itself in its last articles. */
function startIn(articles: FactsNeeds['articles'], adoptedOn: Day | undefined): Day | undefined {
  for (const { heading, text } of articles.slice(-6)) {
    if (!/hiệu lực|thi hành/iu.test(`${heading} ${text.slice(0, 200)}`)) continue;
    const found =
      /(?:Luật|Bộ luật|Nghị định|Pháp lệnh|Nghị quyết|Thông tư|Hiến pháp|Quyết định) này [^.;\n]{0,80}/iu.exec(text);
    const day = STARTS.exec(text.slice(found?.index ?? text.length))?.[1];
    if (day !== undefined) return /\d/.test(day) ? dayIn(day) : adoptedOn;
  }
  return undefined;
}

function issuerOf(lines: readonly string[], number: string | undefined): string | undefined {
  const by = lines.map((line) => ENACTED.exec(line)?.groups?.by).find((one) => one !== undefined);
  if (by !== undefined) return by;
  if (/UBTVQH\d+$/u.test(number ?? '')) return 'Ủy ban Thường vụ Quốc hội';
  if (/QH\d+$/u.test(number ?? '')) return 'Quốc hội';
  if (/NĐ-CP$/u.test(number ?? '')) return 'Chính phủ';
  return undefined;
}

/** The numbered lines after “được sửa đổi, bổ sung bởi:”. */
function amendingLaws(lines: readonly string[]): readonly AmendingLaw[] {
  const from = lines.findIndex((line) => /được sửa đổi,? bổ sung (?:bởi|theo) ?:?$/u.test(line));
  const sentence =
    from === -1 ? lines.find((line) => /có hiệu lực .*được sửa đổi,? bổ sung (?:bởi|theo)/u.test(line)) : undefined;
  const listed =
    from === -1
      ? (sentence?.replace(/^.*?được sửa đổi,? bổ sung (?:bởi|theo) ?:?/u, '').split(/;\s*/) ?? [])
      : lines.slice(from + 1, indexOrEnd(lines, from + 1));
  return listed.flatMap((line): readonly AmendingLaw[] => {
    const number = NUMBER.exec(line)?.[1];
    if (number === undefined) return [];
    const [before = '', after = ''] = line.split(/có hiệu lực/u);
    return [
      {
        number,
        name: line.replace(/^\d{1,2}\. ?/u, '').replace(/[;.]$/u, ''),
        adoptedOn: dayIn(before),
        inForceFrom: dayIn(after),
      },
    ];
  });
}

function indexOrEnd(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, nth) => nth >= from && /^(?:Căn cứ|Quốc hội ban hành|Theo đề nghị)/u.test(line));
  return end === -1 ? lines.length : end;
}

/** `Luật Quốc tịch Việt Nam` from “Sửa đổi, bổ sung một số điều của Luật Quốc tịch Việt Nam”. */
function amendedNames(articles: FactsNeeds['articles']): readonly string[] {
  const names = articles.flatMap(({ heading }) => amendedName(heading) ?? []);
  return [...new Set(names)];
}

/** The instrument that the heading of an amending article names. */
export function amendedName(heading: string): string | undefined {
  const found = new RegExp(
    `(?:sửa đổi|bổ sung|bãi bỏ|thay thế).{0,200}? (?:của|tại) ((?:${KIND_WORD})\\b.*)$`,
    'iu',
  ).exec(heading)?.[1];
  if (found === undefined) return undefined;
  const byNumber = /^(?:\p{L}+ ){1,4}?số \d\S*/u.exec(found)?.[0];
  return byNumber ?? asName(found.replace(/ (?:số \d|đã được|như sau|ngày \d).*$/u, '').replace(/[.:,;]$/u, ''));
}
