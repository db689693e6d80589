import { DEFAULT_SETTINGS } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const SETTINGS = '/api/v1/settings';

describe('settings', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  it('are the defaults until they are changed, member by member', async () => {
    expect((await api.call('GET', SETTINGS)).body).toEqual(DEFAULT_SETTINGS);
    await api.call('PATCH', SETTINGS, { timezone: 'Europe/Kyiv', sendingWindow: { days: ['sat'] } });
    const changed = await api.call('PATCH', SETTINGS, { sendingWindow: { from: '00:00', to: '24:00' } });
    const expected = {
      ...DEFAULT_SETTINGS,
      timezone: 'Europe/Kyiv',
      sendingWindow: { days: ['sat'], from: '00:00', to: '24:00', skipHolidays: true },
    };
    expect(changed.body).toEqual(expected);
    expect((await api.call('GET', SETTINGS)).body).toEqual(expected);
    const facts = await api.db.query<{ data: { fields: string[] } }>(
      `select data from events where type = 'settings.changed.v1' order by id`,
    );
    expect(facts.map(({ data }) => data.fields)).toEqual([['timezone', 'sendingWindow'], ['sendingWindow']]);
  });

  it('are asked of a newcomer once: what was said stands, also where it is what holds without a word', async () => {
    const isNewcomer = async () => (await api.call('GET', '/api/v1/me')).body?.newcomer;
    expect(await isNewcomer()).toBe(true);
    await api.call('PATCH', SETTINGS, { timezone: 'Europe/Warsaw' });
    expect(await isNewcomer()).toBe(true);
    await api.call('PATCH', SETTINGS, { approval: DEFAULT_SETTINGS.approval });
    expect(await isNewcomer()).toBe(false);
  });

  it('are not asked of whoever came before them', async () => {
    const other = await startApplicationsApi();
    const before = await other.call('GET', '/api/v1/me');
    await other.call('POST', '/api/v1/applications', { companyName: 'Contoso', title: 'Data Engineer' });
    const after = await other.call('GET', '/api/v1/me');
    expect([before.body?.newcomer, after.body?.newcomer]).toEqual([true, false]);
    await other.stop();
  });

  it('say nothing when nothing changed', async () => {
    const before = await rowCounts(api.db);
    await api.call('PATCH', SETTINGS, { looking: true });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it.each([
    ['a window that ends before it begins', { sendingWindow: { from: '12:00', to: '11:00' } }, '/sendingWindow/to'],
    ['a window that begins at 24:00', { sendingWindow: { from: '24:00' } }, '/sendingWindow/from'],
    ['a window on no day', { sendingWindow: { days: [] } }, '/sendingWindow/days'],
    ['an unknown time zone', { timezone: 'Europe/Nowhere' }, '/timezone'],
    ['a negative duration', { feedbackRequest: { delay: '-P1D' } }, '/feedbackRequest/delay'],
    ['a duration of a hundred years', { contactGap: 'P100Y' }, '/contactGap'],
    ['no mail a day', { mailbox: { dailyCap: 0 } }, '/mailbox/dailyCap'],
    ['a streak of one', { streak: { length: 1 } }, '/streak/length'],
    ['an unknown member', { sendingWindow: { holidays: true } }, '/sendingWindow/holidays'],
  ])('refuse %s', async (_what, patch, pointer) => {
    const before = (await api.call('GET', SETTINGS)).body;
    const answer = await api.call('PATCH', SETTINGS, patch);
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect((await api.call('GET', SETTINGS)).body).toEqual(before);
  });

  it('have defaults that are told, whatever was changed', async () => {
    expect((await api.call('GET', `${SETTINGS}/defaults`)).body).toEqual(DEFAULT_SETTINGS);
  });

  it('leave out holidays that are named, of the places where somebody is', async () => {
    await api.call('PATCH', SETTINGS, { sendingWindow: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } });
    const contact = (fields: object) => api.call('POST', '/api/v1/contacts', fields);
    await contact({ name: 'Dana Ito', country: 'JP', timezone: 'Asia/Tokyo' });
    await contact({ name: 'Ken Abe', country: 'JP', timezone: 'Asia/Tokyo' });
    await contact({ name: 'Nobody Asked', country: 'FR', doNotContact: true });
    await contact({ name: 'Somebody', timezone: 'Europe/Paris' });
    const { body } = await api.call('GET', `${SETTINGS}/holidays`);
    expect(body).toMatchObject({ leftOut: true, unknown: 1 });
    const days = body!.days as { country: string; people: number; names: string[] }[];
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days.map(({ country, people }) => `${country} ${people}`))).toEqual(new Set(['JP 2']));
    expect(days[0]!.names.toSorted()).toEqual(['Dana Ito', 'Ken Abe']);
  });

  it('of the account are name and address', async () => {
    const me = await api.call('GET', '/api/v1/me');
    expect(me.body).toMatchObject({ name: 'Olena Koval', email: 'olena@example.org' });
    const changed = await api.call('PATCH', '/api/v1/me', { name: 'Олена', email: null });
    expect(changed.body).toMatchObject({ id: me.id, name: 'Олена', email: null });
    const nameless = await api.call('PATCH', '/api/v1/me', { name: null });
    expect(nameless.body).toMatchObject({ name: null, email: null });
    const blank = await api.call('PATCH', '/api/v1/me', { name: ' ' });
    expect(blank.body).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] });
    const refused = await api.call('PATCH', '/api/v1/me', { email: 'a@b.example\nBcc: c@d.example' });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/email' }] });
    const stale = { 'if-match': 'W/"0"' };
    expect((await api.call('PATCH', '/api/v1/me', { name: 'Late' }, stale)).status).toBe(412);
  });

  it('are each candidate’s own', async () => {
    const { authorization } = await api.addStranger();
    expect((await api.call('GET', SETTINGS, undefined, { authorization })).body).toEqual(DEFAULT_SETTINGS);
  });
});
