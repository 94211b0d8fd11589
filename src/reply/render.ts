import type { Danger } from '../base/danger.ts';
import { covers, type Day, dayForPeople, type Span } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { type OfferedText, type Say, UNHELPFUL_REASONS } from '../conversation/conversation.ts';
import { contentsPress, lawPress, lookPress } from '../conversation/law-press.ts';
import { menuFor } from '../conversation/menu.ts';
import type { KeptOfPerson } from '../conversation/own-data.ts';
import type { Press } from '../conversation/press.ts';
import { citationOf, partsOf } from '../knowledge/citation.ts';
import type { EnglishVersion, KnowledgeEntry } from '../knowledge/entry.ts';
import { citationLabel } from '../knowledge/instrument.ts';
import type { Library } from '../knowledge/library.ts';
import type { LegalAidCentre, Province, ProvinceCode } from '../referral/legal-aid-centre.ts';
import { type Hotline, hotlinesFor } from '../safety/hotlines.ts';
import type { Choice } from './message.ts';
import type { OfficialWording, PublishedText } from './official-wording.ts';
import { ownDataBlocks } from './own-data.ts';
import type { Block, Reply } from './reply.ts';
import type { Wording } from './wording/wording.ts';

/** Labels of buttons that name a law are cut to what the narrowest buttons show. */
const NARROWEST_BUTTON = 40;
/** Characters of a SHA-256 that are shown: enough to compare by eye. */
const SHOWN_OF_SHA = 16;
/** Characters of a clause that are told to find it by. */
const BEGINNING = 60;

/** What putting into words needs besides the words themselves. */
export interface Rendering {
  readonly wording: Wording;
  readonly library: Library;
  readonly hotlines: readonly Hotline[];
  readonly provinces: readonly Province[];
  /** The day of a change of the law under an entry, while nobody has read the entry again. Absent: nothing waits. */
  readonly lawChange?: ((entry: EntryId) => LawChange | undefined) | undefined;
  /** The words of the official texts that are to be shown. Absent where none are. */
  readonly officialText?: ((say: TextSay) => OfficialWording | undefined) | undefined;
  /** What is kept about the person who asks. Absent where nobody asked. */
  readonly ownData?: KeptOfPerson | undefined;
  /** Where it will be read, where what can be done depends on it. */
  readonly on?: string | undefined;
}

/** From when the law under an entry is another, and whether that day is still to come. */
export interface LawChange {
  readonly day: Day;
  readonly ahead: boolean;
}

/** The words of an article. */
export type TextSay = Extract<Say, { readonly say: 'official-text' }>;

/** Puts what the bot means into words. What the law says is copied from the entry, never rephrased. */
export function render(say: Say, rendering: Rendering): Reply {
  const { wording } = rendering;
  switch (say.say) {
    case 'entry':
      return [
        ...entryBlocks(say.entry, say.language, say.mayRefer, rendering),
        choices(
          say,
          rendering,
          [readHow(say.texts, wording), say.mayRate && wording.rateHow()].filter(Boolean).join('\n'),
        ),
      ];
    case 'urgent':
      return [
        text(wording.urgentLead[say.danger]),
        numbers(say.hotlines, rendering),
        { block: 'heading', text: wording.urgentThen() },
        { block: 'steps', steps: wording.urgentSteps[say.danger] },
      ];
    case 'which-one': {
      // What is asked is not sure yet; who may be in danger must not have to choose first.
      const danger = say.choices.find(({ urgent }) => urgent)?.urgent;
      return [...ifInDanger(danger, rendering), text(wording.whichOne()), choices(say, rendering)];
    }
    case 'not-known':
      return [
        ...(say.english ? [text(wording.english.noAnswer)] : []),
        text(wording.notKnown(say.mayRefer)),
        ...relatedBlocks(say.related, wording),
        choices(say, rendering),
      ];
    case 'official-text':
      return officialText(say, rendering);
    case 'law-contents':
      return contentsBlocks(say, rendering);
    case 'law-end':
      return [text(wording.lawEnd(say.at, say.instrument.shortName))];
    case 'of-which-law':
      return [text(wording.ofWhichLaw(say.article))];
    case 'which-law':
      return [text(wording.whichLaw(say.place?.article)), choices(say, rendering)];
    case 'law-replaced': {
      const { old, by } = say;
      const now = wording.lawNow(by.shortName, by.number, dayForPeople(by.inForce.from));
      const ended =
        typeof old === 'number'
          ? wording.oldYear(old)
          : wording.lawEnded(old.shortName, old.inForce.to && dayForPeople(old.inForce.to));
      return [
        text(`${ended} ${now}${say.place ? ` ${wording.otherNumbers(say.place.article)}` : ''}`),
        choices(say, rendering),
      ];
    }
    case 'article-not-held':
      return [text(wording.articleNotHeld(say.instrument.shortName, say.article))];
    case 'no-such-article':
      return [text(wording.noSuchArticle(say.instrument.shortName, say.article, say.instrument.articles))];
    case 'out-of-scope':
      return [text(wording.outOfScope())];
    case 'small-talk':
      return [text(wording.smallTalk[say.talk])];
    case 'entry-gone':
      return [text(wording.entryGone())];
    case 'unreadable':
      return [text(wording.unreadable(say.what))];
    case 'too-long':
      return [text(wording.tooLong(say.most))];
    case 'ask-reason':
      return [text(wording.askReason()), choices(say, rendering)];
    case 'thanks-for-rating':
      return [text(wording.thanksForRating())];
    case 'offer-referral':
      return [text(wording.offerReferral()), choices(say, rendering)];
    case 'only-in-private':
      return [text(wording.onlyInPrivate())];
    case 'review':
      return [
        text(wording.reviewLead()),
        { block: 'steps', steps: say.lines },
        text(wording.reviewHow()),
        choices(say, rendering, ''),
      ];
    case 'nothing-to-pass-on':
      return [text(wording.nothingToPassOn())];
    case 'ask-province':
      return [text(wording.askProvince())];
    case 'province-unknown':
      return [text(wording.provinceUnknown())];
    case 'which-province':
      return [text(wording.whichProvince()), choices(say, rendering)];
    case 'ask-contact':
      return [text(wording.askContact()), choices(say, rendering, '')];
    case 'ask-reach':
      return [text(wording.askReach()), choices(say, rendering, '')];
    case 'ask-consent':
      return [
        text(wording.consentLead(say.centre.name, provinceName(say.draft.province, rendering))),
        { block: 'steps', steps: say.draft.lines },
        text(
          [
            wording.consentContact(say.draft.contact),
            say.draft.reach && wording.consentReach(say.draft.reach),
            wording.consentTerms(say.linked),
          ]
            .filter(Boolean)
            .join('\n'),
        ),
        choices(say, rendering, wording.consentHow()),
      ];
    case 'passed-on':
      return [text(wording.passedOn(say.code, say.centre.name, say.linked)), ...contactOf(say.centre, rendering)];
    case 'say-agree':
      return [text(wording.sayAgree()), choices(say, rendering, '')];
    case 'cancelled':
      return say.kept
        ? [text(`${wording.cancelled()} ${wording.linesKept()}`), choices(say, rendering, '')]
        : [text(wording.cancelled())];
    case 'ask-stop':
      return [text(wording.askStop(say.code)), choices(say, rendering, '')];
    case 'nothing-to-cancel':
      return [
        text(
          say.open.length > 0
            ? `${wording.nothingToCancel()} ${wording.stillOpen(say.open)}`
            : wording.nothingToCancel(),
        ),
      ];
    case 'declined':
      return [text(wording.declined())];
    case 'status':
      return [
        {
          block: 'points',
          points: say.tickets.map(({ code, state, openedOn }) => wording.status(code, state, dayForPeople(openedOn))),
        },
      ];
    case 'no-tickets':
      return [text(wording.noTickets())];
    case 'added':
      return [text(wording.added(say.code)), choices(say, rendering, '')];
    case 'added-by-code':
      return [text(wording.addedByCode(say.code))];
    case 'withdrawn':
      return [text(wording.withdrawn(say.code))];
    case 'which-ticket':
      return [text(wording.whichTicket()), choices(say, rendering)];
    case 'back-to-bot':
      return [text(wording.backToBot(say.code))];
    case 'with-staff-again':
      return [text(wording.withStaffAgain(say.code)), choices(say, rendering, '')];
    case 'staff-message':
      return [{ block: 'heading', text: wording.staffMessage(say.centre.name, say.code) }, text(say.words)];
    case 'ask-transfer':
      return [
        text(wording.askTransfer(say.code, say.from.name, say.to.name)),
        text(wording.transferReason(say.reason)),
        text(wording.transferTerms(say.from.name, say.linked)),
        choices(say, rendering, wording.transferHow(say.byCode ? say.code : undefined)),
      ];
    case 'transfer-pending':
      return [
        text(wording.transferPending(say.code, say.to.name)),
        choices(say, rendering, wording.transferHow(say.byCode ? say.code : undefined)),
      ];
    case 'transferred':
      return [text(wording.transferred(say.code, say.to.name, say.linked)), ...contactOf(say.to, rendering)];
    case 'not-transferred':
      return [text(wording.notTransferred(say.because, say.code, say.centre.name))];
    case 'merged':
      return [text(wording.merged(say.closed, say.into))];
    case 'reopened':
      return [text(wording.reopened(say.code))];
    case 'closed':
      return [text(wording.closed(say.code)), choices(say, rendering)];
    case 'rated':
      return [text(wording.rated())];
    case 'takes-longer':
      return [text(wording.takesLonger(say.code, say.centre.name, say.linked)), ...contactOf(say.centre, rendering)];
    case 'paused':
      if (say.because === 'channel-off') return [text(wording.channelOff(say.otherWays))];
      if (say.again || say.hotlines.length === 0) return [text(wording.hotlinesOnlyStill())];
      return [text(wording.hotlinesOnly()), numbers(say.hotlines, rendering)];
    case 'referrals-off':
      return [text(wording.referralsOff(say.asksProvince))];
    case 'centre-contact':
      return say.centre.contact ? contactOf(say.centre, rendering) : [text(wording.noCentreContact(say.centre.name))];
    case 'stale-button':
      return [text(wording.staleButton())];
    case 'trouble':
      return [text(wording.trouble())];
    case 'own-data':
      return rendering.ownData ? ownDataBlocks(rendering.ownData, say.page, rendering) : [text(wording.trouble())];
    case 'own-data-in-private':
      return [text(wording.ownData.inPrivate())];
    case 'ask-erase':
      return [text(wording.ownData.askErase(say.open, rendering.on))];
    case 'erased':
      return [text(wording.ownData.erased(rendering.on))];
    case 'not-erased':
      return [text(wording.ownData.notErased())];
    case 'discreet-begins':
      return [text(wording.discreet.begins())];
    case 'discreet-ends':
      return [text(wording.discreet.ends())];
    case 'discreet-question':
      return [text(wording.discreet.question()), choices(say, rendering, '')];
    case 'discreet-waiting':
      return [text(wording.discreet.waiting()), choices(say, rendering, '')];
    case 'discreet-later':
      return [text(wording.discreet.later(say.asksAgain))];
    case 'discreet-nothing':
      return [text(wording.discreet.nothing())];
    case 'stopped':
      return [text(wording.discreet.stopped())];
    case 'slow-down':
      return [text(wording.slowDown())];
  }
}

function entryBlocks(
  entry: KnowledgeEntry,
  language: string | undefined,
  mayRefer: boolean,
  rendering: Rendering,
): readonly Block[] {
  const { wording, library } = rendering;
  const inEnglish: readonly Block[] = language === 'en' && entry.english ? englishBlocks(entry.english, wording) : [];
  const quote = entry.quotes.find((one) => one.language === language) ?? entry.quotes[0];
  const title: readonly Block[] =
    entry.kind === 'article' && !quote
      ? [{ block: 'heading', text: `${library.label(entry.citations[0])}: ${entry.title}` }]
      : [];
  const quoted: readonly Block[] = quote
    ? [
        { block: 'heading', text: wording.quoteHeading(library.label(quote.citation), quote.languageName) },
        { block: 'quote', text: quote.text },
        text(wording.quoteSource(quote.source)),
      ]
    : [];
  const answer: readonly Block[] = entry.shortAnswer ? [text(entry.shortAnswer)] : [];
  const passages = entry.passages.flatMap(({ heading, lines, numbered }): Block[] => [
    { block: 'heading', text: heading },
    numbered
      ? { block: 'steps', steps: lines }
      : lines.length > 1
        ? { block: 'points', points: lines }
        : text(lines[0] ?? ''),
  ]);
  const basis: readonly Block[] = [
    { block: 'heading', text: wording.basisHeading() },
    { block: 'points', points: entry.basis.map(({ citation, says }) => `${library.label(citation)}: ${says}`) },
  ];
  const validTo = entry.valid.to && dayForPeople(entry.valid.to);
  return [
    ...inEnglish,
    ...title,
    ...quoted,
    ...answer,
    ...ifInDanger(entry.urgent, rendering),
    ...ifLawChanged(entry.id, rendering),
    ...passages,
    ...basis,
    text(`${wording.checkedOn(dayForPeople(entry.reviewedOn), validTo)} ${wording.machineNotice(mayRefer)}`),
  ];
}

/** The words of an article with its days, its source and its fingerprint, so that whoever is shown it can check it. */
function officialText(say: TextSay, rendering: Rendering): readonly Block[] {
  const { wording } = rendering;
  const { citation, instrument, day, alone, mayRefer } = say;
  const held = rendering.officialText?.(say);
  if (!held) return [text(wording.textGone())];
  const { article, clause, point } = partsOf(citation);
  const inForce = { from: held.inForce.from, to: earlier(held.inForce.to, instrument.inForce.to) };
  const label = citationLabel(instrument, { article });
  const asked = [clause && wording.clause(clause), point && wording.point(point)].filter(Boolean).join(' ');
  const marked = held.marked && held.words.slice(...held.marked);
  return [
    ...(alone ? [text(wording.textAlone(label, mayRefer))] : []),
    { block: 'heading', text: wording.quoteHeading(label, held.languageName) },
    ...(asked === '' ? [] : [text(marked ? wording.partBegins(asked, beginning(marked)) : wording.noSuchPart(asked))]),
    { block: 'quote', text: held.words, marked: held.marked },
    text(
      [
        wording.binds(dayForPeople(inForce.from), inForce.to && dayForPeople(inForce.to), whenOf(inForce, day)),
        wording.textSource(
          held.sources.map((source) => (typeof source === 'string' ? source : publishedText(source, wording))),
        ),
        held.sha256 && wording.fingerprint(held.sha256.slice(0, SHOWN_OF_SHA)),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    ...perhapsChanged(held, day, wording),
    choices(say, rendering, wording.readOnHow(say.next !== undefined, say.previous !== undefined)),
  ];
}

/** Said before anybody relies on the words: on that day they may not be the law any more. */
function perhapsChanged({ perhapsChangedBy = [] }: OfficialWording, day: Day, wording: Wording): readonly Block[] {
  const begun = perhapsChangedBy.filter(({ inForceFrom }) => inForceFrom <= day);
  if (begun.length === 0) return [];
  return [
    text(wording.perhapsChanged(begun.map(({ number, inForceFrom }) => [number, dayForPeople(inForceFrom)] as const))),
  ];
}

function whenOf(inForce: Span, day: Day): 'now' | 'not-yet' | 'no-more' {
  return covers(inForce, day) ? 'now' : day < inForce.from ? 'not-yet' : 'no-more';
}

/** A law that has ended takes its articles with it. */
function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function publishedText({ name, number, adoptedOn, url }: PublishedText, wording: Wording): string {
  return wording.publishedText(name, number, adoptedOn && dayForPeople(adoptedOn), url);
}

/** Enough of a clause to find it by. */
function beginning(words: string): string {
  const line = words.split('\n')[0]?.trim() ?? '';
  return line.length <= BEGINNING ? line : `${line.slice(0, BEGINNING).replace(/\s+\S*$/, '')}…`;
}

/** Articles in order, each under the divisions that it stands in where they are others than before. */
function contentsBlocks(say: Extract<Say, { readonly say: 'law-contents' }>, rendering: Rendering): readonly Block[] {
  const { wording } = rendering;
  const { instrument, articles, page, pages } = say;
  const groups: { readonly under: string; readonly lines: string[] }[] = [];
  for (const { article, heading, divisions } of articles) {
    const under = divisions.join(' › ');
    const line = wording.articleLine(article, heading);
    const last = groups.at(-1);
    if (last?.under === under) last.lines.push(line);
    else groups.push({ under, lines: [line] });
  }
  return [
    { block: 'heading', text: wording.contentsHeading(instrument.shortName, page, pages) },
    ...groups.flatMap(({ under, lines }): Block[] => [
      ...(under === '' ? [] : [{ block: 'heading', text: under } as const]),
      text(lines.join('\n')),
    ]),
    choices(say, rendering, wording.contentsHow(articles[0]?.article ?? '1', page > 1, page < pages)),
  ];
}

function relatedBlocks(related: readonly OfferedText[] | undefined, wording: Wording): readonly Block[] {
  if (!related) return [];
  const points = related.map(({ citation, instrument, heading }) =>
    [citationLabel(instrument, { article: partsOf(citation).article }), heading].filter(Boolean).join(': '),
  );
  return [
    { block: 'heading', text: wording.relatedLead() },
    { block: 'points', points },
  ];
}

/** What to type to read the words, where there are no buttons. */
function readHow(texts: readonly OfferedText[] | undefined, wording: Wording): string {
  if (!texts) return '';
  const ofOne = new Set(texts.map(({ instrument }) => instrument)).size === 1;
  return wording.readHow(
    texts.map(({ citation, instrument }) => {
      const { article } = partsOf(citation);
      return ofOne ? wording.article(article) : `${wording.article(article)} ${instrument.shortName}`;
    }),
  );
}

/** The label of a button that shows words of the law; the law is named where several are offered. */
function readLabel(press: string, texts: readonly OfferedText[], { label }: Wording): string {
  const offered = texts.find(({ citation }) => lawPress(citation) === press);
  if (!offered) return press;
  const { article } = partsOf(offered.citation);
  const ofOne = new Set(texts.map(({ instrument }) => instrument)).size === 1;
  return shortened(ofOne ? label.readText(article) : label.readTextOf(article, offered.instrument.shortName));
}

/** Short enough for the buttons of any messenger. */
function shortened(words: string): string {
  if (words.length <= NARROWEST_BUTTON) return words;
  return `${words.slice(0, NARROWEST_BUTTON - 1).replace(/[\s,]+\S*$/, '')}…`;
}

/** Whom to call, one in a line. */
function numbers(hotlines: readonly Hotline[], { wording }: Rendering): Block {
  return {
    block: 'points',
    points: hotlines.map(({ number, name, purpose, hours, cost }) =>
      wording.hotline(number, name, purpose, hours, cost),
    ),
  };
}

/** Where a centre is, where that is sure. */
function contactOf({ name, contact }: LegalAidCentre, { wording }: Rendering): readonly Block[] {
  if (!contact) return [];
  return [{ block: 'heading', text: name }, text(wording.centreContact(contact, dayForPeople(contact.checkedOn)))];
}

/** The two numbers to call first, where the matter may be a danger. */
function ifInDanger(danger: Danger | undefined, { wording, hotlines }: Rendering): readonly Block[] {
  if (!danger) return [];
  const first = hotlinesFor(danger, hotlines).slice(0, 2);
  return [
    text(
      wording.ifInDanger(
        danger,
        first.map(({ number }) => number),
      ),
    ),
  ];
}

/** A caution while the law under an answer is another, or soon is, and nobody has read the answer again. */
function ifLawChanged(entry: EntryId, { wording, lawChange }: Rendering): readonly Block[] {
  const change = lawChange?.(entry);
  return change ? [text(wording.lawChanged(dayForPeople(change.day), change.ahead))] : [];
}

/** The short answer in English first; the steps and the law follow in Vietnamese, to be shown to somebody who can help. */
function englishBlocks({ question, answer }: EnglishVersion, { english }: Wording): readonly Block[] {
  return [
    { block: 'heading', text: question },
    text(answer),
    text(english.notice),
    { block: 'heading', text: english.vietnameseFollows },
  ];
}

function text(words: string): Block {
  return { block: 'text', text: words };
}

/** @param typed What to type where there are no buttons; without it the choices are listed with numbers. */
function choices(say: Say, rendering: Rendering, typed?: string): Block {
  const offered: Choice[] = menuFor(say).map((press) => ({ press, label: labelOf(press, say, rendering) }));
  const inNumbers =
    say.say === 'entry' && offered.length > 1 && offered.some(({ press }) => press.startsWith('language:'));
  return { block: 'choices', choices: offered, typed: inNumbers ? undefined : typed };
}

function labelOf(press: Press, say: Say, { wording, provinces }: Rendering): string {
  const { label } = wording;
  if (press.startsWith('entry:')) {
    const id = press.slice('entry:'.length);
    return (say.say === 'which-one' ? say.choices : []).find((entry) => entry.id === id)?.title ?? id;
  }
  if (press.startsWith('language:') && say.say === 'entry') {
    const language = press.split(':')[1];
    return wording.inLanguage(say.entry.quotes.find((quote) => quote.language === language)?.languageName ?? '');
  }
  if (press.startsWith('law:') || press.startsWith('contents:') || press.startsWith('look:')) {
    return lawLabel(press, say, wording);
  }
  if (press.startsWith('province:')) return provinces.find(({ code }) => press === `province:${code}`)?.name ?? press;
  if (press.startsWith('withdraw:') && say.say === 'ask-stop') return label.withdraw;
  if (press.startsWith('withdraw:') && say.say === 'which-ticket') {
    return say.tickets.find(({ id }) => press === `withdraw:${id}`)?.code ?? press;
  }
  if (press.startsWith('h+:')) return label.answerHelpful;
  if (press.startsWith('h-:')) return label.answerUnhelpful;
  const reason = /^r(\d):/.exec(press)?.[1];
  if (reason !== undefined) return label.reason[UNHELPFUL_REASONS[Number(reason) - 1] ?? 'other'];
  if (press.startsWith('transfer:yes:')) return label.agree;
  if (press.startsWith('transfer:no:')) return label.declineTransfer;
  const labels: Readonly<Record<string, string>> = {
    referral: say.say === 'which-one' || say.say === 'which-law' ? label.noneOfThese : label.referral,
    'offer:no': label.no,
    'review:next': label.next,
    cancel: label.cancel,
    'contact:skip': label.skip,
    'reach:skip': label.skip,
    'discreet:see': label.see,
    'discreet:later': label.later,
    'consent:yes': label.agree,
    'back-to-bot': label.backToBot,
    'rate:helpful': label.helpful,
    'rate:partly': label.partly,
    'rate:not-helpful': label.notHelpful,
  };
  return labels[press] ?? press;
}

function lawLabel(press: Press, say: Say, wording: Wording): string {
  const { label } = wording;
  switch (say.say) {
    case 'entry':
      return readLabel(press, say.texts ?? [], wording);
    case 'not-known':
      return readLabel(press, say.related ?? [], wording);
    case 'official-text': {
      if (press.startsWith('contents:')) return label.contents;
      const isNext = say.next !== undefined && press === lawPress(say.next);
      const article = partsOf((isNext ? say.next : say.previous) ?? say.citation).article;
      return isNext ? label.nextArticle(article) : label.previousArticle(article);
    }
    case 'law-contents': {
      const { page, instrument } = say;
      if (press === contentsPress(instrument.code, page + 1)) return label.nextPage;
      if (press.startsWith('contents:')) return label.previousPage;
      const shown = say.articles.find(({ code, article }) => press === lawPress(citationOf(code, { article })));
      return shown ? label.article(shown.article) : press;
    }
    case 'which-law':
      return say.instruments.find(({ code }) => press === lookPress(code, say.place))?.shortName ?? press;
    case 'law-replaced':
      return press.startsWith('law:') ? label.oldText : say.by.shortName;
    default:
      return press;
  }
}

function provinceName(code: ProvinceCode | undefined, { provinces }: Rendering): string {
  return provinces.find((province) => province.code === code)?.name ?? '';
}
