import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const APPLICATIONS = '/api/v1/applications';

describe('a rejection', () => {
  let api: ApplicationsApi;
  let people = 0;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const apply = (fields: object = {}) => {
    people += 1;
    const contact = { name: `Person ${people}`, email: `person${people}@example.org` };
    const told = { companyName: 'Acme', title: 'Engineer', appliedAt: '2026-01-01T00:00:00Z', contact, ...fields };
    return api.call('POST', APPLICATIONS, told);
  };
  const rejection = (id: string) => `${APPLICATIONS}/${id}/rejection`;
  const lastTouch = async (contactId: unknown) =>
    (await api.call('GET', `/api/v1/contacts/${contactId}`)).body?.lastTouchAt;
  const lastFact = async (id: string) => {
    const [fact] = await api.db.query<{ type: string; data: object }>(
      'select type, data from events where application_id = $1 order by id desc limit 1',
      [id],
    );
    return fact;
  };

  it('says when, at which stage, in whose words; it is a fact and a touch of the contact', async () => {
    const { id, body } = await apply({ stage: 'interview' });
    const answer = await api.call('POST', rejection(id), {
      receivedAt: '2026-02-01T10:00:00Z',
      reason: { category: 'hard_skills', words: 'We went with “someone else” — 再見 👋' },
      messageId: '<CA+x=4711@mail.example.com>',
      subject: 'Re: Your application',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        stage: 'rejected',
        rejection: {
          receivedAt: '2026-02-01T10:00:00.000Z',
          stage: 'interview',
          reason: { category: 'hard_skills', words: 'We went with “someone else” — 再見 👋' },
          messageId: '<CA+x=4711@mail.example.com>',
          subject: 'Re: Your application',
        },
      },
    });
    const { companyId, vacancyId, contactId } = body!;
    expect(await lastFact(id)).toEqual({
      type: 'application.rejected.v1',
      data: {
        applicationId: id,
        rejectionId: expect.any(String),
        companyId,
        vacancyId,
        contactId,
        companyName: 'Acme',
        title: 'Engineer',
        receivedAt: '2026-02-01T10:00:00.000Z',
        stage: 'interview',
        reason: { category: 'hard_skills', words: 'We went with “someone else” — 再見 👋' },
      },
    });
    expect(await lastTouch(contactId)).toBe('2026-02-01T10:00:00.000Z');
  });

  it('needs nothing told: it came now, at the stage of the application', async () => {
    const { id } = await apply({ stage: 'offer', contact: undefined });
    const answer = await api.call('POST', rejection(id));
    expect(answer.body).toMatchObject({
      contactId: null,
      rejection: { stage: 'offer', reason: { category: null, words: null }, messageId: null, subject: null },
    });
  });

  it('of an application of which nobody said when it was sent may lie in the past', async () => {
    const { id } = await apply({ appliedAt: undefined });
    const answer = await api.call('POST', rejection(id), { receivedAt: '2026-01-05T00:00:00Z', stage: 'screening' });
    expect(answer.body).toMatchObject({
      appliedAt: '2026-01-05T00:00:00.000Z',
      rejection: { receivedAt: '2026-01-05T00:00:00.000Z', stage: 'screening' },
    });
  });

  it('takes reasons later', async () => {
    const { id } = await apply({ stage: 'screening' });
    await api.call('POST', rejection(id), { reason: { words: 'No.' } });
    const changed = await api.call('PATCH', rejection(id), { reason: { category: 'language' }, subject: 'Sorry' });
    expect(changed.body?.rejection).toMatchObject({ reason: { category: 'language', words: 'No.' }, subject: 'Sorry' });
    expect(await lastFact(id)).toMatchObject({
      type: 'application.reasons_added.v1',
      data: { reason: { category: 'language', words: 'No.' }, stage: 'screening' },
    });
    const before = await rowCounts(api.db);
    await api.call('PATCH', rejection(id), { subject: 'Sorry again', reason: { category: 'language' } });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('that was a mistake is taken back: the stage before, the touch gone', async () => {
    const { id, body } = await apply({ stage: 'interview' });
    await api.call('POST', `/api/v1/contacts/${body?.contactId}/touches`, { kind: 'call', at: '2026-01-15T00:00:00Z' });
    const rejected = await api.call('POST', rejection(id), { stage: 'screening' });
    const stale = { 'if-match': 'W/"0"' };
    expect((await api.call('DELETE', rejection(id), undefined, stale)).status).toBe(412);
    const fresh = { 'if-match': rejected.headers.get('etag')! };
    expect((await api.call('DELETE', rejection(id), undefined, fresh)).status).toBe(204);
    expect((await api.call('GET', `${APPLICATIONS}/${id}`)).body).toMatchObject({
      stage: 'interview',
      rejection: null,
    });
    expect(await lastFact(id)).toMatchObject({
      type: 'application.rejection_revoked.v1',
      data: { applicationId: id, stage: 'interview' },
    });
    expect(await lastTouch(body?.contactId)).toBe('2026-01-15T00:00:00.000Z');
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await api.call(method, rejection(id), method === 'PATCH' ? {} : undefined);
      expect(answer.body).toMatchObject({ status: 404, code: 'not_rejected' });
    }
    expect((await api.call('POST', rejection(id))).status).toBe(201);
  });

  it('is overcome by a stage further on, and can come again', async () => {
    const { id } = await apply({ stage: 'screening' });
    await api.call('POST', rejection(id));
    const back = await api.call('POST', `${APPLICATIONS}/${id}/stage`, { stage: 'screening' });
    expect(back.body).toMatchObject({ status: 409, code: 'stage_does_not_follow' });
    const onward = await api.call('POST', `${APPLICATIONS}/${id}/stage`, { stage: 'offer' });
    expect(onward.body).toMatchObject({ stage: 'offer', rejection: null });
    expect(await lastFact(id)).toMatchObject({
      type: 'application.stage_changed.v1',
      data: { from: 'rejected', to: 'offer' },
    });
    expect((await api.call('POST', rejection(id))).body).toMatchObject({
      stage: 'rejected',
      rejection: { stage: 'offer' },
    });
  });

  it('follows the application to another contact', async () => {
    const { id, body } = await apply({ stage: 'screening' });
    await api.call('POST', rejection(id), { receivedAt: '2026-03-01T00:00:00Z' });
    const moved = await api.call('PATCH', `${APPLICATIONS}/${id}`, { contact: { name: 'Someone new' } });
    expect(await lastTouch(body?.contactId)).toBeNull();
    expect(await lastTouch(moved.body?.contactId)).toBe('2026-03-01T00:00:00.000Z');
  });

  it('comes once, however often it is told at once', async () => {
    const { id } = await apply();
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.call('POST', rejection(id))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const same = await apply();
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [
      await api.call('POST', rejection(same.id), {}, headers),
      await api.call('POST', rejection(same.id), {}, headers),
    ];
    expect([second.status, second.body]).toEqual([first.status, first.body]);
  });

  it.each([
    ['of what is rejected already', 'rejected', {}, 409, 'already_rejected', ''],
    ['of what is accepted', 'accepted', {}, 409, 'already_accepted', ''],
    ['of what is only saved', 'saved', {}, 409, 'not_rejectable', ''],
    ['of what was withdrawn', 'withdrawn', {}, 409, 'not_rejectable', ''],
    ['in the future', 'applied', { receivedAt: '2199-01-01T00:00:00Z' }, 422, 'in_the_future', '/receivedAt'],
    [
      'before the application',
      'applied',
      { receivedAt: '2025-12-31T23:59:59Z' },
      422,
      'before_application',
      '/receivedAt',
    ],
    ['at a stage that cannot be rejected', 'applied', { stage: 'accepted' }, 422, 'invalid_body', '/stage'],
    ['for a reason that is none', 'applied', { reason: { category: 'mood' } }, 422, 'invalid_body', '/reason/category'],
    [
      'with a Message-ID that is none',
      'applied',
      { messageId: '4711@mail.example' },
      422,
      'invalid_body',
      '/messageId',
    ],
    [
      'with a header in its Message-ID',
      'applied',
      { messageId: '<a@b>\r\nBcc: c@d' },
      422,
      'invalid_body',
      '/messageId',
    ],
    ['with a subject of two lines', 'applied', { subject: 'Re:\nBcc: c@d' }, 422, 'invalid_body', '/subject'],
  ])('%s is refused and leaves nothing behind', async (_what, stage, told, status, code, pointer) => {
    const first = stage === 'rejected' ? 'applied' : stage;
    const { id } = await apply({ stage: first, ...(first === 'saved' && { appliedAt: undefined }) });
    if (stage === 'rejected') await api.call('POST', rejection(id));
    const before = await rowCounts(api.db);
    const answer = await api.call('POST', rejection(id), told);
    expect(answer.body).toMatchObject({ status, code, errors: [{ pointer }] });
    expect(await rowCounts(api.db)).toEqual(before);
    expect((await api.call('GET', `${APPLICATIONS}/${id}`)).body?.stage).toBe(stage);
  });
});
