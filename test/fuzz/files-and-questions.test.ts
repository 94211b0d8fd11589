import { askBatch, asking } from './asking.ts';
import { entryFiles } from './entry-files.ts';
import { takesEveryInput } from './every-input.ts';
import { lawFiles } from './law-files.ts';

takesEveryInput(lawFiles);
takesEveryInput(entryFiles);
takesEveryInput(asking);
takesEveryInput(askBatch);
