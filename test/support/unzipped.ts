import { strFromU8, unzipSync } from 'fflate';

/** The parts of a Word or Excel file by path: XML as text, pictures as latin-1. */
export function unzipped(file: Buffer): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes, !/\.(xml|rels)$/.test(path))]),
  );
}

/** One part. @throws when it is not there. */
export function partOf(file: Buffer, path: string): string {
  const part = unzipped(file).get(path);
  if (part === undefined) throw new Error(`No ${path} in the file`);
  return part;
}
