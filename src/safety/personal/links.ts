import type { PersonalKind } from './reading.ts';

/** Found in the characters themselves, before the text is read as words. */
export interface Link {
  readonly kind: Extract<PersonalKind, 'email' | 'link' | 'handle'>;
  readonly start: number;
  readonly end: number;
}

const END = '[^\\s\\[\\]<>"“”]*';
const WITH_SCHEME = `(?:https?://|www\\.)${END}`;
/** Short links of messengers have short endings that are words too (`ba.me`): only with what comes after. */
const SHORT_LINK = `(?:zalo|m|fb|wa|t|youtu)\\.(?:me|be)/${END}`;
const BARE = `(?:[a-z0-9-]{1,40}\\.){1,3}(?:com|vn|net|org|info|xyz|io|app|shop|online)(?![\\p{L}\\p{M}\\p{N}])(?:/${END})?`;
const LINK = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}@.-])(?:${WITH_SCHEME}|${SHORT_LINK}|${BARE})`, 'giu');
/** The state's own pages, without what stands behind the first slash: there may be the number of a file. */
const STATE_PAGE = /^(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){0,4}gov\.vn\/?$/i;
const END_OF_SENTENCE = /[.,;:!?)]+$/;

/** With the marks that a letter may carry behind it: "ế" is one letter, however it is written. */
const BEFORE_AT = /(?:[\p{L}\p{N}._%+-]\p{M}*){0,64} ?$/u;
const AFTER_AT = /^ ?(?:[\p{L}\p{N}_-]\p{M}*){1,40}(?:\.(?:[\p{L}\p{N}_-]\p{M}*){1,40}){0,4}/u;
/** A letter and two marks, as "ế" is written decomposed. */
const LONGEST_LETTER = 3;
const LONGEST_BEFORE_AT = 65 * LONGEST_LETTER;
const LONGEST_AFTER_AT = 206 * LONGEST_LETTER;
const FEWEST_IN_HANDLE = 3;

/** E-mail addresses, web addresses and names of accounts that begin with `@`, in the order of the text. */
export function linksIn(text: string): readonly Link[] {
  const mails = mailsIn(text);
  const links = [...text.matchAll(LINK)]
    .map(({ 0: found, index }) => ({ found: found.replace(END_OF_SENTENCE, ''), start: index }))
    .filter(({ found }) => !STATE_PAGE.test(found))
    .map(({ found, start }): Link => ({ kind: 'link', start, end: start + found.length }))
    .filter(({ start, end }) => !mails.some((mail) => mail.start < end && start < mail.end));
  return [...mails, ...links].sort((a, b) => a.start - b.start);
}

function mailsIn(text: string): readonly Link[] {
  const mails: Link[] = [];
  let free = 0; // nothing before it belongs to another address
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < free) continue;
    const before = BEFORE_AT.exec(text.slice(Math.max(free, at - LONGEST_BEFORE_AT), at))?.[0] ?? '';
    const after = AFTER_AT.exec(text.slice(at + 1, at + 1 + LONGEST_AFTER_AT))?.[0] ?? '';
    const spaced = before.endsWith(' ') || after.startsWith(' ');
    const end = at + 1 + after.length;
    if (
      after.includes('.') &&
      before.trim() !== '' &&
      (!spaced || /^ ?(?:gmail|yahoo|hotmail|outlook|icloud)\./i.test(after))
    ) {
      mails.push({ kind: 'email', start: at - before.length, end });
    } else if (before.trim() === '' && !after.startsWith(' ') && after.normalize('NFC').length >= FEWEST_IN_HANDLE) {
      mails.push({ kind: 'handle', start: at, end });
    } else continue;
    free = end;
  }
  return mails;
}
