import type { Kysely, Selectable } from 'kysely';
import type { Danger } from '../base/danger.ts';
import type { AccountId, ReferralCode, TicketId } from '../base/ids.ts';
import type { ListedTicket } from '../ports/desk.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What a row of a list is made of. */
export const LISTED_COLUMNS = [
  'id',
  'code',
  'state',
  'awaits',
  'urgent',
  'opened_at',
  'changed_at',
  'due_at',
  'reopened_due_at',
  'answered_at',
  'claimed_by',
  'transfer_to',
  'merged_into',
  'lines_sealed',
] as const satisfies readonly (keyof Tables['tickets'])[];

type ListedRow = Pick<Selectable<Tables['tickets']>, (typeof LISTED_COLUMNS)[number]>;

/** Tickets as rows of a list, in the order of their ids here. Only these are opened. */
export async function listedTickets(
  db: Kysely<Tables>,
  vault: Vault,
  ids: readonly string[],
): Promise<readonly ListedTicket[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('tickets').select(LISTED_COLUMNS).where('id', 'in', ids).execute();
  const codes = await codesOf(
    db,
    rows.flatMap(({ merged_into }) => merged_into ?? []),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [listed(row, vault, codes)] : [];
  });
}

/** The codes of tickets by their ids. */
export async function codesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, ReferralCode>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('tickets').select(['id', 'code']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, code }) => [id, code as ReferralCode]));
}

export function listed(row: ListedRow, vault: Vault, codes: ReadonlyMap<string, ReferralCode>): ListedTicket {
  // What was withdrawn is read by nobody any more.
  const [lines = []] = row.state === 'withdrawn' ? [] : openedOr(() => vault.openJson(row.lines_sealed) as string[]);
  return {
    id: row.id as TicketId,
    code: row.code as ReferralCode,
    state: row.state,
    awaits: row.awaits,
    urgent: (row.urgent ?? undefined) as Danger | undefined,
    openedAt: new Date(row.opened_at),
    changedAt: new Date(row.changed_at),
    dueAt: dueAtOf(row),
    answeredAt: row.answered_at === null ? undefined : new Date(row.answered_at),
    claimedBy: (row.claimed_by ?? undefined) as AccountId | undefined,
    transferTo: row.transfer_to ?? undefined,
    mergedInto: row.merged_into === null ? undefined : codes.get(row.merged_into),
    firstLine: lines[0] ?? '',
  };
}

/** Of a ticket that was answered only where it was opened again since. */
function dueAtOf({ answered_at, due_at, reopened_due_at }: ListedRow): Date | undefined {
  const due = answered_at === null ? due_at : reopened_due_at;
  return due === null ? undefined : new Date(due);
}
