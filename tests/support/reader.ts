/** Somebody who reads the app in a real browser, and whatever the browser had to complain of meanwhile. */
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs in the page. */
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  complain('policy: ' + violatedDirective + ' ' + blockedURI))`;

/** Where there is none, the specs that read are skipped, and say so; in CI that is a failure. */
export const hasBrowser = existsSync(PROGRAM);
if (!hasBrowser) {
  const hint = 'Chromium is not installed: tests that read the app are skipped (Debian: apt-get install chromium).';
  if (process.env.CI === 'true') throw new Error(hint);
  process.stderr.write(`${hint}\n`);
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

async function told(asked: AxeBuilder): Promise<string[]> {
  const { violations, incomplete } = await asked.analyze();
  return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

export class Reader {
  private constructor(
    readonly page: Page,
    readonly url: string,
    /** Violations of the page's own policy, errors on the console, and scripts that broke. */
    readonly complaints: string[],
  ) {}

  static async come(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Reader> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'en-GB',
      timezoneId: 'Europe/Kyiv',
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    await page.exposeBinding('complain', (_source, what: string) => void complaints.push(what));
    await page.addInitScript(TELL_VIOLATIONS);
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && complaints.push(`console: ${message.text()} ${message.location().url}`),
    );
    page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
    return new Reader(page, url, complaints);
  }

  /** Through the door, as the printed link does. */
  async signIn(token: string): Promise<this> {
    const response = await fetch(`${this.url}/api/v1/sign-in-codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const { url } = (await response.json()) as { url: string };
    await this.page.goto(url.replace('/sign-in#', '/sign-in?to=/settings#'));
    await this.page.waitForURL(({ pathname }) => pathname === '/settings');
    return this;
  }

  async open(path: string): Promise<this> {
    await this.page.goto(`${this.url}${path}`);
    await this.opened();
    await this.page.evaluate('document.fonts.ready');
    return this;
  }

  /** What is looked at is there, and not only on its way. */
  opened(): Promise<void> {
    return this.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'A moment…' }).waitFor();
  }

  /** What axe finds, and what it leaves for a person to decide, in short. */
  obstacles(): Promise<string[]> {
    const named = { rules: { 'label-content-name-mismatch': { enabled: true } } };
    return told(this.axe().withTags(STANDARDS).options(named));
  }

  /** The same page in other colours differs in nothing else. */
  obstaclesOfColour(): Promise<string[]> {
    return told(this.axe().withRules('color-contrast'));
  }

  private axe(): AxeBuilder {
    return (
      new AxeBuilder({ page: this.page })
        // No script runs in the frame of a mail, so nobody looks into it from here.
        .setLegacyMode()
        .exclude('iframe[sandbox]')
        // What turns the focus round at the edge of a sheet is no control.
        .exclude('[data-base-ui-focus-guard]')
    );
  }

  /**
   * Whatever is in anybody's way by day, by night and in a narrow window, and what the browser has complained of since it was
   * last asked; `expected`: what it writes down itself of an answer that is part of the test.
   */
  async inTheWay(expected = /^$/): Promise<string[]> {
    const wide = this.page.viewportSize()!;
    // So high that nothing is cut off at an edge: of that nobody can say whether it can be read.
    await this.page.setViewportSize({ ...wide, height: 3_000 });
    await this.page.emulateMedia({ colorScheme: 'light' });
    const byDay = await this.obstacles();
    await this.page.emulateMedia({ colorScheme: 'dark' });
    const byNight = await this.obstaclesOfColour();
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize({ width: 320, height: 640 });
    const overhang = await this.overhang();
    await this.page.setViewportSize(wide);
    return [
      ...byDay,
      ...byNight,
      ...(overhang > 0 ? [`wider than 320 pixels by ${overhang}`] : []),
      ...this.complained(expected),
    ];
  }

  /** What the browser has complained of since it was last asked. */
  complained(expected: RegExp): string[] {
    return this.complaints.splice(0).filter((complaint) => !expected.test(complaint));
  }

  /** In pixels, how much wider than its window the page is. */
  overhang(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}
