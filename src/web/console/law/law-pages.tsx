import type { Child } from 'hono/jsx';
import type { Language } from '../../../accounts/account.ts';
import { type Day, dayForPeople } from '../../../base/days.ts';
import type { AccountId } from '../../../base/ids.ts';
import type { Touched } from '../../../law/impact.ts';
import type { AskedFor, LawSource, Wording } from '../../../ports/laws.ts';
import { Compared } from '../curation/compared.tsx';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  Button,
  Buttons,
  Card,
  DataTable,
  EmptyState,
  Mark,
  Notice,
  Pager,
  Tabs,
  TextField,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { askedInWords, OUTCOME_WORDS } from './outcome-words.ts';
import { LAW_WORDS } from './wording.ts';

/** The way in the navigation to which all these pages belong. */
export const LAW = '/console/law';

/** Address of an instrument, or of one of its articles; as it binds on a day. */
export function lawHref(code: string, article?: string, asOf?: Day): string {
  const path = [LAW, 'of', code, ...(article === undefined ? [] : [article])].join('/');
  return asOf === undefined ? path : `${path}?as-of=${asOf}`;
}

export interface LawCounts {
  readonly tasks: number;
  readonly asked: number;
}

type List = 'held' | 'tasks' | 'asked';

/** The frame of the three lists. */
export function LawListPage({
  shell,
  list,
  counts,
  told,
  children,
  previous,
  next,
}: {
  readonly shell: Shell;
  readonly list: List;
  readonly counts: LawCounts;
  readonly told?: string | undefined;
  readonly children: Child;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  const lead = { held: words.lead, tasks: words.tasksLead, asked: words.askedLead }[list];
  return (
    <ConsolePage
      shell={shell}
      title={words.title}
      here={LAW}
      lead={lead}
      actions={
        <a class="button main" href={`${LAW}/upload`}>
          {words.upload}
        </a>
      }
    >
      {told !== undefined && <Notice kind="good">{told}</Notice>}
      <Tabs
        label={words.tabs}
        language={language}
        tabs={[
          { href: LAW, label: words.held, current: list === 'held' },
          { href: `${LAW}/tasks`, label: words.tasksTab, count: counts.tasks, current: list === 'tasks' },
          { href: `${LAW}/asked`, label: words.askedTab, count: counts.asked, current: list === 'asked' },
        ]}
      />
      {children}
      <Pager language={language} previous={previous} next={next} />
    </ConsolePage>
  );
}

/** An instrument as the list shows it. */
export interface HeldInstrument {
  readonly code: string;
  readonly name: string;
  readonly number: string | undefined;
  readonly articles: number;
  readonly wordings: number;
  /** Newest first. */
  readonly sources: readonly LawSource[];
}

export function HeldTable({ shell, rows }: { readonly shell: Shell; readonly rows: readonly HeldInstrument[] }) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  const n = (count: number) => numberInWords(count, language);
  if (rows.length === 0) return <EmptyState>{words.none}</EmptyState>;
  return (
    <DataTable
      caption={words.held}
      columns={[
        { label: words.instrument },
        { label: words.number },
        { label: words.articles, numeric: true },
        { label: words.wordings, numeric: true },
        { label: words.files, numeric: true },
        { label: words.lastImport },
      ]}
      rows={rows.map(({ code, name, number, articles, wordings, sources: [newest, ...older] }) => [
        <a href={lawHref(code)}>{name}</a>,
        number ?? words.unknown,
        n(articles),
        n(wordings),
        n((newest ? 1 : 0) + older.length),
        newest ? <When at={newest.at} language={language} /> : '',
      ])}
    />
  );
}

export function AskedTable({ shell, rows }: { readonly shell: Shell; readonly rows: readonly AskedFor[] }) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  if (rows.length === 0) return <EmptyState>{words.noneAsked}</EmptyState>;
  return (
    <DataTable
      caption={words.askedTab}
      columns={[{ label: words.instrument }, { label: words.need }]}
      rows={rows.map((asked) => [
        <a href={lawHref(asked.code, asked.article)}>{`${asked.code}:${asked.article}`}</a>,
        askedInWords([asked], OUTCOME_WORDS[language])[0] ?? '',
      ])}
    />
  );
}

/** Wordings that are missing and asked for. */
function Asked({ asked, language }: { readonly asked: readonly AskedFor[]; readonly language: Language }) {
  if (asked.length === 0) return null;
  return (
    <Notice kind="warning">
      <ul class="plain">
        {askedInWords(asked, OUTCOME_WORDS[language]).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The day by which texts are shown. */
function AsOf({ shell, action, asOf }: { readonly shell: Shell; readonly action: string; readonly asOf: Day }) {
  const words = LAW_WORDS[shell.language];
  return (
    <form method="get" action={action}>
      <div class="row">
        <TextField name="as-of" type="date" label={words.asOf} hint={words.asOfHint} value={asOf} required />
        <Buttons>
          <Button kind="plain">{words.show}</Button>
        </Buttons>
      </div>
    </form>
  );
}

export interface InstrumentPageProps {
  readonly shell: Shell;
  readonly code: string;
  /** With its number. */
  readonly title: string;
  readonly asOf: Day;
  readonly sources: readonly LawSource[];
  readonly nameOf: (account: AccountId) => string;
  /** Of this page of the contents, as they bind on the day. */
  readonly contents: readonly Wording[];
  readonly asked: readonly AskedFor[];
  readonly told: string | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** An instrument: what it consists of on a day, from which files, and what is missing. */
export function InstrumentPage(props: InstrumentPageProps) {
  const { shell, code, title, asOf, sources, nameOf, contents, asked, told, previous, next } = props;
  const { language } = shell;
  const words = LAW_WORDS[language];
  const outcome = OUTCOME_WORDS[language];
  return (
    <ConsolePage shell={shell} title={title} here={LAW} lead={code} actions={<a href={LAW}>{words.title}</a>}>
      {told !== undefined && <Notice kind="good">{told}</Notice>}
      <Asked asked={asked} language={language} />
      <Card heading={words.contents}>
        <AsOf shell={shell} action={lawHref(code)} asOf={asOf} />
        {contents.length === 0 ? (
          <EmptyState>{words.notHeldOn(dayForPeople(asOf))}</EmptyState>
        ) : (
          <DataTable
            caption={words.contents}
            columns={[{ label: words.article }, { label: words.inForce }]}
            rows={contents.map(({ article, heading, inForce }) => [
              <a href={lawHref(code, article, asOf)}>
                {[outcome.article(article), heading].filter(Boolean).join('. ')}
              </a>,
              outcome.span(inForce.from, inForce.to),
            ])}
          />
        )}
        <Pager language={language} previous={previous} next={next} />
      </Card>
      <Card heading={words.sources}>
        <DataTable
          caption={words.sources}
          columns={[words.source, words.address, words.importedBy, words.importedAt, words.hash].map((label) => ({
            label,
          }))}
          rows={sources.map((source) => [
            source.fileName,
            source.url !== undefined && isWebAddress(source.url) ? (
              <a href={source.url} rel="noreferrer">
                {new URL(source.url).hostname}
              </a>
            ) : (
              (source.url ?? words.unknown)
            ),
            source.by === undefined ? words.commandLine : nameOf(source.by),
            <When at={source.at} language={language} />,
            <code title={source.fileSha256}>{source.fileSha256.slice(0, 16)}…</code>,
          ])}
        />
      </Card>
    </ConsolePage>
  );
}

export interface ArticlePageProps {
  readonly shell: Shell;
  readonly code: string;
  readonly name: string;
  readonly article: string;
  readonly asOf: Day;
  /** Oldest first. */
  readonly wordings: readonly Wording[];
  readonly numberOf: (wording: Wording) => string | undefined;
  readonly asked: readonly AskedFor[];
  readonly touched: readonly Touched[];
}

/** An article: the words that bind on a day, its other wordings with what differs, and what rests on it. */
export function ArticlePage({
  shell,
  code,
  name,
  article,
  asOf,
  wordings,
  numberOf,
  asked,
  touched,
}: ArticlePageProps) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  const outcome = OUTCOME_WORDS[language];
  const binding = wordings.find(({ inForce }) => inForce.from <= asOf && (inForce.to ?? asOf) >= asOf);
  return (
    <ConsolePage
      shell={shell}
      title={`${outcome.article(article)} – ${name}`}
      here={LAW}
      lead={`${code}:${article}`}
      actions={<a href={lawHref(code, undefined, asOf)}>{words.back}</a>}
    >
      <AsOf shell={shell} action={lawHref(code, article)} asOf={asOf} />
      <Asked asked={asked} language={language} />
      <Card heading={words.text}>
        {binding ? (
          <>
            <WordingFacts wording={binding} number={numberOf(binding)} shell={shell} />
            <LawWordsShown wording={binding} />
          </>
        ) : (
          <EmptyState>{words.notHeldOn(dayForPeople(asOf))}</EmptyState>
        )}
      </Card>
      {wordings.length > 1 && (
        <Card heading={words.wordingsOf}>
          {wordings.map((wording, nth) => {
            const before = wordings[nth - 1];
            return (
              <section>
                <h3>
                  <a href={lawHref(code, article, wording.inForce.from)}>
                    {outcome.span(wording.inForce.from, wording.inForce.to)}
                  </a>{' '}
                  {wording === binding && <Mark kind="good">{words.text}</Mark>}
                </h3>
                {before?.inForce.to !== undefined && (
                  <>
                    <p>{words.difference(dayForPeople(before.inForce.to))}</p>
                    <Compared before={wholeText(before)} after={wholeText(wording)} language={language} />
                  </>
                )}
              </section>
            );
          })}
        </Card>
      )}
      <Card heading={words.touched}>
        {touched.length === 0 ? (
          <EmptyState>{words.noneTouched}</EmptyState>
        ) : (
          <>
            <p>{words.touchedLead}</p>
            <ul class="plain">
              {touched.map(({ object, title, citation }) => (
                <li>
                  <a href={objectHref(object)}>{title}</a> <Mark>{citation}</Mark>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </ConsolePage>
  );
}

function WordingFacts({
  wording: { inForce, sha256, base },
  number,
  shell,
}: {
  readonly wording: Wording;
  readonly number: string | undefined;
  readonly shell: Shell;
}) {
  const words = LAW_WORDS[shell.language];
  return (
    <>
      <p class="hint">
        {OUTCOME_WORDS[shell.language].span(inForce.from, inForce.to)} · {words.number} {number ?? words.unknown} ·{' '}
        {words.hash} <code>{sha256}</code>
      </p>
      {base !== undefined && <Notice kind="warning">{words.spliced}</Notice>}
    </>
  );
}

/** The very words, line by line. */
function LawWordsShown({ wording }: { readonly wording: Wording }) {
  return <pre class="law">{wholeText(wording)}</pre>;
}

/** An article as printed: heading line, line break, text. */
export function wholeText({ headingLine, text }: Pick<Wording, 'headingLine' | 'text'>): string {
  return `${headingLine}\n${text}`;
}

/** Where an entry or a canned reply is read and changed. */
export function objectHref(object: string): string {
  return object.startsWith('entry/')
    ? `/console/entries/${object.slice('entry/'.length)}`
    : `/console/canned/${object.slice('canned/'.length)}`;
}

/** May it be a link? What an operator typed may be anything. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
