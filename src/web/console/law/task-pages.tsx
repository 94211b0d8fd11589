import { dayBefore, dayForPeople } from '../../../base/days.ts';
import type { Citation } from '../../../knowledge/citation.ts';
import { partsOf } from '../../../knowledge/citation.ts';
import type { Wording } from '../../../ports/laws.ts';
import type { ReviewTask } from '../../../ports/review-tasks.ts';
import { Compared } from '../curation/compared.tsx';
import { ConsolePage } from '../kit/console-page.tsx';
import {
  AreaField,
  Button,
  Buttons,
  Card,
  CheckField,
  DataTable,
  EmptyState,
  Facts,
  Notice,
  When,
} from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { LAW, lawHref, objectHref, wholeText } from './law-pages.tsx';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { LAW_WORDS } from './wording.ts';

/** A task with the names that people read. */
export interface NamedTask {
  readonly task: ReviewTask;
  /** Undefined where it is no more. */
  readonly title: string | undefined;
  readonly label: string;
}

export function TaskTable({ shell, rows }: { readonly shell: Shell; readonly rows: readonly NamedTask[] }) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  if (rows.length === 0) return <EmptyState>{words.noTasks}</EmptyState>;
  return (
    <DataTable
      caption={words.tasksTab}
      columns={[words.what, words.place, words.reason, words.opened].map((label) => ({ label }))}
      rows={rows.map(({ task, title, label }) => [
        <a href={`${LAW}/tasks/${task.id}`}>{titleOf(task, title, shell)}</a>,
        label,
        OUTCOME_WORDS[language].reason[task.why](task.day),
        <When at={task.openedAt} language={language} />,
      ])}
    />
  );
}

export interface TaskPageProps extends NamedTask {
  readonly shell: Shell;
  readonly before: Wording | undefined;
  readonly after: Wording | undefined;
  /** How many other tasks wait because of the same change. */
  readonly others: number;
  readonly note: string;
  readonly fault: string | undefined;
}

/** What changed under an entry or a canned reply, a way to change it, and a note when that is done. */
export function TaskPage({ shell, task, title, label, before, after, others, note, fault }: TaskPageProps) {
  const { language } = shell;
  const words = LAW_WORDS[language];
  const { code, article } = partsOf(task.citation as Citation);
  return (
    <ConsolePage
      shell={shell}
      title={words.taskTitle}
      here={LAW}
      actions={<a href={`${LAW}/tasks`}>{words.tasksTab}</a>}
    >
      {fault !== undefined && <Notice kind="fault">{fault}</Notice>}
      <Facts
        facts={[
          [words.what, titleOf(task, title, shell)],
          [words.place, <a href={lawHref(code, article, task.day)}>{label}</a>],
          [words.reason, OUTCOME_WORDS[language].reason[task.why](task.day)],
          [words.opened, <When at={task.openedAt} language={language} />],
        ]}
      />
      {title !== undefined && (
        <p>
          <a class="button main" href={objectHref(task.object)}>
            {words.edit}
          </a>
        </p>
      )}
      <Card heading={words.change}>
        {before && after ? (
          <>
            <p>{words.difference(dayForPeople(dayBefore(task.day)))}</p>
            <Compared before={wholeText(before)} after={wholeText(after)} language={language} />
          </>
        ) : (
          <>
            <p>{words.notHeldHere}</p>
            {(after ?? before) && <pre class="law">{wholeText((after ?? before) as Wording)}</pre>}
          </>
        )}
      </Card>
      <Card heading={words.clear}>
        <form method="post" action={`${LAW}/tasks/${task.id}`}>
          <AreaField
            name="note"
            label={words.note}
            hint={words.noteHint}
            value={note}
            fault={fault}
            rows={3}
            maxlength={1000}
            required
          />
          {others > 0 && <CheckField name="others" label={words.others(numberInWords(others, language))} />}
          <p class="hint">{words.clearLead}</p>
          <Buttons>
            <Button>{words.clear}</Button>
          </Buttons>
        </form>
      </Card>
    </ConsolePage>
  );
}

function titleOf({ object }: ReviewTask, title: string | undefined, { language }: Shell): string {
  const words = LAW_WORDS[language];
  if (title === undefined) return `${object} (${words.gonePiece})`;
  return object.startsWith('canned/') ? words.canned(title) : title;
}
