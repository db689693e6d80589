// A letter as the bytes that are frozen and sent: text and HTML of the same words, nothing that tracks.
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

/** The same words for a program that prefers HTML; each paragraph finds its own reading direction. */
export function htmlFromText(text: string): string {
  const paragraphs = lines(text)
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) => `<p dir="auto">${escapeHtml(paragraph.replace(/^\n|\n$/g, '')).replaceAll('\n', '<br>\n')}</p>`,
    );
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
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

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/** A thread's ids come from other people's mail: one that is not a plain id is left out. */
function threadId(id: string): string {
  return /^<?([^\s<>\p{Cc}]+)>?$/u.exec(id.trim())?.[1] ?? '';
}

function crlf(text: string): string {
  return lines(text).replaceAll('\n', '\r\n');
}

function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
