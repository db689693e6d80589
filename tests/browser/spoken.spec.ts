import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { HOUR } from '../support/a-follow-up.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

/** What a screen reader is told of ten screens, read through and kept. `SPOKEN=write` writes what is told now. */
const KEPT = 'tests/browser/spoken';
const isWriting = process.env.SPOKEN === 'write';

const MAIL_ID = '20261124T100000000Z-00000001';
const MAIL = [
  'From: Olena Koval <olena@example.org>',
  'To: Mirko Hale <mirko@contoso.example>',
  'Subject: One question',
  'Date: Tue, 24 Nov 2026 10:00:00 +0000',
  '',
  'Dear Mirko',
].join('\r\n');

const DAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satu?r?|Sun)(?:day)?';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*';

/** Whatever is another one at another hour, or tomorrow. */
const VARIES: [RegExp, string][] = [
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '‹id›'],
  [new RegExp(`(?:${DAY},? )?\\d{1,2} ${MONTH}(?: \\d{4})?`, 'g'), '‹day›'],
  [new RegExp(`\\b${DAY}\\b`, 'g'), '‹day›'],
  [/\b\d{1,2}:\d\d\b/g, '‹time›'],
  // Where it is late, another clock has another day.
  [/· ‹day›, ‹time› yours/g, '· ‹time› yours'],
  // What is drawn is told by its name.
  [/(img "The plan, drawn[^"]*"'?):.*/g, '$1'],
  [/127\.0\.0\.1:\d+/g, '‹here›'],
  [/(?<=, in [^.\n]*)\b(?:morning|afternoon|evening)(?=[.,])/g, '‹part of the day›'],
  [/\b(?:on ‹day›|today|tomorrow)(?=,| at| in their|\.)/gi, '‹when›'],
];

const spoken = async (page: Page): Promise<string> => {
  const told = await page.locator('body').ariaSnapshot();
  return `${VARIES.reduce((text, [what, word]) => text.replaceAll(what, word), told)}\n`;
};

(hasBrowser ? describe : describe.skip)('told to somebody who does not see', () => {
  let house: House;
  let mails: string;
  let browser: Browser;
  let reader: Reader;
  const ids: Record<string, string> = { mail: MAIL_ID };
  const addressed = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!);

  beforeAll(async () => {
    mails = await mkdtemp(join(tmpdir(), 'captured-'));
    await writeFile(join(mails, `${MAIL_ID}.eml`), MAIL);
    house = await House.open(undefined, {}, { CAPTURED_MAIL_DIR: mails });
    await house.api.expect('PATCH', '/settings', {
      approval: 'review',
      timezone: 'Europe/Kyiv',
      reflection: { delay: 'P2D' },
      // After the look back, whatever the hour.
      feedbackRequest: { delay: 'P4D' },
    });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await rm(mails, { recursive: true, force: true });
  });

  async function isAsKept(name: string): Promise<void> {
    const file = join(KEPT, `${name}.aria.yml`);
    const told = await spoken(reader.page);
    if (isWriting) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(file, told);
    }
    expect(told).toBe(
      existsSync(file) ? readFileSync(file, 'utf8') : `Nothing is kept at ${file}: SPOKEN=write writes it.`,
    );
  }

  it.each([
    ['today-empty', '/'],
    ['welcome', '/welcome'],
  ])('%s', async (name, path) => {
    await reader.open(path);
    await isAsKept(name);
  });

  describe('of a house in which somebody lives', () => {
    beforeAll(async () => {
      const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague', country: 'CZ' };
      const rejected = await house.apply({
        companyName: 'Contoso',
        title: 'Data Engineer',
        stage: 'interview',
        url: 'https://contoso.example/jobs/7',
        requirements: 'Five years of Python.',
        contact,
      });
      const words = 'We went with somebody who has run Kafka.';
      await house.api.expect('POST', `/applications/${rejected.id}/rejection`, { reason: { words } });
      const ana = { name: 'Ana Lima', email: 'ana@fabrikam.example', timezone: 'Europe/Prague' };
      const talk = await house.apply({ companyName: 'Fabrikam', title: 'Engineer', stage: 'screening', contact: ana });
      const scheduledAt = new Date(Date.now() + 3 * HOUR).toISOString();
      await house.api.expect('POST', `/applications/${talk.id}/stage`, { stage: 'interview', scheduledAt });
      const letter = await house.followUp(rejected.id, 'feedback_request', 'draft');
      await house.followUp(talk.id, 'interview_prep', 'sent');
      const reminder = await house.followUp(rejected.id, 'reflection', 'waiting');
      const wrote = { kind: 'mail', direction: 'in' };
      await house.api.expect('POST', `/contacts/${talk.contactId}/touches`, wrote);
      Object.assign(ids, { rejected: rejected.id, talk: talk.id, letter: letter.id, reminder: reminder.id });
      await house.settled();
    });

    it.each([
      ['today', '/'],
      ['applications', '/applications'],
      ['application', '/applications/:rejected'],
      ['letter', '/follow-ups/:letter'],
      ['reminder', '/follow-ups/:reminder'],
      ['captured-mail', '/captured-mail'],
      ['settings', '/settings'],
    ])('%s', async (name, path) => {
      await reader.open(addressed(path));
      await isAsKept(name);
    });

    it('they-said-no', async () => {
      await reader.open(addressed('/applications/:talk?no=:talk'));
      await reader.page.getByRole('dialog').getByText('You can read, hold, move').waitFor();
      await isAsKept('they-said-no');
    });
  });
});
