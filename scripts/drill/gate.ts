import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A door on this machine before a server: what goes through it can be cut off, without touching the server itself. */
export class Gate {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #port = 0;

  private constructor(host: string, port: number) {
    this.#server = createServer((inside) => {
      const outside = connect(port, host);
      for (const [socket, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        this.#open.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.#open.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  }

  static async before(host: string, port: number): Promise<Gate> {
    const gate = new Gate(host, port);
    await gate.open();
    return gate;
  }

  get port(): number {
    return this.#port;
  }

  /** Lets through again, at the same port. */
  async open(): Promise<void> {
    if (this.#server.listening) return;
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Cuts every connection, whatever it is in the middle of, and refuses new ones. */
  async shut(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}
