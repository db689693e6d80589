import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../support/eventually.js';
import { House, QUEUES, type RecordedApplication } from '../support/house.js';
import { MANY_SCRIPTS } from '../support/many-scripts.js';

jest.setTimeout(90_000);

describe.each(QUEUES)('from a rejection to the inbox, with the queue in $queue', ({ redisUrl }) => {
  let house: House;
  let webhook: Webhook;
  let application: RecordedApplication;
  const dana = { name: 'Dana Ito', email: 'dana@recruiting.example', role: 'recruiter' };

  beforeAll(async () => {
    house = await House.open(redisUrl);
    const endpoint = await house.api.expect<{ secret: string }>('POST', '/webhook-endpoints', {
      url: house.receiver.url,
    });
    webhook = new Webhook(endpoint.secret);
  });
  afterAll(() => house.close());

  function webhooksOf(type: string) {
    return house.receiver.requests.filter(({ body }) => JSON.parse(body.toString()).type === type);
  }

  it('delivers exactly one letter soon after the rejection', async () => {
    application = await house.apply({
      companyName: 'Acme',
      title: 'Backend Engineer',
      url: 'https://jobs.example.com/1',
      stage: 'interview',
      contact: dana,
    });
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {
      subject: 'Your application',
      messageId: '<no@acme.example>',
    });
    const mail = await eventually(() => house.mailTo(dana.email)[0], { what: 'the letter' });
    await house.followUp(application.id, 'feedback_request', 'sent');
    expect(house.mailTo(dana.email)).toHaveLength(1);

    const parsed = await simpleParser(mail.raw);
    expect(parsed.from?.value).toEqual([{ name: 'Olena Koval', address: 'olena@example.org' }]);
    expect(parsed.to).toMatchObject({ value: [{ name: dana.name, address: dana.email }] });
    expect(parsed.subject).toBe('Re: Your application');
    expect(parsed.inReplyTo).toBe('<no@acme.example>');
    expect(parsed.text).toContain('Backend Engineer');
    expect(parsed.html).toContain('Backend Engineer');
    const letter = (await house.plan(application.id)).find(({ audience }) => audience === 'contact');
    expect(parsed.messageId).toBe(`<${letter!.id}@example.org>`);
  });

  it('tells the webhook receiver, signed by Standard Webhooks', async () => {
    const [request] = await eventually(() => webhooksOf('application.rejected'), { what: 'the webhook' });
    const headers = request!.headers as Record<string, string>;
    const payload = webhook.verify(request!.body.toString(), headers) as {
      type: string;
      data: { applicationId: string };
    };
    expect(payload).toMatchObject({
      type: 'application.rejected',
      data: { applicationId: application.id, title: 'Backend Engineer' },
    });
    expect(webhooksOf('application.rejected')).toHaveLength(1);
  });

  it('shows the plan with due times and reasons, and tells the story in order', async () => {
    const plan = await house.plan(application.id);
    expect(plan.map(({ kind }) => kind).sort()).toEqual(['check_in', 'feedback_request', 'half_year', 'reflection']);
    for (const { dueAt, why, ledger } of plan) {
      expect(Date.parse(dueAt)).not.toBeNaN();
      expect(why).not.toBe('');
      expect(ledger.length).toBeGreaterThan(0);
    }
    const { data } = await house.api.expect<{ data: { at: string; type: string }[] }>(
      'GET',
      `/applications/${application.id}/timeline`,
    );
    const times = data.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(data.length).toBeGreaterThan(4);
  });

  it('reminds once, tells once and drafts once when the vacancy closes and opens again; the draft waits for a yes', async () => {
    for (const status of ['closed', 'open', 'open']) {
      await house.api.expect('POST', `/vacancies/${application.vacancyId}/observations`, { status });
    }
    await house.followUp(application.id, 'reopened', 'sent');
    await eventually(() => webhooksOf('vacancy.reopened'), { what: 'the webhook' });
    const draft = await house.followUp(application.id, 'reopened_outreach', 'draft');

    const reminders = await Promise.all(house.mailTo('olena@example.org').map(({ raw }) => simpleParser(raw)));
    expect(reminders.filter(({ subject }) => /open again/i.test(subject ?? ''))).toHaveLength(1);
    expect(webhooksOf('vacancy.reopened')).toHaveLength(1);
    expect((await house.plan(application.id)).filter(({ kind }) => kind === 'reopened_outreach')).toHaveLength(1);
    expect(house.mailTo(dana.email)).toHaveLength(1);

    await house.api.expect('PATCH', '/settings', { contactGap: 'PT0S' });
    await house.api.expect('POST', `/follow-ups/${draft.id}/approve`);
    await house.api.expect('POST', `/follow-ups/${draft.id}/send-now`);
    await house.followUp(application.id, 'reopened_outreach', 'sent');
    expect(house.mailTo(dana.email)).toHaveLength(2);
  });

  it('carries text of every script unchanged through database, mail and webhook', async () => {
    const texts = Object.values(MANY_SCRIPTS).filter((text) => text.length < 60 && !/[\u2028\u2029]/.test(text));
    const contact = { ...dana, email: 'scripts@recruiting.example' };
    const companyName = texts.join(' | ').slice(0, 150);
    const { id } = await house.apply({
      companyName,
      title: texts[0],
      stage: 'screening',
      contact: { ...contact, name: texts.at(-1) },
    });
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const mail = await eventually(() => house.mailTo(contact.email)[0], { what: 'the letter' });
    const parsed = await simpleParser(mail.raw);
    expect(parsed.text).toContain(companyName);
    expect(parsed.text).toContain(texts[0]);
    const told = await eventually(
      () =>
        webhooksOf('application.rejected').find(({ body }) => JSON.parse(body.toString()).data.applicationId === id),
      { what: 'the webhook' },
    );
    expect(JSON.parse(told.body.toString()).data).toMatchObject({ companyName, title: texts[0] });
  });
});
