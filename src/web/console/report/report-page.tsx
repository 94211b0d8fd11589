import type { Province } from '../../../referral/legal-aid-centre.ts';
import { periodName } from '../../../reporting/period.ts';
import type { Block, Report } from '../../../reporting/report.ts';
import type { ChosenPeriod, PeriodChoice, QuickPeriod } from '../dashboard/chosen-period.ts';
import { CountedTable, FIRST_ROWS } from '../dashboard/counted-table.tsx';
import { PeriodForm, periodQuery } from '../dashboard/period-form.tsx';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, SelectField, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { type BodyFault, type BodyFaults, type BodyFields, LONGEST_NAME, LONGEST_SYMBOL } from './body-form.ts';
import { REPORT_WORDS } from './wording.ts';

const REPORT = '/console/report';
const QUICK: readonly QuickPeriod[] = ['half', 'year', 'this-year'];

export interface ReportPageProps {
  readonly shell: Shell;
  readonly chosen: ChosenPeriod;
  readonly typed: PeriodChoice;
  readonly provinces: readonly Province[];
  /** Code of the chosen one; empty for the whole service. */
  readonly province: string;
  readonly body: BodyFields;
  readonly faults: BodyFaults;
  /** Undefined where the period could not be read. */
  readonly preview: Report | undefined;
}

/** Choosing what a report is about, reading it, and having it made as a file. */
export function ReportPage(props: ReportPageProps) {
  const { shell, chosen, typed, provinces, province, preview } = props;
  const { language } = shell;
  const words = REPORT_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title} here={REPORT} lead={words.lead}>
      <PeriodForm
        language={language}
        action={REPORT}
        quick={QUICK}
        chosen={chosen}
        typed={typed}
        quickKeeps={{ province }}
      >
        <SelectField
          name="province"
          label={words.scope}
          value={province}
          options={[
            { value: '', label: words.whole },
            ...provinces.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </PeriodForm>
      {chosen.ok && <BodyCard {...props} />}
      {chosen.ok && preview && (
        <Card heading={`${words.preview}: ${periodName(chosen.period)}`}>
          <p class="hint">{words.previewLead}</p>
          {preview.sections.map(({ heading, blocks }) => (
            <>
              <h3 lang="vi">{heading}</h3>
              {blocks.map((block) => (
                <PreviewBlock block={block} shell={shell} />
              ))}
            </>
          ))}
        </Card>
      )}
    </ConsolePage>
  );
}

function BodyCard({ shell, chosen, province, body, faults }: ReportPageProps) {
  const words = REPORT_WORDS[shell.language];
  const told = (fault: BodyFault | undefined, most: number): string | undefined =>
    fault === 'tooLong' ? words.tooLong(most) : fault && words[fault];
  return (
    <Card heading={words.body}>
      <p class="hint">{words.bodyLead}</p>
      <form method="post" action={REPORT}>
        {Object.entries({ ...periodQuery(chosen), province }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="superior"
          label={words.superior}
          hint={words.superiorHint}
          value={body.superior}
          maxlength={LONGEST_NAME}
          fault={told(faults.superior, LONGEST_NAME)}
        />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={body.name}
          maxlength={LONGEST_NAME}
          required
          fault={told(faults.name, LONGEST_NAME)}
        />
        <TextField
          name="symbol"
          label={words.symbol}
          hint={words.symbolHint}
          value={body.symbol}
          maxlength={LONGEST_SYMBOL}
          required
          fault={told(faults.symbol, LONGEST_SYMBOL)}
        />
        <TextField
          name="place"
          label={words.place}
          value={body.place}
          maxlength={LONGEST_NAME}
          required
          fault={told(faults.place, LONGEST_NAME)}
        />
        <p class="hint">{words.takesTime}</p>
        <Buttons>
          <Button name="as" value="docx">
            {words.docx}
          </Button>
          <Button kind="plain" name="as" value="xlsx">
            {words.xlsx}
          </Button>
        </Buttons>
      </form>
    </Card>
  );
}

function PreviewBlock({ block, shell }: { readonly block: Block; readonly shell: Shell }) {
  switch (block.block) {
    case 'heading':
      return <h4 lang="vi">{block.text}</h4>;
    case 'paragraph':
      return <p lang="vi">{block.text}</p>;
    case 'table':
      return <CountedTable table={block.table} language={shell.language} most={FIRST_ROWS} />;
    case 'to-write':
      return (
        <p lang="vi">
          <em>[{block.hint}]</em>
        </p>
      );
    case 'chart':
      return null;
  }
}
