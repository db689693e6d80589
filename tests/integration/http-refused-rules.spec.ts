/** Whatever refuses says which rule it is and what its sentence tells, beside the words, so that a page can say it in its own. */
import { RULES } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

let api: ApplicationsApi;
beforeAll(async () => {
  api = await startApplicationsApi();
});
afterAll(() => api.stop());

const errorsOf = async (method: string, path: string, body?: object) =>
  (await api.call(method, `/api/v1${path}`, body)).body?.errors;

describe('a member that is refused names the rule', () => {
  const job = { companyName: 'Acme', title: 'Engineer' };
  it.each<[string, string, object, object]>([
    ['POST', '/applications', { ...job, companyName: ' ' }, { pointer: '/companyName', code: 'blank', facts: {} }],
    ['POST', '/applications', { ...job, title: 'a\nb' }, { pointer: '/title', code: 'several_lines', facts: {} }],
    [
      'POST',
      '/applications',
      { ...job, companyName: 'x'.repeat(301) },
      { pointer: '/companyName', code: 'too_big', facts: { of: 'string', maximum: 300 } },
    ],
    ['POST', '/applications', { ...job, appliedAt: 'soon' }, { code: 'not_an_instant', facts: {} }],
    [
      'POST',
      '/applications',
      { ...job, appliedAt: '1900-01-01T00:00:00Z' },
      { code: 'out_of_years', detail: 'must lie between 1970 and 2200' },
    ],
    [
      'POST',
      '/applications',
      { ...job, stage: 'saved', appliedAt: '2026-01-01T00:00:00Z' },
      { pointer: '/appliedAt', code: 'applied_though_saved' },
    ],
    ['POST', '/applications', { ...job, url: 'https://a:b@c.example' }, { code: 'url_with_credentials' }],
    ['POST', '/applications', { title: 'Engineer' }, { code: 'invalid_type', facts: { expected: 'string' } }],
    ['POST', '/contacts', { name: 'Ada', email: 'ada' }, { pointer: '/email', code: 'not_an_address' }],
    ['POST', '/contacts', { name: 'Ada', timezone: 'Mars' }, { code: 'not_a_time_zone' }],
    ['POST', '/contacts', { name: 'Ada', country: 'UK' }, { code: 'not_a_country' }],
    ['POST', '/contacts', { name: 'Ada', country: 'DE', region: 'FR-IDF' }, { code: 'region_elsewhere' }],
    [
      'POST',
      '/contacts',
      { name: 'Ada', role: 'boss' },
      { code: 'invalid_value', facts: { allowed: 'recruiter, hiring_manager, agency_recruiter, peer, adviser' } },
    ],
    ['PATCH', '/settings', { contactGap: 'P20Y' }, { code: 'duration_too_long' }],
    ['PATCH', '/settings', { sendingWindow: { days: ['mon', 'mon'] } }, { code: 'day_twice' }],
    ['POST', '/boards', {}, { pointer: '', code: 'board_or_url' }],
  ])('%s %s %j', async (method, path, body, expected) => {
    expect(await errorsOf(method, path, body)).toContainEqual(expect.objectContaining(expected));
  });

  it('also of a query and of an id', async () => {
    expect(await errorsOf('GET', '/applications?cursor=x')).toMatchObject([{ code: 'not_a_cursor' }]);
    expect(await errorsOf('GET', '/applications/x')).toMatchObject([{ code: 'not_a_uuid', detail: 'must be a UUID' }]);
  });
});

describe('a problem as a whole says what its sentence tells, too', () => {
  const id = '0198c0de-0000-7000-8000-000000000001';
  it.each<[string, string, object | undefined, object]>([
    ['GET', `/companies/${id}`, undefined, { code: 'not_found', facts: { what: 'company', id } }],
    ['GET', `/boards/${id}`, undefined, { detail: `You watch no board ${id}.`, facts: { what: 'board', id } }],
    [
      'PUT',
      '/companies',
      undefined,
      { code: 'method_not_allowed', facts: { method: 'PUT', path: '/api/v1/companies', allow: 'GET, HEAD, POST' } },
    ],
    [
      'POST',
      '/companies',
      { name: ' ', size: 9 },
      {
        code: 'invalid_body',
        detail: 'The body is not as this route takes it: /name must not be blank (and 1 more).',
        facts: { of: 'route', at: '/name', said: 'blank', others: 1, orMore: false },
      },
    ],
    [
      'GET',
      '/companies?limit=0',
      undefined,
      {
        facts: { said: 'as_written', 'said.text': expect.stringContaining('Too small') },
        errors: [{ code: 'too_small' }],
      },
    ],
    [
      'PATCH',
      '/settings',
      { sendingWindow: { from: '12:00', to: '11:00' } },
      {
        code: 'invalid_settings',
        detail: '/sendingWindow/to must be later than the start of the window.',
        facts: { at: '/sendingWindow/to', said: 'ends_before_it_starts' },
        errors: [
          {
            pointer: '/sendingWindow/to',
            code: 'ends_before_it_starts',
            facts: {},
            detail: 'must be later than the start of the window',
          },
        ],
      },
    ],
    ['POST', '/session', { code: 'rkc_x' }, { code: 'unauthenticated', facts: { by: 'code' } }],
    [
      'POST',
      '/webhook-endpoints',
      { url: 'ftp://example.org/' },
      { code: 'url_not_http', facts: { since: 'scheme', scheme: 'ftp:' } },
    ],
  ])('%s %s', async (method, path, body, expected) => {
    expect((await api.call(method, `/api/v1${path}`, body)).body).toMatchObject(expected);
  });

  it('and the member that it is about says the same', async () => {
    const said = { code: 'in_the_future', facts: { said: '2100-01-01T00:00:00Z' } };
    const job = { companyName: 'Acme', title: 'Engineer', appliedAt: said.facts.said };
    const { body } = await api.call('POST', '/api/v1/applications', job);
    expect(body).toMatchObject({ ...said, errors: [{ pointer: '/appliedAt', detail: body?.detail, ...said }] });
  });
});

it('no two rules say the same, so that what is said tells which it is', () => {
  expect(new Set(Object.values(RULES)).size).toBe(Object.keys(RULES).length);
});
