import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Route } from 'playwright-core';
import { addressesOf } from '../support/addresses.js';
import { fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import {
  APPLIED_OFTEN,
  IMPORTED_OFTEN,
  MET_OFTEN,
  MOVED_OFTEN,
  SHOWN_OFTEN,
  SIGNED_IN_OFTEN,
  SPOKEN_OFTEN,
} from '../support/crowded-rows.js';
import { crowdSettings } from '../support/crowded-settings.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';
import { ROOM_STATES } from '../support/room-states.js';
import { SETTINGS_STATES, type States } from '../support/settings-states.js';

jest.setTimeout(240_000);

const MANY = 60;
/** More of them are paged. */
const MOST_AT_ONCE = 15;
const SENT = {
  kind: 'related_role',
  audience: 'candidate',
  state: 'sent',
  dueAt: fromNow(-HOUR),
  sentAt: fromNow(-HOUR),
} as const;
const DRAFT = { kind: 'feedback_request', audience: 'contact', state: 'draft' } as const;

/** Nobody is asked for what is watched here. */
const NO_BOARDS = { BOARD_BASE_URLS: '{"greenhouse":"http://127.0.0.1:9"}' };

const mailId = (number: number) => `20261124T100000000Z-${String(number).padStart(8, '0')}`;
const mail = (number: number) =>
  `From: olena@example.org\r\nTo: mirko@contoso.example\r\nSubject: Letter ${number}\r\n\r\nDear Mirko\r\n`;

/** Each state of each address of routes.tsx; with one or a few of everything they stand in screens.spec.ts. */
const SCREENS: Record<string, States> = {
  '/': { path: '/', empty: /Nothing needs you today/, crowded: '/', asks: /\/api\/v1\/today$/ },
  '/sign-in': { path: '/sign-in', empty: null, crowded: null, asks: null },
  '/welcome': { path: '/welcome', empty: /Three questions first/, crowded: null, asks: /\/api\/v1\/me$/ },
  '/applications': {
    path: '/applications',
    empty: /./,
    crowded: '/applications',
    asks: /\/api\/v1\/applications\?/,
  },
  '/applications/$id': {
    path: '/applications/:crowded',
    empty: null,
    crowded: '/applications/:crowded',
    asks: /\/api\/v1\/applications\/[^/]+$/,
  },
  '/follow-ups/$id': {
    path: '/follow-ups/:letter',
    empty: null,
    crowded: null,
    asks: /\/api\/v1\/follow-ups\/[^/]+$/,
  },
  '/captured-mail': {
    path: '/captured-mail',
    empty: /No mail yet/,
    crowded: '/captured-mail',
    asks: /\/captured-mail$/,
  },
  '/captured-mail/$id': {
    path: '/captured-mail/:mail',
    empty: null,
    crowded: null,
    asks: /\/captured-mail\/[^/]+$/,
  },
  ...ROOM_STATES,
  ...SETTINGS_STATES,
  $: { path: '/nowhere', empty: null, crowded: null, asks: null },
};

/** What they all ask for. */
const FRAME = /\/api\/v1\/settings$/;

const REFUSALS = [
  {
    status: 500,
    title: 'Internal Server Error',
    code: 'internal',
    detail: 'Something went wrong here, and it is written down.',
  },
  {
    status: 503,
    title: 'Service Unavailable',
    code: 'busy',
    detail: 'Too much is asked at once; try again in a moment.',
  },
  {
    status: 429,
    title: 'Too Many Requests',
    code: 'too_many_requests',
    detail: 'You ask too often; try again in 20 seconds.',
  },
] as const;

/** What the browser writes down of them, and of silence. */
const REFUSED = new RegExp(` (${REFUSALS.map(({ status }) => status).join('|')})\\b`);
const SILENCE = /ERR_|Nobody answers/;

/** Runs in the page: when the quiet word first stood there, since the page began. */
const TELL_WAITING = `new MutationObserver((_, observer) => {
  if (!document.body?.textContent.includes('A moment…')) return;
  window.waitedFrom = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true, characterData: true });`;

it('each screen has its states', () => {
  expect(new Set(Object.keys(SCREENS))).toEqual(new Set(addressesOf()));
});

const looked = new Set<string>();
/** What says the same on every screen is looked at once, and listened to on each. */
async function inTheWay(reader: Reader, what: string, expected = /^$/): Promise<string[]> {
  if (looked.has(what)) return reader.complained(expected);
  looked.add(what);
  return reader.inTheWay(expected);
}

/** The page itself has the address of what it shows. */
const isOfPage = (route: Route) => route.request().resourceType() === 'document';

const withEntry = <Key extends keyof States>(key: Key) =>
  Object.entries(SCREENS).flatMap(([route, states]) =>
    states[key] === null ? [] : [[route, states[key], states.path] as const],
  ) as [string, NonNullable<States[Key]>, string][];

(hasBrowser ? describe : describe.skip)('a screen', () => {
  let house: House;
  let database: Database;
  let mails: string;
  let browser: Browser;
  let reader: Reader;
  const ids: Record<string, string> = { mail: mailId(1) };
  const addressed = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!);

  beforeAll(async () => {
    mails = await mkdtemp(join(tmpdir(), 'captured-'));
    house = await House.open(undefined, NO_BOARDS, { CAPTURED_MAIL_DIR: mails });
    await house.api.expect('PATCH', '/settings', { approval: 'review', timezone: 'Europe/Kyiv' });
    database = await Database.connect(house.db.apiUrl, { name: 'states', poolSize: 2 });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    reader.page.setDefaultTimeout(7_000);
  });
  afterAll(async () => {
    await browser?.close();
    await database?.close();
    await house?.close();
    await rm(mails, { recursive: true, force: true });
  });

  afterEach(() => reader.page.unrouteAll({ behavior: 'ignoreErrors' }));

  it.each(withEntry('empty'))('%s says what will stand there, and names a way on', async (_, sentence, path) => {
    await reader.open(path);
    await reader.page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    expect(await reader.inTheWay()).toEqual([]);
  });

  describe('in a full house', () => {
    beforeAll(crowd);

    /** More of everything than anybody reads; rows alone, since what follows from each is no matter here. */
    async function crowd(): Promise<void> {
      const numbers = Array.from({ length: MANY }, (_, index) => index + 1);
      await Promise.all(numbers.map((number) => writeFile(join(mails, `${mailId(number)}.eml`), mail(number))));
      const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague' };
      const fields = { companyName: 'Contoso', title: 'Data Engineer', stage: 'interview', contact };
      const crowded = await house.apply(fields);
      await house.api.expect('POST', `/applications/${crowded.id}/rejection`, {});
      await house.db.query(MOVED_OFTEN, [crowded.id]);
      const applied = await house.db.query<{ id: string }>(APPLIED_OFTEN, [OWNER_ID, MANY]);
      for (const [index, { id: applicationId }] of applied.slice(0, 28).entries())
        await insertFollowUp(database, { ...(index < 8 ? DRAFT : SENT), applicationId, contactId: null });
      await house.db.query(SIGNED_IN_OFTEN, [OWNER_ID]);
      ids.webhook = await crowdSettings(house);
      const url = 'https://job-boards.greenhouse.io/crowded/jobs/1';
      await house.apply({ companyName: 'Contoso', title: 'Cook', stage: 'interview', contact, url });
      const [board] = await house.db.query<{ id: string }>(SHOWN_OFTEN, [OWNER_ID, MANY]);
      ids.board = board!.id;
      await house.db.query(IMPORTED_OFTEN, [OWNER_ID]);
      ids.letter = (await house.followUp(crowded.id, 'feedback_request', 'draft')).id;
      ids.crowded = crowded.id;
      ids.person = crowded.contactId!;
      await house.db.query(MET_OFTEN, [OWNER_ID, MANY]);
      await house.db.query(SPOKEN_OFTEN, [ids.person, MANY]);
    }

    it.each(withEntry('crowded'))('%s is readable to its end', async (_, path) => {
      await reader.open(addressed(path));
      const main = reader.page.getByRole('main');
      for (const name of [/more/i, /quieter/, 'Show each'])
        for (const verb of await main.getByRole('button', { name }).all()) await verb.click();
      expect(await main.getByRole('listitem').count()).toBeGreaterThan(MOST_AT_ONCE);
      expect(await reader.inTheWay()).toEqual([]);
    });

    it.each(withEntry('asks'))('%s waits in silence for a moment, then with a quiet word', async (_, asks, path) => {
      const { page } = reader;
      const { promise, resolve } = Promise.withResolvers<void>();
      await page.route(asks, async (route) => {
        if (!isOfPage(route)) await promise;
        await route.continue();
      });
      await page.addInitScript(TELL_WAITING);
      await page.goto(`${reader.url}${addressed(path)}`);
      await page.getByRole('status').getByText('A moment…').waitFor();
      expect(await page.evaluate('window.waitedFrom')).toBeGreaterThan(400);
      expect(await inTheWay(reader, 'waiting')).toEqual([]);
      resolve();
      await reader.opened();
      expect(reader.complaints).toEqual([]);
    });

    it('keeps what was shown until what comes is there, or the moment is over', async () => {
      const { page } = reader;
      await reader.open('/settings');
      const { promise, resolve } = Promise.withResolvers<void>();
      await page.route(SCREENS['/']!.asks!, (route) => promise.then(() => route.continue()));
      const before = await page.getByRole('heading', { level: 1 }).textContent();
      await page.getByRole('link', { name: 'Today' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(before);
      await page.getByRole('status').getByText('A moment…').waitFor();
      resolve();
      await page.getByRole('heading', { level: 1, name: /letters wait for your yes/ }).waitFor();
    });

    const refusals = [...withEntry('asks'), ['all of them', FRAME, '/'] as const];
    it.each(
      refusals.map(([route, asks, path], index) => {
        const refusal = REFUSALS[index % REFUSALS.length]!;
        return { route, asks, path, status: refusal.status, refusal };
      }),
    )('$route says what was refused ($status), and comes when somebody asks again', async ({ asks, path, refusal }) => {
      const { page } = reader;
      const refuse = (route: Route) =>
        isOfPage(route)
          ? route.continue()
          : route.fulfill({
              status: refusal.status,
              contentType: 'application/problem+json',
              body: JSON.stringify(refusal),
            });
      await page.route(asks, refuse);
      await page.goto(`${reader.url}${addressed(path)}`);
      await page.getByRole('heading', { level: 1, name: 'This page could not be shown.' }).waitFor();
      await page.getByRole('alert').filter({ hasText: refusal.detail }).waitFor();
      expect(await inTheWay(reader, 'refused', REFUSED)).toEqual([]);
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page
        .getByRole('heading', { level: 1, name: 'This page could not be shown.' })
        .waitFor({ state: 'detached' });
      await reader.opened();
    });

    /** The last: the house goes away. */
    it('stays as it was read while nobody answers, and says so; what was not read yet says that, too', async () => {
      const storageState = await reader.page.context().storageState();
      const readers = new Map<string, Reader>();
      for (const [route, { path, asks }] of Object.entries(SCREENS)) {
        if (asks === null || route === '/welcome') continue;
        const one = await Reader.come(browser, house.api.url, { storageState });
        readers.set(route, await one.open(addressed(path)));
      }
      await house.withoutApi(async () => {
        for (const [route, one] of readers) {
          await one.page.getByText('Not connected since').waitFor();
          expect([route, await one.page.getByRole('heading', { level: 1 }).textContent()]).not.toContain(
            'This page could not be shown.',
          );
          expect(await inTheWay(one, 'silence', SILENCE)).toEqual([]);
        }
        const one = readers.get('/')!;
        await one.page.getByRole('link', { name: 'Settings' }).click();
        await one.page.getByRole('heading', { level: 1, name: 'This page could not be shown.' }).waitFor();
        await one.page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
        expect(await one.inTheWay(SILENCE)).toEqual([]);
      });
      for (const one of readers.values()) await one.leave();
    });
  });
});
