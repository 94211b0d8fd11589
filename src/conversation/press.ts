import type { EntryId, TicketId } from '../base/ids.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { ContentsPress, LawPress, LookPress } from './law-press.ts';

/**
 * What a choice means, as text that travels through a messenger and back: at most 60 bytes of ASCII. It carries its
 * own meaning, so a button of an old message is understood or refused, never misread.
 */
export type Press =
  | `entry:${EntryId}`
  | `language:${string}:${EntryId}`
  /** The words of an article, the contents of an instrument, one of several laws of a name: see `law-press.ts`. */
  | LawPress
  | ContentsPress
  | LookPress
  | 'referral'
  | 'offer:no'
  | 'review:next'
  | `province:${ProvinceCode}`
  | 'contact:skip'
  | 'reach:skip'
  /** What staff wrote may come now; or not now. */
  | 'discreet:see'
  | 'discreet:later'
  /** Quick exit from the web chat; with everything that was passed on. */
  | 'leave'
  | 'leave:erase'
  | 'consent:yes'
  | 'cancel'
  | `withdraw:${TicketId}`
  | `transfer:${'yes' | 'no'}:${ProvinceCode}:${TicketId}`
  | 'back-to-bot'
  /** An answer helped, or did not. Short beginnings, for an entry's id may have 56 bytes. */
  | `h+:${EntryId}`
  | `h-:${EntryId}`
  /** Why it did not: the number of the reason in `UNHELPFUL_REASONS`, from 1. */
  | `r${number}:${EntryId}`
  | 'rate:helpful'
  | 'rate:partly'
  | 'rate:not-helpful';
