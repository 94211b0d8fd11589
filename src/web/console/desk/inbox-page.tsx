import type { AccountId } from '../../../base/ids.ts';
import type { WorkingTime } from '../../../base/working-time.ts';
import type { SeenList } from '../../../flow/desk/look.ts';
import { DESK_LISTS, type DeskList, type ListedTicket } from '../../../ports/desk.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, DataTable, EmptyState, Mark, Pager, Tabs, TextField, When } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { dueInWords } from './due-in-words.ts';
import { beginningOf } from './light-page.ts';
import { StateMarks } from './state-marks.tsx';
import { INBOX_WORDS, STATE_WORDS } from './wording.ts';

export interface InboxPageProps {
  readonly shell: Shell;
  readonly me: AccountId;
  /** A list, or what was searched for. */
  readonly shown: { readonly list: DeskList } | { readonly search: string; readonly understood: boolean };
  readonly seen: SeenList;
  /** From 1. */
  readonly page: number;
  readonly hasNext: boolean;
  readonly now: Date;
  readonly workingTime: WorkingTime;
  readonly centreName: (province: string) => string;
}

/** Longest beginning of what the person wrote in a row. */
const LONGEST_LINE = 110;

/** The tickets of the centre: a list, or what a search found. */
export function InboxPage(props: InboxPageProps) {
  const { shell, me, shown, seen, page, hasNext, now, workingTime, centreName } = props;
  const { language } = shell;
  const words = INBOX_WORDS[language];
  const state = STATE_WORDS[language];
  const search = 'search' in shown ? shown.search : undefined;
  const heading = 'list' in shown ? words.lists[shown.list] : words.found(shown.search);
  return (
    <ConsolePage shell={shell} title={search === undefined ? words.title : words.found(search)} here="/console/inbox">
      <search>
        <form method="post" action="/console/inbox/search" class="row">
          <TextField
            name="q"
            type="search"
            label={words.search}
            hint={words.searchHint}
            value={search}
            maxlength={200}
            autocomplete="off"
          />
          <Button kind="plain">{words.searchButton}</Button>
        </form>
      </search>
      {search === undefined ? (
        <Tabs
          label={words.listsLabel}
          language={language}
          tabs={DESK_LISTS.map((list) => ({
            href: `/console/inbox?list=${list}`,
            label: words.lists[list],
            count: seen.counts[list],
            current: 'list' in shown && shown.list === list,
          }))}
        />
      ) : (
        <p>
          <a href="/console/inbox">{words.allLists}</a>
        </p>
      )}
      {seen.tickets.length === 0 ? (
        <EmptyState>{emptyWords()}</EmptyState>
      ) : (
        <DataTable
          caption={heading}
          columns={Object.values(words.columns).map((label) => ({ label }))}
          rows={seen.tickets.map((ticket) => [
            <a href={`/console/tickets/${ticket.code}`}>{ticket.code}</a>,
            beginning(ticket),
            <StateMarks ticket={ticket} me={me} names={seen.names} centreName={centreName} words={state} />,
            due(ticket),
            <When at={ticket.openedAt} language={language} />,
          ])}
        />
      )}
      {'list' in shown ? (
        <Pager
          language={language}
          previous={page > 1 ? `/console/inbox?list=${shown.list}&page=${page - 1}` : undefined}
          next={hasNext ? `/console/inbox?list=${shown.list}&page=${page + 1}` : undefined}
        />
      ) : (
        (page > 1 || hasNext) && (
          <form method="post" action="/console/inbox/search" class="row">
            <input type="hidden" name="q" value={shown.search} />
            {page > 1 && (
              <Button kind="plain" name="page" value={String(page - 1)}>
                {words.previous}
              </Button>
            )}
            {hasNext && (
              <Button kind="plain" name="page" value={String(page + 1)}>
                {words.next}
              </Button>
            )}
          </form>
        )
      )}
    </ConsolePage>
  );

  function emptyWords(): string {
    if ('list' in shown) return words.empty[shown.list];
    return shown.understood ? words.nothingFound : words.notUnderstood;
  }

  function beginning({ state: is, firstLine }: ListedTicket): string {
    if (is === 'withdrawn') return state.withdrawnWords;
    return beginningOf(firstLine, LONGEST_LINE);
  }

  function due({ state: is, dueAt }: ListedTicket) {
    if (dueAt === undefined || (is !== 'waiting' && is !== 'answered')) return '–';
    const inWords = dueInWords(dueAt, now, workingTime, state);
    return now > dueAt ? <Mark kind="danger">{inWords}</Mark> : inWords;
  }
}
