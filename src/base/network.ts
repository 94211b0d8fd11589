/**
 * The address as far as one connection has it: all of an IPv4 address, the first half of an IPv6 address, because whoever
 * has one of its addresses has all 2⁶⁴ of them. What is no IP address stays what it is.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = (address.split('%')[0] ?? address).toLowerCase();
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])];
  const half = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${half.join(':')}::/64`;
}

function isIPv6(text: string): boolean {
  const groups = text.split(':').filter((group) => group !== '');
  const shortened = text.split('::').length - 1;
  return (
    /^[0-9a-f:]+$/.test(text) &&
    groups.every((group) => group.length <= 4) &&
    (shortened === 0 ? groups.length === 8 && text.split(':').length === 8 : shortened === 1 && groups.length < 8) &&
    !/:::/.test(text)
  );
}
