/** Somebody with a browser and a watch: how long until something stands, and whether the page froze meanwhile. */
import { chromium } from 'playwright-core';

/** Runs in the page before it does: when something was pressed last, and the tasks that held it up. */
const WATCH = `
globalThis.watch = { pressed: 0, tasks: [] };
for (const type of ['pointerdown', 'keydown', 'input'])
  addEventListener(type, ({ timeStamp }) => { watch.pressed = timeStamp; }, { capture: true });
new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
  .observe({ type: 'longtask', buffered: true });`;

/** In the page: frame by frame, until each of it is there; \`without\` is not, \`more\` are more than that. */
const STANDS = `(wanted) => new Promise((resolve) => {
  const isThere = ({ selector, text = '', without = false, more = 0 }) =>
    [...document.querySelectorAll(selector)].filter((element) => element.textContent.includes(text)).length > more !== without;
  const look = () => {
    if (!wanted.every(isThere)) return requestAnimationFrame(look);
    requestAnimationFrame(() => resolve(performance.now()));
  };
  look();
})`;
/** In the page: once it rests, the longest task since then. */
const HELD_UP = `(since) => new Promise((resolve) => requestIdleCallback(() => setTimeout(() =>
  resolve(Math.max(0, ...watch.tasks.filter(([start, duration]) => start + duration > since).map(([, duration]) => duration))))))`;

/** In the page: the slowest answer of the service since then, and what it was asked for; the stream answers for ever, and what was given up never. */
const SLOWEST = `(since) => performance.getEntriesByType('resource')
  .filter(({ name, startTime, requestStart }) => startTime >= since && requestStart > 0 && /[/]api[/]v1[/](?!stream)/.test(name))
  .map(({ name, requestStart, responseEnd }) => ({ asked: new URL(name).pathname, answer: responseEnd - requestStart }))
  .reduce((one, other) => (other.answer > one.answer ? other : one), { asked: '', answer: 0 })`;

const PATIENCE_MS = 20_000;

export class SpeedReader {
  static async come(program, url) {
    const browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'en-GB',
      timezoneId: 'Europe/Kyiv',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.addInitScript(WATCH);
    const metrics = await context.newCDPSession(page);
    // Of the page's own thread: what another process had the processor for is no work of the page.
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new SpeedReader(browser, page, url, metrics);
  }

  constructor(browser, page, url, metrics) {
    Object.assign(this, { browser, page, url, metrics });
  }

  async signIn(token) {
    const headers = { authorization: `Bearer ${token}` };
    const code = await fetch(`${this.url}/api/v1/sign-in-codes`, { method: 'POST', headers });
    await this.page.goto((await code.json()).url.replace('/sign-in#', '/sign-in?to=/settings#'));
    await this.page.waitForURL(({ pathname }) => pathname === '/settings');
  }

  stands(...wanted) {
    const given = JSON.stringify(wanted);
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`${this.page.url()} never showed ${given}`)), PATIENCE_MS).unref();
    });
    return Promise.race([this.page.evaluate(`(${STANDS})(${given})`), late]);
  }

  /** From asking for the address to what is shown there; the program is in the browser's cache, what is shown is not. */
  async opens(path, ...wanted) {
    await this.page.goto(`${this.url}${path}`, { waitUntil: 'commit' });
    const milliseconds = await this.stands(...wanted);
    return { milliseconds, ...(await this.costs(0, await this.heldUp(0))) };
  }

  /** From the press to what it brings; \`pointerdown\` counts, and of what is typed the last key. */
  async brings(act, ...wanted) {
    const began = await this.page.evaluate('performance.now()');
    const worked = await this.worked();
    await act(this.page);
    const at = await this.stands(...wanted);
    const pressed = await this.page.evaluate('watch.pressed');
    const held = await this.heldUp(began);
    return { milliseconds: at - pressed, ...(await this.costs(began, Math.min(held, (await this.worked()) - worked))) };
  }

  async costs(since, task) {
    return { task, ...(await this.page.evaluate(`(${SLOWEST})(${since})`)) };
  }

  heldUp(since) {
    return this.page.evaluate(`(${HELD_UP})(${since})`);
  }

  /** Milliseconds that the page's thread has worked so far; another page begins anew. */
  async worked() {
    const { metrics } = await this.metrics.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  }

  version() {
    return this.browser.version();
  }

  leave() {
    return this.browser.close();
  }
}
