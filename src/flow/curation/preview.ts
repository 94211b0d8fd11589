import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { ChannelName } from '../../ports/channel.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities, OutgoingMessage } from '../../reply/message.ts';
import { type Rendering, render } from '../../reply/render.ts';

/** The channels on which people read answers. */
const PREVIEWED = ['telegram', 'zalo', 'web'] as const satisfies readonly ChannelName[];

export interface Preview {
  readonly channel: (typeof PREVIEWED)[number];
  /** Exactly what is sent, in order. */
  readonly messages: readonly OutgoingMessage[];
}

/** An entry as each channel sends it to somebody whose question it answers. */
export function previewsOf(
  entry: KnowledgeEntry,
  needs: { readonly rendering: Rendering; readonly capabilities: (channel: ChannelName) => Capabilities },
): readonly Preview[] {
  const { rendering, capabilities } = needs;
  const reply = render({ say: 'entry', entry, mayRefer: true, mayRate: true }, rendering);
  return PREVIEWED.map((channel) => ({
    channel,
    messages: layOut(reply, capabilities(channel), rendering.wording),
  }));
}
