/** On real exports and postings, read where they lie beside the project; nothing of them is copied into it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';

jest.setTimeout(90_000);

const DATA = join(process.cwd(), '../shared/data');
const isThere = existsSync(DATA);
if (!isThere) process.stderr.write(`${DATA} is absent: the tests on real data are skipped.\n`);
const onRealData = isThere ? describe : describe.skip;

interface Posting {
  company: string;
  title: string;
  location: string;
  url: string;
}

interface Recorded {
  id: string;
  companyName: string;
  title: string;
  url: string;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(DATA, path), 'utf8')) as T;
}

function postings(): Posting[] {
  const ashby = read<{ jobs: { title: string; location: string; jobUrl: string }[] }>('boards/ashby/alan.json').jobs;
  const greenhouse = read<{ jobs: { title: string; location: { name: string }; absolute_url: string }[] }>(
    'boards/greenhouse/amplitude.json',
  ).jobs;
  const lever =
    read<{ text: string; categories: { location: string }; hostedUrl: string }[]>('boards/lever/spotify.json');
  return [
    ...ashby.slice(0, 6).map((job) => ({ company: 'Alan', title: job.title, location: job.location, url: job.jobUrl })),
    ...greenhouse.map((job) => ({
      company: 'Amplitude',
      title: job.title,
      location: job.location.name,
      url: job.absolute_url,
    })),
    ...lever.map((job) => ({
      company: 'Spotify',
      title: job.text,
      location: job.categories.location,
      url: job.hostedUrl,
    })),
  ];
}

onRealData('on real data', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house?.close());

  async function letterTo(email: string) {
    const mail = await eventually(() => house.mailTo(email)[0], { what: `the letter to ${email}` });
    return simpleParser(mail.raw);
  }

  async function recorded(csv: string): Promise<{ id: string; state: string }> {
    const { id } = await house.api.expect<{ id: string }>('POST', '/imports', csv, { 'content-type': 'text/csv' });
    return eventually(
      async () => {
        const now = await house.api.expect<{ id: string; state: string }>('GET', `/imports/${id}`);
        return now.state !== 'waiting' && now.state !== 'running' && now;
      },
      { what: 'the import being over' },
    );
  }

  it("imports LinkedIn's export, and one of its applications, once rejected, becomes a letter", async () => {
    const csv = readFileSync(join(DATA, 'csv/linkedin_job_applications_redacted.csv'), 'utf8');
    const imported = await recorded(csv);
    expect(imported).toMatchObject({ state: 'done', created: 26, problems: [] });
    expect(await recorded(csv)).toMatchObject({ state: 'done', created: 0, unchanged: 26 });

    const { data } = await house.api.expect<{ data: Recorded[] }>(
      'GET',
      `/applications?importId=${imported.id}&limit=100`,
    );
    expect(data).toHaveLength(26);
    const { id } = data.find(({ companyName, title, url }) => csv.includes(`${companyName},${title},${url},`))!;
    const email = 'recruiter@multirecruit.example';
    const application = await house.api.expect<Recorded>('PATCH', `/applications/${id}`, {
      contact: { name: 'Ravi Menon', email, timezone: 'Asia/Kolkata', country: 'IN' },
    });
    await house.api.expect('POST', `/applications/${id}/stage`, { stage: 'screening' });
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const letter = await letterTo(email);
    for (const part of [application.title, application.companyName, application.url])
      expect(letter.text).toContain(part);
  });

  it('keeps title, place and URL of real postings unchanged into the letter', async () => {
    const real = postings();
    expect(real.length).toBeGreaterThan(8);
    for (const [index, { company, title, location, url }] of real.entries()) {
      const email = `recruiter-${index}@board.example`;
      const vacancy = await house.api.expect<{ id: string }>('POST', '/vacancies', {
        companyName: company,
        title,
        location,
        url,
      });
      const application = await house.apply({
        companyName: company,
        title,
        url,
        stage: 'interview',
        contact: { name: 'Mo', email },
      });
      expect(application.vacancyId).toBe(vacancy.id);
      await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    }
    for (const [index, { title, location, url }] of real.entries()) {
      const letter = await letterTo(`recruiter-${index}@board.example`);
      for (const part of [title, location, url]) expect(letter.text).toContain(part);
    }
  });
});
