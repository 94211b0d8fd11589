import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What goes wrong with one call of the bot, whatever the platform. */
export type AnyTrouble =
  /** Any answer at all, for example a gateway's page. With `after` it comes when the call had its effect already. */
  | { readonly status: number; readonly body: string; readonly after?: boolean }
  /** The connection is cut before anything happened. */
  | 'cut'
  /** The connection is cut after the call had its effect. */
  | 'cut-after'
  /** The connection is cut after the call had its effect, in the middle of the answer that says so. */
  | 'cut-within'
  /** The platform says that it did it, and did nothing: something is lost, and whoever counts must find out. */
  | 'swallow'
  /** No answer ever comes. */
  | 'hang';

export interface PlatformCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer as it goes over the wire. */
export interface PlatformAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * An emulated messenger on a port of this machine: it can go away and come back at the same address, and its calls can go
 * wrong.
 */
export abstract class PlatformServer<Refusal extends object, Arrival> {
  readonly token: string;
  /** What arrived at people, in order. */
  readonly sent: Arrival[] = [];
  /** Every call that was understood, also those that failed. */
  readonly calls: PlatformCall[] = [];
  webhook: { url: string; secret: string } | undefined;
  /** Says for each call what goes wrong with it, where `failNext` says nothing. */
  rule: ((call: PlatformCall) => Refusal | AnyTrouble | undefined) | undefined;

  protected readonly news = new EventEmitter().setMaxListeners(0);
  readonly #next: { readonly method: string; readonly trouble: Refusal | AnyTrouble }[] = [];
  readonly #idleMs: number | undefined;
  #server: Server;
  #port = 0;

  protected constructor(token: string, idleMs: number | undefined) {
    this.token = token;
    this.#idleMs = idleMs;
    this.#server = this.#newServer();
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens, at the address of before where there was one. */
  async comeBack(): Promise<void> {
    if (this.#server.listening) return;
    this.#server = this.#newServer();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Cuts every connection and refuses new ones, until `comeBack`. */
  async goDown(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  stop(): Promise<void> {
    return this.goDown();
  }

  /** The next `times` calls of `method` go wrong. */
  failNext(trouble: Refusal | AnyTrouble, method = 'sendMessage', times = 1): void {
    for (let nth = 0; nth < times; nth += 1) this.#next.push({ method, trouble });
  }

  /** Resolves at the next call of `method`, before it is answered. Calls of before do not count. */
  async called(method: string): Promise<void> {
    for (;;) {
      const [latest] = await once(this.news, 'call');
      if (latest === method) return;
    }
  }

  /** Resolves when at least `count` messages arrived at people. */
  async hasSent(count: number): Promise<void> {
    while (this.sent.length < count) await once(this.news, 'sent');
  }

  /** Carries a call out. `answered` is whether the bot will be told. */
  protected abstract carryOut(
    call: PlatformCall,
    answer: ServerResponse,
    answered: boolean,
  ): PlatformAnswer | Promise<PlatformAnswer>;

  /** How it says no. */
  protected abstract refusal(refusal: Refusal): PlatformAnswer;

  /** What it answers to a token of nobody. */
  protected abstract unauthorized(): PlatformAnswer;

  /** What it answers to a message that it took and lost. */
  protected abstract swallowed(): PlatformAnswer;

  protected arrived(message: Arrival): void {
    this.sent.push(message);
    this.news.emit('sent');
  }

  /** Resolves when there are updates, and at the latest when the poll has taken its time or the bot went away. */
  protected async untilUpdates(areThere: () => boolean, askedMs: number, answer: ServerResponse): Promise<void> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), this.#idleMs ?? askedMs);
    answer.on('close', () => silence.abort());
    try {
      while (!areThere()) await once(this.news, 'update', { signal: silence.signal });
    } catch {
      // Nobody wrote in time.
    } finally {
      clearTimeout(timer);
    }
  }

  #newServer(): Server {
    return createServer((call, answer) => {
      this.#handle(call, answer).catch(() => answer.destroy());
    });
  }

  async #handle(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = (await json(incoming)) as Record<string, unknown>;
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w*)$/.exec(incoming.url ?? '') ?? [];
    const call = { method, body };
    this.calls.push(call);
    const trouble = this.#troubleOf(call);
    this.news.emit('call', method);
    const carryOut = async (answered: boolean) =>
      token === this.token ? this.carryOut(call, answer, answered) : this.unauthorized();
    if (trouble === undefined) return write(answer, await carryOut(true));
    switch (trouble) {
      case 'hang':
        return;
      case 'cut':
        return void answer.destroy();
      case 'cut-after':
        await carryOut(false);
        return void answer.destroy();
      case 'cut-within': {
        const text = JSON.stringify((await carryOut(false)).body);
        answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        answer.write(text.slice(0, text.length / 2), () => answer.destroy());
        return;
      }
      case 'swallow':
        return write(answer, this.swallowed());
    }
    if (!('status' in trouble)) return write(answer, this.refusal(trouble as Refusal));
    if (trouble.after) await carryOut(false);
    answer.writeHead(trouble.status, { 'content-type': 'text/html' }).end(trouble.body);
  }

  #troubleOf(call: PlatformCall): Refusal | AnyTrouble | undefined {
    const nth = this.#next.findIndex((next) => next.method === call.method);
    return nth < 0 ? this.rule?.(call) : this.#next.splice(nth, 1)[0]?.trouble;
  }
}

/** Of an emulated messenger. */
export interface PlatformOptions {
  /** How long an idle poll takes here, in milliseconds, whatever it asks for. Default: as long as it asks for. */
  readonly idleMs?: number;
  readonly token?: string;
}

function write(answer: ServerResponse, { status, body }: PlatformAnswer): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
