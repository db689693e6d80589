/** `npm run screens`: every screen as a picture, at three widths, by day and by night, of an installation that is made for it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { tell } from './screens-story.mjs';
import { freePort } from './free-port.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder = join(root, 'screens')] = process.argv.slice(2);
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'];
/** What the README shows. */
const SHOWN = [
  'today-1280-light',
  'no-1280-light',
  'application-1280-light',
  'letter-1280-dark',
  'board-1280-light',
  'people-1280-light',
  'radar-1280-dark',
  'look-back-1280-light',
  'today-320-light',
  'application-320-dark',
];
const PATIENCE_MS = 60_000;
/** Until what is foretold stands beside what was asked. */
const SETTLED_MS = 1_500;

const dataDir = mkdtempSync(join(tmpdir(), 'rekindle-screens-'));
const port = await freePort();
const token = `rks_${randomBytes(32).toString('base64url')}`;
const url = `http://127.0.0.1:${port}`;
const service = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    REKINDLE_API_TOKEN: token,
    OWNER_NAME: 'Olena Koval',
    OWNER_EMAIL: 'olena@example.org',
  },
});
const ended = once(service, 'exit');
try {
  await until(async () => (await fetch(`${url}/health/ready`).catch(() => null))?.ok);
  const places = await tell({ call, until });
  await photograph({ ...places, 'sign-in': '/sign-in' });
  for (const name of SHOWN) copyFileSync(join(folder, `${name}.png`), join(root, 'docs/screens', `${name}.png`));
  process.stdout.write(`The pictures are in ${folder}\n`);
} finally {
  service.kill('SIGTERM');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}

async function photograph(places) {
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'docs/screens'), { recursive: true });
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const settings = { locale: 'en-GB', timezoneId: 'Europe/Kyiv', reducedMotion: 'reduce' };
  const door = await browser.newContext(settings);
  const page = await door.newPage();
  const { url: link } = await call('POST', '/sign-in-codes');
  await page.goto(link);
  await page.waitForURL((there) => there.pathname !== '/sign-in');
  const storageState = await door.storageState();
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      const viewport = { width, height: width < 500 ? 692 : 860 };
      const context = await browser.newContext({ ...settings, viewport, colorScheme, storageState });
      const seen = await context.newPage();
      for (const [name, path] of Object.entries(places)) {
        await seen.goto(`${url}${path}`);
        await seen.getByRole('heading', { level: 1 }).first().waitFor();
        await seen.evaluate('document.fonts.ready');
        await pause(SETTLED_MS);
        await seen.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      }
      await context.close();
    }
  await browser.close();
}

async function call(method, path, body) {
  const isPage = path.startsWith('/captured-mail');
  const response = await fetch(`${url}${isPage ? '' : '/api/v1'}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function until(look) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline)
      throw new Error('What the pictures are to show did not come about; the logs in DATA_DIR say why.');
    await pause(200);
  }
}
