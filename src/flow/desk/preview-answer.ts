import type { TicketView } from '../../ports/desk.ts';
import { layOut } from '../../reply/lay-out.ts';
import type { Capabilities, OutgoingMessage } from '../../reply/message.ts';
import { render } from '../../reply/render.ts';
import type { Knowledge } from '../knowledge-on.ts';

/** An answer exactly as the person's messenger will show it, in as many messages as it takes. */
export function previewAnswer(
  words: string,
  { code, province }: Pick<TicketView, 'code' | 'province'>,
  { centre, rendering }: Pick<Knowledge, 'centre' | 'rendering'>,
  can: Capabilities,
): readonly OutgoingMessage[] {
  return layOut(
    render({ say: 'staff-message', words, centre: centre(province), code }, rendering),
    can,
    rendering.wording,
  );
}
