import { channelDown } from './channel-down.ts';
import { clockJump } from './clock-jump.ts';
import { databaseLocked } from './database-locked.ts';
import { diskFull } from './disk-full.ts';
import type { Drill } from './drill.ts';
import { duplicatesAndReorder } from './duplicates-and-reorder.ts';
import { kill } from './kill.ts';
import { poison } from './poison.ts';
import { staffAnswers } from './staff-answers.ts';
import { telegram5xxAndCut } from './telegram-5xx-and-cut.ts';
import { telegram429 } from './telegram-429.ts';
import { webhookRetry } from './webhook-retry.ts';
import { zaloOddAnswers } from './zalo-odd-answers.ts';

/** In the order in which they run. Their shares make 100,000 messages. */
export const DRILLS: readonly Drill[] = [
  duplicatesAndReorder,
  webhookRetry,
  kill,
  diskFull,
  databaseLocked,
  clockJump,
  telegram429,
  telegram5xxAndCut,
  zaloOddAnswers,
  poison,
  channelDown,
  staffAnswers,
];
