import { AppError, type FaultKind } from '../../base/errors.ts';

/** Zalo understood the call and says no. Most often with HTTP status 200, so only the body tells. */
export class ZaloApiError extends AppError {
  /** Zalo's `error_code`; where the body has none, the HTTP status. */
  readonly code: number;
  readonly description: string;

  constructor(method: string, code: number, description: string) {
    super(KINDS[code] ?? 'unavailable', `Zalo ${method}: ${code} ${description}`, { facts: { method, code } });
    this.code = code;
    this.description = description;
  }
}

/** 403 is missing on purpose: Zalo's documentation calls it an internal error of its own. */
const KINDS: Readonly<Record<number, FaultKind>> = { 400: 'invalid-input', 401: 'forbidden', 404: 'not-found' };

/** Something before Zalo answered instead of it, mostly with a page in HTML. It passes. */
export class ZaloGatewayError extends AppError {
  /** Of HTTP. */
  readonly status: number;

  constructor(method: string, status: number) {
    super('unavailable', `Zalo ${method}: no answer in JSON, HTTP status ${status}`, { facts: { method, status } });
    this.status = status;
  }
}

/** An answer in JSON that says neither yes nor no. The call may have had its effect. */
export class ZaloAnswerError extends AppError {
  constructor(method: string, status: number) {
    super('unavailable', `Zalo ${method}: an answer of an unknown form`, { facts: { method, status } });
  }
}

/** No answer came. */
export class ZaloNetworkError extends AppError {
  /** Nothing of the call left this machine. Otherwise it may have had its effect. */
  readonly surelyNotSent: boolean;

  constructor(method: string, reason: string, surelyNotSent: boolean) {
    super('unavailable', `Zalo ${method}: ${reason}`, { facts: { method, surelyNotSent } });
    this.surelyNotSent = surelyNotSent;
  }
}
