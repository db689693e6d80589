import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { hoursAway } from '../support/arrange.js';
import { anAd, type ServedBoard } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import { type House, QUEUES, type RecordedApplication } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';
import { watchAsMany } from '../support/watch-as-many.js';

jest.setTimeout(180_000);

describe.each(QUEUES)('from a posting that vanishes to the inbox, with the queue in $queue', ({ redisUrl }) => {
  let radar: RadarHouse;
  let house: House;
  let board: ServedBoard;
  let application: RecordedApplication;

  beforeAll(async () => {
    radar = await RadarHouse.open(redisUrl);
    house = radar.house;
    board = radar.boards.board('greenhouse', 'acme', [anAd('4711'), anAd('4712'), anAd('4713')]);
  });
  afterAll(() => radar.close());

  it('watches because an application has an address, and asks the board once', async () => {
    application = await house.apply({
      companyName: 'Acme',
      title: 'Backend Engineer',
      url: 'https://job-boards.greenhouse.io/acme/jobs/4711',
      stage: 'interview',
      contact: { name: 'Dana Ito', email: 'dana@recruiting.example', role: 'recruiter' },
    });
    await radar.swept('acme', 1);
    expect([board.requests.length, board.lookUps]).toEqual([1, []]);
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    const { data } = await house.api.expect<{ data: object[] }>('GET', '/boards');
    const watching = [{ vacancyId: application.vacancyId, postingId: '4711', status: 'open' }];
    expect(data).toMatchObject([{ provider: 'greenhouse', slug: 'acme', outcome: 'ok', openPostings: 3, watching }]);
  });

  it('closes the vacancy of a small board after three complete sweeps without it, a killed worker in between', async () => {
    board.close('4711');
    await radar.sweep('acme');
    await radar.isNow(application.vacancyId, 'missing');
    await radar.sweep('acme');
    await radar.sweep('acme', () => house.restartWorker());
    await radar.isNow(application.vacancyId, 'closed');
    await radar.isTold('vacancy.closed', application.vacancyId);
  });

  it('alerts in inbox and webhook receiver, with evidence, and drafts once', async () => {
    board.reopen('4711');
    await radar.sweep('acme');
    await house.followUp(application.id, 'reopened', 'sent');
    await house.followUp(application.id, 'reopened_outreach', 'draft');
    const [reopened] = await radar.isTold('vacancy.reopened', application.vacancyId);
    const { closedAt } = await radar.vacancy(application.vacancyId);
    const evidence = { grade: 'same_posting', matched: ['posting_id'], previousPostingId: '4711', daysAbsent: 0 };
    expect(reopened!.data).toMatchObject({ closedAt, postingId: '4711', evidence });
    const mails = await Promise.all(house.mailTo('olena@example.org').map(({ raw }) => simpleParser(raw)));
    const alerts = mails.filter(({ subject }) => /open again/i.test(subject ?? ''));
    expect(alerts.map(({ text }) => text)).toEqual([expect.stringContaining('The very same posting is back.')]);
  });

  it('says nothing twice, whatever is swept again or restarted', async () => {
    await radar.sweep('acme', () => house.restartWorker());
    const { vacancyId } = application;
    expect([radar.told('vacancy.closed', vacancyId), radar.told('vacancy.reopened', vacancyId)]).toMatchObject([
      [{ type: 'vacancy.closed' }],
      [{ type: 'vacancy.reopened' }],
    ]);
    const plan = await house.plan(application.id);
    const follows = plan.filter(({ kind }) => kind.startsWith('reopened')).map(({ kind }) => kind);
    expect(follows.toSorted()).toEqual(['reopened', 'reopened_outreach']);
    const { history } = await radar.vacancy(vacancyId);
    expect(history.map(({ status, concluded }) => [status, concluded])).toEqual([
      ['open', 'reopened'],
      ['closed', 'closed'],
      ['missing', null],
    ]);
  });

  it('tells in one digest that a posting is gone while in process, and what is new where somebody is warm', async () => {
    await house.api.expect('PATCH', '/settings', { reminders: { at: hoursAway() } });
    const umbrella = radar.boards.board('greenhouse', 'umbrella', [anAd('1'), anAd('2')]);
    const inProcess = await house.apply({
      companyName: 'Umbrella',
      title: 'Backend Engineer',
      url: 'https://job-boards.greenhouse.io/umbrella/jobs/1',
      stage: 'interview',
      contact: { name: 'Mia Berg', email: 'mia@recruiting.example' },
    });
    const { id, vacancyId, contactId } = inProcess;
    await house.api.expect('POST', `/contacts/${contactId}/touches`, { kind: 'call', direction: 'in' });
    await radar.swept('umbrella', 1);
    umbrella.close('1');
    umbrella.add(anAd('3', { title: 'Data Engineer' }));
    await radar.sweep('umbrella');
    await house.followUp(id, 'new_roles', 'waiting');
    await radar.sweep('umbrella');
    await radar.sweep('umbrella', () => house.restartWorker());
    await house.followUp(id, 'vacancy_closed', 'waiting');
    await radar.isTold('vacancy.closed', vacancyId);
    await house.worker.kill();
    const due = `update follow_ups set due_at = now() - interval '1 second' where application_id = $1`;
    await house.db.query(due, [id]);
    await house.restartWorker();
    const [gone, fresh] = await Promise.all([
      house.followUp(id, 'vacancy_closed', 'sent'),
      house.followUp(id, 'new_roles', 'sent'),
    ]);
    const mails = await Promise.all(house.mailTo('olena@example.org').map(({ raw }) => simpleParser(raw)));
    const [digest, ...more] = mails.filter(({ text }) => text?.includes('Umbrella'));
    expect(more).toEqual([]);
    expect(digest!.subject).toMatch(/^2 reminders for /);
    for (const { subject, body } of [gone, fresh]) {
      expect(digest!.text).toContain(subject);
      expect(digest!.text!.replaceAll(/\s+/g, ' ')).toContain(body.replaceAll(/\s+/g, ' '));
    }
    expect([gone.subject, fresh.subject]).toEqual([
      'No longer advertised: Backend Engineer at Umbrella',
      'A new role at Umbrella',
    ]);
    await radar.sweep('umbrella', () => house.restartWorker());
    // A worker that was killed may have brought one twice, under the same id.
    const byId = new Map(house.receiver.requests.map(({ headers, body }) => [headers['webhook-id'], body.toString()]));
    const heard = [...byId.values()].map((body) => JSON.parse(body) as { type: string });
    expect(heard.filter(({ type }) => type === 'company.roles_appeared')).toMatchObject([
      { data: { companyName: 'Umbrella', warmContactIds: [contactId], roles: [{ title: 'Data Engineer' }], total: 1 } },
    ]);
    expect((await house.plan(id)).map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'new_roles sent',
      'vacancy_closed sent',
    ]);
  });

  it('asks once for everybody who watches, and tells each of them once', async () => {
    const people = Array.from({ length: 50 }, () => randomUUID());
    const shared = radar.boards.board('greenhouse', 'initech', [anAd('7'), anAd('8')]);
    await watchAsMany(house, people, 'initech', '7');
    await radar.swept('initech', 1);
    const told = async (kind: string) => {
      const sql = 'select candidate_id as id from events where type = $1 and candidate_id = any($2) order by 1';
      const rows = await house.db.query<{ id: string }>(sql, [`vacancy.${kind}.v1`, people]);
      return rows.map(({ id }) => id);
    };
    const everybodyIsTold = (kind: string) =>
      eventually(async () => (await told(kind)).length >= people.length, {
        what: 'everybody being told',
        within: 120_000,
      });

    shared.close('7');
    for (let times = 0; times < 3; times += 1) await radar.sweep('initech');
    await everybodyIsTold('closed');
    shared.reopen('7');
    await radar.sweep('initech', () => house.restartWorker());
    await everybodyIsTold('reopened');
    expect(await told('closed')).toEqual(people.toSorted());
    expect(await told('reopened')).toEqual(people.toSorted());
    expect(shared.requests).toHaveLength(5);
    // Once in each of the three sweeps that lacked it, for all of them.
    expect(shared.lookUps).toEqual(['7', '7', '7']);
  });
});
