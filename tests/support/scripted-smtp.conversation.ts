// One connection to the scripted mail server: the usual SMTP answers, and one fault at one moment.
import type { Socket } from 'node:net';

/** In the order of a conversation. `354` is right after it was said, `accepted` after the message was kept. */
export type SmtpMoment =
  'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | '354' | 'mid-body' | 'final-dot' | 'accepted';

export type SmtpFault = { at: SmtpMoment } & (
  | { do: 'drop' | 'reset' | 'hang' }
  | { do: 'answer'; reply: string }
  | { do: 'delay'; milliseconds: number }
  /** Then goes on as usual, or with this answer. */
  | { do: 'wait'; until: Promise<unknown>; reply?: string }
);

export interface ReceivedMessage {
  from: string;
  to: string;
  /** The bytes of the message with dot-stuffing undone. */
  raw: Buffer;
}

export interface ServerManners {
  extensions: string[];
  /** RCPT answers by address. */
  refusals: Map<string, string>;
  keep(message: ReceivedMessage): void;
}

const DOT_LINE = '\r\n.\r\n';

export class ScriptedConversation {
  readonly commands: string[] = [];
  readonly replies: string[] = [];
  /** Bytes that came between the 354 and the end of the message, wanted or not. */
  bodyBytes = 0;
  closed = false;
  #bodyFollows = false;
  #expects: 'command' | 'message' | 'nothing' = 'command';
  #input = Buffer.alloc(0);
  #from = '';
  #to = '';
  #turn: Promise<void>;

  constructor(
    private readonly socket: Socket,
    private readonly manners: ServerManners,
    private fault: SmtpFault | null,
  ) {
    socket.setNoDelay(true);
    this.#turn = this.#answer('greeting', '220 scripted.test ESMTP').then(() => {});
    socket.on('data', (chunk) => {
      if (this.#bodyFollows) this.bodyBytes += chunk.length;
      this.#input = Buffer.concat([this.#input, chunk]);
      this.#turn = this.#turn.then(() => this.#read());
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
    });
  }

  #say(reply: string): void {
    this.replies.push(reply);
    this.socket.write(`${reply}\r\n`);
  }

  async #answer(moment: SmtpMoment, reply: string): Promise<boolean> {
    const usual = await this.#proceeds(moment);
    if (usual) this.#say(reply);
    return usual;
  }

  /** Does what the script has for this moment; true when the conversation goes on as usual. */
  async #proceeds(moment: SmtpMoment): Promise<boolean> {
    const { fault } = this;
    if (fault?.at !== moment) return true;
    this.fault = null;
    if (fault.do === 'delay') {
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return true;
    }
    if (fault.do === 'wait') {
      await fault.until;
      if (fault.reply === undefined) return true;
    }
    if (fault.do === 'wait' || fault.do === 'answer') {
      this.#say(fault.reply!);
      return false;
    }
    this.#expects = 'nothing';
    if (fault.do === 'drop') this.socket.destroySoon();
    if (fault.do === 'reset') this.socket.resetAndDestroy();
    return false;
  }

  async #read(): Promise<void> {
    while (this.#expects === 'command' && this.#input.includes('\r\n')) {
      await this.#obey(this.#take('\r\n').toString('utf8'));
    }
    if (this.#expects !== 'message' || this.#input.length === 0) return;
    if (!(await this.#proceeds('mid-body'))) {
      this.#expects = 'nothing';
      return;
    }
    if (!this.#input.includes(DOT_LINE)) return;
    await this.#receive(Buffer.concat([this.#take(DOT_LINE), Buffer.from('\r\n')]));
    await this.#read();
  }

  #take(end: string): Buffer {
    const at = this.#input.indexOf(end);
    const taken = this.#input.subarray(0, at);
    this.#input = this.#input.subarray(at + end.length);
    return taken;
  }

  async #obey(line: string): Promise<void> {
    this.commands.push(line);
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    switch (line.split(/[ :]/, 1)[0]?.toUpperCase()) {
      case 'EHLO':
        await this.#answer('ehlo', ['250-scripted.test', ...this.manners.extensions].join('\r\n250-') + '\r\n250 HELP');
        return;
      case 'AUTH':
        await this.#answer('auth', '235 2.7.0 Welcome');
        return;
      case 'MAIL':
        if (await this.#answer('mail', '250 2.1.0 Sender ok')) this.#from = address;
        return;
      case 'RCPT':
        await this.#recipient(address);
        return;
      case 'DATA':
        await this.#data();
        return;
      case 'QUIT':
        this.#say('221 2.0.0 Bye');
        this.socket.end();
        return;
      default:
        this.#say('502 5.5.2 Not known here');
    }
  }

  async #recipient(address: string): Promise<void> {
    const refusal = this.manners.refusals.get(address);
    if (this.#from === '') this.#say('503 5.5.1 MAIL first');
    else if (refusal) this.#say(refusal);
    else if (await this.#answer('rcpt', '250 2.1.5 Recipient ok')) this.#to = address;
  }

  async #data(): Promise<void> {
    if (this.#to === '') {
      this.#say('503 5.5.1 RCPT first');
      return;
    }
    if (!(await this.#answer('data', '354 Go ahead'))) return;
    this.#bodyFollows = true;
    this.#expects = (await this.#proceeds('354')) ? 'message' : 'nothing';
  }

  async #receive(stuffed: Buffer): Promise<void> {
    this.#bodyFollows = false;
    this.#expects = 'command';
    if (!(await this.#proceeds('final-dot'))) return;
    const raw = Buffer.from(stuffed.toString('latin1').replaceAll(/(^|\r\n)\./g, '$1'), 'latin1');
    this.manners.keep({ from: this.#from, to: this.#to, raw });
    await this.#answer('accepted', '250 2.0.0 Queued as SCRIPTED');
  }
}
