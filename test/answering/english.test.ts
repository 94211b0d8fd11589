import { describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { WAGES, WAGES_LAW } from '../support/questions.ts';
import { ask, judge, library, TODAY } from './shipped.ts';

const WAGES_IN_ENGLISH = 'My employer has not paid my wages or always pays late. What can I do?';
const replyTo = (question: string): string =>
  ask(question)
    .messages.map(({ text }) => text)
    .join('\n\n');
/** Where each piece begins in the reply to a question; -1 where it does not stand there. */
const placesIn = (question: string, pieces: readonly string[]): readonly number[] => {
  const reply = replyTo(question);
  return pieces.map((piece) => reply.indexOf(piece));
};
function expectInOrder(question: string, pieces: readonly string[]): void {
  const places = placesIn(question, pieces);
  expect([question, places.indexOf(-1)]).toEqual([question, -1]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe('An English question', () => {
  it('about unpaid wages is answered in English first, and the Vietnamese steps and law come after', () => {
    const { answer } = judge(WAGES_IN_ENGLISH);
    expect(answer).toMatchObject({ kind: 'answered', entry: { id: 'qa/lao-dong/bi-no-luong' }, language: 'en' });
    if (answer.kind !== 'answered' || !answer.entry.english) throw new Error('no English version');
    const { english, shortAnswer, passages } = answer.entry;
    const steps = passages.find(({ numbered }) => numbered)?.lines ?? [];
    expect(steps.length).toBeGreaterThan(1);
    expectInOrder(WAGES_IN_ENGLISH, [
      english.question,
      english.answer,
      vi.english.notice,
      vi.english.vietnameseFollows,
      shortAnswer,
      ...steps.map((step, nth) => `${nth + 1}. ${step}`),
      vi.basisHeading(),
      WAGES_LAW,
    ]);
  });

  it.each([
    ['in capitals', WAGES_IN_ENGLISH.toUpperCase()],
    ['without signs', WAGES_IN_ENGLISH.replace(/[.?]/g, '')],
    ['with typographic quotes', `“${WAGES_IN_ENGLISH}”`],
    ['with another beginning', `Hello, please help. ${WAGES_IN_ENGLISH}`],
  ])('is read as English however it is typed: %s', (_, question) => {
    expect(judge(question).answer).toMatchObject({ entry: { id: 'qa/lao-dong/bi-no-luong' }, language: 'en' });
  });

  it('in its own words finds every entry that has an English version', () => {
    const entries = library
      .currentOn(TODAY)
      .flatMap((entry) => (entry.english ? [[entry.id, entry.english] as const] : []));
    expect(entries.length).toBeGreaterThan(50);
    const lost = entries.filter(
      ([id, { question }]) =>
        !judge(question)
          .candidates.slice(0, 3)
          .some(({ entry }) => entry.id === id),
    );
    expect(lost.map(([id, { question }]) => `${id}: ${question}`)).toEqual([]);
  });

  it('is never answered by an entry that has neither an English version nor English words', () => {
    const questions = library.currentOn(TODAY).flatMap(({ english }) => (english ? english.variants.slice(0, 2) : []));
    const wrong = questions.flatMap((question) => {
      const { answer } = judge(question);
      return answer.kind === 'answered' &&
        answer.language === 'en' &&
        !answer.entry.english &&
        answer.entry.quotes.length === 0
        ? [`${question} → ${answer.entry.id}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('An English question about a convention', () => {
  it.each([
    ['What is CEDAW?', 'cedaw'],
    ['What is the CRC?', 'crc'],
    ['what is iccpr', 'iccpr'],
    ['What is the ICESCR?', 'icescr'],
    ['What is the Convention against Torture?', 'cat'],
    ['What is the CRPD about?', 'crpd'],
    ['What is CERD?', 'cerd'],
    ['what is the convention on the rights of the child', 'crc'],
  ])('is answered by its card in English: %s', (question, code) => {
    const { answer } = judge(question);
    expect(answer).toMatchObject({ kind: 'answered', language: 'en' });
    if (answer.kind !== 'answered' || !answer.entry.english) throw new Error(`${code} has no card in English`);
    expect(answer.entry.id).toBe(library.instruments.get(code)?.card);
    expectInOrder(question, [answer.entry.english.answer, vi.english.vietnameseFollows, answer.entry.shortAnswer]);
  });

  it('that no entry presents gets the identity card of the law, with its name and number', () => {
    const labour = library.instruments.get('bo-luat-lao-dong-2019')!;
    expectInOrder('What is the Labour Code?', [
      labour.english!.name,
      labour.english!.about,
      labour.number!,
      vi.english.vietnameseFollows,
      labour.name,
    ]);
  });

  it('is answered in Vietnamese alone when it is asked in Vietnamese', () => {
    const reply = replyTo('CEDAW là gì');
    expect(reply).not.toContain(vi.english.notice);
    expect(reply).not.toContain(vi.english.vietnameseFollows);
  });
});

describe('An English question on nothing that is known', () => {
  it.each([
    'is the moon made of cheese',
    'how can I get a fishing licence for my boat',
    'what is the best phone to buy for my mother',
  ])('gets the English sentence, and then the offer: %s', (question) => {
    expect(judge(question).answer).toEqual({ kind: 'not-known' });
    expect(ask(question).outcome).toBe('unresolved');
    expectInOrder(question, [vi.english.noAnswer, vi.notKnown(true)]);
  });
});

describe('A Vietnamese question', () => {
  it.each([WAGES, 'cong ty no luong 2 thang', 'to cao can bo doi tien', 'công ty không tin tôi'])(
    'hears no English: %s',
    (question) => {
      const reply = replyTo(question);
      for (const words of Object.values(vi.english)) expect(reply).not.toContain(words);
    },
  );
});
