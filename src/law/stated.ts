import type { Day } from '../base/days.ts';
import { fold } from '../language/fold.ts';
import type { Amendment, LawArticle, LawReading } from './law-text.ts';
import { dayIn, seen } from './lines.ts';
import { boundFrom } from './notes.ts';
import { quotations } from './quotations.ts';

/** What one file says of one article: these words bind from this day. */
export interface StatedText {
  readonly article: string;
  readonly heading: string;
  readonly headingLine: string;
  readonly text: string;
  readonly divisions: readonly string[];
  readonly from: Day;
  /** Days after the instrument's start on which its notes say that the article was changed, the last of them `from`. */
  readonly changedOn: readonly Day[];
  /** The first of these days put the article in: before it there was none. */
  readonly inserted: boolean;
  readonly repealed: boolean;
}

/** What a law does to another instrument from a day on. */
export type StatedChange = StatedAmendment | StatedEnd;

export interface StatedAmendment {
  readonly kind: 'amendment';
  /** The instrument changed, by its folded name and, where the law gives it, its number. */
  readonly name: string;
  readonly number: string | undefined;
  readonly on: Day;
  readonly article: string;
  readonly clause?: string | undefined;
  readonly point?: string | undefined;
  /** `unclear`: the article changes, and how is not said in a form that can be carried out word for word. */
  readonly act: Amendment['act'] | 'unclear';
  readonly text?: string | undefined;
}

/** The instrument as a whole stops binding. */
export interface StatedEnd {
  readonly kind: 'end';
  readonly name: string;
  readonly number: string | undefined;
  /** The first day on which it binds no more. */
  readonly on: Day;
  /** The law says “trừ …”: parts go on, which ones is for a person to read. */
  readonly withExceptions: boolean;
}

/** What one file says, ready to be laid beside what others say. */
export interface Stated {
  readonly texts: readonly StatedText[];
  readonly changes: readonly StatedChange[];
  /** Articles that stand twice in the file; the first counts. */
  readonly twice: readonly string[];
  /** Instruments that it changes in a way that was not understood, as it names them. */
  readonly untraced: readonly string[];
}

/** @param startsOn The day from which the instrument itself binds. */
export function statedIn(reading: LawReading, startsOn: Day): Stated {
  const texts = new Map<string, StatedText>();
  const twice: string[] = [];
  for (const article of reading.articles) {
    if (texts.has(article.number)) twice.push(article.number);
    else texts.set(article.number, statedText(article, reading, startsOn));
  }
  const days = daysOfEffect(reading);
  // With several days somebody has to say which part binds when.
  const severalDays = days.length > 1;
  const on = severalDays ? (days[0] ?? startsOn) : startsOn;
  const amendments = reading.articles.flatMap((article) => amendmentsOf(article, reading, on, severalDays));
  return {
    texts: [...texts.values()],
    changes: [...amendments, ...endsIn(reading, startsOn)],
    twice,
    untraced: untracedIn(reading),
  };
}

/** Names of one instrument as laws write them: without its number, tone marks and capitals. */
export function foldedName(name: string): string {
  return fold(name)
    .replace(/ so \d.*$/s, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function statedText(article: LawArticle, reading: LawReading, startsOn: Day): StatedText {
  const notes = reading.notes.filter(({ number }) => article.notes.includes(number));
  const dated = notes
    .flatMap((note) => {
      const day = boundFrom(note, reading.instrument.amendedBy);
      return day !== undefined && day > startsOn
        ? [{ day, inserts: /^Điều này được bổ sung/iu.test(seen(note.text)) }]
        : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const changedOn = [...new Set(dated.map(({ day }) => day))];
  return {
    article: article.number,
    heading: article.heading,
    headingLine: article.headingLine,
    text: article.text,
    divisions: article.within.flatMap((nth) => {
      const division = reading.divisions[nth];
      return division ? [[division.label, division.title].filter(Boolean).join('. ')] : [];
    }),
    from: changedOn.at(-1) ?? startsOn,
    changedOn,
    inserted: dated.some(({ day, inserts }) => inserts && day === changedOn[0]),
    repealed: article.repealed,
  };
}

function amendmentsOf(
  { heading, text, amendments }: LawArticle,
  reading: LawReading,
  on: Day,
  severalDays: boolean,
): readonly StatedAmendment[] {
  const instrument = amendments.find((amendment) => amendment.instrument !== undefined)?.instrument;
  if (instrument === undefined) return [];
  const target = {
    kind: 'amendment',
    name: foldedName(instrument),
    number: numberOf(
      instrument,
      [heading, text.slice(0, FIRST_WORDS), ...reading.lines.slice(0, FIRST_LINES)],
      reading.instrument.number,
    ),
    on,
  } as const;
  const told = amendments.map(
    ({ act, target: place, text: words }): StatedAmendment => ({
      ...target,
      ...place,
      act: severalDays ? 'unclear' : act,
      text: words,
    }),
  );
  const words = articlesWithOtherWords(text).map(
    (article): StatedAmendment => ({ ...target, article, act: 'unclear' }),
  );
  return [...told, ...words];
}

/** A law gives the number of the one it amends in the heading, at its beginning or before its first article. */
const FIRST_WORDS = 600;
const FIRST_LINES = 60;
const NUMBER = String.raw`\d{1,4}/\d{4}/[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*`;

/** @param own The number of the law that amends: its own title names the other law too. */
function numberOf(instrument: string, places: readonly string[], own: string | undefined): string | undefined {
  const written = new RegExp(`số (${NUMBER})`, 'u').exec(instrument)?.[1];
  if (written !== undefined) return written;
  const name = instrument.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const named = new RegExp(`${name} số (${NUMBER})`, 'giu');
  return places
    .flatMap((place) => [...seen(place).matchAll(named)].map(([, number]) => number))
    .find((number) => number !== own);
}

const OTHER_WORDS = /(?:thay thế|thay|bỏ|bổ sung|bãi bỏ)(?: một số| các)? (?:cụm )?từ(?!\p{L})/iu;
const QUOTED = /[“"][^”"]{0,5000}[”"]/gu;

/** “Thay thế cụm từ “…” bằng cụm từ “…” tại khoản 2 Điều 5 và các điều 7, 9”: articles in which single words change. */
function articlesWithOtherWords(text: string): readonly string[] {
  const lines = text.split('\n');
  const quoted = new Set(
    quotations(lines).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, nth) => from + nth)),
  );
  const found = new Set<string>();
  let inside = false;
  for (const [nth, line] of lines.entries()) {
    if (quoted.has(nth)) continue;
    const plain = seen(line).replace(QUOTED, ' ');
    if (/^\d{1,3}[a-zđ]?\./u.test(plain)) inside = false;
    inside ||= OTHER_WORDS.test(plain);
    if (!inside) continue;
    for (const [, number = ''] of plain.matchAll(/Điều (\d{1,4}[a-zđ]?)(?![\p{L}\d])/gu)) found.add(number);
    for (const [, list = ''] of plain.matchAll(/các điều (\d[\d, a-zđvà]*)/giu)) {
      for (const [number] of list.matchAll(/\d{1,4}[a-zđ]?(?!\p{L})/gu)) found.add(number);
    }
  }
  return [...found];
}

const ENFORCEMENT = /hiệu lực|thi hành/iu;
const DAY_OF_EFFECT = /có hiệu lực (?:thi hành )?(?:kể )?từ (ngày \d{1,2} tháng \d{1,2} năm \d{4})/giu;
const OWN =
  /(?:Luật|Bộ luật|Nghị định|Pháp lệnh|Nghị quyết|Thông tư) này|(?:khoản|điểm|Điều|các điều) [^.;]{0,120}?(?:của Luật này|Luật này)?/iu;

/** The days that the law names for itself or parts of itself, in order. */
function daysOfEffect({ articles }: LawReading): readonly Day[] {
  const days = articles
    .slice(-LAST_ARTICLES)
    .filter(
      ({ heading, text }) =>
        ENFORCEMENT.test(heading) || /^\s*(?:1\. )?(?:Luật|Nghị định|Nghị quyết) này có hiệu lực/iu.test(text),
    )
    .flatMap(({ text }) =>
      text
        .replace(QUOTED, ' ')
        .split(/[\n.;]/)
        .filter((sentence) => OWN.test(sentence) && !/hết hiệu lực/iu.test(sentence))
        .flatMap((sentence) => [...sentence.matchAll(DAY_OF_EFFECT)].map(([, day = '']) => dayIn(day) ?? '')),
    );
  return [...new Set(days.filter(Boolean))].sort();
}
const LAST_ARTICLES = 6;

const ENDS = new RegExp(
  String.raw`(?<name>(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư)(?: (?!số)[^;.\n]{1,200}?)?) số (?<number>${NUMBER})(?<between>[^.;\n]{0,600}?) hết hiệu lực(?: thi hành)?(?: kể)? từ ngày (?<day>(?:Luật|Bộ luật|Nghị định|Nghị quyết|Pháp lệnh|Thông tư) này có hiệu lực|\d{1,2} tháng \d{1,2} năm \d{4})(?<rest>[^.;\n]*)`,
  'giu',
);

/** “Luật … số 66/2011/QH12 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành”. Only where the number says which one. */
function endsIn({ articles }: LawReading, startsOn: Day): readonly StatedEnd[] {
  return articles
    .slice(-LAST_ARTICLES)
    .filter(({ heading }) => ENFORCEMENT.test(heading))
    .flatMap(({ text }) =>
      [...text.replace(QUOTED, ' ').matchAll(ENDS)].flatMap(({ groups = {} }): readonly StatedEnd[] => {
        const { name = '', number, between = '', day = '', rest = '' } = groups;
        const on = /^\d/.test(day) ? dayIn(`ngày ${day}`) : startsOn;
        // “Khoản 2 Điều 5 Luật … hết hiệu lực” ends a part only.
        if (on === undefined || /(?:khoản|điều|điểm|chương) \d/iu.test(name)) return [];
        return [
          {
            kind: 'end',
            name: foldedName(name),
            number,
            on,
            withExceptions: /trừ /iu.test(`${between} ${rest}`),
          },
        ];
      }),
    );
}

const CHANGES_SEVERAL = new RegExp(
  String.raw`(?:sửa đổi|bổ sung|bãi bỏ|thay thế)[^\n“"]{0,300}? (?:của|tại|trong) (?<name>(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết)(?: (?!số)[^;.\n“"]{1,160}?)? số ${NUMBER})`,
  'giu',
);

/** Articles that say they change an instrument and in which no change was found. */
function untracedIn({ articles }: LawReading): readonly string[] {
  const names = articles
    .filter(({ heading, amendments }) => amendments.length === 0 && /sửa đổi|bổ sung|bãi bỏ|thay thế/iu.test(heading))
    .flatMap(({ heading, text }) =>
      [...`${heading}\n${text}`.replace(QUOTED, ' ').matchAll(CHANGES_SEVERAL)].map(({ groups = {} }) =>
        seen(groups.name ?? ''),
      ),
    );
  return [...new Set(names)];
}
