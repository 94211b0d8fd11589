import { DANGERS, type Danger } from '../../base/danger.ts';
import { type Day, vietnamDay } from '../../base/days.ts';
import type { EntryId } from '../../base/ids.ts';
import { LONGEST_MESSAGE } from '../../conversation/take-turn.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Library } from '../../knowledge/library.ts';
import { clean } from '../../language/clean.ts';
import type { ChannelName, Heard } from '../../ports/channel.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities, OutgoingMessage } from '../../reply/message.ts';
import { type Rendering, render } from '../../reply/render.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { dangerIn } from '../../safety/danger.ts';
import { emergencyEntries } from '../../safety/emergency-entries.ts';
import { type Hotline, hotlinesFor } from '../../safety/hotlines.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

export interface FromMemoryNeeds {
  readonly knowledgeOn: KnowledgeOn;
  readonly capabilities: (channel: ChannelName) => Capabilities;
  /** The channels for which answers are held. */
  readonly channels: readonly ChannelName[];
  readonly now: () => Date;
}

/** What is said while the database cannot be used. */
export interface FromMemory {
  readonly danger: Danger | undefined;
  /** In order; the hotlines are in the first one. */
  readonly messages: readonly OutgoingMessage[];
  /** No more than that nothing was kept, and whom to call. */
  readonly onlyNotice: boolean;
}

/** Whether the message that was heard is kept. */
export type Kept = 'kept' | 'not-kept';

type Messages = readonly OutgoingMessage[];

/** What became of the message: with whom to call, and without, where that stands above. */
interface Notice {
  readonly alone: Messages;
  readonly besides: Messages;
}

interface HeldOnChannel {
  readonly hotlines: ReadonlyMap<Danger, Messages>;
  readonly answers: ReadonlyMap<EntryId, Messages>;
  readonly notice: Readonly<Record<Kept, Notice>>;
}

const NOTHING: FromMemory = { danger: undefined, messages: [], onlyNotice: true };

/** Everything that is said on one day, as finished messages. */
interface Held {
  readonly day: Day;
  readonly entries: readonly KnowledgeEntry[];
  readonly from: { readonly library: Library; readonly epoch: Day };
  readonly on: ReadonlyMap<ChannelName, HeldOnChannel>;
}

/**
 * Hotlines and the fifty emergency answers, finished and held in memory: neither a database nor a disk is needed to give
 * them. What admins changed holds as it was last read.
 */
export class AnswersFromMemory {
  readonly #needs: FromMemoryNeeds;
  #held: Held;

  constructor(needs: FromMemoryNeeds) {
    this.#needs = needs;
    this.#held = this.#make(undefined);
  }

  /** The entries that are held. */
  get entries(): readonly KnowledgeEntry[] {
    return this.#held.entries;
  }

  /** For a loop: takes up the law of the day, entries that were published and hotlines that were changed. */
  refresh(): void {
    this.#held = this.#make(this.#held);
  }

  /** What whoever was heard is told; nothing where nobody waits for an answer. */
  to(heard: Heard, channel: ChannelName, kept: Kept = 'not-kept'): FromMemory {
    const held = this.#today().on.get(channel);
    if (!held || heard.kind === 'blocked' || heard.kind === 'unblocked') return NOTHING;
    const notice = held.notice[kept];
    if (heard.kind !== 'text') return { danger: undefined, messages: notice.alone, onlyNotice: true };
    const words = clean(heard.text.slice(0, LONGEST_MESSAGE));
    const danger = dangerIn(words);
    const answer = this.#answerTo(words, danger, held);
    const hotlines = danger && held.hotlines.get(danger);
    const messages = hotlines
      ? [...hotlines, ...notice.besides, ...(answer ?? [])]
      : [...notice.alone, ...(answer ?? [])];
    return { danger, messages, onlyNotice: !hotlines && !answer };
  }

  /** For a page on which nobody has asked anything yet. */
  notice(channel: ChannelName): readonly OutgoingMessage[] {
    return this.#today().on.get(channel)?.notice['not-kept'].alone ?? [];
  }

  #answerTo(words: string, danger: Danger | undefined, { answers }: HeldOnChannel): Messages | undefined {
    const { answer, candidates } = this.#needs.knowledgeOn(this.#held.day).judge(words, danger);
    const answered = answer.kind === 'answered' ? answers.get(answer.entry.id) : undefined;
    if (answered || !danger) return answered;
    const forDanger = candidates.find(({ entry }) => entry.urgent === danger && answers.has(entry.id));
    return forDanger && answers.get(forDanger.entry.id);
  }

  #today(): Held {
    if (this.#held.day !== vietnamDay(this.#needs.now())) this.refresh();
    return this.#held;
  }

  #make(before: Held | undefined): Held {
    const { knowledgeOn, channels, capabilities, now } = this.#needs;
    const day = vietnamDay(now());
    const { rendering } = knowledgeOn(day);
    const from = { library: rendering.library, epoch: rendering.library.epochOf(day) };
    const same = before?.from.library === from.library && before.from.epoch === from.epoch;
    const entries = same ? before.entries : emergencyEntries(from.library, day);
    const on = new Map(channels.map((name) => [name, heldOn(capabilities(name), entries, rendering)]));
    return { day, entries, from, on };
  }
}

function heldOn(can: Capabilities, entries: readonly KnowledgeEntry[], rendering: Rendering): HeldOnChannel {
  const { wording, hotlines } = rendering;
  // Nobody can be passed on while nothing can be kept.
  const alone = { ...rendering, wording: { ...wording, machineNotice: wording.machineNoticeAlone } };
  // Nothing can be chosen: there is no memory of what was offered.
  const finished = (reply: Reply): Messages =>
    layOut(
      reply.filter(({ block }) => block !== 'choices'),
      can,
      wording,
    );
  const points = firstOfEach(hotlines).map(({ number, name, purpose, hours, cost }) =>
    wording.hotline(number, name, purpose, hours, cost),
  );
  const text = (words: string): Block => ({ block: 'text', text: words });
  const callNow: Reply = [text(wording.callNow()), { block: 'points', points }];
  return {
    hotlines: new Map(
      DANGERS.map((danger) => {
        const numbers = hotlinesFor(danger, hotlines);
        return [danger, finished(render({ say: 'urgent', danger, hotlines: numbers }, rendering))];
      }),
    ),
    answers: new Map(
      entries.map((entry) => [
        entry.id,
        finished(render({ say: 'entry', entry, mayRefer: false, mayRate: false }, alone)),
      ]),
    ),
    notice: {
      'not-kept': {
        alone: finished([text(wording.notKept()), ...callNow]),
        besides: finished([text(wording.notKept())]),
      },
      kept: {
        alone: finished([text(wording.keptForLater()), ...callNow]),
        besides: finished([text(wording.keptForLater())]),
      },
    },
  };
}

/** The first number to call for each kind of danger. */
function firstOfEach(hotlines: readonly Hotline[]): readonly Hotline[] {
  return [...new Set(DANGERS.flatMap((danger) => hotlinesFor(danger, hotlines).slice(0, 1)))];
}
