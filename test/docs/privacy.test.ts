import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERASURES_DAYS, HEARD_BEFORE_DAYS, LIFETIMES, TAKE_BACK_HOURS } from '../../src/base/lifetimes.ts';
import { vi, vietnamese } from '../../src/reply/wording/vi.ts';
import { privacyLines } from '../../src/reply/wording/vi-own-data.ts';
import { settingsFrom } from '../../src/settings.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';

const doc = readFileSync('docs/privacy.md', 'utf8');
const db = openDatabase('file::memory:');
let tables: readonly { readonly name: string; readonly columns: readonly string[] }[];

beforeAll(async () => {
  await migrate(db);
  tables = (await db.introspection.getTables()).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }));
});
afterAll(() => db.destroy());

/** Rows of the tables of tables: name, then the six cells. */
const rows = new Map(
  [...doc.matchAll(/^\| `([a-z_]+)` \|(.+)\|$/gm)].map(([, name = '', cells = '']) => [
    name,
    cells.split('|').map((cell) => cell.trim()),
  ]),
);

describe('docs/privacy.md', () => {
  it('has a row for every table, and for no other', () => {
    expect([...rows.keys()].sort()).toEqual(tables.map(({ name }) => name).sort());
    for (const [name, cells] of rows) expect([name, cells.length]).toEqual([name, 6]);
  });

  it('names every sealed and every hashed column, in the place where it belongs', () => {
    const named = (cell = '') => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, column]) => column).sort();
    for (const { name, columns } of tables) {
      const [, sealed, hashed] = rows.get(name) ?? [];
      expect([name, named(sealed)]).toEqual([name, columns.filter((one) => /(^|_)sealed$/.test(one)).sort()]);
      expect([name, named(hashed)]).toEqual([name, columns.filter((one) => one.endsWith('_hash')).sort()]);
    }
  });

  it('says for each what for, how long, and who can see it', () => {
    for (const [name, [what = '', , , , howLong = '', who = '']] of rows) {
      expect([name, what.length > 5, howLong.length > 2, who.length > 4]).toEqual([name, true, true, true]);
    }
  });

  it('gives the lifetimes that the program keeps', () => {
    const { conversationsDays, referralsMonths, auditMonths, backupsDays, questionsDays } = LIFETIMES;
    for (const line of [
      `| ${conversationsDays} days after the last word;`,
      `| ${referralsMonths} months after it ended |`,
      `| ${auditMonths} months, never less |`,
      `| ${backupsDays} days | \`BACKUP_KEEP_DAYS\` |`,
      `| masked questions for the curators | ${questionsDays} days |`,
      `| ${ERASURES_DAYS} days and as long as a backup is kept |`,
      `| that a message was received that is erased | ${HEARD_BEFORE_DAYS} days |`,
      `| ${TAKE_BACK_HOURS} hours, as long as Telegram allows it |`,
    ]) {
      expect(doc).toContain(line);
    }
    const settings = settingsFrom({ NODE_ENV: 'development' });
    expect({
      ...LIFETIMES,
      conversationsDays: settings.KEEP_CONVERSATIONS_DAYS,
      referralsMonths: settings.KEEP_REFERRALS_MONTHS,
      auditMonths: settings.KEEP_AUDIT_MONTHS,
      backupsDays: settings.BACKUP_KEEP_DAYS,
    }).toEqual(LIFETIMES);
  });
});

describe('/xoa', () => {
  it('nói trước mọi thứ còn lại, và còn bao lâu', () => {
    const kept = { conversationsDays: 41, referralsMonths: 7, auditMonths: 33, backupsDays: 9, questionsDays: 171 };
    const asked = vietnamese(kept).ownData.askErase(1, 'telegram');
    for (const rest of [
      `tin tôi gửi quá ${TAKE_BACK_HOURS} giờ trong Telegram`,
      'điều cán bộ đã đọc',
      'tự hết sau 171 ngày',
      'sổ việc của cán bộ (chỉ có mã, giữ 33 tháng)',
      'số đếm chung',
      'tự hết sau 9 ngày',
      `${ERASURES_DAYS + 9} ngày một dấu mã hoá`,
    ]) {
      expect(asked).toContain(rest);
    }
  });
});

describe('/riengtu', () => {
  it('là đúng mười dòng, mỗi dòng một ý, gửi gọn trong một tin Zalo', () => {
    const lines = vi.smallTalk.privacy.split('\n');
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/^• .+[.”]$/);
    expect(new Set(lines).size).toBe(10);
    expect(vi.smallTalk.privacy.length).toBeLessThan(2_000);
  });

  it('nói đúng những con số đang được đặt, và không con số nào khác', () => {
    const kept = { conversationsDays: 41, referralsMonths: 7, auditMonths: 33, backupsDays: 9, questionsDays: 171 };
    const told = privacyLines(kept).join('\n');
    expect(vietnamese(kept).smallTalk.privacy).toBe(told);
    const numbers = [...told.matchAll(/\d+/g)].map(([number]) => Number(number));
    expect(numbers.sort((a, b) => a - b)).toEqual([7, 9, 33, 41, TAKE_BACK_HOURS, 171]);
    expect(told).toContain('tự xoá 41 ngày sau tin cuối cùng');
    expect(told).toContain('tối đa 171 ngày');
    expect(told).toContain('giữ 7 tháng sau khi xong việc');
    expect(told).toContain('bản sao dự phòng hết sau 9 ngày');
    expect(told).toContain('giữ 33 tháng');
  });

  it.each(['/dulieu', '/xoa', '“rút”', '“Đồng ý”', 'mã hoá', 'Zalo', 'Telegram', 'xoá cuộc trò chuyện'])(
    'nói tới %s',
    (word) => {
      expect(vi.smallTalk.privacy).toContain(word);
    },
  );
});
