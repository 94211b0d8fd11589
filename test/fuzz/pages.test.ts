import { consoleForms } from './console.ts';
import { takesEveryInput } from './every-input.ts';
import { webChat } from './web-chat.ts';

takesEveryInput(webChat);
takesEveryInput(consoleForms);
