import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TelegramChannel } from '../src/channels/telegram/telegram-channel.ts';
import { HttpZaloBotApi } from '../src/channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../src/channels/zalo/zalo-channel.ts';
import { importLaw } from '../src/law-files/import-law.ts';
import { makeLog } from '../src/log.ts';
import { settingsFrom } from '../src/settings.ts';
import { AS_OF, KITE_LAW } from './law/invented-laws.ts';
import { makePdf } from './law-files/make-pdf.ts';

/** The only files that open connections, and to what: the address that the operator set. */
const MAY_CALL: Readonly<Record<string, RegExp>> = {
  'channels/zalo/zalo-bot-api.ts': /\bfetch\(`\$\{this\.#root\}\/bot\$\{this\.#token\}\//,
  'channels/telegram/telegram-channel.ts': /new Api\(token, \{\s*apiRoot: apiRoot\b/,
  // the programs of PostgreSQL, for the database that the operator set
  'store/backup/database-copy.ts': /pg_dump/,
  // this program again, to read a file apart from it
  'law-files/process-law-reader.ts': /fork\(new URL\('\.\.\/typescript-thread\.mjs'/,
};
/** Whatever opens a connection to somebody. A server's own types and looking at an address open none. */
const CALLS = [
  /(?<![.\w])fetch\(/,
  /\bglobalThis\.fetch\b/,
  /new (?:Api|WebSocket|EventSource|XMLHttpRequest)\(/,
  /from '(?:undici|node-fetch|axios|got|node:https|node:http2|node:tls|node:dgram|node:dns(?:\/promises)?)'/,
  /^import (?!type )[^;]*from 'node:http'/m,
  /import \{[^}]*\b(?:connect|createConnection|Socket)\b[^}]*\} from 'node:net'/,
  /from 'node:child_process'/,
];
const SRC = resolve('src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));

/** Somebody else's machine: it must never hear from us. */
let stranger: Server;
let heard: string[] = [];
let strangersAddress = '';
/** In the place of a platform: answers every call with the way to the stranger. */
let redirecting: Server;
let redirectingRoot = '';
let status = 302;

beforeAll(async () => {
  stranger = createServer((call, answer) => {
    heard.push(`${call.method} ${call.url}`);
    answer.setHeader('content-type', 'application/json').end('{"ok":true,"result":{"message_id":1,"chat":{"id":1}}}');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  strangersAddress = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  redirecting = createServer((call, answer) => {
    call.resume();
    answer.writeHead(status, { location: `${strangersAddress}${call.url}` }).end();
  }).listen(0, '127.0.0.1');
  await once(redirecting, 'listening');
  redirectingRoot = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
});
beforeEach(() => {
  heard = [];
});
afterAll(() => {
  for (const server of [stranger, redirecting]) {
    server?.close();
    server?.closeAllConnections();
  }
});

const log = makeLog({ level: 'silent', secrets: [] });
const MESSAGE = { text: 'Chào bạn', bold: [], choices: [] } as const;
const never = new AbortController().signal;

describe('the program calls nobody but the two platforms', () => {
  it.each(files)('%s', (path) => {
    const code = readFileSync(join(SRC, path), 'utf8');
    const calls = CALLS.filter((pattern) => pattern.test(code));
    const allowed = MAY_CALL[path.replaceAll('\\', '/')];
    if (allowed) expect(code).toMatch(allowed);
    else expect(calls).toEqual([]);
  });

  it.each([
    ['TELEGRAM_API_ROOT', 'http://telegram.example'],
    ['ZALO_API_ROOT', 'http://169.254.169.254'],
    ['ZALO_API_ROOT', 'http://localhost.example'],
  ])('only by https: %s=%s is refused at the start', (name, value) => {
    const keys = { DATA_KEY: Buffer.alloc(32, 1).toString('base64'), SESSION_SECRET: 's'.repeat(40) };
    expect(() => settingsFrom({ ...keys, NODE_ENV: 'production', [name]: value })).toThrow(`${name} must be an https`);
  });

  it('without https only to this machine, or where development was said', () => {
    const keys = { DATA_KEY: Buffer.alloc(32, 1).toString('base64'), SESSION_SECRET: 's'.repeat(40) };
    for (const root of ['http://127.0.0.1:8081', 'http://localhost:8081', 'http://[::1]:8081']) {
      expect(settingsFrom({ ...keys, NODE_ENV: 'production', TELEGRAM_API_ROOT: root }).TELEGRAM_API_ROOT).toBe(root);
    }
    expect(settingsFrom({ NODE_ENV: 'development', ZALO_API_ROOT: 'http://emulator' }).ZALO_API_ROOT).toBe(
      'http://emulator',
    );
  });
});

describe.each([301, 302, 303, 307, 308])('a platform that sends us elsewhere with %i', (code) => {
  beforeEach(() => {
    status = code;
  });

  it('is not followed by the Telegram channel: the token goes nowhere, and the message waits', async () => {
    const telegram = new TelegramChannel({ token: '7000000001:AAE-bi-mat', apiRoot: redirectingRoot, log });
    expect(await telegram.send('4400001', MESSAGE, never)).toMatchObject({ result: 'wait', because: 'down' });
    await telegram.showTyping('4400001');
    await expect(telegram.connect(undefined)).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  it('is not followed by the Zalo channel either', async () => {
    const api = new HttpZaloBotApi({ token: '1459232241454765289:bi-mat', apiRoot: redirectingRoot });
    const zalo = new ZaloChannel({ api, log });
    expect(await zalo.send('nguoi-1', MESSAGE, never)).toMatchObject({
      result: expect.stringMatching(/wait|uncertain/),
    });
    await zalo.showTyping('nguoi-1');
    await expect(zalo.connect(undefined)).rejects.toThrow();
    expect(heard).toEqual([]);
  });
});

describe('a file with official texts that wants something fetched', () => {
  const read = (bytes: Uint8Array, name: string) => importLaw({ bytes, name }, { asOf: AS_OF });
  const paragraphs = KITE_LAW.split('\n').filter(Boolean);
  const words = (result: Awaited<ReturnType<typeof read>>) => JSON.stringify(result);

  it('gets nothing: a Word file with a linked picture, a template and a link', async () => {
    const link = new ExternalHyperlink({ link: `${strangersAddress}/lien-ket`, children: [new TextRun('xem thêm')] });
    const children = [...paragraphs.map((line) => new Paragraph(line)), new Paragraph({ children: [link] })];
    const packed = unzipSync(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))));
    const relations = 'word/_rels/document.xml.rels';
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const external = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}" TargetMode="External"/>`;
    packed[relations] = strToU8(
      strFromU8(packed[relations] ?? new Uint8Array()).replace(
        '</Relationships>',
        `${external('evil1', 'image', `${strangersAddress}/anh.png`)}${external('evil2', 'attachedTemplate', `${strangersAddress}/mau.dotm`)}${external('evil3', 'image', 'file:///etc/passwd')}</Relationships>`,
      ),
    );
    const picture = (id: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="${rel}" r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    packed['word/document.xml'] = strToU8(
      strFromU8(packed['word/document.xml'] ?? new Uint8Array()).replace(
        '<w:body>',
        `<w:body>${picture('evil1')}${picture('evil3')}`,
      ),
    );
    const result = await read(zipSync(packed), 'luat.docx');
    expect(words(result)).toContain('Điều 1');
    expect(words(result)).not.toContain('root:');
    expect(heard).toEqual([]);
  });

  it('gets nothing: a page with pictures, frames, style and script from elsewhere', async () => {
    const page = `<!doctype html><html><head><meta charset="utf-8"><base href="${strangersAddress}/">
<link rel="stylesheet" href="${strangersAddress}/a.css"><script src="${strangersAddress}/a.js"></script>
<meta http-equiv="refresh" content="0;url=${strangersAddress}/di"><title>Luật Thả diều</title></head><body>
<img src="${strangersAddress}/anh.png" srcset="${strangersAddress}/anh2.png 2x"><iframe src="${strangersAddress}/khung"></iframe>
<object data="${strangersAddress}/vat"></object>${paragraphs.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;
    const result = await read(new Uint8Array(Buffer.from(page)), 'luat.html');
    expect(words(result)).toContain('Điều 1');
    expect(heard).toEqual([]);
  });

  it.each(['xml', 'html'])('gets nothing: entities of a document type (%s)', async (ending) => {
    const document = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE akomaNtoso [<!ENTITY xa SYSTEM "${strangersAddress}/xa.txt"><!ENTITY mat SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "${strangersAddress}/p.dtd">%p;]>
<akomaNtoso><act><body><p>&xa;&mat;</p>${paragraphs.map((line) => `<p>${line}</p>`).join('\n')}</body></act></akomaNtoso>`;
    const result = await read(new Uint8Array(Buffer.from(document)), `luat.${ending}`);
    expect(words(result)).not.toContain('root:');
    expect(heard).toEqual([]);
  });

  it('gets nothing: a PDF with an action that opens an address', async () => {
    const prints = paragraphs
      .slice(0, 30)
      .map((text, nth) => ({ x: 72, y: 780 - nth * 20, size: 10, text: text.slice(0, 80) }));
    const plain = Buffer.from(makePdf([prints])).toString('latin1');
    const action = `/OpenAction << /S /URI /URI (${strangersAddress}/mo) >> /AA << /O << /S /URI /URI (${strangersAddress}/trang) >> >>`;
    const evil = plain.replace('/Type /Catalog', `/Type /Catalog ${action}`);
    expect(evil).not.toBe(plain);
    const result = await read(new Uint8Array(Buffer.from(evil, 'latin1')), 'luat.pdf');
    expect(words(result).length).toBeGreaterThan(0);
    expect(heard).toEqual([]);
  });

  it('would be heard by the stranger if it got something', async () => {
    await (await fetch(`${strangersAddress}/thu`)).text();
    expect(heard).toEqual(['GET /thu']);
  });
});
