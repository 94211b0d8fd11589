import { describe, expect, it } from 'vitest';
import { NO_LAW } from '../../src/answering/known-law.ts';
import { LookUps } from '../../src/answering/look-up.ts';
import type { Conversation, Say, Turn } from '../../src/conversation/conversation.ts';
import { contentsPress, lawPress } from '../../src/conversation/law-press.ts';
import { type Given, takeTurn } from '../../src/conversation/take-turn.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import { NOTHING_HELD, withQuotedEntries } from '../../src/knowledge/held-law.ts';
import { aTicket, given, press, STEPS, said, talk, text, WAGES } from '../support/conversation-values.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

const LABOUR = 'bo-luat-lao-dong-2019';
const AID = 'luat-tro-giup-phap-ly-2017';
/** Articles whose words are held, each in an entry that quotes it: what `HeldLaw` is to a talk, whoever imported it. */
const quoting = (code: string, articles: readonly string[]) =>
  articles.map((article) =>
    anEntry({
      id: `article/${code}/${article}`,
      citations: [`${code}:${article}`],
      quotes: [
        {
          citation: `${code}:${article}` as Citation,
          language: 'vi',
          languageName: 'tiếng Việt',
          text: '…',
          source: 'Công báo',
        },
      ],
    }),
  );
const INSTRUMENTS = [
  anInstrument(),
  anInstrument({ code: AID, name: 'Luật Trợ giúp pháp lý', shortName: 'Luật Trợ giúp pháp lý 2017', aliases: [] }),
];
const held = withQuotedEntries(NOTHING_HELD, [
  ...quoting(
    LABOUR,
    Array.from({ length: 24 }, (_, nth) => String(nth + 90)),
  ),
  ...quoting(AID, ['7', '8']),
]);
const law: Given['law'] = {
  ...NO_LAW,
  held,
  instrument: (code) => INSTRUMENTS.find((one) => one.code === code),
  instruments: () => INSTRUMENTS.map(({ code }) => code),
  lookUps: new LookUps(INSTRUMENTS),
};
/** Rests on one clause of one law, and on another law of which two clauses are cited. */
const BOTH = anEntry({
  id: 'qa/lao-dong/ca-hai',
  citations: [`${LABOUR}:97.1`, `${AID}:7.1`, `${AID}:7.2`, 'luat-khong-co-2020:3'],
});
const may = (change: Partial<Given> = {}): Given =>
  given({ law, entry: (id) => [WAGES, BOTH].find((entry) => entry.id === id), ...change });
const answered = (entry = BOTH) => takeTurn(talk(STEPS.listening), press(`entry:${entry.id}`), may()).conversation;
const writes = (conversation: Conversation, words: string, change: Partial<Given> = {}) =>
  takeTurn(conversation, text(words), may(change));
const textIn = (turn: Turn) =>
  turn.say.find((say): say is Extract<Say, { say: 'official-text' }> => say.say === 'official-text');
const shownBy = (turn: Turn) => textIn(turn)?.citation;
const reading = (citation: string) => takeTurn(answered(), press(lawPress(citation as Citation)), may()).conversation;

describe('An answer', () => {
  it('offers the articles it rests on whose words are held; of two clauses the whole article', () => {
    const turn = takeTurn(talk(STEPS.listening), press(`entry:${BOTH.id}`), may());
    expect(turn.say).toMatchObject([
      { say: 'entry', texts: [{ citation: `${LABOUR}:97.1` }, { citation: `${AID}:7` }] },
    ]);
  });

  it('offers nothing where nothing is held, nor what it quotes itself', () => {
    const [quotes] = quoting(LABOUR, ['97']);
    const entry = () => quotes;
    expect(takeTurn(talk(STEPS.listening), press('entry:x'), may({ entry })).say[0]).not.toHaveProperty('texts');
    const none = takeTurn(talk(STEPS.listening), press(`entry:${WAGES.id}`), given());
    expect(none.say[0]).not.toHaveProperty('texts');
  });

  it('offers three at most', () => {
    const many = anEntry({
      id: 'qa/lao-dong/nhieu',
      citations: ['90', '91', '92', '93'].map((nth) => `${LABOUR}:${nth}`),
    });
    const turn = takeTurn(talk(STEPS.listening), press('entry:x'), may({ entry: () => many }));
    expect(turn.say).toMatchObject([{ texts: [{}, {}, {}] }]);
  });
});

describe('The words of an article', () => {
  it('come with the articles beside it, on the day of the question', () => {
    const turn = takeTurn(answered(), press(lawPress(`${LABOUR}:97.1` as Citation)), may());
    expect(textIn(turn)).toMatchObject({
      citation: `${LABOUR}:97.1`,
      day: '2026-11-21',
      previous: `${LABOUR}:96`,
      next: `${LABOUR}:98`,
      alone: false,
    });
    expect(turn.conversation.reading).toEqual({ code: LABOUR, article: '97' });
  });

  it.each([
    ['nguyên văn điều 97', `${LABOUR}:97`],
    ['Nguyên văn Điều 97 Bộ luật', undefined],
    ['xem nguyen van dieu 7', `${AID}:7`],
    ['nguyên văn khoản 2 điều 7', `${AID}:7.2`],
    ['nguyên văn điều 98', `${LABOUR}:98`],
    ['nguyên văn', `${LABOUR}:97.1`],
    ['cho em xem nguyên văn điều luật', `${LABOUR}:97.1`],
    ['Nguyễn Văn A', undefined],
    ['điều 97', undefined],
    ['mục lục', undefined],
  ])('after an answer: %s', (words, citation) => {
    expect(shownBy(writes(answered(), words))).toBe(citation);
  });

  it.each([
    ['điều sau', `${LABOUR}:98`],
    ['tiếp', `${LABOUR}:98`],
    ['điều tiếp theo', `${LABOUR}:98`],
    ['điều trước', `${LABOUR}:96`],
    ['dieu truoc', `${LABOUR}:96`],
    ['điều 100', `${LABOUR}:100`],
    ['xem khoản 3 điều 100 nhé', `${LABOUR}:100.3`],
    ['điều 7', `${AID}:7`],
    ['2', undefined],
    ['công ty nợ lương em 3 tháng rồi, điều 97 nói sao', undefined],
  ])('while reading: %s', (words, citation) => {
    expect(shownBy(writes(reading(`${LABOUR}:97`), words))).toBe(citation);
  });

  it('end where the law does', () => {
    expect(writes(reading(`${AID}:8`), 'điều sau').say).toMatchObject([{ say: 'law-end', at: 'last' }]);
    expect(writes(reading(`${AID}:7`), 'điều trước').say).toMatchObject([{ say: 'law-end', at: 'first' }]);
  });

  it('are asked back for where no law is named and none was spoken of', () => {
    expect(writes(talk(STEPS.listening), 'nguyên văn điều 7').say).toEqual([{ say: 'of-which-law', article: '7' }]);
  });

  it('are forgotten when something else is answered', () => {
    const then = takeTurn(reading(`${LABOUR}:97`), press(`entry:${WAGES.id}`), may()).conversation;
    expect(shownBy(writes(then, 'điều sau'))).toBeUndefined();
    expect(then.reading).toBeUndefined();
  });

  it('that are held no more are told so, and the talk goes on', () => {
    const turn = takeTurn(answered(), press(lawPress(`${LABOUR}:500` as Citation)), may());
    expect(said(turn)).toEqual(['entry-gone']);
    expect(said(takeTurn(answered(), press('law:luat-khong-co-2020:5'), may()))).toEqual(['stale-button']);
  });

  it('are no answer to be rated: what was given before still is', () => {
    const turn = takeTurn(answered(), press(lawPress(`${AID}:7` as Citation)), may());
    expect(turn.conversation.lastEntry).toBe(BOTH.id);
    expect(turn.asked).toBeUndefined();
    expect(writes(turn.conversation, 'có ích').feedback).toEqual({ says: 'helpful', entry: BOTH.id });
  });

  it.each(Object.values(STEPS))('can be read in step $at without leaving it, where it leads to people', (step) => {
    const turn = takeTurn(talk(step), press(lawPress(`${AID}:7` as Citation)), may());
    expect(said(turn)[0]).toBe('official-text');
    const free = ['listening', 'offered-referral', 'finding-centre', 'giving-reason', 'rating'].includes(step.at);
    expect(turn.conversation.step.at).toBe(free ? 'listening' : step.at);
  });

  it.each(['reviewing', 'giving-contact', 'with-staff'] as const)('typed in step %s are words for people', (at) => {
    const before = talk(STEPS[at], { reading: { code: LABOUR, article: '97' } });
    const turn = writes(before, 'điều sau', { tickets: [aTicket()] });
    expect(shownBy(turn)).toBeUndefined();
  });

  it('never come before the numbers to call', () => {
    const turn = writes(reading(`${LABOUR}:97`), 'chồng đang cầm dao đuổi giết mẹ con tôi');
    expect(said(turn)[0]).toBe('urgent');
  });
});

describe('The contents of a law', () => {
  const pageOf = (turn: Turn) => {
    const [say] = turn.say;
    return say?.say === 'law-contents' ? [say.page, say.pages, say.articles.map(({ article }) => article)] : say?.say;
  };

  it('open at the article that is read, ten on a page', () => {
    expect(pageOf(writes(reading(`${LABOUR}:105`), 'mục lục'))).toEqual([
      2,
      3,
      ['100', '101', '102', '103', '104', '105', '106', '107', '108', '109'],
    ]);
  });

  it('are turned by word and by button, and do not run over the end', () => {
    const first = takeTurn(answered(), press(contentsPress(LABOUR, 1)), may());
    expect(pageOf(first)).toMatchObject([1, 3, { length: 10 }]);
    const next = writes(first.conversation, 'trang sau');
    expect(pageOf(next)).toMatchObject([2, 3, { length: 10 }]);
    const last = writes(next.conversation, 'trang 3');
    expect(pageOf(last)).toMatchObject([3, 3, { length: 4 }]);
    expect(pageOf(writes(last.conversation, 'trang sau'))).toMatchObject([3, 3, { length: 4 }]);
    expect(pageOf(writes(next.conversation, 'trang trước'))).toMatchObject([1, 3, { length: 10 }]);
    expect(pageOf(takeTurn(answered(), press(contentsPress(LABOUR, 99)), may()))).toMatchObject([3, 3, {}]);
    expect(shownBy(writes(last.conversation, 'điều 110'))).toBe(`${LABOUR}:110`);
  });

  it('open by the name of the law', () => {
    expect(pageOf(writes(talk(STEPS.listening), 'mục lục luật trợ giúp pháp lý'))).toEqual([1, 1, ['7', '8']]);
    expect(pageOf(writes(answered(), 'cho em xem mục lục'))).toMatchObject([1, 3, {}]);
  });
});

describe('Articles beside a question without an answer', () => {
  const related = [`${AID}:7`, 'luat-khong-co-2020:1'] as readonly string[] as readonly Citation[];
  const judge = () => ({ answer: { kind: 'not-known' as const }, candidates: [], related });

  it('are shown with people to turn to, who come first', () => {
    const turn = writes(talk(STEPS.listening), 'ai được giúp miễn phí', { judge });
    expect(turn.say).toMatchObject([{ say: 'not-known', mayRefer: true, related: [{ citation: `${AID}:7` }] }]);
    expect(turn.conversation.step).toEqual({ at: 'offered-referral' });
    expect(turn.conversation.menu).toEqual(['referral', 'offer:no', lawPress(`${AID}:7` as Citation)]);
    expect(turn.asked?.outcome).toBe('unresolved');
  });

  it('may be read by number, and people may still be asked for', () => {
    const turn = writes(talk(STEPS.listening), 'ai được giúp miễn phí', { judge });
    const read = writes(turn.conversation, '3');
    expect(shownBy(read)).toBe(`${AID}:7`);
    expect(said(writes(turn.conversation, '1'))).toEqual(said(writes(read.conversation, 'gặp cán bộ')));
  });
});

describe('Laws of nearly one name', () => {
  const judge: Given['judge'] = (question) =>
    question.includes('2019') || question.includes('2017')
      ? { answer: { kind: 'official-text', citation: `${AID}:7.1` as Citation, alone: true }, candidates: [] }
      : {
          answer: { kind: 'which-law', instruments: INSTRUMENTS, place: { article: '7', clause: '1' } },
          candidates: [],
        };

  it('are chosen between by number or button; the choice is nobody’s own words', () => {
    const asked = writes(talk(STEPS.listening), 'khoản 1 điều 7 luật gì đó', { judge });
    expect(said(asked)).toEqual(['which-law']);
    const chosen = writes(asked.conversation, '2', { judge });
    expect(shownBy(chosen)).toBe(`${AID}:7.1`);
    expect(chosen.conversation.recent).toEqual([]);
  });

  it('asks for the very law and place', () => {
    const questions: string[] = [];
    const asked = writes(talk(STEPS.listening), 'khoản 1 điều 7 luật gì đó', { judge });
    const listening: Given['judge'] = (question) => {
      questions.push(question);
      return judge(question);
    };
    takeTurn(asked.conversation, text('1'), may({ judge: listening }));
    expect(questions).toEqual(['khoản 1 điều 7 Bộ luật Lao động 2019']);
  });
});
