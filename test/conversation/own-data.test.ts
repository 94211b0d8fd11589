import { describe, expect, it } from 'vitest';
import { commandIn } from '../../src/conversation/command.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import { IN_SERVICE } from '../../src/conversation/service.ts';
import { takeTurn } from '../../src/conversation/take-turn.ts';
import { aTicket, given, photo, press, STEPS, said, talk, text } from '../support/conversation-values.ts';

describe('Xem và xoá dữ liệu của mình', () => {
  it.each([
    '/dulieu',
    '/DuLieu@HoiQuyenBot',
    'dữ liệu của tôi',
    'xem dữ liệu của tôi',
    'cho em xem dữ liệu của em',
    'thông tin về tui',
    'bạn giữ gì về tôi',
    'bot đang lưu những gì về mình',
  ])('“%s” là xem', (words) => expect(commandIn(words)).toBe('my-data'));

  it.each([
    '/xoa',
    '/xoahet',
    'xoá dữ liệu của tôi',
    'xóa hết dữ liệu',
    'tôi muốn xoá toàn bộ thông tin của tôi',
    'xoa het tin nhan cua em',
    'xoá hết dữ liệu của tôi giúp ạ',
  ])('“%s” là xoá', (words) => expect(commandIn(words)).toBe('erase'));

  it.each([
    'xoá 2',
    'xoá dòng 2',
    'xoá hết',
    'xoá nợ cho tôi',
    'công ty giữ dữ liệu của tôi',
    'xoá dữ liệu của chồng tôi',
    'xoá án tích',
    'thông tin về luật đất đai',
  ])('“%s” không phải cả hai', (words) => expect(commandIn(words)).toBeUndefined());

  it.each(Object.values(STEPS))('hỏi xoá được ở bước “$at”, và bước ấy vẫn nguyên', (step) => {
    const asked = takeTurn(talk(step), text('/xoa'), given({ tickets: [aTicket()] }));
    expect(asked.say[0]).toEqual({ say: 'ask-erase', open: 1 });
    expect(asked.effects).toEqual([]);
    expect(asked.conversation.step).toEqual(step);
    const erased = takeTurn(asked.conversation, text('Xoá hết ạ'), given({ tickets: [aTicket()] }));
    expect(erased).toMatchObject({ say: [{ say: 'erased' }], conversation: NEW_CONVERSATION });
    expect(erased.effects).toEqual([{ effect: 'erase-person' }]);
  });

  it('hỏi trong lúc chờ đồng ý thì không nhắc “Đồng ý” ngay sau, kẻo hiểu nhầm', () => {
    expect(said(takeTurn(talk(STEPS.consenting), text('/xoa'), given()))).toEqual(['ask-erase']);
  });

  it.each([
    ['hỏi việc khác', text('cty nợ lương em 2 tháng nay')],
    ['bấm nút', press('referral')],
    ['gửi ảnh', photo],
    ['hỏi trạng thái', text('trạng thái')],
  ])('%s thì lời hỏi xoá hết hiệu lực', (_, event) => {
    const asked = takeTurn(talk(STEPS.listening), text('/xoa'), given());
    const other = takeTurn(asked.conversation, event, given());
    expect(other.effects.filter(({ effect }) => effect === 'erase-person')).toEqual([]);
    const late = takeTurn(other.conversation, text('XOÁ HẾT'), given());
    expect(late.effects).toEqual([]);
  });

  it.each(['không', 'thôi', 'huỷ'])('“%s” thì không xoá, và việc đang làm còn nguyên', (words) => {
    const asked = takeTurn(talk(STEPS.reviewing), text('/xoa'), given());
    const kept = takeTurn(asked.conversation, text(words), given());
    expect(said(kept)).toEqual(['not-erased']);
    expect(kept.conversation.step).toEqual(STEPS.reviewing);
  });

  it('xem: trang nào cũng được, không đổi gì', () => {
    const before = talk(STEPS['with-staff']);
    const turn = takeTurn(before, text('/dulieu 3'), given({ tickets: [aTicket()] }));
    expect(turn).toEqual({ conversation: before, say: [{ say: 'own-data', page: 3 }], effects: [] });
  });

  it('trong nhóm thì không xem, không xoá', () => {
    for (const words of ['/dulieu', '/xoa']) {
      const turn = takeTurn(talk(STEPS.listening), text(words), given({ inGroup: true }));
      expect(turn).toMatchObject({ say: [{ say: 'own-data-in-private' }], effects: [] });
    }
  });

  it.each(['channel-off', 'hotlines-only'] as const)('bot đang tạm ngừng (%s) thì vẫn xem và xoá được', (mode) => {
    const service = { ...IN_SERVICE, mode };
    expect(said(takeTurn(talk(STEPS.listening), text('/dulieu'), given({ service })))).toEqual(['own-data']);
    const asked = takeTurn(talk(STEPS.listening), text('/xoa'), given({ service }));
    expect(said(asked)).toEqual(['ask-erase']);
    expect(said(takeTurn(asked.conversation, text('XOÁ HẾT'), given({ service })))).toEqual(['erased']);
  });
});
