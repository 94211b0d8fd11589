/** The steps before the first byte of a call: finding the machine, and reaching it. */
const BEFORE_SENDING = new Set(['getaddrinfo', 'connect']);
const BEFORE_SENDING_CODE = /^(UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT\w+)$/;

/** Does a fault of `fetch` prove that nothing of the call left this machine? Looks through its causes. */
export function surelyNotSent(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  // A name with several addresses: all of them were tried.
  if (fault instanceof AggregateError) return fault.errors.length > 0 && fault.errors.every(surelyNotSent);
  const { syscall, code } = fault as NodeJS.ErrnoException;
  if (syscall !== undefined && BEFORE_SENDING.has(syscall)) return true;
  return (code !== undefined && BEFORE_SENDING_CODE.test(code)) || surelyNotSent(fault.cause);
}

/** What went wrong, from the outside to the inside: `fetch` itself only says "fetch failed". */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown fault';
  const inner = fault.cause instanceof Error ? `: ${reasonOf(fault.cause)}` : '';
  return `${fault.message || fault.name}${inner}`;
}

/** Shorter pieces would also be found in ordinary words. */
const SHORTEST_SECRET = 4;

/** A text without our token, its form in an address, and its secret part alone. */
export function hidingToken(token: string, text: string): string {
  const secret = token.slice(token.indexOf(':') + 1);
  return [token, encodeURIComponent(token), secret, encodeURIComponent(secret)]
    .filter((piece) => piece.length >= SHORTEST_SECRET)
    .reduce((hidden, piece) => hidden.replaceAll(piece, '***'), text);
}
