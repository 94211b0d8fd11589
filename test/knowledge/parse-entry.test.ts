import { describe, expect, it } from 'vitest';
import { readEntryForm } from '../../src/knowledge/entry-form.ts';
import { type Fault, parseEntry } from '../../src/knowledge/parse-entry.ts';
import { entryFile, lineOf } from '../support/knowledge-values.ts';

const FILE = 'qa/lao-dong/no-luong.md';

function faultsOf(text: string, file = FILE): readonly Fault[] {
  const parsed = parseEntry(file, text);
  return parsed.ok ? [] : parsed.faults;
}

/** The English version in front matter. `undefined` leaves a field out; a new name adds one. */
function english(change: Readonly<Record<string, string | undefined>> = {}): string {
  const fields = {
    question: 'My company owes me wages. What can I do?',
    variants: '[boss has not paid me for two months, unpaid salary vietnam]',
    answer: 'The company must pay you in full and on time.',
    ...change,
  };
  return Object.entries(fields)
    .flatMap(([field, value]) => (value === undefined ? [] : [`\n  ${field}: ${value}`]))
    .join('');
}

it.each([
  ['of nothing', '*a'],
  [
    'of something that unfolds to gigabytes',
    '[&a [x,x,x,x,x,x,x,x,x], &b [*a,*a,*a,*a,*a,*a,*a], &c [*b,*b,*b,*b,*b,*b,*b], [*c,*c,*c,*c,*c,*c]]',
  ],
])('an alias %s is refused, and no form is made of it', (_, topics) => {
  const text = entryFile().replace(/^topics:.*$/m, `topics: ${topics}`);
  expect(faultsOf(text)).toEqual([{ file: FILE, field: 'front matter', message: expect.stringMatching(/YAML/) }]);
  expect(readEntryForm(text)).toBeUndefined();
});

it('what stands in a file is told to its author and to nobody who reads the output of the program', async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', note);
  const text = entryFile().replace(/^topics:.*$/m, 'topics:\n  ? [một khoá, là danh sách]\n  : x');
  expect(faultsOf(text)).not.toEqual([]);
  readEntryForm(text);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

describe('parseEntry reads a sound file', () => {
  it('as the entry that its author meant', () => {
    const parsed = parseEntry(FILE, entryFile());
    expect(parsed.ok && parsed.value).toMatchObject({
      id: 'qa/lao-dong/no-luong',
      kind: 'qa',
      title: 'Công ty nợ lương thì phải làm gì?',
      topics: ['lao-dong'],
      citations: ['bo-luat-lao-dong-2019:97', 'bo-luat-lao-dong-2019:94.1'],
      valid: { from: '2021-01-01', to: undefined },
      reviewedOn: '2026-11-21',
      confidence: 'A',
      urgent: undefined,
      shortAnswer: 'Công ty phải trả lương đầy đủ, đúng hạn.',
      passages: [{ heading: 'Việc cần làm', lines: ['Gửi đơn cho công ty.', 'Báo Sở Nội vụ.'], numbered: true }],
      basis: [
        { citation: 'bo-luat-lao-dong-2019:97', says: 'trả lương đúng hạn, chậm thì đền thêm.' },
        { citation: 'bo-luat-lao-dong-2019:94.1', says: 'trả trực tiếp, đầy đủ.' },
      ],
      quotes: [],
    });
    expect(parsed.ok && parsed.value.variants).toHaveLength(12);
  });

  it.each([
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('also with %s', (_, write) => {
    const parsed = parseEntry(FILE, write(entryFile()));
    expect(parsed).toEqual(parseEntry(FILE, entryFile()));
    expect(parsed.ok).toBe(true);
  });

  it('with an end, a danger, and a short answer of two paragraphs', () => {
    const body = entryFile().split('---\n')[2]?.replace('đúng hạn.', 'đúng hạn.\n\n\nChậm thì đền thêm.') ?? '';
    const parsed = parseEntry(FILE, entryFile({ validTo: '2026-12-31', urgent: 'violence' }, body));
    expect(parsed.ok && parsed.value).toMatchObject({
      valid: { from: '2021-01-01', to: '2026-12-31' },
      urgent: 'violence',
      shortAnswer: 'Công ty phải trả lương đầy đủ, đúng hạn.\n\nChậm thì đền thêm.',
    });
  });

  it('with a near question that it does not answer, and with English', () => {
    const text = entryFile({
      negativeTwin: 'Công ty trả đủ lương nhưng không tăng lương thì đòi được không?',
      english: english(),
    });
    expect(parseEntry(FILE, text)).toMatchObject({
      ok: true,
      value: {
        negativeTwin: 'Công ty trả đủ lương nhưng không tăng lương thì đòi được không?',
        english: {
          question: 'My company owes me wages. What can I do?',
          variants: ['boss has not paid me for two months', 'unpaid salary vietnam'],
          answer: 'The company must pay you in full and on time.',
        },
      },
    });
  });

  it('without them: not every entry has them yet', () => {
    const parsed = parseEntry(FILE, entryFile());
    expect(parsed.ok && [parsed.value.negativeTwin, parsed.value.english]).toEqual([undefined, undefined]);
  });

  it('with an English answer of exactly 600 characters', () => {
    expect(faultsOf(entryFile({ english: english({ answer: 'a'.repeat(600) }) }))).toEqual([]);
  });

  it('of an article: a title instead of a question, no steps', () => {
    const file = 'article/crc/32.md';
    const text = entryFile(
      {
        id: 'article/crc/32',
        question: undefined,
        title: 'Không bị bóc lột khi làm việc',
        citations: '[crc:32]',
        validFrom: '1990-09-02',
      },
      'Trẻ em không phải làm việc nặng.\n\n## Ai được hưởng\nMọi trẻ em.\n\n## Căn cứ\n- `crc:32`: bảo vệ trẻ khỏi bóc lột.\n',
    );
    expect(parseEntry(file, text)).toMatchObject({
      ok: true,
      value: {
        kind: 'article',
        title: 'Không bị bóc lột khi làm việc',
        passages: [{ heading: 'Ai được hưởng', numbered: false }],
      },
    });
  });
});

describe('parseEntry names each fault with file, line and field', () => {
  const body = entryFile().split('---\n')[2] ?? '';

  it.each<[string, string, string, string, RegExp]>([
    ['trường lạ', entryFile({ tacGia: 'An' }), 'tacGia', 'tacGia:', /trường lạ/],
    ['id không trùng đường dẫn', entryFile({ id: 'qa/lao-dong/cham-luong' }), 'id', 'id:', /phải trùng đường dẫn/],
    ['id sai chữ', entryFile({ id: 'qa/Lao_Động' }), 'id', 'id:', /chỉ dùng a-z/],
    ['id không thuộc loại nào', entryFile({ id: 'tin/lao-dong' }), 'id', 'id:', /qa\/, guide\/ hoặc article\//],
    [
      'quá ít cách nói',
      entryFile({ variants: '[nợ lương, cham luong]' }),
      'variants',
      'variants:',
      /có 2 cách nói, cần ít nhất 12/,
    ],
    ['trích dẫn sai dạng', entryFile({ citations: '[Điều 97 BLLĐ]' }), 'citations.0', 'citations:', /mã:điều/],
    [
      'không có trích dẫn',
      entryFile({ citations: '[]' }),
      'citations',
      'citations:',
      /không có căn cứ thì không được trả lời/,
    ],
    ['trích dẫn hai lần', entryFile({ citations: '[crc:32, crc:32]' }), 'citations', 'citations:', /lặp lại: crc:32/],
    ['độ tin C', entryFile({ confidence: 'C' }), 'confidence', 'confidence:', /C không được đăng/],
    ['ngày không có thật', entryFile({ validFrom: '2026-02-30' }), 'validFrom', 'validFrom:', /ngày có thật/],
    ['ngày viết ngược', entryFile({ reviewBy: '21/05/2027' }), 'reviewBy', 'reviewBy:', /NĂM-THÁNG-NGÀY/],
    ['hết hiệu lực trước khi có', entryFile({ validTo: '2020-12-31' }), 'validTo', 'validTo:', /phải sau validFrom/],
    [
      'hạn kiểm lại đã qua khi kiểm',
      entryFile({ reviewBy: '2026-11-21' }),
      'reviewBy',
      'reviewBy:',
      /phải sau reviewedOn/,
    ],
    ['mối nguy lạ', entryFile({ urgent: 'fire' }), 'urgent', 'urgent:', /phải là một trong: violence/],
    [
      'câu gần giống để trống',
      entryFile({ negativeTwin: "''" }),
      'negativeTwin',
      'negativeTwin:',
      /không được để trống/,
    ],
    [
      'tiếng Anh không có cách hỏi',
      entryFile({ english: english({ variants: undefined }) }),
      'english.variants',
      'english:',
      /không hợp lệ/,
    ],
    [
      'tiếng Anh chỉ có một cách hỏi',
      entryFile({ english: english({ variants: '[unpaid salary]' }) }),
      'english.variants',
      'english:',
      /cần ít nhất hai cách hỏi/,
    ],
    [
      'trả lời tiếng Anh 601 ký tự',
      entryFile({ english: english({ answer: 'a'.repeat(601) }) }),
      'english.answer',
      'english:',
      /dài quá 600 ký tự/,
    ],
    [
      'câu hỏi tiếng Anh 121 ký tự',
      entryFile({ english: english({ question: 'a'.repeat(121) }) }),
      'english.question',
      'english:',
      /dài quá 120 ký tự/,
    ],
    [
      'trường lạ trong phần tiếng Anh',
      entryFile({ english: english({ steps: 'Write to the company.' }) }),
      'english.steps',
      'english:',
      /trường lạ/,
    ],
    ['không có nguồn', entryFile({ sources: '[]' }), 'sources', 'sources:', /ít nhất một nguồn/],
    ['chủ đề viết có dấu', entryFile({ topics: '[lao động]' }), 'topics.0', 'topics:', /chữ thường không dấu/],
    [
      'thiếu dòng căn cứ',
      entryFile({}, body.replace(/^- `bo-luat-lao-dong-2019:94.1`.*\n/m, '')),
      'Căn cứ',
      '## Căn cứ',
      /chưa nói bo-luat-lao-dong-2019:94\.1 quy định gì/,
    ],
    [
      'căn cứ không có trong citations',
      entryFile({ citations: '[bo-luat-lao-dong-2019:97]' }),
      'Căn cứ',
      '- `bo-luat-lao-dong-2019:94.1`',
      /không có trong citations/,
    ],
    [
      'phần đứng sau Căn cứ',
      entryFile({}, `${body}\n## Lưu ý\nGiữ bảng lương.\n`),
      'thân tệp',
      '## Lưu ý',
      /đứng sau "## Căn cứ"/,
    ],
    [
      'dòng căn cứ viết tự do',
      entryFile({}, `${body}Theo luật lao động.\n`),
      'thân tệp',
      'Theo luật lao động',
      /mỗi căn cứ viết/,
    ],
    [
      'trả lời ngắn 601 ký tự',
      entryFile({}, body.replace('Công ty phải trả lương đầy đủ, đúng hạn.', 'ă'.repeat(601))),
      'câu trả lời ngắn',
      'ăăă',
      /dài 601 ký tự, tối đa 600/,
    ],
    [
      'không có trả lời ngắn',
      entryFile({}, body.replace('Công ty phải trả lương đầy đủ, đúng hạn.', '')),
      'câu trả lời ngắn',
      '---\n',
      /thiếu/,
    ],
    [
      'không có Việc cần làm',
      entryFile({}, body.replace(/## Việc cần làm\n1.*\n2.*\n/, '')),
      'Việc cần làm',
      'Công ty phải',
      /thiếu phần/,
    ],
    ['bước không đánh số', entryFile({}, body.replace(/^\d\. /gm, '- ')), 'Việc cần làm', '## Việc cần làm', /đánh số/],
  ])('%s', (_, text, field, where, message) => {
    const faults = faultsOf(text);
    expect(faults).toContainEqual({
      file: FILE,
      line: expect.any(Number),
      field,
      message: expect.stringMatching(message),
    });
    // a body without its short answer is pointed at its first line
    const line = where === '---\n' ? text.split('\n').lastIndexOf('---') + 2 : lineOf(text, where);
    expect(faults.find((fault) => fault.field === field && message.test(fault.message))?.line).toBe(line);
  });

  it('YAML that cannot be read, at its line', () => {
    const text = entryFile({ topics: '[lao-dong' });
    expect(faultsOf(text)[0]).toMatchObject({
      file: FILE,
      field: 'front matter',
      message: expect.stringMatching(/YAML không đọc được/),
    });
    expect(faultsOf(text)[0]?.line).toBeGreaterThanOrEqual(lineOf(text, 'topics:'));
    expect(faultsOf(text)[0]?.line).toBeLessThanOrEqual(lineOf(text, 'citations:'));
  });

  it('a field that is missing, in Vietnamese', () => {
    const [fault] = faultsOf(entryFile({ reviewedOn: undefined }));
    expect(fault).toMatchObject({ file: FILE, field: 'reviewedOn' });
    expect(fault?.message).toMatch(/không hợp lệ/);
  });

  it.each([
    ['a question that is missing', entryFile({ question: undefined }), 'question'],
    ['a file without front matter', 'Công ty phải trả lương.', 'front matter'],
    ['an empty file', '', 'front matter'],
  ])('%s', (_, text, field) => {
    expect(faultsOf(text)).toContainEqual(expect.objectContaining({ file: FILE, field }));
  });

  it('exactly 600 characters are not too many', () => {
    const text = entryFile({}, body.replace('Công ty phải trả lương đầy đủ, đúng hạn.', 'ă'.repeat(600)));
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(text.normalize('NFD'))).toEqual([]);
  });

  it('all faults at once', () => {
    const fields = faultsOf(entryFile({ confidence: 'C', validFrom: '2026-02-30', urgent: 'fire' })).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(expect.arrayContaining(['confidence', 'validFrom', 'urgent']));
  });

  it('what an article needs differs from what a question needs', () => {
    const file = 'article/crc/32.md';
    const faults = faultsOf(entryFile({ id: 'article/crc/32' }), file);
    expect(faults).toContainEqual(expect.objectContaining({ file, field: 'title' }));
    expect(faults.map(({ field }) => field)).not.toContain('variants');
  });

  it('a guide says where, with what, how long and at what cost', () => {
    const faults = faultsOf(entryFile({ id: 'guide/lao-dong/doi-luong' }), 'guide/lao-dong/doi-luong.md');
    expect(faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['Nơi làm', 'Giấy tờ', 'Thời hạn', 'Chi phí']),
    );
  });
});
