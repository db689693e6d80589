// The way out for mail: one SMTP conversation per message, which ends in an outcome and never in a guess.
import { sentence } from '@app/follow-ups';
import { types } from 'node:util';
import { Mailer, type MailOutcome, type OutgoingMessage } from './mailer.js';
import { MessageBody } from './message-body.js';
import { envelopeOf, internationalRefusal } from './smtp-envelope.js';
import { failureOf, isRefusal, outcomeOf, plainLine, type SmtpError } from './smtp-outcome.js';
import { type SmtpLimits, type SmtpServer, smtpServerFromUrl } from './smtp-server.js';
import { SmtpSession } from './smtp-session.js';

export class SmtpMailer extends Mailer {
  readonly #server: SmtpServer;

  /** `ehloName`: what servers are told that we are called, where the URL does not say. */
  constructor(url: string, limits?: SmtpLimits, ehloName: string | null = null) {
    super();
    this.#server = smtpServerFromUrl(url, { ...(limits && { limits }), ehloName });
  }

  async send(message: OutgoingMessage, beforeData: () => Promise<boolean>): Promise<MailOutcome> {
    const envelope = envelopeOf(message);
    if ('kind' in envelope) return envelope;
    const session = new SmtpSession(this.#server);
    const body = new MessageBody(message.mime, beforeData);
    try {
      const ehlo = await session.open();
      const refusal = internationalRefusal(envelope, ehlo);
      const reply = refusal ? null : await session.deliver(envelope, body);
      session.quit();
      return refusal ?? { kind: 'accepted', reply: plainLine(reply ?? '', this.#server) };
    } catch (error) {
      const failure = asSmtpError(error);
      if (isRefusal(failure) && !body.asked) session.quit();
      session.close();
      await body.abandon();
      return outcomeOf(failure, body, this.#server);
    } finally {
      session.close();
    }
  }

  /** Connects, logs in and leaves: null, or one line that says what is wrong. */
  async verify(): Promise<string | null> {
    const session = new SmtpSession(this.#server);
    try {
      await session.open();
      session.quit();
      return null;
    } catch (error) {
      return sentence(failureOf(asSmtpError(error), this.#server), 'en');
    } finally {
      session.close();
    }
  }
}

function asSmtpError(error: unknown): SmtpError {
  return types.isNativeError(error) ? error : new Error(String(error));
}
