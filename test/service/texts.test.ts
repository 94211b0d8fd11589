import { describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import {
  CHANGEABLE_TEXTS,
  changeableText,
  faultOfText,
  tidyText,
  withExamples,
  withTexts,
} from '../../src/service/texts.ts';

const place = (key: string) => changeableText(key) ?? expect.fail(`${key} is not changeable`);

describe('texts that an admin may change', () => {
  it.each(CHANGEABLE_TEXTS.map(({ key }) => key))(
    '%s: the shipped one is in order, and changing it changes it',
    (key) => {
      const shipped = place(key).read(vi);
      expect(faultOfText(shipped, place(key))).toBeUndefined();
      const other = `${shipped} Thêm một câu.`;
      expect(place(key).read(withTexts(vi, new Map([[key, other]])))).toBe(other);
    },
  );

  it.each([
    'urgentLead',
    'privacy',
    'others-data',
    'make-up-law',
    'consentTerms',
    'consentLead',
    'passedOn',
    'trouble',
    'notKnown',
  ])('%s is none of them: safety, consent and law are not an admin’s to word', (key) => {
    expect(changeableText(key)).toBeUndefined();
  });

  it('the code stands where its placeholder stood', () => {
    const text = 'Hồ sơ {mã} đã xong. Mã {mã} vẫn xem lại được.';
    expect(withTexts(vi, new Map([['closed', text]])).closed('HQ-AB23')).toBe(
      'Hồ sơ HQ-AB23 đã xong. Mã HQ-AB23 vẫn xem lại được.',
    );
    expect(withExamples(text)).toBe('Hồ sơ HQ-7K3M đã xong. Mã HQ-7K3M vẫn xem lại được.');
  });

  it('a place that two cases share keeps the other case', () => {
    const changed = withTexts(vi, new Map([['machineNotice', 'Máy tìm giúp. Muốn gặp người: gặp cán bộ.']]));
    expect(changed.machineNotice(true)).toBe('Máy tìm giúp. Muốn gặp người: gặp cán bộ.');
    expect(changed.machineNotice(false)).toBe(vi.machineNotice(false));
  });

  it.each([
    ['closed', '', { fault: 'empty' }],
    ['closed', 'Cán bộ đã kết thúc.', { fault: 'missing', words: '{mã}' }],
    ['closed', 'Hồ sơ {mã} của {tên} đã xong.', { fault: 'unknown-placeholder', words: '{tên}' }],
    ['rated', 'Cảm ơn {mã}', { fault: 'unknown-placeholder', words: '{mã}' }],
    ['help', 'Bạn cứ nhắn cho tôi.', { fault: 'missing', words: 'gặp cán bộ' }],
    ['rated', 'a'.repeat(601), { fault: 'too-long', longest: 600 }],
    ['declined', 'Vâng, gọi 1800 1233 nhé.', undefined],
  ])('%s, "%.30s": %o', (key, text, fault) => {
    expect(faultOfText(text, place(key))).toEqual(fault);
  });

  it('the help never loses the emergency numbers', () => {
    for (const number of ['113', '115', '111']) {
      const without = place('help').read(vi).replaceAll(number, '…');
      expect(faultOfText(without, place('help'))).toEqual({ fault: 'missing', words: number });
    }
  });

  it('one that is not in order any more is left out, the others stay', () => {
    const texts = new Map([
      ['closed', 'mất mã'],
      ['rated', 'Cảm ơn bạn nhiều.'],
      ['khong-co', 'lạc'],
    ]);
    const changed = withTexts(vi, texts);
    expect(changed.closed('HQ-AB23')).toBe(vi.closed('HQ-AB23'));
    expect(changed.rated()).toBe('Cảm ơn bạn nhiều.');
  });

  it('typed letters are composed and line breaks plain', () => {
    expect(tidyText(' Cảm ơn bạn.\r\nChào bạn. '.normalize('NFD'))).toBe('Cảm ơn bạn.\nChào bạn.');
  });
});
