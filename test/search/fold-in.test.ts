import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/base/ids.ts';
import { know } from '../../src/know.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { fold } from '../../src/language/fold.ts';
import { documentOf, EntryIndex } from '../../src/search/entry-index.ts';
import { TextIndex } from '../../src/search/text-index.ts';
import { anEntry } from '../support/knowledge-values.ts';
import { fc, runs } from '../support/property.ts';

const { indexOn, library, lexicon } = know('knowledge');
const TODAY = '2026-11-21';
const ENTRIES = library.searchableOn(TODAY);
const learned = indexOn(TODAY);

/** A matter that no shipped entry speaks of. */
const BEES = anEntry({
  id: 'qa/lang-gieng/ong-dot',
  title: 'Ong nuôi của nhà hàng xóm đốt người thì ai phải đền?',
  variants: [
    'nhà bên nuôi mấy chục thùng ong, con tui bị đốt sưng mặt',
    'ong mật bay qua đốt bà nội tui nhập viện, chủ ong có đền tiền thuốc không',
    'hàng xóm để đàn ong sát vách, cả xóm bị chích',
    'bị ong nhà người ta chích phải đi cấp cứu, bắt đền ai',
    'chủ đàn ong không chịu trả tiền viện phí cho người bị đốt',
    'ong nuôi đốt chết con bò nhà tôi thì đòi ai',
  ],
  shortAnswer: 'Chủ đàn ong phải đền cho người bị ong đốt: tiền thuốc, thu nhập bị mất và tổn thất tinh thần.',
});

const firstFor = (index: EntryIndex, question: string): string | undefined => index.search(question)[0]?.entry.id;
const ranking = (index: EntryIndex, question: string): readonly string[] =>
  index.search(question).map(({ entry }) => entry.id);
const every = (step: number): readonly string[] =>
  ENTRIES.flatMap(({ title, variants }) => [title, ...variants]).filter((_, nth) => nth % step === 0);

describe('an index with nothing changed', () => {
  it('ranks every question as before', () => {
    const same = learned.folded(ENTRIES.map((entry) => ({ ...entry })));
    for (const question of every(40)) expect(same.search(question)).toEqual(learned.search(question));
  });

  it('holds no entry as changed, and one with a new phrasing as changed', () => {
    const [first, ...others] = ENTRIES;
    if (!first) throw new Error('no entry');
    const said = { ...first, variants: [...first.variants, 'nói cách khác'] };
    expect(learned.changed(ENTRIES.map((entry) => ({ ...entry })))).toEqual([]);
    expect(learned.changed([said, BEES, ...others])).toEqual([said, BEES]);
  });

  it('notices a sentence that moved from the phrasings to the answer', () => {
    const entry = ENTRIES.find(({ kind, english }) => kind === 'qa' && !english) as KnowledgeEntry;
    const moved = {
      ...entry,
      variants: entry.variants.slice(0, -1),
      shortAnswer: `${entry.variants.at(-1)}\n${entry.shortAnswer}`,
    };
    expect(learned.changed([moved])).toEqual([moved]);
  });
});

describe('an index with an entry folded in', () => {
  const entries = [...ENTRIES, BEES];
  const folded = learned.folded(entries);

  it.each([
    ['as they are written', (text: string) => text],
    ['without tone marks', fold],
  ])('finds the entry by its own phrasings %s', (_, typed) => {
    for (const said of [BEES.title, ...BEES.variants])
      expect([said, firstFor(folded, typed(said))]).toEqual([said, BEES.id]);
  });

  it('finds it by words that are none of its phrasings', () => {
    expect(firstFor(folded, 'bị đàn ong của nhà kế bên chích thì có được bồi thường không')).toBe(BEES.id);
  });

  it('ranks the other entries as before', () => {
    const questions = every(40);
    const kept = questions.filter((question) => firstFor(folded, question) === firstFor(learned, question));
    expect(kept.length / questions.length).toBeGreaterThan(0.995);
  });

  it('is found alike after learning anew', () => {
    const anew = EntryIndex.build(entries, lexicon);
    for (const said of [BEES.title, ...BEES.variants]) {
      expect([said, firstFor(anew, said)]).toEqual([said, firstFor(folded, said)]);
      expect([said, firstFor(anew, fold(said))]).toEqual([said, firstFor(folded, fold(said))]);
    }
  });

  it('takes texts and places that were made before', () => {
    const text = TextIndex.build(entries.map(documentOf));
    const given = learned.folded(entries, TextIndex.restore(text.stored()), new Map([[BEES, learned.place(BEES)]]));
    for (const said of BEES.variants) expect(ranking(given, said)).toEqual(ranking(folded, said));
  });

  it('refuses texts of other entries', () => {
    const text = TextIndex.build(ENTRIES.map(documentOf));
    expect(() => learned.folded(entries, text)).toThrow('texts');
  });

  it('is folded again as if from the first', () => {
    const twice = learned.folded([...ENTRIES, { ...BEES, variants: [] }]).folded(entries);
    for (const said of BEES.variants) expect(twice.search(said)).toEqual(folded.search(said));
  });

  it('gives back what was taken out', () => {
    const back = folded.folded(ENTRIES);
    for (const question of [...BEES.variants, ...every(400)]) {
      expect(ranking(back, question)).not.toContain(BEES.id);
      expect(ranking(back, question)).toEqual(ranking(learned, question));
    }
  });
});

describe('whatever is taken out and changed', () => {
  const some = ENTRIES.filter((_, nth) => nth % 8 === 0);
  const small = learned.folded(some);

  it('keeps what is left findable by its title, and finds nothing that is gone', () => {
    fc.assert(
      fc.property(fc.subarray([...some], { minLength: 40 }), fc.nat(), (left, pick) => {
        const gone = new Set(some.map(({ id }) => id));
        for (const { id } of left) gone.delete(id);
        const asked = left[pick % left.length] as KnowledgeEntry;
        const found = ranking(small.folded(left), asked.title);
        expect(found).toContain(asked.id);
        expect(found.filter((id) => gone.has(id as EntryId))).toEqual([]);
      }),
      { numRuns: runs(15) },
    );
  });
});

describe('the entries nearest to one', () => {
  it('are of the same matter, most alike first, without itself', () => {
    const wages = library.entry('qa/lao-dong/bi-no-luong' as EntryId) as KnowledgeEntry;
    const near = learned.nearestTo(wages, 8);
    expect(near).toHaveLength(8);
    expect(near.map(({ entry }) => entry.id)).not.toContain(wages.id);
    expect(near.map(({ likeness }) => likeness)).toEqual(near.map(({ likeness }) => likeness).sort((a, b) => b - a));
    expect(
      near.filter(({ entry }) => entry.topics.some((topic) => wages.topics.includes(topic))).length,
    ).toBeGreaterThan(4);
  });

  it('are found for an entry that the index does not hold', () => {
    expect(learned.nearestTo(BEES, 3)).toHaveLength(3);
  });
});
