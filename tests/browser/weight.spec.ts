import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { addressesOf } from '../support/addresses.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const KB = 1_000;
const MAIL = 'From: olena@example.org\r\nTo: mirko@contoso.example\r\nSubject: Hello\r\n\r\nDear Mirko\r\n';

/** Runs in the page: how far things jumped that nobody moved. */
const TELL_SHIFTS = `window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Runs in the page: whatever came is laid out. */
const DRAWN = `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))`;

/** Every address of routes.tsx, and what lies over one. */
const SCREENS: Record<string, string[]> = {
  '/': ['/', '/?no=new', '/?add=new'],
  '/sign-in': ['/sign-in'],
  '/welcome': ['/welcome'],
  '/applications': ['/applications', '/applications?view=board'],
  '/applications/$id': ['/applications/:application'],
  '/applications/$id/look-back': ['/applications/:application/look-back'],
  '/people': ['/people'],
  '/people/$id': ['/people/:person'],
  '/follow-ups/$id': ['/follow-ups/:letter', '/follow-ups/:reminder'],
  '/plan': ['/plan'],
  '/radar': ['/radar'],
  '/radar/boards/$id': ['/radar/boards/:board'],
  '/look-back': ['/look-back'],
  '/look-back/pattern': ['/look-back/pattern'],
  '/captured-mail': ['/captured-mail'],
  '/captured-mail/$id': ['/captured-mail/:mail'],
  '/import': ['/import'],
  '/settings': ['/settings'],
  '/settings/letters': ['/settings/letters'],
  '/settings/cadences': ['/settings/cadences'],
  '/settings/webhooks': ['/settings/webhooks'],
  '/settings/webhooks/$id': ['/settings/webhooks/:webhook'],
  '/settings/access': ['/settings/access'],
  '/settings/removed': ['/settings/removed'],
  '/settings/installation': ['/settings/installation'],
  $: ['/nowhere'],
};

it('each screen is weighed', () => {
  expect(new Set(Object.keys(SCREENS))).toEqual(new Set(addressesOf()));
});

/** Bytes by address, as they came over the wire. */
type Fetched = Map<string, number>;

/** The network log of a page that keeps nothing from one address to the next. */
class NetworkLog {
  private fetched: Fetched = new Map();

  private constructor(
    private readonly page: Page,
    session: CDPSession,
  ) {
    const urls = new Map<string, string>();
    session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const url = urls.get(requestId);
      if (url !== undefined) this.fetched.set(url, encodedDataLength);
    });
  }

  static async of({ page }: Reader): Promise<NetworkLog> {
    const session = await page.context().newCDPSession(page);
    const log = new NetworkLog(page, session);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    return log;
  }

  /** What one address makes a browser fetch that has never been here. */
  async during(work: () => Promise<unknown>): Promise<Fetched> {
    // What the page before is still fetching is not of this one.
    await this.page.goto('about:blank');
    this.fetched = new Map();
    await work();
    // What comes later is of later.
    return new Map(this.fetched);
  }
}

const weightOf = (fetched: Fetched, ...endings: string[]): number =>
  [...fetched].reduce((sum, [url, bytes]) => sum + (endings.includes(extname(new URL(url).pathname)) ? bytes : 0), 0);

(hasBrowser ? describe : describe.skip)('what a browser has to fetch', () => {
  let house: House;
  let mails: string;
  let browser: Browser;
  let reader: Reader;
  let log: NetworkLog;
  let today: Fetched;
  let worker: number;
  const ids: Record<string, string> = { mail: '20261124T100000000Z-00000001' };
  const addressed = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!);

  beforeAll(async () => {
    mails = await mkdtemp(join(tmpdir(), 'captured-'));
    await writeFile(join(mails, `${ids.mail}.eml`), MAIL);
    house = await House.open(undefined, {}, { CAPTURED_MAIL_DIR: mails });
    await house.api.expect('PATCH', '/settings', { approval: 'review', timezone: 'Europe/Prague' });
    const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague' };
    const { id, contactId } = await house.apply({
      companyName: 'Contoso',
      title: 'Data Engineer',
      stage: 'interview',
      contact,
    });
    await house.api.expect('POST', `/applications/${id}/rejection`, { reason: { words: 'Somebody else.' } });
    await house.apply({ companyName: 'Fabrikam', title: 'Data Engineer', stage: 'interview' });
    const letter = await house.followUp(id, 'feedback_request', 'draft');
    const reminder = (await house.plan(id)).find(({ audience }) => audience === 'candidate')!;
    const posting = 'https://job-boards.greenhouse.io/fabrikam/jobs/1';
    await house.apply({ companyName: 'Fabrikam', title: 'Cook', url: posting });
    const [board] = (await house.api.expect<{ data: { id: string }[] }>('GET', '/boards')).data;
    const url = house.receiver.url;
    const { id: webhook } = await house.api.expect<{ id: string }>('POST', '/webhook-endpoints', { url });
    Object.assign(ids, {
      webhook,
      board: board!.id,
      application: id,
      person: contactId!,
      letter: letter.id,
      reminder: reminder.id,
    });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    await reader.page.addInitScript(TELL_SHIFTS);
    log = await NetworkLog.of(reader);
    today = await log.during(async () => {
      await reader.open('/');
      await reader.page.getByRole('heading', { name: 'Feedback request to Mirko Hale' }).waitFor();
    });
    worker = await weightOfWorker();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await rm(mails, { recursive: true, force: true });
  });

  /** Of what pages share in the background their log says nothing. */
  async function weightOfWorker(): Promise<number> {
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const { url } = targetInfos.find(({ type }) => type === 'shared_worker')!;
    const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    await answer.arrayBuffer();
    return Number(answer.headers.get('content-length'));
  }

  it('until the rows of today stand is little', () => {
    const weights = {
      script: weightOf(today, '.js') + worker,
      style: weightOf(today, '.css'),
      fonts: weightOf(today, '.woff2'),
    };
    for (const [kind, limit] of [
      ['script', 200 * KB],
      ['style', 15 * KB],
      ['fonts', 120 * KB],
    ] as const) {
      expect(weights[kind]).toBeGreaterThan(0);
      expect(weights[kind]).toBeLessThan(limit);
    }
  });

  it.each(Object.values(SCREENS).flat())('for %s beyond today is less than 66 kB, and nothing jumps', async (path) => {
    const fetched = await log.during(async () => {
      await reader.open(addressed(path));
      if (path.includes('?no=')) await reader.page.getByRole('region', { name: 'What follows' }).waitFor();
      await reader.page.evaluate(DRAWN);
    });
    const more = new Map([...fetched].filter(([url]) => !today.has(url)));
    expect(weightOf(fetched, '.js')).toBeGreaterThan(0);
    expect(weightOf(more, '.js', '.css', '.woff2')).toBeLessThan(66 * KB);
    expect(await reader.page.evaluate('window.shifted')).toBeLessThan(0.05);
  });
});
