import type { ChannelName } from '../../ports/channel.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities } from '../../reply/message.ts';
import type { Wording } from '../../reply/wording/wording.ts';
import { withExamples } from '../../service/texts.ts';

/** A text as people on a channel read it. */
export interface TextPreview {
  readonly channel: ChannelName;
  /** Cut to what the channel takes. */
  readonly messages: readonly string[];
  /** Longest message that the channel takes, in characters. */
  readonly limit: number;
}

const SHOWN: readonly ChannelName[] = ['zalo', 'telegram', 'web'];

/** A text of the bot with examples in its placeholders, as each channel shows it. */
export function previewText(
  text: string,
  capabilities: (channel: ChannelName) => Capabilities,
  wording: Wording,
): readonly TextPreview[] {
  return SHOWN.map((channel) => {
    const can = capabilities(channel);
    const messages = layOut([{ block: 'text', text: withExamples(text) }], can, wording);
    return { channel, messages: messages.map((message) => message.text), limit: can.textLimit };
  });
}
