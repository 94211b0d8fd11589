import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Day } from '../../src/base/days.ts';
import { dayForPeople } from '../../src/base/days.ts';
import type { Gap, Refusal } from '../../src/law/law-text.ts';
import { type ImportedLaw, importLaw } from '../../src/law-files/import-law.ts';
import type { Taken } from './store-law.ts';

interface ImportNeeds {
  readonly paths: readonly string[];
  readonly code: string | undefined;
  readonly asOf: Day;
  readonly json: boolean;
  /** Stores what was read; without it nothing is stored. */
  readonly store?: ((law: ImportedLaw, fileName: string) => Promise<Taken>) | undefined;
}

/** Shows what each file holds, and stores it where that is asked for. @returns The exit code: 2 when a file is refused. */
export async function importFiles({ paths, code, asOf, json, store }: ImportNeeds): Promise<0 | 1 | 2> {
  const shown: unknown[] = [];
  let exit: 0 | 1 | 2 = 0;
  for (const path of paths) {
    const file = readOrRefuse(path);
    const result =
      'bytes' in file
        ? await importLaw({ bytes: file.bytes, name: basename(path) }, { code, asOf, onPage: progress(path) })
        : { ok: false as const, refusal: file };
    if (!result.ok) {
      exit = 2;
      if (json) shown.push({ error: result.refusal });
      else process.stdout.write(`${path}\n  KHÔNG NHẬP (${result.refusal.code}): ${result.refusal.message}\n`);
      continue;
    }
    if (!json) process.stdout.write(`${report(path, result.law)}\n`);
    const taken = await store?.(result.law, basename(path));
    if (taken) exit = taken.exit > exit ? taken.exit : exit;
    if (json) shown.push(taken ? { ...asJson(result.law), import: taken.json } : asJson(result.law));
    else process.stdout.write(`  ${(taken?.lines ?? ['Xem thử: chưa có gì được lưu.']).join('\n  ')}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(shown.length === 1 ? shown[0] : shown)}\n`);
  return exit;
}

function readOrRefuse(path: string): { readonly bytes: Uint8Array } | Refusal {
  try {
    return { bytes: readFileSync(path) };
  } catch {
    return { code: 'corrupt', message: `Không mở được tệp ${path}.` };
  }
}

/** Pages of a long PDF, on standard error so that the answer stays clean. */
function progress(path: string): (done: number, of: number) => void {
  return (done, of) => {
    if (of < 20 || (done % 10 !== 0 && done !== of)) return;
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}${basename(path)}: trang ${done}/${of}${process.stderr.isTTY && done < of ? '' : '\n'}`,
    );
  };
}

/** The numbers in gaps, one by one: `["90", "91", …]`. */
function missing(gaps: readonly Gap[]): readonly string[] {
  return gaps.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, nth) => String(from + nth)));
}

/** Contracts §7; what the text does not say is `null`. */
function asJson(law: ImportedLaw): object {
  const { code, name, number, adoptedOn, ...more } = law.instrument;
  return {
    instrument: {
      code: code ?? null,
      name: name ?? null,
      number: number ?? null,
      adoptedOn: adoptedOn ?? null,
      ...more,
    },
    articles: law.articles.map(({ number, heading, text, sha256, ...others }) => ({
      number,
      heading,
      text,
      sha256,
      ...others,
    })),
    gaps: missing(law.gaps),
    warnings: law.warnings,
    divisions: law.divisions,
    appendices: law.appendices,
    notes: law.notes,
    file: { kind: law.fileKind, sha256: law.fileSha256 },
  };
}

function report(path: string, law: ImportedLaw): string {
  const { code, name, number, adoptedOn, inForceFrom, issuedBy, amendedBy } = law.instrument;
  const day = (value: Day | undefined): string => (value === undefined ? 'không rõ' : dayForPeople(value));
  const [first] = law.articles;
  const amendments = law.articles.flatMap((article) => article.amendments);
  return [
    path,
    `  ${name ?? 'Chưa rõ tên'} · số ${number ?? 'không rõ'} · ${issuedBy ?? 'cơ quan ban hành không rõ'}`,
    `  mã ${code ?? 'chưa có'} · ban hành ${day(adoptedOn)} · hiệu lực từ ${day(inForceFrom)}`,
    `  ${law.articles.length} điều (${first?.number ?? ''}–${law.articles.at(-1)?.number ?? ''}), ${law.divisions.length} phần/chương/mục, ${law.appendices.length} phụ lục, ${law.notes.length} chú thích`,
    ...(amendedBy.length > 0
      ? [`  văn bản hợp nhất, gồm sửa đổi của: ${amendedBy.map((one) => one.number).join(', ')}`]
      : []),
    ...(amendments.length > 0 ? [`  sửa văn bản khác: ${amendments.length} chỗ`] : []),
    ...law.warnings.map(({ kind, message }) => `  ! ${message} [${kind}]`),
  ].join('\n');
}
