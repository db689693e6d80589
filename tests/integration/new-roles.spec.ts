import { say } from '@app/contracts';
import { sentence } from '@app/follow-ups';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { anAd, type ServedBoard, someAds } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House, RecordedApplication } from '../support/house.js';
import type { RadarHouse } from '../support/radar-house.js';
import { lastLine, listed, type RolesAppeared, RolesHouse } from '../support/roles-house.js';

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

describe('new roles at a company where a contact is warm', () => {
  it('are a word in the next digest, an event, and on the timeline', async () => {
    const { slug, board, application } = await roles.warmAt('acme');
    board.add(anAd('3', { title: 'Data Engineer', locations: ['Kyiv'] }));
    await roles.sweep(slug, () => house.restartWorker());
    const word = await roles.theWord(application);
    expect(word).toMatchObject({ state: 'waiting', audience: 'candidate', subject: 'A new role at acme' });
    expect(word.dueAt.slice(11)).toBe(`${roles.at}:00.000Z`);
    expect(word.body).toContain('You know Dana of acme there, and the contact is warm.');
    expect(word.body).toMatch(/The new role:\n- Data Engineer \(Kyiv\)\nhttps?:\/\/\S+3\n/);
    const why = 'A new role appeared at acme, where Dana of acme is a warm contact.';
    expect(word.ledger.map((line) => [line.by, line.what, line.why])).toEqual([['plan', 'planned', why]]);
    const heard = await eventually(
      () =>
        house.receiver.requests
          .map(({ body }) => JSON.parse(body.toString()) as { type: string; data: RolesAppeared })
          .filter(({ type }) => type === 'company.roles_appeared'),
      { what: 'the webhook' },
    );
    const { companyId, contactId } = application;
    expect(heard.map(({ data }) => data)).toEqual([
      {
        companyId,
        companyName: 'acme',
        observedAt: expect.any(String),
        board: { provider: 'greenhouse', slug },
        warmContactIds: [contactId],
        roles: [{ postingId: '3', title: 'Data Engineer', url: expect.stringMatching(/3$/) }],
        total: 1,
      },
    ]);
    const timeline = await house.api.expect<{ data: { text: string }[] }>(
      'GET',
      `/applications/${application.id}/timeline`,
    );
    expect(timeline.data.map(({ text }) => text)).toContain(`New roles: planned — ${why}`);
  });

  it('are joined by later ones until they go, and then wait for a week to be over', async () => {
    const { slug, board, application } = await roles.warmAt('joined');
    board.add(anAd('3'));
    await roles.sweep(slug);
    board.add(anAd('4'), anAd('5'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    expect(word.subject).toBe('3 new roles at joined');
    expect(lastLine(word)).toBe('extended: 2 new roles appeared at joined.');
    await roles.makeDue(word);
    const sent = await roles.becomes(word, 'sent');
    board.add(anAd('6'));
    await roles.sweep(slug);
    const [, next] = await roles.words(application);
    expect(listed(next!)).toEqual(['Engineer 6 (Berlin, Germany)']);
    const { sentAt } = sent as unknown as { sentAt: string };
    expect(Date.parse(next!.dueAt) - Date.parse(sentAt)).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect((await roles.events(application)).map(({ total }) => total)).toEqual([1, 2, 1]);
  });

  it('go in the digest with what else is due, in text and HTML, and are shown as they went', async () => {
    const { slug, board, application } = await roles.warmAt('digested');
    board.add(anAd('3', { title: 'R&D <Lead>' }));
    board.close('1');
    for (let times = 0; times < 3; times += 1) await roles.sweep(slug);
    const notice = await house.followUp(application.id, 'vacancy_closed', 'waiting');
    const word = await roles.theWord(application);
    await roles.makeDue(notice, word);
    const sent = await roles.becomes(word, 'sent');
    await roles.becomes(notice, 'sent');
    const mails = await Promise.all(house.mailTo('olena@example.org').map(({ raw }) => simpleParser(raw)));
    const digest = mails.find(({ text }) => text?.includes('A new role at digested'))!;
    expect(digest.subject).toMatch(/^2 reminders for /);
    expect(digest.text).toContain('- R&D <Lead> (Berlin, Germany)');
    expect(digest.html).toContain('- R&amp;D &lt;Lead&gt; (Berlin, Germany)<br>');
    expect(digest.text).toContain('No longer advertised: Engineer at digested');
    board.close('3');
    await roles.sweep(slug);
    await roles.sweep(slug);
    expect((await roles.theWord(application)).body).toBe(sent.body);
  });

  it('that closed again are left out; when none is left it is not sent, and says why', async () => {
    const { slug, board, application } = await roles.warmAt('gone');
    board.add(anAd('3'), anAd('4'));
    await roles.sweep(slug);
    board.close('3');
    await roles.sweep(slug);
    expect(listed(await roles.theWord(application))).toHaveLength(2);
    for (let times = 0; times < 2; times += 1) await roles.sweep(slug);
    expect(listed(await roles.theWord(application))).toEqual(['Engineer 4 (Berlin, Germany)']);
    board.close('4');
    for (let times = 0; times < 3; times += 1) await roles.sweep(slug);
    const word = await roles.theWord(application);
    expect(word.body).toContain('taken down again');
    await roles.makeDue(word);
    expect(lastLine(await roles.becomes(word, 'cancelled'))).toBe(`cancelled: ${sentence(say('roles_gone'), 'en')}`);
  });

  it('that turn out to be an old one anew are left out', async () => {
    const { slug, board, application } = await roles.warmAt('retitled', [anAd('1'), anAd('2', { title: 'Cook' })]);
    board.close('2');
    for (let times = 0; times < 3; times += 1) await roles.sweep(slug);
    board.add(anAd('3', { title: 'Chef' }), anAd('4'));
    await roles.sweep(slug);
    expect(listed(await roles.theWord(application))).toEqual([
      'Chef (Berlin, Germany)',
      'Engineer 4 (Berlin, Germany)',
    ]);
    board.close('3');
    board.repost('3', '3', { title: 'Cook' });
    await roles.sweep(slug);
    expect(listed(await roles.theWord(application))).toEqual(['Engineer 4 (Berlin, Germany)']);
  });

  it.each([
    ['nobody there is warm any more', NOBODY_IS_WARM, 'no_warm_contact'],
    ['they want no mail', 'update contacts set do_not_contact = true where id = $1', 'no_warm_contact'],
    [
      'the board is not watched any more',
      'delete from watches where vacancy_id in (select vacancy_id from applications where contact_id = $1)',
      'roles_gone',
    ],
  ] as const)('are not sent when %s', async (what, change, why) => {
    const slug = what.replaceAll(' ', '-');
    const { board, application } = await roles.warmAt(slug);
    board.add(anAd('3'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    await house.db.query(change, [application.contactId]);
    await roles.makeDue(word);
    expect(lastLine(await roles.becomes(word, 'cancelled'))).toBe(`cancelled: ${sentence(say(why), 'en')}`);
  });

  it('are five hundred: ten by name, a hundred for programs', async () => {
    const { slug, board, application } = await roles.warmAt('many', someAds(20), '1000');
    board.add(...someAds(520).slice(20));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    expect(listed(word)).toHaveLength(10);
    expect(word).toMatchObject({ subject: '500 new roles at many', body: expect.stringContaining('\nand 490 more\n') });
    const [event] = await roles.events(application);
    expect([event!.roles.length, event!.total]).toEqual([100, 500]);
  });

  it('are whatever a stranger wrote', async () => {
    const { slug, board, application } = await roles.warmAt('hostile');
    const titles = ['Engi\0neer', `\u202Ereenigne\u202C`, 'x'.repeat(2_000), 'Line\r\nbreak', '   '];
    board.add(...titles.map((title, place) => anAd(String(10 + place), { title, locations: [] })));
    await roles.sweep(slug);
    const shown = listed(await roles.theWord(application));
    const known = ['Engi\uFFFDneer', 'reenigne', `${'x'.repeat(119)}…`, 'Line break', 'A role without a title'];
    expect(shown.toSorted()).toEqual(known.toSorted());
  });

  it('bear the name that the company has by then', async () => {
    const { slug, board, application } = await roles.warmAt('formerly');
    board.add(anAd('3'));
    await roles.sweep(slug);
    await house.api.expect('PATCH', `/companies/${application.companyId}`, { name: 'Renamed' });
    expect((await roles.theWord(application)).subject).toBe('A new role at Renamed');
  });

  it('end quietly with a company that is deleted', async () => {
    const { slug, board, application } = await roles.warmAt('deleted');
    board.add(anAd('3'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    await house.db.query('update follow_ups set application_id = null where id = $1', [word.id]);
    await house.api.expect('DELETE', `/applications/${application.id}`);
    await house.api.expect('DELETE', `/contacts/${application.contactId}`);
    await house.api.expect('DELETE', `/companies/${application.companyId}`);
    expect((await roles.theWord(application)).subject).toBe('New roles at a company you know');
    await roles.makeDue(word);
    await roles.becomes(word, 'cancelled');
  });
});

describe('a company', () => {
  it('with two boards is told of in one word', async () => {
    const { slug, board, application } = await roles.warmAt('two-boards');
    const other = radar.boards.board('greenhouse', 'two-boards-eu', [anAd('7')]);
    await roles.applied('two-boards-eu', '7', 'two-boards');
    await radar.swept('two-boards-eu', 1);
    board.add(anAd('3'));
    other.add(anAd('8'));
    await roles.sweep(slug);
    await roles.sweep('two-boards-eu');
    expect(listed(await roles.theWord(application)).toSorted()).toEqual([
      'Engineer 3 (Berlin, Germany)',
      'Engineer 8 (Berlin, Germany)',
    ]);
  });

  it('with two vacancies of the candidate on one board is told of once', async () => {
    const { slug, board, application } = await roles.warmAt('two-vacancies');
    await roles.applied(slug, '2');
    board.add(anAd('3'));
    await roles.sweep(slug);
    expect((await roles.theWord(application)).subject).toBe('A new role at two-vacancies');
    expect(await roles.events(application)).toHaveLength(1);
  });

  it('is named after whoever was spoken to last, where one board has vacancies of two', async () => {
    const { slug, board, application } = await roles.warmAt('shared-board');
    const nearer = await roles.applied(slug, '2', 'shared-board-labs');
    board.add(anAd('3'));
    await roles.sweep(slug);
    expect(await roles.words(application)).toEqual([]);
    expect((await roles.theWord(nearer)).subject).toBe('A new role at shared-board-labs');
  });
});

describe('roles that appear while the word of earlier ones', () => {
  const waits = async (board: ServedBoard, slug: string, application: RecordedApplication) => {
    board.add(anAd('4'));
    await roles.sweep(slug);
    expect(await roles.events(application)).toHaveLength(1);
    const notes = () => house.db.query('update new_role_notes set retry_at = now() returning id');
    expect(await notes()).toHaveLength(1);
  };
  const areTold = async (application: RecordedApplication) => {
    await house.db.query('update new_role_notes set retry_at = now()');
    const second = await eventually(async () => (await roles.words(application))[1], { what: 'the next word' });
    expect(listed(second)).toEqual(['Engineer 4 (Berlin, Germany)']);
  };

  it('is on its way wait for the next', async () => {
    const { slug, board, application } = await roles.warmAt('on-its-way');
    board.add(anAd('3'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    const gate = Promise.withResolvers<void>();
    house.smtp.next({ at: 'rcpt', do: 'wait', until: gate.promise });
    await roles.makeDue(word);
    await roles.becomes(word, 'sending');
    await waits(board, slug, application);
    gate.resolve();
    expect(listed(await roles.becomes(word, 'sent'))).toEqual(['Engineer 3 (Berlin, Germany)']);
    await areTold(application);
  });

  it('has the words of the candidate wait for the next', async () => {
    const { slug, board, application } = await roles.warmAt('edited');
    board.add(anAd('3'));
    await roles.sweep(slug);
    const word = await roles.theWord(application);
    await house.api.expect('PATCH', `/follow-ups/${word.id}`, { body: 'Look at number 3.' });
    await waits(board, slug, application);
    await house.api.expect('POST', `/follow-ups/${word.id}/cancel`, {});
    await areTold(application);
  });
});
