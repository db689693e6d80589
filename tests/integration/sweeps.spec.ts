import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAd, someAds } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';

jest.setTimeout(120_000);

describe('sweeps', () => {
  let radar: RadarHouse;
  let house: House;
  beforeAll(async () => {
    radar = await RadarHouse.open();
    house = radar.house;
  });
  afterAll(() => radar.close());

  const boardNamed = async (slug: string) => {
    const { data } = await house.api.expect<{ data: ({ slug: string } & Record<string, unknown>)[] }>('GET', '/boards');
    return data.find((board) => board.slug === slug);
  };
  it('follow a posting that comes back under another number', async () => {
    const board = radar.boards.board('greenhouse', 'globex', [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn('globex', '1');
    board.close('1');
    await radar.closes('globex', vacancyId);
    board.repost('1', '99');
    await radar.sweep('globex');
    const [told] = await radar.isTold('vacancy.reopened', vacancyId);
    expect(told!.data).toMatchObject({
      postingId: '99',
      url: expect.stringMatching(/99$/),
      evidence: { grade: 'same_requisition', previousPostingId: '1' },
    });
    expect(await boardNamed('globex')).toMatchObject({
      watching: [{ vacancyId, postingId: '99', status: 'reopened' }],
    });
    board.close('99');
    await radar.closes('globex', vacancyId);
  });

  it('tell softly of a role that is like the one that closed, which stays closed', async () => {
    const intern = (id: string, year: number) => anAd(id, { title: `Software Intern, Summer ${year}` });
    const board = radar.boards.board('greenhouse', 'seasons', [intern('1', 2025), anAd('2')]);
    const vacancyId = await radar.vacancyOn('seasons', '1');
    board.close('1');
    await radar.closes('seasons', vacancyId);
    board.add(intern('3', 2026));
    await radar.sweep('seasons');
    const [told] = await radar.isTold('vacancy.similar_role_found', vacancyId);
    expect(told!.data).toMatchObject({
      similar: { postingId: '3', title: 'Software Intern, Summer 2026' },
      evidence: { grade: 'similar_role', previousPostingId: '1' },
    });
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'closed' });
    expect(radar.told('vacancy.reopened', vacancyId)).toEqual([]);
  });

  it('tell who began to watch a posting after it was gone', async () => {
    const board = radar.boards.board('greenhouse', 'hindsight', [anAd('1')]);
    const vacancyId = await radar.vacancyOn('hindsight', '2');
    await radar.sweep('hindsight');
    await house.db.query(`update watches set created_at = created_at - interval '3 days' where vacancy_id = $1`, [
      vacancyId,
    ]);
    await house.db.query(
      `update sweeps set at = at - interval '2 days' where board_id = (select id from boards where slug = 'hindsight')`,
    );
    board.add(anAd('2'));
    await radar.sweep('hindsight');
    const [told] = await radar.isTold('vacancy.reopened', vacancyId);
    expect(told!.data).toMatchObject({ postingId: '2', evidence: { grade: 'same_posting', daysAbsent: 3 } });
  });

  it('are no news of a posting that is only new', async () => {
    const board = radar.boards.board('greenhouse', 'fresh', [anAd('1')]);
    const vacancyId = await radar.vacancyOn('fresh', '2');
    await radar.sweep('fresh');
    board.add(anAd('2'));
    await radar.sweep('fresh');
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('of Personio go on when the feed is switched off and on again: nobody closes, nobody reopens', async () => {
    const board = radar.boards.board('personio', 'switched', [anAd('1'), anAd('2'), anAd('3')]);
    const vacancyId = await radar.vacancyOn('switched', '1', 'personio');
    board.behave({ kind: 'feed-off' });
    for (let times = 0; times < 3; times += 1) await radar.sweep('switched');
    board.behave({ kind: 'healthy' });
    for (let times = 0; times < 2; times += 1) await radar.sweep('switched');
    expect(await radar.sweeps('switched')).toEqual(['ok', 'ok', 'not_modified', 'not_modified', 'ok', 'not_modified']);
    expect(await radar.postingsOf('switched')).toEqual({ 1: 'open', 2: 'open', 3: 'open' });
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
    board.behave({ kind: 'feed-off' });
    board.close('1');
    await radar.closes('switched', vacancyId);
    board.behave({ kind: 'healthy' });
    board.reopen('1');
    await radar.sweep('switched');
    const [told] = await radar.isTold('vacancy.reopened', vacancyId);
    expect(told!.data).toMatchObject({ postingId: '1', evidence: { grade: 'same_posting' } });
  });

  it('tell of each place that is advertised at one address', async () => {
    const board = radar.boards.board('greenhouse', 'places', [anAd('1'), anAd('2')]);
    const url = 'https://job-boards.greenhouse.io/places/jobs/1';
    const vacancies: string[] = [];
    for (const location of ['Berlin', 'London']) {
      const application = { companyName: 'Places', title: 'Engineer', url, location };
      vacancies.push((await house.api.expect<{ vacancyId: string }>('POST', '/applications', application)).vacancyId);
    }
    expect(new Set(vacancies).size).toBe(2);
    await radar.swept('places', 1);
    board.close('1');
    for (const vacancyId of vacancies) await radar.closes('places', vacancyId);
    board.reopen('1');
    await radar.sweep('places');
    for (const vacancyId of vacancies) expect(await radar.isTold('vacancy.reopened', vacancyId)).toHaveLength(1);
  });

  it('let somebody’s own word stand', async () => {
    const board = radar.boards.board('greenhouse', 'word', [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn('word', '1');
    await house.api.expect('POST', `/vacancies/${vacancyId}/observations`, { status: 'closed' });
    const { closedAt } = await radar.vacancy(vacancyId);
    board.close('1');
    await radar.closes('word', vacancyId);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ closedAt });
    expect(await radar.isTold('vacancy.closed', vacancyId)).toHaveLength(1);
  });

  it.each([
    ['failed', { kind: 'html' }],
    ['failed', { kind: 'throttled', retryAfter: '7200' }],
    ['board_gone', { kind: 'vanished' }],
    ['truncated', { kind: 'truncated' }],
    ['collapsed', { kind: 'collapsed', to: 2 }],
  ] as const)('that are %s close nobody, however often', async (outcome, behaviour) => {
    const slug = `${outcome}-${behaviour.kind}`;
    const board = radar.boards.board('greenhouse', slug, someAds(12));
    const vacancyId = await radar.vacancyOn(slug, '1005');
    board.behave(behaviour);
    for (let times = 0; times < 3; times += 1) await radar.sweep(slug);
    expect(await radar.sweeps(slug)).toEqual(['ok', outcome, outcome, outcome]);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open' });
    expect(await boardNamed(slug)).toMatchObject({ outcome, why: expect.any(String) });
  });

  it('of a board that asks for peace wait for it, whoever wishes otherwise', async () => {
    const board = radar.boards.board('greenhouse', 'peace', [anAd('1')]);
    await radar.vacancyOn('peace', '1');
    board.behave({ kind: 'throttled', retryAfter: '36000' });
    await radar.sweep('peace');
    const { id } = (await boardNamed('peace'))!;
    const wish = await house.api.request<{ code: string }>('POST', `/boards/${String(id)}/sweep`);
    expect(wish.body.code).toBe('board_asks_to_wait');
  });

  it('end when nobody watches any more, and begin again with the next who does', async () => {
    const board = radar.boards.board('greenhouse', 'hooli', [anAd('1')]);
    const watch = () => house.api.expect<{ id: string }>('POST', '/boards', { provider: 'greenhouse', slug: 'hooli' });
    const { id } = await watch();
    await radar.swept('hooli', 1);
    await house.api.expect('DELETE', `/boards/${id}`);
    await house.db.query('update boards set next_sweep_at = now() where id = $1', [id]);
    const asleep = () => house.db.query('select 1 from boards where id = $1 and next_sweep_at is null', [id]);
    await eventually(asleep, { what: 'the board being left alone' });
    expect(board.requests).toHaveLength(1);
    await watch();
    await radar.swept('hooli', 2);
  });

  it('of a page with one ad are for everybody who watches the page', async () => {
    const page = 'https://careers.acme.example/jobs/engineer';
    const board = radar.boards.board('jsonld', page, [anAd('1', { title: 'Engineer' })]);
    const { vacancyId } = await house.apply({ companyName: 'Page', title: 'Engineer', url: page });
    await radar.swept(page, 1);
    board.close('1');
    await radar.closes(page, vacancyId);
    board.reopen('1');
    await radar.sweep(page);
    await radar.isNow(vacancyId, 'reopened');
  });

  it('of a page that a script makes many jobs of speak for the one that it shows', async () => {
    const page = 'https://hash.example/careers';
    const routes = [`${page}#/jobs/1`, `${page}#/jobs/2`] as const;
    const board = radar.boards.board('jsonld', page, [anAd('1', { title: 'Driver' })]);
    const driver = await house.apply({ companyName: 'Hash', title: 'Driver', url: routes[0] });
    const cook = await house.apply({ companyName: 'Hash', title: 'Cook', url: routes[1] });
    for (const route of routes) await radar.swept(route, 1);
    board.close('1');
    for (const route of [routes[1], routes[1], ...routes.slice(0, 1)]) await radar.sweep(route);
    await radar.closes(routes[0], driver.vacancyId);
    expect(await radar.vacancy(cook.vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('of a page that shows a provider’s board are those of that board from then on', async () => {
    const page = 'https://careers.acme.example/positions?gh_jid=4000001';
    const script = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=embedded"></script>';
    radar.boards.board('jsonld', page).behave({ kind: 'error-body', body: script });
    const board = radar.boards.board('greenhouse', 'embedded', [anAd('4000001'), anAd('4000002')]);
    const { vacancyId } = await house.apply({ companyName: 'Embeds', title: 'Engineer', url: page });
    await radar.swept('embedded', 1);
    expect(await house.api.expect('GET', `/vacancies/${vacancyId}`)).toMatchObject({
      board: { provider: 'greenhouse', slug: 'embedded', postingId: '4000001' },
    });
    const told = await house.db.query('select last_why_code, last_why_facts from boards where slug = $1', [page]);
    const shown = { 'why.slug': 'embedded', 'why.provider': 'greenhouse', 'why.postingId': '4000001' };
    expect(told).toEqual([{ last_why_code: 'never_read', last_why_facts: { why: 'shows_board', ...shown } }]);
    board.close('4000001');
    await radar.closes('embedded', vacancyId);
    board.reopen('4000001');
    await radar.sweep('embedded');
    await radar.isTold('vacancy.reopened', vacancyId);
  });

  it('of a page that showed an ad of its own lead nobody to another one', async () => {
    const page = 'https://careers.acme.example/jobs/cook';
    const board = radar.boards.board('jsonld', page, [anAd('1', { title: 'Cook' })]);
    const { vacancyId } = await house.apply({ companyName: 'Leads', title: 'Cook', url: page });
    await radar.swept(page, 1);
    const link = '<h1>Cook</h1><a href="https://boards.greenhouse.io/leads/jobs/4000009">Driver</a>';
    board.behave({ kind: 'error-body', body: link });
    await radar.sweep(page);
    expect(await radar.sweeps(page)).toEqual(['ok', 'failed']);
    expect(await house.api.expect('GET', `/vacancies/${vacancyId}`)).toMatchObject({
      status: 'open',
      board: { provider: 'jsonld', slug: page },
    });
  });

  it('of a page with one ad that answers 404 close it, and find it again', async () => {
    const page = 'https://careers.acme.example/jobs/architect';
    const board = radar.boards.board('jsonld', page, [anAd('1', { title: 'Architect' })]);
    const { vacancyId } = await house.apply({ companyName: 'Gone', title: 'Architect', url: page });
    await radar.swept(page, 1);
    board.behave({ kind: 'vanished' });
    await radar.sweep(page);
    await radar.isNow(vacancyId, 'missing');
    board.behave({ kind: 'status', status: 503 });
    await radar.sweep(page);
    board.behave({ kind: 'vanished', status: 410 });
    await radar.sweep(page);
    await radar.isNow(vacancyId, 'closed');
    expect(await boardNamed(page)).toMatchObject({ outcome: 'board_gone', why: expect.stringContaining('410') });
    board.behave({ kind: 'healthy' });
    await radar.sweep(page);
    const [told] = await radar.isTold('vacancy.reopened', vacancyId);
    expect(told!.data).toMatchObject({ postingId: '1', evidence: { grade: 'same_posting' } });
    expect(await radar.sweeps(page)).toEqual(['ok', 'board_gone', 'failed', 'board_gone', 'ok']);
  });

  it('of a page with several ads that answers 404 close nobody', async () => {
    const page = 'https://careers.acme.example/all-jobs';
    const board = radar.boards.board('jsonld', page, [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn(page, '1', 'jsonld');
    board.behave({ kind: 'vanished' });
    for (let times = 0; times < 3; times += 1) await radar.sweep(page);
    expect(await radar.postingsOf(page)).toEqual({ 1: 'open', 2: 'open' });
    board.behave({ kind: 'healthy' });
    await radar.sweep(page);
    expect(await radar.sweeps(page)).toEqual(['ok', 'board_gone', 'board_gone', 'board_gone', 'ok']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('keep what Postgres cannot: titles with NUL and half characters', async () => {
    radar.boards.board('greenhouse', 'hostile', [anAd('1', { title: 'Engi\0neer \uD83D' }), anAd('2')]);
    await radar.vacancyOn('hostile', '1');
    expect(await radar.sweeps('hostile')).toEqual(['ok']);
    expect(await boardNamed('hostile')).toMatchObject({ openPostings: 2 });
  });
});
