import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, EntryId, RevisionId } from '../../../src/base/ids.ts';
import {
  beginDraft,
  currentText,
  discardDraft,
  type EditNeeds,
  type Editor,
  LONGEST_TEXT,
  rollBack,
  saveDraft,
  submitDraft,
} from '../../../src/flow/entries/edit-entry.ts';
import { BEES, beeFile } from '../../support/bees.ts';
import { LAN, MINH, NOON, type SmallKnowledge, smallKnowledge, WAGES } from '../../support/small-knowledge.ts';

const BEE_FILE = beeFile();

describe('writing an entry', () => {
  let small: SmallKnowledge;
  let needs: EditNeeds;
  beforeEach(async () => {
    small = await smallKnowledge();
    needs = { store: small.store, knowledge: await small.open(), now: () => NOON };
  });
  afterEach(() => small.close());

  const find = (id: RevisionId) => small.store.transaction(({ revisions }) => revisions.find(id));
  const audited = () =>
    small.store.transaction(async ({ audit }) => (await audit.find({}, 50)).map(({ action }) => action).reverse());
  const begin = (text = small.shippedText(WAGES), by: Editor = LAN) =>
    beginDraft({ entry: WAGES, text, origin: 'edit', note: 'rõ hơn' }, by, needs);

  it('begins with the text that counts now, byte for byte', async () => {
    expect(await currentText(WAGES, needs)).toBe(small.shippedText(WAGES));
    expect(await currentText(BEES, needs)).toBeUndefined();
    expect(await currentText('qa/../../package' as EntryId, needs)).toBeUndefined();
    await small.putLive(WAGES, `${small.shippedText(WAGES)}\n`);
    expect(await currentText(WAGES, needs)).toBe(`${small.shippedText(WAGES)}\n`);
  });

  it('remembers on which file and revision it stands', async () => {
    expect(await begin()).toMatchObject({
      number: 1,
      state: 'draft',
      baseText: small.shippedText(WAGES),
      standsOn: undefined,
      author: LAN.id,
      createdAt: NOON,
    });
    const standing = await small.putLive(WAGES, `${small.shippedText(WAGES)}\n`);
    expect(await begin()).toMatchObject({ number: 3, standsOn: standing });
    const fresh = await beginDraft({ entry: BEES, text: BEE_FILE, origin: 'question', note: '' }, LAN, needs);
    expect(fresh).toMatchObject({ number: 1, baseText: undefined, standsOn: undefined, origin: 'question' });
  });

  it.each(['staff', 'admin'] as const)('is not for the role %s', async (role) => {
    const by = { id: 'binh' as AccountId, role };
    await expect(begin(undefined, by)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(rollBack((await begin()).id, 'x', by, needs)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it.each<[string, string, string]>([
    ['an id that leads out of the folder', 'qa/../hotlines', BEE_FILE],
    ['an id that is none', 'Bị nợ lương', BEE_FILE],
    ['a list', 'topics', '- topic: x'],
    ['an article of the Declaration', 'article/udhr/1', BEE_FILE],
    ['more than an entry can be', BEES, 'á'.repeat(LONGEST_TEXT + 1)],
  ])('refuses %s', async (_, entry, text) => {
    const draft = beginDraft({ entry: entry as EntryId, text, origin: 'edit', note: '' }, LAN, needs);
    await expect(draft).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await audited()).toEqual([]);
  });

  it('is kept as it stands, faults and all, by its author alone', async () => {
    const { id } = await begin();
    expect(await saveDraft(id, { text: 'dở dang', note: 'mai viết tiếp' }, LAN, needs)).toEqual({ result: 'done' });
    expect(await find(id)).toMatchObject({ text: 'dở dang', note: 'mai viết tiếp', state: 'draft' });
    const by = (editor: Editor) => saveDraft(id, { text: 'khác', note: '' }, editor, needs);
    expect(await by(MINH)).toEqual({ result: 'refused', because: 'not-author' });
    expect(await by({ ...LAN, role: 'staff' })).toEqual({ result: 'refused', because: 'role' });
    expect((await find(id))?.text).toBe('dở dang');
    const long = saveDraft(id, { text: 'á'.repeat(LONGEST_TEXT + 1), note: '' }, LAN, needs);
    await expect(long).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await saveDraft('x' as RevisionId, { text: '', note: '' }, LAN, needs)).toMatchObject({
      because: 'unknown',
    });
  });

  it('goes to a second person only where it can be read, with a citation', async () => {
    const { id } = await begin(small.shippedText(WAGES).replace(/^citations: .*$/m, 'citations: []'));
    const faulty = await submitDraft(id, LAN, needs);
    expect(faulty).toMatchObject({ result: 'faulty', faults: [{ field: 'citations' }] });
    expect((await find(id))?.state).toBe('draft');
    await saveDraft(id, { text: small.shippedText(WAGES), note: '' }, LAN, needs);
    expect(await submitDraft(id, MINH, needs)).toEqual({ result: 'refused', because: 'not-author' });
    expect(await submitDraft(id, LAN, needs)).toEqual({ result: 'done' });
    expect(await find(id)).toMatchObject({ state: 'in-review', submittedAt: NOON });
    expect(await submitDraft(id, LAN, needs)).toEqual({ result: 'refused', because: 'state' });
    expect(await saveDraft(id, { text: 'khác', note: '' }, LAN, needs)).toEqual({
      result: 'refused',
      because: 'state',
    });
  });

  it('is given up by its author, also while it waits', async () => {
    const { id } = await begin();
    await submitDraft(id, LAN, needs);
    expect(await discardDraft(id, MINH, needs)).toEqual({ result: 'refused', because: 'not-author' });
    expect(await discardDraft(id, LAN, needs)).toEqual({ result: 'done' });
    expect(await discardDraft(id, LAN, needs)).toEqual({ result: 'refused', because: 'state' });
    expect((await find(id))?.state).toBe('discarded');
  });

  it('does not bring back an old text that cannot be read any more', async () => {
    const { id } = await begin('không có phần đầu');
    expect(await rollBack(id, 'x', LAN, needs)).toMatchObject({ result: 'faulty' });
    await expect(rollBack('x' as RevisionId, 'x', LAN, needs)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('leaves a line in the audit log for each step, without words of the text', async () => {
    const { id } = await begin();
    await saveDraft(id, { text: small.shippedText(WAGES), note: 'ghi chú riêng' }, LAN, needs);
    await submitDraft(id, LAN, needs);
    await discardDraft(id, LAN, needs);
    expect(await audited()).toEqual(['revision-begun', 'revision-saved', 'revision-submitted', 'revision-discarded']);
    const lines = await small.store.transaction(({ audit }) => audit.find({ object: `entry/${WAGES}` }, 50));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ by: LAN.id, role: 'curator', at: NOON, detail: { revision: 1, origin: 'edit' } });
    expect(JSON.stringify(lines)).not.toContain('ghi chú');
  });
});
