/** What the policies ask about a contact, read in one go. */
import type { EntityManager } from 'typeorm';

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

/** Whether the candidate accepted an offer: then nobody is written to any more. */
export async function hasAcceptedOffer(tx: EntityManager): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from applications where stage = 'accepted' limit 1`);
  return rows.length > 0;
}
