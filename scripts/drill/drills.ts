import { channelDown } from './channel-down.ts';
import { clockJump } from './clock-jump.ts';
import { databaseLocked } from './database-locked.ts';
import { diskFull } from './disk-full.ts';
import type { Drill } from './drill.ts';
import { duplicatesAndReorder } from './duplicates-and-reorder.ts';
import { kill } from './kill.ts';
import { poison } from './poison.ts';
import { secondProcess } from './second-process.ts';
import { serverAway } from './server-away.ts';
import { sessionsEnded } from './sessions-ended.ts';
import { staffAnswers } from './staff-answers.ts';
import { tablesLocked } from './tables-locked.ts';
import { telegram5xxAndCut } from './telegram-5xx-and-cut.ts';
import { telegram429 } from './telegram-429.ts';
import { tooManyConnections } from './too-many-connections.ts';
import { webhookRetry } from './webhook-retry.ts';
import { zaloOddAnswers } from './zalo-odd-answers.ts';

const DRILLS: readonly Drill[] = [
  duplicatesAndReorder,
  webhookRetry,
  kill,
  diskFull,
  databaseLocked,
  serverAway,
  sessionsEnded,
  tablesLocked,
  tooManyConnections,
  secondProcess,
  clockJump,
  telegram429,
  telegram5xxAndCut,
  zaloOddAnswers,
  poison,
  channelDown,
  staffAnswers,
];

/** Those that can be run on a database, in the order in which they run. Their shares make 100,000 messages. */
export function drillsOn(database: 'sqlite' | 'postgres'): readonly Drill[] {
  return DRILLS.filter(({ on }) => on === undefined || on === database);
}
