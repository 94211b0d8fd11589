import { describe, expect, it } from 'vitest';
import { hidingToken, reasonOf, surelyNotSent } from '../../../src/channels/zalo/zalo-network.ts';

const system = (syscall: string, code: string) => Object.assign(new Error(`${syscall} ${code}`), { syscall, code });
const failed = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('a network fault of fetch', () => {
  it.each([
    ['nobody listens', failed(system('connect', 'ECONNREFUSED'))],
    ['no such name', failed(system('getaddrinfo', 'ENOTFOUND'))],
    ['names do not work now', failed(system('getaddrinfo', 'EAI_AGAIN'))],
    ['no way to the machine', failed(system('connect', 'EHOSTUNREACH'))],
    ['the machine does not answer', failed(Object.assign(new Error('Timeout'), { code: 'UND_ERR_CONNECT_TIMEOUT' }))],
    ['not Zalo’s certificate', failed(Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }))],
    [
      'several addresses, none answers',
      failed(new AggregateError([system('connect', 'ECONNREFUSED'), system('connect', 'ENETUNREACH')])),
    ],
  ])('surely sent nothing: %s', (_, fault) => {
    expect(surelyNotSent(fault)).toBe(true);
  });

  it.each([
    ['cut while we talked', failed(system('read', 'ECONNRESET'))],
    ['silence while we talked', failed(system('read', 'ETIMEDOUT'))],
    ['one of several addresses answered', failed(new AggregateError([system('connect', 'X'), system('read', 'Y')]))],
    ['nothing is known', failed(new AggregateError([]))],
    ['our patience ended', new DOMException('This operation was aborted', 'AbortError')],
    ['something thrown that is no error', 'xin chào'],
  ])('may have sent: %s', (_, fault) => {
    expect(surelyNotSent(fault)).toBe(false);
  });

  it('is told from the outside to the inside', () => {
    expect(reasonOf(failed(system('connect', 'ECONNREFUSED')))).toBe('fetch failed: connect ECONNREFUSED');
  });
});

it.each([
  ['whole', 'POST /bot1459:aB3-xyz+w/getMe', 'POST /bot***/getMe'],
  ['in an address', 'bot1459%3AaB3-xyz%2Bw', 'bot***'],
  ['its secret part', 'secret aB3-xyz+w!', 'secret ***!'],
  ['its secret part in an address', 'x=aB3-xyz%2Bw', 'x=***'],
  ['not there', 'Bad Request', 'Bad Request'],
])('hides the token: %s', (_, text, hidden) => {
  expect(hidingToken('1459:aB3-xyz+w', text)).toBe(hidden);
});
