import { fold } from '../language/fold.ts';
import type { Province } from './legal-aid-centre.ts';

/** What a text says about where somebody is. */
export type Place =
  | { readonly kind: 'found'; readonly province: Province }
  | { readonly kind: 'several'; readonly provinces: readonly Province[] }
  | { readonly kind: 'unknown' };

/**
 * The province that a text names: new and old names, short forms, with or without tone marks (`thai binh` →
 * Hưng Yên, `sg` → TP. Hồ Chí Minh). Old provinces map to the ones they were merged into on 1 July 2025.
 *
 * @returns `several` where the text fits more than one (`BD`, or two names at once): ask, never guess.
 */
export function placeIn(text: string, provinces: readonly Province[]): Place {
  const line = plain(text);
  const named = longestNames(line, provinces);
  if (named.length > 0) return outcome(named);
  const short = provinces.filter(({ weakAliases }) => weakAliases.some((alias) => plain(alias).trim() === line.trim()));
  const exact = short.filter(({ weakAliases }) =>
    weakAliases.some((alias) => alias.toLowerCase() === text.trim().toLowerCase()),
  );
  return outcome(exact.length === 1 && /[đĐ]/.test(text) ? exact : short);
}

/** Provinces whose name stands in the line, a name inside a longer found name left out (`Bình Dương` in none other). */
function longestNames(line: string, provinces: readonly Province[]): readonly Province[] {
  const found = provinces.flatMap((province) =>
    [province.shortName, ...province.formerNames, ...province.aliases]
      .map(plain)
      .filter((name) => line.includes(name))
      .map((name) => ({ province, name })),
  );
  const outer = found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)));
  return [...new Set(outer.map(({ province }) => province))];
}

function outcome(provinces: readonly Province[]): Place {
  const [first, second] = provinces;
  if (!first) return { kind: 'unknown' };
  return second ? { kind: 'several', provinces } : { kind: 'found', province: first };
}

/** Folded, letters and digits only, one space at each end, so that ` ha nam ` is found only as whole words. */
function plain(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
