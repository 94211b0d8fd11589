/** A process of its own that claims tickets one after the other, for `claim-race.test.ts`: FILE, ACCOUNT, ids … */
import type { AccountId, TicketId } from '../../src/base/ids.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { HUNG_YEN, NINE } from './desk-values.ts';

const [file = '', account = '', ...ids] = process.argv.slice(2);
const store = new SqlStore(openDatabase(`file:${file}`), new Vault(Buffer.alloc(32, 'khoá để thử')), () => account);
const by = { id: account as AccountId, name: account, province: HUNG_YEN };
// The file is open before the word comes.
await store.checkWritable();
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const holders: (string | undefined)[] = [];
  for (const id of ids) {
    holders.push(await store.transaction(({ desk }) => desk.claim(id as TicketId, by, NINE)));
  }
  process.stdout.write(`${JSON.stringify(holders)}\n`);
  await store.close();
  process.stdin.destroy();
});
