import { describe, expect, it } from 'vitest';
import { type EntryForm, readEntryForm, writeEntryForm } from '../../src/knowledge/entry-form.ts';
import { parseEntry } from '../../src/knowledge/parse-entry.ts';
import { knowledgeTexts } from '../../src/store/knowledge-files.ts';
import { entryFile } from '../support/knowledge-values.ts';

const FILE = entryFile({ negativeTwin: 'công ty nợ bảo hiểm thì sao' });
const formOf = (text: string): EntryForm => readEntryForm(text) as EntryForm;
/** Lines of `after` that are not in `before`, and the other way round. */
const changed = (before: string, after: string): readonly string[] => {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return [...old.filter((line) => !fresh.includes(line)), ...fresh.filter((line) => !old.includes(line))];
};

describe('an entry file as a form', () => {
  it('leaves every shipped file as it is when nothing was changed', () => {
    const files = [...knowledgeTexts('knowledge')].filter(([file]) => file.endsWith('.md'));
    expect(files.length).toBeGreaterThan(1000);
    const different = files.filter(([, text]) => writeEntryForm(formOf(text), text) !== text);
    expect(different.map(([file]) => file)).toEqual([]);
  });

  it('shows steps without numbers and grounds without marks', () => {
    const form = formOf(FILE);
    expect(form.passages).toEqual([{ heading: 'Việc cần làm', text: 'Gửi đơn cho công ty.\nBáo Sở Nội vụ.' }]);
    expect(form.basis[0]).toBe('bo-luat-lao-dong-2019:97: trả lương đúng hạn, chậm thì đền thêm.');
    expect([form.validTo, form.urgent, form.confidence]).toEqual(['', '', 'A']);
  });

  it('changes only the lines that were changed', () => {
    const form = formOf(FILE);
    const variants = [...form.variants, 'sếp nói: "chưa có tiền", em phải làm sao'];
    expect(changed(FILE, writeEntryForm({ ...form, variants }, FILE))).toEqual([
      `  - 'sếp nói: "chưa có tiền", em phải làm sao'`,
    ]);
    expect(changed(FILE, writeEntryForm({ ...form, validTo: '2026-12-31' }, FILE))).toEqual([
      'validTo:',
      'validTo: 2026-12-31',
    ]);
  });

  it('numbers the steps anew', () => {
    const form = formOf(FILE);
    const text = writeEntryForm(
      { ...form, passages: [{ heading: 'Việc cần làm', text: 'Hỏi công đoàn.\n\n1. Gửi đơn cho công ty.' }] },
      FILE,
    );
    expect(text).toContain('## Việc cần làm\n1. Hỏi công đoàn.\n2. Gửi đơn cho công ty.\n\n## Căn cứ');
  });

  it('takes the citations from the grounds, those that stood there in their order', () => {
    const form = formOf(FILE);
    const [wages = '', paid = ''] = form.basis;
    const text = writeEntryForm({ ...form, basis: ['bo-luat-lao-dong-2019:95: trả theo kỳ', paid, wages] }, FILE);
    expect(text).toContain(
      'citations: [bo-luat-lao-dong-2019:97, bo-luat-lao-dong-2019:94.1, bo-luat-lao-dong-2019:95]',
    );
    expect(parseEntry('qa/lao-dong/no-luong.md', text)).toMatchObject({ ok: true });
    expect(writeEntryForm({ ...form, basis: [wages] }, FILE)).toContain('citations: [bo-luat-lao-dong-2019:97]');
  });

  it('gives a new field its place and takes an empty one away', () => {
    const form = formOf(FILE);
    const english = {
      question: 'My company owes wages?',
      variants: ['boss owes me', 'no salary'],
      answer: 'Pay: now.',
    };
    const text = writeEntryForm({ ...form, english, urgent: 'violence', negativeTwin: '' }, FILE);
    const fields = [...text.matchAll(/^([a-zA-Z]+):/gm)].map(([, name]) => name);
    expect(fields).toEqual([
      'id',
      'question',
      'variants',
      'english',
      'topics',
      'citations',
      'validFrom',
      'validTo',
      'reviewedOn',
      'reviewBy',
      'sources',
      'confidence',
      'urgent',
    ]);
    expect(formOf(text)).toEqual({ ...form, english, urgent: 'violence', negativeTwin: '' });
  });

  it('writes a new file that means what the form says', () => {
    const form = formOf(FILE);
    const text = writeEntryForm(form);
    expect(parseEntry('qa/lao-dong/no-luong.md', text)).toEqual(parseEntry('qa/lao-dong/no-luong.md', FILE));
  });

  it('keeps what is wrong, so that it can be shown beside its field', () => {
    const form = formOf(FILE);
    const wrong = { ...form, validFrom: 'đầu năm ngoái', basis: ['điều 97 luật lao động'], title: '' };
    const text = writeEntryForm(wrong, FILE);
    expect(formOf(text)).toEqual(wrong);
    const read = parseEntry('qa/lao-dong/no-luong.md', text);
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['question', 'citations', 'validFrom']),
    );
  });

  it('reads no form out of what is not YAML', () => {
    expect(readEntryForm('Công ty nợ lương')).toBeUndefined();
    expect(readEntryForm('---\nid: [\n---\nx')).toBeUndefined();
  });

  it('does not let what is typed into a field become another field or section', () => {
    const form = formOf(FILE);
    const sly = { ...form, title: 'a\nconfidence: A\nurgent: violence', sources: ['x\n---\n'] };
    expect(formOf(writeEntryForm(sly, FILE))).toEqual(sly);
  });
});
