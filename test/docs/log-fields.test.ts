import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'));
const page = readFileSync('docs/operations.md', 'utf8');
/** Of `docs/operations.md`, up to the next heading of the same rank. */
const section = (heading: string) => page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

interface Line {
  readonly event: string;
  readonly level: string;
  readonly fields: readonly string[];
}

/** From an opening bracket to the one that closes it, without both. Strings with brackets in them do not occur in facts. */
function inside(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if ('([{'.includes(code[at] ?? '')) depth += 1;
    if (')]}'.includes(code[at] ?? '')) depth -= 1;
    if (depth === 0) return code.slice(from + 1, at);
  }
  throw new Error(`A bracket is not closed: ${code.slice(from, from + 80)}`);
}

/** Cut at commas that stand in no bracket and no string. */
function parts(list: string): readonly string[] {
  const found = [''];
  let depth = 0;
  let quote = '';
  for (const sign of list) {
    if (quote === '' ? '\'"`'.includes(sign) : sign === quote) quote = quote === '' ? sign : '';
    if (quote === '' && '([{'.includes(sign)) depth += 1;
    if (quote === '' && ')]}'.includes(sign)) depth -= 1;
    if (quote === '' && depth === 0 && sign === ',') found.push('');
    else found[found.length - 1] += sign;
  }
  return found.map((part) => part.trim()).filter(Boolean);
}

/** Names in an object literal; of what is spread into it, those of the literal inside. */
function names(literal: string): readonly string[] {
  return parts(literal.replaceAll(/\/\/.*$/gm, '')).flatMap((part) => {
    const name = /^(\w+)/.exec(part)?.[1];
    if (name !== undefined) return [name];
    const spread = /return \{/.exec(part) ?? /\{/.exec(part);
    if (!part.startsWith('...') || spread === null) throw new Error(`Which fields are these? ${part}`);
    return names(inside(part, spread.index + spread[0].length - 1));
  });
}

/** Facts as they stand in the call, or in the function or constant that the call names, of the same file. */
function fieldsIn(facts: string, code: string): readonly string[] {
  if (facts.startsWith('{')) return names(inside(facts, 0));
  const name = /^\w+/.exec(facts)?.[0] ?? '';
  const place =
    new RegExp(`const ${name} = \\{`).exec(code) ?? new RegExp(`function ${name}\\([\\s\\S]*?return \\{`).exec(code);
  if (place === null) throw new Error(`Which fields are these? ${facts}`);
  return names(inside(code, place.index + place[0].length - 1));
}

const logged: readonly Line[] = sources.flatMap((code) =>
  [...code.matchAll(/\blog\.(info|warn|fault)\(/g)].map((call) => {
    const level = call[1] ?? '';
    const [event = '', ...rest] = parts(inside(code, call.index + call[0].length - 1));
    const facts = level === 'fault' ? rest[1] : rest[0];
    return {
      event: event.startsWith('`') ? event.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '…') : event.slice(1, -1),
      level,
      fields: facts === undefined ? [] : fieldsIn(facts, code).toSorted(),
    };
  }),
);

const documented: readonly Line[] = [...section('Log').matchAll(/^\| `([^`]+)` \| (\w+) \| ([^|]*) \|/gm)].map(
  ([, event = '', level = '', fields = '']) => ({
    event,
    level,
    fields: [...fields.matchAll(/`(\w+)`/g)].map(([, field = '']) => field).toSorted(),
  }),
);

const asText = (lines: readonly Line[]) =>
  [...new Set(lines.map(({ event, level, fields }) => `${level} “${event}” ${fields.join(', ')}`))].toSorted();

describe('the log', () => {
  it('has no line that docs/operations.md does not tell of, and none is told of that is gone', () => {
    expect(logged.length).toBeGreaterThan(40);
    expect(asText(documented)).toEqual(asText(logged));
  });

  it('names the loops that may fail', () => {
    const started = readFileSync('src/wiring/start-loops.ts', 'utf8');
    const loops = [...started.matchAll(/\bloops\.(?:add|always)\(\s*'([^']+)'/g)].map(([, name]) => name);
    expect(loops.length).toBeGreaterThan(5);
    expect(loops.filter((name) => !section('Log').includes(`\`${name}\``))).toEqual([]);
  });

  it('has only facts of faults that docs/operations.md tells of', () => {
    const facts = sources.flatMap((code) =>
      [...code.matchAll(/(?:\{ |const )facts(?::| =) \{/g)].flatMap((place) =>
        names(inside(code, place.index + place[0].length - 1)),
      ),
    );
    expect(facts.length).toBeGreaterThan(3);
    expect([...new Set(facts)].filter((name) => !section('Log').includes(`\`${name}\``))).toEqual([]);
  });

  it('has no field that could hold a person or what they wrote', () => {
    const about =
      /^(text|texts|words|question|answer|address|from|to|chat|who|phone|contact|login|email|token|secret)$/i;
    expect(logged.filter(({ fields }) => fields.some((field) => about.test(field)))).toEqual([]);
  });
});
