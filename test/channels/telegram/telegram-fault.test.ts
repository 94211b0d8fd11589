import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { deliveryAfter, telegramFault } from '../../../src/channels/telegram/telegram-fault.ts';

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });
const network = (code: string, reason: string) =>
  new HttpError(
    "Network request for 'sendMessage' failed!",
    withCode(code, `request to https://api.telegram.org/bot7:bi-mat/sendMessage failed, reason: ${reason}`),
  );

describe('a network fault of grammY', () => {
  it.each([
    ['nobody listens', 'ECONNREFUSED', 'connect ECONNREFUSED 149.154.167.220:443'],
    ['no such name', 'ENOTFOUND', 'getaddrinfo ENOTFOUND api.telegram.org'],
    ['names do not work now', 'EAI_AGAIN', 'getaddrinfo EAI_AGAIN api.telegram.org'],
    ['no way to the machine', 'EHOSTUNREACH', 'connect EHOSTUNREACH 149.154.167.220:443'],
    ['no network', 'ENETUNREACH', 'connect ENETUNREACH 149.154.167.220:443'],
    ['the machine does not answer', 'ETIMEDOUT', 'connect ETIMEDOUT 149.154.167.220:443'],
    ['several addresses, none answers', 'ETIMEDOUT', ''],
    ['not Telegram’s certificate', 'CERT_HAS_EXPIRED', 'certificate has expired'],
  ])('surely sent nothing: %s', (_, code, reason) => {
    expect(deliveryAfter(network(code, reason))).toEqual({ result: 'wait', because: 'down' });
  });

  it('surely sent nothing, however deep the reason lies', () => {
    const inner = new Error('fetch failed', { cause: withCode('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error') });
    expect(deliveryAfter(new HttpError('failed', inner))).toEqual({ result: 'wait', because: 'down' });
  });

  it.each([
    ['cut while we talked', network('ECONNRESET', 'socket hang up')],
    ['silence while we talked', network('ETIMEDOUT', 'read ETIMEDOUT')],
    ['the way broke while we talked', network('EHOSTUNREACH', 'read EHOSTUNREACH')],
    ['our patience ended', new HttpError('failed', new Error("Request to 'sendMessage' timed out after 30 seconds"))],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['something thrown that is no error', 'xin chào'],
  ])('may have sent: %s', (_, fault) => {
    expect(deliveryAfter(fault)).toMatchObject({ result: 'uncertain' });
  });

  it('becomes an error of ours without the token', () => {
    const fault = telegramFault(network('ECONNRESET', 'socket hang up'));
    expect(fault).toMatchObject({ kind: 'unavailable', cause: { message: expect.stringContaining('ECONNRESET') } });
    expect(String((fault as Error).cause)).not.toContain('bi-mat');
  });

  it('leaves a mistake of ours as it is', () => {
    const mistake = new TypeError('undefined is not a function');
    expect(telegramFault(mistake)).toBe(mistake);
  });
});
