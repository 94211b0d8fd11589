import { askOnce } from '../../src/ask.ts';
import { vietnamDay } from '../../src/base/days.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { AnswersFromMemory } from '../../src/flow/degraded/answers-from-memory.ts';
import { know } from '../../src/know.ts';

const MESSENGERS = ['telegram', 'zalo'] as const;
export type Messenger = (typeof MESSENGERS)[number];

/** Somebody who writes during a drill. */
export interface Person {
  readonly on: Messenger;
  readonly chat: string;
  /** What they write, in this order. */
  readonly texts: readonly string[];
  /** What they have to read, in this order; no two alike, so that each can be told from its double. */
  readonly expected: readonly string[];
}

/** Questions with an answer each; danger is the last thing a person writes, for it may change what comes after it. */
const QUESTIONS = [
  'cty nợ lương 2 tháng',
  'bị đuổi việc không báo trước',
  'hàng xóm lấn đất',
  'làm khai sinh cho con',
  'chủ trọ không trả cọc',
  'bầu 6 tháng bị cho nghỉ việc',
  'trợ giúp pháp lý có mất tiền không',
];
const DANGER = 'công an bắt con tôi 2 hôm nay không cho gặp';
const THANKS = 'cảm ơn bạn';
/** Articles of the Constitution on rights and duties. */
const ARTICLES = Array.from({ length: 36 }, (_, nth) => `điều ${14 + nth} hiến pháp`);
/** How many messages one person writes: few, as people do, and fewer than anybody is held back for. */
export const MESSAGES_EACH = 4;
const ONE_IN_DANGER_OF = 8;

/** Makes up the people of one run and knows, by itself, what each must read: it asks as somebody who is never disturbed. */
export class People {
  readonly #knowledge = know('./knowledge').knowledgeOn;
  readonly #replies = new Map<string, readonly string[]>();
  /** Those that are answered in one message: the second ones of long answers are too much alike. */
  readonly #articles: readonly string[];
  readonly #notices: ReadonlySet<string>;
  readonly #allCalm: boolean;
  #made = 0;

  /** @param allCalm Nobody is in danger; see `calm`. For a database that may be away for a moment at any time. */
  constructor({ allCalm = false }: { readonly allCalm?: boolean } = {}) {
    this.#allCalm = allCalm;
    const held = new AnswersFromMemory({
      knowledgeOn: this.#knowledge,
      capabilities: (on) => CAPABILITIES[on],
      channels: MESSENGERS,
      now: () => new Date(),
    });
    this.#notices = new Set(
      MESSENGERS.flatMap((on) =>
        (['kept', 'not-kept'] as const).flatMap((kept) =>
          held.to({ kind: 'text', text: THANKS }, on, kept).messages.map(({ text }) => text),
        ),
      ),
    );
    this.#articles = ARTICLES.filter((text) => MESSENGERS.every((on) => this.repliesTo(on, text).length === 1));
  }

  /** As many as it takes for so many messages, half of them on each messenger, or all on one. */
  writing(messages: number, on?: Messenger): readonly Person[] {
    const people = Array.from({ length: Math.max(2, Math.round(messages / MESSAGES_EACH)) }, (_, nth) =>
      this.person(on ?? (nth % 2 === 0 ? 'telegram' : 'zalo')),
    );
    return this.#allCalm ? people.map((person) => this.#calmed(person)) : people;
  }

  /**
   * The same without anybody in danger. Where the database is gone, those get their answer from memory at once and once more
   * when the database is back; everybody else is only told to wait, so that a second answer would be one too many.
   */
  calm(messages: number): readonly Person[] {
    return this.writing(messages).map((person) => this.#calmed(person));
  }

  /** Does a text only tell that nothing can be answered now? */
  isNotice(text: string): boolean {
    return this.#notices.has(text);
  }

  person(on: Messenger, texts?: readonly string[]): Person {
    this.#made += 1;
    const nth = this.#made;
    const chat = on === 'telegram' ? String(10_000_000 + nth) : `nguoi-${String(nth).padStart(8, '0')}`;
    return this.reading({ on, chat, texts: texts ?? this.#textsOf(nth) });
  }

  /** The same person with what they must read when they write this. */
  reading({ on, chat, texts }: Omit<Person, 'expected'>): Person {
    const expected = texts.flatMap((text) => this.repliesTo(on, text));
    if (new Set(expected).size !== expected.length) throw new Error(`Two replies are alike: ${texts.join(' / ')}`);
    return { on, chat, texts, expected };
  }

  repliesTo(on: Messenger, text: string): readonly string[] {
    const key = `${on} ${text}`;
    const known = this.#replies.get(key);
    if (known) return known;
    const needs = { knowledgeOn: this.#knowledge, day: vietnamDay(new Date()), capabilities: CAPABILITIES[on] };
    const replies = askOnce(text, needs).messages.map((message) => message.text);
    this.#replies.set(key, replies);
    return replies;
  }

  #calmed(person: Person): Person {
    if (!person.texts.includes(DANGER)) return person;
    return this.reading({ ...person, texts: person.texts.map((text) => (text === DANGER ? THANKS : text)) });
  }

  #textsOf(nth: number): readonly string[] {
    const article = (place: number) => this.#articles[place % this.#articles.length] ?? '';
    return [
      article(nth),
      QUESTIONS[nth % QUESTIONS.length] ?? '',
      article(nth + 1 + (nth % QUESTIONS.length)),
      nth % ONE_IN_DANGER_OF === 0 ? DANGER : THANKS,
    ];
  }
}

/** The same in so many parts, each about as large. */
export function inParts<One>(all: readonly One[], parts: number): readonly (readonly One[])[] {
  const most = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, nth) => all.slice(nth * most, (nth + 1) * most));
}
