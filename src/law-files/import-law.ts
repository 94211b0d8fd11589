import { createHash } from 'node:crypto';
import type { LawArticle, LawReading, Refusal, Warning } from '../law/law-text.ts';
import { linesOf } from '../law/lines.ts';
import { type ReadOptions, readLaw } from '../law/read-law.ts';
import { unwrap } from '../law/unwrap.ts';
import { decode } from './decode.ts';
import { docxLines } from './docx-lines.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { htmlLines } from './html-lines.ts';
import { markdownLines } from './markdown-lines.ts';
import { type PdfOptions, pdfLines } from './pdf-lines.ts';
import { Refused } from './refused.ts';

export interface ImportFile {
  readonly bytes: Uint8Array;
  /** Its name, to tell Markdown from plain text; nothing else is read from it. */
  readonly name: string;
}

/** An article with the fingerprint by which a change of one letter is seen. */
export type FingerprintedArticle = LawArticle & {
  /** SHA-256 of the text as UTF-8, in hexadecimal. */
  readonly sha256: string;
};

export interface ImportedLaw extends LawReading {
  readonly articles: readonly FingerprintedArticle[];
  readonly fileKind: FileKind;
  /** SHA-256 of the file: the same file twice is known by it. */
  readonly fileSha256: string;
}

export type ImportResult =
  | { readonly ok: true; readonly law: ImportedLaw }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads an official text from a file and takes it apart, without storing anything.
 *
 * @returns The law with what should be looked at, or the reason why the file is not imported. Does not throw for any bytes.
 */
export async function importLaw(file: ImportFile, options: ReadOptions & PdfOptions): Promise<ImportResult> {
  try {
    const kind = fileKind(file.bytes, file.name);
    const source = await linesIn(file.bytes, kind, options);
    const result = readLaw({ ...source, from: kind === 'pdf' ? 'pdf' : 'other' }, options);
    if (!result.ok) return result;
    const articles = result.law.articles.map((article) => ({ ...article, sha256: sha256(article.text) }));
    return {
      ok: true,
      law: { ...result.law, articles, fileKind: kind, fileSha256: sha256(file.bytes) },
    };
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, refusal: fault.refusal };
    if (fault instanceof RangeError)
      return { ok: false, refusal: { code: 'corrupt', message: 'Tệp lồng nhau quá sâu, không đọc được.' } };
    throw fault;
  }
}

interface Source {
  readonly lines: readonly string[];
  readonly warnings: readonly Warning[];
}

async function linesIn(bytes: Uint8Array, kind: FileKind, options: PdfOptions): Promise<Source> {
  switch (kind) {
    case 'pdf':
      return await pdfLines(bytes, options);
    case 'docx':
      return await docxLines(bytes);
    case 'html':
      return { lines: htmlLines(decode(bytes)), warnings: [] };
    case 'xml':
      return { lines: htmlLines(decode(bytes), { xml: true }), warnings: [] };
    case 'markdown':
      return { lines: markdownLines(decode(bytes)), warnings: [] };
    case 'text':
      return unwrap(linesOf(decode(bytes)));
  }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
