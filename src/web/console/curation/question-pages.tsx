import { dayForPeople } from '../../../base/days.ts';
import type { EntryId } from '../../../base/ids.ts';
import type { KeptGroup } from '../../../flow/curation/question-groups.ts';
import type { KnowledgeEntry } from '../../../knowledge/entry.ts';
import { type KeptQuestion, REASONS_TO_KEEP, type ReasonToKeep } from '../../../ports/kept-questions.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, DataTable, EmptyState, Facts, Notice, Pager, SelectField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import { type Dismissal, DismissCard } from './dismissal.tsx';
import { percentInWords } from './percent.ts';
import { QUESTION_WORDS } from './question-wording.ts';

const HERE = '/console/questions';
/** Different wordings shown of one group. */
const SHOWN = 50;

type EntryOf = (id: EntryId) => KnowledgeEntry | undefined;

export interface QuestionsPageProps {
  readonly shell: Shell;
  /** Of this page. */
  readonly groups: readonly KeptGroup[];
  /** Questions in all groups. */
  readonly total: number;
  readonly reason: ReasonToKeep | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly entry: EntryOf;
  readonly told: string | undefined;
}

/** What people asked that got no good answer, one matter in a row. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { shell, groups, total, reason, entry, told } = props;
  const { language } = shell;
  const words = QUESTION_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title} here={HERE} lead={words.lead(numberInWords(total, language))}>
      {told === 'dismissed' && <Notice kind="good">{words.dismissed}</Notice>}
      {told === 'gone' && <Notice kind="warning">{words.gone}</Notice>}
      <form method="get" action={HERE} class="row">
        <SelectField
          name="why"
          label={words.filter}
          value={reason ?? ''}
          options={[
            { value: '', label: words.all },
            ...REASONS_TO_KEEP.map((one) => ({ value: one, label: words.reason[one] })),
          ]}
        />
        <Button kind="plain">{words.show}</Button>
      </form>
      {groups.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          caption={words.table}
          columns={[
            { label: words.asked },
            { label: words.times, numeric: true },
            { label: words.days },
            { label: words.why },
            { label: words.nearest },
            { label: words.action },
          ]}
          rows={groups.map((group) => {
            const { id, words: asked } = group.representative;
            const [nearest] = group.nearest.flatMap(({ entry: near, confidence }) => {
              const found = entry(near);
              return found ? [{ found, confidence }] : [];
            });
            return [
              <a href={`${HERE}/${id}`}>{shortened(asked)}</a>,
              numberInWords(group.members.length, language),
              days(group),
              reasonsOf(group.members)
                .map((one) => words.reason[one])
                .join('; '),
              nearest ? (
                <>
                  <a href={`/console/entries/${nearest.found.id}`}>{nearest.found.title}</a>{' '}
                  <span class="hint">{words.confidence(percentInWords(nearest.confidence, language))}</span>
                </>
              ) : (
                words.noNearest
              ),
              <form method="post" action={`${HERE}/${id}/draft`}>
                <Button kind="plain" name="as" value="new">
                  {words.newEntry}
                </Button>
                {nearest && (
                  <Button kind="plain" name="as" value={nearest.found.id}>
                    {words.addTo(shortened(nearest.found.title, 40))}
                  </Button>
                )}
              </form>,
            ];
          })}
        />
      )}
      <Pager language={language} previous={props.previous} next={props.next} />
    </ConsolePage>
  );
}

export interface QuestionGroupPageProps {
  readonly shell: Shell;
  readonly group: KeptGroup;
  readonly entry: EntryOf;
  readonly topicName: (topic: string) => string;
  /** What was typed when it was refused. */
  readonly noneChosen?: boolean | undefined;
  readonly dismissal?: Dismissal | undefined;
}

/** One matter: in which words people asked, what the bot thought of, and what to make of it. */
export function QuestionGroupPage({ shell, group, entry, topicName, noneChosen, dismissal }: QuestionGroupPageProps) {
  const { language } = shell;
  const words = QUESTION_WORDS[language];
  const path = `${HERE}/${group.representative.id}`;
  const wordings = wordingsOf(group.members);
  const near = group.nearest.flatMap(({ entry: id, confidence }) => {
    const found = entry(id);
    return found ? [{ found, confidence }] : [];
  });
  return (
    <ConsolePage shell={shell} title={words.groupTitle} here={HERE}>
      <p class="said">{group.representative.words}</p>
      <Facts
        facts={[
          [words.times, numberInWords(group.members.length, language)],
          [words.days, days(group)],
          [
            words.why,
            reasonsOf(group.members)
              .map((one) => words.reason[one])
              .join('; '),
          ],
        ]}
      />
      <form method="post" action={`${path}/draft`}>
        <Card heading={words.wordings}>
          <p class="hint">{words.masked}</p>
          <fieldset>
            <legend>{words.choose}</legend>
            <input type="hidden" name="choosing" value="yes" />
            {noneChosen && <Notice kind="fault">{words.chooseOne}</Notice>}
            {wordings.slice(0, SHOWN).map(({ question, times }, nth) => (
              <div class="field check">
                <input id={`cau-${nth}`} name="member" type="checkbox" value={question.id} checked />
                <label for={`cau-${nth}`}>
                  {question.words}
                  {times > 1 && <span class="hint"> ({words.several(numberInWords(times, language))})</span>}
                </label>
              </div>
            ))}
          </fieldset>
          {wordings.length > SHOWN && <p>{words.more(numberInWords(wordings.length - SHOWN, language))}</p>}
        </Card>
        <Card heading={words.begin}>
          <p class="hint">{words.beginHint}</p>
          <Buttons>
            <Button name="as" value="new">
              {words.newEntry}
            </Button>
          </Buttons>
          {near.length > 0 && (
            <DataTable
              caption={words.entries}
              captionShown
              columns={[
                { label: words.entry },
                { label: words.topics },
                { label: words.sure, numeric: true },
                { label: words.action },
              ]}
              rows={near.map(({ found, confidence }) => [
                <a href={`/console/entries/${found.id}`}>{found.title}</a>,
                found.topics.map(topicName).join(', '),
                percentInWords(confidence, language),
                <Button kind="plain" name="as" value={found.id}>
                  {words.addToThis}
                </Button>,
              ])}
            />
          )}
        </Card>
      </form>
      <DismissCard path={path} dismissal={dismissal} words={{ ...words, reason: words.dismissReason }} />
      <p>
        <a href={HERE}>{words.back}</a>
      </p>
    </ConsolePage>
  );
}

/** Each wording once, the most frequent first. */
function wordingsOf(
  members: readonly KeptQuestion[],
): readonly { readonly question: KeptQuestion; readonly times: number }[] {
  const byWords = new Map<string, { question: KeptQuestion; times: number }>();
  for (const question of members) {
    const known = byWords.get(question.words);
    if (known) known.times += 1;
    else byWords.set(question.words, { question, times: 1 });
  }
  return [...byWords.values()].sort((a, b) => b.times - a.times);
}

function reasonsOf(members: readonly KeptQuestion[]): readonly ReasonToKeep[] {
  return REASONS_TO_KEEP.filter((reason) => members.some(({ why }) => why === reason));
}

function days({ firstDay, lastDay }: KeptGroup): string {
  return firstDay === lastDay ? dayForPeople(firstDay) : `${dayForPeople(firstDay)} – ${dayForPeople(lastDay)}`;
}

function shortened(words: string, most = 160): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
