import { covers, type Day, dayForPeople } from '../../src/base/days.ts';
import { compareTexts } from '../../src/curation/compare.ts';
import { touchedBy } from '../../src/law/impact.ts';
import { isNeeded } from '../../src/law/law-changes.ts';
import type { Wording } from '../../src/ports/laws.ts';
import { askedInWords, OUTCOME_WORDS } from '../../src/web/console/law/outcome-words.ts';
import type { LawDesk } from './open-law.ts';

const WORDS = OUTCOME_WORDS.vi;

/** What is held: an instrument in each line. */
export async function listLaws({ store }: LawDesk, today: Day, json: boolean): Promise<string> {
  const { sources, heads, asked } = await store.transaction(async ({ laws }) => ({
    sources: await laws.sources(),
    heads: await laws.heads(),
    asked: (await laws.askedFor()).filter((one) => isNeeded(one, today)),
  }));
  const codes = [...new Set([...sources.map(({ code }) => code), ...heads.map(({ code }) => code)])].sort();
  const rows = codes.map((code) => {
    const own = sources.filter((source) => source.code === code);
    const facts = own[0]?.facts;
    return {
      code,
      name: facts?.name ?? null,
      number: facts?.number ?? null,
      articles: heads.filter((head) => head.code === code && covers(head.inForce, today)).length,
      wordings: heads.filter((head) => head.code === code).length,
      sources: own.length,
      askedFor: asked.filter((one) => one.code === code).length,
    };
  });
  if (json) return JSON.stringify(rows);
  if (rows.length === 0) return 'Chưa có văn bản nào. npm run law -- import TỆP…';
  return rows
    .map(
      ({ code, number, articles, wordings, sources: files, askedFor }) =>
        `${code}  số ${number ?? 'không rõ'}  ${articles} điều hôm nay, ${wordings} nội dung, ${files} tệp${askedFor > 0 ? `, còn cần ${askedFor}` : ''}`,
    )
    .join('\n');
}

export interface Place {
  readonly code: string;
  readonly article: string | undefined;
}

/** `CODE` or `CODE:ARTICLE`. */
export function placeIn(text: string): Place {
  const [code = '', article] = text.split(':');
  return { code, article: article?.split('.')[0] };
}

/** An instrument with its sources and contents, or an article with its wordings; with a day, as it binds on that day. */
export async function showLaw(
  { code, article }: Place,
  { asOf, today }: { readonly asOf: Day | undefined; readonly today: Day },
  { store }: LawDesk,
  json: boolean,
): Promise<string | undefined> {
  const { sources, wordings, asked } = await store.transaction(async ({ laws }) => ({
    sources: await laws.sources(code),
    wordings: article === undefined ? await laws.ofInstrument(code) : await laws.wordings(code, article),
    asked: (await laws.askedFor(code)).filter(
      (one) => isNeeded(one, today) && (article === undefined || one.article === article),
    ),
  }));
  const shown = wordings.filter(({ inForce }) => asOf === undefined || covers(inForce, asOf));
  if (sources.length === 0 && wordings.length === 0) return undefined;
  if (json) return JSON.stringify({ code, sources, wordings: shown, askedFor: asked });
  const from = new Map(sources.map((source) => [source.id, source]));
  const lines =
    article === undefined
      ? [
          ...sources.map(
            ({ facts, fileName, fileSha256, url, at }) =>
              `${facts.name ?? code} · số ${facts.number ?? 'không rõ'} · ${fileName} · ${url ?? 'không có địa chỉ'} · SHA-256 ${fileSha256.slice(0, 16)}… · nhập ${at.toISOString().slice(0, 10)}`,
          ),
          ...shown.map(
            ({ headingLine, inForce }) => `${headingLine.trim()}  (${WORDS.span(inForce.from, inForce.to)})`,
          ),
        ]
      : shown.flatMap((wording, nth) =>
          wordingLines(
            wording,
            from.get(wording.source)?.facts.number,
            wordings[wordings.indexOf(wording) - 1],
            nth > 0,
          ),
        );
  return [...lines, ...askedInWords(asked, WORDS).map((line) => `? ${line}`)].join('\n');
}

function wordingLines(
  wording: Wording,
  number: string | undefined,
  before: Wording | undefined,
  compare: boolean,
): readonly string[] {
  const { headingLine, text, inForce, sha256, base } = wording;
  return [
    `——— ${WORDS.span(inForce.from, inForce.to)} · số ${number ?? 'không rõ'}${base ? ' (ghép phần được sửa vào nội dung trước)' : ''} · SHA-256 ${sha256}`,
    headingLine,
    text,
    ...(before && compare
      ? [
          `——— khác với nội dung đến hết ${before.inForce.to ? dayForPeople(before.inForce.to) : ''}:`,
          ...compareTexts(`${before.headingLine}\n${before.text}`, `${headingLine}\n${text}`)
            .filter(({ kind }) => kind !== 'same')
            .map(({ kind, text: line }) => `${kind === 'added' ? '+' : '−'} ${line}`),
        ]
      : []),
  ];
}

/** What would have to be read again if the law of the place became another. */
export async function impactOf(
  { code, article }: Place,
  today: Day,
  { needs: { citing, store } }: LawDesk,
  json: boolean,
): Promise<string> {
  const touched = touchedBy(code, article, await store.transaction(citing), today);
  if (json) return JSON.stringify(touched);
  if (touched.length === 0) return 'Không có mục nào dựa vào đây.';
  return [
    ...touched.map(({ object, citation, title }) => `${object}  ${citation}  ${title}`),
    `${touched.length} chỗ.`,
  ].join('\n');
}
