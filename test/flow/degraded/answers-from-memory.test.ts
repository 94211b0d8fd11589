import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../../src/channels/capabilities.ts';
import { AnswersFromMemory } from '../../../src/flow/degraded/answers-from-memory.ts';
import { CHANNEL_NAMES } from '../../../src/ports/channel.ts';
import { vi } from '../../../src/reply/wording/vi.ts';
import { knowledgeOn, library } from '../../answering/shipped.ts';
import { EMERGENCY, WAGES, WAGES_LAW } from '../../support/questions.ts';

let time = new Date('2026-11-21T02:00:00Z');
const answers = new AnswersFromMemory({
  knowledgeOn,
  capabilities: (name) => CAPABILITIES[name],
  channels: CHANNEL_NAMES,
  now: () => time,
});
const textsTo = (text: string, on: (typeof CHANNEL_NAMES)[number] = 'zalo') =>
  answers.to({ kind: 'text', text }, on).messages.map((message) => message.text);

describe('AnswersFromMemory', () => {
  it.each([
    [EMERGENCY, 'violence', /\b113\b/],
    ['chong dang cam dao duoi giet me con toi', 'violence', /\b113\b/],
    ['em muốn chết quách cho xong', 'self-harm', /\b115\b/],
    ['mẹ em co giật, bệnh viện đòi tiền mới cho vào cấp cứu', 'medical', /\b115\b/],
  ] as const)('give the hotlines first where the words show danger: %s', (text, danger, number) => {
    const [first = '', second] = textsTo(text);
    expect(answers.to({ kind: 'text', text }, 'zalo')).toMatchObject({ danger, onlyNotice: false });
    expect(first.startsWith(vi.urgentLead[danger])).toBe(true);
    expect(first).toMatch(number);
    expect(second).toBe(vi.notKept());
  });

  it('give one of the fifty with its law, and whom to call above it', () => {
    const [notice = '', ...answer] = textsTo('bị chồng đánh thì gọi ai');
    expect(notice.startsWith(vi.notKept())).toBe(true);
    expect(notice).toMatch(/\b113\b/);
    expect(answer.join('\n')).toContain(vi.basisHeading());
    expect(answer.join('\n')).toContain('Luật Phòng, chống bạo lực gia đình 2022');
    // The way to a centre is closed: a person is reached by telephone alone.
    expect(answer.join('\n')).toContain(vi.machineNoticeAlone());
    expect(answer.join('\n')).not.toContain('gặp cán bộ');
  });

  it('give nothing else of the law: the rest can wait', () => {
    const said = textsTo(WAGES);
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain(WAGES_LAW);
    expect(answers.to({ kind: 'text', text: WAGES }, 'zalo').onlyNotice).toBe(true);
  });

  it('say of a message that is kept that it is', () => {
    const { messages } = answers.to({ kind: 'text', text: WAGES }, 'zalo', 'kept');
    expect(messages[0]?.text.startsWith(vi.keptForLater())).toBe(true);
  });

  it('say nothing to who left, and the notice to a photo', () => {
    expect(answers.to({ kind: 'blocked' }, 'zalo').messages).toEqual([]);
    expect(answers.to({ kind: 'unreadable', what: 'photo' }, 'zalo').messages[0]?.text).toContain(vi.notKept());
  });

  it.each(CHANNEL_NAMES)('fit the channel and offer no choice that nobody would remember: %s', (on) => {
    const asked = answers.entries.flatMap(({ title }) => answers.to({ kind: 'text', text: title }, on).messages);
    expect(asked.length).toBeGreaterThan(answers.entries.length);
    for (const { text, choices } of asked) {
      expect(text.length).toBeLessThanOrEqual(CAPABILITIES[on].textLimit);
      expect(choices).toEqual([]);
    }
  });

  it('follow the law of the day without being told', () => {
    const today = answers.entries;
    time = new Date('2024-06-01T02:00:00Z');
    textsTo('bị chồng đánh thì gọi ai');
    expect(answers.entries.filter((entry) => !library.isCurrent(entry, '2024-06-01'))).toEqual([]);
    expect(today.some((entry) => !answers.entries.includes(entry))).toBe(true);
  });
});
