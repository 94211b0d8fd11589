import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadIndexMaker } from '../src/index-maker.ts';
import type { KnowledgeEntry } from '../src/knowledge/entry.ts';
import { documentOf, EntryIndex, learnIndex } from '../src/search/entry-index.ts';
import { Lexicon } from '../src/search/lexicon.ts';
import { TextIndex } from '../src/search/text-index.ts';
import { readKnowledge } from '../src/store/knowledge-files.ts';

/** Entries enough to be handed over in several parts. */
const ENTRIES: readonly KnowledgeEntry[] = readKnowledge('knowledge')
  .entries.filter(({ topics }) => topics.includes('lao-dong') || topics.includes('hien-phap'))
  .slice(0, 130);
const QUESTION = 'công ty nợ lương hai tháng';
const WANTED = { contents: 'kho', epoch: '2026-11-21', entries: ENTRIES };

describe('indexes made in threads', () => {
  let folder: string;
  let maker: ThreadIndexMaker;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-maker-'));
    maker = new ThreadIndexMaker(folder);
  });
  afterEach(async () => {
    await maker.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same as those made here', async () => {
    expect(ENTRIES.length).toBeGreaterThan(100);
    expect(await maker.texts(ENTRIES)).toEqual(TextIndex.build(ENTRIES.map(documentOf)).stored());
    expect(await maker.learn(WANTED)).toEqual(learnIndex(ENTRIES.map(documentOf)));
  });

  it('are made side by side, each from its own entries', async () => {
    const [all, one] = await Promise.all([maker.texts(ENTRIES), maker.texts(ENTRIES.slice(0, 1))]);
    expect([all.size, one.size]).toEqual([ENTRIES.length, 1]);
  });

  it('are kept once learned, and found by whoever starts next', async () => {
    expect(maker.kept('kho', WANTED.epoch)).toBeUndefined();
    expect(maker.isKept('kho', WANTED.epoch)).toBe(false);
    await maker.learn(WANTED);
    const next = new ThreadIndexMaker(folder);
    expect(next.isKept('kho', WANTED.epoch)).toBe(true);
    expect([next.isKept('kho khác', WANTED.epoch), next.isKept('kho', '2027-01-01')]).toEqual([false, false]);
    const stored = next.kept('kho', WANTED.epoch);
    if (!stored) throw new Error('nothing kept');
    const [found] = EntryIndex.restore(ENTRIES, stored, new Lexicon([])).search(QUESTION);
    expect(found?.entry.topics).toContain('lao-dong');
    // Read, not learned: what is asked for no longer matters.
    expect(await next.learn({ ...WANTED, entries: [] })).toEqual(stored);
    await next.close();
  });

  it('make room for what comes instead', async () => {
    await maker.learn(WANTED);
    await maker.learn({ ...WANTED, contents: 'kho mới', instead: 'kho' });
    expect([maker.isKept('kho', WANTED.epoch), maker.isKept('kho mới', WANTED.epoch)]).toEqual([false, true]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are learned also where nothing can be kept', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const nowhere = new ThreadIndexMaker(file);
    expect((await nowhere.learn(WANTED)).text.size).toBe(ENTRIES.length);
    await nowhere.close();
  });

  it('are given up when nobody wants them any more', async () => {
    const abort = new AbortController();
    const learning = maker.learn(WANTED, abort.signal);
    abort.abort(new Error('something else is to be learned'));
    await expect(learning).rejects.toThrow('something else');
    await expect(maker.learn(WANTED, abort.signal)).rejects.toThrow('something else');
    expect(maker.isKept('kho', WANTED.epoch)).toBe(false);
  });

  it('end with the program, and whoever waits is told', async () => {
    const making = Promise.allSettled([maker.texts(ENTRIES), maker.learn(WANTED)]);
    await maker.close();
    expect((await making).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('tell what went wrong in the thread, and go on with the next', async () => {
    const broken = [{ ...ENTRIES[0], passages: undefined }] as unknown as readonly KnowledgeEntry[];
    await expect(maker.texts(broken)).rejects.toThrow();
    const cloneless = [
      { ...ENTRIES[0], title: (() => 'x') as unknown as string },
    ] as unknown as readonly KnowledgeEntry[];
    await expect(maker.texts(cloneless)).rejects.toThrow();
    expect((await maker.texts(ENTRIES)).size).toBe(ENTRIES.length);
  });
});
