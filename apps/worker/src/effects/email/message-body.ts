// The message as a stream that asks before its first byte leaves.
import { Readable } from 'node:stream';
import { types } from 'node:util';

/** nodemailer first reads the body right after the server's 354, so the first read is the point of no return. */
export class MessageBody extends Readable {
  /** Whether a byte may have left. */
  started = false;
  /** What the question before the first byte came to, once it is answered. */
  answer: boolean | Error | null = null;
  #question: Promise<void> | null = null;

  constructor(
    private readonly mime: Buffer,
    private readonly mayStart: () => Promise<boolean>,
  ) {
    super();
  }

  /** Whether the server asked for the message. */
  get asked(): boolean {
    return this.#question !== null;
  }

  override _read(): void {
    if (this.asked) return;
    this.#question = this.#ask();
    this.emit('asked');
  }

  /** Ends the body; a question under way is waited for, so that its answer cannot come after the outcome. */
  async abandon(): Promise<void> {
    this.destroy();
    await this.#question;
  }

  async #ask(): Promise<void> {
    try {
      this.answer = await this.mayStart();
    } catch (error) {
      this.answer = types.isNativeError(error) ? error : new Error(String(error));
    }
    if (this.destroyed) return;
    if (this.answer !== true) {
      this.destroy(new Error('not allowed to start'));
      return;
    }
    this.started = true;
    this.push(this.mime);
    this.push(null);
  }
}
