import { Refused } from './refused.ts';

export type FileKind = 'pdf' | 'docx' | 'html' | 'xml' | 'markdown' | 'text';

/** 50 MB; the largest law in the Official Gazette is below 10 MB as PDF. */
export const LARGEST_BYTES = 50 * 1024 * 1024;

/**
 * What a file is, by its first bytes; the name only tells Markdown from plain text.
 *
 * @throws Refused `too-large`, `empty`, `encrypted` or `unknown-type`.
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length > LARGEST_BYTES) throw new Refused('too-large', 'Tệp lớn hơn 50 MB: không nhập.');
  if (bytes.length === 0) throw new Refused('empty', 'Tệp rỗng.');
  const start = Buffer.from(bytes.subarray(0, 4096));
  if (start.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml')) return 'docx';
    throw new Refused('unknown-type', 'Đây là tệp nén nhưng không phải tệp Word (.docx).');
  }
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(bytes);
  if (start.includes('{\\rtf')) throw new Refused('unknown-type', 'Tệp RTF: hãy mở bằng Word rồi lưu thành .docx.');
  if (isBinary(start))
    throw new Refused('unknown-type', 'Không nhận ra loại tệp. Nhận .docx, .pdf, .html, .txt, .md, .xml.');
  const head = start.toString('latin1').toLowerCase();
  if (/<!doctype html|<html|<body|<meta |<div|<h\d[ >]|<p[ >]|<table/.test(head) && !isMarkdownName(name))
    return 'html';
  if (/^[^<]{0,8}<\?xml/.test(head)) return /<html/.test(head) ? 'html' : 'xml';
  return isMarkdownName(name) ? 'markdown' : 'text';
}

function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function startsWith(start: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, nth) => start[nth] === byte);
}

/** A password makes Word wrap the whole file in the old container. */
function oldOffice(bytes: Uint8Array): Refused {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return isEncrypted
    ? new Refused('encrypted', 'Tệp Word được đặt mật khẩu: hãy lưu lại không có mật khẩu.')
    : new Refused('unknown-type', 'Tệp Word cũ (.doc): hãy mở bằng Word rồi lưu thành .docx.');
}

/** Zero bytes stand in no text but UTF-16, which says so at its start. */
function isBinary(start: Buffer): boolean {
  if (startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])) return false;
  return start.includes(0);
}
