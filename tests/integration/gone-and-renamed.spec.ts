/** What a board must show before anybody is told that a job is gone, or back, and under which title. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAd, someAds } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';

jest.setTimeout(240_000);

let radar: RadarHouse;
let house: House;
beforeAll(async () => {
  radar = await RadarHouse.open();
  house = radar.house;
});
afterAll(() => radar.close());

interface ShownBoard {
  slug: string;
  outcome: string;
  why: string | null;
  watching: { postingId: string | null; neverSeen: boolean }[];
}
const boardNamed = async (slug: string) => {
  const { data } = await house.api.expect<{ data: ShownBoard[] }>('GET', '/boards');
  return data.find((board) => board.slug === slug);
};
const rejectedOn = async (slug: string, title: string) => {
  const url = `https://job-boards.greenhouse.io/${slug}/jobs/1`;
  const contact = { name: 'Dana Ito', email: `dana@${slug}.example` };
  const application = await house.apply({ companyName: slug, title, url, stage: 'interview', contact });
  await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
  await radar.swept(slug, 1);
  return application;
};
const kindsOf = async (applicationId: string) => (await house.plan(applicationId)).map(({ kind }) => kind);

describe('a board', () => {
  it('that is empty for any name was never read, and says so', async () => {
    radar.boards.board('smartrecruiters', 'NoSuchCo', []);
    const vacancyId = await radar.vacancyOn('NoSuchCo', '744000099999999', 'smartrecruiters');
    expect(await boardNamed('NoSuchCo')).toMatchObject({
      outcome: 'never_read',
      why: expect.stringMatching(/was ever seen/),
    });
    await radar.sweep('NoSuchCo');
    expect(await radar.sweeps('NoSuchCo')).toEqual(['never_read', 'never_read']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('that shows others than the watched posting says so beside it, until it shows it', async () => {
    const board = radar.boards.board('greenhouse', 'others', [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn('others', '999');
    const watching = async () => (await boardNamed('others'))?.watching;
    expect(await watching()).toMatchObject([{ postingId: '999', neverSeen: true }]);
    await radar.vacancyOn('others', '1');
    board.behave({ kind: 'status', status: 503 });
    await radar.sweep('others');
    expect(await watching()).toMatchObject([
      { postingId: '999', neverSeen: true },
      { postingId: '1', neverSeen: false },
    ]);
    board.behave({ kind: 'healthy' });
    board.add(anAd('999'));
    await radar.sweep('others');
    expect(await watching()).toMatchObject([{ neverSeen: false }, { neverSeen: false }]);
    board.close('999');
    for (let times = 0; times < 3; times += 1) await radar.sweep('others');
    await radar.isNow(vacancyId, 'closed');
    expect(await watching()).toMatchObject([{ neverSeen: false }, { neverSeen: false }]);
  });

  it('that is empty for a day closes nobody, and then everybody', async () => {
    const board = radar.boards.board('greenhouse', 'emptied', someAds(9));
    const vacancyId = await radar.vacancyOn('emptied', '1003');
    board.behave({ kind: 'collapsed', to: 0 });
    board.behaveSingly({ kind: 'vanished' });
    for (let times = 0; times < 2; times += 1) await radar.sweep('emptied');
    expect(await radar.sweeps('emptied')).toEqual(['ok', 'collapsed', 'collapsed']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
    await radar.passes('emptied', '20 hours');
    await radar.sweep('emptied');
    await radar.isNow(vacancyId, 'closed');
  });

  it('that is swept by hand over and over counts one absence', async () => {
    const board = radar.boards.board('greenhouse', 'impatient', someAds(12));
    const vacancyId = await radar.vacancyOn('impatient', '1005');
    board.close('1005');
    await radar.sweep('impatient');
    for (let times = 3; times < 6; times += 1) {
      await house.db.query(`update boards set next_sweep_at = now() where slug = 'impatient'`);
      await radar.swept('impatient', times);
    }
    await radar.isNow(vacancyId, 'missing');
    expect(await radar.postingsOf('impatient')).toMatchObject({ 1005: 'missing' });
  });

  it('that is gone for 30 days is told of once in the digest, and closes nobody', async () => {
    const board = radar.boards.board('greenhouse', 'moved', [anAd('1'), anAd('2')]);
    const application = await rejectedOn('moved', 'Engineer');
    const second = await radar.vacancyOn('moved', '2');
    board.behave({ kind: 'vanished' });
    await radar.sweep('moved');
    expect(await kindsOf(application.id)).not.toContain('board_gone');
    await radar.passes('moved', '30 days');
    await radar.sweep('moved');
    const notices = () => house.db.query<{ id: string }>(`select id from follow_ups where kind = 'board_gone'`);
    await radar.isTold('vacancy.board_gone', application.vacancyId);
    await radar.isTold('vacancy.board_gone', second);
    expect(await eventually(async () => (await notices()).length === 1, { what: 'the notice' })).toBe(true);
    await radar.sweep('moved');
    expect(await notices()).toHaveLength(1);
    expect(radar.told('vacancy.board_gone', application.vacancyId)).toHaveLength(1);
    expect(await radar.postingsOf('moved')).toEqual({ 1: 'open', 2: 'open' });
  });

  it('that is gone for long says so once to who came later, too, and to who was paused', async () => {
    const board = radar.boards.board('greenhouse', 'left', [anAd('1'), anAd('2'), anAd('3')]);
    const first = await radar.vacancyOn('left', '1');
    const paused = await rejectedOn('left', 'Planner');
    await house.api.expect('DELETE', `/applications/${paused.id}`);
    board.behave({ kind: 'vanished' });
    await radar.sweep('left');
    await radar.passes('left', '30 days');
    await radar.sweep('left');
    await radar.isTold('vacancy.board_gone', first);
    const late = await radar.vacancyOn('left', '3');
    await house.api.expect('POST', `/applications/${paused.id}/restore`);
    for (let times = 0; times < 2; times += 1) await radar.sweep('left');
    await radar.isTold('vacancy.board_gone', late);
    await radar.isTold('vacancy.board_gone', paused.vacancyId);
    await radar.sweep('left');
    for (const vacancyId of [first, paused.vacancyId, late])
      expect(radar.told('vacancy.board_gone', vacancyId)).toHaveLength(1);
    board.behave({ kind: 'healthy' });
    await radar.sweep('left');
    board.behave({ kind: 'vanished' });
    await radar.sweep('left');
    await radar.passes('left', '30 days');
    await radar.sweep('left');
    const twice = () => radar.told('vacancy.board_gone', late).length === 2;
    expect(await eventually(twice, { what: 'the second notice' })).toBe(true);
  });
});

describe('a page', () => {
  const shell = '<html><head><meta name="robots" content="noindex"></head><body><div id="root"></div></body></html>';

  it('without a posting from the start was never read', async () => {
    const page = 'https://careers.larch.example/jobs/applications-engineer';
    radar.boards.board('jsonld', page).behave({ kind: 'error-body', body: shell });
    await house.apply({ companyName: 'Larch', title: 'Applications Engineer', url: page });
    await radar.swept(page, 1);
    expect(await boardNamed(page)).toMatchObject({
      outcome: 'never_read',
      why: expect.stringMatching(/cannot be told/),
    });
  });

  it('that becomes a wall closes nobody, however often', async () => {
    const page = 'https://careers.pinegate.example/jobs/118';
    const board = radar.boards.board('jsonld', page, [anAd('118', { title: 'Workshop Planner' })]);
    const { vacancyId } = await house.apply({ companyName: 'Pinegate', title: 'Workshop Planner', url: page });
    await radar.swept(page, 1);
    board.behave({ kind: 'error-body', body: shell });
    for (let times = 0; times < 3; times += 1) await radar.sweep(page);
    board.behave({ kind: 'healthy' });
    await radar.sweep(page);
    expect(await radar.sweeps(page)).toEqual(['ok', 'failed', 'failed', 'failed', 'not_modified']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('with one posting speaks for the vacancy with its title alone', async () => {
    const page = 'https://hash.example/careers';
    const board = radar.boards.board('jsonld', page, [anAd('HR-1', { title: 'Driver' })]);
    const [driver, cook] = await Promise.all(
      ['Driver', 'Cook'].map((title) => house.apply({ companyName: 'Hash', title, url: page })),
    );
    await radar.swept(page, 1);
    board.close('HR-1');
    await radar.closes(page, driver!.vacancyId);
    expect(await radar.vacancy(cook!.vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('that is gone is gone for who calls its job otherwise, and back when it is there again', async () => {
    const page = 'https://transports.example/emploi/conducteur';
    const board = radar.boards.board('jsonld', page, [anAd('T-7', { title: 'Conducteur de camion' })]);
    const { vacancyId } = await house.apply({ companyName: 'Transports', title: 'Truck Driver', url: page });
    await radar.swept(page, 1);
    board.behave({ kind: 'vanished' });
    await radar.sweep(page);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
    await radar.sweep(page);
    const { closedAt } = await radar.isNow(vacancyId, 'closed');
    await radar.isTold('vacancy.closed', vacancyId);
    const late = await house.apply({ companyName: 'Transports', title: 'Chauffeur', url: page });
    await radar.sweep(page);
    await radar.isNow(late.vacancyId, 'closed');
    await radar.sweep(page);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ closedAt, history: [{ concluded: 'closed' }] });
    expect(radar.told('vacancy.closed', vacancyId)).toHaveLength(1);
    board.behave({ kind: 'healthy' });
    await radar.sweep(page);
    await radar.isNow(vacancyId, 'reopened');
  });

  it('that is gone took the vacancy with its title, and no other of the same candidate', async () => {
    const page = 'https://kitchen.example/careers';
    const board = radar.boards.board('jsonld', page, [anAd('HR-1', { title: 'Driver' })]);
    const [driver, cook] = await Promise.all(
      ['Driver', 'Cook'].map((title) => house.apply({ companyName: 'Kitchen', title, url: page })),
    );
    await radar.swept(page, 1);
    board.behave({ kind: 'vanished' });
    for (let times = 0; times < 3; times += 1) await radar.sweep(page);
    await radar.isNow(driver!.vacancyId, 'closed');
    expect(await radar.vacancy(cook!.vacancyId)).toMatchObject({ status: 'open', history: [] });
  });
});

describe('a posting that comes back', () => {
  it('under another title says both, in alert, event and draft', async () => {
    const board = radar.boards.board('greenhouse', 'renamed', [
      anAd('1', { title: 'Workshop Planner, Red Team' }),
      anAd('2'),
    ]);
    const { id, vacancyId } = await rejectedOn('renamed', 'Workshop Planner');
    board.close('1');
    await radar.closes('renamed', vacancyId);
    board.repost('1', '1', { title: 'Workshop Planner, Blue Team' });
    await radar.sweep('renamed');
    const [told] = await radar.isTold('vacancy.reopened', vacancyId);
    const titles = {
      grade: 'another_title',
      previousTitle: 'Workshop Planner, Red Team',
      title: 'Workshop Planner, Blue Team',
    };
    expect(told!.data).toMatchObject({ evidence: titles });
    const alert = await house.followUp(id, 'reopened', 'sent');
    expect(alert.subject).toMatch(/^Open again under another title: /);
    expect(alert.body).toMatch(/It was "Workshop Planner, Red Team", and is "Workshop Planner, Blue Team" now\./);
    const draft = await house.followUp(id, 'reopened_outreach', 'draft');
    expect(draft.body).toContain('is open again, advertised as "Workshop Planner, Blue Team".');
  });

  it('as another job is a related role in the next digest, without a draft, and is not taken for the former one', async () => {
    const board = radar.boards.board('greenhouse', 'another', [anAd('1', { title: 'Events Assistant' }), anAd('2')]);
    const { id, vacancyId } = await rejectedOn('another', 'Events Assistant');
    board.close('1');
    await radar.closes('another', vacancyId);
    board.repost('1', '1', { title: 'Trade Fair Manager' });
    await radar.sweep('another');
    const [told] = await radar.isTold('vacancy.similar_role_found', vacancyId);
    expect(told!.data).toMatchObject({
      similar: { postingId: '1', title: 'Trade Fair Manager' },
      evidence: { grade: 'related_role', matched: ['posting_id'], previousTitle: 'Events Assistant' },
    });
    const notice = await house.followUp(id, 'related_role', 'waiting');
    expect(notice.subject).toBe('A related role: Trade Fair Manager');
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'closed' });
    board.close('1');
    for (let times = 0; times < 3; times += 1) await radar.sweep('another');
    board.repost('1', '1', { title: 'Trade Fair Manager' });
    await radar.sweep('another');
    expect(radar.told('vacancy.reopened', vacancyId)).toEqual([]);
    board.close('1');
    for (let times = 0; times < 3; times += 1) await radar.sweep('another');
    board.repost('1', '1', { title: 'Events Assistant' });
    await radar.sweep('another');
    await radar.isNow(vacancyId, 'reopened');
    await house.followUp(id, 'reopened_outreach', 'draft');
  });
});

it('a corrected posting id is a new watch: what the former one lacked says nothing of it', async () => {
  const board = radar.boards.board('greenhouse', 'corrected', [anAd('2')]);
  const vacancyId = await radar.vacancyOn('corrected', '1');
  await radar.sweep('corrected');
  await radar.passes('corrected', '3 days');
  const url = 'https://job-boards.greenhouse.io/corrected/jobs/3';
  await house.api.expect('PATCH', `/vacancies/${vacancyId}`, { url });
  board.add(anAd('3'));
  await radar.sweep('corrected');
  expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
});
