import fc from 'fast-check';
import { PHRASINGS } from '../support/phrasings.ts';
import { EMERGENCY, OUT_OF_SCOPE, UNKNOWN, UNKNOWN_TOO, VAGUE, WAGES } from '../support/questions.ts';

/** Stands in hostile inputs: where it turns up in a log, or as a tag in a page, something leaked. */
export const MARK = 'q1zmat';
export const MARKED_TAG = `<${MARK}`;

/** What people write, and what moves a conversation on. */
const SAID: readonly string[] = [
  ...PHRASINGS,
  WAGES,
  VAGUE,
  UNKNOWN,
  UNKNOWN_TOO,
  EMERGENCY,
  OUT_OF_SCOPE,
  ...['/start', '/huy', '/xoa', '/dulieu', '/riengtu', '/trangthai', '/trangthai HQ-7K3M', '/rut', '/bot', '/khongco'],
  ...['gặp cán bộ', 'đồng ý', 'Đồng ý HQ-7K3M', 'rút HQ-7K3M', 'có', 'không', 'thôi', 'xong', 'dừng', '1', '2', '3'],
  ...['Hà Nội', 'Hưng Yên', 'tỉnh Cà Mau', 'bỏ qua', '0912 345 678', 'chi.ba@example.org', 'cảm ơn', 'xin chào'],
  ...['nguyên văn điều 7', 'khoản 2 điều 7 luật trợ giúp pháp lý', 'điều 37 công ước quyền trẻ em', 'mục lục'],
  ...['can my boss keep my passport', 'vợ em bị bắt tạm giam hôm qua', 'chồng đánh em', 'tôi muốn chết'],
];

/** What breaks programs when it stands in a text. */
const ODD: readonly string[] = [
  ...['\u0000', '\u0007', '\u001b[31m', '\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\ufffe', '\u00ad', '\u2028'],
  ...[
    '\ud83d',
    '\udc00',
    '👩‍👩‍👧‍👦',
    '🇻🇳',
    'ơ\u0309\u0323',
    'e\u0302\u0301',
    'ﷺ',
    'İ',
    'ß',
    '١٢٣',
    '①',
    '\r\n',
    '\t',
    '\u0085',
  ],
  `">${MARKED_TAG} onload=1>'`,
  `</textarea>${MARKED_TAG}>`,
  `\r\nSet-Cookie: ${MARK}=1`,
  ...[
    "' OR 1=1 --",
    `$${'{7*7}'}`,
    '{{7*7}}',
    '%00',
    '%',
    '\\',
    '\\u0000',
    '__proto__',
    'constructor',
    '../../../etc/passwd',
  ],
  ...['[object Object]', 'NaN', '-1', '1e999', '9'.repeat(400), '0x7fffffffffffffff', '$&', '$1', 'HQ-', 'v1:', '&#0;'],
];

/** Said over and over, these take a careless pattern or loop long. */
const REPEATED: readonly string[] = [
  ...[
    'a',
    '(',
    '[',
    '"',
    '<',
    '- ',
    '1.',
    '1. a) ',
    '0',
    ' ',
    '\n',
    '.',
    ',',
    '!',
    '?',
    '@',
    '#',
    '*',
    '_',
    '\\',
    '\u200b',
  ],
  ...[
    'điều ',
    'điều 1 ',
    'khoản 1 điều ',
    'luật ',
    'ạ',
    'á ',
    'o\u031b\u0309',
    'aaaa ',
    'ư',
    'hq-',
    '09',
    'http://a.',
    'a@a.',
  ],
  ...['chồng ', 'đánh ', 'không ', 'tên tôi là ', 'số ', 'ngày 1 tháng ', 'đồng ý ', 'x=', '👍', '\ud83d', '\u0301'],
];

const letters = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
);

const CHANGES: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKD').replace(/\p{M}/gu, ''),
  (text) => text.toUpperCase(),
  (text) => [...text].reverse().join(''),
  (text) => text.replaceAll(' ', ''),
  (text) => [...text].join('\u200b'),
  (text) => [...text].join(' '),
  (text) => `\u202e${text}\u202c`,
  (text) => text.slice(0, Math.ceil(text.length / 2)),
  (text) => `${text} ${text}`,
];

const said = fc.constantFrom(...SAID);

/** Real words with something odd set into them. */
const spoilt = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: said }, letters),
    fc.array(fc.tuple(fc.nat(400), fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, letters)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, odds]) =>
    odds.reduce((spoilt, [at, odd]) => {
      const place = at % (spoilt.length + 1);
      return spoilt.slice(0, place) + odd + spoilt.slice(place);
    }, text),
  );

/**
 * Anything that a text field can hold: what people write, the same spoilt, nonsense of any script, and what a careless
 * pattern would choke on.
 *
 * @param longest Of the repeats, in characters.
 */
export function hostileText(longest = 4_200): fc.Arbitrary<string> {
  const repeated = fc
    .tuple(
      fc.constantFrom(...REPEATED),
      fc.integer({ min: 2, max: longest }),
      fc.constantFrom('', '!', ' x', '\u0000', '\n'),
    )
    .map(([text, times, end]) => text.repeat(times).slice(0, longest) + end);
  return fc.oneof(
    { weight: 8, arbitrary: said },
    { weight: 8, arbitrary: spoilt },
    { weight: 4, arbitrary: fc.tuple(said, fc.constantFrom(...CHANGES)).map(([text, change]) => change(text)) },
    { weight: 4, arbitrary: letters },
    { weight: 1, arbitrary: repeated },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(said, spoilt), { minLength: 2, maxLength: 30 })
        .map((all) => all.join('\n').slice(0, longest)),
    },
  );
}
