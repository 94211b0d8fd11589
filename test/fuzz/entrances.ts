import { askBatch, asking } from './asking.ts';
import { consoleForms } from './console.ts';
import type { Entrance } from './entrance.ts';
import { entryFiles } from './entry-files.ts';
import { lawFiles } from './law-files.ts';
import { staffGroups, telegram } from './telegram.ts';
import { webChat } from './web-chat.ts';
import { zalo } from './zalo.ts';

/** Every way into the program. */
export const ENTRANCES: readonly Entrance[] = [
  telegram,
  zalo,
  staffGroups,
  webChat,
  consoleForms,
  lawFiles,
  entryFiles,
  asking,
  askBatch,
];
