import type { Account } from '../../accounts/account.ts';
import type { AccountId } from '../../base/ids.ts';
import type { AuditFilter, ChainPoint, KeptAuditLine } from '../../ports/audit.ts';
import type { Records, Store } from '../../ports/store.ts';
import { breath } from '../entries/breath.ts';

/** A line of the log with the names of those it tells of. */
export interface ShownAuditLine extends KeptAuditLine {
  /** Undefined: the program itself, or nobody who was signed in. */
  readonly byName: string | undefined;
  /** Of the account that the line is about. */
  readonly aboutName: string | undefined;
}

export interface ReadAuditNeeds {
  readonly store: Store;
  readonly now: () => Date;
}

/** A page of the log, newest first; one line more than `limit` where there is a next page. */
export function auditPage(
  filter: AuditFilter,
  limit: number,
  before: string | undefined,
  { store }: ReadAuditNeeds,
): Promise<readonly ShownAuditLine[]> {
  return store.transaction(async (records) => named(await records.audit.find(filter, limit + 1, before), records));
}

/** Lines that are read at once for an export, and checked at once: what else goes on waits no longer than for these. */
const PIECE = 1000;

/** All lines that fit, newest first, piece by piece. That they were taken out of the system is a line of the log itself. */
export async function* exportAudit(
  { id: by, role }: Account,
  filter: AuditFilter,
  { store, now }: ReadAuditNeeds,
): AsyncGenerator<readonly ShownAuditLine[]> {
  const detail = Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => !!pair[1]));
  await store.transaction(({ audit }) =>
    audit.add({ at: now(), by, role, action: 'audit-exported', object: 'audit', detail }),
  );
  let before: string | undefined;
  do {
    await breath();
    const piece: readonly ShownAuditLine[] = await store.transaction(async (records) =>
      named(await records.audit.find(filter, PIECE, before), records),
    );
    yield piece;
    before = piece.length === PIECE ? piece.at(-1)?.id : undefined;
  } while (before !== undefined);
}

/** What a check of the whole log found. */
export interface AuditCheck {
  readonly at: Date;
  /** Lines that fit the one before, up to the first that does not. */
  readonly lines: number;
  /** The first line that was changed, or whose neighbour was removed. */
  readonly broken: string | undefined;
}

/** Checks the whole chain, piece by piece. */
export async function checkAudit(
  { store, now }: ReadAuditNeeds,
  progress: (done: number, of: number) => void,
): Promise<AuditCheck> {
  const of = await store.transaction(({ audit }) => audit.count());
  let lines = 0;
  let after: ChainPoint | undefined;
  do {
    await breath();
    const piece = await store.transaction(({ audit }) => audit.checkChain(PIECE, after));
    if (piece.kind === 'broken') return { at: now(), lines, broken: piece.at };
    lines += piece.lines;
    after = piece.goOnAt;
    progress(Math.min(lines, of), of);
  } while (after !== undefined);
  return { at: now(), lines, broken: undefined };
}

async function named(lines: readonly KeptAuditLine[], { accounts }: Records): Promise<readonly ShownAuditLine[]> {
  const about = ({ object }: KeptAuditLine) => /^account\/(.+)$/.exec(object)?.[1] as AccountId | undefined;
  const ids = new Set(lines.flatMap((line) => [line.by ?? [], about(line) ?? []].flat()));
  const names = await accounts.names([...ids]);
  return lines.map((line) => {
    const account = about(line);
    return { ...line, byName: line.by && names.get(line.by), aboutName: account && names.get(account) };
  });
}
