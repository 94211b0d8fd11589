import type { Choice } from './message.ts';

/** What any messenger can show in its own way. */
export type Block =
  | { readonly block: 'text'; readonly text: string }
  /** Words of the law, shown as they are stored. `marked`: the part that was asked for, as [start, end). */
  | {
      readonly block: 'quote';
      readonly text: string;
      readonly marked?: readonly [number, number] | undefined;
    }
  /** A short line above what belongs to it. */
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'steps'; readonly steps: readonly string[] }
  | { readonly block: 'points'; readonly points: readonly string[] }
  | {
      readonly block: 'choices';
      readonly choices: readonly Choice[];
      /** What to type where there are no buttons; undefined: "Trả lời 1, 2 hoặc 3" with the choices listed. */
      readonly typed?: string | undefined;
    };

/** One thing said: becomes one message, or several where the messenger's limit is reached. */
export type Reply = readonly Block[];
