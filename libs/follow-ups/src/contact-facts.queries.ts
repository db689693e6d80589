/** What the stop rules ask about a letter's contact, its application and the candidate's offers. */
import type { Stage } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { hasReasons } from './stop.policy.js';

export interface ContactFacts {
  id: string;
  name: string;
  email: string | null;
  doNotContact: boolean;
  bouncedAt: Date | null;
  timezone: string | null;
  country: string | null;
  lastTouchAt: Date | null;
  lastMailInAt: Date | null;
  /** By the candidate's own hand; letters sent from here do not count. */
  lastManualMailOutAt: Date | null;
  /** One that occupies them; a draft occupies nothing. */
  hasPendingLetter: boolean;
  /** Sent, or perhaps sent, and no mail from them since. */
  lastUnansweredLetterAt: Date | null;
}

/** `except`: a letter that is not to count against itself. */
export async function contactFacts(
  tx: EntityManager,
  contactId: string,
  except: string | null = null,
): Promise<ContactFacts | null> {
  const rows: ContactFacts[] = await tx.query(
    `select c.id, c.name, c.email, c.timezone, c.country,
        c.do_not_contact as "doNotContact", c.bounced_at as "bouncedAt", c.last_touch_at as "lastTouchAt",
        mail.last_in as "lastMailInAt", mail.last_manual_out as "lastManualMailOutAt",
        letter.pending as "hasPendingLetter",
        case when mail.last_in > letter.last_out then null else letter.last_out end as "lastUnansweredLetterAt"
     from contacts c
     cross join lateral (
       select max(at) filter (where direction = 'in') as last_in,
              max(at) filter (where direction = 'out' and follow_up_id is null) as last_manual_out
       from touches where contact_id = c.id and candidate_id = c.candidate_id and kind = 'mail') mail
     cross join lateral (
       select coalesce(bool_or(state in ('waiting', 'held', 'sending', 'retrying')), false) as pending,
              max(coalesce(sent_at, updated_at)) filter (where state in ('sent', 'unconfirmed')) as last_out
       from follow_ups where contact_id = c.id and audience = 'contact' and id is distinct from $2) letter
     where c.id = $1`,
    [contactId, except],
  );
  return rows[0] ?? null;
}

export async function applicationFacts(
  tx: EntityManager,
  applicationId: string,
): Promise<{ stage: Stage; hasReasons: boolean } | null> {
  const [row]: { stage: Stage; reasonCategory: string | null; reasonWords: string | null }[] = await tx.query(
    `select a.stage, r.reason_category as "reasonCategory", r.reason_words as "reasonWords"
     from applications a left join rejections r on r.application_id = a.id and r.revoked_at is null where a.id = $1`,
    [applicationId],
  );
  return row ? { stage: row.stage, hasReasons: hasReasons(row) } : null;
}

/** Whether the candidate accepted an offer: then nobody is written to any more. */
export async function hasAcceptedOffer(tx: EntityManager): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from applications where stage = 'accepted' limit 1`);
  return rows.length > 0;
}
