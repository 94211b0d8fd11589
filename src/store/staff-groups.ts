import type { Kysely, Selectable } from 'kysely';
import type { ChannelName } from '../ports/channel.ts';
import { ADMIN_GROUPS, type LinkedGroup, type StaffGroups, type Whereabouts } from '../ports/store.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** The groups in which staff of a centre read and answer. `db` is a transaction. */
export function staffGroupsIn(db: Kysely<Tables>, vault: Vault): StaffGroups {
  const chat = ({ channel, address }: Whereabouts) => vault.hash(channel, address);
  const codeHash = (code: string) => vault.hash('link-code', code.toUpperCase());
  /** What still waits to be posted about referrals stays with us: who is in the group may be why it was unlinked. */
  const keepBack = (group: string) =>
    db
      .updateTable('outbox')
      .set({ state: 'given-up', note: 'group unlinked' })
      .where('chat_hash', '=', group)
      .where('state', '=', 'waiting')
      .where('ticket_id', 'is not', null)
      .execute();

  return {
    async addLinkCode(code, province, expiresAt) {
      await db
        .insertInto('link_codes')
        .values({ code_hash: codeHash(code), province, expires_at: expiresAt.toISOString(), used_at: null })
        .execute();
    },

    async useLinkCode(code, now) {
      const row = await db
        .updateTable('link_codes')
        .set({ used_at: now.toISOString() })
        .where('code_hash', '=', codeHash(code))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.toISOString())
        .returning('province')
        .executeTakeFirst();
      return row?.province;
    },

    async link(group, province, at) {
      const values = {
        channel: group.channel,
        address_sealed: vault.seal(group.address),
        province,
        linked_at: at.toISOString(),
      };
      await db
        .insertInto('staff_groups')
        .values({ chat_hash: chat(group), ...values })
        .onConflict((conflict) => conflict.column('chat_hash').doUpdateSet(values))
        .execute();
    },

    async unlink(group) {
      await db.deleteFrom('staff_groups').where('chat_hash', '=', chat(group)).execute();
      await keepBack(chat(group));
    },

    async provinceOf(group) {
      const row = await db
        .selectFrom('staff_groups')
        .select('province')
        .where('chat_hash', '=', chat(group))
        .executeTakeFirst();
      return row?.province;
    },

    async groupsOf(province) {
      const rows = await db
        .selectFrom('staff_groups')
        .select(['channel', 'address_sealed'])
        .where('province', '=', province)
        .orderBy('linked_at')
        .execute();
      return rows.map((row) => ({ channel: row.channel as ChannelName, address: vault.open(row.address_sealed) }));
    },

    async linkedProvinces() {
      const rows = await db
        .selectFrom('staff_groups')
        .select('province')
        .distinct()
        .where('province', '<>', ADMIN_GROUPS)
        .execute();
      return rows.map(({ province }) => province);
    },

    async list() {
      const rows = await db
        .selectFrom('staff_groups')
        .select(LISTED)
        .orderBy('province')
        .orderBy('linked_at')
        .execute();
      return rows.map(listed);
    },

    async unlinkById(id) {
      const row = await db.deleteFrom('staff_groups').where('chat_hash', '=', id).returning(LISTED).executeTakeFirst();
      if (!row) return undefined;
      await keepBack(id);
      return listed(row);
    },
  };
}

const LISTED = ['chat_hash', 'channel', 'province', 'linked_at'] as const;

/** The id is the keyed hash of the group: without our key it says nothing. */
function listed(row: Pick<Selectable<Tables['staff_groups']>, (typeof LISTED)[number]>): LinkedGroup {
  return {
    id: row.chat_hash,
    channel: row.channel as ChannelName,
    province: row.province,
    linkedAt: new Date(row.linked_at),
  };
}
