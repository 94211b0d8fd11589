import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, vietnamDay } from '../../src/base/days.ts';
import { AppError } from '../../src/base/errors.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { type Finding, good, look, mend } from './finding.ts';

const HOTLINES_FILE = 'hotlines.yaml';
/** How `knowledge/hotlines.yaml` tells when somebody last tried the numbers. */
const VERIFIED = /^# Kiểm chứng lần cuối: (\d{4}-\d{2}-\d{2})/m;
const HOTLINES_GOOD_FOR_DAYS = 183;
const DAY_MS = 24 * 60 * 60_000;

/** Can the bot answer from this folder, and has somebody read it lately? */
export function checkKnowledge(folder: string, now: Date): readonly Finding[] {
  try {
    const { entries, faults } = readKnowledge(folder);
    if (entries.length === 0) {
      return [
        mend('knowledge', `no entry can be read in ${folder}`, 'set KNOWLEDGE_DIR to the folder that was shipped'),
      ];
    }
    const today = vietnamDay(now);
    const late = entries.filter(({ reviewBy }) => reviewBy < today).length;
    const read = `${entries.length} entries`;
    return [
      faults.length > 0
        ? mend(
            'knowledge',
            `${read}, ${faults.length} faults; what is at fault is left out`,
            'npm run kb:check tells each',
          )
        : good('knowledge', `${read}, no fault`),
      late > 0
        ? look('review of entries', `${late} are past their review day`, 'curators find them at /console/due')
        : good('review of entries', 'none is past its review day'),
      checkHotlines(readFileSync(join(folder, HOTLINES_FILE), 'utf8'), today),
    ];
  } catch (fault) {
    const why = fault instanceof AppError ? fault.message : 'a file cannot be opened';
    return [mend('knowledge', why, 'check KNOWLEDGE_DIR and that the folder may be read')];
  }
}

function checkHotlines(text: string, today: Day): Finding {
  const day = VERIFIED.exec(text)?.[1];
  if (day === undefined) {
    return look(
      'hotlines',
      `${HOTLINES_FILE} does not say when its numbers were tried`,
      'call each, then write the day',
    );
  }
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  return days > HOTLINES_GOOD_FOR_DAYS
    ? look('hotlines', `were last tried on ${day}`, 'call each number, then write the day into the file')
    : good('hotlines', `last tried on ${day}`);
}
