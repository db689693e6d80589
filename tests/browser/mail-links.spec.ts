import { REMINDER_KINDS, type ReminderKind } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { insertFollowUp } from '../support/a-follow-up.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { allRows } from '../support/every-row.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

/** Where the worker's mails lead: the installation under its usual address, or any other. */
const PUBLIC_URL = 'http://127.0.0.1:3000';
const HOUR = 3_600_000;

/** The verb of each kind, which stands first on its page. */
const VERB: Record<ReminderKind, string> = {
  check_in: 'I said hello',
  half_year: 'I said hello',
  reflection: 'I have looked back',
  streak: 'I looked',
  find_contact: 'I looked',
  reopened: 'I have seen it',
  vacancy_closed: 'I have seen it',
  new_roles: 'I have seen them',
  related_role: 'I have seen it',
  board_gone: 'I have seen it',
  interview_prep: 'I am prepared',
};

/** Where it is done, if there is such a place. */
const placeOf = ({ id, kind, application }: { id: string; kind: ReminderKind; application: string }): string => {
  if (kind === 'streak') return '/look-back/pattern';
  return kind === 'reflection' ? `/applications/${application}/look-back` : `/follow-ups/${id}`;
};

interface Mail {
  subject: string;
  links: string[];
}

(hasBrowser ? describe : describe.skip)('the links of mails', () => {
  let house: House;
  let browser: Browser;
  let database: Database;
  let reader: Reader;
  let mails: Mail[];
  /** By where each leads. */
  const kinds = new Map<string, ReminderKind>();

  beforeAll(async () => {
    house = await House.open(undefined, { PUBLIC_URL });
    database = await Database.connect(house.db.apiUrl, { name: 'mail links', poolSize: 2 });
    await house.api.expect('PATCH', '/settings', {
      approval: 'review',
      timezone: 'Europe/Kyiv',
      streak: { length: 2 },
    });
    await arrangeEveryKind();
    await sendAll();
    mails = await mailsToMe();
    browser = await launch();
    reader = await Reader.come(browser, house.api.url);
  });
  afterAll(async () => {
    await browser?.close();
    await database?.close();
    await house?.close();
  });

  /** Most as they come about; what takes a board and weeks is written down as its planner would. */
  async function arrangeEveryKind(): Promise<void> {
    const contact = { name: 'Dana Ito', email: 'dana@northwind.example', timezone: 'Europe/Berlin' };
    const northwind = { companyName: 'Northwind', title: 'Backend Engineer', stage: 'interview', contact };
    const rejected = await house.apply(northwind);
    const alone = await house.apply({ companyName: 'Contoso', title: 'Data Engineer', stage: 'interview' });
    // In a row: an interview between them would begin it anew.
    for (const { id } of [rejected, alone]) await house.api.expect('POST', `/applications/${id}/rejection`, {});
    await house.settled();
    await becomes(rejected.vacancyId, 'closed');
    await becomes(rejected.vacancyId, 'open');
    const open = await house.apply({ companyName: 'Fabrikam', title: 'Engineer', stage: 'applied' });
    await becomes(open.vacancyId, 'closed');
    const talk = await house.apply({ companyName: 'Tailspin', title: 'Engineer', stage: 'screening' });
    const scheduledAt = new Date(Date.now() + 72 * HOUR).toISOString();
    await house.api.expect('POST', `/applications/${talk.id}/stage`, { stage: 'interview', scheduledAt });

    const [boardId, at] = [randomUUID(), new Date(Date.now() - HOUR).toISOString()];
    await house.db.query(
      `insert into boards (id, provider, slug, next_sweep_at) values ($1, 'greenhouse', 'northwind', null)`,
      [boardId],
    );
    await house.db.query(
      `insert into watches (id, candidate_id, board_id, vacancy_id)
       select gen_random_uuid(), candidate_id, $1, id from vacancies where id = $2`,
      [boardId, rejected.vacancyId],
    );
    await house.db.query(
      `insert into postings (board_id, posting_id, title, locations, job_ids, status, first_seen_at, announced_at)
       values ($1, '7', 'Platform Engineer', '[]', '[]', 'open', $2, $2)`,
      [boardId, at],
    );
    const told = { audience: 'candidate', applicationId: rejected.id, contactId: null } as const;
    const announcements = [{ boardId, at, toldApart: [] }];
    const gone = { name: 'northwind on Greenhouse', goneSince: at, title: northwind.title };
    await insertFollowUp(database, {
      ...told,
      kind: 'new_roles',
      details: { companyId: rejected.companyId, announcements },
    });
    await insertFollowUp(database, {
      ...told,
      kind: 'related_role',
      details: { role: { title: 'Platform Engineer', url: null } },
    });
    await insertFollowUp(database, { ...told, kind: 'board_gone', details: { board: gone } });
    await house.settled();
  }

  const becomes = (vacancyId: string, status: 'closed' | 'open') =>
    house.api.expect('POST', `/vacancies/${vacancyId}/observations`, { status });

  /** At once, so that whatever may go together goes as one mail. */
  async function sendAll(): Promise<void> {
    const reminders = () =>
      house.db.query<{ id: string; kind: ReminderKind; state: string; application: string }>(
        `select id, kind, state, application_id as application from follow_ups where audience = 'candidate' and state <> 'skipped'`,
      );
    const planned = await eventually(
      async () => {
        const rows = await reminders();
        return REMINDER_KINDS.every((kind) => rows.some((row) => row.kind === kind)) && rows;
      },
      { what: 'a reminder of every kind' },
    );
    for (const reminder of planned) kinds.set(placeOf(reminder), reminder.kind);
    await house.db.query(
      `update follow_ups set due_at = now() - interval '1 second' where audience = 'candidate' and state = 'waiting'`,
    );
    await eventually(async () => (await reminders()).every(({ state }) => state === 'sent'), {
      what: 'every reminder being sent',
    });
    await house.settled();
  }

  async function mailsToMe(): Promise<Mail[]> {
    const parsed = await Promise.all(house.mailTo('olena@example.org').map(({ raw }) => simpleParser(raw)));
    return parsed.map(({ subject = '', text = '', html }) => {
      const here = (all: string) =>
        all.match(/https?:\/\/[^\s"<>]+/g)?.filter((url) => url.startsWith(PUBLIC_URL)) ?? [];
      return { subject, links: [...new Set([...here(text), ...here(html || '')])].map((url) => new URL(url).pathname) };
    });
  }

  /** But for when a session was last used. */
  const rows = async () => {
    const all = await allRows(house.db.ownerUrl);
    delete all.credentials;
    return all;
  };

  it('lead from each kind, and from each part of a digest, to an address of its own', () => {
    const digest = mails.find(({ subject }) => subject.includes(' reminders for '))!;
    expect(digest.subject).toMatch(new RegExp(`^${digest.links.length - 1} reminders for`));
    expect(digest.links.at(-1)).toBe('/');
    for (const { subject, links } of mails) if (subject !== digest.subject) expect(links).toHaveLength(1);
    const parts = mails.flatMap(({ links }) => links).filter((link) => link !== '/');
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.toSorted()).toEqual([...kinds.keys()].toSorted());
    expect(new Set(parts.map((link) => kinds.get(link)))).toEqual(new Set(REMINDER_KINDS));
  });

  it('are answered to whoever opens them all, such as a scanner, and nothing changes', async () => {
    const before = await rows();
    for (const link of mails.flatMap(({ links }) => links)) {
      const answer = await fetch(`${house.api.url}${link}`, { headers: { accept: 'text/html' } });
      expect([link, answer.status]).toEqual([link, 200]);
    }
    expect(await rows()).toEqual(before);
  });

  it('lead whoever is signed out to the door, and on to where they were going', async () => {
    const link = mails.at(0)!.links[0]!;
    const { page } = reader;
    await page.goto(`${reader.url}${link}`);
    await page.getByLabel('Or a token').fill(TEST_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${reader.url}${link}`);
    await page
      .getByRole('main')
      .getByRole('button', { name: VERB[kinds.get(link)!] })
      .waitFor();
  });

  it('open a page each on which its verb stands first, and opening changes nothing', async () => {
    const before = await rows();
    const { page } = reader;
    for (const link of mails.flatMap(({ links }) => links)) {
      await reader.open(link);
      const kind = kinds.get(link);
      if (kind === undefined) continue;
      expect([kind, await page.getByRole('main').getByRole('button').first().textContent()]).toEqual([
        kind,
        VERB[kind],
      ]);
    }
    expect(await rows()).toEqual(before);
    expect(reader.complaints).toEqual([]);
  });

  it('to what is gone, or that were cut on the way, say so with a way on', async () => {
    const { page } = reader;
    const id = randomUUID();
    for (const link of [`/follow-ups/${id}`, `/follow-ups/${id.slice(0, 20)}`]) {
      await page.goto(`${reader.url}${link}`);
      await page.getByRole('heading', { level: 1, name: 'There is nothing here.' }).waitFor();
    }
    await page.getByRole('main').getByRole('link', { name: 'To today' }).click();
    await page.waitForURL(`${reader.url}/`);
  });
});
