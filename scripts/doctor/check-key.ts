import type { Kysely } from 'kysely';
import type { Settings } from '../../src/settings.ts';
import { sealedSamples } from '../../src/store/sealed-columns.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { type Finding, good, look, mend } from './finding.ts';

const SAMPLES_PER_TABLE = 10;

/** Do DATA_KEY and DATA_KEY_OLD open what the database holds? Tries the newest rows; nothing of them is shown or kept. */
export async function checkKey(
  db: Kysely<Tables>,
  { DATA_KEY, DATA_KEY_OLD }: Pick<Settings, 'DATA_KEY' | 'DATA_KEY_OLD'>,
): Promise<Finding> {
  const old = DATA_KEY_OLD === undefined ? undefined : Buffer.from(DATA_KEY_OLD, 'base64');
  const vault = new Vault(Buffer.from(DATA_KEY, 'base64'), { old });
  const samples = await sealedSamples(db, SAMPLES_PER_TABLE);
  const opened = samples.filter((sealed) => opens(vault, sealed)).length;
  if (samples.length === 0) return good('DATA_KEY', 'nothing is sealed yet');
  if (opened === samples.length) return good('DATA_KEY', `opens all of ${samples.length} samples of this database`);
  return opened === 0
    ? mend(
        'DATA_KEY',
        `opens none of ${samples.length} samples: it is not the key of this database`,
        'set the key it was written with; where it was changed, that one as DATA_KEY_OLD (docs/backup.md)',
      )
    : look(
        'DATA_KEY',
        `${samples.length - opened} of ${samples.length} samples cannot be opened`,
        'was a key changed without npm run rotate-key? Set the earlier one as DATA_KEY_OLD',
      );
}

function opens(vault: Vault, sealed: string): boolean {
  try {
    vault.open(sealed);
    return true;
  } catch {
    return false;
  }
}
