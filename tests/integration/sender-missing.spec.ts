import { OWNER_ID, say } from '@app/contracts';
import { sentence } from '@app/follow-ups';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { ApplicationsProcess } from '../support/applications.process.js';
import { AT_ONCE } from '../support/arrange.js';
import { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const NOBODY = { OWNER_NAME: '', OWNER_EMAIL: '' };
const AN_APPLICATION = {
  companyName: 'Acme',
  title: 'Engineer',
  stage: 'interview',
  contact: { name: 'Dana Ito', email: 'dana@acme.example' },
};

let parts: WorkerParts;
beforeAll(async () => {
  parts = await WorkerParts.open();
});
afterEach(() => parts.killWorkers());
afterAll(() => parts.stop());

const mailTo = async (address: string) => {
  const { raw } = parts.smtp.messages.findLast(({ to }) => to === address)!;
  return simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
};
const lastLine = async (life: CandidateLife, id: string) => (await life.ledger(id)).at(-1);
const missing = (lack: string) =>
  expect.stringMatching(`^plan planned and held: .* ${sentence(say('sender_missing', { missing: lack }), 'en')}$`);

describe('on a real mail server', () => {
  it('a letter waits for a name and an address, and goes when the environment of a restart brings what is missing', async () => {
    await parts.addWorker();
    const life = new CandidateLife(OWNER_ID, parts.api);
    let api = await ApplicationsProcess.start(parts.db.apiUrl, NOBODY);
    expect(await api.expect('GET', '/me')).toMatchObject({ name: null, email: null });
    await api.expect('PATCH', '/settings', AT_ONCE);
    const { id: applicationId } = await api.expect<{ id: string }>('POST', '/applications', AN_APPLICATION);
    await api.expect('POST', `/applications/${applicationId}/rejection`);
    await life.handled();
    const letter = await life.the('feedback_request', { applicationId });
    expect(await life.becomes(letter.id, 'held')).toMatchObject({ heldWhy: 'sender_missing', heldUntil: null });
    expect(await lastLine(life, letter.id)).toEqual(missing('name_and_address'));

    await api.expect('PATCH', '/me', { email: 'olena@example.org' });
    await life.handled();
    await life.becomes(letter.id, 'held');
    await api.stop();
    api = await ApplicationsProcess.start(parts.db.apiUrl, { OWNER_NAME: 'Olena', OWNER_EMAIL: 'other@example.org' });
    await life.becomes(letter.id, 'sent');
    expect(await api.expect('GET', '/me')).toMatchObject({ name: 'Olena', email: 'olena@example.org' });
    const facts = await life.events('settings.changed.v1');
    expect(facts.map(({ data }) => (data as { fields: string[] }).fields).slice(1)).toEqual([['email'], ['name']]);
    const mail = await mailTo('dana@acme.example');
    expect(mail.from!.value).toEqual([{ name: 'Olena', address: 'olena@example.org' }]);
    expect(mail.text!.trimEnd().endsWith('Kind regards,\n\nOlena')).toBe(true);

    await api.stop();
    api = await ApplicationsProcess.start(parts.db.apiUrl, { OWNER_NAME: 'Olha', OWNER_EMAIL: 'other@example.org' });
    expect(await api.expect('GET', '/me')).toMatchObject({ name: 'Olena', email: 'olena@example.org' });
    expect(await life.events('settings.changed.v1')).toHaveLength(facts.length);
    await api.stop();
  });

  it.each([
    ['name', null, 'olena@example.org'],
    ['address', 'Olena', null],
  ] as const)('for want of %s alone it waits as well, and is told so', async (lack, name, email) => {
    await parts.addWorker();
    const life = await parts.candidate(AT_ONCE, email);
    await parts.db.query('update candidates set name = $2 where id = $1', [life.id, name]);
    const { applicationId } = await life.isRejected();
    const letter = await life.the('feedback_request', { applicationId });
    await life.becomes(letter.id, 'held');
    expect(await lastLine(life, letter.id)).toEqual(missing(lack));
  });

  it('what concerns no application goes on as well, once there is an address', async () => {
    await parts.addWorker();
    const life = await parts.candidate(AT_ONCE, null);
    for (let count = 0; count < 3; count += 1) await life.isRejected({ stage: 'screening' });
    const streak = await life.the('streak');
    await life.becomes(streak.id, 'held');
    await parts.db.query(`update candidates set email = 'late@example.org' where id = $1`, [life.id]);
    await life.say({ type: 'settings.changed.v1', data: { fields: ['email'] } });
    await life.becomes(streak.id, 'sent');
  });

  it('a reminder needs an address only', async () => {
    await parts.addWorker();
    const life = await parts.candidate(AT_ONCE, 'nameless@example.org');
    await parts.db.query('update candidates set name = null where id = $1', [life.id]);
    const { applicationId } = await life.isRejected();
    const reflection = await life.the('reflection', { applicationId });
    await parts.makeDue(reflection.id);
    await life.becomes(reflection.id, 'sent');
    const mail = await mailTo('nameless@example.org');
    expect([mail.to!].flat()[0]!.value).toEqual([{ name: '', address: 'nameless@example.org' }]);
    expect(mail.text).toMatch(/^Hello,\n\n/);
  });
});

it('where mail is captured a letter goes from nobody in particular', async () => {
  await parts.addWorker({ env: { MAIL_CAPTURED: 'true' } });
  const life = await parts.candidate(AT_ONCE, null);
  await parts.db.query('update candidates set name = null where id = $1', [life.id]);
  const { applicationId, contactId } = await life.isRejected();
  const letter = await life.the('feedback_request', { applicationId });
  await life.becomes(letter.id, 'sent');
  const mail = await mailTo(`${contactId}@example.com`);
  expect(mail.from!.value).toEqual([{ name: '', address: 'candidate@localhost' }]);
  expect(mail.text!.trimEnd().endsWith('\n\nKind regards,')).toBe(true);
});
