/** Cursors that look right and name nothing that Postgres could compare with: refused by every list, a fault of none. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const ID = '0190f3b0-0000-7000-8000-000000000000';
const cursor = (key: unknown) => Buffer.from(typeof key === 'string' ? key : JSON.stringify(key)).toString('base64url');

const MOMENTS = [
  '9999-99-99 99:99:99+00',
  '2024-02-30 00:00:00+00',
  '2023-02-29 00:00:00+00',
  '0000-01-01 00:00:00+00',
  '2024-01-01 24:00:00+00',
  '2024-01-01 23:60:00+00',
  '2024-01-01 23:59:61+00',
  '2024-13-01 00:00:00.123456+00',
  '0000-01-01T00:00:00Z',
  '2024-02-30T00:00:00Z',
  '2024-01-01T25:00:00Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  'infinity',
  'now',
];
const POSITIONS = ['99999999999999999999', '9223372036854775808', '08', '00', '0x10', '-1', '1e3', '１', ' 1', ''];
const KEYS = ['a\u0000', '\ud800', 'x'.repeat(41), 'ü', '', "'", 'a\nb', '\u0001'];
const HOSTILE = [
  ...MOMENTS.flatMap((moment) => [[moment], [moment, ID], [moment, 'touch', 'x']]),
  ...POSITIONS.flatMap((position) => [[position], [position, ID]]),
  ...KEYS.flatMap((key) => [[key], ['2024-01-01T00:00:00Z', 'touch', key], ['2024-01-01T00:00:00Z', key]]),
  [],
  {},
  null,
  [null],
  [[ID]],
  [ID, ID],
  [1],
  [ID, ID, ID, ID],
  ['2024-01-01T00:00:00Z', 'no_such_type', 'x'],
  'not json',
  '[1',
  '',
  '\u0000',
];

let api: ApplicationsApi;
let lists: string[];
beforeAll(async () => {
  api = await startApplicationsApi();
  const { id: contactId } = await api.call('POST', '/api/v1/contacts', { name: 'Dana Ito' });
  const { id: applicationId } = await api.call('POST', '/api/v1/applications', { companyName: 'Acme', title: 'Cook' });
  const { body } = await api.call('GET', '/api/openapi.json');
  const paths = Object.entries(body!.paths as Record<string, { get?: { parameters: { name: string }[] } }>);
  const ids: Record<string, string> = { contacts: contactId, applications: applicationId };
  lists = paths
    .filter(([, { get }]) => get?.parameters.some(({ name }) => name === 'cursor'))
    .map(([path]) => path.replace(/(\w+)\/\{id\}/, (_, name: string) => `${name}/${ids[name] ?? randomUUID()}`));
});
afterAll(() => api.stop());

describe('every list', () => {
  it('refuses cursors that are none, whatever they look like', async () => {
    expect(lists.length).toBeGreaterThan(10);
    for (const path of lists) {
      for (const key of HOSTILE) {
        const answer = await api.call('GET', `${path}?cursor=${cursor(key)}`);
        expect([path, key, answer.status]).toEqual([path, key, 422]);
        expect(answer.body).toMatchObject({ code: 'invalid_query', errors: [{ pointer: '/cursor' }] });
      }
    }
  });

  it('takes its own, on every edge', async () => {
    const own: Record<string, unknown[]> = {
      events: [
        ['0', ID],
        ['9223372036854775807', ID],
      ],
      'follow-ups': [
        ['0001-01-01 00:00:00+00', ID],
        ['9999-12-31 23:59:59.999999+00', ID],
        ['2024-02-29 00:00:00+00', ID],
      ],
      touches: [
        ['2024-02-29T00:00:00.000Z', ID],
        ['9999-12-31T23:59:59.999Z', ID],
      ],
      timeline: [
        ['2024-02-29T00:00:00.000Z', 'touch', ID],
        ['2024-02-29T00:00:00.000Z', 'follow_up', '42'],
      ],
      interviews: [['2024-02-29T00:00:00.000Z'], ['0001-01-01T00:00:00.000Z']],
      companies: [[ID]],
    };
    for (const [name, keys] of Object.entries(own)) {
      const path = lists.find((list) => list.endsWith(name));
      for (const key of keys) {
        expect([name, key, (await api.call('GET', `${path}?cursor=${cursor(key)}`)).status]).toEqual([name, key, 200]);
      }
    }
  });
});
