import type { Day } from '../base/days.ts';
import type { Effect, OwnTicket, Turn } from '../conversation/conversation.ts';
import { articleOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument, InstrumentKind } from '../knowledge/instrument.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Counts } from '../ports/counts.ts';
import { isOpen } from '../referral/ticket.ts';
import { COUNTED_CHANNELS, COUNTED_OUTCOMES } from '../reporting/figures.ts';
import type { Metric } from '../reporting/metrics.ts';

export interface CountNeeds {
  readonly counts: Counts;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly channel: ChannelName;
  /** The person's own referrals: where they are. */
  readonly tickets: readonly Pick<OwnTicket, 'id' | 'province' | 'state'>[];
  readonly day: Day;
}

type Counted = readonly [metric: Metric, label: string];

/** Instruments whose articles are counted. */
const ABOUT_RIGHTS: readonly InstrumentKind[] = ['treaty', 'constitution'];

/**
 * Adds a turn to the numbers of its day (`METRICS`). Part of the transaction of the turn: one that is taken again counts once.
 * Trials on the terminal are not counted.
 */
export async function countTurn(turn: Turn, needs: CountNeeds): Promise<void> {
  const { counts, channel, day } = needs;
  if (!COUNTED_CHANNELS.some((one) => one === channel)) return;
  const counted = [
    ...ofQuestion(turn, needs),
    ...ofAnswers(turn),
    ...turn.effects.flatMap((one) => ofEffect(one, needs)),
  ];
  // Always in the same order: two processes that count at the same moment wait for each other and not in a circle.
  counted.sort();
  for (const [metric, label] of counted) await counts.add(day, metric, label);
}

function ofQuestion({ asked, say }: Turn, { channel, instruments }: CountNeeds): readonly Counted[] {
  const outcome = COUNTED_OUTCOMES.find((one) => one === asked?.outcome);
  if (!asked || !outcome) return [];
  const given = say.find((one) => one.say === 'entry')?.entry;
  const offered = say.find((one) => one.say === 'which-one')?.choices[0];
  const nearest = outcome === 'unresolved' ? asked.candidates[0]?.entry : undefined;
  return [
    ['question', `${channel}/${outcome}`],
    ...topicsOf(given ?? offered).map((topic): Counted => ['question-topic', topic]),
    ...topicsOf(nearest).map((topic): Counted => ['unmet-topic', topic]),
    ...articlesOf(given, instruments).map((article): Counted => ['question-article', article]),
    ...(asked.urgent ? ([['question-danger', asked.urgent]] as const) : []),
    ...(asked.again ? ([['asked-again', 'all']] as const) : []),
  ];
}

function ofAnswers({ say, feedback }: Turn): readonly Counted[] {
  const shown = say.flatMap((one): Counted[] => (one.say === 'entry' ? [['entry-shown', one.entry.id]] : []));
  if (!feedback) return shown;
  return feedback.says === 'reason'
    ? [...shown, ['entry-reason', `${feedback.entry} ${feedback.reason}`]]
    : [...shown, [`entry-${feedback.says}`, feedback.entry]];
}

function ofEffect(effect: Effect, { tickets }: CountNeeds): readonly Counted[] {
  const provinceOf = (id: OwnTicket['id']) => tickets.find((ticket) => ticket.id === id)?.province;
  switch (effect.effect) {
    case 'open-ticket':
      return [['referral-opened', effect.province]];
    case 'withdraw-ticket': {
      const province = provinceOf(effect.ticket);
      return province === undefined ? [] : [['referral-withdrawn', province]];
    }
    case 'erase-person':
      return tickets
        .filter(({ state }) => isOpen(state))
        .map(({ province }): Counted => ['referral-withdrawn', province]);
    case 'rate-ticket': {
      const province = provinceOf(effect.ticket);
      return province === undefined ? [] : [['referral-rating', `${province}/${effect.rating}`]];
    }
    default:
      return [];
  }
}

function topicsOf(entry: KnowledgeEntry | undefined): readonly string[] {
  return [...new Set(entry?.topics)];
}

function articlesOf(
  entry: KnowledgeEntry | undefined,
  instruments: ReadonlyMap<string, Instrument>,
): readonly string[] {
  const articles = new Set(entry?.citations.map(articleOf));
  return [...articles].filter((article) => {
    const kind = instruments.get(article.slice(0, article.indexOf(':')))?.kind;
    return kind !== undefined && ABOUT_RIGHTS.includes(kind);
  });
}
