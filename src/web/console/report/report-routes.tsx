import { z } from 'zod';
import type { Role } from '../../../accounts/account.ts';
import { vietnamDay } from '../../../base/days.ts';
import type { Province } from '../../../referral/legal-aid-centre.ts';
import { periodName } from '../../../reporting/period.ts';
import { type IssuingBody, report } from '../../../reporting/report.ts';
import { type ChosenPeriod, chosenPeriod, type PeriodChoice } from '../dashboard/chosen-period.ts';
import { type FigurePageNeeds, figuresOf } from '../dashboard/figures-of.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { type BodyFaults, type BodyFields, BodyForm, faultsOf } from './body-form.ts';
import { ReportPage } from './report-page.tsx';
import { REPORT_WORDS } from './wording.ts';

export type ReportPageNeeds = FigurePageNeeds & Pick<ConsoleNeeds, 'works'>;

const ADMINS: readonly Role[] = ['admin'];
const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** Counting, and writing the file. */
const STEPS = 2;
const USUAL_SYMBOL = 'TGPL';

const Words = z.string().optional().catch(undefined);
const ReportForm = z.object({
  quick: Words,
  from: Words,
  to: Words,
  province: Words,
  as: z.enum(['docx', 'xlsx']).catch('docx'),
});

interface Subject {
  readonly typed: PeriodChoice;
  readonly chosen: ChosenPeriod;
  readonly province: Province | undefined;
}

/** Reports for a period: a page to read them, and a form that has them made as files. */
export function reportRoutes(needs: ReportPageNeeds): readonly ConsoleRoute[] {
  const { store, knowledgeOn, documents, works, now } = needs;
  const today = () => vietnamDay(now());
  const subject = (typed: PeriodChoice, code: string | undefined): Subject => ({
    typed,
    chosen: chosenPeriod(typed, today(), 'this-year'),
    province: knowledgeOn(today()).rendering.provinces.find((one) => one.code === code),
  });

  async function show(
    c: ConsoleContext,
    { typed, chosen, province }: Subject,
    body: BodyFields,
    faults: BodyFaults,
    status: 200 | 422,
  ): Promise<Response> {
    const preview = chosen.ok
      ? report(await figuresOf(chosen.period, province?.code, needs), issuer(body, province), today())
      : undefined;
    return c.html(
      <ReportPage
        shell={c.get('shell')}
        chosen={chosen}
        typed={typed}
        provinces={knowledgeOn(today()).rendering.provinces}
        province={province?.code ?? ''}
        body={body}
        faults={faults}
        preview={preview}
      />,
      status,
    );
  }

  return [
    {
      method: 'GET',
      path: '/report',
      may: ADMINS,
      handle: (c) => {
        const about = subject(
          { quick: c.req.query('quick'), from: c.req.query('from'), to: c.req.query('to') },
          c.req.query('province'),
        );
        return show(c, about, usualBody(about.province, needs), {}, about.chosen.ok ? 200 : 422);
      },
    },
    {
      method: 'POST',
      path: '/report',
      may: ADMINS,
      handle: async (c) => {
        const fields = await c.req.parseBody();
        const { as, province: code, ...typed } = ReportForm.parse(fields);
        const about = subject(typed, code);
        const { chosen, province } = about;
        const body = BodyForm.safeParse(fields);
        if (!body.success || !chosen.ok) {
          const text = (name: keyof BodyFields) => (typeof fields[name] === 'string' ? fields[name] : '');
          return show(
            c,
            about,
            { superior: text('superior'), name: text('name'), symbol: text('symbol'), place: text('place') },
            body.success ? {} : faultsOf(body.error),
            422,
          );
        }
        const { id, role } = c.get('account');
        const words = REPORT_WORDS[c.get('language')];
        const { period } = chosen;
        const watch = works.begin(id, words.making(periodName(period)), async (progress) => {
          progress(0, STEPS, words.counting);
          const figures = await figuresOf(period, province?.code, needs);
          progress(1, STEPS, words.writing);
          const made = report(figures, issuer(body.data, province), today());
          const file = await (as === 'docx' ? documents.reportDocx(made) : documents.reportXlsx(made));
          await store.transaction(({ audit }) =>
            audit.add({
              at: now(),
              by: id,
              role,
              action: 'report-made',
              object: 'report',
              province: province?.code,
              detail: { from: period.from, to: period.to, as },
            }),
          );
          return {
            kind: 'file',
            name: `bao-cao-${period.from}-${period.to}.${as}`,
            type: TYPES[as],
            body: new Uint8Array(file),
          };
        });
        return c.redirect(watch, 303);
      },
    },
  ];
}

function issuer({ superior, name, symbol, place }: BodyFields, province: Province | undefined): IssuingBody {
  return {
    province: province && inSentence(province),
    superior: superior === '' ? undefined : superior,
    name,
    symbol,
    place,
  };
}

/** What the letterhead of a centre says; of the whole service nobody but its admin knows. */
function usualBody(province: Province | undefined, { knowledgeOn, now }: FigurePageNeeds): BodyFields {
  if (!province) return { superior: '', name: '', symbol: USUAL_SYMBOL, place: '' };
  return {
    superior: `Sở Tư pháp ${inSentence(province)}`,
    name: knowledgeOn(vietnamDay(now())).centre(province.code).name,
    symbol: USUAL_SYMBOL,
    place: province.shortName,
  };
}

/** `tỉnh Hưng Yên`. */
function inSentence({ name }: Province): string {
  return `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
}
