import { describe, expect, it } from 'vitest';
import { AppError } from '../src/base/errors.ts';
import { makeLog } from '../src/log.ts';

const TOKEN = '77123:AAE+hBOweik6/ad9r';
const HALF = 'AAE+hBOweik6/ad9r';

/** A log that writes into a list. */
function aLog(level = 'info', secrets: readonly string[] = [TOKEN]) {
  const lines: string[] = [];
  const log = makeLog({ level, secrets, write: (line) => lines.push(line) });
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('writes an event with its facts, one line of JSON each', () => {
    const { log, lines, read } = aLog();
    log.info('turn taken', { channel: 'zalo', matches: 3, urgent: false, step: undefined });
    log.warn('not delivered');
    expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
    expect(read()).toMatchObject([
      { app: 'hoi-quyen', level: 30, msg: 'turn taken', channel: 'zalo', matches: 3, urgent: false },
      { app: 'hoi-quyen', level: 40, msg: 'not delivered' },
    ]);
  });

  it.each([
    ['info', ['info', 'warn', 'fault']],
    ['warn', ['warn', 'fault']],
    ['error', ['fault']],
    ['silent', []],
  ])('writes from its level on: %s', (level, written) => {
    const { log, read } = aLog(level);
    log.info('info');
    log.warn('warn');
    log.fault('fault', new Error('hỏng'));
    expect(read().map(({ msg }) => msg)).toEqual(written);
  });

  it('writes what kind of fault it was, and where', () => {
    const { log, read } = aLog();
    const cause = Object.assign(new TypeError('mạng đứt'), { code: 'ECONNRESET' });
    log.fault(
      'sending failed',
      new AppError('unavailable', 'Zalo cannot be reached', { facts: { status: 502 }, cause }),
      {
        channel: 'zalo',
      },
    );
    expect(read()).toMatchObject([
      {
        level: 50,
        msg: 'sending failed',
        channel: 'zalo',
        fault: 'AppError',
        kind: 'unavailable',
        message: 'Zalo cannot be reached',
        status: 502,
        cause: 'TypeError',
        causeCode: 'ECONNRESET',
        stack: expect.stringContaining('log.test.ts'),
      },
    ]);
  });

  it('does not write what caused the fault: it may hold a person’s words', () => {
    const { log, lines } = aLog();
    const cause = new SyntaxError('Unexpected token: "chồng tui đánh tui"');
    log.fault('webhook failed', new AppError('invalid-input', 'The body is not JSON', { cause }));
    log.fault('step failed', { words: 'chồng tui đánh tui' });
    log.fault('step failed', 'chồng tui đánh tui');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('chồng');
  });

  it('takes anything that was thrown', () => {
    const { log, read } = aLog();
    for (const thrown of [undefined, null, 'chữ', 7, Object.create(null)]) log.fault('hỏng', thrown);
    expect(read().map(({ fault }) => fault)).toEqual(['undefined', 'object', 'string', 'number', 'object']);
  });
});

describe('a token', () => {
  const inAddress = encodeURIComponent(TOKEN);

  it.each([
    ['whole', TOKEN],
    ['in an address, as Telegram has it', `https://api.telegram.org/bot${TOKEN}/getMe`],
    ['encoded (%3A)', `https://bot-api.zaloplatforms.com/bot${inAddress}/getMe`],
    ['the part after the colon', `secret ${HALF}!`],
    ['the part after the colon, encoded', `x=${encodeURIComponent(HALF)}`],
    ['more than once', `${TOKEN} ${inAddress} ${HALF} ${TOKEN}`],
  ])('is never written: %s', (_, text) => {
    const { log, lines } = aLog();
    const fault = new Error(`request to ${text} failed`, { cause: Object.assign(new Error(text), { code: text }) });
    log.info(`event ${text}`, { fact: text });
    log.warn(text);
    log.fault('failed', fault, { url: text });
    log.fault('failed', new AppError('unavailable', text, { facts: { url: text } }));
    expect(lines).toHaveLength(4);
    const written = lines.join('');
    expect(written).toContain('[hidden]');
    for (const secret of [TOKEN, inAddress, HALF, encodeURIComponent(HALF)]) expect(written).not.toContain(secret);
  });

  it('leaves a line that can be read', () => {
    const { log, read } = aLog();
    log.info('channel connected', { url: `/bot${TOKEN}/getMe` });
    expect(read()).toMatchObject([{ url: '/bot[hidden]/getMe' }]);
  });

  it('is hidden whole when it begins like another secret', () => {
    const { log, lines } = aLog('info', [TOKEN.slice(0, 12), TOKEN]);
    log.info('connected', { url: `/bot${TOKEN}/getMe` });
    expect(lines.join('')).toContain('/bot[hidden]/getMe');
  });

  it('that is missing hides nothing', () => {
    const { log, read } = aLog('info', ['', 'abc']);
    log.info('abc', { fact: 'chào' });
    expect(read()).toMatchObject([{ msg: 'abc', fact: 'chào' }]);
  });

  it('with signs that JSON writes in its own way is hidden too', () => {
    const secret = 'bí "mật" \\ của bot';
    const { log, lines, read } = aLog('info', [secret]);
    log.info('connected', { fact: secret });
    expect(lines.join('')).not.toContain('mật');
    expect(read()).toMatchObject([{ fact: '[hidden]' }]);
  });
});
