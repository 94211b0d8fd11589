import { takesEveryInput } from './every-input.ts';
import { staffGroups, telegram } from './telegram.ts';
import { zalo } from './zalo.ts';

takesEveryInput(telegram);
takesEveryInput(zalo);
takesEveryInput(staffGroups);
