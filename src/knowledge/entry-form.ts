import { type Document, isMap, isSeq, type Pair, parseDocument } from 'yaml';
import { usesAliases } from './aliases.ts';
import { parseCitation } from './citation.ts';

/** An entry file as the fields of a form. All is text as it was typed, so that what is wrong can be shown and mended. */
export interface EntryForm {
  readonly id: string;
  /** The question of a `qa` or `guide`, the title of an `article`. */
  readonly title: string;
  readonly variants: readonly string[];
  readonly negativeTwin: string;
  readonly english: { readonly question: string; readonly variants: readonly string[]; readonly answer: string };
  readonly topics: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly reviewedOn: string;
  readonly reviewBy: string;
  readonly sources: readonly string[];
  readonly confidence: string;
  readonly urgent: string;
  readonly shortAnswer: string;
  /** In order; steps without their numbers. */
  readonly passages: readonly { readonly heading: string; readonly text: string }[];
  /** One line for each citation: `crc:32: bảo vệ trẻ khỏi bóc lột`. */
  readonly basis: readonly string[];
}

/** The heading whose lines are numbered. */
export const STEPS_HEADING = 'Việc cần làm';
const BASIS_HEADING = 'Căn cứ';
const HEAD = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const BASIS_LINE = /^(?:-\s*)?`?([^`\s]+?)`?\s*:(?:\s+(.*))?$/;
/** Where a field that is new in the file gets its place: behind the last of those before it. */
const ORDER = [
  'id',
  'question',
  'title',
  'variants',
  'negativeTwin',
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
];
/** Written on one line. */
const IN_ONE_LINE = new Set(['topics', 'citations']);
const AS_WRITTEN = { lineWidth: 0, flowCollectionPadding: false, nullStr: '' };

/** @returns The fields of a file, sound or not; undefined where its front matter cannot be read as YAML. */
export function readEntryForm(text: string): EntryForm | undefined {
  const file = takeApart(text);
  if (!file) return undefined;
  const front = file.front.toJS() as Readonly<Record<string, unknown>>;
  const english = (front.english ?? {}) as Readonly<Record<string, unknown>>;
  const sections = sectionsOf(file.body);
  return {
    id: line(front.id),
    title: line(front.question ?? front.title),
    variants: lines(front.variants),
    negativeTwin: line(front.negativeTwin),
    english: {
      question: line(english.question),
      variants: lines(english.variants),
      answer: line(english.answer),
    },
    topics: lines(front.topics),
    validFrom: line(front.validFrom),
    validTo: line(front.validTo),
    reviewedOn: line(front.reviewedOn),
    reviewBy: line(front.reviewBy),
    sources: lines(front.sources),
    confidence: line(front.confidence),
    urgent: line(front.urgent),
    shortAnswer: sections.shortAnswer,
    passages: sections.passages.map(({ heading, text: passage }) => ({
      heading,
      text: heading === STEPS_HEADING ? eachLine(passage, withoutNumber) : passage,
    })),
    basis: sections.basis
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((one) => {
        const [, citation, says = ''] = BASIS_LINE.exec(one.trim()) ?? [];
        return citation === undefined ? one.trim().replace(/^-\s*/, '') : `${citation}: ${says}`.trim();
      }),
  };
}

/**
 * Writes the fields into a file. What the form leaves as it was keeps its very form in the file, so that a comparison
 * shows only what somebody changed.
 *
 * @param before The file on which the form stands; empty for a new one.
 */
export function writeEntryForm(form: EntryForm, before = ''): string {
  const was = readEntryForm(before);
  const file = takeApart(before) ?? { front: parseDocument('{}'), body: '' };
  if (!was) file.front.contents = file.front.createNode({}) as never;
  const kind = form.id.split('/')[0];
  const english = form.english.question || form.english.answer || form.english.variants.length > 0;
  const fields: Readonly<Record<string, unknown>> = {
    id: form.id,
    [kind === 'article' ? 'title' : 'question']: form.title,
    variants: form.variants,
    negativeTwin: form.negativeTwin || undefined,
    english: english ? form.english : undefined,
    topics: form.topics,
    citations: citationsOf(form.basis, was ? lines((file.front.toJS() as { citations?: unknown }).citations) : []),
    validFrom: form.validFrom,
    validTo: form.validTo || (was && !file.front.has('validTo') ? undefined : null),
    reviewedOn: form.reviewedOn,
    reviewBy: form.reviewBy,
    sources: form.sources,
    confidence: form.confidence,
    urgent: form.urgent || undefined,
  };
  for (const [name, value] of Object.entries(fields)) setField(file.front, name, value);
  const sameBody =
    was &&
    was.shortAnswer === form.shortAnswer &&
    JSON.stringify([was.passages, was.basis]) === JSON.stringify([form.passages, form.basis]);
  return `---\n${file.front.toString(AS_WRITTEN).trimEnd()}\n---\n${sameBody ? file.body : bodyOf(form)}`;
}

function takeApart(text: string): { readonly front: Document.Parsed; readonly body: string } | undefined {
  const source = text.normalize('NFC').replaceAll('\r\n', '\n');
  const head = HEAD.exec(source);
  if (!head) return undefined;
  const front = parseDocument(head[1] ?? '', { schema: 'core', logLevel: 'error' });
  return front.errors.length > 0 || !isMap(front.contents) || usesAliases(front)
    ? undefined
    : { front: front as Document.Parsed, body: source.slice(head[0].length) };
}

function sectionsOf(body: string): {
  readonly shortAnswer: string;
  readonly passages: readonly { readonly heading: string; readonly text: string }[];
  readonly basis: string;
} {
  const [answer = '', ...rest] = body.split(/^##\s+/m);
  const sections = rest.map((section) => {
    const [heading = '', ...below] = section.split('\n');
    return { heading: heading.trim(), text: below.join('\n').trim() };
  });
  return {
    shortAnswer: answer.trim(),
    passages: sections.filter(({ heading }) => heading !== BASIS_HEADING),
    basis: sections.find(({ heading }) => heading === BASIS_HEADING)?.text ?? '',
  };
}

function bodyOf({ shortAnswer, passages, basis }: EntryForm): string {
  const written = passages
    .filter(({ heading, text }) => heading !== '' || text !== '')
    .map(({ heading, text }) => `## ${heading}\n${heading === STEPS_HEADING ? numbered(text) : text}`);
  const grounds = basis.map((one) => {
    const [, citation, says = ''] = BASIS_LINE.exec(one) ?? [];
    return citation === undefined ? `- ${one}` : `- \`${citation}\`: ${says}`.trimEnd();
  });
  return `${[shortAnswer, ...written, [`## ${BASIS_HEADING}`, ...grounds].join('\n')].join('\n\n')}\n`;
}

/** The citations that the lines explain, those of before in their order: the first of them may carry a meaning. */
function citationsOf(basis: readonly string[], before: readonly string[]): readonly string[] {
  const explained = [...new Set(basis.map((one) => BASIS_LINE.exec(one)?.[1] ?? '').filter(parseCitation))];
  const kept = before.filter((citation) => explained.includes(citation));
  return [...kept, ...explained.filter((citation) => !kept.includes(citation))];
}

function setField(front: Document, name: string, value: unknown): void {
  const before: unknown = front.has(name) ? ((front.toJS() as Record<string, unknown>)[name] ?? null) : undefined;
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  if (value === undefined) {
    front.delete(name);
    return;
  }
  const node = front.createNode(value);
  if (isSeq(node)) node.flow = IN_ONE_LINE.has(name);
  if (front.has(name)) {
    front.set(name, node);
    return;
  }
  if (!isMap(front.contents)) return;
  const earlier = new Set(ORDER.slice(0, ORDER.indexOf(name)));
  const { items } = front.contents;
  const place = items.findLastIndex(({ key }) => earlier.has(String(key))) + 1;
  items.splice(place, 0, front.createPair(name, node) as Pair<never, never>);
}

function numbered(text: string): string {
  return text
    .split('\n')
    .map(withoutNumber)
    .filter((step) => step !== '')
    .map((step, nth) => `${nth + 1}. ${step}`)
    .join('\n');
}

function withoutNumber(step: string): string {
  return step.trim().replace(/^\d+\.\s+/, '');
}

function eachLine(text: string, change: (one: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

function line(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function lines(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(line) : value === undefined || value === null ? [] : [line(value)];
}
