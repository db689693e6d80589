/** Plays the story of a rejection on sample data, with delays of seconds, against the API that runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from '../api.js';
import { listenForWebhooks } from './receiver.js';

export interface Demo {
  apiUrl: string;
  token: string;
  publicUrl: string;
  /** How long a step may take: each is seconds away. */
  patienceMs: number;
  print(line: string): void;
}

interface FollowUp {
  id: string;
  kind: string;
  state: string;
  audience: string;
  dueAt: string;
  subject: string;
  why: string;
}

/** Half a minute stands for half a year: every cadence is one that a candidate could set. */
const HURRIED = {
  approval: 'auto',
  feedbackRequest: { enabled: true, delay: 'PT4S', minStage: 'screening' },
  sendingWindow: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    from: '00:00',
    to: '24:00',
    skipHolidays: false,
  },
  contactGap: 'PT2S',
  keepWarm: { after: ['PT15S'], halfYear: 'P180D' },
  reflection: { delay: 'PT9S' },
  cooldown: 'PT0S',
  mailbox: { spacing: 'PT0S' },
};

export async function playDemo({ apiUrl, publicUrl, token, patienceMs, print }: Demo): Promise<void> {
  const api = new Api(apiUrl, token);
  const started = performance.now();
  const say = (line: string) =>
    print(`${String(Math.round((performance.now() - started) / 1000)).padStart(3)} s  ${line}`);
  const receiver = await listenForWebhooks((type, verified) =>
    say(`   webhook ${type} arrived, signature ${verified ? 'verified' : 'NOT verified'}`),
  );
  try {
    const { secret } = await api.post<{ secret: string }>('/webhook-endpoints', {
      url: receiver.url,
      eventTypes: ['application.rejected', 'vacancy.reopened', 'rejection_streak.detected'],
      description: 'the demonstration',
    });
    receiver.trust(secret);
    const broke = await play(new Watch(api, patienceMs), say, String(Date.now())).then(() => null, sentenceOf);
    if (broke !== null) return print(endsHere(broke));
    print(`\nThe story is told. Look at it from all sides:
  in the browser       ${publicUrl}
  what was sent        ${publicUrl}/captured-mail
  the plans            curl -H 'Authorization: Bearer ${token}' ${apiUrl}/api/v1/follow-ups
  everything, in order curl -H 'Authorization: Bearer ${token}' ${apiUrl}/api/v1/events
  what else there is   ${apiUrl}/api/docs

Ctrl-C ends it.`);
  } finally {
    receiver.close();
  }
}

const sentenceOf = (error: Error) => error.message;

/** Whoever looks around may take it into their own hands: a letter held, a draft approved before the story does. */
const endsHere = (broke: string) => `\nThe story ends here: ${broke}.
If you moved something in it yourself, that is why. Rekindle runs on; the logs in DATA_DIR/demo/logs say more.`;

/** `run` keeps the sample of one run apart from an earlier one in the same folder. */
async function play(watch: Watch, say: (line: string) => void, run: string): Promise<void> {
  const { api } = watch;
  await api.patch('/settings', HURRIED);
  say('You applied at Northwind Energy and talked to Dana Ito. Days are seconds here.');
  const contact = { name: 'Dana Ito', email: `dana.${run}@northwind.example`, role: 'recruiter' };
  const application = await apply(api, 'Backend Engineer', contact);

  say('They turn you down after the interview.');
  await api.post(`/applications/${application.id}/rejection`, { subject: 'Your application at Northwind Energy' });
  const plan = await watch.until(
    () => watch.plansOf(application.id),
    (rows) => rows.length >= 4,
  );
  say('That became a plan:');
  for (const { kind, state, dueAt, why } of plan)
    say(`   ${kind} (${state}, due ${dueAt.slice(0, 10)} ${dueAt.slice(11, 19)} UTC): ${why}`);

  await watch.follow(application.id, 'feedback_request', 'sent');
  say('A letter went to Dana, polite, with one question. It is in the captured mail.');
  await watch.follow(application.id, 'reflection', 'sent');
  say('With some distance, a reminder came to look at it from outside.');
  await watch.follow(application.id, 'check_in', 'sent');
  say('Time passed, and a reminder came to say hello, so that the contact stays warm.');

  say('The vacancy closes, and some time later it is open again.');
  for (const status of ['closed', 'open'])
    await api.post(`/vacancies/${application.vacancyId}/observations`, { status });
  await watch.follow(application.id, 'reopened', 'sent');
  const draft = await watch.follow(application.id, 'reopened_outreach', 'draft');
  say(`You were told at once, and a draft to Dana waits for your yes: "${draft.subject}"`);
  await api.post(`/follow-ups/${draft.id}/approve`);
  await watch.follow(application.id, 'reopened_outreach', 'sent');
  say('You approved it, and it went.');

  say('Two more refusals come in, without a person involved: nobody is bothered with a letter.');
  for (const title of ['Platform Engineer', 'Site Reliability Engineer']) {
    const { id } = await apply(api, title, { ...contact, name: 'Dana Ito' }, 'applied');
    await api.post(`/applications/${id}/rejection`, {});
  }
  const { data } = await watch.until(
    () => api.get<{ data: FollowUp[] }>('/follow-ups?kind=streak&state=sent'),
    (page) => page.data.length > 0,
  );
  say(`Three in a row: "${data[0]!.subject}"`);
}

function apply(
  api: Api,
  title: string,
  contact: object,
  stage = 'interview',
): Promise<{ id: string; vacancyId: string }> {
  const url = `https://jobs.northwind.example/${title.toLowerCase().replaceAll(' ', '-')}`;
  return api.post('/applications', { companyName: 'Northwind Energy', title, url, stage, contact });
}

/** Sees what becomes of a plan. */
class Watch {
  constructor(
    readonly api: Api,
    private readonly patienceMs: number,
  ) {}

  async plansOf(applicationId: string): Promise<FollowUp[]> {
    return (await this.api.get<{ data: FollowUp[] }>(`/follow-ups?applicationId=${applicationId}&limit=100`)).data;
  }

  follow(applicationId: string, kind: string, state: string): Promise<FollowUp> {
    return this.until(
      async () => (await this.plansOf(applicationId)).find((row) => row.kind === kind && row.state === state)!,
      Boolean,
    );
  }

  async until<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
    const deadline = performance.now() + this.patienceMs;
    for (let seen = await look(); ; seen = await look()) {
      if (done(seen)) return seen;
      if (performance.now() > deadline) throw new Error('its next step did not happen');
      await pause(200);
    }
  }
}
