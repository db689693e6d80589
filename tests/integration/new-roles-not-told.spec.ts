import { say } from '@app/contracts';
import { sentence } from '@app/follow-ups';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAd, someAds } from '../support/board.server.js';
import type { House, RecordedApplication } from '../support/house.js';
import type { RadarHouse } from '../support/radar-house.js';
import { lastLine, listed, RolesHouse } from '../support/roles-house.js';

jest.setTimeout(120_000);

let roles: RolesHouse;
let radar: RadarHouse;
let house: House;
beforeAll(async () => {
  roles = await RolesHouse.open();
  ({ radar, house } = roles);
});
afterAll(() => radar.close());

const NOBODY_IS_WARM = `update contacts set last_touch_at = now() - interval '100 days' where id = $1`;

describe('of new roles nothing is told', () => {
  const nothing = async (slug: string, application: RecordedApplication) => {
    await roles.sweep(slug);
    expect([await roles.words(application), await roles.events(application)]).toEqual([[], []]);
  };

  it('where nobody is warm', async () => {
    const { slug, board, application } = await roles.warmAt('cold');
    await house.db.query(NOBODY_IS_WARM, [application.contactId]);
    board.add(anAd('3'));
    await nothing(slug, application);
  });

  it('where who is warm is at an agency', async () => {
    const board = radar.boards.board('greenhouse', 'agency', [anAd('1')]);
    const application = await house.apply({
      companyName: 'agency',
      title: 'Engineer',
      url: 'https://job-boards.greenhouse.io/agency/jobs/1',
      contact: { name: 'Sam', email: 'sam@agents.example', role: 'agency_recruiter' },
    });
    await roles.talk(application.contactId!);
    await radar.swept('agency', 1);
    board.add(anAd('3'));
    await nothing('agency', application);
  });

  it('of a posting that the candidate watches, or that takes the place of theirs, or is like it', async () => {
    const intern = (id: string, year: number) => anAd(id, { title: `Software Intern, Summer ${year}` });
    const { slug, board, application } = await roles.warmAt('apart', [anAd('1'), intern('2', 2025), anAd('9')]);
    const second = await roles.applied(slug, '2');
    await house.api.expect('POST', '/vacancies', {
      companyName: slug,
      title: 'Engineer',
      board: { provider: 'greenhouse', slug, postingId: '5' },
    });
    board.close('1');
    board.close('2');
    for (let times = 0; times < 3; times += 1) await roles.sweep(slug);
    board.repost('1', '3');
    board.add(intern('4', 2026), anAd('5'));
    await nothing(slug, application);
    await radar.isTold('vacancy.reopened', application.vacancyId);
    await radar.isTold('vacancy.similar_role_found', second.vacancyId);
  });

  it('of a role that replaces one like it, which the candidate watches, before that counts as closed', async () => {
    const intern = (id: string, year: number) => anAd(id, { title: `Software Intern, Summer ${year}` });
    const { slug, board, application } = await roles.warmAt('yearly', [intern('1', 2025), anAd('2')]);
    board.close('1');
    board.add(intern('3', 2026));
    for (let times = 0; times < 3; times += 1) await nothing(slug, application);
    await radar.isTold('vacancy.similar_role_found', application.vacancyId);
  });

  it('of a board that numbers its postings anew', async () => {
    const { slug, board, application } = await roles.warmAt('renumbered', someAds(20), '1000');
    for (const { id } of someAds(20)) {
      board.close(id);
      board.repost(id, `9${id}`);
    }
    await nothing(slug, application);
  });

  it('of a board that collapses and is filled again', async () => {
    const { slug, board, application } = await roles.warmAt('refilled', someAds(20), '1000');
    board.behave({ kind: 'collapsed', to: 2 });
    await roles.sweep(slug);
    board.behave({ kind: 'healthy' });
    await nothing(slug, application);
    expect(await radar.sweeps(slug)).toEqual(['ok', 'collapsed', 'ok']);
  });

  it('to who began to watch after the last complete sweep', async () => {
    const board = radar.boards.board('greenhouse', 'late', [anAd('1')]);
    await house.api.expect('POST', '/boards', { provider: 'greenhouse', slug: 'late' });
    await radar.swept('late', 1);
    const application = await roles.applied('late', '1');
    board.add(anAd('2'));
    await nothing('late', application);
    board.add(anAd('3'));
    await roles.sweep('late');
    expect(listed(await roles.theWord(application))).toEqual(['Engineer 3 (Berlin, Germany)']);
  });

  it('to who does not look', async () => {
    const { slug, board, application } = await roles.warmAt('content');
    board.add(anAd('3'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    await house.api.expect('PATCH', '/settings', { looking: false });
    await roles.makeDue(word);
    expect(lastLine(await roles.becomes(word, 'cancelled'))).toBe(`cancelled: ${sentence(say('not_looking'), 'en')}`);
    board.add(anAd('4'));
    await roles.sweep(slug);
    expect(await roles.events(application)).toHaveLength(1);
    await house.api.expect('PATCH', '/settings', { looking: true });
  });
});
