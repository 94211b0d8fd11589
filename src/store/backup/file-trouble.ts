import { AppError, type FaultKind } from '../../base/errors.ts';

/** What the file system says, by its code: the rest of a sentence that begins with a path, and what to do. */
const SAID: Readonly<Record<string, readonly [FaultKind, string]>> = {
  ENOENT: ['not-found', 'is not there. Look at how it is written; a path without / at its beginning counts from here.'],
  ENOTDIR: ['invalid-input', 'lies in something that is a file, not a folder. Name a folder.'],
  EEXIST: ['invalid-input', 'is a file, not a folder. Name a folder.'],
  EISDIR: ['invalid-input', 'is a folder, not a file. Name a file in it.'],
  EACCES: [
    'forbidden',
    'may not be read or written by this account. Run it as the account of the program, or change who owns it.',
  ],
  EPERM: [
    'forbidden',
    'may not be read or written by this account. Run it as the account of the program, or change who owns it.',
  ],
  EROFS: ['unavailable', 'lies on a disk that takes no writing. Name another place.'],
  ENOSPC: ['unavailable', 'has no room left on its disk. Make room, or name another place.'],
};

/** A fault of the file system as whoever typed the path can use it; any other fault as it is. */
export function fileTrouble(fault: unknown, path: string): unknown {
  const [kind, said] = SAID[(fault as NodeJS.ErrnoException | undefined)?.code ?? ''] ?? [];
  return kind === undefined || fault instanceof AppError
    ? fault
    : new AppError(kind, `${path} ${said}`, { cause: fault });
}
