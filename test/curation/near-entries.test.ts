import { describe, expect, it } from 'vitest';
import { NearEntries } from '../../src/curation/near-entries.ts';
import { anEntry } from '../support/knowledge-values.ts';

const WAGES = anEntry({
  id: 'qa/lao-dong/no-luong',
  title: 'Công ty nợ lương hai tháng thì đòi ở đâu?',
  variants: ['cty ko trả lương 2 tháng'],
});
const DIVORCE = anEntry({
  id: 'qa/gia-dinh/nuoi-con',
  title: 'Ly hôn thì ai được nuôi con nhỏ?',
  variants: ['vợ chồng bỏ nhau con ở với ai'],
});
const LAND = anEntry({
  id: 'qa/dat/so-do',
  title: 'Mua đất giấy tay, làm sổ đỏ cách nào?',
  variants: ['mua dat viet tay co lam duoc so do ko'],
});
const HELD = anEntry({
  id: 'guide/bat-giu/luat-su',
  kind: 'guide',
  title: 'Bị tạm giữ, xin gặp luật sư ra sao?',
  variants: [],
});
const ARTICLE = anEntry({ id: 'article/crc/32', title: 'Công ty nợ lương hai tháng thì đòi ở đâu?', variants: [] });

const near = new NearEntries([WAGES, DIVORCE, LAND, HELD, ARTICLE]);
const ids = (...wordings: readonly string[]) => near.to({ wordings }).map(({ entry }) => entry.id);

describe('NearEntries', () => {
  it.each([
    ['by the title', 'công ty nợ lương ba tháng thì đòi ở đâu', WAGES.id],
    ['by the title, without marks', 'cong ty no luong hai thang doi o dau', WAGES.id],
    ['by a variant', 'bỏ nhau thì con ở với ai', DIVORCE.id],
    ['by a variant, in chat spelling', 'cty k trả lương 2 tháng', WAGES.id],
    ['a guide too', 'bị tạm giữ thì xin gặp luật sư cách nào', HELD.id],
  ])('finds what is asked already: %s', (_, question, id) => {
    expect(ids(question)[0]).toBe(id);
  });

  it('finds nothing where nothing is near', () => {
    expect(ids('xin visa du học Nhật Bản')).toEqual([]);
    expect(near.to({ wordings: [] })).toEqual([]);
  });

  it('leaves articles alone: they ask nothing', () => {
    expect(ids(ARTICLE.title)).toEqual([WAGES.id]);
  });

  it('says by which wording, and how near', () => {
    const [found] = near.to({ wordings: ['cty ko trả lương 2 tháng'] });
    expect(found).toMatchObject({ entry: WAGES, wording: 'cty ko trả lương 2 tháng' });
    expect(found?.likeness).toBeCloseTo(1);
  });

  it('gives each entry once, the most alike first, over all wordings of a draft', () => {
    const found = near.to({
      wordings: ['mua đất viết tay có làm sổ đỏ được không', LAND.title, 'vợ chồng bỏ nhau con ở với ai nhỉ'],
    });
    expect(found.map(({ entry }) => entry.id)).toEqual([LAND.id, DIVORCE.id]);
    expect(found[0]?.wording).toBe(LAND.title);
  });

  it('does not take an entry for its own duplicate', () => {
    expect(near.to({ wordings: [WAGES.title], id: WAGES.id })).toEqual([]);
  });

  it('leaves out entries that never hold together with the draft', () => {
    const ended = new NearEntries([{ ...WAGES, valid: { from: '2021-01-01', to: '2026-12-31' } }]);
    const wordings = [WAGES.title];
    expect(ended.to({ wordings, valid: { from: '2027-01-01' } })).toEqual([]);
    expect(ended.to({ wordings, valid: { from: '2026-12-31' } })).toHaveLength(1);
    expect(ended.to({ wordings })).toHaveLength(1);
  });
});
