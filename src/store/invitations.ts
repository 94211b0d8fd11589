import type { Kysely, Selectable } from 'kysely';
import type { Invitation } from '../accounts/invitation.ts';
import type { AccountId, InvitationId } from '../base/ids.ts';
import type { Invitations } from '../ports/accounts.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Links that make an account or renew one. Only the hash of a token is kept. `db` is a transaction. */
export function invitationsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Invitations {
  const tokenHash = (token: string) => vault.hash('invitation', token);
  const openRows = (now: Date) =>
    db
      .selectFrom('invitations')
      .selectAll()
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now.toISOString());
  const unused = (column: 'used_at' | 'withdrawn_at', at: Date) =>
    db
      .updateTable('invitations')
      .set({ [column]: at.toISOString() })
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null);

  const whole = (row: Selectable<Tables['invitations']>): Invitation => ({
    id: row.id as InvitationId,
    role: row.role,
    province: row.province ?? undefined,
    note: vault.open(row.note_sealed),
    account: (row.account_id ?? undefined) as AccountId | undefined,
    by: (row.created_by ?? undefined) as AccountId | undefined,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
  });

  return {
    async add({ token, role, province, note, account, by, createdAt, expiresAt }) {
      const id = newId() as InvitationId;
      await db
        .insertInto('invitations')
        .values({
          id,
          token_hash: tokenHash(token),
          role,
          province: province ?? null,
          note_sealed: vault.seal(note),
          account_id: account ?? null,
          created_by: by ?? null,
          created_at: createdAt.toISOString(),
          expires_at: expiresAt.toISOString(),
          used_at: null,
          withdrawn_at: null,
        })
        .execute();
      return id;
    },

    async findOpen(token, now) {
      const row = await openRows(now).where('token_hash', '=', tokenHash(token)).executeTakeFirst();
      return row && whole(row);
    },

    async open(now) {
      return (await openRows(now).orderBy('id', 'desc').execute()).map(whole);
    },

    async use(id, at) {
      const used = await unused('used_at', at).where('id', '=', id).returning('id').executeTakeFirst();
      return used !== undefined;
    },

    async withdraw(id, at) {
      const withdrawn = await unused('withdrawn_at', at).where('id', '=', id).returning('id').executeTakeFirst();
      return withdrawn !== undefined;
    },

    async withdrawResets(account, at) {
      await unused('withdrawn_at', at).where('account_id', '=', account).execute();
    },

    async withdrawBy(account, at) {
      await unused('withdrawn_at', at).where('created_by', '=', account).execute();
    },

    async withdrawFirst(at) {
      await unused('withdrawn_at', at).where('created_by', 'is', null).where('account_id', 'is', null).execute();
    },
  };
}
