import type { Capabilities, Channel, Delivery, IncomingMessage } from '../../ports/channel.ts';
import { CAPABILITIES } from '../capabilities.ts';

/**
 * The web chat. Its page reads what was sent from the outbox, so sending is no more than allowing the page to show it.
 * What people write comes in through the page's own form, not through a webhook.
 */
export class WebChannel implements Channel {
  readonly name = 'web';
  readonly capabilities: Capabilities = CAPABILITIES.web;
  readonly inHouse = true;

  async read(): Promise<readonly IncomingMessage[]> {
    return [];
  }

  async send(): Promise<Delivery> {
    return { result: 'sent', externalId: 'shown on the page' };
  }
}
