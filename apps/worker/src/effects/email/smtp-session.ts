// nodemailer's connection, its callbacks and events turned into promises that each end within a time limit.
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Envelope } from 'nodemailer/lib/smtp-connection';
import type { MessageBody } from './message-body.js';
import { loginBy } from './smtp-login.policy.js';
import type { SmtpServer } from './smtp-server.js';

export class SmtpSession {
  /** Rejects when the connection ends by itself or a limit runs out, whatever is being waited for. */
  readonly #failure: Promise<never>;
  readonly #connection: SMTPConnection;
  #fail: (error: Error) => void = () => {};
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: SmtpServer) {
    this.#connection = new SMTPConnection(server.connection);
    this.#failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#failure.catch(() => {});
    this.#connection.on('error', this.#fail);
  }

  /** Connects, with TLS and the credentials where the server offers them. Resolves to the server's last EHLO answer. */
  async open(): Promise<string> {
    this.#allow(this.server.limits.untilData);
    await this.#step<void>((done) => this.#connection.connect(done));
    const ehlo = this.#connection.lastServerResponse || '';
    const { secure } = this.#connection;
    if (this.server.needsTls && !secure) throw Object.assign(new Error('no TLS'), { code: 'ENOTLS' });
    if (this.server.credentials) await this.#login(this.server.credentials, loginBy(ehlo, secure));
    return ehlo;
  }

  async #login(credentials: NonNullable<SmtpServer['credentials']>, login: ReturnType<typeof loginBy>): Promise<void> {
    if (login.by !== null) {
      await this.#step((done) => this.#connection.login({ ...credentials, method: login.by }, done));
    } else if (login.because === 'none_we_speak') {
      throw Object.assign(new Error(login.offered.join(', ')), { code: 'ENOLOGIN' });
    }
  }

  /** Resolves to the server's answer to the final dot. */
  async deliver(envelope: Envelope, body: MessageBody): Promise<string> {
    const awaitReply = () => this.#allow(this.server.limits.finalReply);
    body.once('asked', awaitReply).once('end', awaitReply);
    const info = await this.#step<{ response: string }>((done) => this.#connection.send(envelope, body, done));
    if (!info || !body.readableEnded) throw new Error('answered before it had the message');
    return info.response;
  }

  /** Only where the server waits for a command: after a 354 the word QUIT would be text of the message. */
  quit(): void {
    this.#connection.quit();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#connection.close();
  }

  #step<T>(start: (done: (error?: Error | null, result?: T) => void) => void): Promise<T | undefined> {
    const step = new Promise<T | undefined>((resolve, reject) => {
      start((error, result) => (error ? reject(error) : resolve(result)));
    });
    return Promise.race([step, this.#failure]);
  }

  #allow(milliseconds: number): void {
    clearTimeout(this.#timer);
    const error = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
    this.#timer = setTimeout(() => this.#fail(error), milliseconds);
  }
}
