import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import type { AccountId } from '../../src/base/ids.ts';
import { beginDraft, submitDraft } from '../../src/flow/entries/edit-entry.ts';
import { importEntries } from '../../src/flow/entries/import-entries.ts';
import { publish, takeBack } from '../../src/flow/entries/publish-entry.ts';
import { know } from '../../src/know.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { collectingLog } from '../channels/collecting-log.ts';
import { BEE_QUESTION, BEES, beeFile } from '../support/bees.ts';
import { RunningBot } from '../support/running-bot.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const LAN = { id: 'lan' as AccountId, role: 'curator' } as const;
const MINH = { id: 'minh' as AccountId, role: 'reviewer' } as const;

describe('an entry that was published', () => {
  let zalo: ZaloPlatform;
  let bot: RunningBot;
  let people = 0;
  beforeAll(async () => {
    zalo = await ZaloPlatform.start();
    bot = await RunningBot.start({ zalo, zaloUpdates: 'polling' });
  });
  afterAll(async () => {
    await bot?.end();
    await zalo?.stop();
  });

  /** What somebody reads who never wrote before. */
  const ask = async (text: string): Promise<string> => {
    people += 1;
    return (await new ZaloPerson(`6ede9afa66b88fe7${people}`, zalo, bot).asks(text)).join('\n');
  };
  const needs = () => ({
    store: bot.app.store,
    knowledge: bot.app.knowledge,
    now: () => bot.now(),
    log: collectingLog(),
  });

  it('is what the next person reads, without a restart', async () => {
    expect(await ask(BEE_QUESTION)).not.toContain('Chủ trại ong phải trả');
    const text = beeFile();
    const { id } = await beginDraft({ entry: BEES, text, origin: 'question', note: 'nhiều người hỏi' }, LAN, needs());
    expect(await submitDraft(id, LAN, needs())).toEqual({ result: 'done' });
    expect(await ask(BEE_QUESTION)).not.toContain('Chủ trại ong phải trả');
    expect(await publish(id, 'đúng Điều 145', MINH, needs())).toMatchObject({ result: 'published', searchable: true });
    expect(await ask(BEE_QUESTION)).toContain('Chủ trại ong phải trả tiền thuốc cho người làm thuê bị ong đốt.');
  });

  it('is there after a restart, from the first message on', async () => {
    await bot.restart();
    expect(await ask(BEE_QUESTION)).toContain('Chủ trại ong phải trả tiền thuốc');
  });

  it('is taken up within seconds where another program published it', async () => {
    const seen = bot.events().filter((event) => event === 'published entries taken up').length;
    const { shipped } = know('knowledge');
    const store = new SqlStore(
      openDatabase(`file:${bot.databaseFile}`),
      new Vault(Buffer.alloc(32, 1)),
      idMaker(() => bot.now()),
    );
    const files = new Map([[BEES, beeFile('Chủ trại ong phải lo đủ tiền viện và tiền công những ngày nghỉ.')]]);
    const imported = await importEntries(files, { as: 'published' }, 'duyệt ở máy khác', {
      store,
      shipped,
      now: () => bot.now(),
    });
    expect(imported).toMatchObject({ result: 'imported', changed: [BEES] });
    await store.close();
    await bot.hasLogged('published entries taken up', seen + 1);
    expect(await ask(BEE_QUESTION)).toContain('lo đủ tiền viện và tiền công');
  });

  it('is answered no more once a reviewer took it back', async () => {
    expect(await takeBack(BEES, 'sai điều luật', MINH, needs())).toEqual({ result: 'taken-back', searchable: true });
    expect(await ask(BEE_QUESTION)).not.toContain('Chủ trại ong');
  });
});
