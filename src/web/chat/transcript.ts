import type { Choice, OutgoingMessage } from '../../ports/channel.ts';
import type { Records, Whereabouts } from '../../ports/store.ts';

/** One line of the talk as the page shows it. */
export type Line =
  | { readonly by: 'person'; readonly text: string }
  | {
      readonly by: 'bot';
      readonly text: string;
      readonly bold: OutgoingMessage['bold'];
      readonly choices: readonly Choice[];
    };

export interface Transcript {
  readonly lines: readonly Line[];
  /** The last thing written is not answered yet. */
  readonly waiting: boolean;
}

const MOST_LINES = 60;

/** The talk of one browser session, oldest first. Choices stay only on the newest message of the bot. */
export async function transcriptOf(who: Whereabouts, { inbox, outbox }: Records): Promise<Transcript> {
  const heard = await inbox.heardFrom(who, MOST_LINES);
  const sent = await outbox.sentTo(who, MOST_LINES);
  const labels = new Map(
    sent.flatMap(({ message }) => message.choices.map(({ press, label }) => [press, label] as const)),
  );
  const all = [
    ...heard.map(({ id, heard: one }) => ({
      at: id,
      line: {
        by: 'person' as const,
        text: one.kind === 'text' ? one.text : one.kind === 'press' ? (labels.get(one.press) ?? '') : '',
      },
    })),
    ...sent.map(({ seq, message }) => ({ at: seq, line: { by: 'bot' as const, ...message } })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const lines = all
    .slice(-MOST_LINES)
    .map(({ line }, nth, shown) => (line.by === 'bot' && nth < shown.length - 1 ? { ...line, choices: [] } : line));
  return { lines, waiting: heard.some(({ answered }) => !answered) };
}
