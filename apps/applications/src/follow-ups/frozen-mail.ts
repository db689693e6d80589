/** The bytes that went, or that a server may have, read back as the mail that they are. */
import { type AddressObject, simpleParser } from 'mailparser';
import type { MailToSend } from '@app/follow-ups';

/** The text as it was sent: nothing is made of one part for the other. */
const AS_SENT = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };

export async function readMail(mime: Buffer): Promise<MailToSend> {
  const { from, to, subject, text, html, inReplyTo, references, headers } = await simpleParser(mime, AS_SENT);
  return {
    from: mailboxOf(from),
    to: mailboxOf(to),
    subject: subject ?? '',
    text: text ?? '',
    html: html || '',
    thread: inReplyTo ? { inReplyTo, references: [references ?? []].flat() } : null,
    autoSubmitted: headers.has('auto-submitted'),
  };
}

function mailboxOf(addresses: AddressObject | AddressObject[] | undefined): MailToSend['from'] {
  const [first] = [addresses ?? []].flat().flatMap(({ value }) => value);
  return { name: first?.name ?? '', address: first?.address ?? null };
}
