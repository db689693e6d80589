// A mail server that does what a test tells it to: it takes mail, or fails at a given moment of a conversation.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type ReceivedMessage, ScriptedConversation, type SmtpFault } from './scripted-smtp.conversation.js';

const EXTENSIONS = ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'AUTH PLAIN'];

export interface KeptMessage extends ReceivedMessage {
  at: Date;
}

export class ScriptedSmtpServer {
  /** Every message that was kept, also those whose 250 was lost. */
  readonly messages: KeptMessage[] = [];
  readonly conversations: ScriptedConversation[] = [];
  readonly #refusals = new Map<string, string>();
  readonly #script: SmtpFault[] = [];
  readonly #sockets = new Set<Socket>();
  #always: SmtpFault | null = null;

  private constructor(
    private readonly server: Server,
    private readonly extensions: string[],
  ) {
    server.on('connection', (socket) => this.#converse(socket));
  }

  /** On an ephemeral port, unless a test needs a server to come back on the port it had. */
  static async listen(extensions = EXTENSIONS, port = 0): Promise<ScriptedSmtpServer> {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedSmtpServer(server, extensions);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Scripts the next connection; called twice, the two next ones. */
  next(fault: SmtpFault): void {
    this.#script.push(fault);
  }

  /** Scripts every connection that has no script of its own; null ends it. */
  always(fault: SmtpFault | null): void {
    this.#always = fault;
  }

  /** Answers every RCPT for this address with the reply. */
  refuse(address: string, reply: string): void {
    this.#refusals.set(address, reply);
  }

  /** Ends what is open, as a server that crashes does; it goes on listening. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.hangUp();
    await closed;
  }

  #converse(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    const fault = this.#script.shift() ?? this.#always;
    const keep = (message: ReceivedMessage) => this.messages.push({ ...message, at: new Date() });
    const manners = { extensions: this.extensions, refusals: this.#refusals, keep };
    this.conversations.push(new ScriptedConversation(socket, manners, fault));
  }
}
