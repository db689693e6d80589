import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';

let api: ApplicationsApi;
let other: Client;
beforeAll(async () => {
  api = await startApplicationsApi();
  other = new Client({ connectionString: api.db.apiUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await api.stop();
});

const waits = () =>
  api.db.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%remove_sample%'`,
  );
const events = () => api.db.query('select type from events where sample');
const messages = () => api.db.query(`select type from outbox where type = 'application.withdrawn.v1'`);

it('takes along what a command said that was under way and takes no turn', async () => {
  expect((await api.call('POST', '/api/v1/sample')).status).toBeLessThan(300);
  const [application] = await api.db.query<{ id: string }>(
    `select id from applications where sample and stage = 'applied' limit 1`,
  );
  await other.query('begin');
  await other.query(`select set_config('app.candidate_id', $1, true)`, [OWNER_ID]);
  await other.query(`update applications set stage = 'withdrawn' where id = $1`, [application!.id]);
  const said = [OWNER_ID, application!.id];
  await other.query(
    `with said as (insert into events (id, candidate_id, type, data, application_id)
       values (gen_random_uuid(), $1, 'application.withdrawn.v1', '{}', $2) returning id)
     insert into outbox (id, candidate_id, type, data) select id, $1, 'application.withdrawn.v1', '{}' from said`,
    said,
  );
  const removed = api.call('DELETE', '/api/v1/sample');
  await eventually(waits, { what: 'the removal waiting for the command' });
  await other.query('commit');
  expect((await removed).status).toBe(204);
  expect([await events(), await messages()]).toEqual([[], []]);
});
