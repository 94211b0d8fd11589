import type { AccountId } from '../../../base/ids.ts';
import type { WorkingTime } from '../../../base/working-time.ts';
import type { SeenTicket } from '../../../flow/desk/look.ts';
import type { FoundPassage } from '../../../flow/desk/passages.ts';
import type { FoundCitation } from '../../../flow/find-citations.ts';
import type { Shell } from '../kit/shell.ts';
import type { Refusal, Told } from './wording.ts';

/** What stands in the answer form, and what it led to. */
export interface AnswerState {
  readonly words: string;
  readonly fault?: string | undefined;
  /** The answer as the messenger will show it, message by message. */
  readonly preview?: readonly string[] | undefined;
  /** What was typed to find law by, and what was found. */
  readonly cite?: { readonly typed: string; readonly found: readonly FoundCitation[] } | undefined;
}

/** What was typed into the other forms when one of them was refused. */
export interface OtherForms {
  readonly note?: { readonly words: string; readonly fault: string } | undefined;
  readonly transfer?:
    | {
        readonly to: string;
        readonly reason: string;
        readonly faults: { readonly to?: string | undefined; readonly reason?: string | undefined };
      }
    | undefined;
}

/** Everything that the page of a ticket is made of. */
export interface TicketPageProps {
  readonly shell: Shell;
  readonly me: AccountId;
  readonly seen: SeenTicket;
  readonly passages: readonly FoundPassage[];
  readonly answer: AnswerState;
  readonly others: OtherForms;
  readonly told?: Told | undefined;
  readonly refused?: { readonly why: Refusal; readonly who: string } | undefined;
  /** A key for each form: what is sent twice acts once. */
  readonly once: () => string;
  readonly now: Date;
  readonly workingTime: WorkingTime;
  readonly centres: readonly { readonly province: string; readonly name: string }[];
  /** Longest message of the person's messenger. */
  readonly textLimit: number;
  /** The whole talk, also where it is long. */
  readonly whole: boolean;
}
