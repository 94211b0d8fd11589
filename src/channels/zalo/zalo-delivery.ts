import type { Delivery } from '../../ports/channel.ts';
import { ZaloApiError, ZaloGatewayError, ZaloNetworkError } from './zalo-errors.ts';

/** A gateway handed the call on and got no answer in time: it may have had its effect. */
const GATEWAY_TIMEOUT = 504;

/** What became of a message whose sending failed. */
export function deliveryAfter(fault: unknown): Delivery {
  if (fault instanceof ZaloApiError) return afterRefusal(fault);
  if (fault instanceof ZaloGatewayError && fault.status !== GATEWAY_TIMEOUT) return { result: 'wait', because: 'down' };
  if (fault instanceof ZaloNetworkError && fault.surelyNotSent) return { result: 'wait', because: 'down' };
  return { result: 'uncertain', cause: fault };
}

function afterRefusal(fault: ZaloApiError): Delivery {
  switch (fault.code) {
    case 400:
    case 404:
      return { result: 'refused', because: 'rejected' };
    case 401:
      return { result: 'wait', because: 'token' };
    case 408: // Zalo waited for something itself, and does not say what it did until then
    case GATEWAY_TIMEOUT:
      return { result: 'uncertain', cause: fault };
    case 426:
    case 429: // may be the quota of the month; how long to wait is never told
      return { result: 'wait', because: 'quota' };
    default:
      return { result: 'wait', because: 'down' };
  }
}
