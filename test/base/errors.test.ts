import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/base/errors.ts';

describe('AppError', () => {
  it('says what kind of fault it is, with facts and cause', () => {
    const cause = new TypeError('mạng đứt');
    const fault = new AppError('unavailable', 'Zalo cannot be reached', { facts: { status: 502 }, cause });
    expect(fault).toMatchObject({
      name: 'AppError',
      kind: 'unavailable',
      message: 'Zalo cannot be reached',
      facts: { status: 502 },
      cause,
    });
  });

  it('has no facts when none are given', () => {
    expect(new AppError('not-found', 'No such ticket').facts).toEqual({});
  });

  it('is an error like any other, and a kind of it is named as itself', () => {
    class TicketTakenError extends AppError {}
    const fault = new TicketTakenError('conflict', 'The ticket is taken');
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toBeInstanceOf(AppError);
    expect(String(fault)).toBe('TicketTakenError: The ticket is taken');
    expect(fault.stack).toContain('errors.test.ts');
  });
});
