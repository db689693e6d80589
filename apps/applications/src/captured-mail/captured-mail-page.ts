/** Captured mail for reading. Everything a message says is escaped; its HTML is an answer of its own, in a frame that may do nothing. */
import { createHash } from 'node:crypto';
import type { Mail, MailSummary } from './captured-mail.service.js';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c1c1c; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 1rem; }
  iframe { width: 100%; height: 32rem; border: 1px solid #ddd; resize: vertical; }
  .quiet { color: #666; }`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** For the HTML of a message: no script and no request, not even for a picture, whoever opens it and wherever. */
export const MESSAGE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export function listPage({ data, total }: { data: MailSummary[]; total: number }): string {
  const rows = data.map(
    ({ id, from, to, subject, date }) => `
    <tr>
      <td>${escaped(from)}</td>
      <td>${escaped(to)}</td>
      <td><a href="/captured-mail/${escaped(id)}"><bdi>${escaped(subject || '(no subject)')}</bdi></a></td>
      <td>${escaped(date ?? '')}</td>
    </tr>`,
  );
  const rest = total > data.length ? `<p class="quiet">The newest ${data.length} of ${total}.</p>` : '';
  const table = `<table>
    <tr><th>From</th><th>To</th><th>Subject</th><th>Date</th></tr>${rows.join('')}
  </table>`;
  return page(
    'Captured mail',
    `<p class="quiet">Mail that Rekindle wrote. It is kept on this machine and was delivered to nobody.</p>
  ${data.length === 0 ? '<p>Nothing has been sent yet.</p>' : table}${rest}`,
  );
}

export function messagePage(mail: Mail): string {
  const { id, from, to, subject, date, headers, text, html } = mail;
  const top = Object.entries({ From: from, To: to, Date: date ?? '' }).map(
    ([name, value]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`,
  );
  return page(
    subject || '(no subject)',
    `<p><a href="/captured-mail">All messages</a> · <a href="/captured-mail/${escaped(id)}.eml">As it was sent (.eml)</a></p>
  <table>${top.join('')}</table>
  <h2>Text</h2>
  ${text === null ? '<p class="quiet">It has no text part.</p>' : `<pre dir="auto">${escaped(text)}</pre>`}
  <h2>HTML</h2>
  ${html === null ? '<p class="quiet">It has no HTML part.</p>' : `<iframe sandbox="" title="The HTML part" src="/captured-mail/${escaped(id)}/html"></iframe>`}
  <h2>Headers</h2>
  <pre>${escaped(headers.join('\n'))}</pre>`,
  );
}

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(title)}</title>
  <style>${STYLE}</style>
</head>
<body>
  <h1><bdi>${escaped(title)}</bdi></h1>
  ${content}
</body>
</html>
`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
