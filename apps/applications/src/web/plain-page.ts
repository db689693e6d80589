/** Pages that stand where the app cannot: they say why, and what to do. */
import { createHash } from 'node:crypto';
import type { Site } from '../http/site.js';

const STYLE = `
  body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 36rem; padding: 0 1.5rem; }
  :root { color-scheme: light dark; }`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');
export const PLAIN_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export const notBuiltPage = (): string =>
  page(
    'The app is not built yet',
    `<p>The service runs, and its pages are not there. Type <code>npm run build</code>, then start it again.</p>
  <p>Programs need no pages: <a href="/api/docs">the API</a>.</p>`,
  );

export const elsewherePage = ({ url, origin }: Site): string =>
  page(
    'This installation has another address',
    `<p>Its setting <code>PUBLIC_URL</code> says that it is reached at <a href="${escaped(url)}/">${escaped(url)}</a>: signing in works there.</p>
  <p>If the address in your browser is the right one, set <code>PUBLIC_URL</code> to it and start the service again. If you are at
  ${escaped(origin)} already, your proxy does not say so: have it pass on the header <code>Host</code>.</p>`,
  );

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Rekindle</title>
  <style>${STYLE}</style>
</head>
<body>
  <h1>${title}</h1>
  ${content}
</body>
</html>
`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
