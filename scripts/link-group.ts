/** `npm run link-group -- "Hưng Yên"`: a one-time code that links a Telegram group to the centre of a province. */
import { randomBytes } from 'node:crypto';
import { config } from 'dotenv';
import { LINK_CODE_BYTES, linkCode } from '../src/referral/link-code.ts';
import { placeIn } from '../src/referral/place.ts';
import { settingsFrom } from '../src/settings.ts';
import { readKnowledge } from '../src/store/knowledge-files.ts';
import { openStore } from './open-store.ts';

const USAGE =
  'npm run link-group -- "tên tỉnh"   a code, valid once and for 7 days, that links a Telegram group to its centre\n';
const VALID_MS = 7 * 24 * 60 * 60_000;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const name = process.argv.slice(2).join(' ').trim();
  const place = placeIn(name, readKnowledge(settings.KNOWLEDGE_DIR).provinces);
  if (place.kind !== 'found') {
    const which =
      place.kind === 'several'
        ? `could be ${place.provinces.map(({ shortName }) => shortName).join(', ')}`
        : 'is no province';
    throw new Error(`"${name}" ${which}.\n\n${USAGE}`);
  }
  const store = await openStore(settings);
  const code = linkCode(randomBytes(LINK_CODE_BYTES));
  await store.transaction(({ staffGroups }) =>
    staffGroups.addLinkCode(code, place.province.code, new Date(Date.now() + VALID_MS)),
  );
  await store.close();
  process.stdout.write(
    `${place.province.name}: gửi trong nhóm Telegram của trung tâm, trong 7 ngày:\n\n  /lienket ${code}\n`,
  );
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
