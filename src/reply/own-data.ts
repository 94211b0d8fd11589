import { timeForPeople } from '../base/days.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { KeptOfPerson, KeptReferral } from '../conversation/own-data.ts';
import type { Rendering } from './render.ts';
import type { Block } from './reply.ts';

/** So many of the person's own messages are shown at once, the newest first page by page. */
const WORDS_ON_PAGE = 100;

type OwnDataRendering = Pick<Rendering, 'wording' | 'library' | 'provinces'>;

/**
 * Everything that is kept about a person, in plain words. The first page is whole but for what they wrote long ago; further
 * pages hold that alone.
 *
 * @param page From 1; `undefined` for everything at once.
 */
export function ownDataBlocks(
  kept: KeptOfPerson,
  page: number | undefined,
  rendering: OwnDataRendering,
): readonly Block[] {
  const { wording } = rendering;
  if (isNothing(kept)) return [text(wording.ownData.nothing()), ...howLong(rendering)];
  if (page !== undefined && page > 1) return heardBlocks(kept, page, rendering);
  return [
    text(wording.ownData.heading()),
    ...heardBlocks(kept, page, rendering),
    ...(kept.sent > 0 ? [text(wording.ownData.sent(kept.sent))] : []),
    ...talkBlocks(kept.conversation, rendering),
    ...kept.referrals.flatMap((referral) => referralBlocks(referral, rendering)),
    ...consentBlocks(kept, rendering),
    ...howLong(rendering),
    text(wording.ownData.eraseHow()),
  ];
}

/** A talk at its very beginning says nothing about anybody. */
function isNothing({ heard, sent, conversation, referrals, consents }: KeptOfPerson): boolean {
  const { step, recent, lastEntry, discreet } = conversation;
  const said = recent.length > 0 || lastEntry !== undefined || discreet !== undefined;
  return heard.length + sent + referrals.length + consents.length === 0 && step.at === 'listening' && !said;
}

function heardBlocks(
  { heard }: KeptOfPerson,
  page: number | undefined,
  { wording }: OwnDataRendering,
): readonly Block[] {
  const to = page === undefined ? heard.length : heard.length - (page - 1) * WORDS_ON_PAGE;
  const from = page === undefined ? 0 : Math.max(0, to - WORDS_ON_PAGE);
  const shown = heard.slice(from, Math.max(from, to));
  if (shown.length === 0) return [];
  const lines = shown.map(({ at, words }) => wording.ownData.heardLine(timeForPeople(at), words));
  return [
    { block: 'heading', text: wording.ownData.heard(heard.length, from + 1, to) },
    { block: 'points', points: lines },
    ...(from > 0 ? [text(wording.ownData.earlier((page ?? 1) + 1))] : []),
  ];
}

function talkBlocks(conversation: Conversation, { wording, library }: OwnDataRendering): readonly Block[] {
  const { step, recent, lastEntry, discreet } = conversation;
  const words = wording.ownData;
  const last = lastEntry && library.entry(lastEntry)?.title;
  const draft = 'draft' in step ? step.draft : undefined;
  const about = [
    words.step(step.at),
    last && words.lastAnswer(last),
    discreet && words.discreet(discreet.reach?.words),
    discreet?.stoppedAt && words.stopped(),
    draft?.contact && words.contact(draft.contact),
    draft?.reach && words.reach(draft.reach),
  ].filter(isLine);
  const lines = [...new Set([...recent, ...(draft?.lines ?? [])])];
  return [
    { block: 'heading', text: words.talk() },
    { block: 'points', points: about },
    ...(lines.length > 0 ? ([text(words.recent()), { block: 'steps', steps: lines }] as const) : []),
  ];
}

function referralBlocks(referral: KeptReferral, { wording, provinces }: OwnDataRendering): readonly Block[] {
  const words = wording.ownData;
  const nameOf = (code: string): string => provinces.find((province) => province.code === code)?.name ?? code;
  const { code, state, openedAt, province, lines, contact, reach, rating, transfer, notes, drafted } = referral;
  const more = [
    contact && words.contact(contact),
    reach && words.reach(reach),
    transfer && words.transfer(nameOf(transfer.to), transfer.reason),
    rating && words.rating(rating),
    notes > 0 && words.notes(notes),
    drafted && words.drafted(),
  ].filter(isLine);
  const said = referral.words.map((one) => words.saidLine(one.by, timeForPeople(one.at), one.words));
  return [
    { block: 'heading', text: words.referral(code, timeForPeople(openedAt), nameOf(province), state) },
    text(words.lines()),
    { block: 'steps', steps: lines },
    ...(said.length > 0 ? ([text(words.said()), { block: 'points', points: said }] as const) : []),
    ...(more.length > 0 ? [{ block: 'points', points: more } as const] : []),
  ];
}

function consentBlocks({ consents }: KeptOfPerson, { wording }: OwnDataRendering): readonly Block[] {
  if (consents.length === 0) return [];
  const lines = consents.map(({ about, code, givenAt, withdrawnAt, wording: shown }) =>
    wording.ownData.consentLine(about, code, timeForPeople(givenAt), withdrawnAt && timeForPeople(withdrawnAt), shown),
  );
  return [
    { block: 'heading', text: wording.ownData.consents() },
    { block: 'points', points: lines },
  ];
}

function howLong({ wording }: OwnDataRendering): readonly Block[] {
  return [
    { block: 'heading', text: wording.ownData.howLong() },
    { block: 'points', points: wording.ownData.howLongLines() },
  ];
}

function isLine(line: string | false | undefined): line is string {
  return line !== undefined && line !== false && line !== '';
}

function text(words: string): Block {
  return { block: 'text', text: words };
}
