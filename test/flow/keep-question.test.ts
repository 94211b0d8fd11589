import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import { LIFETIMES } from '../../src/base/lifetimes.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { IN_SERVICE } from '../../src/conversation/service.ts';
import type { LiveKnowledge } from '../../src/flow/entries/live-knowledge.ts';
import { forget } from '../../src/flow/forget.ts';
import { receive } from '../../src/flow/receive.ts';
import { type RespondNeeds, respond } from '../../src/flow/respond.ts';
import type { ChannelName, Heard } from '../../src/ports/channel.ts';
import type { KeptQuestion } from '../../src/ports/kept-questions.ts';
import { USUAL_SETTINGS } from '../../src/service/service-settings.ts';
import { NOON, type SmallKnowledge, smallKnowledge, TODAY, WAGES } from '../support/small-knowledge.ts';

/** Nothing in the part of the knowledge speaks of it. */
const UNKNOWN = 'vé số trúng thưởng bị rách góc thì còn đổi được không';
/** Answered with the entry on violence in a neighbour's house, hardly surely enough. */
const UNSURE = 'ngỗng hàng xóm kêu suốt đêm làm sao';
const KNOWN = 'công ty nợ lương 2 tháng nay không trả';

let small: SmallKnowledge;
let live: LiveKnowledge;
beforeAll(async () => {
  small = await smallKnowledge();
  live = await small.open();
});
afterAll(() => small.close());

let messages = 0;
let now = NOON;
const needs = (): RespondNeeds => ({
  store: small.store,
  knowledgeOn: live.on,
  capabilities: (channel) => CAPABILITIES[channel],
  serviceOn: () => IN_SERVICE,
  newId: () => {
    messages += 1;
    return `id-${String(messages).padStart(6, '0')}`;
  },
  randomBytes: (count) => randomBytes(count),
  workingTime: () => USUAL_SETTINGS.workingTime,
  now: () => now,
  log: small.log,
  onOwed: () => {},
  onAsked: () => {},
});

/** What somebody does, answered as the bot answers. */
async function does(heard: Heard, more: { from?: string; channel?: ChannelName; inGroup?: boolean } = {}) {
  const { from = 'lan', channel = 'web', inGroup = false } = more;
  messages += 1;
  await receive(channel, [{ externalId: `tin-${messages}`, from, heard, sentAt: now, inGroup }], {
    store: small.store,
    now: () => now,
    onStored: () => {},
  });
  while (await respond(needs()));
}
const says = (text: string, more?: Parameters<typeof does>[1]) => does({ kind: 'text', text }, more);
const kept = (): Promise<readonly KeptQuestion[]> =>
  small.store.transaction(async ({ keptQuestions }) => keptQuestions.some(await keptQuestions.openIds(99)));

describe('what is kept for the curators', () => {
  let people = 0;
  let person: { from: string };
  beforeEach(async () => {
    now = NOON;
    people += 1;
    person = { from: `nguoi-${people}` };
    await small.store.transaction(({ keptQuestions }) => keptQuestions.forgetBefore('9999-12-31'));
  });

  it('is a question to which no answer is known, with what the search thought of', async () => {
    await says(UNKNOWN, person);
    expect(await kept()).toMatchObject([{ words: UNKNOWN, why: 'unresolved', day: TODAY }]);
    const [{ candidates } = { candidates: [] }] = await kept();
    for (const { confidence } of candidates) expect(confidence).toBe(Math.round(confidence * 100) / 100);
  });

  it('is a question for which choices had to be offered', async () => {
    await says('nợ lương', person);
    expect(await kept()).toMatchObject([{ words: 'nợ lương', why: 'choices' }]);
  });

  it('is a question that was answered with hardly enough confidence', async () => {
    await says(UNSURE, person);
    expect(await kept()).toMatchObject([{ words: UNSURE, why: 'unsure' }]);
  });

  it('is not a question that was answered well, nor small talk, nor what is out of scope', async () => {
    for (const words of [KNOWN, 'chào bạn', 'cảm ơn bạn nhiều', 'giá vàng hôm nay bao nhiêu', 'riêng tư']) {
      await says(words, person);
    }
    expect(await kept()).toEqual([]);
  });

  it('is the question, not the complaint, where the answer did not help', async () => {
    await says(KNOWN, person);
    await does({ kind: 'press', press: `h-:${WAGES}` }, person);
    expect(await kept()).toMatchObject([{ words: KNOWN, why: 'unhelpful' }]);
    expect((await kept())[0]?.candidates[0]?.entry).toBe(WAGES);
    await does({ kind: 'press', press: `h-:${WAGES}` }, person);
    expect(await kept()).toHaveLength(1);
  });

  it('is the same where they say so in words', async () => {
    await says(KNOWN, person);
    await says('không đúng việc của em', person);
    expect(await kept()).toMatchObject([{ words: KNOWN, why: 'unhelpful' }]);
  });

  it('holds no name, number or address', async () => {
    await says(`em là Nguyễn Thị Bưởi, sđt 0912345678, ${UNKNOWN}`, person);
    const [question] = await kept();
    expect(question?.words).toContain('vé số trúng thưởng');
    expect(question?.words).not.toMatch(/Bưởi|0912345678/);
  });

  it('is at most a thousand characters', async () => {
    await says(`${UNKNOWN}, ${'chuyện dài lắm kể hoài không hết '.repeat(60)}`, person);
    const [question] = await kept();
    expect(question?.words.length).toBeLessThanOrEqual(1_000);
    expect(question?.words.startsWith(UNKNOWN)).toBe(true);
  });

  it.each<[string, string]>([
    ['self-harm', 'tôi không muốn sống nữa, tôi muốn chết'],
    ['self-harm in a question nobody answers', 'con ngỗng kêu hoài tôi muốn tự tử cho xong'],
  ])('is nothing that speaks of %s', async (_, words) => {
    await says(words, person);
    expect(await kept()).toEqual([]);
  });

  it('is nothing that is said in a group or on the terminal', async () => {
    await says(UNKNOWN, { ...person, inGroup: true, channel: 'telegram' });
    await says(UNKNOWN, { ...person, channel: 'terminal' });
    expect(await kept()).toEqual([]);
    await says(UNKNOWN, { ...person, channel: 'telegram' });
    expect(await kept()).toHaveLength(1);
  });

  it('is nothing that is typed on the way to staff', async () => {
    await says('gặp cán bộ', person);
    await says('đại lý vé số không chịu đổi vé cho em', person);
    await says('tiếp', person);
    await says('Hưng Yên', person);
    await says('gọi 0912345678 buổi trưa', person);
    expect(await kept()).toEqual([]);
  });

  it('cannot be joined with the message or the person by anything in its row', async () => {
    await says(UNKNOWN, person);
    const [question] = await kept();
    const whole = JSON.stringify(question);
    expect(whole).not.toContain(person.from);
    expect(question?.id).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(Object.keys(question ?? {}).sort()).toEqual(['candidates', 'day', 'id', 'why', 'words']);
  });

  it('is forgotten after 180 days', async () => {
    await says(UNKNOWN, person);
    const at = (days: number) => () => new Date(NOON.getTime() + days * 24 * 60 * 60_000);
    await forget({ ...needs(), now: at(180), lifetimes: LIFETIMES });
    expect(await kept()).toHaveLength(1);
    await forget({ ...needs(), now: at(181), lifetimes: LIFETIMES });
    expect(await kept()).toEqual([]);
  });

  it('has entries that exist', async () => {
    await says('nợ lương', person);
    const [question] = await kept();
    expect(question?.candidates.length).toBeGreaterThan(1);
    for (const { entry } of question?.candidates ?? []) expect(live.library().entry(entry as EntryId)).toBeDefined();
  });
});
