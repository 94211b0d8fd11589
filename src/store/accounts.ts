import type { Kysely, Selectable } from 'kysely';
import type { AccountId } from '../base/ids.ts';
import type { Accounts, Credentials, KeptAccount } from '../ports/accounts.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

type Row = Selectable<Tables['accounts']>;

/** Who may sign in. Names and logins are sealed, codes hashed. `db` is a transaction. */
export function accountsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Accounts {
  const loginHash = (login: string) => vault.hash('login', login);
  const codeHash = (id: AccountId, code: string) => vault.hash('recovery-code', id, code);
  const rows = () => db.selectFrom('accounts').selectAll();
  const change = (id: AccountId) => db.updateTable('accounts').where('id', '=', id);

  const kept = (row: Row): KeptAccount => ({
    id: row.id as AccountId,
    login: vault.open(row.login_sealed),
    name: vault.open(row.name_sealed),
    role: row.role,
    province: row.province ?? undefined,
    language: row.language,
    state: row.state,
    createdAt: new Date(row.created_at),
    signedInAt: row.signed_in_at === null ? undefined : new Date(row.signed_in_at),
  });
  const credentialsOf = (row: Row): Credentials => ({
    account: kept(row),
    passwordHash: row.password_hash,
    totpSecret: vault.open(row.totp_sealed),
    totpLastStep: row.totp_last_step,
  });

  return {
    async add({ login, name, role, province, language, passwordHash, totpSecret, totpLastStep, by, at }) {
      const row = await db
        .insertInto('accounts')
        .values({
          id: newId(),
          login_hash: loginHash(login),
          login_sealed: vault.seal(login),
          name_sealed: vault.seal(name),
          role,
          province: province ?? null,
          password_hash: passwordHash,
          totp_sealed: vault.seal(totpSecret),
          totp_last_step: totpLastStep,
          state: 'active',
          language,
          created_at: at.toISOString(),
          created_by: by ?? null,
          signed_in_at: null,
        })
        .onConflict((conflict) => conflict.column('login_hash').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row?.id as AccountId | undefined;
    },

    async find(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && kept(row);
    },

    async findByLogin(login) {
      const row = await rows().where('login_hash', '=', loginHash(login)).executeTakeFirst();
      return row && kept(row);
    },

    async list({ role, province, state }, limit, before) {
      let query = rows().orderBy('id', 'desc').limit(limit);
      if (role !== undefined) query = query.where('role', '=', role);
      if (province !== undefined) query = query.where('province', '=', province);
      if (state !== undefined) query = query.where('state', '=', state);
      if (before !== undefined) query = query.where('id', '<', before);
      return (await query.execute()).map(kept);
    },

    async names(ids) {
      if (ids.length === 0) return new Map();
      const found = await db.selectFrom('accounts').select(['id', 'name_sealed']).where('id', 'in', ids).execute();
      return new Map(found.map((row) => [row.id as AccountId, vault.open(row.name_sealed)]));
    },

    async count() {
      const { n } = await db
        .selectFrom('accounts')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },

    async countAdmins() {
      // Writing to the rows, even the same, is what holds them on both databases.
      const held = await db
        .updateTable('accounts')
        .set({ role: 'admin' })
        .where('role', '=', 'admin')
        .where('state', '=', 'active')
        .returning('id')
        .execute();
      return held.length;
    },

    async credentials(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && credentialsOf(row);
    },

    async credentialsByLogin(login) {
      const row = await rows().where('login_hash', '=', loginHash(login)).executeTakeFirst();
      return row && credentialsOf(row);
    },

    async setPassword(id, hash) {
      await change(id).set({ password_hash: hash }).execute();
    },

    async setSecondFactor(id, { totpSecret, totpLastStep }) {
      await change(id)
        .set({ totp_sealed: vault.seal(totpSecret), totp_last_step: totpLastStep })
        .execute();
    },

    async useStep(id, step) {
      const used = await change(id)
        .set({ totp_last_step: step })
        .where('totp_last_step', '<', step)
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },

    async setRecoveryCodes(id, codes) {
      await db.deleteFrom('recovery_codes').where('account_id', '=', id).execute();
      await db
        .insertInto('recovery_codes')
        .values(codes.map((code) => ({ code_hash: codeHash(id, code), account_id: id, used_at: null })))
        .execute();
    },

    async useRecoveryCode(id, code, at) {
      const used = await db
        .updateTable('recovery_codes')
        .set({ used_at: at.toISOString() })
        .where('code_hash', '=', codeHash(id, code))
        .where('used_at', 'is', null)
        .returning('code_hash')
        .executeTakeFirst();
      return used !== undefined;
    },

    async countRecoveryCodes(id) {
      const { n } = await db
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('account_id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(n);
    },

    async setState(id, state) {
      await change(id).set({ state }).execute();
    },

    async setRole(id, role, province) {
      await change(id)
        .set({ role, province: province ?? null })
        .execute();
    },

    async setLanguage(id, language) {
      await change(id).set({ language }).execute();
    },

    async markSignedIn(id, at) {
      await change(id).set({ signed_in_at: at.toISOString() }).execute();
    },
  };
}
