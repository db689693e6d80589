/** Counts what became of rejections: what the rows say beside what the mail server kept and said. */
import type { KeptMessage, ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import type { TestDatabase } from '../support/test-database.js';

export interface Count {
  runs: number;
  /** A rejection without its plan, a letter without an end, or one said to be sent that no server kept. */
  lost: number;
  /** Two mails to the contact of one rejection, two plans, two rejections that stand, or two of the same application. */
  doubled: number;
  /** Kept before `due_at`. */
  early: number;
  /** Kept although it was stopped before. */
  unwanted: number;
  /** Kept for somebody it was not for; only the simulation knows who it is for. */
  misaddressed?: number;
  /** The candidate is asked. */
  unconfirmed: number;
  /** The candidate is asked although the server had not even said 354. */
  unexcused: number;
}

/** What every fault has to leave at nothing. */
export const NOTHING_WRONG = { lost: 0, doubled: 0, early: 0, unwanted: 0, unexcused: 0 };

interface Letter {
  id: string;
  state: string;
  messageId: string | null;
  dueAt: string;
  /** The commit that the body is handed over, of the latest attempt. */
  dataAt: string | null;
  wasUnconfirmed: boolean;
}

interface Rejected {
  address: string;
  /** Each is for a vacancy of its own. */
  applications: number;
  standing: number;
  reflections: number;
  openMessages: number;
  letters: Letter[];
}

/** Read past every policy, for these applications or all. Each is for a vacancy of its own. */
const REJECTED = `
  select c.email as address,
    (select count(*)::int from applications o where o.contact_id = a.contact_id and o.vacancy_id = a.vacancy_id) as applications,
    (select count(*)::int from rejections r where r.application_id = a.id and r.revoked_at is null) as standing,
    (select count(*)::int from follow_ups f where f.application_id = a.id and f.kind = 'reflection') as reflections,
    (select count(*)::int from outbox o where o.data ->> 'applicationId' = a.id::text) as "openMessages",
    coalesce((select json_agg(json_build_object('id', f.id, 'state', f.state, 'messageId', f.message_id, 'dueAt', f.due_at,
        'dataAt', (select max(t.data_at) from follow_up_attempts t where t.follow_up_id = f.id),
        'wasUnconfirmed', exists (select 1 from follow_up_ledger l where l.follow_up_id = f.id and l.what_code = 'unconfirmed')))
      from follow_ups f where f.application_id = a.id and f.audience = 'contact'), '[]') as letters
  from applications a join contacts c on c.id = a.contact_id
  where exists (select 1 from rejections r where r.application_id = a.id) and ($1::uuid[] is null or a.id = any ($1))`;

const ENDED = new Set(['sent', 'answered', 'bounced', 'failed', 'cancelled', 'skipped', 'unconfirmed']);
const DELIVERED = new Set(['sent', 'answered', 'bounced']);

/** `stoppedAt`: by address, since when a stop that was answered with success forbids a letter to it. */
export async function account(
  db: TestDatabase,
  smtp: ScriptedSmtpServer,
  {
    applications = null,
    stoppedAt = new Map(),
  }: { applications?: string[] | null; stoppedAt?: Map<string, Date> } = {},
): Promise<Count> {
  const rejected = await db.query<Rejected>(REJECTED, [applications]);
  const kept = Map.groupBy(smtp.messages, ({ to }) => to);
  const replies = repliesByAddress(smtp);
  const count = { ...NOTHING_WRONG, runs: rejected.length, unconfirmed: 0 };
  for (const one of rejected) {
    const mails = kept.get(one.address) ?? [];
    const said = replies.get(one.address) ?? [];
    const isTrue = (judgement: (letter: Letter) => boolean) => Number(one.letters.some(judgement));
    count.lost += Number(isUnplanned(one)) || isTrue((letter) => isLost(letter, mails, said));
    count.doubled += Number(isTwice(one) || mails.length > 1);
    count.early += isTrue(({ dueAt }) => mails.some(({ at }) => at < new Date(dueAt)));
    count.unwanted += isTrue((letter) => isUnwanted(letter, mails, stoppedAt.get(one.address)));
    count.unconfirmed += isTrue(({ state }) => state === 'unconfirmed');
    count.unexcused += isTrue(({ state }) => state === 'unconfirmed' && !said.some((reply) => reply.startsWith('354')));
  }
  return count;
}

function isTwice({ applications, standing, reflections, letters }: Rejected): boolean {
  return Math.max(applications, standing, reflections, letters.length) > 1;
}

function isUnplanned({ standing, reflections, openMessages, letters }: Rejected): boolean {
  return openMessages > 0 || (standing > 0 && (reflections === 0 || letters.length === 0));
}

function isLost({ state, messageId }: Letter, mails: KeptMessage[], said: string[]): boolean {
  if (!ENDED.has(state)) return true;
  if (state === 'failed') return !said.some((reply) => /^5(?!03)/.test(reply));
  return DELIVERED.has(state) && !mails.some(({ raw }) => raw.includes(`\r\nMessage-ID: ${messageId}\r\n`));
}

function isUnwanted(
  { state, dataAt, wasUnconfirmed }: Letter,
  mails: KeptMessage[],
  stoppedAt: Date | undefined,
): boolean {
  if (mails.length === 0) return false;
  const isStopped = state === 'cancelled' || state === 'skipped';
  return (isStopped && !wasUnconfirmed) || (stoppedAt !== undefined && dataAt !== null && new Date(dataAt) > stoppedAt);
}

function repliesByAddress(smtp: ScriptedSmtpServer): Map<string, string[]> {
  const replies = new Map<string, string[]>();
  for (const { commands, replies: said } of smtp.conversations) {
    for (const command of commands) {
      const address = /^RCPT TO:<(.*?)>/i.exec(command)?.[1];
      if (address) replies.set(address, [...(replies.get(address) ?? []), ...said]);
    }
  }
  return replies;
}
