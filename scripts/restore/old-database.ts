import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { migrate } from '../../src/store/migrate.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';

/** The last version without changeable keys. */
const OLD_VERSION = '0003-official-texts';
const ROWS_AT_ONCE = 500;
/** How long ago people began to write: so lately that the program, when it starts, has nothing of it to forget. */
const BEGAN_AGO_MS = 7 * 24 * 60 * 60_000;
const STORIES = [
  'cty no luong e hai thang nay chua tra, doi sao a',
  'Chồng tui nhậu về là đánh, con gái mười hai tuổi cũng bị',
  'chủ nhà giữ cọc không trả, tôi phải làm gì',
  'Em trai tôi bị công an giữ từ hôm qua, gia đình chưa được báo',
  'Hàng xóm lấn đất, xã hòa giải hai lần không được',
];

export interface OldSize {
  /** Messages received, and as many sent. */
  readonly messages: number;
  readonly tickets: number;
  /** Revisions of entries. */
  readonly revisions: number;
}

const MESSAGES_EACH = 4;

/** The address of the person who wrote the `nth` message: four messages each. */
export const writerOf = (nth: number): string => `77${String(10_000_000 + Math.floor(nth / MESSAGES_EACH))}`;

/** The platform’s id of the `nth` message. */
export const externalIdOf = (nth: number): string => `${writerOf(nth)}/${nth}`;

/** Fills an empty database as the version before left it: people, their messages both ways, referrals, revisions. */
export async function makeOldDatabase(db: Kysely<Tables>, key: Buffer, size: OldSize): Promise<void> {
  await migrate(db, OLD_VERSION);
  const vault = new Vault(key); // that version derived every key from DATA_KEY
  const channel = 'telegram';
  const began = Date.now() - BEGAN_AGO_MS;
  const at = (nth: number) => new Date(began + nth * 1000).toISOString();
  const id = (nth: number) => String(nth).padStart(12, '0');
  const of = (nth: number) => {
    const address = writerOf(nth);
    return { channel, chat_hash: vault.hash(channel, address), address_sealed: vault.seal(address) };
  };
  const story = (nth: number) => `${STORIES[nth % STORIES.length]} (${nth})`;

  await fill(db, 'inbox', size.messages, (nth) => ({
    id: id(nth),
    ...of(nth),
    message_hash: vault.hash(channel, 'message', externalIdOf(nth)),
    heard_sealed: vault.sealJson({ kind: 'text', text: story(nth) }),
    in_group: 0,
    replies_to_sealed: null,
    state: 'answered',
    attempts: 1,
    due_at: at(nth),
    received_at: at(nth),
    answered_at: at(nth + 1),
  }));
  await fill(db, 'outbox', size.messages, (nth) => ({
    key: `${id(nth)}/0`,
    seq: id(nth),
    ...of(nth),
    message_sealed: vault.sealJson({ text: `Bạn hỏi: ${story(nth)}. Việc cần làm: …`, bold: [], choices: [] }),
    state: 'sent',
    attempts: 1,
    uncertain: 0,
    due_at: at(nth),
    added_at: at(nth),
    sent_at: at(nth + 2),
    external_hash: vault.hash('sent', `${externalIdOf(nth)}/r`),
    note: null,
    ticket_id: null,
  }));
  await fill(db, 'conversations', Math.ceil(size.messages / MESSAGES_EACH), (nth) => {
    const { address_sealed: _, ...who } = of(nth * MESSAGES_EACH);
    const state_sealed = vault.sealJson({ step: { at: 'idle' }, recent: [story(nth)], shown: undefined });
    return { ...who, state_sealed, updated_at: at(nth), blocked_at: null };
  });
  await fill(db, 'tickets', size.tickets, (nth) => ({
    id: id(nth),
    code: `HQ-${id(nth).slice(-7)}`,
    ...of(nth * MESSAGES_EACH),
    province: ['01', '48', '79'][nth % 3] ?? '01',
    lines_sealed: vault.sealJson([story(nth)]),
    contact_sealed: nth % 2 === 0 ? vault.seal('gọi 0912345678') : null,
    consent: 'Tôi đồng ý chuyển câu hỏi này tới trung tâm',
    state: ['waiting', 'answered', 'closed', 'withdrawn'][nth % 4] ?? 'closed',
    rating: null,
    opened_at: at(nth),
    opened_on: at(nth).slice(0, 10),
    changed_at: at(nth + 60),
    awaits: 'staff',
  }));
  await fill(db, 'ticket_words', size.tickets, (nth) => ({
    id: id(nth),
    ticket_id: id(nth),
    by: 'person',
    words_sealed: vault.seal(story(nth)),
    at: at(nth),
    cause: null,
    account_id: null,
    via: null,
  }));
  await fill(db, 'revisions', size.revisions, (nth) => ({
    id: id(nth),
    entry_id: `qa/muc-${nth}`,
    number: 1,
    state: 'published',
    text: `---\nid: qa/muc-${nth}\nquestion: ${story(nth)}\n---\n${story(nth).repeat(20)}`,
    base_text: null,
    stands_on: null,
    origin: 'edit',
    note: '',
    author: 'tk-1',
    created_at: at(nth),
  }));
}

/** One hash over every value of every row, table by table, and how many rows there are. */
export interface Content {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: Readonly<Record<string, string>>;
}

/** The columns that a database has now; `contentOf` looks at these later, whatever was added since. */
export async function columnsOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await db.introspection.getTables();
  return new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
}

/** What stands in these columns, in the order of the first one, which is the key. */
export async function contentOf(db: Kysely<Tables>, columns: ReadonlyMap<string, readonly string[]>): Promise<Content> {
  const rows: Record<string, number> = {};
  const sha256: Record<string, string> = {};
  for (const [table, names] of columns) {
    const [key = ''] = names;
    const hash = createHash('sha256');
    let count = 0;
    for (let after: unknown; ; ) {
      const next = await sql<Record<string, unknown>>`
        select ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)}
        ${after === undefined ? sql`` : sql`where ${sql.ref(key)} > ${after}`}
        order by ${sql.ref(key)} limit 2000`.execute(db);
      for (const row of next.rows) hash.update(JSON.stringify(Object.values(row)));
      count += next.rows.length;
      after = next.rows.at(-1)?.[key];
      if (next.rows.length < 2000) break;
    }
    rows[table] = count;
    sha256[table] = hash.digest('hex');
  }
  return { rows, sha256 };
}

async function fill(
  db: Kysely<Tables>,
  table: keyof Tables,
  count: number,
  rowOf: (nth: number) => Readonly<Record<string, unknown>>,
): Promise<void> {
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, nth) => rowOf(from + nth));
    // The types are those of the newest tables; these are older ones.
    await db
      .insertInto(table)
      .values(rows as never)
      .execute();
  }
}
