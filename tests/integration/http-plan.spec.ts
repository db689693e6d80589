import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter, fromNow, HOUR } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const DAY = 24 * HOUR;

describe('the plan of an application', () => {
  let api: ApplicationsApi;
  let database: Database;
  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
    await api.call('PATCH', '/api/v1/settings', { timezone: 'Europe/Kyiv' });
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  const plan = (id: string | null, query = '') => api.call('GET', `/api/v1/applications/${id}/plan${query}`);
  const abroad = { timezone: 'Asia/Tokyo', country: 'JP' };
  const gap = (from: unknown, to: unknown) => Date.parse(String(to)) - Date.parse(String(from));

  it('is its steps, from a day ago to two days after the last near one', async () => {
    const letter = await aLetter(database, { dueAt: fromNow(3 * DAY) }, { contact: abroad });
    const { status, body } = await plan(letter.applicationId);
    expect(status).toBe(200);
    const { now, timezone, from, to, steps } = body as Record<string, unknown>;
    expect(timezone).toBe('Asia/Tokyo');
    expect((steps as object[])[0]).toEqual((await api.call('GET', `/api/v1/follow-ups/${letter.id}`)).body);
    expect(gap(from, now)).toBe(DAY);
    expect(gap(letter.dueAt.toISOString(), to)).toBe(2 * DAY);
  });

  it('shows the mornings there, and the days without one by name', async () => {
    const { applicationId, contactId } = await aLetter(database, {}, { contact: abroad });
    const newYear = '?from=2026-12-30T12:00:00Z&to=2027-01-04T12:00:00Z';
    const { body } = await plan(applicationId, newYear);
    expect(body).toMatchObject({ from: '2026-12-30T12:00:00.000Z', to: '2027-01-04T12:00:00.000Z' });
    expect(body!.closedDays).toEqual([
      { date: '2026-12-31', code: 'holiday', name: expect.any(String) },
      { date: '2027-01-01', code: 'holiday', name: "New Year's Day" },
      { date: '2027-01-02', code: 'holiday', name: expect.any(String) },
      { date: '2027-01-03', code: 'holiday', name: expect.any(String) },
    ]);
    const [first] = body!.openings as { start: string }[];
    expect(first!.start.slice(0, 10)).toMatch(/^2027-01-0[34]$/);
    await api.call('PATCH', `/api/v1/contacts/${contactId}`, { timezone: null, country: null });
    const home = (await plan(applicationId, newYear)).body!;
    expect(home).toMatchObject({ timezone: 'Europe/Kyiv', closedDays: [{ code: 'weekday' }, { code: 'weekday' }] });
  });

  it('asks whoever is the contact now', async () => {
    const { applicationId } = await aLetter(database, {}, { contact: abroad });
    const contact = { name: 'Sam Okafor', email: `${randomUUID()}@people.example`, timezone: 'Africa/Lagos' };
    await api.call('PATCH', `/api/v1/applications/${applicationId}`, { contact });
    expect((await plan(applicationId)).body).toMatchObject({ timezone: 'Africa/Lagos' });
    await api.call('PATCH', `/api/v1/applications/${applicationId}`, { contact: null });
    expect((await plan(applicationId)).body).toMatchObject({ timezone: 'Europe/Kyiv' });
  });

  it('is refused backwards, for longer than sixty days, and to a stranger', async () => {
    const { applicationId } = await aLetter(database, {}, { contact: abroad });
    const codes = async (query: string) => {
      const { status, body } = await plan(applicationId, query);
      return `${status} ${body?.code}`;
    };
    expect(await codes('?from=2026-12-02T00:00:00Z&to=2026-12-01T00:00:00Z')).toBe('422 ends_before_it_begins');
    expect(await codes('?from=2026-12-02T00:00:00Z&to=2027-03-01T00:00:00Z')).toBe('422 range_too_long');
    expect(await codes('?from=soon')).toBe('422 invalid_query');
    const { authorization } = await api.addStranger();
    const path = `/api/v1/applications/${applicationId}/plan`;
    expect((await api.call('GET', path, undefined, { authorization })).status).toBe(404);
  });
});
