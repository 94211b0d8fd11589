import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PAGES = readdirSync('src/web/console', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('src/web/console', file), 'utf8'))
  .join('\n');
const SCRIPTS = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Readonly<Record<string, string>>;

/** In the guides, and only there, bold words are words on the screen. */
function labelsOf(guide: string): readonly string[] {
  return [...new Set([...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label))];
}

describe.each(['huong-dan-can-bo', 'huong-dan-bien-soan', 'huong-dan-quan-tri'])('the guide %s', (name) => {
  const guide = readFileSync(`docs/${name}.md`, 'utf8');

  it.each(labelsOf(guide))('says “%s” as the console does', (label) => {
    expect(PAGES.includes(`'${label}'`)).toBe(true);
  });

  it('names only commands that there are', () => {
    const commands = [...guide.matchAll(/npm run ([a-z:-]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => SCRIPTS[command] === undefined)).toEqual([]);
  });
});
