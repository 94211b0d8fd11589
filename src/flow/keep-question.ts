import type { Candidate } from '../answering/answer.ts';
import { confidenceNeeded } from '../answering/answer-question.ts';
import type { Day } from '../base/days.ts';
import type { Conversation, Turn } from '../conversation/conversation.ts';
import type { Event } from '../conversation/take-turn.ts';
import { didNotHelp } from '../conversation/yes.ts';
import { clean } from '../language/clean.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { KeptQuestion, ReasonToKeep } from '../ports/kept-questions.ts';
import { dangerIn } from '../safety/danger.ts';
import { maskPersonalData } from '../safety/personal-data.ts';
import type { Knowledge } from './knowledge-on.ts';

/** Longest text that is kept, in characters, after masking. What is asked stands in less. */
const LONGEST_KEPT = 1_000;
/** An answer that was given with so little more confidence than it needed is one that curators should look at. */
const UNSURE_MARGIN = 0.08;

export interface KeepNeeds {
  readonly heard: Event;
  /** The talk as it was when the message came. */
  readonly before: Conversation;
  readonly turn: Turn;
  readonly knowledge: Pick<Knowledge, 'judge' | 'thresholds'>;
  readonly channel: ChannelName;
  readonly inGroup: boolean;
  readonly day: Day;
}

/**
 * What of a turn is kept for the curators: a question that got no good answer, masked, and nothing that leads to the person.
 *
 * Never kept: what is said in a group, where the others never spoke to us; trials on the terminal; what is typed in a
 * hand-over or to staff, which belongs to the centre that the person chose; and words of self-harm. Those are among the most
 * private that anybody writes, the answer to them is the same whatever they are, and a curator could do nothing with them
 * but read them.
 */
export function questionToKeep(needs: KeepNeeds): Omit<KeptQuestion, 'id'> | undefined {
  const { channel, inGroup, day } = needs;
  const found = inGroup || channel === 'terminal' ? undefined : (unhelpful(needs) ?? uncertain(needs));
  if (!found || dangerIn(found.words) === 'self-harm') return undefined;
  const words = shortened(maskPersonalData(found.words).text);
  if (words === '') return undefined;
  return {
    words,
    why: found.why,
    candidates: found.candidates.map(({ entry, confidence }) => ({
      entry: entry.id,
      confidence: Math.round(confidence * 100) / 100,
    })),
    day,
  };
}

interface Found {
  readonly words: string;
  readonly why: ReasonToKeep;
  readonly candidates: readonly Candidate[];
}

/** The person says that the answer did not help: what they had asked is kept, not that they say so. */
function unhelpful({ before, turn: { feedback }, knowledge }: KeepNeeds): Found | undefined {
  const question = before.recent.at(-1);
  return feedback?.says === 'unhelpful' && feedback.entry === before.lastEntry && question !== undefined
    ? { words: question, why: 'unhelpful', candidates: knowledge.judge(question).candidates }
    : undefined;
}

function uncertain({ heard, turn, knowledge: { thresholds } }: KeepNeeds): Found | undefined {
  const { asked } = turn;
  if (heard.kind !== 'text' || !asked) return undefined;
  const words = clean(heard.text);
  if (didNotHelp(words)) return undefined;
  switch (asked.outcome) {
    case 'unresolved':
    case 'choices':
      return { words, why: asked.outcome, candidates: asked.candidates };
    case 'answer': {
      const [best] = asked.candidates;
      const unsure =
        asked.urgent === undefined &&
        best !== undefined &&
        best.confidence < confidenceNeeded(best.entry, thresholds) + UNSURE_MARGIN;
      return unsure ? { words, why: 'unsure', candidates: asked.candidates } : undefined;
    }
    default:
      return undefined;
  }
}

function shortened(words: string): string {
  return words.length <= LONGEST_KEPT ? words : `${words.slice(0, LONGEST_KEPT - 1).trimEnd()}…`;
}
