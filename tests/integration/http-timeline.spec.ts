import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

describe('the timeline of an application', () => {
  let api: ApplicationsApi;
  let id: string;
  let contactId: string;
  const timeline = (query = '') => api.call('GET', `/api/v1/applications/${id}/timeline${query}`);

  beforeAll(async () => {
    api = await startApplicationsApi();
    const made = await api.call('POST', '/api/v1/applications', {
      companyName: 'Acme',
      title: 'Engineer',
      appliedAt: '2026-01-01T09:00:00Z',
      contact: { name: 'Ada', email: 'ada@example.org' },
    });
    id = made.id;
    contactId = made.body?.contactId as string;
    const post = (path: string, body: object) => api.call('POST', `/api/v1${path}`, body);
    const vacancy = `/vacancies/${made.body?.vacancyId as string}`;
    await post(`/contacts/${contactId}/touches`, { kind: 'call', at: '2025-12-01T09:00:00Z', text: 'before all this' });
    await post(`/applications/${id}/stage`, { stage: 'screening', at: '2026-01-03T09:00:00Z' });
    await post(`/contacts/${contactId}/touches`, {
      kind: 'mail',
      direction: 'in',
      at: '2026-01-02T09:00:00Z',
      text: 'Hi',
    });
    await post(`/applications/${id}/rejection`, { receivedAt: '2026-01-04T09:00:00Z', reason: { words: 'Sorry.' } });
    await post(`${vacancy}/observations`, { status: 'closed', observedAt: '2026-01-06T09:00:00Z' });
    await post(`${vacancy}/observations`, { status: 'open', observedAt: '2026-01-08T09:00:00Z' });
    await addLetter();
  });
  afterAll(() => api.stop());

  const addLetter = async () => {
    const letterId = randomUUID();
    await api.db.query(
      `insert into follow_ups (id, candidate_id, application_id, contact_id, kind, audience, state, due_at, since, why_code)
       select $1, candidate_id, $2, $3, 'feedback_request', 'contact', 'sent', now(), now(), 'test' from contacts where id = $3`,
      [letterId, id, contactId],
    );
    await api.db.query(
      `insert into follow_up_ledger (candidate_id, follow_up_id, at, by, what_code, why_code, why_facts)
       select candidate_id, id, timestamptz '2026-01-04T09:00:01Z', 'plan', 'planned', 'as_written', '{"text": "A human was involved."}'::jsonb from follow_ups
       union all select candidate_id, id, timestamptz '2026-01-05T09:00:00Z', 'sender', 'sent', null, '{}' from follow_ups`,
    );
    await api.db.query(
      `insert into touches (id, candidate_id, contact_id, kind, direction, at, follow_up_id)
       select $1, candidate_id, contact_id, 'mail', 'out', timestamptz '2026-01-05T09:00:00Z', id from follow_ups`,
      [randomUUID()],
    );
  };

  const STORY = [
    ['2026-01-01T09:00:00.000Z', 'recorded', 'Recorded as applied'],
    ['2026-01-02T09:00:00.000Z', 'touch', 'Mail from Ada: Hi'],
    ['2026-01-03T09:00:00.000Z', 'stage_changed', 'Moved from applied to screening'],
    ['2026-01-04T09:00:00.000Z', 'rejected', 'Rejected at screening: Sorry.'],
    ['2026-01-04T09:00:01.000Z', 'follow_up', 'Feedback request to Ada: planned — A human was involved.'],
    ['2026-01-05T09:00:00.000Z', 'follow_up', 'Feedback request to Ada: sent'],
    ['2026-01-06T09:00:00.000Z', 'vacancy_closed', 'The vacancy closed'],
    ['2026-01-08T09:00:00.000Z', 'vacancy_reopened', 'The vacancy opened again'],
  ];
  const told = (items: Record<string, unknown>[]) => items.map(({ at, type, text }) => [at, type, text]);

  it('tells the story in the order in which it happened', async () => {
    const { data, body } = await timeline();
    expect(told(data)).toEqual(STORY);
    expect(body?.nextCursor).toBeNull();
    expect(data.find(({ type }) => type === 'follow_up')).toMatchObject({ contactId, followUpId: expect.any(String) });
  });

  it('has a code and facts beside each sentence', async () => {
    const { data } = await timeline();
    expect(data.map(({ type, code }) => [type, code]).filter(([type, code]) => type !== code)).toEqual([]);
    expect(data.map(({ facts }) => facts)).toEqual(
      expect.arrayContaining([
        { from: 'applied', to: 'screening', scheduledAt: null },
        { stage: 'screening', category: null, words: 'Sorry.', revoked: false },
        {
          kind: 'feedback_request',
          contactName: 'Ada',
          what: 'planned',
          why: 'as_written',
          'why.text': 'A human was involved.',
        },
      ]),
    );
  });

  it('has what a program asks for beside each sentence', async () => {
    const { data } = await timeline();
    const parts = data.map(({ kind, direction, what, from, to }) => ({ kind, direction, what, from, to }));
    expect(parts.slice(0, 6)).toEqual([
      { to: 'applied' },
      { kind: 'mail', direction: 'in' },
      { from: 'applied', to: 'screening' },
      {},
      { kind: 'feedback_request', what: 'planned' },
      { kind: 'feedback_request', what: 'sent' },
    ]);
  });

  it.each(['asc', 'desc'])('comes page by page, %s', async (order) => {
    const seen: Record<string, unknown>[] = [];
    for (let cursor: unknown = ''; cursor !== null;) {
      const page = await timeline(`?limit=3&order=${order}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.data);
      cursor = page.body?.nextCursor;
    }
    expect(told(seen)).toEqual(order === 'asc' ? STORY : STORY.toReversed());
  });

  it('keeps a rejection that was taken back', async () => {
    await api.call('DELETE', `/api/v1/applications/${id}/rejection`);
    const texts = (await timeline()).data.map(({ text }) => text);
    expect(texts).toContain('Rejected at screening: Sorry. (taken back later)');
    expect(texts.at(-1)).toBe('Moved from rejected to screening');
  });
});
