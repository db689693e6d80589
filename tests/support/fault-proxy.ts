// A bad network between a service and what it talks to: latency, drops, silence, resets and cuts, switched while it runs.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** `up` is from the client to the server, `down` what it answers. */
export type Direction = 'up' | 'down';

export type NetworkFault =
  | { do: 'delay'; milliseconds: number; only?: Direction }
  /** Half-open: the sockets stay and nothing gets through; what was held back goes on when the fault is over. */
  | { do: 'stall'; only?: Direction }
  /** After so many bytes in this direction the connection is reset. */
  | { do: 'cut'; after: number; only: Direction }
  /** New connections are reset at once. */
  | { do: 'refuse' };

/** One connection through the proxy, caught at a moment: nothing gets through until it is reset or let go. */
export interface Caught {
  reset(): void;
  letGo(): void;
}

const PATIENCE_MS = 60_000;

interface Catch {
  /** Texts of the client, in order, on one connection; it is caught at the last. */
  texts: string[];
  /** Whether the last one still reaches the server. */
  forward: boolean;
  caught(link: Caught): void;
}

export class FaultProxy {
  readonly #links = new Set<Link>();
  readonly #catches: Catch[] = [];
  #fault: NetworkFault | null = null;

  private constructor(
    private readonly server: Server,
    target: URL,
    defaultPort: number,
  ) {
    server.on('connection', (client) => {
      if (this.#fault?.do === 'refuse') return void client.resetAndDestroy();
      const link = new Link(client, connect(Number(target.port) || defaultPort, target.hostname), this);
      this.#links.add(link);
      client.once('close', () => this.#links.delete(link));
    });
  }

  /** In front of the host and port of this URL. */
  static async before(url: string): Promise<FaultProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultProxy(server, new URL(url), 5432);
  }

  /** The same URL, by way of this proxy. */
  through(url: string): string {
    const way = new URL(url);
    way.hostname = '127.0.0.1';
    way.port = String((this.server.address() as AddressInfo).port);
    return way.href;
  }

  get fault(): NetworkFault | null {
    return this.#fault;
  }

  /** From now on, for every connection; null ends it. */
  become(fault: NetworkFault | null): void {
    this.#fault = fault;
    for (const link of this.#links) link.flow();
  }

  /** Every connection that is open ends: in order, or with a reset. */
  end(how: 'drop' | 'reset'): void {
    for (const link of this.#links) link.end(how);
  }

  /** The first connection on which the client says all of this in order, stopped before or after the server hears the last. */
  stopAt(texts: string[], { forward }: { forward: boolean }): Promise<Caught> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nobody said ${texts.join(' ... ')}`)), PATIENCE_MS);
      const caught = (link: Caught) => {
        clearTimeout(timer);
        resolve(link);
      };
      this.#catches.push({ texts, forward, caught });
    });
  }

  /** Whether this connection has come to a moment that somebody waits for. */
  caughtAt(said: Map<unknown, number>, chunk: Buffer): Catch | null {
    for (const wanted of this.#catches) {
      let heard = said.get(wanted) ?? 0;
      for (let from = 0; heard < wanted.texts.length; heard += 1) {
        from = chunk.indexOf(wanted.texts[heard]!, from);
        if (from < 0) break;
      }
      said.set(wanted, heard);
      if (heard < wanted.texts.length) continue;
      this.#catches.splice(this.#catches.indexOf(wanted), 1);
      return wanted;
    }
    return null;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.end('reset');
    await closed;
  }
}

class Link implements Caught {
  readonly #waiting: Record<Direction, Buffer[]> = { up: [], down: [] };
  readonly #passed: Record<Direction, number> = { up: 0, down: 0 };
  readonly #said = new Map<unknown, number>();
  readonly #gone: Direction[] = [];
  #isHeld = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly proxy: FaultProxy,
  ) {
    for (const [from, direction] of [
      [client, 'up'],
      [server, 'down'],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (chunk: Buffer) => this.#take(direction, chunk));
      from.on('error', () => undefined);
      from.once('close', () => {
        this.#gone.push(direction);
        this.flow();
      });
    }
  }

  reset(): void {
    this.end('reset');
  }

  letGo(): void {
    this.#isHeld = false;
    this.flow();
  }

  end(how: 'drop' | 'reset'): void {
    for (const socket of [this.client, this.server]) {
      // A reset after an orderly end is refused by libuv, and leaves Node spinning when it exits.
      if (how === 'reset' && !socket.writableEnded) socket.resetAndDestroy();
      else if (how === 'reset') socket.destroy();
      else socket.destroySoon();
    }
  }

  flow(): void {
    for (const direction of ['up', 'down'] as const) {
      while (!this.#isSilent(direction) && this.#waiting[direction].length > 0) {
        this.#pass(direction, this.#waiting[direction].shift()!);
      }
    }
    // That a peer went away is not noticed through a network that is silent.
    if (this.#gone.length > 0 && this.proxy.fault?.do !== 'stall') this.end('drop');
  }

  #take(direction: Direction, chunk: Buffer): void {
    const moment = direction === 'up' && !this.#isHeld ? this.proxy.caughtAt(this.#said, chunk) : null;
    if (moment) {
      if (moment.forward) this.server.write(chunk);
      else this.#waiting.up.push(chunk);
      this.#isHeld = true;
      moment.caught(this);
      return;
    }
    const { fault } = this.proxy;
    if (fault?.do === 'delay' && (fault.only ?? direction) === direction) {
      setTimeout(() => this.#queue(direction, chunk), fault.milliseconds);
    } else this.#queue(direction, chunk);
  }

  #queue(direction: Direction, chunk: Buffer): void {
    this.#waiting[direction].push(chunk);
    this.flow();
  }

  #isSilent(direction: Direction): boolean {
    const { fault } = this.proxy;
    return this.#isHeld || (fault?.do === 'stall' && (fault.only ?? direction) === direction);
  }

  #pass(direction: Direction, chunk: Buffer): void {
    const to = direction === 'up' ? this.server : this.client;
    const { fault } = this.proxy;
    const left = fault?.do === 'cut' && fault.only === direction ? fault.after - this.#passed[direction] : Infinity;
    this.#passed[direction] += chunk.length;
    if (chunk.length < left) {
      to.write(chunk);
      return;
    }
    to.write(chunk.subarray(0, Math.max(left, 0)), () => this.end('reset'));
  }
}
