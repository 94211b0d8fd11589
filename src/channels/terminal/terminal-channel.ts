import type { Writable } from 'node:stream';
import type { Capabilities, Channel, Delivery, IncomingMessage, OutgoingMessage } from '../../ports/channel.ts';
import { CAPABILITIES } from '../capabilities.ts';

/** The same bot in a terminal: prints what it says. What is typed is handed to `flow/receive` by whoever reads the keyboard. */
export class TerminalChannel implements Channel {
  readonly name = 'terminal';
  readonly capabilities: Capabilities = CAPABILITIES.terminal;
  readonly #output: Writable;
  #sent = 0;

  constructor(output: Writable) {
    this.#output = output;
  }

  /** A terminal makes no webhook calls. */
  async read(): Promise<readonly IncomingMessage[]> {
    return [];
  }

  async send(_to: string, { text }: OutgoingMessage): Promise<Delivery> {
    this.#output.write(`\n${text}\n\n`);
    this.#sent += 1;
    return { result: 'sent', externalId: String(this.#sent) };
  }
}
