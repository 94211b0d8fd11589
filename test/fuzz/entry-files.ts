import fc from 'fast-check';
import type { EntryId } from '../../src/base/ids.ts';
import { importEntries } from '../../src/flow/entries/import-entries.ts';
import { know } from '../../src/know.ts';
import { parseEntry } from '../../src/knowledge/parse-entry.ts';
import { Broken, type Entrance, type OpenEntrance } from './entrance.ts';
import { FuzzedProgram } from './fuzzed-program.ts';
import { hostileText } from './hostile-text.ts';
import { damagedBytes } from './mutate-json.ts';

interface EntryFile {
  readonly entry: EntryId;
  readonly text: string;
}

const ENTRIES = ['qa/lao-dong/bi-no-luong', 'guide/khieu-nai-hanh-chinh', 'article/crc/37'] as const;

/** Lines that mean something to readers of YAML or Markdown. */
const ODD_LINES = [
  ...[
    '---',
    '...',
    '- ',
    '  - ',
    ': ',
    '? ',
    'id: ',
    'id: [1, 2]',
    'id:\tx',
    '\tid: x',
    'id: &a',
    'variants: *a',
    'variants: {a: b}',
    '!!js/function x',
  ],
  ...[
    'citations: []',
    'citations: [crc:99999999]',
    'citations: "crc:1"',
    'validFrom: 2026-02-31',
    'validFrom: 99999-01-01',
    'validTo: 2000-01-01',
  ],
  ...[
    'reviewBy: .inf',
    'confidence: C',
    'urgent: x',
    '__proto__: {a: 1}',
    'constructor: x',
    '<<: *a',
    'question: >-',
    'question: |9',
    '# ',
    '## Căn cứ',
    '## ',
  ],
  ...[
    '1. ',
    '1. 1. 1.',
    '> ',
    '```',
    '| a | b |',
    '[x](javascript:alert(1))',
    '![x](http://a)',
    '&a [*a, *a]',
    '%YAML 9.9',
    '"\\x',
    "'",
  ],
  `a: &a [${'x,'.repeat(50)}]`,
  `b: &b [${'*a,'.repeat(9)}]`,
  `c: &c [${'*b,'.repeat(9)}]`,
  `d: [${'*c,'.repeat(9)}]`,
  `e: ${'['.repeat(2_000)}`,
  `f: ${'{a: '.repeat(500)}`,
  `${' '.repeat(500)}g: 1`,
];

/** Entry files whose lines are missing, moved, doubled, or beside others. */
function entryText(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.nat(99),
    fc.constantFrom('remove', 'double', 'put', 'value', 'append'),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD_LINES) }, { weight: 2, arbitrary: hostileText(3_000) }),
  );
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits
      .reduce<readonly string[]>((lines, [at, how, odd]) => {
        const place = at % lines.length;
        const [head, line = '', tail] = [lines.slice(0, place), lines[place], lines.slice(place + 1)];
        switch (how) {
          case 'remove':
            return [...head, '', ...tail];
          case 'double':
            return [...head, line, line, ...tail];
          case 'value':
            return [...head, line.replace(/:.*$/, () => `: ${odd}`), ...tail];
          case 'append':
            return [...head, line + odd, ...tail];
          default:
            return [...head, odd, line, ...tail];
        }
      }, text.split('\n'))
      .join('\n'),
  );
}

/** Every so many files go all the way into the database. */
const IMPORTED = 4;

export const entryFiles: Entrance = {
  name: 'entry-files',
  about: 'files of entries, parsed, and one in four handed to the import of npm run kb:import',
  async open(): Promise<OpenEntrance<EntryFile>> {
    const program = await FuzzedProgram.open();
    const { shipped } = know('./knowledge');
    const { store, knowledge, desk } = program.app;
    const textOf = (entry: EntryId) => knowledge.shippedText(entry);
    const texts = ENTRIES.flatMap((entry) => textOf(entry as EntryId) ?? []);
    const whole = entryText(texts);
    let count = 0;
    return {
      inputs: fc.record({
        entry: fc.constantFrom(...ENTRIES, 'qa/moi/chua-co', 'qa/../../x').map((id) => id as EntryId),
        text: fc.oneof(
          { weight: 6, arbitrary: whole },
          {
            weight: 1,
            arbitrary: damagedBytes(whole.map((text) => new TextEncoder().encode(text))).map((bytes) =>
              Buffer.from(bytes).toString(),
            ),
          },
          { weight: 1, arbitrary: hostileText(20_000) },
        ),
      }),
      async put({ entry, text }) {
        const parsed = parseEntry(`${entry}.md`, text);
        if (!parsed.ok && parsed.faults.length === 0) throw new Broken('inconsistent', 'refused without a fault');
        count += 1;
        if (count % IMPORTED !== 0) return;
        const needs = { store, shipped: { files: shipped.files, textOf }, now: desk.now };
        const imported = await importEntries(new Map([[entry, text]]), { as: 'review' }, 'thử', needs);
        if (imported.result === 'faulty' && imported.faults.length === 0)
          throw new Broken('inconsistent', 'nothing is told');
        program.judgeInside();
      },
      check: () => program.check(),
      close: () => program.close(),
    };
  },
};
