import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { toHtml } from '../../src/channels/telegram/html.ts';
import type { Citation } from '../../src/knowledge/citation.ts';
import { Library } from '../../src/knowledge/library.ts';
import { CHANNEL_NAMES } from '../../src/ports/channel.ts';
import { layOut } from '../../src/reply/lay-out.ts';
import type { OutgoingMessage } from '../../src/reply/message.ts';
import { render } from '../../src/reply/render.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { Message } from '../../src/web/chat/message.tsx';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';
import { fc, runs } from '../support/property.ts';
import { ODD_TEXT } from '../support/small-law.ts';

/** What somebody is sent who asks for an article with these words. */
function shown(words: string, channel: (typeof CHANNEL_NAMES)[number], marked?: readonly [number, number]) {
  const rendering = {
    wording: vi,
    library: new Library([], [anInstrument()]),
    hotlines: [],
    provinces: [],
    officialText: () => ({
      languageName: 'tiếng Việt',
      words,
      inForce: { from: '2021-01-01' },
      sha256: 'ab'.repeat(32),
      sources: ['Công báo'],
      marked,
    }),
  };
  const reply = render(
    {
      say: 'official-text',
      citation: 'bo-luat-lao-dong-2019:97.1' as Citation,
      instrument: anInstrument(),
      head: {
        code: 'bo-luat-lao-dong-2019',
        article: '97',
        heading: '',
        divisions: [],
        inForce: { from: '2021-01-01' },
      },
      day: '2026-11-21',
      previous: undefined,
      next: undefined,
      alone: true,
      mayRefer: true,
    },
    rendering,
  );
  return layOut(reply, CAPABILITIES[channel], vi);
}

const quotedIn = (messages: readonly OutgoingMessage[]) =>
  messages.flatMap(({ text, quoted = [] }) => quoted.map(([start, end]) => text.slice(start, end))).join('');

/** The words of all quotes in some HTML, as a browser or Telegram reads them. */
function quotesIn(html: string): string {
  const texts = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(texts).join('') : '';
  const quotes = (node: DefaultTreeAdapterTypes.Node): string =>
    'tagName' in node && node.tagName === 'blockquote'
      ? texts(node)
      : 'childNodes' in node
        ? node.childNodes.map(quotes).join('')
        : '';
  return quotes(parseFragment(html));
}

const onPage = (messages: readonly OutgoingMessage[]) =>
  messages
    .map(({ text, bold, quoted }, nth) => String(Message({ line: { id: String(nth), by: 'bot', text, bold, quoted } })))
    .join('');

/** Texts as laws have them and as nobody should write them. NUL and carriage return are in no text that is stored. */
const lawText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\t',
        '\n',
        '\n\n',
        '\n\n\n',
        '1. ',
        'a) ',
        'Điều 5.',
        '[3]',
        '<b>',
        '&amp;',
        '• ',
        '115',
        '🏛️',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\r\0]/g, '')),
      fc.integer({ min: 1, max: 3000 }).map((length) => 'dài'.repeat(length)),
      fc.integer({ min: 1, max: 300 }).map((times) => 'Người lao động được trả lương đúng hạn; '.repeat(times)),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join('').replace(/^\s+/, ''))
  .filter((text) => text !== '');

describe('Words of the law', () => {
  it.each(CHANNEL_NAMES)('arrive on %s byte for byte, whatever they are', (channel) => {
    fc.assert(
      fc.property(lawText, (words) => {
        const messages = shown(words, channel);
        expect(quotedIn(messages)).toBe(words);
        for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(CAPABILITIES[channel].textLimit);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are read on Telegram as they are stored', () => {
    fc.assert(
      fc.property(lawText, (words) => {
        expect(quotesIn(shown(words, 'telegram').map(toHtml).join(''))).toBe(words);
      }),
      { numRuns: runs(80) },
    );
  });

  it('stand on the page of the web chat as they are stored', () => {
    fc.assert(
      fc.property(lawText, (words) => {
        expect(quotesIn(onPage(shown(words, 'web')))).toBe(words);
      }),
      { numRuns: runs(80) },
    );
  });

  it('keep every space and line break at the cuts of a long article', () => {
    for (const channel of CHANNEL_NAMES) {
      const messages = shown(ODD_TEXT, channel);
      expect(quotedIn(messages)).toBe(ODD_TEXT);
      // A messenger takes white space away at the beginning of a message: none may stand there.
      expect(messages.filter(({ text }) => /^\s/.test(text))).toEqual([]);
    }
    expect(shown(ODD_TEXT, 'zalo').length).toBeGreaterThan(2);
  });

  it('are marked where a clause was asked for, and stay whole', () => {
    const words = 'Điều 97. Trả lương\n1. Đúng hạn.\n2. Chậm thì đền.';
    const marked: readonly [number, number] = [19, 31];
    const [telegram] = shown(words, 'telegram', marked);
    expect(toHtml(telegram!)).toContain(
      '<blockquote>Điều 97. Trả lương\n<b>1. Đúng hạn.</b>\n2. Chậm thì đền.</blockquote>',
    );
    expect(onPage(shown(words, 'web', marked))).toContain('<mark>1. Đúng hạn.</mark>');
    const [zalo] = shown(words, 'zalo', marked);
    expect(zalo?.text).toContain('Phần bạn hỏi (khoản 1) bắt đầu bằng: “1. Đúng hạn.”');
    for (const channel of CHANNEL_NAMES) expect(quotedIn(shown(words, channel, marked))).toBe(words);
  });

  it('of the Universal Declaration go the same way', () => {
    const text = 'Mọi người  sinh ra\ttự do\n\nvà bình đẳng.';
    const citation = 'udhr:1' as Citation;
    const entry = anEntry({
      id: 'article/udhr/1',
      citations: ['udhr:1'],
      quotes: [{ citation, language: 'vi', languageName: 'tiếng Việt', text, source: 'gói udhr' }],
    });
    const rendering = { wording: vi, library: new Library([entry], []), hotlines: [], provinces: [] };
    const reply = render({ say: 'entry', entry, mayRefer: true, mayRate: false }, rendering);
    for (const channel of CHANNEL_NAMES) expect(quotedIn(layOut(reply, CAPABILITIES[channel], vi))).toBe(text);
  });
});
