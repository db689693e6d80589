// A letter as the bytes that are frozen and sent: text and HTML of the same words, nothing that tracks.
import { oneLine, threadId } from '@app/follow-ups';
import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';

export interface Mailbox {
  name: string;
  address: string;
}

export interface LetterContent {
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  date: Date;
  inReplyTo?: string;
  references?: string[];
  autoSubmitted?: boolean;
}

export async function composeMime(letter: LetterContent): Promise<Buffer> {
  const composer = new MailComposer({
    from: headerMailbox(letter.from),
    to: headerMailbox(letter.to),
    subject: headerText(letter.subject),
    messageId: letter.messageId,
    date: letter.date,
    inReplyTo: letter.inReplyTo && threadId(letter.inReplyTo),
    references: letter.references?.map(threadId).filter((id) => id !== ''),
    headers: letter.autoSubmitted ? { 'Auto-Submitted': 'auto-generated' } : {},
    text: crlf(letter.text),
    html: crlf(letter.html),
    encoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function headerMailbox({ name, address }: Mailbox): Mailbox {
  if (/[\p{Cc}<>]/u.test(address)) throw new Error(`${JSON.stringify(address)} is not a mail address`);
  return { name: headerText(name), address };
}

/** nodemailer leaves ASCII as it is, so words that only look encoded are encoded here. */
function headerText(text: string): string {
  const line = oneLine(text);
  return line.includes('=?') ? encodeWord(line, 'Q', 52) : line;
}

function crlf(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n');
}
