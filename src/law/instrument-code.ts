import type { InstrumentKind } from '../knowledge/instrument.ts';
import { fold } from '../language/fold.ts';

/** Treaties and the Constitution have codes of their own; what their titles say, folded, in Vietnamese and English. */
const OWN_CODES: readonly (readonly [code: string, kind: InstrumentKind, title: RegExp])[] = [
  [
    'udhr',
    'declaration',
    /universal declaration of human rights|tuyen ngon (?:quoc te|toan the gioi|the gioi|pho quat)? ?(?:ve )?(?:nhan quyen|quyen con nguoi)/,
  ],
  [
    'icescr',
    'treaty',
    /covenant on economic, social and cultural rights|cong uoc (?:quoc te )?ve cac quyen kinh te, xa hoi/,
  ],
  ['iccpr', 'treaty', /covenant on civil and political rights|cong uoc (?:quoc te )?ve cac quyen dan su va chinh tri/],
  [
    'cedaw',
    'treaty',
    /elimination of all forms of discrimination against women|xoa bo (?:tat ca|moi) (?:cac )?hinh thuc phan biet doi xu (?:chong lai|voi|doi voi) phu nu/,
  ],
  [
    'cerd',
    'treaty',
    /elimination of all forms of racial discrimination|(?:xoa bo|loai tru) (?:tat ca|moi) (?:cac )?hinh thuc phan biet (?:chung toc|doi xu ve chung toc)/,
  ],
  ['crc', 'treaty', /convention on the rights of the child|cong uoc .{0,30}ve (?:cac )?quyen (?:cua )?tre em/],
  [
    'crpd',
    'treaty',
    /convention on the rights of persons with disabilities|cong uoc .{0,30}ve (?:cac )?quyen (?:cua )?(?:nhung )?nguoi khuyet tat/,
  ],
  ['cat', 'treaty', /convention against torture|cong uoc .{0,30}chong tra tan/],
];

/** @returns Code and kind of a treaty or declaration named in a title. */
export function treatyNamed(title: string): { readonly code: string; readonly kind: InstrumentKind } | undefined {
  const folded = fold(title).replace(/\s+/g, ' ');
  const found = OWN_CODES.find(([, , form]) => form.test(folded));
  return found && { code: found[0], kind: found[1] };
}

export interface CodeNeeds {
  readonly kind: InstrumentKind | undefined;
  /** With its kind: `Luật Trợ giúp pháp lý`. */
  readonly name: string | undefined;
  readonly number: string | undefined;
  /** The year it was passed. */
  readonly year: string | undefined;
}

/**
 * The code of a domestic instrument (contracts §1): a law or code by its name and year, everything else by its number. A law that
 * only amends others is not cited by itself; it is filed by its number.
 */
export function instrumentCode({ kind, name, number, year }: CodeNeeds): string | undefined {
  if (kind === 'constitution') return year && `hp${year}`;
  if (name === undefined) return undefined;
  const isAmending = /^(?:bo luat|luat) sua doi/.test(fold(name));
  if ((kind === 'law' || kind === 'code') && !isAmending) return year && `${hyphenated(name)}-${year}`;
  const word = (kind && KIND_IN_CODE[kind]) ?? hyphenated(name).split('-').slice(0, 2).join('-');
  return number && `${word}-${hyphenated(number)}`;
}

const KIND_IN_CODE: Readonly<Partial<Record<InstrumentKind, string>>> = {
  law: 'luat',
  code: 'bo-luat',
  ordinance: 'phap-lenh',
  resolution: 'nghi-quyet',
  decree: 'nghi-dinh',
  circular: 'thong-tu',
};

function hyphenated(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
