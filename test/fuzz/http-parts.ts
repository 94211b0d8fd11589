import fc from 'fast-check';
import { hostileText, MARK, MARKED_TAG } from './hostile-text.ts';

/** What a header can carry: the bytes of a text, without what ends a line. */
export const headerValue: fc.Arbitrary<string> = fc.oneof(
  hostileText(2_000).map(asHeader),
  fc.constantFrom('', ',', ';', '=', '"', `${MARKED_TAG}>`, 'a=b; '.repeat(50), `hq_chat=${MARK}`),
);

/** Only what a header may carry; other letters become question marks. */
export function asHeader(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header cannot carry
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '').replace(/[^\u0009\u0020-\u00ff]/gu, '?');
}

/** Headers that programs look at, and some they should not. */
export const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...[
          'accept',
          'accept-language',
          'accept-encoding',
          'user-agent',
          'referer',
          'if-none-match',
          'range',
          'x-real-ip',
        ],
        ...[
          'x-forwarded-for',
          'x-forwarded-host',
          'x-forwarded-proto',
          'forwarded',
          'x-http-method-override',
          'authorization',
        ],
        ...['hx-request', 'hx-target', 'hx-current-url', 'hx-boosted', 'sec-fetch-mode', 'cookie', 'x-request-id'],
      ),
      headerValue,
    ),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs));

/** The end of an address: a known one, one that climbs, or nonsense. Always one that a URL can hold. */
export const oddPath: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '/',
      '/.',
      '/../..',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/%',
      '/%zz',
      '/%00',
      '/%c0%af',
      '//evil.example/',
      '/\\evil.example',
    ],
    ...[
      '/index.html',
      '/.env',
      '/.git/config',
      '/wp-login.php',
      '/?',
      '/#',
      '/;/',
      '/a'.repeat(2_000),
      `/${MARKED_TAG}>`,
    ],
  ),
  hostileText(600).map((text) => `/${encodeURIComponent(Buffer.from(text).toString()).slice(0, 6_000)}`),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => `/${text}`),
);

export const oddQuery: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'have',
        'q',
        'page',
        'v',
        'list',
        'from',
        'to',
        'next',
        'told',
        'words',
        'token',
        'tab',
        '__proto__',
        '',
      ),
      hostileText(600),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => (pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`));

export interface FormBody {
  readonly type: string | undefined;
  readonly body: Uint8Array;
}

export type FormKind = 'urlencoded' | 'multipart' | 'json' | 'plain' | 'wrong boundary' | 'nothing said';

export const formKinds: fc.Arbitrary<FormKind> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<FormKind>('urlencoded') },
  { weight: 4, arbitrary: fc.constant<FormKind>('multipart') },
  fc.constantFrom<FormKind>('json', 'plain', 'wrong boundary', 'nothing said'),
);

/** A form as a browser would send it, or as nobody should. */
export function formBody(kind: FormKind, fields: readonly (readonly [string, string])[]): FormBody {
  const urlencoded = () =>
    bytes(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString());
  const parts = (mark: string) =>
    bytes(
      `${fields
        .map(
          ([name, value]) =>
            `--${mark}\r\ncontent-disposition: form-data; name="${quoted(name)}"${fileName(name)}\r\n\r\n${value}\r\n`,
        )
        .join('')}--${mark}--\r\n`,
    );
  switch (kind) {
    case 'urlencoded':
      return { type: 'application/x-www-form-urlencoded', body: urlencoded() };
    case 'multipart':
      return { type: 'multipart/form-data; boundary=ranh', body: parts('ranh') };
    case 'wrong boundary':
      return { type: 'multipart/form-data; boundary=khac', body: parts('ranh') };
    case 'json':
      return { type: 'application/json', body: bytes(JSON.stringify(Object.fromEntries(fields))) };
    case 'plain':
      return { type: 'text/plain', body: urlencoded() };
    case 'nothing said':
      return { type: undefined, body: urlencoded() };
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function quoted(name: string): string {
  return name.replace(/["\r\n]/g, '_');
}

/** Fields that hold files have the name of one. */
function fileName(name: string): string {
  return name === 'file' || name === 'files' ? '; filename="luat.txt"' : '';
}
