import { describe, expect, it } from 'vitest';
import { changedFields, compareTexts, ENTRY_FIELDS } from '../../src/curation/compare.ts';
import { anEntry } from '../support/knowledge-values.ts';

const shown = (before: string, after: string): readonly string[] =>
  compareTexts(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

describe('two texts laid over each other', () => {
  it('show each line once: the same, added or removed', () => {
    const before = 'question: Bị nợ lương?\ntopics: [lao-dong]\n\nBáo công đoàn.\nKiện.\n';
    const after = 'question: Bị nợ lương thì sao?\ntopics: [lao-dong]\n\nBáo công đoàn.\nNhờ hoà giải.\nKiện.\n';
    expect(shown(before, after)).toEqual([
      '-question: Bị nợ lương?',
      '+question: Bị nợ lương thì sao?',
      ' topics: [lao-dong]',
      ' ',
      ' Báo công đoàn.',
      '+Nhờ hoà giải.',
      ' Kiện.',
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['nothing before', '', 'một\nhai', ['+một', '+hai']],
    ['nothing after', 'một\n', '', ['-một']],
    ['the same', 'một\nhai\n', 'một\nhai\n', [' một', ' hai']],
    ['line breaks of Windows', 'một\r\nhai\r\n', 'một\nhai\n', [' một', ' hai']],
  ])('%s', (_, before, after, lines) => {
    expect(shown(before, after)).toEqual(lines);
  });
});

describe('the fields that were changed', () => {
  const entry = anEntry();

  it('are none where the values are equal', () => {
    expect(changedFields(entry, anEntry())).toEqual([]);
  });

  it('are named in the order of the file', () => {
    const after = anEntry({
      shortAnswer: 'Khác.',
      variants: [...entry.variants, 'thêm một cách nói'],
      valid: { from: '2021-01-01', to: '2026-12-31' },
    });
    expect(changedFields(entry, after)).toEqual(['variants', 'valid', 'shortAnswer']);
  });

  it('notice something added and something taken away', () => {
    expect(changedFields(entry, anEntry({ urgent: 'violence' }))).toEqual(['urgent']);
    expect(changedFields(anEntry({ negativeTwin: 'câu gần giống' }), entry)).toEqual(['negativeTwin']);
  });

  it('are all that a new entry has', () => {
    const without = ['negativeTwin', 'english', 'urgent'];
    expect(changedFields(undefined, entry)).toEqual(ENTRY_FIELDS.filter((field) => !without.includes(field)));
  });
});
