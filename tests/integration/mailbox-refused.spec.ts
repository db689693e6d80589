// A mail server that refuses us says nothing about whom the letters are for: they wait, and go when it takes mail again.
import { OWNER_ID } from '@app/contracts';
import { Contact, FollowUp, FollowUpAttempt } from '@app/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AT_ONCE, setSettings } from '../support/arrange.js';
import { ApplicationsProcess } from '../support/applications.process.js';
import { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const NO_RELAY = '550 relay not permitted';
const NO_LOGIN = '535 5.7.8 Error: authentication failed';
const AT_HAND = { ...AT_ONCE, approval: 'auto' } as const;

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.open();
});
beforeEach(async () => {
  await parts.db.query(`delete from mail_accounts;
    update follow_ups set state = 'cancelled' where state in ('waiting', 'held', 'retrying', 'sending')`);
  life = await parts.candidate(AT_HAND);
});
afterEach(async () => {
  parts.smtp.always(null);
  await parts.killWorkers();
});
afterAll(() => parts.stop());

const refuse = (reply: string | null) => parts.smtp.always(reply === null ? null : { at: 'rcpt', do: 'answer', reply });

async function letter(of = life): Promise<{ id: string; contactId: string }> {
  const { applicationId, contactId } = await of.isRejected();
  const { id } = await of.the('feedback_request', { applicationId });
  return { id, contactId: contactId! };
}
async function refusedLetter(of = life) {
  const one = await letter(of);
  return { ...one, row: await of.becomes(one.id, 'held') };
}
/** Past every clock, as nobody could. */
const anHourPasses = () =>
  parts.db.query(`
    update mail_accounts set refused_at = refused_at - interval '1 hour', closed_at = closed_at - interval '1 hour',
      try_at = try_at - interval '1 hour', opened_at = opened_at - interval '1 hour', changed_at = changed_at - interval '1 hour';
    update follow_ups set refused_at = refused_at - interval '1 hour', refused_until = refused_until - interval '1 hour'`);
const account = async () => (await parts.db.query(`select * from mail_accounts where candidate_id is null`))[0];
const contactOf = (contactId: string) => life.do((tx) => tx.findOneByOrFail(Contact, { id: contactId }));
const told = (of = life) => of.events('mailbox.refused.v1');
const sentTo = (contactId: string) => parts.smtp.messages.filter(({ to }) => to === `${contactId}@example.com`);

describe('a letter that is refused because of us', () => {
  it.each([
    [NO_RELAY, 'rcpt'],
    ['550 SMTP AUTH is required for message submission on port 587', 'rcpt'],
    ['554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked', 'greeting'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'mail'],
    ['553 5.7.1 Sender address rejected: not owned by user', 'mail'],
    ['554 5.7.1 This message looks like spam', 'final-dot'],
  ] as const)('with "%s" at %s is held, with the reason, and its contact stays good', async (reply, at) => {
    await parts.addWorker();
    parts.smtp.always({ at, do: 'answer', reply });
    const { id, contactId, row } = await refusedLetter();
    expect(row).toMatchObject({ heldWhy: 'mailbox_refused', heldUntil: null, leaseToken: null });
    expect((await life.ledger(id)).at(-1)).toContain(reply.slice(4, 20));
    expect((await contactOf(contactId)).bouncedAt).toBeNull();
    expect(await life.events('contact.bounced.v1')).toEqual([]);
    expect(sentTo(contactId)).toEqual([]);
  });

  it('goes an hour later, as often as it takes, and none of it was a try of its own', async () => {
    await parts.addWorker();
    refuse(NO_RELAY);
    const { id, contactId } = await refusedLetter();
    for (let hour = 1; hour < 14; hour += 1) {
      await anHourPasses();
      await eventually(async () => (await life.do((tx) => tx.countBy(FollowUpAttempt, { followUpId: id }))) > hour);
      await life.becomes(id, 'held');
    }
    refuse('450 4.2.1 Busy');
    await anHourPasses();
    await life.becomes(id, 'retrying');
    refuse(null);
    await parts.makeDue(id);
    await life.becomes(id, 'sent');
    expect(sentTo(contactId)).toHaveLength(1);
  });

  it('is not given up when its former refusals are forgotten', async () => {
    await parts.addWorker();
    refuse(NO_RELAY);
    const { id } = await refusedLetter();
    // After months of hourly tries, of which three months are known.
    await parts.db.query('update follow_ups set attempt = 3000 where id = $1', [id]);
    refuse('450 4.2.1 Busy');
    await anHourPasses();
    await life.becomes(id, 'retrying');
  });

  it('is not tried before that, and others go', async () => {
    await parts.addWorker();
    parts.smtp.next({ at: 'rcpt', do: 'answer', reply: '550 5.7.1 policy' });
    const first = await refusedLetter();
    const second = await letter();
    await life.becomes(second.id, 'sent');
    // The first that is taken lets it go at once.
    await life.becomes(first.id, 'sent');
  });

  it('although the server takes others is left alone for a day, and counts for nothing', async () => {
    await parts.addWorker();
    const email = 'dana@alone.example';
    parts.smtp.refuse(email, '550 5.7.1 policy');
    const { applicationId } = await life.isRejected({ contact: { email, emailKey: email } });
    const { id } = await life.the('feedback_request', { applicationId });
    await life.becomes(id, 'held');
    await life.becomes((await letter()).id, 'sent');
    const row = await eventually(async () => {
      const now = await life.do((tx) => tx.findOneByOrFail(FollowUp, { id }));
      return now.state === 'held' && now.refusedAlone && now;
    });
    expect(Number(row.refusedUntil) - Number(row.refusedAt)).toBe(86_400_000);
    const [ofSender] = await parts.db.query('select * from mail_accounts where id = $1', [life.id]);
    expect(ofSender).toMatchObject({ closed_at: null, refused_at: null });
  });
});

describe('after two in a row for different people', () => {
  const closed = async () => {
    await parts.addWorker();
    refuse(NO_RELAY);
    const first = await refusedLetter();
    const second = await refusedLetter();
    return [first, second] as const;
  };

  it('the others of the account are held as well, untried, and one is tried again every hour', async () => {
    await closed();
    const talks = parts.smtp.conversations.length;
    const others = [await refusedLetter(), await refusedLetter(), await refusedLetter()];
    const elsewhere = await parts.candidate(AT_HAND);
    const ofAnother = await refusedLetter(elsewhere);
    expect(ofAnother.row.heldWhy).toBe('mailbox_refused');
    expect(parts.smtp.conversations).toHaveLength(talks);
    expect(others.map(({ row }) => row.attempt)).toEqual([0, 0, 0]);
    await anHourPasses();
    await eventually(() => parts.smtp.conversations.length > talks);
    await parts.anotherWorker();
    const late = await refusedLetter();
    expect(late.row.attempt).toBe(0);
    expect(parts.smtp.conversations).toHaveLength(talks + 1);
  });

  it('the first that is taken lets the rest go, each once', async () => {
    const letters = [...(await closed()), await refusedLetter()];
    refuse(null);
    await anHourPasses();
    for (const { id, contactId } of letters) {
      await life.becomes(id, 'sent');
      expect(sentTo(contactId)).toHaveLength(1);
    }
    expect(await account()).toMatchObject({ closed_at: null, refused_at: null });
  });

  it('another server or login lets them go, and what the former one says counts no more', async () => {
    const letters = await closed();
    await parts.killWorkers();
    const other = await ScriptedSmtpServer.listen();
    await parts.addWorker({ env: { SMTP_URL: other.url } });
    for (const { id } of letters) await life.becomes(id, 'sent');
    expect(other.messages).toHaveLength(2);
    await other.close();
  });

  it('a sender that is killed in the middle of the hourly try loses nothing, and nobody is written to twice', async () => {
    const letters = await closed();
    parts.smtp.always({ at: 'rcpt', do: 'hang' });
    const talks = parts.smtp.conversations.length;
    await anHourPasses();
    await eventually(() => parts.smtp.conversations.length > talks);
    await parts.killWorkers();
    refuse(null);
    await parts.addWorker();
    for (const { id, contactId } of letters) {
      await life.becomes(id, 'sent');
      expect(sentTo(contactId)).toHaveLength(1);
    }
  });

  it('reminders wait as well', async () => {
    await closed();
    const { applicationId } = (await life.followUps({ kind: 'reflection' }))[0]!;
    const reflection = await life.the('reflection', { applicationId: applicationId! });
    await parts.makeDue(reflection.id);
    expect(await life.becomes(reflection.id, 'held')).toMatchObject({ heldWhy: 'mailbox_refused', attempt: 0 });
    refuse(null);
    await anHourPasses();
    await life.becomes(reflection.id, 'sent');
  });

  it('one address refused twice closes nothing', async () => {
    await parts.addWorker();
    refuse(NO_RELAY);
    const { id } = await refusedLetter();
    await anHourPasses();
    await eventually(async () => (await life.do((tx) => tx.countBy(FollowUpAttempt, { followUpId: id }))) > 1);
    await life.becomes(id, 'held');
    expect(await account()).toMatchObject({ closed_at: null });
  });
});

describe('a sender that the server refuses', () => {
  it('keeps nobody else’s mail back, and is told so', async () => {
    await parts.addWorker();
    parts.smtp.always({ at: 'mail', do: 'answer', reply: '553 5.7.1 Sender address rejected: not owned by user' });
    await refusedLetter();
    await refusedLetter();
    const mine = await refusedLetter();
    expect(mine.row.attempt).toBe(0);
    parts.smtp.always(null);
    const other = await parts.candidate(AT_HAND);
    const theirs = await letter(other);
    await other.becomes(theirs.id, 'sent');
    expect((await told()).map(({ data }) => (data as { of: string }).of)).toEqual(['sender']);
    expect(await told(other)).toEqual([]);
    // Another address of theirs is another sender.
    await parts.db.query(`update candidates set email = 'other@example.org' where id = $1`, [life.id]);
    await life.say({ type: 'settings.changed.v1', data: { fields: ['email'] } });
    await life.becomes(mine.id, 'sent');
  });
});

describe('who is told', () => {
  it('is the owner, once, by an event and under /me, with nobody’s address in it', async () => {
    await parts.addWorker();
    const owner = new CandidateLife(OWNER_ID, parts.api);
    const api = await ApplicationsProcess.start(parts.db.apiUrl, { OWNER_NAME: 'Olena', OWNER_EMAIL: 'o@example.org' });
    await setSettings(parts.api, AT_HAND);
    expect(await api.expect('GET', '/me')).toMatchObject({ mailRefusal: null });
    const { contactId } = await (async () => {
      refuse('554 5.7.1 <dana@firm.example>: Relay access denied');
      await refusedLetter();
      return refusedLetter();
    })();
    await eventually(async () => (await told(owner)).length > 0);
    const why = '554 5.7.1 …: Relay access denied';
    const said = { why, whyCode: 'server_said', whyFacts: { said: why } };
    expect(await api.expect('GET', '/me')).toMatchObject({
      mailRefusal: { of: 'account', ...said, nextTryAt: expect.any(String) },
    });
    expect((await told(owner)).map(({ data }) => data)).toEqual([
      { of: 'account', since: expect.any(String), ...said },
    ]);
    expect(await told()).toEqual([]);
    refuse(null);
    await anHourPasses();
    await eventually(() => sentTo(contactId).length === 1);
    expect(await api.expect('GET', '/me')).toMatchObject({ mailRefusal: null });
    await api.stop();
  });

  it('is nobody where mail is captured', async () => {
    await parts.addWorker({ env: { MAIL_CAPTURED: 'true' } });
    refuse(NO_RELAY);
    await refusedLetter();
    await refusedLetter();
    expect(await account()).toBeUndefined();
    expect(await told()).toEqual([]);
  });
});

it('a login that is refused, or would give the password away, is our trouble too', async () => {
  const url = `smtp://me:secret@127.0.0.1:${parts.smtp.port}`;
  await parts.addWorker({ env: { SMTP_URL: url } });
  parts.smtp.always({ at: 'auth', do: 'answer', reply: NO_LOGIN });
  expect((await refusedLetter()).row).toMatchObject({ heldWhy: 'mailbox_refused' });
  await parts.killWorkers();
  await parts.addWorker({ env: { SMTP_URL: url.replace('127.0.0.1', '0.0.0.0') } });
  parts.smtp.always(null);
  const { id } = await refusedLetter();
  expect((await life.ledger(id)).at(-1)).toContain('offers no TLS');
});
