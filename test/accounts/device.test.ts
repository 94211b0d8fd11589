import { describe, expect, it } from 'vitest';
import { deviceOf } from '../../src/accounts/device.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0';

describe('a device, as its owner would recognise it', () => {
  it.each([
    ['Chrome, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`],
    ['Edge, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/148.0.0.0`],
    ['Cốc Cốc, Windows', `Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130.0 ${CHROME} Safari/537.36`],
    ['Chrome, Android', `Mozilla/5.0 (Linux; Android 15; SM-A155F) ${CHROME} Mobile Safari/537.36`],
    ['Samsung Internet, Android', `Mozilla/5.0 (Linux; Android 14) ${CHROME} SamsungBrowser/27.0 Mobile Safari/537.36`],
    ['Safari, iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'],
    ['Chrome, iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/148.0 Mobile/15E148 Safari/604.1'],
    ['Safari, macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15'],
    ['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'],
    ['', 'curl/8.9.1'],
    ['', '<script>alert(1)</script>'],
    ['', undefined],
  ])('%s', (device, userAgent) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});
