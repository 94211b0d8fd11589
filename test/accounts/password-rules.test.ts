import { describe, expect, it } from 'vitest';
import { passwordFault } from '../../src/accounts/password-rules.ts';

const LOGIN = 'nguyen.hoa@trogiup.example';

describe('a password', () => {
  it.each([
    ['bốn từ có dấu', 'bốn con mèo ngủ trưa'],
    ['bốn từ không dấu', 'bon con meo ngu trua'],
    ['chỉ chữ thường, đủ 12', 'chomeogachim'],
    ['chỉ số, không theo dãy', '802947561385'],
    ['một câu dài', 'Hôm qua trời mưa to lắm, quán phở cô Tư vẫn đông'],
    ['chữ có trong từ thường gặp, nhưng còn từ khác', 'mật khẩu này toàn chuyện cá kho'],
    ['128 ký tự', `gàgàgà${'x7Kq'.repeat(30)}yz`],
  ])('may be used: %s', (_, password) => {
    expect(passwordFault(password, LOGIN)).toBeUndefined();
  });

  it.each([
    ['11 ký tự', 'mèo ngủ trưa'.slice(0, 11), 'too-short'],
    ['rỗng', '', 'too-short'],
    ['11 ký tự, nhiều hơn khi tách dấu', 'bốnmèongủtr'.normalize('NFD'), 'too-short'],
    ['129 ký tự', `${'x7Kq'.repeat(32)}z`, 'too-long'],
    ['mật khẩu', 'matkhau12345', 'common'],
    ['có dấu', 'mật khẩu của tôi', 'common'],
    ['thay chữ bằng số và dấu', 'M@tKh4u#2026', 'common'],
    ['password', 'P@ssw0rd2026!', 'common'],
    ['tiếng Anh', 'iloveyou2026', 'common'],
    ['tiếng Việt', 'anhyeuemnhieu', 'common'],
    ['tên bot', 'HoiQuyen@2026', 'common'],
    ['dãy số', '123456789012', 'common'],
    ['dãy số ngược', '987654321098', 'common'],
    ['dãy phím', 'qwertyuiopasd', 'common'],
    ['dãy phím xen số', '1q2w3e4r5t6y', 'common'],
    ['một chữ lặp lại', 'aaaaaaaaaaaa', 'common'],
    ['một đoạn lặp lại', 'hoa12hoa12hoa12', 'common'],
    ['hai từ lặp lại', 'vietnamvietnam', 'common'],
    ['địa chỉ', LOGIN, 'is-login'],
    ['địa chỉ, chữ hoa', LOGIN.toUpperCase(), 'is-login'],
    ['tên trong địa chỉ và năm', 'nguyenhoa2026', 'is-login'],
  ])('is not taken: %s', (_, password, fault) => {
    expect(passwordFault(password, LOGIN)).toBe(fault);
  });
});
