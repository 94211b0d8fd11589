import { Refused } from './refused.ts';

/**
 * The text of a file: UTF-8, UTF-16 where the file says so, or what an HTML or XML page declares.
 *
 * @throws Refused `legacy-encoding` where the bytes are not what they claim to be.
 */
export function decode(bytes: Uint8Array): string {
  const label = marked(bytes) ?? declared(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refused(
      'legacy-encoding',
      'Tệp không phải UTF-8 (có lẽ là bảng mã cũ). Hãy lưu lại bằng UTF-8 rồi nhập.',
      cause,
    );
  }
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1];
}
