import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/knowledge/parse-entry.ts';
import { parseInstrument } from '../../src/knowledge/parse-instrument.ts';
import { lineOf } from '../support/knowledge-values.ts';

const FILE = 'instruments/luat-ho-tich-2014.yaml';
const TEXT = `code: luat-ho-tich-2014
kind: law
name: "Luật Hộ tịch"
shortName: "Luật Hộ tịch 2014"
number: "60/2014/QH13"
adoptedOn: 2014-11-20
inForceFrom: 2016-01-01
inForceTo: 2027-02-28
replacedBy: luat-ho-tich-2026
articles: 77
missingArticles: [12]
insertedArticles: [4a]
articleDates:
  - { article: 5, inForceFrom: 2020-01-01, inForceTo: 2026-12-31 }
aliases: ["luật hộ tịch"]
`;

function faultsOf(text: string, file = FILE): readonly Fault[] {
  const parsed = parseInstrument(file, text);
  return parsed.ok ? [] : parsed.faults;
}
const without = (field: string): string => TEXT.replace(new RegExp(`^${field}:.*\\n`, 'm'), '');
const withLine = (field: string, value: string): string =>
  TEXT.replace(new RegExp(`^${field}:.*$`, 'm'), `${field}: ${value}`);

describe('parseInstrument', () => {
  it('reads a sound file', () => {
    expect(parseInstrument(FILE, TEXT)).toEqual({
      ok: true,
      value: {
        code: 'luat-ho-tich-2014',
        kind: 'law',
        name: 'Luật Hộ tịch',
        shortName: 'Luật Hộ tịch 2014',
        number: '60/2014/QH13',
        adoptedOn: '2014-11-20',
        inForce: { from: '2016-01-01', to: '2027-02-28' },
        replaces: [],
        replacedBy: 'luat-ho-tich-2026',
        officialUrl: undefined,
        articles: 77,
        missingArticles: ['12'],
        insertedArticles: ['4a'],
        articleSpans: new Map([['5', { from: '2020-01-01', to: '2026-12-31' }]]),
        aliases: ['luật hộ tịch'],
        card: undefined,
      },
    });
  });

  it('reads what it says in English', () => {
    const parsed = parseInstrument(
      FILE,
      `${TEXT}english: {name: "Law on Civil Status 2014", about: "Births, marriages and deaths are registered."}\n`,
    );
    expect(parsed.ok && parsed.value.english).toEqual({
      name: 'Law on Civil Status 2014',
      about: 'Births, marriages and deaths are registered.',
    });
  });

  it('takes an empty end as "still in force"', () => {
    const parsed = parseInstrument(FILE, withLine('inForceTo', ''));
    expect(parsed.ok && parsed.value.inForce).toEqual({ from: '2016-01-01', to: undefined });
  });

  it.each<[string, string, string, RegExp]>([
    ['code không trùng tên tệp', withLine('code', 'luat-ho-tich-2026'), 'code', /phải trùng tên tệp/],
    ['loại văn bản lạ', withLine('kind', 'thông-tư'), 'kind', /không hợp lệ/],
    ['ngày không có thật', withLine('inForceFrom', '2026-02-30'), 'inForceFrom', /ngày có thật/],
    ['số điều âm', withLine('articles', '-1'), 'articles', /./],
    ['địa chỉ sai', `${TEXT}officialUrl: vbpl.vn\n`, 'officialUrl', /./],
    ['trường lạ', `${TEXT}coQuan: Quốc hội\n`, 'coQuan', /trường lạ/],
    [
      'tiếng Anh không nói về việc gì',
      `${TEXT}english: {name: Law on Civil Status}\n`,
      'english.about',
      /không hợp lệ/,
    ],
    ['tiếng Anh để trống', `${TEXT}english: {name: " ", about: Births are registered.}\n`, 'english.name', /./],
    [
      'trường lạ trong phần tiếng Anh',
      `${TEXT}english: {name: Law on Civil Status, about: Births are registered., number: 60}\n`,
      'english.number',
      /trường lạ/,
    ],
  ])('names file, line and field: %s', (_, text, field, message) => {
    expect(faultsOf(text)).toEqual([
      { file: FILE, line: lineOf(text, `${field.split('.')[0]}:`), field, message: expect.stringMatching(message) },
    ]);
  });

  it('names a field that is missing', () => {
    expect(faultsOf(without('inForceFrom'))).toEqual([expect.objectContaining({ file: FILE, field: 'inForceFrom' })]);
  });

  it('says that YAML cannot be read', () => {
    expect(faultsOf('code: [')).toEqual([
      expect.objectContaining({ file: FILE, message: expect.stringMatching(/YAML không đọc được/) }),
    ]);
  });

  it('does not take an empty file for an instrument', () => {
    expect(faultsOf('')).not.toEqual([]);
  });
});
