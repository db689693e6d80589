import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { addressesOf } from '../support/addresses.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';

const MAIL = [
  'From: "Olena Koval" <olena@example.org>',
  'To: Mirko Hale <mirko@contoso.example>',
  `Subject: ${LONG.repeat(2)}`,
  'Date: Tue, 24 Nov 2026 10:00:00 +0000',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Dear Mirko</p>',
].join('\r\n');

/** Nobody is asked for what is watched here. */
const NO_BOARDS = { BOARD_BASE_URLS: '{"greenhouse":"http://127.0.0.1:9"}' };

/** Runs in the page: WCAG 2.2, 1.4.12. */
const SPACED = `document.documentElement.style.removeProperty('font-size');
  for (const { style } of document.querySelectorAll('body *'))
    Object.assign(style, { letterSpacing: '0.12em', wordSpacing: '0.16em', lineHeight: '1.5' })`;

/** Every address of routes.tsx, and what is seen there. */
const SCREENS: Record<string, string[]> = {
  '/': ['/'],
  '/sign-in': ['/sign-in'],
  '/welcome': ['/welcome'],
  '/applications': [
    '/applications',
    '/applications?stage=offer',
    '/applications?no=new',
    '/applications?view=board',
    '/applications?add=new',
  ],
  '/applications/$id': [
    '/applications/:rejected',
    '/applications/:long',
    '/applications/:long?no=:long',
    '/applications/:withdrawn',
    '/applications/:removed',
  ],
  '/applications/$id/look-back': ['/applications/:rejected/look-back', '/applications/:withdrawn/look-back'],
  '/people': ['/people', '/people?warmth=cold&who=beside'],
  '/people/$id': ['/people/:person', '/people/:silent', '/people/:person?merge=true'],
  '/follow-ups/$id': ['/follow-ups/:letter', '/follow-ups/:thread', '/follow-ups/:reminder'],
  '/radar': ['/radar', '/radar?show=closed&boards=trouble'],
  '/radar/boards/$id': ['/radar/boards/:board', '/radar/boards/:board?gone=true&q=nothing'],
  '/look-back': ['/look-back'],
  '/look-back/pattern': ['/look-back/pattern'],
  '/plan': ['/plan', '/plan?show=letters&stands=draft'],
  '/captured-mail': ['/captured-mail'],
  '/captured-mail/$id': ['/captured-mail/:mail'],
  '/import': ['/import'],
  '/settings': ['/settings', '/settings?keys=true'],
  '/settings/letters': ['/settings/letters'],
  '/settings/cadences': ['/settings/cadences'],
  '/settings/webhooks': ['/settings/webhooks', '/settings/webhooks?making=true'],
  '/settings/webhooks/$id': ['/settings/webhooks/:webhook'],
  '/settings/access': ['/settings/access'],
  '/settings/removed': ['/settings/removed'],
  '/settings/installation': ['/settings/installation'],
  $: ['/nowhere/at-all'],
};

it('each screen has its entry here', () => {
  expect(new Set(Object.keys(SCREENS))).toEqual(new Set(addressesOf()));
});

(hasBrowser ? describe : describe.skip)('every screen', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let mails: string;
  const ids: Record<string, string> = {};
  const addressed = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? name);

  beforeAll(async () => {
    mails = await mkdtemp(join(tmpdir(), 'captured-'));
    ids.mail = '20261124T100000000Z-00000001';
    await writeFile(join(mails, `${ids.mail}.eml`), MAIL);
    house = await House.open(undefined, NO_BOARDS, { CAPTURED_MAIL_DIR: mails });
    await house.api.expect('PATCH', '/settings', { approval: 'review' });
    const rejected = await house.apply({
      companyName: 'Contoso',
      title: 'Data Engineer',
      stage: 'interview',
      url: 'https://job-boards.greenhouse.io/contoso/jobs/1',
      requirements: 'Five years of Python.\nStreaming in production.',
      contact: { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague', country: 'CZ' },
    });
    const words = '<b>We</b> went with somebody who has run Kafka. ‮Right to left.‬ 🙏';
    await house.api.expect('POST', `/applications/${rejected.id}/rejection`, { reason: { words } });
    const long = await house.apply({
      companyName: LONG.repeat(3).trim(),
      title: LONG.repeat(3).trim(),
      stage: 'offer',
    });
    const letter = await eventually(
      async () => (await house.plan(rejected.id)).find(({ audience }) => audience === 'contact'),
      { what: 'the letter' },
    );
    const reminder = (await house.plan(rejected.id)).find(({ audience }) => audience === 'candidate')!;
    const withdrawn = await house.apply({ companyName: 'Fabrikam', title: 'Engineer', stage: 'withdrawn' });
    const removed = await house.apply({ companyName: LONG.trim(), title: LONG.trim() });
    await house.api.expect('DELETE', `/applications/${removed.id}`);
    const contact = { name: LONG.trim(), email: `${'olena.'.repeat(9)}koval@northwind.example` };
    const answered = await house.apply({ companyName: 'Northwind', title: 'Engineer', stage: 'interview', contact });
    const messageId = `<${'no'.repeat(80)}@northwind.example>`;
    await house.api.expect('POST', `/applications/${answered.id}/rejection`, { messageId, subject: LONG });
    const thread = await house.followUp(answered.id, 'feedback_request', 'draft');
    const silent = { name: LONG.trim(), role: 'adviser', companyName: LONG.trim(), notes: LONG.repeat(3) };
    ids.silent = (await house.api.expect<{ id: string }>('POST', '/contacts', silent)).id;
    ids.person = rejected.contactId!;
    Object.assign(ids, { withdrawn: withdrawn.id, removed: removed.id, thread: thread.id });
    Object.assign(ids, { rejected: rejected.id, long: long.id, letter: letter.id, reminder: reminder.id });
    const url = `${house.receiver.url}/${'long'.repeat(200)}`;
    const { id: webhook } = await house.api.expect<{ id: string }>('POST', '/webhook-endpoints', { url });
    await house.api.expect('POST', `/webhook-endpoints/${webhook}/test`);
    Object.assign(ids, { webhook });
    const [board] = (await house.api.expect<{ data: { id: string }[] }>('GET', '/boards')).data;
    ids.board = board!.id;
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await rm(mails, { recursive: true, force: true });
  });

  it.each(Object.values(SCREENS).flat())(
    '%s: nothing in anybody’s way, nothing against its policy, nothing on the console, at any size',
    async (path) => {
      const guest = path === '/sign-in' ? await Reader.come(browser, house.api.url) : reader;
      await guest.open(addressed(path));
      expect(await guest.inTheWay()).toEqual([]);
      await guest.page.setViewportSize({ width: 320, height: 640 });
      await guest.page.evaluate(`document.documentElement.style.setProperty('font-size', '200%')`);
      expect(await guest.overhang()).toBe(0);
      await guest.page.evaluate(SPACED);
      expect(await guest.overhang()).toBe(0);
      await guest.page.setViewportSize({ width: 1280, height: 860 });
      if (guest !== reader) await guest.leave();
    },
  );
});
