import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import type { Channel, IncomingMessage, OutgoingMessage } from '../../src/ports/channel.ts';
import { fc, runs } from '../support/property.ts';

/** How a platform meets the next message that we send. */
export type Meets =
  | 'accepts'
  | 'too many at once'
  | 'refuses the message'
  | 'refuses our token'
  | 'is broken'
  | 'shows a web page'
  | 'hangs up'
  | 'stays silent';

/** A platform that runs on this machine, with a channel that is connected to it. */
export interface RunningPlatform {
  readonly channel: Channel;
  /** The same channel, where no platform listens. */
  readonly nobodyThere: Channel;
  /** What must never be seen in an error. */
  readonly token: string;
  /** An address that the channel can send to. */
  readonly person: string;
  /** The next message that we send. */
  meetNext(how: Meets): void;
  /** Resolves when the next message that we send is on its way. */
  sending(): Promise<void>;
  /** What people read. */
  read(): readonly string[];
  /** A person writes, and it waits to be polled. */
  write(text: string): void;
  /** The next poll meets this. */
  pollMeets(how: 'refuses our token' | 'is broken' | 'hangs up'): void;
  /** A webhook call as the platform makes it. `body` is sent instead of an update. */
  call(text: string, options?: { secret?: string; body?: string }): Request;
  /** An update as the platform makes it, for changing at will. */
  readonly update: unknown;
  stop(): Promise<void>;
}

const never = new AbortController().signal;
const plain = (text: string): OutgoingMessage => ({ text, bold: [], choices: [] });

/** What every `Channel` to a messenger must do. */
export function channelContract(name: string, start: () => Promise<RunningPlatform>): void {
  describe(`Channel contract: ${name}`, () => {
    let platform: RunningPlatform;
    beforeEach(async () => {
      platform = await start();
    });
    afterEach(() => platform.stop());

    describe('read', () => {
      it.each([
        ['chữ dựng sẵn', 'Công ty nợ lương'],
        ['chữ tổ hợp (NFD)', 'Công ty nợ lương'.normalize('NFD')],
        ['thừa khoảng trắng', '  Công ty nợ lương \n'],
      ])('gives a message as NFC without outer space: %s', async (_, typed) => {
        const [message] = await platform.channel.read(platform.call(typed));
        expect(message).toMatchObject({
          from: platform.person,
          heard: { kind: 'text', text: 'Công ty nợ lương' },
          inGroup: false,
        });
      });

      it('gives the same message the same id every time', async () => {
        const [first] = await platform.channel.read(platform.call('xin chào'));
        const [again] = await platform.channel.read(platform.call('xin chào'));
        expect(again?.externalId).toBe(first?.externalId);
      });

      it('gives nothing for a message of spaces', async () => {
        expect(await platform.channel.read(platform.call(' \n\t '))).toEqual([]);
      });

      it('gives nothing for the probe of an empty body', async () => {
        expect(await platform.channel.read(platform.call('', { body: '' }))).toEqual([]);
      });

      it.each([
        ['a guess', 'đoán-mò'],
        ['none', ''],
      ])('turns away a call with a wrong secret: %s', async (_, secret) => {
        const call = platform.call('xin chào', { secret: encodeURIComponent(secret) });
        await expect(platform.channel.read(call)).rejects.toMatchObject({ kind: 'forbidden' });
      });

      it.each([
        ['is cut off', '{'],
        ['is no JSON', 'xin chào'],
        ['is no object', '"xin chào"'],
        ['is a list', '[]'],
        ['is null', 'null'],
        ['is no update', '{"xin":"chào"}'],
        ['is longer than 1 MiB', JSON.stringify('a'.repeat(1024 * 1024))],
      ])('says that it cannot read a body that %s', async (_, body) => {
        const reading = platform.channel.read(platform.call('', { body }));
        await expect(reading).rejects.toMatchObject({ kind: 'invalid-input' });
      });

      it('says that it cannot read a body that breaks off', async () => {
        const { url, headers } = platform.call('');
        const body = new ReadableStream({ pull: (stream) => stream.error(new Error('connection reset')) });
        const call = new Request(url, { method: 'POST', headers, body, duplex: 'half' });
        await expect(platform.channel.read(call)).rejects.toMatchObject({ kind: 'invalid-input' });
      });

      it('does not read the body of a stranger to its end', async () => {
        const { url, headers } = platform.call('', { secret: 'guessed' });
        let given = 0;
        const pull = (stream: ReadableStreamDefaultController) => {
          given += 1;
          stream.enqueue(new Uint8Array(1024));
        };
        const call = new Request(url, { method: 'POST', headers, body: new ReadableStream({ pull }), duplex: 'half' });
        await expect(platform.channel.read(call)).rejects.toMatchObject({ kind: 'forbidden' });
        expect(given).toBeLessThan(5);
      });

      it('does not repeat a person’s words in an error', async () => {
        const fault = await platform.channel.read(platform.call('', { body: 'chồng tui đánh tui' })).catch(String);
        expect(inspect(fault)).not.toContain('chồng');
      });

      it('throws nothing but AppError, whatever the body says', async () => {
        const bodies = fc.oneof(fc.jsonValue(), changed(platform.update));
        await fc.assert(
          fc.asyncProperty(bodies, async (body) => {
            const call = platform.call('', { body: JSON.stringify(body) });
            const messages = await platform.channel.read(call).catch((fault: unknown) => {
              expect(fault).toBeInstanceOf(AppError);
              return [];
            });
            expect(messages.filter((message) => !isSound(message))).toEqual([]);
          }),
          { numRuns: runs(500) },
        );
      });
    });

    describe('send', () => {
      it('brings a text unchanged, whatever signs are in it', async () => {
        const text = 'Điều 97 & <b>lương</b> "trễ" *15* _ngày_ [1] 👨‍👩‍👧 \\ &amp; 5 < 6';
        const delivery = await platform.channel.send(platform.person, plain(text), never);
        expect(delivery).toMatchObject({ result: 'sent', externalId: expect.stringMatching(/.+\/.+/) });
        expect(platform.read()).toEqual([text]);
      });

      it.each<[Meets, object]>([
        ['accepts', { result: 'sent' }],
        ['too many at once', { result: 'wait' }],
        ['refuses the message', { result: 'refused', because: 'rejected' }],
        ['refuses our token', { result: 'wait', because: 'token' }],
        ['is broken', { result: 'wait', because: 'down' }],
        ['shows a web page', { result: 'wait', because: 'down' }],
        ['hangs up', { result: 'uncertain' }],
      ])('tells what became of a message: the platform %s', async (how, expected) => {
        platform.meetNext(how);
        expect(await platform.channel.send(platform.person, plain('Chào bạn'), never)).toMatchObject(expected);
      });

      it('may try later when nobody listens there', async () => {
        const delivery = await platform.nobodyThere.send(platform.person, plain('Chào bạn'), never);
        expect(delivery).toEqual({ result: 'wait', because: 'down' });
      });

      it('may try later when it was stopped before it began', async () => {
        const delivery = await platform.channel.send(platform.person, plain('Chào bạn'), AbortSignal.abort());
        expect([delivery, platform.read()]).toEqual([{ result: 'wait', because: 'down' }, []]);
      });

      it('is uncertain when it was stopped on the way', async () => {
        const stop = new AbortController();
        platform.meetNext('stays silent');
        const onTheWay = platform.sending();
        const delivery = platform.channel.send(platform.person, plain('Chào bạn'), stop.signal);
        await onTheWay;
        stop.abort();
        expect((await delivery).result).toBe('uncertain');
      });

      it('tells the cause without our token and without what we wrote', async () => {
        platform.meetNext('hangs up');
        const delivery = await platform.channel.send(platform.person, plain('Chị hãy gọi 111'), never);
        const shown = inspect(delivery, { depth: 20, showHidden: true });
        expect(shown).not.toContain(platform.token.split(':')[1]);
        expect(shown).not.toContain('gọi 111');
      });

      it('has no trouble with typing when nobody listens there', async () => {
        await expect(platform.nobodyThere.showTyping?.(platform.person)).resolves.toBeUndefined();
      });
    });

    describe('poll', () => {
      const words = (messages: readonly IncomingMessage[]) =>
        messages.map(({ heard }) => (heard.kind === 'text' ? heard.text : heard.kind));

      async function polled(times: number): Promise<readonly string[]> {
        const kept: string[] = [];
        for (let nth = 0; nth < times; nth += 1) {
          await platform.channel.poll?.(async (messages) => void kept.push(...words(messages)), never);
        }
        return kept;
      }

      it('hands on what people wrote, once and in order', async () => {
        for (const text of ['cty nợ lương', 'còn BHXH thì sao?']) platform.write(text);
        expect(await polled(3)).toEqual(['cty nợ lương', 'còn BHXH thì sao?']);
      });

      it('hands on again what could not be kept', async () => {
        platform.write('cty nợ lương');
        const full = new Error('disk full');
        await expect(platform.channel.poll?.(() => Promise.reject(full), never)).rejects.toBe(full);
        expect(await polled(2)).toEqual(['cty nợ lương']);
      });

      it('ends quietly when it is stopped', async () => {
        const stop = new AbortController();
        const polling = platform.channel.poll?.(async () => {}, stop.signal);
        stop.abort();
        await expect(polling).resolves.toBeUndefined();
      });

      it.each([
        ['refuses our token', 'forbidden'],
        ['is broken', 'unavailable'],
        ['hangs up', 'unavailable'],
      ] as const)('tells what hinders it: the platform %s → %s', async (how, kind) => {
        platform.pollMeets(how);
        const polling = platform.channel.poll?.(async () => {}, never);
        await expect(polling).rejects.toMatchObject({ kind });
      });

      it('says "unavailable" when nobody listens there', async () => {
        const polling = platform.nobodyThere.poll?.(async () => {}, never);
        await expect(polling).rejects.toMatchObject({ kind: 'unavailable' });
      });
    });
  });
}

/** The update with one thing in it, at any depth, missing or replaced by anything. */
function changed(update: unknown): fc.Arbitrary<unknown> {
  const anything = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined });
  return fc
    .tuple(fc.constantFrom(...pathsIn(update)), anything)
    .map(([path, value]) => withChange(update, path, value));
}

function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner).map((path) => [key, ...path]))];
}

function withChange(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to ?? null;
  const before = value as Readonly<Record<string, unknown>>;
  return { ...before, [key]: rest.length === 0 ? to : withChange(before[key], rest, to) };
}

function isSound({ externalId, from, heard, sentAt }: IncomingMessage): boolean {
  const text = heard.kind === 'text' ? heard.text : 'x';
  const clean = text !== '' && text === text.normalize('NFC').trim();
  return externalId !== '' && from !== '' && clean && !Number.isNaN(sentAt.getTime());
}
