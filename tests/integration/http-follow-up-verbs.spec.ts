import { Database, FollowUp } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aLetter, aReminder, fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { AT_ONCE, setSettings } from '../support/arrange.js';

describe('what a candidate says about a follow-up', () => {
  let api: ApplicationsApi;
  let database: Database;

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 4 });
  });
  beforeEach(async () => {
    await api.db.query('delete from follow_ups');
    await setSettings(database, AT_ONCE);
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  const say = (verb: string, { id }: { id: string }, body?: unknown, headers?: Record<string, string>) =>
    api.call('POST', `/api/v1/follow-ups/${id}/${verb}`, body, headers);
  const rowOf = async ({ id }: { id: string }) =>
    (await api.db.query(`select * from follow_ups where id = $1`, [id]))[0]!;
  const events = async (type: string, { id }: { id: string }) =>
    (
      await api.db.query<{ data: object }>(`select data from events where type = $1 and data->>'followUpId' = $2`, [
        type,
        id,
      ])
    ).map(({ data }) => data);
  const refused = async (verb: string, followUp: FollowUp, code: string) => {
    const before = await rowOf(followUp);
    expect((await say(verb, followUp)).body).toMatchObject({ status: 409, code });
    expect(await rowOf(followUp)).toEqual(before);
  };

  describe('approve', () => {
    it('lets a draft go when it is due', async () => {
      const draft = await aLetter(database, { state: 'draft' });
      const { status, body } = await say('approve', draft);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'waiting', dueAt: draft.dueAt.toISOString() });
      expect(body?.ledger).toMatchObject([{ what: 'planned' }, { by: 'candidate', what: 'approved', why: null }]);
    });

    it('moves a draft whose time has passed into the next window', async () => {
      await setSettings(database, { sendingWindow: { days: ['mon'], from: '09:00', to: '09:01' } });
      const draft = await aLetter(database, { state: 'draft', dueAt: fromNow(-HOUR) });
      const { body } = await say('approve', draft);
      expect(new Date(String(body?.dueAt)).toISOString()).toMatch(/T09:00:/);
      expect(new Date(String(body?.dueAt)).getUTCDay()).toBe(1);
    });

    it('waits while another letter to the contact is on its way', async () => {
      const { contactId, applicationId } = await aLetter(database, { state: 'held' });
      const draft = await insertFollowUp(database, {
        contactId,
        applicationId,
        state: 'draft',
        kind: 'reopened_outreach',
      });
      await refused('approve', draft, 'contact_busy');
    });

    it.each([
      ['do_not_contact', { doNotContact: true }],
      ['address_bounced', { bouncedAt: new Date() }],
      ['no_address', { email: null, emailKey: null }],
    ])('does not go over a stop rule: %s', async (code, contact) => {
      await refused('approve', await aLetter(database, { state: 'draft' }, { contact }), code);
    });

    it('does not go over a reply, nor over an application that is not rejected any more', async () => {
      const answered = await aLetter(database, { state: 'draft' });
      await api.db.query(
        `insert into touches (id, candidate_id, contact_id, kind, direction, at) values (gen_random_uuid(), $1, $2, 'mail', 'in', now())`,
        [answered.candidateId, answered.contactId],
      );
      await refused('approve', answered, 'contact_wrote');
      const revived = await aLetter(database, { state: 'draft' });
      await api.db.query(`update applications set stage = 'interview' where id = $1`, [revived.applicationId]);
      await refused('approve', revived, 'no_longer_rejected');
    });
  });

  describe('hold and resume', () => {
    it('stop a letter for as long as the candidate wants', async () => {
      const letter = await aLetter(database, { dueAt: fromNow(-HOUR), atOnce: true });
      const held = await say('hold', letter);
      expect(held.body).toMatchObject({ state: 'held', heldWhy: 'by_candidate', heldUntil: null });
      const resumed = await say('resume', letter);
      expect(resumed.body).toMatchObject({ state: 'due', heldWhy: null });
      expect(resumed.body?.ledger).toMatchObject([{}, { what: 'held', why: 'by_candidate' }, { what: 'resumed' }]);
      expect(await rowOf(letter)).toMatchObject({ at_once: false });
    });

    it('are for reminders too', async () => {
      const reminder = await aReminder(database);
      expect((await say('hold', reminder)).body).toMatchObject({ state: 'held' });
      expect((await say('resume', reminder)).body).toMatchObject({
        state: 'waiting',
        dueAt: reminder.dueAt.toISOString(),
      });
    });
  });

  it('snooze moves it, and refuses a moment that has passed', async () => {
    const reminder = await aReminder(database, { dueAt: fromNow(-HOUR) });
    const until = fromNow(24 * HOUR).toISOString();
    expect((await say('snooze', reminder, { until })).body).toMatchObject({ state: 'waiting', dueAt: until });
    const past = await say('snooze', reminder, { until: fromNow(-HOUR).toISOString() });
    expect(past.body).toMatchObject({ status: 422, code: 'in_the_past', errors: [{ pointer: '/until' }] });
    expect((await say('snooze', reminder, {})).body).toMatchObject({ status: 422, code: 'invalid_body' });
  });

  describe('send-now', () => {
    it.each(['draft', 'waiting', 'held', 'retrying'] as const)(
      'approves a letter that is %s, over time and window',
      async (state) => {
        const letter = await aLetter(database, { state });
        expect((await say('send-now', letter)).body).toMatchObject({ state: 'due', heldWhy: null, heldUntil: null });
        expect(await rowOf(letter)).toMatchObject({ state: 'waiting', at_once: true });
      },
    );

    it('does not go over stop rules', async () => {
      await refused('send-now', await aLetter(database, {}, { contact: { doNotContact: true } }), 'do_not_contact');
      const answered = await aLetter(database, { kind: 'feedback_request' });
      await api.db.query(`update rejections set reason_category = 'experience' where application_id = $1`, [
        answered.applicationId,
      ]);
      await refused('send-now', answered, 'reasons_given');
    });

    it('does not go over the gap after an unanswered letter', async () => {
      const first = await aLetter(database, { state: 'sent', sentAt: fromNow(-HOUR) });
      const { contactId, applicationId } = first;
      await refused('send-now', await insertFollowUp(database, { contactId, applicationId }), 'contact_gap');
      await setSettings(database, { contactGap: 'PT1M' });
      const [next] = await api.db.query<FollowUp>(`select id from follow_ups where state = 'waiting'`);
      expect((await say('send-now', next!)).body).toMatchObject({ state: 'due' });
    });

    it('does not go over a hold for that gap', async () => {
      const held = await aLetter(database, { state: 'held', heldWhy: 'contact_gap', heldUntil: fromNow(HOUR) });
      await refused('send-now', held, 'contact_gap');
      await refused('resume', held, 'contact_gap');
    });
  });

  describe('cancel', () => {
    it.each(['draft', 'waiting', 'held', 'retrying', 'unconfirmed'] as const)(
      'ends a letter that is %s',
      async (state) => {
        const letter = await aLetter(database, { state });
        const { body } = await say('cancel', letter, { reason: 'Нащо воно мені' });
        expect(body).toMatchObject({ state: 'cancelled', heldWhy: null });
        expect(body?.ledger).toMatchObject([{}, { what: 'cancelled', why: 'Нащо воно мені' }]);
        expect(await events('follow_up.cancelled.v1', letter)).toMatchObject([
          { why: 'Нащо воно мені', kind: letter.kind },
        ]);
        await refused('cancel', letter, 'already_ended');
      },
    );

    it('takes the letter back from a sender who has not handed it over', async () => {
      const letter = await aLetter(database, { state: 'sending', phase: 'connect' });
      expect((await say('cancel', letter)).body).toMatchObject({ state: 'cancelled' });
      const handedOver = await api.db.query(
        `update follow_ups set phase = 'data' where id = $1 and lease_token = $2 and state = 'sending' returning id`,
        [letter.id, letter.leaseToken],
      );
      expect(handedOver).toEqual([]);
      expect(await rowOf(letter)).toMatchObject({ lease_token: null, lease_until: null, phase: null });
    });

    it('comes too late once the letter is being handed over', async () => {
      await refused('cancel', await aLetter(database, { state: 'sending', phase: 'data' }), 'already_sending');
    });

    it('and the sender’s last commit exclude each other, whoever comes first', async () => {
      for (let round = 0; round < 10; round += 1) {
        const letter = await aLetter(database, { state: 'sending', phase: 'connect' });
        const [cancelled, handedOver] = await Promise.all([
          say('cancel', letter),
          api.db.query(
            `update follow_ups set phase = 'data' where id = $1 and lease_token = $2 and state = 'sending' and phase = 'connect' returning id`,
            [letter.id, letter.leaseToken],
          ),
        ]);
        expect({ cancelled: cancelled.status === 200, handedOver: handedOver.length === 1 }).toEqual(
          cancelled.status === 200 ? { cancelled: true, handedOver: false } : { cancelled: false, handedOver: true },
        );
      }
    });

    it('frees the contact for another letter', async () => {
      const first = await aLetter(database);
      const { contactId, applicationId } = first;
      const draft = await insertFollowUp(database, { contactId, applicationId, state: 'draft' });
      await refused('approve', draft, 'contact_busy');
      await say('cancel', first);
      expect((await say('approve', draft)).body).toMatchObject({ state: 'waiting' });
    });
  });

  describe('of an unconfirmed letter', () => {
    it('mark-sent settles that it went, as a touch and an event', async () => {
      const letter = await aLetter(database, { state: 'unconfirmed' });
      const dataAt = fromNow(-HOUR / 2);
      await api.db.query('update follow_up_attempts set data_at = $2 where follow_up_id = $1', [letter.id, dataAt]);
      const { body } = await say('mark-sent', letter);
      expect(body).toMatchObject({ state: 'sent', sentAt: dataAt.toISOString(), messageId: '<frozen@example.org>' });
      expect(await events('follow_up.sent.v1', letter)).toMatchObject([{ messageId: '<frozen@example.org>' }]);
      const touches = await api.db.query('select kind, direction, at from touches where follow_up_id = $1', [
        letter.id,
      ]);
      expect(touches).toEqual([{ kind: 'mail', direction: 'out', at: dataAt }]);
      const [contact] = await api.db.query('select last_touch_at from contacts where id = $1', [letter.contactId]);
      expect((contact!.last_touch_at as Date) >= dataAt).toBe(true);
    });

    it('resend hands the same bytes over again, at once', async () => {
      const letter = await aLetter(database, { state: 'unconfirmed' });
      expect((await say('resend', letter)).body).toMatchObject({ state: 'due', messageId: '<frozen@example.org>' });
      expect(await rowOf(letter)).toMatchObject({ at_once: true, mime: Buffer.from('frozen'), lease_token: null });
    });

    it('resend needs the contact’s place, and a contact who has not answered', async () => {
      const letter = await aLetter(database, { state: 'unconfirmed' });
      const { contactId, applicationId } = letter;
      await insertFollowUp(database, { contactId, applicationId });
      await refused('resend', letter, 'contact_busy');
      await api.db.query(`update contacts set do_not_contact = true where id = $1`, [contactId]);
      await refused('resend', letter, 'do_not_contact');
    });

    it('neither is for a letter that is settled', async () => {
      for (const verb of ['mark-sent', 'resend']) await refused(verb, await aLetter(database), 'not_unconfirmed');
    });
  });

  describe('done', () => {
    it.each(['waiting', 'held', 'sent'] as const)('ends a reminder that is %s', async (state) => {
      const reminder = await aReminder(database, { state, dueAt: fromNow(-HOUR) });
      expect((await say('done', reminder)).body).toMatchObject({ state: 'done', heldWhy: null });
      await refused('done', reminder, 'already_ended');
    });

    it('is not for letters', async () => {
      await refused('done', await aLetter(database), 'not_a_reminder');
    });
  });

  it.each([
    ['holds it', 'hold', {}],
    ['moves it', 'snooze', { until: fromNow(24 * HOUR).toISOString() }],
  ])(
    'to be sent at once says no more once somebody %s: while no letters go, it waits with them',
    async (_, verb, body) => {
      const noLettersUntil = fromNow(72 * HOUR).toISOString();
      await setSettings(database, { ...AT_ONCE, noLettersUntil });
      const letter = await aLetter(database);
      expect((await say('send-now', letter)).body).toMatchObject({ state: 'due' });
      const said = await say(verb, letter, body);
      const last = verb === 'hold' ? await say('resume', letter) : said;
      expect(last.body).toMatchObject({ state: 'held', heldWhy: 'no_letters_until', heldUntil: noLettersUntil });
    },
  );

  it('with the same Idempotency-Key is done once', async () => {
    const letter = await aLetter(database);
    const headers = { 'idempotency-key': 'cancel-once' };
    const first = await say('cancel', letter, { reason: 'Enough' }, headers);
    expect(await say('cancel', letter, { reason: 'Enough' }, headers)).toMatchObject({ status: 200, body: first.body });
    const other = await say('cancel', letter, { reason: 'Other' }, headers);
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(await events('follow_up.cancelled.v1', letter)).toHaveLength(1);
  });

  it('takes no unknown words', async () => {
    const letter = await aLetter(database);
    expect((await say('hold', letter, { until: 'later' })).body).toMatchObject({ status: 422, code: 'invalid_body' });
    expect((await say('burn', letter)).body).toMatchObject({ status: 404 });
    expect((await say('cancel', { id: '1' })).body).toMatchObject({ status: 422, code: 'invalid_id' });
  });
});
