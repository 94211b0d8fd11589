import { z } from 'zod';
import type { Wording } from '../reply/wording/wording.ts';

/** A sentence of the bot that an admin may change. */
export interface ChangeableText {
  readonly key: string;
  /** Stand for what is different each time; each must be in the text. */
  readonly placeholders: readonly Placeholder[];
  /** Words that must stay, because people type them or must find them: `gặp cán bộ`, `113`. */
  readonly keeps: readonly string[];
  /** In characters. */
  readonly longest: number;
  /** The text in a wording, with its placeholders. */
  readonly read: (wording: Wording) => string;
  /** The wording with another text in this place. */
  readonly write: (wording: Wording, text: string) => Wording;
}

/** What a placeholder stands for, with an example for the preview. */
const PLACEHOLDERS = { '{mã}': 'HQ-7K3M', '{điều}': '37', '{văn bản}': 'Bộ luật Lao động 2019' } as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const SHORT = 600;
const LONG = 1_500;

type PlainPlace =
  | 'whichOne'
  | 'outOfScope'
  | 'entryGone'
  | 'staleButton'
  | 'askProvince'
  | 'provinceUnknown'
  | 'whichProvince'
  | 'cancelled'
  | 'nothingToCancel'
  | 'declined'
  | 'noTickets'
  | 'whichTicket'
  | 'rated';
type CodePlace = 'added' | 'addedByCode' | 'backToBot' | 'withStaffAgain' | 'closed';

function plain(key: PlainPlace, keeps: readonly string[] = [], longest = SHORT): ChangeableText {
  return {
    key,
    placeholders: [],
    keeps,
    longest,
    read: (wording) => wording[key](),
    write: (wording, text) => ({ ...wording, [key]: () => text }),
  };
}

function withCode(key: CodePlace, keeps: readonly string[] = []): ChangeableText {
  return {
    key,
    placeholders: ['{mã}'],
    keeps,
    longest: SHORT,
    read: (wording) => wording[key]('{mã}'),
    write: (wording, text) => ({ ...wording, [key]: (code: string) => text.replaceAll('{mã}', code) }),
  };
}

function talk(key: keyof Wording['smallTalk'], keeps: readonly string[], longest = SHORT): ChangeableText {
  return {
    key,
    placeholders: [],
    keeps,
    longest,
    read: ({ smallTalk }) => smallTalk[key],
    write: (wording, text) => ({ ...wording, smallTalk: { ...wording.smallTalk, [key]: text } }),
  };
}

/**
 * Everything that may be changed. What is said in danger, of consent, of privacy and of the law is not among it: those words
 * are checked with each release.
 */
export const CHANGEABLE_TEXTS: readonly ChangeableText[] = [
  talk('greeting', ['gặp cán bộ', 'máy'], LONG),
  talk('help', ['gặp cán bộ', 'trạng thái', 'rút', 'huỷ', '113', '115', '111'], LONG),
  talk('thanks', []),
  talk('goodbye', []),
  talk('machine-or-person', ['máy', 'gặp cán bộ']),
  {
    key: 'machineNotice',
    placeholders: [],
    keeps: ['máy', 'gặp cán bộ'],
    longest: 300,
    read: (wording) => wording.machineNotice(true),
    write: (wording, text) => ({
      ...wording,
      machineNotice: (mayRefer) => (mayRefer ? text : wording.machineNotice(false)),
    }),
  },
  plain('outOfScope', [], LONG),
  plain('whichOne'),
  {
    key: 'articleNotHeld',
    placeholders: ['{điều}', '{văn bản}'],
    keeps: [],
    longest: SHORT,
    read: (wording) => wording.articleNotHeld('{văn bản}', '{điều}'),
    write: (wording, text) => ({
      ...wording,
      articleNotHeld: (instrument, article) => text.replaceAll('{văn bản}', instrument).replaceAll('{điều}', article),
    }),
  },
  plain('entryGone'),
  plain('staleButton'),
  plain('askProvince'),
  plain('provinceUnknown', ['huỷ']),
  plain('whichProvince'),
  plain('cancelled'),
  plain('nothingToCancel'),
  plain('declined', ['1800 1233']),
  plain('noTickets', ['gặp cán bộ']),
  plain('whichTicket'),
  withCode('added', ['hỏi máy']),
  withCode('addedByCode'),
  withCode('backToBot'),
  withCode('withStaffAgain', ['hỏi máy']),
  withCode('closed'),
  plain('rated'),
];

/** Texts that were set, by key. */
export type Texts = ReadonlyMap<string, string>;

export const StoredTexts = z.record(z.string(), z.string()).transform((texts): Texts => new Map(Object.entries(texts)));

export function changeableText(key: string): ChangeableText | undefined {
  return CHANGEABLE_TEXTS.find((one) => one.key === key);
}

/** What is wrong with a text in a place. */
export type TextFault =
  | { readonly fault: 'empty' }
  | { readonly fault: 'too-long'; readonly longest: number }
  /** Something that must be in it is not. */
  | { readonly fault: 'missing'; readonly words: string }
  /** It names a placeholder that this place does not have. */
  | { readonly fault: 'unknown-placeholder'; readonly words: string };

export function faultOfText(text: string, { placeholders, keeps, longest }: ChangeableText): TextFault | undefined {
  if (text.trim() === '') return { fault: 'empty' };
  if (text.length > longest) return { fault: 'too-long', longest };
  const lower = text.toLowerCase();
  const missing = [...placeholders, ...keeps].find((words) => !lower.includes(words));
  if (missing !== undefined) return { fault: 'missing', words: missing };
  const unknown = text.match(/\{[^}]*\}/g)?.find((words) => !placeholders.some((one) => one === words));
  return unknown === undefined ? undefined : { fault: 'unknown-placeholder', words: unknown };
}

/** As it is typed: composed letters, plain line breaks, no space around it. */
export function tidyText(typed: string): string {
  return typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** The wording with the texts that were set. One that is not in order any more, after a release, is left out. */
export function withTexts(wording: Wording, texts: Texts): Wording {
  return CHANGEABLE_TEXTS.reduce((changed, place) => {
    const text = texts.get(place.key);
    return text === undefined || faultOfText(text, place) ? changed : place.write(changed, text);
  }, wording);
}

/** A text with an example in each of its placeholders. */
export function withExamples(text: string): string {
  return Object.entries(PLACEHOLDERS).reduce((shown, [name, example]) => shown.replaceAll(name, example), text);
}
