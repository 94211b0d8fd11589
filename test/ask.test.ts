import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, askOnce } from '../src/ask.ts';
import { DANGERS } from '../src/base/danger.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { know } from '../src/know.ts';
import type { ChannelName } from '../src/ports/channel.ts';
import { vi } from '../src/reply/wording/vi.ts';
import { EMERGENCY, OUT_OF_SCOPE, UNKNOWN, VAGUE, WAGES, WAGES_LAW } from './support/questions.ts';

const { knowledgeOn } = know('knowledge');
const TODAY = '2026-11-21';
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const OUTCOMES = ['answer', 'choices', 'unresolved', 'out-of-scope', 'greeting', 'help'];
const ask = (text: string, channel: ChannelName = 'terminal') =>
  askOnce(text, { knowledgeOn, day: TODAY, capabilities: CAPABILITIES[channel] });

/** What contracts §3 promises of any question. */
function expectContract(asked: Asked, channel: ChannelName): void {
  const { outcome, urgent, answers, messages } = asked;
  const can = CAPABILITIES[channel];
  expect(OUTCOMES).toContain(outcome);
  expect(answers.length).toBeLessThanOrEqual(5);
  for (const { entry, kind, title, citations, confidence } of answers) {
    expect(entry.startsWith(`${kind}/`)).toBe(true);
    expect(title).not.toBe('');
    expect(citations.length).toBeGreaterThan(0);
    expect(confidence).toBe(Math.min(1, Math.max(0, confidence)));
  }
  expect(messages.length).toBeGreaterThan(0);
  for (const { text } of messages) {
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(can.textLimit);
    expect(text).not.toMatch(LONE_SURROGATE);
  }
  if (outcome === 'answer' || outcome === 'choices') expect(answers.length).toBeGreaterThan(0);
  if (urgent === null) return;
  expect(DANGERS).toContain(urgent);
  // Where a message is seen before it is opened, a line with the numbers alone stands above those to whom it may matter.
  const lead = vi.urgentLead[urgent as keyof typeof vi.urgentLead];
  const numbersAbove = can.previews && (urgent === 'violence' || urgent === 'child');
  const first = messages[0]?.text ?? '';
  expect(numbersAbove ? /^Gọi ngay được: 1\d\d · .+\n\n/.exec(first)?.[0] + lead : lead).toBe(
    first.slice(0, first.indexOf(lead) + lead.length),
  );
}

describe('askOnce', () => {
  it.each([
    [WAGES, 'answer'],
    [VAGUE, 'choices'],
    [UNKNOWN, 'unresolved'],
    ['điều 500 hiến pháp', 'unresolved'],
    [OUT_OF_SCOPE, 'out-of-scope'],
    ['cho tôi xem tin nhắn của vợ tôi', 'out-of-scope'],
    ['xin chào', 'greeting'],
    ['cảm ơn ad', 'greeting'],
    ['/help', 'help'],
    ['bạn là người thật hay máy', 'help'],
    ['gặp cán bộ', 'help'],
    ['', 'help'],
  ])('%s → %s', (question, outcome) => {
    for (const channel of ['telegram', 'zalo', 'web', 'terminal'] as const) {
      const asked = ask(question, channel);
      expect(asked.outcome).toBe(outcome);
      expectContract(asked, channel);
    }
  });

  it('nguy hiểm thì lời đầu là số để gọi', () => {
    const asked = ask(EMERGENCY, 'zalo');
    expect([asked.urgent, asked.outcome]).toEqual(['violence', 'answer']);
    expect(asked.messages[0]?.text).toMatch(/^Gọi ngay được: 113 · 115 · 111\. .+\n\n.+\n\n• 113 – /);
    expectContract(asked, 'zalo');
  });

  it('lúc nào cũng cho biết những mục gần nhất, dù không trả lời', () => {
    for (const question of [UNKNOWN, OUT_OF_SCOPE, 'cho tôi xem tin nhắn của vợ tôi']) {
      expect(ask(question).answers.length).toBeGreaterThan(0);
    }
  });

  it('chưa từng nhắn gì nên không có gì được chuyển', () => {
    expect(
      ask('Đồng ý')
        .messages.map(({ text }) => text)
        .join(),
    ).not.toContain('HQ-');
    expect(ask('gặp cán bộ').messages.map(({ text }) => text)).toEqual([vi.nothingToPassOn()]);
  });

  it('hỏi hai lần thì như nhau', () => {
    for (const question of [WAGES, VAGUE, UNKNOWN, EMERGENCY]) expect(ask(question)).toEqual(ask(question));
  });
});

describe('npm run ask', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-quyen-ask-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  interface Ended {
    readonly code: number;
    readonly out: string;
    readonly err: string;
  }
  const run = (...args: readonly string[]) =>
    new Promise<Ended>((resolve) => {
      execFile('npm', ['run', '--silent', 'ask', '--', ...args], { maxBuffer: 1 << 26 }, (fault, out, err) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0, out, err }),
      );
    });
  const fileOf = async (name: string, lines: readonly string[]) => {
    const file = join(folder, name);
    await writeFile(file, lines.join('\n'));
    return file;
  };
  const line = (id: string, text: string) => JSON.stringify({ id, text });
  const objects = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((json) => JSON.parse(json) as Asked & { id?: string; reply: readonly string[]; ms: number });

  it('--json --batch: mỗi dòng một đối tượng, đúng thứ tự, đúng hình thức của hợp đồng', async () => {
    const questions = [
      ['B2', WAGES],
      ['A1', EMERGENCY],
      ['C3', VAGUE.normalize('NFD')],
      ['A0', 'dòng\nnữa \u0000 "ngoặc" \\ 👍'],
      ['B1', OUT_OF_SCOPE],
    ] as const;
    const [first, ...others] = questions.map(([id, text]) => line(id, text));
    const file = await fileOf('dung.jsonl', [first ?? '', '', ...others, '   ', '']);
    const { code, out } = await run('--json', '--batch', file, '--as-of', TODAY, '--channel', 'zalo');
    expect(code).toBe(0);
    const printed = objects(out);
    expect(printed.map(({ id }) => id)).toEqual(questions.map(([id]) => id));
    expect(printed.map(({ outcome }) => outcome).slice(0, 3)).toEqual(['answer', 'answer', 'choices']);
    for (const [nth, [, text]] of questions.entries()) {
      const { id, reply, ms, ...rest } = printed[nth]!;
      const { messages, ...asked } = ask(text, 'zalo');
      expect(rest).toEqual(asked);
      expect(reply).toEqual(messages.map((message) => message.text));
      expect([typeof id, typeof ms]).toEqual(['string', 'number']);
    }
    expect(Object.keys(printed[0] ?? {})).toEqual(['id', 'outcome', 'urgent', 'answers', 'reply', 'ms']);
    expect(Object.keys(printed[0]?.answers[0] ?? {})).toEqual(['entry', 'kind', 'title', 'citations', 'confidence']);
  });

  it.each([
    ['không phải JSON', '{"id":"x"'],
    ['text không phải chữ', '{"id":"x","text":5}'],
  ])('dòng hỏng (%s): nói tệp nào, dòng mấy, mã 2; các dòng trước đã in', async (_, bad) => {
    const file = await fileOf('hong.jsonl', [line('A1', WAGES), '', bad, line('A2', VAGUE)]);
    const { code, out, err } = await run('--json', '--batch', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}:3`);
    expect(objects(out).map(({ id }) => id)).toEqual(['A1']);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['không có tệp', ['--json', '--batch', '/khong/co.jsonl'], /khong\/co\.jsonl/],
    ['ngày không có thật', ['--as-of', '2026-02-30', 'ly hôn'], /2026-02-30/],
    ['kênh lạ', ['--channel', 'fax', 'ly hôn'], /fax/],
    ['tuỳ chọn lạ', ['--colour', 'ly hôn'], /colour/],
    ['--json mà không hỏi gì', ['--json'], /--json/],
    ['thư mục kiến thức không có', ['--knowledge', '/khong/co', 'ly hôn'], /\/khong\/co/],
  ])('%s: mã 2, nói vì sao', async (_, args, why) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });

  it('một câu hỏi: chữ như người đọc, không có --json thì không có JSON', async () => {
    const { code, out } = await run('--as-of', TODAY, ...WAGES.split(' '));
    expect(code).toBe(0);
    expect(out).toBe(
      `${ask(WAGES)
        .messages.map(({ text }) => text)
        .join('\n\n———\n\n')}\n`,
    );
    expect(out).toContain(`• ${WAGES_LAW}: `);
  });

  it('--as-of: luật của ngày ấy', async () => {
    const question = 'người khuyết tật có được trợ giúp pháp lý miễn phí không';
    const [before, after] = await Promise.all(
      ['2026-12-31', '2027-01-01'].map(async (day) => objects((await run('--json', '--as-of', day, question)).out)[0]),
    );
    expect(before?.id).toBeUndefined();
    expect(before?.answers[0]?.entry).not.toBe(after?.answers[0]?.entry);
  });
});

/** Real messages that people sent to chat bots and lawyers; kept outside the repository. */
describe('Tin nhắn thật', () => {
  const FIRST = 150;

  it.for(['tin-nhan-nguoi-dung.jsonl', 'cau-hoi.jsonl'])('%s: không tin nào làm bot lỗi', (name, { skip }) => {
    const file = join('..', 'shared', 'data', 'cau-hoi-thuc-te', name);
    skip(!existsSync(file), `${file} is not on this machine`);
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .filter((one) => one.trim() !== '')
      .slice(0, FIRST)
      .map((one) => (JSON.parse(one) as { text: string }).text);
    expect(texts).toHaveLength(FIRST);
    for (const text of texts) {
      for (const channel of ['zalo', 'telegram'] as const) expectContract(ask(text, channel), channel);
    }
  });
});
