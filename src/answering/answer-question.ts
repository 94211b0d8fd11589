import type { Danger } from '../base/danger.ts';
import type { Day } from '../base/days.ts';
import { citationOf, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Glossary } from '../knowledge/glossary.ts';
import { wordingToShow } from '../knowledge/held-law.ts';
import { hasArticle, type Instrument } from '../knowledge/instrument.ts';
import { cardOf, englishCardOf } from '../knowledge/instrument-card.ts';
import type { Library } from '../knowledge/library.ts';
import { asksForWords } from '../knowledge/named-place.ts';
import { isEnglish } from '../language/english.ts';
import { foldedLine } from '../language/terms.ts';
import type { Match, SearchIndex } from '../search/search-index.ts';
import type { Answer, Candidate, Judgement } from './answer.ts';
import { type ConfidenceModel, confidence, featuresOf } from './confidence.ts';
import { type KnownLaw, NO_LAW } from './known-law.ts';
import { entriesOn, isOf, type LookUp, type LookUps, languageAsked } from './look-up.ts';
import { clearlyRelated } from './related-law.ts';
import { soundsOutside } from './scope.ts';

/** Fitted on phrasings held out of the index by `npm run fit:confidence`; see docs/decisions/0002-search.md. */
export interface Thresholds {
  /** From this probability on the best entry is given as the answer. */
  readonly answer: number;
  /** The same where a wrong answer does the most harm: `STRICT_TOPICS`. */
  readonly strict: number;
  /** From this probability on that one of them is right, the best entries are offered as choices; else the bot does not know. */
  readonly offer: number;
}

/** What decides, apart from the law itself. */
export interface AnswerNeeds {
  readonly model: ConfidenceModel;
  readonly thresholds: Thresholds;
}

/** Everything that answering needs, for the law of one day. */
export interface Knowing extends AnswerNeeds {
  readonly day: Day;
  readonly library: Library;
  readonly index: SearchIndex;
  readonly lookUps: LookUps;
  readonly glossary: Glossary;
}

/** Where a wrong answer does the most harm, the bot asks back sooner. */
const STRICT_TOPICS = new Set(['bat-giu', 'bao-luc-gia-dinh', 'bao-luc-tinh-duc', 'tre-em', 'khieu-nai']);
const CANDIDATES = 5;
const MOST_CHOICES = 4;
/** A named article or instrument leaves no doubt about what is meant. */
const SURE = 0.97;
/** An entry that rests on a named article without being about it alone, or an article named by its subject. */
const RESTING = 0.8;
/** An entry for the very danger that the words show, whatever else the story holds. */
const FOR_THIS_DANGER = 0.9;
/** A question that is half a share nearer to an entry's negative twin than to its phrasings is not answered by it. */
const TWIN_WEIGHT = 2;
/** A question with no more telling words than this, whose words we hardly know, is about something else. */
const SHORT = 8;
const HARDLY_KNOWN = 0.2;
/** How sure an entry must be against words that speak of something else. */
const AGAINST_OUTSIDE = 0.85;
/** Share of an English question whose words the entry must hold: few entries have English phrasings to learn from. */
const UNDERSTOOD_IN_ENGLISH = 0.25;
/** Entries looked through when only those of one instrument or one danger are wanted. */
const WIDE = 120;

/**
 * Decides between answering, asking back and admitting. The same question always gets the same judgement.
 *
 * @param danger What `dangerIn` found: then an entry for that danger is given where there is one.
 * @param law The official texts that are held.
 */
export function answerQuestion(question: string, knowing: Knowing, danger?: Danger, law: KnownLaw = NO_LAW): Judgement {
  const telling = knowing.index.tellingWords(question);
  const matches = matchesFor(question, danger ? WIDE : CANDIDATES + 1, knowing);
  const found = candidatesFrom(matches, telling, knowing);
  if (danger) {
    const candidates = merge(forDanger(danger, matches), found);
    const [first] = candidates;
    return { answer: first ? { kind: 'answered', entry: first.entry } : { kind: 'not-known' }, candidates };
  }
  const lookUp = (law.lookUps ?? knowing.lookUps).read(question, knowing.day);
  const looked = lookUp && answerLookUp(question, lookUp, found, knowing, law);
  if (looked) return looked;
  const answer = decide(question, telling, found, matches, knowing);
  const term = knowing.glossary.read(question, knowing.day);
  // Where an entry tells more about the very term (`trợ giúp pháp lý là gì, có mất tiền không`), the entry is given.
  if (term && !(answer.kind === 'answered' && tellsOf(answer.entry, term))) {
    return { answer: { kind: 'answered', entry: term }, candidates: merge([{ entry: term, confidence: SURE }], found) };
  }
  if (answer.kind !== 'not-known' || isEnglish(question)) return { answer, candidates: found };
  const related = clearlyRelated(law.find?.(question, knowing.day) ?? [], telling).map(({ citation }) => citation);
  return { answer, candidates: found, ...(related.length > 0 && { related }) };
}

/** What a question comes to that names an instrument; undefined where it asks something else all the same. */
function answerLookUp(
  question: string,
  lookUp: LookUp,
  found: readonly Candidate[],
  knowing: Knowing,
  law: KnownLaw,
): Judgement | undefined {
  switch (lookUp.asks) {
    case 'which-law': {
      const { instruments, place } = lookUp;
      return { answer: { kind: 'which-law', instruments, place }, candidates: found };
    }
    case 'replaced': {
      const { old, by, place } = lookUp;
      const candidates = merge(namedEntries({ asks: 'instrument', instrument: by }, knowing), found);
      return { answer: { kind: 'law-replaced', old, by, place }, candidates };
    }
    case 'article':
      return answerArticle(question, lookUp, found, knowing, law);
    case 'instrument':
    case 'subject': {
      const named = namedEntries(lookUp, knowing);
      const candidates = merge(named, found);
      const [first] = candidates;
      if (lookUp.asks === 'instrument' && named.length === 0) {
        const { instrument } = lookUp;
        const isHeld = law.held.contents(instrument.code, knowing.day).length > 0;
        if (isHeld) return { answer: { kind: 'contents', instrument }, candidates };
      }
      // `quy định trái Hiến pháp thì dân làm gì được` names the Constitution and asks something else.
      const asksElse = lookUp.asks === 'subject' && (found[0]?.confidence ?? 0) >= (named[0]?.confidence ?? 0);
      return first && first.confidence >= RESTING && !asksElse
        ? { answer: { kind: 'answered', entry: first.entry, language: languageOf(question) }, candidates }
        : undefined;
    }
  }
}

/**
 * An article asked for by number: what an entry says of it, or else its words. The words come first where they were asked
 * for, and where a clause was and no digest tells what the article is about.
 */
function answerArticle(
  question: string,
  lookUp: Extract<LookUp, { readonly asks: 'article' }>,
  found: readonly Candidate[],
  knowing: Knowing,
  { held }: KnownLaw,
): Judgement {
  const { instrument, article } = lookUp;
  const { code } = instrument;
  const citation = citationOf(code, lookUp);
  const isHeld = wordingToShow(held, code, article, knowing.day) !== undefined;
  const named = namedEntries(lookUp, knowing);
  const [first] = named;
  const candidates = merge(named, found);
  const partly = lookUp.clause !== undefined || lookUp.point !== undefined;
  // The entry is the text itself: the Universal Declaration.
  const quoted = first !== undefined && first.entry.quotes.length > 0;
  const wordsFirst = asksForWords(question) || (partly && first?.entry.kind !== 'article');
  if (isHeld && !quoted && (!first || wordsFirst)) {
    return { answer: { kind: 'official-text', citation, alone: !first }, candidates };
  }
  if (!isHeld && !hasArticle(instrument, article)) {
    return { answer: { kind: 'no-such-article', instrument, article }, candidates: found };
  }
  if (!first) return { answer: { kind: 'article-not-held', instrument, article }, candidates: found };
  return {
    answer: {
      kind: 'answered',
      entry: first.entry,
      language: languageOf(question),
      ...(isHeld && !quoted && { place: citation }),
    },
    candidates,
  };
}

/** Does one of an entry's phrasings ask what the term means? */
function tellsOf(entry: KnowledgeEntry, term: KnowledgeEntry): boolean {
  const asked = foldedLine(term.title);
  return [entry.title, ...entry.variants].some((phrasing) => foldedLine(phrasing).includes(asked));
}

/** An English question is answered by entries that have an English version, where there is one. */
function matchesFor(question: string, limit: number, { index }: Knowing): readonly Match[] {
  if (!isEnglish(question)) return index.search(question, limit);
  const inEnglish = index.search(question, WIDE).filter(({ entry }) => entry.english || entry.quotes.length > 0);
  return inEnglish.length > 0 ? inEnglish.slice(0, limit) : index.search(question, limit);
}

/** The language a question asks for, or is written in. */
function languageOf(question: string): string | undefined {
  return languageAsked(question) ?? (isEnglish(question) ? 'en' : undefined);
}

function decide(
  question: string,
  telling: number,
  found: readonly Candidate[],
  matches: readonly Match[],
  { thresholds }: Knowing,
): Answer {
  const best = found[0];
  const coverage = matches[0]?.evidence.coverage ?? 0;
  if (isEnglish(question) && (!best || best.confidence < thresholds.offer)) return { kind: 'not-known' };
  if (!best || (telling <= SHORT && coverage < HARDLY_KNOWN)) return { kind: 'out-of-scope' };
  if (soundsOutside(question) && best.confidence < AGAINST_OUTSIDE) return { kind: 'out-of-scope' };
  // One or two telling words name a field ("ly hôn"), not a question.
  const vague = telling <= 2;
  const needed = confidenceNeeded(best.entry, thresholds);
  // Where another entry is surer than the first, the person chooses.
  const surest = found.every((one) => one.confidence <= best.confidence);
  const understood = !isEnglish(question) || coverage >= UNDERSTOOD_IN_ENGLISH;
  if (best.confidence >= needed && surest && understood && !vague) {
    return { kind: 'answered', entry: best.entry, language: languageOf(question) };
  }
  const choices = found.slice(0, MOST_CHOICES).filter((one, nth) => nth < 2 || one.confidence >= thresholds.offer / 4);
  const likely =
    choices.some((one) => one.confidence >= thresholds.offer / 2) && chanceOfAny(choices) >= thresholds.offer;
  return (vague || likely) && choices.length >= 2
    ? { kind: 'which-one', choices: choices.map(({ entry }) => entry) }
    : { kind: 'not-known' };
}

/** How sure an entry must be to be given as the answer. */
export function confidenceNeeded({ topics }: KnowledgeEntry, { answer, strict }: Thresholds): number {
  return topics.some((topic) => STRICT_TOPICS.has(topic)) ? strict : answer;
}

/** Probability that at least one of the candidates is right, as if they were independent. */
function chanceOfAny(candidates: readonly Candidate[]): number {
  return 1 - candidates.reduce((none, one) => none * (1 - one.confidence), 1);
}

function candidatesFrom(matches: readonly Match[], telling: number, { model }: Knowing): readonly Candidate[] {
  return matches.slice(0, CANDIDATES).map(({ entry, evidence }, nth) => ({
    entry,
    confidence: confidence(featuresOf(matches, nth, telling), model) * Math.max(0, 1 - TWIN_WEIGHT * evidence.twin),
  }));
}

function forDanger(danger: Danger, matches: readonly Match[]): readonly Candidate[] {
  return matches
    .filter(({ entry }) => entry.urgent === danger && entry.kind !== 'article')
    .slice(0, 2)
    .map(({ entry }, nth) => ({ entry, confidence: nth === 0 ? FOR_THIS_DANGER : FOR_THIS_DANGER / 2 }));
}

function namedEntries(
  lookUp: Exclude<LookUp, { readonly asks: 'which-law' | 'replaced' }>,
  { library, day, index }: Knowing,
): readonly Candidate[] {
  const one = (entry: KnowledgeEntry | undefined, how: number): readonly Candidate[] =>
    entry && library.isCurrent(entry, day) ? [{ entry, confidence: how }] : [];
  switch (lookUp.asks) {
    case 'article':
      return entriesOn(`${lookUp.instrument.code}:${lookUp.article}`, library, day).map((entry, nth) => ({
        entry,
        confidence: nth > 0 ? RESTING / 2 : entry.kind === 'article' ? SURE : RESTING,
      }));
    case 'instrument':
      return one(presenting(lookUp.instrument, library), SURE);
    case 'subject': {
      const within = index.search(lookUp.subject, WIDE).filter(({ entry }) => isOf(lookUp.instrument, entry));
      const [wanted, ...others] = within;
      const known = wanted && wanted.evidence.coverage >= 0.5;
      return [
        ...one(known ? wanted.entry : undefined, RESTING),
        ...others.slice(0, 3).map(({ entry }) => ({ entry, confidence: RESTING / 3 })),
      ];
    }
  }
}

/** The entry that presents an instrument, or else its identity card with the review days of an entry that rests on it. */
function presenting(instrument: Instrument, library: Library): KnowledgeEntry | undefined {
  const card = instrument.card && library.entry(instrument.card);
  if (instrument.card) return card && { ...card, english: card.english ?? englishCardOf(instrument) };
  const resting = library.entries.find((entry) =>
    entry.citations.some((citation) => partsOf(citation).code === instrument.code),
  );
  return resting && cardOf(instrument, resting);
}

function merge(first: readonly Candidate[], then: readonly Candidate[]): readonly Candidate[] {
  const ids = new Set(first.map(({ entry }) => entry.id));
  return [...first, ...then.filter(({ entry }) => !ids.has(entry.id))].slice(0, CANDIDATES);
}
