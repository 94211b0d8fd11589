import { describe, expect, it } from 'vitest';
import { covers } from '../../src/base/days.ts';
import { fold } from '../../src/language/fold.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { WAGES } from '../support/questions.ts';
import { ask, judge, library, TODAY } from './shipped.ts';

const { glossary } = readKnowledge('knowledge');
const termsOn = (day: string) =>
  glossary.terms.filter(({ validFrom, validTo }) => covers({ from: validFrom ?? '', to: validTo }, day));
const answered = (question: string, day = TODAY) => {
  const { answer } = judge(question, day);
  return answer.kind === 'answered' ? answer.entry : answer.kind;
};
const DETENTION = 'Tạm giam là gì?';

describe('A question for the meaning of a term', () => {
  it('is answered in plain words, with the law they rest on', () => {
    const { term, plain, citations } = glossary.terms.find((one) => one.term === 'Tạm giam')!;
    const { outcome, messages, answers } = ask('tạm giam là gì');
    expect(outcome).toBe('answer');
    const reply = messages.map(({ text }) => text).join('\n');
    expect(reply.startsWith(`${term}: ${plain}`)).toBe(true);
    expect(reply).toContain(`${vi.basisHeading()}\n• ${library.label(citations[0])}: `);
    expect(reply).toContain(vi.machineNotice(true));
    expect(answers[0]).toMatchObject({ title: DETENTION, citations });
    expect(answers[0]?.confidence).toBeGreaterThan(0.9);
  });

  it.each([
    'Tạm giam là gì?',
    'tam giam la gi',
    'TẠM GIAM LÀ GÌ',
    'tạm giam là gì'.normalize('NFD'),
    'dạ cho em hỏi tạm giam là gì vậy ạ',
    'tạm giam nghĩa là sao',
    'thế nào là tạm giam',
    'bị tạm giam là sao',
  ])('is understood however it is put: %s', (question) => {
    expect(answered(question)).toMatchObject({ title: DETENTION });
  });

  it('is answered for every term, with marks and without, never by choices', () => {
    const terms = termsOn(TODAY);
    expect(terms.length).toBeGreaterThan(100);
    const questions = terms.flatMap(({ term }) => [`${term} là gì`, fold(`${term} là gì`)]);
    const unanswered = questions.filter((question) => typeof answered(question) === 'string');
    expect(unanswered).toEqual([]);
  });

  it.each(['kháng cáo', 'đặc xá', 'khai tử'])('is answered, where the bare word makes the bot ask back: %s', (term) => {
    expect(fold(String((answered(`${term} là gì`) as { title: string }).title))).toBe(fold(`${term} là gì?`));
    expect(typeof answered(term)).toBe('string');
  });

  it.each([
    ['Tín ngưỡng', '2026-12-31', '2027-01-01'],
    ['Tôn giáo', '2026-12-31', '2027-01-01'],
    ['Hộ tịch', '2027-02-28', '2027-03-01'],
    ['Khai tử', '2027-02-28', '2027-03-01'],
  ])('is answered by the law of the day: %s until %s and from %s', (term, lastDay, firstDay) => {
    const given = [lastDay, firstDay].map((day) => answered(`${term} là gì`, day));
    const wanted = [lastDay, firstDay].map((day) => termsOn(day).find((one) => one.term === term));
    expect(wanted[0]?.citations).not.toEqual(wanted[1]?.citations);
    expect(given).toMatchObject(
      wanted.map((one) => ({ shortAnswer: `${term}: ${one?.plain}`, citations: one?.citations })),
    );
  });
});

describe('A term in another question', () => {
  it('is left to the entry that tells more about it', () => {
    expect(answered('trợ giúp pháp lý là gì, có mất tiền không')).toMatchObject({
      id: 'qa/tro-giup-phap-ly/la-gi-co-mat-tien-khong',
    });
  });

  it.each([
    WAGES,
    'chồng em bị tạm giam, em có được vào thăm không',
    'tạm giam được bao lâu',
    'tạm giam',
    'kháng cáo trong mấy ngày',
  ])('is not explained: %s', (question) => {
    const titles = judge(question).candidates.map(({ entry }) => entry.id);
    expect(titles.filter((id) => id.includes('/thuat-ngu/'))).toEqual([]);
  });

  it('that nobody explains is not made up', () => {
    const given = answered('zirconi xeton là gì');
    expect(typeof given).toBe('string');
  });
});
