import type { Kysely, Selectable } from 'kysely';
import type { AccountId, SessionId } from '../base/ids.ts';
import type { KeptSession, Sessions } from '../ports/sessions.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Who is signed in where. Only the hash of a token is kept. `db` is a transaction. */
export function sessionsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Sessions {
  const tokenHash = (token: string) => vault.hash('session', token);
  const alive = (now: Date, idleSince: Date) =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now.toISOString())
      .where('seen_at', '>', idleSince.toISOString());

  const kept = (row: Selectable<Tables['sessions']>): KeptSession => ({
    id: row.id as SessionId,
    account: row.account_id as AccountId,
    device: row.device,
    createdAt: new Date(row.created_at),
    seenAt: new Date(row.seen_at),
  });

  return {
    async add({ token, account, stage, device, at, expiresAt }) {
      const id = newId() as SessionId;
      const time = at.toISOString();
      await db
        .insertInto('sessions')
        .values({
          id,
          token_hash: tokenHash(token),
          account_id: account,
          stage,
          device,
          created_at: time,
          seen_at: time,
          expires_at: expiresAt.toISOString(),
          revoked_at: null,
        })
        .execute();
      return id;
    },

    async find(token, stage, now, idleSince) {
      const row = await alive(now, idleSince)
        .where('token_hash', '=', tokenHash(token))
        .where('stage', '=', stage)
        .executeTakeFirst();
      return row && kept(row);
    },

    async seen(id, at) {
      await db.updateTable('sessions').set({ seen_at: at.toISOString() }).where('id', '=', id).execute();
    },

    async of(account, now, idleSince) {
      const rows = await alive(now, idleSince)
        .where('account_id', '=', account)
        .where('stage', '=', 'signed-in')
        .orderBy('seen_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(kept);
    },

    async end(account, id, at) {
      const ended = await db
        .updateTable('sessions')
        .set({ revoked_at: at.toISOString() })
        .where('account_id', '=', account)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return ended !== undefined;
    },

    async endAll(account, at, except) {
      let query = db
        .updateTable('sessions')
        .set({ revoked_at: at.toISOString() })
        .where('account_id', '=', account)
        .where('revoked_at', 'is', null);
      if (except !== undefined) query = query.where('id', '!=', except);
      return (await query.returning('id').execute()).length;
    },

    async forget(before) {
      const time = before.toISOString();
      await db
        .deleteFrom('sessions')
        .where((row) => row.or([row('expires_at', '<', time), row('revoked_at', '<', time)]))
        .execute();
    },
  };
}
