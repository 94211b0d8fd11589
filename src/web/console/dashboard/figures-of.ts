import { vietnamDay } from '../../../base/days.ts';
import { figuresInTurns } from '../../../flow/figures-in-turns.ts';
import { periodFigures } from '../../../flow/period-figures.ts';
import type { ProvinceCode } from '../../../referral/legal-aid-centre.ts';
import type { Period, PeriodFigures } from '../../../reporting/figures.ts';
import { settingsFrom } from '../../../service/service-settings.ts';
import type { ConsoleNeeds } from '../kit/needs.ts';

export type FigurePageNeeds = Pick<ConsoleNeeds, 'store' | 'knowledgeOn' | 'topics' | 'documents' | 'now'>;

/** The figures of a period, counted with the working hours that hold now. */
export async function figuresOf(
  period: Period,
  province: ProvinceCode | undefined,
  { store, knowledgeOn, topics, now }: FigurePageNeeds,
): Promise<PeriodFigures> {
  const { rendering } = knowledgeOn(vietnamDay(now()));
  const rows = await store.transaction(({ configuration }) => configuration.all());
  const { workingTime } = settingsFrom(rows).settings;
  return periodFigures(period, province, {
    records: figuresInTurns(store),
    rendering,
    topics,
    workingTime,
    now: now(),
  });
}
